//! Safety: advice in its season; alerts by those who may, on every page at once, and gone by themselves.

use axum::http::StatusCode;
use chrono::Duration;
use kernel::access::Role;
use serde_json::{Value, json};

use crate::support::{DEBNO, GOLENIOW, PIXEL, TestApp, Who, each};

const ISSUE: &str = "mutation($a: AlertIssueInput!) { alertIssue(input: $a) { alert { id identifier state url capUrl } errors { code field message } } }";
const APPROVE: &str = "mutation($id: ID!) { alertApprove(input: { id: $id }) { alert { state } errors { code } } }";
const ACTIVE: &str = "{ activeAlerts { headline } }";
const HEADLINE: &str = "Porywy wiatru do 130 km/h";

/// A city with its police, a school, and those who answer for them.
struct Watch {
    app: TestApp,
    editor: Who,
    admin: Who,
    police: Who,
    deputy: Who,
    school: Who,
    ids: [String; 2],
    paths: Vec<String>,
}

impl Watch {
    async fn new() -> Self {
        let app = TestApp::start().await;
        app.institutions(DEBNO, "id,name,kind\nkpp,Komenda Policji,OTHER\nsp2,Szkoła nr 2,PRIMARY_SCHOOL\n").await;
        app.activities(DEBNO, "id,title,provider\nb1,Balet,Dom Kultury\n").await;
        let (police, school) = (app.institution(DEBNO, "kpp").await, app.institution(DEBNO, "sp2").await);
        let pages = "{ institutions(first: 1) { nodes { url } } activities(first: 1) { nodes { url } } }";
        let pages = app.data(DEBNO, pages).await;
        let mut paths: Vec<_> = [
            "/",
            "/zajecia",
            "/placowki",
            "/wydarzenia",
            "/aktualnosci",
            "/debaty",
            "/bezpieczni",
            "/logowanie",
            "/prywatnosc",
            "/en",
            "/uk/zajecia",
        ]
        .map(str::to_owned)
        .to_vec();
        for list in ["institutions", "activities"] {
            paths.push(pages[list]["nodes"][0]["url"].as_str().unwrap().to_owned());
        }
        Self {
            editor: app.person(DEBNO, "redaktor@poczta.example", Some(Role::Editor), None).await,
            admin: app.person(DEBNO, "admin@poczta.example", Some(Role::Admin), None).await,
            police: app.person(DEBNO, "komenda@poczta.example", Some(Role::Manager), Some(police)).await,
            deputy: app.person(DEBNO, "zastepca@poczta.example", Some(Role::Manager), Some(police)).await,
            school: app.person(DEBNO, "szkola@poczta.example", Some(Role::Manager), Some(school)).await,
            ids: [police.global(), school.global()],
            app,
            paths,
        }
    }

    async fn ask(&self, who: &Who, document: &str, variables: Value) -> Value {
        self.app.done_as(DEBNO, who, document, &variables).await
    }

    async fn grant(&self) {
        let grant = "mutation($at: ID!) { alertRightGrant(input: { institution: $at }) { institution { canAlert } errors { code } } }";
        self.ask(&self.admin, grant, json!({ "at": self.ids[0] })).await;
    }

    /// Whether the police are found among the institutions.
    async fn police_is_listed(&self) -> bool {
        let all = self.app.gql(DEBNO, "{ institutions(first: 100) { nodes { id } } }").await;
        all["data"]["institutions"]["nodes"].as_array().unwrap().iter().any(|node| node["id"] == self.ids[0])
    }

    async fn issued(&self, who: &Who, alert: Value) -> Value {
        self.ask(who, ISSUE, json!({ "a": alert })).await["alertIssue"]["alert"].take()
    }

