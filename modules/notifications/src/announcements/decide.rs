//! The second person: what reaches many is sent once somebody else who may send it says so.

use chrono::{DateTime, Utc};
use identity::AccountId;
use kernel::{
    audit,
    refusal::{Outcome, Problem},
    scope::Tx,
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::{Set, Unchanged},
};
use serde_json::json;

use super::{
    announcement::{ActiveModel, AnnouncementId, Model, State},
    draft::reasoned,
    notify, policy,
    refusal::Refusal,
    service::{addressed, hold_alike, locked, measure, once_a_day},
};

/// Sends what waits. For who may send it, and did not hand it in. `read` is when what they read was handed in: its author
/// may have taken it back since, and handed in something else.
pub(crate) async fn approve(tx: &mut Tx, id: Option<AnnouncementId>, read: DateTime<Utc>) -> Outcome<Model, Refusal> {
    hold_alike(tx, id).await?;
    let row = waiting(tx, id).await?;
    if row.handed_in_at != Some(read) {
        return Err(Problem::at(Refusal::HandedInAnew, "handedInAt").into());
    }
    let scope = tx.scope().clone();
    let audience = addressed(&scope, &row).await?;
    once_a_day(tx, &row).await?;
    let readers = measure(&scope, &audience).await?.reach.readers;
    let change = ActiveModel {
        state: Set(State::Sending),
        expected: Set(readers.try_into().unwrap_or(i32::MAX)),
        sent_at: Set(Some(scope.now())),
        sent_on: Set(Some(scope.today())),
        ..Default::default()
    };
    let row = decided(tx, &row, change).await?;
    audit::append(tx, "announcement.approve", &row.id.global(), json!({ "readers": readers })).await?;
    notify::decided(tx, &row).await?;
    Ok(row)
}

/// Does not send what waits, and says why. For who could approve it.
pub(crate) async fn reject(tx: &mut Tx, id: Option<AnnouncementId>, reason: &str) -> Outcome<Model, Refusal> {
    let row = waiting(tx, id).await?;
    let reason = reasoned(reason)?;
    let change = ActiveModel { state: Set(State::Rejected), reason: Set(Some(reason)), ..Default::default() };
    let row = decided(tx, &row, change).await?;
    audit::append(tx, "announcement.reject", &row.id.global(), json!({})).await?;
    notify::decided(tx, &row).await?;
    Ok(row)
}

/// What waits for a second person, for one who can be that.
async fn waiting(tx: &Tx, id: Option<AnnouncementId>) -> Outcome<Model, Refusal> {
    let row = locked(tx, id).await?;
    if row.state != State::Waiting {
        return Err(Problem::at(Refusal::AlreadyDecided, "id").into());
    }
    if !policy::may_second(&tx.scope().actor, row.account_id, row.institution_id.map(|id| id.0)) {
        return Err(Problem::at(Refusal::SecondPerson, "id").into());
    }
    Ok(row)
}

async fn decided(tx: &mut Tx, row: &Model, change: ActiveModel) -> kernel::error::Result<Model> {
    let now = tx.scope().now();
    let change = ActiveModel {
        id: Unchanged(row.id),
        decided_by: Set(tx.scope().actor.account().map(AccountId)),
        decided_at: Set(Some(now)),
        updated_at: Set(now),
        ..change
    };
    Ok(change.update(tx.db()).await?)
}
