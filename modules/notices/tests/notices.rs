//! Notices from end to end: handed in, merged, due and mailed, on SQLite.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use chrono::NaiveDate;
use identity::{ChildProfile, children};
use kernel::{access::Via, i18n::Lang, mail::Lane};
use notices::{Frequency, Item, Telling, What, readers};
use serde_json::{Value, json};
use support::{World, address, appeared, cut_short, item, reason};
use uuid::Uuid;

fn items(sent: &support::Sent) -> Vec<Value> {
    let groups = sent.args["groups"].as_array().unwrap();
    groups.iter().flat_map(|group| group["items"].as_array().unwrap()).cloned().collect()
}

fn labels(item: &Value) -> Vec<&str> {
    item["reasons"].as_array().unwrap().iter().map(|reason| reason["label"].as_str().unwrap()).collect()
}

fn zl(amount: i64) -> Value {
    json!({ "minor": amount * 100, "unit": "MONTH" })
}

#[tokio::test]
async fn thirty_changes_of_one_entry_make_one_mail() {
    let world = World::start().await;
    let (reader, school) = (world.reader("Anna").await, world.schools(1).await[0]);
    let mut places = (0..30).map(|number| format!("Rynek {number}"));
    let mut was = places.next().unwrap();
    for is in places {
        let change = item(reader.id, What::Changed, school, json!({ "place": is }), json!({ "place": was }));
        world.add(vec![change]).await;
        assert!(world.deliver().await.is_empty(), "it was left alone for less than five minutes");
        world.clock.go_on(1);
        was = is;
    }
    world.clock.go_on(5);
    let sent = world.deliver().await;
    assert_eq!(sent.len(), 1);
    assert_eq!((sent[0].template.as_str(), sent[0].to.as_str()), ("notices/gathered", "anna@example.org"));
    let told = items(&sent[0]);
    assert_eq!(told.len(), 1);
    let expected = json!([{ "name": "place", "label": "Gdzie", "text": "Rynek 29", "was": "Rynek 0" }]);
    assert_eq!((&told[0]["headline"], &told[0]["details"]), (&json!("Zmiana miejsca"), &expected));
    assert_eq!(sent[0].args["subject"], "Zmiana miejsca: Szkoła");
    assert!(world.deliver().await.is_empty());
}

#[tokio::test]
async fn what_goes_on_changing_is_told_within_an_hour() {
    let world = World::start().await;
    let (reader, school) = (world.reader("Anna").await, world.schools(1).await[0]);
    let mut sent = Vec::new();
    for minute in 0..=60 {
        let (is, was) = (format!("Rynek {}", minute + 1), format!("Rynek {minute}"));
        world.add(vec![item(reader.id, What::Changed, school, json!({ "place": is }), json!({ "place": was }))]).await;
        sent.extend(world.deliver().await.into_iter().map(|_| minute));
        world.clock.go_on(1);
    }
    assert_eq!(sent, [60]);
}

#[tokio::test]
async fn what_came_to_nothing_is_not_told() {
    let world = World::start().await;
    let (reader, school) = (world.reader("Anna").await, world.schools(1).await[0]);
    let price = |from, to| json!({ "from": { "price": zl(from) }, "to": { "price": zl(to) } });
    for (what, change) in [(What::PriceFell, price(180, 150)), (What::Changed, price(150, 180))] {
        let mut daily = item(reader.id, what, school, change["to"].clone(), change["from"].clone());
        daily.frequency = Frequency::Daily;
        world.add(vec![daily]).await;
    }
    let mut freed = item(reader.id, What::PlaceFreed, school, json!({ "places": 1 }), json!({ "places": 0 }));
    freed.frequency = Frequency::Daily;
    world.add(vec![freed]).await;
    let mut tx = world.begin().await;
    assert_eq!(notices::take_back(&mut tx, directory::ENTITY, school, What::PlaceFreed).await.unwrap(), 1);
    tx.commit().await.unwrap();
    world.clock.go_on(24 * 60);
    assert!(world.deliver().await.is_empty());
    assert_eq!(world.count("notice", "1 = 1").await, 0);
}

