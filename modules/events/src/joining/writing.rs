//! Inviting, asking, answering, leaving, and writing to each other.

use std::time::Duration;

use directory::InstitutionId;
use identity::AccountId;
use kernel::{
    audit,
    changes::Operation,
    entry::State,
    error::{Fault, Result},
    history::{self, Fields},
    limits::Rule,
    refusal::{Outcome, Problem},
    scope::{Actor, Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    invitation::{ActiveModel, Column, Entity, EventInvitationId, InvitationKind, InvitationState, Model},
    letters::{self, Message, Recipients},
    owners_of, policy,
    refusal::JoiningKind,
    sides,
};
use crate::{
    ENTITY,
    event::{self, EventId, Model as Event},
    notices, organiser, service, signups,
};

/// Institutions that organise one event.
const MAX_ORGANISERS: usize = 20;
/// Characters of a message.
const MAX_MESSAGE: usize = 2000;
/// How often somebody may invite or ask.
const INVITING: Rule = Rule { name: "event.invite", tries: 20, window: Duration::from_secs(3600) };
/// How often somebody may write to organisers.
const WRITING: Rule = Rule { name: "event.message", tries: 10, window: Duration::from_secs(3600) };
/// How often somebody may write to the organisers of one event.
const WRITING_TO: Rule = Rule { name: "event.message.event", tries: 3, window: Duration::from_secs(3600) };

/// Asks another institution to organise an event together.
pub(crate) async fn invite(
    tx: &mut Tx,
    id: Option<EventId>,
    institution: Option<InstitutionId>,
    text: Option<&str>,
) -> Outcome<Model, JoiningKind> {
    let scope = tx.scope().clone();
    let (event, owners) = seen_locked(tx, id).await?;
    scope.actor.require(policy::may_decide(&scope.actor, &owners))?;
    let institution = known_institution(&scope, institution).await?;
    let to = Recipients::of(&scope, institution.0).await?;
    propose(tx, (&event, &owners), institution, InvitationKind::Invite, text, &to).await
}

/// Asks the organisers of an event to organise it together with an institution.
pub(crate) async fn ask_to_join(
    tx: &mut Tx,
    id: Option<EventId>,
    institution: Option<InstitutionId>,
    text: Option<&str>,
) -> Outcome<Model, JoiningKind> {
    let scope = tx.scope().clone();
    let (event, owners) = seen_locked(tx, id).await?;
    let may = institution.is_some_and(|institution| policy::may_join(&scope.actor, institution.0));
    scope.actor.require(may || scope.actor.is_at_least(kernel::access::Role::Editor))?;
    let institution = known_institution(&scope, institution).await?;
    let to = Recipients::organisers(&scope, &event, &owners).await?;
    propose(tx, (&event, &owners), institution, InvitationKind::Ask, text, &to).await
}

async fn propose(
    tx: &mut Tx,
    (event, owners): (&Event, &[Uuid]),
    institution: InstitutionId,
    kind: InvitationKind,
    text: Option<&str>,
    to: &Recipients,
) -> Outcome<Model, JoiningKind> {
    let scope = tx.scope().clone();
    if let Some(account) = scope.actor.account() {
        scope.app().limits.take(&scope, INVITING, &AccountId(account).global()).await?;
    }
    let message = text.map(signups::tidy).filter(|text| !text.is_empty());
    if message.as_ref().is_some_and(|text| text.chars().count() > MAX_MESSAGE) {
        return Err(Problem::at(JoiningKind::MessageTooLong, "message").with("most", MAX_MESSAGE as u32).into());
    }
    if owners.contains(&institution.0) {
        return Err(Problem::at(JoiningKind::AlreadyOrganiser, "institution").into());
    }
    if owners.len() >= MAX_ORGANISERS {
        return Err(Problem::new(JoiningKind::TooManyOrganisers).with("most", MAX_ORGANISERS as u32).into());
    }
    let waiting = Entity::find()
        .filter(Column::EventId.eq(event.id))
        .filter(Column::InstitutionId.eq(institution))
        .filter(Column::State.eq(InvitationState::Waiting));
    if waiting.count(tx.db()).await? > 0 {
        return Err(Problem::at(JoiningKind::AlreadyInvited, "institution").into());
    }
    if to.is_nobody() {
        return Err(Problem::at(JoiningKind::NobodyAnswers, "institution").into());
    }
    let now = scope.now();
    let row = Model {
        id: EventInvitationId::new(now),
        event_id: event.id,
        institution_id: institution,
        kind,
        message,
        state: InvitationState::Waiting,
        account_id: scope.actor.account().map(AccountId),
        created_at: now,
        answered_at: None,
    };
    Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    letters::asked(tx, event, &row, owners, to).await?;
    Ok(row)
}

/// Answers an invitation, or a wish to join. Whoever accepts makes the event the institution's own too.
pub(crate) async fn answer(tx: &mut Tx, id: Option<EventInvitationId>, accepts: bool) -> Outcome<Model, JoiningKind> {
    let (event, owners, row) = waiting(tx, id, |(answers, _)| answers).await?;
    if accepts && owners.len() >= MAX_ORGANISERS {
        return Err(Problem::new(JoiningKind::TooManyOrganisers).with("most", MAX_ORGANISERS as u32).into());
    }
    let state = if accepts { InvitationState::Accepted } else { InvitationState::Declined };
    let row = settle(tx, row, state).await?;
    if accepts && !owners.contains(&row.institution_id.0) {
        organiser::join(tx, event.id, row.institution_id).await?;
        let after: Vec<Uuid> = owners.iter().copied().chain([row.institution_id.0]).collect();
        note(tx, &event, "join", (&owners, &after), row.institution_id).await?;
    }
    let to = match row.kind {
        InvitationKind::Invite => Recipients::organisers(tx.scope(), &event, &owners).await?,
        InvitationKind::Ask => Recipients::of(tx.scope(), row.institution_id.0).await?,
    };
    letters::answered(tx, &event, &row, (&owners, accepts), &to).await?;
    Ok(row)
}

/// Takes back an invitation, or a wish to join, that nobody has answered.
pub(crate) async fn withdraw(tx: &mut Tx, id: Option<EventInvitationId>) -> Outcome<Model, JoiningKind> {
    let (_, _, row) = waiting(tx, id, |(_, asks)| asks).await?;
    Ok(settle(tx, row, InvitationState::Withdrawn).await?)
}

/// Ends an institution's part in an event. If it is entered under that institution, the one that joined first takes its
/// place.
pub(crate) async fn leave(
    tx: &mut Tx,
    id: Option<EventId>,
    institution: Option<InstitutionId>,
) -> Outcome<Event, JoiningKind> {
    let scope = tx.scope().clone();
    let (event, owners) = seen_locked(tx, id).await?;
    let institution = institution.ok_or_else(|| Problem::at(JoiningKind::InstitutionUnknown, "institution"))?;
    scope.actor.require(policy::may_join(&scope.actor, institution.0))?;
    if !owners.contains(&institution.0) {
        return Err(Problem::at(JoiningKind::NotOrganiser, "institution").into());
    }
    let after: Vec<Uuid> = owners.iter().copied().filter(|owner| *owner != institution.0).collect();
    let event = if event.institution_id == Some(institution) {
        let Some(first) = after.first().copied().map(InstitutionId) else {
            return Err(Problem::at(JoiningKind::LastOrganiser, "institution").into());
        };
        organiser::leave(tx, event.id, first).await?;
        let now = scope.now();
        let sequence = event.sequence + 1;
        let change = event::ActiveModel {
            id: Set(event.id),
            institution_id: Set(Some(first)),
            sequence: Set(sequence),
            updated_at: Set(now),
            ..Default::default()
        };
        event::Entity::update(change).validate()?.exec(tx.db()).await?;
        let moved = Event { institution_id: Some(first), sequence, updated_at: now, ..event.clone() };
        // An event that says no place of its own is where its institution is.
        notices::changed(tx, &event, &moved).await?;
        moved
    } else {
        // What is the city's stays so when nobody else organises it any more.
        organiser::leave(tx, event.id, institution).await?;
        event
    };
    note(tx, &event, "leave", (&owners, &after), institution).await?;
    Ok(event)
}

/// Writes to the organisers of an event on behalf of an institution, or of the city. Returns how many are written to.
pub(crate) async fn message(
    tx: &mut Tx,
    id: Option<EventId>,
    institution: Option<InstitutionId>,
    text: &str,
    with_address: bool,
) -> Outcome<usize, JoiningKind> {
    let scope = tx.scope().clone();
    let (event, owners) = seen_locked(tx, id).await?;
    let party = institution.map(|institution| institution.0);
    scope.actor.require(policy::may_write(&scope.actor, party))?;
    if institution.is_some() {
        known_institution(&scope, institution).await?;
    }
    let text = signups::tidy(text);
    if text.is_empty() {
        return Err(Problem::at(JoiningKind::MessageMissing, "message").into());
    }
    if text.chars().count() > MAX_MESSAGE {
        return Err(Problem::at(JoiningKind::MessageTooLong, "message").with("most", MAX_MESSAGE as u32).into());
    }
    if let Some(account) = scope.actor.account() {
        let account = AccountId(account).global();
        scope.app().limits.take(&scope, WRITING, &account).await?;
        scope.app().limits.take(&scope, WRITING_TO, &format!("{account} {}", event.id.global())).await?;
    }
    let to = Recipients::organisers(&scope, &event, &owners).await?;
    let written = letters::message(tx, &event, &to, Message { institution: party, text: &text, with_address }).await?;
    if written == 0 {
        return Err(Problem::at(JoiningKind::NobodyAnswers, "event").into());
    }
    let details = json!({ "institution": institution.map(InstitutionId::global) });
    audit::append(tx, "event.message", &event.id.global(), details).await?;
    Ok(written)
}

/// All that an account invited and asked for, the oldest first.
pub(crate) async fn written_by(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Id);
    Ok(rows.all(&*scope.db().await?).await?)
}

