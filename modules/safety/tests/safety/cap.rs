//! Messages of the Common Alerting Protocol: written, fed, and handed in, by friends and by others.

use atom_syndication::Feed;
use chrono::TimeDelta;
use kernel::{access::Role, scope::Actor};
use serde_json::{Value, json};

use crate::{
    cap_schema::faults,
    support::{City, errors, storm, with},
};

/// An alert with everything that one can have.
fn rich(city: &City) -> Value {
    let mut input = with(
        storm(city, "SEVERE"),
        json!({
            "categories": ["SAFETY", "MET", "CBRNE"],
            "responseTypes": ["SHELTER", "MONITOR"],
            "onset": city.in_(TimeDelta::hours(1)),
            "web": "https://example.org/burza?a=1&b=2",
            "contact": "112",
            "note": "Komunikat <nr 1>",
            "areaDescription": "Pogodno & Rynek",
            "districts": ["pogodno", "rynek"],
            "polygon": [
                { "lat": 52.7, "lon": 14.6 }, { "lat": 52.7, "lon": 14.7 }, { "lat": 52.8, "lon": 14.7 },
                { "lat": 52.7, "lon": 14.6 },
            ],
            "circle": { "lat": 52.74, "lon": 14.69, "radiusKm": 2.5 },
        }),
    );
    let text = |event: &str| json!({ "event": event, "headline": format!("{event}!"), "description": "]]> <b>\"'" });
    input["texts"]["en"] = text("Storm");
    input["texts"]["uk"] = text("Буря");
    input
}

#[tokio::test]
async fn every_message_meets_the_schema() {
    let city = City::open().await;
    let (police, chief) = city.police().await;
    let of_police = json!({ "institution": police.global() });
    let (first, _) = city.sent(&chief, "alertIssue", with(rich(&city), of_police.clone())).await;
    let (plain, _) = city.sent(&chief, "alertIssue", with(storm(&city, "MINOR"), of_police.clone())).await;
    let exercise = with(rich(&city), with(of_police, json!({ "status": "EXERCISE", "note": null })));
    let (exercise, _) = city.sent(&chief, "alertIssue", exercise).await;
    city.wait(TimeDelta::minutes(1));
    let (second, _) = city.sent(&chief, "alertUpdate", with(rich(&city), json!({ "references": first }))).await;
    let (third, _) = city.sent(&chief, "alertAllClear", json!({ "id": second })).await;
    let (fourth, _) = city.sent(&chief, "alertCancel", json!({ "id": plain, "reason": "Nie & już" })).await;
    for id in [&first, &plain, &exercise, &second, &third, &fourth] {
        let xml = city.message(id).await;
        assert_eq!(faults(&xml), [""; 0], "{xml}");
    }
    let xml = city.message(&first).await;
    for part in [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<sender>edu.debno.example</sender>",
        "<sent>2026-11-27T10:00:00+01:00</sent>",
        "<note>Komunikat &lt;nr 1&gt;</note>",
        "<language>pl-PL</language>",
        "<language>en-GB</language>",
        "<language>uk-UA</language>",
        "<category>CBRNE</category>",
        "<expires>2026-11-27T14:00:00+01:00</expires>",
        "<description>]]&gt; &lt;b&gt;",
        "<polygon>52.7,14.6 52.7,14.7 52.8,14.7 52.7,14.6</polygon>",
        "<circle>52.74,14.69 2.5</circle>",
        "<valueName>TERYT</valueName>",
        "<value>3210024</value>",
    ] {
        assert!(xml.contains(part), "{part}\n{xml}");
    }
    assert!(!xml.contains("urn:oid"));
    let identifier = |xml: &str| xml.split("identifier>").nth(1).unwrap().trim_end_matches("</").to_owned();
    let reference = |xml: &str, sent: &str| format!("edu.debno.example,{},2026-11-27T{sent}+01:00", identifier(xml));
    let update = city.message(&second).await;
    let expected =
        format!("<references>{} {}</references>", reference(&xml, "10:00:00"), reference(&update, "10:01:00"));
    let last = city.message(&third).await;
    assert!(last.contains(&expected) && last.contains("<responseType>AllClear</responseType>"), "{expected}\n{last}");
    assert!(city.message(&exercise).await.contains("<note>Exercise</note>"));
    assert!(city.message(&fourth).await.contains("<note>Nie &amp; już</note>"));
    assert_eq!(city.feed("/feeds/alerts/{id}", "alert_x.xml", &[]).await, None);
}

