//! Reading questions.

use std::collections::{HashMap, HashSet};

use chrono::DateTime;
use kernel::{
    entry::State as EntryState,
    error::{Fault, Result},
    scope::Scope,
};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select, sea_query::Query,
};
use uuid::Uuid;

use super::{KEYS_PER_SELECT, merging};
use crate::{
    debate::{self, DebateId},
    person, policy,
    question::{Column, Entity, Model, QuestionId},
    states::State,
    support,
};

/// The most questions that one debate's list for the meeting has.
pub(super) const MEETING: u64 = 1000;

/// The order of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// What most people support first; of equals the oldest.
    Support,
    /// The latest asked first.
    Newest,
    /// Only what was answered, the latest answer first.
    Answered,
}

/// A page of questions.
pub(crate) struct Page {
    pub(crate) rows: Vec<Model>,
    pub(crate) has_next: bool,
    /// How many there are on all pages.
    pub(crate) total: u64,
}

/// A question with what is shown beside it to whoever looks.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) row: Model,
    /// Whether whoever looks supports it.
    pub(crate) is_supported: bool,
    /// Whether whoever looks asked it.
    pub(crate) is_own: bool,
    /// How many questions stand directly behind it.
    pub(crate) merged: u64,
}

/// The question of that id, if whoever acts may see it.
pub async fn question(scope: &Scope, id: QuestionId) -> Result<Option<Model>> {
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    let asker = |row: &Model| row.account_id.map(|account| account.0);
    let Some(row) = row.filter(|row| policy::may_see(&scope.actor, asker(row), row.state)) else { return Ok(None) };
    // What was asked for a debate that is not public is seen by those only who saw it before.
    let is_private = policy::is_asker(&scope.actor, asker(&row)) || policy::may_see_all(&scope.actor);
    let is_public = is_private || super::listed(scope, row.debate_id).await?.is_some();
    Ok(Some(row).filter(|_| is_public))
}

/// The question of that id with what is shown beside it, if whoever acts may see it.
pub(crate) async fn find_question(scope: &Scope, id: QuestionId) -> Result<Option<Told>> {
    let row = question(scope, id).await?;
    Ok(told(scope, row.into_iter().collect()).await?.pop())
}

/// The published questions of a debate. `after` is a cursor of the page before.
pub(crate) async fn questions(
    scope: &Scope,
    debate: DebateId,
    sort: Sort,
    after: Option<&str>,
    first: usize,
) -> Result<Page> {
    page(scope, of_debate(debate, State::Published), sort, after, first).await
}

/// The answered questions of all public debates, the latest answer first.
pub(crate) async fn answered(scope: &Scope, after: Option<&str>, first: usize) -> Result<Page> {
    let public = Query::select()
        .column(debate::Column::Id)
        .from(debate::Entity)
        .and_where(debate::Column::State.eq(EntryState::Published))
        .to_owned();
    let rows = Entity::find().filter(Column::State.eq(State::Published)).filter(Column::DebateId.in_subquery(public));
    page(scope, rows, Sort::Answered, after, first).await
}

/// What waits for an editor, or stands otherwise, the oldest first; of one debate, or of all. For editors. What nobody
/// confirmed or what its asker took back is not theirs to see.
pub(crate) async fn queue(
    scope: &Scope,
    debate: Option<DebateId>,
    states: &[State],
    after: Option<QuestionId>,
    first: usize,
) -> Result<Page> {
    scope.actor.require(policy::may_see_all(&scope.actor))?;
    let states = states.iter().copied().filter(|state| !matches!(state, State::Unconfirmed | State::Withdrawn));
    let mut rows = Entity::find().filter(Column::State.is_in(states));
    if let Some(debate) = debate {
        rows = rows.filter(Column::DebateId.eq(debate));
    }
    let db = scope.db().await?;
    let total = rows.clone().count(&*db).await?;
    if let Some(after) = after {
        rows = rows.filter(Column::Id.gt(after));
    }
    let rows = rows.order_by_asc(Column::Id).limit(first as u64 + 1).all(&*db).await?;
    Ok(cut(rows, first, total))
}

