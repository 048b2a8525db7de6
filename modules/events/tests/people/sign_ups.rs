//! Signing up: places, waiting, windows, and who sees whom.

use chrono::Duration;
use kernel::{access::Role, scope::Actor};
use serde_json::{Value, json};

use crate::support::{World, errors, letters};

const EVENT: &[(&str, &str)] = &[("sign_up", "event"), ("capacity", "2"), ("waiting_list", "yes")];

#[tokio::test]
async fn places_go_to_those_who_come_first_and_then_to_those_who_wait() {
    let world = World::open().await;
    let event = world.event(EVENT).await;
    let (anna, beata, celina, dorota) = (
        world.somebody("anna", None).await,
        world.somebody("beata", None).await,
        world.somebody("celina", None).await,
        world.somebody("dorota", None).await,
    );
    let left = format!("{{ event(id: \"{event}\") {{ signUp {{ placesLeft }} mySignUps {{ state }} canSignUp }} }}");
    let places = async || world.ask(&anna.actor, &left).await["event"]["signUp"]["placesLeft"].clone();
    assert_eq!(places().await, 2);
    let first = world.signed_up(&anna, &event, "GOING").await;
    assert_eq!(places().await, 1);
    world.signed_up(&beata, &event, "GOING").await;
    let two = world.sign_up(&celina, json!({ "event": event, "people": 2 })).await;
    assert_eq!((&two["signUp"]["state"], &two["signUp"]["waitingPosition"]), (&json!("WAITING"), &json!(1)));
    world.signed_up(&dorota, &event, "WAITING").await;
    assert_eq!(places().await, 0);
    assert!(world.mails().await.is_empty());

    let cancelled =
        world.run(&anna.actor, "eventSignUpCancel", json!({ "id": first }), "signUp { state canCancel }").await;
    assert_eq!(cancelled["signUp"], json!({ "state": "CANCELLED", "canCancel": false }));
    assert!(world.mails().await.is_empty(), "the first who wait are two, and nobody overtakes them");
    let again = world.sign_up(&anna, json!({ "event": event })).await;
    assert_eq!((&again["signUp"]["state"], &again["signUp"]["waitingPosition"]), (&json!("WAITING"), &json!(3)));

    let whose = world.ask(&beata.actor, "{ viewer { signUps { nodes { id state event { title } } } } }").await;
    let second = whose["viewer"]["signUps"]["nodes"][0]["id"].as_str().unwrap().to_owned();
    world.run(&beata.actor, "eventSignUpCancel", json!({ "id": second }), "signUp { id }").await;
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/came_up", "celina")]);
    assert_eq!((&mails[0].args["people"], &mails[0].args["title"]), (&json!(2), &json!("Koncert")));
    assert_eq!(places().await, 0);
    let once_more = world.run(&beata.actor, "eventSignUpCancel", json!({ "id": second }), "signUp { state }").await;
    assert_eq!(once_more["signUp"]["state"], "CANCELLED", "doing it again changes nothing");

    world.change(&event, &[("capacity", "3")]).await;
    assert_eq!(letters(&world.mails().await), [("events/came_up", "dorota")], "a larger room");
    world.change(&event, &[("capacity", "")]).await;
    assert_eq!(letters(&world.mails().await), [("events/came_up", "anna")], "no limit any more");
}

