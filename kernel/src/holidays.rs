//! The public holidays of Poland.
//!
//! Source: the act of 18 January 1951 on days free from work; 24 December is one since 2025 (act of 6 December 2024).

use chrono::{Datelike as _, Days, NaiveDate};

/// Where holidays are laid down.
pub const SOURCE: &str = "Act of 18 January 1951 on days free from work";

/// The public holidays of a year: the message that names each, and its day.
pub fn of_year(year: i32) -> Vec<(&'static str, NaiveDate)> {
    let easter = easter(year);
    let mut days = vec![
        ("holiday-new-year", day(year, 1, 1)),
        ("holiday-epiphany", day(year, 1, 6)),
        ("holiday-easter", easter),
        ("holiday-easter-monday", after(easter, 1)),
        ("holiday-labour", day(year, 5, 1)),
        ("holiday-constitution", day(year, 5, 3)),
        ("holiday-pentecost", after(easter, 49)),
        ("holiday-corpus-christi", after(easter, 60)),
        ("holiday-assumption", day(year, 8, 15)),
        ("holiday-all-saints", day(year, 11, 1)),
        ("holiday-independence", day(year, 11, 11)),
        ("holiday-christmas", day(year, 12, 25)),
        ("holiday-christmas-second", day(year, 12, 26)),
    ];
    if year >= 2025 {
        days.push(("holiday-christmas-eve", day(year, 12, 24)));
    }
    days
}

/// Whether a day is a public holiday.
pub fn is_holiday(date: NaiveDate) -> bool {
    of_year(date.year()).iter().any(|(_, holiday)| *holiday == date)
}

/// Easter Sunday of the Gregorian calendar: the first Sunday after the full moon on or after 21 March, as the church
/// counts moons (Gauss, in the form of Meeus, Jones and Butcher).
pub fn easter(year: i32) -> NaiveDate {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    day(year, (days / 31).unsigned_abs(), (days % 31 + 1).unsigned_abs())
}

/// A day that every year has. Years beyond the calendar's end have their last.
fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX)
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_says() {
        for (year, expected) in [
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2028, "2028-04-16"),
            (2038, "2038-04-25"),
            (2049, "2049-04-18"),
            (2076, "2076-04-19"),
        ] {
            assert_eq!(easter(year), expected.parse().unwrap());
        }
        assert!((1900..2200).all(|year| easter(year).weekday() == chrono::Weekday::Sun));
    }

    #[test]
    fn days_off_move_with_easter() {
        let is = |text: &str| is_holiday(text.parse().unwrap());
        for day in ["2026-04-05", "2026-04-06", "2026-05-24", "2026-06-04", "2026-12-24", "2027-03-29", "2027-01-06"] {
            assert!(is(day), "{day}");
        }
        for day in ["2026-04-03", "2026-12-27", "2024-12-24", "2026-11-10", "2026-05-02"] {
            assert!(!is(day), "{day}");
        }
    }
}
