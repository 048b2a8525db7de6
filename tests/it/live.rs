//! Clients that listen, over real connections: who may, what they are told, and when they are let go.

mod inbox;
mod line;

use std::time::{Duration, Instant};

use activities::{ActivityId, State};
use axum::http::StatusCode;
use kernel::{access::Role, changes::Operation, scope::Tx};
use serde_json::{Value, json};
use tablica::http::Pace;
use uuid::Uuid;

use crate::support::{CICHE, DEBNO, GOLENIOW, OFFERS, Pass, TestApp, Who};
use line::{Line, Station, patiently};

/// What follows an entry.
const FOLLOW: &str =
    "subscription F($id: ID!) { entityChanged(id: $id) { id kind node { id ... on Activity { title } } } }";

/// A pace for tests, which wait for what others wait minutes for.
fn pace() -> Pace {
    Pace {
        heartbeat: Duration::from_secs(2),
        check: Duration::from_millis(100),
        patience: Duration::from_millis(800),
        ..Pace::default()
    }
}

async fn activity(app: &TestApp, slug: &str) -> String {
    let found = app.data(slug, "{ activities(query: \"robotyka\") { nodes { id } } }").await;
    found["activities"]["nodes"][0]["id"].as_str().unwrap().to_owned()
}

async fn rename(app: &TestApp, slug: &str, title: &str) {
    app.activities(slug, &OFFERS.replace("Robotyka dla ciekawych", title)).await;
}

/// A change of nothing that anybody finds.
async fn note(app: &TestApp, slug: &str, count: u128) {
    let mut tx: Tx = app.scope(slug).begin().await.unwrap();
    for row in 0..count {
        tx.changed("note", Uuid::from_u128(row), Operation::Upsert);
    }
    tx.commit().await.unwrap();
}

fn subscribe(id: &str, query: &str, variables: &Value) -> Value {
    json!({ "type": "subscribe", "id": id, "payload": { "query": query, "variables": variables } })
}

#[tokio::test]
async fn changes_come_over_a_web_socket() {
    let app = TestApp::start().await;
    for slug in [DEBNO, GOLENIOW] {
        app.activities(slug, OFFERS).await;
    }
    let id = activity(&app, DEBNO).await;
    let station = Station::start(&app, pace()).await;
    let mut socket = station.listen(DEBNO, &Who::nobody()).await;
    socket.say(&json!({ "type": "ping", "payload": { "a": 1 } })).await;
    assert_eq!(socket.hear().await, json!({ "type": "pong", "payload": { "a": 1 } }));
    socket.say(&subscribe("1", FOLLOW, &json!({ "id": id }))).await;
    // A query on the same socket is answered once, and shows that the subscription before it has begun.
    socket.say(&subscribe("2", "{ tenant { slug } }", &json!({}))).await;
    let told = json!({ "data": { "tenant": { "slug": "debno" } } });
    assert_eq!(socket.hear().await, json!({ "type": "next", "id": "2", "payload": &told }));
    assert_eq!(socket.hear().await, json!({ "type": "complete", "id": "2" }));
    socket.began(&app, DEBNO).await;

    rename(&app, GOLENIOW, "Cudze").await;
    note(&app, DEBNO, 1).await;
    rename(&app, DEBNO, "Kosmonautyka").await;
    let heard = socket.hear().await;
    let node = json!({ "id": id, "title": "Kosmonautyka" });
    let change = json!({ "entityChanged": { "id": id, "kind": "CHANGED", "node": node } });
    assert_eq!(heard, json!({ "type": "next", "id": "1", "payload": { "data": change } }));

    // It goes and comes back; what happens to it meanwhile is nobody's business.
    for (state, kind) in [(State::Archived, "GONE"), (State::Archived, ""), (State::Published, "RETURNED")] {
        let mut tx = app.scope(DEBNO).begin().await.unwrap();
        let row = ActivityId::parse(&id).unwrap();
        activities::service::set_state(&mut tx, row, state, None).await.unwrap();
        tx.changed(activities::ENTITY, row.0, Operation::Upsert);
        tx.commit().await.unwrap();
        app.settle(DEBNO).await;
        if kind.is_empty() {
            continue;
        }
        let heard = socket.hear().await;
        assert_eq!(heard["payload"]["data"]["entityChanged"]["kind"], kind, "{heard}");
        assert_eq!(heard["payload"]["data"]["entityChanged"]["node"].is_null(), kind == "GONE");
    }

    // Who has heard enough is told no more, and may use the id again.
    socket.say(&json!({ "type": "complete", "id": "1" })).await;
    socket.say(&subscribe("1", "{ tenant { slug } }", &json!({}))).await;
    let answer = loop {
        // What was on its way when it had heard enough still arrives.
        let heard = socket.hear().await;
        if heard["payload"]["data"]["entityChanged"].is_null() {
            break heard;
        }
    };
    assert_eq!(answer, json!({ "type": "next", "id": "1", "payload": told }));
    assert_eq!(socket.hear().await["type"], "complete");
    assert_eq!(station.server.live.open(&DEBNO.parse().unwrap()), 1);
    drop(socket);
    patiently("the connection is counted no more", || station.server.live.open(&DEBNO.parse().unwrap()) == 0).await;
}

