//! The life of alerts: sent, shown, replaced, called off, over; what is wrong with them.

use chrono::TimeDelta;
use kernel::{access::Role, scope::Actor};
use serde_json::{Value, json};

use crate::support::{City, errors, storm, with};

#[tokio::test]
async fn a_severe_alert_is_shown_at_once_and_leaves_the_second_it_expires() {
    let city = City::open().await;
    let (police, chief) = city.police().await;
    let input = with(storm(&city, "SEVERE"), json!({ "institution": police.global(), "districts": ["Pogodno"] }));
    let (id, state) = city.sent(&chief, "alertIssue", input).await;
    assert_eq!(state, "ACTIVE");
    assert_eq!(city.banner().await, ["Burza (SEVERE)"]);
    let told = city
        .ask(
            &Actor::Anonymous,
            &format!(
                "{{ alert(id: \"{id}\") {{ url capUrl senderName sender {{ name canAlert }} sent effective severityLabel
                descriptionHtml areaDescription districts {{ id }} isAllClear status scope author {{ displayName }} needsApproval
                canUpdate canApprove }} }}"
            ),
        )
        .await;
    assert_eq!(
        told["alert"],
        json!({
            "url": format!("/en/bezpieczni/ostrzezenia/{id}"),
            "capUrl": format!("/feeds/alerts/{id}.xml"),
            "senderName": "Komenda Policji",
            "sender": { "name": "Komenda Policji", "canAlert": true },
            "sent": "2026-11-27T09:00:00+00:00",
            "effective": "2026-11-27T09:00:00+00:00",
            "severityLabel": "severe",
            "descriptionHtml": "<p>Wiatr do 110 km/h &amp; grad.</p>\n",
            "areaDescription": "Pogodno",
            "districts": [{ "id": "pogodno" }],
            "isAllClear": false,
            "status": "ACTUAL",
            "scope": "Public",
            "author": null,
            "needsApproval": false,
            "canUpdate": false,
            "canApprove": false,
        })
    );
    let found =
        "{ all: alerts { totalCount } here: alerts(filter: { districts: [\"pogodno\"], active: true }) { totalCount }
        there: alerts(filter: { districts: [\"rynek\"] }) { totalCount } }";
    let counts =
        |found: &Value| [&found["all"], &found["here"], &found["there"]].map(|list| list["totalCount"].clone());
    assert_eq!(counts(&city.ask(&Actor::Anonymous, found).await), [1, 1, 0]);
    city.wait(TimeDelta::hours(4) - TimeDelta::seconds(1));
    assert_eq!(city.banner().await, ["Burza (SEVERE)"]);
    city.wait(TimeDelta::seconds(1));
    assert_eq!(city.banner().await, [""; 0]);
    assert_eq!(city.state(&Actor::Anonymous, &id).await, "EXPIRED");
    assert_eq!(counts(&city.ask(&Actor::Anonymous, found).await), [1, 0, 0]);
    assert!(city.message(&id).await.contains("<headline>Burza (SEVERE)</headline>"), "also of what is over");
}

#[tokio::test]
async fn the_banner_shows_what_is_grave_and_lists_show_all() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    for severity in ["MINOR", "SEVERE", "MODERATE", "UNKNOWN"] {
        city.sent(&editor, "alertIssue", storm(&city, severity)).await;
    }
    assert_eq!(city.banner().await, ["Burza (SEVERE)"]);
    let all = city.ask(&Actor::Anonymous, "{ activeAlerts(minSeverity: UNKNOWN) { severity } }").await;
    let severities: Vec<_> = all["activeAlerts"].as_array().unwrap().iter().map(|alert| &alert["severity"]).collect();
    assert_eq!(severities, ["SEVERE", "MODERATE", "MINOR", "UNKNOWN"]);
    let page = "{ alerts(first: 3) { totalCount pageInfo { hasNextPage endCursor } nodes { severity } } }";
    let page = city.ask(&Actor::Anonymous, page).await;
    assert_eq!(page["alerts"]["totalCount"], 4);
    assert_eq!(
        page["alerts"]["nodes"],
        json!([{ "severity": "UNKNOWN" }, { "severity": "MODERATE" }, { "severity": "SEVERE" }])
    );
    let cursor = page["alerts"]["pageInfo"]["endCursor"].as_str().unwrap();
    let rest = format!("{{ alerts(after: \"{cursor}\") {{ pageInfo {{ hasNextPage }} nodes {{ severity }} }} }}");
    let rest = city.ask(&Actor::Anonymous, &rest).await;
    assert_eq!(rest["alerts"], json!({ "pageInfo": { "hasNextPage": false }, "nodes": [{ "severity": "MINOR" }] }));
    assert_eq!(city.fault(&Actor::Anonymous, "{ alerts(after: \"x\") { totalCount } }").await, "BAD_USER_INPUT");
}

#[tokio::test]
async fn messages_replace_each_other_at_once() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let (first, _) = city.sent(&editor, "alertIssue", storm(&city, "SEVERE")).await;
    city.wait(TimeDelta::minutes(5));
    let update = |of: &str, headline: &str, severity: &str| {
        let mut input = with(storm(&city, severity), json!({ "references": of }));
        input["texts"]["pl"]["headline"] = headline.into();
        input
    };
    let (second, _) = city.sent(&editor, "alertUpdate", update(&first, "Burza słabnie", "SEVERE")).await;
    assert_eq!(city.banner().await, ["Burza słabnie"]);
    assert_eq!(city.state(&Actor::Anonymous, &first).await, "UPDATED");
    let again = city.run(&editor, "alertUpdate", update(&first, "Inaczej", "MINOR"), "alert { id }").await;
    assert_eq!(errors(&again), ["NOT_CURRENT references"]);
    city.wait(TimeDelta::minutes(5));
    let unsaid = city.run(&editor, "alertCancel", json!({ "id": second, "reason": " " }), "alert { id }").await;
    assert_eq!(errors(&unsaid), ["REASON_MISSING reason"]);
    let (third, state) =
        city.sent(&editor, "alertCancel", json!({ "id": second, "reason": "Front przeszedł bokiem." })).await;
    assert_eq!((state.as_str(), city.banner().await.len()), ("CANCELLED", 0));
    let told = city
        .ask(
            &Actor::Anonymous,
            &format!(
                "{{ alert(id: \"{third}\") {{ messageType headline note responseTypes urgency severity references {{ id state }} }}
                 former: alert(id: \"{second}\") {{ state endedAt replacedBy {{ id }} }} }}"
            ),
        )
        .await;
    assert_eq!(
        told,
        json!({
            "alert": {
                "messageType": "CANCEL",
                "headline": "Odwołano: Burza słabnie",
                "note": "Front przeszedł bokiem.",
                "responseTypes": ["NONE"],
                "urgency": "PAST",
                "severity": "MINOR",
                "references": [{ "id": first, "state": "UPDATED" }, { "id": second, "state": "CANCELLED" }],
            },
            "former": { "state": "CANCELLED", "endedAt": "2026-11-27T09:10:00+00:00", "replacedBy": { "id": third } },
        })
    );
    for (mutation, input) in [
        ("alertCancel", json!({ "id": second, "reason": "Jeszcze raz" })),
        ("alertAllClear", json!({ "id": second })),
        ("alertCancel", json!({ "id": third, "reason": "Odwołanie odwołania" })),
    ] {
        let payload = city.run(&editor, mutation, input, "alert { id }").await;
        assert_eq!(errors(&payload), ["NOT_CURRENT id"], "{mutation}");
    }
}

#[tokio::test]
async fn an_all_clear_is_shown_until_its_own_end() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let mut input = with(storm(&city, "SEVERE"), json!({ "districts": ["rynek"] }));
    input["texts"]["uk"] = json!({ "event": "Буря", "headline": "Сильна буря" });
    let (id, _) = city.sent(&editor, "alertIssue", input).await;
    city.wait(TimeDelta::hours(1));
    let clear = json!({ "id": id, "expires": city.in_(TimeDelta::hours(2)) });
    let (clear, state) = city.sent(&editor, "alertAllClear", clear).await;
    assert_eq!((state.as_str(), city.state(&Actor::Anonymous, &id).await), ("ACTIVE", "CANCELLED".into()));
    let shown = "{ activeAlerts { headline isAllClear severity messageType responseTypes areaDescription texts { language event headline } } }";
    assert_eq!(
        city.ask(&Actor::Anonymous, shown).await["activeAlerts"],
        json!([{
            "headline": "Zagrożenie minęło: Burza",
            "isAllClear": true,
            "severity": "MINOR",
            "messageType": "CANCEL",
            "responseTypes": ["ALL_CLEAR"],
            "areaDescription": "Rynek",
            "texts": [
                { "language": "pl", "event": "Burza", "headline": "Zagrożenie minęło: Burza" },
                { "language": "uk", "event": "Буря", "headline": "Небезпека минула: Буря" },
            ],
        }])
    );
    // A new danger stands before the old one that is over.
    city.sent(&editor, "alertIssue", storm(&city, "SEVERE")).await;
    assert_eq!(city.banner().await, ["Burza (SEVERE)", "Zagrożenie minęło: Burza"]);
    city.wait(TimeDelta::hours(2));
    assert_eq!(city.banner().await, ["Burza (SEVERE)"]);
    assert_eq!(city.state(&Actor::Anonymous, &clear).await, "EXPIRED");
    // What expired can be cleared still, and an update can say so too.
    city.wait(TimeDelta::hours(3));
    let (last, _) = city.sent(&editor, "alertIssue", storm(&city, "SEVERE")).await;
    let update = with(storm(&city, "MINOR"), json!({ "references": last, "responseTypes": ["ALL_CLEAR"] }));
    let (update, _) = city.sent(&editor, "alertUpdate", update).await;
    assert_eq!(city.banner().await, ["Burza (MINOR)"]);
    city.wait(TimeDelta::hours(5));
    let (_, state) = city.sent(&editor, "alertAllClear", json!({ "id": update })).await;
    assert_eq!(state, "ACTIVE");
}

