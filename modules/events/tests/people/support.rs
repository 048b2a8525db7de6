//! Two cities of their own for each test, with a clock that can be moved: on SQLite, or on the PostgreSQL server that
//! `TABLICA_TEST_DATABASE_URL` names.

use std::{
    collections::BTreeMap,
    fs,
    io::{Read as _, Write as _},
    net::TcpListener,
    path::Path,
    sync::{Arc, Mutex, Once},
    thread,
};

use async_graphql::{EmptySubscription, MergedObject, Request, Schema, Variables, dataloader::DataLoader};
use chrono::{DateTime, Duration, Utc};
use directory::InstitutionId;
use events::graphql::{EventsMutation, EventsQuery};
use identity::{
    AccountId,
    graphql::{IdentityMutation, IdentityQuery},
};
use kernel::{
    access::{Grant, Person, Role, Via},
    app::{App, PublicAddress},
    clock::Clock,
    graphql::Budget,
    history::Fields,
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    mail::{self, Attempt},
    page::PageRequest,
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

/// The moment at which every test begins: a Friday at noon.
const NOW: &str = "2026-11-27T11:00:00Z";

#[derive(Debug)]
struct Movable(Mutex<DateTime<Utc>>);

impl Clock for Movable {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

#[derive(MergedObject, Default)]
pub(crate) struct Query(directory::graphql::DirectoryQuery, IdentityQuery, EventsQuery);

#[derive(MergedObject, Default)]
pub(crate) struct Mutation(IdentityMutation, EventsMutation);

/// Somebody with an account.
#[derive(Clone, Debug)]
pub(crate) struct Somebody {
    pub(crate) account: AccountId,
    pub(crate) actor: Actor,
}

pub(crate) struct World {
    pub(crate) app: Arc<App>,
    schema: Schema<Query, Mutation, EmptySubscription>,
    clock: Arc<Movable>,
    pub(crate) school: InstitutionId,
    pub(crate) library: InstitutionId,
    _folder: TempDir,
}

/// A mail that was written.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    pub(crate) template: String,
    pub(crate) to: String,
    pub(crate) args: Value,
}

impl World {
    pub(crate) async fn open() -> Self {
        static READY: Once = Once::new();
        READY.call_once(|| {
            events::graphql::extensions();
            rustls::crypto::ring::default_provider().install_default().unwrap();
        });
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
            search: Search::new(data, vec![directory::SOURCE, events::SOURCE]),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: None, base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        for (slug, name, teryt) in [("debno", "Dębno", "3210024"), ("goleniow", "Goleniów", "3204024")] {
            let declared = declare(folder.path(), slug, name, teryt);
            app.registry.apply(&read_folder(&declared, &[events::MODULE]).unwrap(), false).await.unwrap();
        }
        let schema = Schema::new(Query::default(), Mutation::default(), EmptySubscription);
        let nobody = InstitutionId(Uuid::nil());
        let mut world = Self { app, schema, clock, school: nobody, library: nobody, _folder: folder };
        world.school = world.institution("Szkoła Muzyczna").await;
        world.library = world.institution("Biblioteka").await;
        world
    }

    async fn institution(&self, name: &str) -> InstitutionId {
        let system = self.system();
        let fields = fields(&[("name", name), ("kind", "CULTURE_CENTRE")]);
        let mut tx = system.begin().await.unwrap();
        let id = directory::service::create(&mut tx, &fields, "create").await.unwrap();
        tx.commit().await.unwrap();
        system.settle().await.unwrap();
        id
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, time: Duration) {
        *self.clock.0.lock().unwrap() += time;
    }

    pub(crate) fn scope_in(&self, slug: &str, actor: Actor) -> Scope {
        let tenant = self.app.registry.current().get(&slug.parse().unwrap()).unwrap().clone();
        Scope::new(self.app.clone(), tenant, actor, Lang::En)
    }

    pub(crate) fn scope(&self, actor: &Actor) -> Scope {
        self.scope_in("debno", actor.clone())
    }

    pub(crate) fn system(&self) -> Scope {
        self.scope(&Actor::System)
    }

    /// An account with an address that its person has shown to be theirs, holding that role.
    pub(crate) async fn somebody(&self, name: &str, role: Option<(Role, Option<InstitutionId>)>) -> Somebody {
        let scope = self.system();
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
        let person =
            Person { account: account.0, via: Via::Session(Uuid::nil()), grants: grants.into_iter().collect() };
        Somebody { account, actor: Actor::Person(Arc::new(person)) }
    }

    pub(crate) async fn manager(&self, name: &str, of: InstitutionId) -> Somebody {
        self.somebody(name, Some((Role::Manager, Some(of)))).await
    }

    /// A published event of the school; its id.
    pub(crate) async fn event(&self, values: &[(&str, &str)]) -> String {
        let system = self.system();
        let mut fields = fields(&[("title", "Koncert"), ("starts", "2026-12-05T16:00"), ("ends", "2026-12-05T17:00")]);
        fields.insert("institution".to_owned(), self.school.global());
        fields.extend(self::fields(values));
        fields.retain(|_, value| !value.is_empty());
        let mut tx = system.begin().await.unwrap();
        let id = events::service::create(&mut tx, &fields, "create").await.unwrap();
        tx.commit().await.unwrap();
        system.settle().await.unwrap();
        id.global()
    }

    /// What an event says.
    pub(crate) async fn told(&self, id: &str) -> Fields {
        let system = self.system();
        let row = events::service::record(&system, events::EventId::parse(id).unwrap()).await.unwrap().unwrap();
        events::fields::of(&system.tenant, &row)
    }

    /// Changes an event as the desk does; an empty value takes it out.
    pub(crate) async fn change(&self, id: &str, values: &[(&str, &str)]) {
        let system = self.system();
        let mut fields = self.told(id).await;
        fields.extend(self::fields(values));
        fields.retain(|_, value| !value.is_empty());
        let mut tx = system.begin().await.unwrap();
        let id = events::EventId::parse(id).unwrap();
        events::service::update(&mut tx, id, &fields, "update", None).await.unwrap();
        tx.commit().await.unwrap();
        system.settle().await.unwrap();
    }

    /// Takes an event out of sight, or shows it again.
    pub(crate) async fn set_state(&self, id: &str, state: events::State) {
        let system = self.system();
        let mut tx = system.begin().await.unwrap();
        events::service::set_state(&mut tx, events::EventId::parse(id).unwrap(), state, None).await.unwrap();
        tx.commit().await.unwrap();
        system.settle().await.unwrap();
    }

    /// Runs a job of the module.
    pub(crate) async fn job(&self, name: &str) {
        let job = events::JOBS.iter().find(|job| job.name == name).unwrap();
        (job.run)(&self.system()).await.unwrap();
        self.system().settle().await.unwrap();
    }

    async fn answer(&self, actor: &Actor, document: &str, variables: Value) -> Value {
        let scope = self.scope(actor);
        let none = std::time::Duration::ZERO;
        let request = Request::new(document)
            .variables(Variables::from_json(variables))
            .data(Budget::default())
            .data(DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn).delay(none))
            .data(DataLoader::new(events::EventLoader(scope.clone()), tokio::spawn).delay(none))
            .data(DataLoader::new(identity::AccountLoader(scope.clone()), tokio::spawn).delay(none))
            .data(DataLoader::new(media::PictureLoader(scope.clone()), tokio::spawn).delay(none))
            .data(scope);
        serde_json::to_value(self.schema.execute(request).await).unwrap()
    }

    /// The data of a query that must succeed.
    pub(crate) async fn ask(&self, who: &Actor, query: &str) -> Value {
        let mut answer = self.answer(who, query, json!({})).await;
        assert!(answer.get("errors").is_none(), "{query}: {answer}");
        answer["data"].take()
    }

    /// The code of the fault of a query.
    pub(crate) async fn fault(&self, who: &Actor, query: &str) -> String {
        let answer = self.answer(who, query, json!({})).await;
        answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
    }

    /// The payload of a mutation, or its fault's code as `fault`.
    pub(crate) async fn run(&self, who: &Actor, mutation: &str, input: Value, selection: &str) -> Value {
        let name = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
        let document = format!("mutation($input: {name}!) {{ {mutation}(input: $input) {{ {selection} }} }}");
        let mut answer = self.answer(who, &document, json!({ "input": input })).await;
        if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
            return json!({ "fault": code });
        }
        assert!(answer.get("errors").is_none(), "{document}: {answer}");
        answer["data"][mutation].take()
    }

    /// Signs somebody up; the payload.
    pub(crate) async fn sign_up(&self, who: &Somebody, input: Value) -> Value {
        let selection = "signUp { id state people occurrence waitingPosition label } errors { code field message }";
        self.run(&who.actor, "eventSignUp", input, selection).await
    }

    /// Signs somebody up who must get in or wait; the id of the sign-up.
    pub(crate) async fn signed_up(&self, who: &Somebody, event: &str, state: &str) -> String {
        let payload = self.sign_up(who, json!({ "event": event })).await;
        assert_eq!(payload["signUp"]["state"], state, "{payload}");
        payload["signUp"]["id"].as_str().unwrap().to_owned()
    }

    /// The mails that were written since the last look, by their recipients.
    pub(crate) async fn mails(&self) -> Vec<Mail> {
        let system = self.system();
        let mut mails = Vec::new();
        for letter in mail::lease(&system, 100).await.unwrap() {
            mail::settle(&system, &letter, Attempt::Sent).await.unwrap();
            mails.push(Mail { template: letter.template, to: letter.to, args: letter.args });
        }
        mails.sort_by(|a, b| (&a.to, &a.template).cmp(&(&b.to, &b.template)));
        mails
    }

    /// What a feed says at that city's host, if there is such a feed.
    pub(crate) async fn feed(&self, slug: &str, path: &str) -> Option<String> {
        let (name, rest) = path.strip_prefix("/feeds/").unwrap().split_once('/').unwrap();
        let feed = events::FEEDS.iter().find(|feed| feed.path.starts_with(&format!("/feeds/{name}/"))).unwrap();
        let scope = self.scope_in(slug, Actor::Anonymous);
        let variable = feed.path.rsplit_once('/').unwrap().1.trim_matches(['{', '}']).to_owned();
        let path = BTreeMap::from([(variable, rest.to_owned())]);
        let bytes = (feed.write)(&PageRequest { scope: &scope, path: &path, query: &[] }).await.unwrap()?;
        Some(String::from_utf8(bytes).unwrap().replace("\r\n ", ""))
    }
}

