//! News: written, proposed, published and taken down by the clock, and put first.

use axum::http::StatusCode;
use chrono::Duration;
use kernel::access::Role;
use serde_json::{Value, json};

use crate::support::{DEBNO, PIXEL, TestApp, Who, bomb, each, moment};

struct Newsroom {
    app: TestApp,
    editor: Who,
    manager: Who,
    school: String,
}

impl Newsroom {
    async fn new() -> Self {
        let app = TestApp::start().await;
        app.institutions(DEBNO, "id,name,kind,district\nsp2,Szkoła Podstawowa nr 2,PRIMARY_SCHOOL,rynek\n").await;
        let school = app.institution(DEBNO, "sp2").await;
        let mut room = Self { editor: Who::nobody(), manager: Who::nobody(), school: school.global(), app };
        room.sign_in().await;
        room
    }

    /// Signs its people in anew: weeks pass in these tests.
    async fn sign_in(&mut self) {
        let school = self.app.institution(DEBNO, "sp2").await;
        self.editor = self.app.person(DEBNO, "redaktor@poczta.example", Some(Role::Editor), None).await;
        self.manager = self.app.person(DEBNO, "szkola@poczta.example", Some(Role::Manager), Some(school)).await;
    }

    fn fields(&self, title: &str, more: Value) -> Value {
        let mut fields = json!({ "title": title, "lead": "W skrócie.", "description": "Cała treść.", "category": "announcement", "institution": self.school });
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        fields
    }

    async fn article(&self, title: &str, more: Value) -> String {
        self.app.publish(DEBNO, &self.manager, "ARTICLE", self.fields(title, more)).await
    }

    async fn titles(&self, arguments: &str) -> Vec<String> {
        let arguments = if arguments.is_empty() { String::new() } else { format!("({arguments})") };
        let data = self.app.data(DEBNO, &format!("{{ news{arguments} {{ nodes {{ title }} }} }}")).await;
        each(&data["news"]["nodes"], "title").into_iter().map(str::to_owned).collect()
    }

    async fn status(&self, id: &str) -> StatusCode {
        self.app.get(DEBNO, &format!("/aktualnosci/{id}/x")).await.status
    }
}

#[tokio::test]
async fn the_clock_publishes_and_takes_down() {
    let mut room = Newsroom::new().await;
    // It is noon in Poland.
    let id = room
        .article(
            "Nabór do klas sportowych",
            json!({ "publishAt": "2026-09-15T14:00", "withdrawAt": "2026-09-20T08:00" }),
        )
        .await;
    let entry = "query($id: ID!) { entry(id: $id) { state } article(id: $id) { title } }";
    let told = room.app.done_as(DEBNO, &room.manager, entry, &json!({ "id": id })).await;
    assert_eq!(told["entry"]["state"], "SCHEDULED");
    let anybody = room.app.done_as(DEBNO, &Who::nobody(), entry, &json!({ "id": id })).await;
    assert_eq!(anybody, json!({ "entry": null, "article": null }));
    let hidden = async || {
        let search = room
            .app
            .data(DEBNO, "{ search(query: \"nabór sportowych\") { totalCount } suggest(prefix: \"nabór\") { text } }")
            .await;
        assert_eq!(search, json!({ "search": { "totalCount": 0 }, "suggest": [] }));
        assert_eq!((room.titles("").await.len(), room.status(&id).await), (0, StatusCode::NOT_FOUND));
        for path in ["/", "/aktualnosci", "/feeds/news.atom"] {
            assert!(!room.app.get(DEBNO, path).await.body.contains("Nabór do klas"), "{path}");
        }
    };
    hidden().await;
    room.app.clock.advance(Duration::minutes(119));
    room.app.work(DEBNO).await;
    hidden().await;

    room.app.clock.advance(Duration::minutes(1));
    assert_eq!(room.titles("").await, ["Nabór do klas sportowych"], "at that moment, before any work is done");
    room.app.work(DEBNO).await;
    assert_eq!((room.titles("query: \"nabór\"").await.len(), room.status(&id).await), (1, StatusCode::OK));
    for path in ["/", "/aktualnosci", "/feeds/news.atom"] {
        assert!(room.app.get(DEBNO, path).await.body.contains("Nabór do klas"), "{path}");
    }
    let told = room
        .app
        .done_as(
            DEBNO,
            &room.manager,
            "query($id: ID!) { entry(id: $id) { state } article(id: $id) { publishedAt } }",
            &json!({ "id": id }),
        )
        .await;
    assert_eq!(
        (&told["entry"]["state"], moment(&told["article"]["publishedAt"]).to_rfc3339()),
        (&json!("PUBLISHED"), "2026-09-15T12:00:00+00:00".to_owned())
    );

    room.app.clock.advance(Duration::days(4) + Duration::hours(18));
    room.app.work(DEBNO).await;
    hidden().await;
    room.sign_in().await;
    let told = room.app.done_as(DEBNO, &room.manager, entry, &json!({ "id": id })).await;
    assert_eq!(told["entry"]["state"], "ARCHIVED", "its people still have it");
}

