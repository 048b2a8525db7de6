//! A request belongs to one city, and sees that city's data alone.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use kernel::{
    slug::Slug,
    store::Place,
    tenancy::{Applied, TenantState, read_folder},
};
use sqlx::{Connection as _, Executor as _, PgConnection};
use tablica::modules;

use crate::support::{CICHE, DEBNO, GOLENIOW, OFFERS, TestApp, declare};

fn bare(hosts: &[&str], uri: &str) -> Request<Body> {
    let mut request = Request::get(uri);
    for host in hosts {
        request = request.header(header::HOST, *host);
    }
    request.body(Body::empty()).unwrap()
}

#[tokio::test]
async fn hosts_that_say_no_city_are_refused() {
    let app = TestApp::start().await;
    for (hosts, uri, status) in [
        (&["debno.localhost"][..], "/", StatusCode::OK),
        (&["DEBNO.localhost:8080"], "/", StatusCode::OK),
        (&["edu.debno.example"], "/", StatusCode::OK),
        (&["localhost"], "/", StatusCode::OK),
        (&[], "/", StatusCode::BAD_REQUEST),
        (&["debno.localhost", "debno.localhost"], "/", StatusCode::BAD_REQUEST),
        (&["debno.localhost", "goleniow.localhost"], "/", StatusCode::BAD_REQUEST),
        (&["debno.localhost"], "http://goleniow.localhost/", StatusCode::BAD_REQUEST),
        (&["127.0.0.1:8080"], "/", StatusCode::MISDIRECTED_REQUEST),
        (&["nikt.localhost"], "/", StatusCode::MISDIRECTED_REQUEST),
        (&["x.debno.localhost"], "/", StatusCode::MISDIRECTED_REQUEST),
        (&["debno.localhost."], "/", StatusCode::MISDIRECTED_REQUEST),
    ] {
        let answer = app.send(bare(hosts, uri), "127.0.0.1").await;
        assert_eq!(answer.status, status, "{hosts:?} {uri}: {}", answer.body);
    }
    for path in ["/health/live", "/health/ready"] {
        assert_eq!(app.send(bare(&["anything"], path), "127.0.0.1").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn forwarded_hosts_count_from_trusted_proxies_alone() {
    let app = TestApp::start().await;
    let request = || {
        Request::get("/")
            .header(header::HOST, "debno.localhost")
            .header("x-forwarded-host", "goleniow.localhost")
            .body(Body::empty())
            .unwrap()
    };
    assert!(app.send(request(), "127.0.0.1").await.body.contains("Dębno uczy"));
    assert!(app.send(request(), "10.1.2.3").await.body.contains("Goleniów uczy"));
}

#[tokio::test]
async fn a_city_s_rows_are_nobody_else_s() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    app.institutions(DEBNO, "id,name,kind\n1,Biblioteka,LIBRARY\n").await;
    let own =
        app.data(DEBNO, "{ activities(first: 1) { totalCount nodes { id } } institutions { nodes { id } } }").await;
    let (activity, institution) = (
        own["activities"]["nodes"][0]["id"].as_str().unwrap(),
        own["institutions"]["nodes"][0]["id"].as_str().unwrap(),
    );
    assert_eq!(own["activities"]["totalCount"], 5);
    let query = format!(
        "{{ activity(id: \"{activity}\") {{ id }} institution(id: \"{institution}\") {{ id }} node(id: \"{activity}\") {{ id }} nodes(ids: [\"{activity}\", \"{institution}\"]) {{ id }}
            activities(filter: {{ institution: \"{institution}\" }}) {{ totalCount }} all: activities {{ totalCount }} institutions {{ totalCount }}
            search(query: \"Biblioteka\") {{ totalCount }} suggest(prefix: \"rob\") {{ text }} }}"
    );
    let foreign = app.data(GOLENIOW, &query).await;
    let expected = serde_json::json!({
        "activity": null, "institution": null, "node": null, "nodes": [null, null],
        "activities": { "totalCount": 0 }, "all": { "totalCount": 0 }, "institutions": { "totalCount": 0 },
        "search": { "totalCount": 0 }, "suggest": [],
    });
    assert_eq!(foreign, expected);
    for path in [format!("/zajecia/{activity}/x"), format!("/placowki/{institution}/x")] {
        assert_eq!(app.get(DEBNO, &path).await.status, StatusCode::OK, "{path}");
        assert_eq!(app.get(GOLENIOW, &path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn many_cities_at_once_never_mix() {
    let app = TestApp::start().await;
    for (slug, name) in [(DEBNO, "Dębno"), (GOLENIOW, "Goleniów")] {
        app.activities(slug, &format!("id,title,provider\n1,{name},x\n")).await;
    }
    let queries = (0..100).map(|turn| {
        let (slug, name) = if turn % 2 == 0 { (DEBNO, "Dębno") } else { (GOLENIOW, "Goleniów") };
        let app = &app;
        async move {
            let data = app.data(slug, "{ tenant { slug } activities { nodes { title descriptionHtml } } }").await;
            assert_eq!(
                (data["tenant"]["slug"].as_str(), data["activities"]["nodes"][0]["title"].as_str()),
                (Some(slug), Some(name))
            );
        }
    });
    futures_util::future::join_all(queries).await;
}

#[tokio::test]
async fn on_postgresql_the_login_role_sees_no_tenant() {
    let app = TestApp::start().await;
    let Some(url) = &app.database_url else { return };
    app.activities(DEBNO, OFFERS).await;
    let mut login = PgConnection::connect(url).await.unwrap();
    let denied = login.execute("SELECT count(*) FROM t_debno.activity").await.unwrap_err().to_string();
    assert!(denied.contains("permission denied"), "{denied}");
    let unknown = login.execute("SELECT count(*) FROM activity").await.unwrap_err().to_string();
    assert!(unknown.contains("does not exist"), "{unknown}");
    // One tenant's role reaches no other's rows, and what it set ends with its transaction.
    let foreign = login
        .execute("BEGIN; SET LOCAL ROLE t_goleniow; SELECT count(*) FROM t_debno.activity")
        .await
        .unwrap_err()
        .to_string();
    assert!(foreign.contains("permission denied"), "{foreign}");
    login.execute("ROLLBACK").await.unwrap();
    login
        .execute(
            "BEGIN; SET LOCAL ROLE t_debno; SET LOCAL search_path = t_debno; SELECT count(*) FROM activity; COMMIT",
        )
        .await
        .unwrap();
    assert!(login.execute("SELECT count(*) FROM t_debno.activity").await.is_err());
}

#[tokio::test]
async fn a_city_added_while_serving_is_served() {
    let app = TestApp::start().await;
    assert_eq!(app.get("barlinek", "/").await.status, StatusCode::MISDIRECTED_REQUEST);
    let folder = declare(app.folder.path(), "barlinek", "Barlinek", "3210014", "[\"activities\"]");
    let declaration = read_folder(&folder, modules::SWITCHABLE).unwrap();
    // Another process does it: this server's registry is not told.
    let elsewhere = tablica::server::open(&app.server.config, app.app.clock.clone()).await.unwrap();
    assert_eq!(elsewhere.registry.apply(&declaration, false).await.unwrap(), Applied::Created);
    assert_eq!(elsewhere.registry.apply(&declaration, false).await.unwrap(), Applied::Unchanged);
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(app.get("barlinek", "/").await.status, StatusCode::OK);

    let slug: Slug = "barlinek".parse().unwrap();
    elsewhere.registry.set_state(&slug, TenantState::Paused).await.unwrap();
    app.app.registry.refresh().await.unwrap();
    let paused = app.get("barlinek", "/").await;
    assert_eq!((paused.status, paused.headers.get("retry-after").is_some()), (StatusCode::SERVICE_UNAVAILABLE, true));
    assert_eq!(app.code("barlinek", "{ tenant { slug } }").await, "UNAVAILABLE");
    elsewhere.registry.set_state(&slug, TenantState::Active).await.unwrap();
    app.app.registry.refresh().await.unwrap();
    assert_eq!(app.get("barlinek", "/").await.status, StatusCode::OK);

    elsewhere.registry.remove(&slug).await.unwrap();
    app.app.registry.refresh().await.unwrap();
    assert_eq!(app.get("barlinek", "/").await.status, StatusCode::MISDIRECTED_REQUEST);
    assert!(elsewhere.registry.remove(&slug).await.is_err(), "gone already");
    assert_eq!(app.get(DEBNO, "/").await.status, StatusCode::OK, "the others stay");
}

#[tokio::test]
async fn a_host_belongs_to_one_city() {
    let app = TestApp::start().await;
    for (hosts, reason) in [
        ("[\"edu.debno.example\"]", "belongs to tenant \"debno\""),
        ("[\"localhost\"]", "under the base domain"),
        ("[\"goleniow.localhost\"]", "under the base domain"),
        ("[\"a.example\", \"a.example\"]", "appears twice"),
    ] {
        let folder = declare(app.folder.path(), "barlinek", "Barlinek", "3210014", "[]");
        let file = folder.join("tenant.toml");
        let toml = std::fs::read_to_string(&file).unwrap().replace("[\"edu.barlinek.example\"]", hosts);
        std::fs::write(&file, toml).unwrap();
        let fault =
            app.app.registry.apply(&read_folder(&folder, modules::SWITCHABLE).unwrap(), false).await.unwrap_err();
        assert!(fault.message.contains(reason), "{hosts}: {}", fault.message);
    }
    assert_eq!(app.get(DEBNO, "/").await.status, StatusCode::OK);
}

#[tokio::test]
async fn migrating_again_does_nothing() {
    let app = TestApp::start().await;
    for slug in [DEBNO, CICHE] {
        let slug: Slug = slug.parse().unwrap();
        assert_eq!(app.app.store.migrate(Place::Tenant(&slug)).await.unwrap(), Vec::<String>::new());
    }
    let new: Slug = "nowe".parse().unwrap();
    let ran = app.app.store.migrate(Place::Tenant(&new)).await.unwrap();
    assert_eq!(ran.len(), 20, "{ran:?}");
}

#[tokio::test]
async fn a_city_removed_and_made_again_starts_from_nothing() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    assert_eq!(app.data(DEBNO, "{ activities { totalCount } }").await["activities"]["totalCount"], 5);
    // Another process does it, while this server has the city open.
    let elsewhere = tablica::server::open(&app.server.config, app.app.clock.clone()).await.unwrap();
    let slug: Slug = DEBNO.parse().unwrap();
    elsewhere.registry.remove(&slug).await.unwrap();
    for _ in 0..30 {
        // On PostgreSQL the role is gone: that must not spoil the connections that other cities use next.
        let _ = app.app.search.catch_up(&app.scope(GOLENIOW)).await;
        if let Some(tenant) = app.app.registry.current().get(&slug).cloned() {
            let scope = kernel::scope::Scope::new(
                app.app.clone(),
                tenant,
                kernel::scope::Actor::System,
                kernel::i18n::Lang::Pl,
            );
            assert!(::directory::service::find_by_rspo(&scope, 1).await.is_err(), "its data is gone");
        }
        app.data(GOLENIOW, "{ institution(rspo: 1) { id } activities { totalCount } }").await;
    }
    let declaration = read_folder(&app.server.config.tenants_dir.join(DEBNO), modules::SWITCHABLE).unwrap();
    elsewhere.registry.apply(&declaration, false).await.unwrap();
    app.app.registry.refresh().await.unwrap();
    app.settle(DEBNO).await;
    assert_eq!(app.data(DEBNO, "{ activities { totalCount } }").await["activities"]["totalCount"], 0);
    assert_eq!(app.activities(DEBNO, OFFERS).await.created, 5);
    assert_eq!(app.data(DEBNO, "{ activities { totalCount } }").await["activities"]["totalCount"], 5);
}

#[tokio::test]
async fn a_cold_city_asked_by_many_at_once_answers_all() {
    let app = TestApp::start().await;
    app.institutions(DEBNO, "id,name,kind\n1,Biblioteka,LIBRARY\n").await;
    let id = app.data(DEBNO, "{ institutions { nodes { id } } }").await["institutions"]["nodes"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let app_again = tablica::server::open(&app.server.config, app.app.clock.clone()).await.unwrap();
    let server = std::sync::Arc::new(tablica::server::Server::new(app_again, app.server.config.clone(), true).unwrap());
    let cold = TestApp { router: tablica::http::router(server.clone()), server, ..app };
    let query = format!("{{ institution(id: \"{id}\") {{ name activities {{ totalCount }} }} }}");
    let asked = std::time::Instant::now();
    futures_util::future::join_all((0..30).map(|_| cold.data(DEBNO, &query))).await;
    assert!(asked.elapsed() < std::time::Duration::from_secs(8), "they waited for each other: {:?}", asked.elapsed());
}
