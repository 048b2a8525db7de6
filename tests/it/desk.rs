//! The editors' desk from end to end: what people propose and write, as everybody finds it.

use axum::http::StatusCode;
use chrono::Duration;
use kernel::access::Role;
use serde_json::{Value, json};

use crate::support::{DEBNO, TestApp, Who};

const CITIZEN: &str = "ola@poczta.example";
const SAVE: &str = "mutation($id: ID, $entry: ID, $f: EntryFieldsInput!) { submissionSave(input: { id: $id, entry: $entry, kind: ACTIVITY, fields: $f, submit: true }) { submission { id status version } errors { code field message } } }";
const APPROVE: &str = "mutation($id: ID!) { submissionApprove(input: { id: $id }) { submission { status entry { id } } errors { code field message } } }";
const STATUS: &str = "query($id: ID!) { submission(id: $id) { status reason canUndo } }";

/// A city with a house of culture, its manager, and an editor.
async fn furnished() -> (TestApp, Who, Who) {
    let app = TestApp::start().await;
    app.institutions(DEBNO, "id,name,kind\nd1,Dom Kultury,CULTURE_CENTRE\n").await;
    app.activities(DEBNO, "id,title,description,institution\nb1,Balet klasyczny,Raz w tygodniu.,d1\n").await;
    let (editor, manager) = people(&app).await;
    (app, editor, manager)
}

/// The editor and the manager, signed in anew: months pass in these tests.
async fn people(app: &TestApp) -> (Who, Who) {
    let house = app.institution(DEBNO, "d1").await;
    let editor = app.person(DEBNO, "redaktor@poczta.example", Some(Role::Editor), None).await;
    (editor, app.person(DEBNO, "dom@poczta.example", Some(Role::Manager), Some(house)).await)
}

async fn id_of(app: &TestApp, query: &str) -> Value {
    let data = app.data(DEBNO, &format!("{{ activities(query: \"{query}\") {{ nodes {{ id }} }} }}")).await;
    data["activities"]["nodes"][0]["id"].clone()
}

async fn titles(app: &TestApp, query: &str) -> Vec<String> {
    app.titles(DEBNO, &format!("query: \"{query}\"")).await
}

#[tokio::test]
async fn a_proposal_goes_back_and_forth_and_is_found_once_it_is_approved() {
    let (app, editor, _) = furnished().await;
    let ola = app.person(DEBNO, CITIZEN, None, None).await;
    let fields = json!({ "title": "Szermierka historyczna", "provider": "Bractwo", "description": "Miecze." });
    let sent = app.done_as(DEBNO, &ola, SAVE, &json!({ "f": fields })).await;
    let id = sent["submissionSave"]["submission"]["id"].clone();
    assert_eq!(sent["submissionSave"]["submission"]["status"], "WAITING");
    assert!(titles(&app, "szermierka").await.is_empty());
    let queue = "{ submissions(filter: { status: [WAITING] }) { totalCount nodes { id author { displayName } } } }";
    let queue = app.done_as(DEBNO, &editor, queue, &Value::Null).await;
    assert_eq!((&queue["submissions"]["totalCount"], &queue["submissions"]["nodes"][0]["id"]), (&json!(1), &id));
    assert_eq!(queue["submissions"]["nodes"][0]["author"]["displayName"], "o…", "no address is shown");

    let back = "mutation($id: ID!) { submissionSendBack(input: { id: $id, reason: \"W jakie dni?\" }) { submission { status } errors { code } } }";
    app.done_as(DEBNO, &editor, back, &json!({ "id": id })).await;
    let mail = app.last_mail(DEBNO, CITIZEN).await;
    assert!(mail.text.contains("W jakie dni?") && mail.html.contains("W jakie dni?"), "{}", mail.text);
    let page = app.get_as(DEBNO, &ola, &mail.path("/pulpit/zgloszenie/")).await;
    assert!(page.body.contains("W jakie dni?") && page.body.contains("Szermierka historyczna"), "{}", page.body);

    let fields = json!({ "title": "Szermierka historyczna", "provider": "Bractwo", "description": "Miecze.", "slots": "sat 10:00-12:00" });
    let again = app.done_as(DEBNO, &ola, SAVE, &json!({ "id": id, "f": fields })).await;
    assert_eq!(again["submissionSave"]["submission"]["status"], "WAITING");
    let done = app.done_as(DEBNO, &editor, APPROVE, &json!({ "id": id })).await;
    assert_eq!(done["submissionApprove"]["submission"]["status"], "APPROVED");
    assert_eq!(titles(&app, "szermierka").await, ["Szermierka historyczna"], "at once");
    assert_eq!(app.titles(DEBNO, "query: \"szermierka\", filter: { weekdays: [SATURDAY] }").await.len(), 1);
    let mail = app.last_mail(DEBNO, CITIZEN).await;
    assert_eq!(app.get(DEBNO, &mail.path("/zajecia/")).await.status, StatusCode::OK, "{}", mail.text);
    assert_eq!(app.mails(DEBNO).await.iter().filter(|mail| mail.to() == CITIZEN).count(), 2);
}

