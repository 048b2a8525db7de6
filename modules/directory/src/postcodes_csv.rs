//! Middles of postcode areas, as a CSV file: for addresses whose own place no source gives.

use kernel::{
    error::Result,
    import::{Fate, Rejection, Report, Row, Table},
    scope::Scope,
    tenancy::LatLon,
};
use sea_orm::{ActiveValue::Set, EntityTrait as _, sea_query::OnConflict};

use crate::{postcode, service};

/// Rows of one `INSERT`, three values each.
const ROWS_PER_INSERT: usize = 5000;

/// Imports the columns `kod`, `lat` and `lon`, as far as they lie within the tenant's bounds.
pub async fn import(scope: &Scope, content: &[u8], dry_run: bool) -> Result<Report> {
    let table = Table::parse(content, &["kod", "lat", "lon"])?;
    let mut report = Report::default();
    let mut outside = 0;
    let mut wanted: Vec<(String, LatLon)> = Vec::new();
    for row in table.rows() {
        match row.and_then(parse) {
            Ok((_, point)) if !scope.tenant.area.bounds.contains(point) => outside += 1,
            // The first of several rows of a code counts.
            Ok((code, _)) if wanted.iter().any(|(known, _)| *known == code) => {}
            Ok(row) => wanted.push(row),
            Err(rejection) => report.rejected.push(rejection),
        }
    }
    if outside > 0 {
        report.notes.push(format!("{outside} postcodes lie outside the city's bounds and were left out"));
    }
    let known = service::postcodes(scope, wanted.iter().map(|(code, _)| code.clone())).await?;
    let tx = scope.begin().await?;
    let mut changed = Vec::new();
    for (code, point) in wanted {
        let fate = match known.get(&code) {
            None => Fate::Created,
            Some(before) if *before == point => Fate::Unchanged,
            Some(_) => Fate::Updated,
        };
        report.count(fate);
        if fate != Fate::Unchanged {
            changed.push(postcode::ActiveModel { code: Set(code), lat: Set(point.lat), lon: Set(point.lon) });
        }
    }
    let on_conflict = OnConflict::column(postcode::Column::Code)
        .update_columns([postcode::Column::Lat, postcode::Column::Lon])
        .to_owned();
    for chunk in changed.chunks(ROWS_PER_INSERT) {
        postcode::Entity::insert_many(chunk.to_vec())
            .on_conflict(on_conflict.clone())
            .exec_without_returning(tx.db())
            .await?;
    }
    if !dry_run {
        tx.commit().await?;
    }
    Ok(report)
}

fn parse(row: Row<'_>) -> Result<(String, LatLon), Rejection> {
    row.required("kod")?;
    let code = row.parsed("kod", "a postcode is expected, like 70-001", |text| {
        let (head, tail) = text.split_once('-')?;
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
        (digits(head, 2) && digits(tail, 3)).then(|| text.to_owned())
    })?;
    let point = LatLon::new(degrees(row, "lat", 90.0)?, degrees(row, "lon", 180.0)?);
    let point = point.ok_or_else(|| row.reject("lat", "this is no place on Earth"))?;
    Ok((code.unwrap_or_default(), point))
}

fn degrees(row: Row<'_>, column: &str, most: f64) -> Result<f64, Rejection> {
    row.required(column)?;
    let expected = format!("degrees from -{most} to {most} are expected, with a decimal point");
    let degrees = row.parsed(column, &expected, |text| {
        text.replace(',', ".").parse::<f64>().ok().filter(|degrees| (-most..=most).contains(degrees))
    })?;
    Ok(degrees.unwrap_or_default())
}
