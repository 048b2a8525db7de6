//! Advice as texts by column: as forms and partners' systems write it, proposals carry it and history tells it.
//!
//! What [`of`] writes, [`read`] reads back as the same row.

use directory::{
    InstitutionId,
    fields::{
        AUDIENCES, FieldKind, Reader, Values,
        notation::{End, write_age},
    },
};
use kernel::{entry::Wrong, history::Fields, refusal::Problem};
use media::fields::{Shown, told_files, told_pictures};
use sea_orm::Iterable as _;

use super::{Model, Season, Topic};

/// The columns that tell advice, in the order in which people are asked for them.
pub const COLUMNS: [&str; 16] = [
    "title",
    "lead",
    "description",
    "topic",
    "seasons",
    "audience",
    "min_age",
    "max_age",
    "institution",
    "provider",
    "website",
    "email",
    "phone",
    "pictures",
    "files",
    "tags",
];

/// Advice that was understood, but for what its institution stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The row, without an id and an institution.
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

/// Reads advice, or tells all that is wrong with it.
pub fn read(values: &dyn Values) -> Result<Draft, Vec<Problem<Wrong>>> {
    let (draft, problems) = understood(values);
    if problems.is_empty() { Ok(draft) } else { Err(problems) }
}

/// As much of a piece of advice as can be understood, and what cannot.
pub(crate) fn understood(values: &dyn Values) -> (Draft, Vec<Problem<Wrong>>) {
    let mut reader: Reader<'_, Wrong> = Reader::new(values);
    let title = one_line(&reader.required("title"));
    let lead = reader.owned("lead").map(|lead| one_line(&lead));
    let description = reader.required("description");
    let topics: Vec<String> = Topic::iter().map(Topic::name).collect();
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    if reader.text("topic").is_none() {
        reader.refuse(FieldKind::Missing, "topic");
    }
    let topic = reader.choice("topic", &topics).and_then(|name| Topic::parse(&name)).unwrap_or_default();
    let seasons: Vec<String> = Season::iter().map(Season::name).collect();
    let seasons: Vec<&str> = seasons.iter().map(String::as_str).collect();
    let seasons = reader.choices("seasons", &seasons).into();
    let audience = reader.choices("audience", &AUDIENCES).into();
    let (min_months, max_months) = reader.ages();
    let institution = reader.owned("institution");
    let provider = reader.owned("provider");
    let website = reader.link("website");
    let email = reader.email("email");
    let phone = reader.owned("phone");
    let (shown, problems) = media::fields::read(&reader.list("pictures"), &reader.list("files"));
    for problem in problems {
        reader.note(problem);
    }
    let row = Model {
        title,
        lead,
        description,
        topic,
        seasons,
        audience,
        min_months,
        max_months,
        provider,
        website,
        email,
        phone,
        pictures: shown.pictures.into(),
        files: shown.files.into(),
        tags: reader.tags().into(),
        ..Model::default()
    };
    (Draft { row, institution }, reader.problems())
}

/// Advice as texts by column. Its institution is named by our id.
pub fn of(row: &Model) -> Fields {
    let mut fields = Fields::new();
    let mut put = |column: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.insert(column.to_owned(), value);
        }
    };
    put("title", Some(row.title.clone()));
    put("lead", row.lead.clone());
    put("description", Some(row.description.clone()));
    put("topic", Some(row.topic.name()));
    put("seasons", Some(row.seasons.0.join("|")));
    put("audience", Some(row.audience.0.join("|")));
    put("min_age", row.min_months.map(|months| write_age(months, End::First)));
    put("max_age", row.max_months.map(|months| write_age(months, End::Last)));
    put("institution", row.institution_id.map(InstitutionId::global));
    put("provider", row.provider.clone());
    put("website", row.website.clone());
    put("email", row.email.clone());
    put("phone", row.phone.clone());
    put("pictures", Some(told_pictures(&row.pictures.0)));
    put("files", Some(told_files(&row.files.0)));
    put("tags", Some(row.tags.0.join("|")));
    fields
}

/// What advice shows.
pub(crate) fn shown(row: &Model) -> Shown {
    Shown { pictures: row.pictures.0.clone(), files: row.files.0.clone() }
}

/// Titles and leads are plain text on one line, however they were pasted.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use kernel::refusal::Kind as _;
    use media::PictureId;
    use uuid::Uuid;

    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(column, value)| ((*column).to_owned(), (*value).to_owned())).collect()
    }

    fn wrong(pairs: &[(&str, &str)]) -> Vec<(String, &'static str)> {
        let (_, problems) = understood(&fields(pairs));
        let told = problems.into_iter().map(|problem| (problem.field.unwrap().into_owned(), problem.kind.key()));
        told.collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let picture = PictureId(Uuid::from_u128(7)).global();
        let written = fields(&[
            ("title", "  Lód:\nnie wchodź "),
            ("lead", "Lód bywa\r\ncienki."),
            ("description", "Nie **wchodź**.\r\n\r\nDzwoń 112."),
            ("topic", "WATER_ICE"),
            ("seasons", "winter|Holidays|winter"),
            ("audience", "pupils|parents"),
            ("min_age", "7"),
            ("max_age", "12"),
            ("provider", "WOPR"),
            ("website", "https://example.org/lod"),
            ("email", "wopr@example.org"),
            ("phone", "601 100 100"),
            ("pictures", &picture),
            ("tags", "jezioro"),
        ]);
        let row = read(&written).unwrap().row;
        assert_eq!((row.topic, row.min_months, row.max_months), (Topic::WaterIce, Some(84), Some(155)));
        let told = of(&row);
        assert_eq!(told["title"], "Lód: nie wchodź");
        assert_eq!(told["seasons"], "winter|holidays");
        assert_eq!(told["description"], "Nie **wchodź**.\n\nDzwoń 112.");
        assert_eq!(read(&told).unwrap().row, row);
        assert_eq!(of(&read(&told).unwrap().row), told);
        assert!(told.keys().all(|column| COLUMNS.contains(&column.as_str())));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let told = wrong(&[
            ("lead", &"ż".repeat(301)),
            ("topic", "gossip"),
            ("seasons", "winter|monsoon"),
            ("audience", "cats"),
            ("min_age", "12"),
            ("max_age", "7"),
            ("website", "javascript:x"),
            ("email", "x"),
            ("pictures", "pic_x"),
            ("files", "a"),
            ("tags", &"a".repeat(51)),
        ]);
        let fields: Vec<&str> = told.iter().map(|(field, _)| field.as_str()).collect();
        let expected = [
            "title",
            "lead",
            "description",
            "topic",
            "seasons",
            "audience",
            "maxAge",
            "website",
            "email",
            "pictures",
            "files",
            "tags",
        ];
        assert_eq!(fields, expected);
        assert_eq!(wrong(&[("title", "a"), ("description", "b")]), [("topic".to_owned(), "refusal-field-missing")]);
        assert_eq!(wrong(&[("title", &"a".repeat(5_000_000)), ("description", "b"), ("topic", "road")]).len(), 1);
    }
}
