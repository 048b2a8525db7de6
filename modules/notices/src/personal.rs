//! What this module keeps about an account.

use identity::{Account, AccountId, PersonalData};
use kernel::{
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::{ActiveEnum as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};

use crate::{content::Content, notice, push, reader::Model as Reader, readers};

/// What this module keeps about an account: when it wants to be told, what it agreed to, and what it was told. What
/// names a reader goes before its reader: modules that do stand before this one in the list of all.
pub const PERSONAL_DATA: PersonalData = PersonalData {
    name: "notices",
    export: |scope, account| Box::pin(export(scope, account)),
    erase: |tx, account| Box::pin(erase(tx, account)),
};

/// The readers that an account is: its own, and that of its address if nobody has signed in with it since.
async fn of(scope: &Scope, account: AccountId) -> Result<Vec<Reader>> {
    let db = scope.db().await?;
    let mut found: Vec<Reader> = readers::by_account(&*db, account).await?.into_iter().collect();
    let account = identity::accounts::find(scope, account).await?;
    if let Some(email) = account.as_ref().and_then(Account::verified_email) {
        found.extend(readers::by_email(&*db, email).await?);
    }
    Ok(found)
}

async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let db = scope.db().await?;
    let mut all = Vec::new();
    for reader in of(scope, account).await? {
        let rows = notice::Entity::find()
            .filter(notice::Column::ReaderId.eq(reader.id))
            .order_by_asc(notice::Column::Id)
            .all(&*db)
            .await?;
        let notices: Vec<Value> = rows.iter().map(told).collect();
        let settings = reader.settings();
        let browsers = push::of_reader(scope, reader.id).await?;
        let browsers: Vec<Value> = browsers
            .into_iter()
            .map(|browser| json!({ "pushedTo": browser.endpoint, "since": browser.created_at }))
            .collect();
        all.push(json!({
            "id": reader.id.global(),
            "state": reader.state.to_value(),
            "confirmedAt": reader.confirmed_at,
            "agreedTo": readers::proof(&reader),
            "quietFrom": settings.quiet_from,
            "quietUntil": settings.quiet_until,
            "keepsHolidays": settings.keeps_holidays,
            "dailyAt": settings.daily_at,
            "weeklyOn": settings.weekly_on,
            "pausedAt": reader.paused_at,
            "createdAt": reader.created_at,
            "browsers": browsers,
            "notices": notices,
        }));
    }
    Ok(json!({ "readers": all }))
}

fn told(row: &notice::Model) -> Value {
    let content = Content::read(&row.told);
    json!({
        "id": row.id.global(),
        "what": row.what.to_value(),
        "title": content.title,
        "path": content.path,
        "because": row.reasons.iter().map(|reason| reason.label.as_str()).collect::<Vec<_>>(),
        "createdAt": row.created_at,
        "mailedAt": row.mailed_at,
        "readAt": row.read_at,
    })
}

async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    for reader in of(&tx.scope().clone(), account).await? {
        readers::forget(tx, reader.id).await?;
    }
    Ok(())
}
