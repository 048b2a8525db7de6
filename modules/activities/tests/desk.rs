//! What people write in the catalogue, on SQLite and (with `TABLICA_TEST_DATABASE_URL`) on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    borrow::Cow,
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Instant,
};

use activities::{
    ActivityId, ENTITY, RowFate, State,
    fields::{self, FieldKind},
    service::{self, Selection},
};
use chrono::{DateTime, TimeDelta, Utc};
use directory::InstitutionId;
use kernel::{
    access::{Grant, Person, Role, Via},
    app::{App, PublicAddress},
    clock::Clock,
    error::Code,
    history::{self, Fields},
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    refusal::Refused,
    scope::{Actor, Scope},
    search::Search,
    store::Store,
    tenancy::{Registry, read_folder},
};
use sqlx::{Connection as _, Executor as _};
use tempfile::TempDir;
use uuid::Uuid;

const NOW: &str = "2026-11-26T10:00:00Z";
const DECLARATION: &str = r##"slug = "debno"
name = "Dębno"
[area]
teryt = "3210024"
centre = [52.74, 14.69]
bounds = [52.6, 14.5, 52.9, 14.9]
districts = "districts.geojson"
[brand]
primary = "#0a5f38"
accent = "#ffcc00"
"##;
const DISTRICTS: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"rynek","name":"Rynek"},"geometry":{"type":"Point","coordinates":[14.69,52.74]}}]}"#;

