//! Events that come from institutions' own calendars.

use chrono::Duration;
use kernel::{access::Role, scope::Actor};
use serde_json::{Value, json};

use crate::support::{Server, Somebody, World, errors};

const SOURCE: &str = "calendarSource { id url eventCount nextAt lastReport { isUnchanged error created updated unchanged withdrawn rejected notes { uid title event message } problems { uid title event message } } } errors { code field message }";
const CHOIR: &str = "UID:choir\nSUMMARY:Chór\nDTSTART;TZID=Europe/Warsaw:20261205T160000\nDTEND;TZID=Europe/Warsaw:20261205T170000\nLOCATION:Aula";
const CHESS: &str = "UID:chess\nSUMMARY:Szachy\nDTSTART;TZID=Europe/Warsaw:20261201T160000\nRRULE:FREQ=WEEKLY;COUNT=3\nCATEGORIES:Gry,Zajęcia";

async fn add(world: &World, who: &Somebody, url: &str) -> Value {
    let input = json!({ "institution": world.school.global(), "url": url });
    world.run(&who.actor, "calendarSourceSave", input, SOURCE).await
}

async fn refresh(world: &World, who: &Somebody, id: &Value) -> Value {
    let selection = SOURCE.split(" errors").next().unwrap();
    let payload = world.run(&who.actor, "calendarSourceRefresh", json!({ "id": id }), selection).await;
    assert!(payload["fault"].is_null(), "{payload}");
    payload["calendarSource"]["lastReport"].clone()
}

/// Created, updated, unchanged, withdrawn, rejected.
fn counts(report: &Value) -> [i64; 5] {
    ["created", "updated", "unchanged", "withdrawn", "rejected"].map(|name| report[name].as_i64().unwrap())
}

/// The school's public events by title, with their ids.
async fn public(world: &World) -> Vec<(String, String)> {
    let query = format!(
        "{{ institution(id: \"{}\") {{ events(first: 100) {{ nodes {{ id title }} }} }} }}",
        world.school.global()
    );
    let told = world.ask(&Actor::Anonymous, &query).await;
    let nodes = told["institution"]["events"]["nodes"].as_array().unwrap().iter();
    let mut all: Vec<_> = nodes
        .map(|node| (node["title"].as_str().unwrap().to_owned(), node["id"].as_str().unwrap().to_owned()))
        .collect();
    all.sort();
    all
}

async fn titles(world: &World) -> Vec<String> {
    public(world).await.into_iter().map(|(title, _)| title).collect()
}

#[tokio::test]
async fn events_follow_their_calendar() {
    let world = World::open().await;
    let marek = world.manager("marek", world.school).await;
    let server = Server::start();
    server.tells(&[CHOIR, CHESS, "UID:old\nSUMMARY:Dawno\nDTSTART:20200101T100000Z"]);
    let saved = add(&world, &marek, &server.url).await;
    let source = &saved["calendarSource"];
    assert_eq!(counts(&source["lastReport"]), [2, 0, 0, 0, 0], "{saved}");
    assert_eq!((&source["url"], &source["eventCount"]), (&json!(server.url), &json!(2)));
    assert!(source["lastReport"]["notes"][0]["message"].as_str().unwrap().starts_with("1 event"), "{saved}");
    assert_eq!(titles(&world).await, ["Chór", "Szachy"]);
    let all = public(&world).await;
    let choir = all[0].1.clone();
    let told = world.told(&choir).await;
    assert_eq!((told["venue"].as_str(), told["ends"].as_str()), ("Aula", "2026-12-05T17:00"));
    assert_eq!(told["institution"], world.school.global());
    let chess = world.told(&all[1].1).await;
    assert_eq!((chess["recurrence"].as_str(), chess["tags"].as_str()), ("FREQ=WEEKLY;COUNT=3", "Gry|Zajęcia"));

    let id = source["id"].clone();
    assert_eq!(counts(&refresh(&world, &marek, &id).await), [0, 0, 2, 0, 0]);
    let later = CHOIR.replace("T160000", "T180000").replace("T170000", "T190000");
    server.tells(&[&later, CHESS]);
    assert_eq!(counts(&refresh(&world, &marek, &id).await), [0, 1, 1, 0, 0]);
    assert_eq!(world.told(&choir).await["starts"], "2026-12-05T18:00");

    // It vanishes, comes back, is called off, and is on again.
    server.tells(&[CHESS]);
    assert_eq!(counts(&refresh(&world, &marek, &id).await), [0, 0, 1, 1, 0]);
    assert_eq!(titles(&world).await, ["Szachy"]);
    server.tells(&[&later, CHESS]);
    assert_eq!(counts(&refresh(&world, &marek, &id).await), [0, 1, 1, 0, 0]);
    assert_eq!(public(&world).await[0].1, choir, "the same event");
    server.tells(&[&format!("{later}\nSTATUS:CANCELLED"), CHESS]);
    assert_eq!(counts(&refresh(&world, &marek, &id).await), [0, 0, 1, 1, 0]);
    assert_eq!(titles(&world).await, ["Szachy"]);
    server.tells(&[&later, CHESS]);
    assert_eq!(counts(&refresh(&world, &marek, &id).await), [0, 1, 1, 0, 0]);
    // What the desk put away stays away.
    world.set_state(&choir, events::State::Archived).await;
    assert_eq!(counts(&refresh(&world, &marek, &id).await), [0, 0, 2, 0, 0]);
    assert_eq!(titles(&world).await, ["Szachy"]);
    // What is over stays as it was.
    world.wait(Duration::days(60));
    server.tells(&[]);
    assert_eq!(counts(&refresh(&world, &marek, &id).await), [0, 0, 0, 0, 0]);
}

