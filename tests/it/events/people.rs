//! Signing up for events, and what people take home of them.

use axum::http::StatusCode;
use chrono::Duration;
use serde_json::{Value, json};

use super::Town;
use crate::support::{DEBNO, GOLENIOW, Who, each};

const SIGN_UP: &str = "mutation($e: ID!, $o: String, $n: Int! = 1) { eventSignUp(input: { event: $e, occurrence: $o, people: $n }) { signUp { id state waitingPosition label } errors { code field message } } }";
const CANCEL: &str = "mutation($id: ID!) { eventSignUpCancel(input: { id: $id }) { signUp { state } } }";
const OWN: &str = "{ viewer { signUps { nodes { state startsAt event { title } } } } }";

#[tokio::test]
async fn places_go_round_and_whoever_waits_moves_up() {
    let town = Town::new().await;
    let event =
        town.event(json!({ "title": "Warsztaty", "signUp": "event", "capacity": "2", "waitingList": "yes" })).await;
    let (ola, jan, ewa) = (
        town.citizen("ola@poczta.example").await,
        town.citizen("jan@poczta.example").await,
        town.citizen("ewa@poczta.example").await,
    );
    let sign_up = async |who: &Who, people: u32| {
        town.ask(who, SIGN_UP, json!({ "e": event, "n": people })).await["eventSignUp"]["signUp"].take()
    };
    let olas = sign_up(&ola, 2).await;
    assert_eq!((&olas["state"], &olas["waitingPosition"]), (&json!("GOING"), &Value::Null));
    let again = town.app.refused_as(DEBNO, &ola, SIGN_UP, &json!({ "e": event, "n": 1 })).await;
    assert_eq!(again, "ALREADY_SIGNED_UP");
    for (who, position) in [(&jan, 1), (&ewa, 2)] {
        let waits = sign_up(who, 1).await;
        assert_eq!((&waits["state"], &waits["waitingPosition"]), (&json!("WAITING"), &json!(position)));
    }
    assert_eq!(town.app.refused_as(DEBNO, &Who::nobody(), SIGN_UP, &json!({ "e": event })).await, "UNAUTHENTICATED");
    let public = "query($e: ID!) { event(id: $e) { signUp { placesLeft } signUps { nodes { name } } signUpCount mySignUps { id } } }";
    let public = town.ask(&Who::nobody(), public, json!({ "e": event })).await;
    assert_eq!(
        public["event"],
        json!({ "signUp": { "placesLeft": 0 }, "signUps": null, "signUpCount": null, "mySignUps": [] })
    );

    town.ask(&ola, CANCEL, json!({ "id": olas["id"] })).await;
    let people = "query($e: ID!) { event(id: $e) { signUps { totalCount peopleCount nodes { state people } } } }";
    let people = town.ask(&town.school, people, json!({ "e": event })).await;
    let states = each(&people["event"]["signUps"]["nodes"], "state");
    assert_eq!(states.iter().filter(|state| **state == "GOING").count(), 2, "both move up: {states:?}");
    town.app.work(DEBNO).await;
    for who in ["jan@poczta.example", "ewa@poczta.example"] {
        let told = town.app.mails_to(DEBNO, who).await;
        assert!(told.iter().filter(|mail| mail.subject().contains("Warsztaty")).count() >= 1, "{who}: {told:?}");
        assert!(told.last().unwrap().text.contains("Warsztaty"));
    }
    let own = town.ask(&jan, OWN, json!({})).await;
    assert_eq!(own["viewer"]["signUps"]["nodes"][0]["state"], "GOING");
    assert_eq!(own["viewer"]["signUps"]["nodes"][0]["event"]["title"], "Warsztaty");
    let noted = "query { auditLog(limit: 20) { action } }";
    let admin = town.app.person(DEBNO, "admin@poczta.example", Some(kernel::access::Role::Admin), None).await;
    let noted = town.ask(&admin, &noted.replace("(limit: 20)", ""), json!({})).await;
    assert!(
        each(&noted["auditLog"], "action").iter().any(|action| action.contains("sign")),
        "that the list was read: {noted}"
    );
}

