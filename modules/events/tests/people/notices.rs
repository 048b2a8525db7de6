//! A change of date or place reaches everyone who signed up, once.

use chrono::Duration;
use serde_json::json;

use crate::support::{World, letters};

const QUIET: Duration = Duration::minutes(6);

#[tokio::test]
async fn everyone_is_told_once_what_it_was_and_what_it_is() {
    let world = World::open().await;
    let event = world.event(&[("sign_up", "event"), ("capacity", "1"), ("waiting_list", "yes")]).await;
    let (anna, beata, celina) =
        (world.somebody("anna", None).await, world.somebody("beata", None).await, world.somebody("celina", None).await);
    world.signed_up(&anna, &event, "GOING").await;
    world.signed_up(&beata, &event, "WAITING").await;
    let gone = world.signed_up(&celina, &event, "WAITING").await;
    world.run(&celina.actor, "eventSignUpCancel", json!({ "id": gone }), "signUp { id }").await;

    world.change(&event, &[("title", "Koncert kolęd"), ("tags", "kolędy")]).await;
    world.wait(QUIET);
    world.job("events.notices").await;
    assert!(world.mails().await.is_empty(), "a title is no date");

    world.change(&event, &[("starts", "2026-12-06T16:00"), ("ends", "2026-12-06T17:00")]).await;
    world.wait(Duration::minutes(4));
    world.change(&event, &[("venue", "Aula")]).await;
    world.wait(Duration::minutes(4));
    world.job("events.notices").await;
    assert!(world.mails().await.is_empty(), "somebody is still at it");
    world.wait(Duration::minutes(2));
    world.job("events.notices").await;
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/changed", "anna"), ("events/changed", "beata")]);
    let args = &mails[0].args;
    assert_eq!(args["title"], "Koncert kolęd");
    assert!(args["dates"][0]["was"].as_str().unwrap().contains("5\u{a0}December"), "{args}");
    assert!(args["dates"][0]["is"].as_str().unwrap().contains("6\u{a0}December"), "{args}");
    assert_eq!((&args["was_place"], &args["place"]), (&json!("Szkoła Muzyczna"), &json!("Aula")));
    for _ in 0..3 {
        world.wait(QUIET);
        world.job("events.notices").await;
    }
    assert!(world.mails().await.is_empty(), "once");

    world.change(&event, &[("venue", "Sala 5")]).await;
    world.change(&event, &[("venue", "Aula")]).await;
    world.wait(QUIET);
    world.job("events.notices").await;
    assert!(world.mails().await.is_empty(), "it is what they knew");
}

#[tokio::test]
async fn who_is_concerned_by_a_date_is_told_of_it() {
    let world = World::open().await;
    let event = world.event(&[("sign_up", "date"), ("recurrence", "FREQ=WEEKLY;COUNT=3")]).await;
    let (anna, beata) = (world.somebody("anna", None).await, world.somebody("beata", None).await);
    world.sign_up(&anna, json!({ "event": event, "occurrence": "2026-12-05T15:00:00Z" })).await;
    world.sign_up(&beata, json!({ "event": event, "occurrence": "2026-12-12T15:00:00Z" })).await;

    world.change(&event, &[("moved", "2026-12-12T16:00>2026-12-13T10:00")]).await;
    world.wait(QUIET);
    world.job("events.notices").await;
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/changed", "beata")]);
    assert!(mails[0].args["dates"][0]["is"].as_str().unwrap().contains("13\u{a0}December"), "{:?}", mails[0].args);
    world.change(&event, &[("moved", ""), ("exceptions", "2026-12-12T16:00")]).await;
    world.wait(QUIET);
    world.job("events.notices").await;
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/changed", "beata")]);
    assert_eq!(mails[0].args["dates"][0]["is"], json!(null));

    // All dates an hour later: sign-ups go with them.
    world.change(&event, &[("exceptions", ""), ("starts", "2026-12-05T17:00"), ("ends", "2026-12-05T18:00")]).await;
    let mine = format!("{{ event(id: \"{event}\") {{ mySignUps {{ occurrence startsAt }} }} }}");
    let moved = world.ask(&anna.actor, &mine).await;
    let start = "2026-12-05T16:00:00Z";
    assert_eq!(moved["event"]["mySignUps"][0]["occurrence"], start);
    world.wait(QUIET);
    world.job("events.notices").await;
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/changed", "anna"), ("events/changed", "beata")]);
    assert!(mails[0].args["dates"][0]["was"].as_str().unwrap().contains("16:00"), "{:?}", mails[0].args);
    assert!(mails[0].args["dates"][0]["is"].as_str().unwrap().contains("17:00"));
    assert_eq!(mails[1].args["dates"][0]["was"], json!(null), "it takes place again");
    world.change(&event, &[("starts", "2026-12-05T16:00"), ("ends", "2026-12-05T17:00")]).await;
    world.change(&event, &[("starts", "2026-12-05T17:00"), ("ends", "2026-12-05T18:00")]).await;
    assert_eq!(world.ask(&anna.actor, &mine).await["event"]["mySignUps"][0]["occurrence"], start);
    world.wait(QUIET);
    world.job("events.notices").await;
    assert!(world.mails().await.is_empty());
}