/// Forgets that an account invited or asked, and what it wrote.
pub(crate) async fn forget_account(tx: &mut Tx, account: AccountId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::AccountId, Expr::value(Option::<AccountId>::None))
        .col_expr(Column::Message, Expr::value(Option::<String>::None))
        .filter(Column::AccountId.eq(account))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// The event of that id as it is now and whose it is, kept from other writers, if who acts may see it.
async fn seen_locked(tx: &Tx, id: Option<EventId>) -> Result<(Event, Vec<Uuid>)> {
    let scope = tx.scope();
    if scope.actor == Actor::Anonymous {
        return Err(Fault::unauthenticated());
    }
    let event = match id {
        Some(id) => service::lock(tx, id).await?,
        None => None,
    };
    let event = event.ok_or_else(Fault::not_found)?;
    let owners = owners_of(scope, &event).await?;
    if event.state == State::Published || signups::policy::may_see(&scope.actor, &owners) {
        Ok((event, owners))
    } else {
        Err(Fault::not_found())
    }
}

/// An invitation that waits, with its event, if who acts decides for the side that `side` picks of those that answer
/// and that ask.
async fn waiting(
    tx: &Tx,
    id: Option<EventInvitationId>,
    side: fn((bool, bool)) -> bool,
) -> Outcome<(Event, Vec<Uuid>, Model), JoiningKind> {
    let scope = tx.scope().clone();
    if scope.actor == Actor::Anonymous {
        return Err(Fault::unauthenticated().into());
    }
    let id = id.ok_or_else(Fault::not_found)?;
    let known = Entity::find_by_id(id).one(tx.db()).await?.ok_or_else(Fault::not_found)?;
    let event = service::lock(tx, known.event_id).await?.ok_or_else(Fault::not_found)?;
    let row = Entity::find_by_id(id).one(tx.db()).await?.ok_or_else(Fault::not_found)?;
    let owners = owners_of(&scope, &event).await?;
    if !policy::may_see(&scope.actor, &owners, row.institution_id.0) {
        return Err(Fault::not_found().into());
    }
    scope.actor.require(side(sides(&scope.actor, &row, &owners)))?;
    if row.state != InvitationState::Waiting {
        return Err(Problem::new(JoiningKind::AlreadyAnswered).into());
    }
    Ok((event, owners, row))
}

