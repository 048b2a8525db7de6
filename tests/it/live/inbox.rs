//! What somebody is told, as it comes: on an open page, and to their browsers.

use std::sync::{Arc, Mutex};

use activities::ActivityId;
use notices::{Frequency, Item, What};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpListener,
};
use web_push_native::{
    Auth, decrypt,
    p256::{SecretKey, elliptic_curve::sec1::ToEncodedPoint as _},
};

use super::{CICHE, DEBNO, OFFERS, TestApp, Who, activity, line::Station, pace, subscribe};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

const FOLLOW: &str = "subscription { notificationAdded { unreadNotifications notification { id kind title url } } }";
const SAVE: &str = "mutation($input: PushEndpointSaveInput!) { pushEndpointSave(input: $input) { push { on } errors { code field message } } }";
const REMOVE: &str =
    "mutation($input: PushEndpointRemoveInput!) { pushEndpointRemove(input: $input) { push { on } errors { code } } }";

/// Tells somebody that a place is free.
async fn tell(app: &TestApp, who: &Who, activity: &str, title: &str, is_urgent: bool) {
    let mut tx = app.scope(DEBNO).begin().await.unwrap();
    let reader = notices::readers::of_account(&mut tx, who.account).await.unwrap();
    let item = Item {
        reader: reader.id,
        what: What::PlaceFreed,
        entity: activities::ENTITY.to_owned(),
        entity_id: ActivityId::parse(activity).unwrap().0,
        told: json!({ "title": title, "path": "/zajecia/x", "facts": { "places": 2 }, "from": { "places": 0 }, "changed": ["places"] }),
        reasons: Vec::new(),
        frequency: Frequency::AtOnce,
        urgent: is_urgent,
    };
    notices::add(&mut tx, vec![item]).await.unwrap();
    tx.commit().await.unwrap();
    app.settle(DEBNO).await;
}

#[tokio::test]
async fn the_bell_rings_for_whom_it_is() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let id = activity(&app, DEBNO).await;
    let anna = app.person(DEBNO, "anna@poczta.example", None, None).await;
    let jan = app.person(DEBNO, "jan@poczta.example", None, None).await;
    let station = Station::start(&app, pace()).await;
    let mut hers = station.listen(DEBNO, &anna).await;
    let mut his = station.listen(DEBNO, &jan).await;
    for socket in [&mut hers, &mut his] {
        socket.say(&subscribe("1", FOLLOW, &json!({}))).await;
        socket.began(&app, DEBNO).await;
    }
    tell(&app, &anna, &id, "Robotyka", false).await;
    let heard = hers.hear().await;
    let told = &heard["payload"]["data"]["notificationAdded"];
    assert_eq!(
        (&told["unreadNotifications"], &told["notification"]["kind"]),
        (&json!(1), &json!("PLACE_FREED")),
        "{heard}"
    );
    // What she sees in another window, this one learns.
    let read = "mutation($input: NotificationsReadInput!) { notificationsRead(input: $input) { errors { code } } }";
    app.done_as(DEBNO, &anna, read, &json!({ "input": { "all": true } })).await;
    app.settle(DEBNO).await;
    let heard = hers.hear().await;
    assert_eq!(
        heard["payload"]["data"]["notificationAdded"],
        json!({ "unreadNotifications": 0, "notification": null })
    );
    // He hears of nothing that is hers.
    tell(&app, &jan, &id, "Szachy", false).await;
    let heard = his.hear().await;
    assert_eq!(heard["payload"]["data"]["notificationAdded"]["notification"]["title"], "Szachy", "{heard}");

    let code = async |city: &str, who: &Who| {
        let mut socket = station.listen(city, who).await;
        socket.say(&subscribe("1", FOLLOW, &json!({}))).await;
        socket.hear().await["payload"][0]["extensions"]["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(code(DEBNO, &Who::nobody()).await, "UNAUTHENTICATED");
    let token = app.token(DEBNO, &anna, kernel::access::Role::Citizen, None).await;
    assert_eq!(code(DEBNO, &token).await, "FORBIDDEN");
    assert_eq!(code(CICHE, &Who::nobody()).await, "GRAPHQL_VALIDATION_FAILED", "the module is off");
}

#[tokio::test]
async fn a_search_is_followed_by_the_filters_of_its_list() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let station = Station::start(&app, pace()).await;
    let follow = "subscription($t: SubscriptionTargetInput!) { searchChanged(target: $t) { isComplete left entered { ... on Activity { title } } changed { ... on Activity { title } } } }";
    let target = json!({ "t": { "activities": { "filter": { "interests": ["robotics"] } } } });
    let mut socket = station.listen(DEBNO, &Who::nobody()).await;
    socket.say(&subscribe("1", follow, &target)).await;
    socket.began(&app, DEBNO).await;
    let changes = [
        ("Robotyka dla ciekawych", "Robotyka dla odważnych", json!(["Robotyka dla odważnych"]), 0, json!([])),
        ("robotics|lego_blocks", "chess", json!([]), 1, json!([])),
        ("", "", json!([]), 0, json!(["Robotyka dla ciekawych"])),
    ];
    for (from, to, changed, left, entered) in changes {
        let offers = if from.is_empty() { OFFERS.to_owned() } else { OFFERS.replace(from, to) };
        app.activities(DEBNO, &offers).await;
        let heard = socket.hear().await;
        let change = &heard["payload"]["data"]["searchChanged"];
        let titles =
            |nodes: &Value| nodes.as_array().unwrap().iter().map(|node| node["title"].clone()).collect::<Value>();
        assert_eq!((titles(&change["changed"]), titles(&change["entered"])), (changed, entered), "{heard}");
        assert_eq!((change["left"].as_array().unwrap().len(), &change["isComplete"]), (left, &json!(true)), "{heard}");
    }
    for (city, target, code) in [
        (DEBNO, json!({ "t": { "alerts": {} } }), "BAD_USER_INPUT"),
        (DEBNO, json!({ "t": { "activities": { "child": "x" } } }), "UNAUTHENTICATED"),
        (CICHE, json!({ "t": { "institutions": {} } }), "GRAPHQL_VALIDATION_FAILED"),
    ] {
        let mut socket = station.listen(city, &Who::nobody()).await;
        socket.say(&subscribe("1", follow, &target)).await;
        let heard = socket.hear().await;
        assert_eq!(heard["payload"][0]["extensions"]["code"], code, "{target}: {heard}");
    }
}