#[tokio::test]
async fn changes_come_as_events() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let id = activity(&app, DEBNO).await;
    let station = Station::start(&app, pace()).await;
    let call = json!({ "query": FOLLOW, "variables": { "id": id } });
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("query", FOLLOW)
        .append_pair("variables", &json!({ "id": id }).to_string())
        .finish();
    let mut posted = station.post(DEBNO, "text/event-stream", &[], &call).await;
    let mut asked = station.get(DEBNO, &format!("/graphql?{query}"), &[("accept", "text/event-stream")]).await;
    for line in [&mut posted, &mut asked] {
        assert_eq!(line.status, 200, "{}", line.head);
        assert!(line.head.contains("content-type: text/event-stream"), "{}", line.head);
        // A sign of life while nothing happens.
        assert_eq!(line.line().await, ":");
    }
    rename(&app, DEBNO, "Kosmonautyka").await;
    for line in [&mut posted, &mut asked] {
        let (event, data) = line.event().await;
        assert_eq!((event.as_str(), &data["data"]["entityChanged"]["node"]["title"]), ("next", &json!("Kosmonautyka")));
    }
    // Clients that take JSON too get it for what is answered once.
    let both = "application/json, text/event-stream";
    let mut query = station.post(DEBNO, both, &[], &json!({ "query": "{ tenant { slug } }" })).await;
    assert!(query.head.contains("content-type: application/json"), "{}", query.head);
    assert_eq!(query.rest().await, "{\"data\":{\"tenant\":{\"slug\":\"debno\"}}}");
    let mut query = station.post(DEBNO, "text/event-stream", &[], &json!({ "query": "{ tenant { slug } }" })).await;
    assert_eq!(query.event().await, ("next".to_owned(), json!({ "data": { "tenant": { "slug": "debno" } } })));
    assert_eq!(query.event().await, ("complete".to_owned(), Value::Null));
    let followed = station.post(DEBNO, both, &[], &call).await;
    assert!(followed.head.contains("content-type: text/event-stream"), "{}", followed.head);
}

