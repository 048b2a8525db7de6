//! News on SQLite and (with `TABLICA_TEST_DATABASE_URL`) on PostgreSQL: when articles are seen, where they stand, and what
//! reaches readers and feeds.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::BufReader;

use atom_syndication::Feed;
use kernel::{access::Role, entry::State, history, scope::Actor};
use news::{ArticleId, ENTITY, ENTRIES, service};
use search_index::{Query, Reading};
use serde_json::json;
use uuid::Uuid;

use support::{City, fields, person};

async fn state(city: &City, id: Uuid) -> State {
    (ENTRIES.load)(&city.system(), vec![id]).await.unwrap().pop().unwrap().state
}

async fn set_state(city: &City, id: Uuid, state: State) {
    let scope = city.system();
    let mut tx = scope.begin().await.unwrap();
    (ENTRIES.set_state.unwrap())(&mut tx, id, state, None).await.unwrap();
    tx.commit().await.unwrap();
    scope.settle().await.unwrap();
}

/// What history calls the changes of an article, the newest first.
async fn actions(city: &City, id: Uuid) -> Vec<String> {
    let revisions = history::of(&city.system(), ENTITY, id, 100).await.unwrap();
    revisions.into_iter().map(|revision| revision.action).collect()
}

/// How many articles the index finds by a word.
async fn indexed(city: &City, word: &str) -> usize {
    let scope = city.system();
    scope.settle().await.unwrap();
    let snapshot = scope.snapshot().await.unwrap();
    let meaning = snapshot.understand(word, Reading::Wish);
    let query = Query { meaning, kinds: vec![news::KIND], first: 10, now: scope.now().timestamp(), ..Query::default() };
    snapshot.reader().search(&query).unwrap().hits.len()
}

async fn is_shown(city: &City, id: Uuid) -> bool {
    let data = city.ask("query ($id: ID!) { article(id: $id) { id } }", json!({ "id": ArticleId(id).global() })).await;
    !data["article"].is_null()
}

#[tokio::test]
async fn an_article_is_seen_from_its_moment_to_its_moment_however_late_the_work_is() {
    let city = City::start().await;
    let id = city
        .write(
            Actor::System,
            &[
                ("title", "Ruszają półkolonie"),
                ("description", "Zapisy w sekretariacie."),
                ("publish_at", "2026-12-05T16:00"),
                ("withdraw_at", "2026-12-20T12:00"),
            ],
        )
        .await;
    assert_eq!(state(&city, id).await, State::Scheduled);
    for (moment, seen) in [
        ("2026-12-05T14:59:59.999999Z", false),
        ("2026-12-05T15:00:00Z", true),
        ("2026-12-20T10:59:59.999999Z", true),
        ("2026-12-20T11:00:00Z", false),
    ] {
        city.at(moment);
        assert_eq!(is_shown(&city, id).await, seen, "{moment}");
        assert_eq!(city.titles("").await.len(), usize::from(seen), "{moment}");
        assert_eq!(city.feed(&[]).await.is_some_and(|feed| contains(&feed, "Ruszają")), seen, "{moment}");
        assert_eq!(indexed(&city, "półkolonie").await, 0, "it is not found before the work is done");
    }
    city.at("2026-12-05T15:00:30Z");
    for expected in [1, 0] {
        assert_eq!(service::follow_schedule(&city.system()).await.unwrap(), expected);
    }
    assert_eq!(state(&city, id).await, State::Published);
    assert_eq!(indexed(&city, "półkolonii").await, 1);
    assert_eq!(city.titles("(query: \"półkolonie\")").await, ["Ruszają półkolonie"]);
    city.at("2026-12-20T11:00:00Z");
    assert_eq!(indexed(&city, "półkolonie").await, 0, "nor after its moment");
    assert_eq!(city.titles("(query: \"półkolonie\")").await.len(), 0);
    for expected in [1, 0] {
        assert_eq!(service::follow_schedule(&city.system()).await.unwrap(), expected);
    }
    assert_eq!(state(&city, id).await, State::Archived);
    assert_eq!(actions(&city, id).await, ["withdraw", "publish", "create"]);
    // Who shows it again does not want it to vanish in a minute.
    set_state(&city, id, State::Published).await;
    assert!(is_shown(&city, id).await);
    assert_eq!(service::follow_schedule(&city.system()).await.unwrap(), 0);
}