#[tokio::test]
async fn what_is_to_come_is_nobody_s_to_see_until_it_has() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let later = json!({ "effective": city.in_(TimeDelta::hours(2)), "onset": city.in_(TimeDelta::hours(3)) });
    let (id, state) = city.sent(&editor, "alertIssue", with(storm(&city, "SEVERE"), later.clone())).await;
    assert_eq!(state, "SCHEDULED");
    assert_eq!(city.state(&editor, &id).await, "SCHEDULED");
    assert_eq!((city.state(&Actor::Anonymous, &id).await, city.banner().await.len()), (Value::Null, 0));
    assert_eq!(city.feed("/feeds/alerts/{id}", &format!("{id}.xml"), &[]).await, None);
    let update = with(with(storm(&city, "SEVERE"), later), json!({ "references": id }));
    let payload = city.run(&editor, "alertUpdate", update, "alert { id }").await;
    assert_eq!(errors(&payload), ["EFFECTIVE_LATER effective"]);
    city.wait(TimeDelta::hours(2));
    assert_eq!((city.state(&Actor::Anonymous, &id).await, city.banner().await.len()), ("ACTIVE".into(), 1));
    // It is found once the work was done that notes it.
    let found = || async {
        let snapshot = city.system().snapshot().await.unwrap();
        let query = search_index::Query {
            meaning: snapshot.understand("burza", search_index::Reading::Wish),
            kinds: vec![safety::ALERT_KIND],
            first: 10,
            now: city.system().now().timestamp(),
            ..search_index::Query::default()
        };
        snapshot.reader().search(&query).unwrap().total
    };
    assert_eq!(found().await, 0);
    let [job] = safety::JOBS;
    (job.run)(&city.system()).await.unwrap();
    city.system().settle().await.unwrap();
    assert_eq!(found().await, 1);
    city.wait(TimeDelta::hours(2));
    assert_eq!(found().await, 0);
}

