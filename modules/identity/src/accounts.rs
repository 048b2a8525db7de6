//! Finding, making and changing accounts.

use std::collections::HashMap;

use kernel::{
    access::Role,
    audit,
    error::{Fault, Result},
    i18n::Lang,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
    sea_query::{Expr, ExprTrait as _, Func, LikeExpr, OnConflict, Query},
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    account::{ActiveModel, Column, Entity, Model},
    address::normalise_address,
    grant, policy,
    refusal::Kind,
};

pub use crate::account::{AccountId, display_name};

/// The longest name, in characters.
pub const MAX_NAME: usize = 80;
/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// The account of that id.
pub async fn find(scope: &Scope, id: AccountId) -> Result<Option<Model>> {
    find_in(&*scope.db().await?, id).await
}

/// The account of that id, in a transaction that may have made it.
pub(crate) async fn find_in(db: &impl ConnectionTrait, id: AccountId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Accounts by id.
pub async fn many(scope: &Scope, ids: &[AccountId]) -> Result<HashMap<AccountId, Model>> {
    let db = scope.db().await?;
    let mut found = HashMap::new();
    for chunk in ids.chunks(KEYS_PER_SELECT) {
        let rows = Entity::find().filter(Column::Id.is_in(chunk.iter().copied())).all(&*db).await?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(found)
}

/// The account that an address belongs to; the address as [`normalise_address`] writes it.
pub async fn by_address(db: &impl ConnectionTrait, email: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Email.eq(email)).one(db).await?)
}

/// The account that an address belongs to, made if there is none: for commands, and for addresses that somebody
/// confirmed. A fault of the argument `email` if it is no address.
pub async fn account_for_address(tx: &mut Tx, email: &str, lang: Lang) -> Result<AccountId> {
    let email = normalise_address(email)
        .ok_or_else(|| Fault::bad_input("email", "an address is expected, like anna@example.org"))?;
    Ok(find_or_make(tx, Some(&email), None, lang).await?.0.id)
}

/// Those who answer for an institution, the longest serving first.
pub async fn managers(scope: &Scope, party: Uuid) -> Result<Vec<Model>> {
    holding(scope, grant::Column::Party.eq(party).and(grant::Column::Role.eq(Role::Manager.as_str()))).await
}

/// Those who hold exactly that role, the longest serving first; at any institution if it is one's of institutions.
pub async fn with_role(scope: &Scope, role: Role) -> Result<Vec<Model>> {
    holding(scope, grant::Column::Role.eq(role.as_str())).await
}

async fn holding(scope: &Scope, which: sea_orm::sea_query::SimpleExpr) -> Result<Vec<Model>> {
    let db = scope.db().await?;
    let rows = grant::Entity::find()
        .filter(which)
        .order_by_asc(grant::Column::CreatedAt)
        .order_by_asc(grant::Column::Id)
        .all(&*db)
        .await?;
    let ids: Vec<_> = rows.into_iter().map(|row| row.account_id).collect();
    let mut accounts = many(scope, &ids).await?;
    Ok(ids.iter().filter_map(|id| accounts.remove(id)).collect())
}

/// The account of who acts, whatever way they came.
pub async fn own(scope: &Scope) -> Result<Option<Model>> {
    match scope.actor.account() {
        Some(account) => find(scope, AccountId(account)).await,
        None => Ok(None),
    }
}

/// What the person wants to be called, and the language of mails. An empty name is none.
pub async fn update_profile(tx: &mut Tx, name: Option<&str>, lang: Lang) -> Outcome<Model, Kind> {
    let account = AccountId(tx.scope().person()?.account);
    tx.scope().actor.require(policy::is_self(&tx.scope().actor, account.0))?;
    let name = name.map(one_line).filter(|name| !name.is_empty());
    if name.as_ref().is_some_and(|name| name.chars().count() > MAX_NAME) {
        return Err(Problem::at(Kind::NameTooLong, "name").with("most", MAX_NAME as u32).into());
    }
    let change = ActiveModel {
        id: Set(account),
        name: Set(name),
        lang: Set(lang.tag().to_owned()),
        updated_at: Set(tx.scope().now()),
        ..Default::default()
    };
    Ok(Entity::update(change).validate()?.exec(tx.db()).await?)
}

