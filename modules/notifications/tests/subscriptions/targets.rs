//! Every kind of target: what it is called, what it asks, where it is seen, and what is wrong with bad ones.

use kernel::{
    i18n::Lang,
    scope::{Actor, Scope},
};
use notifications::{Compiled, SubscriptionTargetInput as Target, compile_target, found};
use serde_json::{Value, json};

use crate::support::{World, fault};

async fn compiled(world: &World, target: &Value) -> (Scope, Compiled) {
    let scope = world.system();
    let snapshot = scope.snapshot().await.unwrap();
    let target = Target::from_json(target).unwrap();
    let compiled = compile_target(&scope, &snapshot, &target, None).await.unwrap();
    (scope, compiled)
}

/// Titles of what a target finds now.
async fn finds(world: &World, target: Value) -> usize {
    let (scope, compiled) = compiled(world, &target).await;
    let snapshot = scope.snapshot().await.unwrap();
    found(&scope, &snapshot, &compiled).unwrap().unwrap().len()
}

#[tokio::test]
async fn every_kind_is_kept_as_it_came_and_called_what_it_is() {
    let world = World::start().await;
    world.town().await;
    let (school, robots) = (world.school().await, world.activity("Robotyka").await);
    let anna = world.person("Anna").await;
    let near = json!({ "place": "Pogodno", "radiusMeters": 3000 });
    let cases: [(Value, [&str; 3], String, Option<u64>); 13] = [
        (
            json!({ "activities": { "query": "piłka", "filter": { "age": 8, "maxPrice": "150" }, "near": near } }),
            [
                "Zajęcia: piłka · 8 lat · do 150\u{a0}zł · do 3\u{a0}km od: Pogodno",
                "Activities: piłka · 8 years · up to 150\u{a0}zł · within 3\u{a0}km of Pogodno",
                "Заняття: piłka · 8 років · до 150\u{a0}zł · до 3\u{a0}км від: Pogodno",
            ],
            "/zajecia?q=pi%C5%82ka&age=8&max_price=150&near=Pogodno&radius=3000".to_owned(),
            Some(1),
        ),
        (json!({ "activities": {} }), ["Zajęcia", "Activities", "Заняття"], "/zajecia".to_owned(), Some(3)),
        (
            json!({ "events": { "filter": { "interests": ["robotics"], "weekend": true } } }),
            ["Wydarzenia: Robotyka · w weekend", "Events: Robotics · at weekends", "Події: Робототехніка · у вихідні"],
            "/wydarzenia?interests=robotics&weekend=1".to_owned(),
            Some(0),
        ),
        (
            json!({ "events": { "filter": { "interests": ["robotics"] } } }),
            ["Wydarzenia: Robotyka", "Events: Robotics", "Події: Робототехніка"],
            "/wydarzenia?interests=robotics".to_owned(),
            Some(1),
        ),
        (
            json!({ "institutions": { "query": "muzyczna", "filter": { "kinds": ["CULTURE_CENTRE"] } } }),
            [
                "Placówki: muzyczna · dom kultury",
                "Institutions: muzyczna · culture centre",
                "Заклади: muzyczna · будинок культури",
            ],
            "/placowki?q=muzyczna&kinds=CULTURE_CENTRE".to_owned(),
            Some(1),
        ),
        (
            json!({ "news": { "filter": { "categories": ["ADMISSIONS"] } } }),
            ["Aktualności: rekrutacja", "News: admissions", "Новини: набір"],
            "/aktualnosci?categories=ADMISSIONS".to_owned(),
            Some(1),
        ),
        (
            json!({ "advice": { "filter": { "topics": ["WATER_ICE"] } } }),
            [
                "Porady o bezpieczeństwie: nad wodą i na lodzie",
                "Safety advice: by the water and on ice",
                "Поради з безпеки: біля води й на льоду",
            ],
            "/bezpieczni?topics=WATER_ICE".to_owned(),
            Some(1),
        ),
        (
            json!({ "debates": { "filter": { "past": false } } }),
            ["Debaty: które dopiero będą", "Debates: that are to come", "Дебати: які ще відбудуться"],
            "/debaty".to_owned(),
            Some(1),
        ),
        (
            json!({ "everything": { "query": "roboty" } }),
            ["Wszystko w mieście: roboty", "Everything in the city: roboty", "Усе в місті: roboty"],
            "/szukaj?q=roboty".to_owned(),
            Some(2),
        ),
        (json!({ "entry": school }), ["Szkoła Muzyczna"; 3], format!("/placowki/{school}/szkola-muzyczna"), Some(2)),
        (json!({ "entry": robots }), ["Robotyka"; 3], format!("/zajecia/{robots}/robotyka"), Some(1)),
        (
            json!({ "interest": "robotics" }),
            ["wszystko o: Robotyka", "everything about: Robotics", "усе про: Робототехніка"],
            "/zajecia?interests=robotics".to_owned(),
            Some(2),
        ),
        (
            json!({ "alerts": { "district": "rynek", "minSeverity": "SEVERE" } }),
            [
                "Ostrzeżenia: w miejscu: Rynek · tylko poważne i nadzwyczajne zagrożenie",
                "Alerts: at: Rynek · only severe and extreme danger",
                "Попередження: у місці: Rynek · лише серйозна й надзвичайна небезпека",
            ],
            "/bezpieczni/ostrzezenia".to_owned(),
            None,
        ),
    ];
    let mut differing = Vec::new();
    for (target, labels, path, count) in cases {
        let id = world.save(&anna, target.clone()).await;
        let told = "query($id: ID!) { viewer { subscription(id: $id) { label targetUrl targetJson matchCount } } }";
        for (lang, label) in Lang::ALL.into_iter().zip(labels) {
            let mut scope = world.scope(&anna);
            scope.lang = lang;
            let response = world.run_in(scope, told, json!({ "id": id })).await;
            assert!(response.errors.is_empty(), "{:?}", response.errors);
            let told = response.data.into_json().unwrap()["viewer"]["subscription"].take();
            let kept: Value = serde_json::from_str(told["targetJson"].as_str().unwrap()).unwrap();
            assert_eq!(kept, target);
            if told["label"] != label {
                differing.push(format!("{} instead of {label}", told["label"]));
            }
            let prefix = if lang == Lang::Pl { String::new() } else { format!("/{}", lang.tag()) };
            if told["targetUrl"] != format!("{prefix}{path}") || told["matchCount"] != json!(count) {
                differing.push(format!("{told} instead of {path}, {count:?}"));
            }
        }
    }
    assert!(differing.is_empty(), "{differing:#?}");
}