#[tokio::test]
async fn many_are_published_at_once_and_others_stay() {
    let city = City::start().await;
    for number in 0..230 {
        let title = format!("Wiadomość {number}");
        let moment = if number % 23 == 0 { "2026-12-24" } else { "2026-12-02" };
        city.write(Actor::System, &[("title", &title), ("lead", "Tak."), ("publish_at", moment)]).await;
    }
    let archived = city.write(Actor::System, &[("title", "Nie"), ("lead", "Nie."), ("publish_at", "2026-12-02")]).await;
    set_state(&city, archived, State::Archived).await;
    city.at("2026-12-02T12:00:00Z");
    assert_eq!(service::follow_schedule(&city.system()).await.unwrap(), 220);
    assert_eq!(service::follow_schedule(&city.system()).await.unwrap(), 0);
    assert_eq!(state(&city, archived).await, State::Archived);
    let data = city.ask("{ news(first: 1) { totalCount } }", json!({})).await;
    assert_eq!(data["news"]["totalCount"], 220);
}

#[tokio::test]
async fn changes_move_an_article_in_time_and_history_tells_it() {
    let city = City::start().await;
    let id = city.write(Actor::System, &[("title", "Dziś"), ("lead", "Tak.")]).await;
    let published = "{ news { nodes { publishedAt } } }";
    let told = city.ask(published, json!({})).await["news"]["nodes"][0]["publishedAt"].clone();
    assert_eq!(told, "2026-12-01T11:00:00+00:00");
    city.pass(60);
    city.rewrite(Actor::System, id, &[("title", "Dziś"), ("lead", "Tak!")]).await;
    assert_eq!(
        city.ask(published, json!({})).await["news"]["nodes"][0]["publishedAt"],
        told,
        "a change is no new article"
    );
    city.rewrite(Actor::System, id, &[("title", "Dziś"), ("lead", "Tak!"), ("publish_at", "2026-12-03")]).await;
    assert_eq!((state(&city, id).await, city.titles("").await.len()), (State::Scheduled, 0));
    city.rewrite(Actor::System, id, &[("title", "Dziś"), ("lead", "Tak!")]).await;
    assert_eq!(state(&city, id).await, State::Published);
    assert_eq!(city.ask(published, json!({})).await["news"]["nodes"][0]["publishedAt"], "2026-12-01T12:00:00+00:00");
    set_state(&city, id, State::Archived).await;
    city.rewrite(Actor::System, id, &[("title", "Jutro"), ("lead", "Tak!")]).await;
    assert_eq!(state(&city, id).await, State::Archived, "what was put away stays so");
    city.rewrite(Actor::System, id, &[("title", "Jutro"), ("lead", "Tak!")]).await;
    assert_eq!(actions(&city, id).await, ["update", "archive", "update", "update", "update", "create"]);
    let scope = city.system();
    let check = async |before: Option<&[(&str, &str)]>, now: &[(&str, &str)]| {
        let before = before.map(fields);
        let problems = (ENTRIES.check)(&scope, &fields(now), before.as_ref()).await.unwrap();
        problems.into_iter().map(|problem| problem.kind.0).collect::<Vec<_>>()
    };
    let late = [("title", "A"), ("lead", "B"), ("withdraw_at", "2026-11-01"), ("pinned_until", "2026-11-30")];
    assert_eq!(check(None, &late).await, ["refusal-article-withdrawn-already", "refusal-article-pinned"]);
    assert_eq!(check(Some(&late), &late).await, [""; 0], "what is said already may stay");
    let strange = [("title", "A"), ("lead", "B"), ("institution", "inst_x")];
    assert_eq!(check(None, &strange).await, ["refusal-field-institution"]);
    assert_eq!(city.try_write(Actor::System, &strange).await.unwrap_err(), ["refusal-field-institution"]);
}

