//! Sign-ups and kept events in the schema.

use std::sync::Arc;

use async_graphql::{
    Context, Enum, ID, InputObject, Object, Result, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
};
use chrono::{DateTime, SecondsFormat, Utc};
use identity::graphql::ViewerFields;
use kernel::{
    entry::State,
    error::Fault,
    graphql::{
        ContextExt as _,
        connection::{Cursor, DEFAULT_FIRST, page_size},
    },
    payload,
    refusal::{Outcome, Refused},
    scope::Tx,
};

use super::{Event, EventFields, event};
use crate::{
    event::{EventId, Model},
    notices::words,
    search::Card,
    service,
    signups::{self, SignUpId, SignUpKind, SignUpState as State_, Told, Wish},
};

/// A page of those who signed up for an event.
pub(super) type SignUpConnection = Connection<Cursor, SignUp, SignUpConnectionFields, EmptyFields>;

/// A page of what somebody signed up for.
type OwnSignUpConnection =
    Connection<Cursor, SignUp, EmptyFields, EmptyFields, OwnSignUpConnectionName, OwnSignUpEdgeName>;

struct OwnSignUpConnectionName;

impl async_graphql::connection::ConnectionNameType for OwnSignUpConnectionName {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "OwnSignUpConnection".to_owned()
    }
}

struct OwnSignUpEdgeName;

impl async_graphql::connection::EdgeNameType for OwnSignUpEdgeName {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "OwnSignUpEdge".to_owned()
    }
}

/// What is said of all sign-ups of a list.
#[derive(SimpleObject)]
pub(super) struct SignUpConnectionFields {
    /// How many there are.
    total_count: u64,
    /// How many people they are.
    people_count: i64,
}

/// What became of a sign-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "State_")]
pub enum SignUpState {
    /// They have a place.
    Going,
    /// They wait for one.
    Waiting,
    /// They took it back, or were taken off.
    Cancelled,
}

/// Somebody's sign-up for an event, or for one date of it.
pub struct SignUp(Told);

/// Rows as the schema shows them.
async fn told(ctx: &Context<'_>, rows: Vec<signups::SignUp>) -> Result<Vec<SignUp>> {
    Ok(signups::told(ctx.scope(), rows).await?.into_iter().map(SignUp).collect())
}

impl SignUp {
    /// The date as it is now.
    fn date(&self, ctx: &Context<'_>) -> Option<crate::recurrence::Occurrence> {
        let (event, key) = self.0.event.as_ref().zip(self.0.row.occurrence)?;
        event.occurrences(ctx.scope().tenant.time_zone).into_iter().find(|one| one.key == key)
    }
}

/// Somebody's sign-up for an event, or for one date of it.
#[Object(tag = "module-events")]
impl SignUp {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.row.id.global().into()
    }

    /// For what; null if that is not public any more.
    async fn event(&self, ctx: &Context<'_>) -> Result<Option<Event>> {
        public(ctx, self.0.event.clone()).await
    }

    /// What it is called, also if it was called off.
    async fn title(&self) -> Option<&str> {
        self.0.event.as_ref().map(|event| event.title.as_str())
    }

    /// Whether it was called off.
    async fn is_called_off(&self) -> bool {
        self.0.event.as_ref().is_none_or(|event| event.state != State::Published)
    }

    /// The date it is for, by its original start: the key of an occurrence. Null if it is for all of the event.
    async fn occurrence(&self) -> Option<String> {
        self.0.row.occurrence.map(|key| key.to_rfc3339_opts(SecondsFormat::Secs, true))
    }

    /// When that date starts; null if it is for all of the event, or the date does not take place any more.
    async fn starts_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        self.date(ctx).map(|date| date.starts)
    }

    /// When that date ends.
    async fn ends_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        self.date(ctx).map(|date| date.ends)
    }

    /// When it is, in words.
    async fn label(&self, ctx: &Context<'_>) -> String {
        let scope = ctx.scope();
        match (&self.0.event, self.0.row.occurrence, self.date(ctx)) {
            (Some(event), Some(_), Some(date)) => words::date(scope, &date, event.all_day),
            (_, Some(key), _) => words::moment(scope, key),
            (Some(event), None, _) => words::schedule(scope, event),
            (None, None, _) => String::new(),
        }
    }

    /// How many people come.
    async fn people(&self) -> i32 {
        self.0.row.people
    }

    /// What the organiser should know.
    async fn note(&self) -> Option<&str> {
        self.0.row.note.as_deref()
    }

    /// Whether there is a place.
    async fn state(&self) -> SignUpState {
        self.0.row.state.into()
    }

    /// Its place on the waiting list, from 1; null if it does not wait.
    async fn waiting_position(&self) -> Option<u64> {
        self.0.position
    }

    /// Who signed up, as others see it; for the event's people and whoever it is.
    async fn name(&self) -> Option<String> {
        self.0.account.as_ref().map(identity::display_name)
    }

    /// The child it is for; for its guardian.
    async fn child_name(&self) -> Option<&str> {
        self.0.child.as_deref()
    }

    /// Whether whoever looks may take it back, or take it off.
    async fn can_cancel(&self) -> bool {
        self.0.can_cancel
    }

    /// When they signed up.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.row.created_at
    }
}