#[tokio::test]
async fn each_date_has_places_of_its_own() {
    let town = Town::new().await;
    let event = town.event(json!({ "signUp": "date", "capacity": "1", "recurrence": "FREQ=WEEKLY;COUNT=2" })).await;
    let dates = "query($e: ID!) { event(id: $e) { occurrences { key placesLeft } } }";
    let told = town.ask(&Who::nobody(), dates, json!({ "e": event })).await;
    let keys = each(&told["event"]["occurrences"], "key");
    let (ola, jan) = (town.citizen("ola@poczta.example").await, town.citizen("jan@poczta.example").await);
    let refused = async |who: &Who, key: Option<&str>| {
        town.app.refused_as(DEBNO, who, SIGN_UP, &json!({ "e": event, "o": key })).await
    };
    assert_eq!(refused(&ola, None).await, "DATE_MISSING");
    assert_eq!(refused(&ola, Some("2026-10-11T08:00:00Z")).await, "DATE_UNKNOWN");
    town.ask(&ola, SIGN_UP, json!({ "e": event, "o": keys[0] })).await;
    assert_eq!(refused(&jan, Some(keys[0])).await, "FULL");
    town.ask(&jan, SIGN_UP, json!({ "e": event, "o": keys[1] })).await;
    let told = town.ask(&Who::nobody(), dates, json!({ "e": event })).await;
    let left: Vec<_> =
        told["event"]["occurrences"].as_array().unwrap().iter().map(|date| &date["placesLeft"]).collect();
    assert_eq!(left, [&json!(0), &json!(0)]);
    town.app.clock.advance(Duration::days(26));
    let late = town.citizen("ewa@poczta.example").await;
    assert!(["OVER", "CLOSED"].contains(&refused(&late, Some(keys[0])).await.as_str()));
}

#[tokio::test]
async fn a_change_of_date_or_place_reaches_everyone_once() {
    let town = Town::new().await;
    let event = town.event(json!({ "title": "Wycieczka", "signUp": "event", "capacity": "2", "waitingList": "yes", "venue": "Dworzec" })).await;
    let addresses = ["ola@poczta.example", "jan@poczta.example", "ewa@poczta.example"];
    for email in addresses {
        town.ask(&town.citizen(email).await, SIGN_UP, json!({ "e": event })).await;
    }
    let gone = town.citizen("ula@poczta.example").await;
    let hers = town.ask(&gone, SIGN_UP, json!({ "e": event })).await;
    town.ask(&gone, CANCEL, json!({ "id": hers["eventSignUp"]["signUp"]["id"] })).await;
    town.app.work(DEBNO).await;
    let counts = async || {
        town.app.work(DEBNO).await;
        let mut counts = Vec::new();
        for email in addresses.iter().copied().chain(["ula@poczta.example"]) {
            counts.push(town.app.mails_to(DEBNO, email).await.len());
        }
        counts
    };
    let before = counts().await;
    let fields = |starts: &str, venue: &str, text: &str| {
        town.fields(json!({ "title": "Wycieczka", "signUp": "event", "capacity": "2", "waitingList": "yes", "starts": starts, "venue": venue, "description": text, "ends": "2026-10-10T20:00" }))
    };
    // Words alone are nobody's mail.
    let same = town.fields(json!({ "title": "Wycieczka", "signUp": "event", "capacity": "2", "waitingList": "yes", "venue": "Dworzec", "description": "Weźcie kanapki." }));
    town.app.change(DEBNO, &town.school, &event, same).await;
    town.app.clock.advance(Duration::hours(1));
    assert_eq!(counts().await, before);
    // Whoever corrects it twice within minutes tells once, and what holds in the end.
    town.app.change(DEBNO, &town.school, &event, fields("2026-10-10T12:00", "Dworzec", "Zapraszamy.")).await;
    counts().await;
    town.app.clock.advance(Duration::minutes(2));
    town.app.change(DEBNO, &town.school, &event, fields("2026-10-10T14:00", "Rynek", "Zapraszamy.")).await;
    counts().await;
    town.app.clock.advance(Duration::hours(1));
    let expected = [before[0] + 1, before[1] + 1, before[2] + 1, before[3]];
    assert_eq!(counts().await, expected);
    let told = town.app.last_mail(DEBNO, addresses[0]).await;
    assert!(
        told.text.contains("14:00") && told.text.contains("Rynek") && !told.text.contains("12:00–20:00"),
        "{}",
        told.text
    );
    town.app.clock.advance(Duration::hours(1));
    assert_eq!(counts().await, expected, "once");
    // What is called off is told too.
    let archive = "mutation($id: ID!) { entryArchive(input: { id: $id }) { entry { id } errors { code } } }";
    town.ask(&town.school, archive, json!({ "id": event })).await;
    counts().await;
    town.app.clock.advance(Duration::hours(1));
    let expected = expected.map(|count| count + 1);
    assert_eq!(counts().await[..3], expected[..3]);
    town.app.clock.advance(Duration::hours(1));
    assert_eq!(counts().await[..3], expected[..3], "once");
}

