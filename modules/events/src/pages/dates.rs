//! Days of calendars: what a page shows of them, and what lies before and behind.

use chrono::{Datelike as _, Days, Months, NaiveDate};
use kernel::page::{PageInput, PageRequest};
use serde_json::{Map, Value, json};

/// The years that calendars show.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;

/// The days that a calendar shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub until: NaiveDate,
    /// The month or day that names it.
    name: String,
    /// What names those before and behind it.
    previous: Option<String>,
    next: Option<String>,
}

impl Span {
    /// The weeks that a month, `2026-12`, lies in: from Monday to Sunday.
    pub(super) fn of_month(name: &str) -> Option<Self> {
        let first = day(&format!("{name}-01")).filter(|_| name.len() == 7)?;
        let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
        let month = |first: Option<NaiveDate>| Some(first.filter(|day| is_shown(*day))?.format("%Y-%m").to_string());
        Some(Self {
            from: monday(first)?,
            until: monday(last)?.checked_add_days(Days::new(6))?,
            name: name.to_owned(),
            previous: month(first.checked_sub_months(Months::new(1))),
            next: month(first.checked_add_months(Months::new(1))),
        })
    }

    /// The week that a day, `2026-12-05`, lies in.
    pub(super) fn of_week(name: &str) -> Option<Self> {
        let from = monday(day(name)?)?;
        let week = |monday: Option<NaiveDate>| Some(monday.filter(|day| is_shown(*day))?.to_string());
        Some(Self {
            from,
            until: from.checked_add_days(Days::new(6))?,
            name: from.to_string(),
            previous: week(from.checked_sub_days(Days::new(7))),
            next: week(from.checked_add_days(Days::new(7))),
        })
    }

    /// One day.
    pub(super) fn day(day: NaiveDate) -> Self {
        Self { from: day, until: day, name: day.to_string(), previous: None, next: None }
    }

    /// What the page is told of it.
    pub(super) fn told(&self) -> Map<String, Value> {
        let told = json!({
            "shown": self.name,
            "shown_from": self.from.to_string(),
            "shown_until": self.until.to_string(),
            "previous": self.previous,
            "next": self.next,
        });
        if let Value::Object(told) = told { told } else { Map::new() }
    }
}

/// A day of a year that calendars show.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok().filter(|day| is_shown(*day))
}

fn is_shown(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

fn monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
}

/// Tells a page the present: templates know no clock.
pub(super) fn say_today(request: &PageRequest<'_>, input: &mut PageInput) {
    let today = request.scope.today();
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    for (name, value) in [
        ("today", today.to_string()),
        ("tomorrow", tomorrow.to_string()),
        ("now", request.scope.now().format("%Y-%m-%dT%H:%M:%S").to_string()),
    ] {
        input.form.insert(name.to_owned(), value.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        for (name, from, until, previous, next) in [
            ("2026-12", "2026-11-30", "2027-01-03", Some("2026-11"), Some("2027-01")),
            // Four weeks to the day, and six of them.
            ("2027-02", "2027-02-01", "2027-02-28", Some("2027-01"), Some("2027-03")),
            ("2026-08", "2026-07-27", "2026-09-06", Some("2026-07"), Some("2026-09")),
            ("2000-01", "1999-12-27", "2000-02-06", None, Some("2000-02")),
            ("2099-12", "2099-11-30", "2100-01-03", Some("2099-11"), None),
        ] {
            let span = Span::of_month(name).unwrap();
            assert_eq!((span.from.to_string().as_str(), span.until.to_string().as_str()), (from, until), "{name}");
            assert_eq!((span.previous.as_deref(), span.next.as_deref()), (previous, next), "{name}");
        }
        for bad in ["2026-13", "2026-1", "1999-12", "2100-01", "grudzień", "", "2026-12-05"] {
            assert_eq!(Span::of_month(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_week_is_named_by_its_monday() {
        let span = Span::of_week("2026-12-06").unwrap();
        assert_eq!((span.from.to_string().as_str(), span.until.to_string().as_str()), ("2026-11-30", "2026-12-06"));
        assert_eq!((span.previous.as_deref(), span.next.as_deref()), (Some("2026-11-23"), Some("2026-12-07")));
        for bad in ["2026-02-30", "jutro", "2026-12"] {
            assert_eq!(Span::of_week(bad), None, "{bad}");
        }
    }
}
