//! The queue: proposals as those see them who may.

use chrono::{DateTime, Utc};
use identity::AccountId;
use kernel::{
    access::Role,
    error::{Fault, Result},
    scope::{Actor, Scope},
};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, sea_query::ExprTrait as _,
};
use uuid::Uuid;

use crate::{
    entries::EntryKind,
    policy,
    related::Related,
    states::Status,
    submission::{Column, Entity as Submissions, Model, SubmissionId},
};

/// Words of a text that are looked for; more are no search for a title.
const MAX_WORDS: usize = 8;

/// Which proposals.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    /// In any of these states; all if there are none.
    pub statuses: Vec<Status>,
    /// About this kind of entry.
    pub kind: Option<EntryKind>,
    /// On behalf of this institution.
    pub institution: Option<Uuid>,
    /// About this entry.
    pub target: Option<Uuid>,
    /// Which this editor takes care of.
    pub assignee: Option<AccountId>,
    /// Which nobody takes care of.
    pub unassigned: bool,
    /// With these words in what they call the entry, in any case and without accents.
    pub text: Option<String>,
    /// One's own only.
    pub mine: bool,
    /// What changed last first, instead of what waits longest.
    pub latest_first: bool,
}

/// A page of the queue.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// Proposals, in the order of the filter.
    pub rows: Vec<Model>,
    /// How many there are on all pages.
    pub total: u64,
    /// Whether more follow.
    pub has_next: bool,
}

/// A place in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    at: DateTime<Utc>,
    id: SubmissionId,
}

impl Position {
    /// The place of a proposal, in the order of that filter.
    pub(crate) fn of(row: &Model, filter: &Filter) -> Self {
        Self { at: if filter.latest_first { row.updated_at } else { row.queued_at }, id: row.id }
    }

    /// The place as clients see it.
    pub(crate) fn cursor(self) -> String {
        format!("{}.{}", self.at.timestamp_micros(), self.id.0.simple())
    }

    /// The place behind a cursor.
    pub(crate) fn parse(cursor: &str) -> Result<Self> {
        let read = || {
            let (micros, id) = cursor.split_once('.')?;
            let at = DateTime::from_timestamp_micros(micros.parse().ok()?)?;
            Some(Self { at, id: SubmissionId(Uuid::try_parse(id).ok()?) })
        };
        read().ok_or_else(|| Fault::bad_input("after", "this cursor belongs to another list; start without one"))
    }
}

/// Proposals that the acting person may see, the oldest first, or what changed last first.
pub(crate) async fn list(scope: &Scope, filter: &Filter, first: usize, after: Option<Position>) -> Result<Page> {
    let kinds = Column::Kind.is_in(EntryKind::of_city(scope));
    let matching = visible(scope, filter.mine)?.add(kinds).add(condition(filter));
    let db = scope.db().await?;
    let total = Submissions::find().filter(matching.clone()).count(&*db).await?;
    let mut query = Submissions::find().filter(matching);
    query = if filter.latest_first {
        query.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id)
    } else {
        query.order_by_asc(Column::QueuedAt).order_by_asc(Column::Id)
    };
    if let Some(Position { at, id }) = after {
        query = query.filter(if filter.latest_first {
            Column::UpdatedAt.lt(at).or(Column::UpdatedAt.eq(at).and(Column::Id.lt(id)))
        } else {
            Column::QueuedAt.gt(at).or(Column::QueuedAt.eq(at).and(Column::Id.gt(id)))
        });
    }
    let mut rows = query.limit(first as u64 + 1).all(&*db).await?;
    let has_next = rows.len() > first;
    rows.truncate(first);
    Ok(Page { rows, total, has_next })
}

/// What the acting person may see at all.
fn visible(scope: &Scope, mine: bool) -> Result<Condition> {
    if scope.actor == Actor::System && !mine {
        return Ok(Condition::all());
    }
    let person = scope.person()?;
    let own = Column::AccountId.eq(person.account);
    if mine {
        return Ok(Condition::all().add(own));
    }
    let sent = Column::SubmittedAt.is_not_null();
    let others = if policy::may_edit_all(&scope.actor) {
        sent
    } else {
        sent.and(Column::InstitutionId.is_in(person.parties(Role::Manager)))
    };
    Ok(Condition::all().add(own.or(others)))
}

fn condition(filter: &Filter) -> Condition {
    let statuses = (!filter.statuses.is_empty()).then(|| Column::Status.is_in(filter.statuses.iter().copied()));
    let mut all = Condition::all()
        .add_option(statuses)
        .add_option(filter.kind.map(|kind| Column::Kind.eq(kind)))
        .add_option(filter.institution.map(|id| Column::InstitutionId.eq(id)))
        .add_option(filter.target.map(|id| Column::TargetId.eq(id)))
        .add_option(filter.assignee.map(|id| Column::AssigneeId.eq(id)))
        .add_option(filter.unassigned.then(|| Column::AssigneeId.is_null()));
    let folded = search_index::fold(filter.text.as_deref().unwrap_or_default());
    // Letters and digits only: the words go into a pattern.
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(MAX_WORDS) {
        all = all.add(Column::Folded.contains(word));
    }
    all
}

/// The proposal of that global id, if the acting person may see it; nothing if there is none for their eyes.
pub(crate) async fn find(scope: &Scope, id: &str) -> Result<Option<Model>> {
    if scope.actor == Actor::Anonymous {
        return Err(Fault::unauthenticated());
    }
    let Some(id) = SubmissionId::parse(id) else { return Ok(None) };
    let row = Submissions::find_by_id(id).one(&*scope.db().await?).await?;
    Ok(row.filter(|row| scope.tenant.has(row.kind.module()) && policy::may_read(&scope.actor, &known(row))))
}

/// Whether a change to an entry waits to be decided; nothing for those who may not know.
pub(crate) async fn is_waiting(scope: &Scope, target: Uuid, entry: &policy::Entry) -> Result<Option<bool>> {
    if !policy::may_know_of_waiting(&scope.actor, entry) {
        return Ok(None);
    }
    let waiting = Submissions::find()
        .filter(Column::TargetId.eq(target))
        .filter(Column::Status.eq(Status::Waiting))
        .one(&*scope.db().await?)
        .await?;
    Ok(Some(waiting.is_some()))
}

/// What the row itself tells of a proposal.
pub(crate) fn known(row: &Model) -> policy::Proposal {
    policy::Proposal {
        author: row.account_id.map(|id| id.0),
        institution: row.institution_id,
        was_sent: row.was_sent(),
        is_own: false,
    }
}

/// All that rights depend on.
pub(crate) async fn facts(scope: &Scope, row: &Model) -> Result<policy::Proposal> {
    Related::to(scope, std::slice::from_ref(row)).facts(scope, row).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_are_read_back_and_others_refused() {
        let at = DateTime::from_timestamp_micros(1_789_000_000_123_456).unwrap_or_default();
        let position = Position { at, id: SubmissionId(Uuid::from_u128(7)) };
        assert_eq!(Position::parse(&position.cursor()).ok(), Some(position));
        for foreign in ["", ".", "1.", "x.00000000000000000000000000000007", "99999999999999999999.7"] {
            assert!(Position::parse(foreign).is_err(), "{foreign}");
        }
    }
}
