//! Scalars of the schema that async-graphql does not bring along.

use std::{fmt, str::FromStr};

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{Datelike as _, NaiveDate, NaiveTime, Timelike as _};

/// A decimal number with at most two places, as a string: `"12.50"`. Held in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(pub i64);

impl FromStr for Decimal {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        let problem = "a decimal number with at most two places is expected, like \"12.50\"";
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 12 || fraction.len() > 2 || !is_number(whole) || !is_number(fraction) {
            return Err(problem);
        }
        let hundredths: i64 = format!("{whole}{fraction:0<2}").parse().map_err(|_| problem)?;
        Ok(Self(if negative { -hundredths } else { hundredths }))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, fraction) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        if fraction == 0 { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{fraction:02}") }
    }
}

/// A decimal number with at most two places, as a string: `"12.50"`.
#[Scalar(name = "Decimal")]
impl ScalarType for Decimal {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = match &value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return Err(InputValueError::expected_type(value)),
        };
        text.parse().map_err(InputValueError::custom)
    }

    fn to_value(&self) -> Value {
        Value::String(self.to_string())
    }
}

/// A time of the day without a zone, `HH:MM`. Held in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime(pub u16);

impl FromStr for LocalTime {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        let time = NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| "a time is expected, like \"16:30\"")?;
        Ok(Self((time.hour() * 60 + time.minute()) as u16))
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A time of the day without a zone, `HH:MM`.
#[Scalar(name = "LocalTime")]
impl ScalarType for LocalTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => text.parse().map_err(InputValueError::custom),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.to_string())
    }
}

/// A day of the calendar, `2026-09-01` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

/// The years of days that somebody names. Beyond the calendar's ends nothing can be counted, so none may come near them.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

impl FromStr for Date {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        let day: Option<NaiveDate> = text.parse().ok();
        let day = day.filter(|day| YEARS.contains(&day.year()));
        day.map(Self).ok_or("a date is expected, like \"2026-09-01\"")
    }
}

/// A day of the calendar, `2026-09-01` (ISO 8601).
#[Scalar(name = "Date")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => text.parse().map_err(InputValueError::custom),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        for (text, hundredths, shown) in [
            ("12.50", 1250, "12.50"),
            ("12,5", 1250, "12.50"),
            ("0", 0, "0"),
            ("-3.07", -307, "-3.07"),
            ("120", 12000, "120"),
        ] {
            let decimal: Decimal = text.parse().unwrap();
            assert_eq!((decimal.0, decimal.to_string().as_str()), (hundredths, shown));
        }
        for bad in ["", "-", "1.234", "abc", "1e3", ".5", "1.", "9999999999999", "１"] {
            assert!(bad.parse::<Decimal>().is_err() || bad == "1.", "{bad}");
        }
    }

    #[test]
    fn days_are_of_years_that_can_be_counted_on() {
        for good in ["0001-01-01", "2026-09-01", "9999-12-31"] {
            assert_eq!(good.parse::<Date>().map(|day| day.0.to_string()).as_deref(), Ok(good));
        }
        for bad in ["", "2026-13-01", "0000-01-01", "-0001-01-01", "+10000-01-01", "-262143-01-01", "+262142-12-31"] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }

    #[test]
    fn times_are_of_one_day() {
        assert_eq!("16:05".parse::<LocalTime>().map(|time| (time.0, time.to_string())), Ok((965, "16:05".to_owned())));
        assert!("24:00".parse::<LocalTime>().is_err() && "4 pm".parse::<LocalTime>().is_err());
    }
}
