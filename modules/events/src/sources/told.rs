//! What a calendar tells of an event, as the columns of an event here.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use kernel::history::Fields;

use super::{
    finding::Finding,
    parse::{Ends, File, Standing, Told, Unread, is_link},
    rule::{self, Bounded},
    zone::Time,
};

/// Characters of a value that are said back.
const SHOWN: usize = 80;
/// Tags of one event that are taken.
const MAX_TAGS: usize = 20;
/// Characters of a tag, and of the name of a place.
const MAX_TAG: usize = 50;
const MAX_VENUE: usize = 120;
/// How long an event that a calendar tells for the first time may be over.
const PAST: Days = Days::new(7);

/// An event of a calendar as it would be here.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Incoming {
    /// Its id at its calendar.
    pub(crate) uid: String,
    /// What it says, by columns; of those that no calendar tells, none.
    pub(crate) fields: Fields,
    /// Whether it does not take place.
    pub(crate) is_cancelled: bool,
    /// Whether it is over.
    pub(crate) is_past: bool,
}

/// What becomes of a calendar's events.
#[derive(Debug, Default)]
pub(crate) struct Translated {
    pub(crate) events: Vec<Incoming>,
    pub(crate) problems: Vec<Unread>,
    pub(crate) notes: Vec<Unread>,
    /// Ids that the calendar names at all: none of them has vanished from it.
    pub(crate) named: Vec<String>,
}

/// The columns of all events of a file, for a city whose clocks show `home`'s time.
pub(crate) fn translate(file: File, home: Tz, now: DateTime<Utc>) -> Translated {
    let mut translated = Translated { problems: file.unread, ..Translated::default() };
    let mut by_uid: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    let mut order = HashMap::new();
    translated.named.extend(translated.problems.iter().filter_map(|problem| problem.uid.clone()));
    let mut private = 0_u32;
    for told in file.events {
        if told.standing == Standing::Private {
            private += 1;
            continue;
        }
        translated.named.push(told.uid.clone());
        let next = order.len();
        order.entry(told.uid.clone()).or_insert(next);
        by_uid.entry(told.uid.clone()).or_default().push(told);
    }
    let mut all: Vec<_> = by_uid.into_iter().collect();
    all.sort_by_key(|(uid, _)| order.get(uid).copied());
    for (uid, told) in all {
        one(uid, told, home, now, &mut translated);
    }
    if private > 0 {
        let value = Some(private.to_string());
        translated.notes.push(Unread { uid: None, title: None, finding: Finding::PrivateLeftOut, value });
    }
    translated
}

/// All that a file tells of one id: an event, and dates of it that are told apart.
fn one(uid: String, told: Vec<Told>, home: Tz, now: DateTime<Utc>, into: &mut Translated) {
    let title = told.first().map(|told| shortened(&told.summary));
    let said = |finding, value: Option<String>| Unread { uid: Some(uid.clone()), title: title.clone(), finding, value };
    let (mut masters, dates): (Vec<_>, Vec<_>) = told.into_iter().partition(|told| told.date.is_none());
    if masters.len() > 1 {
        into.notes.push(said(Finding::Repeated, None));
    }
    // The last of equals: programs append.
    masters.sort_by_key(|told| told.sequence);
    let Some(master) = masters.pop() else {
        // Dates of an event that is not in the file are events of their own.
        for date in dates {
            let at = date.date.and_then(|date| date.original.moment(home)).unwrap_or_default();
            let own = format!("{uid}#{}", at.format("%Y%m%dT%H%M%SZ"));
            into.named.push(own.clone());
            match fields(&date, &[], home, now) {
                Ok(told) => into.events.push(Incoming { uid: own, ..told.0 }),
                Err((finding, value)) => into.problems.push(said(finding, value)),
            }
        }
        return;
    };
    match fields(&master, &dates, home, now) {
        Ok((incoming, notes)) => {
            into.notes.extend(notes.into_iter().map(|(finding, value)| said(finding, value)));
            into.events.push(incoming);
        }
        Err((finding, value)) => into.problems.push(said(finding, value)),
    }
}

/// A finding, and what it is about.
type Found = (Finding, Option<String>);

