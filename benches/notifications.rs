//! What it costs that people are told: 100 000 subscriptions of a city, a changed activity, a morning's mail to 20 000
//! readers, and the time from a change to a mail that is handed over.
//!
//! `cargo bench --bench notifications` prints figures; `-- watched`, `-- morning` and `-- latency` measure one of them.
//! Compare ratios of two runs on one machine, not absolutes.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "what is measured is to be read")]

use std::{
    collections::HashMap,
    net::SocketAddr,
    path::Path,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use activities::{Activity, ActivityId};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    app::App,
    changes::Operation,
    clock::Clock,
    i18n::Lang,
    mail::{Lane, Mail, enqueue},
    scope::{Actor, Scope},
    tenancy::read_folder,
    values::List,
};
use notices::{Frequency, Item, Reader, ReaderId, Reason, State, What};
use notifications::{Engine, Subscription, SubscriptionId};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, ModelTrait, QueryFilter as _,
};
use serde_json::{Value, json};
use tablica::{
    config::Config,
    demo, modules,
    server::{self, Server},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};
use uuid::Uuid;

/// Subscriptions of the city, and its readers.
const SUBSCRIPTIONS: usize = 100_000;
const READERS: usize = 20_000;
/// Activities that are changed, one after the other.
const CHANGES: usize = 60;
/// Engines by which it is measured what one keeps in memory.
const MEASURED: usize = 5;
/// Mails whose way from a change to the mail server is timed.
const TIMED: usize = 100;
/// Mail providers over which readers are spread: each gets no more than its share a minute.
const PROVIDERS: usize = 200;
/// Rows of one `INSERT`.
const ROWS: usize = 1000;

#[tokio::main]
async fn main() {
    let asked = std::env::args().nth(1).filter(|name| !name.starts_with('-'));
    let is_asked = |name: &str| asked.as_deref().is_none_or(|asked| asked == name);
    if is_asked("watched") {
        watched().await;
    }
    if is_asked("morning") {
        morning().await;
    }
    if is_asked("latency") {
        latency().await;
    }
}

/// A clock that goes on by itself, and can be put forward. It begins at noon on a working day.
#[derive(Debug)]
struct Forward {
    began: Instant,
    noon: Mutex<DateTime<Utc>>,
}

impl Clock for Forward {
    fn now(&self) -> DateTime<Utc> {
        *self.noon.lock().unwrap() + self.began.elapsed()
    }
}

struct City {
    app: Arc<App>,
    config: Config,
    clock: Arc<Forward>,
    _folder: TempDir,
}

impl City {
    /// Szczecin with its made-up catalogue, which the engine knows already.
    async fn start(smtp: Option<SocketAddr>) -> (Self, Engine) {
        let folder = tempfile::tempdir().unwrap();
        let clock =
            Arc::new(Forward { began: Instant::now(), noon: Mutex::new("2026-12-01T11:00:00Z".parse().unwrap()) });
        let smtp_url = smtp.map(|at| format!("smtp://{at}"));
        let config = Config { data_dir: folder.path().to_owned(), smtp_url, ..Config::default() };
        let app = server::open(&config, clock.clone()).await.unwrap();
        let declaration = Path::new(env!("CARGO_MANIFEST_DIR")).join("tenants/szczecin");
        app.registry.apply(&read_folder(&declaration, modules::SWITCHABLE).unwrap(), true).await.unwrap();
        let city = Self { app, config, clock, _folder: folder };
        demo::fill(&city.scope()).await.unwrap();
        let engine = Engine::new();
        engine.follow(&city.scope()).await.unwrap();
        (city, engine)
    }

    fn scope(&self) -> Scope {
        let tenant = self.app.registry.current().tenants().next().unwrap().clone();
        Scope::new(self.app.clone(), tenant, Actor::System, Lang::Pl)
    }

    /// Readers without accounts, each at one of many providers.
    async fn readers(&self, count: usize) -> Vec<ReaderId> {
        let scope = self.scope();
        let now = scope.now();
        let reader = |number: usize| Reader {
            id: ReaderId(Uuid::from_u128((1 << 100) + number as u128)),
            account_id: None,
            email: Some(format!("reader{number}@p{}.example", number % PROVIDERS)),
            lang: "pl".to_owned(),
            state: State::Confirmed,
            confirmed_at: Some(now),
            proof: json!([]),
            quiet_from: 21 * 60,
            quiet_until: 7 * 60,
            keeps_holidays: true,
            daily_at: 7 * 60,
            weekly_on: 5,
            paused_at: None,
            generation: 0,
            last_at_once: None,
            created_at: now,
            updated_at: now,
        };
        let numbers: Vec<usize> = (0..count).collect();
        let tx = scope.begin().await.unwrap();
        for chunk in numbers.chunks(ROWS) {
            let rows = chunk.iter().map(|number| reader(*number).into_active_model().reset_all());
            <Reader as ModelTrait>::Entity::insert_many(rows).exec_without_returning(tx.db()).await.unwrap();
        }
        tx.commit().await.unwrap();
        numbers.into_iter().map(|number| reader(number).id).collect()
    }

