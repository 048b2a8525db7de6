//! Events of several: proposed and decided on at the desk, organised together, and read from others' calendars.

use std::sync::{Arc, Mutex};

use axum::http::{StatusCode, header};
use chrono::Duration;
use kernel::access::Role;
use serde_json::{Value, json};

use super::Town;
use crate::support::{DEBNO, PIXEL, Who, each, moment};

const PROPOSE: &str = "mutation($id: ID, $entry: ID, $f: EntryFieldsInput!, $at: ID, $p: [NewPictureInput!]! = []) { submissionSave(input: { id: $id, entry: $entry, kind: EVENT, institution: $at, fields: $f, newPictures: $p, submit: true }) { submission { id status } errors { code field message } } }";
const APPROVE: &str = "mutation($id: ID!) { submissionApprove(input: { id: $id }) { submission { status entry { id } } errors { code field message } } }";
const UNDO: &str =
    "mutation($id: ID!) { submissionUndo(input: { id: $id }) { submission { status } errors { code } } }";
const SHOWN: &str =
    "query($id: ID!) { event(id: $id) { title pictures { url alt } history { id changes { name before after } } } }";

#[tokio::test]
async fn a_proposal_keeps_its_picture_while_it_waits_and_goes_through_the_desk() {
    let town = Town::new().await;
    let school = town.app.institution(DEBNO, "sp2").await;
    let teacher = town.app.person(DEBNO, "nauczyciel@poczta.example", Some(Role::Contributor), Some(school)).await;
    let fields = town.fields(json!({ "title": "Wieczór gier", "recurrence": "FREQ=WEEKLY;COUNT=20" }));
    let pictures = json!([{ "dataBase64": PIXEL, "alt": "Plansza i pionki" }]);
    let sent = town.ask(&teacher, PROPOSE, json!({ "f": fields, "at": town.ids[0], "p": pictures })).await;
    let id = sent["submissionSave"]["submission"]["id"].clone();
    assert_eq!(sent["submissionSave"]["submission"]["status"], "WAITING");
    let found = "{ events(query: \"wieczór gier\") { totalCount } }";
    assert_eq!(town.app.data(DEBNO, found).await["events"]["totalCount"], 0);
    // What nothing shows is forgotten after two days; this is shown to who decides.
    for _ in 0..4 {
        town.app.clock.advance(Duration::days(1));
        town.app.work(DEBNO).await;
    }
    let waits = "query($id: ID!) { submission(id: $id) { status pictures { url alt } } }";
    let waits = town.ask(&town.school, waits, json!({ "id": id })).await;
    assert_eq!(each(&waits["submission"]["pictures"], "alt"), ["Plansza i pionki"]);
    let url = waits["submission"]["pictures"][0]["url"].as_str().unwrap();
    assert_eq!(town.app.get(DEBNO, url).await.status, StatusCode::OK);
    let review = format!("/pulpit/kolejka/{}", id.as_str().unwrap());
    assert!(town.app.get_as(DEBNO, &town.school, &review).await.body.contains("Plansza i pionki"));

    let done = town.ask(&town.school, APPROVE, json!({ "id": id })).await;
    let event = done["submissionApprove"]["submission"]["entry"]["id"].clone();
    assert_eq!(town.app.data(DEBNO, found).await["events"]["totalCount"], 1, "at once");
    let shown = town.ask(&town.school, SHOWN, json!({ "id": event })).await;
    assert_eq!(each(&shown["event"]["pictures"], "alt"), ["Plansza i pionki"]);
    assert!(town.app.last_mail(DEBNO, "nauczyciel@poczta.example").await.text.contains("Wieczór gier"));

    let undone = town.ask(&town.school, UNDO, json!({ "id": id })).await;
    assert_eq!(undone["submissionUndo"]["submission"]["status"], "WAITING");
    assert_eq!(town.app.data(DEBNO, found).await["events"]["totalCount"], 0);
    assert_eq!(town.app.get(DEBNO, url).await.status, StatusCode::OK, "the picture waits with it");
    let again = town.ask(&town.school, APPROVE, json!({ "id": id })).await;
    let event = again["submissionApprove"]["submission"]["entry"]["id"].clone();

    // Its people change it, look back, and bring it back.
    town.app.clock.advance(Duration::minutes(1));
    let ids = "query($id: ID!) { entry(id: $id) { fields { name value } } }";
    let told = town.ask(&town.school, ids, json!({ "id": event })).await;
    let told = told["entry"]["fields"].as_array().unwrap();
    let kept = told.iter().find(|field| field["name"] == "pictures").unwrap()["value"].clone();
    town.app
        .change(
            DEBNO,
            &town.school,
            event.as_str().unwrap(),
            town.fields(json!({ "title": "Noc gier", "pictures": kept })),
        )
        .await;
    let shown = town.ask(&town.school, SHOWN, json!({ "id": event })).await;
    let history = shown["event"]["history"].as_array().unwrap();
    let changes = history[0]["changes"].as_array().unwrap();
    let title = changes.iter().find(|change| change["name"] == "title").unwrap();
    assert_eq!((&title["before"], &title["after"]), (&json!("Wieczór gier"), &json!("Noc gier")));
    town.app.clock.advance(Duration::minutes(1));
    let revert = "mutation($id: ID!, $to: ID!) { entryRevert(input: { id: $id, revision: $to }) { entry { title } errors { code } } }";
    let back = town.ask(&town.school, revert, json!({ "id": event, "to": history[0]["id"] })).await;
    assert!(["Wieczór gier", "Noc gier"].contains(&back["entryRevert"]["entry"]["title"].as_str().unwrap()));
    let shown = town.ask(&Who::nobody(), SHOWN, json!({ "id": event })).await;
    assert_eq!(
        (each(&shown["event"]["pictures"], "alt"), &shown["event"]["history"]),
        (vec!["Plansza i pionki"], &Value::Null)
    );
}

