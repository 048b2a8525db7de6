//! What every kind of town's news shares: it is found, listed for machines, described for programs; and a city that has
//! the modules off knows nothing of them.

use axum::http::StatusCode;
use chrono::Duration;
use kernel::access::Role;
use serde_json::{Value, json};

use crate::{
    pages::missing_messages,
    support::{CICHE, DEBNO, PIXEL, TestApp, Who, each},
};

/// One of each kind, by its name; with its page.
struct Fair {
    app: TestApp,
    editor: Who,
    ids: Vec<(&'static str, String, String)>,
}

impl Fair {
    async fn new() -> Self {
        let app = TestApp::start().await;
        app.institutions(
            DEBNO,
            "id,name,kind,street,building,district\nsp2,Szkoła Żurawi,PRIMARY_SCHOOL,ul. Długa,5,rynek\n",
        )
        .await;
        app.activities(DEBNO, "id,title,provider,from,slots\nb1,Balet żurawi,Dom Kultury,2026-09-01,mon 16:00-17:00\n")
            .await;
        let school = app.institution(DEBNO, "sp2").await.global();
        let editor = app.person(DEBNO, "redaktor@poczta.example", Some(Role::Editor), None).await;
        let save = "mutation($input: EntrySaveInput!) { entrySave(input: $input) { entry { id url } errors { code field message } } }";
        let mut ids = Vec::new();
        for (kind, fields) in [
            (
                "EVENT",
                json!({ "title": "Koncert żurawi", "description": "Gramy.", "institution": school, "starts": "2026-10-10T18:00", "ends": "2026-10-10T20:00", "recurrence": "FREQ=WEEKLY;COUNT=3", "price": "0" }),
            ),
            (
                "ARTICLE",
                json!({ "title": "Wiadomość żurawi", "lead": "W skrócie.", "description": "Treść.", "category": "success", "institution": school }),
            ),
            (
                "ADVICE",
                json!({ "title": "Porada żurawi", "description": "Uważaj.", "topic": "road", "institution": school }),
            ),
            (
                "DEBATE",
                json!({ "title": "Debata żurawi", "description": "Rozmawiamy.", "starts": "2026-10-20T17:00", "ends": "2026-10-20T19:00", "venue": "Ratusz" }),
            ),
        ] {
            let pictures = json!([{ "dataBase64": PIXEL, "alt": "Kropka" }]);
            let input = json!({ "kind": kind, "fields": fields, "newPictures": pictures });
            let saved = app.done_as(DEBNO, &editor, save, &json!({ "input": input })).await;
            let text = |name: &str| saved["entrySave"]["entry"][name].as_str().unwrap().to_owned();
            ids.push((kind, text("id"), text("url")));
        }
        let issue = "mutation($a: AlertIssueInput!) { alertIssue(input: $a) { alert { id url } errors { code field message } } }";
        let alert = json!({
            "severity": "SEVERE", "urgency": "IMMEDIATE", "certainty": "OBSERVED", "categories": ["MET"], "expires": "2026-09-16T10:00:00Z",
            "texts": { "pl": { "event": "Burza", "headline": "Burza żurawi", "description": "Grzmi.", "instruction": "Zostań w domu." } },
        });
        let made = app.done_as(DEBNO, &editor, issue, &json!({ "a": alert })).await["alertIssue"]["alert"].take();
        let text = |name: &str| made[name].as_str().unwrap().to_owned();
        ids.push(("ALERT", text("id"), text("url")));
        app.settle(DEBNO).await;
        Self { app, editor, ids }
    }

