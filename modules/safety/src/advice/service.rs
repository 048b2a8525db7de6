//! Use-cases over advice. What writes decides no rights: the desk does. Each change is noted in the entry's history;
//! `state` is no column that anybody writes, and is told there as a field too.

use std::{collections::HashMap, sync::Arc};

use directory::{InstitutionId, service::resolve_reference};
use kernel::{
    changes::Operation,
    entry::{State, Wrong},
    error::{Fault, Result},
    history::{self, Fields},
    refusal::{Outcome, Problem, Refused, none_of},
    scope::{Scope, Tx},
};
use media::fields::problems;
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use super::{
    ActiveModel, AdviceId, Card, Column, Entity, Model,
    fields::{self, of, shown, understood},
    search::cards,
};
use crate::ENTITY;

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// The published advice of that id, with all its details.
pub async fn find(scope: &Scope, id: AdviceId) -> Result<Option<Arc<Card>>> {
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    let row = row.filter(|row| row.state == State::Published);
    Ok(cards(scope, row.into_iter().collect()).await?.pop().map(Arc::new))
}

/// Advice of these ids that there is, whatever its state, in the order of the ids: for the desk.
pub(crate) async fn rows_of(scope: &Scope, ids: &[AdviceId]) -> Result<Vec<Model>> {
    let mut known: HashMap<AdviceId, Model> = HashMap::new();
    for chunk in ids.chunks(KEYS_PER_SELECT) {
        let rows = Entity::find().filter(Column::Id.is_in(chunk.iter().copied())).all(&*scope.db().await?).await?;
        known.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(ids.iter().filter_map(|id| known.remove(id)).collect())
}

/// An institution's advice, whatever its state, by title: for the desk.
pub(crate) async fn of_institution(scope: &Scope, institution: InstitutionId) -> Result<Vec<Model>> {
    let mut rows = Entity::find().filter(Column::InstitutionId.eq(institution)).all(&*scope.db().await?).await?;
    rows.sort_by_cached_key(|row| (search_index::sort_key(&row.title), row.id));
    Ok(rows)
}

/// Texts (Markdown), which the read model does not keep.
pub(crate) async fn descriptions(scope: &Scope, ids: &[AdviceId]) -> Result<HashMap<AdviceId, String>> {
    let rows: Vec<(AdviceId, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Description])
        .filter(Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Ids of all that is published.
pub(crate) async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    let published = Entity::find().select_only().column(Column::Id).filter(Column::State.eq(State::Published));
    let ids: Vec<AdviceId> = published.into_tuple().all(&*scope.db().await?).await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Ids of the advice of these institutions.
pub(crate) async fn ids_of_institutions(scope: &Scope, institutions: Vec<Uuid>) -> Result<Vec<Uuid>> {
    let db = scope.db().await?;
    let mut found = Vec::new();
    for chunk in institutions.chunks(KEYS_PER_SELECT) {
        let theirs = Column::InstitutionId.is_in(chunk.iter().copied().map(InstitutionId));
        let ids: Vec<AdviceId> =
            Entity::find().select_only().column(Column::Id).filter(theirs).into_tuple().all(&*db).await?;
        found.extend(ids.into_iter().map(|id| id.0));
    }
    Ok(found)
}

/// Published rows by id, from the database.
pub(crate) async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Model>> {
    let published = Column::State.eq(State::Published);
    Ok(Entity::find().filter(Column::Id.is_in(ids)).filter(published).all(&*scope.db().await?).await?)
}

/// What is wrong with advice that somebody wants to be published.
pub(crate) async fn check(scope: &Scope, written: &Fields) -> Result<Vec<Problem<Wrong>>> {
    let (draft, mut found) = understood(written);
    found.extend(problems(scope, &shown(&draft.row)).await?);
    let institution = resolve_reference(scope, draft.institution.as_deref()).await?;
    found.extend(draft.resolved(institution).err());
    Ok(found)
}

/// Publishes new advice. `action` is what history calls it.
pub async fn create(tx: &mut Tx, written: &Fields, action: &'static str) -> Outcome<AdviceId, Wrong> {
    let scope = tx.scope().clone();
    let now = scope.now();
    let row = self::written(&scope, written).await?;
    let row = Model { id: AdviceId::new(now), created_at: now, updated_at: now, ..row };
    let (id, says, shows) = (row.id, of(&row), shown(&row));
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    media::service::show(tx, ENTITY, id.0, &shows).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, action, (&Fields::new(), &says), None).await?;
    Ok(id)
}

/// Changes advice to what the fields say; a field that is absent has no value. What was put away stays so.
pub async fn update(
    tx: &mut Tx,
    id: AdviceId,
    written: &Fields,
    action: &'static str,
    reason: Option<&str>,
) -> Outcome<(), Wrong> {
    let scope = tx.scope().clone();
    let before = locked(tx, id).await?;
    let row = self::written(&scope, written).await?;
    let row = Model { id, created_at: before.created_at, state: before.state, ..row };
    save(tx, &before, row, action, reason).await?;
    Ok(())
}

/// Shows advice to everybody, or puts it away.
pub async fn set_state(tx: &mut Tx, id: AdviceId, state: State, reason: Option<&str>) -> Result<()> {
    let before = locked(tx, id).await?;
    let (state, action) = match state {
        State::Published | State::Scheduled => (State::Published, "restore"),
        State::Archived => (state, "archive"),
        State::Hidden => (state, "hide"),
    };
    save(tx, &before, Model { state, ..before.clone() }, action, reason).await
}

/// The advice of that id as it is now, kept from other writers until the unit of work ends. Who takes more than one
/// takes them in the order of their ids, and proposals before all.
pub async fn lock(tx: &Tx, id: AdviceId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?)
}

async fn locked(tx: &Tx, id: AdviceId) -> Result<Model> {
    lock(tx, id).await?.ok_or_else(Fault::not_found)
}

/// The row that fields describe.
async fn written(scope: &Scope, written: &Fields) -> Outcome<Model, Wrong> {
    let draft = fields::read(written).map_err(Refused::Problems)?;
    none_of(problems(scope, &shown(&draft.row)).await?)?;
    let institution = resolve_reference(scope, draft.institution.as_deref()).await?;
    Ok(draft.resolved(institution)?)
}

/// Writes a row that was locked and notes it, if that makes a difference.
async fn save(tx: &mut Tx, before: &Model, row: Model, action: &'static str, reason: Option<&str>) -> Result<()> {
    let row = Model { updated_at: before.updated_at, ..row };
    if row == *before {
        return Ok(());
    }
    let (was, is, id, shows) = (told(before), told(&row), row.id, shown(&row));
    let mut change: ActiveModel = row.into_active_model().reset_all();
    change.updated_at = Set(tx.scope().now());
    Entity::update(change).validate()?.exec(tx.db()).await?;
    media::service::show(tx, ENTITY, id.0, &shows).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, action, (&was, &is), reason).await
}

/// What history tells of a row: what it says, and who finds it.
fn told(row: &Model) -> Fields {
    let mut told = of(row);
    told.insert("state".to_owned(), row.state.as_str().to_owned());
    told
}