#[tokio::test]
async fn subscriptions_and_children_are_merged_with_all_reasons() {
    let world = World::start().await;
    let schools = world.schools(3).await;
    let reader = world.reader("Anna").await;
    let anna = world.person("Anna", Via::Session(Uuid::nil()), None).await;
    let mut tx = world.scope(anna).begin().await.unwrap();
    let mut ids = Vec::new();
    for name in ["Ola", "Staś"] {
        let birth_date = NaiveDate::from_ymd_opt(2018, 5, 1).unwrap();
        let profile = ChildProfile { name: name.to_owned(), birth_date, ..ChildProfile::default() };
        ids.push(children::create(&mut tx, profile).await.unwrap().id);
    }
    tx.commit().await.unwrap();
    let of = |school: usize, number: u128, label: &str, child: Option<usize>| Item {
        reasons: vec![notices::Reason { child: child.map(|child| ids[child]), ..reason(number, label) }],
        frequency: Frequency::Daily,
        ..appeared(reader.id, schools[school])
    };
    world.add(vec![of(0, 1, "robotyka", Some(0)), of(0, 2, "szachy", Some(1)), of(1, 2, "szachy", Some(1))]).await;
    world
        .add(vec![of(0, 3, "Dzielnica Rynek", None), of(2, 3, "Dzielnica Rynek", None), of(0, 1, "robotyka", Some(0))])
        .await;
    assert!(world.deliver().await.is_empty());
    // The next morning, seven o'clock.
    world.clock.set("2026-09-16T05:00:00Z");
    let sent = world.deliver().await;
    assert_eq!(sent.len(), 1);
    let args = &sent[0].args;
    assert_eq!((&args["count"], &args["more"], &args["frequency"]), (&json!(3), &json!(0), &json!("DAILY")));
    assert_eq!(args["subject"], "Nowość: Szkoła i jeszcze 2 powiadomienia");
    let groups: Vec<_> = args["groups"].as_array().unwrap().iter().map(|group| &group["title"]).collect();
    assert_eq!(groups, ["Ola", "Staś", "Dzielnica Rynek"]);
    let told = items(&sent[0]);
    assert_eq!(labels(&told[0]), ["robotyka", "szachy", "Dzielnica Rynek"]);
    assert_eq!((labels(&told[1]), labels(&told[2])), (vec!["szachy"], vec!["Dzielnica Rynek"]));
    let children: Vec<_> = told[0]["reasons"].as_array().unwrap().iter().map(|reason| &reason["child"]).collect();
    assert_eq!(children, [&json!("Ola"), &json!("Staś"), &Value::Null]);
    assert!(world.deliver().await.is_empty());
}

#[tokio::test]
async fn whatever_stops_in_between_nothing_is_told_twice_or_lost() {
    let world = World::start().await;
    let schools = world.schools(2).await;
    for number in 0..3 {
        world.reader(&format!("p{number}")).await;
    }
    let mut told = 0;
    for polls in 1.. {
        // What is handed in by a unit of work that is given up is not there.
        let reader = world.reader("p0").await;
        let mut tx = world.begin().await;
        notices::add(&mut tx, vec![appeared(reader.id, Uuid::from_u128(polls as u128))]).await.unwrap();
        drop(tx);
        for number in 0..3 {
            let reader = world.reader(&format!("p{number}")).await;
            let items = schools.iter().map(|school| {
                let facts = json!({ "price": zl(1000 - polls as i64) });
                item(reader.id, What::PriceFell, *school, facts, json!({ "price": zl(2000) }))
            });
            world.add(items.collect()).await;
        }
        let system = world.system();
        let is_done = cut_short(notices::deliver_due(&system), polls).await;
        let cut = world.mails().await.len();
        let rest = world.deliver().await.len();
        assert_eq!(cut + rest, 3, "cut short after {polls} turns");
        assert_eq!(world.count("notice", "waiting IS NOT NULL").await, 0);
        told += 6;
        assert_eq!(world.count("notice", "mailed_at IS NOT NULL").await, told);
        world.clock.go_on(16);
        if is_done {
            assert!(polls > 3, "it was cut short at least some times");
            break;
        }
        assert!(polls < 400, "it never ends");
        // The night is no time for this test.
        if polls % 30 == 0 {
            world.clock.go_on(24 * 60 - 30 * 16);
        }
    }
}

#[tokio::test]
async fn danger_waits_for_nothing() {
    let world = World::start().await;
    let schools = world.schools(2).await;
    let reader = world.reader("Anna").await;
    // Half past midnight in Poland.
    world.clock.set("2026-09-15T22:30:00Z");
    let mut alert = item(reader.id, What::Alert, schools[0], json!({ "severity": "EXTREME" }), json!({}));
    alert.urgent = true;
    world.add(vec![appeared(reader.id, schools[1]), alert.clone()]).await;
    let sent = world.deliver().await;
    assert_eq!(sent.len(), 1);
    assert_eq!((sent[0].template.as_str(), &sent[0].args["subject"]), ("notices/alert", &json!("Ostrzeżenie: Szkoła")));
    let extreme = world.system().text("notices-severity-EXTREME", &[]);
    assert_eq!(items(&sent[0])[0]["details"][0]["text"], extreme.as_str());
    // The rest leaves in the morning.
    world.clock.set("2026-09-16T04:59:00Z");
    assert!(world.deliver().await.is_empty());
    world.clock.set("2026-09-16T05:00:00Z");
    let sent = world.deliver().await;
    assert_eq!((sent.len(), sent[0].template.as_str()), (1, "notices/gathered"));
    // What is over is not told any more.
    alert.told["facts"]["expires"] = json!("2026-09-16T05:30:00Z");
    alert.entity_id = Uuid::from_u128(1);
    world.add(vec![alert]).await;
    world.clock.go_on(31);
    assert!(world.deliver().await.is_empty());
}

