//! What this module keeps about an account: which places it sold.

use identity::{AccountId, PersonalData};
use kernel::{
    error::Result,
    scope::{Scope, Tx},
};
use serde_json::{Value, json};

use crate::service;

/// What this module keeps about an account.
pub const PERSONAL_DATA: PersonalData = PersonalData {
    name: "promotion",
    export: |scope, account| Box::pin(export(scope, account)),
    erase: |tx, account| Box::pin(erase(tx, account)),
};

async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let rows = service::made_by(scope, account.0).await?;
    let told = rows.into_iter().map(|row| {
        json!({
            "id": row.id.global(),
            "activity": row.activity_id.global(),
            "createdAt": row.created_at,
            "note": row.note,
        })
    });
    Ok(told.collect())
}

/// What was sold stays; by whom is forgotten.
async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    service::forget_maker(tx, account.0).await
}
