//! Web Push: the same notices at the same moments, for browsers that asked for it (RFC 8030).
//!
//! A browser names an address of its maker's push service and two keys. What is pushed is encrypted for the browser
//! ([`envelope`], RFC 8291), so that the push service learns that there is something, and not what; and it is signed with a
//! key of the city (RFC 8292), which is made of the installation's secret and kept nowhere. Pushes are written in the
//! transaction of their cause and sent after it, each once: a browser that got one twice would show it in place of itself.

mod endpoint;
mod envelope;
mod waiting;

use std::collections::HashMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use futures_util::StreamExt as _;
use identity::AccountId;
use kernel::{
    error::{Fault, Result},
    fetch::{self, Failure, Reach},
    ids, kinds,
    page::localised,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, ModelTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use serde::Serialize;

use crate::{policy, reader::ReaderId, readers};

pub use endpoint::{EndpointId, Model as Endpoint};
pub use envelope::public_key;

/// What pushes wait under.
const PURPOSE: &str = "push";
/// Browsers of one reader; a further one takes the place of the oldest.
const MAX_ENDPOINTS: u64 = 10;
/// The longest title and text that are pushed, in characters: a push has 4 kB (RFC 8030, 7.2).
const MAX_TITLE: usize = 200;
const MAX_BODY: usize = 600;
/// Rows of one `INSERT`, and keys of one `SELECT`.
const ROWS: usize = 1000;
/// Pushes that are sent in one go: even if each waits for as long as it may ([`fetch::MAX_TIME`]), well within a lease.
const BATCH: u64 = 100;
/// Pushes that are under way at the same time.
const AT_ONCE: usize = 8;
/// How long whoever sends a batch has it to themselves, in seconds.
const LEASE: i64 = 180;
/// After which attempt a push is tried again in how many seconds; after the last it is given up.
const AGAIN: [i64; 4] = [60, 300, 1800, 7200];
/// The longest wait that a push service may ask for, in seconds.
const MOST_WAIT: i64 = 6 * 3600;
/// A browser that refused so many pushes in a row is forgotten.
const MAX_FAILURES: i32 = 20;
/// How long a push service keeps what a browser that is off has not fetched, in seconds; danger is of today.
const KEPT: u32 = 24 * 3600;
const URGENT_KEPT: u32 = 4 * 3600;

/// What a browser shows of a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Push {
    /// Whose browsers show it.
    pub reader: ReaderId,
    /// One line, in the reader's language.
    pub title: String,
    /// A line or two more.
    pub body: String,
    /// The path it leads to, without language.
    pub path: String,
    /// What is shown in place of what came before under the same tag.
    pub tag: String,
    /// Whether it is danger.
    pub is_urgent: bool,
}

/// What the service worker reads.
#[derive(Serialize)]
struct Payload<'a> {
    title: &'a str,
    body: &'a str,
    path: &'a str,
    tag: &'a str,
    lang: &'a str,
    urgent: bool,
}

kinds! {
    /// What can be wrong with a browser that asks for pushes.
    pub enum PushRefusal {
        /// The address is none that we send to.
        EndpointNotAllowed = ("refusal-push-endpoint", "ENDPOINT_NOT_ALLOWED"),
        /// The keys are none of a browser.
        KeyInvalid = ("refusal-push-key", "KEY_INVALID"),
    }
}

/// What became of the pushes that were due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// That push services took.
    pub sent: usize,
    /// That are tried again later.
    pub later: usize,
    /// That were given up, of browsers that are no more among them.
    pub given_up: usize,
}

