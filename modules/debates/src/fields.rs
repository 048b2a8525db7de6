//! Debates as texts by column: as people write them, proposals carry them and history tells them.
//!
//! A value's notation is that of the CSV contract. What [`of`] writes, [`understood`] reads back as the same row.

use chrono::{DateTime, Datelike as _, Utc};
use directory::fields::{
    FieldKind, Reader,
    notation::{End, write_moment},
};
use kernel::{entry::Wrong, history::Fields, kinds, refusal::Kind as _, refusal::Problem, tenancy::Tenant};
use media::fields::{Shown, told_files, told_pictures};

use crate::debate::Model;

/// The columns that tell a debate, in the order in which people are asked for them.
pub const COLUMNS: [&str; 16] = [
    "title",
    "description",
    "starts",
    "ends",
    "venue",
    "street",
    "building",
    "postal_code",
    "city",
    "online_url",
    "questions_open",
    "questions_close",
    "languages",
    "pictures",
    "files",
    "tags",
];
/// Years in which debates take place: anything else is a slip.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

kinds! {
    /// What can be wrong with a debate besides what can be wrong with any entry.
    pub enum DebateKind {
        /// Questions are taken until a moment before they are first taken.
        QuestionsReversed = ("refusal-field-questions-reversed", "QUESTIONS_REVERSED"),
        /// Questions are taken when it is over.
        QuestionsTooLate = ("refusal-field-questions-too-late", "QUESTIONS_TOO_LATE"),
    }
}

impl From<DebateKind> for Wrong {
    fn from(kind: DebateKind) -> Self {
        Self(kind.key())
    }
}

/// As much of a debate as can be understood, and what cannot.
pub(crate) fn understood(tenant: &Tenant, values: &Fields) -> (Model, Vec<Problem<Wrong>>) {
    let mut reader: Reader<'_, Wrong> = Reader::new(values);
    let title = reader.required("title").replace(['\n', '\t'], " ");
    let description = reader.owned("description").unwrap_or_default();
    let is_start_given = reader.text("starts").is_some();
    let starts_at = moment(&mut reader, tenant, "starts", End::First);
    if !is_start_given {
        reader.refuse(FieldKind::Missing, "starts");
    }
    let ends_at = moment(&mut reader, tenant, "ends", End::Last);
    if starts_at.zip(ends_at).is_some_and(|(starts, ends)| ends <= starts) {
        reader.refuse(FieldKind::DatesReversed, "ends");
    }
    let opens = moment(&mut reader, tenant, "questions_open", End::First);
    let closes = moment(&mut reader, tenant, "questions_close", End::Last);
    let languages = reader.languages();
    let tags = reader.tags();
    let (shown, problems) = media::fields::read(&reader.list("pictures"), &reader.list("files"));
    problems.into_iter().map(Wrong::of::<media::fields::FieldKind>).for_each(|problem| reader.note(problem));
    let row = Model {
        title,
        description,
        starts_at: starts_at.unwrap_or_default(),
        ends_at,
        questions_open_at: opens,
        questions_close_at: closes,
        venue: reader.owned("venue"),
        street: reader.owned("street"),
        building: reader.owned("building"),
        postal_code: reader.owned("postal_code"),
        city: reader.owned("city"),
        online_url: reader.link("online_url"),
        languages: languages.into(),
        tags: tags.into(),
        pictures: shown.pictures.into(),
        files: shown.files.into(),
        ..Model::default()
    };
    if starts_at.is_some() {
        reader.in_order(DebateKind::QuestionsReversed, "questions_close", opens, Some(row.closes_at()));
        reader.in_order(DebateKind::QuestionsTooLate, "questions_close", closes, Some(row.over_at()));
    }
    (row, reader.problems())
}

fn moment(reader: &mut Reader<'_, Wrong>, tenant: &Tenant, column: &'static str, end: End) -> Option<DateTime<Utc>> {
    let at = reader.moment(tenant.time_zone, column, end)?;
    if !YEARS.contains(&at.year()) {
        reader.refuse_value(FieldKind::MomentExpected, column, &at.date_naive().to_string());
        return None;
    }
    Some(at)
}

/// A debate as texts by column.
pub(crate) fn of(tenant: &Tenant, row: &Model) -> Fields {
    let mut fields = Fields::new();
    let mut put = |column: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.insert(column.to_owned(), value);
        }
    };
    let moment = |at: DateTime<Utc>, end: End| Some(write_moment(tenant.time_zone, at, end));
    put("title", Some(row.title.clone()));
    put("description", Some(row.description.clone()));
    put("starts", moment(row.starts_at, End::First));
    put("ends", row.ends_at.and_then(|at| moment(at, End::Last)));
    put("venue", row.venue.clone());
    put("street", row.street.clone());
    put("building", row.building.clone());
    put("postal_code", row.postal_code.clone());
    put("city", row.city.clone());
    put("online_url", row.online_url.clone());
    put("questions_open", row.questions_open_at.and_then(|at| moment(at, End::First)));
    put("questions_close", row.questions_close_at.and_then(|at| moment(at, End::Last)));
    put("languages", Some(row.languages.0.join("|")));
    put("tags", Some(row.tags.0.join("|")));
    put("pictures", Some(told_pictures(&row.pictures.0)));
    put("files", Some(told_files(&row.files.0)));
    fields
}

/// The pictures and files of a row.
pub(crate) fn shown(row: &Model) -> Shown {
    Shown { pictures: row.pictures.0.clone(), files: row.files.0.clone() }
}

#[cfg(test)]
mod tests;
