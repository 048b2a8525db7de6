//! One pass over the documents that match a query's words: filter, rank, count every facet, and count what giving up
//! a condition would bring.
//!
//! A document that fails exactly one condition still counts in the facet which that condition belongs to, and as what
//! would be found without it. So every multi-select facet and every relaxation is right at the price of one pass.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::{Column, StrColumn},
};
use uuid::Uuid;

use crate::{
    Enrolment, EnrolmentState, Facet, FacetCount, GeoPoint, Query, Slot, SlotFilter, Sort,
    condition::{Condition, Facts, Fit, Test, on_time},
    cursor::{Position, Rank},
    geo::nearest_meters,
    names::{Names, SegmentNames},
    plan::Plan,
    query::ranked,
};

/// The last year of the age facet stands for everybody older.
const LAST_AGE: u64 = 18;
/// How far people go (metres) before a place weighs markedly less than one next door; older children go farther.
const DISTANCE_SCALE: f64 = 2_000.0;
/// The age in months at which a child goes that far by itself, and how the distance grows with each year.
const SCALE_AGE: f64 = 108.0;
const SCALE_PER_YEAR: f64 = 0.06;
/// Seconds of a day.
const DAY: i64 = 86_400;
/// What no term of a segment has.
const NO_ORDINAL: u64 = u64::MAX;
/// Days after which an unconfirmed entry has lost about two thirds of its freshness.
const FRESH_DAYS: f64 = 180.0;
/// What is left of the relevance of an entry that nobody confirmed for longer than a city wants.
const STALE: f64 = 0.8;

/// What was found, before it is sorted.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) position: Position,
    pub(crate) distance: Option<f64>,
    pub(crate) kind: u64,
    /// What is left of its rank for what it misses; 1 if it misses nothing.
    pub(crate) forgiven: f64,
    /// The conditions it misses, a bit each.
    pub(crate) misses: u32,
}

/// Everything a query yields.
pub(crate) struct Outcome {
    pub(crate) found: Vec<Found>,
    pub(crate) facets: Vec<Vec<FacetCount>>,
    /// For each condition, how many documents fail it alone.
    pub(crate) only: Vec<u64>,
}

/// The collector of one query.
pub(crate) struct Sieve<'a> {
    plan: &'a Plan,
    facets: Vec<Facet>,
    origin: Vec<GeoPoint>,
    origin_is_vague: bool,
    scale: f64,
    sort: Sort,
    now: i64,
    stale_after: Option<u32>,
    kinds: Vec<String>,
    names: Names,
}

impl<'a> Sieve<'a> {
    pub(crate) fn new(query: &Query, plan: &'a Plan, names: Names) -> Self {
        let ages = query.filter.ages.clone().or_else(|| query.meaning.ages_at(query.now));
        let years = ages.map_or(0.0, |ages| (f64::from(*ages.start()) - SCALE_AGE) / 12.0);
        Self {
            plan,
            facets: query.facets.clone(),
            origin: query.origin(),
            origin_is_vague: query.near.is_none(),
            scale: DISTANCE_SCALE * (1.0 + SCALE_PER_YEAR * years).clamp(0.6, 1.8),
            sort: query.sort,
            now: query.now,
            stale_after: query.stale_after,
            kinds: query.kinds.iter().map(|kind| (*kind).to_owned()).collect(),
            names,
        }
    }
}

