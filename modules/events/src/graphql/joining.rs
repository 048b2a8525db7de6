//! Joining forces in the schema.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionId,
    graphql::{Institution, institution},
};
use identity::graphql::ViewerFields;
use kernel::{
    error::Fault,
    graphql::ContextExt as _,
    payload,
    refusal::{Outcome, Refused},
    scope::Tx,
};

use super::{
    Event, EventFields, event,
    people::{owners, public},
};
use crate::{
    event::EventId,
    joining::{self, EventInvitationId, InvitationKind, InvitationState, JoiningKind, Told},
    search::Card,
    service,
};

/// Whose idea it is to organise together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "InvitationKind")]
enum EventInvitationKind {
    /// The organisers': they ask an institution to join.
    Invite,
    /// The institution's: it asks to join.
    Ask,
}

/// What became of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "InvitationState")]
enum EventInvitationState {
    /// Nobody answered yet.
    Waiting,
    /// They organise it together.
    Accepted,
    /// They do not.
    Declined,
    /// Who wrote it took it back.
    Withdrawn,
}

/// An invitation to organise an event together, or a wish to.
pub struct EventInvitation(Told);

async fn told(ctx: &Context<'_>, rows: Vec<joining::EventInvitation>) -> Result<Vec<EventInvitation>> {
    ctx.charge(rows.len())?;
    Ok(joining::told(ctx.scope(), rows).await?.into_iter().map(EventInvitation).collect())
}

/// An invitation to organise an event together, or a wish to.
#[Object(tag = "module-events")]
impl EventInvitation {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.row.id.global().into()
    }

    /// The event; null if it is not public any more.
    async fn event(&self, ctx: &Context<'_>) -> Result<Option<Event>> {
        public(ctx, self.0.event.clone()).await
    }

    /// What the event is called.
    async fn title(&self) -> Option<&str> {
        self.0.event.as_ref().map(|event| event.title.as_str())
    }

    /// The institution that would join.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        let id = self.0.row.institution_id;
        Ok(directory::service::many(ctx.scope(), &[id]).await?.remove(&id).map(institution))
    }

    /// Whose idea it is.
    async fn kind(&self) -> EventInvitationKind {
        self.0.row.kind.into()
    }

    /// What was written with it.
    async fn message(&self) -> Option<&str> {
        self.0.row.message.as_deref()
    }

    /// What became of it.
    async fn state(&self) -> EventInvitationState {
        self.0.row.state.into()
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.row.created_at
    }

    /// When it was answered or taken back.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.0.row.answered_at
    }

    /// Whether whoever looks may answer it.
    async fn can_answer(&self) -> bool {
        self.0.can_answer
    }

    /// Whether whoever looks may take it back.
    async fn can_withdraw(&self) -> bool {
        self.0.can_withdraw
    }
}

/// What joining forces adds to events.
pub(super) struct JoiningOfEvent(Arc<Card>);

impl From<&EventFields> for JoiningOfEvent {
    fn from(event: &EventFields) -> Self {
        Self(event.0.clone())
    }
}

#[Object(name = "JoiningOfEvent")]
impl JoiningOfEvent {
    /// Invitations to organise it together, and wishes to, the newest first, as far as they concern whoever looks; null
    /// for those who work for no institution.
    #[graphql(tag = "module-events")]
    async fn invitations(&self, ctx: &Context<'_>) -> Result<Option<Vec<EventInvitation>>> {
        match joining::of_event(ctx.scope(), &self.0.row).await? {
            Some(rows) => Ok(Some(told(ctx, rows).await?)),
            None => Ok(None),
        }
    }

    /// Whether whoever looks may ask others to organise it together.
    #[graphql(tag = "module-events")]
    async fn can_invite(&self, ctx: &Context<'_>) -> bool {
        joining::policy::may_decide(&ctx.scope().actor, &owners(&self.0))
    }
}

/// What joining forces adds to whoever looks.
pub(super) struct JoiningOfViewer;

impl From<&ViewerFields> for JoiningOfViewer {
    fn from(_: &ViewerFields) -> Self {
        Self
    }
}

