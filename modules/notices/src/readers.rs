//! Finding, making and changing readers.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use identity::{Account, AccountId, normalise_address};
use kernel::{
    changes::Operation,
    error::{Fault, Result},
    i18n::Lang,
    mail,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::{Set, Unchanged},
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::{
    READER,
    notice::{self, WAITING},
    reader::{ActiveModel, Column, Entity, Model, ReaderId, State},
    reason::Reason,
    schedule::Settings,
};

/// Keys of one `SELECT`; databases take some ten thousand.
pub(crate) const KEYS_PER_SELECT: usize = 1000;
/// How long an address has to be confirmed.
pub const CONFIRM_WITHIN: TimeDelta = TimeDelta::days(3);
/// What the seals of links are for by which an address is confirmed.
const PURPOSE: &str = "notices-confirm";
/// The longest token by which an address is confirmed, in characters.
const MAX_TOKEN: usize = 1200;
/// Consents of one reader that are kept, the newest.
const MAX_PROOFS: usize = 20;

/// What somebody agreed to who asked to be told by mail without an account: kept for as long as the reader is known
/// (Article 7(1) of the General Data Protection Regulation).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proof {
    /// The words that they agreed to.
    pub text: String,
    /// Which edition of these words that is.
    pub version: String,
    /// Where they were when they asked: a keyed digest of the network address ([`Proof::digest`]).
    pub from: Option<String>,
}

impl Proof {
    /// A keyed digest of a network address: whether two are the same can be told, but not what they are.
    pub fn digest(scope: &Scope, place: &str) -> Result<String> {
        scope.app().keys.sign(&scope.purpose("notices-proof"), place.as_bytes())
    }
}

/// A proof as it is kept once its reader has followed the link.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Given {
    #[serde(flatten)]
    proof: Proof,
    /// What they asked for: a subscription.
    subject: Uuid,
    asked_at: DateTime<Utc>,
    confirmed_at: DateTime<Utc>,
    confirmed_from: Option<String>,
}

/// What a link says by which an address is confirmed.
#[derive(Serialize, Deserialize)]
struct Asking {
    reader: Uuid,
    subject: Uuid,
    proof: Proof,
    at: DateTime<Utc>,
}

/// Somebody who asked to be told by mail, without an account.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The reader of the address, known before or not.
    pub reader: Model,
    /// What is mailed there, and comes back to [`confirm`].
    pub token: String,
}

/// An address that its reader confirmed.
#[derive(Clone, Debug)]
pub struct Confirmed {
    /// Whose it is.
    pub reader: Model,
    /// What they had asked for.
    pub subject: Uuid,
}

/// The reader of that id.
pub async fn find(scope: &Scope, id: ReaderId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(&*scope.db().await?).await?)
}

/// Readers by id.
pub async fn many(scope: &Scope, ids: &[ReaderId]) -> Result<HashMap<ReaderId, Model>> {
    let db = scope.db().await?;
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(KEYS_PER_SELECT) {
        let rows = Entity::find().filter(Column::Id.is_in(chunk.iter().copied())).all(&*db).await?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(found)
}

/// Readers by id, locked until the unit of work ends, so that what waits for them is changed by one at a time.
pub(crate) async fn lock(tx: &Tx, ids: &[ReaderId]) -> Result<HashMap<ReaderId, Model>> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(KEYS_PER_SELECT) {
        // In one order everywhere, or two could wait for each other.
        let rows = Entity::find().filter(Column::Id.is_in(chunk.iter().copied())).order_by_asc(Column::Id);
        found.extend(rows.lock_exclusive().all(tx.db()).await?.into_iter().map(|row| (row.id, row)));
    }
    Ok(found)
}

/// Holds readers until the unit of work ends, the lowest id first: whoever changes what they asked for or what waits
/// for them does so before reading it, and before touching any other row of theirs. Ids of nobody are passed over.
pub async fn hold(tx: &Tx, ids: &[ReaderId]) -> Result<()> {
    lock(tx, ids).await?;
    Ok(())
}

