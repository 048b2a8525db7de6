//! Institutions that no register knows (culture houses, clubs, libraries, the police…), as a CSV file.

use std::collections::HashMap;

use kernel::{
    error::Result,
    import::{Rejection, Report, Row, Table},
    scope::Scope,
    tenancy::LatLon,
};

use crate::{
    institution::{Kind, Model, Sector},
    service,
};

/// Columns of the file; `id` and `name` and `kind` are required.
pub(crate) const COLUMNS: [&str; 18] = [
    "id",
    "name",
    "short_name",
    "kind",
    "sector",
    "founder",
    "street",
    "building",
    "postal_code",
    "city",
    "district",
    "lat",
    "lon",
    "phone",
    "email",
    "website",
    "pupils",
    "languages",
];
/// Rows written in one transaction.
const BATCH: usize = 500;

/// Imports a file of institutions, told apart by the file's own ids; `source` names where it comes from.
pub async fn import(
    scope: &Scope,
    content: &[u8],
    source: &str,
    dry_run: bool,
    progress: &dyn Fn(usize, usize),
) -> Result<Report> {
    let table = Table::parse(content, &["id", "name", "kind"])?;
    let mut report = Report::default();
    report.notes.extend(
        table.unknown_columns(&COLUMNS).map(|name| format!("the column \"{name}\" is unknown and was left out")),
    );
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut parsed = Vec::with_capacity(table.len());
    for row in table.rows() {
        match row.and_then(|row| parse(scope, row, source)) {
            Ok((number, model, point)) => match seen.insert(model.source_id.clone(), number) {
                None => parsed.push((model, point)),
                Some(first) => {
                    let problem = format!("the id \"{}\" stands in row {first} already", model.source_id);
                    report.rejected.push(Rejection { row: number, column: "id".to_owned(), problem });
                }
            },
            Err(rejection) => report.rejected.push(rejection),
        }
    }
    let mut done = 0;
    for batch in parsed.chunks(BATCH) {
        let scope = scope.fresh();
        let ids: Vec<_> = batch.iter().map(|(model, _)| model.source_id.clone()).collect();
        let known = service::by_source(&scope, source, &ids).await?;
        let codes = service::postcodes(&scope, batch.iter().filter_map(|(model, _)| model.postal_code.clone())).await?;
        let rows = batch.iter().map(|(model, point)| {
            let mut after = model.clone();
            let place = service::place(&scope, *point, after.postal_code.as_deref(), after.district.as_deref(), &codes);
            (after.lat, after.lon) = (place.map(|(point, _)| point.lat), place.map(|(point, _)| point.lon));
            after.precision = place.map(|(_, precision)| precision.as_str().to_owned());
            (known.get(&after.source_id).cloned(), after)
        });
        let rows = rows.collect();
        let mut tx = scope.begin().await?;
        service::save(&mut tx, rows).await?.into_iter().for_each(|fate| report.count(fate));
        if !dry_run {
            tx.commit().await?;
        }
        done += batch.len();
        progress(done, parsed.len());
    }
    Ok(report)
}

fn parse(scope: &Scope, row: Row<'_>, source: &str) -> Result<(usize, Model, Option<LatLon>), Rejection> {
    let text = |column: &str| row.text(column).map(|text| text.map(str::to_owned));
    let model = Model {
        source: source.to_owned(),
        source_id: row.required("id")?.to_owned(),
        name: row.required("name")?.to_owned(),
        short_name: text("short_name")?,
        kind: row
            .parsed("kind", "a kind is expected, like CULTURE_CENTRE", Kind::parse)?
            .ok_or_else(|| row.reject("kind", "this must not be empty"))?,
        sector: row.parsed("sector", "PUBLIC or NON_PUBLIC is expected", Sector::parse)?,
        founder: text("founder")?,
        street: text("street")?,
        building: text("building")?,
        postal_code: text("postal_code")?,
        city: text("city")?,
        district: district(scope, row, "district")?,
        phone: text("phone")?,
        email: text("email")?,
        website: row.parsed("website", "an address is expected, like https://example.org", web_address)?,
        pupils: row
            .parsed("pupils", "a whole number is expected", |text| text.parse().ok().filter(|pupils| *pupils >= 0))?,
        languages: row.list("languages")?.into_iter().map(str::to_owned).collect(),
        ..Model::default()
    };
    Ok((row.number(), model, point(row)?))
}

/// A district by its id or its name.
pub fn district(scope: &Scope, row: Row<'_>, column: &str) -> Result<Option<String>, Rejection> {
    let known = |text: &str| {
        let named = |name: &str| search_index::fold(name) == search_index::fold(text);
        scope
            .tenant
            .area
            .districts
            .iter()
            .find(|district| district.id == text || named(&district.name))
            .map(|district| district.id.clone())
    };
    row.parsed(column, "there is no such district in this city; give its id or its name", known)
}

/// Columns `lat` and `lon`, both or neither.
pub fn point(row: Row<'_>) -> Result<Option<LatLon>, Rejection> {
    let degrees = |column: &str, most: f64| {
        let expected = format!("degrees from -{most} to {most} are expected, with a decimal point");
        row.parsed(column, &expected, |text| {
            text.replace(',', ".").parse::<f64>().ok().filter(|degrees| (-most..=most).contains(degrees))
        })
    };
    match (degrees("lat", 90.0)?, degrees("lon", 180.0)?) {
        (Some(lat), Some(lon)) => Ok(LatLon::new(lat, lon)),
        (None, None) => Ok(None),
        (Some(_), None) => Err(row.reject("lon", "there is a latitude, so there must be a longitude")),
        (None, Some(_)) => Err(row.reject("lat", "there is a longitude, so there must be a latitude")),
    }
}

/// An `http` or `https` address.
pub fn web_address(text: &str) -> Option<String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    (!host.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"')))
        .then(|| text.to_owned())
}
