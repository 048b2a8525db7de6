//! What people write about debates.
//!
//! These functions decide no rights: the desk does, which knows on whose behalf somebody writes. Each notes in the
//! entry's history what it changed.

use directory::{Likeness, NameKey};
use kernel::{
    changes::Operation,
    entry::{State, Wrong},
    error::{Fault, Result},
    history::{self, Fields},
    refusal::{Outcome, Problem, Refused},
    scope::{Scope, Tx},
};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, IntoActiveModel as _, QuerySelect as _};

use crate::{
    ENTITY,
    debate::{ActiveModel, DebateId, Entity, Model},
    fields::{of, shown, understood},
    search::Card,
};

/// How many debates are told to be like a draft, at most.
const MOST: usize = 5;
/// How alike their topics must be, from 0 to 1.
const ALIKE: f64 = 0.7;

/// What is wrong with a debate that somebody wants to be published.
pub async fn check(scope: &Scope, fields: &Fields) -> Result<Vec<Problem<Wrong>>> {
    let (row, mut problems) = understood(&scope.tenant, fields);
    problems.extend(unknown_media(scope, &row).await?);
    Ok(problems)
}

/// What a debate would say that is written with these good fields.
pub fn normal(scope: &Scope, fields: &Fields) -> Outcome<Fields, Wrong> {
    Ok(of(&scope.tenant, &read(scope, fields)?))
}

/// Publishes a new debate. `action` is what history calls it.
pub async fn create(tx: &mut Tx, fields: &Fields, action: &'static str) -> Outcome<DebateId, Wrong> {
    let scope = tx.scope().clone();
    let mut row = written(&scope, fields).await?;
    let now = scope.now();
    row.id = DebateId::new(now);
    (row.created_at, row.updated_at) = (now, now);
    let (id, shows, after) = (row.id, shown(&row), of(&scope.tenant, &row));
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    media::service::show(tx, ENTITY, id.0, &shows).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, action, (&Fields::new(), &after), None).await?;
    Ok(id)
}

/// Changes a debate to what the fields say; a field that is absent has no value.
pub async fn update(
    tx: &mut Tx,
    id: DebateId,
    fields: &Fields,
    action: &'static str,
    reason: Option<&str>,
) -> Outcome<(), Wrong> {
    let scope = tx.scope().clone();
    let before = locked(tx, id).await?;
    let now = scope.now();
    let row = written(&scope, fields).await?;
    let after = Model {
        id,
        state: before.state,
        // One that was put off collects addresses again.
        forgotten_at: before.forgotten_at.filter(|_| row.over_at() <= now),
        created_at: before.created_at,
        updated_at: before.updated_at,
        ..row
    };
    if before == after {
        return Ok(());
    }
    let (told, says, shows) = (of(&scope.tenant, &before), of(&scope.tenant, &after), shown(&after));
    let row = Model { updated_at: now, ..after };
    Entity::update(row.into_active_model().reset_all()).validate()?.exec(tx.db()).await?;
    media::service::show(tx, ENTITY, id.0, &shows).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, action, (&told, &says), reason).await?;
    Ok(())
}

/// Shows a debate to everybody, or puts it away. Its questions go and come with it.
pub async fn set_state(tx: &mut Tx, id: DebateId, state: State, reason: Option<&str>) -> Result<()> {
    let before = locked(tx, id).await?;
    if before.state == state {
        return Ok(());
    }
    let action = match state {
        State::Published | State::Scheduled => "restore",
        State::Archived => "archive",
        State::Hidden => "hide",
    };
    let row = ActiveModel { id: Set(id), state: Set(state), updated_at: Set(tx.scope().now()), ..Default::default() };
    Entity::update(row).validate()?.exec(tx.db()).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    let field = |state: State| Fields::from([("state".to_owned(), state.as_str().to_owned())]);
    history::record(tx, ENTITY, id.0, action, (&field(before.state), &field(state)), reason).await
}

/// Published debates whose topics are much like a draft's, the most alike first.
pub async fn alike(scope: &Scope, draft: &Fields) -> Result<Vec<DebateId>> {
    let Some(title) = draft.get("title") else { return Ok(Vec::new()) };
    let (likeness, snapshot) = (Likeness::to(title), scope.snapshot().await?);
    let scored = snapshot.cards::<Card>(ENTITY).map(|card| (likeness.of(&card.name_key), card.row.id));
    let mut found: Vec<(f64, DebateId)> = scored.filter(|(score, _)| *score >= ALIKE).collect();
    found.sort_unstable_by(|(one, a), (other, b)| other.total_cmp(one).then(a.cmp(b)));
    found.truncate(MOST);
    Ok(found.into_iter().map(|(_, id)| id).collect())
}

/// The debate of that id as it is now, kept from other writers until the unit of work ends. Whoever changes its
/// questions takes it first, so that none counts without another.
pub async fn lock(tx: &Tx, id: DebateId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?)
}

async fn locked(tx: &Tx, id: DebateId) -> Result<Model> {
    lock(tx, id).await?.ok_or_else(Fault::not_found)
}

fn read(scope: &Scope, fields: &Fields) -> Outcome<Model, Wrong> {
    let (row, problems) = understood(&scope.tenant, fields);
    if problems.is_empty() { Ok(row) } else { Err(Refused::Problems(problems)) }
}

/// The row that fields describe, with pictures and files that are there.
async fn written(scope: &Scope, fields: &Fields) -> Outcome<Model, Wrong> {
    let row = read(scope, fields)?;
    let problems = unknown_media(scope, &row).await?;
    if problems.is_empty() { Ok(row) } else { Err(Refused::Problems(problems)) }
}

async fn unknown_media(scope: &Scope, row: &Model) -> Result<Vec<Problem<Wrong>>> {
    let problems: Vec<Problem<media::fields::FieldKind>> = media::fields::problems(scope, &shown(row)).await?;
    Ok(problems.into_iter().map(Wrong::of).collect())
}

/// A topic as it is compared with others.
pub(crate) fn name_key(row: &Model) -> NameKey {
    NameKey::new(&row.title)
}
