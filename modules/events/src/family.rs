//! A family's own calendar: all that an account signed up for or keeps, at an address that only it knows.
//!
//! The address ends in 256 random bits. They are found by a keyed digest of them, so that neither the time that a look
//! takes nor the database tells anything of them; and kept sealed, so that the account can be shown its address again.
//! Digest and seal are the city's: an address of one city means nothing at another's.

mod calendar;
mod feed;

use std::time::Duration;

use chrono::{DateTime, Utc};
use identity::AccountId;
use kernel::{
    error::{Fault, Result},
    limits::Rule,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, sea_query::OnConflict,
};

use crate::signups::policy;
use calendar::{ActiveModel, Column, Entity, Model};

pub(crate) use feed::FEED;

/// What digests and seals of addresses are for.
const PURPOSE: &str = "family-calendar";
/// How often somebody may have a new address made.
const RENEWING: Rule = Rule { name: "event.family-calendar", tries: 10, window: Duration::from_secs(3600) };
/// Characters of a secret.
const SECRET: usize = 43;

/// A calendar as its family sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Family {
    /// The path of its feed.
    pub(crate) path: String,
    /// Whether children's names stand in it.
    pub(crate) names: bool,
    /// Since when it has this address.
    pub(crate) created_at: DateTime<Utc>,
}

/// The calendar of the person, if they have one.
pub(crate) async fn own(scope: &Scope) -> Result<Option<Family>> {
    let account = person(scope)?;
    let row = of(scope, account).await?;
    Ok(row.and_then(|row| shown(scope, &row)))
}

/// Gives the person a calendar, or theirs a new address; the former is dead at once. Nothing said about names leaves
/// them as they are: out, at first.
pub(crate) async fn renew(tx: &mut Tx, names: Option<bool>) -> Result<Family> {
    let scope = tx.scope().clone();
    let account = person(&scope)?;
    scope.app().limits.take(&scope, RENEWING, &account.global()).await?;
    let before = Entity::find_by_id(account).one(tx.db()).await?;
    let secret = scope.app().keys.random_token()?;
    let row = Model {
        account_id: account,
        fingerprint: fingerprint(&scope, &secret)?,
        sealed: scope.app().keys.seal(&scope.purpose(PURPOSE), secret.as_bytes())?,
        names: names.or(before.map(|row| row.names)).unwrap_or_default(),
        created_at: scope.now(),
    };
    let changed = [Column::Fingerprint, Column::Sealed, Column::Names, Column::CreatedAt];
    let known = OnConflict::column(Column::AccountId).update_columns(changed).to_owned();
    Entity::insert(row.clone().into_active_model().reset_all())
        .on_conflict(known)
        .exec_without_returning(tx.db())
        .await?;
    shown(&scope, &row).ok_or_else(|| Fault::internal("a seal that was just made cannot be opened"))
}

/// Puts children's names into the person's calendar, or takes them out. The address stays.
pub(crate) async fn set_names(tx: &mut Tx, names: bool) -> Result<Family> {
    let scope = tx.scope().clone();
    let account = person(&scope)?;
    let row = Entity::find_by_id(account).one(tx.db()).await?.ok_or_else(Fault::not_found)?;
    let change = ActiveModel { account_id: Set(account), names: Set(names), ..Default::default() };
    Entity::update(change).validate()?.exec(tx.db()).await?;
    shown(&scope, &Model { names, ..row }).ok_or_else(Fault::not_found)
}

/// Takes the person's calendar away; whether there was one.
pub(crate) async fn revoke(tx: &mut Tx) -> Result<bool> {
    let account = person(tx.scope())?;
    Ok(Entity::delete_by_id(account).exec(tx.db()).await?.rows_affected > 0)
}

/// What is kept of an account's calendar.
pub(crate) async fn of(scope: &Scope, account: AccountId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(account).one(&*scope.db().await?).await?)
}

/// Forgets an account's calendar.
pub(crate) async fn forget(tx: &mut Tx, account: AccountId) -> Result<()> {
    Entity::delete_by_id(account).exec(tx.db()).await?;
    Ok(())
}

/// The calendar of that secret.
async fn by_secret(scope: &Scope, secret: &str) -> Result<Option<Model>> {
    let is_one = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    if secret.len() != SECRET || !secret.bytes().all(is_one) {
        return Ok(None);
    }
    let row = Entity::find().filter(Column::Fingerprint.eq(fingerprint(scope, secret)?));
    let row = row.one(&*scope.db().await?).await?;
    // Databases may take texts for equal that are not.
    let keys = &scope.app().keys;
    Ok(row.filter(|row| keys.verify(&scope.purpose(PURPOSE), secret.as_bytes(), &row.fingerprint)))
}

fn fingerprint(scope: &Scope, secret: &str) -> Result<String> {
    scope.app().keys.sign(&scope.purpose(PURPOSE), secret.as_bytes())
}

fn shown(scope: &Scope, row: &Model) -> Option<Family> {
    let secret = scope.app().keys.open(&scope.purpose(PURPOSE), &row.sealed)?;
    let secret = String::from_utf8(secret).ok()?;
    Some(Family { path: feed::path(&secret), names: row.names, created_at: row.created_at })
}

/// Whoever signed in with a browser: a program has no family.
fn person(scope: &Scope) -> Result<AccountId> {
    let account = scope.person()?.account;
    scope.actor.require(policy::is_own(&scope.actor, account))?;
    Ok(AccountId(account))
}
