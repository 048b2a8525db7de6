//! How good the search is: judged queries over a made-up catalogue, and thresholds that it must not fall below.
//!
//! `cargo test -p search-index --test quality -- --nocapture` prints the figures.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

mod catalogue;
mod forms;
mod judge;
mod queries;

use std::{collections::BTreeMap, fmt::Write as _};

use catalogue::{
    city, document,
    offers::{self, Offer},
};
use search_index::{CityWords, Document, Index, Page, Query, Reader, Reading};

/// How many of the worst queries are shown in full.
const SHOWN: usize = 15;
/// How many of the first results may break what was asked.
const TOP: usize = 5;

/// What the search must reach, overall and in every kind that has queries enough to tell.
const LEAST_NDCG: f64 = 0.85;
const LEAST_NDCG_OF_KIND: f64 = 0.75;
const MOST_VIOLATIONS: f64 = 0.05;
const MOST_EMPTY: f64 = 0.02;
const ENOUGH: usize = 10;

/// An index of documents.
fn reader(documents: &[Document]) -> Reader {
    let index = Index::in_memory();
    let mut writer = index.writer().unwrap();
    writer.put(documents).unwrap();
    writer.commit("").unwrap();
    index.reader().unwrap()
}

fn ask(reader: &Reader, city: &CityWords, text: &str) -> Page {
    let query = Query {
        meaning: reader.understand(text, Reading::Wish, city),
        kinds: vec!["activity"],
        first: judge::DEPTH,
        ..Query::default()
    };
    reader.search(&query).unwrap()
}

/// Figures of some queries.
#[derive(Debug, Default)]
struct Figures {
    queries: usize,
    ndcg: f64,
    judged: usize,
    violations: f64,
    constrained: usize,
    empty: usize,
}

impl Figures {
    fn ndcg(&self) -> f64 {
        self.ndcg / self.judged.max(1) as f64
    }

    fn violations(&self) -> f64 {
        self.violations / self.constrained.max(1) as f64
    }

    fn empty(&self) -> f64 {
        self.empty as f64 / self.queries.max(1) as f64
    }
}

#[test]
fn judged_queries_find_what_was_meant() {
    let offers = offers::offers();
    let (reader, city) = (reader(&offers.iter().map(document).collect::<Vec<_>>()), city());
    let mut all = Figures::default();
    let mut kinds: BTreeMap<String, Figures> = BTreeMap::new();
    let mut worst: Vec<(f64, String)> = Vec::new();
    for judged in queries::queries() {
        let page = ask(&reader, &city, &judged.q);
        let found: Vec<&Offer> = page
            .hits
            .iter()
            .map(|hit| {
                offers.iter().find(|offer| u128::from(offer.id) == hit.id.as_u128()).expect("an offer of the catalogue")
            })
            .collect();
        let relevance: Vec<u8> = found.iter().map(|offer| judge::relevance(&offer.truth, &judged.intent)).collect();
        let ideal: Vec<u8> = offers.iter().map(|offer| judge::relevance(&offer.truth, &judged.intent)).collect();
        let ndcg = judge::ndcg(&relevance, &ideal);
        let top = &found[..found.len().min(TOP)];
        let broken = top.iter().filter(|offer| judge::violations(&offer.truth, &judged.intent).any()).count();
        for name in judged.kinds.iter().cloned().chain([String::new()]) {
            let figures = if name.is_empty() { &mut all } else { kinds.entry(name).or_default() };
            figures.queries += 1;
            figures.empty += usize::from(found.is_empty());
            if let Some(ndcg) = ndcg {
                figures.ndcg += ndcg;
                figures.judged += 1;
            }
            if judged.intent.is_constrained() && !top.is_empty() {
                figures.violations += broken as f64 / top.len() as f64;
                figures.constrained += 1;
            }
        }
        let mut line = format!("{:.2} v{broken} {} {:?} -> {relevance:?}", ndcg.unwrap_or(1.0), judged.id, judged.q);
        let meaning = reader.understand(&judged.q, Reading::Wish, &city);
        let concepts: Vec<_> = meaning.concepts.iter().map(|concept| concept.id.as_str()).collect();
        write!(
            line,
            "\n       {concepts:?} -{:?} kw {:?} ages {:?} days {:?} hours {:?} price {:?} place {:?} lang {:?} online {:?} corr {:?}",
            meaning.excluded.iter().map(|concept| concept.id.as_str()).collect::<Vec<_>>(),
            meaning.keywords,
            meaning.ages,
            meaning.weekdays,
            meaning.hours,
            meaning.max_price,
            meaning.place.map(|place| place.name),
            meaning.languages,
            meaning.online,
            meaning.corrections.iter().map(|it| format!("{}→{}", it.from, it.to)).collect::<Vec<_>>(),
        )
        .unwrap();
        for (offer, relevance) in found.iter().zip(&relevance).take(6) {
            let Offer { title, interests, months, price, truth, .. } = offer;
            write!(
                line,
                "\n       {relevance} {title} {interests:?} {:?} {:?}-{:?} {price:?} {:?}",
                truth.interests,
                months.0.map(|age| age / 12),
                months.1.map(|age| age / 12),
                truth.tags
            )
            .unwrap();
        }
        worst.push((ndcg.unwrap_or(1.0) - broken as f64 / 10.0, line));
    }
    worst.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (_, line) in worst.iter().take(SHOWN) {
        println!("{line}");
    }
    println!("{:14} {:>7} {:>8} {:>12} {:>7}", "kind", "queries", "nDCG@10", "violations@5", "empty");
    for (kind, figures) in kinds.iter().chain([(&"all".to_owned(), &all)]) {
        println!(
            "{kind:14} {:7} {:8.3} {:11.1}% {:6.1}%",
            figures.queries,
            figures.ndcg(),
            100.0 * figures.violations(),
            100.0 * figures.empty()
        );
    }
    assert!(all.ndcg() >= LEAST_NDCG, "nDCG@10 fell to {:.3}", all.ndcg());
    assert!(all.violations() <= MOST_VIOLATIONS, "violations rose to {:.3}", all.violations());
    assert!(all.empty() <= MOST_EMPTY, "queries without a result rose to {:.3}", all.empty());
    for (kind, figures) in kinds.iter().filter(|(_, figures)| figures.queries >= ENOUGH) {
        assert!(figures.ndcg() >= LEAST_NDCG_OF_KIND, "nDCG@10 of {kind} fell to {:.3}", figures.ndcg());
    }
}