/// The reader that an account is, made if it is none yet; one of its address becomes it.
pub async fn of_account(tx: &mut Tx, id: AccountId) -> Result<Model> {
    if let Some(known) = by_account(tx.db(), id).await? {
        return Ok(known);
    }
    let account = identity::accounts::find(tx.scope(), id).await?.ok_or_else(Fault::not_found)?;
    let now = tx.scope().now();
    if let Some(email) = account.verified_email()
        && let Some(known) = by_email(tx.db(), email).await?
    {
        let change = ActiveModel {
            id: Unchanged(known.id),
            account_id: Set(Some(id)),
            email: Set(None),
            state: Set(State::Confirmed),
            confirmed_at: Set(known.confirmed_at.or(account.email_verified_at)),
            updated_at: Set(now),
            ..Default::default()
        };
        return write(tx, change).await;
    }
    let row =
        Model { account_id: Some(id), state: State::Confirmed, confirmed_at: Some(now), ..new(now, account.lang()) };
    let on_conflict = OnConflict::column(Column::AccountId).do_nothing().to_owned();
    insert(tx, row, on_conflict).await?;
    by_account(tx.db(), id).await?.ok_or_else(|| Fault::internal("a reader that was just made is gone"))
}

/// The reader that who asks is, if they are one yet.
pub async fn own(scope: &Scope) -> Result<Option<Model>> {
    let Some(account) = scope.actor.account().map(AccountId) else { return Ok(None) };
    let db = scope.db().await?;
    if let Some(known) = by_account(&*db, account).await? {
        return Ok(Some(known));
    }
    let account = identity::accounts::find(scope, account).await?;
    match account.as_ref().and_then(Account::verified_email) {
        Some(email) => by_email(&*db, email).await,
        None => Ok(None),
    }
}

/// The reader of an address that somebody typed, made if there is none, and what shows that the address is theirs. The
/// answer must not tell whether the address was known. A fault of the argument `email` if it is no address.
///
/// An address that an account has shown to be its own is that account's reader.
pub async fn of_address(tx: &mut Tx, email: &str, lang: Lang, proof: Proof, subject: Uuid) -> Result<Asked> {
    let email = normalise_address(email)
        .ok_or_else(|| Fault::bad_input("email", "an address is expected, like anna@example.org"))?;
    let account = identity::accounts::by_address(tx.db(), &email).await?;
    let reader = if let Some(account) = account.filter(|account| account.verified_email().is_some()) {
        of_account(tx, account.id).await?
    } else {
        let row = Model { email: Some(email.clone()), ..new(tx.scope().now(), lang) };
        // Who asks once more has as long again to confirm.
        let on_conflict = OnConflict::column(Column::Email).update_column(Column::UpdatedAt).to_owned();
        insert(tx, row, on_conflict).await?;
        let made = by_email(tx.db(), &email).await?;
        made.ok_or_else(|| Fault::internal("a reader that was just made is gone"))?
    };
    let scope = tx.scope();
    let asking = Asking { reader: reader.id.0, subject, proof, at: scope.now() };
    let asking = serde_json::to_vec(&asking).map_err(Fault::internal)?;
    let token = scope.app().keys.seal(&scope.purpose(PURPOSE), &asking)?;
    Ok(Asked { reader, token })
}

/// Confirms the address that a token was mailed to, and keeps the proof; `from` is where that happens
/// ([`Proof::digest`]). Nothing if the token is none of this city's, or too old. Done again, it changes nothing more.
pub async fn confirm(tx: &mut Tx, token: &str, from: Option<String>) -> Result<Option<Confirmed>> {
    let Some(asking) = read(tx.scope(), token) else { return Ok(None) };
    let Some(known) = lock(tx, &[ReaderId(asking.reader)]).await?.remove(&ReaderId(asking.reader)) else {
        return Ok(None);
    };
    let now = tx.scope().now();
    let mut given: Vec<Given> = serde_json::from_value(known.proof.clone()).unwrap_or_default();
    if given.iter().any(|given| given.subject == asking.subject && given.asked_at == asking.at) {
        return Ok(Some(Confirmed { reader: known, subject: asking.subject }));
    }
    given.push(Given {
        proof: asking.proof,
        subject: asking.subject,
        asked_at: asking.at,
        confirmed_at: now,
        confirmed_from: from,
    });
    let first = given.len().saturating_sub(MAX_PROOFS);
    let change = ActiveModel {
        id: Unchanged(known.id),
        state: Set(State::Confirmed),
        confirmed_at: Set(known.confirmed_at.or(Some(now))),
        proof: Set(serde_json::to_value(&given[first..]).map_err(Fault::internal)?),
        // Who asks for something new wants to be told again.
        paused_at: Set(None),
        generation: Set(known.generation + i32::from(known.paused_at.is_some())),
        updated_at: Set(now),
        ..Default::default()
    };
    let reader = write(tx, change).await?;
    Ok(Some(Confirmed { reader, subject: asking.subject }))
}

