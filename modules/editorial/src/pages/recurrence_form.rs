//! How an event happens again, asked in plain questions: what a form answers, as a rule of calendars (RFC 5545).
//!
//! Nobody should have to learn that notation. What the questions cannot ask, experts write as a rule themselves.

use chrono::{Datelike as _, NaiveDate};
use kernel::page::PageRequest;

/// Days of the week as rules name them, Monday first.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/// What stands for a rule that was to be written and is missing: the check of the entry says what would be right.
const MISSING: &str = "?";

/// The rule by which an event happens again; nothing if it happens once.
pub(super) fn recurrence(request: &PageRequest<'_>) -> Option<String> {
    rule(&|name| request.values(name).collect())
}

fn rule<'a>(posted: &dyn Fn(&str) -> Vec<&'a str>) -> Option<String> {
    let value = |name: &str| posted(name).first().copied();
    let mut rule = match value("repeats") {
        Some("week") => weekly(1, &posted("repeatDays")),
        Some("fortnight") => weekly(2, &posted("repeatDays")),
        Some("month") => monthly(value("starts"), value("repeatMonthly")),
        Some("own") => return Some(value("recurrence").unwrap_or(MISSING).to_owned()),
        // Programs send the rule alone.
        None => return value("recurrence").map(str::to_owned),
        Some(_) => return None,
    };
    if let Some(count) = value("repeatCount") {
        rule.push_str(&format!(";COUNT={count}"));
    }
    if let Some(day) = value("repeatUntil") {
        // A day as rules write it; what is no day is left for the check to say.
        rule.push_str(&format!(";UNTIL={}", day.replace('-', "")));
    }
    Some(rule)
}

fn weekly(interval: u8, days: &[&str]) -> String {
    let mut rule = "FREQ=WEEKLY".to_owned();
    if interval > 1 {
        rule.push_str(&format!(";INTERVAL={interval}"));
    }
    let chosen: Vec<_> = DAYS.into_iter().filter(|day| days.contains(day)).collect();
    if !chosen.is_empty() {
        rule.push_str(&format!(";BYDAY={}", chosen.join(",")));
    }
    rule
}

/// On the same day of the month, the same weekday (the second Tuesday), or the last such weekday.
fn monthly(starts: Option<&str>, by: Option<&str>) -> String {
    let rule = "FREQ=MONTHLY";
    let Some(first) = starts.and_then(|day| day.parse::<NaiveDate>().ok()) else { return rule.to_owned() };
    let weekday = DAYS.get(first.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
    match by {
        // A month has no fifth Tuesday to rely on.
        Some("weekday") if first.day() > 28 => format!("{rule};BYDAY=-1{weekday}"),
        Some("weekday") => format!("{rule};BYDAY={}{weekday}", first.day().div_ceil(7)),
        Some("last") => format!("{rule};BYDAY=-1{weekday}"),
        _ => rule.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_answers_become_rules() {
        for (fields, expected) in [
            ("starts=2026-12-05", None),
            ("starts=2026-12-05 repeats=no repeatCount=5 recurrence=FREQ=DAILY", None),
            ("repeats=week repeatCount=10", Some("FREQ=WEEKLY;COUNT=10")),
            (
                "repeats=week repeatDays=TH repeatDays=TU repeatDays=XX repeatCount=4",
                Some("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"),
            ),
            ("repeats=fortnight repeatDays=SA repeatCount=4", Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;COUNT=4")),
            ("repeats=week repeatUntil=2026-12-18", Some("FREQ=WEEKLY;UNTIL=20261218")),
            // Which of the two is meant is for the check to ask, and so is a rule without an end.
            ("repeats=week repeatUntil=2026-12-18 repeatCount=4", Some("FREQ=WEEKLY;COUNT=4;UNTIL=20261218")),
            ("repeats=week", Some("FREQ=WEEKLY")),
            ("repeats=week repeatUntil=wiosna", Some("FREQ=WEEKLY;UNTIL=wiosna")),
            ("starts=2026-12-05 repeats=month repeatCount=6", Some("FREQ=MONTHLY;COUNT=6")),
            ("starts=2026-12-05 repeats=month repeatMonthly=date repeatCount=6", Some("FREQ=MONTHLY;COUNT=6")),
            (
                "starts=2026-12-05 repeats=month repeatMonthly=weekday repeatCount=6",
                Some("FREQ=MONTHLY;BYDAY=1SA;COUNT=6"),
            ),
            (
                "starts=2026-12-08 repeats=month repeatMonthly=weekday repeatCount=6",
                Some("FREQ=MONTHLY;BYDAY=2TU;COUNT=6"),
            ),
            (
                "starts=2026-12-28 repeats=month repeatMonthly=weekday repeatCount=6",
                Some("FREQ=MONTHLY;BYDAY=4MO;COUNT=6"),
            ),
            (
                "starts=2026-12-29 repeats=month repeatMonthly=weekday repeatCount=6",
                Some("FREQ=MONTHLY;BYDAY=-1TU;COUNT=6"),
            ),
            (
                "starts=2026-12-29 repeats=month repeatMonthly=last repeatCount=6",
                Some("FREQ=MONTHLY;BYDAY=-1TU;COUNT=6"),
            ),
            ("starts=jutro repeats=month repeatMonthly=last repeatCount=6", Some("FREQ=MONTHLY;COUNT=6")),
            ("repeats=own recurrence=FREQ=DAILY;COUNT=3 repeatCount=9", Some("FREQ=DAILY;COUNT=3")),
            ("repeats=own", Some("?")),
            ("recurrence=FREQ=DAILY;COUNT=3", Some("FREQ=DAILY;COUNT=3")),
        ] {
            let pairs: Vec<_> = fields.split(' ').filter_map(|field| field.split_once('=')).collect();
            let posted = |name: &str| pairs.iter().filter(|(key, _)| *key == name).map(|(_, value)| *value).collect();
            assert_eq!(rule(&posted).as_deref(), expected, "{fields}");
        }
    }
}
