//! What operators see of a city's mail, and may do with it: what waits, what was given up, which addresses are sent
//! nothing. Addresses are shown masked: whose they are is nobody's business there.

mod pages;
mod policy;
mod refusal;

use kernel::{
    audit,
    error::{Fault, Result},
    mail::{
        desk::{self, Counts, Dead},
        normal_address,
        suppression::{self, Suppressed},
    },
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use serde_json::json;
use uuid::Uuid;

pub use pages::{ACTIONS, PAGES};
pub use refusal::Refusal;

/// Mails that are dealt with at once.
const MAX_AT_ONCE: usize = 100;
/// What the seals of addresses are for, which stand in ids and cursors.
const PURPOSE: &str = "mail.suppressed";
/// What the ids of suppressed addresses begin with.
const PREFIX: &str = "sup_";

kernel::entity_id! {
    /// A mail in the outbox.
    MailId, "mail"
}

/// How many mails there are of each state. For those who see the city's mail.
pub async fn counts(scope: &Scope) -> Result<Counts> {
    scope.actor.require(policy::may_operate(&scope.actor))?;
    desk::counts(scope).await
}

/// Mails that were given up, the newest first, and whether there are more.
pub async fn dead(scope: &Scope, first: usize, after: Option<MailId>) -> Result<(Vec<Dead>, bool)> {
    scope.actor.require(policy::may_operate(&scope.actor))?;
    let rows = desk::dead(scope, first as u64 + 1, after.map(|id| id.0)).await?;
    Ok(page(rows, first))
}

/// Addresses that are sent nothing, in their order, and whether there are more. `after` is a cursor of this list.
pub async fn suppressed(scope: &Scope, first: usize, after: Option<&str>) -> Result<(Vec<Suppressed>, bool)> {
    scope.actor.require(policy::may_operate(&scope.actor))?;
    let wrong = || Fault::bad_input("after", "this cursor belongs to another list; start without one");
    let after = after.map(|cursor| opened(scope, cursor).ok_or_else(wrong)).transpose()?;
    let rows = suppression::list(scope, first as u64 + 1, after.as_deref()).await?;
    Ok(page(rows, first))
}

/// Whether one address is sent nothing: the answer to somebody who asks why they get no mail.
pub async fn suppressed_address(scope: &Scope, address: &str) -> Result<Option<Suppressed>> {
    scope.actor.require(policy::may_operate(&scope.actor))?;
    let address = normal_address(address);
    Ok(suppression::of(scope, std::slice::from_ref(&address)).await?.remove(&address))
}

fn page<T>(mut rows: Vec<T>, first: usize) -> (Vec<T>, bool) {
    let has_more = rows.len() > first;
    rows.truncate(first);
    (rows, has_more)
}

/// Lets mails that were given up be tried again. Returns how many are.
pub async fn retry(tx: &mut Tx, ids: &[MailId]) -> Outcome<u64, Refusal> {
    let ids = chosen(tx, ids)?;
    let done = desk::retry(tx, &ids).await?;
    noted(tx, "mail.retry", &ids, done).await
}

/// Deletes mails that were given up. Returns how many are gone.
pub async fn discard(tx: &mut Tx, ids: &[MailId]) -> Outcome<u64, Refusal> {
    let ids = chosen(tx, ids)?;
    let done = desk::discard(tx, &ids).await?;
    noted(tx, "mail.discard", &ids, done).await
}

fn chosen(tx: &Tx, ids: &[MailId]) -> Outcome<Vec<Uuid>, Refusal> {
    tx.scope().actor.require(policy::may_operate(&tx.scope().actor))?;
    match ids.len() {
        0 => Err(Problem::at(Refusal::NothingChosen, "ids").into()),
        1..=MAX_AT_ONCE => Ok(ids.iter().map(|id| id.0).collect()),
        _ => Err(Problem::at(Refusal::TooManyChosen, "ids").with("max", MAX_AT_ONCE as u32).into()),
    }
}

/// Notes an act that was done to so many of these mails; it is refused if that is none.
async fn noted(tx: &mut Tx, action: &'static str, ids: &[Uuid], done: u64) -> Outcome<u64, Refusal> {
    let Some(first) = ids.first().filter(|_| done > 0) else {
        return Err(Problem::at(Refusal::NothingLeft, "ids").into());
    };
    audit::append(tx, action, &MailId(*first).global(), json!({ "mails": done })).await?;
    Ok(done)
}

/// Lets an address be written to again, by its id in the list. Returns why it was not.
pub async fn lift(tx: &mut Tx, id: &str) -> Outcome<(), Refusal> {
    tx.scope().actor.require(policy::may_operate(&tx.scope().actor))?;
    let address = id.strip_prefix(PREFIX).and_then(|sealed| opened(tx.scope(), sealed));
    let Some(address) = address else { return Err(Problem::at(Refusal::AddressUnknown, "id").into()) };
    let known = suppression::of(tx.scope(), std::slice::from_ref(&address)).await?.remove(&address);
    let Some(known) = known else { return Err(Problem::at(Refusal::AddressUnknown, "id").into()) };
    suppression::lift(tx, &address).await?;
    // The log keeps what it is told for ever, and so is not told the address.
    let subject = tx.scope().app().keys.sign(&tx.scope().purpose(PURPOSE), address.as_bytes())?;
    let subject = format!("{PREFIX}{}", subject.chars().take(22).collect::<String>());
    audit::append(tx, "mail.suppression.lift", &subject, json!({ "reason": known.reason.as_str() })).await?;
    Ok(())
}

/// The id of a suppressed address: sealed, so that it tells nobody which one it is.
pub(crate) fn id_of(scope: &Scope, address: &str) -> Result<String> {
    Ok(format!("{PREFIX}{}", cursor_of(scope, address)?))
}

/// The cursor behind a suppressed address.
pub(crate) fn cursor_of(scope: &Scope, address: &str) -> Result<String> {
    scope.app().keys.seal(&scope.purpose(PURPOSE), address.as_bytes())
}

fn opened(scope: &Scope, sealed: &str) -> Option<String> {
    scope.app().keys.open(&scope.purpose(PURPOSE), sealed).and_then(|address| String::from_utf8(address).ok())
}

/// An address of which no more is shown than operators need: where it is, and a letter to tell it from its neighbour.
pub fn masked(address: &str) -> String {
    let Some((local, domain)) = address.rsplit_once('@') else { return "…".to_owned() };
    let letter = local.chars().next().filter(|_| local.chars().count() > 2);
    format!("{}…@{domain}", letter.map(String::from).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_leave_a_letter_and_the_domain() {
        for (address, shown) in [
            ("anna.nowak@poczta.example", "a…@poczta.example"),
            ("ab@poczta.example", "…@poczta.example"),
            ("\"a@b\"@poczta.example", "\"…@poczta.example"),
            ("żaba@poczta.example", "ż…@poczta.example"),
            ("@poczta.example", "…@poczta.example"),
            ("nobody", "…"),
            ("", "…"),
        ] {
            assert_eq!(masked(address), shown);
        }
    }
}