#[tokio::test]
async fn an_event_of_two_institutions_is_theirs_both() {
    let town = Town::new().await;
    let german = json!({ "title": "Konkurs niemiecki", "interests": "german", "levels": "primary_4_8", "minAge": "12", "maxAge": "14", "description": "Test." });
    let event = town.event(german).await;
    let mut other = town.fields(json!({ "title": "Deutsch macht Spaß", "interests": "german", "minAge": "11", "maxAge": "15", "starts": "2026-10-17T10:00", "ends": "2026-10-17T12:00" }));
    other["institution"] = json!(town.ids[1]);
    // While it is drafted, and when it is there, the other one is shown.
    let draft = json!({ "f": other });
    let similar = "query($f: EntryFieldsInput!) { similarEntries(kind: EVENT, fields: $f) { id title } }";
    let found = town.ask(&town.library, similar, draft).await;
    assert_eq!(each(&found["similarEntries"], "title"), ["Konkurs niemiecki"]);
    let twin = town.app.publish(DEBNO, &town.library, "EVENT", other.clone()).await;
    let found = town
        .ask(&town.library, "query($id: ID!) { event(id: $id) { similar { title } } }", json!({ "id": twin }))
        .await;
    assert_eq!(each(&found["event"]["similar"], "title"), ["Konkurs niemiecki"]);
    let overlaps = "{ eventOverlaps { events { title } } }";
    let seen = town.ask(&town.editor, overlaps, json!({})).await;
    let mut titles = each(&seen["eventOverlaps"][0]["events"], "title");
    titles.sort_unstable();
    assert_eq!(titles, ["Deutsch macht Spaß", "Konkurs niemiecki"]);
    assert_eq!(town.app.refused_as(DEBNO, &town.school, overlaps, &json!({})).await, "FORBIDDEN");

    // One writes to the other, and is asked in.
    let write = "mutation($e: ID!, $at: ID!) { eventMessage(input: { event: $e, institution: $at, message: \"Zróbmy to razem!\" }) { sent errors { code } } }";
    town.ask(&town.library, write, json!({ "e": event, "at": town.ids[1] })).await;
    town.app.work(DEBNO).await;
    let mail = town.app.last_mail(DEBNO, "szkola@poczta.example").await;
    assert!(mail.text.contains("Zróbmy to razem!") && mail.text.contains("Biblioteka Miejska"), "{}", mail.text);
    assert!(!mail.text.contains("biblioteka@poczta.example"), "no address is shown: {}", mail.text);
    assert_eq!(
        town.app
            .refused_as(
                DEBNO,
                &town.citizen("ola@poczta.example").await,
                write,
                &json!({ "e": event, "at": town.ids[1] })
            )
            .await,
        "FORBIDDEN"
    );
    let invite = "mutation($e: ID!, $at: ID!) { eventInvite(input: { event: $e, institution: $at, message: \"Chodźcie!\" }) { invitation { id state } errors { code } } }";
    let made = town.ask(&town.school, invite, json!({ "e": event, "at": town.ids[1] })).await;
    let invitation = made["eventInvite"]["invitation"]["id"].clone();
    let change =
        json!({ "input": { "id": event, "fields": town.fields(json!({ "title": "Wspólny konkurs niemiecki" })) } });
    let save = "mutation($input: EntrySaveInput!) { entrySave(input: $input) { entry { id } errors { code } } }";
    assert_eq!(town.app.refused_as(DEBNO, &town.library, save, &change).await, "FORBIDDEN", "not yet theirs");
    let answer = "mutation($id: ID!) { eventInvitationAnswer(input: { id: $id, accept: true }) { invitation { state } errors { code } } }";
    assert_eq!(town.app.refused_as(DEBNO, &town.school, answer, &json!({ "id": invitation })).await, "FORBIDDEN");
    let waiting = town.ask(&town.library, "{ viewer { eventInvitations { id } } }", json!({})).await;
    assert_eq!(waiting["viewer"]["eventInvitations"][0]["id"], invitation);
    town.ask(&town.library, answer, json!({ "id": invitation })).await;
    assert_eq!(
        town.app.refused_as(DEBNO, &town.library, answer, &json!({ "id": invitation })).await,
        "ALREADY_ANSWERED"
    );

    town.ask(&town.library, save, change).await;
    let told = town.app.data(DEBNO, &format!("{{ event(id: \"{event}\") {{ title url organisers {{ name }} }} institution(id: \"{}\") {{ events {{ nodes {{ title }} }} }} }}", town.ids[1])).await;
    assert_eq!(told["event"]["title"], "Wspólny konkurs niemiecki");
    assert_eq!(each(&told["event"]["organisers"], "name"), ["Szkoła Podstawowa nr 2", "Biblioteka Miejska"]);
    assert!(each(&told["institution"]["events"]["nodes"], "title").contains(&"Wspólny konkurs niemiecki"));
    let page = town.app.get(DEBNO, told["event"]["url"].as_str().unwrap()).await;
    assert!(page.body.contains("Szkoła Podstawowa nr 2") && page.body.contains("Biblioteka Miejska"));
    let leave = "mutation($e: ID!, $at: ID!) { eventLeave(input: { event: $e, institution: $at }) { event { organisers { name } } errors { code } } }";
    let left = town.ask(&town.library, leave, json!({ "e": event, "at": town.ids[1] })).await;
    assert_eq!(each(&left["eventLeave"]["event"]["organisers"], "name"), ["Szkoła Podstawowa nr 2"]);
}