#[tokio::test]
async fn no_place_is_given_twice() {
    let world = World::open().await;
    let waiting = world.event(&[("sign_up", "event"), ("capacity", "10"), ("waiting_list", "yes")]).await;
    let strict = world.event(&[("title", "Kino"), ("sign_up", "event"), ("capacity", "7")]).await;
    let mut people = Vec::new();
    for i in 0..24 {
        people.push(world.somebody(&format!("p{i}"), None).await);
    }
    let tries = people.iter().map(|who| world.sign_up(who, json!({ "event": waiting })));
    let states: Vec<_> = futures_util::future::join_all(tries).await;
    let going = states.iter().filter(|payload| payload["signUp"]["state"] == "GOING").count();
    let waits = states.iter().filter(|payload| payload["signUp"]["state"] == "WAITING").count();
    assert_eq!((going, waits), (10, 14));
    let tries = people.iter().map(|who| world.sign_up(who, json!({ "event": strict, "people": 2 })));
    let outcomes: Vec<_> = futures_util::future::join_all(tries).await;
    assert_eq!(outcomes.iter().filter(|payload| payload["signUp"]["state"] == "GOING").count(), 3);
    let refused = outcomes.iter().filter(|payload| payload["signUp"].is_null());
    assert!(refused.clone().all(|payload| errors(payload) == ["TOO_FEW_PLACES people"]), "one place is left");
    // Those who have a place leave at the same time, and as many come up.
    let ids: Vec<Value> = states
        .iter()
        .zip(&people)
        .filter(|(payload, _)| payload["signUp"]["state"] == "GOING")
        .map(|(payload, who)| json!([payload["signUp"]["id"], who.account.global()]))
        .collect();
    let leave = ids.iter().map(|pair| {
        let who = people.iter().find(|who| pair[1] == who.account.global().as_str()).unwrap();
        world.run(&who.actor, "eventSignUpCancel", json!({ "id": pair[0] }), "signUp { state }")
    });
    futures_util::future::join_all(leave).await;
    assert_eq!(world.mails().await.len(), 10);
    let editor = world.somebody("ewa", Some((Role::Editor, None))).await;
    let count = format!(
        "{{ event(id: \"{waiting}\") {{ signUpCount signUps(state: WAITING) {{ totalCount peopleCount }} }} }}"
    );
    let count = world.ask(&editor.actor, &count).await;
    assert_eq!(count["event"], json!({ "signUpCount": 10, "signUps": { "totalCount": 4, "peopleCount": 4 } }));
}

