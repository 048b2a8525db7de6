//! Entries go stale: what nobody confirmed for a term is asked about, and hidden if nobody answers.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use activities::{Activity, ActivityId, State};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use identity::{Account, AccountId};
use kernel::{
    error::{Fault, Result},
    i18n::Lang,
    jobs::Job,
    mail::{self, Lane, Mail},
    refusal::{Outcome, Problem},
    scope::{Actor, Scope, Tx},
};
use notices::Telling;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{MODULE, policy, proposals, refusal::Refusal, reminder};

/// The work that is done from time to time.
pub const JOBS: [Job; 1] = [Job {
    name: "editorial.freshness",
    module: Some(MODULE),
    every: Duration::from_secs(24 * 3600),
    run: |scope| Box::pin(run(scope)),
}];

/// What tokens are for.
const PURPOSE: &str = "confirm-entry";
/// How long a link in a reminder acts.
const TOKEN_DAYS: i64 = 60;
/// How long people have to answer a reminder before their entry is hidden.
const GRACE_DAYS: i64 = 14;
/// Entries of one mail.
const PER_MAIL: usize = 30;
/// Entries that the centre names.
const NAMED: usize = 3;
/// The path at which people find what they answer for, without language.
const DESK: &str = "/pulpit";
/// Days after which a draft that nobody touched goes, and what was rejected.
const KEPT_DAYS: i64 = 365;

/// The path of the page that a reminder's link leads to, without language.
pub fn path(token: &str) -> String {
    format!("/potwierdz/{token}")
}

/// A token by which whoever got it can confirm one entry for a while, without signing in.
pub fn token(scope: &Scope, activity: ActivityId) -> Result<String> {
    let expires = scope.now() + chrono::Duration::days(TOKEN_DAYS);
    let mut message = activity.0.as_bytes().to_vec();
    message.extend_from_slice(&expires.timestamp().to_be_bytes());
    let signature = scope.app().keys.sign(&scope.purpose(PURPOSE), &message)?;
    Ok(format!("{}.{signature}", URL_SAFE_NO_PAD.encode(message)))
}

/// The entry that a token confirms; nothing if we did not make it for this city, or too long ago.
pub fn read_token(scope: &Scope, token: &str) -> Option<ActivityId> {
    let (message, signature) = token.split_once('.')?;
    let message = URL_SAFE_NO_PAD.decode(message).ok()?;
    if !scope.app().keys.verify(&scope.purpose(PURPOSE), &message, signature) {
        return None;
    }
    let (id, expires) = message.split_at_checked(16)?;
    let expires = DateTime::from_timestamp(i64::from_be_bytes(expires.try_into().ok()?), 0)?;
    (scope.now() <= expires).then_some(ActivityId(Uuid::from_slice(id).ok()?))
}

/// The entry that a token confirms, if it is there and its people have not archived it.
pub async fn by_token(scope: &Scope, token: &str) -> Result<Option<Activity>> {
    let Some(id) = read_token(scope, token) else { return Ok(None) };
    Ok(activities::service::record(scope, id).await?.filter(|row| row.state != State::Archived))
}

/// Confirms the entry of a token. What was hidden because nobody answered is shown again; what its people archived is not.
pub async fn confirm_by_token(tx: &mut Tx, token: &str) -> Outcome<ActivityId, Refusal> {
    let row = match read_token(tx.scope(), token) {
        Some(id) => activities::service::lock(tx, id).await?,
        None => None,
    };
    let row = row.filter(|row| row.state != State::Archived);
    let row = row.ok_or_else(|| Problem::at(Refusal::TokenInvalid, "token"))?;
    activities::service::confirm(tx, row.id).await?;
    Ok(row.id)
}

/// An entry that goes stale.
#[derive(Clone, Debug)]
pub struct Stale {
    /// The entry.
    pub row: Activity,
    /// When it will be hidden if nobody confirms it.
    pub hides_at: DateTime<Utc>,
    /// Who was reminded last, the newest first; an account is missing where it was the entry's own address.
    pub reminded: Vec<(DateTime<Utc>, Option<Account>)>,
}

