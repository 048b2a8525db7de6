use std::{collections::BTreeMap, ops::RangeInclusive};

use tantivy::{
    Term,
    query::{AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, TermQuery},
    schema::{Field, IndexRecordOption},
};
use uuid::Uuid;

use crate::{
    EnrolmentState, GeoPoint, analysis,
    document::{Fields, term},
};

/// Words of a query beyond these are not looked at.
const MAX_WORDS: usize = 32;
/// How much of a word's weaker matches counts beside its best.
const TIE_BREAKER: f32 = 0.1;

/// What is asked of an index.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// What the person typed.
    pub text: String,
    /// Kinds of documents to find; none means none.
    pub kinds: Vec<&'static str>,
    /// What a document must meet.
    pub filter: Filter,
    /// From where distances count.
    pub near: Option<Near>,
    /// The order.
    pub sort: Sort,
    /// How many hits at most.
    pub first: usize,
    /// Where the page before ended.
    pub after: Option<String>,
    /// What to count besides.
    pub facets: Vec<Facet>,
    /// The present moment, seconds since 1970.
    pub now: i64,
}

/// What a document must meet; all of it.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// For each dimension, one of the values.
    pub terms: Vec<TermFilter>,
    /// Ages in months of which the document must serve some. "8 years" is 96 to 107.
    pub ages: Option<RangeInclusive<u32>>,
    /// Days and hours.
    pub slot: Option<SlotFilter>,
    /// Price at most, in the smallest unit; documents without a price do not match.
    pub max_price: Option<i64>,
    /// Any of these states.
    pub enrolment: Vec<EnrolmentState>,
}

/// One of some values in a dimension.
#[derive(Clone, Debug)]
pub struct TermFilter {
    /// The dimension.
    pub dimension: &'static str,
    /// The values.
    pub any_of: Vec<String>,
}

/// Values of one filter that are looked at.
const MAX_VALUES: usize = 100;

impl TermFilter {
    /// A filter by some values; none is no filter. Repetitions, and values beyond the first hundred, do not count.
    pub fn new(dimension: &'static str, values: Vec<String>) -> Option<Self> {
        let mut any_of: Vec<String> = Vec::new();
        for value in values {
            if any_of.len() < MAX_VALUES && !any_of.contains(&value) {
                any_of.push(value);
            }
        }
        (!any_of.is_empty()).then_some(Self { dimension, any_of })
    }
}

/// A document matches if one of its slots meets all of this.
#[derive(Clone, Debug, Default)]
pub struct SlotFilter {
    /// Days after Monday; empty for any.
    pub weekdays: Vec<u8>,
    /// Starts at this minute of the day or later.
    pub starts_after: Option<u16>,
    /// Starts before this minute of the day.
    pub starts_before: Option<u16>,
}

/// A place to measure from.
#[derive(Clone, Copy, Debug)]
pub struct Near {
    /// The place.
    pub point: GeoPoint,
    /// Farther documents, and those without a location, do not match.
    pub radius_meters: Option<f64>,
}

/// The order of hits. Ties are broken by id, so every order is total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What fits best first.
    #[default]
    Relevance,
    /// The nearest first; what has no location last.
    Distance,
    /// The cheapest first; what has no price last.
    Price,
    /// The latest made first.
    Newest,
    /// By name, as in Polish.
    Name,
    /// What begins soonest, from today on; what has begun or has no date last.
    StartsSoon,
}

/// Something to count documents by. A facet's own filter does not narrow it, so that a reader can add a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// The values of a dimension.
    Terms(&'static str),
    /// Days after Monday, `0` to `6`.
    Weekdays,
    /// Years of age, `0` to `18`; the last stands for everybody older.
    Ages,
    /// "At most this much", for these prices in the smallest unit.
    Prices(&'static [i64]),
    /// States of enrolment.
    Enrolment,
}

/// A facet's value and how many documents have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub value: String,
    /// Documents that have it and meet every filter but the facet's own.
    pub count: u64,
}