    fn page(&self, kind: &str) -> &str {
        &self.ids.iter().find(|(found, ..)| *found == kind).unwrap().2
    }
}

#[tokio::test]
async fn every_kind_is_found_and_suggested() {
    let fair = Fair::new().await;
    let types = "... on Event { title } ... on Article { title } ... on Advice { title } ... on Debate { title }";
    for (kind, title) in [
        ("EVENT", "Koncert żurawi"),
        ("ARTICLE", "Wiadomość żurawi"),
        ("ADVICE", "Porada żurawi"),
        ("DEBATE", "Debata żurawi"),
    ] {
        let found = fair
            .app
            .data(
                DEBNO,
                &format!(
                    "{{ search(query: \"żurawie\", kinds: [{kind}]) {{ totalCount nodes {{ __typename {types} }} }} }}"
                ),
            )
            .await;
        assert_eq!(
            (&found["search"]["totalCount"], each(&found["search"]["nodes"], "title")),
            (&json!(1), vec![title]),
            "{kind}"
        );
        let word = title.split(' ').next().unwrap().to_lowercase();
        let suggested = fair
            .app
            .data(DEBNO, &format!("{{ suggest(prefix: \"{}\") {{ text }} }}", word.chars().take(4).collect::<String>()))
            .await;
        assert!(each(&suggested["suggest"], "text").contains(&title), "{kind}: {suggested}");
    }
    let all = fair.app.data(DEBNO, "{ search(query: \"żurawie\") { totalCount nodes { __typename } } }").await;
    let mut kinds = each(&all["search"]["nodes"], "__typename");
    kinds.sort_unstable();
    for kind in ["Activity", "Advice", "Article", "Debate", "Event", "Institution"] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    for (kind, id, _) in &fair.ids {
        let node = fair.app.data(DEBNO, &format!("{{ node(id: \"{id}\") {{ id __typename }} }}")).await;
        assert_eq!(
            (&node["node"]["id"], node["node"]["__typename"].as_str().unwrap().to_uppercase()),
            (&json!(id), (*kind).to_owned())
        );
    }
}

#[tokio::test]
async fn pages_are_listed_for_machines() {
    let fair = Fair::new().await;
    let map = fair.app.get(DEBNO, "/sitemap.xml").await;
    assert_eq!(map.status, StatusCode::OK);
    // The list may be an index of lists.
    let mut listed = map.body.clone();
    for part in map.body.split("<sitemap>").skip(1) {
        let address = part.split("<loc>").nth(1).unwrap().split("</loc>").next().unwrap();
        let path = address.splitn(4, '/').nth(3).unwrap().replace("&amp;", "&");
        listed.push_str(&fair.app.get(DEBNO, &format!("/{path}")).await.body);
    }
    for path in ["/wydarzenia<", "/aktualnosci<", "/bezpieczni<", "/debaty<", "/en/wydarzenia<"] {
        assert!(listed.contains(path), "{path} is not listed");
    }
    for (kind, _, url) in fair.ids.iter().filter(|(kind, ..)| *kind != "ALERT") {
        assert!(listed.contains(&format!("{url}<")), "{kind} is not listed: {url}");
    }
    for private in ["/pulpit", "/konto"] {
        assert!(!listed.contains(private), "{private}");
    }
}

#[tokio::test]
async fn pages_tell_programs_what_they_are_about() {
    let fair = Fair::new().await;
    let institution = fair.app.data(DEBNO, "{ institutions { nodes { url } } activities { nodes { url } } }").await;
    let institution_url = institution["institutions"]["nodes"][0]["url"].as_str().unwrap();
    let activity_url = institution["activities"]["nodes"][0]["url"].as_str().unwrap();
    for lang in ["", "/en", "/uk"] {
        let page = async |path: &str| fair.app.get(DEBNO, &format!("{lang}{path}")).await;
        let event = page(fair.page("EVENT")).await.thing("Event");
        assert_eq!(event["name"], "Koncert żurawi");
        let starts: chrono::DateTime<chrono::Utc> = event["startDate"].as_str().unwrap().parse().unwrap();
        assert_eq!(starts.to_rfc3339(), "2026-10-10T16:00:00+00:00");
        assert!(
            event["organizer"].to_string().contains("Szkoła Żurawi")
                && event["url"].as_str().unwrap().starts_with("http"),
            "{event}"
        );
        let article = page(fair.page("ARTICLE")).await.thing("NewsArticle");
        assert_eq!(article["headline"], "Wiadomość żurawi");
        assert!(article["datePublished"].is_string() && article["image"].to_string().contains("/media/"), "{article}");
        let alert = page(fair.page("ALERT")).await.thing("SpecialAnnouncement");
        assert!(
            alert.to_string().contains("Burza żurawi")
                && alert["datePosted"].is_string()
                && alert["expires"].is_string(),
            "{alert}"
        );
        assert_eq!(
            page(institution_url).await.structured().iter().filter(|thing| thing["name"] == "Szkoła Żurawi").count(),
            1
        );
        assert_eq!(page(activity_url).await.thing("Course")["name"], "Balet żurawi");
        for path in ["/", "/wydarzenia", "/aktualnosci", "/bezpieczni", "/debaty", fair.page("ADVICE")] {
            let path = if path == "/" && !lang.is_empty() { "" } else { path };
            let page = page(path).await;
            assert_eq!(page.status, StatusCode::OK, "{lang}{path}");
            for thing in page.structured() {
                assert!(
                    thing["@context"].as_str().is_some_and(|context| context.contains("schema.org")),
                    "{lang}{path}: {thing}"
                );
            }
        }
    }
    let institution = fair.app.get(DEBNO, institution_url).await.structured();
    let type_ = institution.iter().find(|thing| thing["name"] == "Szkoła Żurawi").unwrap()["@type"].to_string();
    assert!(type_.contains("EducationalOrganization") || type_.contains("School"), "{type_}");
    let debate = fair.app.get(DEBNO, fair.page("DEBATE")).await.thing("Event");
    assert_eq!(debate["name"], "Debata żurawi");
}

#[tokio::test]
async fn every_page_of_town_renders_in_every_language() {
    let fair = Fair::new().await;
    let id = |kind: &str| fair.ids.iter().find(|(found, ..)| *found == kind).unwrap().1.as_str();
    let school = fair.app.institution(DEBNO, "sp2").await.global();
    let public = [
        "/wydarzenia?q=koncert&free=1&weekend=1&audience=PARENTS&levels=ADULT&place=Rynek&radius=3000".to_owned(),
        "/wydarzenia?q=nicniema&age=osiem&from=jutro&place=Atlantyda&after=zzz".to_owned(),
        "/wydarzenia/kalendarz/2026-10".to_owned(),
        "/wydarzenia/kalendarz/2026-09?free=1".to_owned(),
        "/wydarzenia/tydzien/2026-10-10".to_owned(),
        format!("/wydarzenia?institution={school}"),
        "/aktualnosci?q=żurawie&categories=SUCCESS".to_owned(),
        format!("/aktualnosci?institution={school}"),
        "/bezpieczni?q=żurawie&topics=ROAD&seasons=WINTER".to_owned(),
        "/bezpieczni/ostrzezenia".to_owned(),
        "/debaty".to_owned(),
        "/debaty/odpowiedzi".to_owned(),
        "/debaty/link/zgadywany".to_owned(),
        format!("/debaty/{}/x/pytanie", id("DEBATE")),
        "/szukaj?q=żurawie".to_owned(),
    ];
    let editors = [
        "/pulpit".to_owned(),
        "/konto/wydarzenia".to_owned(),
        "/zaproponuj".to_owned(),
        "/zaproponuj/wpis/wydarzenia".to_owned(),
        "/zaproponuj/wpis/aktualnosci".to_owned(),
        "/zaproponuj/wpis/porady".to_owned(),
        "/pulpit/nowy/wydarzenia".to_owned(),
        "/pulpit/nowy/aktualnosci".to_owned(),
        "/pulpit/nowy/porady".to_owned(),
        "/pulpit/nowy/debaty".to_owned(),
        format!("/pulpit/wpisy/{school}"),
        format!("/pulpit/wpisy/{school}/nowy/wydarzenia"),
        format!("/pulpit/kalendarze/{school}"),
        "/pulpit/wydarzenia/zbieznosci".to_owned(),
        format!("/pulpit/wydarzenia/{}/uczestnicy", id("EVENT")),
        format!("/pulpit/wydarzenia/{}/wspolne", id("EVENT")),
        "/pulpit/ostrzezenia".to_owned(),
        "/pulpit/ostrzezenia/nowe".to_owned(),
        "/pulpit/ostrzezenia/prawa".to_owned(),
        format!("/pulpit/ostrzezenia/{}", id("ALERT")),
        format!("/pulpit/debaty/{}", id("DEBATE")),
        format!("/pulpit/debaty/{}/druk", id("DEBATE")),
        format!("/pulpit/wpis/{}", id("EVENT")),
        format!("/pulpit/wpis/{}", id("ARTICLE")),
        format!("/pulpit/wpis/{}", id("ADVICE")),
        format!("/pulpit/wpis/{}", id("DEBATE")),
        format!("/pulpit/wpis/{}/historia", id("EVENT")),
    ];
    let shown = fair.ids.iter().map(|(.., url)| url);
    let nobody = Who::nobody();
    let all =
        public.iter().chain(shown).map(|path| (&nobody, path)).chain(editors.iter().map(|path| (&fair.editor, path)));
    let mut faults = Vec::new();
    for (who, path) in all {
        for prefix in ["", "/en", "/uk"] {
            let page = fair.app.get_as(DEBNO, who, &format!("{prefix}{path}")).await;
            let missing = missing_messages(&page.body);
            let inline = page.body.contains("style=\"") || page.body.contains("onclick");
            if page.status != StatusCode::OK || !missing.is_empty() || inline {
                faults.push(format!("{prefix}{path}: {}, {missing:?}, inline code: {inline}", page.status));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn feeds_are_asked_again_for_little() {
    let fair = Fair::new().await;
    let id = |kind: &str| fair.ids.iter().find(|(found, ..)| *found == kind).unwrap().1.clone();
    for (path, media_type) in [
        ("/feeds/events.ics".to_owned(), "text/calendar; charset=utf-8"),
        (format!("/feeds/event/{}.ics", id("EVENT")), "text/calendar; charset=utf-8"),
        ("/feeds/events.atom".to_owned(), "application/atom+xml"),
        ("/feeds/news.atom".to_owned(), "application/atom+xml"),
        ("/feeds/alerts.cap.atom".to_owned(), "application/atom+xml"),
        (format!("/feeds/alerts/{}.xml", id("ALERT")), "application/cap+xml"),
    ] {
        let feed = fair.app.get(DEBNO, &path).await;
        assert_eq!(feed.status, StatusCode::OK, "{path}");
        assert!(feed.header("content-type").starts_with(media_type), "{path}: {}", feed.header("content-type"));
        assert!(feed.header("cache-control").starts_with("public") && feed.body.contains("żurawi"), "{path}");
        let request = axum::http::Request::get(&path)
            .header("host", "debno.localhost")
            .header("if-none-match", feed.header("etag"));
        let again = fair.app.send(request.body(axum::body::Body::empty()).unwrap(), "127.0.0.1").await;
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
        assert_eq!(fair.app.get(crate::support::GOLENIOW, &path).await.body.matches("żurawi").count(), 0, "{path}");
    }
    for path in [
        "/feeds/nic.ics",
        "/feeds/event/evt_00000000000000000000000000.ics",
        "/feeds/alerts/alr_00000000000000000000000000.xml",
        "/feeds/",
    ] {
        assert_eq!(fair.app.get(DEBNO, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn what_its_people_take_down_is_gone_everywhere() {
    let fair = Fair::new().await;
    let archive = "mutation($id: ID!) { entryArchive(input: { id: $id, reason: \"Odwołane\" }) { entry { state } errors { code } } }";
    for (kind, id, url) in fair.ids.iter().filter(|(kind, ..)| *kind != "ALERT") {
        assert_eq!(fair.app.get(DEBNO, url).await.status, StatusCode::OK, "{kind}");
        let done = fair.app.done_as(DEBNO, &fair.editor, archive, &json!({ "id": id })).await;
        assert_eq!(done["entryArchive"]["entry"]["state"], "ARCHIVED");
        assert_eq!(fair.app.get(DEBNO, url).await.status, StatusCode::NOT_FOUND, "{kind}");
        let node = fair.app.data(DEBNO, &format!("{{ node(id: \"{id}\") {{ id }} }}")).await;
        assert_eq!(node["node"], Value::Null, "{kind}");
    }
    let none = fair.app.data(DEBNO, "{ search(query: \"żurawie\", kinds: [EVENT, ARTICLE, ADVICE, DEBATE]) { totalCount } events { totalCount } news { totalCount } advice { totalCount } debates { totalCount } }").await;
    for field in ["search", "events", "news", "advice", "debates"] {
        assert_eq!(none[field]["totalCount"], 0, "{field}");
    }
    for path in
        ["/feeds/events.ics", "/feeds/events.atom", "/feeds/news.atom", "/wydarzenia", "/aktualnosci", "/debaty"]
    {
        assert!(!fair.app.get(DEBNO, path).await.body.contains("Koncert żurawi"), "{path}");
    }
    let restore = "mutation($id: ID!) { entryRestore(input: { id: $id }) { entry { state } errors { code } } }";
    for (kind, id, url) in fair.ids.iter().filter(|(kind, ..)| *kind != "ALERT") {
        fair.app.done_as(DEBNO, &fair.editor, restore, &json!({ "id": id })).await;
        assert_eq!(fair.app.get(DEBNO, url).await.status, StatusCode::OK, "{kind}");
    }
}

#[tokio::test]
async fn a_city_with_the_modules_off_knows_nothing_of_them() {
    let app = TestApp::start().await;
    app.institutions(CICHE, "id,name,kind\n1,Biblioteka,LIBRARY\n").await;
    for query in [
        "{ events { totalCount } }",
        "{ event(id: \"x\") { id } }",
        "{ calendar(from: \"2026-09-01\", until: \"2026-09-30\") { total } }",
        "{ schoolYear(from: \"2026-09-01\", until: \"2026-09-30\") { name } }",
        "{ news { totalCount } }",
        "{ article(id: \"x\") { id } }",
        "{ advice { totalCount } }",
        "{ alerts { totalCount } }",
        "{ activeAlerts { headline } }",
        "{ debates { totalCount } }",
        "{ question(id: \"x\") { id } }",
        "{ institutions { nodes { events { totalCount } } } }",
        "{ institutions { nodes { news { totalCount } } } }",
        "{ institutions { nodes { canAlert } } }",
        "{ search(query: \"x\", kinds: [EVENT]) { totalCount } }",
        "{ search(query: \"x\", kinds: [ARTICLE]) { totalCount } }",
        "{ search(query: \"x\", kinds: [ADVICE]) { totalCount } }",
        "{ search(query: \"x\", kinds: [DEBATE]) { totalCount } }",
        "{ node(id: \"x\") { ... on Event { id } } }",
        "{ viewer { id } events { totalCount } }",
    ] {
        assert_eq!(app.code(CICHE, query).await, "GRAPHQL_VALIDATION_FAILED", "{query}");
        assert!(app.gql(DEBNO, query).await.get("errors").is_none(), "{query}");
    }
    let (on, off) =
        (app.get(DEBNO, "/graphql/schema.graphql").await.body, app.get(CICHE, "/graphql/schema.graphql").await.body);
    for word in [
        "type Event ",
        "Occurrence",
        "SignUp",
        "FamilyCalendar",
        "CalendarSource",
        "SchoolDays",
        "Article",
        "NewsFilter",
        "Alert",
        "Advice",
        "Debate",
        "Question",
        "EVENT",
        "ARTICLE",
        "recurrence",
        "allDay",
        "publishAt",
        "seasons",
        "questionsOpen",
    ] {
        assert!(on.contains(word), "{word}");
        assert!(!off.contains(word), "{word} is known");
    }
    let paths = [
        "/wydarzenia",
        "/wydarzenia/tydzien/2026-09-15",
        "/wydarzenia/kalendarz/2026-09",
        "/aktualnosci",
        "/bezpieczni",
        "/bezpieczni/pasek",
        "/bezpieczni/ostrzezenia",
        "/debaty",
        "/feeds/events.ics",
        "/feeds/events.atom",
        "/feeds/news.atom",
        "/feeds/alerts.cap.atom",
        "/feeds/alerts/x.xml",
        "/feeds/event/x.ics",
        "/feeds/family/x.ics",
        "/konto/wydarzenia",
        "/pulpit/ostrzezenia",
        "/pulpit/debaty/x",
        "/zaproponuj",
        "/zaproponuj/wpis/wydarzenia",
        "/sitemap-events.xml",
    ];
    for path in paths {
        assert_eq!(app.get(CICHE, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let map = app.get(CICHE, "/sitemap.xml").await.body;
    let home = app.get(CICHE, "/").await.body;
    let place = app.data(CICHE, "{ institutions { nodes { url } } }").await["institutions"]["nodes"][0]["url"]
        .as_str()
        .unwrap()
        .to_owned();
    let place = app.get(CICHE, &place).await.body;
    for word in ["wydarzenia", "aktualnosci", "bezpieczni", "debaty", "/feeds/"] {
        for (what, text) in [("the map", &map), ("home", &home), ("an institution", &place)] {
            assert!(!text.contains(word), "{what} knows {word}");
        }
    }
    // Nor does anybody's desk or account, once they sign in; and what is done from time to time is not done.
    let editor = app.person(CICHE, "redaktor@poczta.example", Some(Role::Editor), None).await;
    let account = app.get_as(CICHE, &editor, "/konto").await;
    for word in ["wydarzenia", "aktualnosci", "bezpieczni", "debaty", "/konto/wydarzenia"] {
        assert!(!account.body.contains(word), "the account knows {word}");
    }
    app.clock.advance(Duration::days(1));
    app.work(CICHE).await;
    // A city with the desk alone offers no forms of kinds that it does not have.
    let folder = crate::support::declare(app.folder.path(), "cicho", "Cicho", "2804032", "[\"editorial\"]");
    let declaration = kernel::tenancy::read_folder(&folder, tablica::modules::SWITCHABLE).unwrap();
    app.app.registry.apply(&declaration, false).await.unwrap();
    app.app.registry.refresh().await.unwrap();
    app.institutions("cicho", "id,name,kind\n1,Biblioteka,LIBRARY\n").await;
    let editor = app.person("cicho", "redaktor@poczta.example", Some(Role::Editor), None).await;
    for path in ["/pulpit", "/zaproponuj"] {
        let page = app.get_as("cicho", &editor, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        for word in [
            "EVENT",
            "ARTICLE",
            "ADVICE",
            "DEBATE",
            "ACTIVITY",
            "/wydarzenia",
            "/aktualnosci",
            "/bezpieczni",
            "/debaty",
        ] {
            assert!(!page.body.contains(word), "{path} knows {word}");
        }
    }
    let sdl = app.get("cicho", "/graphql/schema.graphql").await.body;
    for word in ["EVENT", "ARTICLE", "ADVICE", "DEBATE", "recurrence"] {
        assert!(!sdl.contains(word), "the desk knows {word}");
    }
}
