//! What queries mean.

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
fn ages_in_years() {
    let eight = Some((8, 8));
    check(
        [
            ("dla 8 latka", eight),
            ("8 latek", eight),
            ("8-latek", eight),
            ("8-latka", eight),
            ("8latka", eight),
            ("8 lat", eight),
            ("8 letnia dziewczynka", eight),
            ("8-mio latek", eight),
            ("lat 8", eight),
            ("wiek 8", eight),
            ("w wieku 8 lat", eight),
            ("ośmiolatka", eight),
            ("ośmiolatki", eight),
            ("osmiolatkow", eight),
            ("ośmioletni syn", eight),
            ("osiem lat", eight),
            ("8 years old", eight),
            ("8 year old", eight),
            ("8yo", eight),
            ("for an eight year old", eight),
            ("aged 8", eight),
            ("8 років", eight),
            ("8-річний", eight),
            ("восьмирічна", eight),
            ("вісім років", eight),
            ("wiek 6-8", Some((6, 8))),
            ("6-8 lat", Some((6, 8))),
            ("od 6 do 8 lat", Some((6, 8))),
            ("6 lub 8 lat", Some((6, 8))),
            ("5 i 8 lat", Some((5, 8))),
            ("від 6 до 8 років", Some((6, 8))),
            ("6 to 8 years", Some((6, 8))),
            ("do 6 lat", Some((0, 6))),
            ("kilkulatek", Some((3, 6))),
            ("nastolatek 13 lat", Some((13, 13))),
            ("pięciolatek i ośmiolatka", Some((5, 8))),
            ("16-latek", Some((16, 16))),
            ("szesnastolatka", Some((16, 16))),
            ("dziewięciolatka", Some((9, 9))),
            ("dziesięciolatek", Some((10, 10))),
            ("trzylatek", Some((3, 3))),
            ("siedemnastoletnia", Some((17, 17))),
            ("40 lat", Some((40, 40))),
            ("7 year old", Some((7, 7))),
        ],
        years,
    );
}

#[test]
fn ages_in_months() {
    check(
        [
            ("8 lat", Some((96, 107))),
            ("5,5 roku", Some((66, 66))),
            ("5 i pół roku", Some((66, 66))),
            ("półtora roku", Some((18, 18))),
            ("pół roku", Some((6, 6))),
            ("półroczne dziecko", Some((6, 6))),
            ("półtoraroczny syn", Some((18, 18))),
            ("18 miesięcy", Some((18, 18))),
            ("18 mies.", Some((18, 18))),
            ("18 m-cy", Some((18, 18))),
            ("6-12 miesięcy", Some((6, 12))),
            ("18 months", Some((18, 18))),
            ("18 місяців", Some((18, 18))),
            ("od 6 miesiąca", Some((6, 6))),
            ("niemowlę", Some((0, 11))),
            ("z niemowlakiem", Some((0, 11))),
            ("rocznego dziecka", Some((12, 23))),
            ("roczek", Some((12, 23))),
            ("1 rok", Some((12, 23))),
            ("toddler", Some((12, 47))),
            ("немовля", Some((0, 11))),
        ],
        months,
    );
}

#[test]
fn ages_by_school_and_time_of_life() {
    check(
        [
            ("dla ósmoklasisty", Some((14, 14))),
            ("drugoklasista", Some((8, 8))),
            ("pierwszoklasistki", Some((7, 7))),
            ("pierwszak", Some((7, 7))),
            ("trzecioklasistów", Some((9, 9))),
            ("восьмикласник", Some((14, 14))),
            ("першокласник", Some((7, 7))),
            ("klasa 3", Some((9, 9))),
            ("3 klasa", Some((9, 9))),
            ("klasa III", Some((9, 9))),
            ("klasy 1-3", Some((7, 9))),
            ("klasy I-III", Some((7, 9))),
            ("klasy 4 do 6", Some((10, 12))),
            ("1-3 klasa", Some((7, 9))),
            ("drugiej klasy", Some((8, 8))),
            ("third grade", Some((9, 9))),
            ("grade 3", Some((9, 9))),
            ("3 клас", Some((9, 9))),
            ("2 klasa liceum", Some((16, 16))),
            ("przedszkolak", Some((3, 6))),
            ("przedszkolaków", Some((3, 6))),
            ("dzieci w wieku przedszkolnym", Some((3, 6))),
            ("zerówka", Some((6, 6))),
            ("licealista", Some((15, 18))),
            ("licealistki", Some((15, 18))),
            ("młodzież", Some((13, 18))),
            ("nastolatki", Some((13, 18))),
            ("teenagers", Some((13, 18))),
            ("підлітків", Some((13, 18))),
            ("maluchy", Some((1, 3))),
            ("student", Some((19, 25))),
            ("dla dorosłych", Some((18, 99))),
            ("dla mam", Some((18, 99))),
            ("dla rodziców", Some((18, 99))),
            ("po pracy", Some((18, 99))),
            ("z mężem", Some((18, 99))),
            ("dla seniorów", Some((60, 99))),
            ("for adults", Some((18, 99))),
            ("для дорослих", Some((18, 99))),
            ("dla mamy z dzieckiem", None),
            ("dla mam z dziećmi", None),
        ],
        years,
    );
}