/// A clock that goes on by a second whenever somebody looks, so that whatever happened later is known to.
#[derive(Debug, Default)]
struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        NOW.parse::<DateTime<Utc>>().unwrap() + TimeDelta::seconds(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

/// A city with nothing in it; the folder lives as long as it does.
async fn city() -> (Scope, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let declared = folder.path().join("debno");
    fs::create_dir(&declared).unwrap();
    fs::write(declared.join("tenant.toml"), DECLARATION).unwrap();
    fs::write(declared.join("districts.geojson"), DISTRICTS).unwrap();
    let clock = Arc::new(Ticking::default());
    let data = folder.path().join("data");
    let store = Arc::new(Store::connect(database().await.as_deref(), data.clone()).await.unwrap());
    let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
    registry.apply(&read_folder(&declared, &[]).unwrap(), false).await.unwrap();
    let tenant = registry.current().get(&"debno".parse().unwrap()).unwrap().clone();
    let app = App {
        clock,
        store,
        registry,
        messages: messages(),
        search: Search::new(data, vec![directory::SOURCE, activities::SOURCE]),
        keys: Keys::new(&[7; 32]).unwrap(),
        limits: Limits::connect(None).unwrap(),
        public: PublicAddress { scheme: "http", port: None, base_domain: "localhost".to_owned() },
        bells: kernel::app::Bells::default(),
    };
    (Scope::new(Arc::new(app), tenant, Actor::System, Lang::Pl), folder)
}

async fn database() -> Option<String> {
    let server = std::env::vars().find(|(name, _)| name == "TABLICA_TEST_DATABASE_URL").map(|(_, url)| url)?;
    let name = format!("test_{}", Uuid::new_v4().simple());
    let mut conn = sqlx::PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    conn.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    Some(format!("{server}/{name}"))
}

fn messages() -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/i18n");
    let file = |lang: Lang| {
        let name = format!("{}/catalogue.ftl", lang.tag());
        (lang, name.clone(), Cow::Owned(fs::read_to_string(folder.join(name)).unwrap()))
    };
    Messages::load(Lang::ALL.map(file)).unwrap()
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn somebody(scope: &Scope, role: Role, party: Option<InstitutionId>) -> Scope {
    let grants = vec![Grant { role, party: party.map(|party| party.0) }];
    scope.acting_as(Actor::Person(Arc::new(Person {
        account: Uuid::from_u128(1),
        via: Via::Session(Uuid::from_u128(2)),
        grants,
    })))
}

async fn school(scope: &Scope, name: &str) -> InstitutionId {
    let mut tx = scope.begin().await.unwrap();
    let id =
        directory::service::create(&mut tx, &fields(&[("name", name), ("kind", "PRIMARY_SCHOOL")]), "create").await;
    tx.commit().await.unwrap();
    id.unwrap()
}

async fn offer(scope: &Scope, pairs: &[(&str, &str)]) -> ActivityId {
    let mut tx = scope.begin().await.unwrap();
    let id = service::create(&mut tx, &fields(pairs), "create").await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The actions in an entry's history, the newest first, with the fields that each changed.
async fn told(scope: &Scope, entity: &str, id: Uuid) -> Vec<(String, Vec<String>)> {
    let revisions = history::of(&scope.fresh(), entity, id, 100).await.unwrap();
    let fields = |revision: &history::Revision| revision.changes.iter().map(|change| change.field.clone()).collect();
    revisions.iter().map(|revision| (revision.action.clone(), fields(revision))).collect()
}

#[tokio::test]
async fn an_entry_lives_from_its_making_to_its_end_and_history_tells_it() {
    let (scope, _folder) = city().await;
    let house = school(&scope, "SP 5").await;
    let id = offer(&scope, &[("title", "Szachy"), ("institution", &house.global()), ("capacity", "12")]).await;
    scope.settle().await.unwrap();
    let row = service::record(&scope.fresh(), id).await.unwrap().unwrap();
    assert_eq!((row.source.as_str(), row.source_id, row.institution_id), ("desk", id.global(), Some(house)));
    assert_eq!(row.confirmed_at, Some(row.created_at));

    let mut changed = fields::of(&scope.tenant, &row_of(&scope, id).await);
    changed.insert("price".to_owned(), "50".to_owned());
    changed.remove("capacity");
    let mut tx = scope.begin().await.unwrap();
    service::update(&mut tx, id, &changed, "update", Some("z telefonu")).await.unwrap();
    service::set_full(&mut tx, id, true).await.unwrap();
    service::set_state(&mut tx, id, State::Hidden, None).await.unwrap();
    tx.commit().await.unwrap();
    scope.settle().await.unwrap();
    assert!(service::find(&scope.fresh(), id).await.unwrap().is_none(), "what is hidden is not for everybody");
    assert!(service::many(&scope.fresh(), &[id]).await.unwrap().is_empty());
    let before = row_of(&scope, id).await;
    assert_eq!((before.state, before.places_left, before.price_minor), (State::Hidden, Some(0), Some(5000)));

    let mut tx = scope.begin().await.unwrap();
    service::confirm(&mut tx, id).await.unwrap();
    service::set_rating(&mut tx, id, 9, 2).await.unwrap();
    service::set_picture(&mut tx, id, Some(Uuid::from_u128(5))).await.unwrap();
    tx.commit().await.unwrap();
    scope.settle().await.unwrap();
    let card = service::find(&scope.fresh(), id).await.unwrap().unwrap();
    assert_eq!((card.row.state, card.row.rating_sum, card.row.rating_count), (State::Published, 9, 2));
    assert_eq!(service::many(&scope.fresh(), &[id]).await.unwrap().len(), 1);

    let other = offer(&scope, &[("title", "Szachy klubowe"), ("provider", "Klub")]).await;
    let mut tx = scope.begin().await.unwrap();
    service::absorb(&mut tx, id, other, Some("to samo")).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(row_of(&scope, other).await.state, State::Archived);
    let words = |actions: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
        let owned = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
        actions.iter().map(|(action, fields)| ((*action).to_owned(), owned(fields))).collect()
    };
    let history = told(&scope, ENTITY, id.0).await;
    assert_eq!(
        history,
        words(&[
            ("merge", &["merged_from"]),
            ("update", &["picture"]),
            ("confirm", &["confirmed_at", "state"]),
            ("hide", &["state"]),
            ("update", &["places_left"]),
            ("update", &["capacity", "price"]),
            ("create", &["capacity", "institution", "title"]),
        ])
    );
    assert_eq!(told(&scope, ENTITY, other.0).await[0], words(&[("merge", &["merged_into", "state"])])[0]);

    let missing = service::confirm(&mut scope.begin().await.unwrap(), ActivityId(Uuid::nil())).await;
    assert_eq!(missing.unwrap_err().code, Code::NotFound);
}

async fn row_of(scope: &Scope, id: ActivityId) -> activities::Activity {
    service::record(&scope.fresh(), id).await.unwrap().unwrap()
}

#[tokio::test]
async fn what_is_wrong_is_refused_whole_and_nothing_is_written() {
    let (scope, _folder) = city().await;
    let bad = fields(&[("title", ""), ("institution", "999999"), ("min_age", "osiem")]);
    let mut tx = scope.begin().await.unwrap();
    let Err(Refused::Problems(problems)) = service::create(&mut tx, &bad, "create").await else { panic!("taken") };
    let found: Vec<_> = problems.iter().map(|problem| (problem.kind, problem.field.as_deref())).collect();
    assert_eq!(found, [(FieldKind::Missing, Some("title")), (FieldKind::AgeExpected, Some("minAge"))]);
    assert_eq!(problems[1].message(&scope), "Podaj wiek w latach (8) albo w miesiącach (18m).");
    let checked = service::check(&scope, &bad).await.unwrap();
    assert_eq!(checked.iter().map(|problem| problem.kind).next_back(), Some(FieldKind::InstitutionUnknown));
    let unknown = fields(&[("title", "A"), ("institution", "999999")]);
    assert!(matches!(service::create(&mut tx, &unknown, "create").await, Err(Refused::Problems(_))));
}

#[tokio::test]
async fn managers_bring_their_own_rows_and_no_others() {
    let (scope, _folder) = city().await;
    let (ours, theirs) = (school(&scope, "SP 5").await, school(&scope, "SP 6").await);
    let foreign = offer(&scope, &[("title", "Obce"), ("institution", &theirs.global())]).await;
    let manager = somebody(&scope, Role::Manager, Some(ours));
    let file = format!(
        "id;title;institution;price;phone\n1;Szachy;;50;\n2;Chór;{};0;\n3;Obce;{};0;\n;Bez id;;;\n{};Cudze;;;\n1;Znowu;;;\n4;Robotyka;;drogo;\n",
        ours.global(),
        theirs.global(),
        foreign.global()
    );
    let dry = activities::import_own(&manager, ours, file.as_bytes(), true).await.unwrap();
    assert!(service::of_institution(&scope.fresh(), ours).await.unwrap().is_empty(), "it was only looked at");
    let fates = |preview: &activities::ImportPreview| preview.rows.iter().map(|row| row.fate).collect::<Vec<_>>();
    let rejected = [RowFate::Rejected; 5];
    assert_eq!(fates(&dry), [&[RowFate::Created, RowFate::Created], &rejected[..]].concat());
    let problems: Vec<_> = dry.rows.iter().filter_map(|row| row.problems.first()).map(ToString::to_string).collect();
    for (problem, expected) in problems.iter().zip([
        "row 4, column \"institution\": To wpis innej",
        "row 5, column \"id\": Nadaj każdemu",
        "row 6, column \"id\": Ta placówka nie ma",
        "row 7, column \"id\": To ten sam wpis co w wierszu 2.",
        "row 8, column \"price\": \"drogo\": Podaj cenę",
    ]) {
        assert!(problem.starts_with(expected), "{problem}");
    }
    assert_eq!(dry.report.to_string(), "created 2, updated 0, unchanged 0, closed 0, rejected 5");

    let done = activities::import_own(&manager, ours, file.as_bytes(), false).await.unwrap();
    assert_eq!(done.report, dry.report);
    let rows = service::of_institution(&scope.fresh(), ours).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["Chór", "Szachy"]);
    assert!(rows.iter().all(|row| row.source == format!("desk:{}", ours.0)));
    let again = activities::import_own(&manager, ours, file.as_bytes(), false).await.unwrap();
    assert_eq!(again.report.to_string(), "created 0, updated 0, unchanged 2, closed 0, rejected 5");

    // Out, changed in a spreadsheet, and in again.
    let mut tx = scope.begin().await.unwrap();
    let mut sharp = fields::of(&scope.tenant, &rows[1]);
    sharp.insert("phone".to_owned(), "+48 91 1".to_owned());
    sharp.insert("title".to_owned(), "=Szachy".to_owned());
    service::update(&mut tx, rows[1].id, &sharp, "update", None).await.unwrap();
    tx.commit().await.unwrap();
    let sheet = service::export(&manager.fresh(), Selection::Institution(ours)).await.unwrap();
    assert!(sheet.contains(";'=Szachy;") && sheet.contains(";'+48 91 1;"), "{sheet}");
    let same = activities::import_own(&manager, ours, sheet.as_bytes(), false).await.unwrap();
    assert_eq!(same.report.to_string(), "created 0, updated 0, unchanged 2, closed 0, rejected 0", "{:?}", same.rows);
    let dearer = sheet.replace(";50;", ";60;");
    let preview = activities::import_own(&manager, ours, dearer.as_bytes(), true).await.unwrap();
    let changed = preview.rows.iter().find(|row| row.fate == RowFate::Updated).unwrap();
    assert_eq!((changed.activity, changed.title.as_str()), (Some(rows[1].id), "=Szachy"));
    let change = &changed.changes[..];
    assert!(
        matches!(change, [one] if one.field == "price" && one.before.as_deref() == Some("50") && one.after.as_deref() == Some("60"))
    );
    activities::import_own(&manager, ours, dearer.as_bytes(), false).await.unwrap();
    assert_eq!(told(&scope, ENTITY, rows[1].id.0).await[0], ("import".to_owned(), vec!["price".to_owned()]));

    for (who, code) in [
        (scope.acting_as(Actor::Anonymous), Code::Unauthenticated),
        (somebody(&scope, Role::Contributor, Some(ours)), Code::Forbidden),
        (somebody(&scope, Role::Manager, Some(theirs)), Code::Forbidden),
    ] {
        let refused = activities::import_own(&who, ours, file.as_bytes(), true).await.unwrap_err();
        assert_eq!(refused.code, code);
    }
    let stranger = somebody(&scope, Role::Manager, Some(theirs));
    let refused = service::export(&stranger, Selection::Activities(vec![rows[0].id])).await.unwrap_err();
    assert_eq!(refused.code, Code::NotFound);
}

