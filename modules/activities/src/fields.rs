//! Activities as texts by column: as files bring them, people write them, proposals carry them and history tells them.
//!
//! A value's notation is that of the CSV contract. What [`of`] writes, [`read`] reads back as the same row.

mod kind;
mod notation;

use std::collections::HashMap;

use directory::{
    InstitutionId, PriceUnit,
    fields::{
        Reader, Values,
        notation::{End, write_age, write_moment},
    },
};
use kernel::{
    history::Fields,
    refusal::Problem,
    tenancy::{LatLon, Precision, Tenant},
};
use sea_orm::ActiveEnum as _;

use crate::activity::{Model, Slot};
pub use kind::FieldKind;
use notation::{read_slot, write_slot};

/// The columns that tell an activity, in the order in which people are asked for them.
pub const COLUMNS: [&str; 30] = [
    "title",
    "description",
    "interests",
    "institution",
    "provider",
    "min_age",
    "max_age",
    "slots",
    "from",
    "until",
    "price",
    "price_unit",
    "capacity",
    "places_left",
    "street",
    "building",
    "postal_code",
    "city",
    "lat",
    "lon",
    "district",
    "languages",
    "accessibility",
    "online",
    "enrolment_url",
    "enrolment_opens",
    "enrolment_closes",
    "email",
    "phone",
    "tags",
];

/// An activity that was understood, but for what its institution stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The row, without an id, a source and an institution. It is located only if its coordinates are given.
    pub row: Model,
    /// How the institution is named: by register number, our id or its id in the file that brought it.
    pub institution: Option<String>,
}

impl Draft {
    /// The row with its institution, looked up in what the references stand for.
    pub fn resolved(self, known: &HashMap<String, InstitutionId>) -> Result<Model, Problem<FieldKind>> {
        let Self { mut row, institution } = self;
        if let Some(reference) = institution {
            let Some(id) = known.get(&reference) else {
                return Err(Problem::at(FieldKind::InstitutionUnknown, "institution").with("value", reference));
            };
            row.institution_id = Some(*id);
        }
        Ok(row)
    }
}

/// Reads an activity, or tells all that is wrong with it.
pub fn read(tenant: &Tenant, values: &dyn Values) -> Result<Draft, Vec<Problem<FieldKind>>> {
    let (draft, problems) = understood(tenant, values);
    if problems.is_empty() { Ok(draft) } else { Err(problems) }
}

/// As much of an activity as can be understood, and what cannot.
pub(crate) fn understood(tenant: &Tenant, values: &dyn Values) -> (Draft, Vec<Problem<FieldKind>>) {
    let mut reader: Reader<'_, FieldKind> = Reader::new(values);
    let title = reader.required("title");
    let description = reader.owned("description").unwrap_or_default();
    let interests = reader.interests();
    let institution = reader.owned("institution");
    let provider = reader.owned("provider");
    if institution.is_none() && provider.is_none() {
        reader.refuse(FieldKind::ProviderMissing, "provider");
    }
    let (min_months, max_months) = reader.ages();
    let slots = slots(&mut reader);
    let (starts_on, ends_on) = (reader.date("from"), reader.date("until"));
    reader.in_order(FieldKind::DatesReversed, "until", starts_on, ends_on);
    let price_minor = reader.price("price");
    let price_unit = reader.parsed("price_unit", FieldKind::PriceUnitExpected, PriceUnit::parse);
    let (capacity, places_left) = (reader.count("capacity"), reader.count("places_left"));
    reader.in_order(FieldKind::TooManyPlacesLeft, "places_left", places_left, capacity);
    let mut row = Model {
        title,
        description,
        provider,
        interests: interests.into(),
        min_months,
        max_months,
        slots: slots.into(),
        starts_on,
        ends_on,
        price_minor,
        price_unit,
        capacity,
        places_left,
        street: reader.owned("street"),
        building: reader.owned("building"),
        postal_code: reader.owned("postal_code"),
        city: reader.owned("city"),
        ..Model::default()
    };
    if let Some(LatLon { lat, lon }) = reader.point() {
        (row.lat, row.lon) = (Some(lat), Some(lon));
        row.precision = Some(Precision::Exact.as_str().to_owned());
    }
    row.district = reader.district(tenant, "district");
    row.languages = reader.languages().into();
    row.accessibility = reader.accessibility().into();
    row.online = reader.yes_no("online");
    row.enrolment_url = reader.link("enrolment_url");
    row.enrolment_opens_at = reader.moment(tenant.time_zone, "enrolment_opens", End::First);
    row.enrolment_closes_at = reader.moment(tenant.time_zone, "enrolment_closes", End::Last);
    let (opens, closes) = (row.enrolment_opens_at, row.enrolment_closes_at);
    reader.in_order(FieldKind::EnrolmentReversed, "enrolment_closes", opens, closes);
    row.email = reader.email("email");
    row.phone = reader.owned("phone");
    row.tags = reader.tags().into();
    (Draft { row, institution }, reader.problems())
}

