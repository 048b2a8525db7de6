//! Two cities of their own for each test, on SQLite: one school each, people, and a clock that goes as the test says.

#![allow(dead_code, reason = "each test binary uses a part of it")]
#![allow(clippy::allow_attributes, reason = "an expectation would fail where all of it is used")]

use std::{
    fs,
    path::Path,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use async_graphql::{EmptySubscription, MergedObject, Request, Schema, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use identity::{
    AccountId,
    graphql::{IdentityQuery, ViewerFields},
};
use kernel::{
    access::{Grant, Person, Role, Via},
    app::{App, PublicAddress},
    clock::Clock,
    graphql::{
        Budget, extend,
        prune::{Pruned, for_modules},
    },
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    mail,
    scope::{Actor, Scope, Tx},
    search::Search,
    slug::Slug,
    store::Store,
    tenancy::{Registry, read_folder},
};
use notices::{
    Frequency, Item, Reader, ReaderId, Reason, What,
    graphql::{NoticesMutation, OfViewer},
    readers,
};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

/// A Tuesday at noon in Poland.
pub(crate) const NOW: &str = "2026-09-15T10:00:00Z";
pub(crate) const CITIES: [&str; 2] = ["debno", "goleniow"];

#[derive(MergedObject, Default)]
pub(crate) struct Query(IdentityQuery);

/// A clock that stands at a moment of its own until a test moves it.
#[derive(Debug)]
pub(crate) struct Hands(AtomicI64);

impl Hands {
    pub(crate) fn go_on(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60, Ordering::Relaxed);
    }

    pub(crate) fn set(&self, moment: &str) {
        self.0.store(moment.parse::<DateTime<Utc>>().unwrap().timestamp(), Ordering::Relaxed);
    }
}

#[derive(Debug)]
struct Shared(Arc<Hands>);

impl Clock for Shared {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.0.load(Ordering::Relaxed), 0).unwrap()
    }
}

pub(crate) struct World {
    pub(crate) app: Arc<App>,
    pub(crate) clock: Arc<Hands>,
    schema: Schema<Pruned<Query>, Pruned<NoticesMutation>, EmptySubscription>,
    _folder: TempDir,
}

/// A mail as it was written.
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) template: String,
    pub(crate) to: String,
    pub(crate) args: Value,
    pub(crate) unsubscribe: Option<String>,
}

