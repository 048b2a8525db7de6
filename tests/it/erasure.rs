//! What is known of a person, in their hands, and gone when they want it gone; and the log that tells what was done.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};

use axum::http::StatusCode;
use kernel::{access::Role, audit};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use serde_json::{Value, json};

use crate::support::{DEBNO, GOLENIOW, OFFERS, PIXEL, TestApp, Who};

const ANNA: &str = "anna.sekretna@poczta.example";

/// Every row of a city's database as text: bytes as hexadecimal digits, so that ids are found in whatever form.
async fn rows(app: &TestApp, slug: &str) -> Vec<(String, String)> {
    let scope = app.scope(slug);
    let db = scope.db().await.unwrap();
    let backend = db.get_database_backend();
    let all = async |sql: String| db.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let text = |row: &sea_orm::QueryResult| row.try_get::<String>("", "t").unwrap();
    let tables = match backend {
        DbBackend::Postgres => {
            "SELECT table_name::text AS t FROM information_schema.tables WHERE table_schema = current_schema()"
        }
        _ => "SELECT name AS t FROM sqlite_master WHERE type = 'table'",
    };
    let mut found = Vec::new();
    for table in all(tables.to_owned()).await.iter().map(text) {
        let sql = if backend == DbBackend::Postgres {
            format!("SELECT encode(convert_to(r::text, 'UTF8'), 'hex') AS t FROM \"{table}\" r")
        } else {
            let columns = all(format!("SELECT name AS t FROM pragma_table_info('{table}')")).await;
            let columns: Vec<_> = columns.iter().map(|row| format!("coalesce(hex(\"{}\"), '')", text(row))).collect();
            format!("SELECT {} AS t FROM \"{table}\"", columns.join(" || ' ' || "))
        };
        found.extend(all(sql).await.iter().map(|row| (table.clone(), text(row).to_lowercase())));
    }
    found
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The tables in which a text stands, and how often.
async fn traces(app: &TestApp, slug: &str, needles: &[String]) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (table, row) in rows(app, slug).await {
        if needles.iter().any(|needle| row.contains(needle)) {
            *found.entry(table).or_default() += 1;
        }
    }
    found
}

/// An account's id as databases keep it: as bytes, or as text.
fn forms(who: &Who) -> Vec<String> {
    vec![hex(who.account.0.as_bytes()), hex(who.account.0.to_string().as_bytes())]
}

struct Known {
    anna: Who,
    token: Who,
    picture: String,
    rated: String,
    question: String,
}