#[Object(name = "JoiningOfViewer")]
impl JoiningOfViewer {
    /// Invitations, and wishes to join, that wait for their answer, the oldest first.
    #[graphql(tag = "module-events")]
    async fn event_invitations(&self, ctx: &Context<'_>) -> Result<Vec<EventInvitation>> {
        let rows = joining::to_answer(ctx.scope()).await?;
        told(ctx, rows).await
    }
}

/// An institution that is asked to organise an event together.
#[derive(InputObject)]
struct EventInviteInput {
    /// The event.
    event: ID,
    /// The institution.
    institution: ID,
    /// What is written to it, at most 2000 characters.
    message: Option<String>,
}

/// An institution that asks to organise an event together.
#[derive(InputObject)]
struct EventAskToJoinInput {
    /// The event.
    event: ID,
    /// The institution on whose behalf one asks.
    institution: ID,
    /// What is written to the organisers, at most 2000 characters.
    message: Option<String>,
}

/// An answer to an invitation, or to a wish to join.
#[derive(InputObject)]
struct EventInvitationAnswerInput {
    /// The invitation.
    id: ID,
    /// Whether it is accepted.
    accept: bool,
}

/// An invitation, or a wish to join, that is taken back.
#[derive(InputObject)]
struct EventInvitationWithdrawInput {
    /// The invitation.
    id: ID,
}

/// An institution's part in an event, that ends.
#[derive(InputObject)]
struct EventLeaveInput {
    /// The event.
    event: ID,
    /// The institution.
    institution: ID,
}

/// A message to an event's organisers.
#[derive(InputObject)]
struct EventMessageInput {
    /// The event.
    event: ID,
    /// The institution on whose behalf one writes; null for the city, as its editor.
    institution: Option<ID>,
    /// The message, at most 2000 characters.
    message: String,
    /// Whether they see the address of who writes, to answer to.
    #[graphql(default)]
    reply_to: bool,
}

payload! {
    /// What became of asking an institution to join.
    EventInvitePayload, EventInviteErrorCode { invitation: EventInvitation } {
        InstitutionUnknown, AlreadyOrganiser, AlreadyInvited, TooManyOrganisers, NobodyAnswers, MessageTooLong,
    }
}

payload! {
    /// What became of asking to join.
    EventAskToJoinPayload, EventAskToJoinErrorCode { invitation: EventInvitation } {
        InstitutionUnknown, AlreadyOrganiser, AlreadyInvited, TooManyOrganisers, NobodyAnswers, MessageTooLong,
    }
}

payload! {
    /// What became of answering an invitation.
    EventInvitationAnswerPayload, EventInvitationAnswerErrorCode { invitation: EventInvitation } {
        AlreadyAnswered, TooManyOrganisers,
    }
}

payload! {
    /// What became of taking an invitation back.
    EventInvitationWithdrawPayload, EventInvitationWithdrawErrorCode { invitation: EventInvitation } { AlreadyAnswered }
}

payload! {
    /// What became of leaving an event.
    EventLeavePayload, EventLeaveErrorCode { event: Event } { InstitutionUnknown, NotOrganiser, LastOrganiser }
}

payload! {
    /// What became of writing to organisers.
    EventMessagePayload, EventMessageErrorCode { sent: bool } {
        InstitutionUnknown, MessageMissing, MessageTooLong, NobodyAnswers,
    }
}

/// Mutations of joining forces.
#[derive(Debug, Default)]
pub(super) struct JoiningMutation;

#[Object]
impl JoiningMutation {
    /// Asks another institution to organise an event together; its managers are written to. For managers of the event's
    /// organisers, and editors.
    #[graphql(tag = "module-events")]
    async fn event_invite(&self, ctx: &Context<'_>, input: EventInviteInput) -> Result<EventInvitePayload> {
        let mut tx = ctx.scope().begin().await?;
        let (event, institution) = (EventId::parse(&input.event), InstitutionId::parse(&input.institution));
        let outcome = joining::invite(&mut tx, event, institution, input.message.as_deref()).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(EventInvitePayload::of(ctx.scope(), outcome)?)
    }

