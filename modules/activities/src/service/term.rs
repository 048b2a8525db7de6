//! An activity once more, in the next term of school.
//!
//! The rule. A school year of Poland goes from 1 September to the first Friday after 20 June; its winter term ends on
//! 31 January, its spring term begins on 1 February, and summer is what remains. An activity within one term is offered
//! again in the next term; one that goes over terms, or whose end nobody knows, in the next school year; one in summer in
//! the next summer. If that is over too, then in the one after, until one is not. Days keep their day of the week and
//! their distance in weeks from the beginning of the term (the first day) or from its end (the last day), and stay within
//! it; the first and the last day of a term go to those of the other. Enrolment moves along by as many years, where the
//! term is of the same kind; else nobody knows when it is, and it is left out. All places are free again.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;
use directory::fields::notation::local;
use kernel::{
    error::{Fault, Result},
    history::Fields,
    scope::Scope,
};

use crate::{
    activity::{ActivityId, Model},
    fields::of,
};

/// Days of a year of whole weeks.
const WEEKS_OF_YEAR: i64 = 52 * 7;

/// The fields of an activity as it may be offered in the next term, for somebody to look over and publish.
pub async fn next_term(scope: &Scope, id: ActivityId) -> Result<Fields> {
    let row = super::record(scope, id).await?.ok_or_else(Fault::not_found)?;
    Ok(of(&scope.tenant, &moved(row, scope.today(), scope.tenant.time_zone)))
}

fn moved(row: Model, today: NaiveDate, zone: Tz) -> Model {
    let spans = Span::of(row.starts_on, row.ends_on).map(|old| (old, old.next_after(today)));
    let enrolment = |at: Option<DateTime<Utc>>| {
        let (old, new) = spans.filter(|(old, new)| old.part == new.part)?;
        let clock = at?.with_timezone(&zone).naive_local();
        let days = WEEKS_OF_YEAR * i64::from(new.year - old.year);
        local(zone, clock.checked_add_signed(chrono::TimeDelta::days(days))?)
    };
    let starts_on = row
        .starts_on
        .zip(spans)
        .map(|(day, (old, new))| transferred(day, old.first(), new.first()).clamp(new.first(), new.last()));
    let ends_on = row.ends_on.zip(spans).map(|(day, (old, new))| {
        transferred(day, old.last(), new.last()).clamp(new.first(), new.last()).max(starts_on.unwrap_or(day))
    });
    Model {
        starts_on,
        ends_on,
        enrolment_opens_at: enrolment(row.enrolment_opens_at),
        enrolment_closes_at: enrolment(row.enrolment_closes_at),
        places_left: row.capacity,
        ..row
    }
}

/// The day that is as many weeks from `to` as a day is from `from`, on the same day of the week; `to` for `from` itself.
fn transferred(day: NaiveDate, from: NaiveDate, to: NaiveDate) -> NaiveDate {
    if day == from {
        return to;
    }
    let monday = |day: NaiveDate| day.week(Weekday::Mon).first_day();
    let distance = day.signed_duration_since(monday(from));
    monday(to).checked_add_signed(distance).unwrap_or(to)
}

/// A part of a school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Winter,
    Spring,
    /// From September to June.
    Whole,
    Summer,
}

/// A part of the school year that begins in September of `year`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    part: Part,
    year: i32,
}

impl Span {
    /// The part in which an activity takes place; nothing if nobody knows when it does.
    fn of(starts: Option<NaiveDate>, ends: Option<NaiveDate>) -> Option<Self> {
        let (first, last) = (starts.or(ends).map(Self::around)?, ends.map(Self::around));
        Some(match last {
            Some(last) if last == first && starts.is_some() => first,
            _ if first.part == Part::Summer && last.is_none_or(|last| last == first) => first,
            // What begins in the holidays belongs to the year that they are before.
            Some(last) if first.part == Part::Summer => Self { part: Part::Whole, year: last.year },
            _ => Self { part: Part::Whole, year: first.year },
        })
    }

    /// The term or summer of a day.
    fn around(day: NaiveDate) -> Self {
        let year = day.year();
        match day.month() {
            9.. => Self { part: Part::Winter, year },
            1 => Self { part: Part::Winter, year: year - 1 },
            _ if day <= last_school_day(year) => Self { part: Part::Spring, year: year - 1 },
            _ => Self { part: Part::Summer, year: year - 1 },
        }
    }

