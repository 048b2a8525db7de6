//! Institutions as the index and the read model see them.

use std::sync::Arc;

use kernel::{
    markdown::to_summary,
    page::path_name,
    scope::Scope,
    search::{Entry, Source, Told},
    tenancy::LatLon,
};
use sea_orm::ActiveEnum as _;
use search_index::{Document, GeoPoint, Place, PlaceKind, Text};

use crate::{ENTITY, institution::Model, service};

/// What institutions are called in the index.
pub const KIND: &str = "institution";
/// Characters of a summary.
const SUMMARY: usize = 180;
/// The weight of a moment in the day at which something closes: midnight.
const MIDNIGHT: chrono::NaiveTime = chrono::NaiveTime::MIN;

/// What this module contributes to search.
pub const SOURCE: Source = Source {
    entity: ENTITY,
    ids: |scope| Box::pin(service::ids(scope)),
    load: |scope, ids| {
        Box::pin(async move {
            let rows = service::rows(scope, ids).await?;
            let entry = |row: Model| Entry {
                id: row.id.0,
                document: Some(document(scope, &row)),
                places: places(&row),
                told: Some(told(scope, &row)),
                card: Arc::new(row),
            };
            Ok(rows.into_iter().map(entry).collect())
        })
    },
    dependents: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
};

/// What its followers are told of it.
fn told(scope: &Scope, row: &Model) -> Told {
    let told = Told {
        title: row.name.clone(),
        path: format!("/placowki/{}/{}", row.id.global(), path_name(&row.name)),
        owners: vec![row.id.0],
        ..Told::default()
    };
    let summary = row.description.as_deref().map(|text| to_summary(text, SUMMARY)).filter(|text| !text.is_empty());
    told.with("place", row.street_line()).with("summary", summary).with("is_on", Some(!row.is_closed(scope.today())))
}

/// An institution and its street.
fn places(row: &Model) -> Vec<Place> {
    let Some(LatLon { lat, lon }) = row.location() else { return Vec::new() };
    let points = vec![GeoPoint { lat, lon }];
    let itself = Place { name: row.name.clone(), kind: PlaceKind::Institution, id: Some(row.id.global()), points };
    let street =
        row.street.clone().map(|name| Place { name, kind: PlaceKind::Street, id: None, points: itself.points.clone() });
    std::iter::once(itself).chain(street).collect()
}

fn document(scope: &Scope, row: &Model) -> Document {
    let area = &scope.tenant.area;
    let district = row.district.as_deref().and_then(|id| area.district(id));
    let mut terms = vec![("kind", row.kind.to_value())];
    terms.extend(row.sector.map(|sector| ("sector", sector.to_value())));
    terms.extend(row.district.clone().map(|district| ("district", district)));
    terms.extend(row.founder_kind.as_deref().map(|kind| ("founder", search_index::fold(kind))));
    terms.extend(row.founder.as_deref().map(|name| ("founder", search_index::fold(name))));
    let words =
        [&row.type_name, &row.specificity, &row.founder, &row.occupations, &row.sports_grounds, &row.description];
    let closed =
        row.closed_on.and_then(|day| day.and_time(MIDNIGHT).and_local_timezone(scope.tenant.time_zone).earliest());
    Document {
        id: row.id.0,
        kind: KIND,
        text: Text {
            title: row.name.clone(),
            names: row.short_name.clone().unwrap_or_default(),
            place: [district.map(|district| district.name.clone()), row.street_line(), row.city.clone()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n"),
            body: words
                .into_iter()
                .flatten()
                .map(String::as_str)
                .chain(row.languages.iter().map(String::as_str))
                .collect::<Vec<_>>()
                .join("\n"),
        },
        terms,
        location: row.location().map(|LatLon { lat, lon }| GeoPoint { lat, lon }),
        created: row.created_at.timestamp(),
        confirmed: row.updated_at.timestamp(),
        until: closed.map(|moment| moment.timestamp()),
        ..Document::default()
    }
}