#[tokio::test]
async fn what_is_published_stays_while_a_change_waits_and_comes_back_with_undo() {
    let (app, editor, _) = furnished().await;
    let ola = app.person(DEBNO, CITIZEN, None, None).await;
    let ballet = id_of(&app, "balet").await;
    let fields = json!({ "title": "Garncarstwo", "institution": "d1", "description": "Raz w tygodniu." });
    let sent = app.done_as(DEBNO, &ola, SAVE, &json!({ "entry": ballet, "f": fields })).await;
    let id = sent["submissionSave"]["submission"]["id"].clone();
    assert_eq!(titles(&app, "balet").await, ["Balet klasyczny"]);
    let differs = "query($id: ID!) { submission(id: $id) { changes { name published proposed } } }";
    let changes = app.done_as(DEBNO, &editor, differs, &json!({ "id": id })).await;
    assert_eq!(
        changes["submission"]["changes"],
        json!([{ "name": "title", "published": "Balet klasyczny", "proposed": "Garncarstwo" }])
    );
    app.done_as(DEBNO, &editor, APPROVE, &json!({ "id": id })).await;
    assert_eq!((titles(&app, "balet").await.len(), titles(&app, "garncarstwo").await.len()), (0, 1));
    let path = format!("/zajecia/{}", ballet.as_str().unwrap());
    assert!(app.get(DEBNO, &path).await.body.contains("Garncarstwo"));

    let undo = "mutation($id: ID!) { submissionUndo(input: { id: $id }) { submission { status } errors { code } } }";
    let undone = app.done_as(DEBNO, &editor, undo, &json!({ "id": id })).await;
    assert_eq!(undone["submissionUndo"]["submission"]["status"], "WAITING");
    assert_eq!(titles(&app, "balet").await, ["Balet klasyczny"]);
    assert!(app.get(DEBNO, &path).await.body.contains("Balet klasyczny"));
    app.done_as(DEBNO, &editor, APPROVE, &json!({ "id": id })).await;
    app.clock.advance(Duration::hours(25));
    let (editor, _) = people(&app).await;
    assert_eq!(app.refused_as(DEBNO, &editor, undo, &json!({ "id": id })).await, "UNDO_TOO_LATE");
    let told = app.done_as(DEBNO, &editor, STATUS, &json!({ "id": id })).await;
    assert_eq!(told["submission"], json!({ "status": "APPROVED", "reason": null, "canUndo": false }));
}