#[tokio::test]
async fn one_signs_up_for_a_date() {
    let world = World::open().await;
    let event = world
        .event(&[
            ("sign_up", "date"),
            ("capacity", "1"),
            ("recurrence", "FREQ=WEEKLY;COUNT=3"),
            ("exceptions", "2026-12-12T16:00"),
        ])
        .await;
    let (anna, beata) = (world.somebody("anna", None).await, world.somebody("beata", None).await);
    let first = "2026-12-05T15:00:00Z";
    let signed = world.sign_up(&anna, json!({ "event": event, "occurrence": first })).await;
    assert_eq!((&signed["signUp"]["state"], &signed["signUp"]["occurrence"]), (&json!("GOING"), &json!(first)));
    assert!(signed["signUp"]["label"].as_str().unwrap().contains("16:00"), "{signed}");
    for (occurrence, expected) in [
        (json!(null), "DATE_MISSING occurrence"),
        (json!("2026-12-12T15:00:00Z"), "DATE_UNKNOWN occurrence"),
        (json!("2026-12-13T15:00:00Z"), "DATE_UNKNOWN occurrence"),
        (json!("sobota"), "DATE_UNKNOWN occurrence"),
        (json!(first), "FULL"),
    ] {
        let payload = world.sign_up(&beata, json!({ "event": event, "occurrence": occurrence })).await;
        assert_eq!(errors(&payload), [expected], "{occurrence}");
    }
    let other = world.sign_up(&beata, json!({ "event": event, "occurrence": "2026-12-19T16:00:00+01:00" })).await;
    assert_eq!(other["signUp"]["state"], "GOING");
    let left = world
        .ask(&Actor::Anonymous, &format!("{{ event(id: \"{event}\") {{ occurrences {{ key placesLeft }} }} }}"))
        .await;
    assert_eq!(
        left["event"]["occurrences"],
        json!([{ "key": first, "placesLeft": 0 }, { "key": "2026-12-19T15:00:00Z", "placesLeft": 0 }])
    );
    world.wait(Duration::days(9));
    let late = world.sign_up(&beata, json!({ "event": event, "occurrence": first })).await;
    assert_eq!(errors(&late), ["OVER occurrence"]);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field() {
    let world = World::open().await;
    let anna = world.somebody("anna", None).await;
    let none = world.event(&[]).await;
    let link = world.event(&[("enrolment_url", "https://zapisy.example/")]).await;
    let open = world.event(&[("sign_up", "event")]).await;
    let early = world.event(&[("sign_up", "event"), ("enrolment_opens", "2026-12-01T08:00")]).await;
    let closed = world.event(&[("sign_up", "event"), ("enrolment_closes", "2026-11-26T08:00")]).await;
    let past = world.event(&[("sign_up", "event"), ("starts", "2026-11-20T16:00"), ("ends", "2026-11-20T17:00")]).await;
    let small = world.event(&[("sign_up", "event"), ("capacity", "2"), ("waiting_list", "yes")]).await;
    let long = "ą".repeat(501);
    for (input, expected) in [
        (json!({ "event": none }), vec!["NO_SIGN_UP"]),
        (json!({ "event": link }), vec!["NO_SIGN_UP"]),
        (json!({ "event": early }), vec!["NOT_OPEN_YET"]),
        (json!({ "event": closed }), vec!["CLOSED"]),
        (json!({ "event": past }), vec!["OVER"]),
        (json!({ "event": open, "people": 0 }), vec!["PEOPLE_OUT_OF_RANGE people"]),
        (
            json!({ "event": open, "people": 11, "note": long, "child": "kid_AAAAAAAAAAAAAAAAAAAAAA" }),
            vec!["PEOPLE_OUT_OF_RANGE people", "NOTE_TOO_LONG note", "CHILD_UNKNOWN child"],
        ),
        (json!({ "event": small, "people": 3 }), vec!["TOO_FEW_PLACES people"]),
    ] {
        let payload = world.sign_up(&anna, input.clone()).await;
        assert_eq!(errors(&payload), expected, "{input}");
    }
    let opens = world.sign_up(&anna, json!({ "event": early })).await;
    let said = opens["errors"][0]["message"].as_str().unwrap();
    assert!(said.contains("2026") && said.contains("08:00"), "{said}");
    world.signed_up(&anna, &open, "GOING").await;
    assert_eq!(errors(&world.sign_up(&anna, json!({ "event": open })).await), ["ALREADY_SIGNED_UP"]);
    let unknown = world.sign_up(&anna, json!({ "event": "evt_AAAAAAAAAAAAAAAAAAAAAA" })).await;
    assert_eq!(unknown, json!({ "fault": "NOT_FOUND" }));
    world.set_state(&open, events::State::Archived).await;
    let beata = world.somebody("beata", None).await;
    assert_eq!(world.sign_up(&beata, json!({ "event": open })).await, json!({ "fault": "NOT_FOUND" }));
}

#[tokio::test]
async fn one_account_signs_up_several_children_but_no_crowd() {
    let world = World::open().await;
    let event = world.event(&[("sign_up", "event")]).await;
    let (anna, beata) = (world.somebody("anna", None).await, world.somebody("beata", None).await);
    let child = async |name: &str| {
        let input = json!({ "name": name, "birthDate": "2018-05-04" });
        let made = world.run(&anna.actor, "childCreate", input, "child { id } errors { code }").await;
        made["child"]["id"].as_str().unwrap_or_else(|| panic!("{made}")).to_owned()
    };
    let (ola, jan) = (child("Ola").await, child("Jan").await);
    for id in [&ola, &jan] {
        let payload = world.sign_up(&anna, json!({ "event": event, "child": id, "people": 8 })).await;
        assert_eq!(payload["signUp"]["state"], "GOING", "{payload}");
    }
    let twice = world.sign_up(&anna, json!({ "event": event, "child": ola })).await;
    assert_eq!(errors(&twice), ["ALREADY_SIGNED_UP"]);
    let crowd = world.sign_up(&anna, json!({ "event": event, "people": 5 })).await;
    assert_eq!(errors(&crowd), ["TOO_MANY_PEOPLE people"]);
    let foreign = world.sign_up(&beata, json!({ "event": event, "child": ola })).await;
    assert_eq!(errors(&foreign), ["CHILD_UNKNOWN child"]);
    let own = format!("{{ event(id: \"{event}\") {{ mySignUps {{ childName name people }} }} }}");
    let mine = world.ask(&anna.actor, &own).await;
    assert_eq!(mine["event"]["mySignUps"][0], json!({ "childName": "Ola", "name": "ann…", "people": 8 }));
    let manager = world.manager("marek", world.school).await;
    let list = format!("{{ event(id: \"{event}\") {{ signUps {{ nodes {{ childName name }} }} }} }}");
    let seen = world.ask(&manager.actor, &list).await;
    assert_eq!(seen["event"]["signUps"]["nodes"][0], json!({ "childName": null, "name": "ann…" }));
}

#[tokio::test]
async fn only_the_event_s_people_see_who_comes_and_that_is_noted() {
    let world = World::open().await;
    let event = world.event(&[("sign_up", "event")]).await;
    let anna = world.somebody("anna", None).await;
    let sign_up = world.sign_up(&anna, json!({ "event": event, "note": " =1+1\u{7} ", "people": 3 })).await;
    let id = sign_up["signUp"]["id"].as_str().unwrap().to_owned();
    let list = format!(
        "{{ event(id: \"{event}\") {{ canSeeSignUps signUpCount signUps {{ totalCount peopleCount nodes {{ name note people canCancel }} }} }} }}"
    );
    let read = async || {
        let noted = kernel::audit::newest(&world.system(), Some(&event), None, 10).await.unwrap();
        noted.iter().filter(|entry| entry.action == "event.sign-ups.read").count()
    };
    let contributor = world.somebody("klara", Some((Role::Contributor, Some(world.school)))).await;
    let manager = world.manager("marek", world.school).await;
    let elsewhere = world.manager("ewa", world.library).await;
    for (who, sees) in [
        (&Actor::Anonymous, false),
        (&anna.actor, false),
        (&elsewhere.actor, false),
        (&contributor.actor, true),
        (&manager.actor, true),
    ] {
        let before = read().await;
        let told = world.ask(who, &list).await["event"].clone();
        assert_eq!(told["canSeeSignUps"], sees);
        assert_eq!(read().await, before + usize::from(sees));
        if sees {
            let can_cancel = who == &manager.actor;
            let node = json!({ "name": "ann…", "note": "=1+1", "people": 3, "canCancel": can_cancel });
            assert_eq!(told["signUps"], json!({ "totalCount": 1, "peopleCount": 3, "nodes": [node] }));
            assert_eq!(told["signUpCount"], 3);
        } else {
            assert_eq!((&told["signUps"], &told["signUpCount"]), (&Value::Null, &Value::Null));
        }
    }
    let id_of_event = events::EventId::parse(&event).unwrap();
    let file = events::participants_csv(&world.scope(&manager.actor), id_of_event).await.unwrap().unwrap();
    assert!(file.contains(";ann…;3;Takes part;'=1+1;"), "{file}");
    let forbidden = events::participants_csv(&world.scope(&anna.actor), id_of_event).await.unwrap_err();
    assert_eq!(forbidden.code, kernel::error::Code::Forbidden);

    let remove = async |who: &Actor| world.run(who, "eventSignUpCancel", json!({ "id": id }), "signUp { state }").await;
    assert_eq!(remove(&Actor::Anonymous).await["fault"], "UNAUTHENTICATED");
    assert_eq!(remove(&elsewhere.actor).await["fault"], "NOT_FOUND");
    assert_eq!(remove(&contributor.actor).await["fault"], "FORBIDDEN");
    assert_eq!(remove(&manager.actor).await["signUp"]["state"], "CANCELLED");
    assert_eq!(letters(&world.mails().await), [("events/removed", "anna")]);
    let noted = kernel::audit::newest(&world.system(), Some(&event), None, 1).await.unwrap();
    assert_eq!(noted[0].action, "event.sign-up.remove");
    assert_eq!(noted[0].details["account"], anna.account.global());
    let guest = world.run(&Actor::Anonymous, "eventSignUp", json!({ "event": event }), "signUp { id }").await;
    assert_eq!(guest["fault"], "UNAUTHENTICATED");
}

#[tokio::test]
async fn events_are_kept_and_let_go() {
    let world = World::open().await;
    let event = world.event(&[]).await;
    let anna = world.somebody("anna", None).await;
    let keep = async |keep: bool| {
        world
            .run(&anna.actor, "eventKeep", json!({ "event": event, "keep": keep }), "event { isKept } errors { code }")
            .await
    };
    let kept = "{ viewer { keptEvents { title isKept } } }";
    for _ in 0..2 {
        assert_eq!(keep(true).await, json!({ "event": { "isKept": true }, "errors": [] }));
        let mine = world.ask(&anna.actor, kept).await;
        assert_eq!(mine["viewer"]["keptEvents"], json!([{ "title": "Koncert", "isKept": true }]));
    }
    for _ in 0..2 {
        assert_eq!(keep(false).await, json!({ "event": { "isKept": false }, "errors": [] }));
    }
    assert_eq!(world.ask(&anna.actor, kept).await["viewer"]["keptEvents"], json!([]));
    let input = json!({ "event": event, "keep": true });
    assert_eq!(world.run(&Actor::Anonymous, "eventKeep", input, "event { id }").await["fault"], "UNAUTHENTICATED");
}