pub(crate) fn messages() -> Messages {
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

impl World {
    pub(crate) async fn start() -> Self {
        extend::<ViewerFields, OfViewer>();
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Hands(AtomicI64::new(0)));
        clock.set(NOW);
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(None, data.clone()).await.unwrap());
        let shared = Arc::new(Shared(clock.clone()));
        let registry = Registry::open(store.clone(), shared.clone(), "localhost").await.unwrap();
        let app = Arc::new(App {
            clock: shared,
            store,
            registry,
            messages: messages(),
            search: Search::new(data, vec![directory::SOURCE]),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: Some(8080), base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        for city in CITIES {
            let declaration = folder.path().join(city);
            fs::create_dir_all(&declaration).unwrap();
            fs::write(declaration.join("tenant.toml"), declared(city)).unwrap();
            let districts = json!({ "type": "FeatureCollection", "features": [{ "type": "Feature",
                "properties": { "id": "rynek", "name": "Rynek" },
                "geometry": { "type": "Point", "coordinates": [14.70, 52.70] } }] });
            fs::write(declaration.join("districts.geojson"), districts.to_string()).unwrap();
            let declaration = read_folder(&declaration, &[notices::MODULE]).unwrap();
            app.registry.apply(&declaration, false).await.unwrap();
        }
        let modules = [notices::MODULE.to_owned()].into();
        let schema = for_modules(&modules, || {
            Schema::build(Pruned(Query::default()), Pruned(NoticesMutation), EmptySubscription).finish()
        });
        Self { app, clock, schema, _folder: folder }
    }

    pub(crate) fn scope_of(&self, city: &str, actor: Actor) -> Scope {
        let slug: Slug = city.parse().unwrap();
        let tenant = self.app.registry.current().get(&slug).unwrap().clone();
        Scope::new(self.app.clone(), tenant, actor, Lang::Pl)
    }

    pub(crate) fn scope(&self, actor: Actor) -> Scope {
        self.scope_of(CITIES[0], actor)
    }

    pub(crate) fn system(&self) -> Scope {
        self.scope(Actor::System)
    }

    pub(crate) async fn begin(&self) -> Tx {
        self.system().begin().await.unwrap()
    }

    /// Schools that are public, by numbers.
    pub(crate) async fn schools(&self, count: usize) -> Vec<Uuid> {
        let mut csv = "id;name;kind\n".to_owned();
        for number in 0..count {
            csv.push_str(&format!("s{number};Szkoła {number};culture_centre\n"));
        }
        let system = self.system();
        let report = directory::import_institutions(&system, csv.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
        assert_eq!(report.created, count, "{report:?}");
        let names: Vec<String> = (0..count).map(|number| format!("s{number}")).collect();
        let found = directory::service::resolve_references(&self.system(), &names).await.unwrap();
        names.iter().map(|name| found[name].0).collect()
    }

    /// An account with a verified address.
    pub(crate) async fn account(&self, name: &str) -> AccountId {
        let mut tx = self.begin().await;
        let email = address(name);
        let account = identity::accounts::account_for_address(&mut tx, &email, Lang::Pl).await.unwrap();
        identity::accounts::verified(&mut tx, account).await.unwrap();
        tx.commit().await.unwrap();
        account
    }

    /// The reader that an account is.
    pub(crate) async fn reader(&self, name: &str) -> Reader {
        let account = self.account(name).await;
        let mut tx = self.begin().await;
        let reader = readers::of_account(&mut tx, account).await.unwrap();
        tx.commit().await.unwrap();
        reader
    }

    /// Who holds the account of that name.
    pub(crate) async fn person(&self, name: &str, via: Via, role: Option<Role>) -> Actor {
        let account = self.account(name).await.0;
        let grants = role.into_iter().map(|role| Grant { role, party: None }).collect();
        Actor::Person(Arc::new(Person { account, via, grants }))
    }

    /// Hands in what is to be told, in one unit of work.
    pub(crate) async fn add(&self, items: Vec<Item>) -> usize {
        let mut tx = self.begin().await;
        let written = notices::add(&mut tx, items).await.unwrap();
        tx.commit().await.unwrap();
        written
    }

    /// Lets leave what is due; the mails that were written since the last look.
    pub(crate) async fn deliver(&self) -> Vec<Sent> {
        notices::deliver_due(&self.system()).await.unwrap();
        self.mails().await
    }

    pub(crate) async fn mails(&self) -> Vec<Sent> {
        let system = self.system();
        let mut sent = Vec::new();
        loop {
            let leased = mail::lease(&system, 100).await.unwrap();
            if leased.is_empty() {
                break;
            }
            for letter in leased {
                mail::settle(&system, &letter, mail::Attempt::Sent).await.unwrap();
                let mail::Leased { template, to, args, unsubscribe, .. } = letter;
                sent.push(Sent { template, to, args, unsubscribe });
            }
        }
        sent
    }

    pub(crate) async fn execute(&self, actor: &Actor, document: &str) -> async_graphql::Response {
        let scope = self.scope(actor.clone());
        scope.snapshot().await.unwrap();
        let institutions = DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn);
        let request = Request::new(document).data(institutions).data(Budget::default()).data(scope);
        self.schema.execute(request).await
    }

    /// The data of an answer without errors.
    pub(crate) async fn data(&self, actor: &Actor, document: &str) -> Value {
        let response = self.execute(actor, document).await;
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        response.data.into_json().unwrap()
    }

    /// How many rows a table has, of those that meet a condition.
    pub(crate) async fn count(&self, table: &str, condition: &str) -> i64 {
        let db = self.system();
        let session = db.db().await.unwrap();
        let backend = session.get_database_backend();
        let query = format!("SELECT COUNT(*) AS n FROM {table} WHERE {condition}");
        let row = session.query_one_raw(sea_orm::Statement::from_string(backend, query)).await.unwrap().unwrap();
        row.try_get("", "n").unwrap()
    }
}

pub(crate) fn address(name: &str) -> String {
    format!("{}@example.org", name.to_lowercase())
}

fn declared(city: &str) -> String {
    format!(
        "slug = \"{city}\"\nname = \"{city}\"\nhosts = [\"edu.{city}.example\"]\nmodules = [\"{}\"]\n\n\
         [area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\n\
         districts = \"districts.geojson\"\n\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\n\
         [brand.tagline]\npl = \"Uczy\"\n",
        notices::MODULE,
    )
}

/// What somebody asked for.
pub(crate) fn reason(number: u128, label: &str) -> Reason {
    Reason { subscription: Uuid::from_u128(number), label: label.to_owned(), child: None }
}

/// What happened to a school.
pub(crate) fn item(reader: ReaderId, what: What, school: Uuid, facts: Value, from: Value) -> Item {
    let changed: Vec<&String> = from.as_object().unwrap().keys().collect();
    let told = json!({ "title": "Szkoła", "path": "/placowki/x/szkola", "owners": [], "area": null,
        "facts": facts, "from": from, "changed": changed });
    Item {
        reader,
        what,
        entity: directory::ENTITY.to_owned(),
        entity_id: school,
        told,
        reasons: vec![reason(1, "robotyka")],
        frequency: Frequency::AtOnce,
        urgent: false,
    }
}

/// A school that is there.
pub(crate) fn appeared(reader: ReaderId, school: Uuid) -> Item {
    item(reader, What::Appeared, school, json!({ "place": "Rynek 1" }), json!({}))
}

/// Polls a future so many times, and drops it then; whether it came to its end.
pub(crate) async fn cut_short<F: Future>(future: F, polls: usize) -> bool {
    let mut future = pin!(future);
    let mut left = polls;
    std::future::poll_fn(|cx| {
        if left == 0 {
            return std::task::Poll::Ready(false);
        }
        left -= 1;
        future.as_mut().poll(cx).map(|_| true)
    })
    .await
}
