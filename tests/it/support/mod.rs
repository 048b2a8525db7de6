//! A system of its own for each test: two cities that share nothing, one without modules, a clock that tests move.

mod browser;
mod clock;
mod mails;
mod people;
pub(crate) mod provider;
mod town;

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, Request, StatusCode, header},
};
use chrono::{DateTime, Utc};
use kernel::{
    app::App,
    i18n::Lang,
    import::Report,
    scope::{Actor, Scope},
    slug::Slug,
    tenancy::read_folder,
};
use serde_json::{Value, json};
use sqlx::{Connection as _, Executor as _, PgConnection};
use tablica::{
    config::Config,
    http, modules,
    server::{self, Server},
};
use tempfile::TempDir;
use tower::ServiceExt as _;

pub(crate) use browser::Browser;
pub(crate) use clock::TestClock;
pub(crate) use mails::Letter;
pub(crate) use people::{Pass, Who};
pub(crate) use town::{PIXEL, bomb, each, moment};

/// A Tuesday at noon in Poland, two weeks into the school year.
pub(crate) const NOW: &str = "2026-09-15T10:00:00Z";

/// The city most tests look at.
pub(crate) const DEBNO: &str = "debno";
/// The other city, which must never see the first one's.
pub(crate) const GOLENIOW: &str = "goleniow";
/// A city that has switched nothing on.
pub(crate) const CICHE: &str = "ciche";

/// What whoever posts mail that came back must know.
pub(crate) const HOOK_SECRET: &str = "what-only-the-mail-server-knows";

pub(crate) struct TestApp {
    pub(crate) app: Arc<App>,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) server: Arc<Server>,
    pub(crate) router: Router,
    pub(crate) folder: TempDir,
    pub(crate) database_url: Option<String>,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|err| panic!("{err}: {}", self.body))
    }
}

/// Every module that there is, as TOML.
const ALL_MODULES: &str = "[\"activities\", \"events\", \"news\", \"safety\", \"debates\", \"editorial\", \"reviews\", \"promotion\", \"notifications\"]";

/// A declaration with two districts; `modules` as TOML.
pub(crate) fn declare(folder: &Path, slug: &str, name: &str, teryt: &str, modules: &str) -> PathBuf {
    let folder = folder.join(slug);
    fs::create_dir_all(&folder).unwrap();
    let toml = format!(
        "slug = \"{slug}\"\nname = \"{name}\"\nhosts = [\"edu.{slug}.example\"]\nmodules = {modules}\n\n[area]\nteryt = \"{teryt}\"\ncentre = [52.74, 14.69]\n\
         bounds = [52.6, 14.5, 52.9, 14.9]\ndistricts = \"districts.geojson\"\n\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\n[brand.tagline]\npl = \"{name} uczy\"\n"
    );
    fs::write(folder.join("tenant.toml"), toml).unwrap();
    let point = |id: &str, name: &str, lon: f64, lat: f64| json!({ "type": "Feature", "properties": { "id": id, "name": name }, "geometry": { "type": "Point", "coordinates": [lon, lat] } });
    let square = json!({ "type": "Feature", "properties": { "id": "rynek", "name": "Rynek" }, "geometry": { "type": "Polygon", "coordinates": [[[14.68, 52.73], [14.70, 52.73], [14.70, 52.75], [14.68, 52.75], [14.68, 52.73]]] } });
    let districts =
        json!({ "type": "FeatureCollection", "features": [point("pogodno", "Pogodno", 14.60, 52.70), square] });
    fs::write(folder.join("districts.geojson"), districts.to_string()).unwrap();
    folder
}

impl TestApp {
    pub(crate) async fn start() -> Self {
        Self::start_with(&[], None).await
    }

