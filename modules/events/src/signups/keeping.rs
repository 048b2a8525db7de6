//! Events that people keep.

use std::{collections::HashSet, time::Duration};

use identity::AccountId;
use kernel::{
    error::{Fault, Result},
    limits::Rule,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, sea_query::OnConflict,
};

use super::{
    keep::{ActiveModel, Column, Entity},
    policy,
    refusal::SignUpKind,
};
use crate::{
    State,
    event::{self, EventId, Model as Event},
};

/// Events that one account keeps.
const MAX_KEPT: u64 = 500;
/// How often somebody may keep something or let it go.
const KEEPING: Rule = Rule { name: "event.keep", tries: 120, window: Duration::from_secs(3600) };

/// Keeps an event for the person, or lets it go; doing it again changes nothing.
pub(crate) async fn keep(tx: &mut Tx, id: Option<EventId>, keeps: bool) -> Outcome<Event, SignUpKind> {
    let scope = tx.scope().clone();
    let account = AccountId(scope.person()?.account);
    scope.actor.require(policy::in_browser(&scope.actor).is_some())?;
    scope.app().limits.take(&scope, KEEPING, &account.global()).await?;
    let row = match id {
        Some(id) => event::Entity::find_by_id(id).one(tx.db()).await?,
        None => None,
    };
    let row = row.ok_or_else(Fault::not_found)?;
    let own = || Entity::find().filter(Column::AccountId.eq(account));
    if !keeps {
        Entity::delete_by_id((row.id, account)).exec(tx.db()).await?;
        return if row.state == State::Published { Ok(row) } else { Err(Fault::not_found().into()) };
    }
    if row.state != State::Published {
        return Err(Fault::not_found().into());
    }
    let is_kept = own().filter(Column::EventId.eq(row.id)).count(tx.db()).await? > 0;
    if !is_kept && own().count(tx.db()).await? >= MAX_KEPT {
        return Err(Problem::new(SignUpKind::TooManyKept).with("most", MAX_KEPT as u32).into());
    }
    let kept = ActiveModel { event_id: Set(row.id), account_id: Set(account), created_at: Set(scope.now()) };
    let known = OnConflict::columns([Column::EventId, Column::AccountId]).do_nothing().to_owned();
    Entity::insert(kept).on_conflict(known).exec_without_returning(tx.db()).await?;
    Ok(row)
}

/// Those of these events that the person keeps.
pub(crate) async fn are_kept(scope: &Scope, events: &[EventId]) -> Result<HashSet<EventId>> {
    let Some(person) = policy::in_browser(&scope.actor) else { return Ok(HashSet::new()) };
    let kept: Vec<EventId> = Entity::find()
        .select_only()
        .column(Column::EventId)
        .filter(Column::AccountId.eq(AccountId(person.account)))
        .filter(Column::EventId.is_in(events.iter().copied()))
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    Ok(kept.into_iter().collect())
}

/// What an account keeps, the last kept first, no more than so many.
pub(crate) async fn kept_by(scope: &Scope, account: AccountId, most: Option<u64>) -> Result<Vec<EventId>> {
    let kept: Vec<EventId> = Entity::find()
        .select_only()
        .column(Column::EventId)
        .filter(Column::AccountId.eq(account))
        .order_by_desc(Column::CreatedAt)
        .order_by_asc(Column::EventId)
        .limit(most)
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    Ok(kept)
}

/// Forgets what an account keeps.
pub(crate) async fn forget_kept(tx: &mut Tx, account: AccountId) -> Result<()> {
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(tx.db()).await?;
    Ok(())
}
