//! Places that a query may name.

use std::collections::HashMap;

use indexmap::IndexMap;
use rapidfuzz::distance::osa;

use crate::{
    GeoPoint, analysis, cyrillic, fold, inflect,
    tokens::{self, Token},
};

/// What sort of place it is; the earlier ones are meant more often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A part of the city.
    District,
    /// A street.
    Street,
    /// An institution.
    Institution,
}

/// A place that a query may name.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its name, as people read it.
    pub name: String,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// Its id, for districts and institutions.
    pub id: Option<String>,
    /// Its middle; of a place in several parts, the middle of each.
    pub points: Vec<GeoPoint>,
}

/// One way to call a place.
#[derive(Debug)]
struct Alias {
    place: u32,
    /// For each word, its forms, folded.
    words: Vec<Vec<String>>,
}

/// A city's places, by every form of their names.
#[derive(Debug, Default)]
pub struct Gazetteer {
    places: Vec<Place>,
    aliases: Vec<Alias>,
    by_first: HashMap<String, Vec<u32>>,
}

/// Words of street names that people leave out, folded.
const STREET_KINDS: [&str; 14] = [
    "ul", "ulica", "al", "aleja", "aleje", "pl", "plac", "os", "osiedle", "rondo", "skwer", "generala", "gen",
    "ksiedza",
];

impl Gazetteer {
    /// Of these places. Streets of one name are one place, in the middle of its addresses.
    pub fn new(places: impl IntoIterator<Item = Place>) -> Self {
        let mut gazetteer = Self::default();
        let mut streets: IndexMap<String, Place> = IndexMap::new();
        for place in places {
            if place.kind != PlaceKind::Street {
                gazetteer.add(place);
                continue;
            }
            match streets.get_mut(&fold(&place.name)) {
                Some(known) => known.points.extend(place.points),
                None => {
                    streets.insert(fold(&place.name), place);
                }
            }
        }
        for part in gazetteer.shared_parts() {
            gazetteer.add(part);
        }
        for (_, mut street) in streets {
            street.points = middle(&street.points).into_iter().collect();
            gazetteer.add(street);
        }
        gazetteer
    }

    /// Names of which several districts have a part (Śródmieście-Północ, Śródmieście-Zachód), unless one is a
    /// place's own: whoever says "Śródmieście" means all of them.
    fn shared_parts(&self) -> Vec<Place> {
        let mut shared: IndexMap<String, Place> = IndexMap::new();
        let mut counts: HashMap<String, usize> = HashMap::new();
        for place in self.places.iter().filter(|place| place.kind == PlaceKind::District) {
            for part in names(place).into_iter().skip(1) {
                *counts.entry(fold(&part)).or_default() += 1;
                let empty = Place { name: part.clone(), kind: PlaceKind::District, id: None, points: Vec::new() };
                shared.entry(fold(&part)).or_insert(empty).points.extend(place.points.iter().copied());
            }
        }
        let is_own = |name: &str| self.places.iter().any(|place| fold(&place.name) == name);
        shared.retain(|name, _| counts.get(name).is_some_and(|count| *count > 1) && !is_own(name));
        shared.into_values().collect()
    }

    fn add(&mut self, place: Place) {
        let number = self.places.len() as u32;
        for name in names(&place) {
            let words: Vec<_> = tokens::tokens(&name).iter().map(|token| inflect::forms(&token.text)).collect();
            let Some(first) = words.first() else { continue };
            let alias = self.aliases.len() as u32;
            for form in first {
                self.by_first.entry(form.clone()).or_default().push(alias);
            }
            self.aliases.push(Alias { place: number, words });
        }
        self.places.push(place);
    }

    /// The places, in the order given.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place that a whole text names, by any form of its name or by its id; a leading "ul." and the like aside.
    pub fn find(&self, text: &str) -> Option<&Place> {
        if let Some(place) = self.places.iter().find(|place| place.id.as_deref() == Some(text)) {
            return Some(place);
        }
        let all = tokens::tokens(text);
        let skipped = all.iter().take_while(|token| is_lead(&token.folded)).count();
        for tokens in [all.get(skipped..).unwrap_or_default(), &all] {
            let found = self.at(tokens, 0).filter(|(_, length)| *length == tokens.len());
            // A house's number may follow the street's name.
            let numbered = || {
                self.at(tokens, 0).filter(|(place, length)| {
                    place.kind == PlaceKind::Street && tokens.get(*length).is_some_and(|token| token.number().is_some())
                })
            };
            if let Some((place, _)) = found.or_else(numbered) {
                return Some(place);
            }
        }
        None
    }

