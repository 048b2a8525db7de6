//! The definition of a time zone in a calendar: the changes of its clocks around the time that the calendar is about.

use chrono::{DateTime, Offset as _, TimeDelta, TimeZone as _, Utc};
use chrono_tz::{OffsetComponents as _, OffsetName as _, Tz};
use icalendar::parser::{Calendar, Component, Property};

use super::CLOCK;

/// How far before and behind the calendar's time changes are told, so that at least one is before it.
const AROUND: TimeDelta = TimeDelta::days(370);
/// Changes of clocks that are told: half a century of them.
const MOST_CHANGES: usize = 100;

/// The zone's definition between two moments, as text of a calendar.
pub(super) fn definition(zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) -> String {
    let from = from - AROUND;
    let mut observances = vec![observance(zone, from, from - TimeDelta::seconds(1))];
    let mut day = from;
    while day < until + AROUND && observances.len() < MOST_CHANGES {
        let next = day + TimeDelta::days(1);
        if offset(zone, day) != offset(zone, next) {
            let change = change(zone, day, next);
            observances.push(observance(zone, change, change - TimeDelta::seconds(1)));
        }
        day = next;
    }
    let zone = Component {
        name: "VTIMEZONE".into(),
        properties: vec![Property::new_ref("TZID", zone.name())],
        components: observances,
    };
    // A calendar of nothing but the zone, without its first and last line.
    let text = Calendar { properties: Vec::new(), components: vec![zone] }.to_string();
    let inner = text.strip_prefix("BEGIN:VCALENDAR\r\n").and_then(|text| text.strip_suffix("END:VCALENDAR\r\n"));
    inner.unwrap_or_default().to_owned()
}

fn offset(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

/// The first moment at which clocks show what they show at `until`, to the second.
fn change(zone: Tz, mut from: DateTime<Utc>, mut until: DateTime<Utc>) -> DateTime<Utc> {
    let after = offset(zone, until);
    while until - from > TimeDelta::seconds(1) {
        let middle = from + TimeDelta::seconds((until - from).num_seconds() / 2);
        if offset(zone, middle) == after {
            until = middle;
        } else {
            from = middle;
        }
    }
    // Offsets change at whole seconds.
    DateTime::from_timestamp(until.timestamp(), 0).unwrap_or(until)
}

/// What clocks show from a moment on.
fn observance(zone: Tz, at: DateTime<Utc>, before: DateTime<Utc>) -> Component<'static> {
    let now = zone.offset_from_utc_datetime(&at.naive_utc());
    let was = offset(zone, before);
    let starts = at.naive_utc() + TimeDelta::seconds(was.into());
    let property =
        |name: &'static str, value: String| Property { name: name.into(), val: value.into(), params: vec![] };
    Component {
        name: if now.dst_offset().is_zero() { "STANDARD" } else { "DAYLIGHT" }.into(),
        properties: vec![
            property("DTSTART", starts.format(CLOCK).to_string()),
            property("TZOFFSETFROM", written(was)),
            property("TZOFFSETTO", written(now.fix().local_minus_utc())),
            property("TZNAME", now.abbreviation().unwrap_or_default().to_owned()),
        ],
        components: Vec::new(),
    }
}

fn written(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warsaw_changes_its_clocks_twice_a_year() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let text = definition(Tz::Europe__Warsaw, at("2026-12-05T15:00:00Z"), at("2027-05-01T00:00:00Z"));
        assert!(text.starts_with("BEGIN:VTIMEZONE\r\nTZID:Europe/Warsaw\r\n"), "{text}");
        for change in [
            "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n",
            "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n",
        ] {
            assert!(text.contains(change), "{text}");
        }
        assert_eq!(text.matches("BEGIN:DAYLIGHT").count() + text.matches("BEGIN:STANDARD").count(), 6);
    }
}
