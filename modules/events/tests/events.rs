//! Events from end to end: written as the desk writes them, found, listed and fed, on SQLite.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeMap;

use events::{ENTRIES, EventId};
use kernel::{
    access::Role,
    entry::State,
    feed::Feed,
    page::PageRequest,
    refusal::{Kind as _, Refused},
    scope::Actor,
};
use serde_json::json;
use support::{City, event_fields};

fn titles(list: &serde_json::Value) -> Vec<&str> {
    list["nodes"].as_array().unwrap().iter().map(|node| node["title"].as_str().unwrap()).collect()
}

fn at<'a>(feed: &str) -> &'a Feed {
    events::FEEDS.iter().find(|known| known.path == feed).unwrap()
}

async fn fed(city: &City, feed: &str, id: &str, query: &[(&str, &str)]) -> Option<String> {
    let scope = city.scope(Actor::Anonymous);
    let path: BTreeMap<_, _> = [("id".to_owned(), id.to_owned())].into();
    let query: Vec<_> = query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let request = PageRequest { scope: &scope, path: &path, query: &query };
    (at(feed).write)(&request).await.unwrap().map(|bytes| String::from_utf8(bytes).unwrap())
}

#[tokio::test]
async fn an_event_is_told_with_all_that_is_known() {
    let city = City::start().await;
    let id = city
        .event(&[
            ("description", "Gramy **w szachy**. <script>alert(1)</script>"),
            ("recurrence", "FREQ=WEEKLY;COUNT=4"),
            ("exceptions", "2026-12-12"),
            ("moved", "2026-12-19>2026-12-20T10:00"),
            ("interests", "chess"),
            ("audience", "pupils|parents"),
            ("levels", "primary_4_8"),
            ("min_age", "8"),
            ("venue", "Sala gimnastyczna"),
            ("price", "0"),
            ("sign_up", "date"),
            ("capacity", "12"),
        ])
        .await;
    let answer = city
        .data(
            &Actor::Anonymous,
            &format!(
                "{{ event(id: \"{}\") {{ title url calendarUrl descriptionHtml summary allDay startsAt endsAt timeZone recurrence
                   recurrenceLabel next {{ key label placesLeft isMoved firstDay }}
                   occurrences(first: 5) {{ key startsAt isMoved label event {{ id }} }} audience audienceLabels levels levelLabels
                   ages {{ label }} interests {{ id }} venue place {{ name address {{ label }} district {{ id }} }} online
                   price {{ isFree label }} signUp {{ mode label isOpen capacity placesLeft }} organisers {{ name }} pictures {{ url }} }} }}",
                id.global()
            ),
        )
        .await;
    let event = &answer["event"];
    assert_eq!(event["url"], format!("/wydarzenia/{}/turniej-szachowy", id.global()));
    let html = event["descriptionHtml"].as_str().unwrap();
    assert!(html.contains("<strong>w szachy</strong>") && !html.contains("<script"), "{html}");
    assert_eq!(event["recurrenceLabel"], "co tydzień, 4 razy");
    assert_eq!(
        event["next"],
        json!({ "key": "2026-12-05T15:00:00Z", "label": "sobota, 5\u{a0}grudnia 2026, 16:00–17:00", "placesLeft": 12,
                "isMoved": false, "firstDay": "2026-12-05" })
    );
    let starts: Vec<_> = event["occurrences"].as_array().unwrap().iter().map(|at| &at["startsAt"]).collect();
    assert_eq!(starts, ["2026-12-05T15:00:00+00:00", "2026-12-20T09:00:00+00:00", "2026-12-26T15:00:00+00:00"]);
    assert_eq!(event["occurrences"][1]["key"], "2026-12-19T15:00:00Z");
    assert_eq!(event["audienceLabels"], json!(["uczniowie", "rodzice"]));
    assert_eq!(event["levels"], json!(["PRIMARY_4_8"]));
    assert_eq!(
        event["place"],
        json!({ "name": "Sala gimnastyczna", "address": { "label": "Leśna 3, Dębno" }, "district": { "id": "rynek" } })
    );
    assert_eq!(event["signUp"]["mode"], "DATE");
    assert_eq!((&event["signUp"]["isOpen"], &event["signUp"]["placesLeft"]), (&json!(true), &json!(null)));
    assert_eq!(event["organisers"], json!([{ "name": "Szkoła Podstawowa nr 1" }]));
}

