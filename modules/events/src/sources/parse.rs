//! Reading a calendar (RFC 5545): in bounds, and event by event, so that one that cannot be read keeps none of the
//! others.

use std::collections::HashMap;

use chrono::Duration;
use icalendar::{
    CalendarComponent, EventLike as _,
    parser::{Component, ParseString, Property},
};

use super::{
    finding::Finding,
    zone::{self, Time},
};

/// Lines of a file. Two thousand events of twenty lines each have less.
pub(crate) const MAX_LINES: usize = 50_000;
/// Events of a file.
pub(crate) const MAX_EVENTS: usize = 2000;
/// Bytes of one event.
const MAX_EVENT: usize = 128 * 1024;
/// Characters of an event's id at its calendar. The standard says 255 octets.
pub(crate) const MAX_UID: usize = 255;
/// Dates that an event names besides its own.
const MAX_DATES: usize = 1000;

/// An event as its calendar tells it: one, or the one date of another that is told apart.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    /// Its id at its calendar.
    pub(crate) uid: String,
    /// The date of the event of that id that this tells of.
    pub(crate) date: Option<DateOf>,
    /// How often it was changed.
    pub(crate) sequence: i64,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) location: String,
    pub(crate) url: Option<String>,
    pub(crate) conference: Option<String>,
    pub(crate) categories: Vec<String>,
    pub(crate) starts: Time,
    pub(crate) ends: Ends,
    pub(crate) rule: Option<String>,
    pub(crate) exceptions: Vec<Time>,
    /// Whether it names dates that no rule makes.
    pub(crate) has_extra_dates: bool,
    pub(crate) standing: Standing,
}

/// One date of an event, by its original start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateOf {
    pub(crate) original: Time,
    /// Whether all that follow are meant too.
    pub(crate) and_future: bool,
}

/// Whether an event is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is.
    Shown,
    /// It does not take place.
    Cancelled,
    /// It is not for everybody's eyes.
    Private,
}

/// How an event says when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ends {
    /// It does not.
    Unsaid,
    /// At a moment, or before a day.
    At(Time),
    /// After a time.
    After(Duration),
}

/// An event that cannot be read, by what can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    pub(crate) uid: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) finding: Finding,
    /// What the finding is about.
    pub(crate) value: Option<String>,
}

/// What a file says.
#[derive(Debug, Default)]
pub(crate) struct File {
    pub(crate) events: Vec<Told>,
    pub(crate) unread: Vec<Unread>,
}

/// Reads a file, or says what is wrong with it as a whole.
pub(crate) fn parse(bytes: &[u8]) -> Result<File, Finding> {
    let text = std::str::from_utf8(bytes).map_err(|_| Finding::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_start().get(..15).is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        return Err(Finding::NotCalendar);
    }
    if text.lines().count() > MAX_LINES {
        return Err(Finding::TooManyLines);
    }
    let blocks = blocks(text)?;
    let mut file = File::default();
    for block in blocks {
        match read(&block) {
            Ok(told) => file.events.push(told),
            Err(unread) => file.unread.push(unread),
        }
    }
    Ok(file)
}

/// The events of a text, each with its own lines, unfolded. What is nested in one, alarms, is left out, however deep.
fn blocks(text: &str) -> Result<Vec<String>, Finding> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    // How deep within an event a line stands.
    let mut depth = 0_usize;
    for line in unfolded(text) {
        let (name, rest) = line.split_once(':').unwrap_or((line.as_str(), ""));
        let (begins, ends) = (name.eq_ignore_ascii_case("BEGIN"), name.eq_ignore_ascii_case("END"));
        let is_event = rest.trim().eq_ignore_ascii_case("VEVENT");
        match &mut open {
            None if begins && is_event => {
                if blocks.len() == MAX_EVENTS {
                    return Err(Finding::TooManyEvents);
                }
                (open, depth) = (Some(String::new()), 0);
            }
            Some(_) if ends && depth == 0 => blocks.extend(open.take()),
            Some(_) if begins => depth += 1,
            Some(_) if ends => depth -= 1,
            Some(block) if depth == 0 && !line.trim().is_empty() && block.len() <= MAX_EVENT => {
                block.push_str(line.trim_end());
                block.push_str("\r\n");
            }
            None | Some(_) => {}
        }
    }
    // A file that was cut off: what is whole counts.
    Ok(blocks)
}

/// The lines of a text, each with those that continue it.
fn unfolded(text: &str) -> impl Iterator<Item = String> {
    let mut lines = text.lines().peekable();
    std::iter::from_fn(move || {
        let mut line = lines.next()?.to_owned();
        while let Some(more) = lines.next_if(|next| next.starts_with([' ', '\t'])) {
            line.push_str(&more[1..]);
        }
        Some(line)
    })
}

