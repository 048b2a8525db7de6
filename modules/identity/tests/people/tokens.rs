//! API tokens.

use std::sync::Arc;

use chrono::Duration;
use identity::{
    Kind, children, roles,
    tokens::{self, Order},
};
use kernel::{
    access::{Grant, Role, Via},
    error::Code,
    scope::{Actor, Scope},
};

use crate::support::{City, account_of, code, kinds, within};

fn order(role: Role, party: Option<directory::InstitutionId>) -> Order {
    Order { name: "Dziennik".to_owned(), role, party, days: None }
}

async fn resumed(scope: &Scope, text: &str) -> Option<tokens::Resumed> {
    tokens::resume(&scope.fresh(), text).await.unwrap()
}

#[tokio::test]
async fn a_token_reaches_as_far_as_its_role_and_its_account() {
    let city = City::open().await;
    let [school, house] = city.institutions().await;
    let manager = city.with_role("manager@example.org", Role::Manager, Some(school)).await;
    let (own, system) = (account_of(&manager), city.scope());
    let (row, text) = within!(manager, |tx| tokens::create(tx, own, order(Role::Contributor, Some(school)))).unwrap();
    assert!(text.ends_with(&row.hint) && !row.token.contains(&text[4..]));
    let person = resumed(&system, &text).await.unwrap().person;
    assert_eq!(person.grants, [Grant { role: Role::Contributor, party: Some(school.0) }]);
    assert!(matches!(person.via, Via::Token(id) if id == row.id.0));
    let elsewhere = city.scope_in("goleniow", Actor::Anonymous);
    assert_eq!(resumed(&elsewhere, &text).await, None);
    assert_eq!(resumed(&system, &text[..41]).await, None);

    for (wrong, kind) in [
        (order(Role::Manager, Some(house)), Kind::RoleTooHigh),
        (order(Role::Editor, None), Kind::RoleTooHigh),
        (order(Role::Manager, None), Kind::RoleNeedsInstitution),
        (order(Role::Admin, Some(school)), Kind::RoleOfWholeCity),
        (order(Role::Citizen, Some(school)), Kind::RoleOfEverybody),
        (Order { name: " ".to_owned(), ..order(Role::Manager, Some(school)) }, Kind::NameMissing),
        (Order { name: "x".repeat(61), ..order(Role::Manager, Some(school)) }, Kind::NameTooLong),
        (Order { days: Some(731), ..order(Role::Manager, Some(school)) }, Kind::LifetimeWrong),
        (Order { days: Some(0), ..order(Role::Manager, Some(school)) }, Kind::LifetimeWrong),
    ] {
        assert_eq!(kinds(within!(manager, |tx| tokens::create(tx, own, wrong))), [kind]);
    }
    let other = city.account("other@example.org").await;
    let for_other = within!(manager, |tx| tokens::create(tx, other, order(Role::Citizen, None)));
    assert_eq!(code(for_other), Code::Forbidden);

    // With the role goes the token, and it does not come back with it.
    within!(system, |tx| roles::remove_member(tx, own, school)).unwrap();
    assert_eq!(resumed(&system, &text).await, None);
    city.grant(own, Role::Manager, Some(school)).await;
    assert_eq!(resumed(&system, &text).await, None);
}

#[tokio::test]
async fn a_token_acts_on_no_people() {
    let city = City::open().await;
    let [school, _] = city.institutions().await;
    let manager = city.with_role("manager@example.org", Role::Manager, Some(school)).await;
    let own = account_of(&manager);
    let (_, text) = within!(manager, |tx| tokens::create(tx, own, order(Role::Manager, Some(school)))).unwrap();
    let person = resumed(&city.scope(), &text).await.unwrap().person;
    let program = city.scope_in("debno", Actor::Person(Arc::new(person)));
    assert_eq!(children::own(&program).await.unwrap_err().code, Code::Forbidden);
    assert_eq!(roles::members(&program, school).await.unwrap_err().code, Code::Forbidden);
    let another = within!(program, |tx| tokens::create(tx, own, order(Role::Manager, Some(school))));
    assert_eq!(code(another), Code::Forbidden);
    assert_eq!(identity::sessions::list(&program).await.unwrap_err().code, Code::Forbidden);
    let archive = identity::personal_data::archive(&program, &[], own).await;
    assert_eq!(archive.unwrap_err().code, Code::NotFound);
}

#[tokio::test]
async fn tokens_end_by_time_and_by_hand() {
    let city = City::open().await;
    let [school, house] = city.institutions().await;
    let manager = city.with_role("manager@example.org", Role::Manager, Some(school)).await;
    let second = city.with_role("second@example.org", Role::Manager, Some(school)).await;
    let outside = city.with_role("outside@example.org", Role::Manager, Some(house)).await;
    let own = account_of(&manager);
    let scope = city.scope();
    let brief = Order { days: Some(2), ..order(Role::Manager, Some(school)) };
    let (row, text) = within!(manager, |tx| tokens::create(tx, own, brief)).unwrap();

    assert!(resumed(&scope, &text).await.unwrap().seen_long_ago);
    within!(scope, |tx| tokens::touch(tx, row.id)).unwrap();
    assert!(!resumed(&scope, &text).await.unwrap().seen_long_ago);
    city.pass(tokens::TOUCH_EVERY);
    assert!(resumed(&scope, &text).await.unwrap().seen_long_ago);
    city.pass(Duration::days(2));
    assert_eq!(resumed(&scope, &text).await, None);

    let (row, text) = within!(manager, |tx| tokens::create(tx, own, order(Role::Manager, Some(school)))).unwrap();
    assert_eq!(within!(outside, |tx| tokens::revoke(tx, row.id)).unwrap_err().code, Code::NotFound);
    let stranger = city.anonymous();
    assert_eq!(within!(stranger, |tx| tokens::revoke(tx, row.id)).unwrap_err().code, Code::Unauthenticated);
    assert!(resumed(&scope, &text).await.is_some());
    within!(second, |tx| tokens::revoke(tx, row.id)).unwrap();
    assert_eq!(resumed(&scope, &text).await, None);

    assert_eq!(tokens::list(&second, Some(school)).await.unwrap().len(), 2);
    assert_eq!(tokens::list(&manager, None).await.unwrap().len(), 2);
    assert!(tokens::list(&second, None).await.unwrap().is_empty());
    assert_eq!(tokens::list(&outside, Some(school)).await.unwrap_err().code, Code::Forbidden);
    city.pass(Duration::days(91));
    identity::retention::forget_old(&scope).await.unwrap();
    let manager = city.signed_in(own).await;
    assert!(tokens::list(&manager, None).await.unwrap().is_empty());
    for _ in 0..tokens::MAX_TOKENS {
        within!(manager, |tx| tokens::create(tx, own, order(Role::Manager, Some(school)))).unwrap();
    }
    let more = within!(manager, |tx| tokens::create(tx, own, order(Role::Manager, Some(school))));
    assert_eq!(kinds(more), [Kind::TooManyTokens]);
}
