//! Readers from end to end: links, confirmed addresses, the centre, what is kept and forgotten, on SQLite.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use identity::AccountId;
use kernel::{
    access::{Role, Via},
    i18n::Lang,
    scope::Actor,
};
use notices::{
    Reader, State, What,
    link::{self, FOLDER},
    readers::{self, Asked, Proof},
};
use serde_json::{Value, json};
use support::{CITIES, World, appeared, item};
use uuid::Uuid;

const BROWSER: Via = Via::Session(Uuid::nil());

fn proof() -> Proof {
    Proof { text: "Chcę dostawać powiadomienia.".to_owned(), version: "2026-11".to_owned(), from: None }
}

async fn ask(world: &World, email: &str, subject: u128) -> Asked {
    let mut tx = world.begin().await;
    let asked = readers::of_address(&mut tx, email, Lang::Uk, proof(), Uuid::from_u128(subject)).await.unwrap();
    tx.commit().await.unwrap();
    asked
}

async fn confirm(world: &World, token: &str) -> Option<readers::Confirmed> {
    let mut tx = world.begin().await;
    let from = Proof::digest(tx.scope(), "192.0.2.1").unwrap();
    let confirmed = readers::confirm(&mut tx, token, Some(from)).await.unwrap();
    tx.commit().await.unwrap();
    confirmed
}

fn token(path: &str) -> &str {
    path.strip_prefix(FOLDER).unwrap().strip_prefix('/').unwrap()
}

#[tokio::test]
async fn links_act_for_their_reader_in_their_city_only() {
    let world = World::start().await;
    let (anna, jan) = (world.reader("Anna").await, world.reader("Jan").await);
    let scope = world.system();
    let subscription = Uuid::from_u128(7);
    let path = link::make(&scope, &anna, Some(subscription)).unwrap();
    let opened = link::open(&scope, token(&path)).await.unwrap().unwrap();
    assert_eq!((opened.reader.id, opened.subscription, opened.is_stale), (anna.id, Some(subscription), false));
    assert_eq!(opened.made_at, scope.now());
    let all = link::make(&scope, &anna, None).unwrap();
    assert_eq!(link::open(&scope, token(&all)).await.unwrap().unwrap().subscription, None);
    // Opened again, a year later: an old mail is a way out, too.
    world.clock.go_on(365 * 24 * 60);
    assert!(link::open(&scope, &format!(" {} ", token(&all))).await.unwrap().is_some());

    let other = link::make(&scope, &jan, None).unwrap();
    let (message, signature) = token(&path).split_once('.').unwrap();
    let (foreign, _) = token(&other).split_once('.').unwrap();
    let cut = &message[..message.len() - 2];
    for forged in [
        String::new(),
        ".".to_owned(),
        message.to_owned(),
        format!("{message}."),
        format!("{foreign}.{signature}"),
        format!("{cut}.{signature}"),
        format!("{message}.{}", signature.replace(|c: char| c.is_ascii_lowercase(), "a")),
        format!("{message}{message}.{signature}"),
        format!("{message}.{signature}.{signature}"),
        "ą.ę".to_owned(),
        "A".repeat(100_000),
    ] {
        assert!(link::open(&scope, &forged).await.unwrap().is_none(), "{forged}");
    }
    let elsewhere = world.scope_of(CITIES[1], Actor::System);
    assert!(link::open(&elsewhere, token(&path)).await.unwrap().is_none(), "another city's");
}

#[tokio::test]
async fn a_link_from_before_things_were_turned_on_again_asks_first() {
    let world = World::start().await;
    let anna = world.reader("Anna").await;
    let scope = world.system();
    let before = link::make(&scope, &anna, None).unwrap();
    let is_stale = async |path: &str| link::open(&world.system(), token(path)).await.unwrap().unwrap().is_stale;
    let pause = async |is_paused| {
        let mut tx = world.begin().await;
        let reader = readers::pause(&mut tx, anna.id, is_paused).await.unwrap();
        tx.commit().await.unwrap();
        reader
    };
    pause(true).await;
    assert!(!is_stale(&before).await, "turning off twice is turning off");
    pause(true).await;
    let reader = pause(false).await;
    assert!(is_stale(&before).await, "replayed");
    let after = link::make(&scope, &reader, None).unwrap();
    assert!(!is_stale(&after).await);
    let mut tx = world.begin().await;
    readers::turned_on(&mut tx, anna.id).await.unwrap();
    tx.commit().await.unwrap();
    assert!(is_stale(&after).await);
    // Who is gone has no links.
    let mut tx = world.begin().await;
    readers::forget(&mut tx, anna.id).await.unwrap();
    tx.commit().await.unwrap();
    assert!(link::open(&world.system(), token(&after)).await.unwrap().is_none());
}

