//! Use-cases over activities.

use std::{collections::HashMap, sync::Arc};

use directory::InstitutionId;
use kernel::{
    error::Result,
    import::Fate,
    rows::{Rules, save as save_rows},
    scope::{Scope, Tx},
};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use crate::{
    ENTITY,
    activity::{ActivityId, Column, Entity, Model},
    search::{Card, cards},
};

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// The activity of that id, with all its details.
pub async fn find(scope: &Scope, id: ActivityId) -> Result<Option<Arc<Card>>> {
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    Ok(cards(scope, row.into_iter().collect()).await?.pop().map(Arc::new))
}

/// Activities by id, from the read model.
pub async fn many(scope: &Scope, ids: &[ActivityId]) -> Result<HashMap<ActivityId, Arc<Card>>> {
    let snapshot = scope.snapshot().await?;
    Ok(ids.iter().filter_map(|id| Some((*id, snapshot.card::<Card>(ENTITY, id.0)?))).collect())
}

/// Descriptions (Markdown), which the read model does not keep.
pub async fn descriptions(scope: &Scope, ids: &[ActivityId]) -> Result<HashMap<ActivityId, String>> {
    let rows: Vec<(ActivityId, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Description])
        .filter(Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Writes rows that are new or differ from what is stored, and says what became of each. A pair is the row as it
/// was, if it was, and as it should be.
pub(crate) async fn save(tx: &mut Tx, rows: Vec<(Option<Model>, Model)>) -> Result<Vec<Fate>> {
    let rules = Rules::<Entity> {
        entity: ENTITY,
        id: |row| row.id.0,
        born: |row, now| {
            row.id = ActivityId::new(now);
            (row.created_at, row.updated_at, row.confirmed_at) = (now, now, Some(now));
        },
        touched: |row, now| (row.updated_at, row.confirmed_at) = (Set(now), Set(Some(now))),
        kept: |column| matches!(column, Column::Id | Column::CreatedAt | Column::UpdatedAt | Column::ConfirmedAt),
    };
    save_rows(tx, rules, rows).await
}

/// The stored rows of one source by their ids there.
pub(crate) async fn by_source(scope: &Scope, source: &str, source_ids: &[String]) -> Result<HashMap<String, Model>> {
    let rows = Entity::find()
        .filter(Column::Source.eq(source))
        .filter(Column::SourceId.is_in(source_ids.iter().cloned()))
        .all(&*scope.db().await?)
        .await?;
    Ok(rows.into_iter().map(|row| (row.source_id.clone(), row)).collect())
}

/// Ids of all activities.
pub(crate) async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    let ids: Vec<ActivityId> =
        Entity::find().select_only().column(Column::Id).into_tuple().all(&*scope.db().await?).await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Ids of the activities that these institutions offer.
pub(crate) async fn ids_of_institutions(scope: &Scope, institutions: Vec<Uuid>) -> Result<Vec<Uuid>> {
    let db = scope.db().await?;
    let mut found = Vec::new();
    for chunk in institutions.chunks(KEYS_PER_SELECT) {
        let offered = Column::InstitutionId.is_in(chunk.iter().copied().map(InstitutionId));
        let ids: Vec<ActivityId> =
            Entity::find().select_only().column(Column::Id).filter(offered).into_tuple().all(&*db).await?;
        found.extend(ids.into_iter().map(|id| id.0));
    }
    Ok(found)
}

/// Rows by id, from the database.
pub(crate) async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::Id.is_in(ids)).all(&*scope.db().await?).await?)
}