/// Anna, of whom everything is known that can be.
async fn known(app: &TestApp) -> Known {
    app.institutions(DEBNO, "id,name,kind\nd1,Dom Kultury,CULTURE_CENTRE\n").await;
    app.activities(DEBNO, OFFERS).await;
    app.activities(DEBNO, "id,title,institution\nb1,Balet,d1\n").await;
    let house = app.institution(DEBNO, "d1").await;
    let (anna, ola) =
        (app.person(DEBNO, ANNA, None, None).await, app.person(DEBNO, "ola@poczta.example", None, None).await);
    let editor = app.person(DEBNO, "redaktor@poczta.example", Some(Role::Editor), None).await;
    let manager = app.person(DEBNO, "dom@poczta.example", Some(Role::Manager), Some(house)).await;
    let offer = |title: &str| format!("{{ activities(query: \"{title}\") {{ nodes {{ id }} }} }}");
    let id_of = async |title: &str| app.data(DEBNO, &offer(title)).await["activities"]["nodes"][0]["id"].clone();
    let (ballet, robots) = (id_of("balet").await, id_of("robotyka").await);

    let by = async |who: &Who, document: &str, variables: Value| app.done_as(DEBNO, who, document, &variables).await;
    by(
        &anna,
        "mutation { profileUpdate(input: { name: \"Anna Sekretna\", language: PL }) { errors { code } } }",
        json!({}),
    )
    .await;
    let child = "mutation($n: String!, $at: ID) { childCreate(input: { name: $n, birthDate: \"2018-05-04\", home: \"Pogodno\", school: $at }) { errors { code } } }";
    for name in ["Zuzia Sekretna", "Staś Sekretny"] {
        by(&anna, child, json!({ "n": name, "at": house.global() })).await;
    }
    // Of the ballet, published, beside another's; of robots, waiting.
    let review = "mutation($a: ID!, $s: Int!, $t: String!) { reviewSave(input: { activity: $a, stars: $s, text: $t }) { review { id } errors { code } } }";
    let publish = "mutation($r: ID!) { reviewModerate(input: { review: $r, decision: PUBLISH }) { errors { code } } }";
    for (who, stars, text) in [(&anna, 5, "Sekretna opinia o balecie"), (&ola, 2, "Inna opinia o balecie")] {
        let made = by(who, review, json!({ "a": ballet, "s": stars, "t": text })).await;
        by(&editor, publish, json!({ "r": made["reviewSave"]["review"]["id"] })).await;
    }
    by(&anna, review, json!({ "a": robots, "s": 4, "t": "Sekretna opinia, która czeka" })).await;
    let reviews = "query($a: ID!) { activity(id: $a) { reviews { nodes { id author { displayName } } } } }";
    let listed = by(&ola, reviews, json!({ "a": ballet })).await;
    let nodes = listed["activity"]["reviews"]["nodes"].as_array().unwrap();
    let other = nodes.iter().find(|node| node["author"]["displayName"] != "Anna Sekretna").unwrap();
    by(
        &anna,
        "mutation($r: ID!) { reviewReport(input: { review: $r, reason: UNTRUE }) { errors { code } } }",
        json!({ "r": other["id"] }),
    )
    .await;
    by(&manager, "mutation($a: ID!, $e: [String!]!) { participantsAdd(input: { activity: $a, emails: $e }) { errors { code } } }", json!({ "a": ballet, "e": [ANNA] })).await;
    // A draft, and a proposal that was published.
    let propose = "mutation($f: EntryFieldsInput!, $s: Boolean!) { submissionSave(input: { kind: ACTIVITY, fields: $f, submit: $s, note: \"Sekretny list\" }) { submission { id } errors { code } } }";
    by(&anna, propose, json!({ "f": { "title": "Sekretny szkic" }, "s": false })).await;
    let sent = by(&anna, propose, json!({ "f": { "title": "Modelarstwo lotnicze", "description": "Modele.", "provider": "Aeroklub" }, "s": true })).await;
    by(
        &editor,
        "mutation($i: ID!) { submissionApprove(input: { id: $i }) { errors { code } } }",
        json!({ "i": sent["submissionSave"]["submission"]["id"] }),
    )
    .await;

    let upload = "mutation($d: String!) { pictureUpload(input: { dataBase64: $d, alt: \"Sekretne zdjęcie\" }) { picture { url } errors { code } } }";
    let picture =
        by(&anna, upload, json!({ "d": PIXEL })).await["pictureUpload"]["picture"]["url"].as_str().unwrap().to_owned();
    let token = app.token(DEBNO, &anna, Role::Citizen, None).await;
    let invite = "mutation($e: String!, $at: ID) { memberInvite(input: { email: $e, role: CONTRIBUTOR, institution: $at }) { errors { code } } }";
    by(&manager, invite, json!({ "e": ANNA, "at": house.global() })).await;
    let question = in_town(app, &anna, &editor, &ola, &house.global()).await;
    Known { anna, token, picture, rated: ballet.as_str().unwrap().to_owned(), question }
}