    /// The pages that show the text, of those that everybody sees.
    async fn shown_on(&self, text: &str) -> Vec<&str> {
        let mut shown = Vec::new();
        for path in &self.paths {
            let page = self.app.get(DEBNO, path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            if page.body.contains(text) {
                shown.push(path.as_str());
            }
        }
        shown
    }
}

fn alert(institution: &str, severity: &str, more: Value) -> Value {
    let mut alert = json!({
        "institution": institution, "severity": severity, "urgency": "IMMEDIATE", "certainty": "OBSERVED", "categories": ["MET"],
        "responseTypes": ["SHELTER"], "expires": "2026-09-15T16:00:00Z", "areaDescription": "całe miasto",
        "texts": {
            "pl": { "event": "Wichura", "headline": HEADLINE, "description": "Łamie drzewa.", "instruction": "Zostań w domu." },
            "en": { "event": "Gale", "headline": HEADLINE, "description": "It breaks trees.", "instruction": "Stay inside." },
            "uk": { "event": "Буревій", "headline": HEADLINE, "description": "Ламає дерева.", "instruction": "Залишайтеся вдома." },
        },
    });
    alert.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    alert
}

#[tokio::test]
async fn a_severe_alert_stands_on_every_page_at_once_and_leaves_by_itself() {
    let watch = Watch::new().await;
    let severe = alert(&watch.ids[0], "SEVERE", json!({}));
    let refused = watch.app.refused_as(DEBNO, &watch.police, ISSUE, &json!({ "a": severe })).await;
    assert_eq!(refused, "FORBIDDEN", "without the right");
    assert_eq!(watch.ask(&Who::nobody(), ACTIVE, json!({})).await["activeAlerts"], json!([]));
    watch.grant().await;
    assert!(watch.police_is_listed().await, "who may alert is still found");
    let made = watch.issued(&watch.police, severe).await;
    assert_eq!(made["state"], "ACTIVE");
    assert_eq!(watch.shown_on(HEADLINE).await.len(), watch.paths.len());
    let desk = watch.app.get_as(DEBNO, &watch.editor, "/pulpit").await;
    assert!(desk.body.contains(HEADLINE));
    assert!(!watch.app.get(GOLENIOW, "/").await.body.contains(HEADLINE), "the other city's sky is blue");
    let cap = watch.app.get(DEBNO, made["capUrl"].as_str().unwrap()).await;
    assert_eq!(
        (cap.status, cap.header("content-type").starts_with("application/cap+xml")),
        (StatusCode::OK, true),
        "{}",
        cap.header("content-type")
    );
    assert!(
        cap.body.contains("<severity>Severe</severity>") && cap.body.contains(made["identifier"].as_str().unwrap())
    );
    assert!(watch.app.get(DEBNO, "/feeds/alerts.cap.atom").await.body.contains(HEADLINE));
    let page = watch.app.get(DEBNO, made["url"].as_str().unwrap()).await;
    assert!(page.body.contains("Zostań w domu.") && page.body.contains("Komenda Policji"));

    watch.app.clock.advance(Duration::hours(6) - Duration::seconds(1));
    assert_eq!(watch.shown_on(HEADLINE).await.len(), watch.paths.len());
    watch.app.clock.advance(Duration::seconds(1));
    assert_eq!(watch.shown_on(HEADLINE).await, Vec::<&str>::new(), "no work is needed for that");
    assert_eq!(watch.ask(&Who::nobody(), ACTIVE, json!({})).await["activeAlerts"], json!([]));
    let told = watch
        .ask(&Who::nobody(), "query($id: ID!) { alert(id: $id) { state isActive } }", json!({ "id": made["id"] }))
        .await;
    assert_eq!(told["alert"], json!({ "state": "EXPIRED", "isActive": false }));
}

#[tokio::test]
async fn what_is_moderate_is_said_and_does_not_shout() {
    let watch = Watch::new().await;
    let made = watch.issued(&watch.school, alert(&watch.ids[1], "MODERATE", json!({}))).await;
    assert_eq!(made["state"], "ACTIVE", "every partner's manager may");
    assert!(!watch.app.get(DEBNO, "/zajecia").await.body.contains(HEADLINE));
    assert!(watch.app.get(DEBNO, "/bezpieczni").await.body.contains(HEADLINE));
    let all = "{ alerts(filter: { active: true }) { totalCount nodes { headline } } activeAlerts(minSeverity: MINOR) { headline } }";
    let all = watch.ask(&Who::nobody(), all, json!({})).await;
    assert_eq!(
        (each(&all["alerts"]["nodes"], "headline"), each(&all["activeAlerts"], "headline")),
        (vec![HEADLINE], vec![HEADLINE])
    );
    // An exercise is nobody else's business.
    watch.issued(&watch.school, alert(&watch.ids[1], "MINOR", json!({ "status": "EXERCISE" }))).await;
    let count = async |who: &Who| {
        watch.ask(who, "{ alerts(filter: { statuses: [EXERCISE] }) { totalCount } }", json!({})).await["alerts"]["totalCount"].clone()
    };
    assert_eq!((count(&Who::nobody()).await, count(&watch.school).await), (json!(0), json!(1)));
}

#[tokio::test]
async fn an_extreme_alert_needs_a_second_person() {
    let watch = Watch::new().await;
    watch.grant().await;
    let made = watch.issued(&watch.police, alert(&watch.ids[0], "EXTREME", json!({}))).await;
    assert_eq!((&made["state"], &made["capUrl"]), (&json!("PENDING"), &Value::Null));
    assert!(watch.shown_on(HEADLINE).await.is_empty());
    assert!(!watch.app.get(DEBNO, "/feeds/alerts.cap.atom").await.body.contains(HEADLINE));
    let id = json!({ "id": made["id"] });
    assert_eq!(
        watch.ask(&Who::nobody(), "query($id: ID!) { alert(id: $id) { headline } }", id.clone()).await["alert"],
        Value::Null
    );
    for (who, code) in [(&watch.police, "SECOND_PERSON"), (&watch.school, "NOT_FOUND")] {
        let refused = watch.app.refused_as(DEBNO, who, APPROVE, &id).await;
        assert!(refused == code || refused == "FORBIDDEN" && code == "NOT_FOUND", "{}: {refused}", who.email);
    }
    // The same person with a token is the same person.
    let police = watch.app.institution(DEBNO, "kpp").await;
    let program = watch.app.token(DEBNO, &watch.police, Role::Manager, Some(police)).await;
    assert_eq!(watch.app.refused_as(DEBNO, &program, APPROVE, &id).await, "SECOND_PERSON");
    assert!(watch.app.last_mail(DEBNO, "zastepca@poczta.example").await.text.contains(HEADLINE));
    let waits = watch.ask(&watch.deputy, "{ alertsToApprove { headline needsApproval canApprove } }", json!({})).await;
    assert_eq!(waits["alertsToApprove"], json!([{ "headline": HEADLINE, "needsApproval": true, "canApprove": true }]));
    let done = watch.ask(&watch.deputy, APPROVE, id.clone()).await;
    assert_eq!(done["alertApprove"]["alert"]["state"], "ACTIVE");
    assert_eq!(watch.shown_on(HEADLINE).await.len(), watch.paths.len());
    assert_eq!(watch.app.refused_as(DEBNO, &watch.editor, APPROVE, &id).await, "ALREADY_DECIDED");
    let log = watch.ask(&watch.admin, "{ auditLog { action actor } }", json!({})).await;
    assert!(
        each(&log["auditLog"], "action").iter().filter(|action| action.starts_with("alert.")).count() >= 2,
        "{log}"
    );

    // What somebody else thinks better of is never shown.
    let other =
        watch.issued(&watch.deputy, alert(&watch.ids[0], "EXTREME", json!({ "areaDescription": "Pogodno" }))).await;
    let reject = "mutation($id: ID!) { alertReject(input: { id: $id, reason: \"Pomyłka.\" }) { alert { state } errors { code } } }";
    let rejected = watch.ask(&watch.editor, reject, json!({ "id": other["id"] })).await;
    assert_eq!(rejected["alertReject"]["alert"]["state"], "REJECTED");
    assert!(watch.app.last_mail(DEBNO, "zastepca@poczta.example").await.text.contains("Pomyłka."));
}

#[tokio::test]
async fn messages_refer_to_those_before_them() {
    let watch = Watch::new().await;
    watch.grant().await;
    let first = watch.issued(&watch.police, alert(&watch.ids[0], "SEVERE", json!({}))).await;
    let mut now = alert(&watch.ids[0], "SEVERE", json!({ "references": first["id"] }));
    for gone in ["institution", "status"] {
        now.as_object_mut().unwrap().remove(gone);
    }
    for lang in ["pl", "en", "uk"] {
        now["texts"][lang]["headline"] = json!("Wiatr słabnie: do 100 km/h");
    }
    watch.app.clock.advance(Duration::minutes(5));
    let update = "mutation($a: AlertUpdateInput!) { alertUpdate(input: $a) { alert { id state messageType references { identifier } capUrl } errors { code field message } } }";
    let second = watch.ask(&watch.police, update, json!({ "a": now })).await["alertUpdate"]["alert"].take();
    assert_eq!(
        (&second["messageType"], &second["references"][0]["identifier"]),
        (&json!("UPDATE"), &first["identifier"])
    );
    assert!(watch.shown_on(HEADLINE).await.is_empty());
    assert_eq!(watch.shown_on("Wiatr słabnie").await.len(), watch.paths.len());
    let state = "query($id: ID!) { alert(id: $id) { state replacedBy { id } } }";
    let told = watch.ask(&Who::nobody(), state, json!({ "id": first["id"] })).await;
    assert_eq!(told["alert"], json!({ "state": "UPDATED", "replacedBy": { "id": second["id"] } }));
    assert_eq!(watch.app.refused_as(DEBNO, &watch.police, update, &json!({ "a": now })).await, "NOT_CURRENT");
    let xml = watch.app.get(DEBNO, second["capUrl"].as_str().unwrap()).await.body;
    assert!(
        xml.contains("<msgType>Update</msgType>")
            && xml.contains("<references>")
            && xml.contains(first["identifier"].as_str().unwrap())
    );

    // Over: it is said that it is, and the warning is gone.
    let clear = "mutation($id: ID!) { alertAllClear(input: { id: $id }) { alert { id isAllClear messageType responseTypes } errors { code } } }";
    let third = watch.ask(&watch.police, clear, json!({ "id": second["id"] })).await["alertAllClear"]["alert"].take();
    assert_eq!((&third["isAllClear"], &third["responseTypes"]), (&json!(true), &json!(["ALL_CLEAR"])));
    let active = watch.ask(&Who::nobody(), "{ activeAlerts { id isAllClear } }", json!({})).await;
    assert_eq!(active["activeAlerts"], json!([{ "id": third["id"], "isAllClear": true }]));
    watch.app.clock.advance(Duration::hours(13));
    assert_eq!(watch.ask(&Who::nobody(), ACTIVE, json!({})).await["activeAlerts"], json!([]));

    // Called off: it is gone at once.
    let later = json!({ "expires": "2026-09-16T20:00:00Z" });
    let wrong = watch.issued(&watch.police, alert(&watch.ids[0], "SEVERE", later)).await;
    assert_eq!(watch.shown_on(HEADLINE).await.len(), watch.paths.len());
    let cancel = "mutation($id: ID!, $why: String!) { alertCancel(input: { id: $id, reason: $why }) { alert { messageType } errors { code } } }";
    assert_eq!(
        watch.app.refused_as(DEBNO, &watch.police, cancel, &json!({ "id": wrong["id"], "why": " " })).await,
        "REASON_MISSING"
    );
    watch.ask(&watch.police, cancel, json!({ "id": wrong["id"], "why": "Pomyłka w wysłanym tekście." })).await;
    assert!(watch.shown_on(HEADLINE).await.is_empty());
    let told = watch.ask(&Who::nobody(), state, json!({ "id": wrong["id"] })).await;
    assert_eq!(told["alert"]["state"], "CANCELLED");
}

#[tokio::test]
async fn another_system_s_message_is_read_whole_or_not_at_all() {
    let watch = Watch::new().await;
    let cap = |info: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>kpp-1</identifier><sender>kpp@policja.example</sender><sent>2026-09-15T12:00:00+02:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>{info}</alert>"
        )
    };
    let info = "<info><language>pl-PL</language><category>Met</category><event>Burza</event><urgency>Expected</urgency><severity>Moderate</severity><certainty>Likely</certainty><expires>2026-09-15T18:00:00+02:00</expires><headline>Burze z gradem</headline><description>Po południu.</description><instruction>Schowaj auto.</instruction><area><areaDesc>Dębno</areaDesc></area></info>";
    let issue = "mutation($cap: String!, $at: ID) { alertIssueCap(input: { cap: $cap, institution: $at }) { alert { headline state severity } errors { code field message } } }";
    let good = json!({ "cap": cap(info), "at": watch.ids[0] });
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    for (text, code) in [
        (cap(""), "CAP_MISSING"),
        (cap(&info.replace("<event>Burza</event>", "")), "CAP_MISSING"),
        (cap(&info.replace("<severity>Moderate</severity>", "")), "CAP_MISSING"),
        (cap(&info.replace("<category>Met</category>", "")), "CAP_MISSING"),
        (cap(info).replace("<sender>kpp@policja.example</sender>", ""), "CAP_MISSING"),
        (cap(info).replace("<identifier>kpp-1</identifier>", ""), "CAP_MISSING"),
        (cap(&info.replace("Moderate", "Terrible")), "CAP_VALUE"),
        (cap(info).replace("cap:1.2", "cap:1.1"), "CAP_FOREIGN"),
        ("nic".to_owned(), "CAP_NOT_XML"),
        (cap(info).replacen("?>", &format!("?>{bomb}"), 1), "CAP_UNSAFE"),
        ("<a>".repeat(20_000), "CAP_UNSAFE"),
        (cap(&info.replace("Po południu.", &"a".repeat(5_000_000))), "CAP_TOO_LARGE"),
    ] {
        let variables = json!({ "cap": text, "at": watch.ids[0] });
        let answer = watch.app.gql_as(DEBNO, &watch.police, issue, &variables).await.json();
        let errors = answer["data"]["alertIssueCap"]["errors"].as_array().unwrap_or_else(|| panic!("{answer}"));
        let told = errors.iter().any(|error| {
            error["code"] == code && error["message"].as_str().is_some_and(|text| (5..600).contains(&text.len()))
        });
        assert!(
            told || code == "CAP_UNSAFE" && errors[0]["code"] == "CAP_NOT_XML",
            "{code}: {:.900}",
            answer.to_string()
        );
    }
    let count = "{ alerts { totalCount } }";
    assert_eq!(watch.ask(&Who::nobody(), count, json!({})).await["alerts"]["totalCount"], 0);
    let made = watch.ask(&watch.police, issue, good.clone()).await;
    assert_eq!(
        made["alertIssueCap"]["alert"],
        json!({ "headline": "Burze z gradem", "state": "ACTIVE", "severity": "MODERATE" })
    );
    assert_eq!(watch.app.refused_as(DEBNO, &watch.school, issue, &good).await, "FORBIDDEN");
    // The same rules hold as for whoever writes here.
    let severe =
        json!({ "cap": cap(&info.replace("Moderate", "Severe")).replace("kpp-1", "kpp-2"), "at": watch.ids[0] });
    assert_eq!(watch.app.refused_as(DEBNO, &watch.police, issue, &severe).await, "FORBIDDEN");
}