    /// A system whose cities declare these lines too, and which hands its mail over at that address.
    pub(crate) async fn start_with(declared: &[(&str, &str)], smtp_url: Option<&str>) -> Self {
        // Counters bear each installation's own signature, so that tests share a server without meeting there.
        Self::start_sharing(declared, smtp_url, setting("TABLICA_TEST_REDIS_URL")).await
    }

    /// The same, which counts by itself whatever servers there are.
    pub(crate) async fn start_alone(declared: &[(&str, &str)], smtp_url: Option<&str>) -> Self {
        Self::start_sharing(declared, smtp_url, None).await
    }

    async fn start_sharing(declared: &[(&str, &str)], smtp_url: Option<&str>, redis_url: Option<String>) -> Self {
        // What went wrong inside is shown with the test that failed.
        let _ = tracing_subscriber::fmt().with_test_writer().with_max_level(tracing::Level::WARN).try_init();
        let folder = tempfile::tempdir().unwrap();
        let database_url = database().await;
        let config = Config {
            data_dir: folder.path().join("data"),
            tenants_dir: folder.path().join("tenants"),
            database_url: database_url.clone(),
            smtp_url: smtp_url.map(str::to_owned),
            mail_hook_secret: Some(HOOK_SECRET.to_owned()),
            redis_url,
            trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
            ..Config::default()
        };
        let clock = Arc::new(TestClock::at(NOW.parse::<DateTime<Utc>>().unwrap()));
        let app = server::open(&config, clock.clone()).await.unwrap();
        for (slug, name, teryt, set) in [
            (DEBNO, "Dębno", "3210024", ALL_MODULES),
            (GOLENIOW, "Goleniów", "3204024", ALL_MODULES),
            (CICHE, "Ciche", "2804022", "[]"),
        ] {
            let folder = declare(&config.tenants_dir, slug, name, teryt, set);
            for (_, lines) in declared.iter().filter(|(city, _)| *city == slug) {
                let file = folder.join("tenant.toml");
                let toml = fs::read_to_string(&file).unwrap();
                fs::write(&file, format!("{toml}\n{lines}\n")).unwrap();
            }
            app.registry.apply(&read_folder(&folder, modules::SWITCHABLE).unwrap(), false).await.unwrap();
        }
        let server = Arc::new(Server::new(app.clone(), config, true).unwrap());
        Self { app, clock, router: http::router(server.clone()), server, folder, database_url }
    }

    pub(crate) fn scope(&self, slug: &str) -> Scope {
        let slug: Slug = slug.parse().unwrap();
        let tenant = self.app.registry.current().get(&slug).unwrap().clone();
        Scope::new(self.app.clone(), tenant, Actor::System, Lang::Pl)
    }

    /// Lets the index catch up, as the server's background work does.
    pub(crate) async fn settle(&self, slug: &str) {
        self.app.search.catch_up(&self.scope(slug)).await.unwrap();
    }

    pub(crate) async fn activities(&self, slug: &str, csv: &str) -> Report {
        let report = ::activities::import(&self.scope(slug), csv.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
        self.settle(slug).await;
        report
    }

    pub(crate) async fn institutions(&self, slug: &str, csv: &str) -> Report {
        let report = ::directory::import_institutions(&self.scope(slug), csv.as_bytes(), "csv", false, &|_, _| ())
            .await
            .unwrap();
        self.settle(slug).await;
        report
    }

    pub(crate) async fn send(&self, request: Request<Body>, peer: &str) -> Answer {
        let mut request = request;
        request.extensions_mut().insert(ConnectInfo(format!("{peer}:1234").parse::<SocketAddr>().unwrap()));
        // In a task of its own, as the server does: a test's own frames and a request's do not fit one small stack.
        let response = tokio::spawn(self.router.clone().oneshot(request)).await.unwrap().unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        // Files are no text; who asks for them takes the bytes.
        let text = String::from_utf8_lossy(&body).into_owned();
        Answer { status: parts.status, headers: parts.headers, body: text, bytes: body.to_vec() }
    }

    pub(crate) async fn get(&self, slug: &str, path: &str) -> Answer {
        let request =
            Request::get(path).header(header::HOST, format!("{slug}.localhost")).header(header::ACCEPT, "text/html");
        self.send(request.body(Body::empty()).unwrap(), "127.0.0.1").await
    }

    pub(crate) async fn call(&self, slug: &str, body: &Value) -> Answer {
        let request = Request::post("/graphql")
            .header(header::HOST, format!("{slug}.localhost"))
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap(), "127.0.0.1").await
    }

