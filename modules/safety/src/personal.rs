//! What this module keeps about an account: which alerts it wrote and decided on.

use identity::{AccountId, PersonalData};
use kernel::{error::Result, scope::Scope};
use sea_orm::ActiveEnum as _;
use serde_json::{Value, json};

use crate::{MODULE, service};

/// What this module keeps about an account. What was said to the whole city stays; by whom is forgotten.
pub const PERSONAL_DATA: PersonalData = PersonalData {
    name: MODULE,
    export: |scope, account| Box::pin(export(scope, account)),
    erase: |tx, account| Box::pin(service::forget_account(tx, account)),
};

async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let rows = service::all_by(scope, account).await?;
    let told = rows.into_iter().map(|row| {
        json!({
            "id": row.id.global(),
            "headline": row.texts.iter().next().map(|words| words.headline.clone()),
            "severity": row.severity.to_value(),
            "writtenByYou": row.account_id == Some(account),
            "decidedByYou": row.decided_by == Some(account),
            "decision": row.decision.to_value(),
            "reason": row.reason,
            "createdAt": row.created_at,
            "sentAt": row.sent_at,
        })
    });
    Ok(json!({ "alerts": told.collect::<Vec<_>>() }))
}