/// What Anna does in town: she takes part, keeps, asks and supports. Gives her question that is public.
async fn in_town(app: &TestApp, anna: &Who, editor: &Who, other: &Who, house: &str) -> String {
    let by = async |who: &Who, document: &str, variables: Value| app.done_as(DEBNO, who, document, &variables).await;
    let event = json!({ "title": "Spotkanie", "description": "Dla wszystkich.", "institution": house, "starts": "2026-10-10T10:00", "ends": "2026-10-10T12:00", "signUp": "event" });
    let event = app.publish(DEBNO, editor, "EVENT", event).await;
    let children = by(anna, "{ viewer { children { id } } }", json!({})).await;
    let child = &children["viewer"]["children"][0]["id"];
    let sign_up = "mutation($e: ID!, $c: ID) { eventSignUp(input: { event: $e, child: $c, note: \"Sekretna uwaga\" }) { errors { code } } }";
    by(anna, sign_up, json!({ "e": event, "c": child })).await;
    by(
        anna,
        "mutation($e: ID!) { eventKeep(input: { event: $e, keep: true }) { errors { code } } }",
        json!({ "e": event }),
    )
    .await;
    by(anna, "mutation { familyCalendarRenew(input: { showNames: true }) { familyCalendar { url } } }", json!({}))
        .await;
    let upload =
        "mutation { fileUpload(input: { name: \"Sekretny plan.txt\", dataBase64: \"UGxhbg==\" }) { errors { code } } }";
    by(anna, upload, json!({})).await;
    let debate = json!({ "title": "Debata", "description": "O szkołach.", "starts": "2026-10-20T17:00" });
    let debate = app.publish(DEBNO, editor, "DEBATE", debate).await;
    let ask = "mutation($d: ID!, $t: String!, $n: String) { questionAsk(input: { debate: $d, text: $t, name: $n, consent: true }) { state errors { code } } }";
    let waiting = "{ questionsToModerate { nodes { id text } } }";
    let publish = "mutation($i: ID!) { questionModerate(input: { ids: [$i], decision: PUBLISH }) { errors { code } } }";
    let mut public = Vec::new();
    for (who, text) in [(anna, "Czy powstanie kino dla dzieci?"), (other, "Czy będzie nowe lodowisko w mieście?")] {
        let name = Some("Anna Sekretna").filter(|_| who.account == anna.account);
        by(who, ask, json!({ "d": debate, "t": text, "n": name })).await;
        let id =
            by(editor, waiting, json!({})).await["questionsToModerate"]["nodes"][0]["id"].as_str().unwrap().to_owned();
        by(editor, publish, json!({ "i": id })).await;
        public.push(id);
    }
    by(anna, ask, json!({ "d": debate, "t": "Sekretne pytanie, które czeka na kogoś?", "n": null })).await;
    by(
        anna,
        "mutation($q: ID!) { questionSupport(input: { question: $q }) { errors { code } } }",
        json!({ "q": public[1] }),
    )
    .await;
    public.swap_remove(0)
}

async fn rating(app: &TestApp, activity: &str) -> (f64, u64) {
    let data = app.data(DEBNO, &format!("{{ activity(id: \"{activity}\") {{ rating {{ average count }} }} activities(sort: RATING, first: 1) {{ nodes {{ id rating {{ average count }} }} }} }}")).await;
    let rating = &data["activity"]["rating"];
    assert_eq!(
        (&data["activities"]["nodes"][0]["id"], &data["activities"]["nodes"][0]["rating"]),
        (&json!(activity), rating)
    );
    (rating["average"].as_f64().unwrap(), rating["count"].as_u64().unwrap())
}

#[tokio::test]
async fn an_archive_holds_all_that_is_known() {
    let app = TestApp::start().await;
    let Known { anna, .. } = known(&app).await;
    let answer = app.browser_of(DEBNO, &anna).get("/konto/dane.zip").await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/zip"));
    assert!(answer.header("content-disposition").contains("attachment"));
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let mut zip = zip::ZipArchive::new(Cursor::new(&answer.bytes)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..zip.len() {
        let (mut file, mut text) = (zip.by_index(index).unwrap(), String::new());
        file.read_to_string(&mut text).unwrap();
        files.insert(file.name().unwrap().into_owned(), text);
    }
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "README.txt",
            "debates.json",
            "editorial.json",
            "events.json",
            "identity.json",
            "media.json",
            "notices.json",
            "notifications.json",
            "promotion.json",
            "reviews.json",
            "safety.json"
        ]
    );
    assert!(files["README.txt"].contains("Dębno"));
    for (file, told) in [
        ("identity.json", ANNA),
        ("identity.json", "Anna Sekretna"),
        ("identity.json", "Zuzia Sekretna"),
        ("identity.json", "Staś Sekretny"),
        ("identity.json", "Pogodno"),
        ("identity.json", "tajny token debno"),
        ("identity.json", "Firefox"),
        ("identity.json", "\"contributor\""),
        ("identity.json", "editorial/approved"),
        ("reviews.json", "Sekretna opinia o balecie"),
        ("reviews.json", "Sekretna opinia, która czeka"),
        ("reviews.json", "UNTRUE"),
        ("editorial.json", "Sekretny szkic"),
        ("editorial.json", "Modelarstwo lotnicze"),
        ("editorial.json", "Sekretny list"),
        ("media.json", "Sekretne zdjęcie"),
        ("media.json", "Sekretny plan.txt"),
        ("events.json", "Sekretna uwaga"),
        ("debates.json", "Czy powstanie kino dla dzieci?"),
        ("debates.json", "Sekretne pytanie, które czeka na kogoś?"),
        ("safety.json", "alerts"),
    ] {
        assert!(files[file].contains(told), "{told} is not in {file}");
    }
    let reviews: Value = serde_json::from_str(&files["reviews.json"]).unwrap();
    assert_eq!(reviews["tookPartIn"].as_array().unwrap().len(), 1);
    // Nothing of others, and nothing that would open a door.
    let all = files.into_values().collect::<String>();
    assert!(!all.contains("Inna opinia") && !all.contains("ola@") && !all.contains(anna.session()));
    let noted = audit::newest(&app.scope(DEBNO), Some(&anna.account.global()), None, 1).await.unwrap();
    assert_eq!(noted[0].action, "account.export");
}