impl Collector for Sieve<'_> {
    type Fruit = Outcome;
    type Child = SegmentSieve;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentSieve> {
        let names = self.names.get(&segment.segment_id()).cloned().unwrap_or_default();
        let columns = Columns::open(segment)?;
        let conditions = self.plan.conditions.clone();
        let ordinals = conditions.iter().map(|condition| match &condition.test {
            Test::Terms(terms) | Test::Perhaps(_, terms) => {
                terms.iter().filter_map(|term| names.ordinal(term)).collect()
            }
            Test::Trait(term) => names.ordinal(term).into_iter().collect(),
            _ => Vec::new(),
        });
        let dimensions = conditions.iter().map(|condition| match &condition.test {
            Test::Perhaps(dimension, _) => (*dimension, names.dimension(dimension)),
            _ => ("", 0..0),
        });
        let (ordinals, dimensions) = (ordinals.collect(), dimensions.collect());
        let tallies = self.facets.iter().map(|facet| {
            let own = conditions.iter().position(|condition| condition.belongs_to(*facet));
            Tally::new(*facet, own, &names)
        });
        let tallies = tallies.collect();
        // A kind that no document of the segment has keeps its place, or those behind it would be taken for it.
        let ordinal = |kind: &String| names.ordinal(&crate::document::term("kind_of", kind)).unwrap_or(NO_ORDINAL);
        let kinds = self.kinds.iter().map(ordinal).collect();
        Ok(SegmentSieve {
            columns,
            only: vec![0; conditions.len()],
            conditions,
            ordinals,
            dimensions,
            tallies,
            origin: self.origin.clone(),
            origin_is_vague: self.origin_is_vague,
            scale: self.scale,
            sort: self.sort,
            now: self.now,
            stale_after: self.stale_after,
            scored: self.plan.scored,
            base: self.plan.base,
            kinds,
            names,
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.plan.scored && self.sort == Sort::Relevance
    }

    fn merge_fruits(&self, segments: Vec<Outcome>) -> tantivy::Result<Outcome> {
        let mut found = Vec::with_capacity(segments.iter().map(|segment| segment.found.len()).sum());
        let mut counts: Vec<BTreeMap<String, u64>> = vec![BTreeMap::new(); self.facets.len()];
        let mut only = vec![0; self.plan.conditions.len()];
        for segment in segments {
            found.extend(segment.found);
            for (sum, facet) in counts.iter_mut().zip(segment.facets) {
                for FacetCount { value, count } in facet {
                    *sum.entry(value).or_default() += count;
                }
            }
            for (sum, count) in only.iter_mut().zip(segment.only) {
                *sum += count;
            }
        }
        Ok(Outcome { found, facets: counts.into_iter().map(ranked).collect(), only })
    }
}

pub(crate) struct SegmentSieve {
    columns: Columns,
    conditions: Vec<Condition>,
    /// For each condition on terms, their dictionary numbers in this segment.
    ordinals: Vec<Vec<u64>>,
    /// For each condition that forgives silence, the dictionary numbers of its dimension.
    dimensions: Vec<(&'static str, Range<u64>)>,
    tallies: Vec<Tally>,
    only: Vec<u64>,
    origin: Vec<GeoPoint>,
    origin_is_vague: bool,
    scale: f64,
    sort: Sort,
    now: i64,
    stale_after: Option<u32>,
    scored: bool,
    base: f64,
    kinds: Vec<u64>,
    names: Arc<SegmentNames>,
    found: Vec<Found>,
}

/// One document of a segment, as conditions see it.
struct Row<'a> {
    sieve: &'a SegmentSieve,
    doc: DocId,
    distance: Option<f64>,
}

impl Facts for Row<'_> {
    fn ages(&self) -> Option<(u64, u64)> {
        let columns = &self.sieve.columns;
        columns.age_min.first(self.doc).zip(columns.age_max.first(self.doc))
    }

    fn any_slot(&self, wanted: &dyn Fn(Slot) -> bool) -> Option<bool> {
        let mut slots = self.sieve.columns.slots.values_for_doc(self.doc).map(Slot::unpack).peekable();
        slots.peek()?;
        Some(slots.any(wanted))
    }

    fn price(&self) -> Option<i64> {
        self.sieve.columns.price.first(self.doc)
    }

    fn enrolment(&self) -> Option<Enrolment> {
        self.sieve.columns.enrolment(self.doc)
    }

    fn distance(&self) -> Option<f64> {
        self.distance
    }

    fn has_any(&self, condition: usize, _: &[String]) -> bool {
        let Some(wanted) = self.sieve.ordinals.get(condition).filter(|wanted| !wanted.is_empty()) else { return false };
        self.sieve.columns.term_ordinals(self.doc).any(|ordinal| wanted.contains(&ordinal))
    }

    fn has_dimension(&self, dimension: &'static str) -> bool {
        let Some((_, range)) = self.sieve.dimensions.iter().find(|(known, _)| *known == dimension) else {
            return false;
        };
        self.sieve.columns.term_ordinals(self.doc).any(|ordinal| range.contains(&ordinal))
    }
}

impl SegmentCollector for SegmentSieve {
    type Fruit = Outcome;

