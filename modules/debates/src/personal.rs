//! What this module keeps about an account.

use identity::{AccountId, PersonalData};
use kernel::{error::Result, scope::Scope};
use sea_orm::ActiveEnum as _;
use serde_json::{Value, json};

use crate::{MODULE, service};

/// What this module keeps about an account: what it asked, and what it supports.
pub const PERSONAL_DATA: PersonalData = PersonalData {
    name: MODULE,
    export: |scope, account| Box::pin(export(scope, account)),
    erase: |tx, account| Box::pin(service::erase(tx, account)),
};

async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let questions = service::all_by(scope, account).await?.into_iter().map(|row| {
        json!({
            "id": row.id.global(),
            "debate": row.debate_id.global(),
            "text": row.text,
            "name": row.name,
            "state": row.state.to_value(),
            "reason": row.reason,
            "mergedInto": row.merged_into.map(crate::QuestionId::global),
            "supports": row.supports,
            "answer": row.answer,
            "createdAt": row.created_at,
            "confirmedAt": row.confirmed_at,
        })
    });
    let questions: Vec<Value> = questions.collect();
    let supports = service::supported_by(scope, account).await?;
    let supports = supports.into_iter().map(|(id, at)| json!({ "question": id.global(), "createdAt": at }));
    let supports: Vec<Value> = supports.collect();
    Ok(json!({ "questions": questions, "supports": supports }))
}