#[tokio::test]
async fn what_is_wrong_with_a_subscription_is_said() {
    let app = TestApp::start().await;
    for slug in [DEBNO, GOLENIOW] {
        app.activities(slug, OFFERS).await;
    }
    let (own, foreign) = (activity(&app, DEBNO).await, activity(&app, GOLENIOW).await);
    let station = Station::start(&app, pace()).await;
    let deep = format!("subscription {{ entityChanged(id: \"x\") {} }}", "{ node ".repeat(20) + &"}".repeat(20));
    let wide = format!("subscription {{ entityChanged(id: \"x\") {{ {} }} }}", "id ".repeat(600));
    let twice = "subscription { a: entityChanged(id: \"x\") { id } b: entityChanged(id: \"y\") { id } }";
    let follow = |id: &str| FOLLOW.replace("($id: ID!)", "").replace("$id", &format!("\"{id}\""));
    for (city, document, code) in [
        (DEBNO, follow(&foreign), "NOT_FOUND"),
        (DEBNO, follow("act_AAAAAAAAAAAAAAAAAAAAAA"), "NOT_FOUND"),
        (DEBNO, follow("nothing"), "NOT_FOUND"),
        (CICHE, follow(&own), "GRAPHQL_VALIDATION_FAILED"),
        (DEBNO, "subscription { noSuchThing { id } }".to_owned(), "GRAPHQL_VALIDATION_FAILED"),
        (DEBNO, "subscription {".to_owned(), "GRAPHQL_PARSE_FAILED"),
        (DEBNO, twice.to_owned(), "GRAPHQL_VALIDATION_FAILED"),
        (DEBNO, deep, "BAD_USER_INPUT"),
        (DEBNO, wide, "BAD_USER_INPUT"),
    ] {
        let mut socket = station.listen(city, &Who::nobody()).await;
        socket.say(&subscribe("1", &document, &json!({}))).await;
        let heard = socket.hear().await;
        assert_eq!((&heard["type"], &heard["id"]), (&json!("error"), &json!("1")), "{document}: {heard}");
        assert_eq!(heard["payload"][0]["extensions"]["code"], code, "{document}: {heard}");
        assert!(heard["payload"][0]["extensions"]["requestId"].is_string(), "{heard}");
        // The id is free again.
        socket.say(&subscribe("1", "{ tenant { slug } }", &json!({}))).await;
        assert_eq!(socket.hear().await["type"], "next");

        let mut line = station.post(city, "text/event-stream", &[], &json!({ "query": document })).await;
        let said = if line.head.contains("text/event-stream") {
            let (event, data) = line.event().await;
            assert_eq!((event.as_str(), line.event().await.0.as_str()), ("next", "complete"));
            data
        } else {
            serde_json::from_str(&line.rest().await).unwrap()
        };
        assert_eq!(said["errors"][0]["extensions"]["code"], code, "{document}: {said}");
    }
    // Without events there is nothing to listen by.
    assert_eq!(app.code(DEBNO, &follow(&own)).await, "GRAPHQL_VALIDATION_FAILED");
    let mutation = form_urlencoded::Serializer::new(String::new())
        .append_pair("query", "mutation { accountErase(input: { email: \"x\" }) { done } }")
        .finish();
    for (path, status) in [
        (format!("/graphql?{mutation}"), 405),
        ("/graphql?query=".to_owned(), 400),
        ("/graphql?query=%7Btenant%7Bslug%7D%7D&variables=%7B".to_owned(), 400),
    ] {
        let line = station.get(DEBNO, &path, &[("accept", "text/event-stream")]).await;
        assert_eq!(line.status, status, "{path}");
    }
}

#[tokio::test]
async fn a_socket_that_breaks_the_protocol_is_closed() {
    let app = TestApp::start().await;
    let station = Station::start(&app, pace()).await;
    let init = json!({ "type": "connection_init" });
    let query = subscribe("1", "{ tenant { slug } }", &json!({}));
    let unknown = json!({ "type": "hello" });
    for (said, code) in [
        (vec![&query], 4401),
        (vec![&init, &init], 4429),
        (vec![&unknown], 4400),
        (vec![&init, &unknown], 4400),
        (vec![&json!([])], 4400),
        (vec![&json!({ "type": "subscribe", "id": "1" })], 4400),
        (vec![&init, &json!({ "type": "subscribe", "id": "", "payload": { "query": "{ tenant { slug } }" } })], 4400),
        (vec![], 4408),
        (vec![&json!({ "type": "ping" })], 4408),
        (vec![&json!({ "type": "connection_init", "payload": { "Authorization": "Bearer tbl_x" } })], 4403),
        (vec![&json!({ "type": "connection_init", "payload": { "authorization": "Basic eDp5" } })], 4403),
    ] {
        let mut socket = station.dial(DEBNO, &[]).await.unwrap();
        for message in &said {
            socket.say(message).await;
        }
        assert_eq!(socket.closes().await, code, "{said:?}");
    }
    for garbage in [true, false] {
        let mut socket = station.dial(DEBNO, &[]).await.unwrap();
        if garbage {
            socket.say_text("{").await;
        } else {
            socket.say_bytes(b"{}").await;
        }
        assert_eq!(socket.closes().await, 4400);
    }
    // Two operations of one id.
    app.activities(DEBNO, OFFERS).await;
    let id = activity(&app, DEBNO).await;
    let mut socket = station.listen(DEBNO, &Who::nobody()).await;
    for _ in 0..2 {
        socket.say(&subscribe("1", FOLLOW, &json!({ "id": id }))).await;
    }
    assert_eq!(socket.closes().await, 4409);
    // A message too large.
    let mut socket = station.listen(DEBNO, &Who::nobody()).await;
    socket.say_text(&format!("{{\"type\":\"ping\",\"payload\":{{\"a\":\"{}\"}}}}", "x".repeat(200_000))).await;
    assert!(socket.ends().await);
    patiently("all are counted no more", || station.server.live.open(&DEBNO.parse().unwrap()) == 0).await;
}