/// Entries that nobody confirmed for as long as the city allows, the oldest first. For editors.
pub async fn stale(scope: &Scope, first: usize) -> Result<Vec<Stale>> {
    if !policy::may_edit_all(&scope.actor) {
        scope.person()?;
        return Err(Fault::forbidden());
    }
    let policy = &scope.tenant.policy;
    let since = days_ago(scope, policy.stale_after_days);
    let rows = activities::service::unconfirmed_since(scope, since, Some(first as u64)).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let reminders = reminder::of(scope, &ids).await?;
    let mut accounts: Vec<AccountId> = reminders.iter().filter_map(|reminder| reminder.account_id).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let accounts = identity::accounts::many(scope, &accounts).await?;
    let stale = rows.into_iter().map(|row| {
        let of_this =
            reminders.iter().filter(|reminder| reminder.activity_id == row.id && Some(reminder.at) >= row.confirmed_at);
        let reminded = of_this
            .map(|reminder| (reminder.at, reminder.account_id.and_then(|account| accounts.get(&account).cloned())));
        Stale { hides_at: hides_at(scope, &row), reminded: reminded.collect(), row }
    });
    Ok(stale.collect())
}

/// When an entry is hidden: so many days after it was last confirmed, but not before its people had time to answer.
fn hides_at(scope: &Scope, row: &Activity) -> DateTime<Utc> {
    let by_policy = last_confirmed(row) + chrono::Duration::days(scope.tenant.policy.hide_after_days.into());
    let reminded = row.reminded_at.filter(|at| *at >= last_confirmed(row)).unwrap_or_else(|| scope.now());
    by_policy.max(reminded + chrono::Duration::days(GRACE_DAYS))
}

fn last_confirmed(row: &Activity) -> DateTime<Utc> {
    row.confirmed_at.unwrap_or(row.created_at)
}

fn days_ago(scope: &Scope, days: u32) -> DateTime<Utc> {
    scope.now() - chrono::Duration::days(days.into())
}

/// Whom a reminder goes to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Recipient {
    Account(AccountId),
    Address(String),
}

/// Hides what nobody answered for, reminds, and forgets drafts that nobody goes on with and what was rejected. Run again it does nothing
/// more: what was reminded and hidden says so.
async fn run(scope: &Scope) -> Result<()> {
    // What is due to be hidden is not asked about once more, which would put it off.
    Box::pin(hide(&scope.acting_as(Actor::System))).await?;
    Box::pin(remind(&scope.acting_as(Actor::System))).await?;
    let mut tx = scope.acting_as(Actor::System).begin().await?;
    proposals::forget_abandoned(&mut tx, scope.now() - chrono::Duration::days(KEPT_DAYS)).await?;
    tx.commit().await
}

/// Whether an entry's people are to be asked. Once a term: who was asked since the last confirmation, and not longer ago
/// than a term, is left in peace.
fn must_be_asked(scope: &Scope, row: &Activity) -> bool {
    let since = days_ago(scope, scope.tenant.policy.stale_after_days);
    let asked = row.reminded_at.is_some_and(|at| at >= last_confirmed(row) && at > since);
    row.state == State::Published && last_confirmed(row) < since && !asked
}

/// Whether nobody answered for an entry in time.
fn must_be_hidden(scope: &Scope, row: &Activity) -> bool {
    row.state == State::Published && hides_at(scope, row) <= scope.now()
}

