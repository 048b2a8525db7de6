//! What people read of a notice, in the scope's language: the same in mails, on the portal and in the browser's own
//! messages.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use directory::{PriceUnit, labels};
use kernel::{i18n::Lang, scope::Scope};
use sea_orm::ActiveEnum as _;
use serde_json::Value;

use crate::{content::Content, what::What};

/// Facts that people read, in this order.
const SHOWN: [&str; 11] =
    ["starts", "dates", "slots", "place", "price", "places", "opens", "closes", "ages", "expires", "severity"];
/// Facts that a notice shows only if they changed, or if that is what happened.
const AT_CHANGE: [&str; 4] = ["places", "opens", "closes", "severity"];

/// A fact as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Detail {
    /// The fact's name.
    pub(crate) name: String,
    /// What people call it.
    pub(crate) label: String,
    /// What is.
    pub(crate) text: String,
    /// What was, if the reader knew something else.
    pub(crate) was: Option<String>,
}

/// The same scope, speaking another language.
pub(crate) fn speaking(scope: &Scope, lang: Lang) -> Scope {
    let mut scope = scope.clone();
    scope.lang = lang;
    scope
}

/// What happened, in two or three words; of decisions, a sentence.
pub(crate) fn headline(scope: &Scope, content: &Content, what: What) -> String {
    if let Some(key) = &content.key {
        return scope.text(key, &[("title", content.title.as_str().into())]);
    }
    if what != What::Changed {
        return scope.text(what.key(), &[]);
    }
    if content.from.get("is_on") == Some(&Value::Bool(false)) {
        return scope.text("notices-what-changed-back", &[]);
    }
    let kind = |name: &String| match name.as_str() {
        "slots" | "dates" | "starts" => "when",
        "place" => "where",
        "price" => "price",
        "ages" => "ages",
        _ => "",
    };
    let mut kinds: Vec<&str> = content.changed.iter().map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    match kinds[..] {
        [only] if !only.is_empty() => scope.text(&format!("{}-{only}", What::Changed.key()), &[]),
        _ => scope.text(What::Changed.key(), &[]),
    }
}

/// One line that says all: "Wolne miejsce: Robotyka"; with how much more there is.
pub(crate) fn subject(scope: &Scope, content: &Content, what: What, more: usize) -> String {
    let headline = headline(scope, content, what);
    let more = u32::try_from(more).unwrap_or(u32::MAX);
    if content.key.is_some() {
        return headline;
    }
    let args = [("what", headline.into()), ("title", content.title.as_str().into()), ("more", more.into())];
    scope.text(if more == 0 { "notices-subject" } else { "notices-subject-more" }, &args)
}

/// Who offers it.
pub(crate) fn organiser(content: &Content) -> Option<&str> {
    text(content, "organiser")
}

/// What it says of itself.
pub(crate) fn summary(content: &Content) -> Option<&str> {
    text(content, "summary")
}

/// What it says at length, Markdown.
pub(crate) fn body(content: &Content) -> Option<&str> {
    text(content, "body")
}

/// Where it leads outside the portal, and what that is called.
pub(crate) fn link(content: &Content) -> Option<(&str, Option<&str>)> {
    Some((text(content, "link")?, text(content, "linkLabel")))
}

fn text<'a>(content: &'a Content, name: &str) -> Option<&'a str> {
    content.facts.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// The facts that people read.
pub(crate) fn details(scope: &Scope, content: &Content) -> Vec<Detail> {
    let is_changed = |name: &str| content.changed.iter().any(|changed| changed == name);
    let happened = |what: What| content.happened.contains(&what);
    let is_shown = |name: &&&str| {
        let matters = match **name {
            "places" => happened(What::PlaceFreed),
            "opens" | "closes" => happened(What::EnrolmentOpened),
            "severity" => happened(What::Alert),
            // Where all dates are told, the next of them is one of them.
            "starts" => !content.facts.contains_key("dates") && !content.facts.contains_key("slots"),
            _ => true,
        };
        is_changed(name) || (matters && (!AT_CHANGE.contains(name) || content.facts.contains_key(**name)))
    };
    let shown = SHOWN.iter().filter(is_shown).filter_map(|name| {
        let is = content.facts.get(*name).and_then(|fact| said(scope, name, fact, &content.facts));
        let was = content.from.get(*name).and_then(|fact| said(scope, name, fact, &content.from));
        let was = was.filter(|_| is_changed(name));
        let nothing = || scope.text("notices-fact-none", &[]);
        let text = match (is, &was) {
            (Some(is), _) => is,
            (None, Some(_)) => nothing(),
            (None, None) => return None,
        };
        // What reads the same as before has changed in something that is not told here.
        let (text, was) = match was {
            Some(was) if was == text => (scope.text("notices-fact-see", &[("is", text.into())]), None),
            was => (text, was),
        };
        Some(Detail { name: (*name).to_owned(), label: scope.text(&format!("notices-fact-{name}"), &[]), text, was })
    });
    shown.collect()
}

