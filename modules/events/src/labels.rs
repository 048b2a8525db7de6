//! What people read of days and hours, in the request's language.

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use chrono_tz::Tz;
use directory::labels::weekday;
use kernel::scope::Scope;

use crate::recurrence::Occurrence;

/// A day: "5 grudnia 2026".
pub(crate) fn day(scope: &Scope, day: NaiveDate) -> String {
    let month = scope.text(&format!("month-{}", day.month()), &[]);
    let (date, year) = (day.day().to_string(), day.year().to_string());
    scope.text("date-long", &[("day", date.into()), ("month", month.into()), ("year", year.into())])
}

/// The first and the last day of what goes from one moment to another, in the city.
pub(crate) fn days(zone: Tz, starts: DateTime<Utc>, ends: DateTime<Utc>) -> (NaiveDate, NaiveDate) {
    let first = starts.with_timezone(&zone).date_naive();
    let last = (ends - chrono::TimeDelta::seconds(1)).with_timezone(&zone).date_naive();
    (first, last.max(first))
}

/// When an occurrence is: "sobota, 5 grudnia 2026, 16:00–18:00".
pub(crate) fn occurrence(scope: &Scope, occurrence: &Occurrence, all_day: bool) -> String {
    let zone = scope.tenant.time_zone;
    let (first, last) = days(zone, occurrence.starts, occurrence.ends);
    let time = |at: DateTime<Utc>| at.with_timezone(&zone).format("%H:%M").to_string();
    let date = |date: NaiveDate| day(scope, date);
    let with_weekday = |date_of: NaiveDate| {
        let name = weekday(scope, date_of.weekday().num_days_from_monday() as u8);
        scope.text("event-when-day", &[("weekday", name.into()), ("date", date(date_of).into())])
    };
    match (all_day, first == last) {
        (true, true) => with_weekday(first),
        (true, false) => scope.text("event-when-days", &[("first", date(first).into()), ("last", date(last).into())]),
        (false, true) => {
            let args = [
                ("day", with_weekday(first).into()),
                ("starts", time(occurrence.starts).into()),
                ("ends", time(occurrence.ends).into()),
            ];
            scope.text("event-when-hours", &args)
        }
        (false, false) => {
            let moment = |at: DateTime<Utc>| {
                let day = date(at.with_timezone(&zone).date_naive());
                scope.text("date-with-time", &[("date", day.into()), ("time", time(at).into())])
            };
            let args = [("first", moment(occurrence.starts).into()), ("last", moment(occurrence.ends).into())];
            scope.text("event-when-days", &args)
        }
    }
}
