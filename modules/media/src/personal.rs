//! What this module keeps about an account: its pictures and files.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use identity::{AccountId, PersonalData};
use kernel::{
    error::Result,
    scope::{Scope, Tx},
};
use serde_json::{Value, json};

use crate::service;

/// What this module keeps about an account.
pub const PERSONAL_DATA: PersonalData = PersonalData {
    name: "media",
    export: |scope, account| Box::pin(export(scope, account)),
    erase: |tx, account| Box::pin(erase(tx, account)),
};

async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let mut told = Vec::new();
    for picture in service::of_account(scope, account.0).await? {
        let file = service::body(scope, picture.id).await?.unwrap_or_default();
        told.push(json!({
            "id": picture.id.global(),
            "alt": picture.alt,
            "createdAt": picture.created_at,
            "mediaType": picture.media_type.as_str(),
            "width": picture.width,
            "height": picture.height,
            "dataBase64": STANDARD.encode(file),
        }));
    }
    for file in service::files_of_account(scope, account.0).await? {
        let body = service::file_body(scope, file.id).await?.unwrap_or_default();
        told.push(json!({
            "id": file.id.global(),
            "name": file.name,
            "createdAt": file.created_at,
            "mediaType": file.media_type.essence(),
            "dataBase64": STANDARD.encode(body),
        }));
    }
    Ok(Value::Array(told))
}

/// Pictures and files go with the account, but for the catalogue's, which the city and its institutions answer for: of those,
/// whose they were is forgotten.
async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    service::forget_account(tx, account.0).await
}