#[tokio::test]
async fn what_is_pinned_stands_first_where_who_pinned_it_may() {
    let mut room = Newsroom::new().await;
    for (title, more) in [
        ("Zbiórka książek", json!({ "category": "project", "audience": "pupils" })),
        ("Sukces chóru", json!({ "category": "success", "interests": "choir" })),
    ] {
        room.app.clock.advance(Duration::minutes(1));
        room.article(title, more).await;
    }
    let of_city = json!({ "title": "Rada przyjęła sieć szkół", "description": "Uchwała.", "category": "announcement", "provider": "Urząd Miasta", "pinnedUntil": "2026-09-16" });
    room.app.publish(DEBNO, &room.editor, "ARTICLE", of_city).await;
    room.app.clock.advance(Duration::minutes(1));
    room.article("Zebranie rodziców", json!({ "audience": "parents", "category": "announcement" })).await;
    assert_eq!(
        room.titles("").await,
        ["Rada przyjęła sieć szkół", "Zebranie rodziców", "Sukces chóru", "Zbiórka książek"]
    );
    for (arguments, expected) in [
        ("filter: { categories: [SUCCESS] }", vec!["Sukces chóru"]),
        ("filter: { audience: [PARENTS] }", vec!["Rada przyjęła sieć szkół", "Zebranie rodziców", "Sukces chóru"]),
        ("filter: { districts: [\"rynek\"] }", vec!["Zebranie rodziców", "Sukces chóru", "Zbiórka książek"]),
        ("filter: { since: \"2026-09-16\" }", vec![]),
        ("query: \"chórze\"", vec!["Sukces chóru"]),
    ] {
        let found = room.titles(arguments).await;
        assert!(
            expected.iter().all(|title| found.contains(&(*title).to_owned())) && found.len() <= expected.len() + 1,
            "{arguments}: {found:?}"
        );
    }
    let of_school = format!("{{ institution(id: \"{}\") {{ news {{ totalCount nodes {{ title }} }} }} }}", room.school);
    assert_eq!(room.app.data(DEBNO, &of_school).await["institution"]["news"]["totalCount"], 3);
    let page = room.app.get(DEBNO, &format!("/aktualnosci?institution={}", room.school)).await;
    assert!(page.body.contains("Sukces chóru") && !page.body.contains("Rada przyjęła"));
    let feed = room.app.get(DEBNO, &format!("/feeds/news.atom?institution={}", room.school)).await;
    assert!(feed.body.contains("Sukces chóru") && !feed.body.contains("Rada przyjęła"));
    assert!(room.app.get(DEBNO, "/").await.body.contains("Rada przyjęła"), "the front page is made of news");

    room.app.clock.advance(Duration::days(2));
    room.sign_in().await;
    assert_eq!(room.titles("").await[0], "Zebranie rodziców", "until its day");
}

