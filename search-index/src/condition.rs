//! What a document must meet besides its words, and how well it does.
//!
//! Some conditions are set outright, by a filter. Others were understood from what somebody typed: a document that
//! misses one of these is not lost, but stands behind those that miss none, and says what it misses. The same
//! conditions are put to documents in the index and to those that come by ([`crate::Watchlist`]).

use std::ops::Range;

use crate::{Enrolment, EnrolmentState, Facet, GeoPoint, Slot, SlotFilter, document::term, query::Query};

/// A document without a value may or may not meet a wish.
const UNKNOWN: f64 = 0.64;
/// A wish that is met in part, or a trait that is not mentioned.
const PARTLY: f64 = 0.66;
/// A wish that is missed.
const MISSED: f64 = 0.3;
/// An age that is missed by more than a year.
const FAR_OFF: f64 = 0.02;
/// A year, in months.
const YEAR: u64 = 12;
/// Within this distance of a place, in metres, is there.
const THERE: f64 = 2_000.0;
/// Within this distance is near enough to be shown among what is there, but behind it.
const THEREABOUTS: f64 = 6_000.0;
/// A price so many times the limit still is a near miss.
const NEAR_PRICE: f64 = 1.25;

/// What a condition is about, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Constraint {
    /// Ages.
    Age,
    /// Days of the week.
    Weekday,
    /// Hours of the day.
    Hours,
    /// Price.
    Price,
    /// Distance from a place.
    Place,
    /// Language.
    Language,
    /// From home, or not.
    Online,
    /// Whether one can enrol.
    Enrolment,
    /// One of the values of a dimension.
    Terms(&'static str),
}

/// A condition and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub(crate) constraint: Constraint,
    pub(crate) test: Test,
    /// Whether it was understood from the text, and may be missed.
    pub(crate) soft: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Test {
    /// One of these terms.
    Terms(Vec<String>),
    /// One of these terms; without a value of the dimension, perhaps.
    Perhaps(&'static str, Vec<String>),
    /// This term makes a document better.
    Trait(String),
    Ages(u64, u64),
    Slot(SlotFilter),
    /// A lesson at these hours: on one of the days, if there is any on them.
    Hours(SlotFilter),
    MaxPrice(i64),
    Enrolment(Vec<EnrolmentState>),
    Within(f64),
    There,
}

/// How a document fares with a condition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fit {
    /// It meets it, this well (0 to 1).
    Meets(f64),
    /// It misses it; what is left of its rank if that is forgiven.
    Misses(f64),
}

/// What conditions ask of a document, wherever it is.
pub(crate) trait Facts {
    /// Ages in months, both ends included.
    fn ages(&self) -> Option<(u64, u64)>;
    /// Calls back for every lesson until one is wanted; tells whether one was, and whether there are any.
    fn any_slot(&self, wanted: &dyn Fn(Slot) -> bool) -> Option<bool>;
    fn price(&self) -> Option<i64>;
    fn enrolment(&self) -> Option<Enrolment>;
    /// Metres from the place that the query is near to.
    fn distance(&self) -> Option<f64>;
    /// Whether it has one of the terms of the condition of that number.
    fn has_any(&self, condition: usize, terms: &[String]) -> bool;
    /// Whether it has any value in a dimension.
    fn has_dimension(&self, dimension: &'static str) -> bool;
}

impl Condition {
    /// Whether the condition's own facet is this one: it does not narrow it.
    pub(crate) fn belongs_to(&self, facet: Facet) -> bool {
        match (self.constraint, facet) {
            (Constraint::Terms(dimension), Facet::Terms(counted)) => dimension == counted,
            (Constraint::Language, Facet::Terms(counted)) => counted == "language",
            (Constraint::Age, Facet::Ages)
            | (Constraint::Weekday, Facet::Weekdays)
            | (Constraint::Price, Facet::Prices(_))
            | (Constraint::Enrolment, Facet::Enrolment) => true,
            _ => false,
        }
    }

