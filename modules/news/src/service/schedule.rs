//! What becomes of articles by themselves: published at their moment, and withdrawn at their moment.

use kernel::{entry::State, error::Result, scope::Scope};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::write::{lock, save};
use crate::article::{ArticleId, Column, Entity, Model};

/// Articles of one unit of work.
const BATCH: u64 = 100;

/// Notes of every article whose moment has come that it is published, or withdrawn; returns how many that were. Doing it
/// again changes nothing, and readers saw it at the moment itself.
pub async fn follow_schedule(scope: &Scope) -> Result<u64> {
    let mut done = 0;
    loop {
        let before = done;
        let due = due(&scope.fresh()).await?;
        let mut tx = scope.begin().await?;
        for id in due {
            let Some(row) = lock(&tx, id).await? else { continue };
            let state = row.state_at(tx.scope().now());
            // Somebody may have been quicker.
            if row.state == State::Archived || row.state == State::Hidden || row.state == state {
                continue;
            }
            let action = if state == State::Archived { "withdraw" } else { "publish" };
            save(&mut tx, &row, Model { state, ..row.clone() }, action, None).await?;
            done += 1;
        }
        tx.commit().await?;
        if done == before {
            return Ok(done);
        }
    }
}

/// Articles whose moment has come, in the order of their ids.
async fn due(scope: &Scope) -> Result<Vec<ArticleId>> {
    let now = scope.now();
    let to_publish = Condition::all().add(Column::State.eq(State::Scheduled)).add(Column::PublishedAt.lte(now));
    let to_withdraw = Condition::all()
        .add(Column::State.is_in([State::Published, State::Scheduled]))
        .add(Column::WithdrawAt.lte(now));
    let found = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Condition::any().add(to_publish).add(to_withdraw))
        .order_by_asc(Column::Id)
        .limit(BATCH);
    Ok(found.into_tuple().all(&*scope.db().await?).await?)
}
