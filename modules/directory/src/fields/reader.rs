//! Reads texts by column, and collects what is wrong with them.

use std::borrow::Cow;

use kernel::{
    history::Fields,
    refusal::{Kind, Problem},
    tenancy::{LatLon, Tenant},
};

use super::FieldKind;

/// The most characters of a column, where it is not [`SHORT`].
const LENGTHS: [(&str, usize); 16] = [
    ("title", 300),
    ("description", 20_000),
    ("interests", 2_000),
    ("slots", 5_000),
    ("exceptions", 20_000),
    ("moved", 20_000),
    ("pictures", 2_000),
    ("files", 2_000),
    ("languages", 2_000),
    ("accessibility", 2_000),
    ("tags", 2_000),
    ("enrolment_url", 2_000),
    ("online_url", 2_000),
    ("source_url", 2_000),
    ("lead", 300),
    ("website", 2_000),
];
/// The most characters of any other column.
const SHORT: usize = 500;
/// What no column finds too long, in bytes.
const SHORTEST: usize = 200;

/// Texts by column.
pub trait Values {
    /// A column's text; nothing if the column is empty or missing.
    fn value(&self, column: &str) -> Option<&str>;
}

impl Values for Fields {
    fn value(&self, column: &str) -> Option<&str> {
        self.get(column).map(String::as_str)
    }
}

/// Reads the columns of one row; `K` are the kinds of refusal of the entity's module.
pub struct Reader<'a, K> {
    values: &'a dyn Values,
    problems: Vec<Problem<K>>,
}

impl<K> std::fmt::Debug for Reader<'_, K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

impl<'a, K: Kind + From<FieldKind>> Reader<'a, K> {
    /// A reader of these values.
    pub fn new(values: &'a dyn Values) -> Self {
        Self { values, problems: Vec::new() }
    }

    /// All that was found wrong, in the order in which it was read.
    pub fn problems(self) -> Vec<Problem<K>> {
        self.problems
    }

    /// Notes that a column is wrong.
    pub fn refuse(&mut self, kind: impl Into<K>, column: &'static str) {
        self.note(Problem::at(kind.into(), field_name(column)));
    }

    /// Notes that a column is wrong because of this value in it, which the message can quote.
    pub fn refuse_value(&mut self, kind: impl Into<K>, column: &'static str, value: &str) {
        self.note(Problem::at(kind.into(), field_name(column)).with("value", shortened(value)));
    }

    /// Notes something that is wrong.
    pub fn note(&mut self, problem: Problem<K>) {
        self.problems.push(problem);
    }

    /// Whether there is anything in a column.
    pub fn has_text(&self, column: &'static str) -> bool {
        self.values.value(column).is_some_and(|text| !text.trim().is_empty())
    }

    /// A column's text without the spaces around it; nothing if it is empty, missing or no text.
    pub fn text(&mut self, column: &'static str) -> Option<&'a str> {
        let text = self.values.value(column)?.trim();
        if text.is_empty() {
            return None;
        }
        let most = if text.len() > SHORTEST { most(column) } else { SHORTEST };
        if text.len() > most && text.chars().count() > most {
            let most = u32::try_from(most).unwrap_or(u32::MAX);
            self.note(Problem::at(FieldKind::TooLong.into(), field_name(column)).with("most", most));
            return None;
        }
        // Feeds are XML, which cannot carry the last two at all.
        let is_bad =
            |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
        if let Some(c) = text.chars().find(is_bad) {
            let character = format!("U+{:04X}", u32::from(c));
            self.note(Problem::at(FieldKind::BadCharacter.into(), field_name(column)).with("character", character));
            return None;
        }
        Some(text)
    }

    /// A column's text to keep. Line breaks are `\n`, whatever browsers and spreadsheets make of them.
    pub fn owned(&mut self, column: &'static str) -> Option<String> {
        let text = self.text(column)?;
        Some(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() })
    }

    /// A column's text to keep, which must not be empty.
    pub fn required(&mut self, column: &'static str) -> String {
        let before = self.problems.len();
        let text = self.owned(column);
        if text.is_none() && self.problems.len() == before {
            self.refuse(FieldKind::Missing, column);
        }
        text.unwrap_or_default()
    }

    /// A column's value as `parse` reads it; `kind` is what is wrong if it cannot.
    pub fn parsed<T>(
        &mut self,
        column: &'static str,
        kind: impl Into<K>,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(column)?;
        let value = parse(text);
        if value.is_none() {
            self.refuse_value(kind, column, text);
        }
        value
    }