#[tokio::test]
async fn filters_keep_what_they_say() {
    let city = City::start().await;
    for (title, pairs) in [
        ("sobota", &[("starts", "2026-11-28T10:00"), ("price", "0"), ("audience", "everybody")][..]),
        ("niedziela", &[("starts", "2026-11-29"), ("all_day", "yes"), ("institution", "b"), ("price", "20")]),
        (
            "poniedziałek",
            &[("starts", "2026-11-30T10:00"), ("interests", "chess"), ("min_age", "10"), ("max_age", "12")],
        ),
        (
            "co tydzień",
            &[("starts", "2026-11-03T10:00"), ("recurrence", "FREQ=WEEKLY;COUNT=6"), ("audience", "teachers")],
        ),
        ("dawno", &[("starts", "2026-11-01T10:00"), ("online", "yes")]),
        ("wczoraj i jutro", &[("starts", "2026-11-26T10:00"), ("ends", "2026-11-28T10:00"), ("languages", "uk")]),
        ("przez internet", &[("starts", "2026-12-24T10:00"), ("online", "yes"), ("accessibility", "sign_language")]),
    ] {
        let mut all = vec![("title", title)];
        all.extend(pairs);
        city.event(&all).await;
    }
    let school = city.school("b").await.global();
    let of_school = format!("{{ institution: \"{school}\" }}");
    for (filter, expected) in [
        ("{}", &["wczoraj i jutro", "sobota", "niedziela", "poniedziałek", "co tydzień", "przez internet"][..]),
        ("{ weekend: true }", &["wczoraj i jutro", "sobota", "niedziela"]),
        ("{ weekend: true, from: \"2026-12-01\" }", &[]),
        ("{ free: true }", &["sobota"]),
        ("{ from: \"2026-11-30\", until: \"2026-11-30\" }", &["poniedziałek"]),
        ("{ from: \"2026-11-01\", until: \"2026-11-02\" }", &["dawno"]),
        ("{ until: \"2026-11-28\" }", &["wczoraj i jutro", "sobota"]),
        ("{ interests: [\"chess\"] }", &["poniedziałek"]),
        ("{ age: 5 }", &["wczoraj i jutro", "sobota", "niedziela", "co tydzień", "przez internet"]),
        (
            "{ audience: [PARENTS], from: \"2026-11-28\", until: \"2026-12-02\" }",
            &["wczoraj i jutro", "sobota", "niedziela", "poniedziałek"],
        ),
        (&of_school, &["niedziela"]),
        ("{ institution: \"inst_AAAAAAAAAAAAAAAAAAAAAA\" }", &[]),
        ("{ districts: [\"pogodno\"] }", &["niedziela"]),
        ("{ online: true }", &["przez internet"]),
        ("{ languages: [\"UK\"] }", &["wczoraj i jutro"]),
        ("{ accessibility: [SIGN_LANGUAGE] }", &["przez internet"]),
    ] {
        let document = format!("{{ events(filter: {filter}) {{ totalCount nodes {{ title }} }} }}");
        let answer = city.data(&Actor::Anonymous, &document).await;
        assert_eq!(titles(&answer["events"]), expected, "{filter}");
        assert_eq!(answer["events"]["totalCount"], expected.len(), "{filter}");
    }
    for bad in [
        "{ events(filter: { age: 200 }) { totalCount } }",
        "{ events(filter: { from: \"2026-12-02\", until: \"2026-12-01\" }) { totalCount } }",
        "{ events(after: \"x\") { totalCount } }",
        "{ calendar(from: \"2026-12-01\", until: \"2027-01-20\") { total } }",
        "{ calendar(from: \"2026-12-02\", until: \"2026-12-01\") { total } }",
        "{ schoolYear(from: \"2026-01-01\", until: \"2099-01-01\") { name } }",
    ] {
        assert_eq!(city.code(&Actor::Anonymous, bad).await, "BAD_USER_INPUT", "{bad}");
    }
}

