//! Filters of events, from the API's terms to what cards are asked.

mod phrases;

use async_graphql::{Enum, ID, InputObject};
use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, Utc, Weekday};
use directory::{
    InstitutionId,
    fields::notation::MAX_AGE,
    graphql::{AccessibilityFeature, Audience},
};
use kernel::{
    error::{Fault, Result},
    graphql::scalars::Date,
    scope::Scope,
};
use search_index::{GeoPoint, Near, TermFilter, distance_meters};

use crate::{
    event::LEVELS,
    labels::days,
    recurrence::{Occurrence, moment},
    search::Card,
};

/// What events must meet; all of it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct EventFilter {
    /// On this day or later; without it, from now on.
    pub from: Option<Date>,
    /// On this day or before.
    pub until: Option<Date>,
    /// On a Saturday or Sunday: of this week, or where days are given, of those.
    pub weekend: Option<bool>,
    /// For free.
    pub free: Option<bool>,
    /// About any of these interests, by their ids.
    pub interests: Option<Vec<ID>>,
    /// For somebody of this many years.
    pub age: Option<i32>,
    /// For any of these; what is for everybody, and what does not say for whom it is, is for them too.
    pub audience: Option<Vec<Audience>>,
    /// For any of these levels of education, or for all.
    pub levels: Option<Vec<EventLevel>>,
    /// In any of these districts, by their ids.
    pub districts: Option<Vec<ID>>,
    /// Organised by this institution, alone or with others.
    pub institution: Option<ID>,
    /// From home, or not.
    pub online: Option<bool>,
    /// Held in any of these languages (BCP 47).
    pub languages: Option<Vec<String>>,
    /// With every one of these.
    pub accessibility: Option<Vec<AccessibilityFeature>>,
}

/// A level of education.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum EventLevel {
    /// Preschool.
    Preschool,
    /// The first three years of primary school.
    #[graphql(name = "PRIMARY_1_3")]
    PrimaryLower,
    /// The fourth to the eighth year of primary school.
    #[graphql(name = "PRIMARY_4_8")]
    PrimaryUpper,
    /// Secondary school.
    Secondary,
    /// Grown-ups.
    Adult,
}

impl EventLevel {
    const ALL: [Self; 5] = [Self::Preschool, Self::PrimaryLower, Self::PrimaryUpper, Self::Secondary, Self::Adult];

    /// The level of that id.
    pub(crate) fn parse(id: &str) -> Option<Self> {
        LEVELS.iter().position(|known| *known == id).and_then(|at| Self::ALL.get(at).copied())
    }

    fn id(self) -> &'static str {
        let at = Self::ALL.iter().position(|level| *level == self).unwrap_or_default();
        LEVELS.get(at).copied().unwrap_or_default()
    }

    /// What people call it.
    pub(crate) fn label(self, scope: &Scope) -> String {
        scope.text(&format!("event-level-{}", self.id()), &[])
    }
}

/// What events must meet, as cards are asked.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    /// From when on.
    pub(crate) from: DateTime<Utc>,
    /// Before when.
    pub(crate) until: DateTime<Utc>,
    /// Only Saturdays and Sundays.
    weekend: bool,
    free: bool,
    interests: Vec<String>,
    /// In months, both ends included.
    ages: Option<(i32, i32)>,
    audience: Vec<&'static str>,
    levels: Vec<&'static str>,
    districts: Vec<String>,
    institution: Option<InstitutionId>,
    online: Option<bool>,
    languages: Vec<String>,
    accessibility: Vec<&'static str>,
    /// From where distances count.
    pub(crate) near: Option<Near>,
}

impl EventFilter {
    /// The filter as cards are asked. Nobody's institution is fulfilled by no event.
    pub(crate) fn resolve(self, scope: &Scope, near: Option<Near>) -> Result<Selection> {
        let ids = |ids: Option<Vec<ID>>| ids.into_iter().flatten().map(|id| id.0).collect();
        let ages = match self.age {
            Some(years) if !(0..=MAX_AGE).contains(&years) => {
                return Err(Fault::bad_input("filter.age", format!("an age goes from 0 to {MAX_AGE} years")));
            }
            years => years.map(|years| (years * 12, years * 12 + 11)),
        };
        let nobody = || InstitutionId(uuid::Uuid::nil());
        let institution = self.institution.map(|id| InstitutionId::parse(&id).unwrap_or_else(nobody));
        let weekend = self.weekend == Some(true);
        let (from, until) = window(scope, weekend, self.from.map(|day| day.0), self.until.map(|day| day.0))?;
        Ok(Selection {
            from,
            until,
            weekend,
            free: self.free == Some(true),
            interests: ids(self.interests),
            ages,
            audience: self.audience.into_iter().flatten().map(Audience::id).collect(),
            levels: self.levels.into_iter().flatten().map(EventLevel::id).collect(),
            districts: ids(self.districts),
            institution,
            online: self.online,
            languages: self.languages.into_iter().flatten().map(|tag| tag.to_ascii_lowercase()).collect(),
            accessibility: self.accessibility.into_iter().flatten().map(AccessibilityFeature::id).collect(),
            near,
        })
    }
}