#[tokio::test]
async fn a_subscription_finds_what_its_list_finds() {
    let world = World::start().await;
    world.town().await;
    let lists = [
        (
            "activities",
            "ActivityFilter",
            vec![
                json!({}),
                json!({ "free": true }),
                json!({ "interests": ["chess", "football"] }),
                json!({ "districts": ["pogodno"] }),
                json!({ "age": 11 }),
                json!({ "maxPrice": "99.99" }),
                json!({ "enrolment": ["FULL"] }),
            ],
        ),
        (
            "institutions",
            "InstitutionFilter",
            vec![json!({}), json!({ "kinds": ["MUSEUM"] }), json!({ "districts": ["rynek"] })],
        ),
        (
            "events",
            "EventFilter",
            vec![
                json!({}),
                json!({ "from": "2026-12-05", "until": "2026-12-05" }),
                json!({ "from": "2026-12-06" }),
                json!({ "free": true }),
                json!({ "audience": ["PUPILS"] }),
            ],
        ),
        (
            "news",
            "NewsFilter",
            vec![
                json!({}),
                json!({ "categories": ["SPORT"] }),
                json!({ "since": "2026-11-27" }),
                json!({ "pinned": true }),
            ],
        ),
        (
            "advice",
            "AdviceFilter",
            vec![json!({}), json!({ "topics": ["ROAD"] }), json!({ "now": true }), json!({ "audience": ["PARENTS"] })],
        ),
    ];
    for (kind, ty, filters) in lists {
        for filter in filters {
            for text in ["", "robotyka", "szkoła", "lód", "nabór"] {
                let document = format!(
                    "query($text: String, $filter: {ty}) {{ {kind}(query: $text, filter: $filter, first: 100) {{ totalCount nodes {{ id }} {} }} }}",
                    if matches!(kind, "activities" | "institutions") { "fullMatchCount" } else { "" }
                );
                let data = world.data(&Actor::Anonymous, &document, json!({ "text": text, "filter": filter })).await;
                let list = &data[kind];
                let found = finds(&world, json!({ kind: { "query": text, "filter": filter } })).await as u64;
                match list["fullMatchCount"].as_u64() {
                    Some(full) => assert_eq!(found, full, "{kind} {text:?} {filter}"),
                    // Other lists do not say how much of what they show for a text only comes near to it.
                    None if text.is_empty() => assert_eq!(json!(found), list["totalCount"], "{kind} {filter}"),
                    None => assert!(found <= list["totalCount"].as_u64().unwrap(), "{kind} {text:?} {filter}"),
                }
            }
        }
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_target_is_said_at_its_field() {
    let world = World::start().await;
    let anna = world.person("Anna").await;
    let ewa = world.person("Ewa").await;
    let childs = world.child(&ewa, "Zosia").await.global();
    let foreign = directory::InstitutionId(uuid::Uuid::from_u128(7)).global();
    let article = news::ArticleId(uuid::Uuid::from_u128(7)).global();
    let long = "a".repeat(501);
    let cases = [
        (json!({}), "TARGET_MISSING", "target"),
        (json!({ "target": { "entry": foreign } }), "TARGET_UNKNOWN", "target.entry"),
        (json!({ "target": { "entry": article } }), "TARGET_UNKNOWN", "target.entry"),
        (json!({ "target": { "entry": "nonsense" } }), "TARGET_UNKNOWN", "target.entry"),
        (json!({ "target": { "interest": "astrology-of-cats" } }), "TARGET_UNKNOWN", "target.interest"),
        (json!({ "target": { "district": "mars" } }), "TARGET_UNKNOWN", "target.district"),
        (json!({ "target": { "alerts": { "district": "mars" } } }), "TARGET_UNKNOWN", "target.alerts.district"),
        (
            json!({ "target": { "alerts": { "district": "rynek", "near": { "place": "Rynek" } } } }),
            "TARGET_WRONG",
            "target.alerts.near",
        ),
        (json!({ "target": { "everything": { "query": "  " } } }), "TARGET_WRONG", "target.everything.query"),
        (
            json!({ "target": { "activities": { "filter": { "interests": ["chess", "x"] } } } }),
            "TARGET_UNKNOWN",
            "target.activities.filter.interests",
        ),
        (
            json!({ "target": { "news": { "filter": { "districts": ["mars"] } } } }),
            "TARGET_UNKNOWN",
            "target.news.filter.districts",
        ),
        (
            json!({ "target": { "events": { "filter": { "institution": foreign } } } }),
            "TARGET_UNKNOWN",
            "target.events.filter.institution",
        ),
        (
            json!({ "target": { "activities": { "filter": { "age": 200 } } } }),
            "TARGET_WRONG",
            "target.activities.filter.age",
        ),
        (
            json!({ "target": { "events": { "filter": { "from": "2026-12-05", "until": "2026-12-01" } } } }),
            "TARGET_WRONG",
            "target.events.filter.until",
        ),
        (json!({ "target": { "activities": { "query": long } } }), "TARGET_WRONG", "target.activities.query"),
        (
            json!({ "target": { "activities": { "near": { "place": "Nigdzie" } } } }),
            "PLACE_UNKNOWN",
            "target.activities.near.place",
        ),
        (
            json!({ "target": { "activities": { "near": { "lat": 200.0, "lon": 1.0 } } } }),
            "TARGET_WRONG",
            "target.activities.near.lat",
        ),
        (json!({ "target": { "activities": { "child": childs } } }), "CHILD_UNKNOWN", "target.activities.child"),
        (json!({ "target": { "activities": { "child": "kid_x" } } }), "CHILD_UNKNOWN", "target.activities.child"),
        (json!({ "target": { "activities": {} }, "about": [] }), "ABOUT_MISSING", "about"),
        (json!({ "target": { "activities": {} }, "about": ["ALERT"] }), "ABOUT_MISSING", "about"),
        (json!({ "target": { "activities": {} }, "label": "x".repeat(121) }), "LABEL_TOO_LONG", "label"),
    ];
    for (input, code, field) in cases {
        let wrong = world.wrong(&anna, "subscriptionSave", input.clone()).await;
        assert_eq!(wrong, [(code.to_owned(), field.to_owned())], "{input}");
        let Some(target) = input.get("target").filter(|_| field.starts_with("target.")) else { continue };
        let preview = "query($target: SubscriptionTargetInput!) { subscriptionPreview(target: $target) { label } }";
        let response = world.run(&anna, preview, json!({ "target": target })).await;
        assert_eq!(fault(&response), ("BAD_USER_INPUT".to_owned(), "target".to_owned()), "{input}");
    }
    // What the schema itself refuses: a condition that no list has, and two targets at once.
    let save = "mutation($input: SubscriptionSaveInput!) { subscriptionSave(input: $input) { subscription { id } } }";
    for target in [
        json!({ "activities": { "filter": { "colour": "red" } } }),
        json!({ "interest": "chess", "district": "rynek" }),
        json!({}),
        json!({ "interest": null }),
    ] {
        let response = world.run(&anna, save, json!({ "input": { "target": target } })).await;
        assert!(!response.errors.is_empty(), "{target}");
    }
}

#[tokio::test]
async fn an_alert_area_is_a_place_a_district_or_the_city() {
    let world = World::start().await;
    for (asked, point, radius, district, severity) in [
        (json!({}), false, 0.0, None, 2),
        (json!({ "minSeverity": "EXTREME" }), false, 0.0, None, 4),
        (json!({ "minSeverity": "UNKNOWN" }), false, 0.0, None, 0),
        (json!({ "district": "rynek" }), false, 0.0, Some("rynek"), 2),
        (json!({ "near": { "place": "Rynek", "radiusMeters": 500 } }), true, 500.0, None, 2),
        (json!({ "near": { "lat": 52.7, "lon": 14.6 } }), true, 0.0, None, 2),
    ] {
        let (_, compiled) = compiled(&world, &json!({ "alerts": asked })).await;
        let area = compiled.area.unwrap();
        assert_eq!((area.point.is_some(), area.radius, area.min_severity), (point, radius, severity), "{asked}");
        assert_eq!(area.district.as_deref(), district);
        assert!(compiled.query.is_none() && compiled.entry.is_none());
    }
}

#[tokio::test]
async fn a_preview_counts_what_would_have_been_told() {
    let world = World::start().await;
    let robots = activities::ActivityId::parse(&world.activity("Robotyka").await).unwrap();
    let hour = |day: u32, hour: u32, minute: u32| format!("2026-11-{day:02}T{hour:02}:{minute:02}:00+00:00");
    // Three within a quarter of an hour, one later that day, one a week later; one too long ago.
    let past = [hour(9, 10, 0), hour(9, 10, 5), hour(9, 10, 10), hour(9, 14, 0), hour(17, 10, 0)];
    for (number, at) in past.iter().chain(&["2026-10-01T10:00:00+00:00".to_owned()]).enumerate() {
        let told = json!({ "title": "Robotyka", "path": "/zajecia/x", "owners": [], "facts": {}, "area": null });
        world
            .execute(&format!(
                "INSERT INTO happening (id, what, entity, entity_id, told, at) \
                 VALUES (X'{:032x}', 'PRICE_FELL', 'activity', X'{}', '{told}', '{at}')",
                number + 1,
                robots.0.simple()
            ))
            .await;
    }
    let document = "query($target: SubscriptionTargetInput!, $about: [NotificationKind!]) {
        atOnce: subscriptionPreview(target: $target, about: $about, frequency: AT_ONCE) { mailsLastMonth }
        daily: subscriptionPreview(target: $target, about: $about, frequency: DAILY) { mailsLastMonth }
        weekly: subscriptionPreview(target: $target, about: $about, frequency: WEEKLY) {
            mailsLastMonth happeningsLastMonth matchesNow label url aboutOptions defaultAbout defaultFrequency
            examples { title url kind happenedAt } saved { id } } }";
    let target = json!({ "activities": { "query": "robotyka" } });
    let anonymous = Actor::Anonymous;
    let data = world.data(&anonymous, document, json!({ "target": target })).await;
    assert_eq!(data["atOnce"]["mailsLastMonth"], 4);
    assert_eq!(data["daily"]["mailsLastMonth"], 2);
    assert_eq!(data["weekly"]["mailsLastMonth"], 2);
    let weekly = &data["weekly"];
    assert_eq!((&weekly["happeningsLastMonth"], &weekly["matchesNow"]), (&json!(5), &json!(1)));
    assert_eq!(weekly["examples"].as_array().unwrap().len(), 5);
    assert_eq!(
        weekly["examples"][0],
        json!({ "title": "Robotyka", "url": "/zajecia/x", "kind": "PRICE_FELL",
        "happenedAt": "2026-11-17T10:00:00+00:00" })
    );
    assert_eq!(weekly["defaultAbout"], json!(["APPEARED", "PLACE_FREED", "PRICE_FELL", "ENROLMENT_OPENED"]));
    assert_eq!((&weekly["defaultFrequency"], &weekly["saved"]), (&json!("DAILY"), &Value::Null));
    // What is not asked for would not have been told, nor of what is not found.
    for (target, about) in [
        (target.clone(), json!(["APPEARED"])),
        (json!({ "activities": { "query": "szachy" } }), Value::Null),
        (json!({ "alerts": {} }), Value::Null),
    ] {
        let data = world.data(&anonymous, document, json!({ "target": target, "about": about })).await;
        assert_eq!(data["weekly"]["happeningsLastMonth"], 0, "{target}");
    }
    let anna = world.person("Anna").await;
    let id = world.save(&anna, target.clone()).await;
    let data = world.data(&anna, document, json!({ "target": target })).await;
    assert_eq!(data["weekly"]["saved"]["id"], id);
}
