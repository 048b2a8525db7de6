use std::{collections::BTreeMap, ops::RangeInclusive};

use uuid::Uuid;

use crate::{Constraint, EnrolmentState, GeoPoint, Interpretation};

/// What is asked of an index.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// What the person typed, understood.
    pub meaning: Interpretation,
    /// Kinds of documents to find; none means none.
    pub kinds: Vec<&'static str>,
    /// What a document must meet, whatever was typed.
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
    /// Days after which what nobody confirmed sinks below what somebody did; never if nothing is said.
    pub stale_after: Option<u32>,
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
    /// The best rated first; what nobody rated last.
    Rating,
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
    /// What of the text's meaning it misses; nothing for a full match, nor where words had to be given up.
    pub misses: Vec<Constraint>,
}

/// An answer.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The page's documents.
    pub hits: Vec<Hit>,
    /// How many there are on all pages.
    pub total: u64,
    /// How many of them miss nothing of what was typed. They come first.
    pub full_matches: u64,
    /// Whether there is a page after this one.
    pub has_next: bool,
    /// The counts asked for, in the order asked.
    pub facets: Vec<Vec<FacetCount>>,
    /// Where full matches are few, what giving up one condition would bring, the most first.
    pub relaxations: Vec<Relaxation>,
}

/// What would be found if one condition were given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The condition.
    pub constraint: Constraint,
    /// Whether it was understood from the text; otherwise a filter set it.
    pub understood: bool,
    /// How many documents meet all the others.
    pub count: u64,
}

impl Query {
    /// Whether a facet counts this dimension. Its filter is then the collector's, which also counts what fails that
    /// filter alone; any other is the index's, which never visits what fails it.
    pub(crate) fn counts(&self, dimension: &str) -> bool {
        self.facets.iter().any(|facet| matches!(facet, Facet::Terms(counted) if *counted == dimension))
    }
}

/// Counts by value as a list: the most frequent first, equals by value.
pub(crate) fn ranked(counts: BTreeMap<String, u64>) -> Vec<FacetCount> {
    let mut list: Vec<_> =
        counts.into_iter().filter(|(_, count)| *count > 0).map(|(value, count)| FacetCount { value, count }).collect();
    list.sort_by_key(|facet| std::cmp::Reverse(facet.count));
    list
}
