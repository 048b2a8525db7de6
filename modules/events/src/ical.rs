//! Events as calendars that other programs read (iCalendar, RFC 5545).

mod zone;

use std::sync::Arc;

use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;
use directory::Place;
use icalendar::{
    Calendar, CalendarDateTime, Component as _, DatePerhapsTime, Event as Entry, EventLike as _, EventStatus, Property,
};
use kernel::{
    entry::State,
    page::{localised, path_name},
    scope::Scope,
};
use search_index::taxonomy;

use crate::{
    event::Model,
    recurrence::{End, Occurrence, Rule, moment},
    search::Card,
};

/// How dates are written.
const DATE: &str = "%Y%m%d";
/// How clocks are written.
const CLOCK: &str = "%Y%m%dT%H%M%S";
/// How often calendars are to be fetched again.
const REFRESH: &str = "PT4H";
/// What an entry of the calendar begins with.
const ENTRY: &str = "BEGIN:VEVENT\r\n";

/// An event in a calendar.
#[derive(Debug)]
pub(crate) struct Item {
    /// The event.
    pub(crate) card: Arc<Card>,
    /// What it is about, as plain text.
    pub(crate) description: String,
    /// Which of its dates.
    pub(crate) dates: Dates,
    /// What stands above the description.
    pub(crate) note: Option<String>,
    /// For whom it is; stands before the title.
    pub(crate) whom: Option<String>,
}

/// Which dates of an event a calendar holds.
#[derive(Debug)]
pub(crate) enum Dates {
    /// All, as one entry with its rule.
    All,
    /// These, by their original starts, each as an entry of its own.
    Only(Vec<DateTime<Utc>>),
}

/// A calendar of events. The same events make the same bytes. What is not published is told as cancelled.
pub(crate) fn calendar(scope: &Scope, name: &str, items: &[Item]) -> String {
    let writer = Writer { scope, zone: scope.tenant.time_zone };
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Tablica//Events//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-TIMEZONE", writer.zone.name()),
        ("X-PUBLISHED-TTL", REFRESH),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.append_property(Property::new("REFRESH-INTERVAL", REFRESH).add_parameter("VALUE", "DURATION").done());
    // The library writes the name as it is, so a line break in it would begin a line of the calendar.
    calendar.name(&name.split_whitespace().collect::<Vec<_>>().join(" "));
    for item in items {
        for entry in writer.entries(item) {
            calendar.push(entry);
        }
    }
    let text = calendar.to_string();
    let span = items.iter().filter(|item| !item.card.row.all_day).flat_map(|item| &item.card.occurrences);
    let span = span.map(|at| (at.starts.min(at.key), at.ends)).reduce(|(a, b), (c, d)| (a.min(c), b.max(d)));
    match (text.find(ENTRY), span) {
        // The library's own components would each get a random id, so the zone is put in as the text that it makes of
        // what a reader would read.
        (Some(at), Some((from, until))) => {
            let (head, entries) = text.split_at(at);
            format!("{head}{}{entries}", zone::definition(writer.zone, from, until))
        }
        _ => text,
    }
}

struct Writer<'a> {
    scope: &'a Scope,
    zone: Tz,
}

