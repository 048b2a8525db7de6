//! Who signed up: for themselves, and for the event's people.

use std::{borrow::Cow, collections::HashMap};

use chrono::{DateTime, Utc};
use directory::sheet;
use identity::{Account, AccountId};
use kernel::{
    audit,
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use serde_json::json;

use super::{
    policy,
    sign_up::{Column, Entity, Model, SignUpId, SignUpState},
};
use crate::{
    event::{self, EventId, Model as Event},
    joining,
    notices::words,
};

/// Rows of a file of participants.
const MAX_IN_FILE: u64 = 10_000;

/// A page of sign-ups.
pub(crate) struct Page {
    pub(crate) rows: Vec<Model>,
    pub(crate) has_next: bool,
    /// How many sign-ups there are, and how many people they are.
    pub(crate) total: (u64, i64),
}

/// A sign-up with what is shown beside it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) row: Model,
    /// The event, whatever its state.
    pub(crate) event: Option<Event>,
    /// Who signed up, for the event's people and themselves.
    pub(crate) account: Option<Account>,
    /// The child's name, for its guardian.
    pub(crate) child: Option<String>,
    /// How many stand before it on the waiting list, and itself.
    pub(crate) position: Option<u64>,
    /// Whether whoever looks may take it back, or take it off.
    pub(crate) can_cancel: bool,
}

/// Who signed up for an event, in that order, for its people; nothing for others. What is shown is noted before.
pub(crate) async fn of_event(
    scope: &Scope,
    event: &Event,
    state: Option<SignUpState>,
    after: Option<SignUpId>,
    first: usize,
) -> Result<Option<Page>> {
    let owners = joining::owners_of(scope, event).await?;
    if !policy::may_see(&scope.actor, &owners) {
        return Ok(None);
    }
    let which = || {
        let select = Entity::find().filter(Column::EventId.eq(event.id));
        match state {
            Some(state) => select.filter(Column::State.eq(state)),
            None => select,
        }
    };
    let db = scope.db().await?;
    let total = which().count(&*db).await?;
    let people: Option<Option<i64>> =
        which().select_only().column_as(Column::People.sum(), "people").into_tuple().one(&*db).await?;
    let mut select = which().order_by_asc(Column::Id).limit(first as u64 + 1);
    if let Some(after) = after {
        select = select.filter(Column::Id.gt(after));
    }
    let mut rows = select.all(&*db).await?;
    drop(db);
    let has_next = rows.len() > first;
    rows.truncate(first);
    if !rows.is_empty() {
        note(scope, event, rows.len()).await?;
    }
    Ok(Some(Page { rows, has_next, total: (total, people.flatten().unwrap_or_default()) }))
}

/// Participants may be children, so looking at them is noted.
async fn note(scope: &Scope, event: &Event, count: usize) -> Result<()> {
    audit::record(scope, "event.sign-ups.read", &event.id.global(), json!({ "count": count })).await
}

/// How many people come, for the event's people; nothing for others.
pub(crate) async fn participants(scope: &Scope, event: &Event) -> Result<Option<i64>> {
    let owners = joining::owners_of(scope, event).await?;
    if !policy::may_see(&scope.actor, &owners) {
        return Ok(None);
    }
    let taken = super::taken(scope, &[event.id]).await?.remove(&event.id).unwrap_or_default();
    Ok(Some(taken.whole + taken.dates.values().sum::<i64>()))
}

/// How many sign-ups for an event stand.
pub(crate) async fn count_at(tx: &Tx, event: EventId) -> Result<u64> {
    let standing = Entity::find().filter(Column::EventId.eq(event)).filter(Column::State.ne(SignUpState::Cancelled));
    Ok(standing.count(tx.db()).await?)
}

/// What the person signed up for at these events, those that were taken back too.
pub(crate) async fn mine_at(scope: &Scope, event: EventId) -> Result<Vec<Model>> {
    let Some(person) = policy::in_browser(&scope.actor) else { return Ok(Vec::new()) };
    let own = Entity::find()
        .filter(Column::EventId.eq(event))
        .filter(Column::AccountId.eq(AccountId(person.account)))
        .order_by_asc(Column::Id);
    Ok(own.all(&*scope.db().await?).await?)
}

/// What the person signed up for, the last first. `after` is the last of the page before.
pub(crate) async fn own(scope: &Scope, after: Option<SignUpId>, first: usize) -> Result<(Vec<Model>, bool)> {
    let account = AccountId(scope.person()?.account);
    scope.actor.require(policy::is_own(&scope.actor, account.0))?;
    let mut select =
        Entity::find().filter(Column::AccountId.eq(account)).order_by_desc(Column::Id).limit(first as u64 + 1);
    if let Some(after) = after {
        select = select.filter(Column::Id.lt(after));
    }
    let mut rows = select.all(&*scope.db().await?).await?;
    let has_next = rows.len() > first;
    rows.truncate(first);
    Ok((rows, has_next))
}

