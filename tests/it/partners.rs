//! The examples of `docs/partners.md`, run as they stand there.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use kernel::access::Role;
use serde_json::Value;

use crate::support::{DEBNO, PIXEL, TestApp, each};

const PAGE: &str = include_str!("../../docs/partners.md");

/// The fenced blocks of a language that have a name, by it.
fn blocks(language: &str) -> BTreeMap<&'static str, String> {
    let mut found = BTreeMap::new();
    let mut lines = PAGE.lines();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix(&format!("```{language} ")) {
            let block: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            assert!(found.insert(name, block.join("\n")).is_none(), "two are called {name}");
        }
    }
    found
}

#[tokio::test]
async fn the_examples_for_partners_work_as_they_stand() {
    let app = TestApp::start().await;
    app.institutions(DEBNO, "id,name,kind\nsp2,Szkoła nr 2,PRIMARY_SCHOOL\n").await;
    let school = app.institution(DEBNO, "sp2").await;
    let manager = app.person(DEBNO, "it@szkola.example", Some(Role::Manager), Some(school)).await;
    let program = app.token(DEBNO, &manager, Role::Manager, Some(school)).await;
    let (documents, variables) = (blocks("graphql"), blocks("json"));
    assert_eq!(documents.keys().collect::<Vec<_>>(), variables.keys().collect::<Vec<_>>());
    let mut made = BTreeMap::new();
    for (name, document) in &documents {
        let filled = variables[name]
            .replace("INSTITUTION_ID", &school.global())
            .replace("PICTURE_BASE64", PIXEL)
            .replace("EXPIRES", "2026-09-15T20:00:00Z");
        let variables: Value = serde_json::from_str(&filled).unwrap_or_else(|err| panic!("{name}: {err}"));
        let data = app.done_as(DEBNO, &program, document, &variables).await;
        let payload = data.as_object().unwrap().values().next().unwrap();
        let payload = payload.as_object().unwrap().iter().find(|(field, _)| *field != "errors").unwrap();
        made.insert(*name, payload.1.clone());
    }
    app.settle(DEBNO).await;
    assert_eq!(made.keys().copied().collect::<Vec<_>>(), ["alert", "article", "event"]);

    // Seen by everybody, and read back where the page says.
    let id = made["event"]["id"].as_str().unwrap();
    let event = app.data(DEBNO, &format!("{{ event(id: \"{id}\") {{ title occurrences(from: \"2027-01-01\") {{ startsAt }} pictures {{ alt url }} calendarUrl }} }}")).await;
    let event = &event["event"];
    assert_eq!(
        (event["occurrences"].as_array().unwrap().len(), each(&event["pictures"], "alt")),
        (7, vec!["Dzieci przy stole składają robota"])
    );
    for (path, title) in [
        (made["event"]["url"].as_str().unwrap(), "Otwarte warsztaty robotyki"),
        (event["calendarUrl"].as_str().unwrap(), "Otwarte warsztaty robotyki"),
        ("/feeds/events.ics", "Otwarte warsztaty robotyki"),
        ("/feeds/events.atom", "Otwarte warsztaty robotyki"),
        ("/wydarzenia", "Otwarte warsztaty robotyki"),
        (made["article"]["url"].as_str().unwrap(), "Nasza drużyna w finale wojewódzkim"),
        ("/feeds/news.atom", "Nasza drużyna w finale wojewódzkim"),
        ("/", "Nasza drużyna w finale wojewódzkim"),
        ("/feeds/alerts.cap.atom", "Porywy wiatru do 90 km/h"),
        (made["alert"]["capUrl"].as_str().unwrap(), "Porywy wiatru do 90 km/h"),
        ("/bezpieczni", "Porywy wiatru do 90 km/h"),
    ] {
        let answer = app.get(DEBNO, path).await;
        // Calendars fold their lines.
        let text = answer.body.replace("\r\n ", "");
        assert!(
            answer.status == StatusCode::OK && text.contains(title),
            "{path} ({}) does not tell: {title}",
            answer.status
        );
    }
    let of_school = app.get(DEBNO, &format!("/feeds/news.atom?institution={}", school.global())).await;
    assert!(of_school.body.contains("Nasza drużyna"));
    assert_eq!(made["alert"]["state"], "ACTIVE");
}
