//! Use-cases over events.

mod together;
mod write;

use std::{collections::HashMap, sync::Arc};

use directory::InstitutionId;
use kernel::{entry::State, error::Result, scope::Scope};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use crate::{
    ENTITY,
    event::{Column, Entity, EventId, Model},
    organiser,
    search::{Card, cards},
};

pub use together::similar;
pub(crate) use together::{overlaps, similar_to};
pub use write::{DESK, check, create, lock, set_state, update};
pub(crate) use write::{insert, locate, replace};

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// The published event of that id, with all its details.
pub async fn find(scope: &Scope, id: EventId) -> Result<Option<Arc<Card>>> {
    let row = record(scope, id).await?.filter(|row| row.state == State::Published);
    Ok(told(scope, row.into_iter().collect()).await?.pop())
}

/// The event of that id, whatever its state: for the desk.
pub async fn record(scope: &Scope, id: EventId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(&*scope.db().await?).await?)
}

/// Events with all their details as the schema tells them, whatever their state: for the desk.
pub async fn told(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Arc<Card>>> {
    Ok(cards(scope, rows).await?.into_iter().map(Arc::new).collect())
}

/// Events of these ids that there are, whatever their state, in the order of the ids: for the desk.
pub async fn rows_of(scope: &Scope, ids: &[EventId]) -> Result<Vec<Model>> {
    let mut known: HashMap<EventId, Model> = HashMap::new();
    for chunk in ids.chunks(KEYS_PER_SELECT) {
        let rows = Entity::find().filter(Column::Id.is_in(chunk.iter().copied())).all(&*scope.db().await?).await?;
        known.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(ids.iter().filter_map(|id| known.remove(id)).collect())
}

/// What an institution organises, alone or with others, whatever its state, by when it starts: for the desk.
pub async fn of_institution(scope: &Scope, institution: InstitutionId) -> Result<Vec<Model>> {
    let mut rows = Entity::find().filter(Column::InstitutionId.eq(institution)).all(&*scope.db().await?).await?;
    let mut joined = organiser::events_of(scope, &[institution]).await?;
    joined.retain(|id| rows.iter().all(|row| row.id != *id));
    rows.extend(rows_of(scope, &joined).await?);
    rows.sort_unstable_by_key(|row| (row.starts_at, row.id));
    Ok(rows)
}

/// Whose an event is: the institution that it is entered under, and those that joined it.
pub async fn organisers(scope: &Scope, row: &Model) -> Result<Vec<InstitutionId>> {
    let joined = organiser::joined(scope, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    Ok(together(row.institution_id, joined))
}

/// The institution that an event is entered under, and those that joined it, each once.
pub(crate) fn together(own: Option<InstitutionId>, joined: Vec<InstitutionId>) -> Vec<InstitutionId> {
    let joined = joined.into_iter().filter(|id| Some(*id) != own);
    own.into_iter().chain(joined).collect()
}

/// Events by id, from the read model.
pub async fn many(scope: &Scope, ids: &[EventId]) -> Result<HashMap<EventId, Arc<Card>>> {
    let snapshot = scope.snapshot().await?;
    Ok(ids.iter().filter_map(|id| Some((*id, snapshot.card::<Card>(ENTITY, id.0)?))).collect())
}

/// Descriptions (Markdown), which the read model does not keep.
pub async fn descriptions(scope: &Scope, ids: &[EventId]) -> Result<HashMap<EventId, String>> {
    let rows: Vec<(EventId, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Description])
        .filter(Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Ids of all published events.
pub(crate) async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    let published = Column::State.eq(State::Published);
    let ids: Vec<EventId> =
        Entity::find().select_only().column(Column::Id).filter(published).into_tuple().all(&*scope.db().await?).await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Ids of the events that these institutions organise, alone or with others.
pub(crate) async fn ids_of_institutions(scope: &Scope, institutions: Vec<Uuid>) -> Result<Vec<Uuid>> {
    let db = scope.db().await?;
    let institutions: Vec<_> = institutions.into_iter().map(InstitutionId).collect();
    let mut found: Vec<Uuid> = organiser::events_of(scope, &institutions).await?.into_iter().map(|id| id.0).collect();
    for chunk in institutions.chunks(KEYS_PER_SELECT) {
        let organised = Column::InstitutionId.is_in(chunk.iter().copied());
        let ids: Vec<EventId> =
            Entity::find().select_only().column(Column::Id).filter(organised).into_tuple().all(&*db).await?;
        found.extend(ids.into_iter().map(|id| id.0));
    }
    Ok(found)
}

/// Published rows by id, from the database.
pub(crate) async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Model>> {
    let published = Column::State.eq(State::Published);
    Ok(Entity::find().filter(Column::Id.is_in(ids)).filter(published).all(&*scope.db().await?).await?)
}
