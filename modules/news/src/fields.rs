//! Articles as texts by column: as forms and partners' systems write them, proposals carry them and history tells them.
//!
//! What [`of`] writes, [`read`] reads back as the same row.

use directory::{
    InstitutionId,
    fields::{
        AUDIENCES, FieldKind, Reader, Values,
        notation::{End, write_moment},
    },
};
use kernel::{
    entry::Wrong,
    history::Fields,
    kinds,
    refusal::{Kind as _, Problem},
    tenancy::Tenant,
};
use media::fields::{Shown, told_files, told_pictures};
use sea_orm::Iterable as _;

use crate::article::{Category, Model};

/// The columns that tell an article, in the order in which people are asked for them.
pub const COLUMNS: [&str; 16] = [
    "title",
    "lead",
    "description",
    "category",
    "institution",
    "provider",
    "audience",
    "interests",
    "district",
    "publish_at",
    "withdraw_at",
    "pinned_until",
    "source_url",
    "pictures",
    "files",
    "tags",
];

kinds! {
    /// What can be wrong with an article, besides what can be wrong with any entry.
    pub enum ArticleKind {
        /// It has neither a lead nor a text.
        TextMissing = ("refusal-article-text", "TEXT_MISSING"),
        /// It is withdrawn before it is published.
        WithdrawnFirst = ("refusal-article-withdrawn-first", "WITHDRAWN_FIRST"),
        /// It would be withdrawn at a moment that has passed.
        WithdrawnAlready = ("refusal-article-withdrawn-already", "WITHDRAWN_ALREADY"),
        /// It would stand first until a day that has passed.
        PinnedInPast = ("refusal-article-pinned", "PINNED_IN_PAST"),
    }
}

impl From<ArticleKind> for Wrong {
    fn from(kind: ArticleKind) -> Self {
        Self(kind.key())
    }
}

/// An article that was understood, but for what its institution stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The row, without an id, an institution, and what only moments and people decide.
    pub row: Model,
    /// How the institution is named: by our id or its register number.
    pub institution: Option<String>,
}

impl Draft {
    /// The row with its institution, if that is known; a problem if one is named that is not.
    pub fn resolved(self, institution: Option<InstitutionId>) -> Result<Model, Problem<Wrong>> {
        match (self.institution, institution) {
            (Some(reference), None) => {
                let unknown = Problem::at(FieldKind::InstitutionUnknown.into(), "institution");
                Err(unknown.with("value", reference))
            }
            (_, institution_id) => Ok(Model { institution_id, ..self.row }),
        }
    }
}

/// Reads an article, or tells all that is wrong with it.
pub fn read(tenant: &Tenant, values: &dyn Values) -> Result<Draft, Vec<Problem<Wrong>>> {
    let (draft, problems) = understood(tenant, values);
    if problems.is_empty() { Ok(draft) } else { Err(problems) }
}

/// As much of an article as can be understood, and what cannot.
pub(crate) fn understood(tenant: &Tenant, values: &dyn Values) -> (Draft, Vec<Problem<Wrong>>) {
    let mut reader: Reader<'_, Wrong> = Reader::new(values);
    let title = one_line(&reader.required("title"));
    let lead = reader.owned("lead").map(|lead| one_line(&lead));
    let description = reader.owned("description").unwrap_or_default();
    let is_empty = |column: &str| values.value(column).is_none_or(|text| text.trim().is_empty());
    if is_empty("lead") && is_empty("description") {
        reader.refuse(ArticleKind::TextMissing, "description");
    }
    let names: Vec<String> = Category::iter().map(Category::name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let category = reader.choice("category", &names).and_then(|name| Category::parse(&name)).unwrap_or_default();
    let institution = reader.owned("institution");
    let provider = reader.owned("provider");
    let audience = reader.choices("audience", &AUDIENCES).into();
    let interests = reader.interests().into();
    let district = reader.district(tenant, "district");
    let publish_at = reader.moment(tenant.time_zone, "publish_at", End::First);
    let withdraw_at = reader.moment(tenant.time_zone, "withdraw_at", End::Last);
    if publish_at.zip(withdraw_at).is_some_and(|(publish, withdraw)| withdraw <= publish) {
        reader.refuse(ArticleKind::WithdrawnFirst, "withdraw_at");
    }
    let pinned_until = reader.date("pinned_until");
    let source_url = reader.link("source_url");
    let (shown, problems) = media::fields::read(&reader.list("pictures"), &reader.list("files"));
    for problem in problems {
        reader.note(problem);
    }
    let row = Model {
        title,
        lead,
        description,
        category,
        provider,
        audience,
        interests,
        district,
        publish_at,
        withdraw_at,
        pinned_until,
        source_url,
        pictures: shown.pictures.into(),
        files: shown.files.into(),
        tags: reader.tags().into(),
        ..Model::default()
    };
    (Draft { row, institution }, reader.problems())
}

/// An article as texts by column. Its institution is named by our id.
pub fn of(tenant: &Tenant, row: &Model) -> Fields {
    let mut fields = Fields::new();
    let mut put = |column: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.insert(column.to_owned(), value);
        }
    };
    put("title", Some(row.title.clone()));
    put("lead", row.lead.clone());
    put("description", Some(row.description.clone()));
    put("category", Some(row.category.name()));
    put("institution", row.institution_id.map(InstitutionId::global));
    put("provider", row.provider.clone());
    put("audience", Some(row.audience.0.join("|")));
    put("interests", Some(row.interests.0.join("|")));
    put("district", row.district.clone());
    put("publish_at", row.publish_at.map(|at| write_moment(tenant.time_zone, at, End::First)));
    put("withdraw_at", row.withdraw_at.map(|at| write_moment(tenant.time_zone, at, End::Last)));
    put("pinned_until", row.pinned_until.map(|day| day.to_string()));
    put("source_url", row.source_url.clone());
    put("pictures", Some(told_pictures(&row.pictures.0)));
    put("files", Some(told_files(&row.files.0)));
    put("tags", Some(row.tags.0.join("|")));
    fields
}

/// What an article shows.
pub(crate) fn shown(row: &Model) -> Shown {
    Shown { pictures: row.pictures.0.clone(), files: row.files.0.clone() }
}

/// Titles and leads are plain text on one line, however they were pasted.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