    /// Asks the organisers of an event to organise it together with one's institution; they are written to. For
    /// managers, and editors.
    #[graphql(tag = "module-events")]
    async fn event_ask_to_join(&self, ctx: &Context<'_>, input: EventAskToJoinInput) -> Result<EventAskToJoinPayload> {
        let mut tx = ctx.scope().begin().await?;
        let (event, institution) = (EventId::parse(&input.event), InstitutionId::parse(&input.institution));
        let outcome = joining::ask_to_join(&mut tx, event, institution, input.message.as_deref()).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(EventAskToJoinPayload::of(ctx.scope(), outcome)?)
    }

    /// Answers an invitation, or a wish to join; if it is accepted, the event is both institutions' own. For managers
    /// of the side that was asked, and editors.
    #[graphql(tag = "module-events")]
    async fn event_invitation_answer(
        &self,
        ctx: &Context<'_>,
        input: EventInvitationAnswerInput,
    ) -> Result<EventInvitationAnswerPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = joining::answer(&mut tx, EventInvitationId::parse(&input.id), input.accept).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(EventInvitationAnswerPayload::of(ctx.scope(), outcome)?)
    }

    /// Takes back an invitation, or a wish to join, that nobody has answered. For managers of the side that asked, and
    /// editors.
    #[graphql(tag = "module-events")]
    async fn event_invitation_withdraw(
        &self,
        ctx: &Context<'_>,
        input: EventInvitationWithdrawInput,
    ) -> Result<EventInvitationWithdrawPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = joining::withdraw(&mut tx, EventInvitationId::parse(&input.id)).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(EventInvitationWithdrawPayload::of(ctx.scope(), outcome)?)
    }

    /// Ends an institution's part in an event that others organise too. For its managers, and editors.
    #[graphql(tag = "module-events")]
    async fn event_leave(&self, ctx: &Context<'_>, input: EventLeaveInput) -> Result<EventLeavePayload> {
        let mut tx = ctx.scope().begin().await?;
        let (id, institution) = (EventId::parse(&input.event), InstitutionId::parse(&input.institution));
        let outcome = match joining::leave(&mut tx, id, institution).await {
            Ok(row) => {
                tx.commit().await?;
                ctx.scope().settle().await?;
                // One that is not public is shown to its people here all the same: they have just left it.
                Ok(service::told(ctx.scope(), vec![row]).await?.pop().map(event).ok_or_else(Fault::not_found)?)
            }
            Err(refused) => Err(refused),
        };
        Ok(EventLeavePayload::of(ctx.scope(), outcome)?)
    }

    /// Writes to the organisers of an event, by mail. For those who work for an institution, on its behalf; for
    /// editors, on the city's.
    #[graphql(tag = "module-events")]
    async fn event_message(&self, ctx: &Context<'_>, input: EventMessageInput) -> Result<EventMessagePayload> {
        let mut tx = ctx.scope().begin().await?;
        let institution = match &input.institution {
            Some(id) => Some(InstitutionId::parse(id).ok_or_else(Fault::forbidden)?),
            None => None,
        };
        let event = EventId::parse(&input.event);
        let outcome = joining::message(&mut tx, event, institution, &input.message, input.reply_to).await;
        if outcome.is_ok() {
            tx.commit().await?;
        }
        Ok(EventMessagePayload::of(ctx.scope(), outcome.map(|written| written > 0))?)
    }
}

/// Commits what was done and reads it back; a refusal stays one.
async fn settled(
    ctx: &Context<'_>,
    tx: Tx,
    outcome: Outcome<joining::EventInvitation, JoiningKind>,
) -> Result<Outcome<EventInvitation, JoiningKind>> {
    let row = match outcome {
        Ok(row) => row,
        Err(refused) => return Ok(Err(refused)),
    };
    tx.commit().await?;
    ctx.scope().settle().await?;
    Ok(told(ctx, vec![row]).await?.pop().ok_or_else(|| Refused::Fault(Fault::not_found())))
}
