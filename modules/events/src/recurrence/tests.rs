use std::time::{Duration, Instant};

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::event::Moved;

const WARSAW: Tz = Tz::Europe__Warsaw;

fn clock(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

fn series(starts: &str, minutes: i64, all_day: bool) -> Series {
    let starts = moment(WARSAW, clock(starts));
    Series { starts, ends: starts + TimeDelta::minutes(minutes), all_day, zone: WARSAW }
}

fn starts(first: &str, rule: &str) -> Result<Vec<String>, EventKind> {
    let rule: Rule = rule.parse().map_err(|flaw: Flaw| flaw.kind)?;
    let starts = rule.starts(clock(first), WARSAW).map_err(|flaw| flaw.kind)?;
    Ok(starts.into_iter().map(|start| start.format("%Y-%m-%dT%H:%M").to_string()).collect())
}

#[test]
fn rules_have_the_starts_that_people_mean() {
    for (first, rule, expected) in [
        ("2026-12-05T16:00", "FREQ=DAILY;COUNT=3", "2026-12-05T16:00 2026-12-06T16:00 2026-12-07T16:00"),
        ("2026-12-07T16:00", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", "2026-12-07T16:00 2026-12-09T16:00 2026-12-14T16:00"),
        ("2026-12-07T16:00", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261221", "2026-12-07T16:00 2026-12-21T16:00"),
        ("2026-12-07T16:00", "rrule:freq=weekly;until=2026-12-14", "2026-12-07T16:00 2026-12-14T16:00"),
        ("2026-12-07T16:00", "FREQ=WEEKLY;UNTIL=20261214T145959Z", "2026-12-07T16:00"),
        ("2026-12-07T16:00", "FREQ=WEEKLY;UNTIL=20261214T150000Z", "2026-12-07T16:00 2026-12-14T16:00"),
        ("2026-12-07T16:00", "FREQ=WEEKLY;UNTIL=20261214T160000", "2026-12-07T16:00 2026-12-14T16:00"),
        ("2026-12-07T16:00", "FREQ=MONTHLY;BYDAY=1MO;COUNT=2", "2026-12-07T16:00 2027-01-04T16:00"),
        ("2026-12-25T10:00", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2026-12-25T10:00 2027-01-29T10:00"),
        ("2026-12-31T10:00", "FREQ=MONTHLY;COUNT=3", "2026-12-31T10:00 2027-01-31T10:00 2027-03-31T10:00"),
        (
            "2026-12-31T10:00",
            "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
            "2026-12-31T10:00 2027-01-31T10:00 2027-02-28T10:00",
        ),
        ("2028-02-29T10:00", "FREQ=YEARLY;COUNT=1", "2028-02-29T10:00"),
        ("2026-06-01T10:00", "FREQ=YEARLY;COUNT=2", "2026-06-01T10:00 2027-06-01T10:00"),
        (
            "2026-12-31T10:00",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
            "2026-12-31T10:00 2027-01-29T10:00",
        ),
    ] {
        let expected: Vec<_> = expected.split(' ').map(str::to_owned).collect();
        assert_eq!(starts(first, rule), Ok(expected), "{rule}");
    }
}

#[test]
fn what_is_absurd_is_refused_and_takes_no_time() {
    use EventKind::*;
    let began = Instant::now();
    let long = format!("FREQ=WEEKLY;COUNT=3;BYDAY={}", "MO,".repeat(100_000));
    for (rule, kind) in [
        ("", RuleExpected),
        ("weekly", RuleExpected),
        ("FREQ=FORTNIGHTLY;COUNT=3", RuleExpected),
        ("FREQ=SECONDLY;COUNT=3", RuleTooOften),
        ("FREQ=MINUTELY;UNTIL=20261231", RuleTooOften),
        ("FREQ=HOURLY;COUNT=24", RuleTooOften),
        ("FREQ=DAILY;BYHOUR=1,2,3;COUNT=3", RulePart),
        ("FREQ=YEARLY;BYEASTER=0;COUNT=3", RulePart),
        ("FREQ=YEARLY;BYWEEKNO=20;COUNT=3", RulePart),
        ("FREQ=DAILY", RuleEndless),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261231", RuleBothEnds),
        ("FREQ=DAILY;INTERVAL=0;COUNT=3", RuleExpected),
        ("FREQ=DAILY;INTERVAL=-1;COUNT=3", RuleExpected),
        ("FREQ=DAILY;INTERVAL=65536;COUNT=3", RuleExpected),
        ("FREQ=DAILY;COUNT=0", RuleExpected),
        ("FREQ=DAILY;COUNT=-3", RuleExpected),
        ("FREQ=DAILY;COUNT=3;COUNT=4", RuleExpected),
        ("FREQ=DAILY;COUNT=1001", RuleTooMany),
        ("FREQ=DAILY;COUNT=99999999999999999999", RuleTooMany),
        ("FREQ=DAILY;UNTIL=20291126", RuleTooMany),
        ("FREQ=DAILY;UNTIL=99991231", RuleExpected),
        ("FREQ=WEEKLY;UNTIL=20301231", RuleTooLong),
        ("FREQ=WEEKLY;COUNT=160", RuleTooLong),
        ("FREQ=YEARLY;COUNT=5", RuleTooLong),
        ("FREQ=WEEKLY;UNTIL=20261126", RuleNever),
        ("FREQ=WEEKLY;UNTIL=20261340", RuleExpected),
        ("FREQ=WEEKLY;BYDAY=XX;COUNT=3", RuleExpected),
        ("FREQ=WEEKLY;BYDAY=1MO;COUNT=3", RuleExpected),
        ("FREQ=WEEKLY;BYDAY=żX;COUNT=3", RuleExpected),
        ("FREQ=MONTHLY;BYDAY=6MO;COUNT=3", RuleExpected),
        ("FREQ=MONTHLY;BYMONTHDAY=0;COUNT=3", RuleExpected),
        ("FREQ=MONTHLY;BYMONTHDAY=32;COUNT=3", RuleExpected),
        ("FREQ=WEEKLY;BYMONTHDAY=1;COUNT=3", RuleExpected),
        ("FREQ=DAILY;BYSETPOS=1;COUNT=3", RuleExpected),
        ("FREQ=YEARLY;BYMONTH=13;COUNT=3", RuleExpected),
        (&long, RuleExpected),
        // What no day fits.
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", RuleNever),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20290101", RuleNever),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", RuleNever),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=SU;COUNT=3", RuleNever),
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;BYSETPOS=2;COUNT=3", RuleNever),
        ("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=MO;BYSETPOS=31;COUNT=3", RuleNever),
        // The first start is none of the rule's.
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=3", RuleStart),
    ] {
        // A Friday.
        assert_eq!(starts("2026-11-27T16:00", rule), Err(kind), "{}", &rule[..rule.len().min(60)]);
    }
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
}

#[test]
fn rules_are_written_as_they_are_read() {
    for (text, written) in [
        ("FREQ=WEEKLY;INTERVAL=1;BYDAY=WE,MO,MO;COUNT=3", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3"),
        ("RRULE:COUNT=3;FREQ=MONTHLY;BYDAY=-1FR,+1MO", "FREQ=MONTHLY;BYDAY=-1FR,1MO;COUNT=3"),
        ("freq=daily;until=2027-06-25;wkst=su", "FREQ=DAILY;WKST=SU;UNTIL=20270625"),
        (
            "FREQ=YEARLY;BYMONTH=6,1;BYMONTHDAY=1,-1;UNTIL=20270625T215959Z",
            "FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=-1,1;UNTIL=20270625T215959Z",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;UNTIL=20270625T080000",
            "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;UNTIL=20270625T080000",
        ),
    ] {
        let rule: Rule = text.parse().unwrap();
        assert_eq!(rule.to_string(), written);
        assert_eq!(written.parse(), Ok(rule));
    }
}

#[test]
fn the_clock_on_the_wall_stays_the_same_when_clocks_change() {
    let weekly: Rule = "FREQ=WEEKLY;COUNT=4".parse().unwrap();
    // (first start, the hours of UTC)
    for (first, hours) in [("2026-10-12T16:00", [14, 14, 15, 15]), ("2027-03-15T16:00", [15, 15, 14, 14])] {
        let moments = series(first, 60, false).originals(&weekly).unwrap();
        assert_eq!(moments.iter().map(chrono::Timelike::hour).collect::<Vec<_>>(), hours, "{first}");
    }
}

#[test]
fn hours_that_are_skipped_and_hours_that_come_twice() {
    let daily: Rule = "FREQ=DAILY;COUNT=3".parse().unwrap();
    let told = |series: Series| {
        let originals = series.originals(&daily).unwrap();
        series.occurrences(&originals, &[], &[]).iter().map(|at| at.starts.to_rfc3339()).collect::<Vec<_>>()
    };
    // 28 March 2027, 02:00 is 03:00: what was to be at 02:30 is at 03:30.
    assert_eq!(
        told(series("2027-03-27T02:30", 60, false)),
        ["2027-03-27T01:30:00+00:00", "2027-03-28T01:30:00+00:00", "2027-03-29T00:30:00+00:00"]
    );
    // 25 October 2026, 03:00 is 02:00: the first of the two.
    assert_eq!(
        told(series("2026-10-24T02:30", 60, false)),
        ["2026-10-24T00:30:00+00:00", "2026-10-25T00:30:00+00:00", "2026-10-26T01:30:00+00:00"]
    );
    // Who starts in the second of them means that one.
    let second = Series { starts: "2026-10-25T01:30:00Z".parse().unwrap(), ..series("2026-10-25T02:30", 60, false) };
    assert_eq!(second.originals(&daily).unwrap()[0], second.starts);
}

#[test]
fn days_are_days_and_hours_are_hours() {
    let daily: Rule = "FREQ=DAILY;COUNT=2".parse().unwrap();
    let lasts = |series: Series| {
        let originals = series.originals(&daily).unwrap();
        series.occurrences(&originals, &[], &[]).iter().map(|at| (at.ends - at.starts).num_hours()).collect::<Vec<_>>()
    };
    assert_eq!(lasts(series("2026-10-24T00:00", 24 * 60, true)), [24, 25]);
    assert_eq!(lasts(series("2027-03-27T00:00", 24 * 60, true)), [24, 23]);
    assert_eq!(lasts(series("2026-10-24T22:00", 8 * 60, false)), [8, 8]);
}

#[test]
fn dates_are_left_out_and_moved() {
    let weekly: Rule = "FREQ=WEEKLY;COUNT=3".parse().unwrap();
    let series = series("2026-12-07T16:00", 60, false);
    let originals = series.originals(&weekly).unwrap();
    let moved = Moved { original: originals[1], starts: originals[2] + TimeDelta::hours(24), ends: None };
    let occurrences = series.occurrences(&originals, &originals[..1], &[moved]);
    let told: Vec<_> = occurrences.iter().map(|at| (at.starts, at.key, at.is_moved())).collect();
    assert_eq!(told, [(originals[2], originals[2], false), (moved.starts, originals[1], true)]);
    assert_eq!(occurrences[1].ends - occurrences[1].starts, TimeDelta::hours(1));
}

fn rules() -> impl Strategy<Value = String> {
    let days =
        proptest::collection::vec(proptest::sample::select(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), 0..4);
    let frequency = proptest::sample::select(vec!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
    let end = prop_oneof![
        (1..1200_u32).prop_map(|count| format!("COUNT={count}")),
        (0..1300_i64).prop_map(|days| {
            let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + TimeDelta::days(days);
            format!("UNTIL={}", day.format("%Y%m%d"))
        }),
    ];
    (frequency, 1..40_u16, days, end).prop_map(|(frequency, interval, days, end)| {
        let days = if days.is_empty() { String::new() } else { format!(";BYDAY={}", days.join(",")) };
        format!("FREQ={frequency};INTERVAL={interval}{days};{end}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn occurrences_are_bounded_in_order_and_of_the_same_clock(
        rule in rules(), day in 0..900_i64, minute in 0..1440_i64
    ) {
        let first = clock("2026-01-01T00:00") + TimeDelta::days(day) + TimeDelta::minutes(minute);
        let rule: Rule = rule.parse().unwrap();
        if let Ok(starts) = rule.starts(first, WARSAW) {
            prop_assert!((1..=MOST).contains(&starts.len()));
            prop_assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(starts.iter().all(|start| start.time() == first.time()));
            let horizon = first.checked_add_months(Months::new(36)).unwrap();
            prop_assert!(starts.iter().all(|start| *start <= horizon));
            let series = Series { starts: moment(WARSAW, first), ends: moment(WARSAW, first) + TimeDelta::hours(1), all_day: false, zone: WARSAW };
            let moments = series.originals(&rule).unwrap();
            prop_assert_eq!(moments.len(), starts.len());
            prop_assert!(moments.windows(2).all(|pair| pair[0] < pair[1]));
            for (moment, start) in moments.iter().zip(&starts).skip(1) {
                let shown = moment.with_timezone(&WARSAW).naive_local();
                // Only the hour that is skipped shows another.
                prop_assert!(shown == *start || shown == *start + TimeDelta::hours(1));
            }
        }
    }

    #[test]
    fn nothing_that_people_write_breaks_the_reader(text in "(RRULE:)?((FREQ|COUNT|UNTIL|BYDAY|BYMONTHDAY|INTERVAL|X)=[A-Z0-9,;+-]{0,12};?){0,6}.{0,10}") {
        if let Ok(rule) = text.parse::<Rule>() {
            prop_assert_eq!(rule.to_string().parse(), Ok(rule));
        }
    }
}
