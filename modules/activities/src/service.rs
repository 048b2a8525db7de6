//! Use-cases over activities.

mod duplicates;
mod export;
mod picture;
mod term;
mod write;

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use directory::InstitutionId;
use identity::{Child, ChildId};
use kernel::{
    changes::Operation,
    entry::State,
    error::{Fault, Result},
    history,
    import::Fate,
    rows::{Rules, save as save_rows},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveEnum as _,
    ActiveValue::{Set, Unchanged},
    ColumnTrait as _, EntityTrait as _, Order, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _, Func},
};
use uuid::Uuid;

use crate::{
    ENTITY,
    activity::{ActivityId, Column, Entity, Model},
    fields::of,
    search::{Card, cards},
};

pub use duplicates::duplicates;
pub use export::{Selection, export};
pub use picture::put_picture;
pub use term::next_term;
pub use write::{
    absorb, check, confirm, create, lock, set_full, set_picture, set_rating, set_reminded, set_state, update,
};
pub(crate) use write::{inherited, locate};

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;
/// How long a file's word for a row counts, before saying it again is noted.
const CONFIRMED_AGAIN: TimeDelta = TimeDelta::days(30);

/// The published activity of that id, with all its details.
pub async fn find(scope: &Scope, id: ActivityId) -> Result<Option<Arc<Card>>> {
    let row = record(scope, id).await?.filter(|row| row.state == State::Published);
    Ok(told(scope, row.into_iter().collect()).await?.pop())
}

/// The activity of that id, whatever its state: for the desk.
pub async fn record(scope: &Scope, id: ActivityId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(&*scope.db().await?).await?)
}

/// The child that somebody searches for: their own, by its global id.
pub async fn child(scope: &Scope, id: &str) -> Result<Child> {
    scope.person()?;
    let child = match ChildId::parse(id) {
        Some(id) => identity::child(scope, id).await?,
        None => None,
    };
    child.ok_or_else(|| Fault::bad_input("child", "you have no child's profile of this id"))
}

/// Activities with all their details as the schema tells them, whatever their state: for the desk.
pub async fn told(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Arc<Card>>> {
    Ok(cards(scope, rows).await?.into_iter().map(Arc::new).collect())
}

/// What an institution offers, whatever its state, by title: for the desk.
pub async fn of_institution(scope: &Scope, institution: InstitutionId) -> Result<Vec<Model>> {
    let mut rows = Entity::find().filter(Column::InstitutionId.eq(institution)).all(&*scope.db().await?).await?;
    rows.sort_by_cached_key(|row| (search_index::sort_key(&row.title), row.id));
    Ok(rows)
}

/// Published activities of which nobody said since that moment that they are still true, the longest ago first, and no
/// more than so many. What was never confirmed is as old as the portal's knowledge of it.
pub async fn unconfirmed_since(scope: &Scope, moment: DateTime<Utc>, most: Option<u64>) -> Result<Vec<Model>> {
    let last_confirmed = Expr::from(Func::coalesce([Expr::col(Column::ConfirmedAt), Expr::col(Column::CreatedAt)]));
    let rows = Entity::find()
        .filter(Column::State.eq(State::Published))
        .filter(last_confirmed.clone().lt(moment))
        .order_by(last_confirmed, Order::Asc)
        .order_by_asc(Column::Id)
        .limit(most)
        .all(&*scope.db().await?)
        .await?;
    Ok(rows)
}

/// Activities of these ids that there are, whatever their state, in the order of the ids: for the desk.
pub async fn rows_of(scope: &Scope, ids: &[ActivityId]) -> Result<Vec<Model>> {
    let mut known: HashMap<ActivityId, Model> = HashMap::new();
    for chunk in ids.chunks(KEYS_PER_SELECT) {
        let rows = Entity::find().filter(Column::Id.is_in(chunk.iter().copied())).all(&*scope.db().await?).await?;
        known.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(ids.iter().filter_map(|id| known.remove(id)).collect())
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
            if row.id == ActivityId::default() {
                row.id = ActivityId::new(now);
            }
            (row.created_at, row.updated_at, row.confirmed_at) = (now, now, Some(now));
        },
        touched: |row, now| {
            (row.updated_at, row.confirmed_at, row.reminded_at) = (Set(now), Set(Some(now)), Set(None));
            if row.state == Unchanged(State::Hidden) {
                row.state = Set(State::Published);
            }
        },
        kept: |column| {
            matches!(
                column,
                Column::Id
                    | Column::CreatedAt
                    | Column::UpdatedAt
                    | Column::ConfirmedAt
                    | Column::State
                    | Column::PictureId
                    | Column::RatingSum
                    | Column::RatingCount
                    | Column::RemindedAt
            )
        },
    };
    save_rows(tx, rules, rows).await
}

/// Writes rows of an import, and notes in their history what changed.
pub(crate) async fn save_imported(tx: &mut Tx, rows: Vec<(Option<Model>, Model)>) -> Result<Vec<Fate>> {
    let tenant = tx.scope().tenant.clone();
    let changed = |(before, after): &(Option<Model>, Model)| {
        let before = before.as_ref().filter(|before| *before != after)?;
        Some((before.id, of(&tenant, before), of(&tenant, after)))
    };
    let changes: Vec<_> = rows.iter().filter_map(changed).collect();
    let known: Vec<_> = rows.iter().map(|(before, _)| before.as_ref().map(|row| (row.id, row.confirmed_at))).collect();
    let fates = save(tx, rows).await?;
    // A file that says again what it said before confirms it. Once a month is enough, or every night would write all.
    let long_ago = tx.scope().now() - CONFIRMED_AGAIN;
    let again = known.into_iter().zip(&fates).filter(|(_, fate)| **fate == Fate::Unchanged);
    let again = again.filter_map(|(row, _)| row).filter(|(_, at)| at.is_none_or(|at| at < long_ago));
    confirm_all(tx, again.map(|(id, _)| id).collect()).await?;
    for (id, before, after) in changes {
        history::record(tx, ENTITY, id.0, "import", (&before, &after), None).await?;
    }
    Ok(fates)
}

/// Notes that all of these are still true; what was hidden for want of that is public again.
async fn confirm_all(tx: &mut Tx, ids: Vec<ActivityId>) -> Result<()> {
    let now = tx.scope().now();
    for ids in ids.chunks(KEYS_PER_SELECT) {
        let among = || Column::Id.is_in(ids.iter().copied());
        Entity::update_many()
            .col_expr(Column::ConfirmedAt, Expr::value(now))
            .col_expr(Column::RemindedAt, Expr::value(Option::<DateTime<Utc>>::None))
            .filter(among())
            .exec(tx.db())
            .await?;
        Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Published.to_value()))
            .filter(among())
            .filter(Column::State.eq(State::Hidden))
            .exec(tx.db())
            .await?;
        for id in ids {
            tx.changed(ENTITY, id.0, Operation::Upsert);
        }
    }
    Ok(())
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

/// Ids of all published activities.
pub(crate) async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    let published = Column::State.eq(State::Published);
    let ids: Vec<ActivityId> =
        Entity::find().select_only().column(Column::Id).filter(published).into_tuple().all(&*scope.db().await?).await?;
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

/// Published rows by id, from the database.
pub(crate) async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Model>> {
    let published = Column::State.eq(State::Published);
    Ok(Entity::find().filter(Column::Id.is_in(ids)).filter(published).all(&*scope.db().await?).await?)
}