    /// Keeps no more in memory than some at a time, so that what is measured later is not what this left behind.
    async fn subscribe(&self, wanted: impl Iterator<Item = (ReaderId, Value, Frequency)>) {
        let scope = self.scope();
        let now = scope.now();
        let about = vec![What::Appeared, What::PlaceFreed, What::PriceFell, What::EnrolmentOpened];
        let row = |(number, (reader, target, frequency)): (usize, (ReaderId, Value, Frequency))| Subscription {
            id: SubscriptionId(Uuid::from_u128((1 << 101) + number as u128)),
            reader_id: reader,
            target,
            fingerprint: number.to_string(),
            label: None,
            child_id: None,
            about: List(about.clone()),
            frequency,
            muted_at: None,
            removed_at: None,
            created_at: now,
            updated_at: now,
            last_told_at: None,
        };
        let mut rows = wanted.enumerate().map(row).peekable();
        while rows.peek().is_some() {
            let rows: Vec<Subscription> = rows.by_ref().take(ROWS).collect();
            let mut tx = scope.begin().await.unwrap();
            let models = rows.iter().map(|row| row.clone().into_active_model().reset_all());
            <Subscription as ModelTrait>::Entity::insert_many(models).exec_without_returning(tx.db()).await.unwrap();
            for row in &rows {
                tx.changed(notifications::ENTITY, row.id.0, Operation::Upsert);
            }
            tx.commit().await.unwrap();
        }
    }

    async fn activities(&self) -> Vec<Activity> {
        let snapshot = self.scope().snapshot().await.unwrap();
        let mut rows: Vec<Activity> =
            snapshot.cards::<activities::Card>(activities::ENTITY).map(|card| card.row.clone()).collect();
        rows.sort_unstable_by_key(|row| row.id);
        rows
    }

    /// Makes an activity cost that much.
    async fn price(&self, id: ActivityId, minor: i64) {
        type Entity = <Activity as ModelTrait>::Entity;
        type Column = <Entity as sea_orm::EntityTrait>::Column;
        let mut tx = self.scope().begin().await.unwrap();
        let column = <Column as std::str::FromStr>::from_str("price_minor").unwrap();
        let key = <Column as std::str::FromStr>::from_str("id").unwrap();
        let price = sea_orm::sea_query::Expr::value(minor);
        Entity::update_many().col_expr(column, price).filter(key.eq(id)).exec(tx.db()).await.unwrap();
        tx.changed(activities::ENTITY, id.0, Operation::Upsert);
        tx.commit().await.unwrap();
    }
}

/// A small generator of numbers (xorshift64*).
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn holds(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const TEXTS: [&str; 24] = [
    "robotyka",
    "szachy",
    "taniec",
    "angielski",
    "basen",
    "piłka nożna",
    "gitara",
    "plastyka",
    "balet",
    "programowanie",
    "karate",
    "judo",
    "śpiew",
    "teatr",
    "ceramika",
    "lego",
    "półkolonie",
    "konie",
    "wspinaczka",
    "gimnastyka",
    "koszykówka",
    "akrobatyka",
    "matematyka",
    "skrzypce",
];

/// What people of a city ask for: most search for something, near home and for an age; some follow what they go to.
fn wanted<'a>(
    draw: &'a mut Draw,
    readers: &'a [ReaderId],
    activities: &'a [Activity],
) -> impl Iterator<Item = (ReaderId, Value, Frequency)> + 'a {
    (0..SUBSCRIPTIONS).map(move |number| {
        let frequency = draw.one(&[Frequency::AtOnce, Frequency::Daily, Frequency::Daily, Frequency::Weekly]);
        let target = if draw.holds(15) {
            json!({ "entry": draw.one(activities).id.global() })
        } else {
            let mut asked = json!({ "query": draw.one(&TEXTS), "filter": { "age": 4 + draw.below(12) } });
            if draw.holds(40) {
                asked["filter"]["maxPrice"] = json!((80 + draw.below(20) * 10).to_string());
            }
            if draw.holds(70) {
                let (lat, lon) = (53.36 + draw.below(140) as f64 / 1000.0, 14.42 + draw.below(2500) as f64 / 10_000.0);
                let radius = draw.one(&[1000, 2000, 3000, 5000]);
                asked["near"] = json!({ "lat": lat, "lon": lon, "radiusMeters": radius });
            }
            json!({ "activities": asked })
        };
        (readers[number % readers.len()], target, frequency)
    })
}