#[tokio::test]
async fn what_is_pinned_stands_first_on_the_pages_of_who_pinned_it() {
    let city = City::start().await;
    let (one, two) = (city.school("s1").await, city.school("s2").await);
    let [manager, editor] = [person(1, Role::Manager, Some(one)), person(2, Role::Editor, None)];
    let (first, second) = (one.global(), two.global());
    let article = async |actor: &Actor, title: &str, institution: &str, pinned: bool| {
        city.pass(1);
        let mut pairs = vec![("title", title), ("lead", "Tak."), ("institution", institution)];
        pairs.extend(pinned.then_some(("pinned_until", "2026-12-03")));
        city.write(actor.clone(), &pairs).await
    };
    let pinned = article(&manager, "Przypięta przez szkołę", &first, true).await;
    article(&editor, "Przypięta przez redakcję", &first, true).await;
    article(&editor, "Drugiej szkoły", &second, false).await;
    city.pass(1);
    city.write(editor.clone(), &[("title", "Miasta"), ("lead", "Tak."), ("pinned_until", "2026-12-03")]).await;
    article(&manager, "Najnowsza", &first, false).await;
    let in_city = ["Miasta", "Przypięta przez redakcję", "Najnowsza", "Drugiej szkoły", "Przypięta przez szkołę"];
    assert_eq!(city.titles("").await, in_city);
    let at_school = ["Przypięta przez redakcję", "Przypięta przez szkołę", "Najnowsza"];
    let of_school = format!("(filter: {{ institution: \"{first}\" }})");
    assert_eq!(city.titles(&of_school).await, at_school);
    let document = "query ($id: ID!) { institution(id: $id) { news { totalCount nodes { title isPinned } } } }";
    let data = city.ask(document, json!({ "id": first })).await;
    let news = &data["institution"]["news"];
    assert_eq!(news["totalCount"], 3);
    let pins: Vec<_> =
        news["nodes"].as_array().unwrap().iter().map(|node| node["isPinned"].as_bool().unwrap()).collect();
    assert_eq!(pins, [true, true, false]);
    assert_eq!(city.titles("(filter: { pinned: true })").await, in_city[..2]);
    assert_eq!(city.titles("(filter: { pinned: false })").await, in_city[2..]);
    // A manager who changes an editor's pin takes it off the city's pages; one who leaves it does not.
    let same = [
        ("title", "Przypięta przez szkołę"),
        ("lead", "Nie."),
        ("institution", &first),
        ("pinned_until", "2026-12-03"),
    ];
    city.rewrite(editor.clone(), pinned, &same).await;
    assert_eq!(city.titles("(filter: { pinned: true })").await.len(), 2, "the day is the same: nobody pinned it anew");
    city.rewrite(editor, pinned, &[&same[..3], &[("pinned_until", "2026-12-04")]].concat()).await;
    city.rewrite(
        manager.clone(),
        pinned,
        &[&same[..1], &same[2..3], &[("lead", "Tak."), ("pinned_until", "2026-12-04")]].concat(),
    )
    .await;
    assert_eq!(city.titles("(filter: { pinned: true })").await.len(), 3);
    city.rewrite(manager, pinned, &[&same[..3], &[("pinned_until", "2026-12-05")]].concat()).await;
    assert_eq!(city.titles("(filter: { pinned: true })").await.len(), 2);
    city.at("2026-12-03T22:59:59Z");
    assert_eq!(city.titles("").await[..2], in_city[..2]);
    city.at("2026-12-03T23:00:00Z");
    assert_eq!(
        city.titles("").await,
        [in_city[2], in_city[0], in_city[3], in_city[1], in_city[4]],
        "in Poland it is the 4th"
    );
}