#[tokio::test]
async fn a_socket_speaks_the_protocol_that_it_offers() {
    let app = TestApp::start().await;
    let station = Station::start(&app, pace()).await;
    for offered in [None, Some("graphql-ws"), Some("soap, mqtt")] {
        assert_eq!(station.dial_by(DEBNO, offered, &[]).await.err(), Some(StatusCode::BAD_REQUEST), "{offered:?}");
    }
    assert!(station.dial_by(DEBNO, Some("graphql-ws, graphql-transport-ws"), &[]).await.is_ok());
    assert_eq!(
        station.dial("localhost", &[]).await.err(),
        Some(StatusCode::NOT_FOUND),
        "the region has nothing to tell"
    );
    assert_eq!(station.dial("nigdzie", &[]).await.err(), Some(StatusCode::MISDIRECTED_REQUEST));
}

#[tokio::test]
async fn cookies_count_for_pages_of_ours_alone() {
    let app = TestApp::start().await;
    let who = app.person(DEBNO, "anna@example.com", None, None).await;
    let station = Station::start(&app, pace()).await;
    let cookie = format!("__Host-session={}", who.session());
    let own = format!("http://debno.localhost:{}", station.address.port());
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("query", "{ viewer { id } }").finish();
    for (origin, is_let_in) in [
        (Some(own.as_str()), true),
        (Some("http://goleniow.localhost"), false),
        (Some("https://zly.example"), false),
        (Some("null"), false),
        (None, false),
    ] {
        let mut headers = vec![("cookie", cookie.as_str())];
        headers.extend(origin.map(|origin| ("origin", origin)));
        let outcome = station.dial(DEBNO, &headers).await;
        assert_eq!(outcome.err(), (!is_let_in).then_some(StatusCode::FORBIDDEN), "{origin:?}");
        // What is public is everybody's.
        let nobody: Vec<_> = origin.map(|origin| ("origin", origin)).into_iter().collect();
        assert!(station.dial(DEBNO, &nobody).await.is_ok(), "{origin:?}");
        headers.push(("accept", "text/event-stream"));
        let line = station.get(DEBNO, &format!("/graphql?{query}"), &headers).await;
        let asks_itself = is_let_in || origin.is_none();
        assert_eq!(line.status, if asks_itself { 200 } else { 403 }, "{origin:?}");
    }
}

#[tokio::test]
async fn who_listens_is_who_signed_in_here() {
    let app = TestApp::start().await;
    let who = app.person(DEBNO, "anna@example.com", Some(Role::Editor), None).await;
    let token = app.token(DEBNO, &who, Role::Editor, None).await;
    let Pass::Token(text) = &token.pass else { panic!() };
    let station = Station::start(&app, pace()).await;
    let ask = async |mut socket: Line| {
        socket.say(&subscribe("1", "{ viewer { id } }", &json!({}))).await;
        socket.hear().await["payload"]["data"]["viewer"]["id"].is_string()
    };
    assert!(ask(station.listen(DEBNO, &who).await).await);
    assert!(ask(station.listen(DEBNO, &token).await).await);
    assert!(!ask(station.listen(DEBNO, &Who::nobody()).await).await);
    // Another city's session is nobody's here, and its token is refused.
    assert!(!ask(station.listen(GOLENIOW, &who).await).await);
    assert_eq!(
        station.dial(GOLENIOW, &[("authorization", &format!("Bearer {text}"))]).await.err(),
        Some(StatusCode::UNAUTHORIZED)
    );
    let init = json!({ "type": "connection_init", "payload": { "Authorization": format!("Bearer {text}") } });
    let mut socket = station.dial(DEBNO, &[]).await.unwrap();
    socket.say(&init).await;
    assert_eq!(socket.hear().await["type"], "connection_ack");
    assert!(ask(socket).await);
    let mut socket = station.dial(GOLENIOW, &[]).await.unwrap();
    socket.say(&init).await;
    assert_eq!(socket.closes().await, 4403);
}