#[tokio::test]
async fn an_address_is_confirmed_by_whom_it_is_mailed_to() {
    let world = World::start().await;
    let first = ask(&world, " Ola@Example.ORG ", 1).await;
    assert_eq!((first.reader.state, first.reader.email.as_deref()), (State::Pending, Some("ola@example.org")));
    assert_eq!(readers::address(&world.system(), &first.reader).await.unwrap(), None);
    let second = ask(&world, "ola@example.org", 2).await;
    assert_eq!(second.reader.id, first.reader.id);
    let elsewhere = world.scope_of(CITIES[1], Actor::System);
    assert!(readers::asked_by(&elsewhere, &first.token).await.unwrap().is_none());
    for forged in ["", "x", &first.token[1..], &format!("{}A", first.token)] {
        assert!(confirm(&world, forged).await.is_none(), "{forged}");
    }
    let shown = readers::asked_by(&world.system(), &second.token).await.unwrap().unwrap();
    assert_eq!((shown.subject, shown.reader.state), (Uuid::from_u128(2), State::Pending), "looking confirms nothing");

    let confirmed = confirm(&world, &second.token).await.unwrap();
    assert_eq!((confirmed.subject, confirmed.reader.state), (Uuid::from_u128(2), State::Confirmed));
    let given = confirmed.reader.proof.as_array().unwrap().clone();
    assert_eq!(given.len(), 1);
    let kept: Vec<_> = ["text", "version", "subject"].iter().map(|name| given[0][name].as_str().unwrap()).collect();
    assert_eq!(kept, ["Chcę dostawać powiadomienia.", "2026-11", &Uuid::from_u128(2).to_string()]);
    assert!(given[0]["confirmedFrom"].as_str().is_some_and(|digest| !digest.contains("192.0.2.1")));
    assert!(given[0]["askedAt"].is_string() && given[0]["confirmedAt"].is_string());
    // The link once more, and the earlier one.
    assert_eq!(confirm(&world, &second.token).await.unwrap().reader.proof, confirmed.reader.proof);
    assert_eq!(confirm(&world, &first.token).await.unwrap().reader.proof.as_array().unwrap().len(), 2);
    assert_eq!(readers::address(&world.system(), &confirmed.reader).await.unwrap().as_deref(), Some("ola@example.org"));
    // After three days it is too late.
    let late = ask(&world, "ola@example.org", 3).await;
    world.clock.go_on(3 * 24 * 60 + 1);
    assert!(confirm(&world, &late.token).await.is_none());
    for wrong in ["", "ola", "a@b@c"] {
        let mut tx = world.begin().await;
        assert!(readers::of_address(&mut tx, wrong, Lang::Pl, proof(), Uuid::nil()).await.is_err(), "{wrong}");
    }
}

#[tokio::test]
async fn who_signs_in_later_is_the_reader_of_their_address() {
    let world = World::start().await;
    let asked = ask(&world, "anna@example.org", 1).await;
    let anna = world.person("Anna", BROWSER, None).await;
    let own = readers::own(&world.scope(anna.clone())).await.unwrap().unwrap();
    assert_eq!(own.id, asked.reader.id);
    let reader = world.reader("Anna").await;
    assert_eq!((reader.id, reader.email.clone(), reader.state), (asked.reader.id, None, State::Confirmed));
    assert_eq!(reader.account_id.map(|AccountId(id)| id), anna.account());
    // What is asked for by that address from now on is the account's.
    let again = ask(&world, "anna@example.org", 2).await;
    assert_eq!((again.reader.id, again.reader.account_id), (reader.id, reader.account_id));
    assert_eq!(world.reader("Anna").await.id, reader.id);
    assert_eq!(world.count("reader", "1 = 1").await, 1);
}

