//! What people write about institutions.
//!
//! These functions decide no rights: the desk does, which knows on whose behalf somebody writes.

use std::{collections::HashMap, str::FromStr as _};

use kernel::{
    changes::Operation,
    error::{Fault, Result},
    history::{self, Fields, difference},
    import::Fate,
    refusal::{Outcome, Problem, Refused, none_of},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, IntoActiveModel as _, QuerySelect as _,
    TryIntoModel as _,
};
use uuid::Uuid;

use super::{place, postcodes, save};
use crate::{
    ENTITY,
    fields::{self, FieldKind, column_name, of, understood},
    institution::{ActiveModel, Column, Entity, InstitutionId, Model},
};

/// The source of what people made at the desk.
pub const DESK: &str = "desk";
/// Columns by which an institution is located.
const LOCATING: [&str; 4] = ["postal_code", "district", "lat", "lon"];

/// The institution of that id, whatever became of it.
pub async fn record(scope: &Scope, id: InstitutionId) -> Result<Option<Model>> {
    super::find(scope, id).await
}

/// What is wrong with an institution that somebody wants to be published.
pub async fn check(scope: &Scope, fields: &Fields) -> Result<Vec<Problem<FieldKind>>> {
    Ok(understood(&scope.tenant, fields).1)
}

/// Publishes a new institution. `action` is what history calls it.
pub async fn create(tx: &mut Tx, fields: &Fields, action: &'static str) -> Outcome<InstitutionId, FieldKind> {
    let scope = tx.scope().clone();
    let mut row = fields::read(&scope.tenant, fields).map_err(Refused::Problems)?;
    locate(&scope, &mut row).await?;
    let now = scope.now();
    row.id = InstitutionId::new(now);
    (row.source, row.source_id) = (DESK.to_owned(), row.id.global());
    (row.created_at, row.updated_at) = (now, now);
    let (id, after) = (row.id, of(&row));
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, action, (&Fields::new(), &after), None).await?;
    Ok(id)
}

/// Changes an institution to what the fields say; a field that is absent has no value. What differs from what an import
/// brought is noted, and imports leave it alone from then on. A value that stays as it is is never refused: registers
/// have values that nobody could type today.
pub async fn update(
    tx: &mut Tx,
    id: InstitutionId,
    fields: &Fields,
    action: &'static str,
    reason: Option<&str>,
) -> Outcome<(), FieldKind> {
    let scope = tx.scope().clone();
    let before = locked(tx, id).await?;
    let told = of(&before);
    let (mut read, problems) = understood(&scope.tenant, fields);
    let (mut kept, mut refused) = (Vec::new(), Vec::new());
    for problem in problems {
        let column = problem.field.as_deref().map(column_name).unwrap_or_default();
        match told.get(&column) {
            Some(value) if fields.get(&column) == Some(value) => kept.push(column),
            _ => refused.push(problem),
        }
    }
    none_of(refused)?;
    keep(&mut read, &before, kept.iter().map(String::as_str))?;
    let mut after = merged(&before, read);
    let told_after = of(&after);
    let is_moved = LOCATING.iter().any(|column| told.get(*column) != told_after.get(*column));
    if is_moved {
        locate(&scope, &mut after).await?;
    } else {
        (after.lat, after.lon, after.precision) = (before.lat, before.lon, before.precision.clone());
    }
    let changes = difference(&told, &told_after);
    if changes.is_empty() {
        return Ok(());
    }
    if before.source != DESK {
        after.corrected.0.extend(changes.into_iter().map(|change| change.field));
        after.corrected.0.sort_unstable();
        after.corrected.0.dedup();
    }
    save(tx, vec![(Some(before), after)]).await?;
    history::record(tx, ENTITY, id.0, action, (&told, &told_after), reason).await?;
    Ok(())
}

/// Gives an institution a picture, or takes it away.
pub async fn set_picture(tx: &mut Tx, id: InstitutionId, picture: Option<Uuid>) -> Result<()> {
    let before = locked(tx, id).await?;
    let told = |picture: Option<Uuid>| -> Fields {
        picture.map(|picture| ("picture".to_owned(), picture.to_string())).into_iter().collect()
    };
    let (was, is) = (told(before.picture_id), told(picture));
    if was == is {
        return Ok(());
    }
    let now = tx.scope().now();
    let row = ActiveModel { id: Set(id), picture_id: Set(picture), updated_at: Set(now), ..Default::default() };
    Entity::update(row).validate()?.exec(tx.db()).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    history::record(tx, ENTITY, id.0, "update", (&was, &is), None).await
}