/// The subject of a token that would be confirmed, and whose it is: to show what a button would do. Nothing as in
/// [`confirm`].
pub async fn asked_by(scope: &Scope, token: &str) -> Result<Option<Confirmed>> {
    let Some(asking) = read(scope, token) else { return Ok(None) };
    let reader = find(scope, ReaderId(asking.reader)).await?;
    Ok(reader.map(|reader| Confirmed { reader, subject: asking.subject }))
}

fn read(scope: &Scope, token: &str) -> Option<Asking> {
    let token = Some(token.trim()).filter(|token| token.len() <= MAX_TOKEN)?;
    let asking = scope.app().keys.open(&scope.purpose(PURPOSE), token)?;
    let asking: Asking = serde_json::from_slice(&asking).ok()?;
    (scope.now() <= asking.at + CONFIRM_WITHIN).then_some(asking)
}

/// Changes when a reader is told. What waits already leaves when it was to.
pub async fn save_settings(tx: &mut Tx, id: ReaderId, settings: &Settings) -> Result<Model> {
    let change = ActiveModel {
        id: Unchanged(id),
        quiet_from: Set(settings.quiet_from.into()),
        quiet_until: Set(settings.quiet_until.into()),
        keeps_holidays: Set(settings.keeps_holidays),
        daily_at: Set(settings.daily_at.into()),
        weekly_on: Set(settings.weekly_on.into()),
        updated_at: Set(tx.scope().now()),
        ..Default::default()
    };
    write(tx, change).await
}

/// Pauses everything that a reader is told, or goes on with it. What waits when everything is paused never leaves; it
/// stays in the centre of who has one.
pub async fn pause(tx: &mut Tx, id: ReaderId, is_paused: bool) -> Result<Model> {
    let known = lock(tx, &[id]).await?.remove(&id).ok_or_else(Fault::not_found)?;
    if known.paused_at.is_some() == is_paused {
        return Ok(known);
    }
    let now = tx.scope().now();
    if is_paused {
        stop_waiting(tx, id).await?;
        let scope = tx.scope().clone();
        if let Some(address) = address(&scope, &known).await? {
            // What has left for the outbox and not yet the house would be what they just said they want no more of.
            mail::withdraw(tx, &address).await?;
        }
    }
    let change = ActiveModel {
        id: Unchanged(id),
        paused_at: Set(is_paused.then_some(now)),
        generation: Set(known.generation + i32::from(!is_paused)),
        updated_at: Set(now),
        ..Default::default()
    };
    write(tx, change).await
}

/// Notes that a reader turned something on again: links in mails from before ask first from now on.
pub async fn turned_on(tx: &mut Tx, id: ReaderId) -> Result<()> {
    let known = lock(tx, &[id]).await?.remove(&id).ok_or_else(Fault::not_found)?;
    let change = ActiveModel {
        id: Unchanged(id),
        generation: Set(known.generation + 1),
        updated_at: Set(tx.scope().now()),
        ..Default::default()
    };
    write(tx, change).await?;
    Ok(())
}

/// Pauses everything that is told to an address, since whoever reads there complained. Whether somebody is told less.
pub async fn pause_address(tx: &mut Tx, email: &str) -> Result<bool> {
    let Some(email) = normalise_address(email) else { return Ok(false) };
    let mut known = by_email(tx.db(), &email).await?;
    if known.is_none()
        && let Some(account) = identity::accounts::by_address(tx.db(), &email).await?
    {
        known = by_account(tx.db(), account.id).await?;
    }
    match known.filter(|known| known.paused_at.is_none()) {
        Some(known) => pause(tx, known.id, true).await.map(|_| true),
        None => Ok(false),
    }
}

/// Where a reader is written to; nothing if they have shown of no address that it is theirs.
pub async fn address(scope: &Scope, reader: &Model) -> Result<Option<String>> {
    if reader.state != State::Confirmed {
        return Ok(None);
    }
    match reader.account_id {
        Some(account) => {
            let account = identity::accounts::find(scope, account).await?;
            Ok(account.as_ref().and_then(Account::verified_email).map(str::to_owned))
        }
        None => Ok(reader.email.clone()),
    }
}

/// The language in which a reader is told things.
pub async fn lang(scope: &Scope, reader: &Model) -> Result<Lang> {
    let account = match reader.account_id {
        Some(account) => identity::accounts::find(scope, account).await?,
        None => None,
    };
    Ok(account.map_or_else(|| reader.lang(), |account| account.lang()))
}

