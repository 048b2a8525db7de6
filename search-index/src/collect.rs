//! One pass over the documents that match a query's words: filter, rank, and count every facet.
//!
//! A document that fails exactly one filter still counts in the facet which that filter belongs to. So every
//! multi-select facet is right at the price of one pass, however many facets there are.

use std::{collections::BTreeMap, sync::Arc};

use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::{Column, StrColumn},
};
use uuid::Uuid;

use crate::{
    Enrolment, EnrolmentState, Facet, FacetCount, GeoPoint, Near, Query, Slot, SlotFilter, Sort,
    cursor::{Position, Rank},
    distance_meters,
    names::{Names, SegmentNames},
    query::ranked,
};

/// The last year of the age facet stands for everybody older.
const LAST_AGE: u64 = 18;
/// A place this far away (metres) weighs three quarters of one next door.
const DISTANCE_SCALE: f64 = 2_000.0;
/// Seconds of a day.
const DAY: i64 = 86_400;
/// Days after which an unconfirmed entry has lost about two thirds of its freshness.
const FRESH_DAYS: f64 = 180.0;

/// A filter, and the facet it must not narrow.
#[derive(Clone)]
enum Clause {
    Terms(&'static str, Vec<String>),
    Ages(u64, u64),
    Slot(SlotFilter),
    MaxPrice(i64),
    Enrolment(Vec<EnrolmentState>),
    Within(f64),
}

impl Clause {
    fn belongs_to(&self, facet: Facet) -> bool {
        match (self, facet) {
            (Self::Terms(dimension, _), Facet::Terms(counted)) => *dimension == counted,
            (Self::Ages(..), Facet::Ages)
            | (Self::Slot(_), Facet::Weekdays)
            | (Self::MaxPrice(_), Facet::Prices(_))
            | (Self::Enrolment(_), Facet::Enrolment) => true,
            _ => false,
        }
    }
}

/// What passed, before it is sorted.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) position: Position,
    pub(crate) distance: Option<f64>,
    pub(crate) kind: u64,
}

/// Everything a query yields.
pub(crate) struct Outcome {
    pub(crate) found: Vec<Found>,
    pub(crate) facets: Vec<Vec<FacetCount>>,
}

/// The collector of one query.
pub(crate) struct Sieve {
    clauses: Vec<Clause>,
    facets: Vec<Facet>,
    near: Option<Near>,
    sort: Sort,
    now: i64,
    /// Whether the words' scores matter.
    scored: bool,
    kinds: Vec<String>,
    names: Names,
}

impl Sieve {
    pub(crate) fn new(query: &Query, scored: bool, names: Names) -> Self {
        let filter = &query.filter;
        let mut clauses = Vec::new();
        let counted = filter.terms.iter().filter(|terms| query.counts(terms.dimension));
        clauses.extend(counted.map(|terms| Clause::Terms(terms.dimension, terms.any_of.clone())));
        clauses.extend(filter.ages.as_ref().map(|ages| Clause::Ages((*ages.start()).into(), (*ages.end()).into())));
        clauses.extend(filter.slot.clone().map(Clause::Slot));
        clauses.extend(filter.max_price.map(Clause::MaxPrice));
        clauses.extend((!filter.enrolment.is_empty()).then(|| Clause::Enrolment(filter.enrolment.clone())));
        clauses.extend(query.near.and_then(|near| near.radius_meters).map(Clause::Within));
        Self {
            clauses,
            facets: query.facets.clone(),
            near: query.near,
            sort: query.sort,
            now: query.now,
            scored,
            kinds: query.kinds.iter().map(|kind| (*kind).to_owned()).collect(),
            names,
        }
    }
}

