//! Reading subscriptions.

use identity::AccountId;
use kernel::{error::Result, scope::Scope};
use notices::{ReaderId, readers};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::{
    policy, request,
    subscription::{Column, Entity, Model, SubscriptionId, fingerprint},
    target::SubscriptionTargetInput as Target,
};

/// The subscriptions of who acts, the newest first, without those that they removed.
pub(crate) async fn own(scope: &Scope) -> Result<Vec<Model>> {
    policy::subscriber(&scope.actor)?;
    match own_reader(scope).await? {
        Some(reader) => all_of(scope, reader).await,
        None => Ok(Vec::new()),
    }
}

/// The subscription of that id, whosoever it is: for what tells people, which asks nobody's leave.
pub async fn find(scope: &Scope, id: SubscriptionId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(&*scope.db().await?).await?)
}

/// The acting person's own subscription of that id, also one that they removed a moment ago.
pub(crate) async fn find_own(scope: &Scope, id: SubscriptionId) -> Result<Option<Model>> {
    policy::subscriber(&scope.actor)?;
    let Some(reader) = own_reader(scope).await? else { return Ok(None) };
    let row = Entity::find_by_id(id).filter(Column::ReaderId.eq(reader));
    Ok(row.one(&*scope.db().await?).await?)
}

/// The acting person's own subscription to that very target; nothing for those who can have none.
pub(crate) async fn following(scope: &Scope, target: &Target) -> Result<Option<Model>> {
    let Some(reader) = own_reader(scope).await? else { return Ok(None) };
    let same = Entity::find()
        .filter(Column::ReaderId.eq(reader))
        .filter(Column::Fingerprint.eq(fingerprint(&target.to_json()?)))
        .filter(Column::RemovedAt.is_null());
    Ok(same.one(&*scope.db().await?).await?)
}

/// A reader's subscriptions, the newest first, without those that they removed.
pub(crate) async fn all_of(scope: &Scope, reader: ReaderId) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::ReaderId.eq(reader))
        .filter(Column::RemovedAt.is_null())
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id);
    Ok(rows.all(&*scope.db().await?).await?)
}

/// What is known of an account: its subscriptions, also those removed, and what it asked for by its address.
pub(crate) async fn requests_of(scope: &Scope, account: AccountId) -> Result<(Vec<Model>, Vec<request::Model>)> {
    let db = scope.db().await?;
    let Some(reader) = readers::by_account(&*db, account).await? else { return Ok((Vec::new(), Vec::new())) };
    let kept = Entity::find().filter(Column::ReaderId.eq(reader.id)).order_by_asc(Column::Id).all(&*db).await?;
    let asked = request::Entity::find().filter(request::Column::ReaderId.eq(reader.id));
    Ok((kept, asked.order_by_asc(request::Column::Id).all(&*db).await?))
}

/// Who acts, as a reader, if they are one yet.
async fn own_reader(scope: &Scope) -> Result<Option<ReaderId>> {
    if !policy::may_subscribe(&scope.actor) {
        return Ok(None);
    }
    let reader = readers::own(scope).await?;
    Ok(reader.map(|reader| reader.id))
}