#[tokio::test]
async fn a_family_calendar_is_for_who_knows_its_address() {
    let town = Town::new().await;
    let event = town.event(json!({ "title": "Koncert rodzinny", "signUp": "event" })).await;
    let kept = town.event(json!({ "title": "Spacer z przewodnikiem", "recurrence": "FREQ=WEEKLY;COUNT=3" })).await;
    town.event(json!({ "title": "Cudze warsztaty" })).await;
    let ola = town.citizen("ola@poczta.example").await;
    town.ask(&ola, SIGN_UP, json!({ "e": event })).await;
    town.ask(
        &ola,
        "mutation($e: ID!) { eventKeep(input: { event: $e, keep: true }) { event { isKept } errors { code } } }",
        json!({ "e": kept }),
    )
    .await;
    let own = "{ viewer { familyCalendar { url } keptEvents { title } } }";
    let none = town.ask(&ola, own, json!({})).await;
    assert_eq!(
        (&none["viewer"]["familyCalendar"], each(&none["viewer"]["keptEvents"], "title")),
        (&Value::Null, vec!["Spacer z przewodnikiem"])
    );
    let renew = "mutation { familyCalendarRenew(input: { showNames: false }) { familyCalendar { url webcalUrl } } }";
    let address = async || {
        let made = town.ask(&ola, renew, json!({})).await["familyCalendarRenew"]["familyCalendar"].take();
        let url = made["url"].as_str().unwrap().to_owned();
        assert!(made["webcalUrl"].as_str().unwrap().starts_with("webcal"), "{made}");
        format!("/feeds/{}", url.split("/feeds/").nth(1).unwrap())
    };
    let first = address().await;
    let calendar = town.app.get(DEBNO, &first).await;
    assert_eq!((calendar.status, calendar.header("content-type")), (StatusCode::OK, "text/calendar; charset=utf-8"));
    assert_eq!(
        (calendar.header("cache-control"), calendar.header("referrer-policy")),
        ("private, no-store", "no-referrer")
    );
    assert!(calendar.body.contains("Koncert rodzinny") && calendar.body.contains("Spacer z przewodnikiem"));
    assert!(!calendar.body.contains("Cudze") && !calendar.body.contains("poczta.example"), "{}", calendar.body);
    let second = address().await;
    assert_ne!(first, second);
    assert_eq!(town.app.get(DEBNO, &first).await.status, StatusCode::NOT_FOUND);
    assert_eq!(town.app.get(DEBNO, &second).await.status, StatusCode::OK);
    assert_eq!(town.app.get(GOLENIOW, &second).await.status, StatusCode::NOT_FOUND);
    town.ask(&ola, "mutation { familyCalendarRevoke { revoked } }", json!({})).await;
    for gone in [&second, "/feeds/family/zgaduj.ics", "/feeds/family/.ics"] {
        assert_eq!(town.app.get(DEBNO, gone).await.status, StatusCode::NOT_FOUND, "{gone}");
    }
}
