//! The place a sentence speaks of.

use super::{CityWords, Meaning, Reading, Sentence};
use crate::{
    Place, PlaceKind, analysis, fold,
    ontology::{Phrases, Strength},
    places::is_plain,
};

/// Words that tell that a place follows.
const NEAR: [&str; 34] = [
    "blisko",
    "kolo",
    "obok",
    "niedaleko",
    "okolice",
    "okolica",
    "okolicy",
    "okolicach",
    "poblizu",
    "przy",
    "rejon",
    "rejonie",
    "dzielnica",
    "dzielnicy",
    "osiedle",
    "osiedlu",
    "ul",
    "ulica",
    "ulicy",
    "near",
    "around",
    "close",
    "by",
    "біля",
    "поруч",
    "районі",
    "район",
    "коло",
    "недалеко",
    "os",
    "al",
    "okolo",
    "nearby",
    "osiedla",
];
/// Words that may stand before a place, and before much else.
const AT: [&str; 10] = ["na", "w", "we", "in", "at", "to", "на", "в", "у", "do"];
/// Words behind which a patron's name stands.
const PATRON: [&str; 4] = ["im", "imienia", "imieniem", "patrona"];

/// The first place a sentence names.
pub(super) fn read(sentence: &mut Sentence, reading: Reading, city: &CityWords) -> Option<Place> {
    let tokens = sentence.tokens();
    for at in 0..sentence.len() {
        if sentence.free(at).is_none() {
            continue;
        }
        let Some((place, length)) = city.gazetteer.at(&tokens, at) else { continue };
        if (at..at + length).any(|at| sentence.free(at).is_none()) {
            continue;
        }
        // "Im. Jana Pawła II" is a name, not a street.
        if (1..=3).any(|steps| at.checked_sub(steps).is_some_and(|at| sentence.is(at, &PATRON))) {
            continue;
        }
        let lead = leads(sentence, at);
        let is_near = (lead..at).any(|at| sentence.is(at, &NEAR));
        let is_at = lead < at;
        let is_name = tokens.get(at).is_some_and(|token| token.is_capitalised() && at > 0);
        let is_plain = tokens.get(at..at + length).is_some_and(|words| is_plain(place, words));
        let means_else = || means_something_else(sentence, city, at, length);
        let meant = match place.kind {
            PlaceKind::District => {
                let alone = length == 1 && !is_at;
                is_near
                    || ((is_at || is_name || is_plain)
                        && !(alone && (means_else() || is_ordinary(sentence, place, at))))
            }
            PlaceKind::Street => {
                let numbered = sentence.number(at + length).is_some();
                is_near || (reading == Reading::Wish && is_at && (is_name || numbered) && !means_else())
            }
            PlaceKind::Institution => is_near,
        };
        if meant {
            let place = place.clone();
            // A house's number belongs to its street.
            let house = place.kind == PlaceKind::Street
                && sentence.number(at + length).is_some_and(|number| number < 400.0)
                && !sentence.begins(at + length + 1, &["lat", "zl", "rok"]);
            sentence.take(Meaning::Place, lead..at + length + usize::from(house));
            return Some(place);
        }
    }
    None
}

/// Where the words begin that lead up to a place.
fn leads(sentence: &Sentence, at: usize) -> usize {
    let mut start = at;
    while start > 0 && (sentence.is(start - 1, &NEAR) || sentence.is(start - 1, &AT)) {
        start -= 1;
    }
    start
}

/// Parts of districts' names that are ordinary words.
const ORDINARY_PARTS: [&str; 8] = ["klucz", "polnoc", "poludnie", "wschod", "zachod", "wyspa", "osiedle", "majowe"];

/// Whether a word that names a district as well is more likely an ordinary one: an adjective before its noun
/// ("słoneczne wakacje"), or a word that only is a part of the district's name (Żydowce-Klucz).
fn is_ordinary(sentence: &Sentence, place: &Place, at: usize) -> bool {
    let Some(token) = sentence.token(at).filter(|token| !token.is_capitalised()) else { return false };
    let is_part = fold(&place.name) != token.folded && ORDINARY_PARTS.contains(&token.folded.as_str());
    let terms = analysis::asked(&token.text);
    let is_form = !terms.iter().any(|(term, _)| fold(term) == token.folded);
    analysis::is_polish(&token.text) && (is_part || (is_form && sentence.left_over(at + 1).is_some()))
}

/// Whether the words also are a topic's, or common words of the language.
fn means_something_else(sentence: &Sentence, city: &CityWords, at: usize, length: usize) -> bool {
    let words = sentence.words();
    let is_topic = [Phrases::common(), &city.phrases]
        .into_iter()
        .any(|phrases| phrases.longest(&words, at, Strength::Asks).is_some());
    is_topic
        || (length == 1
            && sentence.token(at).is_some_and(|token| {
                !token.is_capitalised() && analysis::is_polish(&token.text) && token.text.chars().count() < 4
            }))
}
