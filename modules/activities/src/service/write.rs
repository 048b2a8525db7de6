//! What people write about activities.
//!
//! These functions decide no rights: the desk does, which knows on whose behalf somebody writes. Each notes in the entry's
//! history what it changed; what is no column of the files (`state`, `confirmed_at`, `picture`, `merged_into`) is told
//! there as a field too.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};
use directory::service::{DESK, postcodes, resolve_references};
use kernel::{
    changes::Operation,
    entry::State,
    error::{Fault, Result},
    history::{self, Fields},
    refusal::{Outcome, Problem, Refused},
    scope::{Scope, Tx},
    tenancy::LatLon,
};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, IntoActiveModel as _, QuerySelect as _};
use uuid::Uuid;

use super::save;
use crate::{
    ENTITY,
    activity::{ActiveModel, ActivityId, Entity, Model},
    fields::{self, FieldKind, of, understood},
};

/// What is wrong with an activity that somebody wants to be published.
pub async fn check(scope: &Scope, fields: &Fields) -> Result<Vec<Problem<FieldKind>>> {
    let (draft, mut problems) = understood(&scope.tenant, fields);
    let known = references(scope, draft.institution.as_deref()).await?;
    problems.extend(draft.resolved(&known).err());
    Ok(problems)
}

/// Publishes a new activity. `action` is what history calls it.
pub async fn create(tx: &mut Tx, fields: &Fields, action: &'static str) -> Outcome<ActivityId, FieldKind> {
    let scope = tx.scope().clone();
    let mut row = written(&scope, fields).await?;
    let now = scope.now();
    row.id = ActivityId::new(now);
    (row.source, row.source_id) = (DESK.to_owned(), row.id.global());
    (row.created_at, row.updated_at, row.confirmed_at) = (now, now, Some(now));
    let (id, after) = (row.id, of(&scope.tenant, &row));
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, action, (&Fields::new(), &after), None).await?;
    Ok(id)
}

/// Changes an activity to what the fields say; a field that is absent has no value. Whoever changes it also says that all
/// of it is true: it is confirmed, and shown again if it was hidden.
pub async fn update(
    tx: &mut Tx,
    id: ActivityId,
    fields: &Fields,
    action: &'static str,
    reason: Option<&str>,
) -> Outcome<(), FieldKind> {
    let scope = tx.scope().clone();
    let before = locked(tx, id).await?;
    let after = inherited(&before, written(&scope, fields).await?);
    let (told, says) = (of(&scope.tenant, &before), of(&scope.tenant, &after));
    save(tx, vec![(Some(before), after)]).await?;
    history::record(tx, ENTITY, id.0, action, (&told, &says), reason).await?;
    Ok(())
}

/// Shows an activity to everybody, puts it away, or hides it.
pub async fn set_state(tx: &mut Tx, id: ActivityId, state: State, reason: Option<&str>) -> Result<()> {
    let before = locked(tx, id).await?;
    let action = match state {
        State::Published | State::Scheduled => "restore",
        State::Archived => "archive",
        State::Hidden => "hide",
    };
    let change = ActiveModel { state: Set(state), ..Default::default() };
    let told = (state_field(before.state), state_field(state));
    write(tx, &before, change, action, told, reason).await
}

/// Notes that all that is said of an activity is still true, and shows it again if it was hidden for want of that.
pub async fn confirm(tx: &mut Tx, id: ActivityId) -> Result<()> {
    let before = locked(tx, id).await?;
    let now = tx.scope().now();
    let state = if before.state == State::Hidden { State::Published } else { before.state };
    let change =
        ActiveModel { confirmed_at: Set(Some(now)), reminded_at: Set(None), state: Set(state), ..Default::default() };
    let moment = |at: Option<DateTime<Utc>>| at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true));
    let (mut was, mut is) = (state_field(before.state), state_field(state));
    was.extend(field("confirmed_at", moment(before.confirmed_at)));
    is.extend(field("confirmed_at", moment(Some(now))));
    write(tx, &before, change, "confirm", (was, is), None).await
}

/// Notes that all places are taken; or that they are no longer, however many there may be.
pub async fn set_full(tx: &mut Tx, id: ActivityId, is_full: bool) -> Result<()> {
    let before = locked(tx, id).await?;
    let places_left = if is_full { Some(0) } else { before.places_left.filter(|left| *left > 0) };
    let change = ActiveModel { places_left: Set(places_left), ..Default::default() };
    let told = |left: Option<i32>| field("places_left", left.map(|left| left.to_string()));
    let told = (told(before.places_left), told(places_left));
    write(tx, &before, change, "update", told, None).await
}

/// Gives an activity a picture, or takes it away.
pub async fn set_picture(tx: &mut Tx, id: ActivityId, picture: Option<Uuid>) -> Result<()> {
    let before = locked(tx, id).await?;
    let change = ActiveModel { picture_id: Set(picture), ..Default::default() };
    let told = |picture: Option<Uuid>| field("picture", picture.map(|picture| picture.to_string()));
    let told = (told(before.picture_id), told(picture));
    write(tx, &before, change, "update", told, None).await
}

