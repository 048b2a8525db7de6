//! Invitations: a role offered by mail to an address, taken by whoever has shown that the address is theirs.

use chrono::{DateTime, Duration, Utc};
use directory::InstitutionId;
use kernel::{
    access::{Person, Role, Via},
    audit,
    error::{Fault, Result},
    keys::fingerprint,
    limits::Rule,
    mail::{self, Lane, Mail},
    refusal::{Outcome, Problem},
    scope::{Actor, Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select, sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    account::{AccountId, Model as Account, display_name},
    accounts,
    address::normalise_address,
    invitation::{ActiveModel, Column, Entity, InvitationId, Model},
    policy,
    refusal::Kind,
    roles,
};

/// How long an invitation can be accepted.
pub const LIFE: Duration = Duration::days(14);
/// Invitations that may wait at one institution, or of the whole city.
const MAX_WAITING: u64 = 50;
/// Invitations that one person sends.
const BY_PERSON: Rule = Rule { name: "invitation.by-person", tries: 30, window: HOUR };
/// Invitations that one person sends to one address: it is nobody's means to fill a mailbox.
const TO_ADDRESS: Rule = Rule { name: "invitation.to-address", tries: 3, window: HOUR };
const HOUR: std::time::Duration = std::time::Duration::from_secs(60 * 60);
/// The path of an invitation's page, before its token.
const LINK_PATH: &str = "/zaproszenie/";

/// How somebody says which invitation they accept.
#[derive(Clone, Copy, Debug)]
pub enum Which<'a> {
    /// By the token of the mail's link.
    Token(&'a str),
    /// By its id, from their own list.
    Id(InvitationId),
}

/// Offers a role to an address, by mail. An invitation to the same that still waits is replaced.
pub async fn invite(tx: &mut Tx, email: &str, role: Role, party: Option<InstitutionId>) -> Outcome<Model, Kind> {
    roles::may_give(tx, role, party).await?;
    let scope = tx.scope().clone();
    let Some(email) = normalise_address(email) else {
        return Err(Problem::at(Kind::EmailInvalid, "email").into());
    };
    if let Some(account) = scope.actor.account() {
        let limits = &scope.app().limits;
        limits.take(&scope, BY_PERSON, &account.to_string()).await?;
        limits.take(&scope, TO_ADDRESS, &fingerprint(&format!("{account} {email}"))).await?;
    }
    let now = scope.now();
    let same = waiting(now).filter(at(party)).filter(Column::Email.eq(&email)).filter(Column::Role.eq(role.as_str()));
    for earlier in same.all(tx.db()).await? {
        end(tx, earlier.id, Column::RevokedAt).await?;
    }
    if waiting(now).filter(at(party)).count(tx.db()).await? >= MAX_WAITING {
        return Err(Problem::new(Kind::TooManyInvitations).with("most", MAX_WAITING as u32).into());
    }
    let token = scope.app().keys.random_token()?;
    let row = Model {
        id: InvitationId::new(now),
        token: fingerprint(&token),
        email: email.clone(),
        role: role.as_str().to_owned(),
        party: party.map(|party| party.0),
        created_by: scope.actor.account().map(AccountId),
        created_at: now,
        expires_at: now + LIFE,
        accepted_at: None,
        revoked_at: None,
    };
    Entity::insert(ActiveModel::from(row.clone()).reset_all()).exec_without_returning(tx.db()).await?;
    audit::append(tx, "invitation.create", &row.id.global(), roles::details(row_grant(&row))).await?;

    let institution = match party {
        Some(party) => directory::service::find(&scope, party).await?.map(|found| found.name),
        None => None,
    };
    let by = accounts::own(&scope).await?.map(|account| display_name(&account));
    let known = accounts::by_address(tx.db(), &email).await?;
    let args = json!({
        "role": role.as_str(),
        "institution": institution,
        "by": by,
        "about": scope.actor.account(),
        "link": format!("{LINK_PATH}{token}"),
        "days": LIFE.num_days(),
    });
    let mail = Mail {
        lane: Lane::Normal,
        template: "identity/invitation",
        lang: known.as_ref().map_or(scope.lang, Account::lang),
        to: email,
        account: known.map(|account| account.id.0),
        args,
        unsubscribe: None,
    };
    mail::enqueue(tx, mail).await?;
    Ok(row)
}

/// Takes an offered role. The person is signed in, and has shown that the invited address is theirs; whoever invited
/// them may still do so.
pub async fn accept(tx: &mut Tx, which: Which<'_>) -> Outcome<Model, Kind> {
    let scope = tx.scope().clone();
    let person = scope.person()?;
    scope.actor.require(policy::is_self(&scope.actor, person.account))?;
    let row = match which {
        Which::Token(token) => Entity::find().filter(Column::Token.eq(fingerprint(token))).one(tx.db()).await?,
        Which::Id(id) => Entity::find_by_id(id).one(tx.db()).await?,
    };
    let account = accounts::find_in(tx.db(), AccountId(person.account)).await?.ok_or_else(Fault::unauthenticated)?;
    let is_for_them = |row: &Model| account.verified_email() == Some(row.email.as_str());
    // Without the mail's token, another's invitation is none of their business.
    let row = row.filter(|row| matches!(which, Which::Token(_)) || is_for_them(row));
    let Some(row) = row else { return Err(Problem::new(Kind::InvitationUnknown).into()) };
    let refusal = if row.accepted_at.is_some() {
        Some(Kind::InvitationUsed)
    } else if row.revoked_at.is_some() || !inviter_still_may(tx, &row).await? {
        Some(Kind::InvitationRevoked)
    } else if row.expires_at <= scope.now() {
        Some(Kind::InvitationExpired)
    } else if !is_for_them(&row) {
        Some(Kind::InvitationOtherAddress)
    } else {
        None
    };
    if let Some(kind) = refusal {
        return Err(Problem::new(kind).into());
    }
    if !end(tx, row.id, Column::AcceptedAt).await? {
        return Err(Problem::new(Kind::InvitationUsed).into());
    }
    roles::give(tx, account.id, row_grant(&row)).await?;
    Ok(row)
}

/// Takes an invitation back.
pub async fn revoke(tx: &mut Tx, id: InvitationId) -> Outcome<(), Kind> {
    let scope = tx.scope().clone();
    scope.actor.require(scope.actor != Actor::Anonymous)?;
    let row = Entity::find_by_id(id).one(tx.db()).await?;
    let row =
        row.filter(|row| policy::may_appoint(&scope.actor, row.role(), row.party)).ok_or_else(Fault::not_found)?;
    if row.accepted_at.is_some() {
        return Err(Problem::new(Kind::InvitationUsed).into());
    }
    if end(tx, id, Column::RevokedAt).await? {
        audit::append(tx, "invitation.revoke", &id.global(), roles::details(row_grant(&row))).await?;
    }
    Ok(())
}

/// The invitations that wait at an institution, or those of the whole city, the newest first. For those who may invite.
pub async fn list(scope: &Scope, party: Option<InstitutionId>) -> Result<Vec<Model>> {
    let allowed = match party {
        Some(party) => policy::may_see_members(&scope.actor, party.0),
        None => policy::may_see_people(&scope.actor),
    };
    scope.actor.require(allowed)?;
    let select = waiting(scope.now()).filter(at(party)).order_by_desc(Column::Id).limit(MAX_WAITING);
    Ok(select.all(&*scope.db().await?).await?)
}

/// The invitations that wait for the person who asks, in a browser.
pub async fn own(scope: &Scope) -> Result<Vec<Model>> {
    let person = scope.person()?;
    scope.actor.require(policy::is_self(&scope.actor, person.account))?;
    let Some(account) = accounts::own(scope).await? else { return Ok(Vec::new()) };
    let Some(email) = account.verified_email() else { return Ok(Vec::new()) };
    let select = waiting(scope.now()).filter(Column::Email.eq(email)).order_by_desc(Column::Id).limit(MAX_WAITING);
    Ok(select.all(&*scope.db().await?).await?)
}

fn waiting(now: DateTime<Utc>) -> Select<Entity> {
    Entity::find()
        .filter(Column::AcceptedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
}

fn at(party: Option<InstitutionId>) -> Condition {
    match party {
        Some(party) => Condition::all().add(Column::Party.eq(party.0)),
        None => Condition::all().add(Column::Party.is_null()),
    }
}

fn row_grant(row: &Model) -> kernel::access::Grant {
    kernel::access::Grant { role: row.role(), party: row.party }
}

/// Ends an invitation that is still open; whether it was.
async fn end(tx: &Tx, id: InvitationId, how: Column) -> Result<bool> {
    let ended = Entity::update_many()
        .col_expr(how, Expr::value(tx.scope().now()))
        .filter(Column::Id.eq(id))
        .filter(Column::AcceptedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(ended.rows_affected == 1)
}

/// A manager who was removed leaves no doors open.
async fn inviter_still_may(tx: &Tx, row: &Model) -> Result<bool> {
    let Some(inviter) = row.created_by else { return Ok(true) };
    let grants = roles::held(tx.db(), inviter).await?;
    let person = Person { account: inviter.0, via: Via::Session(Uuid::nil()), grants };
    Ok(policy::may_appoint(&Actor::Person(person.into()), row.role(), row.party))
}

/// Forgets what was written to an address, and what an account wrote.
pub(crate) async fn forget(tx: &mut Tx, account: AccountId, email: Option<&str>) -> Result<()> {
    let mut which = Condition::any().add(Column::CreatedBy.eq(account));
    if let Some(email) = email {
        which = which.add(Column::Email.eq(email));
    }
    Entity::delete_many().filter(which).exec(tx.db()).await?;
    Ok(())
}

/// Forgets invitations that ended before a moment.
pub(crate) async fn forget_before(tx: &mut Tx, moment: DateTime<Utc>) -> Result<()> {
    Entity::delete_many().filter(Column::ExpiresAt.lt(moment)).exec(tx.db()).await?;
    Ok(())
}

/// All that was written to an address, for its owner.
pub(crate) async fn known_of(scope: &Scope, email: &str) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::Email.eq(email)).order_by_asc(Column::Id).all(&*scope.db().await?).await?)
}
