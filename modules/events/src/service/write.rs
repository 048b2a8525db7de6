//! What people write about events.
//!
//! These functions decide no rights: the desk does, which knows on whose behalf somebody writes. Each notes in the entry's
//! history what it changed, and has everybody told whom a change concerns.

use std::collections::HashMap;

use directory::service::{postcodes, resolve_references};
use kernel::{
    changes::Operation,
    entry::{State, Wrong},
    error::{Fault, Result},
    history::{self, Fields},
    refusal::{Outcome, Problem, Refused, none_of},
    scope::{Scope, Tx},
    tenancy::LatLon,
};
use media::fields::FieldKind as MediaKind;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, QuerySelect as _};

use crate::{
    ENTITY,
    event::{Entity, EventId, Model},
    fields::{self, Draft, of, shown, understood},
    notices,
};

/// Where events come from that people wrote.
pub const DESK: &str = "desk";

/// What is wrong with an event that somebody wants to be published.
pub async fn check(scope: &Scope, fields: &Fields) -> Result<Vec<Problem<Wrong>>> {
    let (draft, mut problems) = understood(&scope.tenant, fields);
    problems.extend(media_problems(scope, &draft).await?);
    let known = references(scope, draft.institution.as_deref()).await?;
    problems.extend(draft.resolved(&known).err());
    Ok(problems)
}

/// Publishes a new event. `action` is what history calls it.
pub async fn create(tx: &mut Tx, fields: &Fields, action: &'static str) -> Outcome<EventId, Wrong> {
    let scope = tx.scope().clone();
    let mut row = written(&scope, fields, None).await?;
    row.id = EventId::new(scope.now());
    (row.source, row.source_id) = (DESK.to_owned(), row.id.global());
    insert(tx, row, action).await.map_err(Refused::Fault)
}

/// Writes a new row that has its id and source, and notes it.
pub(crate) async fn insert(tx: &mut Tx, mut row: Model, action: &'static str) -> Result<EventId> {
    let (now, tenant) = (tx.scope().now(), tx.scope().tenant.clone());
    (row.created_at, row.updated_at) = (now, now);
    let (id, after, shows) = (row.id, of(&tenant, &row), shown(&row));
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    media::service::show(tx, ENTITY, id.0, &shows).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, action, (&Fields::new(), &after), None).await?;
    Ok(id)
}

/// Changes an event to what the fields say; a field that is absent has no value.
pub async fn update(
    tx: &mut Tx,
    id: EventId,
    fields: &Fields,
    action: &'static str,
    reason: Option<&str>,
) -> Outcome<(), Wrong> {
    let scope = tx.scope().clone();
    let before = locked(tx, id).await?;
    let after = written(&scope, fields, Some(&before)).await?;
    replace(tx, before, after, action, reason).await.map_err(Refused::Fault)
}

/// Writes a row as a source brings it over the one that is locked, with what the source does not decide as it was. Whom
/// that concerns is told.
pub(crate) async fn replace(
    tx: &mut Tx,
    before: Model,
    after: Model,
    action: &'static str,
    reason: Option<&str>,
) -> Result<()> {
    let tenant = tx.scope().tenant.clone();
    let mut after = Model {
        id: before.id,
        source: before.source.clone(),
        source_id: before.source_id.clone(),
        state: before.state,
        sequence: before.sequence,
        created_at: before.created_at,
        updated_at: before.updated_at,
        ..after
    };
    if after == before {
        return Ok(());
    }
    after.updated_at = tx.scope().now();
    after.sequence += i32::from(is_elsewhere_or_at_another_time(&before, &after));
    Box::pin(write(tx, before, after, action, reason, (&tenant, false))).await
}

/// Shows an event to everybody, or puts it away: then it does not take place.
pub async fn set_state(tx: &mut Tx, id: EventId, state: State, reason: Option<&str>) -> Result<()> {
    let before = locked(tx, id).await?;
    if before.state == state {
        return Ok(());
    }
    let action = match state {
        State::Published | State::Scheduled => "restore",
        State::Archived => "archive",
        State::Hidden => "hide",
    };
    let (tenant, now) = (tx.scope().tenant.clone(), tx.scope().now());
    let after = Model { state, updated_at: now, sequence: before.sequence + 1, ..before.clone() };
    Box::pin(write(tx, before, after, action, reason, (&tenant, true))).await
}