#[tokio::test]
async fn lists_go_on_where_a_page_ended_and_words_are_found() {
    let city = City::start().await;
    for day in 1..=5 {
        let starts = format!("2026-12-0{day}T16:00");
        city.event(&[("title", &format!("Warsztaty robotyki {day}")), ("starts", &starts), ("interests", "robotics")])
            .await;
    }
    city.event(&[("title", "Koncert kolęd"), ("starts", "2026-12-03T18:00")]).await;
    for query in ["", ", query: \"robotyka\""] {
        let mut seen = Vec::new();
        let mut after = String::new();
        loop {
            let document = format!(
                "{{ events(first: 2{query}{after}) {{ nodes {{ title }} totalCount pageInfo {{ hasNextPage endCursor }} edges {{ highlights {{ field }} occurrence {{ startsAt }} }} }} }}"
            );
            let answer = city.data(&Actor::Anonymous, &document).await;
            seen.extend(titles(&answer["events"]).into_iter().map(str::to_owned));
            let page = &answer["events"]["pageInfo"];
            if page["hasNextPage"] == json!(false) {
                break;
            }
            after = format!(", after: {}", page["endCursor"]);
        }
        let expected = if query.is_empty() { 6 } else { 5 };
        assert_eq!(seen.len(), expected, "{query} {seen:?}");
        let unique: std::collections::HashSet<_> = seen.iter().collect();
        assert_eq!(unique.len(), expected);
    }
    let document = "{ events(query: \"koncert\") { nodes { title } edges { highlights { field } } } }";
    let answer = city.data(&Actor::Anonymous, document).await;
    assert_eq!(titles(&answer["events"]), ["Koncert kolęd"]);
    assert_eq!(answer["events"]["edges"][0]["highlights"][0]["field"], "title");
    // What is over is not found.
    city.clock.set("2027-01-15T10:00:00Z");
    let answer = city.data(&Actor::Anonymous, document).await;
    assert!(titles(&answer["events"]).is_empty());
}

#[tokio::test]
async fn what_is_near_is_measured() {
    let city = City::start().await;
    city.event(&[("title", "u pierwszej")]).await;
    city.event(&[("title", "u drugiej"), ("institution", "b"), ("starts", "2026-12-06T16:00")]).await;
    let document =
        "{ events(near: { lat: 52.74, lon: 14.69, radiusMeters: 1000 }) { nodes { title } edges { distanceMeters } } }";
    let answer = city.data(&Actor::Anonymous, document).await;
    assert_eq!(titles(&answer["events"]), ["u pierwszej"]);
    assert_eq!(answer["events"]["edges"][0]["distanceMeters"], 0);
    let document = "{ events(near: { place: \"Polna\" }) { edges { distanceMeters } } }";
    let answer = city.data(&Actor::Anonymous, document).await;
    assert_eq!(answer["events"]["edges"][1]["distanceMeters"], 0);
}