#[tokio::test]
async fn an_operator_s_import_is_history_and_leaves_people_s_decisions() {
    let (scope, _folder) = city().await;
    let file = "id,title,provider,price\n1,Szachy,Klub,50\n2,Chór,Klub,0\n";
    let import = |content: String| {
        let scope = scope.fresh();
        async move { activities::import(&scope, content.as_bytes(), "csv", false, &|_, _| ()).await.unwrap().to_string() }
    };
    import(file.to_owned()).await;
    scope.settle().await.unwrap();
    let found = activities::duplicates(&scope.fresh(), &fields(&[("title", "szachy"), ("provider", "klub")])).await;
    let id = found.unwrap()[0].0;
    let mut tx = scope.begin().await.unwrap();
    service::set_state(&mut tx, id, State::Archived, None).await.unwrap();
    service::set_rating(&mut tx, id, 5, 1).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(import(file.to_owned()).await, "created 0, updated 0, unchanged 2, closed 0, rejected 0");
    assert_eq!(import(file.replace(",50", ",60")).await, "created 0, updated 1, unchanged 1, closed 0, rejected 0");
    let row = row_of(&scope, id).await;
    assert_eq!((row.state, row.rating_sum, row.price_minor), (State::Archived, 5, Some(6000)));
    assert_eq!(told(&scope, ENTITY, id.0).await[0], ("import".to_owned(), vec!["price".to_owned()]));
    let all_wrong = import("id,title,min_age,price\n1,,osiem,drogo\n".to_owned()).await;
    assert_eq!(all_wrong, "created 0, updated 0, unchanged 0, closed 0, rejected 1");
}

