//! What queries mean.

mod ages;
mod when;

use std::collections::HashMap;

use super::*;
use crate::{GeoPoint, PlaceKind, tokens};

fn city() -> CityWords {
    let place = |kind: PlaceKind, name: &str| Place {
        name: name.to_owned(),
        kind,
        id: Some(crate::fold(name)),
        points: vec![GeoPoint { lat: 53.4, lon: 14.5 }],
    };
    let districts = [
        "Pogodno",
        "Dąbie",
        "Gumieńce",
        "Stare Miasto",
        "Niebuszewo-Bolinko",
        "Śródmieście",
        "Słoneczne",
        "Klucz",
        "Turzyn",
        "Zdroje",
        "Centrum",
    ];
    let streets = ["ul. Mickiewicza", "ul. Tenisowa", "ul. Jana Pawła II", "Wojska Polskiego"];
    let schools = ["Szkoła Podstawowa nr 5 im. Henryka Sienkiewicza"];
    let places =
        [(PlaceKind::District, &districts[..]), (PlaceKind::Street, &streets), (PlaceKind::Institution, &schools)]
            .into_iter()
            .flat_map(|(kind, names)| names.iter().map(move |name| place(kind, name)));
    CityWords::new(places, &LocalPhrases::default(), &["Szczecin"])
}

/// What a text means where the catalogue has no word of its own.
fn understood(text: &str) -> Interpretation {
    interpret(text, Reading::Wish, &city(), &|_| false, &|_| None)
}

/// What it means where these words are misspelt.
fn corrected(text: &str, slips: &[(&str, &str)]) -> Interpretation {
    let slips: HashMap<&str, &str> = slips.iter().copied().collect();
    interpret(text, Reading::Wish, &city(), &|_| false, &|word| slips.get(word).map(|meant| (*meant).to_owned()))
}

