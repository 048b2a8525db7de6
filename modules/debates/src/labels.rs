//! Moments and languages as people read them.

use chrono::{DateTime, Datelike as _, Utc};
use kernel::scope::Scope;

/// A moment by the city's clocks: "5 grudnia 2026, 16:00".
pub(crate) fn moment(scope: &Scope, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&scope.tenant.time_zone);
    let month = scope.text(&format!("month-{}", local.month()), &[]);
    let (day, year) = (local.day().to_string(), local.year().to_string());
    let date = scope.text("date-long", &[("day", day.into()), ("month", month.into()), ("year", year.into())]);
    scope.text("date-with-time", &[("date", date.into()), ("time", local.format("%H:%M").to_string().into())])
}