    /// The answer to a query, errors and all.
    pub(crate) async fn gql(&self, slug: &str, query: &str) -> Value {
        self.call(slug, &json!({ "query": query })).await.json()
    }

    /// The data of a query that must succeed.
    pub(crate) async fn data(&self, slug: &str, query: &str) -> Value {
        let mut answer = self.gql(slug, query).await;
        assert!(answer.get("errors").is_none(), "{query}: {answer}");
        answer["data"].take()
    }

    /// The first error's code.
    pub(crate) async fn code(&self, slug: &str, query: &str) -> String {
        let answer = self.gql(slug, query).await;
        answer["errors"][0]["extensions"]["code"]
            .as_str()
            .unwrap_or_else(|| panic!("no error: {query}: {answer}"))
            .to_owned()
    }

    pub(crate) async fn titles(&self, slug: &str, arguments: &str) -> Vec<String> {
        let data = self.data(slug, &format!("{{ activities({arguments}) {{ nodes {{ title }} }} }}")).await;
        data["activities"]["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|node| node["title"].as_str().unwrap().to_owned())
            .collect()
    }
}

/// What the environment says to tests.
fn setting(name: &str) -> Option<String> {
    std::env::vars().find(|(found, _)| found == name).map(|(_, value)| value)
}

/// A database of its own on the test server, if there is one.
async fn database() -> Option<String> {
    let server = setting("TABLICA_TEST_DATABASE_URL")?;
    let name = format!("test_{}", uuid::Uuid::new_v4().simple());
    let mut conn = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    conn.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    Some(format!("{server}/{name}"))
}

/// Five offers that differ in everything that can be filtered by.
pub(crate) const OFFERS: &str = "\
id;title;description;interests;institution;provider;min_age;max_age;slots;from;until;price;price_unit;capacity;places_left;street;building;postal_code;city;lat;lon;district;languages;accessibility;online;enrolment_url;enrolment_opens;enrolment_closes;email;phone;tags
a1;Robotyka dla ciekawych;Budujemy **roboty** z klocków.;robotics|lego_blocks;;Klub Omega;8;10;mon 16:00-17:30|wed 16:00-17:30;2026-09-01;2027-06-20;120;month;12;3;ul. Długa;5;74-400;Dębno;52.74;14.69;rynek;pl;wheelchair;no;https://omega.example/zapisy;2026-08-20;2026-09-30;klub@omega.example;+48 99 123 45 67;beginners
a2;Piłka nożna;Treningi na orliku.;football;;UKS Orzeł;6;12;tue 17:00-18:00;2026-09-01;;0;;20;0;;;;;52.75;14.70;;pl;;no;;;;;;
a3;Гурток малювання;Малюємо фарбами.;drawing_painting;;Фонд Разом;5;9;sat 10:00-11:30;;;50;class;;;;;;;;;pogodno;uk;;no;;2026-10-01;;;;
a4;Szachy online;Partie i zadania przez internet.;chess;;Klub Skoczek;10;;thu 18:00-19:00;;;200;term;;;;;;;;;;pl|en;;yes;;;2026-09-01;;;
a5;Gordonki – muzyka dla niemowląt;Spotkania z opiekunem.;rhythmics;;Nutka;3m;18m;fri 09:30-10:15;;;;;8;8;;;;;52.70;14.60;pogodno;pl;;no;;;;;;
";