/// Memory of this process in megabytes.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = status.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default();
    pages * 4096.0 / 1e6
}

fn spread(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!("{name}: median {:.1?}, p95 {:.1?}, slowest {:.1?}", at(50), at(95), at(100));
}

/// 100 000 subscriptions are kept, and activities change.
async fn watched() {
    let (city, engine) = City::start(None).await;
    let mut draw = Draw(0x5EED_BE9C_0001);
    let (readers, activities) = (city.readers(READERS).await, city.activities().await);
    city.subscribe(wanted(&mut draw, &readers, &activities)).await;
    let priced: Vec<&Activity> =
        activities.iter().filter(|row| row.price_minor.is_some_and(|price| price > 1000)).collect();
    let slug = city.scope().tenant.slug.clone();
    city.price(priced[0].id, 900).await;
    let began = Instant::now();
    engine.follow(&city.scope()).await.unwrap();
    println!("{} subscriptions read and kept in {:.1?}", engine.watched(&slug).await, began.elapsed());
    // What reading them takes besides is free again afterwards, and taken by the next that keep them; from then on, each
    // grows by what it keeps.
    let (mut others, mut before) = (Vec::new(), 0.0);
    for number in 0..2 * MEASURED {
        if number == MEASURED {
            before = memory();
        }
        let other = Engine::new();
        city.price(priced[0].id, 800 - number as i64).await;
        other.follow(&city.scope()).await.unwrap();
        assert_eq!(other.watched(&slug).await, SUBSCRIPTIONS);
        others.push(other);
    }
    println!("memory: {:.0} MB to keep them", (memory() - before) / MEASURED as f64);
    drop(others);
    engine.follow(&city.scope()).await.unwrap();
    let (mut foreseen, mut followed, mut told) = (Vec::new(), Vec::new(), 0);
    for row in priced.iter().skip(1).take(CHANGES) {
        city.price(row.id, row.price_minor.unwrap_or_default() - 100).await;
        // As in a server, index and cards follow at once.
        city.scope().settle().await.unwrap();
        // Who is told for the first time is named, which those are spared who were before.
        engine.foresee(&city.scope(), activities::ENTITY, &[row.id.0]).await.unwrap();
        let began = Instant::now();
        told += engine.foresee(&city.scope(), activities::ENTITY, &[row.id.0]).await.unwrap();
        foreseen.push(began.elapsed());
        let began = Instant::now();
        engine.follow(&city.scope()).await.unwrap();
        followed.push(began.elapsed());
    }
    println!("{} readers told of a change, on the average", told / CHANGES);
    spread("matched and fanned out", foreseen);
    spread("the same, written down", followed);
}

