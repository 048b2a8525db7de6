//! What editors decide.

use kernel::{
    audit,
    error::{Fault, Result},
    history::{self, Fields},
    refusal::{Outcome, Problem, none_of},
    scope::Tx,
};
use sea_orm::{
    ActiveEnum as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use serde_json::json;

use super::{confirming::write, lock};
use crate::{
    QUESTION_ENTITY, notify, policy,
    question::{ActiveModel, Column, Entity, Model, QuestionId},
    refusal::Refusal,
    states::{self, Act, State},
    text::{is_longer, tidy},
};

/// Questions that are decided on at a time.
const MAX_AT_ONCE: usize = 100;
/// Characters of a reason.
const MAX_REASON: usize = 500;

/// What an editor decides on questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// They are public.
    Publish,
    /// They are not taken; their askers are told why.
    Reject,
    /// They stand behind one that asks the same, with those who support them.
    Merge,
    /// What was decided is taken back: they wait again.
    Undo,
}

impl Decision {
    fn action(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Reject => "reject",
            Self::Merge => "merge",
            Self::Undo => "undo",
        }
    }

    fn act(self) -> Act {
        match self {
            Self::Publish => Act::Publish,
            Self::Reject => Act::Reject,
            Self::Merge => Act::Merge,
            Self::Undo => Act::Undo,
        }
    }
}

/// A decision on questions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order<'a> {
    /// On which.
    pub(crate) ids: &'a [Option<QuestionId>],
    /// Their versions as they were seen, in the order of the ids; nothing where nobody looked.
    pub(crate) versions: Option<&'a [i32]>,
    /// What is decided.
    pub(crate) decision: Decision,
    /// The question that they are merged into.
    pub(crate) into: Option<&'a str>,
    /// Why.
    pub(crate) reason: Option<&'a str>,
}

/// Decides on several questions at once: on all of them, or none.
pub(crate) async fn moderate(tx: &mut Tx, order: Order<'_>) -> Outcome<Vec<Model>, Refusal> {
    tx.scope().actor.require(policy::may_see_all(&tx.scope().actor))?;
    let reason = reasoned(order.decision, order.reason)?;
    match order.ids.len() {
        0 => return Err(Problem::at(Refusal::NothingChosen, "ids").into()),
        1..=MAX_AT_ONCE => {}
        _ => return Err(Problem::at(Refusal::TooManyChosen, "ids").with("max", MAX_AT_ONCE as u32).into()),
    }
    let ids: Vec<QuestionId> = order.ids.iter().map(|id| id.ok_or_else(Fault::not_found)).collect::<Result<_>>()?;
    let rows = taken(tx, &ids).await?;
    let seen = |id: QuestionId| {
        let at = ids.iter().position(|known| *known == id)?;
        order.versions?.get(at).copied()
    };
    if rows.iter().any(|row| seen(row.id).is_some_and(|version| version != row.version)) {
        return Err(Problem::at(Refusal::Outdated, "ids").into());
    }
    let into = match order.decision {
        Decision::Merge => Some(target(tx, order.into, &rows).await?),
        Decision::Publish | Decision::Reject | Decision::Undo => None,
    };
    let mut decided = Vec::with_capacity(rows.len());
    for row in rows {
        decided.push(decide(tx, row, order.decision, into.as_ref(), reason.clone()).await?);
    }
    Ok(decided)
}

/// The questions of these ids as they are now, in their order, with every other change to their debates' questions made
/// to wait.
async fn taken(tx: &Tx, ids: &[QuestionId]) -> Outcome<Vec<Model>, Refusal> {
    let chosen = || Entity::find().filter(Column::Id.is_in(ids.iter().copied())).order_by_asc(Column::Id);
    let mut debates: Vec<_> = chosen().all(tx.db()).await?.into_iter().map(|row| row.debate_id).collect();
    // In one order, so that two who decide do not wait for each other for ever.
    debates.sort_unstable();
    debates.dedup();
    for debate in debates {
        lock(tx, debate).await?;
    }
    let rows = chosen().all(tx.db()).await?;
    let known = |id: &QuestionId| rows.iter().any(|row| row.id == *id && row.state != State::Unconfirmed);
    if !ids.iter().all(known) {
        return Err(Fault::not_found().into());
    }
    // What its asker took back meanwhile is not theirs to see any more.
    if rows.iter().any(|row| row.state == State::Withdrawn) {
        return Err(Problem::at(Refusal::Outdated, "ids").into());
    }
    Ok(rows)
}

