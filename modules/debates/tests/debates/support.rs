//! Two cities in one installation for each test, on SQLite, with a clock that can be moved; a debate, and people.

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
use debates::graphql::{AskedFrom, DebatesMutation, DebatesQuery};
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
    mail,
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

/// A Tuesday at noon in Poland.
const NOW: &str = "2026-11-24T11:00:00Z";

/// A clock that goes on by a second whenever it is looked at, so that whatever is made later sorts later.
#[derive(Debug)]
pub(crate) struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.fetch_add(1, Ordering::Relaxed), 0).unwrap()
    }
}

#[derive(MergedObject, Default)]
pub(crate) struct Query(IdentityQuery, DebatesQuery);

pub(crate) struct World {
    pub(crate) app: Arc<App>,
    clock: Arc<Ticking>,
    schema: Schema<Pruned<Query>, Pruned<DebatesMutation>, EmptySubscription>,
    _folder: TempDir,
}

/// A mail that was written.
pub(crate) struct Letter {
    pub(crate) template: String,
    pub(crate) to: String,
    pub(crate) args: Value,
}

impl Letter {
    /// The token of the link in it.
    pub(crate) fn token(&self) -> String {
        token_of(&self.args["link"])
    }

    /// The token of the link that takes a question back.
    pub(crate) fn withdrawal(&self) -> String {
        token_of(&self.args["withdraw"])
    }
}

