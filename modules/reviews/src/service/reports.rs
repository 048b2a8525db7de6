//! What readers report.

use std::time::Duration;

use identity::AccountId;
use kernel::{
    ids,
    limits::Rule,
    refusal::{Outcome, Problem},
    scope::Tx,
    tenancy::Moderation,
};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::{to_change, write};
use crate::{
    policy,
    refusal::Refusal,
    report::{ActiveModel, Column, Entity, Reason},
    review::{Model, ReviewId, Status},
};

/// How many people take a review down until an editor has looked, where nobody read it before it was public.
const ENOUGH_TO_HIDE: i32 = 3;
/// How often somebody may report.
const REPORTING: Rule = Rule { name: "review.report", tries: 20, window: Duration::from_secs(3600) };

/// Reports a review, once.
pub(crate) async fn report(tx: &mut Tx, id: Option<ReviewId>, reason: Reason) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let reporter = AccountId(scope.person()?.account);
    let before = to_change(tx, id).await?;
    scope.actor.require(policy::may_report(&scope.actor, before.account_id.0))?;
    let own = Entity::find().filter(Column::ReviewId.eq(before.id)).filter(Column::AccountId.eq(reporter));
    if own.count(tx.db()).await? > 0 {
        return Err(Problem::new(Refusal::AlreadyReported).into());
    }
    scope.app().limits.take(&scope, REPORTING, &reporter.global()).await?;
    let now = scope.now();
    let row = ActiveModel {
        id: Set(ids::at(now)),
        review_id: Set(before.id),
        account_id: Set(reporter),
        reason: Set(reason),
        settled: Set(false),
        created_at: Set(now),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    let reports = before.reports + 1;
    let hides = scope.tenant.policy.reviews == Moderation::After && reports >= ENOUGH_TO_HIDE;
    let after = Model {
        reports,
        queued_at: before.queued_at.or(Some(now)),
        status: if hides && before.status == Status::Published { Status::Hidden } else { before.status },
        held: before.held || hides,
        ..before.clone()
    };
    Ok(write(tx, Some(&before), after).await?)
}