/// An event as everybody sees it, if everybody does.
pub(super) async fn public(ctx: &Context<'_>, row: Option<Model>) -> Result<Option<Event>> {
    let Some(row) = row.filter(|row| row.state == State::Published) else { return Ok(None) };
    Ok(cards(ctx, vec![row]).await?.pop().map(event))
}

async fn cards(ctx: &Context<'_>, rows: Vec<Model>) -> Result<Vec<Arc<Card>>> {
    Ok(service::told(ctx.scope(), rows).await?)
}

/// The institutions whose an event is.
pub(super) fn owners(card: &Card) -> Vec<uuid::Uuid> {
    card.organisers.iter().map(|id| id.0).collect()
}

/// What people add to events.
pub(super) struct PeopleOfEvent(Arc<Card>);

impl From<&EventFields> for PeopleOfEvent {
    fn from(event: &EventFields) -> Self {
        Self(event.0.clone())
    }
}

#[Object(name = "PeopleOfEvent")]
impl PeopleOfEvent {
    /// Those who signed up, in that order; null for all but the event's people and editors. That they were looked at is
    /// noted.
    #[graphql(tag = "module-events")]
    async fn sign_ups(
        &self,
        ctx: &Context<'_>,
        state: Option<SignUpState>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<Option<SignUpConnection>> {
        let (after, first) = (cursor(after)?, page_size(first)?);
        let page = signups::of_event(ctx.scope(), &self.0.row, state.map(Into::into), after, first).await?;
        let Some(page) = page else { return Ok(None) };
        ctx.charge(page.rows.len())?;
        let (total_count, people_count) = page.total;
        let fields = SignUpConnectionFields { total_count, people_count };
        let mut connection = Connection::with_additional_fields(after.is_some(), page.has_next, fields);
        let told = told(ctx, page.rows).await?;
        connection.edges.extend(told.into_iter().map(|one| Edge::new(Cursor(one.0.row.id.global()), one)));
        Ok(Some(connection))
    }

    /// How many people have a place, over all dates; null for all but the event's people and editors.
    #[graphql(tag = "module-events")]
    async fn sign_up_count(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(signups::participants(ctx.scope(), &self.0.row).await?)
    }

    /// What whoever looks signed up for here, also what was taken back.
    #[graphql(tag = "module-events")]
    async fn my_sign_ups(&self, ctx: &Context<'_>) -> Result<Vec<SignUp>> {
        let rows = signups::mine_at(ctx.scope(), self.0.row.id).await?;
        ctx.charge(rows.len())?;
        told(ctx, rows).await
    }

    /// Whether whoever looks may sign up here: signed in, while signing up is open.
    #[graphql(tag = "module-events")]
    async fn can_sign_up(&self, ctx: &Context<'_>) -> bool {
        let scope = ctx.scope();
        signups::policy::in_browser(&scope.actor).is_some() && signups::closed(&self.0.row, scope.now()).is_none()
    }

    /// Whether whoever looks keeps it.
    #[graphql(tag = "module-events")]
    async fn is_kept(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(!signups::are_kept(ctx.scope(), &[self.0.row.id]).await?.is_empty())
    }

    /// Whether whoever looks may see who signed up.
    #[graphql(tag = "module-events")]
    async fn can_see_sign_ups(&self, ctx: &Context<'_>) -> bool {
        signups::policy::may_see(&ctx.scope().actor, &owners(&self.0))
    }
}

/// What events add to whoever looks.
pub(super) struct PeopleOfViewer;

impl From<&ViewerFields> for PeopleOfViewer {
    fn from(_: &ViewerFields) -> Self {
        Self
    }
}

#[Object(name = "EventsOfViewer")]
impl PeopleOfViewer {
    /// What they signed up for, the last first, also what was taken back.
    #[graphql(tag = "module-events")]
    async fn sign_ups(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<OwnSignUpConnection> {
        let after = cursor(after)?;
        let (rows, has_next) = signups::own(ctx.scope(), after, page_size(first)?).await?;
        ctx.charge(rows.len())?;
        let mut connection = Connection::new(after.is_some(), has_next);
        let told = told(ctx, rows).await?;
        connection.edges.extend(told.into_iter().map(|one| Edge::new(Cursor(one.0.row.id.global()), one)));
        Ok(connection)
    }

    /// The events that they keep, the last kept first.
    #[graphql(tag = "module-events")]
    async fn kept_events(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
    ) -> Result<Vec<Event>> {
        let scope = ctx.scope();
        let Some(person) = signups::policy::in_browser(&scope.actor) else { return Ok(Vec::new()) };
        let ids = signups::kept_by(scope, identity::AccountId(person.account), Some(page_size(first)? as u64)).await?;
        ctx.charge(ids.len())?;
        let mut known = service::many(scope, &ids).await?;
        Ok(ids.iter().filter_map(|id| known.remove(id)).map(event).collect())
    }
}

/// What somebody signs up for.
#[derive(InputObject)]
struct EventSignUpInput {
    /// The event.
    event: ID,
    /// The date, by the key of its occurrence, where one signs up for dates.
    occurrence: Option<String>,
    /// The child it is for.
    child: Option<ID>,
    /// What the organiser should know, at most 500 characters.
    note: Option<String>,
    /// How many people come, from 1 to 10.
    #[graphql(default = 1)]
    people: i32,
}

/// A sign-up that is taken back.
#[derive(InputObject)]
struct EventSignUpCancelInput {
    /// The sign-up.
    id: ID,
}

/// An event that somebody keeps, or lets go.
#[derive(InputObject)]
struct EventKeepInput {
    /// The event.
    event: ID,
    /// Whether they keep it.
    keep: bool,
}

payload! {
    /// What became of signing up.
    EventSignUpPayload, EventSignUpErrorCode { sign_up: SignUp } {
        NoSignUp, NotOpenYet, Closed, Over, DateMissing, DateUnknown, PeopleOutOfRange, NoteTooLong, ChildUnknown, Full,
        TooFewPlaces, AlreadySignedUp, TooManyPeople, TooManySignUps,
    }
}

/// What became of taking a sign-up back.
#[derive(SimpleObject)]
struct EventSignUpCancelPayload {
    /// The sign-up.
    sign_up: Option<SignUp>,
}

payload! {
    /// What became of keeping an event.
    EventKeepPayload, EventKeepErrorCode { event: Event } { TooManyKept }
}

/// Mutations of sign-ups and kept events.
#[derive(Debug, Default)]
pub(super) struct PeopleMutation;

#[Object]
impl PeopleMutation {
    /// Signs whoever acts up for an event, or for one date of it: they have a place then, or wait for one. For those
    /// signed in.
    #[graphql(tag = "module-events")]
    async fn event_sign_up(&self, ctx: &Context<'_>, input: EventSignUpInput) -> Result<EventSignUpPayload> {
        let mut tx = ctx.scope().begin().await?;
        let wish = Wish {
            event: EventId::parse(&input.event),
            date: input.occurrence,
            child: input.child.map(|child| child.0),
            people: input.people,
            note: input.note,
        };
        let outcome = signups::sign_up(&mut tx, wish).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(EventSignUpPayload::of(ctx.scope(), outcome)?)
    }

