//! Rules of recurrence as calendars write them, as rules of an event here: by the city's clocks, and with an end.
//!
//! A rule is expanded on the clock's face, as if no clock ever changed: so an hour that is skipped or comes twice in a
//! night of the year moves no date.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use rrule::{RRule, RRuleSet, Unvalidated};

use super::{finding::Finding, told::horizon, zone::Time};

/// Dates of a rule that are taken.
const MAX_DATES: u16 = 1000;
/// Dates that are looked at to find those. A daily rule of ten years has 3 700.
const MAX_LOOKED_AT: u16 = 20_000;
/// How long the dates of a rule may go on.
const MAX_SPAN: Days = Days::new(3 * 365);
/// The longest rule.
const MAX_TEXT: usize = 500;
/// How often a date may come: no more than one a day.
const FREQUENCIES: [&str; 4] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
/// Parts of a rule that are understood. Those that name hours would make several dates of a day.
const PARTS: [&str; 11] = [
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYDAY",
    "BYMONTHDAY",
    "BYMONTH",
    "BYSETPOS",
    "BYYEARDAY",
    "BYWEEKNO",
    "WKST",
];

/// A rule without its end, and its end.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    /// All parts but `COUNT` and `UNTIL`, as they were written.
    parts: String,
    count: Option<u32>,
    /// By the city's clocks; that moment included.
    until: Option<NaiveDateTime>,
    all_day: bool,
}

/// A rule that ends soon enough.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bounded {
    /// Its first date.
    pub(super) starts: NaiveDateTime,
    /// The rule; empty if there is but one date.
    pub(super) rule: String,
    /// Its dates, in order; the last of them is its end.
    pub(super) dates: Vec<NaiveDateTime>,
    /// The day up to which dates are taken, if there would be more.
    pub(super) cut: Option<NaiveDate>,
}

/// Reads a rule. One that goes by another zone's clocks is taken if those go with the city's for as long as it lasts.
pub(super) fn read(text: &str, starts: &Time, home: Tz) -> Result<Rule, Finding> {
    if text.len() > MAX_TEXT {
        return Err(Finding::RuleUnreadable);
    }
    let mut kept = Vec::new();
    let (mut count, mut until) = (None, None);
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').ok_or(Finding::RuleUnreadable)?;
        let name = name.to_ascii_uppercase();
        match name.as_str() {
            "COUNT" => count = Some(value.parse().map_err(|_| Finding::RuleUnreadable)?),
            // Without a zone of its own the end goes by the clocks of the start.
            "UNTIL" => {
                let zone = starts.zone(home);
                let time = Time::parse(value, Some(zone)).ok_or(Finding::RuleUnreadable)?;
                let clock = match time {
                    Time::Day(day) => day.and_hms_opt(23, 59, 59),
                    time => time.clock(home),
                };
                until = Some(clock.ok_or(Finding::RuleUnreadable)?);
            }
            "FREQ" if !FREQUENCIES.contains(&value.to_ascii_uppercase().as_str()) => {
                return Err(Finding::RuleUnreadable);
            }
            known if PARTS.contains(&known) => kept.push(format!("{name}={}", value.to_ascii_uppercase())),
            _ => return Err(Finding::RuleUnreadable),
        }
    }
    if count.is_some() && until.is_some() {
        return Err(Finding::RuleUnreadable);
    }
    let rule = Rule { parts: kept.join(";"), count, until, all_day: starts.is_day() };
    match starts {
        Time::Utc(_) | Time::Zoned(..) if !goes_with(&rule, *starts, home) => Err(Finding::RuleForeign),
        _ => Ok(rule),
    }
}

/// Whether the clocks of the start's zone go with the city's on all days on which the rule may have a date.
fn goes_with(rule: &Rule, starts: Time, home: Tz) -> bool {
    let zone = starts.zone(home);
    if zone == home {
        return true;
    }
    let (Some(first), Some(moment)) = (starts.clock(home), starts.moment(home)) else { return false };
    let there = moment.with_timezone(&zone).naive_local();
    // A rule means days by its own clocks.
    if there.date() != first.date() {
        return false;
    }
    let longest = first.date() + MAX_SPAN;
    let end = match (rule.until, rule.count) {
        (Some(until), _) => until.date().min(longest),
        (None, Some(_)) => {
            let last = dates(rule, there, None).ok().and_then(|dates| dates.last().copied());
            last.map_or(longest, |last| last.date().min(longest))
        }
        (None, None) => longest,
    };
    let days = (end - first.date()).num_days().max(0).unsigned_abs();
    (0..=days).all(|day| {
        let clock = Time::Zoned(there + Days::new(day), zone).clock(home);
        clock == Some(first + Days::new(day))
    })
}

