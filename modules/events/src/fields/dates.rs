//! Columns that tell when an event is: its start and end, the rule by which it happens again, and dates that are left out
//! or moved.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use directory::fields::{
    FieldKind, Reader, field_name,
    notation::{local, read_clock},
};
use kernel::{entry::Wrong, refusal::Problem};

use crate::{
    event::Moved,
    recurrence::{Flaw, MOST, MOST_YEARS, Rule, Series, moment},
    refusal::EventKind,
};

/// How long something lasts whose end nobody told.
const DEFAULT: TimeDelta = TimeDelta::hours(1);
/// The most days that something lasts.
const MOST_DAYS: u32 = 31;
/// The years in which something can take place.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;

/// When an event is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Times {
    pub(super) starts_at: DateTime<Utc>,
    pub(super) ends_at: DateTime<Utc>,
    pub(super) last_ends_at: DateTime<Utc>,
    pub(super) all_day: bool,
    pub(super) recurrence: Option<String>,
    pub(super) exceptions: Vec<DateTime<Utc>>,
    pub(super) moved: Vec<Moved>,
}

/// Reads them. What depends on a start that is not understood is not looked at.
pub(super) fn times(reader: &mut Reader<'_, Wrong>, zone: Tz) -> Times {
    let starts = reader.text("starts");
    if starts.is_none() {
        reader.refuse(FieldKind::Missing, "starts");
    }
    let ends = reader.text("ends");
    let all_day = reader.yes_no("all_day");
    let clocks = Clocks { zone, all_day };
    let starts_at = starts.and_then(|text| kept(reader, "starts", text, clocks.start(text)));
    let ends_at = ends.and_then(|text| kept(reader, "ends", text, clocks.end(text)));
    let rule = reader.text("recurrence").and_then(|text| match text.parse::<Rule>() {
        Ok(rule) => Some(rule),
        Err(flaw) => {
            refuse_rule(reader, flaw);
            None
        }
    });
    let Some(starts_at) = starts_at else { return Times { all_day, ..Times::default() } };
    let default = if all_day { clocks.days_after(starts_at, 1) } else { starts_at + DEFAULT };
    let ends_at = ends_at.unwrap_or(default);
    if let Some(kind) = wrong_length(starts_at, ends_at) {
        let problem = Problem::at(kind.into(), "ends").with("most", MOST_DAYS);
        reader.note(problem);
        return Times { starts_at, ends_at: default, last_ends_at: default, all_day, ..Times::default() };
    }
    let series = Series { starts: starts_at, ends: ends_at, all_day, zone };
    let originals = match &rule {
        Some(rule) => series.originals(rule).unwrap_or_else(|flaw| {
            refuse_rule(reader, flaw);
            Vec::new()
        }),
        None => vec![starts_at],
    };
    let dates = Dates { clocks, series, originals: &originals, recurs: rule.is_some() };
    let exceptions = dates.exceptions(reader);
    let moved = dates.moved(reader, &exceptions);
    let occurrences = series.occurrences(&originals, &exceptions, &moved);
    if occurrences.is_empty() && !originals.is_empty() {
        reader.refuse(EventKind::NothingLeft, "exceptions");
    }
    Times {
        starts_at,
        ends_at,
        last_ends_at: occurrences.iter().map(|at| at.ends).max().unwrap_or(ends_at),
        all_day,
        recurrence: rule.map(|rule| rule.to_string()),
        exceptions,
        moved,
    }
}

fn wrong_length(starts: DateTime<Utc>, ends: DateTime<Utc>) -> Option<EventKind> {
    if ends <= starts {
        return Some(EventKind::EndsBefore);
    }
    // An hour more, for the night on which clocks go back.
    (ends - starts > TimeDelta::days(MOST_DAYS.into()) + TimeDelta::hours(1)).then_some(EventKind::TooLong)
}