#[tokio::test]
async fn history_tells_who_changed_what_and_brings_it_back() {
    let (app, _, manager) = furnished().await;
    let ballet = id_of(&app, "balet").await;
    let name = "mutation { profileUpdate(input: { name: \"Maria Dyrektor\", language: PL }) { errors { code } } }";
    app.done_as(DEBNO, &manager, name, &Value::Null).await;
    let save = "mutation($id: ID!, $f: EntryFieldsInput!, $r: String) { entrySave(input: { id: $id, fields: $f, reason: $r }) { entry { title } errors { code field } } }";
    for (title, reason) in [("Szycie", "Nowa nazwa"), ("Joga", "Nowy program")] {
        app.clock.advance(Duration::minutes(1));
        let fields = json!({ "title": title, "institution": "d1", "description": "Raz w tygodniu." });
        app.done_as(DEBNO, &manager, save, &json!({ "id": ballet, "f": fields, "r": reason })).await;
        assert_eq!(titles(&app, title).await, [title]);
    }
    assert!(titles(&app, "szycie").await.is_empty());
    let history = "query($id: ID!) { activity(id: $id) { history { id reason by { displayName } changes { name before after } } } }";
    let told = app.done_as(DEBNO, &manager, history, &json!({ "id": ballet })).await;
    let revisions = told["activity"]["history"].as_array().unwrap();
    let newest = &revisions[0];
    assert_eq!((&newest["reason"], &newest["by"]["displayName"]), (&json!("Nowy program"), &json!("Maria Dyrektor")));
    let title = newest["changes"].as_array().unwrap().iter().find(|change| change["name"] == "title").unwrap();
    assert_eq!((&title["before"], &title["after"]), (&json!("Szycie"), &json!("Joga")));
    let page = app.get_as(DEBNO, &manager, &format!("/pulpit/wpis/{}/historia", ballet.as_str().unwrap())).await;
    assert!(page.body.contains("Maria Dyrektor") && page.body.contains("Nowy program"), "{}", page.body);

    app.clock.advance(Duration::minutes(1));
    let revert = "mutation($id: ID!, $to: ID!) { entryRevert(input: { id: $id, revision: $to }) { entry { title } errors { code } } }";
    let first = &revisions.last().unwrap()["id"];
    let back = app.done_as(DEBNO, &manager, revert, &json!({ "id": ballet, "to": first })).await;
    assert_eq!(back["entryRevert"]["entry"]["title"], "Szycie");
    assert_eq!((titles(&app, "szycie").await.len(), titles(&app, "joga").await.len()), (1, 0));
    let told = app.done_as(DEBNO, &manager, history, &json!({ "id": ballet })).await;
    assert_eq!(told["activity"]["history"].as_array().unwrap().len(), revisions.len() + 1, "nothing is lost");
}

#[tokio::test]
async fn a_manager_s_file_is_tried_and_then_read() {
    let (app, _, manager) = furnished().await;
    let house = app.institution(DEBNO, "d1").await.global();
    let ballet = id_of(&app, "balet").await;
    let csv = "id;title;description;min_age;slots;price\nBALET;Balet klasyczny;Przy drążku, od września.;6;mon 16:00-17:00;\nn1;Rzeźba;Glina i gips.;10;tue 17:00-18:30;40\nn2;;Bez tytułu.;;;\nn3;Haft;Igła i nitka.;dziesięć;;\n";
    let csv = &csv.replace("BALET", ballet.as_str().unwrap());
    let import = "mutation($at: ID!, $csv: String!, $dry: Boolean!) { entriesImport(input: { institution: $at, csv: $csv, dryRun: $dry }) { report { created updated unchanged rejected rows { row fate title changes { name beforeText afterText } problems { field message } } } errors { code } } }";
    let run = async |csv: &str, dry: bool| {
        let variables = json!({ "at": house, "csv": csv, "dry": dry });
        app.done_as(DEBNO, &manager, import, &variables).await["entriesImport"]["report"].take()
    };
    let preview = run(csv, true).await;
    let counts =
        |report: &Value| ["created", "updated", "unchanged", "rejected"].map(|name| report[name].as_u64().unwrap());
    assert_eq!(counts(&preview), [1, 1, 0, 2], "{preview}");
    let fates: Vec<_> = preview["rows"].as_array().unwrap().iter().map(|row| row["fate"].as_str().unwrap()).collect();
    assert_eq!(fates, ["UPDATED", "CREATED", "REJECTED", "REJECTED"]);
    assert_eq!(preview["rows"][3]["problems"][0]["field"], "minAge", "{preview}");
    assert!(titles(&app, "rzeźba").await.is_empty(), "it was a trial");
    assert_eq!(app.titles(DEBNO, "sort: NAME").await, ["Balet klasyczny"]);

    assert_eq!(counts(&run(csv, false).await), [1, 1, 0, 2]);
    assert_eq!(titles(&app, "rzeźba").await, ["Rzeźba"]);
    assert_eq!(counts(&run(csv, false).await), [0, 0, 2, 2], "again, nothing is new");
    // What is taken away comes in again unchanged.
    let file = app.browser_of(DEBNO, &manager).get(&format!("/pulpit/wpisy.csv?institution={house}")).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "text/csv; charset=utf-8"));
    assert!(file.header("content-disposition").contains("dom-kultury.csv"));
    assert_eq!(counts(&run(&file.body, true).await), [0, 0, 2, 0], "{}", file.body);
}