/// All that an account signed up for, the oldest first.
pub(crate) async fn all_by(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Id);
    Ok(rows.all(&*scope.db().await?).await?)
}

/// Sign-ups with what is shown beside them, in their order.
pub(crate) async fn told(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Told>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut ids: Vec<EventId> = rows.iter().map(|row| row.event_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let events = event::Entity::find().filter(event::Column::Id.is_in(ids)).all(&*scope.db().await?).await?;
    let owners = joining::owners(scope, &events).await?;
    let events: HashMap<EventId, Event> = events.into_iter().map(|event| (event.id, event)).collect();
    let accounts: Vec<_> = rows.iter().map(|row| row.account_id).collect();
    let accounts = identity::accounts::many(scope, &accounts).await?;
    let own = policy::in_browser(&scope.actor).map(|person| person.account);
    let children: HashMap<_, _> = match rows.iter().any(|row| row.child_id.is_some() && Some(row.account_id.0) == own) {
        true => identity::children::own(scope).await?.into_iter().map(|child| (child.id, child.name)).collect(),
        false => HashMap::new(),
    };
    let positions = positions(scope, &rows).await?;
    let told = rows.into_iter().map(|row| {
        let is_own = Some(row.account_id.0) == own;
        let owners = owners.get(&row.event_id).map(Vec::as_slice).unwrap_or_default();
        Told {
            event: events.get(&row.event_id).cloned(),
            account: accounts.get(&row.account_id).filter(|_| is_own || policy::may_see(&scope.actor, owners)).cloned(),
            child: row.child_id.filter(|_| is_own).and_then(|child| children.get(&child).cloned()),
            position: positions.get(&row.id).copied(),
            can_cancel: row.is_active() && (is_own || policy::may_remove(&scope.actor, owners)),
            row,
        }
    });
    Ok(told.collect())
}

/// The places on waiting lists of those of these who wait, from one.
async fn positions(scope: &Scope, rows: &[Model]) -> Result<HashMap<SignUpId, u64>> {
    let waiting: Vec<_> = rows.iter().filter(|row| row.state == SignUpState::Waiting).collect();
    if waiting.is_empty() {
        return Ok(HashMap::new());
    }
    let events = waiting.iter().map(|row| row.event_id);
    let all: Vec<(SignUpId, EventId, Option<DateTime<Utc>>)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::EventId, Column::Occurrence])
        .filter(Column::EventId.is_in(events))
        .filter(Column::State.eq(SignUpState::Waiting))
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    let mut lists: HashMap<(EventId, Option<DateTime<Utc>>), u64> = HashMap::new();
    let mut positions = HashMap::new();
    for (id, event, date) in all {
        let list = lists.entry((event, date)).or_default();
        *list += 1;
        positions.insert(id, *list);
    }
    Ok(positions)
}

/// Who takes part in an event, or waits, as a spreadsheet for its people; which is noted. Nothing if there is no such
/// event that they may see.
pub async fn participants_csv(scope: &Scope, id: EventId) -> Result<Option<String>> {
    let Some(event) = event::Entity::find_by_id(id).one(&*scope.db().await?).await? else { return Ok(None) };
    let owners = joining::owners_of(scope, &event).await?;
    if !policy::may_see(&scope.actor, &owners) {
        if event.state == crate::State::Published {
            scope.actor.require(false)?;
        }
        scope.person()?;
        return Ok(None);
    }
    let rows = Entity::find()
        .filter(Column::EventId.eq(id))
        .filter(Column::State.ne(SignUpState::Cancelled))
        .order_by_asc(Column::Occurrence)
        .order_by_asc(Column::Id)
        .limit(MAX_IN_FILE)
        .all(&*scope.db().await?)
        .await?;
    note(scope, &event, rows.len()).await?;
    let text = |key: &str| scope.text(key, &[]);
    let header = ["date", "name", "people", "state", "note", "signed-up"].map(|key| text(&format!("events-csv-{key}")));
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let zone = scope.tenant.time_zone;
    let occurrences: HashMap<_, _> = event.occurrences(zone).into_iter().map(|one| (one.key, one)).collect();
    let rows = told(scope, rows).await?;
    let lines = rows.iter().map(|told| {
        let date = told.row.occurrence.map(|key| match occurrences.get(&key) {
            Some(one) => words::date(scope, one, event.all_day),
            None => words::moment(scope, key),
        });
        let name = told.account.as_ref().map(identity::display_name);
        let state = match told.row.state {
            SignUpState::Waiting => "WAITING",
            SignUpState::Going | SignUpState::Cancelled => "GOING",
        };
        vec![
            Cow::Owned(date.unwrap_or_else(|| words::schedule(scope, &event))),
            Cow::Owned(name.unwrap_or_default()),
            Cow::Owned(told.row.people.to_string()),
            Cow::Owned(text(&format!("events-csv-{state}"))),
            Cow::Borrowed(told.row.note.as_deref().unwrap_or_default()),
            Cow::Owned(words::moment(scope, told.row.created_at)),
        ]
    });
    Ok(Some(sheet::table(&header, lines)?))
}
