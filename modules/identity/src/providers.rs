//! Sign-in by a provider: whom it vouches for becomes an account, or is joined with the one of the same address.

use kernel::{
    error::Result,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::OnConflict,
};
use serde_json::json;

use crate::{
    account::AccountId,
    accounts,
    address::normalise_address,
    link::{ActiveModel, Column, Entity, Model},
    oidc::Claims,
    policy,
    refusal::Kind,
    sign_in::Entered,
};

/// What comes of a person whom a provider vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entrance {
    /// They are in; the caller opens a session.
    Entered(Entered),
    /// Their address belongs to an account that the provider does not know. Nothing is joined yet: the caller lets them
    /// sign in to that address by mail ([`crate::sign_in::begin`]) and then calls [`join`], or else [`keep_apart`].
    Joinable {
        /// The account.
        account: AccountId,
        /// The address, as the account has it.
        email: String,
    },
}

/// Lets somebody in whom a provider vouches for.
///
/// Known by issuer and subject, they enter their account. An address that the provider has verified says which account
/// *may* be theirs, but a provider's word is not enough to enter one that somebody made without it. One that it has not
/// verified says nothing, and is not kept.
pub async fn enter_by_provider(tx: &mut Tx, claims: &Claims) -> Result<Entrance> {
    if let Some(link) = by_subject(tx, &claims.issuer, &claims.subject).await? {
        accounts::seen(tx, link.account_id).await?;
        return Ok(Entrance::Entered(Entered { account: link.account_id, is_new: false, next: None }));
    }
    let email = claims.email.as_deref().filter(|_| claims.email_verified).and_then(normalise_address);
    let lang = language(tx.scope(), claims.locale.as_deref());
    let (account, is_new) = accounts::find_or_make(tx, email.as_deref(), claims.name.as_deref(), lang).await?;
    match email {
        Some(email) if !is_new => return Ok(Entrance::Joinable { account: account.id, email }),
        Some(_) => accounts::verified(tx, account.id).await?,
        None => {}
    }
    link(tx, account.id, &claims.issuer, &claims.subject, claims.email.as_deref()).await?;
    // Somebody who comes twice at once, without an address, has made two accounts; the one that is linked is theirs.
    let linked = by_subject(tx, &claims.issuer, &claims.subject).await?.map_or(account.id, |link| link.account_id);
    if linked != account.id {
        accounts::unmake(tx, account.id).await?;
    }
    Ok(Entrance::Entered(Entered { account: linked, is_new: linked == account.id, next: None }))
}

/// Joins a provider's person with an account. The caller has seen that whoever came from the provider entered that
/// account in the same browser.
pub async fn join(tx: &mut Tx, account: AccountId, issuer: &str, subject: &str) -> Outcome<(), Kind> {
    link(tx, account, issuer, subject, None).await?;
    // Somebody may have joined it at the same moment.
    let linked = by_subject(tx, issuer, subject).await?;
    if linked.is_none_or(|link| link.account_id != account) {
        return Err(Problem::new(Kind::LinkTaken).into());
    }
    kernel::audit::append(tx, "account.join", &account.global(), json!({ "issuer": issuer })).await?;
    Ok(())
}

/// Lets a provider's person in with an account of their own, without address: they do not want the one of their address,
/// or cannot enter it.
pub async fn keep_apart(tx: &mut Tx, issuer: &str, subject: &str, name: Option<&str>) -> Outcome<Entered, Kind> {
    if by_subject(tx, issuer, subject).await?.is_some() {
        return Err(Problem::new(Kind::LinkTaken).into());
    }
    let lang = tx.scope().lang;
    let (account, is_new) = accounts::find_or_make(tx, None, name, lang).await?;
    link(tx, account.id, issuer, subject, None).await?;
    Ok(Entered { account: account.id, is_new, next: None })
}

/// The providers that vouch for an account, the first joined first.
pub async fn of(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    let select = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::CreatedAt);
    Ok(select.all(&*scope.db().await?).await?)
}

/// The providers that vouch for the person who asks, in a browser.
pub async fn own(scope: &Scope) -> Result<Vec<Model>> {
    let person = scope.person()?;
    scope.actor.require(policy::is_self(&scope.actor, person.account))?;
    of(scope, AccountId(person.account)).await
}

async fn by_subject(tx: &Tx, issuer: &str, subject: &str) -> Result<Option<Model>> {
    let select = Entity::find().filter(Column::Issuer.eq(issuer)).filter(Column::Subject.eq(subject));
    Ok(select.one(tx.db()).await?)
}

async fn link(tx: &mut Tx, account: AccountId, issuer: &str, subject: &str, email: Option<&str>) -> Result<()> {
    let now = tx.scope().now();
    let row = ActiveModel {
        id: Set(kernel::ids::at(now)),
        issuer: Set(issuer.to_owned()),
        subject: Set(subject.to_owned()),
        account_id: Set(account),
        email: Set(email.map(str::to_owned)),
        created_at: Set(now),
    };
    let on_conflict = OnConflict::columns([Column::Issuer, Column::Subject]).do_nothing().to_owned();
    Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// The language that the provider says, if the portal speaks it; else the request's.
fn language(scope: &Scope, locale: Option<&str>) -> kernel::i18n::Lang {
    locale.and_then(kernel::i18n::Lang::negotiate).unwrap_or(scope.lang)
}