/// A page of the city's accounts, the newest first, and whether there are more. For admins.
///
/// `query` is a part of a name or of an address; `role` is one that the account holds itself; `after` is the last
/// account of the page before.
pub async fn list(
    scope: &Scope,
    query: Option<&str>,
    role: Option<Role>,
    first: usize,
    after: Option<AccountId>,
) -> Result<(Vec<Model>, bool)> {
    scope.actor.require(policy::may_see_people(&scope.actor))?;
    let mut select = Entity::find().order_by_desc(Column::Id).limit(first as u64 + 1);
    if let Some(query) = query.map(str::trim).filter(|query| !query.is_empty()) {
        let pattern =
            format!("%{}%", query.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        let like = || LikeExpr::new(pattern.clone()).escape('\\');
        let named = Expr::expr(Func::lower(Expr::col(Column::Name))).like(like());
        select = select.filter(Condition::any().add(Expr::col(Column::Email).like(like())).add(named));
    }
    if let Some(role) = role {
        let holders = Query::select()
            .column(grant::Column::AccountId)
            .from(grant::Entity)
            .and_where(grant::Column::Role.eq(role.as_str()))
            .to_owned();
        select = select.filter(Column::Id.in_subquery(holders));
    }
    if let Some(after) = after {
        select = select.filter(Column::Id.lt(after));
    }
    let mut rows = select.all(&*scope.db().await?).await?;
    let has_more = rows.len() > first;
    rows.truncate(first);
    Ok((rows, has_more))
}

/// An account as an admin sees it, which is noted. Nothing if there is none.
pub async fn look_at(scope: &Scope, id: AccountId) -> Result<Option<Model>> {
    scope.actor.require(policy::may_see_people(&scope.actor))?;
    let Some(account) = find(scope, id).await? else { return Ok(None) };
    audit::record(scope, "account.read", &id.global(), json!({})).await?;
    Ok(Some(account))
}

/// The newest entries of the audit log, of one subject if it is given, before a number if one is given. For admins.
pub async fn audit_log(
    scope: &Scope,
    subject: Option<&str>,
    before: Option<u64>,
    first: usize,
) -> Result<Vec<audit::Entry>> {
    scope.actor.require(policy::may_see_people(&scope.actor))?;
    audit::newest(scope, subject, before, first as u64).await
}

/// The account of an address, made if there is none; and whether it was made. An account without address is always new.
pub(crate) async fn find_or_make(
    tx: &mut Tx,
    email: Option<&str>,
    name: Option<&str>,
    lang: Lang,
) -> Result<(Model, bool)> {
    let now = tx.scope().now();
    let id = AccountId::new(now);
    let row = ActiveModel {
        id: Set(id),
        email: Set(email.map(str::to_owned)),
        email_verified_at: Set(None),
        name: Set(name.map(one_line).filter(|name| !name.is_empty()).map(|name| name.chars().take(MAX_NAME).collect())),
        lang: Set(lang.tag().to_owned()),
        created_at: Set(now),
        updated_at: Set(now),
        seen_at: Set(now),
        warned_at: Set(None),
    };
    // Somebody may be making it in another window at this moment: whoever comes second finds it.
    let on_conflict = OnConflict::column(Column::Email).do_nothing().to_owned();
    Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx.db()).await?;
    let made = match email {
        Some(email) => by_address(tx.db(), email).await?,
        None => Entity::find_by_id(id).one(tx.db()).await?,
    };
    let account = made.ok_or_else(|| Fault::internal("an account that was just made is gone"))?;
    let is_new = account.id == id;
    Ok((account, is_new))
}

/// Notes that the person has shown that the address is theirs.
pub async fn verified(tx: &mut Tx, id: AccountId) -> Result<()> {
    let now = tx.scope().now();
    let change = ActiveModel {
        id: Set(id),
        email_verified_at: Set(Some(now)),
        seen_at: Set(now),
        warned_at: Set(None),
        ..Default::default()
    };
    Entity::update(change).validate()?.exec(tx.db()).await?;
    Ok(())
}

/// Takes back an account that this very unit of work made.
pub(crate) async fn unmake(tx: &mut Tx, id: AccountId) -> Result<()> {
    Entity::delete_by_id(id).exec(tx.db()).await?;
    Ok(())
}

/// Locks an account's row, so that what depends on what it holds is decided by one at a time.
pub(crate) async fn lock(tx: &Tx, id: AccountId) -> Result<()> {
    Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?;
    Ok(())
}

/// Notes that the person is here.
pub(crate) async fn seen(tx: &mut Tx, id: AccountId) -> Result<()> {
    let change =
        ActiveModel { id: Set(id), seen_at: Set(tx.scope().now()), warned_at: Set(None), ..Default::default() };
    match Entity::update(change).validate()?.exec(tx.db()).await {
        // It was erased a moment ago.
        Err(sea_orm::DbErr::RecordNotUpdated) => Ok(()),
        outcome => Ok(outcome.map(|_| ())?),
    }
}

/// A text in one line without spaces around it: names are shown in lists and mails. Marks that turn the direction of
/// writing are left out, since they would turn what stands beside.
pub(crate) fn one_line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let visible = text.chars().filter(|c| !turns(*c)).map(|c| if c.is_control() { ' ' } else { c });
    visible.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