/// Keeps a browser of the person who asks; one that was another's is theirs from now on.
pub async fn save(tx: &mut Tx, address: &str, p256dh: &str, auth: &str) -> Outcome<Endpoint, PushRefusal> {
    let account = AccountId(policy::account(&tx.scope().actor)?);
    let reach = Reach::of(&tx.scope().app().public);
    let url = fetch::parse(address, reach).map_err(|_| Problem::at(PushRefusal::EndpointNotAllowed, "endpoint"))?;
    if url.scheme() != "https" && reach != Reach::OwnMachine {
        return Err(Problem::at(PushRefusal::EndpointNotAllowed, "endpoint").into());
    }
    if envelope::browser_key(p256dh).is_none() {
        return Err(Problem::at(PushRefusal::KeyInvalid, "p256dh").into());
    }
    if envelope::browser_auth(auth).is_none() {
        return Err(Problem::at(PushRefusal::KeyInvalid, "auth").into());
    }
    let reader = readers::of_account(tx, account).await?;
    let now = tx.scope().now();
    let known = endpoint::Entity::find().filter(endpoint::Column::Endpoint.eq(url.as_str())).one(tx.db()).await?;
    let kept = if let Some(known) = known {
        let mut row = known.into_active_model();
        row.reader_id = Set(reader.id);
        row.p256dh = Set(p256dh.to_owned());
        row.auth = Set(auth.to_owned());
        (row.failed_at, row.failures) = (Set(None), Set(0));
        row.update(tx.db()).await?
    } else {
        make_room(tx, reader.id).await?;
        let row = Endpoint {
            id: EndpointId::new(now),
            reader_id: reader.id,
            endpoint: url.into(),
            p256dh: p256dh.to_owned(),
            auth: auth.to_owned(),
            created_at: now,
            failed_at: None,
            failures: 0,
        };
        row.into_active_model().reset_all().insert(tx.db()).await?
    };
    Ok(kept)
}

/// The browsers of a reader, the oldest first.
pub(crate) async fn of_reader(scope: &Scope, reader: ReaderId) -> Result<Vec<Endpoint>> {
    let of_reader = endpoint::Entity::find().filter(endpoint::Column::ReaderId.eq(reader));
    Ok(of_reader.order_by_asc(endpoint::Column::CreatedAt).all(&*scope.db().await?).await?)
}

/// Forgets a browser of the person who asks. Whether there was one.
pub async fn remove(tx: &mut Tx, address: &str) -> Result<bool> {
    policy::account(&tx.scope().actor)?;
    let Some(reader) = readers::own(tx.scope()).await? else { return Ok(false) };
    // It was kept as addresses are written.
    let address = url::Url::parse(address.trim()).map_or_else(|_| address.to_owned(), String::from);
    let found = endpoint::Entity::delete_many()
        .filter(endpoint::Column::ReaderId.eq(reader.id))
        .filter(endpoint::Column::Endpoint.eq(address));
    Ok(found.exec(tx.db()).await?.rows_affected > 0)
}

async fn make_room(tx: &mut Tx, reader: ReaderId) -> Result<()> {
    let of_reader = || endpoint::Entity::find().filter(endpoint::Column::ReaderId.eq(reader));
    let kept = of_reader().count(tx.db()).await?;
    if kept >= MAX_ENDPOINTS {
        let oldest = of_reader().order_by_asc(endpoint::Column::CreatedAt).limit(kept + 1 - MAX_ENDPOINTS);
        for row in oldest.all(tx.db()).await? {
            row.delete(tx.db()).await?;
        }
    }
    Ok(())
}

