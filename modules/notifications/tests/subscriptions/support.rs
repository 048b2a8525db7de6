//! Two cities for each test, on SQLite: one with a school, activities, an event, an article, advice and a debate; and people.

use std::{
    fs,
    path::Path,
    sync::{
        Arc, Once,
        atomic::{AtomicI64, Ordering},
    },
};

use activities::graphql::ActivitiesQuery;
use async_graphql::{EmptySubscription, MergedObject, Request, Schema, Variables, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use debates::graphql::{AskedFrom, DebatesQuery};
use directory::graphql::DirectoryQuery;
use events::graphql::EventsQuery;
use identity::graphql::IdentityQuery;
use kernel::{
    access::{Grant, Person, Role, Via},
    app::{App, PublicAddress},
    clock::Clock,
    entry::Kind,
    graphql::{
        Budget,
        prune::{Pruned, for_modules},
    },
    history::Fields,
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    mail,
    scope::{Actor, Scope},
    search::{Search, Source},
    slug::Slug,
    store::Store,
    tenancy::{Registry, read_folder},
};
use news::graphql::NewsQuery;
use notifications::graphql::{NotificationsMutation, NotificationsQuery};
use safety::graphql::SafetyQuery;
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

/// A Friday at noon in Poland.
const NOW: &str = "2026-11-27T11:00:00Z";
const SCHOOL: &str = "id;name;kind\ns;Szkoła Muzyczna;culture_centre\n";
const OFFERS: &str = "\
id;title;description;interests;institution;provider;min_age;max_age;district;price
a1;Robotyka;Budujemy roboty.;robotics;s;;8;10;rynek;100
a2;Szachy;Gramy w szachy.;chess;s;;6;12;;0
a3;Piłka nożna;Gramy w piłkę.;football;;UKS Orzeł;6;12;pogodno;80
";
/// What both cities have switched on.
const MODULES: [&str; 6] = ["activities", "events", "news", "safety", "debates", "notifications"];

#[derive(MergedObject, Default)]
pub(crate) struct Query(
    DirectoryQuery,
    ActivitiesQuery,
    EventsQuery,
    NewsQuery,
    SafetyQuery,
    DebatesQuery,
    IdentityQuery,
    NotificationsQuery,
);

/// A clock that goes on by a second whenever it is looked at, so that whatever is made later sorts later.
#[derive(Debug)]
pub(crate) struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.fetch_add(1, Ordering::Relaxed), 0).unwrap()
    }
}

/// A mail that was written.
#[derive(Debug)]
pub(crate) struct Letter {
    pub(crate) template: String,
    pub(crate) to: String,
    pub(crate) args: Value,
}

impl Letter {
    /// The token of the link in it.
    pub(crate) fn token(&self) -> String {
        let path = self.args["link"].as_str().unwrap();
        path.strip_prefix("/powiadom/potwierdz/").unwrap_or_else(|| panic!("{path}")).to_owned()
    }
}

