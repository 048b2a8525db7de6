//! Subscriptions without an account: asked for, confirmed by mail, and nobody else's to ask for.

use kernel::scope::Actor;
use serde_json::{Value, json};

use crate::support::World;

fn input(email: &str, target: Value) -> Value {
    json!({ "email": email, "consent": true, "target": target, "frequency": "WEEKLY" })
}

const CONFIRMED: &str = "confirmed { subscription { id label frequency muted } manageUrl }";

impl World {
    async fn confirm(&self, token: &str) -> Value {
        self.payload(&Actor::Anonymous, "subscriptionConfirm", json!({ "token": token }), CONFIRMED).await
    }

    async fn ask(&self, email: &str, target: Value) -> String {
        let payload = self.payload(&Actor::Anonymous, "subscriptionRequest", input(email, target), "mailed").await;
        assert_eq!(payload, json!({ "mailed": true, "errors": [] }));
        self.mails().await.pop().unwrap().token()
    }
}

#[tokio::test]
async fn a_mail_makes_the_subscription() {
    let world = World::start().await;
    let target = json!({ "activities": { "query": "robotyka", "filter": { "age": 8 } } });
    let asked = input(" Ola@Example.org ", target);
    let payload = world.payload(&Actor::Anonymous, "subscriptionRequest", asked, "mailed").await;
    assert_eq!(payload, json!({ "mailed": true, "errors": [] }));
    let letter = world.mails().await.pop().unwrap();
    assert_eq!((letter.template.as_str(), letter.to.as_str()), ("notifications/confirm", "ola@example.org"));
    assert_eq!((&letter.args["frequency"], &letter.args["days"]), (&json!("WEEKLY"), &json!(3)));
    let token = letter.token();
    let first = world.confirm(&token).await;
    let confirmed = &first["confirmed"];
    assert_eq!(confirmed["subscription"]["label"], "Zajęcia: robotyka · 8 lat");
    assert_eq!(confirmed["subscription"]["frequency"], "WEEKLY");
    let manage = confirmed["manageUrl"].as_str().unwrap();
    assert!(manage.starts_with("/unsubscribe/"), "{manage}");
    let again = world.confirm(&token).await;
    assert_eq!(again["confirmed"]["subscription"], confirmed["subscription"], "done again, it is the same");
    // Who turned it off by now is not told again because an old mail is opened.
    let by_link = manage.strip_prefix("/unsubscribe/").unwrap();
    let mute = json!({ "token": by_link, "subscription": confirmed["subscription"]["id"], "muted": true });
    world.payload(&Actor::Anonymous, "subscriptionMuteByLink", mute, "__typename").await;
    assert_eq!(world.confirm(&token).await["confirmed"]["subscription"]["muted"], true);
}

