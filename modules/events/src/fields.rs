//! Events as texts by column: as people write them, proposals carry them and history tells them.
//!
//! A value's notation is that of the CSV contract. What [`of`] writes, [`read`] reads back as the same row.

mod dates;

use std::collections::HashMap;

use directory::{
    InstitutionId,
    fields::{
        AUDIENCES, FieldKind, Reader, Values,
        notation::{End, write_age, write_moment},
    },
};
use kernel::{
    entry::Wrong,
    graphql::scalars::Decimal,
    history::Fields,
    refusal::Problem,
    tenancy::{LatLon, Precision, Tenant},
};
use media::fields::{Shown, told_files, told_pictures};
use sea_orm::ActiveEnum as _;

use crate::{
    event::{LEVELS, Model, SignUpMode},
    refusal::EventKind,
};
use dates::{Times, write_end, write_start};

/// The columns that tell an event, in the order in which people are asked for them.
pub const COLUMNS: [&str; 39] = [
    "title",
    "description",
    "interests",
    "institution",
    "provider",
    "starts",
    "ends",
    "all_day",
    "recurrence",
    "exceptions",
    "moved",
    "audience",
    "levels",
    "min_age",
    "max_age",
    "venue",
    "street",
    "building",
    "postal_code",
    "city",
    "lat",
    "lon",
    "district",
    "online",
    "online_url",
    "price",
    "sign_up",
    "capacity",
    "waiting_list",
    "enrolment_url",
    "enrolment_opens",
    "enrolment_closes",
    "languages",
    "accessibility",
    "email",
    "phone",
    "tags",
    "pictures",
    "files",
];

/// An event that was understood, but for what its institution stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The row, without an id, a source and an institution. It is located only if its coordinates are given.
    pub row: Model,
    /// How the institution is named: by register number, our id or its id in the file that brought it.
    pub institution: Option<String>,
}

impl Draft {
    /// The row with its institution, looked up in what the references stand for.
    pub fn resolved(self, known: &HashMap<String, InstitutionId>) -> Result<Model, Problem<Wrong>> {
        let Self { mut row, institution } = self;
        if let Some(reference) = institution {
            let Some(id) = known.get(&reference) else {
                let problem = Problem::at(FieldKind::InstitutionUnknown.into(), "institution");
                return Err(problem.with("value", reference));
            };
            row.institution_id = Some(*id);
        }
        Ok(row)
    }

    /// What it shows.
    pub(crate) fn shown(&self) -> Shown {
        shown(&self.row)
    }
}

/// What an event shows.
pub(crate) fn shown(row: &Model) -> Shown {
    Shown { pictures: row.pictures.0.clone(), files: row.files.0.clone() }
}

/// Reads an event, or tells all that is wrong with it.
pub fn read(tenant: &Tenant, values: &dyn Values) -> Result<Draft, Vec<Problem<Wrong>>> {
    let (draft, problems) = understood(tenant, values);
    if problems.is_empty() { Ok(draft) } else { Err(problems) }
}