/// The rule with an end, for a city in which it is `today`: all of it if it has no more than a thousand dates in three
/// years, else those from the beginning of this year to the end of the next.
pub(super) fn bounded(rule: &Rule, starts: NaiveDateTime, today: NaiveDate) -> Result<Bounded, Finding> {
    let far = horizon(today).max(starts.date() + Days::new(366)).and_time(NaiveTime::MIN) + Days::new(1);
    let end = match (rule.until, rule.count) {
        (Some(until), _) => Some(until),
        (None, Some(_)) => None,
        (None, None) => Some(far),
    };
    let dates = dates(rule, starts, end)?;
    let (Some(first), Some(last)) = (dates.first().copied(), dates.last().copied()) else {
        return Err(Finding::RuleEmpty);
    };
    let is_endless = rule.until.is_none() && rule.count.is_none();
    if !is_endless && dates.len() <= usize::from(MAX_DATES) && last.date() <= first.date() + MAX_SPAN {
        let end = match (rule.count, rule.until) {
            (Some(count), _) => format!("COUNT={count}"),
            (None, _) => until(last, rule.all_day),
        };
        let rule = if dates.len() == 1 { String::new() } else { format!("{};{end}", rule.parts) };
        return Ok(Bounded { starts: first, rule, dates, cut: None });
    }
    let this_year = NaiveDate::from_ymd_opt(today.year(), 1, 1).unwrap_or(today);
    let from = this_year.max(first.date());
    let taken: Vec<_> = dates.into_iter().filter(|date| date.date() >= from && *date < far).collect();
    let taken = &taken[..taken.len().min(usize::from(MAX_DATES))];
    // All of it is long over.
    let [starts, .., end] = taken else {
        let only = taken.first().copied().unwrap_or(last);
        return Ok(Bounded { starts: only, rule: String::new(), dates: vec![only], cut: None });
    };
    let cut = (*end < last || is_endless).then(|| end.date());
    let rule = format!("{};{}", rule.parts, until(*end, rule.all_day));
    Ok(Bounded { starts: *starts, rule, dates: taken.to_vec(), cut })
}

/// The end of a rule at its last date, by the city's clocks.
fn until(last: NaiveDateTime, all_day: bool) -> String {
    last.format(if all_day { "UNTIL=%Y%m%d" } else { "UNTIL=%Y%m%dT%H%M%S" }).to_string()
}

