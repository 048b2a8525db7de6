//! Signing in by a provider, and joining accounts.

use identity::{
    Kind, accounts,
    oidc::Claims,
    providers::{self, Entrance},
};

use crate::support::{City, kinds, within};

fn claims(subject: &str, email: Option<&str>, email_verified: bool) -> Claims {
    Claims {
        issuer: "https://login.example".to_owned(),
        subject: subject.to_owned(),
        email: email.map(str::to_owned),
        email_verified,
        name: Some("Anna  Nowak\u{202e}".to_owned()),
        locale: Some("uk-UA".to_owned()),
    }
}

#[tokio::test]
async fn whom_a_provider_vouches_for_is_known_again() {
    let city = City::open().await;
    let scope = city.anonymous();
    let anna = claims("1", Some("Anna@example.org"), true);
    let first = within!(scope, |tx| providers::enter_by_provider(tx, &anna)).unwrap();
    let Entrance::Entered(first) = first else { panic!("{first:?}") };
    assert!(first.is_new);
    let account = accounts::find(&scope, first.account).await.unwrap().unwrap();
    assert_eq!(account.verified_email(), Some("anna@example.org"));
    assert_eq!((account.name.as_deref(), account.lang.as_str()), (Some("Anna Nowak"), "uk"));

    // The address may change hands; the subject is who it was.
    let moved = claims("1", Some("other@example.org"), true);
    let second = within!(scope, |tx| providers::enter_by_provider(tx, &moved)).unwrap();
    let Entrance::Entered(second) = second else { panic!("{second:?}") };
    assert_eq!((second.account, second.is_new), (first.account, false));
    assert_eq!(providers::of(&scope, first.account).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_address_that_the_provider_has_not_verified_says_nothing() {
    let city = City::open().await;
    let owner = city.account("anna@example.org").await;
    let scope = city.anonymous();
    for (subject, email, verified) in [("1", Some("anna@example.org"), false), ("2", None, true)] {
        let claims = claims(subject, email, verified);
        let entrance = within!(scope, |tx| providers::enter_by_provider(tx, &claims)).unwrap();
        let Entrance::Entered(entered) = entrance else { panic!("{entrance:?}") };
        assert!(entered.is_new && entered.account != owner);
        let account = accounts::find(&scope, entered.account).await.unwrap().unwrap();
        assert_eq!(account.email, None);
    }
}

#[tokio::test]
async fn accounts_of_one_address_are_joined_only_on_demand() {
    let city = City::open().await;
    let owner = city.account("anna@example.org").await;
    let scope = city.anonymous();
    let anna = claims("1", Some("anna@example.org"), true);
    let entrance = within!(scope, |tx| providers::enter_by_provider(tx, &anna)).unwrap();
    assert_eq!(entrance, Entrance::Joinable { account: owner, email: "anna@example.org".to_owned() });
    assert!(providers::of(&scope, owner).await.unwrap().is_empty(), "nothing is joined by being offered");

    within!(scope, |tx| providers::join(tx, owner, &anna.issuer, &anna.subject)).unwrap();
    let entrance = within!(scope, |tx| providers::enter_by_provider(tx, &anna)).unwrap();
    let Entrance::Entered(entered) = entrance else { panic!("{entrance:?}") };
    assert_eq!((entered.account, entered.is_new), (owner, false));

    let other = city.account("other@example.org").await;
    let taken = within!(scope, |tx| providers::join(tx, other, &anna.issuer, &anna.subject));
    assert_eq!(kinds(taken), [Kind::LinkTaken]);

    // Who does not want to be joined has an account without address.
    let apart = claims("2", Some("anna@example.org"), true);
    let entered = within!(scope, |tx| providers::keep_apart(tx, &apart.issuer, &apart.subject, None)).unwrap();
    assert!(entered.is_new && entered.account != owner);
    let again = within!(scope, |tx| providers::keep_apart(tx, &apart.issuer, &apart.subject, None));
    assert_eq!(kinds(again), [Kind::LinkTaken]);
}
