//! A city of its own for each test: on SQLite, or on the PostgreSQL server that `TABLICA_TEST_DATABASE_URL` names.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::{Arc, Mutex, Once},
    time::Duration,
};

use async_graphql::{EmptySubscription, MergedObject, Request, Schema, Variables, dataloader::DataLoader};
use chrono::{DateTime, TimeDelta, Utc};
use directory::InstitutionId;
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
    mail::{self, Leased},
    page::PageRequest,
    scope::{Actor, Scope},
    search::Search,
    store::Store,
    tenancy::{Registry, read_folder},
};
use safety::graphql::{SafetyMutation, SafetyQuery};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use sqlx::{Connection as _, Executor as _, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;

/// The moment at which every test begins: ten in the morning in Poland.
pub(crate) const NOW: &str = "2026-11-27T09:00:00Z";

#[derive(Debug)]
struct Movable(Mutex<DateTime<Utc>>);

impl Clock for Movable {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

#[derive(MergedObject, Default)]
pub(crate) struct Query(directory::graphql::DirectoryQuery, SafetyQuery);

pub(crate) struct City {
    pub(crate) app: Arc<App>,
    schema: Schema<Pruned<Query>, Pruned<SafetyMutation>, EmptySubscription>,
    clock: Arc<Movable>,
    _folder: TempDir,
}

fn messages() -> Messages {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/i18n");
    let mut files = Vec::new();
    for lang in Lang::ALL {
        for file in fs::read_dir(root.join(lang.tag())).unwrap() {
            let path = file.unwrap().path();
            files.push((lang, path.display().to_string(), fs::read_to_string(&path).unwrap().into()));
        }
    }
    Messages::load(files).unwrap()
}

/// A database of its own on the test server, if there is one.
async fn database() -> Option<String> {
    let server = std::env::vars().find(|(name, _)| name == "TABLICA_TEST_DATABASE_URL").map(|(_, url)| url)?;
    let name = format!("safety_{}", Uuid::now_v7().simple());
    let mut conn = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    conn.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    Some(format!("{server}/{name}"))
}

fn declare(folder: &Path) -> std::path::PathBuf {
    let folder = folder.join("debno");
    fs::create_dir_all(&folder).unwrap();
    let toml = "slug = \"debno\"\nname = \"Dębno\"\nhosts = [\"edu.debno.example\"]\nmodules = [\"safety\"]\n\n[area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\ndistricts = \"districts.geojson\"\n\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\n[brand.tagline]\npl = \"Dębno uczy\"\n";
    fs::write(folder.join("tenant.toml"), toml).unwrap();
    let district = |id: &str, name: &str, lon: f64| {
        json!({ "type": "Feature", "properties": { "id": id, "name": name },
            "geometry": { "type": "Point", "coordinates": [lon, 52.7] } })
    };
    let features = [district("pogodno", "Pogodno", 14.6), district("rynek", "Rynek", 14.7)];
    let districts = json!({ "type": "FeatureCollection", "features": features });
    fs::write(folder.join("districts.geojson"), districts.to_string()).unwrap();
    folder
}

impl City {
    pub(crate) async fn open() -> Self {
        static EXTENSIONS: Once = Once::new();
        EXTENSIONS.call_once(safety::graphql::extensions);
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Movable(Mutex::new(NOW.parse().unwrap())));
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(database().await.as_deref(), data.clone()).await.unwrap());
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let sources = std::iter::once(directory::SOURCE).chain(safety::SOURCES).collect();
        let app = Arc::new(App {
            clock: clock.clone(),
            store,
            registry,
            messages: messages(),
            search: Search::new(data, sources),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "https", port: None, base_domain: "tablica.example".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        app.registry.apply(&read_folder(&declare(folder.path()), &["safety"]).unwrap(), false).await.unwrap();
        let modules = ["safety".to_owned()].into_iter().collect();
        let schema = for_modules(&modules, || {
            Schema::build(Pruned(Query::default()), Pruned(SafetyMutation), EmptySubscription).finish()
        });
        Self { app, schema, clock, _folder: folder }
    }

    pub(crate) fn sdl(&self) -> String {
        self.schema.sdl()
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, time: TimeDelta) {
        *self.clock.0.lock().unwrap() += time;
    }

    /// A moment so long after the present one, as clients write it.
    pub(crate) fn in_(&self, time: TimeDelta) -> String {
        (self.clock.now() + time).to_rfc3339()
    }

    pub(crate) fn scope_in(&self, actor: Actor, lang: Lang) -> Scope {
        let tenant = self.app.registry.current().get(&"debno".parse().unwrap()).unwrap().clone();
        Scope::new(self.app.clone(), tenant, actor, lang)
    }

    pub(crate) fn scope(&self, actor: Actor) -> Scope {
        self.scope_in(actor, Lang::En)
    }

    pub(crate) fn system(&self) -> Scope {
        self.scope(Actor::System)
    }

    /// An institution of that name.
    pub(crate) async fn institution(&self, name: &str, kind: &str) -> InstitutionId {
        let scope = self.system();
        let fields = [("name", name), ("kind", kind)].map(|(column, value)| (column.into(), value.into())).into();
        let mut tx = scope.begin().await.unwrap();
        let id = directory::service::create(&mut tx, &fields, "create").await.unwrap();
        tx.commit().await.unwrap();
        scope.settle().await.unwrap();
        id
    }

    /// Somebody with an account and an address that is theirs, holding that role.
    pub(crate) async fn somebody(&self, name: &str, role: Option<(Role, Option<InstitutionId>)>) -> Actor {
        let scope = self.system();
        let mut tx = scope.begin().await.unwrap();
        let email = format!("{name}@example.org");
        let account = identity::accounts::account_for_address(&mut tx, &email, Lang::Pl).await.unwrap();
        tx.db().execute_unprepared("UPDATE account SET email_verified_at = created_at").await.unwrap();
        tx.commit().await.unwrap();
        if let Some((role, party)) = role {
            let mut tx = scope.begin().await.unwrap();
            identity::roles::grant(&mut tx, account, role, party).await.unwrap();
            tx.commit().await.unwrap();
        }
        let grants = role.map(|(role, party)| Grant { role, party: party.map(|party| party.0) });
        let via = Via::Session(Uuid::nil());
        Actor::Person(Arc::new(Person { account: account.0, via, grants: grants.into_iter().collect() }))
    }

    /// Police with the right to alert, and a manager of theirs.
    pub(crate) async fn police(&self) -> (InstitutionId, Actor) {
        let police = self.institution("Komenda Policji", "POLICE").await;
        let mut tx = self.system().begin().await.unwrap();
        safety::service::grant_right(&mut tx, Some(police)).await.unwrap();
        tx.commit().await.unwrap();
        self.system().settle().await.unwrap();
        let chief = self.somebody("chief", Some((Role::Manager, Some(police)))).await;
        (police, chief)
    }

    /// The answer to a document, errors and all.
    pub(crate) async fn answer(&self, scope: Scope, document: &str, variables: Value) -> Value {
        let institutions =
            DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
        let accounts = DataLoader::new(identity::AccountLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
        let pictures = DataLoader::new(media::PictureLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
        let files = DataLoader::new(media::FileLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
        let texts = DataLoader::new(safety::DescriptionLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
        let request = Request::new(document)
            .variables(Variables::from_json(variables))
            .data(scope)
            .data(Budget::default())
            .data(institutions)
            .data(accounts)
            .data(pictures)
            .data(files)
            .data(texts);
        serde_json::to_value(self.schema.execute(request).await).unwrap()
    }

    /// The data of a query that must succeed.
    pub(crate) async fn ask(&self, who: &Actor, query: &str) -> Value {
        let mut answer = self.answer(self.scope(who.clone()), query, json!({})).await;
        assert!(answer.get("errors").is_none(), "{query}: {answer}");
        answer["data"].take()
    }

    /// The code of a query's first error.
    pub(crate) async fn fault(&self, who: &Actor, query: &str) -> String {
        let answer = self.answer(self.scope(who.clone()), query, json!({})).await;
        answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_else(|| panic!("{query}: {answer}")).to_owned()
    }

    /// The payload of a mutation, or its fault's code as `fault`.
    pub(crate) async fn run(&self, who: &Actor, mutation: &str, input: Value, selection: &str) -> Value {
        let kind = match mutation {
            "alertRightGrant" | "alertRightRevoke" => "AlertRight".to_owned(),
            other => format!("{}{}", other[..1].to_uppercase(), &other[1..]),
        };
        let document = format!(
            "mutation($input: {kind}Input!) {{ {mutation}(input: $input) {{ {selection} errors {{ code field message }} }} }}"
        );
        let mut answer = self.answer(self.scope(who.clone()), &document, json!({ "input": input })).await;
        if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
            return json!({ "fault": code });
        }
        assert!(answer.get("errors").is_none(), "{document}: {answer}");
        answer["data"][mutation].take()
    }

    /// What became of an alert that was sent: its id and state.
    pub(crate) async fn sent(&self, who: &Actor, mutation: &str, input: Value) -> (String, String) {
        let payload = self.run(who, mutation, input, "alert { id state }").await;
        let told = |field: &str| payload["alert"][field].as_str().unwrap_or_else(|| panic!("{payload}")).to_owned();
        (told("id"), told("state"))
    }

    /// The state of an alert for somebody; `null` if they do not see it.
    pub(crate) async fn state(&self, who: &Actor, id: &str) -> Value {
        self.ask(who, &format!("{{ alert(id: \"{id}\") {{ state }} }}")).await["alert"]["state"].take()
    }

    /// Headlines of what the banner shows to everybody.
    pub(crate) async fn banner(&self) -> Vec<String> {
        let shown = self.ask(&Actor::Anonymous, "{ activeAlerts { headline } }").await;
        let shown = shown["activeAlerts"].as_array().unwrap().iter();
        shown.map(|alert| alert["headline"].as_str().unwrap().to_owned()).collect()
    }

    /// The mails that wait, which are then sent.
    pub(crate) async fn mails(&self) -> Vec<Leased> {
        let system = self.system();
        let mails = mail::lease(&system, 100).await.unwrap();
        for letter in &mails {
            mail::settle(&system, letter, mail::Attempt::Sent).await.unwrap();
        }
        mails
    }

    /// What a feed answers.
    pub(crate) async fn feed(&self, path: &str, segment: &str, query: &[(String, String)]) -> Option<String> {
        let feed = safety::FEEDS.into_iter().find(|feed| feed.path == path).unwrap();
        let scope = self.scope_in(Actor::Anonymous, Lang::Pl);
        let segments = BTreeMap::from([("id".to_owned(), segment.to_owned())]);
        let request = PageRequest { scope: &scope, path: &segments, query };
        (feed.write)(&request).await.unwrap().map(|bytes| String::from_utf8(bytes).unwrap())
    }

    /// An alert's message.
    pub(crate) async fn message(&self, id: &str) -> String {
        self.feed("/feeds/alerts/{id}", &format!("{id}.xml"), &[]).await.unwrap()
    }
}

/// An alert as clients write it.
pub(crate) fn storm(city: &City, severity: &str) -> Value {
    json!({
        "texts": { "pl": {
            "event": "Burza", "headline": format!("Burza ({severity})"),
            "description": "Wiatr do 110 km/h & grad.", "instruction": "Zostań w domu.",
        } },
        "categories": ["MET"],
        "urgency": "IMMEDIATE",
        "severity": severity,
        "certainty": "LIKELY",
        "expires": city.in_(TimeDelta::hours(4)),
    })
}

/// The same with other fields.
pub(crate) fn with(mut input: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}

/// The codes of a payload's errors, with their fields.
pub(crate) fn errors(payload: &Value) -> Vec<String> {
    let Some(errors) = payload["errors"].as_array() else { panic!("no payload: {payload}") };
    let told = |error: &Value| {
        let code = error["code"].as_str().unwrap();
        error["field"].as_str().map_or_else(|| code.to_owned(), |field| format!("{code} {field}"))
    };
    errors.iter().map(told).collect()
}
