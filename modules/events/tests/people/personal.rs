//! What is kept of people, and for how long.

use chrono::Duration;
use serde_json::{Value, json};

use crate::support::{World, letters};

#[tokio::test]
async fn all_that_is_kept_is_told_and_forgotten() {
    let world = World::open().await;
    let event = world.event(&[("sign_up", "event"), ("capacity", "1"), ("waiting_list", "yes")]).await;
    let (anna, beata) = (world.manager("anna", world.school).await, world.somebody("beata", None).await);
    world.manager("lidia", world.library).await;
    let note = json!({ "event": event, "note": "Alergia na orzechy" });
    world.sign_up(&anna, note).await;
    world.signed_up(&beata, &event, "WAITING").await;
    world.run(&anna.actor, "eventKeep", json!({ "event": event, "keep": true }), "event { id }").await;
    world.run(&anna.actor, "familyCalendarRenew", json!({}), "familyCalendar { url }").await;
    let input = json!({ "event": event, "institution": world.library.global(), "message": "Razem?" });
    world.run(&anna.actor, "eventInvite", input, "invitation { id }").await;
    world.mails().await;

    let system = world.system();
    let told = (events::PERSONAL_DATA.export)(&system, anna.account).await.unwrap();
    assert_eq!(told["signUps"][0]["note"], "Alergia na orzechy");
    assert_eq!(told["kept"], json!([event]));
    assert_eq!(told["familyCalendar"]["showsNames"], false);
    assert_eq!(told["invitations"][0]["message"], "Razem?");

    let mut tx = system.begin().await.unwrap();
    (events::PERSONAL_DATA.erase)(&mut tx, anna.account).await.unwrap();
    tx.commit().await.unwrap();
    let nothing = json!({ "signUps": [], "kept": [], "familyCalendar": null, "invitations": [], "calendars": [] });
    assert_eq!((events::PERSONAL_DATA.export)(&system.fresh(), anna.account).await.unwrap(), nothing);
    assert_eq!(letters(&world.mails().await), [("events/came_up", "beata")]);
    let seen = format!("{{ event(id: \"{event}\") {{ invitations {{ message state }} signUps {{ totalCount }} }} }}");
    let seen = world.ask(&anna.actor, &seen).await;
    assert_eq!(seen["event"]["invitations"], json!([{ "message": null, "state": "WAITING" }]));
    assert_eq!(seen["event"]["signUps"]["totalCount"], 1);
}

#[tokio::test]
async fn sign_ups_go_a_year_after_what_they_were_for() {
    let world = World::open().await;
    let event = world.event(&[("sign_up", "event")]).await;
    let dates = world.event(&[("sign_up", "date"), ("recurrence", "FREQ=MONTHLY;COUNT=24")]).await;
    let anna = world.somebody("anna", None).await;
    world.signed_up(&anna, &event, "GOING").await;
    for date in ["2026-12-05T15:00:00Z", "2027-12-05T15:00:00Z"] {
        let payload = world.sign_up(&anna, json!({ "event": dates, "occurrence": date })).await;
        assert_eq!(payload["signUp"]["state"], "GOING", "{payload}");
    }
    let kept = async || {
        let told = (events::PERSONAL_DATA.export)(&world.system(), anna.account).await.unwrap();
        told["signUps"].as_array().unwrap().iter().map(|row| row["date"].clone()).collect::<Vec<Value>>()
    };
    world.wait(Duration::days(8 + 360));
    world.job("events.retention").await;
    assert_eq!(kept().await.len(), 3);
    world.wait(Duration::days(8));
    world.job("events.retention").await;
    assert_eq!(kept().await.len(), 1, "the later date is not a year ago");
}