    /// The place whose name stands at the beginning of these tokens, and how many of them it takes: the longest
    /// name, then the kind meant more often.
    pub(crate) fn at(&self, tokens: &[Token], at: usize) -> Option<(&Place, usize)> {
        let first = tokens.get(at)?;
        let Some(aliases) = self.by_first.get(&first.folded) else { return self.in_cyrillic(&first.folded) };
        let fitting = aliases.iter().filter_map(|index| {
            let alias = self.aliases.get(*index as usize)?;
            let words = tokens.get(at..at + alias.words.len())?;
            let fits = words.iter().zip(&alias.words).all(|(token, forms)| forms.contains(&token.folded));
            Some((self.places.get(alias.place as usize).filter(|_| fits)?, alias.words.len()))
        });
        fitting.min_by_key(|(place, length)| {
            let parts = place.name.split(['-', '–']).count();
            (std::cmp::Reverse(*length), place.kind, parts)
        })
    }

    /// The district whose name a Cyrillic word spells, an ending more or less.
    fn in_cyrillic(&self, word: &str) -> Option<(&Place, usize)> {
        if !word.chars().all(|c| analysis::is_cyrillic(c) || c == '\'') || word.chars().count() < 4 {
            return None;
        }
        let spelt = cyrillic::in_latin(word);
        let names = self.aliases.iter().filter(|alias| alias.words.len() == 1);
        let near = names.filter_map(|alias| {
            let place = self.places.get(alias.place as usize).filter(|place| place.kind == PlaceKind::District)?;
            let forms = alias.words.first()?.iter();
            let distance = forms.map(|form| osa::distance(spelt.chars(), cyrillic::plain(form).chars())).min()?;
            Some((distance, place)).filter(|(distance, _)| *distance <= spelt.chars().count() / 6)
        });
        near.min_by_key(|(distance, _)| *distance).map(|(_, place)| (place, 1))
    }

    /// Every form of every word of the districts' names, folded: what a typo may be corrected to.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let district = |alias: &&Alias| {
            self.places.get(alias.place as usize).is_some_and(|place| place.kind == PlaceKind::District)
        };
        self.aliases.iter().filter(district).flat_map(|alias| &alias.words).flatten().map(String::as_str)
    }
}

/// Whether the words are the place's name as it stands, not one of its forms.
pub(crate) fn is_plain(place: &Place, words: &[Token]) -> bool {
    names(place).iter().any(|name| {
        let name = tokens::tokens(name);
        name.len() == words.len() && name.iter().zip(words).all(|(own, word)| own.folded == word.folded)
    })
}

/// The middle of some points.
fn middle(points: &[GeoPoint]) -> Option<GeoPoint> {
    let count = points.len() as f64;
    let mean = |of: fn(&GeoPoint) -> f64| points.iter().map(of).sum::<f64>() / count;
    (!points.is_empty()).then(|| GeoPoint { lat: mean(|point| point.lat), lon: mean(|point| point.lon) })
}

/// Words that may stand before a place's name.
fn is_lead(folded: &str) -> bool {
    STREET_KINDS.contains(&folded)
        || matches!(folded, "na" | "w" | "we" | "przy" | "ulicy" | "osiedlu" | "dzielnica" | "dzielnicy")
}

/// What people call a place: its name, the parts of a name like Golęcino-Gocław, a street's without its kind.
fn names(place: &Place) -> Vec<String> {
    let mut names = vec![place.name.clone()];
    match place.kind {
        PlaceKind::District => {
            let parts: Vec<_> = place.name.split(['-', '–', '/']).map(str::trim).collect();
            if parts.len() > 1 {
                names.extend(parts.into_iter().filter(|part| part.chars().count() > 3).map(str::to_owned));
            }
        }
        PlaceKind::Street => {
            let words: Vec<_> = tokens::tokens(&place.name);
            let telling: Vec<_> = words
                .iter()
                .filter(|word| !STREET_KINDS.contains(&word.folded.as_str()))
                .map(|word| word.text.clone())
                .collect();
            // Mostly the surname or the adjective alone is said: it is the last word.
            names.extend(telling.last().filter(|last| last.chars().count() > 3).cloned());
            names.push(telling.join(" "));
        }
        PlaceKind::Institution => names.extend(short_names(&place.name)),
    }
    names.retain(|name| !name.is_empty());
    names.dedup();
    names
}