#[tokio::test]
async fn the_register_leaves_what_people_corrected() {
    let (scope, _folder) = city().await;
    let register = |phone: &str, name: &str| {
        format!(
            "Numer RSPO;Typ;Nazwa;Kod terytorialny gmina;Telefon;E-mail;Ulica\n7;Szkoła podstawowa;{name};3210024;{phone};brak;ul. Leśna\n"
        )
    };
    let import = |content: String| {
        let scope = scope.fresh();
        async move {
            directory::import_rspo(&scope, content.as_bytes(), directory::RspoOptions::default(), &|_, _| ())
                .await
                .unwrap()
        }
    };
    import(register("1", "SP 7")).await;
    let row = directory::service::find_by_rspo(&scope.fresh(), 7).await.unwrap().unwrap();
    let mut says = directory::fields::of(&row);
    says.insert("phone".to_owned(), "2".to_owned());
    let mut tx = scope.begin().await.unwrap();
    directory::service::update(&mut tx, row.id, &says, "update", None).await.unwrap();
    tx.commit().await.unwrap();
    let row = directory::service::record(&scope.fresh(), row.id).await.unwrap().unwrap();
    assert_eq!((row.phone.as_deref(), row.email.as_deref()), (Some("2"), Some("brak")), "what stays is not refused");
    assert_eq!(row.corrected.0, ["phone"]);
    let report = import(register("3", "SP nr 7")).await;
    assert_eq!(report.to_string(), "created 0, updated 1, unchanged 0, closed 0, rejected 0");
    assert!(report.notes.iter().any(|note| note.starts_with("1 institutions say otherwise")), "{:?}", report.notes);
    let row = directory::service::record(&scope.fresh(), row.id).await.unwrap().unwrap();
    assert_eq!((row.phone.as_deref(), row.name.as_str()), (Some("2"), "SP nr 7"));
    let history = told(&scope, directory::ENTITY, row.id.0).await;
    assert_eq!(history[0], ("import".to_owned(), vec!["name".to_owned()]));
    scope.settle().await.unwrap();
    let found = directory::duplicates(&scope.fresh(), &fields(&[("name", "SP nr 7")])).await.unwrap();
    assert_eq!(found[0].0, row.id);
}

