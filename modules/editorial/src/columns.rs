//! The fields of entries: columns of the files that entries can be imported from, and their names in the schema.

use std::borrow::Cow;

use kernel::{history::Fields, refusal::Problem};

use crate::{entries::EntryKind, refusal::Refusal};

/// The longest value of a field, in characters.
pub(crate) const MAX_VALUE: usize = 20_000;

/// The columns of a kind of entry that people can write, in the order of forms.
pub(crate) fn of(kind: EntryKind) -> &'static [&'static str] {
    kind.told().columns
}

/// A column's name in the schema. An institution's kind has one of its own, since a proposal has a kind, too.
pub(crate) fn name(column: &str) -> Cow<'_, str> {
    if column == "kind" {
        return "entryKind".into();
    }
    if !column.contains('_') {
        return column.into();
    }
    let mut words = column.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name.into()
}

/// What was typed, as an entry's fields: without spaces around it and without what was left empty. Columns that people
/// cannot write stay as they are in `kept`; those of another kind of entry are left out.
pub(crate) fn typed(kind: EntryKind, typed: Fields, kept: &Fields) -> Fields {
    let writable = of(kind);
    let mut fields: Fields = kept
        .iter()
        .filter(|(name, _)| !writable.contains(&name.as_str()))
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    let values = typed.into_iter().filter(|(name, _)| writable.contains(&name.as_str()));
    // Browsers send line breaks as CR LF (HTML, "constructing the entry list"); stored texts have LF.
    let values = values.map(|(name, value)| (name, value.replace("\r\n", "\n").trim().to_owned()));
    fields.extend(values.filter(|(_, value)| !value.is_empty()));
    fields
}

/// The fields whose values are too long to be anything but a mistake.
pub(crate) fn too_long(fields: &Fields) -> Vec<Problem<Refusal>> {
    let long = fields.iter().filter(|(_, value)| value.chars().count() > MAX_VALUE);
    long.map(|(column, _)| {
        Problem::at(Refusal::TooLong, name(column).into_owned())
            .with("most", u32::try_from(MAX_VALUE).unwrap_or(u32::MAX))
    })
    .collect()
}

/// What an entry is called.
pub(crate) fn title_of(kind: EntryKind, fields: &Fields) -> &str {
    fields.get(kind.told().title).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_schema() {
        for (column, expected) in [
            ("title", "title"),
            ("min_age", "minAge"),
            ("enrolment_opens", "enrolmentOpens"),
            ("kind", "entryKind"),
            ("postal_code", "postalCode"),
        ] {
            assert_eq!(name(column), expected);
        }
    }

    #[test]
    fn what_was_left_empty_has_no_value_and_what_nobody_types_stays() {
        let fields = |pairs: &[(&str, &str)]| -> Fields {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let before = fields(&[("title", "Szachy"), ("price", "10"), ("source", "csv")]);
        let found = typed(
            EntryKind::Activity,
            fields(&[("title", " Go "), ("price", " "), ("description", "a\r\nb"), ("website", "x")]),
            &before,
        );
        assert_eq!(found, fields(&[("title", "Go"), ("description", "a\nb"), ("source", "csv")]));
        let long = fields(&[("title", &"a".repeat(MAX_VALUE + 1)), ("min_age", "8")]);
        assert_eq!(too_long(&long).len(), 1);
    }
}