impl Collector for Sieve {
    type Fruit = Outcome;
    type Child = SegmentSieve;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentSieve> {
        let names = self.names.get(&segment.segment_id()).cloned().unwrap_or_default();
        let columns = Columns::open(segment)?;
        let ordinals = |dimension: &str, values: &[String]| {
            values.iter().filter_map(|value| names.ordinal(dimension, value)).collect()
        };
        let tests = self.clauses.iter().map(|clause| match clause {
            Clause::Terms(dimension, values) => Test::Terms(ordinals(dimension, values)),
            other => Test::Clause(other.clone()),
        });
        let tallies = self.facets.iter().map(|facet| {
            let own = self.clauses.iter().position(|clause| clause.belongs_to(*facet));
            Tally::new(*facet, own, &names)
        });
        let (tests, tallies) = (tests.collect(), tallies.collect());
        let kinds = ordinals("kind_of", &self.kinds);
        Ok(SegmentSieve {
            columns,
            tests,
            tallies,
            near: self.near,
            sort: self.sort,
            now: self.now,
            scored: self.scored,
            kinds,
            names,
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.scored && self.sort == Sort::Relevance
    }

    fn merge_fruits(&self, segments: Vec<Outcome>) -> tantivy::Result<Outcome> {
        let mut found = Vec::with_capacity(segments.iter().map(|segment| segment.found.len()).sum());
        let mut counts: Vec<BTreeMap<String, u64>> = vec![BTreeMap::new(); self.facets.len()];
        for segment in segments {
            found.extend(segment.found);
            for (sum, facet) in counts.iter_mut().zip(segment.facets) {
                for FacetCount { value, count } in facet {
                    *sum.entry(value).or_default() += count;
                }
            }
        }
        Ok(Outcome { found, facets: counts.into_iter().map(ranked).collect() })
    }
}

/// A filter, ready for one segment.
enum Test {
    Terms(Vec<u64>),
    Clause(Clause),
}

pub(crate) struct SegmentSieve {
    columns: Columns,
    tests: Vec<Test>,
    tallies: Vec<Tally>,
    near: Option<Near>,
    sort: Sort,
    now: i64,
    scored: bool,
    kinds: Vec<u64>,
    names: Arc<SegmentNames>,
    found: Vec<Found>,
}

impl SegmentCollector for SegmentSieve {
    type Fruit = Outcome;

    fn collect(&mut self, doc: DocId, score: Score) {
        if self.columns.until.first(doc).is_some_and(|until| until <= self.now) {
            return;
        }
        let distance = self.near.and_then(|near| Some(distance_meters(near.point, self.columns.location(doc)?)));
        let mut failed = None;
        for (index, test) in self.tests.iter().enumerate() {
            if !self.columns.passes(test, doc, distance, self.now) {
                if failed.is_some() {
                    return;
                }
                failed = Some(index);
            }
        }
        for tally in &mut self.tallies {
            if failed.is_none() || tally.own == failed {
                let slots = match tally.own.and_then(|own| self.tests.get(own)) {
                    Some(Test::Clause(Clause::Slot(filter))) => Some(filter),
                    _ => None,
                };
                tally.count(&self.columns, doc, self.now, slots);
            }
        }
        if failed.is_none() {
            let score = if self.scored { f64::from(score) } else { 1.0 };
            let rank = self.columns.rank(self.sort, doc, score, distance, self.now, &self.names);
            let kind = self.columns.kind(doc, &self.kinds);
            self.found.push(Found { position: Position { rank, id: self.columns.id(doc) }, distance, kind });
        }
    }

    fn harvest(self) -> Outcome {
        let facets = self.tallies.into_iter().map(|tally| tally.harvest(&self.names)).collect();
        Outcome { found: self.found, facets }
    }
}

/// The columns of one segment.
struct Columns {
    id_high: Column<u64>,
    id_low: Column<u64>,
    terms: Option<StrColumn>,
    sort_name: Option<StrColumn>,
    age_min: Column<u64>,
    age_max: Column<u64>,
    slots: Column<u64>,
    price: Column<i64>,
    opens: Column<i64>,
    closes: Column<i64>,
    places_left: Column<u64>,
    enrolment: Column<u64>,
    lat: Column<f64>,
    lon: Column<f64>,
    created: Column<i64>,
    confirmed: Column<i64>,
    starts: Column<i64>,
    until: Column<i64>,
}

impl Columns {
    fn open(segment: &SegmentReader) -> tantivy::Result<Self> {
        let fast = segment.fast_fields();
        Ok(Self {
            id_high: fast.u64("id_high")?,
            id_low: fast.u64("id_low")?,
            terms: fast.str("terms")?,
            sort_name: fast.str("sort_name")?,
            age_min: fast.u64("age_min")?,
            age_max: fast.u64("age_max")?,
            slots: fast.u64("slots")?,
            price: fast.i64("price")?,
            opens: fast.i64("opens")?,
            closes: fast.i64("closes")?,
            places_left: fast.u64("places_left")?,
            enrolment: fast.u64("enrolment")?,
            lat: fast.f64("lat")?,
            lon: fast.f64("lon")?,
            created: fast.i64("created")?,
            confirmed: fast.i64("confirmed")?,
            starts: fast.i64("starts")?,
            until: fast.i64("until")?,
        })
    }

    fn id(&self, doc: DocId) -> Uuid {
        Uuid::from_u64_pair(self.id_high.first(doc).unwrap_or_default(), self.id_low.first(doc).unwrap_or_default())
    }

    fn kind(&self, doc: DocId, kinds: &[u64]) -> u64 {
        let terms = self.terms.iter().flat_map(|terms| terms.ords().values_for_doc(doc));
        terms.into_iter().find_map(|ordinal| kinds.iter().position(|kind| *kind == ordinal)).unwrap_or_default() as u64
    }

    fn location(&self, doc: DocId) -> Option<GeoPoint> {
        Some(GeoPoint { lat: self.lat.first(doc)?, lon: self.lon.first(doc)? })
    }

    fn enrolment(&self, doc: DocId) -> Option<Enrolment> {
        Some(Enrolment {
            queue: self.enrolment.first(doc)? != 0,
            opens: self.opens.first(doc),
            closes: self.closes.first(doc),
            places_left: self.places_left.first(doc).map(|places| places as u32),
        })
    }

    fn passes(&self, test: &Test, doc: DocId, distance: Option<f64>, now: i64) -> bool {
        match test {
            Test::Terms(wanted) => self
                .terms
                .as_ref()
                .is_some_and(|terms| terms.ords().values_for_doc(doc).any(|ordinal| wanted.contains(&ordinal))),
            Test::Clause(Clause::Ages(from, to)) => match (self.age_min.first(doc), self.age_max.first(doc)) {
                (Some(min), Some(max)) => min <= *to && *from <= max,
                _ => false,
            },
            Test::Clause(Clause::Slot(filter)) => self
                .slots
                .values_for_doc(doc)
                .map(Slot::unpack)
                .any(|slot| on_time(filter, slot) && on_day(filter, slot)),
            Test::Clause(Clause::MaxPrice(most)) => self.price.first(doc).is_some_and(|price| price <= *most),
            Test::Clause(Clause::Enrolment(states)) => {
                self.enrolment(doc).is_some_and(|enrolment| states.contains(&enrolment.state(now)))
            }
            Test::Clause(Clause::Within(radius)) => distance.is_some_and(|metres| metres <= *radius),
            // Turned into dictionary numbers when the segment was opened.
            Test::Clause(Clause::Terms(..)) => false,
        }
    }

    fn rank(&self, sort: Sort, doc: DocId, score: f64, distance: Option<f64>, now: i64, names: &SegmentNames) -> Rank {
        let number = match sort {
            Sort::Relevance => -self.relevance(doc, score, distance, now),
            Sort::Distance => distance.unwrap_or(f64::INFINITY),
            Sort::Price => self.price.first(doc).map_or(f64::INFINITY, |price| price as f64),
            Sort::Newest => -(self.created.first(doc).unwrap_or_default() as f64),
            Sort::StartsSoon => match self.starts.first(doc) {
                Some(day) if day >= now.div_euclid(DAY) => day as f64,
                _ => f64::INFINITY,
            },
            Sort::Name => {
                let ordinal = self.sort_name.as_ref().and_then(|column| column.ords().first(doc));
                return Rank::Text(ordinal.map_or("", |ordinal| names.sort_name(ordinal)).to_owned());
            }
        };
        Rank::Number(number)
    }

    /// What the words say, dimmed by distance, by age of the entry and by closed doors. Time counts in whole days,
    /// so that the order stands still while somebody turns pages.
    fn relevance(&self, doc: DocId, score: f64, distance: Option<f64>, now: i64) -> f64 {
        let nearness = distance.map_or(1.0, |metres| 0.5 + 0.5 * (-metres / DISTANCE_SCALE).exp());
        let days = (now.div_euclid(DAY) - self.confirmed.first(doc).unwrap_or_default().div_euclid(DAY)).max(0);
        let freshness = 0.9 + 0.1 * (-(days as f64) / FRESH_DAYS).exp();
        let openness = match self.enrolment(doc).map(|enrolment| enrolment.state(now)) {
            None | Some(EnrolmentState::Open) => 1.0,
            Some(EnrolmentState::NotYet) => 0.97,
            Some(EnrolmentState::Queue) => 0.93,
            Some(EnrolmentState::Full) => 0.9,
            Some(EnrolmentState::Closed) => 0.85,
        };
        score * nearness * freshness * openness
    }
}

fn on_day(filter: &SlotFilter, slot: Slot) -> bool {
    filter.weekdays.is_empty() || filter.weekdays.contains(&slot.weekday)
}

fn on_time(filter: &SlotFilter, slot: Slot) -> bool {
    filter.starts_after.is_none_or(|earliest| slot.starts >= earliest)
        && filter.starts_before.is_none_or(|latest| slot.starts < latest)
}

/// One facet's counts in one segment.
struct Tally {
    facet: Facet,
    /// The filter that does not narrow this facet.
    own: Option<usize>,
    /// Where the dimension's values begin in the segment's dictionary.
    base: u64,
    counts: Vec<u64>,
}

impl Tally {
    fn new(facet: Facet, own: Option<usize>, names: &SegmentNames) -> Self {
        let values = match facet {
            Facet::Terms(dimension) => names.dimension(dimension),
            Facet::Weekdays => 0..7,
            Facet::Ages => 0..LAST_AGE + 1,
            Facet::Prices(steps) => 0..steps.len() as u64,
            Facet::Enrolment => 0..EnrolmentState::ALL.len() as u64,
        };
        Self { facet, own, base: values.start, counts: vec![0; (values.end - values.start) as usize] }
    }

    fn count(&mut self, columns: &Columns, doc: DocId, now: i64, slots: Option<&SlotFilter>) {
        match self.facet {
            Facet::Terms(_) => {
                for ordinal in columns.terms.iter().flat_map(|terms| terms.ords().values_for_doc(doc)) {
                    if let Some(count) = ordinal.checked_sub(self.base).and_then(|at| self.counts.get_mut(at as usize))
                    {
                        *count += 1;
                    }
                }
            }
            Facet::Weekdays => {
                let mut days = [false; 7];
                for slot in columns.slots.values_for_doc(doc).map(Slot::unpack) {
                    if slots.is_none_or(|filter| on_time(filter, slot))
                        && let Some(day) = days.get_mut(usize::from(slot.weekday))
                    {
                        *day = true;
                    }
                }
                for (count, on) in self.counts.iter_mut().zip(days) {
                    *count += u64::from(on);
                }
            }
            Facet::Ages => {
                if let (Some(min), Some(max)) = (columns.age_min.first(doc), columns.age_max.first(doc)) {
                    for (year, count) in (0..).zip(&mut self.counts) {
                        let last = if year == LAST_AGE { u64::MAX } else { year * 12 + 11 };
                        *count += u64::from(min <= last && year * 12 <= max);
                    }
                }
            }
            Facet::Prices(steps) => {
                if let Some(price) = columns.price.first(doc) {
                    for (count, step) in self.counts.iter_mut().zip(steps) {
                        *count += u64::from(price <= *step);
                    }
                }
            }
            Facet::Enrolment => {
                if let Some(state) = columns.enrolment(doc).map(|enrolment| enrolment.state(now)) {
                    for (count, counted) in self.counts.iter_mut().zip(EnrolmentState::ALL) {
                        *count += u64::from(state == counted);
                    }
                }
            }
        }
    }

    fn harvest(self, names: &SegmentNames) -> Vec<FacetCount> {
        let value = |at: usize| match self.facet {
            Facet::Terms(dimension) => names.value(dimension, self.base + at as u64).map(str::to_owned),
            Facet::Weekdays | Facet::Ages => Some(at.to_string()),
            Facet::Prices(steps) => steps.get(at).map(ToString::to_string),
            Facet::Enrolment => EnrolmentState::ALL.get(at).map(|state| state.as_str().to_owned()),
        };
        let counted = self.counts.iter().enumerate().filter(|(_, count)| **count > 0);
        counted.filter_map(|(at, count)| Some(FacetCount { value: value(at)?, count: *count })).collect()
    }
}