#[tokio::test]
async fn what_is_no_alert_is_refused_and_nothing_is_written() {
    let watch = Watch::new().await;
    let issue = |more: Value| json!({ "a": alert(&watch.ids[1], "MINOR", more) });
    for (more, code) in [
        (json!({ "expires": "2026-09-15T09:59:00Z" }), "EXPIRES_PAST"),
        (json!({ "expires": "2027-09-15T10:00:00Z" }), "EXPIRES_TOO_LATE"),
        (json!({ "effective": "2026-09-15T17:00:00Z" }), "EXPIRES_BEFORE_START"),
        (json!({ "categories": [] }), "CATEGORY_MISSING"),
        (json!({ "web": "javascript:alert(1)" }), "LINK_EXPECTED"),
        (json!({ "districts": ["atlantyda"] }), "DISTRICT_UNKNOWN"),
        (json!({ "texts": { "pl": { "event": "", "headline": "" } } }), "TEXT_MISSING"),
        (json!({ "texts": { "pl": { "event": "x", "headline": "ą".repeat(2_500_000) } } }), "TEXT_TOO_LONG"),
        (json!({ "circle": { "lat": 52.74, "lon": 14.69, "radiusKm": -1.0 } }), "RADIUS_WRONG"),
        (json!({ "circle": { "lat": 10.0, "lon": 10.0, "radiusKm": 5.0 } }), "AREA_ELSEWHERE"),
        (json!({ "polygon": [{ "lat": 52.7, "lon": 14.6 }, { "lat": 52.8, "lon": 14.6 }] }), "POLYGON_CORNERS"),
    ] {
        let refused = watch.app.refused_as(DEBNO, &watch.school, ISSUE, &issue(more.clone())).await;
        assert!(refused.split(' ').any(|told| told == code), "{:.80}: {refused}", more.to_string());
    }
    assert_eq!(watch.ask(&Who::nobody(), "{ alerts { totalCount } }", json!({})).await["alerts"]["totalCount"], 0);
    let text = json!({ "texts": { "pl": { "event": "</script><script>alert(1)</script>", "headline": "<script>alert(2)</script>", "description": "<img src=x onerror=alert(3)> [a](javascript:alert(4))" } } });
    let made = watch.issued(&watch.editor, alert(&watch.ids[1], "SEVERE", text)).await;
    for path in [made["url"].as_str().unwrap(), "/", "/bezpieczni"] {
        let page = watch.app.get(DEBNO, path).await.body;
        assert!(
            !page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("href=\"javascript:"),
            "{path}"
        );
    }
    assert!(!watch.app.get(DEBNO, made["capUrl"].as_str().unwrap()).await.body.contains("<script>"));
}