#[tokio::test]
async fn erasure_reaches_everything() {
    let app = TestApp::start().await;
    let Known { anna, token, picture, rated, question } = known(&app).await;
    let twin = app.person(GOLENIOW, ANNA, None, None).await;
    assert_eq!(rating(&app, &rated).await, (3.5, 2));
    let mut browser = app.browser_of(DEBNO, &anna);
    assert_eq!(browser.get(&picture).await.status, StatusCode::OK);
    let secrets: Vec<String> = ["sekretn", "Sekretn"].map(|word| hex(word.as_bytes())).to_vec();
    let (before, mine) = (traces(&app, DEBNO, &secrets).await, traces(&app, DEBNO, &forms(&anna)).await);
    for table in [
        "account",
        "child",
        "event_sign_up",
        "file",
        "invitation",
        "mail_outbox",
        "picture",
        "question",
        "review",
        "submission",
    ] {
        assert!(before.contains_key(table), "the test looks in the right places: {table} {before:?}");
    }
    for table in [
        "api_token",
        "child",
        "event_keep",
        "event_sign_up",
        "family_calendar",
        "file",
        "participant",
        "picture",
        "question",
        "question_support",
        "review",
        "review_report",
        "session",
        "submission",
    ] {
        let is_there = mine.contains_key(table) || table == "participant";
        assert!(is_there, "the test looks for the right ids: {table} {mine:?}");
    }

    let slip = browser.post("/konto/usun", &[("confirm", "anna@inna.example")]).await;
    assert_eq!(slip.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", slip.body);
    let done = browser.post("/konto/usun", &[("confirm", " Anna.Sekretna@poczta.example ")]).await;
    assert_eq!(done.location(), "/logowanie?done=account-erased", "{}", done.body);

    assert_eq!(traces(&app, DEBNO, &secrets).await, BTreeMap::new(), "what she wrote");
    let left = traces(&app, DEBNO, &forms(&anna)).await;
    assert_eq!(left.keys().collect::<Vec<_>>(), ["audit_log"], "her id stands in the audit log alone");
    assert_eq!(rating(&app, &rated).await, (2.0, 1), "index and lists count without her");
    let found = app
        .data(
            DEBNO,
            "{ activities(query: \"modelarstwo\") { nodes { title } } search(query: \"sekretna\") { totalCount } }",
        )
        .await;
    let titles = found["activities"]["nodes"].to_string();
    assert!(titles.contains("Modelarstwo lotnicze"), "the catalogue keeps what it took: {titles}");
    assert_eq!(found["search"]["totalCount"], 0);
    assert_eq!(browser.get(&picture).await.status, StatusCode::NOT_FOUND);
    let asked = "query($q: ID!) { question(id: $q) { text author } }";
    let asked = app.done_as(DEBNO, &Who::nobody(), asked, &json!({ "q": question })).await;
    let asked = &asked["question"];
    assert_eq!(
        (&asked["text"], &asked["author"]),
        (&json!("Czy powstanie kino dla dzieci?"), &Value::Null),
        "what is public stays, nobody's"
    );
    let mails = app.mails(DEBNO).await;
    assert!(!mails.is_empty() && mails.iter().all(|mail| mail.to() != ANNA), "mail that waited is not sent");
    let tells = mails.iter().find(|mail| mail.text.contains("ekretn"));
    assert!(tells.is_none(), "nor what tells others of her: {tells:?}");
    assert_eq!(browser.get("/konto").await.status, StatusCode::SEE_OTHER, "her session is over");
    assert_eq!(app.gql_as(DEBNO, &token, "{ viewer { id } }", &json!({})).await.status, StatusCode::UNAUTHORIZED);

    let scope = app.scope(DEBNO);
    assert_eq!(audit::newest(&scope, None, None, 1).await.unwrap()[0].action, "account.erase");
    assert!(audit::check(&scope.db().await.unwrap()).await.unwrap().is_ok());
    // Whoever comes with the address afterwards is somebody new; and the other city is another matter.
    let again = app.person(DEBNO, ANNA, None, None).await;
    let data = app
        .done_as(
            DEBNO,
            &again,
            "{ viewer { name children { id } reviews { nodes { id } } submissions { nodes { id } } } }",
            &json!({}),
        )
        .await;
    assert_eq!(
        data["viewer"],
        json!({ "name": null, "children": [], "reviews": { "nodes": [] }, "submissions": { "nodes": [] } })
    );
    assert!(app.browser_of(GOLENIOW, &twin).get("/konto").await.body.contains(ANNA));
}

#[tokio::test]
async fn the_audit_log_only_grows_and_shows_what_was_touched() {
    let app = TestApp::start().await;
    let admin = app.person(DEBNO, "admin@poczta.example", Some(Role::Admin), None).await;
    let anna = app.person(DEBNO, ANNA, None, None).await;
    let make = "mutation { childCreate(input: { name: \"Zuzia\", birthDate: \"2018-05-04\" }) { child { id } errors { code } } }";
    let child = app.done_as(DEBNO, &anna, make, &json!({})).await["childCreate"]["child"]["id"].clone();
    let look = "query($id: ID!) { child(id: $id) { name } }";
    for who in [&anna, &admin, &admin] {
        assert_eq!(app.done_as(DEBNO, who, look, &json!({ "id": child })).await["child"]["name"], "Zuzia");
    }
    let log = "query($of: String) { auditLog(subject: $of) { seq action actor by { displayName } } }";
    let entries = app.done_as(DEBNO, &admin, log, &json!({ "of": child })).await;
    let entries = entries["auditLog"].as_array().unwrap();
    assert_eq!(entries.len(), 2, "a guardian's own look is nobody's business: {entries:?}");
    assert!(entries.iter().all(|entry| entry["action"] == "child.read" && entry["actor"] == admin_label(&admin)));

    let scope = app.scope(DEBNO);
    let count = audit::check(&scope.db().await.unwrap()).await.unwrap().unwrap();
    for touch in ["UPDATE audit_log SET actor = 'system' WHERE seq = 2", "DELETE FROM audit_log WHERE seq = 2"] {
        let tx = scope.begin().await.unwrap();
        let refused = tx.db().execute_unprepared(touch).await.unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{touch}: {refused}");
    }
    // Whoever can change the database's rules can change the log; but not unseen.
    let is_postgres = app.database_url.is_some();
    let unguard: &[&str] = if is_postgres {
        &["DROP TRIGGER audit_log_keep ON audit_log"]
    } else {
        &["DROP TRIGGER audit_log_keep_update", "DROP TRIGGER audit_log_keep_delete"]
    };
    for (touch, first_wrong) in [
        ("UPDATE audit_log SET actor = 'system' WHERE seq = 2", 2),
        ("UPDATE audit_log SET details = '{}', hash = 'x' WHERE seq = 1", 1),
        ("DELETE FROM audit_log WHERE seq = 1", 1),
        ("DELETE FROM audit_log WHERE seq = (SELECT max(seq) FROM audit_log)", count),
        ("UPDATE audit_head SET seq = seq + 1 WHERE id = 1", count + 1),
    ] {
        // Never committed, so that each is found for itself.
        let tx = scope.begin().await.unwrap();
        for statement in unguard.iter().chain([&touch]) {
            tx.db().execute_unprepared(statement).await.unwrap();
        }
        assert_eq!(audit::check(tx.db()).await.unwrap(), Err(first_wrong), "{touch}");
    }
    assert_eq!(audit::check(&scope.fresh().db().await.unwrap()).await.unwrap(), Ok(count));
}

fn admin_label(admin: &Who) -> String {
    format!("account:{}", admin.account.0)
}