/// The dates of a rule up to an end, on the clock's face.
fn dates(rule: &Rule, starts: NaiveDateTime, end: Option<NaiveDateTime>) -> Result<Vec<NaiveDateTime>, Finding> {
    let count = rule.count.map(|count| format!(";COUNT={}", count.min(u32::from(MAX_LOOKED_AT)))).unwrap_or_default();
    let text = format!("{}{count}", rule.parts);
    let starts = starts.and_utc().with_timezone(&rrule::Tz::UTC);
    let parsed: RRule<Unvalidated> = text.parse().map_err(|_| Finding::RuleUnreadable)?;
    let valid = parsed.validate(starts).map_err(|_| Finding::RuleUnreadable)?;
    let mut set = RRuleSet::new(starts).rrule(valid);
    if let Some(end) = end {
        set = set.before(DateTime::<Utc>::from_naive_utc_and_offset(end, Utc).with_timezone(&rrule::Tz::UTC));
    }
    Ok(set.all(MAX_LOOKED_AT).dates.into_iter().map(|date| date.naive_utc()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-27";

    fn time(text: &str, zone: Option<Tz>) -> Time {
        Time::parse(text, zone).unwrap()
    }

    fn of(text: &str, starts: Time) -> Result<Bounded, Finding> {
        let home = Tz::Europe__Warsaw;
        let rule = read(text, &starts, home)?;
        bounded(&rule, starts.clock(home).unwrap(), TODAY.parse().unwrap())
    }

    #[test]
    fn rules_end_soon_enough() {
        for (text, starts, first, last, rule, cut) in [
            ("FREQ=WEEKLY;COUNT=3", "20261201T160000", "2026-12-01", "2026-12-15", "FREQ=WEEKLY;COUNT=3", None),
            (
                "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261215T150000Z",
                "20261201T160000",
                "2026-12-01",
                "2026-12-15",
                "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261215T160000",
                None,
            ),
            ("FREQ=DAILY;UNTIL=20261203", "20261201", "2026-12-01", "2026-12-03", "FREQ=DAILY;UNTIL=20261203", None),
            ("FREQ=YEARLY;COUNT=1", "20261201", "2026-12-01", "2026-12-01", "", None),
            // Without an end: up to the end of next year.
            (
                "FREQ=WEEKLY",
                "20261201T160000",
                "2026-12-01",
                "2027-12-28",
                "FREQ=WEEKLY;UNTIL=20271228T160000",
                Some("2027-12-28"),
            ),
            // Begun long ago: from the beginning of this year, every other week as ever.
            (
                "FREQ=WEEKLY;INTERVAL=2",
                "20200107T160000",
                "2026-01-13",
                "2027-12-28",
                "FREQ=WEEKLY;INTERVAL=2;UNTIL=20271228T160000",
                Some("2027-12-28"),
            ),
            // Long over.
            ("FREQ=DAILY;UNTIL=20190101T000000Z", "20100101T100000", "2018-12-31", "2018-12-31", "", None),
        ] {
            let found = of(text, time(starts, None)).unwrap();
            let end = found.dates.last().unwrap().date().to_string();
            let told = (found.starts.date().to_string(), end, found.rule.as_str());
            assert_eq!(told, (first.to_owned(), last.to_owned(), rule), "{text}");
            assert_eq!(found.cut.map(|day| day.to_string()).as_deref(), cut, "{text}");
        }
        let daily = of("FREQ=DAILY;COUNT=100000", time("20261201T160000", None)).unwrap();
        assert!(daily.cut.is_some() && daily.dates.last().unwrap().date() <= "2028-01-01".parse().unwrap());
    }

    #[test]
    fn absurd_rules_are_refused_quickly() {
        for (text, finding) in [
            ("FREQ=SECONDLY", Some(Finding::RuleUnreadable)),
            ("FREQ=HOURLY;COUNT=5", Some(Finding::RuleUnreadable)),
            ("FREQ=DAILY;BYHOUR=1,2,3", Some(Finding::RuleUnreadable)),
            ("FREQ=DAILY;COUNT=3;UNTIL=20270101", Some(Finding::RuleUnreadable)),
            ("FREQ=DAILY;COUNT=-1", Some(Finding::RuleUnreadable)),
            ("FREQ=DAILY;INTERVAL=0", None),
            ("FREQ=FORTNIGHTLY", Some(Finding::RuleUnreadable)),
            ("BYDAY=MO", Some(Finding::RuleUnreadable)),
            ("FREQ", Some(Finding::RuleUnreadable)),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Some(Finding::RuleEmpty)),
            ("FREQ=WEEKLY;UNTIL=20200101", Some(Finding::RuleEmpty)),
        ] {
            let begun = std::time::Instant::now();
            let found = of(text, time("20261201T160000", None)).err();
            assert!(begun.elapsed().as_secs() < 5, "{text}");
            if finding.is_some() {
                assert_eq!(found, finding, "{text}");
            }
        }
    }

    #[test]
    fn another_zone_s_rule_is_taken_where_clocks_go_together() {
        let zoned = |zone| time("20261201T160000", Some(zone));
        for (text, starts, taken) in [
            ("FREQ=WEEKLY;COUNT=40", zoned(Tz::Europe__Berlin), true),
            ("FREQ=WEEKLY", zoned(Tz::Poland), true),
            ("FREQ=WEEKLY;COUNT=40", zoned(Tz::Europe__London), true),
            ("FREQ=WEEKLY;COUNT=40", zoned(Tz::America__New_York), false),
            ("FREQ=WEEKLY;COUNT=40", time("20261201T160000Z", None), false),
            ("FREQ=WEEKLY;COUNT=5", time("20261201T160000Z", None), true),
            // Before clocks change, they go together.
            ("FREQ=WEEKLY;UNTIL=20270301T000000Z", time("20261201T160000Z", None), true),
            ("FREQ=WEEKLY;UNTIL=20270301T000000Z", zoned(Tz::America__New_York), true),
            // There it is another day.
            ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270301T000000Z", time("20261201T233000Z", None), false),
        ] {
            assert_eq!(of(text, starts).is_ok(), taken, "{text} {starts:?}");
        }
        let london = of("FREQ=WEEKLY;COUNT=2", zoned(Tz::Europe__London)).unwrap();
        assert_eq!(london.starts.to_string(), "2026-12-01 17:00:00");
    }
}