/// Writes rows of an import, and notes in their history what changed.
pub(crate) async fn save_imported(tx: &mut Tx, rows: Vec<(Option<Model>, Model)>) -> Result<Vec<Fate>> {
    let told = |(before, after): &(Option<Model>, Model)| {
        let before = before.as_ref().filter(|before| *before != after)?;
        Some((before.id, of(before), of(after)))
    };
    let changes: Vec<_> = rows.iter().filter_map(told).collect();
    let fates = save(tx, rows).await?;
    for (id, before, after) in changes {
        history::record(tx, ENTITY, id.0, "import", (&before, &after), None).await?;
    }
    Ok(fates)
}

/// What an import brings, without what is not the source's to decide; and whether people's corrections made a
/// difference.
pub(crate) fn with_corrections(before: &Model, mut after: Model) -> Result<(Model, bool)> {
    (after.id, after.created_at, after.updated_at) = (before.id, before.created_at, before.updated_at);
    after.corrected = before.corrected.clone();
    after.picture_id = before.picture_id;
    if before.corrected.0.is_empty() {
        return Ok((after, false));
    }
    let wanted = of(&after);
    let is_located = before.corrected.iter().any(|column| column == "lat" || column == "lon");
    let location = is_located.then_some(["lat", "lon", "precision"]).into_iter().flatten();
    keep(&mut after, before, before.corrected.iter().map(String::as_str).chain(location))?;
    let is_different = wanted != of(&after);
    Ok((after, is_different))
}

/// Puts a row's columns back to what they were.
fn keep<'a>(row: &mut Model, before: &Model, columns: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut columns = columns.filter_map(|name| Column::from_str(name).ok()).peekable();
    if columns.peek().is_none() {
        return Ok(());
    }
    let (mut active, before) = (row.clone().into_active_model(), before.clone().into_active_model());
    for column in columns {
        if let Some(value) = before.get(column).into_value() {
            active.set(column, value);
        }
    }
    *row = active.try_into_model()?;
    Ok(())
}

/// A row with what the columns tell, and everything else as it was.
fn merged(before: &Model, read: Model) -> Model {
    Model {
        name: read.name,
        short_name: read.short_name,
        kind: read.kind,
        sector: read.sector,
        founder: read.founder,
        description: read.description,
        street: read.street,
        building: read.building,
        postal_code: read.postal_code,
        city: read.city,
        district: read.district,
        lat: read.lat,
        lon: read.lon,
        precision: read.precision,
        phone: read.phone,
        email: read.email,
        website: read.website,
        pupils: read.pupils,
        languages: read.languages,
        ..before.clone()
    }
}

/// Locates a row as well as its address allows, if its coordinates are not given.
async fn locate(scope: &Scope, row: &mut Model) -> Result<()> {
    let codes: HashMap<_, _> = match row.location() {
        Some(_) => HashMap::new(),
        None => postcodes(scope, row.postal_code.clone()).await?,
    };
    let place = place(scope, row.location(), row.postal_code.as_deref(), row.district.as_deref(), &codes);
    (row.lat, row.lon) = (place.map(|(point, _)| point.lat), place.map(|(point, _)| point.lon));
    row.precision = place.map(|(_, precision)| precision.as_str().to_owned());
    Ok(())
}

/// The institution of that id as it is now, kept from other writers until the unit of work ends. Proposals are locked
/// before it.
pub async fn lock(tx: &Tx, id: InstitutionId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?)
}

async fn locked(tx: &Tx, id: InstitutionId) -> Result<Model> {
    lock(tx, id).await?.ok_or_else(Fault::not_found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_outlive_an_import_and_all_else_follows_it() {
        let before = Model {
            name: "SP 5".to_owned(),
            phone: Some("1".to_owned()),
            lat: Some(52.0),
            lon: Some(14.0),
            precision: Some("EXACT".to_owned()),
            corrected: vec!["phone".to_owned(), "lat".to_owned()].into(),
            ..Model::default()
        };
        let brought = Model {
            name: "Szkoła nr 5".to_owned(),
            phone: Some("2".to_owned()),
            lat: Some(53.0),
            lon: Some(15.0),
            precision: Some("POSTCODE".to_owned()),
            ..before.clone()
        };
        let (after, is_different) = with_corrections(&before, brought).unwrap();
        assert_eq!(after, Model { name: "Szkoła nr 5".to_owned(), ..before.clone() });
        assert!(is_different);
        let (_, is_different) = with_corrections(&before, Model { name: "SP".to_owned(), ..before.clone() }).unwrap();
        assert!(!is_different);
    }
}