/// A fact for people; nothing if it says nothing.
fn said(scope: &Scope, name: &str, fact: &Value, facts: &BTreeMap<String, Value>) -> Option<String> {
    match name {
        "price" => price(scope, fact),
        "places" => {
            let free = u32::try_from(fact.as_i64()?.max(0)).unwrap_or(u32::MAX);
            Some(scope.text("notices-places", &[("n", free.into())]))
        }
        "opens" | "closes" | "starts" | "expires" => moment(scope, fact),
        "dates" => dates(scope, fact, facts.get("starts")),
        "slots" => {
            let slots: Vec<String> = fact.as_array()?.iter().filter_map(|one| slot(scope, one)).collect();
            (!slots.is_empty()).then(|| slots.join(", "))
        }
        "ages" => {
            let months = |index: usize| fact.get(index).and_then(Value::as_i64).and_then(|age| i32::try_from(age).ok());
            Some(labels::ages(scope, months(0), months(1)))
        }
        "severity" => {
            let severity = fact.as_str()?.to_uppercase();
            let known = ["EXTREME", "SEVERE", "MODERATE", "MINOR"].contains(&severity.as_str());
            known.then(|| scope.text(&format!("notices-severity-{severity}"), &[]))
        }
        _ => fact.as_str().filter(|text| !text.is_empty()).map(str::to_owned),
    }
}

fn price(scope: &Scope, fact: &Value) -> Option<String> {
    let minor = fact.get("minor")?.as_i64()?;
    let unit = fact.get("unit").and_then(Value::as_str).map(str::to_uppercase);
    Some(labels::price(scope, minor, unit.and_then(|unit| PriceUnit::try_from_value(&unit).ok())))
}

/// A moment, or a day.
fn moment(scope: &Scope, fact: &Value) -> Option<String> {
    let text = fact.as_str()?;
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(date(scope, day));
    }
    let local = text.parse::<DateTime<Utc>>().ok()?.with_timezone(&scope.tenant.time_zone);
    let time = local.format("%H:%M").to_string();
    Some(scope.text("date-with-time", &[("date", date(scope, local.date_naive()).into()), ("time", time.into())]))
}

fn date(scope: &Scope, date: NaiveDate) -> String {
    let month = scope.text(&format!("month-{}", date.month()), &[]);
    let (day, year) = (date.day().to_string(), date.year().to_string());
    scope.text("date-long", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
}

/// When an event is: its next date, else its first, and that there are more.
fn dates(scope: &Scope, fact: &Value, next: Option<&Value>) -> Option<String> {
    let whole_days = fact.get("all_day").and_then(Value::as_bool) == Some(true);
    let starts = next.or_else(|| fact.get("starts"))?;
    let starts = match (whole_days, starts.as_str().and_then(|at| at.parse::<DateTime<Utc>>().ok())) {
        (true, Some(at)) => date(scope, scope.tenant.local_date(at)),
        _ => moment(scope, starts)?,
    };
    let repeats = fact.get("rule").is_some_and(|rule| !rule.is_null());
    Some(if repeats { scope.text("notices-dates-repeated", &[("first", starts.into())]) } else { starts })
}

/// A lesson of the week: `[0, "16:00", "17:00"]`, or with the day's name.
fn slot(scope: &Scope, fact: &Value) -> Option<String> {
    let day = match fact.get(0)? {
        Value::Number(day) => labels::WEEKDAYS.get(usize::try_from(day.as_u64()?).ok()?).copied()?,
        day => labels::WEEKDAYS
            .into_iter()
            .find(|known| day.as_str().is_some_and(|day| known.eq_ignore_ascii_case(day)))?,
    };
    let time = |index: usize| fact.get(index).and_then(Value::as_str).map(str::to_owned);
    let args = [
        ("weekday", scope.text(&format!("weekday-{day}"), &[]).into()),
        ("starts", time(1)?.into()),
        ("ends", time(2)?.into()),
    ];
    Some(scope.text("slot-label", &args))
}
