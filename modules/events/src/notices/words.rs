//! When and where, in words.

use chrono::{DateTime, Utc};
use kernel::{i18n::Lang, scope::Scope};

use crate::{
    event::Model as Event,
    labels,
    recurrence::{self, Occurrence, Rule},
};

/// The same scope, speaking another language.
pub(crate) fn speaking(scope: &Scope, lang: Lang) -> Scope {
    let mut scope = scope.clone();
    scope.lang = lang;
    scope
}

/// A moment: "5 grudnia 2026, 16:00".
pub(crate) fn moment(scope: &Scope, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&scope.tenant.time_zone);
    let (date, time) = (labels::day(scope, local.date_naive()), local.format("%H:%M").to_string());
    scope.text("date-with-time", &[("date", date.into()), ("time", time.into())])
}

/// When an occurrence is.
pub(crate) fn date(scope: &Scope, occurrence: &Occurrence, all_day: bool) -> String {
    labels::occurrence(scope, occurrence, all_day)
}

/// When an event is: its first date, and its rule.
pub(crate) fn schedule(scope: &Scope, event: &Event) -> String {
    let first = Occurrence { starts: event.starts_at, ends: event.ends_at, key: event.starts_at };
    let first = date(scope, &first, event.all_day);
    match event.recurrence.as_deref().and_then(|rule| rule.parse::<Rule>().ok()) {
        Some(rule) => format!("{first}; {}", recurrence::label(scope, &rule)),
        None => first,
    }
}

/// Where an event is, as far as it says so itself; else at `host`'s.
pub(crate) fn place(event: &Event, host: Option<&str>) -> String {
    let joined =
        |parts: [&Option<String>; 2]| parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    let (street, town) = (joined([&event.street, &event.building]), joined([&event.postal_code, &event.city]));
    let has_address = !street.is_empty() || !town.is_empty();
    let name = event.venue.as_deref().or(host.filter(|_| !has_address)).unwrap_or_default();
    let link = event.online_url.as_deref().unwrap_or_default();
    [name, street.as_str(), town.as_str(), link]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