fn kept<T>(reader: &mut Reader<'_, Wrong>, column: &'static str, text: &str, read: Result<T, EventKind>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(kind @ EventKind::TooLong) => {
            reader.note(Problem::at(kind.into(), field_name(column)).with("most", MOST_DAYS));
            None
        }
        Err(kind) => {
            reader.refuse_value(kind, column, text);
            None
        }
    }
}

fn refuse_rule(reader: &mut Reader<'_, Wrong>, flaw: Flaw) {
    let most = match flaw.kind {
        EventKind::RuleTooLong => MOST_YEARS,
        _ => u32::try_from(MOST).unwrap_or(u32::MAX),
    };
    let part = if flaw.part.is_empty() { "RRULE".to_owned() } else { flaw.part };
    reader.note(Problem::at(flaw.kind.into(), "recurrence").with("part", part).with("most", most));
}

/// How the texts of an event are read.
#[derive(Clone, Copy)]
struct Clocks {
    zone: Tz,
    all_day: bool,
}

impl Clocks {
    /// A start: a day, or a moment of the city's clocks. A moment with an offset is that moment, whatever the city's
    /// clocks show then.
    fn start(self, text: &str) -> Result<DateTime<Utc>, EventKind> {
        self.read(text, 0)
    }

    /// An end. Of what lasts all day it is the last day.
    fn end(self, text: &str) -> Result<DateTime<Utc>, EventKind> {
        self.read(text, 1)
    }

    fn read(self, text: &str, days_more: u64) -> Result<DateTime<Utc>, EventKind> {
        let day = text.parse::<NaiveDate>().ok();
        let at = match (day, self.all_day) {
            (Some(day), true) => {
                let day = day.checked_add_days(Days::new(days_more)).ok_or(EventKind::YearFar)?;
                in_years(day)?;
                return Ok(moment(self.zone, day.and_time(NaiveTime::MIN)));
            }
            (Some(_), false) => return Err(EventKind::HourMissing),
            (None, true) => return Err(EventKind::DayExpected),
            (None, false) => self.moment(text)?,
        };
        in_years(at.with_timezone(&self.zone).date_naive())?;
        Ok(at)
    }

    fn moment(self, text: &str) -> Result<DateTime<Utc>, EventKind> {
        if let Ok(moment) = DateTime::parse_from_rfc3339(text).or_else(|_| parse_with_offset(text)) {
            return Ok(moment.to_utc());
        }
        let clock = read_clock(text).ok_or(EventKind::MomentExpected)?;
        in_years(clock.date())?;
        local(self.zone, clock).ok_or(EventKind::HourSkipped)
    }

    fn days_after(self, at: DateTime<Utc>, days: u64) -> DateTime<Utc> {
        let day = at.with_timezone(&self.zone).date_naive().checked_add_days(Days::new(days));
        day.map_or(at, |day| moment(self.zone, day.and_time(NaiveTime::MIN)))
    }
}

/// A moment with an offset and without seconds, as forms of other programs send it.
fn parse_with_offset(text: &str) -> Result<DateTime<chrono::FixedOffset>, chrono::ParseError> {
    DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z").or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M%:z"))
}

fn in_years(day: NaiveDate) -> Result<(), EventKind> {
    if YEARS.contains(&day.year()) { Ok(()) } else { Err(EventKind::YearFar) }
}

/// The dates of an event that others refer to.
struct Dates<'a> {
    clocks: Clocks,
    series: Series,
    originals: &'a [DateTime<Utc>],
    recurs: bool,
}

