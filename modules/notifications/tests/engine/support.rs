//! A city of its own for each test, on SQLite or (with `TABLICA_TEST_DATABASE_URL`) on PostgreSQL: a school, two
//! districts, and people who want to be told.

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex},
};

use activities::{ActivityId, State};
use chrono::{DateTime, TimeDelta, Utc};
use directory::InstitutionId;
use identity::AccountId;
use kernel::{
    app::{App, Bells, PublicAddress},
    changes::Operation,
    clock::Clock,
    history::Fields,
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    refusal::Outcome,
    scope::{Actor, Scope, Tx},
    search::Search,
    store::Store,
    tenancy::{Registry, read_folder},
    values::List,
};
use notices::{Frequency, Notice, ReaderId, What};
use notifications::{Engine, Subscription, SubscriptionId};
use sea_orm::{ActiveModelTrait as _, ConnectionTrait as _, EntityTrait as _, IntoActiveModel as _, ModelTrait};
use serde_json::{Value, json};
use sqlx::{Connection as _, Executor as _, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;

/// A Friday at noon in Poland.
pub(crate) const NOW: &str = "2026-11-27T11:00:00Z";
const MODULES: [&str; 6] = ["activities", "events", "news", "safety", "debates", "notifications"];
const ALL: [What; 6] =
    [What::Appeared, What::PriceFell, What::PlaceFreed, What::EnrolmentOpened, What::Changed, What::CalledOff];

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub(crate) struct Movable(Mutex<DateTime<Utc>>);

impl Clock for Movable {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

pub(crate) struct City {
    pub(crate) app: Arc<App>,
    pub(crate) engine: Engine,
    pub(crate) school: InstitutionId,
    clock: Arc<Movable>,
    _folder: TempDir,
}

/// A notice as tests look at it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seen {
    pub(crate) reader: ReaderId,
    pub(crate) what: What,
    pub(crate) title: String,
    pub(crate) because: Vec<Uuid>,
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
    let name = format!("engine_{}", Uuid::now_v7().simple());
    let mut conn = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    conn.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    Some(format!("{server}/{name}"))
}

fn declare(folder: &Path) -> std::path::PathBuf {
    let folder = folder.join("debno");
    fs::create_dir_all(&folder).unwrap();
    let modules = MODULES.map(|module| format!("\"{module}\"")).join(", ");
    let toml = format!(
        "slug = \"debno\"\nname = \"Dębno\"\nhosts = [\"edu.debno.example\"]\nmodules = [{modules}]\n[area]\nteryt = \
         \"3210024\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, 14.9]\ndistricts = \"districts.geojson\"\n\
         [brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n[brand.tagline]\npl = \"Dębno uczy\"\n"
    );
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

/// Fields by column.
pub(crate) fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// What a refused write says.
pub(crate) fn good<T, K: std::fmt::Debug>(outcome: Outcome<T, K>) -> T {
    outcome.unwrap_or_else(|refused| panic!("{refused:?}"))
}

impl City {
    /// A city that is followed already: nobody hears of the school that is in it.
    pub(crate) async fn start() -> Self {
        let city = Self::bare().await;
        assert_eq!(city.follow().await, 0);
        city
    }

    /// A city with a school that nobody has followed yet.
    pub(crate) async fn bare() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Movable(Mutex::new(NOW.parse().unwrap())));
        let data = folder.path().join("data");
        let store = Arc::new(Store::connect(database().await.as_deref(), data.clone()).await.unwrap());
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let mut sources = vec![directory::SOURCE, activities::SOURCE, events::SOURCE, news::SOURCE];
        sources.extend(safety::SOURCES);
        sources.extend([debates::SOURCE, debates::QUESTIONS]);
        let app = Arc::new(App {
            clock: clock.clone(),
            store,
            registry,
            messages: messages(),
            search: Search::new(data, sources),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "https", port: None, base_domain: "tablica.example".to_owned() },
            bells: Bells::default(),
        });
        app.registry.apply(&read_folder(&declare(folder.path()), &MODULES).unwrap(), false).await.unwrap();
        let school = InstitutionId(Uuid::nil());
        let mut city = Self { app, engine: Engine::new(), school, clock, _folder: folder };
        let school = fields(&[
            ("name", "Szkoła Podstawowa nr 1"),
            ("kind", "PRIMARY_SCHOOL"),
            ("lat", "52.74"),
            ("lon", "14.69"),
            ("district", "rynek"),
        ]);
        city.school = city.write(async |tx| good(directory::service::create(tx, &school, "create").await)).await;
        city
    }

    pub(crate) fn scope(&self) -> Scope {
        let tenant = self.app.registry.current().tenants().next().unwrap().clone();
        Scope::new(self.app.clone(), tenant, Actor::System, Lang::Pl)
    }

    /// One unit of work.
    pub(crate) async fn write<T>(&self, work: impl AsyncFnOnce(&mut Tx) -> T) -> T {
        let mut tx = self.scope().begin().await.unwrap();
        let done = work(&mut tx).await;
        tx.commit().await.unwrap();
        done
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, time: TimeDelta) {
        *self.clock.0.lock().unwrap() += time;
    }

    /// Follows the change log; how many notices that wrote or changed.
    pub(crate) async fn follow(&self) -> usize {
        self.engine.follow(&self.scope()).await.unwrap()
    }

    /// Somebody with an account and an address that is theirs.
    pub(crate) async fn reader(&self, name: &str) -> ReaderId {
        self.write(async |tx| {
            let email = format!("{name}@example.org");
            let account: AccountId = identity::accounts::account_for_address(tx, &email, Lang::Pl).await.unwrap();
            let verified = format!("UPDATE account SET email_verified_at = created_at WHERE email = '{email}'");
            tx.db().execute_unprepared(&verified).await.unwrap();
            notices::readers::of_account(tx, account).await.unwrap().id
        })
        .await
    }

    /// Asks to be told at once of a target, whatever becomes of it.
    pub(crate) async fn subscribe(&self, reader: ReaderId, target: Value) -> Uuid {
        self.subscribe_to(reader, target, &ALL, Frequency::AtOnce).await
    }

    pub(crate) async fn subscribe_to(
        &self,
        reader: ReaderId,
        target: Value,
        about: &[What],
        frequency: Frequency,
    ) -> Uuid {
        let now = self.scope().now();
        let id = SubscriptionId::new(now);
        let row = Subscription {
            id,
            reader_id: reader,
            target,
            // Tests ask the same twice.
            fingerprint: id.global(),
            label: None,
            child_id: None,
            about: List(about.to_vec()),
            frequency,
            muted_at: None,
            removed_at: None,
            created_at: now,
            updated_at: now,
            last_told_at: None,
        };
        self.save(row.clone()).await;
        row.id.0
    }

    /// Writes a subscription as it is.
    pub(crate) async fn save(&self, row: Subscription) {
        self.write(async |tx| {
            let id = row.id;
            <Subscription as ModelTrait>::Entity::delete_by_id(id).exec(tx.db()).await.unwrap();
            row.into_active_model().reset_all().insert(tx.db()).await.unwrap();
            tx.changed(notifications::ENTITY, id.0, Operation::Upsert);
        })
        .await;
    }

    pub(crate) async fn subscription(&self, id: Uuid) -> Subscription {
        let db = self.scope().db().await.unwrap();
        let found = <Subscription as ModelTrait>::Entity::find_by_id(SubscriptionId(id)).one(&*db).await.unwrap();
        found.unwrap()
    }

    /// All notices, in the order of their entries' titles and of readers.
    pub(crate) async fn notices(&self) -> Vec<Notice> {
        let db = self.scope().db().await.unwrap();
        <Notice as ModelTrait>::Entity::find().all(&*db).await.unwrap()
    }

    pub(crate) async fn seen(&self) -> Vec<Seen> {
        let seen = self.notices().await.into_iter().map(|row| Seen {
            reader: row.reader_id,
            what: row.what,
            title: row.told["title"].as_str().unwrap_or_default().to_owned(),
            because: row.reasons.iter().map(|reason| reason.subscription).collect(),
        });
        let mut seen: Vec<Seen> = seen.collect();
        seen.sort_by(|one, other| (&one.title, one.reader).cmp(&(&other.title, other.reader)));
        seen
    }

    /// What happened of which entry, as notices say it; nobody is told of it again.
    pub(crate) async fn heard(&self) -> Vec<(What, String)> {
        let heard = self.seen().await.into_iter().map(|seen| (seen.what, seen.title)).collect();
        self.forget_notices().await;
        heard
    }

    pub(crate) async fn forget_notices(&self) {
        self.write(async |tx| tx.db().execute_unprepared("DELETE FROM notice").await.unwrap()).await;
    }

    /// Publishes an activity of the school; what is not told is as in any other.
    pub(crate) async fn activity(&self, pairs: &[(&str, &str)]) -> ActivityId {
        let fields = self.activity_fields(pairs);
        self.write(async |tx| good(activities::service::create(tx, &fields, "create").await)).await
    }

    pub(crate) fn activity_fields(&self, pairs: &[(&str, &str)]) -> Fields {
        let school = self.school.global();
        let base = [
            ("title", "Robotyka"),
            ("institution", school.as_str()),
            ("interests", "robotics"),
            ("min_age", "7"),
            ("max_age", "10"),
            ("price", "180"),
            ("price_unit", "month"),
        ];
        let told = |name: &str| pairs.iter().any(|(known, _)| *known == name);
        let base = base.into_iter().filter(|(name, _)| !told(name)).collect::<Vec<_>>();
        fields(
            &base.into_iter().chain(pairs.iter().copied()).filter(|(_, value)| !value.is_empty()).collect::<Vec<_>>(),
        )
    }

    /// Changes an activity to these fields; what is not told is as in any other.
    pub(crate) async fn change(&self, id: ActivityId, pairs: &[(&str, &str)]) {
        let fields = self.activity_fields(pairs);
        self.write(async |tx| good(activities::service::update(tx, id, &fields, "update", None).await)).await;
    }

    pub(crate) async fn set_state(&self, id: ActivityId, state: State) {
        self.write(async |tx| activities::service::set_state(tx, id, state, None).await.unwrap()).await;
    }

    /// Publishes an event of the school on the 5th of December.
    pub(crate) async fn event(&self, pairs: &[(&str, &str)]) -> events::EventId {
        let fields = self.event_fields(pairs);
        self.write(async |tx| good(events::service::create(tx, &fields, "create").await)).await
    }

    pub(crate) async fn change_event(&self, id: events::EventId, pairs: &[(&str, &str)]) {
        let fields = self.event_fields(pairs);
        self.write(async |tx| good(events::service::update(tx, id, &fields, "update", None).await)).await;
    }

    fn event_fields(&self, pairs: &[(&str, &str)]) -> Fields {
        let school = self.school.global();
        let base = [("title", "Turniej szachowy"), ("institution", school.as_str()), ("starts", "2026-12-05T16:00")];
        let told = |name: &str| pairs.iter().any(|(known, _)| *known == name);
        let base = base.into_iter().filter(|(name, _)| !told(name)).collect::<Vec<_>>();
        fields(&base.into_iter().chain(pairs.iter().copied()).collect::<Vec<_>>())
    }
}