#[tokio::test]
async fn the_feed_tells_what_is_in_force() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let (first, _) = city.sent(&editor, "alertIssue", rich(&city)).await;
    let (gone, _) = city.sent(&editor, "alertIssue", storm(&city, "MODERATE")).await;
    city.sent(&editor, "alertIssue", storm(&city, "EXTREME")).await;
    city.wait(TimeDelta::minutes(1));
    let (cancel, _) = city.sent(&editor, "alertCancel", json!({ "id": gone, "reason": "Nie" })).await;
    let read = |xml: String| xml.parse::<Feed>().unwrap();
    let feed = read(city.feed("/feeds/alerts.cap.atom", "", &[]).await.unwrap());
    assert_eq!((feed.title.value.as_str(), feed.lang.as_deref()), ("Ostrzeżenia – Dębno", Some("pl")));
    assert_eq!(feed.updated.to_rfc3339(), "2026-11-27T10:01:00+01:00");
    let links: Vec<_> = feed.entries.iter().map(|entry| entry.links[0].href.clone()).collect();
    let base = "https://edu.debno.example";
    assert_eq!(links, [&cancel, &first].map(|id| format!("{base}/feeds/alerts/{id}.xml")));
    let entry = &feed.entries[1];
    assert_eq!(entry.links[0].rel, "alternate");
    assert_eq!(entry.links[0].mime_type.as_deref(), Some("application/cap+xml"));
    assert_eq!(entry.links[1].href, format!("{base}/bezpieczni/ostrzezenia/{first}"));
    let told = |name: &str| entry.extensions["cap"][name][0].value.clone().unwrap();
    assert_eq!([told("severity"), told("status"), told("msgType")], ["Severe", "Actual", "Alert"]);
    assert_eq!(told("expires"), "2026-11-27T14:00:00+01:00");
    assert!(entry.categories.iter().any(|category| category.term == "CBRNE"));
    city.wait(TimeDelta::hours(4));
    let feed = read(city.feed("/feeds/alerts.cap.atom", "", &[]).await.unwrap());
    assert_eq!(feed.entries.len(), 0);
}

/// A message of a fire brigade's own system.
fn message(head: &str, info: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">{head}{info}</alert>"
    )
}

fn head(identifier: &str, kind: &str, more: &str) -> String {
    format!(
        "<identifier>{identifier}</identifier><sender>psp@example.org</sender><sent>2026-11-27T09:59:00+01:00</sent>
        <status>Actual</status><msgType>{kind}</msgType><scope>Public</scope>{more}"
    )
}

fn references(identifier: &str) -> String {
    format!("<references>psp@example.org,{identifier},2026-11-27T09:59:00+01:00</references>")
}

fn info(severity: &str, response: &str) -> String {
    format!(
        "<info><language>pl-PL</language><category>Fire</category><event>Po&#380;ar</event>{response}<urgency>Immediate</urgency>
        <severity>{severity}</severity><certainty>Observed</certainty><expires>2026-11-27T12:00:00+01:00</expires>
        <headline>Pożar składowiska &amp; dym</headline><description><![CDATA[Zamknij <okna>.]]></description>
        <area><areaDesc>Rynek</areaDesc><circle>52.74,14.69 2</circle>
        <geocode><valueName>TERYT</valueName><value>3210</value></geocode></area></info>
        <info><language>en-GB</language><category>Fire</category><event>Fire</event><urgency>Immediate</urgency>
        <severity>{severity}</severity><certainty>Observed</certainty><expires>2026-11-27T12:00:00+01:00</expires>
        <headline>Fire and smoke</headline></info>"
    )
}

