//! Use-cases over institutions.

mod duplicates;
mod write;

use std::{collections::HashMap, sync::Arc};

use kernel::{
    error::{Fault, Result},
    import::Fate,
    rows::{Rules, save as save_rows},
    scope::{Scope, Tx},
    tenancy::{LatLon, Precision},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::ExprTrait as _,
};
use search_index::{Highlighter, Interpretation};
use uuid::Uuid;

use crate::{
    ENTITY,
    institution::{Column, Entity, InstitutionId, Model},
    postcode, search,
};

pub use duplicates::{address_likeness, duplicates};
pub use write::{DESK, check, create, lock, record, set_picture, update};
pub(crate) use write::{save_imported, with_corrections};

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// The institution of that id.
pub async fn find(scope: &Scope, id: InstitutionId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(&*scope.db().await?).await?)
}

/// The institution of that register number.
pub async fn find_by_rspo(scope: &Scope, rspo: i32) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Rspo.eq(rspo)).one(&*scope.db().await?).await?)
}

/// Institutions by id: from the read model what is in it, the rest from the database.
pub async fn many(scope: &Scope, ids: &[InstitutionId]) -> Result<HashMap<InstitutionId, Arc<Model>>> {
    let snapshot = scope.snapshot().await?;
    let mut found: HashMap<_, _> =
        ids.iter().filter_map(|id| Some((*id, snapshot.card::<Model>(ENTITY, id.0)?))).collect();
    let missing: Vec<_> = ids.iter().copied().filter(|id| !found.contains_key(id)).collect();
    if !missing.is_empty() {
        let rows = Entity::find().filter(Column::Id.is_in(missing)).all(&*scope.db().await?).await?;
        found.extend(rows.into_iter().map(|row| (row.id, Arc::new(row))));
    }
    Ok(found)
}

/// Institutions by register number.
pub async fn many_by_rspo(scope: &Scope, numbers: &[i32]) -> Result<HashMap<i32, Arc<Model>>> {
    let rows = Entity::find().filter(Column::Rspo.is_in(numbers.iter().copied())).all(&*scope.db().await?).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.rspo?, Arc::new(row)))).collect())
}

/// The members of complexes, by the complex's register number, each list by name.
pub async fn members(scope: &Scope, parents: &[i32]) -> Result<HashMap<i32, Vec<Arc<Model>>>> {
    let rows = Entity::find()
        .filter(Column::ParentRspo.is_in(parents.iter().copied()))
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .all(&*scope.db().await?)
        .await?;
    let mut members: HashMap<i32, Vec<Arc<Model>>> = HashMap::new();
    for row in rows {
        if let Some(parent) = row.parent_rspo {
            members.entry(parent).or_default().push(Arc::new(row));
        }
    }
    Ok(members)
}

/// What a file's way of naming an institution stands for: a register number, our own id, or the id it had in the
/// file that brought it.
pub async fn resolve_references(scope: &Scope, references: &[String]) -> Result<HashMap<String, InstitutionId>> {
    let db = scope.db().await?;
    let mut resolved = HashMap::new();
    for chunk in references.chunks(KEYS_PER_SELECT) {
        let numbers: Vec<i32> = chunk.iter().filter_map(|reference| reference.parse().ok()).collect();
        let own: Vec<InstitutionId> = chunk.iter().filter_map(|reference| InstitutionId::parse(reference)).collect();
        let rows: Vec<(InstitutionId, Option<i32>, String, String)> = Entity::find()
            .select_only()
            .columns([Column::Id, Column::Rspo, Column::Source, Column::SourceId])
            .filter(
                Column::Rspo.is_in(numbers).or(Column::Id.is_in(own)).or(Column::SourceId.is_in(chunk.iter().cloned())),
            )
            .into_tuple()
            .all(&*db)
            .await?;
        for (id, rspo, source, source_id) in rows {
            // A register number counts before another file's id that happens to look like one.
            if source != "rspo" {
                resolved.entry(source_id).or_insert(id);
            }
            resolved.insert(id.global(), id);
            if let Some(rspo) = rspo {
                resolved.insert(rspo.to_string(), id);
            }
        }
    }
    Ok(resolved)
}

/// What one such name stands for; nothing if there is no name, or no such institution.
pub async fn resolve_reference(scope: &Scope, reference: Option<&str>) -> Result<Option<InstitutionId>> {
    let Some(reference) = reference else { return Ok(None) };
    Ok(resolve_references(scope, &[reference.to_owned()]).await?.remove(reference))
}

