//! Calendars as they come, and as they should not.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use kernel::history::Fields;

use super::{
    finding::Finding,
    parse::{MAX_EVENTS, MAX_LINES, parse},
    told::{Incoming, Translated, translate},
};

const NOW: &str = "2026-11-27T10:00:00Z";

fn now() -> DateTime<Utc> {
    NOW.parse().unwrap()
}

/// A calendar of these lines within its events; events are set apart by an empty line.
fn calendar(events: &str) -> String {
    let events: Vec<_> = events
        .trim()
        .split("\n\n")
        .map(|event| format!("BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n", lines(event)))
        .collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//PL\r\n{}END:VCALENDAR\r\n", events.concat())
}

fn lines(event: &str) -> String {
    // A line that continues another begins with a space in the file, which indentation here is not.
    event.lines().map(|line| line.trim().replace('_', " ")).collect::<Vec<_>>().join("\r\n")
}

fn read(events: &str) -> Translated {
    translate(parse(calendar(events).as_bytes()).unwrap(), Tz::Europe__Warsaw, now())
}

fn one(event: &str) -> Fields {
    let Translated { mut events, problems, .. } = read(event);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(events.len(), 1);
    events.remove(0).fields
}

fn told(fields: &Fields, columns: &[&str]) -> String {
    let values = columns.iter().map(|column| fields.get(*column).map_or("-", String::as_str));
    values.collect::<Vec<_>>().join(" ")
}

fn findings(translated: &Translated) -> Vec<Finding> {
    translated.problems.iter().map(|problem| problem.finding).collect()
}

fn notes(translated: &Translated) -> Vec<Finding> {
    translated.notes.iter().map(|note| note.finding).collect()
}

#[test]
fn times_come_in_many_forms() {
    for (times, expected) in [
        ("DTSTART:20261205T160000\nDTEND:20261205T173000", "2026-12-05T16:00 2026-12-05T17:30 -"),
        ("DTSTART:20261205T150000Z\nDTEND:20261205T163000Z", "2026-12-05T16:00 2026-12-05T17:30 -"),
        ("DTSTART:20260705T140000Z\nDURATION:PT90M", "2026-07-05T16:00 2026-07-05T17:30 -"),
        (
            "DTSTART;TZID=Europe/Warsaw:20261205T160000\nDTEND;TZID=Europe/Warsaw:20261205T170000",
            "2026-12-05T16:00 2026-12-05T17:00 -",
        ),
        ("DTSTART;TZID=Central_European_Standard_Time:20261205T160000", "2026-12-05T16:00 - -"),
        ("DTSTART;TZID=\"(UTC+01:00)_Sarajevo,_Skopje,_Warsaw,_Zagreb\":20261205T160000", "2026-12-05T16:00 - -"),
        (
            "DTSTART;TZID=America/New_York:20261205T160000\nDTEND;TZID=America/New_York:20261205T180000",
            "2026-12-05T22:00 2026-12-06T00:00 -",
        ),
        ("DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261206", "2026-12-05 2026-12-05 yes"),
        ("DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261208", "2026-12-05 2026-12-07 yes"),
        ("DTSTART;VALUE=DATE:20261205\nDURATION:P2D", "2026-12-05 2026-12-06 yes"),
        ("DTSTART;VALUE=DATE:20261205", "2026-12-05 - yes"),
        // Ends as it starts: says nothing of its end.
        ("DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261205", "2026-12-05 - yes"),
        ("DTSTART:20261205T160000\nDTEND:20261205T160000", "2026-12-05T16:00 - -"),
        // Ends before it starts: said as it stands, and refused as such.
        ("DTSTART:20261205T160000\nDTEND:20261205T150000", "2026-12-05T16:00 2026-12-05T15:00 -"),
        // In small letters, and with spaces at the end.
        ("dtstart;tzid=Europe/Warsaw:20261205T160000__", "2026-12-05T16:00 - -"),
    ] {
        let times = times.replace("New_York", "New\u{1}York");
        let event = format!("UID:1\nSUMMARY:Koncert\n{times}");
        let text = calendar(&event).replace('\u{1}', "_");
        let translated = translate(parse(text.as_bytes()).unwrap(), Tz::Europe__Warsaw, now());
        assert_eq!(findings(&translated), [], "{times}");
        assert_eq!(told(&translated.events[0].fields, &["starts", "ends", "all_day"]), expected, "{times}");
    }
}