    fn collect(&mut self, doc: DocId, score: Score) {
        if self.columns.until.first(doc).is_some_and(|until| until <= self.now) {
            return;
        }
        // Most queries are near to nothing, and need no location.
        let location = if self.origin.is_empty() { None } else { self.columns.location(doc) };
        let distance = location.and_then(|location| nearest_meters(&self.origin, location));
        let row = Row { sieve: self, doc, distance };
        let (mut forgiven, mut worth, mut misses, mut is_lost) = (1.0, 1.0, 0_u32, false);
        for (number, condition) in self.conditions.iter().enumerate() {
            match condition.fit(number, &row, self.now) {
                Fit::Meets(factor) => worth *= factor,
                Fit::Misses(factor) => {
                    // What fails two filters counts nowhere.
                    if is_lost || (!condition.soft && misses != 0) {
                        return;
                    }
                    is_lost = !condition.soft;
                    forgiven *= factor;
                    misses |= 1 << number.min(31);
                }
            }
        }
        // One bit: it fails one condition alone.
        let failed = misses.is_power_of_two().then(|| misses.trailing_zeros() as usize);
        if let Some(count) = failed.and_then(|failed| self.only.get_mut(failed)) {
            *count += 1;
        }
        if misses.count_ones() < 2 {
            for tally in &mut self.tallies {
                if failed.is_none() || tally.own == failed {
                    let slots = match tally.own.and_then(|own| self.conditions.get(own)).map(|own| &own.test) {
                        Some(Test::Slot(filter)) => Some(filter),
                        _ => None,
                    };
                    tally.count(&self.columns, doc, self.now, slots);
                }
            }
        }
        if !is_lost {
            let score = self.base + if self.scored { f64::from(score) } else { 0.0 };
            let rank = self.rank(doc, score * worth * forgiven, distance);
            let kind = self.columns.kind(doc, &self.kinds);
            let position = Position { tier: u8::from(misses != 0), rank, id: self.columns.id(doc) };
            self.found.push(Found { position, distance, kind, forgiven, misses });
        }
    }

    fn harvest(self) -> Outcome {
        let facets = self.tallies.into_iter().map(|tally| tally.harvest(&self.names)).collect();
        Outcome { found: self.found, facets, only: self.only }
    }
}

impl SegmentSieve {
    fn rank(&self, doc: DocId, score: f64, distance: Option<f64>) -> Rank {
        let columns = &self.columns;
        let number = match self.sort {
            Sort::Relevance => -self.relevance(doc, score, distance),
            Sort::Distance => distance.unwrap_or(f64::INFINITY),
            Sort::Price => columns.price.first(doc).map_or(f64::INFINITY, |price| price as f64),
            Sort::Newest => -(columns.created.first(doc).unwrap_or_default() as f64),
            Sort::StartsSoon => match columns.starts.first(doc) {
                Some(day) if day >= self.now.div_euclid(DAY) => day as f64,
                _ => f64::INFINITY,
            },
            Sort::Rating => columns.rating.first(doc).map_or(f64::INFINITY, |rating| -rating),
            Sort::Name => {
                let ordinal = columns.sort_name.as_ref().and_then(|column| column.ords().first(doc));
                return Rank::Text(ordinal.map_or("", |ordinal| self.names.sort_name(ordinal)).to_owned());
            }
        };
        Rank::Number(number)
    }

    /// How well a document answers, dimmed by distance, by age of the entry and by closed doors. Time counts in whole
    /// days, so that the order stands still while somebody turns pages.
    fn relevance(&self, doc: DocId, score: f64, distance: Option<f64>) -> f64 {
        let columns = &self.columns;
        // A point counts more than a whole district, of which a few streets are as good as others.
        let pull = if self.origin_is_vague { 0.1 } else { 0.3 };
        let nearness = distance.map_or(1.0, |metres| 1.0 - pull + pull * (-metres / self.scale).exp());
        let days = (self.now.div_euclid(DAY) - columns.confirmed.first(doc).unwrap_or_default().div_euclid(DAY)).max(0);
        let is_stale = self.stale_after.is_some_and(|limit| days > i64::from(limit));
        let freshness = (0.96 + 0.04 * (-(days as f64) / FRESH_DAYS).exp()) * if is_stale { STALE } else { 1.0 };
        let openness = match columns.enrolment(doc).map(|enrolment| enrolment.state(self.now)) {
            None | Some(EnrolmentState::Open) => 1.0,
            Some(EnrolmentState::NotYet) => 0.98,
            Some(EnrolmentState::Queue) => 0.95,
            Some(EnrolmentState::Full) => 0.93,
            Some(EnrolmentState::Closed) => 0.9,
        };
        score * nearness * freshness * openness
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
    rating: Column<f64>,
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
            rating: fast.f64("rating")?,
        })
    }

    fn id(&self, doc: DocId) -> Uuid {
        Uuid::from_u64_pair(self.id_high.first(doc).unwrap_or_default(), self.id_low.first(doc).unwrap_or_default())
    }

    fn term_ordinals(&self, doc: DocId) -> impl Iterator<Item = u64> {
        self.terms.iter().flat_map(move |terms| terms.ords().values_for_doc(doc))
    }

    fn kind(&self, doc: DocId, kinds: &[u64]) -> u64 {
        self.term_ordinals(doc).find_map(|ordinal| kinds.iter().position(|kind| *kind == ordinal)).unwrap_or_default()
            as u64
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
                for ordinal in columns.term_ordinals(doc) {
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
