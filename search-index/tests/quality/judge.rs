//! The judge: how well an offer answers an intent, from the offer's true attributes alone.

use super::catalogue::districts::centres;
use super::catalogue::offers::Truth;
use serde::Deserialize;
use std::ops::RangeInclusive;

/// Results that count for nDCG.
pub(crate) const DEPTH: usize = 10;

/// Nearer than this is "there".
const NEAR_KM: f64 = 2.0;
/// Farther than this is a violation.
const FAR_KM: f64 = 6.0;

/// What somebody meant by a query. A field left out was not meant.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Intent {
    /// Interests that answer the query exactly.
    pub(crate) interests: Vec<String>,
    /// Interests that answer it in part.
    pub(crate) related: Vec<String>,
    /// Topics that answer it where no interest does: camps, shy children.
    pub(crate) topic_tags: Vec<String>,
    /// Offers without the topic answer in part, if they meet the rest.
    pub(crate) topic_optional: bool,
    /// Wished for besides.
    pub(crate) tags: Vec<String>,
    /// Interests that a naive match brings and nobody wants.
    pub(crate) exclude: Vec<String>,
    /// Age in completed years.
    pub(crate) age: Option<u32>,
    /// Age in months, where said so exactly; goes before `age`.
    pub(crate) age_months: Option<u32>,
    /// First and last age in completed years; goes before `age`.
    pub(crate) age_band: Option<(u32, u32)>,
    /// Days that suit, any of them.
    pub(crate) days: Vec<Day>,
    /// Time of day that suits.
    pub(crate) time: Option<DayTime>,
    /// Most that one would pay, in złoty.
    pub(crate) price_max: Option<i64>,
    /// A district, or a part of the city.
    pub(crate) place: Option<String>,
    /// Language of the class.
    pub(crate) language: Option<String>,
    /// Whether only remote classes suit.
    pub(crate) online: bool,
}

/// A day of the week, from Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Day {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

/// When a class starts. Five o'clock is still afternoon for some and already evening for others: it is both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DayTime {
    /// Before noon.
    Morning,
    /// From noon to before six.
    Afternoon,
    /// From five.
    Evening,
}

impl DayTime {
    fn holds(self, start: u16) -> bool {
        match self {
            Self::Morning => start < 12 * 60,
            Self::Afternoon => (12 * 60..18 * 60).contains(&start),
            Self::Evening => start >= 17 * 60,
        }
    }
}

impl Intent {
    /// Whether an offer can be a violation of this intent.
    pub(crate) fn is_constrained(&self) -> bool {
        self.ages().is_some() || !self.days.is_empty() || self.price_max.is_some() || self.place.is_some()
    }

    /// Ages meant, in months with both ends included: "8 years" lasts twelve months.
    fn ages(&self) -> Option<RangeInclusive<u32>> {
        let years = |first: u32, last: u32| first * 12..=last * 12 + 11;
        self.age_months
            .map(|months| months..=months)
            .or_else(|| self.age_band.map(|(first, last)| years(first, last)))
            .or_else(|| self.age.map(|age| years(age, age)))
    }
}

/// What an offer breaks so plainly that it should not be among the first results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent questions")]
pub(crate) struct Violations {
    /// Nobody of the age meant can come.
    pub(crate) age: bool,
    /// On none of the days meant.
    pub(crate) day: bool,
    /// Known to cost more than the limit.
    pub(crate) price: bool,
    /// More than six kilometres away.
    pub(crate) place: bool,
}

impl Violations {
    /// Whether there is any.
    pub(crate) fn any(self) -> bool {
        self.age || self.day || self.price || self.place
    }
}

/// What the offer breaks of the intent.
pub(crate) fn violations(truth: &Truth, intent: &Intent) -> Violations {
    Violations {
        age: age_gap(truth, intent) > 0,
        day: !on_day(truth, intent),
        price: matches!((truth.price, intent.price_max), (Some(price), Some(limit)) if price > limit * 100),
        place: distance_km(truth, intent).is_some_and(|km| km > FAR_KM),
    }
}