/// How people abbreviate numbered institutions: "Szkoła Podstawowa nr 5 im. …" is "szkoła podstawowa nr 5", "SP 5"
/// and "szkoła nr 5".
fn short_names(name: &str) -> Vec<String> {
    let words = tokens::tokens(name);
    let Some(number) = words.iter().position(|word| word.number().is_some()) else { return Vec::new() };
    let before: Vec<_> =
        words.iter().take(number).filter(|word| word.folded != "nr").map(|word| word.text.clone()).collect();
    let digits = words.get(number).map(|word| word.text.clone()).unwrap_or_default();
    let (Some(first), true) = (before.first(), before.len() < 5) else { return Vec::new() };
    let initials: String = before.iter().filter_map(|word| word.chars().next()).collect();
    let full = before.join(" ");
    vec![
        format!("{full} nr {digits}"),
        format!("{full} {digits}"),
        format!("{initials} {digits}"),
        format!("{initials} nr {digits}"),
        format!("{first} nr {digits}"),
        format!("{first} {digits}"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, kind: PlaceKind) -> Place {
        Place { name: name.to_owned(), kind, id: None, points: vec![GeoPoint { lat: 53.0, lon: 14.0 }] }
    }

    #[test]
    fn places_are_found_by_parts_forms_and_abbreviations() {
        let gazetteer = Gazetteer::new([
            place("Krzekowo-Bezrzecze", PlaceKind::District),
            place("Stare Miasto", PlaceKind::District),
            place("ul. Ignacego Jana Paderewskiego", PlaceKind::Street),
            place("SZKOŁA PODSTAWOWA NR 5 IM. HENRYKA SIENKIEWICZA", PlaceKind::Institution),
        ]);
        let name = |text: &str| gazetteer.find(text).map(|place| place.name.clone());
        for text in ["Krzekowo", "na Bezrzeczu", "krzekowo-bezrzecze"] {
            assert_eq!(name(text).as_deref(), Some("Krzekowo-Bezrzecze"), "{text}");
        }
        assert_eq!(name("starym mieście").as_deref().or(name("stare miasto").as_deref()), Some("Stare Miasto"));
        for text in ["Paderewskiego", "ul. Paderewskiego 12", "przy Paderewskiego"] {
            assert!(name(text).is_some_and(|name| name.contains("Paderewskiego")), "{text}");
        }
        for text in ["SP 5", "SP nr 5", "szkoła podstawowa nr 5", "szkoły podstawowej nr 5"] {
            assert!(name(text).is_some_and(|name| name.contains("NR 5")), "{text}");
        }
        assert_eq!(name("Koszalin"), None);
    }

    #[test]
    fn a_name_that_districts_share_means_all_of_them() {
        let gazetteer = Gazetteer::new(
            ["Śródmieście-Północ", "Śródmieście-Zachód", "Niebuszewo-Bolinko", "Niebuszewo"]
                .map(|name| place(name, PlaceKind::District)),
        );
        let found = gazetteer.find("w Śródmieściu").unwrap();
        assert_eq!((found.name.as_str(), found.points.len()), ("Śródmieście", 2));
        assert_eq!(gazetteer.find("Niebuszewie").unwrap().name, "Niebuszewo");
    }

    #[test]
    fn a_street_is_where_its_addresses_are() {
        let at = |lat: f64| Place { points: vec![GeoPoint { lat, lon: 14.0 }], ..place("Lotnicza", PlaceKind::Street) };
        let gazetteer = Gazetteer::new([at(53.0), at(53.2), at(53.4)]);
        assert_eq!(gazetteer.places().len(), 1);
        assert!((gazetteer.places()[0].points[0].lat - 53.2).abs() < 1e-9);
    }
}
