//! Debates: questions asked by anybody who shows that their address is theirs, supported, read, answered, printed.

use axum::http::StatusCode;
use chrono::Duration;
use kernel::access::Role;
use serde_json::{Value, json};

use crate::support::{DEBNO, TestApp, Who, each};

const ASK: &str = "mutation($d: ID!, $t: String!, $n: String, $e: String, $c: Boolean!) { questionAsk(input: { debate: $d, text: $t, name: $n, email: $e, consent: $c }) { state errors { code field message } } }";
const CONFIRM: &str =
    "mutation($t: String!) { questionConfirm(input: { token: $t }) { question { id state } errors { code } } }";
const MODERATE: &str = "mutation($ids: [ID!]!, $d: QuestionDecision!, $into: ID, $r: String) { questionModerate(input: { ids: $ids, decision: $d, into: $into, reason: $r }) { questions { id state } errors { code } } }";
const SUPPORT: &str = "mutation($q: ID!, $e: String) { questionSupport(input: { question: $q, email: $e }) { support { state question { supports } } errors { code } } }";
const SHOWN: &str = "query($id: ID!) { debate(id: $id) { isOpen questionCount answeredCount questions { nodes { id text author supports answerHtml answeredBy } } } }";
const BUSES: &str = "Kiedy autobusy szkolne będą jeździć także po zajęciach popołudniowych?";

struct Forum {
    app: TestApp,
    editor: Who,
    debate: String,
}

impl Forum {
    async fn new() -> Self {
        let app = TestApp::start().await;
        let editor = app.person(DEBNO, "redaktor@poczta.example", Some(Role::Editor), None).await;
        let debate = app.publish(DEBNO, &editor, "DEBATE", fields(json!({}))).await;
        Self { app, editor, debate }
    }

    async fn ask(&self, who: &Who, document: &str, variables: Value) -> Value {
        self.app.done_as(DEBNO, who, document, &variables).await
    }

    /// A question of somebody whom the portal does not know, confirmed by the mail's link.
    async fn asked(&self, email: &str, text: &str, name: Option<&str>) -> String {
        let wish = json!({ "d": self.debate, "t": text, "n": name, "e": email, "c": true });
        let sent = self.ask(&Who::nobody(), ASK, wish).await;
        assert_eq!(sent["questionAsk"]["state"], "CONFIRM_BY_MAIL");
        let done = self.ask(&Who::nobody(), CONFIRM, json!({ "t": self.link(email).await })).await;
        assert_eq!(done["questionConfirm"]["question"]["state"], "WAITING");
        done["questionConfirm"]["question"]["id"].as_str().unwrap().to_owned()
    }

    /// The token in the last mail to an address.
    async fn link(&self, email: &str) -> String {
        let mail = self.app.last_mail(DEBNO, email).await;
        mail.path("/debaty/link/").rsplit('/').next().unwrap().to_owned()
    }

    async fn decide(&self, id: &str, decision: &str) {
        let variables = json!({ "ids": [id], "d": decision, "r": "Nie na temat." });
        self.ask(&self.editor, MODERATE, variables).await;
    }

    async fn shown(&self) -> Value {
        self.ask(&Who::nobody(), SHOWN, json!({ "id": self.debate })).await["debate"].take()
    }
}

fn fields(more: Value) -> Value {
    let mut fields = json!({
        "title": "Debata o dojazdach do szkół", "description": "Zapraszamy **wszystkich**.", "starts": "2026-10-01T17:00",
        "ends": "2026-10-01T19:00", "venue": "Ratusz", "street": "Rynek", "building": "1", "questionsClose": "2026-09-30T20:00",
    });
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    fields
}

