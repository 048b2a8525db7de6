//! Subscriptions of one's own: made, changed, removed, taken back, and nobody else's.

use kernel::{changes, scope::Actor};
use notifications::{ENTITY, PERSONAL_DATA};
use serde_json::{Value, json};

use crate::support::{World, fault};

const OWN: &str = "{ viewer { subscriptions { id label ownLabel frequency about muted removed child { name } } } }";

#[tokio::test]
async fn who_asks_twice_has_one() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let target = json!({ "activities": { "query": "robotyka" } });
    let first = world.save(&anna, target.clone()).await;
    // The same, said in another way: what is empty is nothing.
    let again = json!({ "activities": { "query": "robotyka", "filter": {}, "near": null } });
    assert_eq!(world.save(&anna, again).await, first);
    let other = world.save(&anna, json!({ "activities": { "query": "szachy" } })).await;
    assert_ne!(other, first);

    let input = json!({ "id": first, "label": "  Roboty \n dla nas ", "frequency": "WEEKLY", "about": ["PRICE_FELL", "ALERT"], "muted": true });
    let told = "subscription { label ownLabel frequency about muted }";
    let saved = world.payload(&anna, "subscriptionSave", input, told).await;
    assert_eq!(
        saved["subscription"],
        json!({ "label": "Roboty dla nas", "ownLabel": "Roboty dla nas", "frequency": "WEEKLY",
            "about": ["PRICE_FELL"], "muted": true })
    );
    // Who asks for it again wants to be told again; how, they said before.
    let payload = world.payload(&anna, "subscriptionSave", json!({ "target": target }), told).await;
    assert_eq!(
        (&payload["subscription"]["muted"], &payload["subscription"]["frequency"]),
        (&json!(false), &json!("WEEKLY"))
    );
    let input = json!({ "id": other, "target": target });
    assert_eq!(
        world.wrong(&anna, "subscriptionSave", input).await,
        [("ALREADY_SAVED".to_owned(), "target".to_owned())]
    );
    let unnamed = world.payload(&anna, "subscriptionSave", json!({ "id": first, "label": "" }), told).await;
    assert_eq!(unnamed["subscription"]["label"], "Zajęcia: robotyka");
    // What can become of alerts is nothing that can become of activities: it has to be said anew.
    let input = json!({ "id": other, "target": { "alerts": {} } });
    assert_eq!(world.wrong(&anna, "subscriptionSave", input).await, [("ABOUT_MISSING".to_owned(), "about".to_owned())]);
}

#[tokio::test]
async fn what_is_removed_can_be_taken_back_for_a_week() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let id = world.save(&anna, json!({ "interest": "chess" })).await;
    for _ in 0..2 {
        let input = json!({ "id": id });
        let payload = world.payload(&anna, "subscriptionRemove", input, "subscription { id removed }").await;
        assert_eq!(payload["subscription"], json!({ "id": id, "removed": true }));
        assert_eq!(world.data(&anna, OWN, json!({})).await["viewer"]["subscriptions"], json!([]));
    }
    world.forward(6 * 24);
    let restored = world.payload(&anna, "subscriptionRestore", json!({ "id": id }), "subscription { removed }").await;
    assert_eq!(restored["subscription"]["removed"], false);
    world.payload(&anna, "subscriptionRemove", json!({ "id": id }), "subscription { id }").await;
    world.forward(8 * 24);
    let wrong = world.wrong(&anna, "subscriptionRestore", json!({ "id": id })).await;
    assert_eq!(wrong, [("GONE_FOR_GOOD".to_owned(), String::new())]);
    (notifications::JOBS[0].run)(&world.system()).await.unwrap();
    let document =
        "mutation($input: SubscriptionRestoreInput!) { subscriptionRestore(input: $input) { errors { code } } }";
    let response = world.run(&anna, document, json!({ "input": { "id": id } })).await;
    assert_eq!(fault(&response).0, "NOT_FOUND");
    assert_ne!(world.save(&anna, json!({ "interest": "chess" })).await, id);
}

#[tokio::test]
async fn every_change_is_told_to_who_follows_the_log() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let count = || async {
        let scope = world.system();
        let db = scope.db().await.unwrap();
        let changed = changes::since(&db, 0).await.unwrap();
        changed
            .iter()
            .filter(|change| matches!(change, changes::Changed::Entity(entity, _) if entity == ENTITY))
            .count()
    };
    assert_eq!(count().await, 0);
    world.save(&anna, json!({ "interest": "chess" })).await;
    world.save(&anna, json!({ "interest": "robotics" })).await;
    assert_eq!(count().await, 2);
}