#[tokio::test]
async fn a_calendar_has_its_days_with_the_school_year() {
    let city = City::start().await;
    city.event(&[("title", "trzy dni"), ("starts", "2026-12-23"), ("ends", "2026-12-25"), ("all_day", "yes")]).await;
    city.event(&[("title", "co tydzień"), ("starts", "2026-12-01T16:00"), ("recurrence", "FREQ=WEEKLY;COUNT=5")]).await;
    let document = "{ calendar(from: \"2026-12-21\", until: \"2026-12-31\") { total truncated
        days { date weekday isFree schoolDays { kind name isFree } occurrences { label event { title } } } } }";
    let calendar = city.data(&Actor::Anonymous, document).await["calendar"].take();
    assert_eq!((&calendar["total"], &calendar["truncated"]), (&json!(3), &json!(false)));
    let days = calendar["days"].as_array().unwrap();
    let told: Vec<_> = days.iter().map(|day| day["occurrences"].as_array().unwrap().len()).collect();
    assert_eq!(told, [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0]);
    let free: Vec<_> = days.iter().map(|day| day["isFree"].as_bool().unwrap()).collect();
    assert_eq!(free, [false, false, true, true, true, true, true, true, true, true, true]);
    assert_eq!(
        days[3]["schoolDays"],
        json!([{ "kind": "BREAK", "name": "Zimowa przerwa świąteczna", "isFree": true },
               { "kind": "HOLIDAY", "name": "Wigilia Bożego Narodzenia", "isFree": true }])
    );
    let document = "{ schoolYear(from: \"2027-02-01\", until: \"2027-02-28\") { kind name from until source } }";
    let answer = city.data(&Actor::Anonymous, document).await;
    assert_eq!(answer["schoolYear"][0]["from"], "2027-02-15");
}

#[tokio::test]
async fn schools_with_the_same_contest_find_each_other() {
    let city = City::start().await;
    let contest = |title, institution, starts| {
        [("title", title), ("institution", institution), ("starts", starts), ("interests", "chess")]
    };
    let first = city.event(&contest("Turniej szachowy klas czwartych", "a", "2026-12-05T10:00")).await;
    let second = city.event(&contest("Szachy dla czwartoklasistów", "b", "2026-12-15T10:00")).await;
    city.event(&contest("Wiosenny turniej szachowy", "b", "2027-03-15T10:00")).await;
    let document = format!("{{ event(id: \"{}\") {{ similar {{ id }} }} }}", first.global());
    let answer = city.data(&Actor::Anonymous, &document).await;
    assert_eq!(answer["event"]["similar"], json!([{ "id": second.global() }]));
    // While somebody writes it down, what is entered already is told too.
    let draft = event_fields(&contest("Turniej szachowy klas czwartych", "a", "2026-12-05T10:00"));
    let similar = (ENTRIES.similar)(&city.scope(Actor::Anonymous), &draft).await.unwrap();
    assert_eq!(similar, [first.0, second.0]);
    let overlaps = "{ eventOverlaps { events { id } interests { id } from until } }";
    assert_eq!(city.code(&Actor::Anonymous, overlaps).await, "UNAUTHENTICATED");
    let manager = city.person("Maria", Some((Role::Manager, Some(city.school("a").await)))).await;
    assert_eq!(city.code(&manager, overlaps).await, "FORBIDDEN");
    let editor = city.person("Ewa", Some((Role::Editor, None))).await;
    let answer = city.data(&editor, overlaps).await;
    assert_eq!(
        answer["eventOverlaps"],
        json!([{ "events": [{ "id": first.global() }, { "id": second.global() }], "interests": [{ "id": "chess" }],
                 "from": "2026-12-05", "until": "2026-12-15" }])
    );
}