/// Relevance from 0 (no answer) to 3 (exactly what was meant, and everything said is met).
pub(crate) fn relevance(truth: &Truth, intent: &Intent) -> u8 {
    let has = |wanted: &[String]| wanted.iter().any(|id| truth.interests.contains(&id.as_str()));
    if has(&intent.exclude) {
        return 0;
    }
    let topicless = intent.interests.is_empty() && intent.topic_tags.is_empty();
    let on_topic = intent.topic_tags.iter().any(|tag| truth.tags.contains(&tag.as_str()));
    let best: u8 = if has(&intent.interests) || on_topic || topicless {
        3
    } else if has(&intent.related) || intent.topic_optional {
        2
    } else {
        return 0;
    };
    let age_cost = match age_gap(truth, intent) {
        0 => 0,
        1..=12 => 2,
        _ => return 0,
    };
    let missed_tags = intent.tags.iter().filter(|tag| !truth.tags.contains(&tag.as_str())).count();
    let cost = age_cost
        + u8::from(!on_day(truth, intent))
        + u8::from(!at_time(truth, intent))
        + u8::try_from(missed_tags).unwrap_or(u8::MAX)
        + price_cost(truth, intent)
        + place_cost(truth, intent)
        + 2 * u8::from(intent.language.as_ref().is_some_and(|wanted| !truth.languages.contains(&wanted.as_str())))
        + 2 * u8::from(intent.online && !truth.online);
    best.saturating_sub(cost)
}

/// Months between the ages meant and the offer's nearest age; 0 where they meet.
fn age_gap(truth: &Truth, intent: &Intent) -> u32 {
    let Some(ages) = intent.ages() else { return 0 };
    let (first, last) = (truth.months.0.unwrap_or(0), truth.months.1.unwrap_or(u32::MAX));
    first.saturating_sub(*ages.end()).max(ages.start().saturating_sub(last))
}

fn on_day(truth: &Truth, intent: &Intent) -> bool {
    intent.days.is_empty() || truth.slots.iter().any(|slot| intent.days.iter().any(|day| *day as u8 == slot.0))
}

/// Whether the hour suits; among the days meant, if the offer has one of them.
fn at_time(truth: &Truth, intent: &Intent) -> bool {
    let Some(time) = intent.time else { return true };
    let any_day = intent.days.is_empty() || !on_day(truth, intent);
    truth
        .slots
        .iter()
        .filter(|slot| any_day || intent.days.iter().any(|day| *day as u8 == slot.0))
        .any(|slot| time.holds(slot.1))
}

/// A price a little over the limit misses it, as an unknown one does; over 125 % it is another class of price.
fn price_cost(truth: &Truth, intent: &Intent) -> u8 {
    match (intent.price_max, truth.price) {
        (None, _) => 0,
        (Some(_), None) => 1,
        (Some(limit), Some(price)) if price <= limit * 100 => 0,
        (Some(limit), Some(price)) if price <= limit * 125 => 1,
        _ => 2,
    }
}

fn place_cost(truth: &Truth, intent: &Intent) -> u8 {
    match distance_km(truth, intent) {
        Some(km) if km > FAR_KM => 2,
        Some(km) if km > NEAR_KM => 1,
        _ => 0,
    }
}

/// Kilometres to the nearest centre of the place meant.
fn distance_km(truth: &Truth, intent: &Intent) -> Option<f64> {
    let centres = centres(intent.place.as_ref()?);
    centres.into_iter().map(|centre| kilometres(centre, truth.location)).min_by(f64::total_cmp)
}

/// Over the few kilometres of a city the earth is flat enough.
fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    const KM_PER_DEGREE: f64 = 111.195;
    let north = (a.0 - b.0) * KM_PER_DEGREE;
    let east = (a.1 - b.1) * KM_PER_DEGREE * a.0.to_radians().cos();
    north.hypot(east)
}

/// Discounted cumulative gain of the first ten relevances; a 3 is worth seven times a 1.
pub(crate) fn dcg(relevances: &[u8]) -> f64 {
    relevances
        .iter()
        .take(DEPTH)
        .zip(2_u32..)
        .map(|(&relevance, rank)| (f64::from(relevance).exp2() - 1.0) / f64::from(rank).log2())
        .sum()
}