#[tokio::test]
async fn advice_is_proposed_by_anybody_and_found_in_its_season() {
    let watch = Watch::new().await;
    let ola = watch.app.person(DEBNO, "ola@poczta.example", None, None).await;
    let propose = "mutation($f: EntryFieldsInput!, $p: [NewPictureInput!]! = []) { submissionSave(input: { kind: ADVICE, fields: $f, newPictures: $p, submit: true }) { submission { id } errors { code field message } } }";
    let fields = json!({ "title": "Lód na jeziorze", "lead": "Lód bywa cienki.", "description": "Dzwoń **112**.", "topic": "water_ice", "seasons": "winter", "audience": "pupils|parents", "provider": "WOPR" });
    let sent =
        watch.ask(&ola, propose, json!({ "f": fields, "p": [{ "dataBase64": PIXEL, "alt": "Pęknięty lód" }] })).await;
    let approve = "mutation($id: ID!) { submissionApprove(input: { id: $id }) { submission { entry { id } } errors { code field message } } }";
    let done = watch.ask(&watch.editor, approve, json!({ "id": sent["submissionSave"]["submission"]["id"] })).await;
    let id = done["submissionApprove"]["submission"]["entry"]["id"].clone();
    watch.app.publish(DEBNO, &watch.police, "ADVICE", json!({ "title": "Droga do szkoły", "description": "Noś odblask.", "topic": "road", "seasons": "school_start|autumn", "institution": watch.ids[0] })).await;
    let titles = async |arguments: &str| {
        let data = watch.app.data(DEBNO, &format!("{{ advice({arguments}) {{ nodes {{ title }} }} }}")).await;
        each(&data["advice"]["nodes"], "title").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(titles("filter: { now: true }").await, ["Droga do szkoły"], "in September");
    assert_eq!(titles("filter: { topics: [WATER_ICE] }").await, ["Lód na jeziorze"]);
    assert_eq!(titles("filter: { seasons: [WINTER] }").await, ["Lód na jeziorze"]);
    assert_eq!(titles("query: \"odblaski\"").await, ["Droga do szkoły"]);
    let shown =
        "query($id: ID!) { adviceItem(id: $id) { title topicLabel url isInSeason pictures { alt } history { id } } }";
    let told = watch.ask(&watch.editor, shown, json!({ "id": id })).await["adviceItem"].take();
    assert_eq!((each(&told["pictures"], "alt"), &told["isInSeason"]), (vec!["Pęknięty lód"], &json!(false)));
    let page = watch.app.get(DEBNO, told["url"].as_str().unwrap()).await;
    assert!(page.status == StatusCode::OK && page.body.contains("<strong>112</strong>") && page.body.contains("WOPR"));
    for (more, field) in [
        (json!({ "topic": "dragons" }), "topic"),
        (json!({ "seasons": "monsoon" }), "seasons"),
        (json!({ "title": "ą".repeat(2_500_000) }), "title"),
    ] {
        let mut fields = fields.clone();
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let told = watch.app.unfit(DEBNO, &watch.editor, json!({ "kind": "ADVICE", "fields": fields })).await;
        assert!(told.iter().any(|(at, _)| at == field), "{field}");
    }
    assert_eq!(titles("first: 10").await.len(), 2);
}
