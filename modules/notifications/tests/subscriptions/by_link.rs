//! The links of mails: what they show and do, again and again, and for whom.

use kernel::scope::{Actor, Scope};
use notices::{link, readers};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::World;

const SHOWN: &str =
    "link { maskedEmail isPaused isStale subscription { id } subscriptions { id label frequency muted } }";
const LOOK: &str = "query($token: String!) { subscriptionsByLink(token: $token) { maskedEmail isPaused isStale subscription { id muted } subscriptions { id label muted } } }";

impl World {
    /// A link of a mail to that person, to one of their subscriptions or to all.
    async fn link(&self, actor: &Actor, subscription: Option<&str>) -> String {
        let scope: Scope = self.scope(actor);
        let reader = readers::own(&scope).await.unwrap().unwrap();
        let id = subscription.map(|id| notifications::SubscriptionId::parse(id).unwrap().0);
        let path = link::make(&scope, &reader, id).unwrap();
        path.strip_prefix("/unsubscribe/").unwrap().to_owned()
    }

    async fn look(&self, token: &str) -> Value {
        self.data(&Actor::Anonymous, LOOK, json!({ "token": token })).await["subscriptionsByLink"].take()
    }

    async fn act(&self, field: &str, input: Value) -> Value {
        self.payload(&Actor::Anonymous, field, input, SHOWN).await
    }
}

#[tokio::test]
async fn one_click_turns_off_what_the_link_is_for() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let chess = world.save(&anna, json!({ "interest": "chess" })).await;
    let robots = world.save(&anna, json!({ "interest": "robotics" })).await;
    let of_one = world.link(&anna, Some(&chess)).await;
    let of_all = world.link(&anna, None).await;
    let seen = world.look(&of_one).await;
    assert_eq!(seen["maskedEmail"], "a…@example.org");
    assert_eq!(seen["subscription"], json!({ "id": chess, "muted": false }));
    assert_eq!(seen["subscriptions"].as_array().unwrap().len(), 2);

    for _ in 0..2 {
        let done = world.act("unsubscribe", json!({ "token": of_one })).await;
        assert_eq!((&done["errors"], &done["link"]["isPaused"]), (&json!([]), &json!(false)));
        let muted: Vec<_> = done["link"]["subscriptions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row["id"].clone(), row["muted"].clone()))
            .collect();
        assert_eq!(muted, [(json!(robots), json!(false)), (json!(chess), json!(true))]);
    }
    for _ in 0..2 {
        let done = world.act("unsubscribe", json!({ "token": of_all })).await;
        assert_eq!((&done["errors"], &done["link"]["isPaused"]), (&json!([]), &json!(true)));
    }
    let resumed = world.act("resumeByLink", json!({ "token": of_all })).await;
    assert_eq!((&resumed["link"]["isPaused"], &resumed["link"]["isStale"]), (&json!(false), &json!(true)));
}

#[tokio::test]
async fn a_link_from_before_things_were_turned_on_again_asks_first() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let chess = world.save(&anna, json!({ "interest": "chess" })).await;
    let (of_one, of_all) = (world.link(&anna, Some(&chess)).await, world.link(&anna, None).await);
    world.act("unsubscribe", json!({ "token": of_one })).await;
    let input = json!({ "id": chess, "muted": false });
    world.payload(&anna, "subscriptionSave", input, "__typename").await;
    for token in [&of_one, &of_all] {
        assert_eq!(world.look(token).await["isStale"], true);
        let done = world.act("unsubscribe", json!({ "token": token })).await;
        assert_eq!(done["errors"][0]["code"], "LINK_STALE");
        assert_ne!(world.look(token).await["subscription"]["muted"], true);
    }
    // Whoever sees what they do may do it.
    let muted = json!({ "token": of_one, "subscription": chess, "muted": true });
    assert_eq!(world.act("subscriptionMuteByLink", muted).await["link"]["subscriptions"][0]["muted"], true);
    let paused = world.act("unsubscribe", json!({ "token": of_one, "all": true })).await;
    assert_eq!(paused["link"]["isPaused"], true);
    let fresh = world.link(&anna, None).await;
    assert_eq!(world.look(&fresh).await["isStale"], false);
}

#[tokio::test]
async fn a_link_acts_on_its_reader_s_own_and_names_no_child() {
    let world = World::start().await;
    let (anna, ewa) = (world.person("Anna").await, world.person("Ewa").await);
    let child = world.child(&anna, "Zosia").await.global();
    let target = json!({ "activities": { "child": child } });
    let input = json!({ "target": target, "label": "Dla Zosi" });
    let saved = world.payload(&anna, "subscriptionSave", input, "subscription { id }").await;
    let id = saved["subscription"]["id"].clone();
    let others = world.save(&ewa, json!({ "interest": "chess" })).await;
    let token = world.link(&anna, None).await;
    let seen = world.look(&token).await;
    assert_eq!(seen["subscriptions"], json!([{ "id": id, "label": "Zajęcia: dla dziecka", "muted": false }]));
    let often = json!({ "token": token, "subscription": id, "frequency": "AT_ONCE" });
    let done = world.act("subscriptionFrequencyByLink", often).await;
    assert_eq!(done["link"]["subscriptions"][0]["frequency"], "AT_ONCE");
    for (field, ty, more) in [
        ("subscriptionMuteByLink", "SubscriptionMuteByLinkInput", json!({ "muted": true })),
        ("subscriptionFrequencyByLink", "SubscriptionFrequencyByLinkInput", json!({ "frequency": "DAILY" })),
    ] {
        let mut input = json!({ "token": token, "subscription": others });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let document = format!("mutation($input: {ty}!) {{ {field}(input: $input) {{ errors {{ code }} }} }}");
        let response = world.run(&Actor::Anonymous, &document, json!({ "input": input })).await;
        assert_eq!(crate::support::fault(&response).0, "NOT_FOUND");
    }
}

#[tokio::test]
async fn a_link_that_is_not_ours_is_nothing() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    world.save(&anna, json!({ "interest": "chess" })).await;
    let token = world.link(&anna, Some(&notifications::SubscriptionId(Uuid::from_u128(9)).global())).await;
    // One of what is gone is still a way to all the rest.
    assert_eq!(world.look(&token).await["subscription"], Value::Null);
    let mut touched = token.clone().into_bytes();
    touched[10] = if touched[10] == b'A' { b'B' } else { b'A' };
    let touched = String::from_utf8(touched).unwrap();
    for other in ["", "x", "x.y", &touched, &token[..40]] {
        assert_eq!(world.look(other).await, Value::Null, "{other}");
        for (field, input) in [
            ("unsubscribe", json!({ "token": other })),
            ("resumeByLink", json!({ "token": other })),
            ("subscriptionMuteByLink", json!({ "token": other, "subscription": "sub_x", "muted": true })),
        ] {
            assert_eq!(world.act(field, input).await["errors"][0]["code"], "LINK_INVALID", "{field}");
        }
    }
    let radom = world.in_city("radom", Actor::Anonymous);
    let response = world.run_in(radom, LOOK, json!({ "token": token })).await;
    assert_eq!(response.data.into_json().unwrap()["subscriptionsByLink"], Value::Null);
}