    /// A column's values between bars, without repetitions.
    pub fn list(&mut self, column: &'static str) -> Vec<&'a str> {
        let mut list: Vec<&str> = Vec::new();
        for part in self.text(column).into_iter().flat_map(|text| text.split('|')).map(str::trim) {
            if !part.is_empty() && !list.contains(&part) {
                list.push(part);
            }
        }
        list
    }

    /// A whole number, 0 or more.
    pub fn count(&mut self, column: &'static str) -> Option<i32> {
        self.parsed(column, FieldKind::CountExpected, |text| text.parse().ok().filter(|count| *count >= 0))
    }

    /// A district by its id or its name; the id.
    pub fn district(&mut self, tenant: &Tenant, column: &'static str) -> Option<String> {
        self.parsed(column, FieldKind::DistrictUnknown, |text| super::district(tenant, text))
    }

    /// Columns `lat` and `lon`, both or neither.
    pub fn point(&mut self) -> Option<LatLon> {
        let before = self.problems.len();
        let (lat, lon) = (self.degrees("lat", 90), self.degrees("lon", 180));
        if self.problems.len() == before {
            match (lat, lon) {
                (Some(_), None) => self.refuse(FieldKind::LongitudeMissing, "lon"),
                (None, Some(_)) => self.refuse(FieldKind::LatitudeMissing, "lat"),
                _ => {}
            }
        }
        LatLon::new(lat?, lon?)
    }

    fn degrees(&mut self, column: &'static str, most: u32) -> Option<f64> {
        let text = self.text(column)?;
        let limit = f64::from(most);
        let degrees = text.replace(',', ".").parse().ok().filter(|degrees| (-limit..=limit).contains(degrees));
        if degrees.is_none() {
            let problem = Problem::at(FieldKind::DegreesExpected.into(), field_name(column));
            self.note(problem.with("value", shortened(text)).with("most", most));
        }
        degrees
    }
}

fn most(column: &str) -> usize {
    LENGTHS.iter().find(|(name, _)| *name == column).map_or(SHORT, |(_, most)| *most)
}

/// A column's name as inputs of the schema have it: `min_age` is `minAge`.
pub fn field_name(column: &'static str) -> Cow<'static, str> {
    if !column.contains('_') {
        return Cow::Borrowed(column);
    }
    let mut name = String::with_capacity(column.len());
    let mut is_first = false;
    for c in column.chars() {
        match c {
            '_' => is_first = true,
            c if is_first => {
                name.extend(c.to_uppercase());
                is_first = false;
            }
            c => name.push(c),
        }
    }
    Cow::Owned(name)
}

/// The column of an input's field: `minAge` is `min_age`.
pub fn column_name(field: &str) -> String {
    let mut name = String::with_capacity(field.len() + 4);
    for c in field.chars() {
        if c.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

/// The beginning of what somebody wrote, to quote it.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_fields_are_told_from_each_other() {
        for (column, field) in [("title", "title"), ("min_age", "minAge"), ("enrolment_closes", "enrolmentCloses")] {
            assert_eq!((&*field_name(column), column_name(field).as_str()), (field, column));
        }
    }

    #[test]
    fn texts_are_trimmed_checked_and_measured() {
        let values: Fields = [
            ("title", "  Ala\r\nma kota ".to_owned()),
            ("provider", "a\u{7}b".to_owned()),
            ("city", "ż".repeat(501)),
            ("street", "ż".repeat(500)),
            ("tags", "a| b ||a".to_owned()),
            ("phone", " ".to_owned()),
            ("lat", "52,5".to_owned()),
        ]
        .map(|(column, value)| (column.to_owned(), value))
        .into();
        let mut reader: Reader<'_, FieldKind> = Reader::new(&values);
        assert_eq!(reader.required("title"), "Ala\nma kota");
        assert_eq!((reader.text("provider"), reader.text("city"), reader.text("phone")), (None, None, None));
        assert!(reader.text("street").is_some());
        assert_eq!(reader.list("tags"), ["a", "b"]);
        assert_eq!(reader.point(), None);
        reader.required("phone");
        let problems = reader.problems();
        let kinds: Vec<_> = problems.iter().map(|problem| (problem.kind, problem.field.as_deref().unwrap())).collect();
        assert_eq!(
            kinds,
            [
                (FieldKind::BadCharacter, "provider"),
                (FieldKind::TooLong, "city"),
                (FieldKind::LongitudeMissing, "lon"),
                (FieldKind::Missing, "phone")
            ]
        );
    }
}