#[tokio::test]
async fn lists_are_narrowed_counted_and_turned_page_by_page() {
    let city = City::start().await;
    let school = city.school("s1").await.global();
    for (day, title, category, more) in [
        (
            1,
            "Turniej szachowy",
            "sport",
            &[("interests", "chess"), ("audience", "pupils"), ("institution", &*school)][..],
        ),
        (2, "Wywiadówka", "announcement", &[("audience", "parents"), ("district", "pogodno")]),
        (3, "Dni otwarte", "admissions", &[("audience", "parents|pupils"), ("provider", "Liceum prywatne")]),
        (4, "Sukces w konkursie szachowym", "success", &[("interests", "chess"), ("tags", "mistrzostwa")]),
        (5, "Dla wszystkich", "announcement", &[("audience", "everybody")]),
    ] {
        city.at(&format!("2026-12-0{day}T09:00:00Z"));
        let pairs = [&[("title", title), ("lead", "Tak."), ("category", category)], more].concat();
        city.write(Actor::System, &pairs).await;
    }
    let newest = ["Dla wszystkich", "Sukces w konkursie szachowym", "Dni otwarte", "Wywiadówka", "Turniej szachowy"];
    assert_eq!(city.titles("").await, newest);
    for (filter, expected) in [
        ("categories: [SPORT, ADMISSIONS]", &[newest[2], newest[4]][..]),
        ("categories: []", &newest),
        ("audience: [PARENTS]", &[newest[0], newest[1], newest[2], newest[3]]),
        ("interests: [\"chess\"]", &[newest[1], newest[4]]),
        ("districts: [\"rynek\"]", &[newest[4]]),
        ("districts: [\"pogodno\"]", &[newest[3]]),
        ("since: \"2026-12-02\", until: \"2026-12-03\"", &[newest[2], newest[3]]),
        ("until: \"2026-11-30\"", &[]),
        ("categories: [SUCCESS], audience: [PUPILS], interests: [\"chess\"]", &[newest[1]]),
    ] {
        assert_eq!(city.titles(&format!("(filter: {{ {filter} }})")).await, expected, "{filter}");
    }
    for (text, expected) in [
        ("szachy", &[newest[4], newest[1]][..]),
        ("mistrzostwa", &[newest[1]]),
        ("liceum prywatne", &[newest[2]]),
        ("wywiadówkę", &[newest[3]]),
        ("Szkoła Podstawowa nr 1", &[newest[4]]),
    ] {
        let mut found = city.titles(&format!("(query: \"{text}\")")).await;
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }
    assert_eq!(city.titles("(query: \"szachy\", filter: { categories: [SUCCESS] })").await, [newest[1]]);
    let facets = "{ news(filter: { categories: [SPORT] }) { totalCount facets { categories { value label count } } } }";
    let data = city.ask(facets, json!({})).await;
    assert_eq!(data["news"]["totalCount"], 1);
    assert_eq!(
        data["news"]["facets"]["categories"][0],
        json!({ "value": "ANNOUNCEMENT", "label": "ogłoszenie", "count": 2 })
    );
    assert_eq!(data["news"]["facets"]["categories"].as_array().unwrap().len(), 4);
    for query in ["null", "\"szachy\""] {
        let all = city.titles(&format!("(query: {query})")).await;
        let (mut after, mut turned) = (None::<String>, Vec::new());
        loop {
            let document = format!(
                "query ($after: String) {{ news(query: {query}, first: 1, after: $after) {{
                    edges {{ cursor node {{ title }} }} pageInfo {{ hasNextPage endCursor hasPreviousPage }} }} }}"
            );
            let data = city.ask(&document, json!({ "after": after })).await;
            let news = &data["news"];
            assert_eq!(news["pageInfo"]["hasPreviousPage"], after.is_some());
            turned.push(news["edges"][0]["node"]["title"].as_str().unwrap().to_owned());
            after = news["pageInfo"]["endCursor"].as_str().map(str::to_owned);
            if news["pageInfo"]["hasNextPage"] == false {
                break;
            }
            // What is published meanwhile moves nothing on the pages that follow.
            if turned.len() == 1 && query == "null" {
                city.pass(1);
                city.write(Actor::System, &[("title", "Nowa"), ("lead", "Tak.")]).await;
            }
        }
        assert_eq!(turned, all);
    }
    for bad in ["after: \"x\"", "after: \"7\"", "first: 0", "first: 101", "filter: { institution: \"x\" }"] {
        let response = city.asked(&format!("{{ news({bad}) {{ totalCount }} }}"), json!({})).await;
        assert_eq!(response.errors.len(), 1, "{bad}");
    }
}

#[tokio::test]
async fn hostile_texts_reach_nobody() {
    let city = City::start().await;
    let hostile = "<script>alert(1)</script>\n\n[klik](javascript:alert(2)) [dane](data:text/html,x) \
        [vb](VBSCRIPT:x) [względny](//evil.example)\n\n![obraz](https://evil.example/pixel.png)\n\n\
        <img src=x onerror=alert(3)><iframe src=https://evil.example></iframe><a href=\" javascript:x\">a</a>\n\n\
        <style>*{}</style><form action=https://evil.example><input></form>&#1;\n\n**dobre** [dobry](https://example.org)";
    let title = "<b onclick=x>Tytuł</b> & \"cudzysłów\" ]]>";
    let id =
        city.write(Actor::System, &[("title", title), ("lead", "<script>x</script>"), ("description", hostile)]).await;
    let document = "query ($id: ID!) { article(id: $id) { title lead summary descriptionHtml url } }";
    let article = &city.ask(document, json!({ "id": ArticleId(id).global() })).await["article"];
    assert_eq!(
        (&article["title"], &article["lead"]),
        (&title.into(), &"<script>x</script>".into()),
        "plain text stays plain"
    );
    let html = article["descriptionHtml"].as_str().unwrap();
    assert!(html.contains("<strong>dobre</strong>") && html.contains("href=\"https://example.org\""), "{html}");
    let feed = city.feed(&[]).await.unwrap();
    let read = Feed::read_from(BufReader::new(&feed[..])).unwrap();
    let content = read.entries()[0].content().unwrap().value().unwrap();
    assert_eq!(read.entries()[0].title().value, title);
    for text in [html, content] {
        for bad in [
            "<script",
            "javascript",
            "data:text",
            "VBSCRIPT",
            "vbscript",
            "evil",
            "<img",
            "<iframe",
            "onerror",
            "<style",
            "<form",
            "<input",
        ] {
            assert!(!text.contains(bad), "{bad}: {text}");
        }
    }
    assert!(!contains(&feed, "<script") && !contains(&feed, "<b onclick") && !contains(&feed, "\u{1}"));
}

