//! The school year of Poland: holidays, breaks, and when lessons begin and end.
//!
//! Sources. Holidays: [`kernel::holidays`]. Terms and breaks: the regulation of 11 August 2017 on the organisation of
//! the school year (Dz.U. 2023 item 1211), §§ 2 and 3. Winter breaks are announced year by year and voivodeship by
//! voivodeship (`data/winter_breaks.json`, by the codes of the territorial register); of a year without an announcement
//! there is none. What a school decides by itself, such as a headteacher's days, nobody knows here.

use std::sync::LazyLock;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use kernel::{
    holidays::{self, easter},
    scope::Scope,
};
use serde::Deserialize;

/// Where terms and breaks are laid down.
const TERMS: &str =
    "Regulation of the Minister of National Education of 11 August 2017 on the organisation of the school year";
/// The years that are told.
const YEARS: std::ops::RangeInclusive<i32> = 2017..=2100;

/// What days of the school year are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A public holiday.
    Holiday,
    /// A break of the school year.
    Break,
    /// Lessons begin.
    TermStart,
    /// Lessons end.
    TermEnd,
}

impl Kind {
    /// Whether schools have no lessons.
    pub(crate) fn is_free(self) -> bool {
        matches!(self, Self::Holiday | Self::Break)
    }
}

/// Days of the school year that are not like others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SchoolDays {
    /// What they are.
    pub(crate) kind: Kind,
    /// The message that names them.
    pub(crate) name: &'static str,
    /// The first day.
    pub(crate) from: NaiveDate,
    /// The last day.
    pub(crate) until: NaiveDate,
    /// Where that is laid down.
    pub(crate) source: &'static str,
}

impl SchoolDays {
    /// Whether a day is one of them.
    pub(crate) fn holds(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }
}

/// Winter breaks of one school year.
#[derive(Debug, Deserialize)]
struct Announced {
    source: String,
    breaks: Vec<Winter>,
}

#[derive(Debug, Deserialize)]
struct Winter {
    from: NaiveDate,
    until: NaiveDate,
    voivodeships: Vec<String>,
}

/// Announced winter breaks. A test reads the file; should it be spoilt, there are none.
static WINTER: LazyLock<Vec<Announced>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../data/winter_breaks.json")).unwrap_or_default());

/// What is on some of these days in the city, in order.
pub(crate) fn between(scope: &Scope, from: NaiveDate, until: NaiveDate) -> Vec<SchoolDays> {
    of_voivodeship(scope.tenant.area.teryt.get(..2).unwrap_or_default(), from, until)
}

/// Whether a day is a Saturday or a Sunday.
pub(crate) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn of_voivodeship(code: &str, from: NaiveDate, until: NaiveDate) -> Vec<SchoolDays> {
    let years = from.year().max(*YEARS.start())..=until.year().min(*YEARS.end());
    let mut days: Vec<_> = years.flat_map(|year| holidays(year).into_iter().chain(terms(year))).collect();
    days.extend(WINTER.iter().flat_map(|announced| {
        let here = announced.breaks.iter().filter(|days| days.voivodeships.iter().any(|known| known == code));
        here.map(|days| SchoolDays {
            kind: Kind::Break,
            name: "school-year-winter",
            from: days.from,
            until: days.until,
            source: &announced.source,
        })
    }));
    days.retain(|days| days.from <= until && days.until >= from);
    days.sort_by_key(|days| (days.from, days.until, days.name));
    days
}

/// The public holidays of a year.
fn holidays(year: i32) -> Vec<SchoolDays> {
    let holiday =
        |(name, day)| SchoolDays { kind: Kind::Holiday, name, from: day, until: day, source: holidays::SOURCE };
    holidays::of_year(year).into_iter().map(holiday).collect()
}

/// When lessons begin and end in a year of the calendar, and its breaks but for winter's.
fn terms(year: i32) -> Vec<SchoolDays> {
    let (begins, ends, easter) = (first_school_day(year), last_school_day(year), easter(year));
    // Where 22 December is a Monday, the break begins with it.
    let christmas = match day(year, 12, 22).weekday() {
        Weekday::Mon => day(year, 12, 22),
        _ => day(year, 12, 23),
    };
    let days = |kind, name, from, until| SchoolDays { kind, name, from, until, source: TERMS };
    vec![
        days(Kind::TermStart, "school-year-term-start", begins, begins),
        days(Kind::TermEnd, "school-year-term-end", ends, ends),
        days(Kind::Break, "school-year-summer", after(ends, 1), day(year, 8, 31)),
        days(Kind::Break, "school-year-christmas", christmas, day(year, 12, 31)),
        // From the Thursday before Easter to the Tuesday after it.
        days(Kind::Break, "school-year-easter", before(easter, 3), after(easter, 2)),
    ]
}