#[tokio::test]
async fn who_got_a_mail_a_moment_ago_gets_the_rest_in_one() {
    let world = World::start().await;
    let schools = world.schools(4).await;
    let reader = world.reader("Anna").await;
    world.add(vec![appeared(reader.id, schools[0])]).await;
    assert_eq!(world.deliver().await.len(), 1);
    for school in &schools[1..] {
        world.clock.go_on(4);
        world.add(vec![appeared(reader.id, *school)]).await;
        assert!(world.deliver().await.is_empty());
    }
    world.clock.go_on(3);
    let sent = world.deliver().await;
    assert_eq!((sent.len(), items(&sent[0]).len()), (1, 3));
    assert_eq!(sent[0].args["frequency"], "AT_ONCE");
}

#[tokio::test]
async fn nobody_is_told_what_they_know() {
    let world = World::start().await;
    let school = world.schools(1).await[0];
    let reader = world.reader("Anna").await;
    let fell =
        |to: i64| item(reader.id, What::PriceFell, school, json!({ "price": zl(to) }), json!({ "price": zl(200) }));
    let freed = || item(reader.id, What::PlaceFreed, school, json!({ "places": 1 }), json!({ "places": 0 }));
    let (minute, hour, day) = (1, 60, 24 * 60);
    for (wait, happened, is_told) in [
        (0, appeared(reader.id, school), true),
        (day, appeared(reader.id, school), false),
        (minute, fell(150), true),
        (hour, fell(150), false),
        (hour, fell(160), false),
        (hour, fell(140), true),
        (day, fell(150), true),
        (20, freed(), true),
        (20, freed(), false),
        (hour, freed(), true),
        (30 * day, appeared(reader.id, school), true),
    ] {
        world.clock.go_on(wait);
        let what = happened.what;
        world.add(vec![happened]).await;
        world.clock.go_on(15);
        assert_eq!(world.deliver().await.len(), usize::from(is_told), "{what:?} after {wait} minutes");
    }
}

#[tokio::test]
async fn what_is_no_longer_public_is_not_told() {
    let world = World::start().await;
    let school = world.schools(1).await[0];
    let reader = world.reader("Anna").await;
    let hidden = Uuid::from_u128(404);
    let off = item(reader.id, What::CalledOff, Uuid::from_u128(405), json!({}), json!({}));
    world.add(vec![appeared(reader.id, hidden), appeared(reader.id, school), off]).await;
    let sent = world.deliver().await;
    let told = items(&sent[0]);
    let paths: Vec<_> = told.iter().map(|item| (&item["kind"], item["path"].is_null())).collect();
    assert_eq!(paths, [(&json!("CALLED_OFF"), true), (&json!("APPEARED"), false)]);
    // Another server may have published it a moment ago.
    assert_eq!(world.count("notice", "waiting = 1").await, 1);
    world.clock.go_on(1);
    assert!(world.deliver().await.is_empty());
    assert_eq!(world.count("notice", "1 = 1").await, 2);
}

#[tokio::test]
async fn a_mail_shows_so_much_and_says_how_much_more_there_is() {
    let world = World::start().await;
    let schools = world.schools(30).await;
    let reader = world.reader("Anna").await;
    let weekly = |school: &Uuid| Item { frequency: Frequency::Weekly, ..appeared(reader.id, *school) };
    world.add(schools.iter().map(weekly).collect()).await;
    // The Saturday after.
    world.clock.set("2026-09-19T05:00:00Z");
    let sent = world.deliver().await;
    assert_eq!((sent.len(), items(&sent[0]).len()), (1, 25));
    assert_eq!((&sent[0].args["more"], &sent[0].args["count"]), (&json!(5), &json!(30)));
    assert_eq!(sent[0].args["centre"], notices::CENTRE);
}

