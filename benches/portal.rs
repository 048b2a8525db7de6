//! What the portal's main work costs in-process, on a city's demonstration catalogue (about 1 500 activities).
//!
//! `cargo bench` prints times per call. Compare ratios of two runs on one machine, not absolutes.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use std::{
    path::Path,
    sync::{Arc, LazyLock},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Request, header},
};
use divan::{Bencher, black_box};
use kernel::{
    clock::SystemClock,
    i18n::Lang,
    scope::{Actor, Scope},
    tenancy::read_folder,
};
use tablica::{
    config::Config,
    demo, http, modules,
    server::{self, Server},
};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

/// One runtime for all: connections go back to their pools through it, also those of a city that is dropped.
static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap());

fn main() {
    let _entered = RUNTIME.enter();
    divan::main();
}

struct City {
    router: Router,
    scope: Scope,
    _folder: TempDir,
}

/// Szczecin with its made-up catalogue.
fn city() -> City {
    let folder = tempfile::tempdir().unwrap();
    let (router, scope) = RUNTIME.block_on(async {
        let config = Config { data_dir: folder.path().to_owned(), ..Config::default() };
        let app = server::open(&config, Arc::new(SystemClock)).await.unwrap();
        let declaration = Path::new(env!("CARGO_MANIFEST_DIR")).join("tenants/szczecin");
        app.registry.apply(&read_folder(&declaration, modules::SWITCHABLE).unwrap(), true).await.unwrap();
        let tenant = app.registry.current().tenants().next().unwrap().clone();
        let scope = Scope::new(app.clone(), tenant, Actor::System, Lang::Pl);
        demo::fill(&scope).await.unwrap();
        let server = Arc::new(Server::new(app, config, false).unwrap());
        (http::router(server), scope)
    });
    City { router, scope, _folder: folder }
}

impl City {
    fn send(&self, request: Request<Body>) -> usize {
        RUNTIME.block_on(async {
            let mut request = request;
            request.extensions_mut().insert(ConnectInfo(std::net::SocketAddr::from(([127, 0, 0, 1], 1))));
            let response = self.router.clone().oneshot(request).await.unwrap();
            assert!(response.status().is_success());
            to_bytes(response.into_body(), usize::MAX).await.unwrap().len()
        })
    }

    fn gql(&self, query: &str) -> usize {
        let body = serde_json::json!({ "query": query }).to_string();
        let request = Request::post("/graphql")
            .header(header::HOST, "szczecin.localhost")
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body)).unwrap())
    }

    fn page(&self, path: &str) -> usize {
        let request = Request::get(path).header(header::HOST, "szczecin.localhost").header(header::ACCEPT, "text/html");
        self.send(request.body(Body::empty()).unwrap())
    }
}

/// Search with text, filters, 3 km, facets and 20 nested results.
#[divan::bench]
fn search_over_http(bencher: Bencher<'_, '_>) {
    let city = city();
    let query = "{ activities(query: \"piłka\", filter: { age: 8 }, near: { place: \"Pogodno\", radiusMeters: 3000 }) { totalCount
        edges { distanceMeters node { id title price { label } ages { label } slots { label } institution { id name } place { district { name } } } }
        facets { interests { value count } weekdays { value count } districts { value count } prices { value count } } } }";
    bencher.bench_local(|| city.gql(black_box(query)));
}

/// An institution with ten of its activities.
#[divan::bench]
fn institution_with_activities(bencher: Bencher<'_, '_>) {
    let city = city();
    bencher.bench_local(|| city.gql(black_box("{ institutions(first: 1) { nodes { name address { label } activities(first: 10) { totalCount nodes { title } } } } }")));
}

/// The results page in HTML.
#[divan::bench]
fn results_page(bencher: Bencher<'_, '_>) {
    let city = city();
    bencher.bench_local(|| city.page(black_box("/zajecia?q=pi%C5%82ka&age=8")));
}

/// Completing two letters.
#[divan::bench]
fn suggest_over_http(bencher: Bencher<'_, '_>) {
    let city = city();
    bencher.bench_local(|| city.gql(black_box("{ suggest(prefix: \"pi\") { text } }")));
}

/// Bringing the same 1 500 activities in again: reading, comparing, writing nothing.
#[divan::bench(max_time = Duration::from_secs(3))]
fn import_unchanged(bencher: Bencher<'_, '_>) {
    let city = city();
    let districts = city.scope.tenant.area.districts.clone();
    let districts: Vec<_> = districts
        .iter()
        .map(|d| demo::catalogue::District { id: &d.id, name: &d.name, location: (d.centre.lat, d.centre.lon) })
        .collect();
    let described = demo::catalogue::City {
        slug: "szczecin",
        name: "Szczecin",
        districts: &districts,
        centre: (53.43, 14.55),
        postal_prefix: "71",
    };
    let csv = demo::catalogue::activities_csv(&described, 2026, city.scope.today());
    bencher.bench_local(|| {
        RUNTIME.block_on(activities::import(&city.scope, csv.as_bytes(), demo::SOURCE, false, &|_, _| ())).unwrap()
    });
}
