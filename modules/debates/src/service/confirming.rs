//! What links in mails do: showing that a question is one's own, and taking it back.

use std::sync::Arc;

use kernel::{
    changes::Operation,
    entry::State as EntryState,
    error::{Fault, Result},
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::{asking, lock, merging, moderation};
use crate::{
    ENTITY, QUESTION_ENTITY,
    links::{Link, Purpose},
    person::{self, Person},
    policy,
    question::{ActiveModel, Column, Entity, Model, QuestionId},
    refusal::Refusal,
    search::Card,
    states::{self, Act, State},
};

/// What a link in a mail is for, and whether it acts.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// What it is for; nothing if it is not ours.
    pub(crate) purpose: Option<Purpose>,
    /// Whether it acts.
    pub(crate) state: SeenState,
    /// The question; only if the link acts or has acted.
    pub(crate) question: Option<Model>,
    /// Its debate, if that is public.
    pub(crate) debate: Option<Arc<Card>>,
}

/// Whether a link acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SeenState {
    /// It does.
    Ready,
    /// It has.
    Done,
    /// It did for as long as it does.
    Expired,
    /// It is not ours, or what it is about is no more.
    Invalid,
    /// The debate takes nothing any more.
    Closed,
}

/// What a link is for. Looking does nothing: programs that check mails open links too.
pub(crate) async fn look_at(scope: &Scope, token: &str) -> Result<Seen> {
    let nothing = |state| Seen { purpose: None, state, question: None, debate: None };
    let Some(link) = Link::read(scope, token) else { return Ok(nothing(SeenState::Invalid)) };
    let question = Entity::find_by_id(link.question).one(&*scope.db().await?).await?;
    let debate = match &question {
        Some(question) => super::listed(scope, question.debate_id).await?,
        None => None,
    };
    let purpose = Some(link.purpose);
    let state = match (&question, &debate) {
        _ if link.is_expired(scope.now()) => SeenState::Expired,
        (Some(question), Some(debate)) => state_of(scope, link.purpose, question, debate),
        // A question can be taken back though its debate is not public any more.
        (Some(question), None) if link.purpose == Purpose::Withdraw => withdrawable(question),
        _ => SeenState::Invalid,
    };
    let is_told = matches!(state, SeenState::Ready | SeenState::Done);
    // A support's link shows what everybody sees.
    let is_public = |question: &Model| question.state == State::Published || link.purpose != Purpose::Support;
    Ok(Seen { purpose, state, question: question.filter(|question| is_told && is_public(question)), debate })
}

fn state_of(scope: &Scope, purpose: Purpose, question: &Model, debate: &Card) -> SeenState {
    let is_late = asking::confirms(scope, &debate.row).is_err();
    match (purpose, question.state) {
        (Purpose::Confirm | Purpose::Support, _) if is_late => SeenState::Closed,
        (Purpose::Confirm, State::Unconfirmed) | (Purpose::Support, State::Published | State::Merged) => {
            SeenState::Ready
        }
        (Purpose::Confirm, _) => SeenState::Done,
        (Purpose::Support, _) => SeenState::Invalid,
        (Purpose::Withdraw, _) => withdrawable(question),
    }
}

fn withdrawable(question: &Model) -> SeenState {
    match question.state {
        State::Withdrawn => SeenState::Done,
        _ if may_go(question) => SeenState::Ready,
        _ => SeenState::Invalid,
    }
}

/// Whether a question can be taken back: an answered one belongs to what was said in public.
pub(crate) fn may_go(question: &Model) -> bool {
    question.answer.is_none() && states::after(question.state, Act::Withdraw).is_some()
}

/// Shows that the question of a link is its reader's own: from then on it waits for an editor.
pub(crate) async fn confirm(tx: &mut Tx, token: &str) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let link = acting(&scope, token, Purpose::Confirm)?;
    let row = to_change(tx, link.question).await?.ok_or_else(|| Problem::new(Refusal::LinkInvalid))?;
    let Some(state) = states::after(row.state, Act::Confirm) else {
        return Err(Problem::new(Refusal::LinkUsed).into());
    };
    let debate = super::record(&scope, row.debate_id).await?;
    let debate = debate.filter(|debate| debate.state == EntryState::Published);
    asking::confirms(&scope, &debate.ok_or_else(|| Problem::new(Refusal::LinkInvalid))?)?;
    let address = row.address.as_deref().and_then(|sealed| person::opened(&scope, sealed));
    let address = address.ok_or_else(|| Problem::new(Refusal::LinkInvalid))?;
    let person = Person::by_address(tx, address, row.account_id).await?;
    asking::may_ask(tx, &row, &person).await?;
    let change = ActiveModel {
        state: Set(state),
        account_id: Set(person.account),
        confirmed_at: Set(Some(scope.now())),
        ..Default::default()
    };
    Ok(write(tx, &row, change).await?)
}