#[tokio::test]
async fn partners_hand_in_messages_of_their_own_systems() {
    let city = City::open().await;
    let (police, chief) = city.police().await;
    let given = "alert { id headline event state status messageType isAllClear note areaDescription circle { radiusKm } texts { language headline description } identifier }";
    let hand_in = |text: String| {
        let input = json!({ "cap": text, "institution": police.global() });
        let (city, chief) = (&city, &chief);
        async move { city.run(chief, "alertIssueCap", input, given).await }
    };
    let mut first = hand_in(message(&head("1", "Alert", "<note>Pilne</note>"), &info("Severe", ""))).await;
    let id = first["alert"]["id"].as_str().unwrap().to_owned();
    assert!(first["alert"]["identifier"].take().as_str().unwrap().starts_with("debno."));
    assert_eq!(
        first["alert"],
        json!({
            "id": id, "headline": "Fire and smoke", "event": "Fire",
            "state": "ACTIVE", "status": "ACTUAL", "messageType": "ALERT", "isAllClear": false, "note": "Pilne",
            "areaDescription": "Rynek", "circle": { "radiusKm": 2.0 }, "identifier": null,
            "texts": [
                { "language": "pl", "headline": "Pożar składowiska & dym", "description": "Zamknij <okna>." },
                { "language": "en", "headline": "Fire and smoke", "description": "" },
            ],
        })
    );
    assert_eq!(faults(&city.message(&id).await), [""; 0]);
    // Once more, as machines do that got no answer.
    let again = hand_in(message(&head("1", "Alert", ""), &info("Severe", ""))).await;
    assert_eq!((again["alert"]["id"].as_str(), city.banner().await.len()), (Some(id.as_str()), 1));

    let update = hand_in(message(&head("2", "Update", &references("1")), &info("Moderate", ""))).await;
    assert_eq!((update["alert"]["state"].as_str(), city.banner().await.len()), (Some("ACTIVE"), 0));
    let stale = hand_in(message(&head("3", "Cancel", &references("1")), "")).await;
    assert_eq!(errors(&stale), ["NOT_CURRENT cap"]);
    let unknown = hand_in(message(&head("3", "Cancel", &references("9")), "")).await;
    assert_eq!(errors(&unknown), ["CAP_REFERENCE cap"]);
    // An exercise does not speak for what is no exercise.
    let exercise = message(&head("3", "Update", &references("2")), &info("Severe", "")).replace("Actual", "Exercise");
    assert_eq!((errors(&hand_in(exercise).await), city.banner().await.len()), (vec!["CAP_VALUE cap".to_owned()], 0));
    let cleared = "<responseType>AllClear</responseType>";
    let clear = hand_in(message(&head("4", "Cancel", &references("2")), &info("Minor", cleared))).await;
    assert_eq!((&clear["alert"]["isAllClear"], &clear["alert"]["headline"]), (&json!(true), &json!("Fire and smoke")));
    let extreme = hand_in(message(&head("5", "Alert", ""), &info("Extreme", ""))).await;
    assert_eq!(extreme["alert"]["state"], "PENDING");
    let cancel = hand_in(message(&head("6", "Cancel", &references("4")), "")).await;
    assert_eq!(
        (&cancel["alert"]["state"], &cancel["alert"]["note"]),
        (&json!("CANCELLED"), &json!("Odwołane przez nadawcę."))
    );

    // Of others' messages nobody disposes, whatever they call themselves.
    let school = city.institution("Szkoła", "PRIMARY_SCHOOL").await;
    let teacher = city.somebody("teacher", Some((Role::Manager, Some(school)))).await;
    let own =
        city.sent(&chief, "alertIssue", with(storm(&city, "MINOR"), json!({ "institution": police.global() }))).await;
    let identifier = city.ask(&chief, &format!("{{ alert(id: \"{}\") {{ identifier }} }}", own.0)).await;
    let named = format!(
        "<references>edu.debno.example,{},2026-11-27T10:00:00+01:00</references>",
        identifier["alert"]["identifier"].as_str().unwrap()
    );
    for reference in [references("4"), named] {
        let input = json!({ "cap": message(&head("7", "Cancel", &reference), ""), "institution": school.global() });
        assert_eq!(errors(&city.run(&teacher, "alertIssueCap", input, "alert { id }").await), ["CAP_REFERENCE cap"]);
    }
    let input = json!({ "cap": message(&head("8", "Alert", ""), &info("Severe", "")), "institution": school.global() });
    assert_eq!(city.run(&teacher, "alertIssueCap", input.clone(), "alert { id }").await["fault"], "FORBIDDEN");
    assert_eq!(city.run(&Actor::Anonymous, "alertIssueCap", input, "alert { id }").await["fault"], "UNAUTHENTICATED");
}