/// As much of an event as can be understood, and what cannot.
pub(crate) fn understood(tenant: &Tenant, values: &dyn Values) -> (Draft, Vec<Problem<Wrong>>) {
    let mut reader: Reader<'_, Wrong> = Reader::new(values);
    let title = reader.required("title").replace(['\n', '\t'], " ");
    let description = reader.owned("description").unwrap_or_default();
    let interests = reader.interests();
    let institution = reader.owned("institution");
    let provider = reader.owned("provider");
    if institution.is_none() && provider.is_none() {
        reader.refuse(FieldKind::ProviderMissing, "provider");
    }
    let Times { starts_at, ends_at, last_ends_at, all_day, recurrence, exceptions, moved } =
        dates::times(&mut reader, tenant.time_zone);
    let audience = reader.choices("audience", &AUDIENCES);
    let levels = reader.choices("levels", &LEVELS);
    let (min_months, max_months) = reader.ages();
    let mut row = Model {
        title,
        description,
        provider,
        interests: interests.into(),
        starts_at,
        ends_at,
        last_ends_at,
        all_day,
        recurrence,
        exceptions: exceptions.into(),
        moved: moved.into(),
        audience: audience.into(),
        levels: levels.into(),
        min_months,
        max_months,
        venue: reader.owned("venue"),
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
    let online = reader.yes_no("online");
    row.online_url = reader.link("online_url");
    row.online = online || row.online_url.is_some();
    row.price_minor = reader.price("price");
    read_sign_up(&mut reader, tenant, &mut row);
    row.languages = reader.languages().into();
    row.accessibility = reader.accessibility().into();
    row.email = reader.email("email");
    row.phone = reader.owned("phone");
    row.tags = reader.tags().into();
    let (pictures, files) = (reader.list("pictures"), reader.list("files"));
    let (shown, unknown) = media::fields::read::<media::fields::FieldKind>(&pictures, &files);
    (row.pictures, row.files) = (shown.pictures.into(), shown.files.into());
    let mut problems = reader.problems();
    problems.extend(unknown.into_iter().map(Wrong::of));
    (Draft { row, institution }, problems)
}

/// Whether and how one signs up. Who gives a link and says nothing else means that one signs up there.
fn read_sign_up(reader: &mut Reader<'_, Wrong>, tenant: &Tenant, row: &mut Model) {
    let modes = [SignUpMode::None, SignUpMode::Event, SignUpMode::Date, SignUpMode::Link].map(told_mode);
    let names: Vec<&str> = modes.iter().map(String::as_str).collect();
    let mode = reader.choice("sign_up", &names).and_then(|name| SignUpMode::parse(&name));
    row.capacity = reader.count("capacity");
    if row.capacity == Some(0) {
        reader.refuse(EventKind::CapacityZero, "capacity");
    }
    row.waiting_list = reader.yes_no("waiting_list");
    let has_link = reader.has_text("enrolment_url");
    row.enrolment_url = reader.link("enrolment_url");
    row.sign_up = mode.unwrap_or(if has_link { SignUpMode::Link } else { SignUpMode::None });
    if row.sign_up == SignUpMode::Link && !has_link {
        reader.refuse(EventKind::SignUpLinkMissing, "enrolment_url");
    }
    row.enrolment_opens_at = reader.moment(tenant.time_zone, "enrolment_opens", End::First);
    row.enrolment_closes_at = reader.moment(tenant.time_zone, "enrolment_closes", End::Last);
    let (opens, closes) = (row.enrolment_opens_at, row.enrolment_closes_at);
    reader.in_order(FieldKind::EnrolmentReversed, "enrolment_closes", opens, closes);
}

fn told_mode(mode: SignUpMode) -> String {
    mode.to_value().to_ascii_lowercase()
}

/// An event as texts by column. Its institution is named by our id. A location is told only where it is the building's
/// own.
pub fn of(tenant: &Tenant, row: &Model) -> Fields {
    let mut fields = Fields::new();
    let mut put = |column: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.insert(column.to_owned(), value);
        }
    };
    let zone = tenant.time_zone;
    let start = |at| write_start(zone, at, row.all_day);
    let list = |values: &[String]| Some(values.join("|"));
    put("title", Some(row.title.clone()));
    put("description", Some(row.description.clone()));
    put("interests", list(&row.interests.0));
    put("institution", row.institution_id.map(InstitutionId::global));
    put("provider", row.provider.clone());
    put("starts", Some(start(row.starts_at)));
    put("ends", Some(write_end(zone, row.ends_at, row.all_day)));
    put("all_day", row.all_day.then(|| "yes".to_owned()));
    put("recurrence", row.recurrence.clone());
    put("exceptions", Some(row.exceptions.iter().map(|at| start(*at)).collect::<Vec<_>>().join("|")));
    let moved = row.moved.iter().map(|moved| {
        let ends = moved.ends.map(|at| format!("/{}", write_end(zone, at, row.all_day))).unwrap_or_default();
        format!("{}>{}{ends}", start(moved.original), start(moved.starts))
    });
    put("moved", Some(moved.collect::<Vec<_>>().join("|")));
    put("audience", list(&row.audience.0));
    put("levels", list(&row.levels.0));
    put("min_age", row.min_months.map(|months| write_age(months, End::First)));
    put("max_age", row.max_months.map(|months| write_age(months, End::Last)));
    put("venue", row.venue.clone());
    put("street", row.street.clone());
    put("building", row.building.clone());
    put("postal_code", row.postal_code.clone());
    put("city", row.city.clone());
    let is_exact = row.precision.as_deref() == Some(Precision::Exact.as_str());
    put("lat", row.lat.filter(|_| is_exact).map(|degrees| degrees.to_string()));
    put("lon", row.lon.filter(|_| is_exact).map(|degrees| degrees.to_string()));
    put("district", row.district.clone());
    put("online", row.online.then(|| "yes".to_owned()));
    put("online_url", row.online_url.clone());
    put("price", row.price_minor.map(|minor| Decimal(minor).to_string()));
    let is_plain = row.sign_up == SignUpMode::None && row.enrolment_url.is_none();
    put("sign_up", (!is_plain).then(|| told_mode(row.sign_up)));
    put("capacity", row.capacity.map(|count| count.to_string()));
    put("waiting_list", row.waiting_list.then(|| "yes".to_owned()));
    put("enrolment_url", row.enrolment_url.clone());
    put("enrolment_opens", row.enrolment_opens_at.map(|at| write_moment(zone, at, End::First)));
    put("enrolment_closes", row.enrolment_closes_at.map(|at| write_moment(zone, at, End::Last)));
    put("languages", list(&row.languages.0));
    put("accessibility", list(&row.accessibility.0));
    put("email", row.email.clone());
    put("phone", row.phone.clone());
    put("tags", list(&row.tags.0));
    put("pictures", Some(told_pictures(&row.pictures.0)));
    put("files", Some(told_files(&row.files.0)));
    fields
}

#[cfg(test)]
mod tests;
