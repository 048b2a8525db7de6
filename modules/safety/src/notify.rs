//! Whom it is told, by mail and in the centre, that an alert waits or was decided on.

use std::collections::HashSet;

use identity::{Account, AccountId, display_name};
use kernel::{access::Role, error::Result, mail::Lane, scope::Tx};
use notices::Telling;
use serde_json::{Value, json};

use crate::{
    ALERT_ENTITY,
    alert::{Decision, Model},
    service,
};

/// Where those who may decide find what waits, and its author what became of it.
const DESK: &str = "/pulpit/ostrzezenia";
/// People who are written to at most.
const MOST: usize = 100;

/// Tells those who may be the second person that a message waits for them.
pub(crate) async fn to_approve(tx: &mut Tx, row: &Model) -> Result<()> {
    let mut people = identity::accounts::with_role(tx.scope(), Role::Admin).await?;
    people.extend(identity::accounts::with_role(tx.scope(), Role::Editor).await?);
    let mut parties: Vec<_> = service::rights_now(tx).await?.into_iter().collect();
    parties.sort_unstable();
    for party in parties {
        people.extend(identity::accounts::managers(tx.scope(), party).await?);
    }
    let author = match row.account_id {
        Some(id) => identity::accounts::find(tx.scope(), id).await?,
        None => None,
    };
    let args = json!({
        "headline": headline(row),
        "sender": row.sender_name,
        "author": author.as_ref().map(display_name),
        "about": row.account_id.map(|AccountId(id)| id),
        "expires": row.expires_at,
        "path": at_desk(row),
    });
    let mut known: HashSet<AccountId> = row.account_id.into_iter().collect();
    people.retain(|person| known.insert(person.id));
    for person in people.iter().take(MOST) {
        // A city waits for it: not behind a thousand notifications.
        tell(tx, Lane::Security, "safety/approve", (row, person), args.clone()).await?;
    }
    Ok(())
}

/// Tells the author what somebody else decided.
pub(crate) async fn decided(tx: &mut Tx, row: &Model) -> Result<()> {
    let Some(author) = row.account_id.filter(|author| row.decided_by != Some(*author)) else { return Ok(()) };
    let Some(author) = identity::accounts::find(tx.scope(), author).await? else { return Ok(()) };
    let args = json!({
        "headline": headline(row),
        "approved": row.decision == Decision::Approved,
        "reason": row.reason,
        "path": at_desk(row),
    });
    tell(tx, Lane::Normal, "safety/decided", (row, &author), args).await
}

/// The path of a message's page, without the language.
pub(crate) fn path(row: &Model) -> String {
    format!("/bezpieczni/ostrzezenia/{}", row.id.global())
}

fn at_desk(row: &Model) -> String {
    format!("{DESK}/{}", row.id.global())
}

fn headline(row: &Model) -> &str {
    row.texts.iter().next().map_or("", |words| words.headline.as_str())
}

async fn tell(
    tx: &mut Tx,
    lane: Lane,
    template: &'static str,
    (row, account): (&Model, &Account),
    args: Value,
) -> Result<()> {
    let (title, path) = (headline(row).to_owned(), at_desk(row));
    let telling = Telling { lane, template, args, title, path, about: (ALERT_ENTITY, row.id.0) };
    notices::tell(tx, account, telling).await?;
    Ok(())
}