#[tokio::test]
async fn the_answer_does_not_tell_whether_an_address_is_known() {
    let world = World::start().await;
    world.person("Anna").await;
    let unverified = world.account("Ewa", false).await;
    assert!(unverified.account().is_some());
    let target = json!({ "interest": "chess" });
    let mut answers = Vec::new();
    for email in ["anna@example.org", "ewa@example.org", "nobody@example.org"] {
        let asked = input(email, target.clone());
        answers.push(world.payload(&Actor::Anonymous, "subscriptionRequest", asked, "mailed").await);
        assert_eq!(world.mails().await.len(), 1);
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
}

#[tokio::test]
async fn what_an_account_s_address_asks_for_is_the_account_s() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let token = world.ask("anna@example.org", json!({ "interest": "chess" })).await;
    let own = "{ viewer { subscriptions { label } } }";
    assert_eq!(world.data(&anna, own, json!({})).await["viewer"]["subscriptions"], json!([]));
    assert_eq!(world.confirm(&token).await["errors"], json!([]));
    let told = world.data(&anna, own, json!({})).await;
    assert_eq!(told["viewer"]["subscriptions"].as_array().unwrap().len(), 1);
    // What was asked for by an address is theirs, too, who later sign in with it.
    let token = world.ask("zofia@example.org", json!({ "interest": "chess" })).await;
    world.confirm(&token).await;
    let zofia = world.person("Zofia").await;
    let told = world.data(&zofia, own, json!({})).await;
    assert_eq!(told["viewer"]["subscriptions"].as_array().unwrap().len(), 1);
    let id = world.save(&zofia, json!({ "interest": "robotics" })).await;
    assert!(!id.is_empty());
    let told = world.data(&zofia, own, json!({})).await;
    assert_eq!(told["viewer"]["subscriptions"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_mail_says_nothing_that_a_stranger_typed() {
    let world = World::start().await;
    let evil = "kup tanie leki na evil.example robotyka";
    let near = json!({ "lat": 52.7, "lon": 14.7, "radiusMeters": 1500 });
    for target in [
        json!({ "activities": { "query": evil, "near": near, "filter": { "languages": ["evil.example"] } } }),
        json!({ "everything": { "query": evil } }),
        json!({ "institutions": { "query": evil, "filter": { "founder": "evil.example" } } }),
        json!({ "news": { "query": evil } }),
    ] {
        let asked = input("ola@example.org", target.clone());
        let payload = world.payload(&Actor::Anonymous, "subscriptionRequest", asked, "mailed").await;
        assert_eq!(payload["errors"], json!([]), "{target}");
        let letter = world.mails().await.pop().unwrap();
        let said = letter.args["label"].as_str().unwrap();
        assert!(!said.contains("evil") && !said.contains("leki"), "{said}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let child = world.child(&anna, "Zosia").await.global();
    let chess = json!({ "interest": "chess" });
    let cases = [
        (json!({ "email": "nobody", "consent": true, "target": chess }), "EMAIL_INVALID", "email"),
        (
            json!({ "email": "a@example.org\r\nBcc: b@x.org", "consent": true, "target": chess }),
            "EMAIL_INVALID",
            "email",
        ),
        (json!({ "email": "a@example.org", "consent": false, "target": chess }), "CONSENT_MISSING", "consent"),
        (
            json!({ "email": "a@example.org", "consent": true, "target": { "district": "mars" } }),
            "TARGET_UNKNOWN",
            "target.district",
        ),
        (json!({ "email": "a@example.org", "consent": true, "target": chess, "about": [] }), "ABOUT_MISSING", "about"),
    ];
    for (input, code, field) in cases {
        let wrong = world.wrong(&Actor::Anonymous, "subscriptionRequest", input.clone()).await;
        assert_eq!(wrong, [(code.to_owned(), field.to_owned())], "{input}");
    }
    for actor in [&Actor::Anonymous, &anna] {
        let asked = input("a@example.org", json!({ "activities": { "child": child } }));
        let wrong = world.wrong(actor, "subscriptionRequest", asked).await;
        assert_eq!(wrong, [("CHILD_UNKNOWN".to_owned(), "target.activities.child".to_owned())]);
    }
    assert!(world.mails().await.is_empty());
    // What only a program fills in is answered as ever, and nothing is mailed.
    let asked = json!({ "email": "a@example.org", "consent": true, "target": chess, "website": "https://x.example" });
    let payload = world.payload(&Actor::Anonymous, "subscriptionRequest", asked, "mailed").await;
    assert_eq!(payload, json!({ "mailed": true, "errors": [] }));
    assert!(world.mails().await.is_empty());
}

#[tokio::test]
async fn nobody_is_flooded_with_mails() {
    let world = World::start().await;
    let target = |number: usize| json!({ "everything": { "query": format!("temat {number}") } });
    for number in 0..6 {
        world.ask("ola@example.org", target(number)).await;
    }
    let asked = input("Ola@example.org", target(7));
    let wrong = world.wrong(&Actor::Anonymous, "subscriptionRequest", asked).await;
    assert_eq!(wrong, [("MAIL_SENT_ALREADY".to_owned(), "email".to_owned())]);
    // Others from the same place are slowed down, too, however many addresses they have.
    let mut wrong = Vec::new();
    for number in 0..30 {
        let asked = input(&format!("person{number}@example.org"), target(0));
        wrong = world.wrong(&Actor::Anonymous, "subscriptionRequest", asked).await;
        if !wrong.is_empty() {
            break;
        }
    }
    assert_eq!(wrong, [("TOO_MANY_FROM_HERE".to_owned(), "email".to_owned())]);
}

#[tokio::test]
async fn a_link_acts_for_three_days_in_its_city() {
    let world = World::start().await;
    let token = world.ask("ola@example.org", json!({ "interest": "chess" })).await;
    let invalid = json!({ "confirmed": null });
    for other in ["", "nonsense", &token[1..], &format!("{token}A")] {
        let payload = world.confirm(other).await;
        assert_eq!(
            (&payload["confirmed"], &payload["errors"][0]["code"]),
            (&invalid["confirmed"], &json!("LINK_INVALID"))
        );
    }
    let document =
        "mutation($input: SubscriptionConfirmInput!) { subscriptionConfirm(input: $input) { errors { code } } }";
    let radom = world.in_city("radom", Actor::Anonymous);
    let response = world.run_in(radom, document, json!({ "input": { "token": token } })).await;
    let data = response.data.into_json().unwrap();
    assert_eq!(data["subscriptionConfirm"]["errors"][0]["code"], "LINK_INVALID");
    world.forward(73);
    assert_eq!(world.confirm(&token).await["errors"][0]["code"], "LINK_INVALID");
}
