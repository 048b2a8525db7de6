//! A city of its own for each test, on SQLite: one school with two activities, one activity of nobody's, and people.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use async_graphql::{EmptySubscription, ObjectType, Request, Schema, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use kernel::{
    access::{Grant, Person, Role, Via},
    app::{App, PublicAddress},
    clock::Clock,
    graphql::{
        Budget,
        prune::{Pruned, for_modules},
    },
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    scope::{Actor, Scope},
    search::{Search, Source},
    slug::Slug,
    store::Store,
    tenancy::{Registry, read_folder},
};
use sea_orm::ConnectionTrait as _;
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

/// A Tuesday at noon in Poland.
const NOW: &str = "2026-09-15T10:00:00Z";
const SCHOOL: &str = "id;name;kind\ns;Szkoła Muzyczna;culture_centre\n";
const OFFERS: &str = "\
id;title;description;interests;institution;provider;min_age;max_age;district
a1;Robotyka;Budujemy roboty.;robotics;s;;8;10;rynek
a2;Szachy;Gramy w szachy.;chess;s;;6;12;
a3;Piłka nożna;Gramy w piłkę.;football;;UKS Orzeł;6;12;
";

/// A clock that goes on by a second whenever it is looked at, so that whatever is made later sorts later.
#[derive(Debug)]
struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.fetch_add(1, Ordering::Relaxed), 0).unwrap()
    }
}

pub(crate) struct City {
    pub(crate) app: Arc<App>,
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
    /// A city with these lines at the end of its declaration.
    pub(crate) async fn start(sources: Vec<Source>, declared: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Ticking(AtomicI64::new(NOW.parse::<DateTime<Utc>>().unwrap().timestamp())));
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(None, data.clone()).await.unwrap());
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let app = Arc::new(App {
            clock,
            store,
            registry,
            messages: messages(),
            search: Search::new(data, sources),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: Some(8080), base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        let declaration = folder.path().join("debno");
        fs::create_dir_all(&declaration).unwrap();
        let toml = format!(
            "slug = \"debno\"\nname = \"Dębno\"\nhosts = [\"edu.debno.example\"]\nmodules = [\"activities\", \"{}\"]\n\n             [area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\n             districts = \"districts.geojson\"\n\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\n             [brand.tagline]\npl = \"Dębno uczy\"\n\n{declared}",
            reviews::MODULE,
        );
        fs::write(declaration.join("tenant.toml"), toml).unwrap();
        let point = |id: &str, lon: f64| {
            serde_json::json!({ "type": "Feature", "properties": { "id": id, "name": id },
                "geometry": { "type": "Point", "coordinates": [lon, 52.70] } })
        };
        let districts = serde_json::json!({ "type": "FeatureCollection",
            "features": [point("pogodno", 14.60), point("rynek", 14.70)] });
        fs::write(declaration.join("districts.geojson"), districts.to_string()).unwrap();
        let declaration = read_folder(&declaration, &["activities", reviews::MODULE]).unwrap();
        app.registry.apply(&declaration, false).await.unwrap();
        let city = Self { app, _folder: folder };
        let system = city.system();
        let report =
            directory::import_institutions(&system, SCHOOL.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
        assert_eq!(report.created, 1, "{report:?}");
        let report = activities::import(&system.fresh(), OFFERS.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
        assert_eq!(report.created, 3, "{report:?}");
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

    /// An account with a verified address, and who holds it, with a role at the school or over the city.
    pub(crate) async fn person(&self, name: &str, role: Option<Role>) -> Actor {
        let system = self.system();
        let mut tx = system.begin().await.unwrap();
        let email = format!("{}@example.org", name.to_lowercase());
        let account = identity::accounts::account_for_address(&mut tx, &email, Lang::Pl).await.unwrap();
        let named =
            format!("UPDATE account SET name = '{name}', email_verified_at = created_at WHERE email = '{email}'");
        tx.db().execute_unprepared(&named).await.unwrap();
        tx.commit().await.unwrap();
        let mut grants = Vec::new();
        if let Some(role) = role {
            let school = self.school().await;
            let party = role.is_of_party().then_some(school);
            let mut tx = system.begin().await.unwrap();
            identity::roles::grant(&mut tx, account, role, party).await.unwrap();
            tx.commit().await.unwrap();
            grants.push(Grant { role, party: party.map(|party| party.0) });
        }
        Actor::Person(Arc::new(Person { account: account.0, via: Via::Session(Uuid::nil()), grants }))
    }

    pub(crate) async fn school(&self) -> directory::InstitutionId {
        let found = directory::service::resolve_references(&self.system(), &["s".to_owned()]).await.unwrap();
        found["s"]
    }

    /// The global id of an activity by its title.
    pub(crate) async fn activity(&self, title: &str) -> String {
        let system = self.system();
        let snapshot = system.snapshot().await.unwrap();
        let ids = (activities::SOURCE.ids)(&system).await.unwrap();
        let card = |id: &Uuid| snapshot.card::<activities::Card>(activities::ENTITY, *id);
        let found = ids.iter().filter_map(card).find(|card| card.row.title == title);
        found.unwrap().row.id.global()
    }

    /// The schema of a city with these modules.
    pub(crate) fn schema<Q, M>(
        modules: &[&str],
        query: Q,
        mutation: M,
    ) -> Schema<Pruned<Q>, Pruned<M>, EmptySubscription>
    where
        Q: ObjectType + 'static,
        M: ObjectType + 'static,
    {
        let modules = modules.iter().map(|module| (*module).to_owned()).collect();
        for_modules(&modules, || Schema::build(Pruned(query), Pruned(mutation), EmptySubscription).finish())
    }

    /// A request on behalf of somebody.
    pub(crate) fn request(&self, actor: &Actor, document: &str) -> Request {
        let scope = self.scope(actor.clone());
        let institutions = DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn);
        Request::new(document).data(institutions).data(Budget::default()).data(scope)
    }
}

/// The data of an answer without errors.
pub(crate) fn data(response: async_graphql::Response) -> Value {
    assert!(response.errors.is_empty(), "{:?}", response.errors);
    response.data.into_json().unwrap()
}

/// The code of an answer's first error.
pub(crate) fn code(response: &async_graphql::Response) -> String {
    let error = response.errors.first().unwrap_or_else(|| panic!("no error: {:?}", response.data));
    match error.extensions.as_ref().and_then(|extensions| extensions.get("code")) {
        Some(async_graphql::Value::String(code)) => code.clone(),
        other => panic!("{other:?}: {error:?}"),
    }
}
