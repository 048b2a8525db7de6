//! Which entries show which pictures and files.
//!
//! A row of `shown` says that an entry shows a picture or file. What the last entry lets go is released, and forgotten
//! after a while. What was used before it was first shown by an entry, and by somebody who keeps no rows here (an
//! activity's picture), has a row without an entry, which goes when its user releases it.

use kernel::{
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
    sea_query::OnConflict,
};
use uuid::Uuid;

/// Whose the row is of what is used elsewhere.
const ELSEWHERE: &str = "elsewhere";

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "shown")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub entity: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub entity_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub media_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What an entry shows so far.
pub(crate) async fn of(scope: &Scope, entity: &str, id: Uuid) -> Result<Vec<Uuid>> {
    let found = row::Entity::find()
        .select_only()
        .column(row::Column::MediaId)
        .filter(row::Column::Entity.eq(entity))
        .filter(row::Column::EntityId.eq(id));
    Ok(found.into_tuple().all(&*scope.db().await?).await?)
}

/// Notes that an entry shows a picture or file.
pub(crate) async fn add(tx: &Tx, entity: &str, id: Uuid, media: Uuid) -> Result<()> {
    let new = row::ActiveModel { entity: Set(entity.to_owned()), entity_id: Set(id), media_id: Set(media) };
    let columns = [row::Column::Entity, row::Column::EntityId, row::Column::MediaId];
    let on_conflict = OnConflict::columns(columns).do_nothing().to_owned();
    row::Entity::insert(new).on_conflict(on_conflict).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Notes that an entry no longer shows a picture or file.
pub(crate) async fn remove(tx: &Tx, entity: &str, id: Uuid, media: Uuid) -> Result<()> {
    row::Entity::delete_by_id((entity.to_owned(), id, media)).exec(tx.db()).await?;
    Ok(())
}

/// Notes that somebody uses it who keeps no rows here.
pub(crate) async fn add_elsewhere(tx: &Tx, media: Uuid) -> Result<()> {
    add(tx, ELSEWHERE, Uuid::nil(), media).await
}

/// Notes that nobody uses it any more who keeps no rows here.
pub(crate) async fn remove_elsewhere(tx: &Tx, media: Uuid) -> Result<()> {
    remove(tx, ELSEWHERE, Uuid::nil(), media).await
}

/// Whether anything shows it.
pub(crate) async fn is_shown(tx: &Tx, media: Uuid) -> Result<bool> {
    Ok(row::Entity::find().filter(row::Column::MediaId.eq(media)).count(tx.db()).await? > 0)
}

/// Forgets who showed what is gone.
pub(crate) async fn forget(tx: &Tx, media: Uuid) -> Result<()> {
    row::Entity::delete_many().filter(row::Column::MediaId.eq(media)).exec(tx.db()).await?;
    Ok(())
}