#[tokio::test]
async fn calling_off_and_taking_place_after_all_are_told_too() {
    let world = World::open().await;
    let event = world.event(&[("sign_up", "event")]).await;
    let anna = world.somebody("anna", None).await;
    world.signed_up(&anna, &event, "GOING").await;
    world.set_state(&event, events::State::Archived).await;
    world.wait(QUIET);
    world.job("events.notices").await;
    assert_eq!(letters(&world.mails().await), [("events/called_off", "anna")]);
    // While it is off nobody needs to know when it would be; but they do once it is on again.
    world.change(&event, &[("starts", "2026-12-07T16:00"), ("ends", "2026-12-07T17:00")]).await;
    world.wait(QUIET);
    world.job("events.notices").await;
    assert!(world.mails().await.is_empty());
    world.set_state(&event, events::State::Published).await;
    world.wait(QUIET);
    world.job("events.notices").await;
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/changed", "anna")]);
    let args = &mails[0].args;
    assert_eq!((&args["was_on"], &args["is_on"]), (&json!(false), &json!(true)));
    assert!(args["dates"][0]["was"].as_str().unwrap().contains("5\u{a0}December"), "{args}");
    world.set_state(&event, events::State::Archived).await;
    world.set_state(&event, events::State::Published).await;
    world.wait(QUIET);
    world.job("events.notices").await;
    assert!(world.mails().await.is_empty());
}

#[tokio::test]
async fn what_begins_soon_is_told_at_once_and_what_is_over_not_at_all() {
    let world = World::open().await;
    let soon = world.event(&[("sign_up", "event"), ("starts", "2026-11-27T20:00"), ("ends", "2026-11-27T21:00")]).await;
    let anna = world.somebody("anna", None).await;
    world.signed_up(&anna, &soon, "GOING").await;
    world.wait(Duration::seconds(1));
    world.change(&soon, &[("starts", "2026-11-27T19:00")]).await;
    world.job("events.notices").await;
    assert_eq!(letters(&world.mails().await), [("events/changed", "anna")]);
    world.wait(Duration::days(2));
    world.change(&soon, &[("venue", "Aula")]).await;
    world.wait(QUIET);
    world.job("events.notices").await;
    assert!(world.mails().await.is_empty());
}

#[tokio::test]
async fn two_servers_tell_nobody_twice() {
    let world = World::open().await;
    let event = world.event(&[("sign_up", "event")]).await;
    let mut people = Vec::new();
    for i in 0..5 {
        people.push(world.somebody(&format!("p{i}"), None).await);
    }
    for who in &people {
        world.signed_up(who, &event, "GOING").await;
    }
    world.change(&event, &[("starts", "2026-12-06T16:00"), ("ends", "2026-12-06T17:00")]).await;
    world.wait(QUIET);
    let runs = (0..6).map(|_| world.job("events.notices"));
    futures_util::future::join_all(runs).await;
    assert_eq!(world.mails().await.len(), 5);
}
