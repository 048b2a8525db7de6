//! Reads and writes rules.

use std::{fmt, str::FromStr};

use chrono::{Datelike as _, NaiveDate, NaiveDateTime};

use super::{End, Flaw, Frequency, MOST_APART, Rule};
use crate::refusal::EventKind;

/// Days of the week as rules name them, Monday first.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/// How rules write a day.
const DAY: &str = "%Y%m%d";
/// How rules write a clock.
const CLOCK: &str = "%Y%m%dT%H%M%S";
/// The most values of one part: no year has more days.
const MOST_VALUES: usize = 366;

impl FromStr for Rule {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        let text = text.trim();
        let text = match text.get(..6) {
            Some(name) if name.eq_ignore_ascii_case("RRULE:") => &text[6..],
            _ => text,
        };
        let mut reader = Reader { known: Vec::new() };
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').ok_or_else(|| unclear(part))?;
            reader.take(&name.trim().to_ascii_uppercase(), value.trim())?;
        }
        reader.rule()
    }
}

/// Parts of a rule, each there once.
struct Reader<'a> {
    known: Vec<(String, &'a str)>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, name: &str, value: &'a str) -> Result<(), Flaw> {
        const KNOWN: [&str; 9] =
            ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "WKST"];
        if !KNOWN.contains(&name) {
            return Err(Flaw { kind: EventKind::RulePart, part: shortened(name) });
        }
        if value.is_empty() || self.known.iter().any(|(known, _)| known == name) {
            return Err(unclear(name));
        }
        self.known.push((name.to_owned(), value));
        Ok(())
    }

    fn value(&self, name: &str) -> Option<&'a str> {
        self.known.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
    }

    fn rule(&self) -> Result<Rule, Flaw> {
        let frequency = self.frequency()?;
        let by_day = self.list("BYDAY", by_day)?;
        let most = match frequency {
            Frequency::Daily | Frequency::Weekly => 0,
            Frequency::Monthly => 5,
            Frequency::Yearly => 53,
        };
        if by_day.iter().any(|(number, _)| number.is_some_and(|number| number.abs() > most)) {
            return Err(self.flaw("BYDAY"));
        }
        if frequency == Frequency::Weekly && self.value("BYMONTHDAY").is_some() {
            return Err(self.flaw("BYMONTHDAY"));
        }
        let by_set_pos = self.list("BYSETPOS", |text| within(text, -366..=366))?;
        if !by_set_pos.is_empty() && !["BYDAY", "BYMONTH", "BYMONTHDAY"].iter().any(|name| self.value(name).is_some()) {
            return Err(self.flaw("BYSETPOS"));
        }
        Ok(Rule {
            frequency,
            interval: match self.value("INTERVAL") {
                Some(text) => within(text, 1..=MOST_APART).ok_or_else(|| self.flaw("INTERVAL"))?,
                None => 1,
            },
            end: self.end()?,
            by_day,
            by_month: self.list("BYMONTH", |text| within(text, 1..=12))?,
            by_month_day: self.list("BYMONTHDAY", |text| within(text, -31..=31))?,
            by_set_pos,
            week_start: match self.value("WKST") {
                Some(text) => Some(weekday(text).ok_or_else(|| self.flaw("WKST"))?),
                None => None,
            },
        })
    }

    fn frequency(&self) -> Result<Frequency, Flaw> {
        match self.value("FREQ").unwrap_or_default().to_ascii_uppercase().as_str() {
            "DAILY" => Ok(Frequency::Daily),
            "WEEKLY" => Ok(Frequency::Weekly),
            "MONTHLY" => Ok(Frequency::Monthly),
            "YEARLY" => Ok(Frequency::Yearly),
            "SECONDLY" | "MINUTELY" | "HOURLY" => Err(self.because(EventKind::RuleTooOften, "FREQ")),
            _ => Err(self.flaw("FREQ")),
        }
    }

    fn end(&self) -> Result<End, Flaw> {
        match (self.value("COUNT"), self.value("UNTIL")) {
            (None, None) => Err(EventKind::RuleEndless.into()),
            (Some(_), Some(_)) => Err(EventKind::RuleBothEnds.into()),
            (Some(count), None) => {
                let is_number = count.len() < 10 && count.bytes().all(|b| b.is_ascii_digit());
                let too_many = count.bytes().all(|b| b.is_ascii_digit()).then_some(EventKind::RuleTooMany);
                match count.parse() {
                    Ok(0) => Err(self.flaw("COUNT")),
                    Ok(count) if is_number => Ok(End::Count(count)),
                    _ => Err(self.because(too_many.unwrap_or(EventKind::RuleExpected), "COUNT")),
                }
            }
            (None, Some(until)) => end_of(until).ok_or_else(|| self.flaw("UNTIL")),
        }
    }

    /// The values of a part, in order and without repetitions.
    fn list<T: Ord>(&self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Flaw> {
        let Some(text) = self.value(name) else { return Ok(Vec::new()) };
        let values: Option<Vec<T>> = text.split(',').take(MOST_VALUES + 1).map(|value| read(value.trim())).collect();
        let mut values = values.filter(|values| values.len() <= MOST_VALUES).ok_or_else(|| self.flaw(name))?;
        values.sort_unstable();
        values.dedup();
        Ok(values)
    }

    fn flaw(&self, name: &str) -> Flaw {
        self.because(EventKind::RuleExpected, name)
    }

    fn because(&self, kind: EventKind, name: &str) -> Flaw {
        Flaw { kind, part: shortened(&format!("{name}={}", self.value(name).unwrap_or_default())) }
    }
}

