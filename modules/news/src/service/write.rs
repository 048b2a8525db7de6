//! What people write about articles.
//!
//! These functions decide no rights: the desk does. Each notes in the entry's history what it changed; `state` is no
//! column that anybody writes, and is told there as a field too.

use chrono::{DateTime, Utc};
use directory::service::resolve_reference;
use kernel::{
    changes::Operation,
    entry::{State, Wrong},
    error::{Fault, Result},
    history::{self, Fields},
    refusal::{Outcome, Problem, Refused, none_of},
    scope::{Scope, Tx},
};
use media::fields::problems;
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, IntoActiveModel as _, QuerySelect as _};

use crate::{
    ENTITY,
    article::{ActiveModel, ArticleId, Entity, Model},
    fields::{self, ArticleKind, of, shown, understood},
    policy,
};

/// What is wrong with an article that somebody wants to be published, beside what it says now, if it is there.
pub async fn check(scope: &Scope, written: &Fields, published: Option<&Fields>) -> Result<Vec<Problem<Wrong>>> {
    let (draft, mut problems) = understood(&scope.tenant, written);
    let (now, today) = (scope.now(), scope.today());
    let stays = |column: &str| published.is_some_and(|before| before.get(column) == written.get(column));
    if draft.row.withdraw_at.is_some_and(|at| at <= now) && !stays("withdraw_at") {
        problems.push(Problem::at(ArticleKind::WithdrawnAlready.into(), "withdrawAt"));
    }
    if draft.row.pinned_until.is_some_and(|day| day < today) && !stays("pinned_until") {
        problems.push(Problem::at(ArticleKind::PinnedInPast.into(), "pinnedUntil"));
    }
    problems.extend(self::problems(scope, &shown(&draft.row)).await?);
    let institution = resolve_reference(scope, draft.institution.as_deref()).await?;
    problems.extend(draft.resolved(institution).err());
    Ok(problems)
}

/// Writes a new article: published at once, or when it says. `action` is what history calls it.
pub async fn create(tx: &mut Tx, written: &Fields, action: &'static str) -> Outcome<ArticleId, Wrong> {
    let scope = tx.scope().clone();
    let now = scope.now();
    let row = self::written(&scope, written).await?;
    let mut row = Model { id: ArticleId::new(now), created_at: now, updated_at: now, ..row };
    row.published_at = row.publish_at.unwrap_or(now);
    row.state = row.state_at(now);
    row.pinned_in_city = row.pinned_until.is_some() && policy::pins_in_city(&scope.actor);
    let (id, shows) = (row.id, shown(&row));
    let mut says = of(&scope.tenant, &row);
    if row.state != State::Published {
        says = told(&scope, &row);
    }
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    media::service::show(tx, ENTITY, id.0, &shows).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, action, (&Fields::new(), &says), None).await?;
    Ok(id)
}

/// Changes an article to what the fields say; a field that is absent has no value. What was put away stays so.
pub async fn update(
    tx: &mut Tx,
    id: ArticleId,
    written: &Fields,
    action: &'static str,
    reason: Option<&str>,
) -> Outcome<(), Wrong> {
    let scope = tx.scope().clone();
    let now = scope.now();
    let before = locked(tx, id).await?;
    let row = self::written(&scope, written).await?;
    let mut row = Model { id, created_at: before.created_at, state: before.state, ..row };
    row.published_at = published_at(&row, &before, now);
    if before.state != State::Archived {
        row.state = row.state_at(now);
    }
    row.pinned_in_city = match row.pinned_until {
        None => false,
        same if same == before.pinned_until => before.pinned_in_city,
        Some(_) => policy::pins_in_city(&scope.actor),
    };
    save(tx, &before, row, action, reason).await?;
    Ok(())
}

/// When an article was published, or will be: when it says, else when it was, else now.
fn published_at(row: &Model, before: &Model, now: DateTime<Utc>) -> DateTime<Utc> {
    row.publish_at.unwrap_or_else(|| before.published_at.min(now))
}

/// Shows an article to everybody, as soon as it may be, or puts it away. One that is shown again after it was to be
/// withdrawn is not withdrawn any more.
pub async fn set_state(tx: &mut Tx, id: ArticleId, state: State, reason: Option<&str>) -> Result<()> {
    let before = locked(tx, id).await?;
    let now = tx.scope().now();
    let mut row = before.clone();
    let action = match state {
        State::Published | State::Scheduled => {
            row.withdraw_at = row.withdraw_at.filter(|at| *at > now);
            row.state = row.state_at(now);
            "restore"
        }
        State::Archived => {
            row.state = state;
            "archive"
        }
        State::Hidden => {
            row.state = state;
            "hide"
        }
    };
    save(tx, &before, row, action, reason).await
}

/// The article of that id as it is now, kept from other writers until the unit of work ends. Who takes more than one takes
/// them in the order of their ids, and proposals before all.
pub async fn lock(tx: &Tx, id: ArticleId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?)
}

async fn locked(tx: &Tx, id: ArticleId) -> Result<Model> {
    lock(tx, id).await?.ok_or_else(Fault::not_found)
}

/// The row that fields describe.
async fn written(scope: &Scope, written: &Fields) -> Outcome<Model, Wrong> {
    let draft = fields::read(&scope.tenant, written).map_err(Refused::Problems)?;
    none_of(problems(scope, &shown(&draft.row)).await?)?;
    let institution = resolve_reference(scope, draft.institution.as_deref()).await?;
    Ok(draft.resolved(institution)?)
}

/// Writes a row that was locked and notes it, if that makes a difference.
pub(super) async fn save(
    tx: &mut Tx,
    before: &Model,
    row: Model,
    action: &'static str,
    reason: Option<&str>,
) -> Result<()> {
    let scope = tx.scope().clone();
    let row = Model { updated_at: before.updated_at, ..row };
    if row == *before {
        return Ok(());
    }
    let (was, is) = (told(&scope, before), told(&scope, &row));
    let (id, shows) = (row.id, shown(&row));
    let mut change: ActiveModel = row.into_active_model().reset_all();
    change.updated_at = Set(scope.now());
    Entity::update(change).validate()?.exec(tx.db()).await?;
    media::service::show(tx, ENTITY, id.0, &shows).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, action, (&was, &is), reason).await
}

/// What history tells of a row: what it says, and who finds it.
fn told(scope: &Scope, row: &Model) -> Fields {
    let mut told = of(&scope.tenant, row);
    told.insert("state".to_owned(), row.state.as_str().to_owned());
    told
}