#[test]
fn what_is_no_age() {
    let not_ages =
        ["lato w mieście", "latem", "latawce", "klasa mistrzowska", "100 klocków", "3d", "robotyka 2", "lo 5", "SP 8"];
    check(not_ages.map(|text| (text, None)), years);
    check(["200 lat", "999999999999 lat"].map(|text| (text, None)), years);
}

#[test]
fn prices() {
    check(
        [
            ("do 100 zł", Some(100)),
            ("do 100zł", Some(100)),
            ("do 100", Some(100)),
            ("max 150 pln", Some(150)),
            ("maksymalnie 200 złotych", Some(200)),
            ("nie więcej niż 80 zł", Some(80)),
            ("poniżej 80 zł", Some(80)),
            ("taniej niż 80 zł", Some(80)),
            ("za 50 zł", Some(50)),
            ("50 zł za zajęcia", Some(50)),
            ("50 zł miesięcznie", Some(50)),
            ("1 200 zł", Some(1200)),
            ("budżet 300", Some(300)),
            ("under 100 PLN", Some(100)),
            ("up to 100 zł", Some(100)),
            ("до 100 злотих", Some(100)),
            ("не дорожче 100 злотих", Some(100)),
            ("do 20 zł", Some(20)),
            ("za darmo", Some(0)),
            ("darmowe", Some(0)),
            ("bezpłatnie", Some(0)),
            ("bez opłat", Some(0)),
            ("free", Some(0)),
            ("free of charge", Some(0)),
            ("безкоштовно", Some(0)),
            ("100 klocków", None),
            ("klocki 100", None),
            ("do 8 lat", None),
            ("do 17", None),
            ("free style", None),
            ("złote rączki", None),
            ("za 3 dni", None),
        ],
        |text| understood(text).max_price.map(|grosze| grosze / 100),
    );
    assert_eq!(understood("do 49,99 zł").max_price, Some(4999));
}

#[test]
fn weekdays() {
    let week = || vec![0, 1, 2, 3, 4];
    check(
        [
            ("w soboty", vec![5]),
            ("sobota", vec![5]),
            ("w każdą środę", vec![2]),
            ("we wtorki i czwartki", vec![1, 3]),
            ("pn-pt", week()),
            ("pn.–pt.", week()),
            ("pon-śr", vec![0, 1, 2]),
            ("pn, pt", vec![0, 4]),
            ("pn pt", vec![0, 4]),
            ("poniedziałek – środa", vec![0, 1, 2]),
            ("od poniedziałku do środy", vec![0, 1, 2]),
            ("w weekend", vec![5, 6]),
            ("weekendowe", vec![5, 6]),
            ("w tygodniu", week()),
            ("w dni powszednie", week()),
            ("dni robocze", week()),
            ("pt", vec![4]),
            ("sobotnie", vec![5]),
            ("niedzielne poranki", vec![6]),
            ("w piatek", vec![4]),
            ("on Saturdays", vec![5]),
            ("Mon to Wed", vec![0, 1, 2]),
            ("Tuesday and Thursday", vec![1, 3]),
            ("weekdays", week()),
            ("у суботу", vec![5]),
            ("з понеділка до середи", vec![0, 1, 2]),
            ("по п'ятницях", vec![4]),
            ("у вихідні", vec![5, 6]),
            ("śródmieście", vec![]),
            ("środek", vec![]),
            ("raz w tygodniu", vec![]),
            ("środowisko", vec![]),
            ("średnio zaawansowany", vec![]),
        ],
        |text| understood(text).weekdays,
    );
}