#[tokio::test]
async fn stale_entries_are_found_and_sink() {
    let (scope, _folder) = city().await;
    let id = offer(&scope, &[("title", "Szachy"), ("provider", "Klub")]).await;
    let day = TimeDelta::days(1);
    assert!(service::unconfirmed_since(&scope.fresh(), scope.now() - day, None).await.unwrap().is_empty());
    let stale = service::unconfirmed_since(&scope.fresh(), scope.now() + day, Some(1)).await.unwrap();
    assert_eq!(stale.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
    let mut tx = scope.begin().await.unwrap();
    service::set_reminded(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    assert!(row_of(&scope, id).await.reminded_at.is_some());
    let again = service::next_term(&scope.fresh(), id).await.unwrap();
    assert_eq!(again, fields(&[("title", "Szachy"), ("provider", "Klub")]));
}

#[tokio::test]
async fn duplicates_among_thousands_are_found_at_once() {
    let (scope, _folder) = city().await;
    let mut file = "id,title,provider,interests\n".to_owned();
    for number in 0..5000 {
        file.push_str(&format!("{number},Zajęcia numer {number} dla ciekawych dzieci,Klub {},chess\n", number % 50));
    }
    file.push_str("x,Robotyka dla ciekawych,Klub Zębatka,robotics\n");
    activities::import(&scope, file.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
    scope.settle().await.unwrap();
    let draft = fields(&[("title", "robotyka dla ciekawskich"), ("provider", "Zębatka")]);
    let scope = scope.fresh();
    let started = Instant::now();
    let found = activities::duplicates(&scope, &draft).await.unwrap();
    let took = started.elapsed();
    let row = row_of(&scope, found[0].0).await;
    assert_eq!((found.len(), row.source_id.as_str()), (1, "x"), "in {took:?}");
}
