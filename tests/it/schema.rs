//! The schema: pruned to each city's modules, guarded, and as committed.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use kernel::tenancy::ModuleSet;
use serde_json::json;
use tablica::{graphql, modules};

use crate::support::{CICHE, DEBNO, OFFERS, TestApp};

#[tokio::test]
async fn a_module_that_is_off_is_unknown_everywhere() {
    let app = TestApp::start().await;
    app.institutions(CICHE, "id,name,kind\n1,Biblioteka,LIBRARY\n").await;
    for query in [
        "{ activities { totalCount } }",
        "{ activity(id: \"x\") { id } }",
        "{ institutions { nodes { activities { totalCount } } } }",
        "{ search(query: \"x\", kinds: [ACTIVITY]) { totalCount } }",
        "{ search(query: \"x\") { nodes { ... on Activity { id } } } }",
        "{ node(id: \"x\") { ... on Activity { id } } }",
        "{ suggest(prefix: \"x\") { kind } activities { totalCount } }",
    ] {
        assert_eq!(app.code(CICHE, query).await, "GRAPHQL_VALIDATION_FAILED", "{query}");
        assert!(app.gql(DEBNO, query).await.get("errors").is_none(), "{query}");
    }
    let on = app.get(DEBNO, "/graphql/schema.graphql").await.body;
    let off = app.get(CICHE, "/graphql/schema.graphql").await.body;
    assert!(on.contains("type Activity implements Node") && on.contains("activities("));
    for word in ["Activit", "ctivities", "Submission", "Review", "Promot"] {
        assert!(!off.contains(word), "{word}: {off}");
    }
    assert_eq!(app.get(CICHE, "/zajecia").await.status, StatusCode::NOT_FOUND);
    let home = app.get(CICHE, "/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(!home.body.contains("/zajecia") && home.body.contains("/placowki"), "{}", home.body);
    assert!(!app.get(CICHE, "/sitemap.xml").await.body.contains("zajecia"));
    assert!(app.get(DEBNO, "/sitemap.xml").await.body.contains("/en/zajecia"));

    // Rows that a module left behind when it was switched off are not found either.
    app.activities(CICHE, "id,title,provider\n1,Ukryta robotyka,x\n").await;
    let data = app.data(CICHE, "{ search(query: \"robotyka\") { totalCount } suggest(prefix: \"ukr\") { text } all: search(query: \"biblioteka\") { totalCount nodes { ... on Institution { name } } } }").await;
    assert_eq!((data["search"]["totalCount"].as_u64(), data["suggest"].as_array().map(Vec::len)), (Some(0), Some(0)));
    assert_eq!(data["all"]["nodes"][0]["name"], "Biblioteka");
    let hidden = ::activities::service::many(&app.scope(CICHE), &[]).await.unwrap();
    assert!(hidden.is_empty());
}

#[tokio::test]
async fn costly_documents_are_refused_before_they_run() {
    let app = TestApp::start().await;
    for (query, words) in [
        (format!("{{ {} }}", (0..31).map(|i| format!("a{i}: __typename ")).collect::<String>()), "aliases"),
        (format!("{{ {} }}", "tenant { slug } ".repeat(11)), "at the root"),
        (format!("{{ activities {{ nodes {{ {} }} }} }}", "id ".repeat(499)), "fields"),
        (format!("{{ institutions {{ nodes {} }} }}", "{ parent ".repeat(12) + "{ id }" + &"}".repeat(12)), "levels"),
        ("{ tenant { slug } } # ".to_owned() + &"x".repeat(17_000), "bytes"),
        (format!("{{ nodes(ids: [{}]) {{ id }} }}", "\"x\" ".repeat(1000)), "tokens"),
        ("query A { tenant { slug } } query B { tenant { slug } }".to_owned(), "one operation"),
        ("{ ...A } fragment A on Query { ...A }".to_owned(), "contains itself"),
    ] {
        let answer = app.gql(DEBNO, &query).await;
        let error = &answer["errors"][0];
        assert!(error["message"].as_str().unwrap().contains(words), "{words}: {answer}");
        assert_eq!(error["extensions"]["code"], "BAD_USER_INPUT");
    }
    assert_eq!(app.code(DEBNO, "{ tenant {").await, "GRAPHQL_PARSE_FAILED");
    assert_eq!(
        app.code(DEBNO, &format!("{{ nodes(ids: [{}]) {{ id }} }}", "\"x\" ".repeat(101))).await,
        "BAD_USER_INPUT"
    );
}

#[tokio::test]
async fn nested_lists_have_one_budget() {
    let app = TestApp::start().await;
    app.institutions(DEBNO, "id,name,kind\nd1,Dom Kultury,CULTURE_CENTRE\n").await;
    let offers: String = (0..100).map(|row| format!("{row},Zajęcia {row},d1\n")).collect();
    app.activities(DEBNO, &format!("id,title,institution\n{offers}")).await;
    let nested = "{ institutions { nodes { activities(first: 100) { nodes { institution { activities(first: 100) { nodes { id } } } } } } } }";
    assert_eq!(
        app.data(DEBNO, "{ institutions { nodes { activities(first: 100) { nodes { id institution { name } } } } } }")
            .await["institutions"]["nodes"][0]["activities"]["nodes"]
            .as_array()
            .unwrap()
            .len(),
        100
    );
    let answer = app.gql(DEBNO, nested).await;
    assert!(answer["errors"][0]["message"].as_str().unwrap().contains("more than 10000 rows"), "{answer}");
    let many = json!({ "query": "query($a: [AccessibilityFeature!], $i: [ID!]) { activities(filter: { accessibility: $a, interests: $i }) { totalCount } }",
        "variables": { "a": vec!["WHEELCHAIR"; 4000], "i": vec!["chess"; 4000] } });
    let asked = std::time::Instant::now();
    assert_eq!(app.call(DEBNO, &many).await.json()["data"]["activities"]["totalCount"], 0);
    assert!(asked.elapsed() < std::time::Duration::from_secs(2));
}

#[tokio::test]
async fn null_stands_for_a_default_and_tools_can_introspect() {
    let app = TestApp::start().await;
    let query = json!({ "query": "query($f: Int, $s: ActivitySort, $d: Date) { activities(first: $f, sort: $s, filter: { birthDate: $d }) { totalCount } institutions(first: $f) { totalCount } suggest(prefix: \"x\", first: $f) { text } }" });
    let answer = app.call(DEBNO, &query).await.json();
    assert!(answer.get("errors").is_none(), "{answer}");
    let of_types = |levels: usize| format!("{}kind name{}", "kind name ofType { ".repeat(levels), " }".repeat(levels));
    let introspection = format!(
        "query IntrospectionQuery {{ __schema {{ queryType {{ name }} types {{ ...T }} directives {{ name args {{ ...V }} }} }} }}
         fragment T on __Type {{ kind name fields(includeDeprecated: true) {{ name args {{ ...V }} type {{ ...R }} }} inputFields {{ ...V }} interfaces {{ ...R }} possibleTypes {{ ...R }} enumValues {{ name }} }}
         fragment V on __InputValue {{ name type {{ ...R }} defaultValue }} fragment R on __Type {{ {} }}",
        of_types(9)
    );
    let answer = app.gql(DEBNO, &introspection).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    assert!(answer["data"]["__schema"]["types"].as_array().unwrap().len() > 30);
}

#[tokio::test]
async fn the_endpoint_takes_what_the_standard_says_and_nothing_else() {
    let app = TestApp::start().await;
    let post = |content_type: &'static str, accept: &'static str, body: String| {
        Request::post("/graphql")
            .header(header::HOST, "debno.localhost")
            .header(header::CONTENT_TYPE, content_type)
            .header(header::ACCEPT, accept)
            .body(Body::from(body))
            .unwrap()
    };
    let query = json!({ "query": "query T($x: Boolean!) { tenant { slug @include(if: $x) name } }", "variables": { "x": true }, "operationName": "T" }).to_string();
    for (content_type, accept, body, status) in [
        ("application/json", "application/json", query.clone(), StatusCode::OK),
        ("application/json; charset=utf-8", "application/graphql-response+json", query.clone(), StatusCode::OK),
        ("text/plain", "*/*", query.clone(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (
            "application/x-www-form-urlencoded",
            "*/*",
            "query={tenant{slug}}".to_owned(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        ("application/json", "*/*", "{".to_owned(), StatusCode::BAD_REQUEST),
        ("application/json", "*/*", "[]".to_owned(), StatusCode::BAD_REQUEST),
        ("application/json", "*/*", "{}".to_owned(), StatusCode::BAD_REQUEST),
        ("application/json", "application/json", "{\"query\":\"{ nope }\"}".to_owned(), StatusCode::OK),
        (
            "application/json",
            "application/graphql-response+json",
            "{\"query\":\"{ nope }\"}".to_owned(),
            StatusCode::BAD_REQUEST,
        ),
        (
            "application/json",
            "*/*",
            format!("{{\"query\":\"{}\"}}", " ".repeat(200_000)),
            StatusCode::PAYLOAD_TOO_LARGE,
        ),
    ] {
        let answer = app.send(post(content_type, accept, body.clone()), "127.0.0.1").await;
        assert_eq!(answer.status, status, "{content_type} {accept} {:.60}: {}", body, answer.body);
        let json = answer.json();
        assert!(json.get("data").is_some() || json["errors"][0]["extensions"]["code"].is_string(), "{json}");
    }
    let explorer = app.get(DEBNO, "/graphql").await;
    assert!(
        explorer.body.contains("graphiql")
            && explorer.headers["content-security-policy"].to_str().unwrap().contains("worker-src")
    );
    let region =
        Request::post("/graphql").header(header::HOST, "localhost").header(header::CONTENT_TYPE, "application/json");
    let region =
        app.send(region.body(Body::from("{\"query\":\"{ cities { slug url } }\"}")).unwrap(), "127.0.0.1").await.json();
    let slugs: Vec<_> =
        region["data"]["cities"].as_array().unwrap().iter().map(|city| city["slug"].as_str().unwrap()).collect();
    assert_eq!(slugs, ["ciche", "debno", "goleniow"]);
}

#[tokio::test]
async fn what_breaks_inside_stays_inside() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let id = app.data(DEBNO, "{ activities(first: 1) { nodes { id } } }").await["activities"]["nodes"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let scope = app.scope(DEBNO);
    let tx = scope.begin().await.unwrap();
    sea_orm::ConnectionTrait::execute_unprepared(tx.db(), "ALTER TABLE activity RENAME TO hidden").await.unwrap();
    tx.commit().await.unwrap();
    let answer = app.gql(DEBNO, &format!("{{ activity(id: \"{id}\") {{ id }} }}")).await;
    let text = answer.to_string().to_lowercase();
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL");
    for trace in ["table", "relation", "select", "sqlite", "postgres", "sql"] {
        assert!(!text.contains(trace), "{trace}: {text}");
    }
    let page = app.get(DEBNO, &format!("/zajecia/{id}/x")).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.body.contains("Dębno") && !page.body.to_lowercase().contains("relation"));
}

#[test]
fn the_committed_contract_is_the_schema() {
    let all: ModuleSet = modules::SWITCHABLE.iter().map(|module| (*module).to_owned()).collect();
    let committed = include_str!("../../schema/portal.graphql");
    // Not `assert_eq`, which would print both.
    assert!(committed.trim_end() == graphql::build(&all).sdl().trim_end(), "run `make schema`");
}