/// What is found, the first first; and what editors see going stale.
async fn stale(app: &TestApp, editor: &Who) -> Vec<String> {
    let data = app.done_as(DEBNO, editor, "{ staleEntries { entry { title } } }", &Value::Null).await;
    let stale = data["staleEntries"].as_array().unwrap();
    stale.iter().map(|stale| stale["entry"]["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn entries_that_nobody_confirms_are_asked_about_sink_and_are_hidden() {
    let (app, ..) = furnished().await;
    // Each would come first by its name; what is said of them is the same.
    app.activities(DEBNO, "id,title,description,institution\ns1,Szachy A,Gra.,d1\ns2,Szachy B,Gra.,d1\n").await;
    let work = async || {
        tablica::jobs::run_due(&app.scope(DEBNO)).await;
        app.settle(DEBNO).await;
        let mails = app.mails(DEBNO).await;
        mails.into_iter().filter(|mail| mail.to() == "dom@poczta.example").collect::<Vec<_>>()
    };
    assert!(work().await.is_empty());
    assert_eq!(titles(&app, "szachy").await, ["Szachy A", "Szachy B"]);

    app.clock.advance(Duration::days(151));
    let reminders = work().await;
    assert_eq!(reminders.len(), 1, "one mail for all of an institution's");
    assert_eq!(reminders[0].text.matches("/potwierdz/").count(), 3, "{}", reminders[0].text);
    assert!(work().await.len() == 1, "once a term");
    let (editor, _) = people(&app).await;
    assert_eq!(stale(&app, &editor).await.len(), 3);

    // The second one is confirmed, by whoever has the mail.
    let of_second = reminders[0].text.split("Szachy B").nth(1).unwrap();
    let path =
        format!("/potwierdz/{}", of_second.split("/potwierdz/").nth(1).unwrap().split_whitespace().next().unwrap());
    let mut browser = app.browser("debno.localhost");
    for _ in 0..2 {
        let page = browser.get(&path).await;
        assert!(page.body.contains("Szachy B") && page.header("cache-control").contains("no-store"));
    }
    assert_eq!(stale(&app, &editor).await.len(), 3, "looking confirms nothing");
    assert_eq!(browser.post(&path, &[]).await.location(), format!("{path}?done=entry-confirmed"));
    assert_eq!(stale(&app, &editor).await, ["Balet klasyczny", "Szachy A"]);
    assert_eq!(titles(&app, "szachy").await, ["Szachy B", "Szachy A"], "what is stale stands behind");

    app.clock.advance(Duration::days(151));
    let before = id_of(&app, "balet").await;
    assert_eq!(work().await.len(), 2, "the second is asked about again, a term later");
    assert_eq!(titles(&app, "szachy").await, ["Szachy B"], "what nobody answered for is hidden");
    assert!(titles(&app, "balet").await.is_empty());
    let page = format!("/zajecia/{}", before.as_str().unwrap());
    assert_eq!(app.get(DEBNO, &page).await.status, StatusCode::NOT_FOUND);

    // Its people still have it, and bring it back.
    let (_, manager) = people(&app).await;
    let own = "query($at: ID!) { institution(id: $at) { entries(state: [HIDDEN]) { id title } } }";
    let house = app.institution(DEBNO, "d1").await.global();
    let hidden = app.done_as(DEBNO, &manager, own, &json!({ "at": house })).await;
    let hidden = hidden["institution"]["entries"].as_array().unwrap();
    assert_eq!(hidden.iter().map(|entry| &entry["title"]).collect::<Vec<_>>(), ["Balet klasyczny", "Szachy A"]);
    let confirm = "mutation($id: ID!) { entryConfirm(input: { id: $id }) { entry { state } errors { code } } }";
    let confirmed = app.done_as(DEBNO, &manager, confirm, &json!({ "id": hidden[0]["id"] })).await;
    assert_eq!(confirmed["entryConfirm"]["entry"]["state"], "PUBLISHED");
    assert_eq!(titles(&app, "balet").await, ["Balet klasyczny"]);
    // The old mail's links are too old by now, and say what to do.
    let old = browser.get(&reminders[0].path("/potwierdz/")).await;
    assert!(old.body.contains("href=\"/zaproponuj\""), "{}", old.body);
}