#[tokio::test]
async fn the_feed_tells_all_that_a_reader_needs() {
    let city = City::start().await;
    let school = city.school("s1").await;
    let manager = person(1, Role::Manager, Some(school));
    let scope = city.scope(manager.clone());
    let file = media::service::upload_file(&scope, "a;b\n".into(), "Wyniki ż.csv").await.unwrap();
    let picture = media::service::upload(&scope, png(), "Szachownica").await.unwrap();
    let id = city
        .write(
            manager,
            &[
                ("title", "Wyniki turnieju"),
                ("lead", "Wygrała Ala."),
                ("description", "Wszystkie *wyniki* w tabeli."),
                ("category", "sport"),
                ("institution", &school.global()),
                ("source_url", "https://example.org/turniej"),
                ("pictures", &picture.id.global()),
                ("files", &file.id.global()),
            ],
        )
        .await;
    city.pass(1);
    city.write(Actor::System, &[("title", "Od miasta"), ("lead", "Tak.")]).await;
    city.write(Actor::System, &[("title", "Od rodziców"), ("lead", "Tak."), ("provider", "Rada Rodziców")]).await;
    let read = async |query: &[(&str, &str)]| {
        let bytes = city.feed(query).await.unwrap();
        Feed::read_from(BufReader::new(&bytes[..])).unwrap()
    };
    let feed = read(&[]).await;
    assert_eq!((feed.title().value.as_str(), feed.lang()), ("Aktualności – Dębno", Some("pl")));
    assert_eq!(feed.id(), "http://debno.localhost:8080/feeds/news.atom");
    assert_eq!(feed.updated().to_rfc3339(), "2026-12-01T11:01:00+00:00");
    let authors: Vec<_> = feed.entries().iter().map(|entry| entry.authors()[0].name()).collect();
    assert_eq!(authors, ["Rada Rodziców", "Dębno", "Szkoła Podstawowa nr 1"]);
    let entry = &feed.entries()[2];
    assert_eq!(entry.id(), format!("urn:uuid:{id}"));
    assert_eq!(entry.published().unwrap().to_rfc3339(), "2026-12-01T11:00:00+00:00");
    assert_eq!(entry.summary().unwrap().value, "Wygrała Ala.");
    assert_eq!(entry.content().unwrap().value(), Some("<p>Wszystkie <em>wyniki</em> w tabeli.</p>\n"));
    assert_eq!((entry.categories()[0].term(), entry.categories()[0].label()), ("sport", Some("sport")));
    let links: Vec<_> =
        entry.links().iter().map(|link| (link.rel(), link.href(), link.mime_type(), link.length())).collect();
    let base = "http://debno.localhost:8080";
    let page = format!("{base}/aktualnosci/{}/wyniki-turnieju", ArticleId(id).global());
    let (shown, saved) = (format!("{base}{}", picture.path()), format!("{base}{}", file.path()));
    assert!(saved.ends_with("/Wyniki%20%C5%BC.csv"), "{saved}");
    assert_eq!(
        links,
        [
            ("alternate", page.as_str(), Some("text/html"), None),
            ("via", "https://example.org/turniej", None, None),
            ("enclosure", &shown, Some("image/jpeg"), None),
            ("enclosure", &saved, Some("text/csv"), Some("4")),
        ]
    );
    let narrowed = read(&[("categories", "SPORT"), ("categories", "NONSENSE"), ("q", "turniej & <ż>")]).await;
    assert_eq!(narrowed.entries().len(), 1);
    let address = "http://debno.localhost:8080/feeds/news.atom?q=turniej%20%26%20%3C%C5%BC%3E&categories=SPORT&categories=NONSENSE";
    assert_eq!((narrowed.id(), narrowed.links()[0].href()), (address, address));
    let own = read(&[("institution", &school.global())]).await;
    assert_eq!((own.title().value.as_str(), own.entries().len()), ("Aktualności: Szkoła Podstawowa nr 1", 1));
    assert_eq!(read(&[("audience", "parents")]).await.entries().len(), 3);
    assert_eq!(read(&[("categories", "health")]).await.entries().len(), 0);
    for unknown in ["x", &directory::InstitutionId(Uuid::from_u128(7)).global()] {
        assert_eq!(city.feed(&[("institution", unknown)]).await, None, "{unknown}");
    }
    for number in 0..60 {
        city.write(Actor::System, &[("title", &format!("Nr {number}")), ("lead", "Tak.")]).await;
    }
    assert_eq!(read(&[]).await.entries().len(), 50);
}