fn fields(told: &Told, dates: &[Told], home: Tz, now: DateTime<Utc>) -> Result<(Incoming, Vec<Found>), Found> {
    let mut notes = Vec::new();
    let unreadable = || (Finding::TimeUnreadable, None);
    let all_day = told.starts.is_day();
    let mut starts = told.starts.clock(home).ok_or_else(unreadable)?;
    let ends = end(told, home)?;
    let mut length = ends.map(|ends| ends - starts);
    if let Some(zero) = length.filter(|length| *length <= chrono::Duration::zero()) {
        // An event that ends as it starts says nothing of its end; one that ends before is refused as it stands.
        length = (zero < chrono::Duration::zero()).then_some(zero);
    }
    let mut fields = Fields::new();
    let mut put = |column: &str, value: String| {
        if !value.is_empty() {
            fields.insert(column.to_owned(), value);
        }
    };
    let mut last = starts;
    if let Some(text) = &told.rule {
        let rule = rule::read(text, &told.starts, home).map_err(|finding| (finding, Some(shortened(text))))?;
        let Bounded { starts: first, rule, dates: own, cut } =
            rule::bounded(&rule, starts, today(home, now)).map_err(|finding| (finding, Some(shortened(text))))?;
        if let Some(until) = cut {
            notes.push((Finding::RuleCut, Some(until.to_string())));
        }
        (starts, last) = (first, own.last().copied().unwrap_or(first));
        if !rule.is_empty() {
            let (exceptions, moved) = apart(told, dates, &own, all_day, home, &mut notes)?;
            put("recurrence", rule);
            put("exceptions", exceptions.join("|"));
            put("moved", moved.join("|"));
        }
    } else if let Some(date) = dates.iter().max_by_key(|date| date.sequence) {
        // An event that does not recur, told again as a date of itself: that is how it is now.
        let mut now_told = date.clone();
        now_told.date = None;
        return self::fields(&now_told, &[], home, now);
    }
    if told.has_extra_dates {
        notes.push((Finding::ExtraDates, None));
    }
    put("title", one_line(&told.summary));
    put("description", description(told));
    put("all_day", if all_day { "yes".to_owned() } else { String::new() });
    put("starts", written(starts, all_day));
    if let Some(length) = length {
        // A day's end is the day after; a form's is the day itself.
        let ends = starts + length;
        put("ends", written(if all_day { ends - Days::new(1) } else { ends }, all_day));
    }
    for (column, value) in place(told) {
        put(column, value);
    }
    put("tags", tags(&told.categories));
    let over = last + length.unwrap_or_default() + Days::new(u64::from(all_day));
    let is_past = over.date() < today(home, now) - PAST;
    Ok((Incoming { uid: told.uid.clone(), fields, is_cancelled: told.standing == Standing::Cancelled, is_past }, notes))
}

fn today(home: Tz, now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&home).date_naive()
}

/// When an event ends by the city's clocks.
fn end(told: &Told, home: Tz) -> Result<Option<NaiveDateTime>, Found> {
    let unreadable = || (Finding::TimeUnreadable, None);
    Ok(match told.ends {
        Ends::Unsaid => None,
        Ends::At(time) if time.is_day() == told.starts.is_day() => Some(time.clock(home).ok_or_else(unreadable)?),
        Ends::At(_) => return Err(unreadable()),
        Ends::After(length) if told.starts.is_day() => {
            let days = Days::new(length.num_days().unsigned_abs().max(1));
            told.starts.clock(home).map(|starts| starts + days)
        }
        // As long as it lasts for those who are there, whatever clocks do meanwhile.
        Ends::After(length) => {
            let moment = told.starts.moment(home).ok_or_else(unreadable)?;
            Some((moment + length).with_timezone(&home).naive_local())
        }
    })
}