pub(crate) struct World {
    pub(crate) app: Arc<App>,
    clock: Arc<Ticking>,
    schema: Schema<Pruned<Query>, Pruned<NotificationsMutation>, EmptySubscription>,
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

fn sources() -> Vec<Source> {
    let mut sources = vec![directory::SOURCE, activities::SOURCE, events::SOURCE, news::SOURCE];
    sources.extend(safety::SOURCES);
    sources.push(debates::SOURCE);
    sources
}

impl World {
    pub(crate) async fn start() -> Self {
        static EXTENDED: Once = Once::new();
        EXTENDED.call_once(notifications::graphql::extensions);
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Ticking(AtomicI64::new(NOW.parse::<DateTime<Utc>>().unwrap().timestamp())));
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(None, data.clone()).await.unwrap());
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let app = Arc::new(App {
            clock: clock.clone(),
            store,
            registry,
            messages: messages(),
            search: Search::new(data, sources()),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: Some(8080), base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        for (slug, name) in [("debno", "Dębno"), ("radom", "Radom")] {
            let declaration = folder.path().join(slug);
            fs::create_dir_all(&declaration).unwrap();
            let modules = json!(MODULES);
            let toml = format!(
                "slug = \"{slug}\"\nname = \"{name}\"\nhosts = [\"edu.{slug}.example\"]\nmodules = {modules}\n\
                 [area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\n\
                 districts = \"districts.geojson\"\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\
                 [brand.tagline]\npl = \"{name} uczy\"\n",
            );
            fs::write(declaration.join("tenant.toml"), toml).unwrap();
            let point = |id: &str, name: &str, lon: f64| {
                json!({ "type": "Feature", "properties": { "id": id, "name": name },
                    "geometry": { "type": "Point", "coordinates": [lon, 52.70] } })
            };
            let districts = json!({ "type": "FeatureCollection",
                "features": [point("pogodno", "Pogodno", 14.60), point("rynek", "Rynek", 14.70)] });
            fs::write(declaration.join("districts.geojson"), districts.to_string()).unwrap();
            let declaration = read_folder(&declaration, &MODULES).unwrap();
            app.registry.apply(&declaration, false).await.unwrap();
        }
        let modules = MODULES.iter().map(|module| (*module).to_owned()).collect();
        let schema = for_modules(&modules, || {
            Schema::build(Pruned(Query::default()), Pruned(NotificationsMutation), EmptySubscription).finish()
        });
        let world = Self { app, clock, schema, _folder: folder };
        let system = world.system();
        directory::import_institutions(&system, SCHOOL.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
        let report = activities::import(&system.fresh(), OFFERS.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
        assert_eq!(report.created, 3, "{report:?}");
        system.settle().await.unwrap();
        world
    }

    /// Lets time pass.
    pub(crate) fn forward(&self, hours: i64) {
        self.clock.0.fetch_add(hours * 3600, Ordering::Relaxed);
    }

    pub(crate) fn in_city(&self, slug: &str, actor: Actor) -> Scope {
        let slug: Slug = slug.parse().unwrap();
        let tenant = self.app.registry.current().get(&slug).unwrap().clone();
        Scope::new(self.app.clone(), tenant, actor, Lang::Pl)
    }

    pub(crate) fn scope(&self, actor: &Actor) -> Scope {
        self.in_city("debno", actor.clone())
    }

    pub(crate) fn system(&self) -> Scope {
        self.scope(&Actor::System)
    }

    /// Publishes an entry; its id.
    pub(crate) async fn entry(&self, kind: &Kind, pairs: &[(&str, &str)]) -> Uuid {
        let fields: Fields = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let system = self.system();
        let mut tx = system.begin().await.unwrap();
        let id = (kind.create)(&mut tx, &fields, "create").await.unwrap_or_else(|refused| panic!("{refused:?}"));
        tx.commit().await.unwrap();
        system.settle().await.unwrap();
        id
    }

    /// An event, an article, advice and a debate; the global ids of event and debate.
    pub(crate) async fn town(&self) -> (String, String) {
        let event = [
            ("title", "Festiwal robotów"),
            ("description", "Roboty wszędzie."),
            ("interests", "robotics"),
            ("provider", "Miasto"),
            ("starts", "2026-12-05T16:00"),
        ];
        let event = self.entry(&events::ENTRIES, &event).await;
        let article =
            [("title", "Nabór do klas"), ("lead", "Ruszył."), ("description", "Ruszył."), ("category", "admissions")];
        self.entry(&news::ENTRIES, &article).await;
        let advice = [
            ("title", "Lód jest cienki"),
            ("lead", "Nie wchodź."),
            ("description", "Nie wchodź."),
            ("topic", "water_ice"),
        ];
        self.entry(&safety::ENTRIES, &advice).await;
        let debate = [
            ("title", "Szkoły za dziesięć lat"),
            ("description", "Jak?"),
            ("starts", "2026-12-05T16:00"),
            ("ends", "2026-12-05T18:00"),
        ];
        let debate = self.entry(&debates::ENTRIES, &debate).await;
        (events::EventId(event).global(), debates::DebateId(debate).global())
    }

    /// Somebody with an account, and whether the address is known to be theirs.
    pub(crate) async fn account(&self, name: &str, is_verified: bool) -> Actor {
        let system = self.system();
        let mut tx = system.begin().await.unwrap();
        let email = format!("{}@example.org", name.to_lowercase());
        let account = identity::accounts::account_for_address(&mut tx, &email, Lang::Pl).await.unwrap();
        if is_verified {
            identity::accounts::verified(&mut tx, account).await.unwrap();
        }
        tx.commit().await.unwrap();
        Actor::Person(Arc::new(Person { account: account.0, via: Via::Session(Uuid::nil()), grants: Vec::new() }))
    }

    pub(crate) async fn person(&self, name: &str) -> Actor {
        self.account(name, true).await
    }

    /// The same with a program's token, as an admin.
    pub(crate) fn program(actor: &Actor) -> Actor {
        let grants = vec![Grant { role: Role::Admin, party: None }];
        let account = actor.account().unwrap();
        Actor::Person(Arc::new(Person { account, via: Via::Token(Uuid::nil()), grants }))
    }

    pub(crate) async fn child(&self, guardian: &Actor, name: &str) -> identity::ChildId {
        let profile = identity::ChildProfile {
            name: name.to_owned(),
            birth_date: "2018-05-20".parse().unwrap(),
            interests: vec!["robotics".to_owned()],
            home: Some("Rynek".to_owned()),
            school: None,
        };
        let mut tx = self.scope(guardian).begin().await.unwrap();
        let child = identity::children::create(&mut tx, profile).await.unwrap();
        tx.commit().await.unwrap();
        child.id
    }

    pub(crate) async fn school(&self) -> String {
        let found = directory::service::resolve_references(&self.system(), &["s".to_owned()]).await.unwrap();
        found["s"].global()
    }

    /// The global id of an activity by its title.
    pub(crate) async fn activity(&self, title: &str) -> String {
        let snapshot = self.system().snapshot().await.unwrap();
        let found = snapshot.cards::<activities::Card>(activities::ENTITY).find(|card| card.row.title == title);
        found.unwrap().row.id.global()
    }

    pub(crate) async fn run_in(&self, scope: Scope, document: &str, variables: Value) -> async_graphql::Response {
        let institutions = DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn);
        let request = Request::new(document).variables(Variables::from_json(variables));
        let request = request.data(institutions).data(Budget::default()).data(AskedFrom("192.0.2.1".to_owned()));
        self.schema.execute(request.data(scope)).await
    }

    pub(crate) async fn run(&self, actor: &Actor, document: &str, variables: Value) -> async_graphql::Response {
        self.run_in(self.scope(actor), document, variables).await
    }

    /// The data of an answer without errors.
    pub(crate) async fn data(&self, actor: &Actor, document: &str, variables: Value) -> Value {
        let response = self.run(actor, document, variables).await;
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        response.data.into_json().unwrap()
    }

    /// The payload of a mutation, whose input type is called after it.
    pub(crate) async fn payload(&self, actor: &Actor, field: &str, input: Value, selection: &str) -> Value {
        let mut ty = field.to_owned();
        ty[..1].make_ascii_uppercase();
        let document = format!(
            "mutation($input: {ty}Input!) {{ {field}(input: $input) {{ {selection} errors {{ code field message }} }} }}"
        );
        self.data(actor, &document, json!({ "input": input })).await[field].take()
    }

    /// Saves a subscription; its id.
    pub(crate) async fn save(&self, actor: &Actor, target: Value) -> String {
        let payload = self.payload(actor, "subscriptionSave", json!({ "target": target }), "subscription { id }").await;
        payload["subscription"]["id"].as_str().unwrap_or_else(|| panic!("{payload}")).to_owned()
    }

    /// Codes and fields of what is wrong with an input.
    pub(crate) async fn wrong(&self, actor: &Actor, field: &str, input: Value) -> Vec<(String, String)> {
        let payload = self.payload(actor, field, input, "__typename").await;
        let errors = payload["errors"].as_array().unwrap();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        errors.iter().map(|error| (text(&error["code"]), text(&error["field"]))).collect()
    }

    /// Mails that were written since the last look.
    pub(crate) async fn mails(&self) -> Vec<Letter> {
        let system = self.system();
        let mut sent = Vec::new();
        for letter in mail::lease(&system, 100).await.unwrap() {
            mail::settle(&system, &letter, mail::Attempt::Sent).await.unwrap();
            sent.push(Letter { template: letter.template, to: letter.to, args: letter.args });
        }
        sent
    }

    /// Runs a statement.
    pub(crate) async fn execute(&self, statement: &str) {
        let tx = self.system().begin().await.unwrap();
        tx.db().execute_unprepared(statement).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// The code and the field of an answer's first error.
pub(crate) fn fault(response: &async_graphql::Response) -> (String, String) {
    let error = response.errors.first().unwrap_or_else(|| panic!("no error: {:?}", response.data));
    let text = |name: &str| match error.extensions.as_ref().and_then(|extensions| extensions.get(name)) {
        Some(async_graphql::Value::String(text)) => text.clone(),
        _ => String::new(),
    };
    (text("code"), text("field"))
}