/// DCG of what was found against the best order of `all`, the relevances of the whole catalogue.
/// `None` where the catalogue has no answer.
pub(crate) fn ndcg(found: &[u8], all: &[u8]) -> Option<f64> {
    let mut ideal = all.to_vec();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let best = dcg(&ideal);
    (best > 0.0).then(|| dcg(found) / best)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POGODNO: (f64, f64) = (53.442, 14.515);

    fn chess_at_eight() -> Truth {
        Truth {
            interests: vec!["chess"],
            tags: vec!["beginners"],
            months: (Some(8 * 12), Some(10 * 12 + 11)),
            slots: vec![(1, 16 * 60, 17 * 60), (5, 10 * 60, 11 * 60)],
            price: Some(10_000),
            location: POGODNO,
            languages: vec!["pl"],
            online: false,
        }
    }

    fn chess() -> Intent {
        Intent { interests: vec!["chess".into()], related: vec!["logic".into()], ..Intent::default() }
    }

    fn judge(intent: &Intent) -> u8 {
        relevance(&chess_at_eight(), intent)
    }

    #[test]
    fn topic() {
        assert_eq!(judge(&chess()), 3);
        assert_eq!(judge(&Intent { interests: vec!["logic".into()], related: vec!["chess".into()], ..chess() }), 2);
        assert_eq!(judge(&Intent { interests: vec!["judo".into()], ..chess() }), 0);
        assert_eq!(judge(&Intent { exclude: vec!["chess".into()], ..chess() }), 0);
        assert_eq!(judge(&Intent::default()), 3, "nothing but constraints: everything that meets them");
        assert_eq!(judge(&Intent { topic_tags: vec!["beginners".into()], ..Intent::default() }), 3);
        let camp = Intent { topic_tags: vec!["camp_winter".into()], ..Intent::default() };
        assert_eq!(judge(&camp), 0);
        assert_eq!(judge(&Intent { topic_optional: true, ..camp }), 2);
    }

    #[test]
    fn age() {
        let at = |age| judge(&Intent { age: Some(age), ..chess() });
        assert_eq!((at(6), at(7), at(8), at(10), at(11), at(12)), (0, 1, 3, 3, 1, 0));
        assert_eq!(judge(&Intent { age_months: Some(84), ..chess() }), 1, "twelve months short");
        assert_eq!(judge(&Intent { age_months: Some(83), ..chess() }), 0, "thirteen");
        assert_eq!(judge(&Intent { age: Some(30), age_band: Some((6, 9)), ..chess() }), 3, "the band goes first");
        assert!(violations(&chess_at_eight(), &Intent { age: Some(7), ..chess() }).age);
    }

    #[test]
    fn day_and_time_belong_together() {
        let at = |days: &[Day], time| judge(&Intent { days: days.to_vec(), time, ..chess() });
        assert_eq!(at(&[Day::Tue, Day::Wed], None), 3);
        assert_eq!(at(&[Day::Sun], None), 2);
        assert_eq!(at(&[], Some(DayTime::Evening)), 2);
        assert_eq!(at(&[Day::Sat], Some(DayTime::Morning)), 3);
        assert_eq!(at(&[Day::Sat], Some(DayTime::Afternoon)), 2);
        assert_eq!(at(&[Day::Sun], Some(DayTime::Evening)), 1);
    }

    #[test]
    fn price() {
        let below = |limit| judge(&Intent { price_max: Some(limit), ..chess() });
        assert_eq!((below(100), below(80), below(79), below(0)), (3, 2, 1, 1));
        let unknown = Truth { price: None, ..chess_at_eight() };
        assert_eq!(relevance(&unknown, &Intent { price_max: Some(50), ..chess() }), 2);
        assert!(!violations(&unknown, &Intent { price_max: Some(50), ..chess() }).any());
    }

    #[test]
    fn place() {
        let near = |place: &str| judge(&Intent { place: Some(place.into()), ..chess() });
        assert_eq!((near("Pogodno"), near("Łękno"), near("Pomorzany"), near("Dąbie")), (3, 3, 2, 1));
        assert_eq!(near("Zachód"), 3, "a part of the city is near where one of its districts is");
        assert!(violations(&chess_at_eight(), &Intent { place: Some("Dąbie".into()), ..chess() }).place);
    }

    #[test]
    fn wishes() {
        assert_eq!(judge(&Intent { tags: vec!["beginners".into()], ..chess() }), 3);
        assert_eq!(judge(&Intent { tags: vec!["girls".into(), "shy".into()], ..chess() }), 1);
        assert_eq!(judge(&Intent { language: Some("uk".into()), ..chess() }), 1);
        assert_eq!(judge(&Intent { online: true, ..chess() }), 1);
    }

    #[test]
    fn gain() {
        assert_eq!(ndcg(&[], &[0, 0]), None);
        assert_eq!(ndcg(&[3, 2], &[0, 2, 3]), Some(1.0));
        assert!(ndcg(&[2, 3], &[0, 2, 3]).is_some_and(|value| (0.7..1.0).contains(&value)));
        assert!((dcg(&[3; 30]) - dcg(&[3; 10])).abs() < f64::EPSILON);
    }
}