fn slots(reader: &mut Reader<'_, FieldKind>) -> Vec<Slot> {
    let mut slots = Vec::new();
    for text in reader.list("slots") {
        match read_slot(text) {
            None => reader.refuse_value(FieldKind::SlotExpected, "slots", text),
            Some(slot) if slot.starts >= slot.ends => reader.refuse_value(FieldKind::SlotReversed, "slots", text),
            Some(slot) => slots.push(slot),
        }
    }
    slots.sort_unstable();
    slots.dedup();
    slots
}

/// An activity as texts by column. Its institution is named by our id. A location is told only where it is the
/// building's own.
pub fn of(tenant: &Tenant, row: &Model) -> Fields {
    let mut fields = Fields::new();
    let mut put = |column: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.insert(column.to_owned(), value);
        }
    };
    put("title", Some(row.title.clone()));
    put("description", Some(row.description.clone()));
    put("interests", Some(row.interests.0.join("|")));
    put("institution", row.institution_id.map(InstitutionId::global));
    put("provider", row.provider.clone());
    put("min_age", row.min_months.map(|months| write_age(months, End::First)));
    put("max_age", row.max_months.map(|months| write_age(months, End::Last)));
    put("slots", Some(row.slots.iter().copied().map(write_slot).collect::<Vec<_>>().join("|")));
    put("from", row.starts_on.map(|day| day.to_string()));
    put("until", row.ends_on.map(|day| day.to_string()));
    put("price", row.price_minor.map(|minor| kernel::graphql::scalars::Decimal(minor).to_string()));
    put("price_unit", row.price_unit.map(|unit| unit.to_value().to_ascii_lowercase()));
    put("capacity", row.capacity.map(|count| count.to_string()));
    put("places_left", row.places_left.map(|count| count.to_string()));
    put("street", row.street.clone());
    put("building", row.building.clone());
    put("postal_code", row.postal_code.clone());
    put("city", row.city.clone());
    let is_exact = row.precision.as_deref() == Some(Precision::Exact.as_str());
    put("lat", row.lat.filter(|_| is_exact).map(|degrees| degrees.to_string()));
    put("lon", row.lon.filter(|_| is_exact).map(|degrees| degrees.to_string()));
    put("district", row.district.clone());
    put("languages", Some(row.languages.0.join("|")));
    put("accessibility", Some(row.accessibility.0.join("|")));
    put("online", row.online.then(|| "yes".to_owned()));
    put("enrolment_url", row.enrolment_url.clone());
    let moment = |at, end| write_moment(tenant.time_zone, at, end);
    put("enrolment_opens", row.enrolment_opens_at.map(|at| moment(at, End::First)));
    put("enrolment_closes", row.enrolment_closes_at.map(|at| moment(at, End::Last)));
    put("email", row.email.clone());
    put("phone", row.phone.clone());
    put("tags", Some(row.tags.0.join("|")));
    fields
}

#[cfg(test)]
mod tests;