/// The first working day of September; where 1 September is a Friday or Saturday, the Monday after it (§ 2(1)).
fn first_school_day(year: i32) -> NaiveDate {
    let first = day(year, 9, 1);
    let to_monday = match first.weekday() {
        Weekday::Fri => 3,
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    after(first, to_monday)
}

/// The first Friday after 20 June (§ 2(1)).
fn last_school_day(year: i32) -> NaiveDate {
    let from = day(year, 6, 21);
    let to_friday = (4 + 7 - u64::from(from.weekday().num_days_from_monday())) % 7;
    after(from, to_friday)
}

/// A day that every year has. Years beyond the calendar's end have their last.
fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX)
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn found(code: &str, name: &str, from: &str, until: &str) -> Vec<(String, String)> {
        let days = of_voivodeship(code, date(from), date(until));
        let days = days.into_iter().filter(|days| days.name == name);
        days.map(|days| (days.from.to_string(), days.until.to_string())).collect()
    }

    #[test]
    fn the_school_years_2025_and_2026() {
        for (name, from, until, expected) in [
            ("school-year-term-start", "2025-08-01", "2025-09-30", ("2025-09-01", "2025-09-01")),
            ("school-year-christmas", "2025-12-01", "2026-01-31", ("2025-12-22", "2025-12-31")),
            ("school-year-winter", "2026-01-01", "2026-03-31", ("2026-02-02", "2026-02-15")),
            ("school-year-easter", "2026-03-01", "2026-04-30", ("2026-04-02", "2026-04-07")),
            ("school-year-term-end", "2026-06-01", "2026-06-30", ("2026-06-26", "2026-06-26")),
            ("school-year-summer", "2026-07-01", "2026-07-01", ("2026-06-27", "2026-08-31")),
            ("school-year-term-start", "2026-08-01", "2026-09-30", ("2026-09-01", "2026-09-01")),
            ("school-year-christmas", "2026-12-01", "2027-01-31", ("2026-12-23", "2026-12-31")),
            ("school-year-winter", "2027-01-01", "2027-03-31", ("2027-02-15", "2027-02-28")),
            ("school-year-easter", "2027-03-01", "2027-04-30", ("2027-03-25", "2027-03-30")),
            ("school-year-term-end", "2027-06-01", "2027-06-30", ("2027-06-25", "2027-06-25")),
            ("holiday-corpus-christi", "2027-05-01", "2027-05-31", ("2027-05-27", "2027-05-27")),
            ("holiday-pentecost", "2027-05-01", "2027-05-31", ("2027-05-16", "2027-05-16")),
        ] {
            let expected = vec![(expected.0.to_owned(), expected.1.to_owned())];
            assert_eq!(found("32", name, from, until), expected, "{name}");
        }
    }

    #[test]
    fn lessons_begin_on_a_monday_where_september_begins_late_in_a_week() {
        for (year, expected) in [(2023, "2023-09-04"), (2024, "2024-09-02"), (2028, "2028-09-04"), (2029, "2029-09-03")]
        {
            assert_eq!(first_school_day(year), date(expected));
        }
    }

    #[test]
    fn christmas_eve_is_free_since_2025() {
        assert!(found("32", "holiday-christmas-eve", "2024-12-01", "2024-12-31").is_empty());
        assert_eq!(found("32", "holiday-christmas-eve", "2025-12-01", "2025-12-31").len(), 1);
    }

    #[test]
    fn every_voivodeship_has_one_winter_break_of_two_weeks_in_each_announced_year() {
        assert_eq!(WINTER.len(), 2);
        for announced in &*WINTER {
            let mut codes: Vec<_> = announced.breaks.iter().flat_map(|days| &days.voivodeships).collect();
            codes.sort_unstable();
            let all: Vec<_> = (1..=16).map(|number| format!("{:02}", number * 2)).collect();
            assert!(codes.into_iter().eq(&all));
            assert!(announced.breaks.iter().all(|days| (days.until - days.from).num_days() == 13));
        }
        assert!(found("32", "school-year-winter", "2028-01-01", "2028-03-31").is_empty());
    }
}