/// Columns and their values.
pub(crate) fn fields(values: &[(&str, &str)]) -> Fields {
    values.iter().map(|(column, value)| ((*column).to_owned(), (*value).to_owned())).collect()
}

/// The codes of a payload's errors, with their fields.
pub(crate) fn errors(payload: &Value) -> Vec<String> {
    let Some(errors) = payload["errors"].as_array() else { panic!("no payload: {payload}") };
    let told = |error: &Value| {
        assert!(!error["message"].as_str().unwrap().starts_with("refusal-"), "{error}");
        let code = error["code"].as_str().unwrap();
        error["field"].as_str().map_or_else(|| code.to_owned(), |field| format!("{code} {field}"))
    };
    errors.iter().map(told).collect()
}

/// Templates and recipients.
pub(crate) fn letters(mails: &[Mail]) -> Vec<(&str, &str)> {
    mails.iter().map(|mail| (mail.template.as_str(), mail.to.split('@').next().unwrap())).collect()
}

/// A server on loopback that always gives the answer that was set last, and keeps what it was asked.
pub(crate) struct Server {
    pub(crate) url: String,
    answer: Arc<Mutex<String>>,
    pub(crate) asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/calendar.ics", listener.local_addr().unwrap());
        let (answer, asked) = (Arc::new(Mutex::new(String::new())), Arc::new(Mutex::new(Vec::new())));
        let (give, keep) = (answer.clone(), asked.clone());
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let mut request = Vec::new();
                let mut buffer = [0; 4096];
                while !request.ends_with(b"\r\n\r\n") {
                    match stream.read(&mut buffer) {
                        Ok(0) | Err(_) => break,
                        Ok(read) => request.extend_from_slice(&buffer[..read]),
                    }
                }
                keep.lock().unwrap().push(String::from_utf8(request).unwrap().to_lowercase());
                let answer = give.lock().unwrap().clone();
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        Self { url, answer, asked }
    }

    pub(crate) fn says(&self, status: &str, headers: &[&str], body: &str) {
        let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        let length = body.len();
        *self.answer.lock().unwrap() =
            format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}");
    }

    /// A calendar of these events, each of lines.
    pub(crate) fn tells(&self, events: &[&str]) {
        let events: String = events.iter().map(|event| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n")).collect();
        self.says("200 OK", &["Content-Type: text/calendar"], &format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"));
    }
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
    let name = format!("events_{}", Uuid::now_v7().simple());
    let mut conn = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    conn.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    Some(format!("{server}/{name}"))
}

fn declare(folder: &Path, slug: &str, name: &str, teryt: &str) -> std::path::PathBuf {
    let folder = folder.join(slug);
    fs::create_dir_all(&folder).unwrap();
    let toml = format!(
        "slug = \"{slug}\"\nname = \"{name}\"\nhosts = [\"edu.{slug}.example\"]\nmodules = [\"events\"]\n\n\
         [area]\nteryt = \"{teryt}\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\n\
         districts = \"districts.geojson\"\n\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\n\
         [brand.tagline]\npl = \"{name} uczy\"\n"
    );
    fs::write(folder.join("tenant.toml"), toml).unwrap();
    let district = json!({ "type": "Feature", "properties": { "id": "pogodno", "name": "Pogodno" },
        "geometry": { "type": "Point", "coordinates": [14.6, 52.7] } });
    let districts = json!({ "type": "FeatureCollection", "features": [district] });
    fs::write(folder.join("districts.geojson"), districts.to_string()).unwrap();
    folder
}