/// Puts `drop` away because it is the same as `keep`, and notes that at both.
pub async fn absorb(tx: &mut Tx, keep: ActivityId, drop: ActivityId, reason: Option<&str>) -> Result<()> {
    if keep == drop {
        return Err(Fault::conflict("an entry cannot be merged into itself"));
    }
    let (first, last) = (locked(tx, keep.min(drop)).await?, locked(tx, keep.max(drop)).await?);
    let before = if drop < keep { first } else { last };
    let change = ActiveModel { state: Set(State::Archived), ..Default::default() };
    let mut is = state_field(State::Archived);
    is.extend(field("merged_into", Some(keep.global())));
    write(tx, &before, change, "merge", (state_field(before.state), is), reason).await?;
    let absorbed = field("merged_from", Some(drop.global()));
    history::record(tx, ENTITY, keep.0, "merge", (&Fields::new(), &absorbed), reason).await
}

/// Keeps the sum of the stars that an activity got, and how many gave some. History does not tell it: reviews do.
pub async fn set_rating(tx: &mut Tx, id: ActivityId, sum: i32, count: i32) -> Result<()> {
    let before = locked(tx, id).await?;
    if (before.rating_sum, before.rating_count) == (sum, count) {
        return Ok(());
    }
    let row = ActiveModel { id: Set(id), rating_sum: Set(sum), rating_count: Set(count), ..Default::default() };
    Entity::update(row).validate()?.exec(tx.db()).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    Ok(())
}

/// Notes that its people were asked whether all that is said of an activity is still true.
pub async fn set_reminded(tx: &mut Tx, id: ActivityId) -> Result<()> {
    let row = ActiveModel { id: Set(id), reminded_at: Set(Some(tx.scope().now())), ..Default::default() };
    Entity::update(row).validate()?.exec(tx.db()).await?;
    Ok(())
}

/// The row that fields describe, at its institution and in its place.
async fn written(scope: &Scope, fields: &Fields) -> Outcome<Model, FieldKind> {
    let draft = fields::read(&scope.tenant, fields).map_err(Refused::Problems)?;
    let known = references(scope, draft.institution.as_deref()).await?;
    let mut row = draft.resolved(&known)?;
    let codes = match row.lat {
        Some(_) => HashMap::new(),
        None => postcodes(scope, row.postal_code.clone()).await?,
    };
    locate(scope, &mut row, &codes);
    Ok(row)
}

async fn references(scope: &Scope, reference: Option<&str>) -> Result<HashMap<String, directory::InstitutionId>> {
    match reference {
        Some(reference) => resolve_references(scope, &[reference.to_owned()]).await,
        None => Ok(HashMap::new()),
    }
}

/// Locates a row as well as its address allows. Without an address of its own it takes place at its institution, or in
/// its district.
pub(crate) fn locate(scope: &Scope, row: &mut Model, codes: &HashMap<String, LatLon>) {
    let place = row.own_address().located(scope, row.institution_id.is_some(), codes);
    (row.lat, row.lon) = (place.map(|(point, _)| point.lat), place.map(|(point, _)| point.lon));
    row.precision = place.map(|(_, precision)| precision.as_str().to_owned());
}

/// What a source brings, with what it does not decide as it was.
pub(crate) fn inherited(before: &Model, after: Model) -> Model {
    Model {
        id: before.id,
        source: before.source.clone(),
        source_id: before.source_id.clone(),
        confirmed_at: before.confirmed_at,
        state: before.state,
        picture_id: before.picture_id,
        rating_sum: before.rating_sum,
        rating_count: before.rating_count,
        reminded_at: before.reminded_at,
        created_at: before.created_at,
        updated_at: before.updated_at,
        ..after
    }
}

/// The activity of that id as it is now, kept from other writers until the unit of work ends. Who takes more than one
/// takes them in the order of their ids, and proposals before all.
pub async fn lock(tx: &Tx, id: ActivityId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?)
}

async fn locked(tx: &Tx, id: ActivityId) -> Result<Model> {
    lock(tx, id).await?.ok_or_else(Fault::not_found)
}

/// Writes some columns of a row and notes it, if that makes a difference.
async fn write(
    tx: &mut Tx,
    before: &Model,
    change: ActiveModel,
    action: &'static str,
    (was, is): (Fields, Fields),
    reason: Option<&str>,
) -> Result<()> {
    if was == is {
        return Ok(());
    }
    let row = ActiveModel { id: Set(before.id), updated_at: Set(tx.scope().now()), ..change };
    Entity::update(row).validate()?.exec(tx.db()).await?;
    tx.changed(ENTITY, before.id.0, Operation::Upsert);
    history::record(tx, ENTITY, before.id.0, action, (&was, &is), reason).await
}

fn field(name: &str, value: Option<String>) -> Fields {
    value.map(|value| (name.to_owned(), value)).into_iter().collect()
}

fn state_field(state: State) -> Fields {
    field("state", Some(state.as_str().to_owned()))
}