#[test]
fn hours() {
    let at = |hours: f32| (hours * 60.0) as u16;
    let from_to = |from: f32, to: f32| Some(at(from)..at(to));
    check(
        [
            ("po 17", from_to(17.0, 24.0)),
            ("po 17:30", from_to(17.5, 24.0)),
            ("po godzinie 17", from_to(17.0, 24.0)),
            ("po 17-tej", from_to(17.0, 24.0)),
            ("od 16", from_to(16.0, 24.0)),
            ("przed 18", from_to(0.0, 18.0)),
            ("o 16:30", from_to(16.0, 17.25)),
            ("16:30", from_to(16.0, 17.25)),
            ("między 16 a 18", from_to(16.0, 18.0)),
            ("between 4 pm and 6 pm", from_to(16.0, 18.0)),
            ("at 5 pm", from_to(16.5, 17.75)),
            ("after 5pm", from_to(17.0, 24.0)),
            ("після 17", from_to(17.0, 24.0)),
            ("po szkole", from_to(13.0, 18.5)),
            ("po lekcjach", from_to(13.0, 18.5)),
            ("after school", from_to(13.0, 18.5)),
            ("після школи", from_to(13.0, 18.5)),
            ("po pracy", Some(1015..1440)),
            ("rano", from_to(5.0, 12.0)),
            ("przed południem", from_to(5.0, 12.0)),
            ("po południu", from_to(12.0, 18.0)),
            ("popołudniami", from_to(12.0, 18.0)),
            ("wieczorem", from_to(17.5, 24.0)),
            ("in the evening", from_to(17.5, 24.0)),
            ("mornings", from_to(5.0, 12.0)),
            ("вранці", from_to(5.0, 12.0)),
            ("ввечері", from_to(17.5, 24.0)),
            ("od 6 lat", None),
            ("po 8 latach", None),
            ("przed 3 klasą", None),
            ("o 3 świnkach", None),
            ("do 100 zł", None),
        ],
        |text| understood(text).hours,
    );
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

/// Words, dates and lengths of time that look like ages, days, hours or prices.
#[test]
fn what_only_looks_like_something_understood() {
    for text in [
        "tenis dla początkujących",
        "twórcze warsztaty",
        "pałac młodzieży",
        "młodzieżowy dom kultury",
        "rysowanie z mazakami",
        "od 15 września",
        "półkolonie do 31 lipca",
        "grupa do 10 dzieci",
        "2 godziny w tygodniu",
        "trenuje od 3 lat",
        "kurs na 2 miesiące",
        "na ten rok",
        "warsztaty pt. robotyka",
        "szkoła piątka cz. 2",
        "середній рівень",
        "screen free games",
        "zdalnie sterowane modele",
        "grafika 2026",
    ] {
        let Interpretation { ages, weekdays, hours, max_price, online, .. } = understood(text);
        assert_eq!((ages, weekdays, hours, max_price, online), (None, Vec::new(), None, None, None), "{text}");
    }
    for (text, meant) in [
        ("tenis 12 lat", (12, 12)),
        ("twórcze 6 lat", (6, 6)),
        ("dzieci 4+", (4, 4)),
        ("dla dzieci 7-10", (7, 10)),
        ("od 1 do 3 klasy", (7, 9)),
        ("klasa 2 liceum", (16, 16)),
        ("одинадцять років", (11, 11)),
        ("up to 6 years", (0, 6)),
        ("powyżej 60 lat", (60, 99)),
    ] {
        let years = understood(text).ages.map(|ages| (ages.start() / 12, ages.end() / 12));
        assert_eq!(years, Some(meant), "{text}");
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

#[test]
fn what_is_said_to_be_none_is_turned() {
    for (text, days) in [
        ("nie w poniedziałek", vec![1, 2, 3, 4, 5, 6]),
        ("angielski oprócz weekendu", vec![0, 1, 2, 3, 4]),
        ("byle nie w piątek", vec![0, 1, 2, 3, 5, 6]),
    ] {
        assert_eq!(understood(text).weekdays, days, "{text}");
    }
    for (text, hours) in [
        ("nie po 18", 0..18 * 60),
        ("nie wcześniej niż 17", 17 * 60..24 * 60),
        ("najpóźniej do 17", 0..17 * 60),
        ("karate 17:00-19:00", 17 * 60..19 * 60),
        ("w godzinach 15-17", 15 * 60..17 * 60),
        ("judo po 17", 17 * 60..24 * 60),
    ] {
        let meaning = understood(text);
        assert_eq!((meaning.hours, meaning.ages), (Some(hours), None), "{text}");
    }
    for (text, months) in [
        ("rok i 8 miesięcy", (20, 20)),
        ("rok i pół", (18, 18)),
        ("do lat 5", (0, 71)),
        ("dla pięcio i ośmiolatka", (60, 107)),
        ("16+ siłownia", (192, 203)),
        ("klasa 1 szkoły średniej", (180, 191)),
    ] {
        assert_eq!(understood(text).ages.map(std::ops::RangeInclusive::into_inner), Some(months), "{text}");
    }
    assert!(understood("⚽\u{fe0f} nr 1").concepts.is_empty());
}

#[test]
fn a_year_of_birth_is_an_age_on_a_day() {
    // 21 November 2026.
    let now = 1_795_219_200;
    for (text, born) in [("rocznik 2014 piłka", 2014), ("urodzony w 2017", 2017), ("born in 2020", 2020)] {
        let meaning = understood(text);
        assert_eq!((meaning.born, &meaning.ages), (Some(born), &None), "{text}");
        let ages = meaning.ages_at(now).unwrap();
        let years = 2026 - born.unsigned_abs();
        assert_eq!((ages.start() / 12, ages.end() / 12), (years - 1, years), "{text}: {ages:?}");
    }
    assert_eq!(understood("grafik 2026").born, None);
}