#[tokio::test]
async fn nobody_has_more_than_fifty() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let mut last = String::new();
    for number in 0..50 {
        last = world.save(&anna, json!({ "everything": { "query": format!("temat {number}") } })).await;
    }
    let input = json!({ "target": { "everything": { "query": "jeszcze jeden" } } });
    let too_many = [("TOO_MANY_SUBSCRIPTIONS".to_owned(), String::new())];
    assert_eq!(world.wrong(&anna, "subscriptionSave", input.clone()).await, too_many);
    // What there is can still be changed, and the place of what is removed is free.
    assert_eq!(world.save(&anna, json!({ "everything": { "query": "temat 3" } })).await.len(), last.len());
    world.payload(&anna, "subscriptionRemove", json!({ "id": last }), "__typename").await;
    assert_eq!(world.wrong(&anna, "subscriptionSave", input).await, []);
    assert_eq!(world.wrong(&anna, "subscriptionRestore", json!({ "id": last })).await, too_many);
}

#[tokio::test]
async fn nobody_sees_or_changes_another_s() {
    let world = World::start().await;
    let (anna, ewa) = (world.person("Anna").await, world.person("Ewa").await);
    let id = world.save(&anna, json!({ "interest": "chess" })).await;
    let one = "query($id: ID!) { viewer { subscription(id: $id) { id } subscriptions { id } } }";
    let admin = {
        let person = ewa.person().unwrap().clone();
        let grants = vec![kernel::access::Grant { role: kernel::access::Role::Admin, party: None }];
        Actor::Person(std::sync::Arc::new(kernel::access::Person { grants, ..person }))
    };
    for document in ["{ viewer { subscriptions { id } } }", "{ viewer { subscription(id: \"sub_x\") { id } } }"] {
        let response = world.run(&World::program(&anna), document, json!({})).await;
        let is_named = document.contains("sub_x");
        // What is no id at all is nobody's.
        assert_eq!(response.errors.first().map(|_| fault(&response).0), (!is_named).then(|| "FORBIDDEN".to_owned()));
    }
    for actor in [&ewa, &admin] {
        let data = world.data(actor, one, json!({ "id": id })).await;
        assert_eq!(data["viewer"], json!({ "subscription": null, "subscriptions": [] }));
    }
    assert_eq!(world.data(&Actor::Anonymous, one, json!({ "id": id })).await["viewer"], Value::Null);
    for (actor, code) in [
        (&ewa, "NOT_FOUND"),
        (&admin, "NOT_FOUND"),
        (&World::program(&anna), "FORBIDDEN"),
        (&Actor::Anonymous, "UNAUTHENTICATED"),
    ] {
        for (field, ty, input) in [
            ("subscriptionSave", "SubscriptionSaveInput", json!({ "id": id, "muted": true })),
            ("subscriptionRemove", "SubscriptionRemoveInput", json!({ "id": id })),
            ("subscriptionRestore", "SubscriptionRestoreInput", json!({ "id": id })),
        ] {
            let document = format!("mutation($input: {ty}!) {{ {field}(input: $input) {{ errors {{ code }} }} }}");
            let response = world.run(actor, &document, json!({ "input": input })).await;
            assert_eq!(fault(&response).0, code, "{field}");
        }
    }
    let own = world.data(&anna, OWN, json!({})).await;
    assert_eq!(own["viewer"]["subscriptions"][0]["muted"], false);
}

#[tokio::test]
async fn an_address_that_is_not_known_to_be_theirs_is_told() {
    let world = World::start().await;
    let anna = world.account("Anna", false).await;
    let input = json!({ "target": { "interest": "chess" } });
    assert_eq!(world.wrong(&anna, "subscriptionSave", input).await, [("ADDRESS_UNVERIFIED".to_owned(), String::new())]);
}