/// Takes a question back: its asker, signed in, by its id; or whoever has the link of a mail to them. What was kept of
/// who they are is forgotten with it, but for their account's own list.
pub(crate) async fn withdraw(tx: &mut Tx, id: Option<QuestionId>, token: Option<&str>) -> Outcome<Model, Refusal> {
    let row = match token {
        Some(token) => by_link(tx, token).await?,
        None => own(tx, id).await?,
    };
    if row.state == State::Withdrawn {
        return Ok(row);
    }
    let state = states::after(row.state, Act::Withdraw).filter(|_| may_go(&row));
    let state = state.ok_or_else(|| Problem::new(Refusal::WrongState))?;
    moderation::set_free(tx, &row).await?;
    let change = ActiveModel {
        state: Set(state),
        name: Set(None),
        digest: Set(None),
        address: Set(None),
        version: Set(row.version + 1),
        ..Default::default()
    };
    Ok(write(tx, &row, change).await?)
}

/// The question that the link of a mail takes back.
async fn by_link(tx: &Tx, token: &str) -> Outcome<Model, Refusal> {
    let link = acting(tx.scope(), token, Purpose::Withdraw)?;
    Ok(to_change(tx, link.question).await?.ok_or_else(|| Problem::new(Refusal::LinkInvalid))?)
}

/// The acting person's own question.
async fn own(tx: &Tx, id: Option<QuestionId>) -> Result<Model> {
    let actor = &tx.scope().actor;
    tx.scope().person()?;
    let row = to_change(tx, id.ok_or_else(Fault::not_found)?).await?.ok_or_else(Fault::not_found)?;
    let asker = row.account_id.map(|account| account.0);
    if !policy::may_see(actor, asker, row.state) {
        return Err(Fault::not_found());
    }
    actor.require(policy::is_asker(actor, asker))?;
    Ok(row)
}

/// The link of a token, if it is for this and acts.
pub(super) fn acting(scope: &Scope, token: &str, purpose: Purpose) -> Outcome<Link, Refusal> {
    let link = Link::read(scope, token).filter(|link| link.purpose == purpose);
    let link = link.ok_or_else(|| Problem::new(Refusal::LinkInvalid))?;
    if link.is_expired(scope.now()) {
        return Err(Problem::new(Refusal::LinkExpired).into());
    }
    Ok(link)
}

/// A question as it is now, with every other change to its debate's questions made to wait.
pub(super) async fn to_change(tx: &Tx, id: QuestionId) -> Result<Option<Model>> {
    let Some(known) = Entity::find_by_id(id).one(tx.db()).await? else { return Ok(None) };
    lock(tx, known.debate_id).await?;
    Ok(Entity::find_by_id(id).one(tx.db()).await?)
}

/// Writes what changed of a question, and says so to whoever derives something from it: index, the debate's counts.
pub(super) async fn write(tx: &mut Tx, before: &Model, change: ActiveModel) -> Result<Model> {
    Entity::update_many().set(change).filter(Column::Id.eq(before.id)).exec(tx.db()).await?;
    let after = Entity::find_by_id(before.id).one(tx.db()).await?.ok_or_else(Fault::not_found)?;
    let shown = |row: &Model| (row.state == State::Published, row.answered_at.is_some());
    if shown(before) != shown(&after) {
        tx.changed(QUESTION_ENTITY, after.id.0, Operation::Upsert);
        tx.changed(ENTITY, after.debate_id.0, Operation::Upsert);
    }
    if before.merged_into != after.merged_into {
        for root in [before.merged_into, after.merged_into].into_iter().flatten() {
            if let Some(row) = Entity::find_by_id(root).one(tx.db()).await? {
                let root = merging::root_of(tx, row).await?;
                merging::recount(tx, root.debate_id, root.id).await?;
            }
        }
        merging::recount(tx, after.debate_id, after.id).await?;
    }
    Ok(after)
}
