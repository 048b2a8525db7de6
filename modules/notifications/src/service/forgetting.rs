//! What is forgotten: what was removed some days ago, requests that nobody confirmed, and all that is known of somebody.

use identity::AccountId;
use kernel::{
    changes::Operation,
    error::Result,
    scope::{Scope, Tx},
};
use notices::readers::{self, CONFIRM_WITHIN};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::keeping::TAKEN_BACK_WITHIN;
use crate::{
    ENTITY, request,
    subscription::{Column, Entity, SubscriptionId},
};

/// Forgets what was removed for good, and what was asked for and not confirmed in time.
pub(crate) async fn forget_old(scope: &Scope) -> Result<()> {
    let now = scope.now();
    let tx = scope.begin().await?;
    Entity::delete_many().filter(Column::RemovedAt.lt(now - TAKEN_BACK_WITHIN)).exec(tx.db()).await?;
    request::Entity::delete_many().filter(request::Column::CreatedAt.lt(now - CONFIRM_WITHIN)).exec(tx.db()).await?;
    tx.commit().await
}

/// Forgets what an account wanted to be told.
pub(crate) async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    let Some(reader) = readers::by_account(tx.db(), account).await? else { return Ok(()) };
    let own = Entity::find().filter(Column::ReaderId.eq(reader.id));
    let ids: Vec<SubscriptionId> = own.select_only().column(Column::Id).into_tuple().all(tx.db()).await?;
    Entity::delete_many().filter(Column::ReaderId.eq(reader.id)).exec(tx.db()).await?;
    request::Entity::delete_many().filter(request::Column::ReaderId.eq(reader.id)).exec(tx.db()).await?;
    for id in ids {
        tx.changed(ENTITY, id.0, Operation::Delete);
    }
    Ok(())
}