#[tokio::test]
async fn an_event_is_put_away_shown_again_and_changed() {
    let city = City::start().await;
    let id = city.event(&[]).await;
    let own = |id: EventId| format!("{{ event(id: \"{}\") {{ title }} }}", id.global());
    let mut tx = city.system().begin().await.unwrap();
    (ENTRIES.set_state.unwrap())(&mut tx, id.0, State::Archived, Some("odwołane")).await.unwrap();
    tx.commit().await.unwrap();
    city.system().settle().await.unwrap();
    assert_eq!(city.data(&Actor::Anonymous, &own(id)).await["event"], json!(null));
    assert_eq!(city.data(&Actor::Anonymous, "{ events { totalCount } }").await["events"]["totalCount"], 0);
    assert!(fed(&city, "/feeds/event/{id}", &format!("{}.ics", id.global()), &[]).await.is_none());
    let mut tx = city.system().begin().await.unwrap();
    (ENTRIES.set_state.unwrap())(&mut tx, id.0, State::Published, None).await.unwrap();
    tx.commit().await.unwrap();
    city.update(id, &[("title", "Turniej"), ("starts", "2026-12-06T16:00")]).await;
    let row = events::service::record(&city.system(), id).await.unwrap().unwrap();
    assert_eq!((row.title.as_str(), row.sequence, row.source.as_str()), ("Turniej", 3, "desk"));
    // Words alone are no reason for calendars to take note.
    city.update(id, &[("title", "Turniej szachowy"), ("starts", "2026-12-06T16:00")]).await;
    let row = events::service::record(&city.system(), id).await.unwrap().unwrap();
    assert_eq!(row.sequence, 3);
    let entry = (ENTRIES.load)(&city.system(), vec![id.0]).await.unwrap().pop().unwrap();
    assert_eq!(entry.owners, [city.school("a").await.0]);
    assert_eq!(entry.path(), format!("/wydarzenia/{}/turniej-szachowy", id.global()));
    let of_school = (ENTRIES.of_party)(&city.system(), city.school("a").await.0).await.unwrap();
    assert_eq!(of_school.len(), 1);
}

#[tokio::test]
async fn what_is_wrong_is_told_by_the_desk_and_nothing_is_written() {
    let city = City::start().await;
    let fields = event_fields(&[
        ("institution", "nobody"),
        ("recurrence", "FREQ=SECONDLY"),
        ("pictures", "pic_AAAAAAAAAAAAAAAAAAAAAA"),
    ]);
    let system = city.system();
    let problems = (ENTRIES.check)(&system, &fields, None).await.unwrap();
    let told: Vec<_> = problems.iter().map(|problem| problem.kind.key()).collect();
    assert_eq!(told, ["refusal-event-rule-often", "refusal-field-picture", "refusal-field-institution"]);
    for problem in &problems {
        assert!(!problem.message(&system).contains("refusal-"), "{problem:?}");
    }
    let mut tx = system.begin().await.unwrap();
    assert!(matches!((ENTRIES.create)(&mut tx, &fields, "create").await, Err(Refused::Problems(_))));
    drop(tx);
    let long = "ż".repeat(5_000_000);
    let problems = (ENTRIES.check)(&city.system(), &event_fields(&[("title", &long)]), None).await.unwrap();
    assert_eq!(problems[0].kind.key(), "refusal-field-too-long");
}

#[tokio::test]
async fn institutions_tell_what_they_organise() {
    let city = City::start().await;
    city.event(&[("title", "u pierwszej")]).await;
    city.event(&[("title", "u drugiej"), ("institution", "b")]).await;
    let document = format!(
        "{{ institution(id: \"{}\") {{ events {{ totalCount nodes {{ title }} }} }} }}",
        city.school("b").await.global()
    );
    let answer = city.data(&Actor::Anonymous, &document).await;
    assert_eq!(titles(&answer["institution"]["events"]), ["u drugiej"]);
}

