//! Joining forces: an event that several institutions organise is each one's own.
//!
//! Organisers invite others, others ask to join, and anybody's people write to the organisers of an event. All of it
//! comes as mail to those who answer for the other side.

mod invitation;
mod letters;
pub(crate) mod policy;
mod refusal;
mod writing;

use std::collections::HashMap;

use directory::InstitutionId;
use kernel::{
    access::Role,
    error::Result,
    scope::{Actor, Scope},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

use crate::{
    event::{self, EventId, Model as Event},
    organiser, service,
};

pub use invitation::{EventInvitationId, InvitationKind, InvitationState, Model as EventInvitation};
pub use refusal::JoiningKind;
pub(crate) use writing::{answer, ask_to_join, forget_account, invite, leave, message, withdraw, written_by};

/// Invitations that are listed.
const MAX_LISTED: u64 = 100;
/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// The institutions whose these events are: the one that each is entered under, then those that joined, in that order.
/// What is the city's own has none.
pub(crate) async fn owners(scope: &Scope, events: &[Event]) -> Result<HashMap<EventId, Vec<Uuid>>> {
    let ids: Vec<_> = events.iter().map(|event| event.id).collect();
    let mut joined = organiser::joined(scope, &ids).await?;
    let owners = events.iter().map(|event| {
        let all = service::together(event.institution_id, joined.remove(&event.id).unwrap_or_default());
        (event.id, all.into_iter().map(|id| id.0).collect())
    });
    Ok(owners.collect())
}

/// The institutions whose an event is.
pub(crate) async fn owners_of(scope: &Scope, event: &Event) -> Result<Vec<Uuid>> {
    Ok(owners(scope, std::slice::from_ref(event)).await?.remove(&event.id).unwrap_or_default())
}

/// The invitations of an event, the newest first, as far as they concern whoever looks; nothing if none can.
pub(crate) async fn of_event(scope: &Scope, event: &Event) -> Result<Option<Vec<EventInvitation>>> {
    let owners = owners_of(scope, event).await?;
    let works_somewhere = scope.actor.person().is_some_and(|person| person.parties(Role::Contributor).next().is_some());
    if !works_somewhere && !scope.actor.is_at_least(Role::Editor) {
        return Ok(None);
    }
    let rows = invitation::Entity::find()
        .filter(invitation::Column::EventId.eq(event.id))
        .order_by_desc(invitation::Column::Id)
        .limit(MAX_LISTED)
        .all(&*scope.db().await?)
        .await?;
    let seen = rows.into_iter().filter(|row| policy::may_see(&scope.actor, &owners, row.institution_id.0));
    Ok(Some(seen.collect()))
}

/// Invitations that wait for an answer of whoever looks, the oldest first.
pub(crate) async fn to_answer(scope: &Scope) -> Result<Vec<EventInvitation>> {
    let Some(person) = scope.actor.person() else { return Ok(Vec::new()) };
    let parties: Vec<_> = person.parties(Role::Manager).map(InstitutionId).collect();
    if parties.is_empty() {
        return Ok(Vec::new());
    }
    let db = scope.db().await?;
    let mut theirs: Vec<EventId> = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::InstitutionId.is_in(parties.iter().copied()))
        .into_tuple()
        .all(&*db)
        .await?;
    theirs.extend(organiser::events_of(scope, &parties).await?);
    let waiting = || invitation::Entity::find().filter(invitation::Column::State.eq(InvitationState::Waiting));
    let mut rows = waiting()
        .filter(invitation::Column::Kind.eq(InvitationKind::Invite))
        .filter(invitation::Column::InstitutionId.is_in(parties))
        .order_by_asc(invitation::Column::Id)
        .limit(MAX_LISTED)
        .all(&*db)
        .await?;
    for chunk in theirs.chunks(KEYS_PER_SELECT) {
        let asking = waiting()
            .filter(invitation::Column::Kind.eq(InvitationKind::Ask))
            .filter(invitation::Column::EventId.is_in(chunk.iter().copied()))
            .limit(MAX_LISTED);
        rows.extend(asking.all(&*db).await?);
    }
    rows.sort_unstable_by_key(|row| row.id);
    Ok(rows)
}

/// An invitation with what is shown beside it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) row: EventInvitation,
    pub(crate) event: Option<Event>,
    /// Whether whoever looks may answer it.
    pub(crate) can_answer: bool,
    /// Whether whoever looks may take it back.
    pub(crate) can_withdraw: bool,
}

/// Invitations with what is shown beside them, in their order.
pub(crate) async fn told(scope: &Scope, rows: Vec<EventInvitation>) -> Result<Vec<Told>> {
    let ids = rows.iter().map(|row| row.event_id);
    let events = event::Entity::find().filter(event::Column::Id.is_in(ids)).all(&*scope.db().await?).await?;
    let owners = owners(scope, &events).await?;
    let events: HashMap<EventId, Event> = events.into_iter().map(|event| (event.id, event)).collect();
    let told = rows.into_iter().map(|row| {
        let owners = owners.get(&row.event_id).map(Vec::as_slice).unwrap_or_default();
        let (can_answer, can_withdraw) = sides(&scope.actor, &row, owners);
        let waits = row.state == InvitationState::Waiting;
        Told {
            event: events.get(&row.event_id).cloned(),
            can_answer: waits && can_answer,
            can_withdraw: waits && can_withdraw,
            row,
        }
    });
    Ok(told.collect())
}

/// Whether somebody decides for the side that is asked, and for the side that asks.
fn sides(actor: &Actor, row: &EventInvitation, owners: &[Uuid]) -> (bool, bool) {
    let organisers = policy::may_decide(actor, owners);
    let other = policy::may_join(actor, row.institution_id.0);
    match row.kind {
        InvitationKind::Invite => (other, organisers),
        InvitationKind::Ask => (organisers, other),
    }
}