    /// Takes a sign-up back; whoever waited longest comes up. For whoever signed up; for managers of the event's
    /// organisers and editors, who take somebody off, who is told.
    #[graphql(tag = "module-events")]
    async fn event_sign_up_cancel(
        &self,
        ctx: &Context<'_>,
        input: EventSignUpCancelInput,
    ) -> Result<EventSignUpCancelPayload> {
        let mut tx = ctx.scope().begin().await?;
        let row = signups::cancel(&mut tx, SignUpId::parse(&input.id)).await?;
        tx.commit().await?;
        ctx.scope().settle().await?;
        Ok(EventSignUpCancelPayload { sign_up: told(ctx, vec![row]).await?.pop() })
    }

    /// Keeps an event for whoever acts, or lets it go. For those signed in.
    #[graphql(tag = "module-events")]
    async fn event_keep(&self, ctx: &Context<'_>, input: EventKeepInput) -> Result<EventKeepPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = match signups::keep(&mut tx, EventId::parse(&input.event), input.keep).await {
            Ok(row) => {
                tx.commit().await?;
                Ok(public(ctx, Some(row)).await?.ok_or_else(Fault::not_found)?)
            }
            Err(refused) => Err(refused),
        };
        Ok(EventKeepPayload::of(ctx.scope(), outcome)?)
    }
}

/// Commits what was done and reads it back; a refusal stays one.
async fn settled(
    ctx: &Context<'_>,
    tx: Tx,
    outcome: Outcome<signups::SignUp, SignUpKind>,
) -> Result<Outcome<SignUp, SignUpKind>> {
    let row = match outcome {
        Ok(row) => row,
        Err(refused) => return Ok(Err(refused)),
    };
    tx.commit().await?;
    ctx.scope().settle().await?;
    Ok(told(ctx, vec![row]).await?.pop().ok_or_else(|| Refused::Fault(Fault::not_found())))
}

fn cursor(after: Option<String>) -> Result<Option<SignUpId>> {
    let wrong = || Fault::bad_input("after", "this cursor belongs to another list; start without one");
    Ok(after.map(|after| SignUpId::parse(&after).ok_or_else(wrong)).transpose()?)
}
