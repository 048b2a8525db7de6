//! A city of its own for each test, on SQLite: two schools, two districts, and people.

#![allow(dead_code, reason = "each test binary uses a part of it")]
#![allow(clippy::allow_attributes, reason = "an expectation would fail where all of it is used")]

use std::{
    fs,
    path::Path,
    sync::{
        Arc, Once,
        atomic::{AtomicI64, Ordering},
    },
};

use async_graphql::{EmptySubscription, MergedObject, Request, Schema, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::{InstitutionId, graphql::DirectoryQuery};
use events::graphql::{EventsMutation, EventsQuery};
use identity::graphql::IdentityQuery;
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
    scope::{Actor, Scope},
    search::Search,
    slug::Slug,
    store::Store,
    tenancy::{Registry, read_folder},
};
use sea_orm::ConnectionTrait as _;
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

/// A Friday at noon in Poland.
pub(crate) const NOW: &str = "2026-11-27T11:00:00Z";
const SCHOOLS: &str = "\
id;name;kind;street;building;city;lat;lon;district
a;Szkoła Podstawowa nr 1;primary_school;Leśna;3;Dębno;52.74;14.69;rynek
b;Szkoła Podstawowa nr 2;primary_school;Polna;8;Dębno;52.75;14.66;pogodno
";

/// A clock that goes on by a second whenever it is looked at, so that whatever is made later sorts later.
#[derive(Debug)]
pub(crate) struct Ticking(AtomicI64);

static EXTENDED: Once = Once::new();

impl Ticking {
    /// Goes on to another moment.
    pub(crate) fn set(&self, at: &str) {
        self.0.store(at.parse::<DateTime<Utc>>().unwrap().timestamp(), Ordering::Relaxed);
    }
}

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.fetch_add(1, Ordering::Relaxed), 0).unwrap()
    }
}

#[derive(MergedObject, Default)]
pub(crate) struct Query(DirectoryQuery, IdentityQuery, EventsQuery);

pub(crate) type CitySchema = Schema<Pruned<Query>, Pruned<EventsMutation>, EmptySubscription>;

pub(crate) struct City {
    pub(crate) app: Arc<App>,
    pub(crate) clock: Arc<Ticking>,
    pub(crate) schema: CitySchema,
    _folder: TempDir,
}

fn messages() -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/i18n");
    let mut files = Vec::new();
    for lang in Lang::ALL {
        for entry in fs::read_dir(folder.join(lang.tag())).unwrap() {
            let path = entry.unwrap().path();
            files.push((lang, path.display().to_string(), fs::read_to_string(&path).unwrap().into()));
        }
    }
    Messages::load(files).unwrap()
}