/// Forgets a subscription as a reason for what waits: what has no other never leaves.
pub async fn forget_subscription(tx: &mut Tx, reader: ReaderId, subscription: Uuid) -> Result<()> {
    lock(tx, &[reader]).await?;
    let waiting = notice::Entity::find()
        .filter(notice::Column::ReaderId.eq(reader))
        .filter(notice::Column::Waiting.eq(WAITING))
        .all(tx.db())
        .await?;
    for row in waiting {
        let left: Vec<Reason> =
            row.reasons.iter().filter(|reason| reason.subscription != subscription).cloned().collect();
        if left.len() == row.reasons.0.len() {
            continue;
        }
        if left.is_empty() {
            notice::Entity::delete_by_id(row.id).exec(tx.db()).await?;
        } else {
            let change = notice::ActiveModel { id: Unchanged(row.id), reasons: Set(left.into()), ..Default::default() };
            notice::Entity::update(change).validate()?.exec(tx.db()).await?;
        }
    }
    Ok(())
}

/// Forgets a reader with everything they were told. Whatever else names them goes before.
pub async fn forget(tx: &mut Tx, id: ReaderId) -> Result<()> {
    let known = Entity::find_by_id(id).one(tx.db()).await?;
    if let Some(email) = known.and_then(|known| known.email) {
        mail::forget_address(tx, &email).await?;
    }
    Entity::delete_by_id(id).exec(tx.db()).await?;
    tx.changed(READER, id.0, Operation::Delete);
    Ok(())
}

/// What a reader agreed to, for an archive.
pub(crate) fn proof(reader: &Model) -> serde_json::Value {
    reader.proof.clone()
}

/// The reader that an account is, if it is one.
pub async fn by_account(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::AccountId.eq(account)).one(db).await?)
}

/// The reader without account that an address is; the address as [`normalise_address`] writes it.
pub(crate) async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Email.eq(email)).one(db).await?)
}

/// Readers whom nobody confirmed in time.
pub(crate) async fn pending_before(tx: &Tx, moment: DateTime<Utc>) -> Result<Vec<ReaderId>> {
    let late = Entity::find().filter(Column::State.eq(State::Pending)).filter(Column::UpdatedAt.lt(moment));
    Ok(late.select_only().column(Column::Id).into_tuple().all(tx.db()).await?)
}

/// Readers without an account who have wanted to be told nothing since before a moment.
pub(crate) async fn paused_before(tx: &Tx, moment: DateTime<Utc>) -> Result<Vec<ReaderId>> {
    let paused = Entity::find().filter(Column::AccountId.is_null()).filter(Column::PausedAt.lt(moment));
    Ok(paused.select_only().column(Column::Id).into_tuple().all(tx.db()).await?)
}

/// Lets go of what waits for a reader.
pub(crate) async fn stop_waiting(tx: &Tx, id: ReaderId) -> Result<()> {
    notice::Entity::update_many()
        .col_expr(notice::Column::Waiting, Expr::value(Option::<i32>::None))
        .filter(notice::Column::ReaderId.eq(id))
        .filter(notice::Column::Waiting.eq(WAITING))
        .exec(tx.db())
        .await?;
    Ok(())
}

fn new(now: DateTime<Utc>, lang: Lang) -> Model {
    let settings = Settings::default();
    Model {
        id: ReaderId::new(now),
        account_id: None,
        email: None,
        lang: lang.tag().to_owned(),
        state: State::Pending,
        confirmed_at: None,
        proof: json!([]),
        quiet_from: settings.quiet_from.into(),
        quiet_until: settings.quiet_until.into(),
        keeps_holidays: settings.keeps_holidays,
        daily_at: settings.daily_at.into(),
        weekly_on: settings.weekly_on.into(),
        paused_at: None,
        generation: 0,
        last_at_once: None,
        created_at: now,
        updated_at: now,
    }
}

async fn insert(tx: &mut Tx, row: Model, on_conflict: OnConflict) -> Result<()> {
    let id = row.id;
    // Somebody may be making them in another window at this moment: whoever comes second finds them.
    let row = ActiveModel::from(row).reset_all();
    Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx.db()).await?;
    tx.changed(READER, id.0, Operation::Upsert);
    Ok(())
}

async fn write(tx: &mut Tx, change: ActiveModel) -> Result<Model> {
    let reader = Entity::update(change).validate()?.exec(tx.db()).await?;
    tx.changed(READER, reader.id.0, Operation::Upsert);
    Ok(reader)
}
