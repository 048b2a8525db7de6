//! Children's profiles, and who sees them.

use chrono::NaiveDate;
use identity::{
    ChildProfile, Kind,
    children::{self, age_in_months},
};
use kernel::{access::Role, audit, error::Code};
use sea_orm::ConnectionTrait as _;

use crate::support::{City, account_of, code, kinds, within};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn ania() -> ChildProfile {
    ChildProfile {
        name: " Ania ".to_owned(),
        birth_date: date("2018-09-16"),
        interests: vec!["chess".to_owned(), "football".to_owned()],
        home: Some("Pogodno".to_owned()),
        school: None,
    }
}

#[tokio::test]
async fn a_guardian_keeps_profiles() {
    let city = City::open().await;
    let [school, _] = city.institutions().await;
    let anna = city.person("anna@example.org").await;
    let child = within!(anna, |tx| children::create(tx, ChildProfile { school: Some(school), ..ania() })).unwrap();
    assert_eq!((child.name.as_str(), child.age(anna.today())), ("Ania", Some(7)));
    assert_eq!(age_in_months(&child, anna.today()), Some(95), "a day before its eighth birthday");
    let home = child.home().unwrap();
    assert_eq!((home.lat, home.lon), (52.70, 14.60));

    let street = ChildProfile { home: Some("ul. Leśna".to_owned()), name: "Anka".to_owned(), ..ania() };
    let changed = within!(anna, |tx| children::update(tx, child.id, street)).unwrap();
    assert_eq!((changed.name.as_str(), changed.school_id), ("Anka", None));
    assert!((changed.home().unwrap().lat - 52.74).abs() < 1e-9);
    assert_eq!(children::own(&anna).await.unwrap(), [changed]);
    within!(anna, |tx| children::delete(tx, child.id)).unwrap();
    assert!(children::own(&anna).await.unwrap().is_empty());
}

#[tokio::test]
async fn each_refusal_names_its_field() {
    let city = City::open().await;
    let anna = city.person("anna@example.org").await;
    for (wrong, kind, field) in [
        (ChildProfile { name: " \u{202e} ".to_owned(), ..ania() }, Kind::NameMissing, "name"),
        (ChildProfile { name: "ą".repeat(61), ..ania() }, Kind::NameTooLong, "name"),
        (ChildProfile { birth_date: date("2026-09-16"), ..ania() }, Kind::BirthDateInFuture, "birthDate"),
        (ChildProfile { birth_date: date("2001-09-14"), ..ania() }, Kind::BirthDateTooEarly, "birthDate"),
        (ChildProfile { interests: vec!["dragons".to_owned()], ..ania() }, Kind::InterestUnknown, "interests"),
        (ChildProfile { interests: vec!["chess".to_owned(); 31], ..ania() }, Kind::TooManyInterests, "interests"),
        (ChildProfile { home: Some("Księżyc".to_owned()), ..ania() }, Kind::PlaceUnknown, "home"),
        (ChildProfile { home: Some("x".repeat(121)), ..ania() }, Kind::PlaceUnknown, "home"),
        (
            ChildProfile { school: Some(directory::InstitutionId::default()), ..ania() },
            Kind::InstitutionUnknown,
            "school",
        ),
    ] {
        let Err(kernel::refusal::Refused::Problems(problems)) = within!(anna, |tx| children::create(tx, wrong)) else {
            panic!("{kind:?} was taken");
        };
        let told: Vec<_> = problems.iter().map(|problem| (problem.kind, problem.field.as_deref())).collect();
        assert_eq!(told, [(kind, Some(field))]);
    }
    let all_wrong = ChildProfile { name: String::new(), birth_date: date("2030-01-01"), ..ania() };
    let all = kinds(within!(anna, |tx| children::create(tx, all_wrong)));
    assert_eq!(all, [Kind::NameMissing, Kind::BirthDateInFuture], "all at once");
    for _ in 0..children::MAX_CHILDREN {
        within!(anna, |tx| children::create(tx, ania())).unwrap();
    }
    assert_eq!(kinds(within!(anna, |tx| children::create(tx, ania()))), [Kind::TooManyChildren]);
}

#[tokio::test]
async fn nobody_else_sees_a_child_and_no_admin_unnoted() {
    let city = City::open().await;
    let anna = city.person("anna@example.org").await;
    let child = within!(anna, |tx| children::create(tx, ania())).unwrap();
    let guardian = account_of(&anna);
    let other = city.person("other@example.org").await;
    let editor = city.with_role("editor@example.org", Role::Editor, None).await;
    for scope in [other.fresh(), editor.fresh(), city.anonymous()] {
        assert_eq!(identity::child(&scope, child.id).await.unwrap(), None);
        let expected = if scope.actor.person().is_some() { Code::NotFound } else { Code::Unauthenticated };
        assert_eq!(children::child_for(&scope, guardian).await.unwrap_err().code, expected);
    }
    assert_eq!(code(within!(other, |tx| children::update(tx, child.id, ania()))), Code::NotFound);
    assert_eq!(within!(other, |tx| children::delete(tx, child.id)).unwrap_err().code, Code::NotFound);
    assert_eq!(identity::child(&anna, child.id).await.unwrap().unwrap().id, child.id);
    let noted = async || audit::newest(&city.scope(), Some(&child.id.global()), None, 10).await.unwrap();
    assert!(noted().await.is_empty(), "a guardian's look is nobody's business");

    let admin = city.with_role("admin@example.org", Role::Admin, None).await;
    identity::child(&admin, child.id).await.unwrap().unwrap();
    assert_eq!(children::child_for(&admin, guardian).await.unwrap().len(), 1);
    assert_eq!(code(within!(admin, |tx| children::update(tx, child.id, ania()))), Code::NotFound);
    let entries = noted().await;
    assert_eq!(entries.len(), 2);
    assert!(entries.iter().all(|entry| entry.action == "child.read" && entry.actor == admin.actor.label()));
    assert!(!entries.iter().any(|entry| entry.details.to_string().contains("Ania")), "no personal data");
    let checked = audit::check(&city.scope().db().await.unwrap()).await.unwrap();
    assert!(checked.is_ok_and(|entries| entries >= 4));
}

#[tokio::test]
async fn what_cannot_be_noted_is_not_shown() {
    let city = City::open().await;
    let anna = city.person("anna@example.org").await;
    let child = within!(anna, |tx| children::create(tx, ania())).unwrap();
    let admin = city.with_role("admin@example.org", Role::Admin, None).await;
    let tx = city.scope().begin().await.unwrap();
    tx.db().execute_unprepared("DELETE FROM audit_head").await.unwrap();
    tx.commit().await.unwrap();
    assert!(identity::child(&admin, child.id).await.is_err());
    assert!(children::child_for(&admin, account_of(&anna)).await.is_err());
}