    /// How a document fares. `number` is the condition's among the query's.
    pub(crate) fn fit(&self, number: usize, facts: &impl Facts, now: i64) -> Fit {
        let strictly = |met: bool| if met { Fit::Meets(1.0) } else { Fit::Misses(MISSED) };
        match &self.test {
            Test::Terms(terms) => strictly(facts.has_any(number, terms)),
            Test::Perhaps(dimension, terms) => {
                if facts.has_any(number, terms) {
                    Fit::Meets(1.0)
                } else if facts.has_dimension(dimension) {
                    Fit::Misses(MISSED)
                } else {
                    Fit::Meets(UNKNOWN)
                }
            }
            Test::Trait(term) => {
                Fit::Meets(if facts.has_any(number, std::slice::from_ref(term)) { 1.0 } else { PARTLY })
            }
            Test::Ages(from, to) => self.age_fit(*from, *to, facts.ages()),
            Test::Slot(filter) => match facts.any_slot(&|slot| on_time(filter, slot) && on_day(filter, slot)) {
                Some(met) => {
                    if met {
                        Fit::Meets(1.0)
                    } else {
                        Fit::Misses(PARTLY)
                    }
                }
                None if self.soft => Fit::Meets(UNKNOWN),
                None => Fit::Misses(MISSED),
            },
            Test::Hours(filter) => {
                let on_days = facts.any_slot(&|slot| on_day(filter, slot));
                let fits = |slot| on_time(filter, slot) && (on_days != Some(true) || on_day(filter, slot));
                match facts.any_slot(&fits) {
                    Some(true) => Fit::Meets(1.0),
                    Some(false) => Fit::Misses(PARTLY),
                    None => Fit::Meets(UNKNOWN),
                }
            }
            Test::MaxPrice(most) => match facts.price() {
                Some(price) if price <= *most => Fit::Meets(1.0),
                Some(price) if price as f64 <= *most as f64 * NEAR_PRICE => Fit::Misses(PARTLY),
                None if self.soft => Fit::Meets(UNKNOWN),
                _ => Fit::Misses(MISSED),
            },
            Test::Enrolment(states) => {
                strictly(facts.enrolment().is_some_and(|enrolment| states.contains(&enrolment.state(now))))
            }
            Test::Within(radius) => strictly(facts.distance().is_some_and(|metres| metres <= *radius)),
            Test::There => match facts.distance() {
                Some(metres) if metres <= THERE => Fit::Meets(1.0),
                Some(metres) if metres <= THEREABOUTS => Fit::Meets(PARTLY),
                Some(_) => Fit::Misses(MISSED),
                None => Fit::Meets(MISSED),
            },
        }
    }