#[tokio::test]
async fn pictures_and_files_belong_to_the_article_that_shows_them() {
    let city = City::start().await;
    let school = city.school("s1").await;
    let (manager, stranger) = (person(1, Role::Manager, Some(school)), person(9, Role::Citizen, None));
    let scope = city.scope(manager.clone());
    let [one, two] = [
        media::service::upload(&scope, png(), "Pierwsze").await.unwrap().id,
        media::service::upload(&scope, png(), "Drugie").await.unwrap().id,
    ];
    let file = media::service::upload_file(&scope, "a".into(), "a.txt").await.unwrap().id;
    let both = format!("{}|{}", two.global(), one.global());
    let pairs = [("title", "Galeria"), ("lead", "Tak."), ("pictures", both.as_str()), ("files", &file.global())];
    assert_eq!(
        city.try_write(stranger, &pairs).await.unwrap_err(),
        ["refusal-field-picture", "refusal-field-picture", "refusal-field-file"]
    );
    let id = city.write(manager.clone(), &pairs).await;
    let document = "{ news { nodes { pictures { id alt } files { name size mediaTypeLabel sizeLabel } } } }";
    let data = city.ask(document, json!({})).await;
    let node = &data["news"]["nodes"][0];
    assert_eq!(
        node["pictures"],
        json!([{ "id": two.global(), "alt": "Drugie" }, { "id": one.global(), "alt": "Pierwsze" }])
    );
    assert_eq!(
        node["files"],
        json!([{ "name": "a.txt", "size": 1, "mediaTypeLabel": "plik tekstowy", "sizeLabel": "1 KB" }])
    );
    city.rewrite(manager, id, &[("title", "Galeria"), ("lead", "Tak."), ("pictures", &one.global())]).await;
    city.pass(3 * 24 * 60);
    assert_eq!(media::service::forget_unused(&city.system()).await.unwrap(), 2);
    let data = city.ask(document, json!({})).await;
    assert_eq!(data["news"]["nodes"][0]["pictures"].as_array().unwrap().len(), 1);
    assert_eq!(data["news"]["nodes"][0]["files"], json!([]));
}

#[tokio::test]
async fn the_same_article_is_found_while_it_is_written() {
    let city = City::start().await;
    let school = city.school("s1").await.global();
    let id = city
        .write(Actor::System, &[("title", "Zapisy na zajęcia zimowe"), ("lead", "Tak."), ("institution", &school)])
        .await;
    city.write(Actor::System, &[("title", "Zapisy na zajęcia letnie"), ("lead", "Tak."), ("publish_at", "2027-01-01")])
        .await;
    for (pairs, expected) in [
        (&[("title", "Zapisy na zajęcia zimowe!")][..], true),
        (&[("title", "Zapisy na zajęcia")], false),
        (&[("title", "Zapisy na zajęcia"), ("institution", &school)], true),
        (&[("title", "Koncert")], false),
        (&[("title", " ")], false),
    ] {
        let found = (ENTRIES.similar)(&city.system(), &fields(pairs)).await.unwrap();
        assert_eq!(found.contains(&id), expected, "{pairs:?}");
        assert!(found.len() < 2, "what is not published is not told");
    }
}

#[tokio::test]
async fn a_city_without_news_knows_nothing_of_them() {
    let schema = City::schema(&[]).sdl();
    assert!(!schema.contains("Article") && !schema.contains("news") && schema.contains("type Institution"), "{schema}");
    assert!(City::schema(&[news::MODULE]).sdl().contains("type Article"));
}

/// A PNG of one pixel.
fn png() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(1, 1).write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}
