//! What this module keeps about an account.

use identity::{AccountId, PersonalData};
use kernel::{
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::ActiveEnum as _;
use serde_json::{Value, json};

use crate::{announcements, service};

/// What this module keeps about an account: what it wants to be told, and announcements that it wrote. To be
/// erased before what `notices` keeps.
pub const PERSONAL_DATA: PersonalData = PersonalData {
    name: "notifications",
    export: |scope, account| Box::pin(export(scope, account)),
    erase: |tx, account| Box::pin(erase(tx, account)),
};

async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    announcements::forget_account(tx, account).await?;
    service::erase(tx, account).await
}

async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let (kept, asked) = service::requests_of(scope, account).await?;
    let kept = kept.into_iter().map(|row| {
        json!({
            "id": row.id.global(),
            "target": row.target,
            "label": row.label,
            "child": row.child_id.map(identity::ChildId::global),
            "about": row.about.0,
            "frequency": row.frequency.to_value(),
            "mutedAt": row.muted_at,
            "removedAt": row.removed_at,
            "createdAt": row.created_at,
            "updatedAt": row.updated_at,
            "lastToldAt": row.last_told_at,
        })
    });
    let kept: Vec<Value> = kept.collect();
    let asked = asked.into_iter().map(|row| {
        json!({
            "target": row.target,
            "about": row.about.0,
            "frequency": row.frequency.to_value(),
            "createdAt": row.created_at,
        })
    });
    let asked: Vec<Value> = asked.collect();
    let announced = announcements::export(scope, account).await?;
    Ok(json!({ "subscriptions": kept, "requests": asked, "announcements": announced }))
}