async fn settle(tx: &mut Tx, row: Model, state: InvitationState) -> Result<Model> {
    let row = Model { state, answered_at: Some(tx.scope().now()), ..row };
    let change =
        ActiveModel { id: Set(row.id), state: Set(state), answered_at: Set(row.answered_at), ..Default::default() };
    Entity::update(change).validate()?.exec(tx.db()).await?;
    Ok(row)
}

/// Notes whose the event is now.
async fn note(
    tx: &mut Tx,
    event: &Event,
    action: &'static str,
    (before, after): (&[Uuid], &[Uuid]),
    institution: InstitutionId,
) -> Result<()> {
    let told = |owners: &[Uuid]| -> Fields {
        let ids: Vec<_> = owners.iter().map(|owner| InstitutionId(*owner).global()).collect();
        Fields::from([("organisers".to_owned(), ids.join("|"))])
    };
    history::record(tx, ENTITY, event.id.0, action, (&told(before), &told(after)), None).await?;
    let acted = if action == "join" { "event.join" } else { "event.leave" };
    audit::append(tx, acted, &event.id.global(), json!({ "institution": institution.global() })).await?;
    tx.changed(ENTITY, event.id.0, Operation::Upsert);
    Ok(())
}

async fn known_institution(scope: &Scope, id: Option<InstitutionId>) -> Outcome<InstitutionId, JoiningKind> {
    let found = match id {
        Some(id) => directory::service::find(scope, id).await?,
        None => None,
    };
    found.map(|row| row.id).ok_or_else(|| Problem::at(JoiningKind::InstitutionUnknown, "institution").into())
}
