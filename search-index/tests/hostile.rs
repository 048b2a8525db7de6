//! Whatever is typed is answered: nothing panics, fails or takes long, and pages neither repeat nor skip.

#![expect(clippy::unwrap_used, reason = "what cannot be unwrapped has failed")]

use std::{
    collections::HashSet,
    sync::LazyLock,
    time::{Duration, Instant},
};

use proptest::{collection::vec, prelude::*, sample::select};
use search_index::{
    CityWords, Document, Facet, GeoPoint, Highlighter, Index, LocalPhrases, Page, Phrase, Place, PlaceKind, Query,
    Reader, Reading, Slot, Sort, Suggester, Text, concepts, taxonomy,
};
use uuid::Uuid;

/// One text, from its first letter to its last hit.
const LONGEST: Duration = Duration::from_millis(250);
const DOCUMENTS: usize = 50;

struct Portal {
    reader: Reader,
    city: CityWords,
    suggester: Suggester,
}

static PORTAL: LazyLock<Portal> = LazyLock::new(|| {
    let interests: Vec<_> = taxonomy().interests().step_by(2).take(DOCUMENTS).collect();
    let documents = interests.iter().zip(1_u8..).map(|(interest, number)| Document {
        id: Uuid::from_u128(number.into()),
        kind: "activity",
        text: Text {
            title: format!("{} dla dzieci", interest.name.pl),
            names: format!("Klub nr {}", number % 7),
            place: ["Pogodno", "Dąbie"][usize::from(number % 2)].to_owned(),
            body: format!("Zajęcia dla każdego. {} – {}.", interest.name.en, interest.name.uk),
        },
        terms: vec![("tag", "camp".to_owned())],
        interests: vec![interest.id.clone()],
        ages: (Some(u32::from(number % 10) * 12), Some(u32::from(number % 10 + 4) * 12)),
        slots: vec![Slot { weekday: number % 7, starts: 960, ends: 1020 }],
        price: (number % 3 > 0).then(|| i64::from(number % 5) * 5_000),
        location: (number % 4 > 0).then(|| GeoPoint { lat: 53.4, lon: 14.5 + f64::from(number % 9) / 100.0 }),
        ..Document::default()
    });
    let index = Index::in_memory();
    let mut writer = index.writer().unwrap();
    writer.put(&documents.collect::<Vec<_>>()).unwrap();
    writer.commit("").unwrap();
    let district = |name: &str| Place {
        name: name.to_owned(),
        kind: PlaceKind::District,
        id: None,
        points: vec![GeoPoint { lat: 53.4, lon: 14.5 }],
    };
    let phrase = |name: &str| Phrase { text: name.to_owned(), kind: "interest", ..Phrase::default() };
    Portal {
        reader: index.reader().unwrap(),
        city: CityWords::new(
            ["Pogodno", "Dąbie", "Stare Miasto"].map(district),
            &LocalPhrases::default(),
            &["Szczecin"],
        ),
        suggester: Suggester::new(concepts().map(|concept| phrase(&concept.name.pl))),
    }
});

impl Portal {
    fn query(&self, text: &str) -> Query {
        let facets = vec![Facet::Terms("tag"), Facet::Weekdays, Facet::Ages];
        Query {
            meaning: self.reader.understand(text, Reading::Wish, &self.city),
            kinds: vec!["activity"],
            first: 10,
            facets,
            ..Query::default()
        }
    }

    fn ask(&self, text: &str) -> Page {
        let page = self.reader.search(&self.query(text)).unwrap();
        self.suggester.suggest(text, 8, |_| true);
        page
    }

    /// How long a text takes, at best: other tests run beside this one.
    fn patience(&self, text: &str) -> Duration {
        let times = (0..3).map(|_| {
            let start = Instant::now();
            self.ask(text);
            start.elapsed()
        });
        times.min().unwrap_or_default()
    }
}

/// What a grammar, a query language or a database may stumble over, and what the grammar looks for.
const SCRAPS: [&str; 64] = [
    "AND",
    "OR",
    "NOT",
    "(",
    ")",
    "\"",
    "„",
    "”",
    "*",
    "?",
    "~",
    "^",
    "+",
    "-",
    "--",
    "–",
    ":",
    "\\",
    "/",
    "'",
    "’",
    ";",
    "[1 TO 2]",
    "title:",
    "\0",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "e\u{301}\u{301}\u{301}",
    "👩‍👧‍👦",
    "ﬁ",
    "İ",
    "ǆ",
    "ß",
    "مرحبا",
    "שלום",
    "漢字",
    "०८",
    "٣",
    "½",
    "99999999999999999999999999",
    "1e999",
    "-0",
    "0,0,0",
    "12:99",
    "24:00",
    "00:00",
    "8.5.3",
    "zł",
    "lat",
    "klasa",
    "do",
    "od",
    "między",
    "po",
    "nie",
    "bez",
    "w",
    "soboty",
    "robotyka",
    "robtyka",
    "na Pogodnie",
    "i pół",
    "'); DROP TABLE",
];