impl Writer<'_> {
    fn entries(&self, item: &Item) -> Vec<Entry> {
        let row = &item.card.row;
        match &item.dates {
            Dates::Only(keys) => {
                let found = keys.iter().filter_map(|key| item.card.occurrence(*key));
                let entry = |at: &Occurrence| {
                    let key = at.key.format(CLOCK).to_string();
                    let mut entry = self.about(item, &format!("{}-{key}Z", row.id.global()));
                    self.at(&mut entry, row, at);
                    entry
                };
                found.map(entry).collect()
            }
            Dates::All => {
                let uid = row.id.global();
                let mut first = self.about(item, &uid);
                let whole = Occurrence { starts: row.starts_at, ends: row.ends_at, key: row.starts_at };
                self.at(&mut first, row, &whole);
                let rule = row.recurrence.as_deref().and_then(|rule| rule.parse::<Rule>().ok());
                if let Some(rule) = &rule {
                    first.add_property("RRULE", self.rule(rule, row).to_string());
                }
                for exception in &row.exceptions {
                    first.append_multi_property(self.property("EXDATE", row, *exception));
                }
                let moved = item.card.occurrences.iter().filter(|at| rule.is_some() && at.is_moved());
                let moved = moved.map(|at| {
                    let mut entry = self.about(item, &uid);
                    entry.append_property(self.property("RECURRENCE-ID", row, at.key));
                    self.at(&mut entry, row, at);
                    entry
                });
                std::iter::once(first).chain(moved).collect()
            }
        }
    }

    /// An entry without its times.
    fn about(&self, item: &Item, uid: &str) -> Entry {
        let (scope, card) = (self.scope, &*item.card);
        let row = &card.row;
        let utc = |at: DateTime<Utc>| format!("{}Z", at.format(CLOCK));
        let page = localised(scope.lang, &format!("/wydarzenia/{}/{}", row.id.global(), path_name(&row.title)));
        let url = format!("{}{page}", scope.base_url());
        let is_on = row.state == State::Published;
        let title = item.whom.as_ref().map_or_else(|| row.title.clone(), |whom| format!("{whom}: {}", row.title));
        let mut entry = Entry::with_uid(&format!("{uid}@{}.tablica", scope.tenant.slug));
        entry
            .timestamp(row.updated_at)
            .summary(&title)
            .add_property("CREATED", utc(row.created_at))
            .add_property("LAST-MODIFIED", utc(row.updated_at))
            .add_property("SEQUENCE", row.sequence.to_string())
            .add_property("URL", &url)
            .status(if is_on { EventStatus::Confirmed } else { EventStatus::Cancelled });
        let parts = [item.note.as_deref(), Some(item.description.as_str()), row.online_url.as_deref(), Some(&url)];
        let parts: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        entry.description(&parts.join("\n\n"));
        if let Some(place) = place_label(&card.place) {
            entry.location(&place);
        }
        if let Some(at) = card.place.location {
            entry.add_property("GEO", format!("{};{}", at.lat, at.lon));
        }
        if let Some(provider) = row.provider.as_deref() {
            entry.add_property("CONTACT", provider);
        }
        let interests = row.interests.iter().filter_map(|id| taxonomy().interest(id));
        let interests: Vec<_> = interests.map(|interest| interest.name.get(scope.lang.tag())).collect();
        if !interests.is_empty() {
            entry.categories(interests);
        }
        entry
    }

    fn at(&self, entry: &mut Entry, row: &Model, at: &Occurrence) {
        entry.starts(self.when(row, at.starts)).ends(self.when(row, at.ends));
    }

    /// A day, or what the city's clocks show; where they show it twice and it is the second time, the moment of UTC.
    fn when(&self, row: &Model, at: DateTime<Utc>) -> DatePerhapsTime {
        let local = at.with_timezone(&self.zone).naive_local();
        if row.all_day {
            return local.date().into();
        }
        if self.zone.from_local_datetime(&local).earliest().map(|first| first.to_utc()) != Some(at) {
            return CalendarDateTime::Utc(at).into();
        }
        CalendarDateTime::WithTimezone { date_time: local, tzid: self.zone.name().to_owned() }.into()
    }

    fn property(&self, key: &str, row: &Model, at: DateTime<Utc>) -> Property {
        let local = at.with_timezone(&self.zone).naive_local();
        match self.when(row, at) {
            DatePerhapsTime::Date(day) => {
                Property::new(key, day.format(DATE).to_string()).add_parameter("VALUE", "DATE").done()
            }
            DatePerhapsTime::DateTime(CalendarDateTime::Utc(at)) => {
                Property::new(key, format!("{}Z", at.format(CLOCK)))
            }
            DatePerhapsTime::DateTime(_) => {
                let clock = local.format(CLOCK).to_string();
                Property::new(key, clock).add_parameter("TZID", self.zone.name()).done()
            }
        }
    }

    /// The rule as calendars want it: it ends with a day where events last all day, and with a moment of UTC where they
    /// do not (RFC 5545, section 3.3.10).
    fn rule(&self, rule: &Rule, row: &Model) -> Rule {
        let end = match (rule.end, row.all_day) {
            (End::Count(_), _) | (End::Day(_), true) | (End::Moment(_), false) => rule.end,
            (End::Clock(clock), true) => End::Day(clock.date()),
            (End::Moment(at), true) => End::Day(at.with_timezone(&self.zone).date_naive()),
            (End::Clock(clock), false) => End::Moment(moment(self.zone, clock)),
            (End::Day(day), false) => {
                let next = moment(self.zone, day.and_time(NaiveTime::MIN) + TimeDelta::days(1));
                End::Moment(next - TimeDelta::seconds(1))
            }
        };
        Rule { end, ..rule.clone() }
    }
}

/// A place on one line.
pub(crate) fn place_label(place: &Place) -> Option<String> {
    let number = match (&place.building, &place.unit) {
        (Some(building), Some(unit)) => Some(format!("{building}/{unit}")),
        (building, _) => building.clone(),
    };
    let join = |parts: [Option<&str>; 2]| {
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    };
    let street = join([place.street.as_deref(), number.as_deref().filter(|_| place.street.is_some())]);
    let town = join([place.postal_code.as_deref(), place.city.as_deref()]);
    let parts: Vec<_> = [place.name.clone(), street, town].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
