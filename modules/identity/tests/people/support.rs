//! A city, its people, their mails.

use std::{
    borrow::Cow,
    fs,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, Duration, Utc};
use directory::InstitutionId;
use identity::{AccountId, Kind, accounts, roles, sessions};
use kernel::{
    access::Role,
    app::{App, PublicAddress},
    clock::Clock,
    error::Code,
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    mail::{self, Leased},
    refusal::{Outcome, Refused},
    scope::{Actor, Scope},
    search::Search,
    store::Store,
    tenancy::{Registry, read_folder},
};
use sea_orm::ConnectionTrait as _;
use tempfile::TempDir;

pub(crate) const NOW: &str = "2026-09-15T10:00:00Z";
pub(crate) const HOST: &str = "edu.debno.example";
pub(crate) const BROWSER: &str = "the cookie of a browser";

/// A clock whose hands are moved by the test.
#[derive(Debug)]
struct Hands(Mutex<DateTime<Utc>>);

impl Clock for Hands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

pub(crate) struct City {
    pub(crate) app: Arc<App>,
    clock: Arc<Hands>,
    _folder: TempDir,
}

impl City {
    pub(crate) async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Hands(Mutex::new(NOW.parse().unwrap())));
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(database().await.as_deref(), data.clone()).await.unwrap());
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let app = Arc::new(App {
            clock: clock.clone(),
            store,
            registry,
            messages: messages(),
            search: Search::new(data, vec![directory::SOURCE]),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: None, base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        });
        for (slug, name, teryt) in [("debno", "Dębno", "3210024"), ("goleniow", "Goleniów", "3204024")] {
            let declared = declare(folder.path(), slug, name, teryt);
            app.registry.apply(&read_folder(&declared, &[]).unwrap(), false).await.unwrap();
        }
        Self { app, clock, _folder: folder }
    }

    pub(crate) fn pass(&self, time: Duration) {
        *self.clock.0.lock().unwrap() += time;
    }

    /// The system itself, in the city that most tests look at.
    pub(crate) fn scope(&self) -> Scope {
        self.scope_in("debno", Actor::System)
    }

    pub(crate) fn scope_in(&self, slug: &str, actor: Actor) -> Scope {
        let tenant = self.app.registry.current().get(&slug.parse().unwrap()).unwrap().clone();
        Scope::new(self.app.clone(), tenant, actor, Lang::Pl)
    }

    pub(crate) fn anonymous(&self) -> Scope {
        self.scope_in("debno", Actor::Anonymous)
    }

    /// An account with a confirmed address, and whoever it is signed in.
    pub(crate) async fn person(&self, email: &str) -> Scope {
        let account = self.account(email).await;
        self.signed_in(account).await
    }

    pub(crate) async fn account(&self, email: &str) -> AccountId {
        let mut tx = self.scope().begin().await.unwrap();
        let account = accounts::account_for_address(&mut tx, email, Lang::Pl).await.unwrap();
        let confirmed = format!("UPDATE account SET email_verified_at = created_at WHERE email = '{email}'");
        tx.db().execute_unprepared(&confirmed).await.unwrap();
        tx.commit().await.unwrap();
        account
    }

    /// A new session of an account, with what it holds now.
    pub(crate) async fn signed_in(&self, account: AccountId) -> Scope {
        let mut tx = self.scope().begin().await.unwrap();
        let token = sessions::open(&mut tx, account, HOST, "Firefox/140.0 Android").await.unwrap();
        tx.commit().await.unwrap();
        let resumed = sessions::resume(&self.scope(), &token, HOST).await.unwrap().unwrap();
        self.scope_in("debno", Actor::Person(resumed.person.into()))
    }

    /// A person with a role, given by the system.
    pub(crate) async fn with_role(&self, email: &str, role: Role, party: Option<InstitutionId>) -> Scope {
        let account = self.account(email).await;
        self.grant(account, role, party).await;
        self.signed_in(account).await
    }

    pub(crate) async fn grant(&self, account: AccountId, role: Role, party: Option<InstitutionId>) {
        let mut tx = self.scope().begin().await.unwrap();
        roles::grant(&mut tx, account, role, party).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Two institutions.
    pub(crate) async fn institutions(&self) -> [InstitutionId; 2] {
        let csv = "id;name;kind;street;building;postal_code;city;lat;lon\n\
                   a;Szkoła Podstawowa nr 1;PRIMARY_SCHOOL;ul. Leśna;5;74-400;Dębno;52.74;14.69\n\
                   b;Dom Kultury;CULTURE_CENTRE;ul. Długa;1;74-400;Dębno;52.75;14.70\n";
        let scope = self.scope();
        let report = directory::import_institutions(&scope, csv.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
        assert!(report.rejected.is_empty(), "{report:?}");
        self.app.search.catch_up(&scope).await.unwrap();
        let known = directory::service::resolve_references(&scope.fresh(), &["a".to_owned(), "b".to_owned()]).await;
        let known = known.unwrap();
        [known["a"], known["b"]]
    }

    /// The mails that were written since this was last asked.
    pub(crate) async fn mails(&self) -> Vec<Leased> {
        mail::lease(&self.scope(), 100).await.unwrap()
    }

    /// Code and link's token of the last mail about signing in.
    pub(crate) async fn code_and_link(&self) -> (String, String) {
        let mails = self.mails().await;
        let mail = mails.iter().rfind(|mail| mail.template == "identity/sign_in").unwrap();
        let text = |name: &str| mail.args[name].as_str().unwrap().to_owned();
        (text("code"), token_of(&text("link")))
    }
}

/// The last part of a path.
pub(crate) fn token_of(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

pub(crate) fn account_of(scope: &Scope) -> AccountId {
    AccountId(scope.actor.account().unwrap())
}

/// The kinds of what was refused.
pub(crate) fn kinds<T: std::fmt::Debug>(outcome: Outcome<T, Kind>) -> Vec<Kind> {
    match outcome {
        Err(Refused::Problems(problems)) => problems.into_iter().map(|problem| problem.kind).collect(),
        other => panic!("nothing the person can mend: {other:?}"),
    }
}

/// The code of a fault.
pub(crate) fn code<T: std::fmt::Debug>(outcome: Outcome<T, Kind>) -> Code {
    match outcome {
        Err(Refused::Fault(fault)) => fault.code,
        other => panic!("no fault: {other:?}"),
    }
}

/// Runs a use-case in a transaction of its own, which lasts if it succeeds.
macro_rules! within {
    ($scope:expr, |$tx:ident| $work:expr) => {{
        let mut tx = $scope.begin().await.unwrap();
        let $tx = &mut tx;
        let outcome = $work.await;
        if outcome.is_ok() {
            tx.commit().await.unwrap();
        }
        outcome
    }};
}
pub(crate) use within;

fn declare(folder: &Path, slug: &str, name: &str, teryt: &str) -> std::path::PathBuf {
    let folder = folder.join("tenants").join(slug);
    fs::create_dir_all(&folder).unwrap();
    let toml = format!(
        "slug = \"{slug}\"\nname = \"{name}\"\nhosts = [\"edu.{slug}.example\"]\nmodules = []\n\n[area]\nteryt = \"{teryt}\"\n\
         centre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\ndistricts = \"districts.geojson\"\n\n\
         [brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n\n[brand.tagline]\npl = \"{name} uczy\"\n"
    );
    fs::write(folder.join("tenant.toml"), toml).unwrap();
    let districts = r#"{ "type": "FeatureCollection", "features": [{ "type": "Feature",
        "properties": { "id": "pogodno", "name": "Pogodno" },
        "geometry": { "type": "Point", "coordinates": [14.60, 52.70] } }] }"#;
    fs::write(folder.join("districts.geojson"), districts).unwrap();
    folder
}

fn messages() -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/i18n");
    Messages::load(Lang::ALL.map(|lang| {
        let file = folder.join(lang.tag()).join("identity.ftl");
        (lang, file.display().to_string(), Cow::Owned(fs::read_to_string(file).unwrap()))
    }))
    .unwrap()
}

/// A database of its own on the test server, if there is one.
async fn database() -> Option<String> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let server = std::env::vars().find(|(name, _)| name == "TABLICA_TEST_DATABASE_URL").map(|(_, url)| url)?;
    let name = format!("people_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let conn = sea_orm::Database::connect(format!("{server}/postgres")).await.unwrap();
    conn.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    Some(format!("{server}/{name}"))
}