/// The public question that all of these are merged into.
async fn target(tx: &Tx, into: Option<&str>, rows: &[Model]) -> Outcome<Model, Refusal> {
    let into = into.map(str::trim).filter(|into| !into.is_empty());
    let into = into.ok_or_else(|| Problem::at(Refusal::IntoMissing, "into"))?;
    let target = match QuestionId::parse(into) {
        Some(id) => Entity::find_by_id(id).one(tx.db()).await?,
        None => None,
    };
    let is_fit = |target: &Model| {
        let is_other = |row: &Model| row.debate_id == target.debate_id && row.id != target.id;
        target.state == State::Published && rows.iter().all(is_other)
    };
    Ok(target.filter(is_fit).ok_or_else(|| Problem::at(Refusal::IntoWrong, "into"))?)
}

fn reasoned(decision: Decision, reason: Option<&str>) -> Outcome<Option<String>, Refusal> {
    let reason = reason.map(tidy).filter(|reason| !reason.is_empty());
    let mut problems = Vec::new();
    if decision == Decision::Reject && reason.is_none() {
        problems.push(Problem::at(Refusal::ReasonMissing, "reason"));
    }
    if reason.as_ref().is_some_and(|reason| is_longer(reason, MAX_REASON)) {
        problems.push(Problem::at(Refusal::ReasonTooLong, "reason").with("max", MAX_REASON as u32));
    }
    none_of(problems)?;
    // Only a rejection has to be explained.
    Ok(reason.filter(|_| decision == Decision::Reject))
}

async fn decide(
    tx: &mut Tx,
    before: Model,
    decision: Decision,
    into: Option<&Model>,
    reason: Option<String>,
) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let asker = before.account_id.map(|account| account.0);
    scope.actor.require(policy::may_moderate(&scope.actor, asker))?;
    // What was answered stands: the answer goes first.
    let is_settled = before.answer.is_some() && decision != Decision::Publish;
    let state = states::after(before.state, decision.act()).filter(|_| !is_settled);
    let state = state.ok_or_else(|| Problem::at(Refusal::WrongState, "ids"))?;
    if state == before.state {
        return Ok(before);
    }
    if decision == Decision::Reject {
        set_free(tx, &before).await?;
    }
    let now = scope.now();
    let change = ActiveModel {
        state: Set(state),
        reason: Set(reason),
        merged_into: Set(into.map(|into| into.id)),
        published_at: Set(before.published_at.or(Some(now).filter(|_| state == State::Published))),
        decided_at: Set(Some(now)),
        decided_by: Set(scope.actor.account().map(identity::AccountId)),
        version: Set(before.version + 1),
        ..Default::default()
    };
    let after = write(tx, &before, change).await?;
    let told = (&fields(&before), &fields(&after));
    history::record(tx, QUESTION_ENTITY, after.id.0, decision.action(), told, after.reason.as_deref()).await?;
    let details = match into {
        Some(into) => json!({ "decision": decision.action(), "into": into.id.global() }),
        None => json!({ "decision": decision.action() }),
    };
    audit::append(tx, "question.moderate", &after.id.global(), details).await?;
    match decision {
        // Who was told once that it is public knows it.
        Decision::Publish if before.published_at.is_none() => notify::published(tx, &after).await?,
        Decision::Reject => notify::rejected(tx, &after).await?,
        Decision::Merge => {
            if let Some(into) = into {
                notify::merged(tx, &after, into).await?;
            }
        }
        Decision::Publish | Decision::Undo => {}
    }
    Ok(after)
}

/// Has those wait again that stand right behind a question which is not public any more, so that nobody's is lost with
/// somebody else's.
pub(super) async fn set_free(tx: &mut Tx, row: &Model) -> Result<()> {
    let behind = Entity::find().filter(Column::MergedInto.eq(row.id)).filter(Column::State.eq(State::Merged));
    for one in behind.order_by_asc(Column::Id).all(tx.db()).await? {
        let change = ActiveModel {
            state: Set(State::Waiting),
            merged_into: Set(None),
            version: Set(one.version + 1),
            ..Default::default()
        };
        let after = write(tx, &one, change).await?;
        history::record(tx, QUESTION_ENTITY, one.id.0, "undo", (&fields(&one), &fields(&after)), None).await?;
    }
    Ok(())
}

/// What the history keeps of a question: nothing that its asker said, so that it can outlast them.
fn fields(row: &Model) -> Fields {
    let mut fields = Fields::from([("state".to_owned(), row.state.to_value())]);
    fields.extend(row.merged_into.map(|into| ("merged_into".to_owned(), into.global())));
    fields
}