#[tokio::test]
async fn our_own_messages_can_be_handed_in() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let (id, _) = city.sent(&editor, "alertIssue", rich(&city)).await;
    let xml = city.message(&id).await.replace("<identifier>debno.", "<identifier>copy.");
    let told = "alert { texts { language event headline description instruction } categories responseTypes urgency severity certainty
        onset expires web contact note areaDescription districts { id } polygon { lat lon } circle { lat lon radiusKm } }";
    let copy = city.run(&editor, "alertIssueCap", json!({ "cap": xml }), told).await;
    let original =
        city.ask(&editor, &format!("{{ {} }}", told.replacen("alert", &format!("alert(id: \"{id}\")"), 1))).await;
    assert_eq!(copy["errors"], json!([]));
    assert_eq!(copy["alert"], original["alert"]);
}

#[tokio::test]
async fn bad_messages_are_refused_by_the_names_of_their_elements() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let good = message(&head("1", "Alert", ""), &info("Severe", ""));
    let laughs = "<!DOCTYPE alert [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let outside = "<!DOCTYPE alert [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    let declared = |doctype: &str, entity: &str| {
        good.replacen("\n<alert", &format!("\n{doctype}<alert"), 1).replacen("Po&#380;ar", entity, 1)
    };
    let without = |element: &str| {
        let (open, close) = (format!("<{element}>"), format!("</{element}>"));
        let mut text = good.clone();
        while let Some(start) = text.find(&open) {
            let end = text[start..].find(&close).unwrap() + start + close.len();
            text.replace_range(start..end, "");
        }
        text
    };
    let other = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replace(from, to)
    };
    let missing = |element: &str| (without(element.rsplit('.').next().unwrap()), "CAP_MISSING cap", element.to_owned());
    let wrong = |from: &str, to: &str, code: &'static str, said: &str| (other(from, to), code, said.to_owned());
    let deep = format!("{}{}", "<x>".repeat(20), "</x>".repeat(20));
    let mut cases = vec![
        (declared(laughs, "&c;"), "CAP_UNSAFE cap", String::new()),
        (declared(outside, "&a;"), "CAP_UNSAFE cap", String::new()),
        (declared("", "&unknown;"), "CAP_UNSAFE cap", String::new()),
        (good.replacen("<scope>", &format!("{deep}<scope>"), 1), "CAP_UNSAFE cap", String::new()),
        ("a".repeat(1_000_000), "CAP_TOO_LARGE cap", "64".to_owned()),
        (
            good.replacen("</alert>", &format!("{}</alert>", " ".repeat(64 * 1024)), 1),
            "CAP_TOO_LARGE cap",
            "64".to_owned(),
        ),
        (String::new(), "CAP_NOT_XML cap", String::new()),
        (good[..good.len() - 3].to_owned(), "CAP_NOT_XML cap", String::new()),
        ("{\"alert\": 1}".to_owned(), "CAP_NOT_XML cap", String::new()),
        (good.replace("cap:1.2", "cap:1.1"), "CAP_FOREIGN cap", String::new()),
        (good.replace("alert", "warning"), "CAP_FOREIGN cap", String::new()),
        (message(&head("1", "Alert", ""), ""), "CAP_MISSING cap", "alert.info".to_owned()),
        (message(&head("1", "Cancel", ""), ""), "CAP_MISSING cap", "alert.references".to_owned()),
        (
            message(&head("1", "Cancel", "<references>x</references>"), ""),
            "CAP_VALUE cap",
            "alert.references".to_owned(),
        ),
        wrong("<language>pl-PL</language>", "<language>de-DE</language>", "CAP_MISSING cap", "alert.info (pl-PL)"),
        wrong("<language>en-GB</language>", "<language>pl</language>", "CAP_REPEATED cap", "alert.info"),
        wrong("<scope>Public</scope>", "<scope>Private</scope>", "CAP_VALUE cap", "alert.scope"),
        wrong("<status>Actual</status>", "<status>Draft</status>", "CAP_VALUE cap", "alert.status"),
        wrong("<msgType>Alert</msgType>", "<msgType>Ack</msgType>", "CAP_VALUE cap", "alert.msgType"),
        wrong("<identifier>1</identifier>", "<identifier>1 2</identifier>", "CAP_VALUE cap", "alert.identifier"),
        wrong("<sender>psp@example.org", "<sender>a,b", "CAP_VALUE cap", "alert.sender"),
        wrong("09:59:00+01:00</sent>", "08:59:00Z</sent>", "CAP_VALUE cap", "alert.sent"),
        wrong("2026-11-27T09:59:00+01:00</sent>", "2026-13-27T09:59:00+01:00</sent>", "CAP_VALUE cap", "alert.sent"),
        wrong("<severity>Severe</severity>", "<severity>Bad</severity>", "CAP_VALUE cap", "alert.info.severity"),
        wrong("<event>Po&#380;ar</event>", "<event>a</event><event>b</event>", "CAP_REPEATED cap", "alert.info.event"),
        wrong(
            "<circle>52.74,14.69 2</circle>",
            "<circle>52.74 14.69</circle>",
            "CAP_VALUE cap",
            "alert.info.area.circle",
        ),
        wrong("<circle>52.74,14.69 2</circle>", "<circle>52.74,14.69 99</circle>", "RADIUS_WRONG cap", "50"),
        wrong(
            "<circle>52.74,14.69 2</circle>",
            "<polygon>52.7,14.6 52.8</polygon>",
            "CAP_VALUE cap",
            "alert.info.area.polygon",
        ),
        wrong(
            "<circle>52.74,14.69 2</circle>",
            "<polygon>52.7,14.6 52.8,14.7 52.7,14.7 52.8,14.6 52.7,14.6</polygon>",
            "POLYGON_CROSSING cap",
            "",
        ),
        wrong("<value>3210</value>", "<value>1465011</value>", "CAP_VALUE cap", "alert.info.area.geocode.value"),
        wrong("2026-11-27T12:00:00+01:00</expires>", "2026-11-26T12:00:00+01:00</expires>", "EXPIRES_PAST cap", ""),
        wrong(
            "2026-11-27T12:00:00+01:00</expires>",
            "2027-11-26T12:00:00+01:00</expires>",
            "EXPIRES_TOO_LATE cap",
            "30",
        ),
        (
            good.replacen("<severity>Severe</severity>", "<severity>Minor</severity>", 1),
            "CAP_VALUE cap",
            "alert.info.severity".to_owned(),
        ),
    ];
    cases.extend(
        [
            "alert.identifier",
            "alert.sender",
            "alert.sent",
            "alert.status",
            "alert.msgType",
            "alert.scope",
            "alert.info.category",
            "alert.info.event",
            "alert.info.urgency",
            "alert.info.severity",
            "alert.info.certainty",
            "alert.info.expires",
            "alert.info.headline",
            "alert.info.area.areaDesc",
        ]
        .map(missing),
    );
    for (text, code, said) in cases {
        let payload = city.run(&editor, "alertIssueCap", json!({ "cap": text }), "alert { id }").await;
        let shown: String = text.chars().take(2000).collect();
        assert_eq!(errors(&payload), [code], "{payload} {shown}");
        let message = payload["errors"][0]["message"].as_str().unwrap();
        assert!(message.contains(&said) && !message.contains("refusal-"), "{message}: {said}");
    }
    assert_eq!(city.ask(&editor, "{ alerts { totalCount } }").await["alerts"]["totalCount"], 0);
    let payload = city.run(&editor, "alertIssueCap", json!({ "cap": good }), "alert { id }").await;
    assert_eq!(errors(&payload), [""; 0]);
}

#[tokio::test]
async fn whoever_hammers_is_slowed_down() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    for _ in 0..60 {
        let payload = city.run(&editor, "alertIssueCap", json!({ "cap": "" }), "alert { id }").await;
        assert_eq!(errors(&payload), ["CAP_NOT_XML cap"]);
    }
    let payload = city.run(&editor, "alertIssueCap", json!({ "cap": "" }), "alert { id }").await;
    assert_eq!(payload["fault"], "RATE_LIMITED");
}
