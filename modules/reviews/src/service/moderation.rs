//! What editors decide.

use kernel::{
    audit,
    error::{Fault, Result},
    history::{self, Fields},
    refusal::{Outcome, Problem, Refused, none_of},
    scope::Tx,
};
use sea_orm::{
    ActiveEnum as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};
use serde_json::json;

use super::{lock, write, writing::tidy};
use crate::{
    ENTITY, notify, policy,
    refusal::Refusal,
    report,
    review::{Column, Entity, Model, ReviewId, Status},
};

/// Reviews that are decided on at a time.
const MAX_AT_ONCE: usize = 100;
/// Characters of a reason.
const MAX_REASON: usize = 500;

/// What an editor decides on a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// It is public.
    Publish,
    /// It goes back to its author, who is told why and may change it.
    Reject,
    /// It is taken down.
    Hide,
}

impl Decision {
    fn action(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Reject => "reject",
            Self::Hide => "hide",
        }
    }

    fn status(self) -> Status {
        match self {
            Self::Publish => Status::Published,
            Self::Reject => Status::Rejected,
            Self::Hide => Status::Hidden,
        }
    }
}

/// Decides on a review. A rejection has a reason, which reaches the author.
pub(crate) async fn moderate(
    tx: &mut Tx,
    id: Option<ReviewId>,
    decision: Decision,
    reason: Option<&str>,
) -> Outcome<Model, Refusal> {
    tx.scope().actor.require(policy::may_see_all(&tx.scope().actor))?;
    let reason = reasoned(decision, reason)?;
    let before = super::to_change(tx, id).await?;
    if before.status == Status::Withdrawn {
        return Err(Problem::new(Refusal::Withdrawn).into());
    }
    Ok(decide(tx, before, decision, reason).await?)
}

/// Decides on several at once: on all of them, but those that their authors took back meanwhile.
pub(crate) async fn moderate_many(
    tx: &mut Tx,
    ids: &[Option<ReviewId>],
    decision: Decision,
    reason: Option<&str>,
) -> Outcome<Vec<Model>, Refusal> {
    tx.scope().actor.require(policy::may_see_all(&tx.scope().actor))?;
    let reason = reasoned(decision, reason)?;
    match ids.len() {
        0 => return Err(Problem::at(Refusal::NothingChosen, "reviews").into()),
        1..=MAX_AT_ONCE => {}
        _ => {
            let problem = Problem::at(Refusal::TooManyChosen, "reviews").with("max", MAX_AT_ONCE as u32);
            return Err(problem.into());
        }
    }
    let mut ids: Vec<_> = ids.iter().map(|id| id.ok_or_else(Fault::not_found)).collect::<Result<_>>()?;
    ids.sort_unstable();
    ids.dedup();
    let chosen = || Entity::find().filter(Column::Id.is_in(ids.iter().copied())).order_by_asc(Column::Id);
    let mut activities: Vec<_> = chosen().all(tx.db()).await?.into_iter().map(|row| row.activity_id).collect();
    // In one order, so that two who decide do not wait for each other for ever.
    activities.sort_unstable();
    activities.dedup();
    for activity in activities {
        lock(tx, activity).await?;
    }
    let mut rows = chosen().all(tx.db()).await?;
    if rows.len() < ids.len() {
        return Err(Fault::not_found().into());
    }
    rows.sort_by_key(|row| (row.activity_id, row.id));
    let mut decided = Vec::with_capacity(rows.len());
    for row in rows.into_iter().filter(|row| row.status != Status::Withdrawn) {
        decided.push(decide(tx, row, decision, reason.clone()).await?);
    }
    decided.sort_by_key(|row| row.id);
    Ok(decided)
}

fn reasoned(decision: Decision, reason: Option<&str>) -> Result<Option<String>, Refused<Refusal>> {
    let reason = reason.map(tidy).filter(|reason| !reason.is_empty());
    let mut problems = Vec::new();
    if decision == Decision::Reject && reason.is_none() {
        problems.push(Problem::at(Refusal::ReasonMissing, "reason"));
    }
    if reason.as_ref().is_some_and(|reason| reason.chars().count() > MAX_REASON) {
        problems.push(Problem::at(Refusal::ReasonTooLong, "reason").with("max", MAX_REASON as u32));
    }
    none_of(problems)?;
    // What is published needs no excuse.
    Ok(reason.filter(|_| decision != Decision::Publish))
}

async fn decide(tx: &mut Tx, before: Model, decision: Decision, reason: Option<String>) -> Result<Model> {
    tx.scope().actor.require(policy::may_moderate(&tx.scope().actor, before.account_id.0))?;
    let after = Model {
        status: decision.status(),
        reason,
        held: decision != Decision::Publish,
        reports: 0,
        queued_at: None,
        ..before.clone()
    };
    report::Entity::update_many()
        .col_expr(report::Column::Settled, Expr::value(true))
        .filter(report::Column::ReviewId.eq(before.id))
        .exec(tx.db())
        .await?;
    let after = write(tx, Some(&before), after).await?;
    let told = (&fields(&before), &fields(&after));
    history::record(tx, ENTITY, after.id.0, decision.action(), told, after.reason.as_deref()).await?;
    let (action, details) = ("review.moderate", json!({ "decision": decision.action() }));
    audit::append(tx, action, &after.id.global(), details).await?;
    if before.status != after.status {
        match decision {
            Decision::Publish => notify::published_by_id(tx, &after).await?,
            Decision::Reject => notify::rejected(tx, &after).await?,
            Decision::Hide => {}
        }
    }
    Ok(after)
}

/// What the history keeps of a review: nothing that its author said, so that it can outlast them.
fn fields(row: &Model) -> Fields {
    let told = [("status", row.status.to_value()), ("reports", row.reports.to_string())];
    told.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