/// Dates that do not take place, and those that take place at another time.
fn apart(
    told: &Told,
    dates: &[Told],
    own: &[NaiveDateTime],
    all_day: bool,
    home: Tz,
    notes: &mut Vec<Found>,
) -> Result<(Vec<String>, Vec<String>), Found> {
    let unreadable = || (Finding::TimeUnreadable, None);
    let mut exceptions = Vec::new();
    let mut moved = BTreeMap::new();
    // Calendars name dates that their rules do not make.
    let is_own = |date: NaiveDateTime| own.binary_search(&date).is_ok();
    let hour = own.first().map(NaiveDateTime::time).unwrap_or_default();
    // A day without an hour means the date of that day.
    let original = |time: Time| -> Result<NaiveDateTime, Found> {
        let clock = time.clock(home).ok_or_else(unreadable)?;
        Ok(if time.is_day() && !all_day { clock.date().and_time(hour) } else { clock })
    };
    for time in &told.exceptions {
        exceptions.push(original(*time)?);
    }
    for date in dates {
        let Some(of) = date.date else { continue };
        if of.and_future {
            notes.push((Finding::FutureDiffers, None));
            continue;
        }
        let original = original(of.original)?;
        if date.standing == Standing::Cancelled {
            exceptions.push(original);
            continue;
        }
        if !is_own(original) {
            continue;
        }
        let starts = date.starts.clock(home).ok_or_else(unreadable)?;
        let ends = end(date, home)?;
        let differs = |one: &str, other: &str| !one.is_empty() && one.trim() != other.trim();
        if differs(&date.summary, &told.summary) || differs(&date.location, &told.location) {
            notes.push((Finding::DateDiffers, Some(written(original, all_day))));
        }
        if date.starts.is_day() != all_day {
            return Err(unreadable());
        }
        let usual = end(told, home)?.zip(told.starts.clock(home)).map(|(ends, starts)| ends - starts);
        let length = ends.map(|ends| ends - starts);
        if starts == original && (length.is_none() || length == usual) {
            continue;
        }
        let mut text = format!("{}>{}", written(original, all_day), written(starts, all_day));
        if let Some(ends) = ends.filter(|ends| *ends > starts && length != usual) {
            text.push('/');
            text.push_str(&written(if all_day { ends - Days::new(1) } else { ends }, all_day));
        }
        moved.insert(original, text);
    }
    exceptions.retain(|date| is_own(*date));
    exceptions.sort_unstable();
    exceptions.dedup();
    moved.retain(|original, _| !exceptions.contains(original));
    Ok((exceptions.into_iter().map(|date| written(date, all_day)).collect(), moved.into_values().collect()))
}

/// A moment in the notation of columns.
fn written(clock: NaiveDateTime, all_day: bool) -> String {
    clock.format(if all_day { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M" }).to_string()
}

/// The text, and the page that says more.
fn description(told: &Told) -> String {
    let text = told.description.replace("\r\n", "\n");
    let text: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    match &told.url {
        Some(url) if !text.contains(url.as_str()) => format!("{}\n\n<{url}>", text.trim()).trim().to_owned(),
        _ => text.trim().to_owned(),
    }
}

/// Where it takes place: a link, an address as map programs write it, or what the place is called.
fn place(told: &Told) -> Vec<(&'static str, String)> {
    let location = one_line(&told.location);
    let mut place = Vec::new();
    let link = told.conference.clone().or_else(|| Some(location.clone()).filter(|text| is_link(text)));
    if let Some(link) = link {
        place.extend([("online", "yes".to_owned()), ("online_url", link)]);
    }
    if is_link(&location) {
        return place;
    }
    let parts: Vec<&str> = location.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let coded = parts.iter().enumerate().find_map(|(at, part)| Some((at, postcode(part)?)));
    // Szkoła Podstawowa nr 5, Królowej Jadwigi 29, 70-262 Szczecin, Polska
    match coded {
        Some((at, (code, town))) if at > 0 => {
            let street = parts.get(at - 1).copied().unwrap_or_default();
            let (street, building) = match street.rsplit_once(' ') {
                Some((street, building)) if building.starts_with(|c: char| c.is_ascii_digit()) => (street, building),
                _ => (street, ""),
            };
            let town = if town.is_empty() { parts.get(at + 1).copied().unwrap_or_default() } else { town };
            place.push(("venue", shortened_to(&parts[..at - 1].join(", "), MAX_VENUE)));
            place.extend(
                [("street", street), ("building", building), ("postal_code", code), ("city", town)]
                    .map(|(column, value)| (column, value.to_owned())),
            );
        }
        _ => place.push(("venue", shortened_to(&location, MAX_VENUE))),
    }
    place
}

/// A postcode at the beginning of a text, and what follows it.
fn postcode(text: &str) -> Option<(&str, &str)> {
    let (code, rest) = text.split_at_checked(6)?;
    let is_code = code.bytes().enumerate().all(|(at, b)| if at == 2 { b == b'-' } else { b.is_ascii_digit() });
    (is_code && (rest.is_empty() || rest.starts_with(' '))).then(|| (code, rest.trim()))
}

fn tags(categories: &[String]) -> String {
    let mut tags: Vec<String> = Vec::new();
    for category in categories {
        let tag = one_line(&category.replace('|', " "));
        if !tag.is_empty() && tag.chars().count() <= MAX_TAG && tags.len() < MAX_TAGS && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags.join("|")
}

fn one_line(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a value, to be said back.
pub(super) fn shortened(text: &str) -> String {
    shortened_to(&one_line(text), SHOWN)
}

fn shortened_to(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// The last day up to which dates of a rule without a near end are taken: the end of next year.
pub(super) fn horizon(today: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(today.year() + 1, 12, 31).unwrap_or_else(|| today + Months::new(13))
}