#[tokio::test]
async fn a_question_goes_from_a_stranger_s_form_to_its_answer() {
    let forum = Forum::new().await;
    let wish = json!({ "d": forum.debate, "t": BUSES, "n": "Mama z Pogodna", "e": "mama@poczta.example", "c": true });
    forum.ask(&Who::nobody(), ASK, wish).await;
    assert_eq!(forum.shown().await["questionCount"], 0);
    let queue = "{ questionsToModerate { totalCount nodes { id text author } } }";
    let waits = forum.ask(&forum.editor, queue, json!({})).await;
    assert_eq!(waits["questionsToModerate"]["totalCount"], 0, "nobody has shown whose address it is");
    // Looking at the mail's link confirms nothing; its form does.
    let token = forum.link("mama@poczta.example").await;
    let mut browser = forum.app.browser("debno.localhost");
    let path = format!("/debaty/link/{token}");
    let page = browser.get(&path).await;
    assert!(
        page.status == StatusCode::OK
            && page.body.contains("autobusy szkolne")
            && page.header("cache-control").contains("no-store"),
        "{}",
        page.status
    );
    assert_eq!(forum.ask(&forum.editor, queue, json!({})).await["questionsToModerate"]["totalCount"], 0);
    let done = forum.ask(&Who::nobody(), CONFIRM, json!({ "t": token })).await;
    let id = done["questionConfirm"]["question"]["id"].as_str().unwrap().to_owned();
    assert_eq!(forum.app.refused_as(DEBNO, &Who::nobody(), CONFIRM, &json!({ "t": token })).await, "LINK_USED");
    assert_eq!(
        forum.app.refused_as(DEBNO, &Who::nobody(), CONFIRM, &json!({ "t": "zgadnięty" })).await,
        "LINK_INVALID"
    );
    let waits = forum.ask(&forum.editor, queue, json!({})).await;
    assert_eq!(waits["questionsToModerate"]["nodes"], json!([{ "id": id, "text": BUSES, "author": "Mama z Pogodna" }]));
    assert_eq!(forum.app.refused_as(DEBNO, &Who::nobody(), queue, &json!({})).await, "UNAUTHENTICATED");
    let ola = forum.app.person(DEBNO, "ola@poczta.example", None, None).await;
    assert_eq!(forum.app.refused_as(DEBNO, &ola, MODERATE, &json!({ "ids": [id], "d": "PUBLISH" })).await, "FORBIDDEN");

    forum.decide(&id, "PUBLISH").await;
    let told = forum.app.last_mail(DEBNO, "mama@poczta.example").await;
    assert!(told.text.contains("autobusy szkolne") && told.path("/debaty/").contains(&forum.debate), "{}", told.text);
    // Whoever would ask the same sees it, and supports it instead.
    let similar = "query($id: ID!, $t: String!) { debate(id: $id) { similarQuestions(text: $t) { id } } }";
    for (text, expected) in
        [("Czy autobus szkolny pojedzie po zajęciach?", vec![id.as_str()]), ("Kiedy remont dachu?", vec![])]
    {
        let found = forum.ask(&Who::nobody(), similar, json!({ "id": forum.debate, "t": text })).await;
        assert_eq!(each(&found["debate"]["similarQuestions"], "id"), expected, "{text}");
    }
    let counted = forum.ask(&ola, SUPPORT, json!({ "q": id })).await;
    assert_eq!(counted["questionSupport"]["support"], json!({ "state": "COUNTED", "question": { "supports": 1 } }));
    assert_eq!(forum.app.refused_as(DEBNO, &ola, SUPPORT, &json!({ "q": id })).await, "ALREADY_SUPPORTED");
    let sent = forum.ask(&Who::nobody(), SUPPORT, json!({ "q": id, "e": "jan@poczta.example" })).await;
    assert_eq!(sent["questionSupport"]["support"]["state"], "CONFIRM_BY_MAIL");
    assert_eq!(forum.shown().await["questions"]["nodes"][0]["supports"], 1);
    let confirm = "mutation($t: String!) { questionSupportConfirm(input: { token: $t }) { question { supports } errors { code } } }";
    let token = forum.link("jan@poczta.example").await;
    let counted = forum.ask(&Who::nobody(), confirm, json!({ "t": token })).await;
    assert_eq!(counted["questionSupportConfirm"]["question"]["supports"], 2);
    assert_eq!(forum.app.refused_as(DEBNO, &Who::nobody(), confirm, &json!({ "t": token })).await, "ALREADY_SUPPORTED");

    let answer = "mutation($id: ID!, $a: String!) { questionAnswer(input: { id: $id, answer: $a, answeredBy: \"Wydział Oświaty\" }) { question { answerHtml } errors { code } } }";
    forum
        .ask(&forum.editor, answer, json!({ "id": id, "a": "Od listopada, **co godzinę**. <script>alert(1)</script>" }))
        .await;
    let shown = forum.shown().await;
    let question = &shown["questions"]["nodes"][0];
    assert!(question["answerHtml"].as_str().unwrap().contains("<strong>co godzinę</strong>"));
    assert!(!question["answerHtml"].as_str().unwrap().contains("<script>"));
    assert_eq!((&shown["answeredCount"], &question["answeredBy"]), (&json!(1), &json!("Wydział Oświaty")));
    assert!(forum.app.last_mail(DEBNO, "mama@poczta.example").await.text.contains("co godzinę"));
    let archive = forum.ask(&Who::nobody(), "{ answeredQuestions { nodes { id } } }", json!({})).await;
    assert_eq!(each(&archive["answeredQuestions"]["nodes"], "id"), [id.as_str()]);
    let url =
        forum.app.data(DEBNO, &format!("{{ debate(id: \"{}\") {{ url }} }}", forum.debate)).await["debate"]["url"]
            .clone();
    let page = forum.app.get(DEBNO, url.as_str().unwrap()).await;
    for part in ["autobusy szkolne", "Mama z Pogodna", "co godzinę", "Wydział Oświaty", "Ratusz"] {
        assert!(page.body.contains(part), "{part} is not on the page");
    }
    assert!(!page.body.contains("mama@poczta.example") && !page.body.contains("<script>alert"));
}

