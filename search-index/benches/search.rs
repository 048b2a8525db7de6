//! What search costs by itself, over copies of the made-up catalogue that its quality is judged by.
//!
//! `cargo bench -p search-index` prints times per call. Compare ratios of two runs on one machine, not absolutes.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

#[path = "../tests/quality/catalogue/mod.rs"]
mod catalogue;

use std::{sync::LazyLock, time::Duration};

use catalogue::{city, documents};
use divan::{Bencher, black_box};
use search_index::{
    CityWords, Document, Facet, Filter, Highlighter, Index, Near, Phrase, Query, Reader, Reading, Suggester,
    TermFilter, Watchlist, taxonomy,
};
use uuid::Uuid;

const SENTENCE: &str = "zajecia z robotyki dla 8 latka na Pogodnie w soboty do 100 zł";
const FACETS: [Facet; 6] = [
    Facet::Terms("interest"),
    Facet::Weekdays,
    Facet::Ages,
    Facet::Prices(&[0, 5_000, 10_000, 20_000]),
    Facet::Terms("district"),
    Facet::Enrolment,
];

fn main() {
    LazyLock::force(&CITY);
    divan::main();
}

static CITY: LazyLock<CityWords> = LazyLock::new(city);

/// So many documents: the catalogue over and over, each copy with words of its own.
fn many(count: usize) -> Vec<Document> {
    let catalogue = documents();
    let copies = catalogue.iter().cycle().take(count).enumerate();
    copies
        .map(|(number, document)| {
            let mut document = document.clone();
            document.id = Uuid::from_u128(number as u128);
            document.text.names = format!("{} {}", document.text.names, number / catalogue.len());
            document
        })
        .collect()
}

fn index(documents: &[Document]) -> Index {
    let index = Index::in_memory();
    let mut writer = index.writer().unwrap();
    writer.put(documents).unwrap();
    writer.commit("").unwrap();
    index
}

fn reader(count: usize) -> Reader {
    index(&many(count)).reader().unwrap()
}

fn query(reader: &Reader, text: &str) -> Query {
    Query {
        meaning: reader.understand(text, Reading::Wish, &CITY),
        kinds: vec!["activity"],
        facets: FACETS.to_vec(),
        first: 20,
        ..Query::default()
    }
}

/// Reading a sentence.
#[divan::bench(args = [SENTENCE, "piłka", "robtyka"])]
fn understand(bencher: Bencher<'_, '_>, text: &str) {
    let reader = reader(5_000);
    reader.understand("robtyka", Reading::Wish, &CITY);
    bencher.bench_local(|| reader.understand(black_box(text), Reading::Wish, &CITY));
}

/// A topic with an explicit age, a circle of 3 km and every facet: reading, searching, ranking.
#[divan::bench(args = [1_500, 5_000, 50_000])]
fn search_with_filters(bencher: Bencher<'_, '_>, count: usize) {
    let reader = reader(count);
    let point = CITY.gazetteer().find("Pogodno").unwrap().points[0];
    bencher.bench_local(|| {
        let query = Query {
            filter: Filter { ages: Some(96..=107), ..Filter::default() },
            near: Some(Near { point, radius_meters: Some(3_000.0) }),
            ..query(&reader, black_box("robotyka"))
        };
        reader.search(&query).unwrap()
    });
}

/// A whole sentence, every facet.
#[divan::bench(args = [5_000, 50_000])]
fn search_sentence(bencher: Bencher<'_, '_>, count: usize) {
    let reader = reader(count);
    bencher.bench_local(|| reader.search(&query(&reader, black_box(SENTENCE))).unwrap());
}

/// A query that few documents answer, in a hundred times as many documents.
#[divan::bench(args = [2_000, 200_000], max_time = Duration::from_secs(3))]
fn search_selective(bencher: Bencher<'_, '_>, count: usize) {
    let reader = reader(count);
    let copies = count / 2_000;
    // The number is in one copy's names only.
    let text = format!("szachy \"{}\"", copies - 1);
    let narrow = TermFilter::new("interest", vec!["chess".to_owned()]);
    let query = Query {
        filter: Filter { terms: narrow.into_iter().collect(), ages: Some(96..=107), ..Filter::default() },
        facets: vec![Facet::Ages, Facet::Weekdays],
        ..query(&reader, &text)
    };
    bencher.bench_local(|| reader.search(black_box(&query)).unwrap());
}

/// Indexing 5 000 documents.
#[divan::bench(max_time = Duration::from_secs(8))]
fn index_build(bencher: Bencher<'_, '_>) {
    let documents = many(5_000);
    bencher.bench_local(|| index(black_box(&documents)));
}

/// Completing a beginning, a short one, and one with a slip.
#[divan::bench(args = ["r", "pi", "robo", "gtara", "zajęcia z rob"])]
fn suggest(bencher: Bencher<'_, '_>, prefix: &str) {
    let titles = many(5_000).into_iter().map(|document| Phrase {
        text: format!("{} {}", document.text.title, document.id.as_u128() / 2_000),
        kind: "activity",
        count: 1,
        ..Phrase::default()
    });
    let interests = taxonomy().interests().map(|interest| Phrase {
        text: interest.name.pl.clone(),
        kind: "interest",
        count: 40,
        aliases: search_index::concept(&interest.id).map(search_index::names_of).unwrap_or_default().to_vec(),
        ..Phrase::default()
    });
    let suggester = Suggester::new(titles.chain(interests));
    bencher.bench_local(|| suggester.suggest(black_box(prefix), 8, |_| true).len());
}

/// Marking the words of a query in twenty summaries.
#[divan::bench]
fn highlight(bencher: Bencher<'_, '_>) {
    let reader = reader(2_000);
    let meaning = reader.understand(SENTENCE, Reading::Wish, &CITY);
    let texts: Vec<String> = documents().iter().take(20).map(|document| document.text.body.clone()).collect();
    bencher.bench_local(|| {
        let highlighter = Highlighter::new(black_box(&meaning));
        texts.iter().map(|text| highlighter.highlight(text).len()).sum::<usize>()
    });
}

/// A document against 100 000 saved searches.
#[divan::bench(max_time = Duration::from_secs(3))]
fn watch(bencher: Bencher<'_, '_>) {
    let documents = documents();
    let reader = index(&documents).reader().unwrap();
    let interests: Vec<_> = taxonomy().interests().collect();
    let districts: Vec<_> = CITY.gazetteer().places().iter().map(|place| place.name.clone()).collect();
    let mut watchlist = Watchlist::default();
    for number in 0..100_000_usize {
        // Few interests are wished for by most.
        let interest = interests[(number * number / 7) % interests.len() * (number % 3 + 1) / 3];
        let mut text = interest.name.pl.clone();
        if number % 3 > 0 {
            text.push_str(&format!(" dla {} latka", 3 + number % 14));
        }
        if number % 2 == 0 {
            text.push_str(&format!(" {}", districts[number / 2 % districts.len()]));
        }
        if number % 5 == 0 {
            text.push_str(" do 150 zł");
        }
        let query = Query { facets: Vec::new(), ..query(&reader, &text) };
        watchlist.put(Uuid::from_u128(number as u128), &query);
    }
    let mut next = documents.iter().cycle();
    bencher.bench_local(|| watchlist.matches(next.next().unwrap(), &CITY, 0).len());
}
