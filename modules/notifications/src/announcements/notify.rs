//! Whom it is told, by mail and in the centre, that an announcement waits or was decided on.

use std::collections::HashSet;

use identity::{Account, AccountId, display_name};
use kernel::{access::Role, error::Result, mail::Lane, scope::Tx};
use notices::Telling;
use serde_json::{Value, json};

use super::{
    ENTITY,
    announcement::{Model, State},
};

/// Where those who may decide find what waits, and its author what became of it.
const DESK: &str = "/pulpit/ogloszenia";
/// People who are written to at most.
const MOST: usize = 20;

/// Tells those who may be the second person that an announcement waits for them: whoever else answers for its
/// institution, else the city's editors.
pub(crate) async fn to_approve(tx: &mut Tx, row: &Model) -> Result<()> {
    let is_other = |person: &Account| Some(person.id) != row.account_id;
    let mut people: Vec<Account> = match row.institution_id {
        Some(id) => identity::accounts::managers(tx.scope(), id.0).await?.into_iter().filter(is_other).collect(),
        None => Vec::new(),
    };
    if people.is_empty() {
        people = identity::accounts::with_role(tx.scope(), Role::Editor).await?;
        people.extend(identity::accounts::with_role(tx.scope(), Role::Admin).await?);
    }
    let author = match row.account_id {
        Some(id) => identity::accounts::find(tx.scope(), id).await?,
        None => None,
    };
    let args = json!({
        "subject": row.subject,
        "author": author.as_ref().map(display_name),
        "about": row.account_id.map(|AccountId(id)| id),
        "readers": row.expected,
        "path": at_desk(row),
    });
    let mut known: HashSet<AccountId> = row.account_id.into_iter().collect();
    people.retain(|person| known.insert(person.id));
    for person in people.iter().take(MOST) {
        tell(tx, "notifications/approve", (row, person), args.clone()).await?;
    }
    Ok(())
}

/// Tells the author what somebody else decided.
pub(crate) async fn decided(tx: &mut Tx, row: &Model) -> Result<()> {
    let Some(author) = row.account_id.filter(|author| row.decided_by != Some(*author)) else { return Ok(()) };
    let Some(author) = identity::accounts::find(tx.scope(), author).await? else { return Ok(()) };
    let args = json!({
        "subject": row.subject,
        "approved": row.state != State::Rejected,
        "reason": row.reason,
        "path": at_desk(row),
    });
    tell(tx, "notifications/decided", (row, &author), args).await
}

fn at_desk(row: &Model) -> String {
    format!("{DESK}/{}", row.id.global())
}

async fn tell(tx: &mut Tx, template: &'static str, (row, account): (&Model, &Account), args: Value) -> Result<()> {
    let (title, path) = (row.subject.clone(), at_desk(row));
    let telling = Telling { lane: Lane::Normal, template, args, title, path, about: (ENTITY, row.id.0) };
    notices::tell(tx, account, telling).await?;
    Ok(())
}