fn unclear(part: &str) -> Flaw {
    Flaw { kind: EventKind::RuleExpected, part: shortened(part) }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A whole number of a range, not 0 where the range goes below it.
fn within<T: FromStr + PartialOrd + Default + Copy>(text: &str, range: std::ops::RangeInclusive<T>) -> Option<T> {
    let number: T = text.parse().ok()?;
    (range.contains(&number) && number != T::default()).then_some(number)
}

/// Days after Monday.
fn weekday(text: &str) -> Option<u8> {
    DAYS.iter().position(|name| name.eq_ignore_ascii_case(text)).map(|at| at as u8)
}

/// `MO`, `1MO`, `-1FR`.
fn by_day(text: &str) -> Option<(Option<i16>, u8)> {
    let (number, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let number = match number.strip_prefix('+').unwrap_or(number) {
        "" => None,
        number => Some(within(number, -53..=53)?),
    };
    Some((number, weekday(name)?))
}

/// A day, a clock on the wall, or a moment of UTC.
fn end_of(text: &str) -> Option<End> {
    let text = text.to_ascii_uppercase();
    let is_of_this_age = |year: i32| (1900..=2200).contains(&year);
    let clock = |text: &str| {
        let clock = NaiveDateTime::parse_from_str(text, CLOCK).ok()?;
        is_of_this_age(clock.year()).then_some(clock)
    };
    if let Some(moment) = text.strip_suffix('Z') {
        return Some(End::Moment(clock(moment)?.and_utc()));
    }
    if text.contains('T') {
        return clock(&text).map(End::Clock);
    }
    let day = NaiveDate::parse_from_str(&text, DAY).ok().or_else(|| text.parse().ok())?;
    is_of_this_age(day.year()).then_some(End::Day(day))
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FREQ=")?;
        f.write_str(match self.frequency {
            Frequency::Daily => "DAILY",
            Frequency::Weekly => "WEEKLY",
            Frequency::Monthly => "MONTHLY",
            Frequency::Yearly => "YEARLY",
        })?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        let name = |day: u8| DAYS.get(usize::from(day)).copied().unwrap_or_default();
        let days = self.by_day.iter().map(|(number, day)| match number {
            Some(number) => format!("{number}{}", name(*day)),
            None => name(*day).to_owned(),
        });
        for (part, values) in [
            ("BYMONTH", numbers(&self.by_month)),
            ("BYMONTHDAY", numbers(&self.by_month_day)),
            ("BYDAY", days.collect()),
            ("BYSETPOS", numbers(&self.by_set_pos)),
        ] {
            if !values.is_empty() {
                write!(f, ";{part}={}", values.join(","))?;
            }
        }
        if let Some(day) = self.week_start.filter(|day| *day != 0) {
            write!(f, ";WKST={}", name(day))?;
        }
        match self.end {
            End::Count(count) => write!(f, ";COUNT={count}"),
            End::Day(day) => write!(f, ";UNTIL={}", day.format(DAY)),
            End::Clock(clock) => write!(f, ";UNTIL={}", clock.format(CLOCK)),
            End::Moment(moment) => write!(f, ";UNTIL={}Z", moment.format(CLOCK)),
        }
    }
}

fn numbers<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(T::to_string).collect()
}