const CENTRE: &str = "{ viewer { unreadNotifications
    notifications(first: 2) { totalCount unreadCount pageInfo { hasNextPage endCursor }
        nodes { id kind kinds headline title url isUrgent frequency readAt
            reasons { subscription label child { name } } details { label text was } } } } }";

#[tokio::test]
async fn the_centre_shows_what_its_person_was_told() {
    let world = World::start().await;
    let schools = world.schools(3).await;
    let (anna, jan) = (world.reader("Anna").await, world.reader("Jan").await);
    for school in &schools {
        world.add(vec![appeared(anna.id, *school), appeared(jan.id, *school)]).await;
        world.clock.go_on(1);
    }
    let own = world.person("Anna", BROWSER, None).await;
    let told = world.data(&own, CENTRE).await["viewer"].take();
    assert_eq!(told["unreadNotifications"], 3, "before any mail left");
    let page = &told["notifications"];
    assert_eq!((&page["totalCount"], &page["pageInfo"]["hasNextPage"]), (&json!(3), &json!(true)));
    let first = &page["nodes"][0];
    assert_eq!(
        (&first["kind"], &first["headline"], &first["url"]),
        (&json!("APPEARED"), &json!("Nowość"), &json!("/placowki/x/szkola"),)
    );
    assert_eq!(first["reasons"][0]["label"], "robotyka");
    assert_eq!(first["details"], json!([{ "label": "Gdzie", "text": "Rynek 1", "was": null }]));
    let cursor = page["pageInfo"]["endCursor"].as_str().unwrap();
    let next =
        format!("{{ viewer {{ notifications(after: \"{cursor}\", unread: true) {{ totalCount nodes {{ id }} }} }} }}");
    assert_eq!(world.data(&own, &next).await["viewer"]["notifications"]["nodes"].as_array().unwrap().len(), 1);

    // Seen is seen, and is not mailed any more; others' is others'.
    let id = first["id"].as_str().unwrap().to_owned();
    let read = |ids: &str, all: bool| {
        format!(
            "mutation {{ notificationsRead(input: {{ ids: [{ids}], all: {all} }}) {{ marked {{ read unread }} errors {{ code }} }} }}"
        )
    };
    let other = world.person("Jan", BROWSER, None).await;
    let marked = |data: &Value| data["notificationsRead"]["marked"].clone();
    let done = world.data(&other, &read(&format!("\"{id}\""), false)).await;
    assert_eq!(marked(&done), json!({ "read": 0, "unread": 3 }));
    let done = world.data(&own, &read(&format!("\"{id}\", \"act_x\""), false)).await;
    assert_eq!(marked(&done), json!({ "read": 1, "unread": 2 }));
    let sent = world.deliver().await;
    let to_anna = sent.iter().find(|sent| sent.to == "anna@example.org").unwrap();
    assert_eq!(to_anna.args["count"], 2);
    let done = world.data(&own, &read("", true)).await;
    assert_eq!(marked(&done), json!({ "read": 2, "unread": 0 }));
    let many = vec![format!("\"{id}\""); 201].join(",");
    let refused = world.data(&own, &read(&many, false)).await;
    assert_eq!(refused["notificationsRead"]["errors"], json!([{ "code": "TOO_MANY_CHOSEN" }]));

    // By its id, for its own person alone.
    let scope = |actor: Actor| world.scope(actor);
    assert!(notices::graphql::node(&scope(own.clone()), &id).await.unwrap().is_some());
    let token = world.person("Anna", Via::Token(Uuid::nil()), None).await;
    let admin = world.person("Ewa", BROWSER, Some(Role::Admin)).await;
    for (name, actor) in
        [("another", other), ("token", token.clone()), ("admin", admin), ("anonymous", Actor::Anonymous)]
    {
        assert!(notices::graphql::node(&scope(actor), &id).await.unwrap().is_none(), "{name}");
    }
    assert!(notices::graphql::node(&scope(own.clone()), "act_x").await.unwrap().is_none());
    let refused = world.execute(&token, CENTRE).await;
    assert!(!refused.errors.is_empty());
    let (newest, unread) = notices::graphql::added(&scope(own), 10).await.unwrap();
    assert_eq!((newest.len(), unread), (3, 0));
}