/// Where people mean when they name a place: a district, or an institution or its street.
pub async fn locate(scope: &Scope, place: &str) -> Result<Option<LatLon>> {
    let snapshot = scope.snapshot().await?;
    if let Some(found) = snapshot.words().gazetteer().find(place) {
        return Ok(found.points.first().and_then(|point| LatLon::new(point.lat, point.lon)));
    }
    let meaning = Interpretation::literally(place);
    let highlighter = Highlighter::new(&meaning);
    let query = search_index::Query {
        meaning,
        kinds: vec![search::KIND],
        first: 10,
        now: scope.now().timestamp(),
        ..Default::default()
    };
    let page = snapshot.reader().search(&query)?;
    let found = page.hits.iter().filter_map(|hit| snapshot.card::<Model>(ENTITY, hit.id));
    let named =
        found.filter(|found| highlighter.highlight(&names_and_streets(found)).iter().any(|piece| piece.is_match));
    Ok(named.into_iter().find_map(|found| found.location()))
}

fn names_and_streets(institution: &Model) -> String {
    let short = institution.short_name.as_deref().unwrap_or_default();
    format!("{} {short} {}", institution.name, institution.street.as_deref().unwrap_or_default())
}

/// Where an address is, as well as that is known: given outright, else by its postcode, else by its district.
pub fn place(
    scope: &Scope,
    given: Option<LatLon>,
    postal_code: Option<&str>,
    district: Option<&str>,
    postcodes: &HashMap<String, LatLon>,
) -> Option<(LatLon, Precision)> {
    let by_postcode = || postal_code.and_then(|code| postcodes.get(code)).map(|point| (*point, Precision::Postcode));
    let by_district = || {
        district.and_then(|id| scope.tenant.area.district(id)).map(|district| (district.centre, Precision::District))
    };
    given.map(|point| (point, Precision::Exact)).or_else(by_postcode).or_else(by_district)
}

/// The middles of these postcodes' areas, as far as they are known.
pub async fn postcodes(scope: &Scope, codes: impl IntoIterator<Item = String>) -> Result<HashMap<String, LatLon>> {
    let mut codes: Vec<String> = codes.into_iter().collect();
    codes.sort_unstable();
    codes.dedup();
    let db = scope.db().await?;
    let mut known = HashMap::new();
    for chunk in codes.chunks(KEYS_PER_SELECT) {
        let rows =
            postcode::Entity::find().filter(postcode::Column::Code.is_in(chunk.iter().cloned())).all(&*db).await?;
        known.extend(rows.into_iter().filter_map(|row| Some((row.code, LatLon::new(row.lat, row.lon)?))));
    }
    Ok(known)
}

/// Writes rows that are new or differ from what is stored, and says what became of each. A pair is the row as it
/// was, if it was, and as it should be.
pub(crate) async fn save(tx: &mut Tx, rows: Vec<(Option<Model>, Model)>) -> Result<Vec<Fate>> {
    let rules = Rules::<Entity> {
        entity: ENTITY,
        id: |row| row.id.0,
        born: |row, now| {
            row.id = InstitutionId::new(now);
            (row.created_at, row.updated_at) = (now, now);
        },
        touched: |row, now| row.updated_at = Set(now),
        kept: |column| matches!(column, Column::Id | Column::CreatedAt | Column::UpdatedAt),
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

/// Ids of the register's institutions that are open on that day.
pub(crate) async fn open_in_register(scope: &Scope, today: chrono::NaiveDate) -> Result<Vec<Model>> {
    let is_open = Column::ClosedOn.is_null().or(Column::ClosedOn.gt(today));
    Ok(Entity::find().filter(Column::Source.eq("rspo")).filter(is_open).all(&*scope.db().await?).await?)
}

/// Ids of all institutions.
pub(crate) async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    let ids: Vec<InstitutionId> =
        Entity::find().select_only().column(Column::Id).into_tuple().all(&*scope.db().await?).await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Rows by id, from the database.
pub async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::Id.is_in(ids)).all(&*scope.db().await?).await?)
}

/// Parses an optional institution id argument.
pub fn parse_id(field: &'static str, global: &str) -> Result<InstitutionId> {
    InstitutionId::parse(global).ok_or_else(|| Fault::bad_input(field, "this is no institution's id"))
}
