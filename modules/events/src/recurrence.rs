//! Rules by which events happen again, in the notation of RFC 5545 (section 3.3.10), within bounds.
//!
//! A rule says when it ends, happens at most once a day, and has at most [`MOST`] occurrences over [`MOST_YEARS`] years.
//! What is beyond that is refused before anything is counted, so that no rule takes long. Rules go by what the clock on
//! the wall shows; what moments that are is the matter of [`Series`].

mod parse;
mod series;
mod words;

use chrono::{DateTime, Datelike as _, Months, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use rrule::{NWeekday, RRule, RRuleSet, Unvalidated};

pub use series::{Occurrence, Series, moment};
pub(crate) use words::label;

use crate::refusal::EventKind;

/// The most occurrences of a rule.
pub const MOST: usize = 1000;
/// The most years from a rule's first occurrence to its last.
pub const MOST_YEARS: u32 = 3;
/// The highest number that a rule counts its periods by.
const MOST_APART: u16 = 366;
/// The calendar repeats itself, days of the week included, after so many years.
const CYCLE: i32 = 400;
/// Beyond this year the iterator gives up.
const LAST_YEAR: i32 = 10_000;

/// What is wrong with a rule, and with which part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What.
    pub kind: EventKind,
    /// The part that is at fault, as it was written.
    pub part: String,
}

impl From<EventKind> for Flaw {
    fn from(kind: EventKind) -> Self {
        Self { kind, part: String::new() }
    }
}

/// How often something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Every day, or every so many days.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
}

/// When a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// After so many occurrences.
    Count(u32),
    /// With the last occurrence on this day or before.
    Day(NaiveDate),
    /// With the last occurrence that starts then or before, by the clock on the wall.
    Clock(NaiveDateTime),
    /// With the last occurrence that starts then or before.
    Moment(DateTime<Utc>),
}

/// A rule of recurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How often.
    pub frequency: Frequency,
    /// Every how many periods.
    pub interval: u16,
    /// When it ends.
    pub end: End,
    /// On which days of the week, as days after Monday; with a number, on which of them of a month or year.
    pub by_day: Vec<(Option<i16>, u8)>,
    /// In which months.
    pub by_month: Vec<u8>,
    /// On which days of the month; from its end, if negative.
    pub by_month_day: Vec<i8>,
    /// Which of the days of a period; from its end, if negative.
    pub by_set_pos: Vec<i32>,
    /// The day that weeks begin with, as days after Monday.
    pub week_start: Option<u8>,
}

impl Rule {
    /// The starts of its occurrences, from the first one on, in order. All are of the clock on the wall, in `zone`.
    pub fn starts(&self, first: NaiveDateTime, zone: Tz) -> Result<Vec<NaiveDateTime>, Flaw> {
        let horizon = first.checked_add_months(Months::new(12 * MOST_YEARS)).ok_or(EventKind::RuleTooLong)?;
        let (count, until) = match self.end {
            End::Count(count) => (Some(usize::try_from(count).unwrap_or(usize::MAX)), horizon),
            End::Day(day) => {
                (None, day.and_time(NaiveTime::MIN) + chrono::TimeDelta::days(1) - chrono::TimeDelta::seconds(1))
            }
            End::Clock(clock) => (None, clock),
            End::Moment(moment) => (None, moment.with_timezone(&zone).naive_local()),
        };
        if count.is_some_and(|count| count > MOST) {
            return Err(EventKind::RuleTooMany.into());
        }
        if until > horizon {
            return Err(EventKind::RuleTooLong.into());
        }
        if until < first {
            return Err(Flaw { kind: EventKind::RuleNever, part: "UNTIL".to_owned() });
        }
        let starts = self.counted(first, until, count.unwrap_or(MOST + 1).max(1))?;
        match starts.first() {
            None => Err(EventKind::RuleNever.into()),
            Some(start) if *start != first => Err(EventKind::RuleStart.into()),
            _ if starts.len() > MOST => Err(EventKind::RuleTooMany.into()),
            _ if count.is_some_and(|count| starts.len() < count) => Err(EventKind::RuleTooLong.into()),
            _ => Ok(starts),
        }
    }

    /// Up to so many starts until then. The iterator looks on for as long as it finds nothing, so we count at the end of
    /// its calendar: a rule that nothing fits is given up after at most one cycle.
    fn counted(&self, first: NaiveDateTime, until: NaiveDateTime, most: usize) -> Result<Vec<NaiveDateTime>, Flaw> {
        let years = (LAST_YEAR - 4 - first.year()) / CYCLE * CYCLE;
        let there = |clock: NaiveDateTime| {
            clock.with_year(clock.year() + years).map(|clock| clock.and_utc().with_timezone(&rrule::Tz::UTC))
        };
        let (start, end) = there(first).zip(there(until)).ok_or(EventKind::RuleTooLong)?;
        let rule = self.of_iterator().until(end).validate(start).map_err(|_| EventKind::RuleExpected)?;
        let set = RRuleSet::new(start).rrule(rule).limit();
        let back = |at: DateTime<rrule::Tz>| at.naive_utc().with_year(at.year() - years);
        Ok((&set).into_iter().take(most).filter_map(back).collect())
    }

    fn of_iterator(&self) -> RRule<Unvalidated> {
        let frequency = match self.frequency {
            Frequency::Daily => rrule::Frequency::Daily,
            Frequency::Weekly => rrule::Frequency::Weekly,
            Frequency::Monthly => rrule::Frequency::Monthly,
            Frequency::Yearly => rrule::Frequency::Yearly,
        };
        let months: Vec<_> = self.by_month.iter().filter_map(|month| chrono::Month::try_from(*month).ok()).collect();
        let weekday = |day: u8| Weekday::try_from(day).unwrap_or(Weekday::Mon);
        let days = self.by_day.iter().map(|(number, day)| NWeekday::new(*number, weekday(*day)));
        RRule::new(frequency)
            .interval(self.interval)
            .by_weekday(days.collect())
            .by_month(&months)
            .by_month_day(self.by_month_day.clone())
            .by_set_pos(self.by_set_pos.clone())
            .week_start(weekday(self.week_start.unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests;