#[tokio::test]
async fn what_the_desk_changed_is_kept_and_that_is_said() {
    let world = World::open().await;
    let marek = world.manager("marek", world.school).await;
    let server = Server::start();
    server.tells(&[CHOIR]);
    let id = add(&world, &marek, &server.url).await["calendarSource"]["id"].clone();
    let choir = public(&world).await[0].1.clone();
    world
        .change(
            &choir,
            &[("title", "Chór dziecięcy"), ("interests", "early_music"), ("audience", "pupils"), ("price", "0")],
        )
        .await;
    let moved = CHOIR.replace("20261205", "20261206").replace("LOCATION:Aula", "LOCATION:Sala 5");
    server.tells(&[&moved]);
    let report = refresh(&world, &marek, &id).await;
    assert_eq!((counts(&report), &report["notes"]), ([0, 1, 0, 0, 0], &json!([])), "the calendar's title is as it was");
    let told = world.told(&choir).await;
    for (column, value) in [
        ("title", "Chór dziecięcy"),
        ("interests", "early_music"),
        ("audience", "pupils"),
        ("starts", "2026-12-06T16:00"),
        ("venue", "Sala 5"),
    ] {
        assert_eq!(told.get(column).map(String::as_str), Some(value), "{column}");
    }
    server.tells(&[&moved.replace("SUMMARY:Chór", "SUMMARY:Chór mieszany")]);
    let report = refresh(&world, &marek, &id).await;
    assert_eq!(counts(&report), [0, 0, 1, 0, 0]);
    assert_eq!(report["notes"][0]["event"], choir);
    assert!(report["notes"][0]["message"].as_str().unwrap().contains("(title)"), "{report}");
    assert_eq!(world.told(&choir).await["title"], "Chór dziecięcy");
    let id = events::EventId::parse(&choir).unwrap();
    let history = kernel::history::of(&world.system(), events::ENTITY, id.0, 10).await.unwrap();
    let actions: Vec<_> = history.iter().map(|one| one.action.as_str()).collect();
    assert_eq!(actions, ["import", "update", "import"]);
}

