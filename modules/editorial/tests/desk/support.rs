//! A system of its own for each test, with a clock that can be moved: on SQLite, or on the PostgreSQL server that
//! `TABLICA_TEST_DATABASE_URL` names.

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex, Once},
    time::Duration,
};

use activities::ActivityId;
use async_graphql::{EmptySubscription, MergedObject, Request, Schema, Variables, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::InstitutionId;
use identity::AccountId;
use kernel::{
    access::{Grant, Person, Role, Via},
    app::{App, PublicAddress},
    clock::Clock,
    graphql::Budget,
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    mail::{self, Leased},
    scope::{Actor, Scope},
    search::Search,
    store::Store,
    tenancy::{Registry, read_folder},
};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use sqlx::{Connection as _, Executor as _, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;

/// The moment at which every test begins.
pub(crate) const NOW: &str = "2026-09-15T10:00:00Z";

#[derive(Debug)]
struct Movable(Mutex<DateTime<Utc>>);

impl Clock for Movable {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

#[derive(MergedObject, Default)]
pub(crate) struct Query(
    directory::graphql::DirectoryQuery,
    identity::graphql::IdentityQuery,
    activities::graphql::ActivitiesQuery,
    editorial::graphql::EditorialQuery,
);

/// Somebody with an account.
#[derive(Clone, Debug)]
pub(crate) struct Somebody {
    pub(crate) account: AccountId,
    pub(crate) actor: Actor,
}

pub(crate) struct Desk {
    pub(crate) app: Arc<App>,
    schema: Schema<Query, editorial::graphql::EditorialMutation, EmptySubscription>,
    clock: Arc<Movable>,
    _folder: TempDir,
}

/// Every message of every language.
pub(crate) fn messages() -> Messages {
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

impl Desk {
    pub(crate) async fn open() -> Self {
        static EXTENSIONS: Once = Once::new();
        EXTENSIONS.call_once(editorial::graphql::extensions);
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Movable(Mutex::new(NOW.parse().unwrap())));
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(database().await.as_deref(), data.clone()).await.unwrap());
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let app = Arc::new(App {
            clock: clock.clone(),
            store,
            registry,
            messages: messages(),
            search: Search::new(data, vec![directory::SOURCE, activities::SOURCE]),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: None, base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        let modules = ["activities", "events", "editorial"];
        for (slug, name, teryt) in [("debno", "Dębno", "3210024"), ("goleniow", "Goleniów", "3204024")] {
            let declared = declare(folder.path(), slug, name, teryt);
            app.registry.apply(&read_folder(&declared, &modules).unwrap(), false).await.unwrap();
        }
        let schema = Schema::new(Query::default(), editorial::graphql::EditorialMutation, EmptySubscription);
        Self { app, schema, clock, _folder: folder }
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, time: chrono::Duration) {
        *self.clock.0.lock().unwrap() += time;
    }

    pub(crate) fn scope_in(&self, slug: &str, actor: Actor) -> Scope {
        let tenant = self.app.registry.current().get(&slug.parse().unwrap()).unwrap().clone();
        Scope::new(self.app.clone(), tenant, actor, Lang::En)
    }

    pub(crate) fn scope(&self, actor: Actor) -> Scope {
        self.scope_in("debno", actor)
    }

    /// An account with an address that its person has shown to be theirs, holding that role.
    pub(crate) async fn somebody(&self, name: &str, role: Option<(Role, Option<InstitutionId>)>) -> Somebody {
        let scope = self.scope(Actor::System);
        let mut tx = scope.begin().await.unwrap();
        let email = format!("{name}@example.org");
        let account = identity::accounts::account_for_address(&mut tx, &email, Lang::En).await.unwrap();
        tx.db().execute_unprepared("UPDATE account SET email_verified_at = created_at").await.unwrap();
        tx.commit().await.unwrap();
        if let Some((role, party)) = role {
            let mut tx = scope.begin().await.unwrap();
            identity::roles::grant(&mut tx, account, role, party).await.unwrap();
            tx.commit().await.unwrap();
        }
        let grants = role.map(|(role, party)| Grant { role, party: party.map(|party| party.0) });
        let via = Via::Session(Uuid::nil());
        let person = Person { account: account.0, via, grants: grants.into_iter().collect() };
        Somebody { account, actor: Actor::Person(Arc::new(person)) }
    }

    /// Two institutions.
    pub(crate) async fn institutions(&self) -> [InstitutionId; 2] {
        let scope = self.scope(Actor::System);
        let mut made = Vec::new();
        for name in ["Dom Kultury", "Klub Orzeł"] {
            let fields = [("name", name), ("kind", "CULTURE_CENTRE")]
                .map(|(column, value)| (column.into(), value.into()))
                .into();
            let mut tx = scope.begin().await.unwrap();
            made.push(directory::service::create(&mut tx, &fields, "create").await.unwrap());
            tx.commit().await.unwrap();
        }
        scope.settle().await.unwrap();
        made.try_into().unwrap()
    }

    /// A published activity.
    pub(crate) async fn activity(&self, title: &str, institution: Option<InstitutionId>) -> ActivityId {
        let scope = self.scope(Actor::System);
        let mut fields: kernel::history::Fields =
            [("title", title), ("provider", "Klub"), ("price", "10"), ("email", "klub@example.org")]
                .map(|(column, value)| (column.into(), value.into()))
                .into();
        if let Some(institution) = institution {
            fields.insert("institution".into(), institution.global());
        }
        let mut tx = scope.begin().await.unwrap();
        let id = activities::service::create(&mut tx, &fields, "create").await.unwrap();
        tx.commit().await.unwrap();
        scope.settle().await.unwrap();
        id
    }

    /// A published event of one institution that another has joined; its global id.
    pub(crate) async fn joint_event(&self, own: Option<InstitutionId>, joined: InstitutionId) -> String {
        let scope = self.scope(Actor::System);
        let mut fields: kernel::history::Fields =
            [("title", "Konkurs"), ("provider", "Miasto"), ("starts", "2026-12-05T10:00")]
                .map(|(column, value)| (column.into(), value.into()))
                .into();
        fields.extend(own.map(|own| ("institution".into(), own.global())));
        let mut tx = scope.begin().await.unwrap();
        let id = events::service::create(&mut tx, &fields, "create").await.unwrap();
        let statement = sea_orm::Statement::from_sql_and_values(
            tx.db().get_database_backend(),
            "INSERT INTO event_organiser (event_id, institution_id, created_at) SELECT id, $1, created_at FROM event",
            [joined.0.into()],
        );
        tx.db().execute_raw(statement).await.unwrap();
        tx.commit().await.unwrap();
        id.global()
    }

    /// The answer to a document, errors and all.
    pub(crate) async fn answer(&self, scope: Scope, document: &str, variables: Value) -> Value {
        let institutions =
            DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
        let descriptions =
            DataLoader::new(activities::DescriptionLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
        let request = Request::new(document)
            .variables(Variables::from_json(variables))
            .data(scope)
            .data(Budget::default())
            .data(institutions)
            .data(descriptions);
        serde_json::to_value(self.schema.execute(request).await).unwrap()
    }

    /// The data of a query that must succeed.
    pub(crate) async fn ask(&self, who: &Actor, query: &str) -> Value {
        let mut answer = self.answer(self.scope(who.clone()), query, json!({})).await;
        assert!(answer.get("errors").is_none(), "{query}: {answer}");
        answer["data"].take()
    }

    /// The payload of a mutation, or its fault's code as `fault`.
    pub(crate) async fn run(&self, who: &Actor, mutation: &str, input: Value, selection: &str) -> Value {
        let name = format!("{}{}", mutation[..1].to_uppercase(), &mutation[1..]);
        let of_kind = match mutation {
            "submissionSubmit" | "submissionWithdraw" | "submissionUndo" => "SubmissionVersion".to_owned(),
            "submissionSendBack" | "submissionReject" => "SubmissionReason".to_owned(),
            "entryRestore" | "entryConfirm" => "Entry".to_owned(),
            _ => name,
        };
        let document = format!(
            "mutation($input: {of_kind}Input!) {{ {mutation}(input: $input) {{ {selection} errors {{ code field message }} }} }}"
        );
        let mut answer = self.answer(self.scope(who.clone()), &document, json!({ "input": input })).await;
        if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
            return json!({ "fault": code });
        }
        assert!(answer.get("errors").is_none(), "{document}: {answer}");
        answer["data"][mutation].take()
    }

    /// A proposal that was written and sent; its id.
    pub(crate) async fn sent(&self, who: &Somebody, input: Value) -> String {
        let mut input = input;
        input["submit"] = true.into();
        let payload = self.run(&who.actor, "submissionSave", input, "submission { id status }").await;
        assert_eq!(payload["submission"]["status"], "WAITING", "{payload}");
        payload["submission"]["id"].as_str().unwrap().to_owned()
    }

    /// The mails that wait.
    pub(crate) async fn mails(&self) -> Vec<Leased> {
        mail::lease(&self.scope(Actor::System), 100).await.unwrap()
    }
}

/// A database of its own on the test server, if there is one.
async fn database() -> Option<String> {
    let server = std::env::vars().find(|(name, _)| name == "TABLICA_TEST_DATABASE_URL").map(|(_, url)| url)?;
    let name = format!("desk_{}", Uuid::now_v7().simple());
    let mut conn = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    conn.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    Some(format!("{server}/{name}"))
}

fn declare(folder: &Path, slug: &str, name: &str, teryt: &str) -> std::path::PathBuf {
    let folder = folder.join(slug);
    fs::create_dir_all(&folder).unwrap();
    let toml = format!(
        "slug = \"{slug}\"\nname = \"{name}\"\nhosts = [\"edu.{slug}.example\"]\nmodules = [\"activities\", \"events\", \"editorial\"]\n\n\
         [area]\nteryt = \"{teryt}\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\n\
         districts = \"districts.geojson\"\n\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\n[brand.tagline]\npl = \"{name} uczy\"\n"
    );
    fs::write(folder.join("tenant.toml"), toml).unwrap();
    let district = json!({ "type": "Feature", "properties": { "id": "pogodno", "name": "Pogodno" }, "geometry": { "type": "Point", "coordinates": [14.6, 52.7] } });
    fs::write(
        folder.join("districts.geojson"),
        json!({ "type": "FeatureCollection", "features": [district] }).to_string(),
    )
    .unwrap();
    folder
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