#[tokio::test]
async fn people_say_when_they_want_to_be_told() {
    let world = World::start().await;
    let anna = world.person("Anna", BROWSER, None).await;
    let fields = "isPaused email quietFrom quietUntil keepsHolidays dailyAt weeklyOn";
    let settings = format!("{{ viewer {{ notificationSettings {{ {fields} }} }} }}");
    let usual = json!({ "isPaused": false, "email": "anna@example.org", "quietFrom": "21:00", "quietUntil": "07:00",
        "keepsHolidays": true, "dailyAt": "07:00", "weeklyOn": "SATURDAY" });
    assert_eq!(world.data(&anna, &settings).await["viewer"]["notificationSettings"], usual);
    assert_eq!(world.count("reader", "1 = 1").await, 0, "looking makes no reader");
    let save = |quiet: &str, more: &str| {
        format!(
            "mutation {{ notificationSettingsSave(input: {{ {quiet} keepsHolidays: false, dailyAt: \"18:30\", weeklyOn: MONDAY {more} }}) {{ settings {{ {fields} }} errors {{ code field }} }} }}"
        )
    };
    let saved = async |document: String| world.data(&anna, &document).await["notificationSettingsSave"].take();
    let expected = json!({ "isPaused": true, "email": "anna@example.org", "quietFrom": null, "quietUntil": null,
        "keepsHolidays": false, "dailyAt": "18:30", "weeklyOn": "MONDAY" });
    assert_eq!(saved(save("", ", isPaused: true")).await["settings"], expected);
    assert_eq!(saved(save("quietFrom: null", "")).await["settings"], expected);
    let half = saved(save("quietFrom: \"22:00\",", "")).await;
    assert_eq!(half, json!({ "settings": null, "errors": [{ "code": "QUIET_HOURS_HALF", "field": "quietUntil" }] }));
    let half = saved(save("quietUntil: \"06:00\",", "")).await;
    assert_eq!(half["errors"][0]["field"], "quietFrom");
    let both = saved(save("quietFrom: \"22:00\", quietUntil: \"06:00\",", ", isPaused: false")).await;
    assert_eq!((&both["settings"]["quietFrom"], &both["settings"]["isPaused"]), (&json!("22:00"), &json!(false)));
    assert!(!world.execute(&Actor::Anonymous, &save("", "")).await.errors.is_empty());
}

#[tokio::test]
async fn what_is_known_of_a_person_goes_with_them_or_in_time() {
    let world = World::start().await;
    let school = world.schools(1).await[0];
    let anna: Reader = world.reader("Anna").await;
    world.add(vec![appeared(anna.id, school)]).await;
    let account = anna.account_id.unwrap();
    let known = (notices::PERSONAL_DATA.export)(&world.system(), account).await.unwrap();
    let told = &known["readers"][0]["notices"][0];
    assert_eq!((&told["title"], &told["because"]), (&json!("Szkoła"), &json!(["robotyka"])));

    // Addresses that nobody confirmed go after three days, and what was told after half a year.
    ask(&world, "ola@example.org", 1).await;
    let run = async || (notices::JOBS[0].run)(&world.system()).await.unwrap();
    world.clock.go_on(2 * 24 * 60);
    ask(&world, "ola@example.org", 2).await;
    world.clock.go_on(2 * 24 * 60);
    run().await;
    assert_eq!(world.count("reader", "state = 'PENDING'").await, 1, "they asked again yesterday");
    world.clock.go_on(2 * 24 * 60);
    run().await;
    assert_eq!(world.count("reader", "state = 'PENDING'").await, 0);
    assert_eq!(world.count("notice", "1 = 1").await, 1);
    world.clock.go_on(175 * 24 * 60);
    run().await;
    assert_eq!(world.count("notice", "1 = 1").await, 0);

    world.add(vec![item(anna.id, What::Changed, school, json!({ "place": "b" }), json!({ "place": "a" }))]).await;
    let mut tx = world.begin().await;
    (notices::PERSONAL_DATA.erase)(&mut tx, account).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((world.count("reader", "1 = 1").await, world.count("notice", "1 = 1").await), (0, 0));
}