#[tokio::test]
async fn questions_stand_by_support_and_are_printed_for_the_meeting() {
    let forum = Forum::new().await;
    let mut ids = Vec::new();
    for (number, text) in [
        "Czy będzie nowa szkoła na osiedlu?",
        "Kiedy boiska otworzą się w soboty?",
        "=HYPERLINK(\"https://zle.example\") Czy stołówka będzie tańsza?",
    ]
    .iter()
    .enumerate()
    {
        let id = forum.asked(&format!("pytajacy{number}@poczta.example"), text, None).await;
        forum.decide(&id, "PUBLISH").await;
        ids.push(id);
    }
    let waits = forum.asked("czekajacy@poczta.example", "Czy to pytanie jeszcze czeka na redakcję?", None).await;
    let rejected = forum.asked("odrzucony@poczta.example", "Kup tanio zegarki w naszym sklepie!", None).await;
    forum.decide(&rejected, "REJECT").await;
    assert!(forum.app.last_mail(DEBNO, "odrzucony@poczta.example").await.text.contains("Nie na temat."));
    for email in ["ola@poczta.example", "jan@poczta.example"] {
        let who = forum.app.person(DEBNO, email, None, None).await;
        forum.ask(&who, SUPPORT, json!({ "q": ids[1] })).await;
    }
    let one = forum.app.person(DEBNO, "ewa@poczta.example", None, None).await;
    forum.ask(&one, SUPPORT, json!({ "q": ids[2] })).await;
    assert_eq!(each(&forum.shown().await["questions"]["nodes"], "id"), [ids[1].as_str(), &ids[2], &ids[0]]);
    // What asks the same stands behind it, and brings its support along.
    let merge = json!({ "ids": [ids[2]], "d": "MERGE", "into": ids[0] });
    forum.ask(&forum.editor, MODERATE, merge).await;
    let shown = forum.shown().await;
    assert_eq!(each(&shown["questions"]["nodes"], "id"), [ids[1].as_str(), &ids[0]]);
    assert!(shown["questions"]["nodes"][1]["supports"].as_i64().unwrap() >= 1, "{shown}");
    forum.ask(&forum.editor, MODERATE, json!({ "ids": [ids[2]], "d": "UNDO" })).await;

    let export = forum
        .ask(
            &forum.editor,
            "query($id: ID!) { debate(id: $id) { exportUrl forMeeting { rank question { id } } } }",
            json!({ "id": forum.debate }),
        )
        .await;
    let ranks: Vec<_> =
        export["debate"]["forMeeting"].as_array().unwrap().iter().map(|one| one["rank"].clone()).collect();
    assert_eq!(ranks.last(), Some(&Value::Null), "{waits} has no rank yet: {ranks:?}");
    let path = export["debate"]["exportUrl"].as_str().unwrap();
    let table = forum.app.get_as(DEBNO, &forum.editor, path).await;
    assert_eq!((table.status, table.header("content-type")), (StatusCode::OK, "text/csv; charset=utf-8"));
    assert_eq!(table.header("cache-control"), "private, no-store");
    let text = table.body.trim_start_matches('\u{feff}');
    let rows: Vec<_> = text.lines().collect();
    assert!(rows.len() >= 5, "a heading and four questions: {text}");
    assert!(text.find("boiska") < text.find("stołówka"), "by support");
    assert!(
        !text.contains("zegarki") && !text.contains("poczta.example"),
        "neither what was refused, nor addresses: {text}"
    );
    assert!(
        !text.contains("\n=HYPERLINK")
            && !text.contains(",=HYPERLINK")
            && !text.contains(";=HYPERLINK")
            && !text.contains("\"=HYPERLINK"),
        "a table's program would run it: {text}"
    );
    for (who, status) in [
        (&Who::nobody(), [StatusCode::SEE_OTHER, StatusCode::NOT_FOUND, StatusCode::UNAUTHORIZED]),
        (&one, [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND, StatusCode::FORBIDDEN]),
    ] {
        let refused = forum.app.get_as(DEBNO, who, path).await;
        assert!(status.contains(&refused.status) && !refused.body.contains("boiska"), "{}", refused.status);
    }
}

