//! A city of its own for each test, on SQLite or on the PostgreSQL server that there is for tests: two schools, people,
//! and a clock that is set by hand.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use async_graphql::{EmptyMutation, EmptySubscription, MergedObject, Request, Schema, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::InstitutionId;
use kernel::{
    access::{Grant, Person, Role, Via},
    app::{App, PublicAddress},
    clock::Clock,
    graphql::{
        Budget,
        prune::{Pruned, for_modules},
    },
    history::Fields,
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    page::PageRequest,
    refusal::{Kind as _, Refused},
    scope::{Actor, Scope},
    search::Search,
    slug::Slug,
    store::Store,
    tenancy::{Registry, read_folder},
};
use news::ENTRIES;
use serde_json::{Value, json};
use sqlx::{Connection as _, Executor as _};
use tempfile::TempDir;
use uuid::Uuid;

/// A Tuesday at noon in Poland, when clocks show winter time.
pub(crate) const NOW: &str = "2026-12-01T11:00:00Z";
const SCHOOLS: &str = "\
id;name;kind;district
s1;Szkoła Podstawowa nr 1;culture_centre;rynek
s2;Zespół Szkół nr 2;culture_centre;pogodno
";

/// A clock that is set by hand.
#[derive(Debug)]
struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0.load(Ordering::Relaxed)).unwrap()
    }
}

/// Queries of this module, beside those that its types lead to.
#[derive(MergedObject, Default)]
pub(crate) struct Query(news::graphql::NewsQuery, directory::graphql::DirectoryQuery);

pub(crate) type CitySchema = Schema<Pruned<Query>, EmptyMutation, EmptySubscription>;

pub(crate) struct City {
    app: Arc<App>,
    clock: Arc<SetClock>,
    _folder: TempDir,
}

fn messages() -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/i18n");
    let mut files = Vec::new();
    for lang in Lang::ALL {
        for name in ["news.ftl", "catalogue.ftl", "media_files.ftl", "media.ftl", "directory.ftl"] {
            let path = folder.join(lang.tag()).join(name);
            files.push((lang, path.display().to_string(), fs::read_to_string(&path).unwrap().into()));
        }
    }
    Messages::load(files).unwrap()
}

async fn database() -> Option<String> {
    let server = std::env::vars().find(|(name, _)| name == "TABLICA_TEST_DATABASE_URL").map(|(_, url)| url)?;
    let name = format!("test_{}", Uuid::now_v7().simple());
    let mut conn = sqlx::PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    conn.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    Some(format!("{server}/{name}"))
}