impl City {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Ticking(AtomicI64::new(0)));
        clock.set(NOW);
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(None, data.clone()).await.unwrap());
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let app = Arc::new(App {
            clock: clock.clone(),
            store,
            registry,
            messages: messages(),
            search: Search::new(data, vec![directory::SOURCE, events::SOURCE]),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: Some(8080), base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        let declaration = folder.path().join("debno");
        fs::create_dir_all(&declaration).unwrap();
        let toml = "slug = \"debno\"\nname = \"Dębno\"\nhosts = [\"edu.debno.example\"]\nmodules = [\"events\"]\n\
             [area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\n\
             districts = \"districts.geojson\"\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\
             [brand.tagline]\npl = \"Dębno uczy\"\n";
        fs::write(declaration.join("tenant.toml"), toml).unwrap();
        let point = |id: &str, lon: f64| {
            serde_json::json!({ "type": "Feature", "properties": { "id": id, "name": id },
                "geometry": { "type": "Point", "coordinates": [lon, 52.70] } })
        };
        let districts = serde_json::json!({ "type": "FeatureCollection",
            "features": [point("pogodno", 14.60), point("rynek", 14.70)] });
        fs::write(declaration.join("districts.geojson"), districts.to_string()).unwrap();
        let declaration = read_folder(&declaration, &[events::MODULE]).unwrap();
        app.registry.apply(&declaration, false).await.unwrap();
        EXTENDED.call_once(events::graphql::extensions);
        let modules = [events::MODULE.to_owned()].into_iter().collect();
        let schema = for_modules(&modules, || {
            Schema::build(Pruned(Query::default()), Pruned(EventsMutation::default()), EmptySubscription).finish()
        });
        let city = Self { app, clock, schema, _folder: folder };
        let system = city.system();
        let report =
            directory::import_institutions(&system, SCHOOLS.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
        assert_eq!(report.created, 2, "{report:?}");
        system.settle().await.unwrap();
        city
    }

    pub(crate) fn scope(&self, actor: Actor) -> Scope {
        let slug: Slug = "debno".parse().unwrap();
        let tenant = self.app.registry.current().get(&slug).unwrap().clone();
        Scope::new(self.app.clone(), tenant, actor, Lang::Pl)
    }

    pub(crate) fn system(&self) -> Scope {
        self.scope(Actor::System)
    }

    /// A school by its letter.
    pub(crate) async fn school(&self, letter: &str) -> InstitutionId {
        let found = directory::service::resolve_references(&self.system(), &[letter.to_owned()]).await.unwrap();
        found[letter]
    }

    /// An account with a verified address, and who holds it, with a role at an institution or over the city.
    pub(crate) async fn person(&self, name: &str, role: Option<(Role, Option<InstitutionId>)>) -> Actor {
        let system = self.system();
        let mut tx = system.begin().await.unwrap();
        let email = format!("{}@example.org", name.to_lowercase());
        let account = identity::accounts::account_for_address(&mut tx, &email, Lang::Pl).await.unwrap();
        let named =
            format!("UPDATE account SET name = '{name}', email_verified_at = created_at WHERE email = '{email}'");
        tx.db().execute_unprepared(&named).await.unwrap();
        tx.commit().await.unwrap();
        let mut grants = Vec::new();
        if let Some((role, party)) = role {
            let mut tx = system.begin().await.unwrap();
            identity::roles::grant(&mut tx, account, role, party).await.unwrap();
            tx.commit().await.unwrap();
            grants.push(Grant { role, party: party.map(|party| party.0) });
        }
        Actor::Person(Arc::new(Person { account: account.0, via: Via::Session(Uuid::nil()), grants }))
    }

    /// Publishes an event; its id. What is not told is as in any other.
    pub(crate) async fn event(&self, pairs: &[(&str, &str)]) -> events::EventId {
        let mut tx = self.system().begin().await.unwrap();
        let id = events::service::create(&mut tx, &event_fields(pairs), "create").await;
        let id = id.unwrap_or_else(|refused| panic!("{refused:?}"));
        tx.commit().await.unwrap();
        self.system().settle().await.unwrap();
        id
    }

    /// Changes what an event says to these fields alone.
    pub(crate) async fn update(&self, id: events::EventId, pairs: &[(&str, &str)]) {
        let mut tx = self.system().begin().await.unwrap();
        let outcome = events::service::update(&mut tx, id, &event_fields(pairs), "update", None).await;
        outcome.unwrap_or_else(|refused| panic!("{refused:?}"));
        tx.commit().await.unwrap();
        self.system().settle().await.unwrap();
    }

    /// A request on behalf of somebody.
    pub(crate) fn request(&self, actor: &Actor, document: &str) -> Request {
        let scope = self.scope(actor.clone());
        Request::new(document)
            .data(DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn))
            .data(DataLoader::new(events::EventLoader(scope.clone()), tokio::spawn))
            .data(DataLoader::new(media::PictureLoader(scope.clone()), tokio::spawn))
            .data(DataLoader::new(media::FileLoader(scope.clone()), tokio::spawn))
            .data(Budget::default())
            .data(scope)
    }

    pub(crate) async fn run(&self, actor: &Actor, document: &str) -> async_graphql::Response {
        self.schema.execute(self.request(actor, document)).await
    }

    /// The data of an answer without errors.
    pub(crate) async fn data(&self, actor: &Actor, document: &str) -> Value {
        let response = self.run(actor, document).await;
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        response.data.into_json().unwrap()
    }

    /// The code of an answer's first error.
    pub(crate) async fn code(&self, actor: &Actor, document: &str) -> String {
        let response = self.run(actor, document).await;
        let error = response.errors.first().unwrap_or_else(|| panic!("no error: {:?}", response.data));
        match error.extensions.as_ref().and_then(|extensions| extensions.get("code")) {
            Some(async_graphql::Value::String(code)) => code.clone(),
            other => panic!("{other:?}: {error:?}"),
        }
    }
}

/// The fields of an event; what is not told is as in any other.
pub(crate) fn event_fields(pairs: &[(&str, &str)]) -> Fields {
    let base = [("title", "Turniej szachowy"), ("institution", "a"), ("starts", "2026-12-05T16:00")];
    let told = |name: &str| pairs.iter().any(|(known, _)| *known == name);
    let base = base.into_iter().filter(|(name, _)| !told(name));
    base.chain(pairs.iter().copied()).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}