    fn next(self) -> Self {
        match self.part {
            Part::Winter => Self { part: Part::Spring, ..self },
            Part::Spring => Self { part: Part::Winter, year: self.year + 1 },
            Part::Whole | Part::Summer => Self { year: self.year + 1, ..self },
        }
    }

    /// The next such part that is not over on that day.
    fn next_after(self, today: NaiveDate) -> Self {
        let mut next = self.next();
        while next.last() < today {
            next = next.next();
        }
        next
    }

    fn first(self) -> NaiveDate {
        match self.part {
            Part::Winter | Part::Whole => day(self.year, 9, 1),
            Part::Spring => day(self.year + 1, 2, 1),
            Part::Summer => last_school_day(self.year + 1).checked_add_days(Days::new(1)).unwrap_or_default(),
        }
    }

    fn last(self) -> NaiveDate {
        match self.part {
            Part::Winter => day(self.year + 1, 1, 31),
            Part::Spring | Part::Whole => last_school_day(self.year + 1),
            Part::Summer => day(self.year + 1, 8, 31),
        }
    }
}

/// The first Friday after 20 June, on which lessons end (regulation on the organisation of the school year, § 2).
fn last_school_day(year: i32) -> NaiveDate {
    let friday = day(year, 6, 21).iter_days().find(|day| day.weekday() == Weekday::Fri);
    friday.unwrap_or_default()
}

/// A day that every year has. Years beyond the calendar's end have their last.
fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<NaiveDate> {
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    #[test]
    fn schools_close_on_the_first_friday_after_20_june() {
        for (year, expected) in [(2025, "2025-06-27"), (2026, "2026-06-26"), (2027, "2027-06-25"), (2028, "2028-06-23")]
        {
            assert_eq!(Some(last_school_day(year)), date(expected));
        }
    }

    #[test]
    fn days_move_to_the_next_term_year_or_summer() {
        let today = date("2026-11-26").unwrap();
        for (from, until, new_from, new_until) in [
            // A whole year, to the day and by weeks.
            ("2026-09-01", "2027-06-25", "2027-09-01", "2028-06-23"),
            ("2026-09-07", "2027-06-17", "2027-09-06", "2028-06-15"),
            // Winter, then spring, then winter again.
            ("2026-09-01", "2027-01-31", "2027-02-01", "2027-06-25"),
            ("2026-09-14", "2027-01-20", "2027-02-15", "2027-06-16"),
            ("2027-02-01", "2027-06-25", "2027-09-01", "2028-01-31"),
            // Summer camps.
            ("2026-07-06", "2026-07-10", "2027-07-05", "2027-07-09"),
            // What is long over comes in a term that is not.
            ("2023-09-04", "2024-06-14", "2026-09-07", "2027-06-18"),
            ("2024-02-05", "2024-06-14", "2026-09-07", "2027-01-22"),
            // One day alone, or none.
            ("2026-09-03", "", "2027-09-02", ""),
            ("", "2027-06-25", "", "2028-06-23"),
            ("2026-08-24", "2027-06-18", "2027-09-01", "2028-06-16"),
            ("", "", "", ""),
        ] {
            let row = Model { starts_on: date(from), ends_on: date(until), ..Model::default() };
            let after = moved(row, today, Tz::Europe__Warsaw);
            assert_eq!((after.starts_on, after.ends_on), (date(new_from), date(new_until)), "{from} {until}");
        }
    }

    #[test]
    fn enrolment_moves_by_years_or_is_left_out_and_places_are_free() {
        let row = |from, until| Model {
            starts_on: date(from),
            ends_on: date(until),
            enrolment_opens_at: Some("2026-08-17T06:00:00Z".parse().unwrap()),
            capacity: Some(12),
            places_left: Some(0),
            ..Model::default()
        };
        let today = date("2026-11-26").unwrap();
        let year = moved(row("2026-09-01", "2027-06-25"), today, Tz::Europe__Warsaw);
        assert_eq!(year.enrolment_opens_at, Some("2027-08-16T06:00:00Z".parse().unwrap()));
        assert_eq!(year.places_left, Some(12));
        let term = moved(row("2026-09-01", "2027-01-31"), today, Tz::Europe__Warsaw);
        assert_eq!(term.enrolment_opens_at, None);
    }
}