#[tokio::test]
async fn an_article_is_proposed_reviewed_and_taken_back() {
    let room = Newsroom::new().await;
    let ola = room.app.person(DEBNO, "ola@poczta.example", None, None).await;
    let propose = "mutation($f: EntryFieldsInput!, $p: [NewPictureInput!]! = [], $n: [NewFileInput!]! = []) { submissionSave(input: { kind: ARTICLE, fields: $f, newPictures: $p, newFiles: $n, submit: true }) { submission { id status } errors { code field message } } }";
    let fields = json!({ "title": "Sadzimy drzewa", "lead": "W sobotę.", "description": "Łopaty są na miejscu.", "category": "project", "provider": "Sąsiedzi" });
    let uploads = json!({ "f": fields, "p": [{ "dataBase64": PIXEL, "alt": "Sadzonka" }, { "dataBase64": PIXEL, "alt": "Łopata" }], "n": [{ "dataBase64": "UGxhbg==", "name": "plan.txt" }] });
    let sent = room.app.done_as(DEBNO, &ola, propose, &uploads).await;
    let id = sent["submissionSave"]["submission"]["id"].clone();
    let approve = "mutation($id: ID!) { submissionApprove(input: { id: $id }) { submission { entry { id } } errors { code field message } } }";
    let done = room.app.done_as(DEBNO, &room.editor, approve, &json!({ "id": id })).await;
    let article = done["submissionApprove"]["submission"]["entry"]["id"].clone();
    let shown = "query($id: ID!) { article(id: $id) { title lead url categoryLabel pictures { alt } files { name url mediaType } history { id } } }";
    let told = room.app.done_as(DEBNO, &room.editor, shown, &json!({ "id": article })).await["article"].take();
    assert_eq!(
        (each(&told["pictures"], "alt"), each(&told["files"], "name")),
        (vec!["Sadzonka", "Łopata"], vec!["plan.txt"])
    );
    let file = room.app.get(DEBNO, told["files"][0]["url"].as_str().unwrap()).await;
    assert_eq!((file.status, file.body.as_str()), (StatusCode::OK, "Plan"));
    assert!(file.header("content-disposition").starts_with("attachment"), "what people send runs nowhere");
    let page = room.app.get(DEBNO, told["url"].as_str().unwrap()).await;
    for part in ["Sadzimy drzewa", "W sobotę.", "Łopaty są na miejscu.", "alt=\"Łopata\"", "plan.txt", "Sąsiedzi"]
    {
        assert!(page.body.contains(part), "{part} is not on the page");
    }
    assert!(room.app.last_mail(DEBNO, "ola@poczta.example").await.text.contains("/aktualnosci/"));
    let undo = "mutation($id: ID!) { submissionUndo(input: { id: $id }) { submission { status } errors { code } } }";
    room.app.done_as(DEBNO, &room.editor, undo, &json!({ "id": id })).await;
    assert_eq!(room.titles("").await, Vec::<String>::new());
    assert_eq!(room.app.get(DEBNO, told["url"].as_str().unwrap()).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_cannot_be_an_article_is_refused_and_what_is_written_runs_nowhere() {
    let room = Newsroom::new().await;
    for (more, field) in [
        (json!({ "title": "ą".repeat(2_500_000) }), "title"),
        (json!({ "lead": "ą".repeat(301) }), "lead"),
        (json!({ "description": "ą".repeat(20_001) }), "description"),
        (json!({ "category": "gossip" }), "category"),
        (json!({ "publishAt": "jutro" }), "publishAt"),
        (json!({ "publishAt": "2026-12-01T10:00", "withdrawAt": "2026-11-01T10:00" }), "withdrawAt"),
        (json!({ "sourceUrl": "javascript:alert(1)" }), "sourceUrl"),
        (json!({ "institution": "inst_00000000000000000000000000" }), "institution"),
        (json!({ "files": "file_00000000000000000000000000" }), "files"),
    ] {
        let told = room
            .app
            .unfit(DEBNO, &room.editor, json!({ "kind": "ARTICLE", "fields": room.fields("x", more.clone()) }))
            .await;
        assert!(
            told.iter().any(|(at, message)| at == field && !message.is_empty() && message.len() < 600),
            "{:.80}: {:.900}",
            format!("{more}"),
            format!("{told:?}")
        );
    }
    let bomb = json!({ "kind": "ARTICLE", "fields": room.fields("x", json!({})), "newPictures": [{ "dataBase64": bomb(50_000), "alt": "Bomba" }] });
    assert_eq!(room.app.unfit(DEBNO, &room.editor, bomb).await[0].0, "newPictures");
    room.app.settle(DEBNO).await;
    assert!(room.titles("").await.is_empty());

    let text = "<script>alert(1)</script> <iframe src=//zle.example></iframe> [a](javascript:alert(2)) [b](data:text/html,x) ![c](https://zle.example/x.png \"</script>\")\n\n**dobre**";
    let id = room
        .article(
            "</script><script>alert(3)</script>",
            json!({ "description": text, "lead": "</title><script>alert(4)</script>" }),
        )
        .await;
    for path in [format!("/aktualnosci/{id}/x"), "/aktualnosci".to_owned(), "/".to_owned()] {
        let page = room.app.get(DEBNO, &path).await;
        assert_eq!(page.status, StatusCode::OK);
        for bad in ["<script>alert", "<iframe", "href=\"javascript:", "href=\"data:"] {
            assert!(!page.body.contains(bad), "{path}: {bad}");
        }
    }
    let page = room.app.get(DEBNO, &format!("/aktualnosci/{id}/x")).await;
    assert!(page.body.contains("<strong>dobre</strong>"));
    assert_eq!(page.thing("NewsArticle")["headline"], "</script><script>alert(3)</script>");
    let feed = room.app.get(DEBNO, "/feeds/news.atom").await.body;
    assert!(!feed.contains("<script>") && feed.contains("&lt;script&gt;"), "{feed}");
}