/// What whoever acts asked, the newest first, whatever became of it.
pub(crate) async fn owned(scope: &Scope, after: Option<QuestionId>, first: usize) -> Result<Page> {
    let account = scope.person()?.account;
    scope.actor.require(policy::is_asker(&scope.actor, Some(account)))?;
    let own = Entity::find()
        .filter(Column::AccountId.eq(identity::AccountId(account)))
        .filter(Column::State.ne(State::Unconfirmed));
    let db = scope.db().await?;
    let total = own.clone().count(&*db).await?;
    let own = match after {
        Some(after) => own.filter(Column::Id.lt(after)),
        None => own,
    };
    let rows = own.order_by_desc(Column::Id).limit(first as u64 + 1).all(&*db).await?;
    Ok(cut(rows, first, total))
}

/// How many of their questions for a debate count against whoever acts.
pub(crate) async fn asked_by_viewer(scope: &Scope, debate: DebateId) -> Result<u64> {
    let (account, digest) = person::known(scope).await?;
    let Some(account) = account else { return Ok(0) };
    let mut whose = Condition::any().add(Column::AccountId.eq(account));
    if let Some(digest) = digest {
        whose = whose.add(Column::Digest.eq(digest));
    }
    let rows = Entity::find().filter(Column::DebateId.eq(debate)).filter(counting()).filter(whose);
    Ok(rows.count(&*scope.db().await?).await?)
}

/// Whether whoever acts must give an address and answer a mail to it.
pub(crate) async fn needs_mail(scope: &Scope) -> Result<bool> {
    Ok(person::known(scope).await?.1.is_none())
}

/// What counts against its asker: not what nobody has confirmed, which anybody could have written in their name, nor
/// what they took back.
pub(super) fn counting() -> Condition {
    Condition::all().add(Column::State.is_not_in([State::Unconfirmed, State::Withdrawn]))
}

/// How many questions of these debates are published, and how many of these are answered.
pub(crate) async fn counts(scope: &Scope, debates: &[DebateId]) -> Result<HashMap<DebateId, (u32, u32)>> {
    let mut counts = HashMap::new();
    for chunk in debates.chunks(KEYS_PER_SELECT) {
        let counted: Vec<(DebateId, i64, i64)> = Entity::find()
            .select_only()
            .column(Column::DebateId)
            .column_as(Column::Id.count(), "published")
            .column_as(Column::AnsweredAt.count(), "answered")
            .filter(Column::DebateId.is_in(chunk.iter().copied()))
            .filter(Column::State.eq(State::Published))
            .group_by(Column::DebateId)
            .into_tuple()
            .all(&*scope.db().await?)
            .await?;
        let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
        counts.extend(counted.into_iter().map(|(debate, all, answered)| (debate, (number(all), number(answered)))));
    }
    Ok(counts)
}