/// A server of a calendar that tests change.
async fn served(calendar: Arc<Mutex<String>>) -> String {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let answer = move || {
        let text = calendar.lock().unwrap().clone();
        async move { ([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text) }
    };
    let router = axum::Router::new().route("/terminy.ics", axum::routing::get(answer));
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}/terminy.ics")
}

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sp2//PL\r\n{events}END:VCALENDAR\r\n")
}

fn vevent(uid: &str, title: &str, more: &str) -> String {
    format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260901T080000Z\r\nSUMMARY:{title}\r\n{more}END:VEVENT\r\n")
}

#[tokio::test]
async fn an_institution_s_own_calendar_is_followed_within_bounds() {
    let town = Town::new().await;
    let weekly = "DTSTART;TZID=Europe/Warsaw:20261010T100000\r\nDTEND;TZID=Europe/Warsaw:20261010T120000\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\nEXDATE;TZID=Europe/Warsaw:20261024T100000\r\n";
    let foreign = "DTSTART;TZID=America/New_York:20261012T100000\r\nDTEND;TZID=America/New_York:20261012T113000\r\n";
    let good =
        calendar(&[vevent("1@sp2", "Zajęcia na basenie", weekly), vevent("2@sp2", "Wideorozmowa", foreign)].concat());
    let text = Arc::new(Mutex::new(good.clone()));
    let url = served(text.clone()).await;
    let save = "mutation($at: ID!, $url: String!) { calendarSourceSave(input: { institution: $at, url: $url }) { calendarSource { id lastReport { error created } } errors { code field message } } }";
    let made = town.ask(&town.school, save, json!({ "at": town.ids[0], "url": url })).await;
    let made = &made["calendarSourceSave"]["calendarSource"];
    assert_eq!(made["lastReport"], json!({ "error": null, "created": 2 }), "it is read at once");
    let id = made["id"].clone();
    let refresh = "mutation($id: ID!) { calendarSourceRefresh(input: { id: $id }) { calendarSource { eventCount lastReport { error created updated unchanged withdrawn rejected problems { message } } } } }";
    let read = async || {
        town.app.clock.advance(Duration::minutes(20));
        let read = town.ask(&town.school, refresh, json!({ "id": id })).await;
        town.app.settle(DEBNO).await;
        read["calendarSourceRefresh"]["calendarSource"]["lastReport"].clone()
    };
    let events = "{ events { totalCount nodes { title institution { name } occurrences { startsAt } } } }";
    let seen = async || town.app.data(DEBNO, events).await["events"].take();

    let all = seen().await;
    assert_eq!(each(&all["nodes"], "title"), ["Zajęcia na basenie", "Wideorozmowa"]);
    assert_eq!(all["nodes"][0]["institution"]["name"], "Szkoła Podstawowa nr 2");
    let starts: Vec<_> = all["nodes"][0]["occurrences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| moment(&one["startsAt"]).to_rfc3339())
        .collect();
    assert_eq!(
        starts,
        [
            "2026-10-10T08:00:00+00:00",
            "2026-10-17T08:00:00+00:00",
            "2026-10-31T09:00:00+00:00",
            "2026-11-07T09:00:00+00:00"
        ]
    );
    assert_eq!(
        moment(&all["nodes"][1]["occurrences"][0]["startsAt"]).to_rfc3339(),
        "2026-10-12T14:00:00+00:00",
        "the moment is the same everywhere"
    );
    let report = read().await;
    assert_eq!((&report["created"], &report["updated"]), (&json!(0), &json!(0)), "{report}");

    // What is changed there changes here; what is gone there goes here.
    *text.lock().unwrap() = calendar(&vevent("1@sp2", "Basen", weekly));
    let report = read().await;
    assert_eq!((&report["updated"], &report["withdrawn"]), (&json!(1), &json!(1)), "{report}");
    assert_eq!(each(&seen().await["nodes"], "title"), ["Basen"]);

    // And what is too much, or no calendar, changes nothing and is said.
    let endless = vevent("3@sp2", "Bez końca", "DTSTART:20261010T100000Z\r\nRRULE:FREQ=SECONDLY\r\n");
    for bad in [
        calendar(&"X-NIC:nic\r\n".repeat(1_000_000)),
        "\n".repeat(1_000_000),
        "BEGIN:VEVENT\r\n".repeat(100_000),
        "<html>Nie znaleziono</html>".to_owned(),
        calendar(&vevent("1@sp2", "x", &format!("DESCRIPTION:{}\r\n", "a".repeat(3_000_000)))),
    ] {
        *text.lock().unwrap() = bad;
        let report = read().await;
        assert!(report["error"].as_str().is_some_and(|error| !error.is_empty() && error.len() < 500), "{report}");
        assert_eq!(each(&seen().await["nodes"], "title"), ["Basen"]);
    }
    *text.lock().unwrap() = calendar(&[vevent("1@sp2", "Basen", weekly), endless].concat());
    let report = read().await;
    let problems = report["problems"].as_array().unwrap();
    assert!(
        report["rejected"] == 1 && problems.len() == 1 && problems[0]["message"].as_str().unwrap().len() > 5,
        "{report}"
    );
    assert_eq!(each(&seen().await["nodes"], "title"), ["Basen"]);
}

#[tokio::test]
async fn calendars_of_others_are_not_read_from_inside() {
    let town = Town::new().await;
    let save = "mutation($at: ID!, $url: String!) { calendarSourceSave(input: { institution: $at, url: $url }) { calendarSource { id } errors { code field message } } }";
    for (url, code) in [
        ("http://10.0.0.1/kalendarz.ics", "URL_INTERNAL"),
        ("http://167772161/kalendarz.ics", "URL_INTERNAL"),
        ("http://[fd00::1]/kalendarz.ics", "URL_INTERNAL"),
        ("http://[::ffff:10.0.0.1]/kalendarz.ics", "URL_INTERNAL"),
        ("http://169.254.169.254/latest/meta-data/", "URL_INTERNAL"),
        ("file:///etc/passwd", "URL_WRONG"),
        ("gopher://sp2.example/", "URL_WRONG"),
        ("nic", "URL_WRONG"),
    ] {
        let variables = json!({ "at": town.ids[0], "url": url });
        assert_eq!(town.app.refused_as(DEBNO, &town.school, save, &variables).await, code, "{url}");
    }
    let good = json!({ "at": town.ids[0], "url": "http://127.0.0.1:9/terminy.ics" });
    assert_eq!(town.app.refused_as(DEBNO, &town.library, save, &good).await, "FORBIDDEN");
    town.ask(&town.school, save, good).await;
    let list = "query($at: ID!) { calendarSources(institution: $at) { url } }";
    let sources = town.ask(&town.school, list, json!({ "at": town.ids[0] })).await;
    assert_eq!(each(&sources["calendarSources"], "url"), ["http://127.0.0.1:9/terminy.ics"]);
}