#[tokio::test]
async fn events_that_cannot_be_taken_are_told_one_by_one() {
    let world = World::open().await;
    let marek = world.manager("marek", world.school).await;
    let server = Server::start();
    let title = "ą".repeat(5000);
    server.tells(&[
        CHOIR,
        "UID:a\nSUMMARY:Wstecz\nDTSTART:20261205T160000\nDTEND:20261205T150000",
        "UID:b\nDTSTART:20261205T160000",
        &format!("UID:c\nSUMMARY:{title}\nDTSTART:20261205T160000"),
        "UID:d\nSUMMARY:Tokio\nDTSTART;TZID=Asia/Tokyo:20261205T160000\nRRULE:FREQ=DAILY",
        "UID:e\nSUMMARY:Bez końca\nDTSTART:20261205T160000\nRRULE:FREQ=DAILY",
        "UID:f\nSUMMARY:Długie\nDTSTART:20261205T160000\nDTEND:20271205T160000",
    ]);
    let saved = add(&world, &marek, &server.url).await;
    let report = &saved["calendarSource"]["lastReport"];
    assert_eq!(counts(report), [2, 0, 0, 0, 5], "{report}");
    let problems = report["problems"].as_array().unwrap();
    let mut uids: Vec<_> = problems.iter().map(|problem| problem["uid"].as_str().unwrap()).collect();
    uids.sort_unstable();
    assert_eq!(uids, ["a", "b", "c", "d", "f"]);
    for problem in problems {
        let message = problem["message"].as_str().unwrap();
        assert!(
            !message.starts_with("refusal") && !message.starts_with("events-") && !message.contains('{'),
            "{message}"
        );
        assert!(problem["title"].as_str().is_none_or(|title| title.chars().count() <= 80));
    }
    assert_eq!(titles(&world).await, ["Bez końca", "Chór"]);
    assert!(report["notes"][0]["message"].as_str().unwrap().contains("2027-12-31"), "{report}");
    // One that cannot be read any more is not gone for that.
    server.tells(&["UID:choir\nSUMMARY:Chór\nDTSTART:kiedyś"]);
    let report = refresh(&world, &marek, &saved["calendarSource"]["id"]).await;
    assert_eq!(counts(&report), [0, 0, 0, 1, 1]);
    assert_eq!(titles(&world).await, ["Chór"]);
}

#[tokio::test]
async fn calendars_are_read_on_a_schedule_and_left_alone_for_longer_if_they_fail() {
    let world = World::open().await;
    let marek = world.manager("marek", world.school).await;
    let server = Server::start();
    let body = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{CHOIR}\nEND:VEVENT\nEND:VCALENDAR\n");
    server.says("200 OK", &["ETag: \"1\""], &body);
    let id = add(&world, &marek, &server.url).await["calendarSource"]["id"].clone();
    let asked = || server.asked.lock().unwrap().len();
    assert_eq!(asked(), 1);
    world.job("events.calendars").await;
    assert_eq!(asked(), 1, "not due yet");
    server.says("304 Not Modified", &[], "");
    world.wait(Duration::minutes(61));
    let runs = (0..4).map(|_| world.job("events.calendars"));
    futures_util::future::join_all(runs).await;
    assert_eq!(asked(), 2, "by one server only");
    assert!(server.asked.lock().unwrap()[1].contains("if-none-match: \"1\""));
    let list = format!(
        "{{ calendarSources(institution: \"{}\") {{ nextAt lastReport {{ isUnchanged error created }} }} }}",
        world.school.global()
    );
    let report = async || world.ask(&marek.actor, &list).await["calendarSources"][0].clone();
    assert_eq!(report().await["lastReport"], json!({ "isUnchanged": true, "error": null, "created": 1 }));
    assert_eq!(titles(&world).await, ["Chór"]);

    let mut pauses = Vec::new();
    for (status, body) in [("500 Oops", ""), ("200 OK", "<html>"), ("404 Not Found", "")] {
        server.says(status, &[], body);
        let next: chrono::DateTime<chrono::Utc> = report().await["nextAt"].as_str().unwrap().parse().unwrap();
        world.wait(next - world.system().now() + Duration::seconds(1));
        world.job("events.calendars").await;
        let told = report().await;
        let next: chrono::DateTime<chrono::Utc> = told["nextAt"].as_str().unwrap().parse().unwrap();
        pauses.push((next - world.system().now()).num_hours());
        assert!(told["lastReport"]["error"].as_str().unwrap().len() > 20, "{told}");
    }
    assert_eq!(pauses, [2, 4, 8]);
    assert_eq!(titles(&world).await, ["Chór"], "nothing is taken for gone");
    server.says("200 OK", &[], &format!("BEGIN:VCALENDAR\n{}", "A\n".repeat(1_000_000)));
    let report = refresh(&world, &marek, &id).await;
    assert!(report["error"].as_str().unwrap().contains("50000 lines"), "{report}");
    server.says("302 Found", &["Location: http://169.254.169.254/latest/meta-data/"], "");
    let report = refresh(&world, &marek, &id).await;
    assert!(report["error"].as_str().unwrap().contains("internal network"), "{report}");
}

