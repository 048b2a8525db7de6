//! The second person: what is extreme is sent once somebody else who may send it says so.

use chrono::SubsecRound as _;
use identity::AccountId;
use kernel::{
    audit,
    changes::Operation,
    error::Result,
    refusal::{Outcome, Problem},
    scope::Tx,
};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _};
use serde_json::json;

use super::{
    follow::{current, locked, replace},
    rights::rights_now,
};
use crate::{
    ALERT_ENTITY,
    alert::{ActiveModel, AlertId, Decision, Entity, Model, State},
    draft::reasoned,
    notify, policy,
    refusal::Refusal,
};

/// Sends what waits. For who may send it, and did not write it.
pub async fn approve(tx: &mut Tx, id: Option<AlertId>) -> Outcome<Model, Refusal> {
    let rights = rights_now(tx).await?;
    let scope = tx.scope().clone();
    let row = locked(tx, id, &rights).await?;
    scope.actor.require(policy::may_alert(&scope.actor, &rights))?;
    waiting(&row)?;
    if !policy::may_second(&scope.actor, row.account_id, &rights) {
        return Err(Problem::at(Refusal::SecondPerson, "id").into());
    }
    let now = scope.now().trunc_subsecs(0);
    if now >= row.expires_at {
        return Err(Problem::at(Refusal::ExpiresPast, "id").into());
    }
    // What it would replace may have been replaced, or be over, since it was written.
    if let Some(former) = row.references().last()
        && let Some(former) = Entity::find_by_id(former).one(tx.db()).await?
    {
        current(&former, now, "id", &[State::Active, State::Scheduled, State::Expired])?;
    }
    let change = ActiveModel { decision: Set(Decision::Approved), sent_at: Set(Some(now)), ..Default::default() };
    let row = decided(tx, &row, change).await?;
    replace(tx, &row).await?;
    audit::append(tx, "alert.approve", &row.id.global(), json!({})).await?;
    notify::decided(tx, &row).await?;
    Ok(row)
}

/// Drops what waits, and says why. For who could approve it, and for its author, who takes it back.
pub async fn reject(tx: &mut Tx, id: Option<AlertId>, reason: &str) -> Outcome<Model, Refusal> {
    let rights = rights_now(tx).await?;
    let scope = tx.scope().clone();
    let row = locked(tx, id, &rights).await?;
    scope.actor.require(policy::may_reject(&scope.actor, &row, &rights))?;
    waiting(&row)?;
    let reason = reasoned(reason)?;
    let change = ActiveModel { decision: Set(Decision::Rejected), reason: Set(Some(reason)), ..Default::default() };
    let row = decided(tx, &row, change).await?;
    audit::append(tx, "alert.reject", &row.id.global(), json!({})).await?;
    notify::decided(tx, &row).await?;
    Ok(row)
}

fn waiting(row: &Model) -> Outcome<(), Refusal> {
    match row.decision {
        Decision::Waiting => Ok(()),
        Decision::NotNeeded | Decision::Approved | Decision::Rejected => {
            Err(Problem::at(Refusal::AlreadyDecided, "id").into())
        }
    }
}

async fn decided(tx: &mut Tx, row: &Model, change: ActiveModel) -> Result<Model> {
    let now = tx.scope().now();
    let change = ActiveModel {
        id: Set(row.id),
        decided_by: Set(tx.scope().actor.account().map(AccountId)),
        decided_at: Set(Some(now)),
        updated_at: Set(now),
        ..change
    };
    let row = change.update(tx.db()).await?;
    tx.changed(ALERT_ENTITY, row.id.0, Operation::Upsert);
    Ok(row)
}