fn token_of(path: &Value) -> String {
    let path = path.as_str().unwrap();
    path.strip_prefix("/debaty/link/").unwrap_or_else(|| panic!("{path}")).to_owned()
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

impl World {
    pub(crate) async fn start() -> Self {
        static EXTENDED: Once = Once::new();
        EXTENDED.call_once(debates::graphql::extensions);
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Ticking(AtomicI64::new(NOW.parse::<DateTime<Utc>>().unwrap().timestamp())));
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(None, data.clone()).await.unwrap());
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let sources = vec![directory::SOURCE, debates::SOURCE, debates::QUESTIONS];
        let app = Arc::new(App {
            clock: clock.clone(),
            store,
            registry,
            messages: messages(),
            search: Search::new(data, sources),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: Some(8080), base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        for (slug, name) in [("debno", "Dębno"), ("radom", "Radom")] {
            let declaration = folder.path().join(slug);
            fs::create_dir_all(&declaration).unwrap();
            let toml = format!(
                "slug = \"{slug}\"\nname = \"{name}\"\nhosts = [\"edu.{slug}.example\"]\nmodules = [\"{}\"]\n\
                 [area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\n\
                 [brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n",
                debates::MODULE,
            );
            fs::write(declaration.join("tenant.toml"), toml).unwrap();
            let declaration = read_folder(&declaration, &[debates::MODULE]).unwrap();
            app.registry.apply(&declaration, false).await.unwrap();
        }
        let modules = std::iter::once(debates::MODULE.to_owned()).collect();
        let schema = for_modules(&modules, || {
            Schema::build(Pruned(Query::default()), Pruned(DebatesMutation), EmptySubscription).finish()
        });
        Self { app, clock, schema, _folder: folder }
    }

    pub(crate) fn forward(&self, hours: i64) {
        self.clock.0.fetch_add(hours * 3600, Ordering::Relaxed);
    }

    pub(crate) fn in_city(&self, slug: &str, actor: Actor) -> Scope {
        let slug: Slug = slug.parse().unwrap();
        let tenant = self.app.registry.current().get(&slug).unwrap().clone();
        Scope::new(self.app.clone(), tenant, actor, Lang::Pl)
    }

    pub(crate) fn scope(&self, actor: Actor) -> Scope {
        self.in_city("debno", actor)
    }

    pub(crate) fn system(&self) -> Scope {
        self.scope(Actor::System)
    }

    /// A debate on 5 December that takes questions from 20 November to 4 December, both days included; its global id.
    pub(crate) async fn debate(&self, more: &[(&str, &str)]) -> String {
        let mut fields = Fields::from(
            [
                ("title", "Szkoły za dziesięć lat"),
                ("description", "O czym **rozmawiamy**?"),
                ("starts", "2026-12-05T16:00"),
                ("ends", "2026-12-05T18:00"),
                ("questions_open", "2026-11-20"),
                ("questions_close", "2026-12-04"),
                ("venue", "Ratusz"),
                ("street", "Rynek"),
                ("building", "1"),
                ("city", "Dębno"),
                ("languages", "pl|uk"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
        fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let system = self.system();
        let mut tx = system.begin().await.unwrap();
        let id = (debates::ENTRIES.create)(&mut tx, &fields, "create").await.unwrap();
        tx.commit().await.unwrap();
        system.settle().await.unwrap();
        (debates::ENTRIES.global)(id)
    }

    /// An account whose address is known to be theirs, and who holds it, with a role over the city.
    pub(crate) async fn person(&self, name: &str, role: Option<Role>) -> Actor {
        self.account(name, role, true).await
    }

    pub(crate) async fn account(&self, name: &str, role: Option<Role>, is_verified: bool) -> Actor {
        let system = self.system();
        let mut tx = system.begin().await.unwrap();
        let email = format!("{}@example.org", name.to_lowercase());
        let account = identity::accounts::account_for_address(&mut tx, &email, Lang::Pl).await.unwrap();
        let verified = if is_verified { "created_at" } else { "NULL" };
        let named =
            format!("UPDATE account SET name = '{name}', email_verified_at = {verified} WHERE email = '{email}'");
        tx.db().execute_unprepared(&named).await.unwrap();
        tx.commit().await.unwrap();
        let mut grants = Vec::new();
        if let Some(role) = role {
            let mut tx = system.begin().await.unwrap();
            identity::roles::grant(&mut tx, account, role, None).await.unwrap();
            tx.commit().await.unwrap();
            grants.push(Grant { role, party: None });
        }
        Actor::Person(Arc::new(Person { account: account.0, via: Via::Session(Uuid::nil()), grants }))
    }

    pub(crate) async fn run_in(&self, city: &str, actor: &Actor, document: Request) -> async_graphql::Response {
        let scope = self.in_city(city, actor.clone());
        let descriptions = DataLoader::new(debates::DescriptionLoader(scope.clone()), tokio::spawn);
        let pictures = DataLoader::new(media::PictureLoader(scope.clone()), tokio::spawn);
        let files = DataLoader::new(media::FileLoader(scope.clone()), tokio::spawn);
        let request = document.data(descriptions).data(pictures).data(files).data(Budget::default()).data(scope);
        self.schema.execute(request).await
    }

    pub(crate) async fn run(&self, actor: &Actor, document: &str) -> async_graphql::Response {
        self.run_in("debno", actor, Request::new(document)).await
    }

    pub(crate) async fn data(&self, actor: &Actor, document: &str) -> Value {
        data(self.run(actor, document).await)
    }

    pub(crate) async fn code(&self, actor: &Actor, document: &str) -> String {
        code(&self.run(actor, document).await)
    }

    /// The payload of a mutation.
    pub(crate) async fn payload(&self, actor: &Actor, field: &str, input: Value, selection: &str) -> Value {
        data(self.response("debno", actor, field, input, selection).await)[field].take()
    }

    pub(crate) async fn response(
        &self,
        city: &str,
        actor: &Actor,
        field: &str,
        input: Value,
        selection: &str,
    ) -> async_graphql::Response {
        let name = format!("{}{}Input", field[..1].to_uppercase(), &field[1..]);
        let document = format!("mutation($input: {name}!) {{ {field}(input: $input) {{ {selection} }} }}");
        let variables = async_graphql::Variables::from_json(serde_json::json!({ "input": input }));
        self.run_in(city, actor, Request::new(document).variables(variables)).await
    }

    /// The same from a place.
    pub(crate) async fn payload_from(&self, place: &str, field: &str, input: Value, selection: &str) -> Value {
        let name = format!("{}{}Input", field[..1].to_uppercase(), &field[1..]);
        let document = format!("mutation($input: {name}!) {{ {field}(input: $input) {{ {selection} }} }}");
        let variables = async_graphql::Variables::from_json(serde_json::json!({ "input": input }));
        let request = Request::new(document).variables(variables).data(AskedFrom(place.to_owned()));
        data(self.run_in("debno", &Actor::Anonymous, request).await)[field].take()
    }

    /// Asks, and expects that it works; what became of it.
    pub(crate) async fn ask(&self, actor: &Actor, debate: &str, text: &str, email: Option<&str>) -> String {
        let input = serde_json::json!({ "debate": debate, "text": text, "email": email, "consent": true });
        let payload = self.payload(actor, "questionAsk", input, "state errors { code field message }").await;
        payload["state"].as_str().unwrap_or_else(|| panic!("{payload}")).to_owned()
    }

    /// Asks, confirms if need be, and publishes; the question's global id.
    pub(crate) async fn publish(&self, editor: &Actor, asker: &Actor, debate: &str, text: &str) -> String {
        if self.ask(asker, debate, text, Some("ktos@example.org")).await == "CONFIRM_BY_MAIL" {
            let token = self.letters().await.pop().unwrap().token();
            self.confirm(&token).await;
        }
        let id = self.waiting(editor, debate, text).await;
        self.moderate(editor, &[&id], "PUBLISH").await;
        id
    }

    pub(crate) async fn confirm(&self, token: &str) -> Value {
        let input = serde_json::json!({ "token": token });
        self.payload(&Actor::Anonymous, "questionConfirm", input, "question { id } errors { code message }").await
    }

    /// The id of a question that waits.
    pub(crate) async fn waiting(&self, editor: &Actor, debate: &str, text: &str) -> String {
        let document = format!("{{ questionsToModerate(debate: \"{debate}\", first: 100) {{ nodes {{ id text }} }} }}");
        let data = self.data(editor, &document).await;
        let nodes = data["questionsToModerate"]["nodes"].as_array().unwrap();
        let found = nodes.iter().find(|node| node["text"] == text).unwrap_or_else(|| panic!("{text}: {data}"));
        found["id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn moderate(&self, editor: &Actor, ids: &[&str], decision: &str) -> Value {
        let input = serde_json::json!({ "ids": ids, "decision": decision });
        self.moderated(editor, input).await
    }

    pub(crate) async fn moderated(&self, editor: &Actor, input: Value) -> Value {
        let selection = "questions { state supports reason version mergedInto { id } } errors { code field message }";
        self.payload(editor, "questionModerate", input, selection).await
    }

    /// Supports a question; the payload.
    pub(crate) async fn support(&self, actor: &Actor, question: &str, email: Option<&str>) -> Value {
        let input = serde_json::json!({ "question": question, "email": email });
        let selection = "support { state question { supports isSupported } } errors { code field message }";
        self.payload(actor, "questionSupport", input, selection).await
    }

    /// How many people support a question, as everybody sees it.
    pub(crate) async fn supports(&self, question: &str) -> i64 {
        let data = self.data(&Actor::Anonymous, &format!("{{ question(id: \"{question}\") {{ supports }} }}")).await;
        data["question"]["supports"].as_i64().unwrap_or(-1)
    }

    /// The mails that were written since the last look, the oldest first.
    pub(crate) async fn letters(&self) -> Vec<Letter> {
        let system = self.system();
        let mut letters = Vec::new();
        let mut leased = mail::lease(&system, 100).await.unwrap();
        leased.sort_by_key(|letter| letter.id);
        for letter in leased {
            mail::settle(&system, &letter, mail::Attempt::Sent).await.unwrap();
            letters.push(Letter { template: letter.template, to: letter.to, args: letter.args });
        }
        letters
    }

    /// Templates and recipients of the mails since the last look.
    pub(crate) async fn mailed(&self) -> Vec<(String, String)> {
        let mut mailed: Vec<_> = self.letters().await.into_iter().map(|letter| (letter.template, letter.to)).collect();
        mailed.sort();
        mailed
    }

    /// A feed, as text.
    pub(crate) async fn feed(&self, path: &str) -> String {
        let scope = self.scope(Actor::Anonymous);
        let segments = std::collections::BTreeMap::new();
        let request = kernel::page::PageRequest { scope: &scope, path: &segments, query: &[] };
        let feed = debates::FEEDS.into_iter().find(|feed| feed.path == path).unwrap();
        String::from_utf8((feed.write)(&request).await.unwrap().unwrap()).unwrap()
    }

    pub(crate) async fn count(&self, sql: &str) -> i64 {
        let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql.to_owned());
        let row = self.system().db().await.unwrap().query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
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