/// Everybody is told in the morning of what happened the day before.
async fn morning() {
    let (post, at) = Post::open().await;
    let (city, _) = City::start(Some(at)).await;
    let (readers, activities) = (city.readers(READERS).await, city.activities().await);
    let item = |reader: ReaderId, row: &Activity| Item {
        reader,
        what: What::Appeared,
        entity: activities::ENTITY.to_owned(),
        entity_id: row.id.0,
        told: json!({ "title": row.title, "path": format!("/zajecia/{}/x", row.id.global()), "owners": [], "area": null,
            "facts": { "price": { "minor": row.price_minor, "unit": "MONTH" }, "place": "Leśna 3", "is_on": true },
            "from": {}, "changed": [] }),
        reasons: vec![Reason { subscription: Uuid::from_u128(7), label: "robotyka".to_owned(), child: None }],
        frequency: Frequency::Daily,
        urgent: false,
    };
    let began = Instant::now();
    let mut draw = Draw(0x5EED_BE9C_0002);
    for chunk in readers.chunks(ROWS / 4) {
        let items =
            chunk.iter().flat_map(|reader| (0..4).map(|_| item(*reader, &draw.one(&activities))).collect::<Vec<_>>());
        let items = items.collect();
        let mut tx = city.scope().begin().await.unwrap();
        notices::add(&mut tx, items).await.unwrap();
        tx.commit().await.unwrap();
    }
    println!("{} readers told of four things each in {:.1?}", READERS, began.elapsed());
    *city.clock.noon.lock().unwrap() += TimeDelta::hours(20);
    let began = Instant::now();
    notices::deliver_due(&city.scope()).await.unwrap();
    println!("{READERS} readers' mails written in {:.1?}", began.elapsed());
    let server = Arc::new(Server::new(city.app.clone(), city.config.clone(), false).unwrap());
    let began = Instant::now();
    let worker = tokio::spawn(async move { server.work().await });
    tokio::time::sleep(Duration::from_secs(5)).await;
    let asked = Instant::now();
    let mut tx = city.scope().begin().await.unwrap();
    enqueue(&mut tx, sign_in("ola@poczta.example")).await.unwrap();
    tx.commit().await.unwrap();
    let arrived = post.wait_for("ola@poczta.example").await;
    println!("a sign-in code sent meanwhile left after {:.1?}", arrived - asked);
    while post.count() < READERS {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    println!("{READERS} mails handed over in {:.1?}", began.elapsed());
    worker.abort();
}

fn sign_in(to: &str) -> Mail {
    let args = json!({ "code": "123456", "link": "/logowanie/link/x", "host": "szczecin.localhost", "minutes": 15 });
    let (template, to) = ("identity/sign_in", to.to_owned());
    Mail { lane: Lane::Security, template, lang: Lang::Pl, to, account: None, args, unsubscribe: None }
}

/// From a change to the mail server, while 100 000 subscriptions are kept.
async fn latency() {
    let (post, at) = Post::open().await;
    let (city, engine) = City::start(Some(at)).await;
    let mut draw = Draw(0x5EED_BE9C_0003);
    let (readers, activities) = (city.readers(READERS).await, city.activities().await);
    let priced: Vec<&Activity> =
        activities.iter().filter(|row| row.price_minor.is_some_and(|price| price > 1000)).collect();
    let (timed, others) = readers.split_at(TIMED);
    // Everybody else is told daily, so that what is timed is alone on its way.
    let daily = wanted(&mut draw, others, &activities).map(|(reader, target, _)| (reader, target, Frequency::Daily));
    let follow =
        |(reader, row): (&ReaderId, &&Activity)| (*reader, json!({ "entry": row.id.global() }), Frequency::AtOnce);
    city.subscribe(daily.chain(timed.iter().zip(&priced).map(follow))).await;
    drop(engine);
    let server = Arc::new(Server::new(city.app.clone(), city.config.clone(), false).unwrap());
    let worker = tokio::spawn(async move { tokio::join!(server.follow(), server.work()) });
    // The first change finds the subscriptions unread.
    city.price(priced[TIMED].id, 900).await;
    tokio::time::sleep(Duration::from_secs(60)).await;
    let mut times = Vec::new();
    for (number, row) in priced.iter().take(TIMED).enumerate() {
        let began = Instant::now();
        city.price(row.id, row.price_minor.unwrap_or_default() - 100).await;
        let to = format!("reader{number}@p{}.example", number % PROVIDERS);
        times.push(post.wait_for(&to).await - began);
    }
    spread("from a change to the mail server", times);
    worker.abort();
}

/// A mail server that takes everything, and notes when.
#[derive(Clone, Default)]
struct Post(Arc<Mutex<HashMap<String, Instant>>>);

impl Post {
    async fn open() -> (Self, SocketAddr) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let at = listener.local_addr().unwrap();
        let post = Self::default();
        let taking = post.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let post = taking.clone();
                tokio::spawn(async move { post.take(stream).await });
            }
        });
        (post, at)
    }

    async fn take(&self, stream: TcpStream) -> Option<()> {
        let mut stream = BufReader::new(stream);
        let (mut line, mut to) = (String::new(), String::new());
        stream.write_all(b"220 post\r\n").await.ok()?;
        loop {
            line.clear();
            if stream.read_line(&mut line).await.ok()? == 0 {
                return None;
            }
            let answer = match line.get(..4)?.to_ascii_uppercase().as_str() {
                "DATA" => {
                    stream.write_all(b"354 go on\r\n").await.ok()?;
                    while line != ".\r\n" {
                        line.clear();
                        stream.read_line(&mut line).await.ok()?;
                    }
                    self.0.lock().unwrap().insert(to.clone(), Instant::now());
                    "250 taken"
                }
                "RCPT" => {
                    to = line.split(['<', '>']).nth(1)?.to_owned();
                    "250 good"
                }
                "QUIT" => "221 good bye",
                _ => "250 good",
            };
            stream.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
        }
    }

    fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    async fn wait_for(&self, to: &str) -> Instant {
        loop {
            if let Some(at) = self.0.lock().unwrap().get(to) {
                return *at;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}