#[tokio::test]
async fn with_what_let_somebody_in_their_connection_ends() {
    let app = TestApp::start().await;
    let station = Station::start(&app, pace()).await;
    let query = json!({ "query": FOLLOW, "variables": { "id": "x" } });
    app.activities(DEBNO, OFFERS).await;
    let id = activity(&app, DEBNO).await;
    let query = json!({ "query": query["query"], "variables": { "id": id } });

    // Signed out elsewhere.
    let who = app.person(DEBNO, "anna@example.com", None, None).await;
    let mut socket = station.listen(DEBNO, &who).await;
    let mut events = station.post(DEBNO, "text/event-stream", &station.cookies(DEBNO, &who), &query).await;
    assert_eq!(events.line().await, ":");
    let mut tx = app.scope(DEBNO).begin().await.unwrap();
    identity::sessions::close(&mut tx, who.session()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(socket.closes().await, 4401);
    let (event, data) = events.event().await;
    assert_eq!((event.as_str(), &data["errors"][0]["extensions"]["code"]), ("next", &json!("UNAUTHENTICATED")));
    assert_eq!(events.event().await.0, "complete");

    // Others' rights.
    let who = app.person(DEBNO, "jan@example.com", None, None).await;
    let token = app.token(DEBNO, &who, Role::Citizen, None).await;
    let mut socket = station.listen(DEBNO, &who).await;
    app.appoint(DEBNO, who.account, Role::Editor, None).await;
    assert_eq!(socket.closes().await, 1012);

    // A token that has run out.
    let mut socket = station.listen(DEBNO, &token).await;
    app.clock.advance(chrono::Duration::days(4000));
    assert_eq!(socket.closes().await, 4401);
}

#[tokio::test]
async fn there_are_only_so_many_connections() {
    let app = TestApp::start().await;
    let station = Station::start(&app, Pace { of_place: 3, of_account: 1, operations: 2, ..pace() }).await;
    let first = station.listen(DEBNO, &Who::nobody()).await;
    let _second = station.listen(DEBNO, &Who::nobody()).await;
    let third = station.post(DEBNO, "text/event-stream", &[], &json!({ "query": "{ tenant { slug } }" })).await;
    assert_eq!(third.status, 200);
    drop(third);
    let who = app.person(DEBNO, "anna@example.com", None, None).await;
    patiently("the third is gone", || station.server.live.open(&DEBNO.parse().unwrap()) == 2).await;
    let _hers = station.listen(DEBNO, &who).await;
    assert_eq!(station.dial(DEBNO, &[]).await.err(), Some(StatusCode::TOO_MANY_REQUESTS));
    let refused = station.post(DEBNO, "text/event-stream", &[], &json!({ "query": "{ tenant { slug } }" })).await;
    assert!(refused.status == 429 && refused.head.contains("retry-after: "), "{}", refused.head);
    assert!(station.dial(GOLENIOW, &[]).await.is_ok(), "of this city");
    drop(first);
    patiently("there is room again", || station.server.live.open(&DEBNO.parse().unwrap()) == 2).await;
    let headers = station.cookies(DEBNO, &who);
    let mut hers = station.dial_owned(DEBNO, &headers).await.unwrap();
    hers.say(&json!({ "type": "connection_init" })).await;
    assert_eq!(hers.closes().await, 1013, "one of an account");

    app.activities(GOLENIOW, OFFERS).await;
    let id = activity(&app, GOLENIOW).await;
    let mut socket = station.listen(GOLENIOW, &Who::nobody()).await;
    for operation in ["1", "2", "3"] {
        socket.say(&subscribe(operation, FOLLOW, &json!({ "id": id }))).await;
    }
    let heard = socket.hear().await;
    assert_eq!((&heard["type"], &heard["id"]), (&json!("error"), &json!("3")));
    assert_eq!(heard["payload"][0]["extensions"]["code"], "RATE_LIMITED");
}

#[tokio::test]
async fn whoever_does_not_read_is_let_go() {
    let app = TestApp::start().await;
    let station = Station::start(&app, Pace { heartbeat: Duration::from_secs(60), ..pace() }).await;
    let all = "{ __schema { types { name description fields { name description args { name description } } } } }";
    let mut socket = station.listen(DEBNO, &Who::nobody()).await;
    let open = || station.server.live.open(&DEBNO.parse().unwrap());
    assert_eq!(open(), 1);
    for number in 0..400 {
        if !socket.try_say(&subscribe(&number.to_string(), all, &json!({}))).await || open() == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    patiently("the connection is cut", || open() == 0).await;
    // Meanwhile others are served.
    assert_eq!(app.data(DEBNO, "{ tenant { slug } }").await["tenant"]["slug"], "debno");
}

#[tokio::test]
async fn a_server_that_stops_says_so() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let id = activity(&app, DEBNO).await;
    let station = Station::start(&app, pace()).await;
    let mut socket = station.listen(DEBNO, &Who::nobody()).await;
    let query = json!({ "query": FOLLOW, "variables": { "id": id } });
    let mut events = station.post(DEBNO, "text/event-stream", &[], &query).await;
    assert_eq!(events.line().await, ":");
    let begun = Instant::now();
    let stopped = tokio::spawn(station.stop());
    assert_eq!(socket.closes().await, 1001);
    let rest = events.rest().await;
    assert!(!rest.contains("complete"), "the client comes again: {rest}");
    stopped.await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn what_concerns_no_document_leaves_the_index_alone() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let meta = app.folder.path().join("data/tenants/debno/index/meta.json");
    let written = || std::fs::read_to_string(&meta).unwrap();
    let before = written();
    let scope = app.scope(DEBNO);
    let first = app.app.search.catch_up(&scope).await.unwrap();
    for _ in 0..3 {
        note(&app, DEBNO, 5).await;
        let snapshot = app.app.search.catch_up(&scope).await.unwrap();
        assert!(snapshot.seq() > first.seq() && snapshot.count(activities::ENTITY) == 5);
        assert_eq!(snapshot.reader().len(), 5);
        assert_eq!(written(), before, "nobody wrote to it");
    }
    // What comes after is found, by this process and by another that knows nothing of what was spared.
    rename(&app, DEBNO, "Kosmonautyka").await;
    assert_ne!(written(), before);
    assert_eq!(app.titles(DEBNO, "query: \"kosmonautyka\"").await, ["Kosmonautyka"]);
    note(&app, DEBNO, 5).await;
    app.settle(DEBNO).await;
    let restarted = tablica::server::open(&app.server.config, app.app.clock.clone()).await.unwrap();
    let tenant = app.scope(DEBNO).tenant;
    let there = || {
        let (actor, lang) = (kernel::scope::Actor::System, kernel::i18n::Lang::Pl);
        kernel::scope::Scope::new(restarted.clone(), tenant.clone(), actor, lang)
    };
    let snapshot = restarted.search.snapshot(&there()).await.unwrap();
    assert_eq!((snapshot.reader().len(), snapshot.count(activities::ENTITY)), (5, 5));
    // Each goes on where the other has written.
    rename(&app, DEBNO, "Astronomia").await;
    note(&app, DEBNO, 2).await;
    app.settle(DEBNO).await;
    let snapshot = restarted.search.catch_up(&there()).await.unwrap();
    assert_eq!(snapshot.titles(activities::ENTITY).filter(|(_, title)| *title == "Astronomia").count(), 1);
    // In the end the index is told.
    let before = written();
    note(&app, DEBNO, 5_001).await;
    app.settle(DEBNO).await;
    assert_ne!(written(), before);
}