async fn remind(scope: &Scope) -> Result<()> {
    let since = days_ago(scope, scope.tenant.policy.stale_after_days);
    let mut due = activities::service::unconfirmed_since(scope, since, None).await?;
    due.retain(|row| must_be_asked(scope, row));
    let mut managers: BTreeMap<Uuid, Vec<Account>> = BTreeMap::new();
    let mut accounts: BTreeMap<AccountId, Account> = BTreeMap::new();
    let mut entries: BTreeMap<BTreeSet<Recipient>, Vec<ActivityId>> = BTreeMap::new();
    for row in due {
        let mut recipients = BTreeSet::new();
        if let Some(institution) = row.institution_id {
            let people = match managers.entry(institution.0) {
                std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
                std::collections::btree_map::Entry::Vacant(new) => {
                    let people = identity::accounts::managers(scope, institution.0).await?;
                    new.insert(people.into_iter().filter(|account| account.verified_email().is_some()).collect())
                }
            };
            for account in people.iter() {
                accounts.entry(account.id).or_insert_with(|| account.clone());
                recipients.insert(Recipient::Account(account.id));
            }
        }
        if recipients.is_empty() {
            recipients.extend(row.email.map(Recipient::Address));
        }
        entries.entry(recipients).or_default().push(row.id);
    }
    for (recipients, ids) in entries {
        for ids in ids.chunks(PER_MAIL) {
            ask(scope, &recipients, &accounts, ids).await?;
        }
    }
    Ok(())
}

/// The mails to all who answer for the same entries and the notes that they were written, together or not at all. Where
/// nobody can be asked, that is noted as if somebody had been.
async fn ask(
    scope: &Scope,
    recipients: &BTreeSet<Recipient>,
    accounts: &BTreeMap<AccountId, Account>,
    ids: &[ActivityId],
) -> Result<()> {
    let mut tx = scope.begin().await?;
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        // Somebody may have confirmed it since it was looked for.
        let row = activities::service::lock(&tx, id).await?;
        rows.extend(row.filter(|row| must_be_asked(scope, row)));
    }
    if rows.is_empty() {
        return Ok(());
    }
    rows.sort_by_key(|row| (last_confirmed(row), row.id));
    let mut entries = Vec::with_capacity(rows.len());
    for row in &rows {
        entries.push(json!({ "title": row.title, "path": path(&token(scope, row.id)?) }));
    }
    let args = json!({ "entries": entries, "count": rows.len() });
    for recipient in recipients {
        let account = write_letter(&mut tx, recipient, accounts, (&rows, args.clone())).await?;
        for row in &rows {
            reminder::note(&tx, row.id, account).await?;
        }
    }
    for row in &rows {
        activities::service::set_reminded(&mut tx, row.id).await?;
    }
    tx.commit().await
}

/// Some entries in one line.
fn titles(rows: &[Activity]) -> String {
    let named: Vec<&str> = rows.iter().take(NAMED).map(|row| row.title.as_str()).collect();
    let more = if rows.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", named.join(", "))
}

/// One mail; the account that it goes to, if it is one's.
async fn write_letter(
    tx: &mut Tx,
    recipient: &Recipient,
    accounts: &BTreeMap<AccountId, Account>,
    (rows, args): (&[Activity], Value),
) -> Result<Option<AccountId>> {
    match recipient {
        Recipient::Account(id) => {
            if let Some(account) = accounts.get(id) {
                let (title, path) = (titles(rows), DESK.to_owned());
                let about = (activities::ENTITY, rows.first().map_or_else(Uuid::nil, |row| row.id.0));
                let telling = Telling { lane: Lane::Normal, template: "editorial/confirm", args, title, path, about };
                notices::tell(tx, account, telling).await?;
            }
            Ok(Some(*id))
        }
        Recipient::Address(address) => {
            let mail = Mail {
                lane: Lane::Normal,
                template: "editorial/confirm",
                lang: Lang::default(),
                to: address.clone(),
                account: None,
                args,
                unsubscribe: None,
            };
            mail::enqueue(tx, mail).await?;
            Ok(None)
        }
    }
}

async fn hide(scope: &Scope) -> Result<()> {
    let since = days_ago(scope, scope.tenant.policy.hide_after_days);
    let mut due = activities::service::unconfirmed_since(scope, since, None).await?;
    due.retain(|row| must_be_hidden(scope, row));
    for row in due {
        let mut tx = scope.begin().await?;
        // Somebody may have confirmed or archived it since it was looked for.
        let row = activities::service::lock(&tx, row.id).await?;
        if let Some(row) = row.filter(|row| must_be_hidden(scope, row)) {
            activities::service::set_state(&mut tx, row.id, State::Hidden, None).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