/// What a push service was sent: the head, in small letters, and the body.
type Posted = (String, Vec<u8>);

/// A push service that answers each push with the next of these, and then with 201.
async fn push_service(answers: &[&'static str]) -> (String, Arc<Mutex<Vec<Posted>>>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = format!("http://{}/wpush/v2/tajne", listener.local_addr().unwrap());
    let posted = Arc::new(Mutex::new(Vec::new()));
    let kept = posted.clone();
    let answers: Vec<_> = answers.to_vec();
    tokio::spawn(async move {
        let mut answers = answers.into_iter();
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                stream.read_line(&mut head).await.unwrap();
            }
            let head = head.to_ascii_lowercase();
            let length = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap();
            let mut body = vec![0; length.parse().unwrap()];
            stream.read_exact(&mut body).await.unwrap();
            kept.lock().unwrap().push((head, body));
            let answer = answers.next().unwrap_or("201 Created");
            let answer = format!("HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    (address, posted)
}

/// A browser's keys.
struct Browser {
    secret: SecretKey,
    auth: [u8; 16],
}

impl Browser {
    fn new(seed: u8) -> Self {
        Self { secret: SecretKey::from_slice(&[seed; 32]).unwrap(), auth: [seed; 16] }
    }

    fn asks(&self, endpoint: &str) -> Value {
        let key = self.secret.public_key().to_encoded_point(false);
        json!({ "input": { "endpoint": endpoint, "p256dh": URL_SAFE_NO_PAD.encode(key.as_bytes()), "auth": URL_SAFE_NO_PAD.encode(self.auth) } })
    }

    fn reads(&self, body: &[u8]) -> Value {
        serde_json::from_slice(&decrypt(body.to_vec(), &self.secret, &Auth::from(self.auth)).unwrap()).unwrap()
    }
}

#[tokio::test]
async fn notices_are_pushed_to_browsers_that_asked() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let id = activity(&app, DEBNO).await;
    let anna = app.person(DEBNO, "anna@poczta.example", None, None).await;
    let (address, posted) = push_service(&["503 Busy", "429 Slow down\r\nretry-after: 900"]).await;
    let browser = Browser::new(7);
    let key = app.data(DEBNO, "{ pushKey }").await["pushKey"].as_str().unwrap().to_owned();
    assert_ne!(app.data(super::GOLENIOW, "{ pushKey }").await["pushKey"], key, "each city has its own");
    for _ in 0..2 {
        let saved = app.done_as(DEBNO, &anna, SAVE, &browser.asks(&address)).await;
        assert_eq!(saved["pushEndpointSave"]["push"]["on"], true);
    }
    let scope = app.scope(DEBNO);
    let send = async || {
        notices::deliver_due(&scope.fresh()).await.unwrap();
        let sent = notices::push::deliver_due(&scope.fresh()).await.unwrap();
        (sent.sent, sent.later, sent.given_up)
    };
    tell(&app, &anna, &id, "Robotyka dla ciekawych", false).await;
    assert_eq!(send().await, (0, 1, 0), "busy");
    assert_eq!(send().await, (0, 0, 0), "not before its time");
    app.clock.advance(chrono::Duration::seconds(61));
    assert_eq!(send().await, (0, 1, 0), "too many");
    app.clock.advance(chrono::Duration::seconds(600));
    assert_eq!(send().await, (0, 0, 0), "the push service said when");
    app.clock.advance(chrono::Duration::seconds(301));
    assert_eq!(send().await, (1, 0, 0));
    assert_eq!(send().await, (0, 0, 0), "once");
    let (head, body) = posted.lock().unwrap().last().unwrap().clone();
    assert_eq!(posted.lock().unwrap().len(), 3);
    let read = browser.reads(&body);
    assert!(read["title"].as_str().unwrap().contains("Robotyka dla ciekawych"), "{read}");
    assert!(
        read["path"].as_str().unwrap().starts_with('/') && read["lang"] == "pl" && read["urgent"] == false,
        "{read}"
    );
    for header in ["content-encoding: aes128gcm", "urgency: normal", "ttl: ", "authorization: vapid t="] {
        assert!(head.contains(header), "{head}");
    }
    assert!(!String::from_utf8_lossy(&body).contains("Robotyka"));

    // It is the city's signature.
    let said = posted.lock().unwrap()[0].0.clone();
    assert!(said.contains(&format!("k={}", key.to_ascii_lowercase())), "{said}");
    // Danger goes at once.
    app.clock.advance(chrono::Duration::hours(2));
    tell(&app, &anna, &id, "Burza", true).await;
    assert_eq!(send().await, (1, 0, 0));
    assert!(posted.lock().unwrap().last().unwrap().0.contains("urgency: high"));

    // A browser that asks no more.
    app.done_as(DEBNO, &anna, REMOVE, &json!({ "input": { "endpoint": address } })).await;
    app.clock.advance(chrono::Duration::days(2));
    tell(&app, &anna, &id, "Znowu miejsce", true).await;
    assert_eq!(send().await, (0, 0, 0));
}

#[tokio::test]
async fn a_browser_that_is_no_more_is_forgotten() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let id = activity(&app, DEBNO).await;
    let anna = app.person(DEBNO, "anna@poczta.example", None, None).await;
    let jan = app.person(DEBNO, "jan@poczta.example", None, None).await;
    let (gone, _) = push_service(&["410 Gone"]).await;
    let (there, posted) = push_service(&["400 Bad request"]).await;
    let browser = Browser::new(9);
    // On a machine that both use, what is pushed is pushed for whom has asked last.
    app.done_as(DEBNO, &jan, SAVE, &browser.asks(&there)).await;
    for address in [&gone, &there] {
        app.done_as(DEBNO, &anna, SAVE, &browser.asks(address)).await;
    }
    let scope = app.scope(DEBNO);
    for (who, expected) in [(&jan, (0, 0, 0)), (&anna, (0, 0, 2)), (&anna, (1, 0, 0))] {
        tell(&app, who, &id, "Robotyka dla ciekawych", true).await;
        notices::deliver_due(&scope.fresh()).await.unwrap();
        let sent = notices::push::deliver_due(&scope.fresh()).await.unwrap();
        assert_eq!((sent.sent, sent.later, sent.given_up), expected);
        app.clock.advance(chrono::Duration::days(2));
    }
    assert_eq!(posted.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn only_browsers_are_pushed_to() {
    let app = TestApp::start().await;
    let anna = app.person(DEBNO, "anna@poczta.example", None, None).await;
    let browser = Browser::new(3);
    let good = browser.asks("https://push.example/x");
    for endpoint in [
        "",
        "ftp://push.example/x",
        "https://10.0.0.1/x",
        "https://169.254.169.254/latest",
        "https://push.example:8443/x",
        "https://a:b@push.example/",
    ] {
        let refused = app.refused_as(DEBNO, &anna, SAVE, &browser.asks(endpoint)).await;
        assert_eq!(refused, "ENDPOINT_NOT_ALLOWED", "{endpoint}");
    }
    for (field, value) in [("p256dh", "AAAA"), ("auth", "AAAA"), ("p256dh", "")] {
        let mut asks = good.clone();
        asks["input"][field] = value.into();
        assert_eq!(app.refused_as(DEBNO, &anna, SAVE, &asks).await, "KEY_INVALID", "{field}");
    }
    assert_eq!(app.refused_as(DEBNO, &Who::nobody(), SAVE, &good).await, "UNAUTHENTICATED");
    let token = app.token(DEBNO, &anna, kernel::access::Role::Citizen, None).await;
    assert_eq!(app.refused_as(DEBNO, &token, SAVE, &good).await, "FORBIDDEN");
    assert_eq!(app.code(CICHE, "{ pushKey }").await, "GRAPHQL_VALIDATION_FAILED");
    app.done_as(DEBNO, &anna, SAVE, &good).await;
}