/// Writes what is to be pushed, in the transaction of its cause; readers without a browser are passed over. Returns how
/// many were written.
pub(crate) async fn enqueue(tx: &mut Tx, pushes: &[Push]) -> Result<usize> {
    let ids: Vec<ReaderId> = pushes.iter().map(|push| push.reader).collect();
    let mut endpoints: HashMap<ReaderId, Vec<Endpoint>> = HashMap::new();
    for chunk in ids.chunks(ROWS) {
        let rows =
            endpoint::Entity::find().filter(endpoint::Column::ReaderId.is_in(chunk.iter().copied())).all(tx.db());
        for row in rows.await? {
            endpoints.entry(row.reader_id).or_default().push(row);
        }
    }
    let readers = readers::many(tx.scope(), &endpoints.keys().copied().collect::<Vec<_>>()).await?;
    let now = tx.scope().now();
    let purpose = tx.scope().purpose(PURPOSE);
    let mut rows = Vec::new();
    for push in pushes {
        let (Some(browsers), Some(reader)) = (endpoints.get(&push.reader), readers.get(&push.reader)) else { continue };
        let lang = readers::lang(tx.scope(), reader).await?;
        let payload = Payload {
            title: &shortened(&push.title, MAX_TITLE),
            body: &shortened(&push.body, MAX_BODY),
            path: &localised(lang, &push.path),
            tag: &push.tag,
            lang: lang.tag(),
            urgent: push.is_urgent,
        };
        let payload = serde_json::to_vec(&payload).map_err(Fault::internal)?;
        for browser in browsers {
            rows.push(waiting::Model {
                id: ids::at(now),
                endpoint_id: browser.id,
                payload: tx.scope().app().keys.seal(&purpose, &payload)?,
                is_urgent: push.is_urgent,
                created_at: now,
                next_at: now,
                attempts: 0,
            });
        }
    }
    let written = rows.len();
    let rows: Vec<_> = rows.into_iter().map(|row| row.into_active_model().reset_all()).collect();
    for chunk in rows.chunks(ROWS) {
        waiting::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(tx.db()).await?;
    }
    Ok(written)
}

/// A text of no more than so many characters.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// Sends what is due, danger first.
pub async fn deliver_due(scope: &Scope) -> Result<Sent> {
    let mut total = Sent::default();
    loop {
        let leased = lease(scope).await?;
        if leased.is_empty() {
            return Ok(total);
        }
        let signer = envelope::Signer::new(scope)?;
        let attempts = futures_util::stream::iter(leased)
            .map(|(row, browser)| {
                let signer = &signer;
                async move {
                    let outcome = attempt(scope, signer, &row, &browser).await;
                    (row, browser, outcome)
                }
            })
            .buffer_unordered(AT_ONCE)
            .collect::<Vec<_>>();
        let settled = settle(scope, attempts.await).await?;
        total.sent += settled.sent;
        total.later += settled.later;
        total.given_up += settled.given_up;
    }
}

/// Takes pushes that are due for oneself, for as long as a lease lasts.
async fn lease(scope: &Scope) -> Result<Vec<(waiting::Model, Endpoint)>> {
    let now = scope.now();
    let fresh = scope.fresh();
    let due = waiting::Entity::find().filter(waiting::Column::NextAt.lte(now)).limit(1);
    // Nothing to do is what is found nearly always, and needs no transaction that writes.
    if due.one(&*fresh.db().await?).await?.is_none() {
        return Ok(Vec::new());
    }
    let tx = fresh.begin().await?;
    let due = waiting::Entity::find()
        .filter(waiting::Column::NextAt.lte(now))
        .order_by_desc(waiting::Column::IsUrgent)
        .order_by_asc(waiting::Column::NextAt)
        .order_by_asc(waiting::Column::Id)
        .limit(BATCH)
        .find_also_related(endpoint::Entity);
    let mut leased = Vec::new();
    for (row, browser) in due.all(tx.db()).await? {
        let taken = waiting::Entity::update_many()
            .col_expr(waiting::Column::NextAt, Expr::value(now + chrono::Duration::seconds(LEASE)))
            .col_expr(waiting::Column::Attempts, Expr::value(row.attempts + 1))
            .filter(waiting::Column::Id.eq(row.id))
            .filter(waiting::Column::NextAt.eq(row.next_at))
            .exec(tx.db())
            .await?;
        if let (1, Some(browser)) = (taken.rows_affected, browser) {
            leased.push((waiting::Model { attempts: row.attempts + 1, ..row }, browser));
        }
    }
    tx.commit().await?;
    Ok(leased)
}

