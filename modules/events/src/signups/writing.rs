//! What people do with their sign-ups, and what follows from a change of the event.

use std::{collections::BTreeSet, time::Duration};

use chrono::{DateTime, Utc};
use identity::{AccountId, ChildId};
use kernel::{
    audit,
    changes::Operation,
    entry::State,
    error::{Fault, Result},
    limits::Rule,
    refusal::{Outcome, Problem, none_of},
    scope::{Actor, Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use serde_json::json;

use super::{
    MAX_PEOPLE, closed, mails, policy,
    refusal::SignUpKind,
    sign_up::{ActiveModel, Column, Entity, Model, SignUpId, SignUpState},
};
use crate::{
    ENTITY,
    event::{self, EventId, Model as Event, SignUpMode},
    joining,
    notices::counterpart,
    service,
};

/// The most people that one account signs up for one date.
const MAX_PEOPLE_EACH: i64 = 20;
/// The most sign-ups of one account that stand.
const MAX_SIGN_UPS: u64 = 300;
/// Characters of a note.
const MAX_NOTE: usize = 500;
/// How often somebody may sign up.
const SIGNING_UP: Rule = Rule { name: "event.sign-up", tries: 30, window: Duration::from_secs(3600) };

/// What somebody signs up for, as they say it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    /// The event.
    pub(crate) event: Option<EventId>,
    /// The date, by its original start (RFC 3339).
    pub(crate) date: Option<String>,
    /// The child that it is for, as a global id.
    pub(crate) child: Option<String>,
    /// How many people come.
    pub(crate) people: i32,
    /// What the organiser should know.
    pub(crate) note: Option<String>,
}

/// Signs the person up: gives them a place, or lets them wait for one.
pub(crate) async fn sign_up(tx: &mut Tx, wish: Wish) -> Outcome<Model, SignUpKind> {
    let scope = tx.scope().clone();
    let account = AccountId(scope.person()?.account);
    scope.actor.require(policy::in_browser(&scope.actor).is_some())?;
    scope.app().limits.take(&scope, SIGNING_UP, &account.global()).await?;
    let event = public_locked(tx, wish.event).await?;
    let now = scope.now();
    if let Some(kind) = closed(&event, now) {
        return Err(at_date(&scope, &event, kind).into());
    }
    let note = wish.note.as_deref().map(tidy).filter(|note| !note.is_empty());
    let child = own_child(&scope, account, wish.child.as_deref()).await?;
    let date = chosen(&scope, &event, wish.date.as_deref(), now);
    let mut problems: Vec<_> = date.as_ref().err().cloned().into_iter().collect();
    if !(1..=MAX_PEOPLE).contains(&wish.people) {
        problems.push(Problem::at(SignUpKind::PeopleOutOfRange, "people").with("most", MAX_PEOPLE.unsigned_abs()));
    }
    if note.as_ref().is_some_and(|note| note.chars().count() > MAX_NOTE) {
        problems.push(Problem::at(SignUpKind::NoteTooLong, "note").with("most", MAX_NOTE as u32));
    }
    problems.extend(child.as_ref().err().cloned());
    none_of(problems)?;
    let (date, child) = (date?, child?);

    let of_account =
        || Entity::find().filter(Column::AccountId.eq(account)).filter(Column::State.ne(SignUpState::Cancelled));
    let here = at(event.id, date).filter(Column::AccountId.eq(account)).all(tx.db()).await?;
    let standing = here.iter().filter(|row| row.is_active());
    if standing.clone().any(|row| row.child_id == child) {
        return Err(Problem::new(SignUpKind::AlreadySignedUp).into());
    }
    let already: i64 = standing.map(|row| i64::from(row.people)).sum();
    if already + i64::from(wish.people) > MAX_PEOPLE_EACH {
        return Err(Problem::at(SignUpKind::TooManyPeople, "people").with("most", MAX_PEOPLE_EACH as u32).into());
    }
    if of_account().count(tx.db()).await? >= MAX_SIGN_UPS {
        return Err(Problem::new(SignUpKind::TooManySignUps).with("most", MAX_SIGN_UPS as u32).into());
    }
    let state = granted(tx, &event, date, wish.people).await?;
    // Who took it back and comes again stands at the end.
    let gone = here.iter().filter(|row| !row.is_active() && row.child_id == child).map(|row| row.id);
    Entity::delete_many().filter(Column::Id.is_in(gone)).exec(tx.db()).await?;
    let row = Model {
        id: SignUpId::new(now),
        event_id: event.id,
        account_id: account,
        child_id: child,
        occurrence: date,
        people: wish.people,
        note,
        state,
        created_at: now,
        updated_at: now,
    };
    Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    tx.changed(ENTITY, event.id.0, Operation::Upsert);
    Ok(row)
}

/// Takes a sign-up back: one's own, or somebody else's as the event's people, who are told. Whoever waited longest
/// comes up. Doing it again changes nothing.
pub(crate) async fn cancel(tx: &mut Tx, id: Option<SignUpId>) -> Result<Model> {
    let scope = tx.scope().clone();
    if scope.actor == Actor::Anonymous {
        return Err(Fault::unauthenticated());
    }
    let id = id.ok_or_else(Fault::not_found)?;
    let known = Entity::find_by_id(id).one(tx.db()).await?.ok_or_else(Fault::not_found)?;
    let event = service::lock(tx, known.event_id).await?.ok_or_else(Fault::not_found)?;
    let row = Entity::find_by_id(id).one(tx.db()).await?.ok_or_else(Fault::not_found)?;
    let is_own = policy::is_own(&scope.actor, row.account_id.0);
    if !is_own {
        let owners = joining::owners_of(&scope, &event).await?;
        if !policy::may_remove(&scope.actor, &owners) {
            // That somebody signed up is not everybody's to know.
            let seen = policy::may_see(&scope.actor, &owners);
            return Err(if seen { Fault::forbidden() } else { Fault::not_found() });
        }
    }
    if !row.is_active() {
        return Ok(row);
    }
    let row = Model { state: SignUpState::Cancelled, updated_at: scope.now(), ..row };
    let change =
        ActiveModel { id: Set(id), state: Set(row.state), updated_at: Set(row.updated_at), ..Default::default() };
    Entity::update(change).validate()?.exec(tx.db()).await?;
    if !is_own {
        let details = json!({ "account": row.account_id.global(), "signUp": id.global() });
        audit::append(tx, "event.sign-up.remove", &event.id.global(), details).await?;
        mails::removed(tx, &event, &row).await?;
    }
    promote(tx, &event, row.occurrence).await?;
    tx.changed(ENTITY, event.id.0, Operation::Upsert);
    Ok(row)
}

/// What follows when an event changes: sign-ups for dates that are now known by another start go with them, and whoever
/// waits comes up if there are more places. To be called in the transaction that changes it, which holds its lock.
pub(crate) async fn after_change(tx: &mut Tx, before: &Event, after: &Event) -> Result<()> {
    let zone = tx.scope().tenant.time_zone;
    let now = tx.scope().now();
    let standing = Entity::find().filter(Column::EventId.eq(after.id)).filter(Column::State.ne(SignUpState::Cancelled));
    let rows = standing.all(tx.db()).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let dates: BTreeSet<DateTime<Utc>> = rows.iter().filter_map(|row| row.occurrence).collect();
    let mut renamed: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    for date in &dates {
        if let Some(other) = counterpart(*date, before, after, zone).filter(|other| other != date) {
            renamed.push((*date, other));
        }
    }
    // In two steps, for one may be called as another was.
    for (date, other) in &renamed {
        let ids: Vec<_> = rows.iter().filter(|row| row.occurrence == Some(*date)).map(|row| row.id).collect();
        Entity::update_many()
            .col_expr(Column::Occurrence, Expr::value(*other))
            .filter(Column::Id.is_in(ids))
            .exec(tx.db())
            .await?;
    }
    if after.state == State::Published && after.last_ends_at > now {
        promote(tx, after, None).await?;
        let now_called =
            |date: DateTime<Utc>| renamed.iter().find(|(old, _)| *old == date).map_or(date, |(_, new)| *new);
        let waiting = rows.iter().filter(|row| row.state == SignUpState::Waiting).filter_map(|row| row.occurrence);
        for date in waiting.map(now_called).collect::<BTreeSet<_>>() {
            promote(tx, after, Some(date)).await?;
        }
    }
    Ok(())
}

/// Gives places that are free to those who wait, the first of them first, and tells them. Nobody overtakes: where the
/// first are too many for what is free, all wait.
async fn promote(tx: &mut Tx, event: &Event, date: Option<DateTime<Utc>>) -> Result<()> {
    let now = tx.scope().now();
    let is_to_come = match date {
        Some(date) => {
            event.occurrences(tx.scope().tenant.time_zone).iter().any(|one| one.key == date && one.starts > now)
        }
        None => event.last_ends_at > now,
    };
    if !is_to_come || event.state != State::Published {
        return Ok(());
    }
    let rows = at(event.id, date).order_by_asc(Column::Id).all(tx.db()).await?;
    let going = rows.iter().filter(|row| row.state == SignUpState::Going).map(|row| i64::from(row.people));
    let mut left = event.capacity.map_or(i64::MAX, |capacity| i64::from(capacity) - going.sum::<i64>());
    for row in rows.iter().filter(|row| row.state == SignUpState::Waiting) {
        left = left.saturating_sub(i64::from(row.people));
        if left < 0 {
            break;
        }
        let change =
            ActiveModel { id: Set(row.id), state: Set(SignUpState::Going), updated_at: Set(now), ..Default::default() };
        Entity::update(change).validate()?.exec(tx.db()).await?;
        mails::came_up(tx, event, row).await?;
        tx.changed(ENTITY, event.id.0, Operation::Upsert);
    }
    Ok(())
}

/// Whether there is a place for so many, or one can wait for it. The event's lock is held.
async fn granted(tx: &Tx, event: &Event, date: Option<DateTime<Utc>>, people: i32) -> Outcome<SignUpState, SignUpKind> {
    let Some(capacity) = event.capacity else { return Ok(SignUpState::Going) };
    let people = i64::from(people);
    let counted = |state: SignUpState| at(event.id, date).filter(Column::State.eq(state));
    let taken: Option<Option<i64>> = counted(SignUpState::Going)
        .select_only()
        .column_as(Column::People.sum(), "people")
        .into_tuple()
        .one(tx.db())
        .await?;
    let left = (i64::from(capacity) - taken.flatten().unwrap_or_default()).max(0);
    let somebody_waits = event.waiting_list && counted(SignUpState::Waiting).count(tx.db()).await? > 0;
    let shown = |left: i64| u32::try_from(left).unwrap_or(u32::MAX);
    match left {
        left if people <= left && !somebody_waits => Ok(SignUpState::Going),
        // So many will never fit.
        _ if people > i64::from(capacity) => {
            Err(Problem::at(SignUpKind::TooFewPlaces, "people").with("left", shown(i64::from(capacity))).into())
        }
        _ if event.waiting_list => Ok(SignUpState::Waiting),
        0 => Err(Problem::new(SignUpKind::Full).into()),
        left => Err(Problem::at(SignUpKind::TooFewPlaces, "people").with("left", shown(left)).into()),
    }
}

/// Sign-ups for that date, or for all of the event.
fn at(event: EventId, date: Option<DateTime<Utc>>) -> sea_orm::Select<Entity> {
    let select = Entity::find().filter(Column::EventId.eq(event));
    match date {
        Some(date) => select.filter(Column::Occurrence.eq(date)),
        None => select.filter(Column::Occurrence.is_null()),
    }
}

/// The event of that id as it is now, if it is public, with all who sign up for it made to wait.
async fn public_locked(tx: &Tx, id: Option<EventId>) -> Result<Event> {
    let event = match id {
        Some(id) => service::lock(tx, id).await?,
        None => None,
    };
    event.filter(|event| event.state == State::Published).ok_or_else(Fault::not_found)
}

/// The date that was chosen, by its original start; nothing where one signs up for all of the event.
fn chosen(
    scope: &Scope,
    event: &Event,
    text: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, Problem<SignUpKind>> {
    if event.sign_up != SignUpMode::Date {
        return Ok(None);
    }
    let refuse = |kind| Problem::at(kind, "occurrence");
    let text = text.map(str::trim).filter(|text| !text.is_empty()).ok_or_else(|| refuse(SignUpKind::DateMissing))?;
    let date = DateTime::parse_from_rfc3339(text).map_err(|_| refuse(SignUpKind::DateUnknown))?.to_utc();
    let occurrences = event.occurrences(scope.tenant.time_zone);
    let found = occurrences.iter().find(|one| one.key == date).ok_or_else(|| refuse(SignUpKind::DateUnknown))?;
    if found.starts <= now { Err(refuse(SignUpKind::Over)) } else { Ok(Some(date)) }
}

/// The person's own child of that id.
async fn own_child(
    scope: &Scope,
    account: AccountId,
    id: Option<&str>,
) -> Result<Result<Option<ChildId>, Problem<SignUpKind>>> {
    let Some(id) = id.map(str::trim).filter(|id| !id.is_empty()) else { return Ok(Ok(None)) };
    let children = identity::children::own(scope).await?;
    let found = ChildId::parse(id).and_then(|id| children.iter().find(|child| child.id == id));
    let found = found.filter(|child| child.account_id == account).map(|child| Some(child.id));
    Ok(found.ok_or_else(|| Problem::at(SignUpKind::ChildUnknown, "child")))
}

fn at_date(scope: &Scope, event: &Event, kind: SignUpKind) -> Problem<SignUpKind> {
    let problem = Problem::new(kind);
    match event.enrolment_opens_at.filter(|_| kind == SignUpKind::NotOpenYet) {
        Some(opens) => problem.with("date", crate::notices::words::moment(scope, opens)),
        None => problem,
    }
}

/// A text without spaces around it, nor characters that show nothing.
pub(crate) fn tidy(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    let visible: String = lines.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    visible.trim().to_owned()
}

/// Deletes all sign-ups of an account; whoever waits comes up.
pub(crate) async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::EventId).all(tx.db()).await?;
    let events: BTreeSet<EventId> = rows.iter().map(|row| row.event_id).collect();
    let mut locked = Vec::new();
    // In one order, so that two who erase do not wait for each other for ever.
    for id in events {
        locked.extend(service::lock(tx, id).await?);
    }
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(tx.db()).await?;
    for event in locked {
        let dates: BTreeSet<_> =
            rows.iter().filter(|row| row.event_id == event.id && row.is_active()).map(|row| row.occurrence).collect();
        for date in dates {
            promote(tx, &event, date).await?;
        }
        tx.changed(ENTITY, event.id.0, Operation::Upsert);
    }
    Ok(())
}

/// Forgets who signed up for what ended before a moment: an event, or the date of one. Places of dates that are over
/// are nobody's concern, so no event changes by it.
pub(crate) async fn forget_before(tx: &mut Tx, moment: DateTime<Utc>) -> Result<u64> {
    let over: Vec<EventId> = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::LastEndsAt.lt(moment))
        .into_tuple()
        .all(tx.db())
        .await?;
    let mut gone = 0;
    for ids in over.chunks(super::KEYS_PER_SELECT) {
        gone +=
            Entity::delete_many().filter(Column::EventId.is_in(ids.iter().copied())).exec(tx.db()).await?.rows_affected;
    }
    let date_over = Column::Occurrence.lt(moment);
    gone += Entity::delete_many().filter(date_over).exec(tx.db()).await?.rows_affected;
    Ok(gone)
}