/// A document found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its id.
    pub id: Uuid,
    /// Its kind.
    pub kind: &'static str,
    /// Metres from where the query is near to, where both are known.
    pub distance_meters: Option<f64>,
    /// Where a next page would begin.
    pub cursor: String,
}

/// An answer.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The page's documents.
    pub hits: Vec<Hit>,
    /// How many there are on all pages.
    pub total: u64,
    /// Whether there is a page after this one.
    pub has_next: bool,
    /// The counts asked for, in the order asked.
    pub facets: Vec<Vec<FacetCount>>,
    /// The words that were searched for.
    pub keywords: Vec<String>,
}

impl Query {
    /// Whether a facet counts this dimension. Its filter is then the collector's, which also counts what fails that
    /// filter alone; any other is the index's, which never visits what fails it.
    pub(crate) fn counts(&self, dimension: &str) -> bool {
        self.facets.iter().any(|facet| matches!(facet, Facet::Terms(counted) if *counted == dimension))
    }
}

/// How a query's words must be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    Every,
    Any,
}

/// The words of a query that say something; all of them if none does.
pub(crate) fn keywords(text: &str) -> Vec<String> {
    let all: Vec<_> = analysis::words(text).take(MAX_WORDS).map(|word| word.text.to_owned()).collect();
    let telling: Vec<_> = all.iter().filter(|word| !analysis::is_stop_word(word)).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// The tantivy query that finds the words; filters are the collector's.
pub(crate) fn build(fields: &Fields, query: &Query, keywords: &[String], demand: Demand) -> BooleanQuery {
    let kinds = query.kinds.iter().map(|kind| term_query(fields.kind, kind)).collect();
    let mut clauses: Vec<(Occur, Box<dyn tantivy::query::Query>)> =
        vec![(Occur::Must, Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::union(kinds)), 0.0)))];
    for terms in query.filter.terms.iter().filter(|terms| !query.counts(terms.dimension)) {
        let values = terms.any_of.iter().map(|value| term_query(fields.terms, &term(terms.dimension, value))).collect();
        clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::union(values)), 0.0))));
    }
    if keywords.is_empty() {
        clauses.push((Occur::Must, Box::new(AllQuery)));
        return BooleanQuery::new(clauses);
    }
    let words = keywords.iter().map(|word| word_query(fields, word));
    match demand {
        Demand::Every => clauses.extend(words.map(|word| (Occur::Must, word))),
        Demand::Any => clauses.push((Occur::Must, Box::new(BooleanQuery::union(words.collect())))),
    }
    BooleanQuery::new(clauses)
}

/// A word in any field, by its best match: how often it stands in how many fields must not add up.
fn word_query(fields: &Fields, word: &str) -> Box<dyn tantivy::query::Query> {
    let by_weight =
        [(fields.title, 3.0), (fields.topics, 2.5), (fields.names, 2.0), (fields.place, 1.5), (fields.body, 1.0)];
    let mut ways: Vec<Box<dyn tantivy::query::Query>> =
        vec![Box::new(BoostQuery::new(term_query(fields.title_forms, &analysis::fold(word)), 4.0))];
    for stem in analysis::stems(word) {
        for (field, weight) in by_weight {
            ways.push(Box::new(BoostQuery::new(term_query(field, &stem), weight)));
        }
    }
    Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, TIE_BREAKER))
}

fn term_query(field: Field, text: &str) -> Box<dyn tantivy::query::Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs))
}

/// Counts by value as a list: the most frequent first, equals by value.
pub(crate) fn ranked(counts: BTreeMap<String, u64>) -> Vec<FacetCount> {
    let mut list: Vec<_> =
        counts.into_iter().filter(|(_, count)| *count > 0).map(|(value, count)| FacetCount { value, count }).collect();
    list.sort_by_key(|facet| std::cmp::Reverse(facet.count));
    list
}