/// Reads one event.
fn read(block: &str) -> Result<Told, Unread> {
    let unread = |finding| Unread { uid: None, title: None, finding, value: None };
    if block.len() > MAX_EVENT {
        return Err(unread(Finding::EventTooLarge));
    }
    // No calendar has it, and PostgreSQL keeps no text with it.
    if block.contains('\0') {
        return Err(unread(Finding::EventUnreadable));
    }
    // A line that is no property would spoil all that follow.
    let good = block.lines().filter(|line| line.contains(':') && line.starts_with(|c: char| c.is_ascii_alphabetic()));
    let text = format!("BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n", good.collect::<Vec<_>>().join("\r\n"));
    let component = Component::try_from(text.as_str()).map_err(|_| unread(Finding::EventUnreadable))?;
    let known = Known::of(&component);
    let value = |name: &str| known.0.get(name).map(|property| property.val.as_str().trim().to_owned());
    let text = |name: &str| value(name).unwrap_or_default();
    let uid = value("UID").filter(|uid| !uid.is_empty() && !uid.contains(char::is_control));
    let title = value("SUMMARY").filter(|title| !title.is_empty());
    let wrong = |finding, value: Option<String>| {
        let value = value.map(|value| super::told::shortened(&value));
        Unread { uid: uid.clone(), title: title.clone().map(|title| super::told::shortened(&title)), finding, value }
    };
    let time = |property: &Property<'_>| -> Result<Time, Unread> {
        let zone = match parameter(property, "TZID") {
            Some(name) => Some(zone::named(name).ok_or_else(|| wrong(Finding::ZoneUnknown, Some(name.to_owned())))?),
            None => None,
        };
        let text = property.val.as_str();
        Time::parse(text, zone).ok_or_else(|| wrong(Finding::TimeUnreadable, Some(text.to_owned())))
    };
    let times = |name: &str| -> Result<Vec<Time>, Unread> {
        let mut all = Vec::new();
        for property in component.properties.iter().filter(|property| property.name.as_str().eq_ignore_ascii_case(name))
        {
            for one in property.val.as_str().split(',').filter(|one| !one.trim().is_empty()) {
                if all.len() == MAX_DATES {
                    return Err(wrong(Finding::TooManyDates, None));
                }
                all.push(time(&Property { val: one.into(), ..property.clone() })?);
            }
        }
        Ok(all)
    };
    let Some(uid) = uid.clone() else { return Err(wrong(Finding::UidMissing, None)) };
    if uid.chars().count() > MAX_UID {
        return Err(wrong(Finding::UidTooLong, None));
    }
    let starts = known.0.get("DTSTART").copied().ok_or_else(|| wrong(Finding::StartMissing, None))?;
    let starts = time(starts)?;
    let ends = match (known.0.get("DTEND"), value("DURATION")) {
        (Some(ends), _) => Ends::At(time(ends)?),
        (None, Some(length)) => {
            Ends::After(zone::duration(&length).ok_or_else(|| wrong(Finding::TimeUnreadable, Some(length)))?)
        }
        (None, None) => Ends::Unsaid,
    };
    let date = match known.0.get("RECURRENCE-ID").copied() {
        Some(id) => Some(DateOf { original: time(id)?, and_future: parameter(id, "RANGE").is_some() }),
        None => None,
    };
    let rules = component.properties.iter().filter(|property| property.name.as_str().eq_ignore_ascii_case("RRULE"));
    if rules.count() > 1 {
        return Err(wrong(Finding::RulesTooMany, None));
    }
    let is = |name: &str, values: &[&str]| values.iter().any(|known| text(name).eq_ignore_ascii_case(known));
    let event = match CalendarComponent::from(component.clone()) {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    };
    let link = |names: &[&str]| names.iter().find_map(|name| value(name).filter(|url| is_link(url)));
    Ok(Told {
        date,
        sequence: text("SEQUENCE").parse().unwrap_or_default(),
        summary: text("SUMMARY"),
        description: text("DESCRIPTION"),
        location: text("LOCATION"),
        url: link(&["URL"]),
        conference: link(&["X-GOOGLE-CONFERENCE", "CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"]),
        categories: event.and_then(|event| event.get_categories()).unwrap_or_default(),
        starts,
        ends,
        rule: value("RRULE").filter(|rule| !rule.is_empty()),
        exceptions: times("EXDATE")?,
        has_extra_dates: known.0.contains_key("RDATE"),
        standing: match () {
            () if is("CLASS", &["PRIVATE", "CONFIDENTIAL"]) => Standing::Private,
            () if is("STATUS", &["CANCELLED"]) => Standing::Cancelled,
            () => Standing::Shown,
        },
        uid,
    })
}

/// A component's properties by their names in capitals; the first of each.
struct Known<'c>(HashMap<String, &'c Property<'c>>);

impl<'c> Known<'c> {
    fn of(component: &'c Component<'c>) -> Self {
        let mut known = HashMap::new();
        for property in &component.properties {
            known.entry(property.name.as_str().to_ascii_uppercase()).or_insert(property);
        }
        Self(known)
    }
}

fn parameter<'p>(property: &'p Property<'_>, name: &str) -> Option<&'p str> {
    let found = property.params.iter().find(|parameter| parameter.key.as_str().eq_ignore_ascii_case(name));
    found.and_then(|parameter| parameter.val.as_ref()).map(ParseString::as_str)
}

/// Whether a text is a link that can be shown.
pub(super) fn is_link(text: &str) -> bool {
    directory::fields::web_address(text).is_some()
}
