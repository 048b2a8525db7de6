//! What people who signed up are told.

use kernel::{error::Result, scope::Tx};
use serde_json::json;

use super::sign_up::Model;
use crate::{
    event::Model as Event,
    notices::{host, path, send, words},
};

/// Tells somebody who waited that there is a place.
pub(super) async fn came_up(tx: &mut Tx, event: &Event, row: &Model) -> Result<()> {
    write(tx, "events/came_up", event, row).await
}

/// Tells somebody that the organiser took them off.
pub(super) async fn removed(tx: &mut Tx, event: &Event, row: &Model) -> Result<()> {
    write(tx, "events/removed", event, row).await
}

async fn write(tx: &mut Tx, template: &'static str, event: &Event, row: &Model) -> Result<()> {
    let scope = tx.scope().clone();
    let Some(account) = identity::accounts::find(&scope, row.account_id).await? else { return Ok(()) };
    let speaking = words::speaking(&scope, account.lang());
    let host = host(&scope, event).await?;
    let occurrences = event.occurrences(scope.tenant.time_zone);
    let date = row.occurrence.and_then(|key| occurrences.into_iter().find(|one| one.key == key));
    let when =
        date.map_or_else(|| words::schedule(&speaking, event), |date| words::date(&speaking, &date, event.all_day));
    let args = json!({
        "title": event.title,
        "path": path(event),
        "when": when,
        "place": words::place(event, host.as_deref()),
        "people": row.people,
    });
    send(tx, &account, event, template, args).await?;
    Ok(())
}