#[tokio::test]
async fn who_is_told_nothing_is_told_nothing() {
    let world = World::start().await;
    let schools = world.schools(2).await;
    let (anna, jan) = (world.reader("Anna").await, world.reader("Jan").await);
    let mut tx = world.begin().await;
    let proof = readers::Proof { text: "Tak".to_owned(), version: "1".to_owned(), from: None };
    let pending = readers::of_address(&mut tx, "ola@example.org", Lang::Uk, proof, Uuid::nil()).await.unwrap();
    readers::pause(&mut tx, jan.id, true).await.unwrap();
    tx.commit().await.unwrap();
    let everybody = [anna.id, jan.id, pending.reader.id];
    assert_eq!(world.add(everybody.iter().map(|id| appeared(*id, schools[0])).collect()).await, 1);
    // Whoever mutes what it is told for meanwhile is not told; nor is who pauses everything.
    let two = Item { reasons: vec![reason(1, "a"), reason(2, "b")], ..appeared(anna.id, schools[1]) };
    world.add(vec![two]).await;
    let mut tx = world.begin().await;
    readers::forget_subscription(&mut tx, anna.id, Uuid::from_u128(1)).await.unwrap();
    tx.commit().await.unwrap();
    let sent = world.deliver().await;
    assert_eq!((sent.len(), labels(&items(&sent[0])[0])), (1, vec!["b"]));
    world.clock.go_on(60);
    let fell = item(anna.id, What::PriceFell, schools[1], json!({ "price": zl(1) }), json!({ "price": zl(2) }));
    world.add(vec![fell]).await;
    let mut tx = world.begin().await;
    assert!(readers::pause_address(&mut tx, &address("ANNA")).await.unwrap());
    assert!(!readers::pause_address(&mut tx, "nobody@example.org").await.unwrap());
    tx.commit().await.unwrap();
    assert!(world.deliver().await.is_empty());
    // What waited stays in the centre.
    assert_eq!(world.count("notice", "mailed_at IS NULL AND waiting IS NULL").await, 1);
}

#[tokio::test]
async fn decisions_are_mailed_and_kept_in_the_centre() {
    let world = World::start().await;
    let id = world.account("Anna").await;
    let account = identity::accounts::find(&world.system(), id).await.unwrap().unwrap();
    let telling = || Telling {
        lane: Lane::Normal,
        template: "reviews/replied",
        args: json!({ "title": "Robotyka", "path": "/x", "reply": "Dziękujemy" }),
        title: "Robotyka".to_owned(),
        path: "/x".to_owned(),
        about: ("review", Uuid::from_u128(5)),
    };
    let mut tx = world.begin().await;
    assert!(notices::tell(&mut tx, &account, telling()).await.unwrap());
    assert!(notices::tell(&mut tx, &account, telling()).await.unwrap());
    let nobody = identity::Account { email_verified_at: None, ..account };
    assert!(!notices::tell(&mut tx, &nobody, telling()).await.unwrap());
    tx.commit().await.unwrap();
    let sent = world.deliver().await;
    let templates: Vec<_> = sent.iter().map(|sent| (sent.template.as_str(), sent.unsubscribe.as_deref())).collect();
    assert_eq!(templates, [("reviews/replied", None), ("reviews/replied", None)]);
    let anna = world.person("Anna", Via::Session(Uuid::nil()), None).await;
    let document = "{ viewer { unreadNotifications notifications(first: 1) { totalCount nodes { kind headline title url mailedAt dueAt reasons { label } } } } }";
    let told = world.data(&anna, document).await["viewer"].take();
    assert_eq!(told["unreadNotifications"], 3);
    let expected = json!({ "kind": "DECISION", "headline": "Jest odpowiedź na Twoją opinię: Robotyka",
        "title": "Robotyka", "url": "/x", "mailedAt": null, "dueAt": null, "reasons": [] });
    assert_eq!(told["notifications"]["nodes"], json!([expected]));
}

#[test]
fn every_mail_to_an_account_has_a_sentence_in_the_centre() {
    let messages = support::messages();
    let emails = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/emails");
    for module in ["reviews", "safety", "debates", "editorial", "events"] {
        for entry in std::fs::read_dir(emails.join(module)).unwrap() {
            let name = entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
            // Links that somebody waits for are no news.
            if name.starts_with("confirm_") {
                continue;
            }
            let key = format!("notices-told-{module}-{}", name.replace('_', "-"));
            assert!(Lang::ALL.into_iter().all(|lang| messages.has(lang, &key)), "{key}");
        }
    }
    for what in What::ALL {
        assert!(Lang::ALL.into_iter().all(|lang| messages.has(lang, what.key())), "{what:?}");
    }
}
