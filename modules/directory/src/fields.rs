//! Institutions as texts by column: as files bring them, people write them, proposals carry them and history tells them.
//!
//! A value's notation is that of the files: lists between bars, decimal points, kinds by their names in the schema.
//! What [`of`] writes, [`read`] reads back as the same row.

mod kind;
pub mod notation;
mod reader;
mod shared;

use kernel::{
    history::Fields,
    refusal::Problem,
    tenancy::{LatLon, Precision, Tenant},
};
use sea_orm::ActiveEnum as _;

use crate::institution::{Kind, Model, Sector};

pub use kind::FieldKind;
pub use reader::{Reader, Values, column_name, field_name};
pub use shared::{ACCESSIBILITY, AUDIENCES};

/// The columns that tell an institution, in the order in which people are asked for them.
pub const COLUMNS: [&str; 18] = [
    "name",
    "short_name",
    "kind",
    "sector",
    "founder",
    "description",
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

/// Reads an institution. What the columns do not tell (its id, where it came from, what only the register says) is as in
/// a row without values. It is located only if its coordinates are given: see [`crate::service::place`].
pub fn read(tenant: &Tenant, values: &dyn Values) -> Result<Model, Vec<Problem<FieldKind>>> {
    let (row, problems) = understood(tenant, values);
    if problems.is_empty() { Ok(row) } else { Err(problems) }
}

/// As much of an institution as can be understood, and what cannot.
pub(crate) fn understood(tenant: &Tenant, values: &dyn Values) -> (Model, Vec<Problem<FieldKind>>) {
    let mut reader: Reader<'_, FieldKind> = Reader::new(values);
    let name = reader.required("name");
    let short_name = reader.owned("short_name");
    let is_kind_given = reader.text("kind").is_some();
    let kind = reader.parsed("kind", FieldKind::KindExpected, |text| Kind::parse(&text.to_ascii_uppercase()));
    if !is_kind_given {
        reader.refuse(FieldKind::Missing, "kind");
    }
    let mut row = Model {
        name,
        short_name,
        kind: kind.unwrap_or_default(),
        sector: reader.parsed("sector", FieldKind::SectorExpected, |text| Sector::parse(&text.to_ascii_uppercase())),
        founder: reader.owned("founder"),
        description: reader.owned("description"),
        street: reader.owned("street"),
        building: reader.owned("building"),
        postal_code: reader.owned("postal_code"),
        city: reader.owned("city"),
        district: reader.district(tenant, "district"),
        phone: reader.owned("phone"),
        email: reader.parsed("email", FieldKind::EmailExpected, email_address),
        website: reader.parsed("website", FieldKind::LinkExpected, web_address),
        pupils: reader.count("pupils"),
        languages: reader.list("languages").into_iter().map(str::to_owned).collect(),
        ..Model::default()
    };
    if let Some(LatLon { lat, lon }) = reader.point() {
        (row.lat, row.lon) = (Some(lat), Some(lon));
        row.precision = Some(Precision::Exact.as_str().to_owned());
    }
    (row, reader.problems())
}

/// An institution as texts by column. A location is told only where it is the building's own.
pub fn of(row: &Model) -> Fields {
    let mut fields = Fields::new();
    let mut put = |column: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.insert(column.to_owned(), value);
        }
    };
    put("name", Some(row.name.clone()));
    put("short_name", row.short_name.clone());
    put("kind", Some(row.kind.to_value()));
    put("sector", row.sector.map(|sector| sector.to_value()));
    put("founder", row.founder.clone());
    put("description", row.description.clone());
    put("street", row.street.clone());
    put("building", row.building.clone());
    put("postal_code", row.postal_code.clone());
    put("city", row.city.clone());
    put("district", row.district.clone());
    let point = row.location().filter(|_| row.precision.as_deref() == Some(Precision::Exact.as_str()));
    put("lat", point.map(|point| point.lat.to_string()));
    put("lon", point.map(|point| point.lon.to_string()));
    put("phone", row.phone.clone());
    put("email", row.email.clone());
    put("website", row.website.clone());
    put("pupils", row.pupils.map(|pupils| pupils.to_string()));
    put("languages", Some(row.languages.0.join("|")));
    fields
}

/// A district of the city by its id or its name; the id.
pub fn district(tenant: &Tenant, text: &str) -> Option<String> {
    let districts = &tenant.area.districts;
    let by_id = districts.iter().find(|district| district.id == text);
    let found = by_id.or_else(|| {
        let folded = search_index::fold(text);
        districts.iter().find(|district| search_index::fold(&district.name) == folded)
    });
    found.map(|district| district.id.clone())
}

/// An `http` or `https` address.
pub fn web_address(text: &str) -> Option<String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    (!host.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"')))
        .then(|| text.to_owned())
}

/// An e-mail address, and nothing but it.
pub fn email_address(text: &str) -> Option<String> {
    let plain =
        !text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ',' | ';' | '?' | '&' | '%'));
    let (local, domain) = text.split_once('@')?;
    (plain && !local.is_empty() && domain.contains('.') && !domain.contains('@')).then(|| text.to_owned())
}

#[cfg(test)]
mod tests;