#[tokio::test]
async fn what_is_followed_says_so() {
    let world = World::start().await;
    let (event, debate) = world.town().await;
    let (school, robots) = (world.school().await, world.activity("Robotyka").await);
    let anna = world.person("Anna").await;
    let document = "query($school: ID!, $robots: ID!, $event: ID!, $debate: ID!) {
        institution(id: $school) { ...I } activity(id: $robots) { ...A } event(id: $event) { ...E } debate(id: $debate) { ...D } }
        fragment I on Institution { isFollowed viewerSubscription { id } }
        fragment A on Activity { isFollowed viewerSubscription { id } }
        fragment E on Event { isFollowed viewerSubscription { id } }
        fragment D on Debate { isFollowed viewerSubscription { id } }";
    let variables = json!({ "school": school, "robots": robots, "event": event, "debate": debate });
    let not = json!({ "isFollowed": false, "viewerSubscription": null });
    for (kind, id) in [("institution", &school), ("activity", &robots), ("event", &event), ("debate", &debate)] {
        for actor in [&anna, &Actor::Anonymous, &World::program(&anna)] {
            assert_eq!(world.data(actor, document, variables.clone()).await[kind], not, "{kind}");
        }
        let subscription = world.save(&anna, json!({ "entry": id })).await;
        let data = world.data(&anna, document, variables.clone()).await;
        assert_eq!(data[kind], json!({ "isFollowed": true, "viewerSubscription": { "id": subscription } }));
        assert_eq!(world.data(&Actor::Anonymous, document, variables.clone()).await[kind], not);
        world.payload(&anna, "subscriptionRemove", json!({ "id": subscription }), "__typename").await;
        assert_eq!(world.data(&anna, document, variables.clone()).await[kind], not);
    }
}

#[tokio::test]
async fn a_child_s_search_grows_with_it_and_is_named_to_its_guardian_only() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let child = world.child(&anna, "Zosia").await;
    let target = json!({ "activities": { "near": { "radiusMeters": 3000 }, "child": child.global() } });
    let id = world.save(&anna, target).await;
    let own = world.data(&anna, OWN, json!({})).await;
    let told = &own["viewer"]["subscriptions"][0];
    assert_eq!(told["label"], "Zajęcia: dla dziecka: Zosia · do 3\u{a0}km od domu");
    assert_eq!(told["child"]["name"], "Zosia");

    let scope = world.system();
    let snapshot = scope.snapshot().await.unwrap();
    let id = notifications::SubscriptionId::parse(&id).unwrap();
    let kept = notifications::find(&scope, id).await.unwrap().unwrap();
    // In mails it is called after no child.
    assert_eq!(notifications::label(&scope, &snapshot, &kept), "Zajęcia: dla dziecka · do 3\u{a0}km od domu");
    let compiled = notifications::compile(&scope, &snapshot, &kept).await.unwrap();
    let filter = compiled.query.unwrap().filter;
    assert_eq!(filter.ages, Some(102..=102));
    assert!(filter.terms.iter().any(|term| term.dimension == "interest" && term.any_of == ["robotics"]));
    world.forward(31 * 24);
    let later = notifications::compile(&world.system(), &snapshot, &kept).await.unwrap();
    assert_eq!(later.query.unwrap().filter.ages, Some(103..=103));

    let mut tx = world.scope(&anna).begin().await.unwrap();
    identity::children::delete(&mut tx, child).await.unwrap();
    tx.commit().await.unwrap();
    let gone = notifications::compile(&world.system(), &snapshot, &kept).await.unwrap();
    assert!(gone.query.is_none() && gone.entry.is_none(), "whoever is gone is asked for no more");
}

#[tokio::test]
async fn what_is_known_is_given_out_and_forgotten() {
    let world = World::start().await;
    let (anna, ewa) = (world.person("Anna").await, world.person("Ewa").await);
    world.save(&anna, json!({ "interest": "chess" })).await;
    world.save(&ewa, json!({ "interest": "chess" })).await;
    let account = |actor: &Actor| identity::AccountId(actor.account().unwrap());
    let export = (PERSONAL_DATA.export)(&world.system(), account(&anna)).await.unwrap();
    assert_eq!(export["subscriptions"].as_array().unwrap().len(), 1);
    assert_eq!(export["subscriptions"][0]["target"], json!({ "interest": "chess" }));
    assert_eq!(export["subscriptions"][0]["frequency"], "DAILY");
    let mut tx = world.system().begin().await.unwrap();
    (PERSONAL_DATA.erase)(&mut tx, account(&anna)).await.unwrap();
    tx.commit().await.unwrap();
    let export = (PERSONAL_DATA.export)(&world.system(), account(&anna)).await.unwrap();
    assert_eq!(export["subscriptions"], json!([]));
    assert_eq!(world.data(&ewa, OWN, json!({})).await["viewer"]["subscriptions"].as_array().unwrap().len(), 1);
}