fn ids(concepts: &[&'static Concept]) -> Vec<&'static str> {
    concepts.iter().map(|concept| concept.id.as_str()).collect()
}

/// Every text of a table is read as it says, or all that are not are named at once.
fn check<T: std::fmt::Debug + PartialEq>(table: impl IntoIterator<Item = (&'static str, T)>, read: impl Fn(&str) -> T) {
    let wrong = table.into_iter().filter_map(|(text, meant)| {
        let found = read(text);
        (found != meant).then(|| format!("{text}: read as {found:?}, not {meant:?}"))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Everything a text says of ages, the first in years and the last in the year it ends.
fn years(text: &str) -> Option<(u32, u32)> {
    understood(text).ages.map(|ages| (ages.start() / 12, ages.end() / 12))
}

fn months(text: &str) -> Option<(u32, u32)> {
    understood(text).ages.map(std::ops::RangeInclusive::into_inner)
}

#[test]
fn languages_are_spoken_and_learnt() {
    check(
        [
            ("robotyka po angielsku", vec!["en"]),
            ("w języku angielskim", vec!["en"]),
            ("in English", vec!["en"]),
            ("english speaking", vec!["en"]),
            ("anglojęzyczne", vec!["en"]),
            ("po ukraińsku", vec!["uk"]),
            ("po ukrainsku lub po polsku", vec!["uk", "pl"]),
            ("українською", vec!["uk"]),
            ("українською мовою", vec!["uk"]),
            ("angielski", vec![]),
            ("język angielski", vec![]),
            ("nauka angielskiego", vec![]),
            ("english for kids", vec![]),
        ],
        |text| understood(text).languages,
    );
    assert_eq!(ids(&understood("angielski dla dzieci").concepts), ["english"]);
    assert_eq!(ids(&understood("robotyka po angielsku").concepts), ["robotics"]);
}

#[test]
fn from_home_or_not() {
    check(
        [
            ("angielski online", Some(true)),
            ("zdalnie", Some(true)),
            ("przez internet", Some(true)),
            ("on-line", Some(true)),
            ("онлайн", Some(true)),
            ("stacjonarnie", Some(false)),
            ("gry online", None),
            ("angielski", None),
        ],
        |text| understood(text).online,
    );
}

#[test]
fn places() {
    check(
        [
            ("na Pogodnie", "Pogodno"),
            ("pogodno", "Pogodno"),
            ("balet pogodnie", ""),
            ("w dabiu", "Dąbie"),
            ("szachy w Gumiencach", "Gumieńce"),
            ("blisko starego miasta", "Stare Miasto"),
            ("na Bolinku", "Niebuszewo-Bolinko"),
            ("niebuszewo", "Niebuszewo-Bolinko"),
            ("w śródmieściu", "Śródmieście"),
            ("w centrum", "Centrum"),
            ("near Turzyn", "Turzyn"),
            ("на Погодно", "Pogodno"),
            ("біля Турзина", "Turzyn"),
            ("ul. Mickiewicza", "ul. Mickiewicza"),
            ("ulica Mickiewicza", "ul. Mickiewicza"),
            ("przy Mickiewicza", "ul. Mickiewicza"),
            ("na Tenisowej", ""),
            ("ul. Tenisowa", "ul. Tenisowa"),
            ("obok SP 5", "Szkoła Podstawowa nr 5 im. Henryka Sienkiewicza"),
            ("koło szkoły podstawowej nr 5", "Szkoła Podstawowa nr 5 im. Henryka Sienkiewicza"),
            ("tenis", ""),
            ("centrum nauki", ""),
            ("słoneczne wakacje", ""),
            ("koszykówka słoneczne środa", "Słoneczne"),
            ("w Koszalinie", ""),
        ],
        |text| understood(text).place.map_or(String::new().leak(), |place| place.name.leak()) as &'static str,
    );
}

#[test]
fn what_is_not_wanted() {
    let excluded = |text: &str| {
        let meaning = understood(text);
        let words = meaning.excluded_words.iter().map(|word| &*word.clone().leak()).collect::<Vec<_>>();
        (ids(&meaning.concepts), [ids(&meaning.excluded), words].concat())
    };
    check(
        [
            ("taniec ale nie balet", (vec!["dance"], vec!["ballet"])),
            ("sport bez piłki nożnej", (vec!["sport"], vec!["football"])),
            ("tenis, nie stołowy", (vec!["tennis"], vec!["stolowy"])),
            ("nie umie pływać", (vec!["swimming"], vec![])),
            ("nie lubi piłki nożnej", (vec![], vec!["football"])),
            ("lubi piłkę nożną", (vec!["football"], vec![])),
            ("nie lubi śpiewać", (vec![], vec!["vocals"])),
            ("nie chce na basen", (vec![], vec!["swimming"])),
            ("sport but not football", (vec!["sport"], vec!["football"])),
            ("спорт крім футболу", (vec!["sport"], vec!["football"])),
            ("szachy", (vec!["chess"], vec![])),
        ],
        excluded,
    );
    let meaning = understood("programowanie bez komputera");
    assert!(
        ids(&meaning.concepts).contains(&"programming")
            && meaning.parts.iter().any(|part| matches!(part.meaning, Meaning::Excluded(_)))
    );
}

#[test]
fn what_is_quoted_is_meant_literally() {
    let meaning = understood("\"8 lat\" robotyka");
    assert_eq!((meaning.ages, meaning.keywords), (None, vec!["8".to_owned(), "lat".to_owned()]));
    assert_eq!(ids(&meaning.concepts), ["robotics"]);
    let meaning = understood("„robotyka” dla 8 latka");
    assert!(meaning.concepts.is_empty() && meaning.ages.is_some(), "{meaning:?}");
    assert_eq!(meaning.keywords, ["robotyka"]);
}

#[test]
fn corrections_are_shown_and_can_be_taken_back() {
    let slips = [("robtyka", "robotyka"), ("sbote", "sobote")];
    let meaning = corrected("robtyka w sbote", &slips);
    let change = |from: &str, to: &str| Correction { from: from.to_owned(), to: to.to_owned() };
    assert_eq!(meaning.corrections, [change("robtyka", "robotyka"), change("sbote", "sobote")]);
    assert_eq!((ids(&meaning.concepts), meaning.weekdays.clone()), (vec!["robotics"], vec![5]));
    assert_eq!(meaning.literal(), "\"robtyka\" w \"sbote\"");
    let literal = corrected(&meaning.literal(), &slips);
    assert_eq!((literal.corrections, literal.keywords), (vec![], vec!["robtyka".to_owned(), "sbote".to_owned()]));
    assert!(corrected("\"robtyka\"", &slips).corrections.is_empty());
}

#[test]
fn a_slip_inside_another_word_is_quoted_where_it_stands() {
    let meaning = corrected("minirobtyka robtyka", &[("robtyka", "robotyka")]);
    assert_eq!(meaning.literal(), "minirobtyka \"robtyka\"");
    let twice = corrected("robtyka albo robtyka", &[("robtyka", "robotyka")]);
    assert_eq!(twice.literal(), "\"robtyka\" albo \"robtyka\"");
}

#[test]
fn a_reading_is_taken_back_with_its_words() {
    let text = "zajęcia z robotyki dla 8 latka na Pogodnie w soboty po 15 do 100 zł po angielsku online";
    let meaning = understood(text);
    let without = |wanted: &Meaning| {
        let part = meaning.parts.iter().find(|part| part.meaning == *wanted).unwrap_or_else(|| panic!("{wanted:?}"));
        meaning.without(part)
    };
    for (part, words) in [
        (Meaning::Topic(vec!["robotics".to_owned()]), "z robotyki"),
        (Meaning::Ages, "dla 8 latka"),
        (Meaning::Place, "na Pogodnie"),
        (Meaning::Weekdays, "w soboty"),
        (Meaning::Hours, "po 15"),
        (Meaning::Price, "do 100 zł"),
        (Meaning::Language, "po angielsku"),
        (Meaning::Online, "online"),
    ] {
        let left = text.replacen(words, "", 1).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(without(&part), left);
        assert!(understood(&left).parts.iter().all(|other| other.meaning != part), "{left}");
    }
}

#[test]
fn everything_a_parent_says_at_once() {
    let meaning = understood("zajecia z robotyki dla 8 latka na Pogodnie w soboty do 100 zł");
    assert_eq!(ids(&meaning.concepts), ["robotics"]);
    assert_eq!((meaning.ages, meaning.weekdays, meaning.hours), (Some(96..=107), vec![5], None));
    assert_eq!(meaning.max_price, Some(10_000));
    assert_eq!(meaning.place.map(|place| place.name).as_deref(), Some("Pogodno"));
    assert!(meaning.keywords.is_empty() && meaning.corrections.is_empty(), "{:?}", meaning.keywords);
    assert_eq!(meaning.generic, ["zajecia"]);
    let parts: Vec<_> = meaning.parts.into_iter().map(|part| part.meaning).collect();
    let topic = Meaning::Topic(vec!["robotics".to_owned()]);
    assert_eq!(parts, [topic, Meaning::Ages, Meaning::Place, Meaning::Weekdays, Meaning::Price]);
}

#[test]
fn no_word_is_dropped() {
    let queries = include_str!("../../tests/quality/queries.jsonl").lines();
    for query in queries.map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()) {
        let text = query["q"].as_str().unwrap();
        let meaning = understood(text);
        for token in tokens::tokens(text) {
            let is_understood = meaning
                .parts
                .iter()
                .flat_map(|part| &part.ranges)
                .any(|range| range.start <= token.start && token.end <= range.end);
            let left = meaning.keywords.iter().chain(&meaning.generic).chain(&meaning.fillers);
            let is_looked_for = left.into_iter().any(|word| word.contains(&token.text));
            let says_nothing = lexemes::is_stop_word(&token.folded);
            assert!(is_understood || is_looked_for || says_nothing, "{text}: {} is lost", token.text);
        }
        for part in &meaning.parts {
            assert!(
                part.ranges.iter().all(|range| text.get(range.clone()).is_some_and(|words| !words.is_empty())),
                "{text}: {part:?}"
            );
        }
    }
}

#[test]
fn names_are_read_as_names() {
    let read = |text: &str| interpret(text, Reading::Name, &city(), &|_| true, &|_| None);
    for (text, keywords) in [
        ("liceum nr 5", vec!["liceum", "5"]),
        ("Przedszkole 12", vec!["Przedszkole", "12"]),
        ("Dobry Start", vec!["Dobry", "Start"]),
        ("szkoła im. Mickiewicza", vec!["Mickiewicza"]),
    ] {
        let meaning = read(text);
        assert_eq!(
            (meaning.keywords, meaning.ages),
            (keywords.into_iter().map(str::to_owned).collect(), None),
            "{text}"
        );
    }
    assert_eq!(read("szkoła podstawowa Pogodno").place.map(|place| place.name).as_deref(), Some("Pogodno"));
}