fn scrap() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(&SCRAPS[..]).prop_map(str::to_owned),
        1 => any::<u64>().prop_map(|number| number.to_string()),
        1 => any::<f64>().prop_map(|number| number.to_string()),
        2 => "\\PC{0,12}",
        1 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
        1 => "[а-яіїєґ]{1,12}",
        2 => "[a-ząćęłńóśźż]{1,14}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    (vec(scrap(), 0..24), select(&[" ", "", "\t", ", ", "-"][..])).prop_map(|(scraps, between)| scraps.join(between))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_typed_is_answered(text in text()) {
        let page = PORTAL.ask(&text);
        prop_assert!(page.hits.len() as u64 <= page.total && page.full_matches <= page.total);
    }

    #[test]
    fn readings_are_parts_of_the_text(text in text()) {
        let meaning = PORTAL.reader.understand(&text, Reading::Wish, &PORTAL.city);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for part in &meaning.parts {
            prop_assert!(!part.ranges.is_empty());
            for range in &part.ranges {
                prop_assert!(text.get(range.clone()).is_some_and(|words| !words.is_empty()), "{part:?}");
            }
            prop_assert!(letters(&meaning.without(part)).len() < letters(&text).len());
        }
        let literal = meaning.literal();
        prop_assert_eq!(letters(&literal), letters(&text));
        let again = PORTAL.reader.understand(&literal, Reading::Wish, &PORTAL.city);
        let is_again = again.corrections.iter().any(|correction| meaning.corrections.contains(correction));
        prop_assert!(!is_again, "{:?} in {literal:?}", again.corrections);
    }

    #[test]
    fn highlights_are_the_text_in_pieces(query in text(), text in text()) {
        let fragments = Highlighter::new(&PORTAL.reader.understand(&query, Reading::Wish, &PORTAL.city)).highlight(&text);
        let whole: String = fragments.iter().map(|fragment| fragment.text.as_str()).collect();
        prop_assert!(fragments.is_empty() || whole == text);
    }

    #[test]
    fn pages_show_every_hit_once(
        text in text(),
        size in 1_usize..9,
        sort in select(&[Sort::Relevance, Sort::Distance, Sort::Price, Sort::Newest, Sort::Name, Sort::StartsSoon, Sort::Rating][..]),
    ) {
        let mut query = Query { first: size, sort, ..PORTAL.query(&text) };
        let total = PORTAL.reader.search(&query).unwrap().total;
        let mut seen = HashSet::new();
        loop {
            let page = PORTAL.reader.search(&query).unwrap();
            prop_assert_eq!(page.total, total);
            prop_assert!(page.hits.iter().all(|hit| seen.insert(hit.id)), "a hit is shown twice");
            query.after = page.hits.last().map(|hit| hit.cursor.clone());
            if !page.has_next {
                break;
            }
            prop_assert_eq!(page.hits.len(), size);
        }
        prop_assert_eq!(seen.len() as u64, total);
    }

    #[test]
    fn foreign_cursors_are_refused_or_harmless(cursor in "\\PC{0,60}|[A-Za-z0-9_-]{24,60}") {
        let query = Query { after: Some(cursor), ..PORTAL.query("robotyka") };
        if let Ok(page) = PORTAL.reader.search(&query) {
            prop_assert!(page.hits.len() as u64 <= page.total);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn long_texts_are_answered_in_time(scraps in vec(scrap(), 1..40), between in select(&[" ", ""][..])) {
        let text: String = scraps.join(between).chars().cycle().take(10_000).collect();
        let time = PORTAL.patience(&text);
        prop_assert!(time < LONGEST, "{time:?}");
    }
}

#[test]
fn the_longest_of_everything_is_answered_in_time() {
    for piece in [
        "\"",
        "(",
        "a",
        "ą",
        "8",
        "8 lat ",
        "nie ",
        "robtyka ",
        "xqzwvk ",
        "gimnastykka ",
        "по ",
        "'",
        "1:",
        "\u{301}",
        "👩‍👧",
        "od 6 do 8 lat ",
        "po pracy ",
    ] {
        let text: String = piece.chars().cycle().take(10_000).collect();
        let time = PORTAL.patience(&text);
        assert!(time < LONGEST, "{piece:?}: {time:?}");
    }
}

#[test]
fn nothing_typed_finds_everything() {
    for text in ["", " ", "\0", "()", "\"\"", "👩‍👧‍👦"] {
        assert_eq!(PORTAL.ask(text).total, DOCUMENTS as u64, "{text:?}");
    }
}