#[tokio::test]
async fn managers_keep_their_institution_s_calendars() {
    let world = World::open().await;
    let marek = world.manager("marek", world.school).await;
    let lidia = world.manager("lidia", world.library).await;
    let klara = world.somebody("klara", Some((Role::Contributor, Some(world.school)))).await;
    let anna = world.somebody("anna", None).await;
    let server = Server::start();
    server.tells(&[CHOIR, CHESS]);
    for (url, expected) in [
        ("kalendarz", "URL_WRONG url"),
        ("ftp://szkola.example/a.ics", "URL_WRONG url"),
        ("https://ja:haslo@szkola.example/a.ics", "URL_WRONG url"),
        ("https://szkola.example:8443/a.ics", "URL_WRONG url"),
        ("http://10.0.0.1/a.ics", "URL_INTERNAL url"),
        ("http://169.254.169.254/latest/", "URL_INTERNAL url"),
        ("webcal://[::ffff:192.168.0.1]/a.ics", "URL_INTERNAL url"),
    ] {
        assert_eq!(errors(&add(&world, &marek, url).await), [expected], "{url}");
    }
    for (who, code) in [(&lidia, "FORBIDDEN"), (&klara, "FORBIDDEN"), (&anna, "FORBIDDEN")] {
        assert_eq!(add(&world, who, &server.url).await["fault"], code);
    }
    let saved = add(&world, &marek, &server.url).await;
    let id = saved["calendarSource"]["id"].clone();
    assert_eq!(errors(&add(&world, &marek, &server.url).await), ["SOURCE_KNOWN url"]);
    let list = format!("{{ calendarSources(institution: \"{}\") {{ id url }} }}", world.school.global());
    assert_eq!(world.ask(&marek.actor, &list).await["calendarSources"][0]["url"], server.url);
    for (who, code) in [(&Actor::Anonymous, "UNAUTHENTICATED"), (&anna.actor, "FORBIDDEN"), (&lidia.actor, "FORBIDDEN")]
    {
        assert_eq!(world.fault(who, &list).await, code);
    }
    let touch = async |who: &Actor, mutation: &str| {
        let selection = if mutation == "calendarSourceRemove" { "removed" } else { "calendarSource { id }" };
        world.run(who, mutation, json!({ "id": id }), selection).await["fault"].clone()
    };
    for mutation in ["calendarSourceRefresh", "calendarSourceRemove"] {
        assert_eq!(touch(&Actor::Anonymous, mutation).await, "UNAUTHENTICATED");
        assert_eq!(touch(&anna.actor, mutation).await, "NOT_FOUND");
        assert_eq!(touch(&lidia.actor, mutation).await, "NOT_FOUND");
        assert_eq!(touch(&klara.actor, mutation).await, "FORBIDDEN");
    }
    let change = json!({ "id": id, "institution": world.library.global(), "url": format!("{}?x", server.url) });
    let changed = world.run(&marek.actor, "calendarSourceSave", change, SOURCE).await;
    assert_eq!(changed["calendarSource"]["id"], id, "{changed}");
    assert_eq!(counts(&changed["calendarSource"]["lastReport"]), [0, 0, 2, 0, 0], "the same events at a new address");
    let removed =
        world.run(&marek.actor, "calendarSourceRemove", json!({ "id": id, "archive": true }), "removed").await;
    assert_eq!(removed["removed"], id);
    assert!(titles(&world).await.is_empty());
    let noted = kernel::audit::newest(&world.system(), Some(&world.school.global()), None, 10).await.unwrap();
    let acts: Vec<_> = noted.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(acts, ["calendar.remove", "calendar.save", "calendar.save"]);
}