    /// An explicit age needs some age in common. One that was understood also tells how well the ages fit: a class
    /// for six to eight suits a child of seven better than one for three to eighteen.
    fn age_fit(&self, from: u64, to: u64, ages: Option<(u64, u64)>) -> Fit {
        match ages {
            Some((least, most)) if least <= to && from <= most => {
                let width = most.min(99 * YEAR).saturating_sub(least) as f64 / YEAR as f64;
                Fit::Meets(if self.soft { 1.0 - 0.004 * width.min(15.0) } else { 1.0 })
            }
            Some((least, most)) => {
                let gap = if least > to { least - to } else { from - most };
                Fit::Misses(if gap <= YEAR { MISSED } else { FAR_OFF })
            }
            None if self.soft => Fit::Meets(UNKNOWN),
            None => Fit::Misses(MISSED),
        }
    }
}

/// A query's conditions: those of its filter, and of what was understood where the filter is silent.
pub(crate) fn conditions(query: &Query) -> Vec<Condition> {
    let filter = &query.filter;
    let meaning = &query.meaning;
    let mut conditions = Vec::new();
    let mut push = |constraint, test, soft| conditions.push(Condition { constraint, test, soft });
    for terms in &filter.terms {
        let values = terms.any_of.iter().map(|value| term(terms.dimension, value)).collect();
        push(Constraint::Terms(terms.dimension), Test::Terms(values), false);
    }
    if let Some(ages) = &filter.ages {
        push(Constraint::Age, Test::Ages((*ages.start()).into(), (*ages.end()).into()), false);
    } else if let Some(ages) = meaning.ages_at(query.now) {
        push(Constraint::Age, Test::Ages((*ages.start()).into(), (*ages.end()).into()), true);
    }
    if let Some(slot) = &filter.slot {
        push(Constraint::Weekday, Test::Slot(slot.clone()), false);
    }
    let said = |weekdays: &[u8], hours: Option<&Range<u16>>| SlotFilter {
        weekdays: weekdays.to_vec(),
        starts_after: hours.map(|hours| hours.start),
        starts_before: hours.map(|hours| hours.end),
    };
    if query.listens_to(Constraint::Weekday) {
        push(Constraint::Weekday, Test::Slot(said(&meaning.weekdays, None)), true);
    }
    if query.listens_to(Constraint::Hours) {
        push(Constraint::Hours, Test::Hours(said(&meaning.weekdays, meaning.hours.as_ref())), true);
    }
    if let Some(most) = filter.max_price {
        push(Constraint::Price, Test::MaxPrice(most), false);
    } else if let Some(most) = meaning.max_price {
        push(Constraint::Price, Test::MaxPrice(most), true);
    }
    if !filter.enrolment.is_empty() {
        push(Constraint::Enrolment, Test::Enrolment(filter.enrolment.clone()), false);
    }
    if let Some(radius) = query.near.and_then(|near| near.radius_meters) {
        push(Constraint::Place, Test::Within(radius), false);
    } else if query.listens_to(Constraint::Place) {
        push(Constraint::Place, Test::There, true);
    }
    if query.listens_to(Constraint::Language) {
        let values = meaning.languages.iter().map(|tag| term("language", tag)).collect();
        push(Constraint::Language, Test::Perhaps("language", values), true);
    }
    if let Some(online) = meaning.online.filter(|_| query.listens_to(Constraint::Online)) {
        push(Constraint::Online, Test::Perhaps("online", vec![term("online", &online.to_string())]), true);
    }
    let meant = meaning.meant();
    for topic in meaning.topics().filter(|topic| !meant.iter().any(|concept| concept.id == topic.id)) {
        push(Constraint::Terms("topic"), Test::Trait(term("topic", &topic.id)), true);
    }
    conditions
}

impl Query {
    /// Whether what was understood about this counts: it was said, and no filter says otherwise.
    pub fn listens_to(&self, constraint: Constraint) -> bool {
        let (meaning, filter) = (&self.meaning, &self.filter);
        let filters = |dimension: &str| filter.terms.iter().any(|terms| terms.dimension == dimension);
        match constraint {
            Constraint::Age => (meaning.ages.is_some() || meaning.born.is_some()) && filter.ages.is_none(),
            Constraint::Weekday => !meaning.weekdays.is_empty() && filter.slot.is_none(),
            Constraint::Hours => meaning.hours.is_some() && filter.slot.is_none(),
            Constraint::Price => meaning.max_price.is_some() && filter.max_price.is_none(),
            Constraint::Place => meaning.place.is_some() && self.near.is_none() && !filters("district"),
            Constraint::Language => !meaning.languages.is_empty() && !filters("language"),
            Constraint::Online => meaning.online.is_some() && !filters("online"),
            Constraint::Enrolment => false,
            Constraint::Terms(dimension) => !meaning.concepts.is_empty() && !filters(dimension),
        }
    }

    /// From where distances count: the place given, else the place understood.
    pub(crate) fn origin(&self) -> Vec<GeoPoint> {
        let said = || self.meaning.place.iter().filter(|_| self.listens_to(Constraint::Place));
        match self.near {
            Some(near) => vec![near.point],
            None => said().flat_map(|place| &place.points).copied().collect(),
        }
    }
}

pub(crate) fn on_day(filter: &SlotFilter, slot: Slot) -> bool {
    filter.weekdays.is_empty() || filter.weekdays.contains(&slot.weekday)
}

pub(crate) fn on_time(filter: &SlotFilter, slot: Slot) -> bool {
    filter.starts_after.is_none_or(|earliest| slot.starts >= earliest)
        && filter.starts_before.is_none_or(|latest| slot.starts < latest)
}