/// From when until when: the days that are given, else from now on; or this weekend.
fn window(
    scope: &Scope,
    weekend: bool,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Result<(DateTime<Utc>, DateTime<Utc>)> {
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        return Err(Fault::bad_input("filter.until", "`until` is before `from`"));
    }
    let (now, zone) = (scope.now(), scope.tenant.time_zone);
    let midnight = |day: NaiveDate| moment(zone, day.and_time(NaiveTime::MIN));
    let after = |day: NaiveDate| day.checked_add_days(Days::new(1)).map_or(DateTime::<Utc>::MAX_UTC, midnight);
    if weekend && from.is_none() && until.is_none() {
        let (saturday, sunday) = this_weekend(scope.today());
        return Ok((midnight(saturday).max(now), after(sunday)));
    }
    // What is over today is over; what was on days that are asked for was.
    let today = scope.today();
    let from = from.map_or(now, |day| if day == today { now } else { midnight(day) });
    Ok((from, until.map_or(DateTime::<Utc>::MAX_UTC, after)))
}

/// The Saturday and Sunday of a day's week.
pub(crate) fn this_weekend(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let to_saturday = 5 - i64::from(today.weekday().num_days_from_monday());
    let saturday = today + chrono::TimeDelta::days(to_saturday);
    (saturday, saturday + chrono::TimeDelta::days(1))
}

impl Selection {
    /// The same over whole days of a calendar, what is over by now included.
    pub(crate) fn over(self, scope: &Scope, first: NaiveDate, last: NaiveDate) -> Self {
        let zone = scope.tenant.time_zone;
        let midnight = |day: NaiveDate| moment(zone, day.and_time(NaiveTime::MIN));
        let until = last.checked_add_days(Days::new(1)).map_or(DateTime::<Utc>::MAX_UTC, midnight);
        Self { from: midnight(first), until, ..self }
    }

    /// What the index is asked besides the words, so that what narrows most narrows first. Ages are not: what does not
    /// say for whom it is, is for all.
    pub(crate) fn terms(&self) -> Vec<TermFilter> {
        let some = |dimension, values: &[String]| TermFilter::new(dimension, values.to_vec());
        let institution = self.institution.map(|id| vec![id.global()]).unwrap_or_default();
        [
            some("interest", &self.interests),
            some("district", &self.districts),
            some("language", &self.languages),
            some("institution", &institution),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Whether an event meets everything but the time.
    pub(crate) fn admits(&self, card: &Card) -> bool {
        let row = &card.row;
        let any =
            |wanted: &[String], has: &[String]| wanted.is_empty() || has.iter().any(|value| wanted.contains(value));
        let served = |wanted: &[&str], has: &[String], all: &str| {
            let serves = |value: &String| value == all || wanted.contains(&value.as_str());
            wanted.is_empty() || has.is_empty() || has.iter().any(serves)
        };
        let (least, most) = (row.min_months.unwrap_or(0), row.max_months.unwrap_or(i32::MAX));
        (!self.free || row.price_minor == Some(0))
            && any(&self.interests, &row.interests.0)
            && self.ages.is_none_or(|(from, to)| least <= to && from <= most)
            && served(&self.audience, &row.audience.0, "everybody")
            && served(&self.levels, &row.levels.0, "")
            && (self.districts.is_empty()
                || card.place.district.as_ref().is_some_and(|district| self.districts.contains(district)))
            && self.institution.is_none_or(|id| card.organisers.contains(&id))
            && self.online.is_none_or(|online| row.online == online)
            && any(&self.languages, &row.languages.0)
            && self.accessibility.iter().all(|feature| row.accessibility.iter().any(|has| has == feature))
            && self.is_near(card)
    }

    fn is_near(&self, card: &Card) -> bool {
        let Some(radius) = self.near.and_then(|near| near.radius_meters) else { return true };
        self.distance(card).is_some_and(|metres| metres <= radius)
    }

    /// How far an event is, in metres, if both places are known.
    pub(crate) fn distance(&self, card: &Card) -> Option<f64> {
        let at = card.place.location?;
        Some(distance_meters(self.near?.point, GeoPoint { lat: at.lat, lon: at.lon }))
    }

    /// When an event takes place in the time that is meant.
    pub(crate) fn occurrences<'a>(&'a self, scope: &'a Scope, card: &'a Card) -> impl Iterator<Item = &'a Occurrence> {
        let zone = scope.tenant.time_zone;
        card.between(self.from, self.until).filter(move |occurrence| {
            if !self.weekend {
                return true;
            }
            let (first, last) = days(zone, occurrence.starts.max(self.from), occurrence.ends.min(self.until));
            let is_free = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            first.iter_days().take_while(|day| *day <= last).take(7).any(is_free)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_their_ids_agree() {
        for (level, id) in EventLevel::ALL.into_iter().zip(LEVELS) {
            assert_eq!((EventLevel::parse(id), level.id()), (Some(level), id));
        }
    }

    #[test]
    fn the_weekend_is_this_week_s_even_on_sunday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for today in ["2026-11-23", "2026-11-27", "2026-11-28", "2026-11-29"] {
            assert_eq!(this_weekend(day(today)), (day("2026-11-28"), day("2026-11-29")), "{today}");
        }
        assert_eq!(this_weekend(day("2026-11-30")).0, day("2026-12-05"));
    }
}