impl Dates<'_> {
    fn exceptions(&self, reader: &mut Reader<'_, Wrong>) -> Vec<DateTime<Utc>> {
        let list = reader.list("exceptions");
        if !self.may_refer(reader, "exceptions", list.is_empty()) {
            return Vec::new();
        }
        let mut exceptions = Vec::new();
        for text in list {
            exceptions.extend(kept(reader, "exceptions", text, self.original(text)));
        }
        exceptions.sort_unstable();
        exceptions.dedup();
        exceptions
    }

    fn moved(&self, reader: &mut Reader<'_, Wrong>, exceptions: &[DateTime<Utc>]) -> Vec<Moved> {
        let list = reader.list("moved");
        if !self.may_refer(reader, "moved", list.is_empty()) {
            return Vec::new();
        }
        let mut all: Vec<Moved> = Vec::new();
        for text in list {
            let Some(moved) = kept(reader, "moved", text, self.move_of(text)) else { continue };
            let is_known =
                |original| exceptions.contains(&original) || all.iter().any(|known| known.original == original);
            if is_known(moved.original) {
                reader.refuse_value(EventKind::DateTwice, "moved", text);
            } else {
                all.push(moved);
            }
        }
        all.sort_unstable();
        all
    }

    /// Whether there are dates to refer to. Without a rule there are none; with one that is wrong nobody knows.
    fn may_refer(&self, reader: &mut Reader<'_, Wrong>, column: &'static str, is_empty: bool) -> bool {
        if !self.recurs && !is_empty && !reader.has_text("recurrence") {
            reader.note(Problem::at(EventKind::RuleMissing.into(), field_name(column)));
        }
        self.recurs && !self.originals.is_empty()
    }

    /// The occurrence that a text names: by its start, or by its day if there is only one on it.
    fn original(&self, text: &str) -> Result<DateTime<Utc>, EventKind> {
        let day = text.parse::<NaiveDate>().ok();
        let at = match day {
            Some(day) => {
                let is_that = |at: &&DateTime<Utc>| at.with_timezone(&self.clocks.zone).date_naive() == day;
                return self.originals.iter().find(is_that).copied().ok_or(EventKind::DateUnknown);
            }
            None if self.clocks.all_day => return Err(EventKind::DayExpected),
            None => self.named(text)?,
        };
        self.originals.contains(&at).then_some(at).ok_or(EventKind::DateUnknown)
    }

    /// A moment that may name an occurrence in the hour that is skipped.
    fn named(&self, text: &str) -> Result<DateTime<Utc>, EventKind> {
        match self.clocks.moment(text) {
            Err(EventKind::HourSkipped) => {
                read_clock(text).map(|clock| moment(self.clocks.zone, clock)).ok_or(EventKind::MomentExpected)
            }
            read => read,
        }
    }

    fn move_of(&self, text: &str) -> Result<Moved, EventKind> {
        let (original, place) = text.split_once('>').ok_or(EventKind::MoveExpected)?;
        let (starts, ends) = match place.split_once('/') {
            Some((starts, ends)) => (starts, Some(self.clocks.end(ends.trim())?)),
            None => (place, None),
        };
        let (original, starts) = (self.original(original.trim())?, self.clocks.start(starts.trim())?);
        match wrong_length(starts, ends.unwrap_or_else(|| self.series.end_of(starts))) {
            Some(kind) => Err(kind),
            None => Ok(Moved { original, starts, ends }),
        }
    }
}

/// A start as it is read: a day, or the shortest way to write the moment with its hour.
pub(super) fn write_start(zone: Tz, at: DateTime<Utc>, all_day: bool) -> String {
    let clock = at.with_timezone(&zone).naive_local();
    if all_day {
        return clock.date().to_string();
    }
    write_clock(zone, clock, at)
}

/// An end as it is read. Of what lasts all day it is the last day.
pub(super) fn write_end(zone: Tz, at: DateTime<Utc>, all_day: bool) -> String {
    let clock = at.with_timezone(&zone).naive_local();
    match clock.date().pred_opt().filter(|_| all_day) {
        Some(day) => day.to_string(),
        None => write_clock(zone, clock, at),
    }
}

fn write_clock(zone: Tz, clock: NaiveDateTime, at: DateTime<Utc>) -> String {
    let ways = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"].map(|format| clock.format(format).to_string());
    let is_read_back = |text: &String| read_clock(text).and_then(|clock| local(zone, clock)) == Some(at);
    let short = ways.into_iter().find(is_read_back);
    short.unwrap_or_else(|| at.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::AutoSi, false))
}
