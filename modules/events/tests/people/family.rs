//! A family's calendar at its secret address.

use kernel::{access::Role, scope::Actor};
use serde_json::{Value, json};

use crate::support::{Somebody, World};

const FAMILY: &str = "{ viewer { familyCalendar { url webcalUrl showsNames } } }";

async fn renew(world: &World, who: &Somebody, names: Value) -> String {
    let input = json!({ "showNames": names });
    let payload = world.run(&who.actor, "familyCalendarRenew", input, "familyCalendar { url }").await;
    let url = payload["familyCalendar"]["url"].as_str().unwrap_or_else(|| panic!("{payload}")).to_owned();
    url.strip_prefix("http://debno.localhost").unwrap().to_owned()
}

#[tokio::test]
async fn it_holds_what_was_signed_up_for_and_kept() {
    let world = World::open().await;
    let anna = world.somebody("anna", None).await;
    let dates = world.event(&[("title", "Szachy"), ("sign_up", "date"), ("recurrence", "FREQ=WEEKLY;COUNT=3")]).await;
    let whole =
        world.event(&[("title", "Robotyka"), ("sign_up", "event"), ("capacity", "1"), ("waiting_list", "yes")]).await;
    let kept =
        world.event(&[("title", "Festyn"), ("all_day", "yes"), ("starts", "2026-12-06"), ("ends", "2026-12-06")]).await;
    world.event(&[("title", "Obce")]).await;
    let input = json!({ "name": "Ola", "birthDate": "2018-05-04" });
    let child = world.run(&anna.actor, "childCreate", input, "child { id }").await["child"]["id"].clone();
    world.sign_up(&anna, json!({ "event": dates, "occurrence": "2026-12-12T15:00:00Z", "child": child })).await;
    let beata = world.somebody("beata", None).await;
    world.signed_up(&beata, &whole, "GOING").await;
    world.signed_up(&anna, &whole, "WAITING").await;
    world.run(&anna.actor, "eventKeep", json!({ "event": kept, "keep": true }), "event { id }").await;

    assert_eq!(world.ask(&anna.actor, FAMILY).await["viewer"]["familyCalendar"], Value::Null);
    let path = renew(&world, &anna, Value::Null).await;
    let shown = world.ask(&anna.actor, FAMILY).await["viewer"]["familyCalendar"].clone();
    assert_eq!(shown["url"], format!("http://debno.localhost{path}"));
    assert_eq!(shown["webcalUrl"], format!("webcal://debno.localhost{path}"));
    assert_eq!(shown["showsNames"], false);
    assert!(path.len() == "/feeds/family/.ics".len() + 43, "{path}");

    let feed = world.feed("debno", &path).await.unwrap();
    assert_eq!(feed.matches("BEGIN:VEVENT").count(), 3, "{feed}");
    for expected in [
        "SUMMARY:Szachy",
        "SUMMARY:Robotyka",
        "SUMMARY:Festyn",
        "DTSTART;TZID=Europe/Warsaw:20261212T160000",
        "20261206",
        "Waiting list",
    ] {
        assert!(feed.contains(expected), "{expected}: {feed}");
    }
    assert!(!feed.contains("Ola") && !feed.contains("Obce") && !feed.contains("RRULE:"), "{feed}");
    assert_eq!(feed, world.feed("debno", &path).await.unwrap(), "the same bytes");

    let input = json!({ "showNames": true });
    let named = world.run(&anna.actor, "familyCalendarNames", input, "familyCalendar { url showsNames }").await;
    assert_eq!(named["familyCalendar"]["showsNames"], true);
    assert!(world.feed("debno", &path).await.unwrap().contains("SUMMARY:Ola: Szachy"));
    world.set_state(&kept, events::State::Archived).await;
    let feed = world.feed("debno", &path).await.unwrap();
    assert!(feed.contains("STATUS:CANCELLED") && feed.matches("BEGIN:VEVENT").count() == 3, "{feed}");
}

#[tokio::test]
async fn an_address_is_one_city_s_and_dies_when_it_is_renewed_or_revoked() {
    let world = World::open().await;
    let (anna, beata) = (world.somebody("anna", None).await, world.somebody("beata", None).await);
    let first = renew(&world, &anna, json!(true)).await;
    assert!(world.feed("debno", &first).await.is_some());
    assert!(world.feed("goleniow", &first).await.is_none(), "another city");
    let other = renew(&world, &beata, Value::Null).await;
    assert_ne!(first, other);
    for wrong in [
        "/feeds/family/.ics".to_owned(),
        "/feeds/family/x.ics".to_owned(),
        first.trim_end_matches(".ics").to_owned(),
        first.replace(".ics", "A.ics"),
        format!("/feeds/family/{}.ics", "A".repeat(43)),
        format!("/feeds/family/{}.ics", "ą".repeat(20)),
        first.to_uppercase().replace("/FEEDS/FAMILY/", "/feeds/family/").replace(".ICS", ".ics"),
    ] {
        assert!(world.feed("debno", &wrong).await.is_none(), "{wrong}");
    }
    let second = renew(&world, &anna, Value::Null).await;
    assert!(world.feed("debno", &first).await.is_none() && world.feed("debno", &second).await.is_some());
    assert_eq!(world.ask(&anna.actor, FAMILY).await["viewer"]["familyCalendar"]["showsNames"], true, "as it was");
    let revoke = "mutation { familyCalendarRevoke { revoked } }";
    assert_eq!(world.ask(&anna.actor, revoke).await["familyCalendarRevoke"]["revoked"], true);
    assert_eq!(world.ask(&anna.actor, revoke).await["familyCalendarRevoke"]["revoked"], false);
    assert!(world.feed("debno", &second).await.is_none() && world.feed("debno", &other).await.is_some());
    assert_eq!(world.fault(&Actor::Anonymous, revoke).await, "UNAUTHENTICATED");
    let renewing = "mutation { familyCalendarRenew(input: {}) { familyCalendar { url } } }";
    assert_eq!(world.fault(&Actor::Anonymous, renewing).await, "UNAUTHENTICATED");
    let editor = world.somebody("ewa", Some((Role::Editor, None))).await;
    assert_eq!(world.ask(&editor.actor, FAMILY).await["viewer"]["familyCalendar"], Value::Null);
    for _ in 0..20 {
        if world.run(&anna.actor, "familyCalendarRenew", json!({}), "familyCalendar { url }").await["fault"]
            == "RATE_LIMITED"
        {
            return;
        }
    }
    panic!("addresses can be made without end");
}
