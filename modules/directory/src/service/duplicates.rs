//! Institutions that may be the one that somebody is writing down.

use kernel::{error::Result, history::Fields, scope::Scope};
use search_index::fold;

use crate::{
    ENTITY,
    institution::{InstitutionId, Model},
    likeness::{Likeness, NameKey},
};

/// How many are told at most.
const MOST: usize = 5;
/// How likely it must be the same, from 0 to 1.
const LIKELY: f64 = 0.62;
/// What the name says of it, and the address the rest.
const NAME: f64 = 0.7;
/// What the same telephone, e-mail or web site adds.
const SAME_CONTACT: f64 = 0.25;

/// Public institutions that are likely the same as a draft, the likeliest first, with how likely from 0 to 1: by name, and
/// by address and contact as far as they are known.
pub async fn duplicates(scope: &Scope, draft: &Fields) -> Result<Vec<(InstitutionId, f64)>> {
    let names = names(draft);
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let snapshot = scope.snapshot().await?;
    let scored = snapshot.cards::<Model>(ENTITY).map(|row| (row.id, score(&names, draft, row)));
    let mut found: Vec<_> = scored.filter(|(_, score)| *score >= LIKELY).collect();
    found.sort_unstable_by(|(one, a), (other, b)| b.total_cmp(a).then(one.cmp(other)));
    found.truncate(MOST);
    Ok(found)
}

fn names(draft: &Fields) -> Vec<Likeness> {
    let names = ["name", "short_name"].iter().filter_map(|column| draft.get(*column));
    names.filter(|name| !name.trim().is_empty()).map(|name| Likeness::to(name)).collect()
}

fn score(names: &[Likeness], draft: &Fields, row: &Model) -> f64 {
    let mut name: f64 = 0.0;
    for known in [Some(row.name.as_str()), row.short_name.as_deref()].into_iter().flatten() {
        let key = NameKey::new(known);
        name = names.iter().map(|name| name.of(&key)).fold(name, f64::max);
    }
    let address = address_likeness(draft, [&row.street, &row.building, &row.city].map(Option::as_deref));
    let is_same = |column: &str, value: Option<&String>| {
        draft.get(column).zip(value).is_some_and(|(draft, known)| contact(draft) == contact(known))
    };
    let same_contact = is_same("phone", row.phone.as_ref())
        || is_same("email", row.email.as_ref())
        || is_same("website", row.website.as_ref());
    let score = NAME * name + (1.0 - NAME) * address.unwrap_or(0.5);
    (score + if same_contact { SAME_CONTACT } else { 0.0 }).min(1.0)
}

/// How far a draft's address is that of street, building and town: 1 for the same, 0 for another; nothing if one of them
/// has none.
pub fn address_likeness(draft: &Fields, [street, building, city]: [Option<&str>; 3]) -> Option<f64> {
    let same = |one: &str, other: &str| words(one) == words(other);
    let is_same_street = same(draft.get("street")?, street?);
    let known =
        |column: &str, value: Option<&str>| draft.get(column).zip(value).map(|(draft, value)| same(draft, value));
    let is_elsewhere = known("city", city) == Some(false);
    Some(match (is_same_street && !is_elsewhere, known("building", building)) {
        (true, Some(true)) => 1.0,
        (true, None) => 0.7,
        (true, Some(false)) => 0.2,
        (false, _) => 0.0,
    })
}

/// A street's words without its kind (`ul. Leśna` is `Leśna`).
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let names = parts.filter(|part| !matches!(*part, "ul" | "al" | "pl" | "os" | "ulica" | "aleja" | "plac"));
    names.map(str::to_owned).collect()
}

/// A contact without what people write differently.
fn contact(text: &str) -> String {
    let folded = fold(text);
    let bare = folded.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_same_school_is_found_and_its_neighbours_are_not() {
        let school = Model {
            name: "Szkoła Podstawowa nr 5 im. Henryka Sienkiewicza".to_owned(),
            short_name: Some("SP 5".to_owned()),
            street: Some("ul. Leśna".to_owned()),
            building: Some("3".to_owned()),
            city: Some("Dębno".to_owned()),
            phone: Some("91 123 45 67".to_owned()),
            ..Model::default()
        };
        let is_likely = |pairs: &[(&str, &str)]| {
            let draft = fields(pairs);
            score(&names(&draft), &draft, &school) >= LIKELY
        };
        assert!(is_likely(&[("name", "szkola podstawowa nr 5 im henryka sienkiewicza")]));
        assert!(is_likely(&[("name", "Szkoła Podstawowa nr 5")]));
        assert!(is_likely(&[("name", "SP 5"), ("street", "Leśna"), ("building", "3")]));
        assert!(is_likely(&[("name", "Szkoła im. Sienkiewicza"), ("phone", "911234567")]));
        assert!(!is_likely(&[("name", "Szkoła Podstawowa nr 6 im. Henryka Sienkiewicza")]));
        assert!(!is_likely(&[("name", "Przedszkole"), ("street", "Leśna"), ("building", "3"), ("city", "Dębno")]));
    }

    #[test]
    fn addresses_are_compared_as_far_as_they_are_known() {
        let known = [Some("ul. Leśna"), Some("3"), Some("Dębno")];
        for (draft, expected) in [
            (&[("street", "Lesna"), ("building", "3")][..], Some(1.0)),
            (&[("street", "Leśna")], Some(0.7)),
            (&[("street", "Leśna"), ("building", "4")], Some(0.2)),
            (&[("street", "Leśna"), ("building", "3"), ("city", "Radom")], Some(0.0)),
            (&[("building", "3")], None),
        ] {
            assert_eq!(address_likeness(&fields(draft), known), expected, "{draft:?}");
        }
    }
}
