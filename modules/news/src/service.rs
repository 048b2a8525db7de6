//! Use-cases over articles.

mod list;
mod schedule;
mod similar;
mod write;

use std::{collections::HashMap, sync::Arc};

use directory::InstitutionId;
use kernel::{entry::State, error::Result, scope::Scope};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use crate::{
    ENTITY,
    article::{ArticleId, Column, Entity, Model},
    search::{Card, cards},
};

pub use list::{Listed, Page, Selection, admits, list, query};
pub use schedule::follow_schedule;
pub use similar::similar;
pub use write::{check, create, lock, set_state, update};

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// The article of that id, with all its details, if everybody sees it now.
pub async fn find(scope: &Scope, id: ArticleId) -> Result<Option<Arc<Card>>> {
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    let row = row.filter(|row| row.is_visible(scope.now()));
    Ok(cards(scope, row.into_iter().collect()).await?.pop().map(Arc::new))
}

/// Articles of these ids that everybody sees now, from the read model.
pub async fn many(scope: &Scope, ids: &[ArticleId]) -> Result<HashMap<ArticleId, Arc<Card>>> {
    let (snapshot, now) = (scope.snapshot().await?, scope.now());
    let seen = |id: &ArticleId| {
        let card = snapshot.card::<Card>(ENTITY, id.0).filter(|card| card.row.is_visible(now))?;
        Some((*id, card))
    };
    Ok(ids.iter().filter_map(seen).collect())
}

/// Articles of these ids that there are, whatever their state, in the order of the ids: for the desk.
pub async fn rows_of(scope: &Scope, ids: &[ArticleId]) -> Result<Vec<Model>> {
    let mut known: HashMap<ArticleId, Model> = HashMap::new();
    for chunk in ids.chunks(KEYS_PER_SELECT) {
        let rows = Entity::find().filter(Column::Id.is_in(chunk.iter().copied())).all(&*scope.db().await?).await?;
        known.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(ids.iter().filter_map(|id| known.remove(id)).collect())
}

/// An institution's articles, whatever their state, the newest first: for the desk.
pub async fn of_institution(scope: &Scope, institution: InstitutionId) -> Result<Vec<Model>> {
    let mut rows = Entity::find().filter(Column::InstitutionId.eq(institution)).all(&*scope.db().await?).await?;
    rows.sort_unstable_by_key(|row| (std::cmp::Reverse(row.published_at), row.id));
    Ok(rows)
}

/// Texts (Markdown), which the read model does not keep.
pub async fn descriptions(scope: &Scope, ids: &[ArticleId]) -> Result<HashMap<ArticleId, String>> {
    let rows: Vec<(ArticleId, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Description])
        .filter(Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Whether a row belongs in the read model: what is seen, or will be.
fn is_listed() -> sea_orm::sea_query::SimpleExpr {
    Column::State.is_in([State::Published, State::Scheduled])
}

/// Ids of all articles that are published, or will be.
pub(crate) async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    let found = Entity::find().select_only().column(Column::Id).filter(is_listed());
    let ids: Vec<ArticleId> = found.into_tuple().all(&*scope.db().await?).await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Ids of the articles of these institutions.
pub(crate) async fn ids_of_institutions(scope: &Scope, institutions: Vec<Uuid>) -> Result<Vec<Uuid>> {
    let db = scope.db().await?;
    let mut found = Vec::new();
    for chunk in institutions.chunks(KEYS_PER_SELECT) {
        let theirs = Column::InstitutionId.is_in(chunk.iter().copied().map(InstitutionId));
        let ids: Vec<ArticleId> =
            Entity::find().select_only().column(Column::Id).filter(theirs).into_tuple().all(&*db).await?;
        found.extend(ids.into_iter().map(|id| id.0));
    }
    Ok(found)
}

/// Rows by id that are published, or will be, from the database.
pub(crate) async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::Id.is_in(ids)).filter(is_listed()).all(&*scope.db().await?).await?)
}