#[tokio::test]
async fn calendars_are_read_back() {
    let city = City::start().await;
    let id = city
        .event(&[
            ("title", "Turniej; szachy, i inne"),
            ("description", "Wiersz\n\ndrugi, z *gwiazdką*"),
            ("recurrence", "FREQ=WEEKLY;UNTIL=20270131"),
            ("exceptions", "2026-12-12"),
            ("moved", "2026-12-19>2026-12-20T10:00/2026-12-20T12:00"),
            ("interests", "chess"),
        ])
        .await;
    city.event(&[("title", "cały dzień"), ("starts", "2026-12-06"), ("all_day", "yes"), ("price", "5")]).await;
    let name = format!("{}.ics", id.global());
    let text = fed(&city, "/feeds/event/{id}", &name, &[]).await.unwrap();
    assert_eq!(fed(&city, "/feeds/event/{id}", &name, &[]).await.as_ref(), Some(&text), "the same bytes");
    assert!(text.split("\r\n").all(|line| !line.contains('\n') && line.len() <= 75), "{text}");
    for part in [
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Warsaw",
        "DTSTART;TZID=Europe/Warsaw:20261205T160000",
        "DTEND;TZID=Europe/Warsaw:20261205T170000",
        "RRULE:FREQ=WEEKLY;UNTIL=20270131T225959Z",
        "EXDATE;TZID=Europe/Warsaw:20261212T160000",
        "RECURRENCE-ID;TZID=Europe/Warsaw:20261219T160000",
        "DTSTART;TZID=Europe/Warsaw:20261220T100000",
        "SUMMARY:Turniej\\; szachy\\, i inne",
        "STATUS:CONFIRMED",
        "SEQUENCE:0",
        "DTSTAMP:20261127T",
        "LOCATION:Szkoła Podstawowa nr 1\\, Leśna 3\\, Dębno",
        "GEO:52.74;14.69",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
    let read: icalendar::Calendar = text.parse().unwrap();
    assert_eq!(read.events().count(), 2);

    for (query, expected) in [
        (&[][..], 3),
        (&[("interests", "chess")], 2),
        (&[("q", "szachy")], 2),
        (&[("free", "1")], 0),
        (&[("from", "2026-12-06"), ("until", "2026-12-06")], 1),
        (&[("weekend", "1")], 0),
    ] {
        let text = fed(&city, "/feeds/events.ics", "", query).await.unwrap();
        assert_eq!(text.matches("BEGIN:VEVENT").count(), expected, "{query:?}");
        text.parse::<icalendar::Calendar>().unwrap();
    }
    let day = fed(&city, "/feeds/events.ics", "", &[("q", "cały dzień")]).await.unwrap();
    assert!(day.contains("DTSTART;VALUE=DATE:20261206") && day.contains("DTEND;VALUE=DATE:20261207"), "{day}");
    assert!(fed(&city, "/feeds/event/{id}", "evt_x.ics", &[]).await.is_none());
    assert!(fed(&city, "/feeds/event/{id}", &id.global(), &[]).await.is_none(), "without the ending");
}

#[tokio::test]
async fn feed_readers_read_what_is_new() {
    let city = City::start().await;
    city.event(&[("title", "Starsze & <b>lepsze</b>"), ("description", "Opis <script>x</script>")]).await;
    let newer = city.event(&[("title", "Nowsze"), ("starts", "2026-12-06T16:00"), ("interests", "chess")]).await;
    let text = fed(&city, "/feeds/events.atom", "", &[]).await.unwrap();
    let feed = atom_syndication::Feed::read_from(text.as_bytes()).unwrap();
    let told: Vec<_> = feed.entries.iter().map(|entry| entry.title.value.as_str()).collect();
    assert_eq!(told, ["Nowsze", "Starsze & <b>lepsze</b>"]);
    assert_eq!(feed.entries[0].id, format!("tag:debno.tablica,2026:{}", newer.global()));
    assert_eq!(feed.updated, feed.entries[0].updated);
    let content = feed.entries[1].content.as_ref().unwrap().value.as_deref().unwrap();
    assert!(content.contains("sobota, 5\u{a0}grudnia 2026") && !content.contains("<script"), "{content}");
    let text = fed(&city, "/feeds/events.atom", "", &[("interests", "chess")]).await.unwrap();
    let feed = atom_syndication::Feed::read_from(text.as_bytes()).unwrap();
    assert_eq!(feed.entries.len(), 1);
    assert!(
        feed.links.iter().any(|link| link.href.ends_with("/feeds/events.atom?interests=chess")),
        "{:?}",
        feed.links
    );
}
