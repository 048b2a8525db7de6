//! Filters and orders of activities, from the API's terms to the index's.

mod phrases;

use std::ops::RangeInclusive;

use async_graphql::{Enum, ID, InputObject};
use chrono::{Datelike as _, NaiveDate};
use directory::{
    fields::notation::MAX_AGE,
    graphql::{AccessibilityFeature, Weekday},
};
use identity::Child;
use kernel::{
    error::{Fault, Result},
    graphql::scalars::{Date, Decimal, LocalTime},
    scope::Scope,
};
use search_index::{EnrolmentState, Filter, SlotFilter, TermFilter};

/// What activities must meet; all of it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ActivityFilter {
    /// About any of these interests, by their ids.
    pub interests: Option<Vec<ID>>,
    /// For a child of this many years.
    pub age: Option<i32>,
    /// For a child of this many months.
    pub age_months: Option<i32>,
    /// For a child born on this day.
    pub birth_date: Option<Date>,
    /// On any of these days.
    pub weekdays: Option<Vec<Weekday>>,
    /// Starting at this hour or later.
    pub starts_after: Option<LocalTime>,
    /// Starting before this hour.
    pub starts_before: Option<LocalTime>,
    /// At most this price, whatever it is for.
    pub max_price: Option<Decimal>,
    /// For free.
    pub free: Option<bool>,
    /// In any of these districts, by their ids.
    pub districts: Option<Vec<ID>>,
    /// Offered by this institution.
    pub institution: Option<ID>,
    /// From home, or not.
    pub online: Option<bool>,
    /// Held in any of these languages (BCP 47).
    pub languages: Option<Vec<String>>,
    /// With every one of these.
    pub accessibility: Option<Vec<AccessibilityFeature>>,
    /// In any of these states of enrolment.
    pub enrolment: Option<Vec<Enrolment>>,
}

/// Whether one can enrol, by the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "EnrolmentState", remote = "EnrolmentState")]
pub enum Enrolment {
    /// One can.
    Open,
    /// Not yet.
    NotYet,
    /// All places are taken.
    Full,
    /// All places are taken, and one can wait for one.
    Queue,
    /// No longer.
    Closed,
}

/// The order of activities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "search_index::Sort")]
pub(crate) enum ActivitySort {
    /// What fits best first.
    Relevance,
    /// The nearest first; needs `near`.
    Distance,
    /// The cheapest first.
    Price,
    /// The latest added first.
    Newest,
    /// By title.
    Name,
    /// What begins soonest first.
    StartsSoon,
    /// The best rated first, by how many rated it too.
    #[graphql(tag = "module-reviews")]
    Rating,
}

impl ActivityFilter {
    /// Fills what was left open with what a child is and likes. Interests narrow nothing where there are words to search
    /// for: who asks for a pool for a child that plays chess wants to see pools.
    #[must_use]
    pub(crate) fn filled_for(mut self, child: &Child, has_words: bool) -> Self {
        if self.age.is_none() && self.age_months.is_none() && self.birth_date.is_none() {
            self.birth_date = Some(Date(child.birth_date));
        }
        if self.interests.is_none() && !has_words && !child.interests.0.is_empty() {
            self.interests = Some(child.interests.iter().map(ID::from).collect());
        }
        self
    }

    /// The filter in the index's terms.
    pub(crate) fn resolve(self, scope: &Scope) -> Result<Filter> {
        let ages = self.ages(scope)?;
        let ids = |ids: Vec<ID>| ids.into_iter().map(|id| id.0).collect();
        let mut terms: Vec<TermFilter> = [
            ("interest", self.interests.map(ids)),
            ("district", self.districts.map(ids)),
            ("institution", self.institution.map(|id| vec![id.0])),
            ("online", self.online.map(|online| vec![online.to_string()])),
            ("language", self.languages.map(|tags| tags.into_iter().map(|tag| tag.to_ascii_lowercase()).collect())),
        ]
        .into_iter()
        .filter_map(|(dimension, any_of)| TermFilter::new(dimension, any_of?))
        .collect();
        let wanted = self.accessibility.unwrap_or_default();
        // Each of these must be met, so each is a filter of its own; there are only so many.
        let features = AccessibilityFeature::ALL.into_iter().filter(|feature| wanted.contains(feature));
        terms.extend(features.filter_map(|feature| TermFilter::new("accessibility", vec![feature.id().to_owned()])));
        let weekdays: Vec<u8> = Weekday::ALL
            .into_iter()
            .filter(|day| self.weekdays.as_ref().is_some_and(|days| days.contains(day)))
            .map(|day| day as u8)
            .collect();
        let has_slot = !weekdays.is_empty() || self.starts_after.is_some() || self.starts_before.is_some();
        let slot = has_slot.then(|| SlotFilter {
            weekdays,
            starts_after: self.starts_after.map(|time| time.0),
            starts_before: self.starts_before.map(|time| time.0),
        });
        let max_price = match (self.free, self.max_price) {
            (_, Some(price)) if price.0 < 0 => {
                return Err(Fault::bad_input("filter.maxPrice", "a price is not below 0"));
            }
            (Some(true), _) => Some(0),
            (_, price) => price.map(|price| price.0),
        };
        let mut states: Vec<EnrolmentState> = self.enrolment.into_iter().flatten().map(Into::into).collect();
        states.sort_unstable();
        states.dedup();
        Ok(Filter { terms, ages, slot, max_price, enrolment: states })
    }

    /// Ages in months. "8 years" is any moment between the eighth birthday and the ninth.
    fn ages(&self, scope: &Scope) -> Result<Option<RangeInclusive<u32>>> {
        let months = match (self.age, self.age_months, self.birth_date) {
            (None, None, None) => return Ok(None),
            (Some(years), None, None) if (0..=MAX_AGE).contains(&years) => {
                let from = years.unsigned_abs() * 12;
                return Ok(Some(from..=from + 11));
            }
            (None, Some(months), None) => months,
            (None, None, Some(Date(born))) => months_between(born, scope.today()),
            (Some(_), None, None) => {
                return Err(Fault::bad_input("filter.age", format!("an age goes from 0 to {MAX_AGE} years")));
            }
            _ => return Err(Fault::bad_input("filter.age", "give one of `age`, `ageMonths` and `birthDate`")),
        };
        match u32::try_from(months) {
            Ok(months) if months <= MAX_AGE.unsigned_abs() * 12 => Ok(Some(months..=months)),
            _ => Err(Fault::bad_input("filter.ageMonths", format!("an age goes from 0 to {MAX_AGE} years"))),
        }
    }
}

/// Whole months from a birth to a day; negative for a birth to come.
fn months_between(born: NaiveDate, today: NaiveDate) -> i32 {
    let months = (today.year() - born.year()) * 12 + today.month().cast_signed() - born.month().cast_signed();
    if today.day() < born.day() { months - 1 } else { months }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_whole_on_its_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(months_between(day("2018-05-20"), day("2026-05-19")), 95);
        assert_eq!(months_between(day("2018-05-20"), day("2026-05-20")), 96);
        assert_eq!(months_between(day("2027-01-01"), day("2026-12-31")), -1);
    }
}
