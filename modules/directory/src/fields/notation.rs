//! How single values are written: ages, moments, prices, yes and no. What is written is read back as the same value.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeZone as _, Utc};
use chrono_tz::Tz;
use kernel::graphql::scalars::Decimal;

/// Nobody is older, in years.
pub const MAX_AGE: i32 = 120;
/// The highest price, in grosze.
const MAX_PRICE: i64 = 100_000_000;
/// The years in which something can happen.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;
/// How moments are read besides RFC 3339: the city's clocks.
const MOMENTS: [&str; 3] = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"];

/// Which end of a range a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The beginning: the youngest, the first moment.
    First,
    /// The end: the oldest, the last moment.
    Last,
}

/// Years, or months as `18m`; in months. At the upper end, a year counts to its last month: who is "at most 10" may be
/// 10 and 11 months.
pub fn read_age(text: &str, end: End) -> Option<i32> {
    if let Some(months) = text.strip_suffix(['m', 'M']) {
        return months.trim().parse().ok().filter(|months| (0..=MAX_AGE * 12).contains(months));
    }
    let years: i32 = text.parse().ok().filter(|years| (0..=MAX_AGE).contains(years))?;
    Some(years * 12 + rest_of_year(end))
}

/// Whole years as years, anything else in months.
pub fn write_age(months: i32, end: End) -> String {
    let years = months - rest_of_year(end);
    if years >= 0 && years % 12 == 0 { (years / 12).to_string() } else { format!("{months}m") }
}

fn rest_of_year(end: End) -> i32 {
    if end == End::Last { 11 } else { 0 }
}

/// A moment of a year that calendars and databases can count on from; a plain date is its first moment in the city, or its
/// last if something ends then.
pub fn read_moment(zone: Tz, text: &str, end: End) -> Option<DateTime<Utc>> {
    any_moment(zone, text, end).filter(|moment| YEARS.contains(&moment.year()))
}

fn any_moment(zone: Tz, text: &str, end: End) -> Option<DateTime<Utc>> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        let day = if end == End::Last { day.checked_add_days(Days::new(1))? } else { day };
        return local(zone, day.and_time(NaiveTime::MIN));
    }
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Some(moment.to_utc());
    }
    local(zone, read_clock(text)?)
}

/// What a clock on the wall shows: a day and a time without an offset.
pub fn read_clock(text: &str) -> Option<NaiveDateTime> {
    MOMENTS.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
}

/// The shortest way to write a moment that is read back as that moment: the day, the city's clock, or else the moment
/// with its offset, as in the hour that comes twice when clocks go back.
pub fn write_moment(zone: Tz, moment: DateTime<Utc>, end: End) -> String {
    let clock = moment.with_timezone(&zone).naive_local();
    let day = if end == End::Last { clock.date().pred_opt() } else { Some(clock.date()) };
    let short = day.map(|day| day.to_string());
    let ways =
        [short, Some(clock.format("%Y-%m-%dT%H:%M").to_string()), Some(clock.format("%Y-%m-%dT%H:%M:%S").to_string())];
    ways.into_iter()
        .flatten()
        .find(|text| read_moment(zone, text, end) == Some(moment))
        .unwrap_or_else(|| moment.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::AutoSi, false))
}

/// A moment of the city's clocks; the earlier of two.
pub fn local(zone: Tz, clock: NaiveDateTime) -> Option<DateTime<Utc>> {
    zone.from_local_datetime(&clock).earliest().map(|moment| moment.to_utc())
}

/// A price in grosze.
pub fn read_price(text: &str) -> Option<i64> {
    text.parse::<Decimal>().ok().map(|price| price.0).filter(|price| (0..=MAX_PRICE).contains(price))
}

/// Yes or no, in the words that spreadsheets and people have for it.
pub fn read_yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "true" | "1" | "tak" | "так" => Some(true),
        "no" | "false" | "0" | "nie" | "ні" => Some(false),
        _ => None,
    }
}

/// Whether a text has the form of a language tag (BCP 47).
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let alphanumeric = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric());
    parts.next().is_some_and(|first| (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && alphanumeric(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_years_or_months() {
        for (text, end, months, written) in [
            ("8", End::First, 96, "8"),
            ("8", End::Last, 107, "8"),
            ("18m", End::First, 18, "18m"),
            ("96m", End::First, 96, "8"),
            ("96 M", End::Last, 96, "96m"),
            ("11m", End::Last, 11, "0"),
            ("0", End::First, 0, "0"),
        ] {
            assert_eq!(read_age(text, end), Some(months), "{text}");
            assert_eq!(write_age(months, end), written);
        }
        for bad in ["osiem", "-1", "121", "8,5", "1441m", "m"] {
            assert_eq!(read_age(bad, End::First), None, "{bad}");
        }
    }

    #[test]
    fn moments_are_written_as_short_as_they_can_be() {
        let zone = Tz::Europe__Warsaw;
        for (text, end, written) in [
            ("2026-09-01", End::First, "2026-09-01"),
            ("2026-09-30", End::Last, "2026-09-30"),
            ("2026-09-30T00:00", End::Last, "2026-09-29"),
            ("2026-09-01 08:00", End::First, "2026-09-01T08:00"),
            ("2026-09-01T06:00:00Z", End::First, "2026-09-01T08:00"),
            ("2026-09-01T08:00:07", End::First, "2026-09-01T08:00:07"),
            // Clocks go back: the first 02:30 is the earlier, the second needs its offset.
            ("2026-10-25T02:30+02:00", End::First, "2026-10-25T02:30"),
            ("2026-10-25T02:30:00+01:00", End::First, "2026-10-25T02:30:00+01:00"),
        ] {
            let moment = read_moment(zone, text, end).or_else(|| read_moment(zone, &text.replace("+02:00", ""), end));
            assert_eq!(moment.map(|moment| write_moment(zone, moment, end)).as_deref(), Some(written), "{text}");
        }
        for bad in
            ["jutro", "+200000-01-01", "-262143-01-01", "+262142-12-31", "-0001-12-31T10:00", "+20000-01-01 10:00"]
        {
            assert_eq!(read_moment(zone, bad, End::First), None, "{bad}");
        }
    }

    #[test]
    fn languages_are_checked_by_form() {
        assert!(is_language("pl") && is_language("zh-Hant-TW") && is_language("csb"));
        assert!(!is_language("polski") && !is_language("p") && !is_language("pl_PL"));
    }
}