impl City {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let begun = NOW.parse::<DateTime<Utc>>().unwrap().timestamp_micros();
        let clock = Arc::new(SetClock(AtomicI64::new(begun)));
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(database().await.as_deref(), data.clone()).await.unwrap());
        store.migrate(kernel::store::Place::Platform).await.unwrap();
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let app = Arc::new(App {
            clock: clock.clone(),
            store,
            registry,
            messages: messages(),
            search: Search::new(data, vec![directory::SOURCE, news::SOURCE]),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: Some(8080), base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        let declaration = folder.path().join("debno");
        fs::create_dir_all(&declaration).unwrap();
        let toml = "slug = \"debno\"\nname = \"Dębno\"\nhosts = [\"edu.debno.example\"]\nmodules = [\"news\"]\n\
                    [area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\n\
                    districts = \"districts.geojson\"\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\
                    [brand.tagline]\npl = \"Dębno uczy\"\n";
        fs::write(declaration.join("tenant.toml"), toml).unwrap();
        let point = |id: &str, lon: f64| {
            json!({ "type": "Feature", "properties": { "id": id, "name": id },
                "geometry": { "type": "Point", "coordinates": [lon, 52.70] } })
        };
        let districts =
            json!({ "type": "FeatureCollection", "features": [point("pogodno", 14.60), point("rynek", 14.70)] });
        fs::write(declaration.join("districts.geojson"), districts.to_string()).unwrap();
        app.registry.apply(&read_folder(&declaration, &[news::MODULE]).unwrap(), false).await.unwrap();
        let city = Self { app, clock, _folder: folder };
        let system = city.system();
        let report =
            directory::import_institutions(&system, SCHOOLS.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
        assert_eq!(report.created, 2, "{report:?}");
        system.settle().await.unwrap();
        city
    }

    /// Sets the clock.
    pub(crate) fn at(&self, moment: &str) {
        let moment = moment.parse::<DateTime<Utc>>().unwrap();
        self.clock.0.store(moment.timestamp_micros(), Ordering::Relaxed);
    }

    /// Lets so many minutes go by.
    pub(crate) fn pass(&self, minutes: i64) {
        self.clock.0.fetch_add(minutes * 60_000_000, Ordering::Relaxed);
    }

    pub(crate) fn scope(&self, actor: Actor) -> Scope {
        let slug: Slug = "debno".parse().unwrap();
        let tenant = self.app.registry.current().get(&slug).unwrap().clone();
        Scope::new(self.app.clone(), tenant, actor, Lang::Pl)
    }

    pub(crate) fn system(&self) -> Scope {
        self.scope(Actor::System)
    }

    pub(crate) async fn school(&self, name: &str) -> InstitutionId {
        directory::service::resolve_references(&self.system(), &[name.to_owned()]).await.unwrap()[name]
    }

    /// Writes an article of these fields, as the desk does.
    pub(crate) async fn try_write(&self, actor: Actor, pairs: &[(&str, &str)]) -> Result<Uuid, Vec<&'static str>> {
        let scope = self.scope(actor);
        let mut tx = scope.begin().await.unwrap();
        let made = (ENTRIES.create)(&mut tx, &fields(pairs), "create").await;
        match made {
            Ok(id) => {
                tx.commit().await.unwrap();
                scope.settle().await.unwrap();
                Ok(id)
            }
            Err(Refused::Problems(problems)) => Err(problems.iter().map(|problem| problem.kind.key()).collect()),
            Err(Refused::Fault(fault)) => panic!("{fault:?}"),
        }
    }

    pub(crate) async fn write(&self, actor: Actor, pairs: &[(&str, &str)]) -> Uuid {
        self.try_write(actor, pairs).await.unwrap()
    }

    /// Writes an article anew, as the desk does.
    pub(crate) async fn rewrite(&self, actor: Actor, id: Uuid, pairs: &[(&str, &str)]) {
        let scope = self.scope(actor);
        let mut tx = scope.begin().await.unwrap();
        (ENTRIES.update)(&mut tx, id, &fields(pairs), "update", None).await.unwrap();
        tx.commit().await.unwrap();
        scope.settle().await.unwrap();
    }

    pub(crate) fn schema(modules: &[&str]) -> CitySchema {
        news::graphql::extensions();
        let modules = modules.iter().map(|module| (*module).to_owned()).collect();
        for_modules(&modules, || Schema::build(Pruned(Query::default()), EmptyMutation, EmptySubscription).finish())
    }

    /// The data of a query that anybody asks.
    pub(crate) async fn ask(&self, document: &str, variables: Value) -> Value {
        let response = self.asked(document, variables).await;
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        response.data.into_json().unwrap()
    }

    pub(crate) async fn asked(&self, document: &str, variables: Value) -> async_graphql::Response {
        let scope = self.scope(Actor::Anonymous);
        let request = Request::new(document)
            .variables(async_graphql::Variables::from_json(variables))
            .data(DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn))
            .data(DataLoader::new(news::DescriptionLoader(scope.clone()), tokio::spawn))
            .data(DataLoader::new(media::PictureLoader(scope.clone()), tokio::spawn))
            .data(DataLoader::new(media::FileLoader(scope.clone()), tokio::spawn))
            .data(Budget::default())
            .data(scope);
        Self::schema(&[news::MODULE]).execute(request).await
    }

    /// Titles of a list.
    pub(crate) async fn titles(&self, arguments: &str) -> Vec<String> {
        let document = format!("{{ news{arguments} {{ nodes {{ title }} }} }}");
        let data = self.ask(&document, json!({})).await;
        let nodes = data["news"]["nodes"].as_array().unwrap();
        nodes.iter().map(|node| node["title"].as_str().unwrap().to_owned()).collect()
    }

    /// The feed of a query string.
    pub(crate) async fn feed(&self, query: &[(&str, &str)]) -> Option<Vec<u8>> {
        let scope = self.scope(Actor::Anonymous);
        let query: Vec<_> = query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let request = PageRequest { scope: &scope, path: &BTreeMap::new(), query: &query };
        (news::FEEDS[0].write)(&request).await.unwrap()
    }
}

pub(crate) fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

pub(crate) fn person(account: u128, role: Role, party: Option<InstitutionId>) -> Actor {
    let grants = vec![Grant { role, party: party.map(|party| party.0) }];
    Actor::Person(Arc::new(Person { account: Uuid::from_u128(account), via: Via::Session(Uuid::nil()), grants }))
}
