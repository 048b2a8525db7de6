//! When the occurrences of an event are: a rule's, without those that are left out, and with those that are moved.

use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::{Flaw, Rule};
use crate::event::{Model, Moved};

/// One time that an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// When it starts.
    pub starts: DateTime<Utc>,
    /// When it ends; if it lasts all day, the first moment of the day after.
    pub ends: DateTime<Utc>,
    /// When it would start by the rule: by this it is known, wherever it is moved.
    pub key: DateTime<Utc>,
}

impl Occurrence {
    /// Whether it takes place at another time than the rule says.
    pub fn is_moved(&self) -> bool {
        self.key != self.starts
    }
}

/// What the times of an event are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// When it first starts.
    pub starts: DateTime<Utc>,
    /// When that ends.
    pub ends: DateTime<Utc>,
    /// Whether it lasts all day.
    pub all_day: bool,
    /// The city's clocks.
    pub zone: Tz,
}

impl Series {
    /// The starts of a rule's occurrences, or what is wrong with the rule. The first is the first, even in the hour that
    /// comes twice.
    pub fn originals(&self, rule: &Rule) -> Result<Vec<DateTime<Utc>>, Flaw> {
        let first = self.starts.with_timezone(&self.zone).naive_local();
        let clocks = rule.starts(first, self.zone)?;
        let mut moments: Vec<_> = clocks.into_iter().map(|clock| moment(self.zone, clock)).collect();
        if let Some(start) = moments.first_mut() {
            *start = self.starts;
        }
        // Clocks that are skipped may fall on a later one, as in a rule of every hour; ours are a day apart.
        moments.dedup();
        Ok(moments)
    }

    /// When an occurrence ends that starts then. Days are days however long; hours are hours whatever the clock shows.
    pub fn end_of(&self, starts: DateTime<Utc>) -> DateTime<Utc> {
        let lasts = self.ends - self.starts;
        if !self.all_day {
            return starts + lasts;
        }
        let day = |at: DateTime<Utc>| at.with_timezone(&self.zone).date_naive();
        let days = (day(self.ends) - day(self.starts)).num_days().max(1).unsigned_abs();
        let end =
            day(starts).checked_add_days(Days::new(days)).map(|day| moment(self.zone, day.and_time(NaiveTime::MIN)));
        end.unwrap_or(starts + lasts)
    }

    /// The occurrences that take place, in order.
    pub fn occurrences(
        &self,
        originals: &[DateTime<Utc>],
        exceptions: &[DateTime<Utc>],
        moved: &[Moved],
    ) -> Vec<Occurrence> {
        let at = |key: &DateTime<Utc>| {
            let place = moved.iter().find(|moved| moved.original == *key);
            let starts = place.map_or(*key, |moved| moved.starts);
            let ends = place.and_then(|moved| moved.ends).unwrap_or_else(|| self.end_of(starts));
            Occurrence { starts, ends, key: *key }
        };
        let taking_place = originals.iter().filter(|key| !exceptions.contains(key));
        let mut occurrences: Vec<_> = taking_place.map(at).collect();
        occurrences.sort_unstable();
        occurrences
    }
}

impl Model {
    /// What its times are made of.
    pub(crate) fn series(&self, zone: Tz) -> Series {
        Series { starts: self.starts_at, ends: self.ends_at, all_day: self.all_day, zone }
    }

    /// When it takes place, in order. A rule that is no longer understood leaves the first time.
    pub(crate) fn occurrences(&self, zone: Tz) -> Vec<Occurrence> {
        let series = self.series(zone);
        let rule = self.recurrence.as_deref().and_then(|rule| rule.parse::<Rule>().ok());
        let originals = rule.and_then(|rule| series.originals(&rule).ok()).unwrap_or_else(|| vec![self.starts_at]);
        series.occurrences(&originals, &self.exceptions.0, &self.moved.0)
    }
}

/// The moment at which the clocks of a zone show that. Of two it is the earlier; an hour that is skipped is counted on from
/// the clock before (RFC 5545, section 3.3.5), so that 02:30 is what follows half an hour after 02:00.
pub fn moment(zone: Tz, clock: NaiveDateTime) -> DateTime<Utc> {
    if let Some(moment) = zone.from_local_datetime(&clock).earliest() {
        return moment.to_utc();
    }
    let day = TimeDelta::days(1);
    let before = zone.from_local_datetime(&(clock - day)).earliest();
    before.map_or_else(|| clock.and_utc(), |before| before.to_utc() + day)
}