#[tokio::test]
async fn forms_open_and_close_by_the_clock_and_take_no_nonsense() {
    let forum = Forum::new().await;
    let refused = async |more: Value| {
        let mut wish = json!({ "d": forum.debate, "t": BUSES, "e": "mama@poczta.example", "c": true });
        wish.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        forum.app.refused_as(DEBNO, &Who::nobody(), ASK, &wish).await
    };
    for (more, code) in [
        (json!({ "c": false }), "CONSENT_MISSING"),
        (json!({ "t": "Co?" }), "TEXT_TOO_SHORT"),
        (json!({ "t": "ą".repeat(50_000) }), "TEXT_TOO_LONG"),
        (json!({ "n": "ą".repeat(10_000) }), "NAME_TOO_LONG"),
        (json!({ "e": "to nie adres" }), "EMAIL_INVALID"),
        (json!({ "e": null }), "EMAIL_INVALID"),
    ] {
        let told = refused(more).await;
        assert!(told.split(' ').any(|found| found == code), "{code}: {told}");
    }
    assert_eq!(refused(json!({ "d": "deb_00000000000000000000000000" })).await, "NOT_FOUND");
    assert!(forum.app.mails(DEBNO).await.is_empty(), "nothing was sent");
    // Who is known need not confirm; who asks twice is told.
    let ola = forum.app.person(DEBNO, "ola@poczta.example", None, None).await;
    let hers = json!({ "d": forum.debate, "t": BUSES, "c": true });
    assert_eq!(forum.ask(&ola, ASK, hers.clone()).await["questionAsk"]["state"], "WAITING");
    assert_eq!(forum.app.refused_as(DEBNO, &ola, ASK, &hers).await, "ALREADY_ASKED");
    let own = forum.ask(&ola, "{ viewer { debateQuestions { nodes { id state canWithdraw } } } }", json!({})).await;
    let own = &own["viewer"]["debateQuestions"]["nodes"][0];
    assert_eq!((&own["state"], &own["canWithdraw"]), (&json!("WAITING"), &json!(true)));
    let withdraw = "mutation($id: ID!) { questionWithdraw(input: { question: $id }) { withdrawn errors { code } } }";
    forum.ask(&ola, withdraw, json!({ "id": own["id"] })).await;

    // A link acts for two days; the form closes at its moment.
    forum
        .ask(
            &Who::nobody(),
            ASK,
            json!({ "d": forum.debate, "t": "Czy link z listu wygaśnie?", "e": "spozniony@poczta.example", "c": true }),
        )
        .await;
    let token = forum.link("spozniony@poczta.example").await;
    forum.app.clock.advance(Duration::hours(49));
    assert_eq!(forum.app.refused_as(DEBNO, &Who::nobody(), CONFIRM, &json!({ "t": token })).await, "LINK_EXPIRED");
    forum.app.clock.advance(Duration::days(14));
    assert_eq!(refused(json!({})).await, "CLOSED");
    assert_eq!(forum.shown().await["isOpen"], false);
    let editor = forum.app.person(DEBNO, "redaktor@poczta.example", Some(Role::Editor), None).await;
    let later = fields(
        json!({ "title": "Rada o budżecie", "starts": "2026-12-01T10:00", "ends": "2026-12-01T12:00", "questionsOpen": "2026-11-01T08:00", "questionsClose": "2026-11-30T20:00" }),
    );
    let later = forum.app.publish(DEBNO, &editor, "DEBATE", later).await;
    assert_eq!(refused(json!({ "d": later })).await, "NOT_YET_OPEN");
    for (more, field) in [
        (json!({ "ends": "2026-11-30T10:00" }), "ends"),
        (json!({ "questionsOpen": "2026-12-05T10:00" }), "questionsClose"),
        (json!({ "title": "ą".repeat(2_500_000) }), "title"),
        (json!({ "starts": "" }), "starts"),
    ] {
        let mut bad = fields(json!({ "starts": "2026-12-01T10:00", "ends": "2026-12-01T12:00" }));
        bad.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let told = forum.app.unfit(DEBNO, &editor, json!({ "kind": "DEBATE", "fields": bad })).await;
        assert!(
            told.iter().any(|(at, _)| at == field || field == "questionsClose" && at == "questionsOpen"),
            "{field}: {:.400}",
            format!("{told:?}")
        );
    }
    let ola = forum.app.person(DEBNO, "ola@poczta.example", None, None).await;
    let manager = json!({ "input": { "kind": "DEBATE", "fields": fields(json!({})) } });
    assert_eq!(
        forum
            .app
            .refused_as(
                DEBNO,
                &ola,
                "mutation($input: EntrySaveInput!) { entrySave(input: $input) { entry { id } errors { code } } }",
                &manager
            )
            .await,
        "FORBIDDEN"
    );
    let listed = forum.app.data(DEBNO, "{ debates { nodes { title } } open: debates(filter: { open: true }) { totalCount } past: debates(filter: { past: true }) { totalCount } }").await;
    assert_eq!((each(&listed["debates"]["nodes"], "title").len(), &listed["open"]["totalCount"]), (2, &json!(0)));
}
