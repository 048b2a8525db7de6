//! What this module keeps about an account.

use identity::{AccountId, PersonalData};
use kernel::{error::Result, scope::Scope};
use sea_orm::ActiveEnum as _;
use serde_json::{Value, json};

use crate::service;

/// What this module keeps about an account: what it wrote and reported, and what it took part in.
pub const PERSONAL_DATA: PersonalData = PersonalData {
    name: "reviews",
    export: |scope, account| Box::pin(export(scope, account)),
    erase: |tx, account| Box::pin(service::erase(tx, account)),
};

async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let reviews = service::all_by(scope, account).await?.into_iter().map(|row| {
        json!({
            "id": row.id.global(),
            "activity": row.activity_id.global(),
            "stars": row.stars,
            "text": row.text,
            "status": row.status.to_value(),
            "reason": row.reason,
            "reply": row.reply,
            "createdAt": row.created_at,
            "updatedAt": row.updated_at,
        })
    });
    let reviews: Vec<Value> = reviews.collect();
    let reports = service::reports_by(scope, account).await?.into_iter().map(
        |row| json!({ "review": row.review_id.global(), "reason": row.reason.to_value(), "createdAt": row.created_at }),
    );
    let reports: Vec<Value> = reports.collect();
    let took_part = service::taken_part_in(scope, account).await?.into_iter().map(|id| Value::from(id.global()));
    let took_part: Vec<Value> = took_part.collect();
    Ok(json!({ "reviews": reviews, "reports": reports, "tookPartIn": took_part }))
}