#[tokio::test]
async fn all_that_is_wrong_with_an_alert_is_told_at_its_field() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let hours = |hours: i64| city.in_(TimeDelta::hours(hours));
    let square = json!([
        { "lat": 52.7, "lon": 14.6 }, { "lat": 52.7, "lon": 14.7 }, { "lat": 52.8, "lon": 14.7 },
        { "lat": 52.8, "lon": 14.6 }, { "lat": 52.7, "lon": 14.6 },
    ]);
    let mut bow = square.clone();
    bow.as_array_mut().unwrap().swap(1, 2);
    let mut open = square.clone();
    open.as_array_mut().unwrap().pop();
    let text = |event: &str, headline: &str| json!({ "pl": { "event": event, "headline": headline } });
    for (fields, expected) in [
        (
            json!({ "texts": text(" ", "\u{0}") }),
            &["TEXT_MISSING texts.pl.event", "TEXT_MISSING texts.pl.headline"][..],
        ),
        (
            json!({ "texts": text(&"a".repeat(101), &"b".repeat(161)) }),
            &["TEXT_TOO_LONG texts.pl.event", "TEXT_TOO_LONG texts.pl.headline"],
        ),
        (json!({ "texts": text("a", &"b".repeat(5_000_000)) }), &["TEXT_TOO_LONG texts.pl.headline"]),
        (json!({ "categories": [] }), &["CATEGORY_MISSING categories"]),
        (json!({ "expires": hours(0) }), &["EXPIRES_PAST expires"]),
        (json!({ "expires": hours(30 * 24 + 1) }), &["EXPIRES_TOO_LATE expires"]),
        (json!({ "effective": hours(5) }), &["EXPIRES_BEFORE_START expires"]),
        (json!({ "effective": hours(31 * 24), "expires": hours(32 * 24) }), &["EFFECTIVE_TOO_LATE effective"]),
        (json!({ "onset": hours(4) }), &["ONSET_TOO_LATE onset"]),
        (json!({ "web": "javascript:x", "contact": "1".repeat(501) }), &["LINK_EXPECTED web", "TEXT_TOO_LONG contact"]),
        (json!({ "districts": ["rynek", "atlantyda"] }), &["DISTRICT_UNKNOWN districts"]),
        (json!({ "polygon": open }), &["POLYGON_OPEN polygon"]),
        (json!({ "polygon": bow }), &["POLYGON_CROSSING polygon"]),
        (json!({ "polygon": [{ "lat": 52.7, "lon": 14.6 }] }), &["POLYGON_CORNERS polygon"]),
        (json!({ "circle": { "lat": 14.69, "lon": 52.74, "radiusKm": 2 } }), &["AREA_ELSEWHERE circle"]),
        (json!({ "circle": { "lat": 52.74, "lon": 14.69, "radiusKm": 0 } }), &["RADIUS_WRONG circle"]),
        (json!({ "circle": { "lat": 452.74, "lon": 14.69, "radiusKm": 1 } }), &["POINT_WRONG circle"]),
        (json!({ "institution": "inst_x" }), &["INSTITUTION_UNKNOWN institution"]),
    ] {
        let payload = city.run(&editor, "alertIssue", with(storm(&city, "SEVERE"), fields), "alert { id }").await;
        assert_eq!(errors(&payload), expected);
        let messages = payload["errors"].as_array().unwrap().iter().map(|error| error["message"].as_str().unwrap());
        for message in messages {
            assert!(!message.contains("refusal-") && !message.contains('{'), "{message}");
        }
    }
    assert_eq!(city.ask(&editor, "{ alerts { totalCount } }").await["alerts"]["totalCount"], 0);
    let good = with(storm(&city, "SEVERE"), json!({ "polygon": square, "expires": hours(30 * 24) }));
    let payload = city.run(&editor, "alertIssue", good, "alert { areaDescription polygon { lat } }").await;
    assert_eq!(payload["alert"]["areaDescription"], "Dębno");
    assert_eq!(payload["alert"]["polygon"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn exercises_are_never_taken_for_real() {
    let city = City::open().await;
    let (police, chief) = city.police().await;
    let school = city.institution("Szkoła", "PRIMARY_SCHOOL").await;
    let officer = city.somebody("officer", Some((Role::Contributor, Some(police)))).await;
    let teacher = city.somebody("teacher", Some((Role::Manager, Some(school)))).await;
    for status in ["EXERCISE", "TEST"] {
        let input = with(storm(&city, "SEVERE"), json!({ "institution": police.global(), "status": status }));
        let (id, state) = city.sent(&chief, "alertIssue", input).await;
        assert_eq!(state, "ACTIVE");
        assert_eq!(city.banner().await, [""; 0]);
        for (who, expected) in [
            (&chief, "ACTIVE".into()),
            (&officer, "ACTIVE".into()),
            (&teacher, Value::Null),
            (&Actor::Anonymous, Value::Null),
        ] {
            assert_eq!(city.state(who, &id).await, expected);
        }
        assert!(city.message(&id).await.contains(if status == "TEST" { "<status>Test<" } else { "<status>Exercise<" }));
    }
    let listed =
        "{ default: alerts { totalCount } asked: alerts(filter: { statuses: [EXERCISE, TEST] }) { totalCount } }";
    let count = |told: Value| [told["default"]["totalCount"].clone(), told["asked"]["totalCount"].clone()];
    assert_eq!(count(city.ask(&officer, listed).await), [0, 2]);
    assert_eq!(count(city.ask(&teacher, listed).await), [0, 0]);
    let atom = city.feed("/feeds/alerts.cap.atom", "", &[]).await.unwrap();
    assert!(!atom.contains("<entry>"));
    let query = [("status".to_owned(), "exercise".to_owned())];
    let atom = city.feed("/feeds/alerts.cap.atom", "", &query).await.unwrap();
    assert_eq!(atom.matches("<entry>").count(), 2);
}

#[tokio::test]
async fn the_schema_knows_all_of_it_by_its_module() {
    let sdl = City::open().await.sdl();
    for name in ["type Alert ", "type Advice ", "input AlertIssueInput", "enum AlertState", "canAlert: Boolean!"] {
        assert!(sdl.contains(name), "{name}");
    }
}