#[test]
fn what_a_calendar_tells_becomes_columns() {
    let fields = one("UID:1@x
        SUMMARY:Koncert\\, wielki\\nfinał
        DESCRIPTION:Wstęp wolny\\; zapraszamy.\\n\\nDyrekcja
        LOCATION:Szkoła Muzyczna\\, ul. Bolesława Śmiałego 42/43\\, 70-347 Szczecin\\, Polska
        URL:https://szkola.example/koncert
        CATEGORIES:Muzyka,Kultura\\, sztuka
        CATEGORIES:Muzyka
        DTSTART:20261205T160000
        BEGIN:VALARM
        SUMMARY:Alarm
        TRIGGER:-PT15M
        END:VALARM
        X-UNKNOWN;X=Y:z");
    let expected = [
        ("title", "Koncert, wielki finał"),
        ("description", "Wstęp wolny; zapraszamy.\n\nDyrekcja\n\n<https://szkola.example/koncert>"),
        ("venue", "Szkoła Muzyczna"),
        ("street", "ul. Bolesława Śmiałego"),
        ("building", "42/43"),
        ("postal_code", "70-347"),
        ("city", "Szczecin"),
        ("tags", "Muzyka|Kultura, sztuka"),
        ("starts", "2026-12-05T16:00"),
    ];
    for (column, value) in expected {
        assert_eq!(fields.get(column).map(String::as_str), Some(value), "{column}");
    }
    assert_eq!(fields.len(), expected.len(), "{fields:?}");
}

#[test]
fn places_are_links_addresses_or_names() {
    for (location, expected) in [
        ("Aula", "Aula - - - - -"),
        ("Aula\\, I piętro", "Aula, I piętro - - - - -"),
        ("https://meet.example/abc", "- - - - yes https://meet.example/abc"),
        ("Dom Kultury\\, 70-262 Szczecin", "- Dom Kultury 70-262 Szczecin - -"),
        ("SP 5\\, Dworcowa 20a\\, 70-206\\, Szczecin", "SP 5 Dworcowa 70-206 Szczecin - -"),
        ("", "- - - - - -"),
        ("javascript:alert(1)", "javascript:alert(1) - - - - -"),
    ] {
        let fields = one(&format!("UID:1\nSUMMARY:x\nDTSTART:20261205T160000\nLOCATION:{location}"));
        let columns = ["venue", "street", "postal_code", "city", "online", "online_url"];
        assert_eq!(told(&fields, &columns), expected, "{location}");
    }
    let conference =
        one("UID:1\nSUMMARY:x\nDTSTART:20261205T160000\nLOCATION:Aula\nX-GOOGLE-CONFERENCE:https://meet.example/a");
    assert_eq!(told(&conference, &["venue", "online_url"]), "Aula https://meet.example/a");
}

#[test]
fn dates_of_a_rule_are_left_out_and_moved() {
    let weekly = "UID:1
        SUMMARY:Szachy
        DTSTART;TZID=Europe/Warsaw:20261201T160000
        DTEND;TZID=Europe/Warsaw:20261201T170000
        RRULE:FREQ=WEEKLY;COUNT=5
        EXDATE;TZID=Europe/Warsaw:20261208T160000,20261209T160000
        EXDATE:20261215T150000Z";
    let fields = one(weekly);
    assert_eq!(told(&fields, &["exceptions", "moved"]), "2026-12-08T16:00|2026-12-15T16:00 -");
    let translated = read(&format!(
        "{weekly}

        UID:1
        SUMMARY:Szachy
        RECURRENCE-ID;TZID=Europe/Warsaw:20261222T160000
        DTSTART;TZID=Europe/Warsaw:20261223T100000
        DTEND;TZID=Europe/Warsaw:20261223T110000

        UID:1
        SUMMARY:Turniej
        RECURRENCE-ID:20261229T150000Z
        DTSTART:20261229T150000Z
        DTEND:20261229T180000Z

        UID:1
        SUMMARY:Szachy
        STATUS:CANCELLED
        RECURRENCE-ID:20261201T150000Z
        DTSTART:20261201T150000Z"
    ));
    assert_eq!((findings(&translated), translated.events.len()), (vec![], 1));
    assert_eq!(notes(&translated), [Finding::DateDiffers]);
    let fields = &translated.events[0].fields;
    assert_eq!(fields["exceptions"], "2026-12-01T16:00|2026-12-08T16:00|2026-12-15T16:00");
    assert_eq!(fields["moved"], "2026-12-22T16:00>2026-12-23T10:00|2026-12-29T16:00>2026-12-29T16:00/2026-12-29T19:00");
    let days = one(
        "UID:1\nSUMMARY:Ferie\nDTSTART;VALUE=DATE:20270201\nRRULE:FREQ=DAILY;UNTIL=20270205\nEXDATE;VALUE=DATE:20270203",
    );
    assert_eq!(told(&days, &["starts", "recurrence", "exceptions"]), "2027-02-01 FREQ=DAILY;UNTIL=20270205 2027-02-03");
}

#[test]
fn dates_without_their_event_are_events_of_their_own() {
    let translated = read(
        "UID:1
        SUMMARY:Szachy
        RECURRENCE-ID:20261222T150000Z
        DTSTART:20261223T100000Z

        UID:2
        SUMMARY:Go
        DTSTART:20261223T100000Z

        UID:2
        SUMMARY:Go
        RECURRENCE-ID:20261223T100000Z
        DTSTART:20261224T100000Z",
    );
    let told: Vec<_> =
        translated.events.iter().map(|event| (event.uid.as_str(), event.fields["starts"].as_str())).collect();
    assert_eq!(told, [("1#20261222T150000Z", "2026-12-23T11:00"), ("2", "2026-12-24T11:00")]);
}

#[test]
fn what_is_private_past_or_called_off_is_told_apart() {
    let translated = read(
        "UID:1
        SUMMARY:Rada
        CLASS:PRIVATE
        DTSTART:20261205T160000

        UID:2
        SUMMARY:Rada
        CLASS:confidential
        DTSTART:20261205T160000

        UID:3
        SUMMARY:Dawno
        DTSTART:20200105T160000

        UID:4
        SUMMARY:Odwołany
        STATUS:CANCELLED
        DTSTART:20261205T160000

        UID:5
        SUMMARY:Stary
        SEQUENCE:1
        DTSTART:20261205T160000

        UID:5
        SUMMARY:Nowy
        SEQUENCE:2
        DTSTART:20261206T160000

        UID:6
        SUMMARY:Od lat
        DTSTART:20190105T160000
        RRULE:FREQ=WEEKLY",
    );
    assert_eq!(findings(&translated), []);
    let mut noted = notes(&translated);
    noted.sort_by_key(|finding| format!("{finding:?}"));
    assert_eq!(noted, [Finding::PrivateLeftOut, Finding::Repeated, Finding::RuleCut]);
    let told: Vec<_> = translated
        .events
        .iter()
        .map(|Incoming { uid, fields, is_cancelled, is_past }| {
            (uid.as_str(), fields["title"].as_str(), *is_cancelled, *is_past)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("3", "Dawno", false, true),
            ("4", "Odwołany", true, false),
            ("5", "Nowy", false, false),
            ("6", "Od lat", false, false)
        ]
    );
    assert_eq!(translated.named, ["3", "4", "5", "5", "6"], "private ones are gone for everybody");
}

#[test]
fn one_bad_event_keeps_none_of_the_others() {
    for (bad, finding) in [
        ("SUMMARY:x\nDTSTART:20261205T160000", Finding::UidMissing),
        ("UID:\nSUMMARY:x\nDTSTART:20261205T160000", Finding::UidMissing),
        ("UID:a\u{7}b\nSUMMARY:x\nDTSTART:20261205T160000", Finding::UidMissing),
        ("UID:a\nSUMMARY:x\0y\nDTSTART:20261205T160000", Finding::EventUnreadable),
        ("UID:b\nSUMMARY:x", Finding::StartMissing),
        ("UID:b\nSUMMARY:x\nDTSTART:jutro", Finding::TimeUnreadable),
        ("UID:b\nSUMMARY:x\nDTSTART:20261305T160000", Finding::TimeUnreadable),
        ("UID:b\nSUMMARY:x\nDTSTART:20261205T160000\nDTEND:potem", Finding::TimeUnreadable),
        ("UID:b\nSUMMARY:x\nDTSTART;VALUE=DATE:20261205\nDTEND:20261205T160000", Finding::TimeUnreadable),
        ("UID:b\nSUMMARY:x\nDTSTART:20261205T160000\nDURATION:wieczność", Finding::TimeUnreadable),
        ("UID:b\nSUMMARY:x\nDTSTART;TZID=Customized_Time_Zone_1:20261205T160000", Finding::ZoneUnknown),
        ("UID:b\nSUMMARY:x\nDTSTART:20261205T160000\nRRULE:FREQ=SECONDLY", Finding::RuleUnreadable),
        ("UID:b\nSUMMARY:x\nDTSTART:20261205T160000\nRRULE:co tydzień", Finding::RuleUnreadable),
        ("UID:b\nSUMMARY:x\nDTSTART:20261205T160000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Finding::RuleEmpty),
        (
            "UID:b\nSUMMARY:x\nDTSTART:20261205T160000\nRRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2",
            Finding::RulesTooMany,
        ),
        ("UID:b\nSUMMARY:x\nDTSTART;TZID=Asia/Tokyo:20261205T160000\nRRULE:FREQ=WEEKLY", Finding::RuleForeign),
    ] {
        let translated = read(&format!(
            "UID:a\nSUMMARY:Dobre\nDTSTART:20261205T160000\n\n{bad}\n\nUID:c\nSUMMARY:Też\nDTSTART:20261206T160000"
        ));
        assert_eq!(findings(&translated), [finding], "{bad}");
        let good: Vec<_> = translated.events.iter().map(|event| event.uid.as_str()).collect();
        assert_eq!(good, ["a", "c"], "{bad}");
    }
    let long = format!("UID:{}\nSUMMARY:x\nDTSTART:20261205T160000", "u".repeat(256));
    assert_eq!(findings(&read(&long)), [Finding::UidTooLong]);
    let dates = vec!["20261208T160000"; 1001].join(",");
    let many = format!("UID:b\nSUMMARY:x\nDTSTART:20261205T160000\nRRULE:FREQ=DAILY;COUNT=5\nEXDATE:{dates}");
    assert_eq!(findings(&read(&many)), [Finding::TooManyDates]);
    let huge = format!("UID:b\nSUMMARY:x\nDTSTART:20261205T160000\nDESCRIPTION:{}", "a".repeat(200_000));
    assert_eq!(findings(&read(&huge)), [Finding::EventTooLarge]);
}

#[test]
fn lines_that_are_no_properties_are_left_out() {
    let fields = one("UID:1\nSUMMARY:Koncert\n<html>\n= = =\n:::\nDTSTART:20261205T160000\nEMPTY:");
    assert_eq!(told(&fields, &["title", "starts"]), "Koncert 2026-12-05T16:00");
    let folded = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMM\r\n ARY:Kon\r\n\tcert\r\nDTSTART:20261205T160000\r\nEND:VEVENT\r\n";
    let translated = translate(parse(folded.as_bytes()).unwrap(), Tz::Europe__Warsaw, now());
    assert_eq!(translated.events[0].fields["title"], "Koncert", "folded, and cut off after its event");
}

#[test]
fn files_that_are_no_calendars_are_refused() {
    let million = format!("BEGIN:VCALENDAR\n{}", "A\n".repeat(1_000_000));
    let begun = std::time::Instant::now();
    for (bytes, finding) in [
        (&b""[..], Finding::NotCalendar),
        (b"<!doctype html><title>Sign in</title>", Finding::NotCalendar),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", Finding::NotCalendar),
        (b"\xff\xfeB\0E\0G\0I\0N\0", Finding::NotText),
        (b"BEGIN:VCALENDAR\r\nSUMMARY:\xb9\xe6\xea", Finding::NotText),
        ("BEGIN:VCALENDA\u{158}".as_bytes(), Finding::NotCalendar),
        ("ąąąąąąąąąąąąąąąąąą".as_bytes(), Finding::NotCalendar),
        (million.as_bytes(), Finding::TooManyLines),
    ] {
        assert_eq!(parse(bytes).err(), Some(finding));
    }
    let event = "BEGIN:VEVENT\nUID:1\nDTSTART:20261205\nEND:VEVENT\n";
    let at_most = format!("BEGIN:VCALENDAR\n{}", event.repeat(MAX_EVENTS));
    assert_eq!(parse(at_most.as_bytes()).unwrap().events.len(), MAX_EVENTS);
    let too_many = format!("BEGIN:VCALENDAR\n{}", event.repeat(MAX_EVENTS + 1));
    assert_eq!(parse(too_many.as_bytes()).err(), Some(Finding::TooManyEvents));
    // As deep as it may be long.
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(MAX_LINES - 1));
    assert_eq!(parse(deep.as_bytes()).unwrap().events.len(), 0);
    let ends = format!("BEGIN:VCALENDAR\n{}", "END:VEVENT\n".repeat(MAX_LINES - 1));
    assert_eq!(parse(ends.as_bytes()).unwrap().events.len(), 0);
    let one_line = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:{}", "\\,;:\"=".repeat(300_000));
    assert_eq!(parse(one_line.as_bytes()).unwrap().events.len(), 0);
    let with_mark = "\u{feff}\r\nbegin:vcalendar\r\nbegin:vevent\r\nuid:1\r\ndtstart:20261205\r\nend:vevent\r\n";
    assert_eq!(parse(with_mark.as_bytes()).unwrap().events.len(), 1);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