/// What became of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attempt {
    Taken,
    /// The browser is no more.
    Gone,
    /// Try again, in so many seconds if it was said.
    Again(Option<u64>),
    /// What it says is of yesterday: nobody's fault.
    TooLate,
    /// It is refused for good.
    Refused,
}

async fn attempt(scope: &Scope, signer: &envelope::Signer, row: &waiting::Model, browser: &Endpoint) -> Attempt {
    let Some(payload) = scope.app().keys.open(&scope.purpose(PURPOSE), &row.payload) else { return Attempt::Refused };
    let age = (scope.now() - row.created_at).num_seconds();
    let left = i64::from(if row.is_urgent { URGENT_KEPT } else { KEPT }) - age;
    if left <= 0 {
        return Attempt::TooLate;
    }
    let reach = Reach::of(&scope.app().public);
    let Ok(url) = fetch::parse(&browser.endpoint, reach) else { return Attempt::Refused };
    let Some((headers, body)) = signer.enclose(scope, &url, browser, &payload, row.is_urgent, left) else {
        return Attempt::Refused;
    };
    match fetch::post(&url, reach, &headers, body).await {
        Ok(taken) => match taken.status {
            200..=299 => Attempt::Taken,
            404 | 410 => Attempt::Gone,
            429 | 500..=599 => Attempt::Again(taken.retry_after),
            _ => Attempt::Refused,
        },
        Err(Failure::Unreachable(_) | Failure::TooSlow | Failure::NameUnknown) => Attempt::Again(None),
        Err(_) => Attempt::Refused,
    }
}

/// Notes what became of a batch.
async fn settle(scope: &Scope, attempts: Vec<(waiting::Model, Endpoint, Attempt)>) -> Result<Sent> {
    let mut settled = Sent::default();
    let now = scope.now();
    let tx = scope.fresh().begin().await?;
    for (row, browser, attempt) in attempts {
        let tried = usize::try_from(row.attempts).unwrap_or_default().saturating_sub(1);
        let again = match attempt {
            Attempt::Again(said) => AGAIN.get(tried).map(|wait| {
                let said = said.map_or(0, |seconds| i64::try_from(seconds).unwrap_or(MOST_WAIT));
                now + chrono::Duration::seconds(said.clamp(*wait, MOST_WAIT))
            }),
            _ => None,
        };
        match again {
            Some(at) => {
                settled.later += 1;
                let later = waiting::Entity::update_many().col_expr(waiting::Column::NextAt, Expr::value(at));
                later.filter(waiting::Column::Id.eq(row.id)).exec(tx.db()).await?;
            }
            None if attempt == Attempt::Taken => settled.sent += 1,
            None => settled.given_up += 1,
        }
        let is_over = attempt == Attempt::Gone || (attempt == Attempt::Refused && browser.failures + 1 >= MAX_FAILURES);
        if is_over {
            endpoint::Entity::delete_by_id(browser.id).exec(tx.db()).await?;
        } else if again.is_none() {
            waiting::Entity::delete_by_id(row.id).exec(tx.db()).await?;
        }
        let (failed_at, failures) = match attempt {
            Attempt::Refused => (Some(now), Expr::col(endpoint::Column::Failures).add(1)),
            Attempt::Taken if browser.failures > 0 => (None, Expr::value(0)),
            _ => continue,
        };
        let noted = endpoint::Entity::update_many()
            .col_expr(endpoint::Column::FailedAt, Expr::value(failed_at))
            .col_expr(endpoint::Column::Failures, failures)
            .filter(endpoint::Column::Id.eq(browser.id));
        noted.exec(tx.db()).await?;
    }
    tx.commit().await?;
    Ok(settled)
}

/// Text of base64url, with or without padding: browsers write both.
fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_shortened_between_characters() {
        assert_eq!(shortened("żółw", 4), "żółw");
        assert_eq!(shortened("żółwie", 4), "żół…");
    }
}