/// Ids of all published questions.
pub(crate) async fn published(scope: &Scope) -> Result<Vec<Uuid>> {
    let ids: Vec<QuestionId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(State::Published))
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Debate and text of those of these questions that are published.
pub(crate) async fn texts(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Model>> {
    let published = Column::State.eq(State::Published);
    Ok(Entity::find().filter(Column::Id.is_in(ids)).filter(published).all(&*scope.db().await?).await?)
}

/// Questions with what is shown beside them, in their order.
pub(crate) async fn told(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Told>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<QuestionId> = rows.iter().map(|row| row.id).collect();
    let (account, digest) = person::known(scope).await?;
    let supported = match account {
        Some(account) => {
            let mut whose = Condition::any().add(support::Column::AccountId.eq(account));
            if let Some(digest) = digest {
                whose = whose.add(support::Column::Digest.eq(digest));
            }
            merging::supported(scope, &rows, whose).await?
        }
        None => HashSet::new(),
    };
    let behind: Vec<(Option<QuestionId>, i64)> = Entity::find()
        .select_only()
        .column(Column::MergedInto)
        .column_as(Column::Id.count(), "count")
        .filter(Column::MergedInto.is_in(ids))
        .group_by(Column::MergedInto)
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    let behind: HashMap<_, _> = behind.into_iter().filter_map(|(into, count)| Some((into?, count))).collect();
    let told = rows.into_iter().map(|row| Told {
        is_supported: supported.contains(&row.id),
        is_own: account.is_some() && row.account_id == account,
        merged: behind.get(&row.id).map_or(0, |count| count.unsigned_abs()),
        row,
    });
    Ok(told.collect())
}

/// The questions of a debate in a state.
pub(super) fn of_debate(debate: DebateId, state: State) -> Select<Entity> {
    Entity::find().filter(Column::DebateId.eq(debate)).filter(Column::State.eq(state))
}

/// In the order of ranks: what most people support first, of equals the oldest.
pub(super) fn ranked(rows: Select<Entity>) -> Select<Entity> {
    rows.order_by_desc(Column::Supports).order_by_asc(Column::Id)
}

/// The cursor of a row in that order: the next page begins behind it, whatever comes and goes meanwhile.
pub(crate) fn cursor(sort: Sort, row: &Model) -> String {
    let place = match sort {
        Sort::Support => i64::from(row.supports),
        Sort::Newest => 0,
        Sort::Answered => row.answered_at.map_or(0, |at| at.timestamp_micros()),
    };
    format!("{place}:{}", row.id.global())
}

async fn page(scope: &Scope, rows: Select<Entity>, sort: Sort, after: Option<&str>, first: usize) -> Result<Page> {
    let db = scope.db().await?;
    let rows = match sort {
        Sort::Answered => rows.filter(Column::AnsweredAt.is_not_null()),
        Sort::Support | Sort::Newest => rows,
    };
    let total = rows.clone().count(&*db).await?;
    let rows = match after {
        Some(after) => rows.filter(behind(sort, after)?),
        None => rows,
    };
    let rows = match sort {
        Sort::Support => ranked(rows),
        Sort::Newest => rows.order_by_desc(Column::Id),
        Sort::Answered => rows.order_by_desc(Column::AnsweredAt).order_by_desc(Column::Id),
    };
    Ok(cut(rows.limit(first as u64 + 1).all(&*db).await?, first, total))
}

/// What stands behind a cursor.
fn behind(sort: Sort, after: &str) -> Result<Condition> {
    let wrong = || Fault::bad_input("after", "this cursor belongs to another list; start without one");
    let (place, id) = after.split_once(':').ok_or_else(wrong)?;
    let place: i64 = place.parse().map_err(|_| wrong())?;
    let id = QuestionId::parse(id).ok_or_else(wrong)?;
    Ok(match sort {
        Sort::Newest => Condition::all().add(Column::Id.lt(id)),
        Sort::Support => {
            let supports = i32::try_from(place).map_err(|_| wrong())?;
            let equals = Condition::all().add(Column::Supports.eq(supports)).add(Column::Id.gt(id));
            Condition::any().add(Column::Supports.lt(supports)).add(equals)
        }
        Sort::Answered => {
            let at = DateTime::from_timestamp_micros(place).ok_or_else(wrong)?;
            let equals = Condition::all().add(Column::AnsweredAt.eq(at)).add(Column::Id.lt(id));
            Condition::any().add(Column::AnsweredAt.lt(at)).add(equals)
        }
    })
}

fn cut(mut rows: Vec<Model>, first: usize, total: u64) -> Page {
    let has_next = rows.len() > first;
    rows.truncate(first);
    Page { rows, has_next, total }
}
