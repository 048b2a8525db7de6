//! Roles: who holds which, and giving and taking them. Each act goes into the audit log.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use directory::InstitutionId;
use kernel::{
    access::{Grant, Role},
    audit,
    error::{Fault, Result},
    refusal::{Outcome, Problem},
    scope::{Actor, Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    account::{AccountId, Model as Account},
    accounts,
    grant::{ActiveModel, Column, Entity, Model},
    policy,
    refusal::Kind,
    tokens,
};

/// Somebody of an institution.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Who.
    pub account: Account,
    /// What they are there.
    pub role: Role,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// What an account holds.
pub async fn of(scope: &Scope, account: AccountId) -> Result<Vec<Grant>> {
    held(&*scope.db().await?, account).await
}

/// What accounts hold, by account; those that hold nothing are not among them.
pub async fn of_many(scope: &Scope, accounts: &[AccountId]) -> Result<HashMap<AccountId, Vec<Grant>>> {
    let select = Entity::find().filter(Column::AccountId.is_in(accounts.iter().copied()));
    let mut held: HashMap<_, Vec<_>> = HashMap::new();
    for row in select.order_by_asc(Column::CreatedAt).all(&*scope.db().await?).await? {
        if let Some(grant) = row.grant() {
            held.entry(row.account_id).or_default().push(grant);
        }
    }
    Ok(held)
}

/// What an account holds, in a transaction.
pub(crate) async fn held(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<Grant>> {
    let select = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::CreatedAt);
    Ok(select.all(db).await?.iter().filter_map(Model::grant).collect())
}

/// The people of an institution, the longest serving first. For those who may invite there.
pub async fn members(scope: &Scope, party: InstitutionId) -> Result<Vec<Member>> {
    scope.actor.require(policy::may_see_members(&scope.actor, party.0))?;
    let rows = Entity::find()
        .filter(Column::Party.eq(party.0))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(&*scope.db().await?)
        .await?;
    let ids: Vec<_> = rows.iter().map(|row| row.account_id).collect();
    let people = accounts::many(scope, &ids).await?;
    let member = |row: &Model| {
        let account = people.get(&row.account_id)?.clone();
        Some(Member { account, role: row.grant()?.role, since: row.created_at })
    };
    Ok(rows.iter().filter_map(member).collect())
}

/// Gives a role to an account; nothing changes if it holds it already.
pub async fn grant(tx: &mut Tx, account: AccountId, role: Role, party: Option<InstitutionId>) -> Outcome<(), Kind> {
    may_give(tx, role, party).await?;
    // Whatever they hold, nobody is the judge of their own rights.
    tx.scope().actor.require(tx.scope().actor.account() != Some(account.0))?;
    let known = accounts::find_in(tx.db(), account).await?.is_some();
    // Managers change what their own people may do; anybody else they invite, who then may say no.
    let works_there = held(tx.db(), account).await?.iter().any(|grant| grant.party == party.map(|party| party.0));
    let is_reached = policy::may_see_people(&tx.scope().actor) || (party.is_some() && works_there);
    if !known || !is_reached {
        return Err(Fault::not_found().into());
    }
    give(tx, account, Grant { role, party: party.map(|party| party.0) }).await?;
    Ok(())
}

/// Takes a role from an account, and its tokens that were for it. One may give up a role of one's own.
pub async fn revoke(tx: &mut Tx, account: AccountId, role: Role, party: Option<InstitutionId>) -> Outcome<(), Kind> {
    let party = party.map(|party| party.0);
    let scope = tx.scope().clone();
    let is_own = policy::is_self(&scope.actor, account.0);
    scope.actor.require(is_own || policy::may_appoint(&scope.actor, role, party))?;
    match role {
        Role::Manager if !policy::may_appoint(&scope.actor, Role::Admin, None) => {
            let others = others_with(tx, account, role, party).await?;
            if others == 0 {
                return Err(Problem::new(Kind::LastManager).into());
            }
        }
        Role::Admin if scope.actor != Actor::System && others_with(tx, account, role, party).await? == 0 => {
            return Err(Problem::new(Kind::LastAdmin).into());
        }
        _ => {}
    }
    let taken = Entity::delete_many().filter(Column::AccountId.eq(account)).filter(Column::Role.eq(role.as_str()));
    let taken = match party {
        Some(party) => taken.filter(Column::Party.eq(party)),
        None => taken.filter(Column::Party.is_null()),
    };
    if taken.exec(tx.db()).await?.rows_affected == 0 {
        return Err(Fault::not_found().into());
    }
    tokens::revoke_beyond(tx, account).await?;
    audit::append(tx, "role.revoke", &account.global(), details(Grant { role, party })).await?;
    Ok(())
}

/// Takes every role at an institution from an account.
pub async fn remove_member(tx: &mut Tx, account: AccountId, party: InstitutionId) -> Outcome<(), Kind> {
    let roles: Vec<_> =
        held(tx.db(), account).await?.into_iter().filter(|grant| grant.party == Some(party.0)).collect();
    if roles.is_empty() {
        let may_know = policy::may_see_members(&tx.scope().actor, party.0);
        tx.scope().actor.require(may_know)?;
        return Err(Fault::not_found().into());
    }
    for Grant { role, .. } in roles {
        revoke(tx, account, role, Some(party)).await?;
    }
    Ok(())
}

/// Whether the account is the only one that answers for the city.
pub async fn is_last_admin(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let is_admin = held(tx.db(), account).await?.iter().any(|grant| grant.role == Role::Admin);
    Ok(is_admin && others_with(tx, account, Role::Admin, None).await? == 0)
}

/// Checks that the actor may give that role, that it can be held there, and that the institution exists.
pub(crate) async fn may_give(tx: &Tx, role: Role, party: Option<InstitutionId>) -> Outcome<(), Kind> {
    let scope = tx.scope();
    if scope.actor == Actor::Anonymous {
        return Err(Fault::unauthenticated().into());
    }
    if !policy::fits(role, party.map(|party| party.0)) {
        let kind = match (role, party) {
            (Role::Citizen, _) => Kind::RoleOfEverybody,
            (_, None) => Kind::RoleNeedsInstitution,
            (_, Some(_)) => Kind::RoleOfWholeCity,
        };
        return Err(Problem::at(kind, "role").into());
    }
    scope.actor.require(policy::may_appoint(&scope.actor, role, party.map(|party| party.0)))?;
    if let Some(party) = party
        && directory::service::find(scope, party).await?.is_none()
    {
        return Err(Problem::at(Kind::InstitutionUnknown, "institution").into());
    }
    Ok(())
}

/// Gives a role that the caller has found to be right; whether the account did not hold it yet.
pub(crate) async fn give(tx: &mut Tx, account: AccountId, grant: Grant) -> Result<bool> {
    accounts::lock(tx, account).await?;
    if held(tx.db(), account).await?.contains(&grant) {
        return Ok(false);
    }
    let now = tx.scope().now();
    let row = ActiveModel {
        id: Set(kernel::ids::at(now)),
        account_id: Set(account),
        role: Set(grant.role.as_str().to_owned()),
        party: Set(grant.party),
        created_by: Set(tx.scope().actor.account().map(AccountId)),
        created_at: Set(now),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    audit::append(tx, "role.grant", &account.global(), details(grant)).await?;
    Ok(true)
}

/// How many others hold a role there. Its rows stay locked until the end, so that two who remove each other cannot both
/// find that the other is left.
async fn others_with(tx: &Tx, account: AccountId, role: Role, party: Option<Uuid>) -> Result<usize> {
    let select: Select<Entity> = Entity::find().filter(Column::Role.eq(role.as_str()));
    let select = match party {
        Some(party) => select.filter(Column::Party.eq(party)),
        None => select.filter(Column::Party.is_null()),
    };
    let rows = select.order_by_asc(Column::Id).lock_exclusive().all(tx.db()).await?;
    Ok(rows.iter().filter(|row| row.account_id != account).count())
}

/// A grant in the audit log.
pub(crate) fn details(grant: Grant) -> Value {
    let party = grant.party.map(|party| InstitutionId(party).global());
    json!({ "role": grant.role.as_str(), "institution": party })
}

/// Forgets what an account holds, and whom it gave roles to.
pub(crate) async fn forget(tx: &mut Tx, account: AccountId) -> Result<()> {
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(tx.db()).await?;
    let given = Entity::update_many()
        .col_expr(Column::CreatedBy, sea_orm::sea_query::Expr::value(Option::<Uuid>::None))
        .filter(Column::CreatedBy.eq(account));
    given.exec(tx.db()).await?;
    Ok(())
}