async fn write(
    tx: &mut Tx,
    before: Model,
    after: Model,
    action: &'static str,
    reason: Option<&str>,
    (tenant, with_state): (&kernel::tenancy::Tenant, bool),
) -> Result<()> {
    let told = |row: &Model| {
        let mut told = of(tenant, row);
        if with_state {
            told.insert("state".to_owned(), row.state.as_str().to_owned());
        }
        told
    };
    let (was, is) = (told(&before), told(&after));
    Entity::update(after.clone().into_active_model().reset_all()).validate()?.exec(tx.db()).await?;
    if shown(&before) != shown(&after) {
        media::service::show(tx, ENTITY, after.id.0, &shown(&after)).await?;
    }
    tx.changed(ENTITY, after.id.0, Operation::Upsert);
    history::record(tx, ENTITY, after.id.0, action, (&was, &is), reason).await?;
    notices::changed(tx, &before, &after).await
}

/// Whether calendars must take note: it is at another time or place.
fn is_elsewhere_or_at_another_time(before: &Model, after: &Model) -> bool {
    let times = |row: &Model| {
        let Model { starts_at, ends_at, all_day, recurrence, exceptions, moved, .. } = row.clone();
        (starts_at, ends_at, all_day, recurrence, exceptions, moved)
    };
    let place = |row: &Model| {
        let Model { venue, street, building, postal_code, city, online, online_url, .. } = row.clone();
        (row.institution_id, venue, street, building, postal_code, city, online, online_url)
    };
    times(before) != times(after) || place(before) != place(after)
}

/// The row that fields describe, at its institution and in its place.
async fn written(scope: &Scope, fields: &Fields, before: Option<&Model>) -> Outcome<Model, Wrong> {
    let draft = fields::read(&scope.tenant, fields).map_err(Refused::Problems)?;
    // What it shows already it may go on showing.
    if before.is_none_or(|before| shown(before) != draft.shown()) {
        none_of(media_problems(scope, &draft).await?)?;
    }
    let known = references(scope, draft.institution.as_deref()).await?;
    let mut row = draft.resolved(&known)?;
    locate(scope, &mut row).await?;
    Ok(row)
}

async fn media_problems(scope: &Scope, draft: &Draft) -> Result<Vec<Problem<Wrong>>> {
    let problems = media::fields::problems::<MediaKind>(scope, &draft.shown()).await?;
    Ok(problems.into_iter().map(Wrong::of).collect())
}

async fn references(scope: &Scope, reference: Option<&str>) -> Result<HashMap<String, directory::InstitutionId>> {
    match reference {
        Some(reference) => resolve_references(scope, &[reference.to_owned()]).await,
        None => Ok(HashMap::new()),
    }
}

/// Locates a row as well as its address allows. Without an address of its own it takes place at its institution, or in
/// its district.
pub(crate) async fn locate(scope: &Scope, row: &mut Model) -> Result<()> {
    let codes: HashMap<String, LatLon> = match row.lat {
        Some(_) => HashMap::new(),
        None => postcodes(scope, row.postal_code.clone()).await?,
    };
    let place = row.own_address().located(scope, row.institution_id.is_some(), &codes);
    (row.lat, row.lon) = (place.map(|(point, _)| point.lat), place.map(|(point, _)| point.lon));
    row.precision = place.map(|(_, precision)| precision.as_str().to_owned());
    Ok(())
}

/// The event of that id as it is now, kept from other writers until the unit of work ends. Who takes more than one takes
/// them in the order of their ids, and proposals before all.
pub async fn lock(tx: &Tx, id: EventId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?)
}

async fn locked(tx: &Tx, id: EventId) -> Result<Model> {
    lock(tx, id).await?.ok_or_else(Fault::not_found)
}
