//! Signing in by mail.

use chrono::Duration;
use identity::{
    Kind, accounts,
    sign_in::{self, Wish},
};
use kernel::refusal::Refused;

use crate::support::{BROWSER, City, HOST, kinds, within};

const ANNA: Wish<'_> = Wish {
    email: "Anna@Example.org",
    browser: BROWSER,
    peer: "192.0.2.1",
    host: HOST,
    next: Some("/zajecia?q=szachy"),
};

/// A code that is not this one.
fn other_than(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[tokio::test]
async fn a_code_lets_in_once_and_makes_an_account() {
    let city = City::open().await;
    let scope = city.anonymous();
    let id = within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    let mails = city.mails().await;
    assert_eq!((mails.len(), mails[0].to.as_str()), (1, "anna@example.org"));
    let code = mails[0].args["code"].as_str().unwrap();
    assert_eq!(sign_in::address_of(&scope, id, BROWSER, HOST).await.unwrap(), "anna@example.org");

    let spaced = format!(" {} {}", &code[..3], &code[3..]);
    let entered = sign_in::by_code(&scope, id, BROWSER, HOST, &spaced).await.unwrap();
    assert!(entered.is_new);
    assert_eq!(entered.next.as_deref(), Some("/zajecia?q=szachy"));
    let account = accounts::find(&scope, entered.account).await.unwrap().unwrap();
    assert_eq!(account.verified_email(), Some("anna@example.org"));
    assert_eq!(kinds(sign_in::by_code(&scope, id, BROWSER, HOST, code).await), [Kind::SignInUsed]);

    let id = within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    let (code, _) = city.code_and_link().await;
    let again = sign_in::by_code(&scope, id, BROWSER, HOST, &code).await.unwrap();
    assert_eq!((again.account, again.is_new), (entered.account, false));
}

#[tokio::test]
async fn a_link_lets_in_once_in_the_browser_that_began() {
    let city = City::open().await;
    let scope = city.anonymous();
    let id = within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    let (code, link) = city.code_and_link().await;
    let other_host = sign_in::by_link(&scope, &link, BROWSER, "edu.goleniow.example").await;
    assert_eq!(kinds(other_host), [Kind::SignInOtherHost]);
    assert_eq!(kinds(sign_in::by_link(&scope, &link, "other", HOST).await), [Kind::SignInOtherBrowser]);
    assert_eq!(kinds(sign_in::look_at_link(&scope, &link, "other", HOST).await), [Kind::SignInOtherBrowser]);
    assert_eq!(kinds(sign_in::by_link(&scope, &link[1..], BROWSER, HOST).await), [Kind::SignInUnknown]);
    assert_eq!(kinds(sign_in::by_code(&scope, id, "other", HOST, &code).await), [Kind::SignInOtherBrowser]);
    let elsewhere = city.scope_in("goleniow", kernel::scope::Actor::Anonymous);
    assert_eq!(kinds(sign_in::by_link(&elsewhere, &link, BROWSER, HOST).await), [Kind::SignInUnknown]);

    // None of that used it up, nor does looking at it.
    sign_in::look_at_link(&scope.fresh(), &link, BROWSER, HOST).await.unwrap();
    sign_in::by_link(&scope, &link, BROWSER, HOST).await.unwrap();
    assert_eq!(kinds(sign_in::by_link(&scope, &link, BROWSER, HOST).await), [Kind::SignInUsed]);
    assert_eq!(kinds(sign_in::by_code(&scope, id, BROWSER, HOST, &code).await), [Kind::SignInUsed]);
}

#[tokio::test]
async fn link_and_code_of_one_mail_let_in_anywhere() {
    let city = City::open().await;
    let scope = city.anonymous();
    within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    let (code, link) = city.code_and_link().await;
    let wrong = sign_in::by_link_and_code(&scope, &link, "phone", HOST, other_than(&code)).await;
    assert_eq!(kinds(wrong), [Kind::WrongCode]);
    assert!(sign_in::by_link_and_code(&scope, &link, "phone", HOST, &code).await.is_ok());
    assert_eq!(kinds(sign_in::by_link(&scope, &link, BROWSER, HOST).await), [Kind::SignInUsed]);
}

#[tokio::test]
async fn two_at_the_same_moment_do_not_both_get_in() {
    let city = City::open().await;
    let scope = city.anonymous();
    let id = within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    let (code, link) = city.code_and_link().await;
    let (first, second) = (scope.fresh(), scope.fresh());
    let (by_link, by_code) = tokio::join!(
        sign_in::by_link(&first, &link, BROWSER, HOST),
        sign_in::by_code(&second, id, BROWSER, HOST, &code)
    );
    assert!(by_link.is_ok() != by_code.is_ok(), "{by_link:?} {by_code:?}");
}

#[tokio::test]
async fn five_wrong_codes_end_the_code_and_not_the_link() {
    let city = City::open().await;
    let scope = city.anonymous();
    let id = within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    let (code, link) = city.code_and_link().await;
    let wrong = other_than(&code);
    for left in (1..sign_in::TRIES).rev() {
        let Err(Refused::Problems(problems)) = sign_in::by_code(&scope, id, BROWSER, HOST, wrong).await else {
            panic!("a wrong code got in");
        };
        assert_eq!((problems[0].kind, problems[0].field.as_deref()), (Kind::WrongCode, Some("code")));
        assert!(problems[0].message(&scope).contains(&left.to_string()), "{}", problems[0].message(&scope));
    }
    assert_eq!(kinds(sign_in::by_code(&scope, id, BROWSER, HOST, wrong).await), [Kind::TooManyTries]);
    assert_eq!(kinds(sign_in::by_code(&scope, id, BROWSER, HOST, &code).await), [Kind::TooManyTries]);
    // Another sign-in of the same address knows nothing of it.
    let second = within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    let (newer, _) = city.code_and_link().await;
    assert!(sign_in::by_code(&scope, second, BROWSER, HOST, &newer).await.is_ok());
    assert!(sign_in::by_link(&scope, &link, BROWSER, HOST).await.is_ok());
}

#[tokio::test]
async fn codes_and_links_work_for_a_quarter_of_an_hour() {
    let city = City::open().await;
    let scope = city.anonymous();
    let id = within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    let (code, link) = city.code_and_link().await;
    city.pass(Duration::minutes(15));
    assert_eq!(kinds(sign_in::by_code(&scope, id, BROWSER, HOST, &code).await), [Kind::SignInExpired]);
    assert_eq!(kinds(sign_in::by_link(&scope, &link, BROWSER, HOST).await), [Kind::SignInExpired]);

    identity::retention::forget_old(&city.scope()).await.unwrap();
    assert_eq!(kinds(sign_in::by_code(&scope, id, BROWSER, HOST, &code).await), [Kind::SignInExpired]);
    city.pass(Duration::days(1) + Duration::seconds(1));
    identity::retention::forget_old(&city.scope()).await.unwrap();
    assert_eq!(kinds(sign_in::by_code(&scope, id, BROWSER, HOST, &code).await), [Kind::SignInUnknown]);
}

#[tokio::test]
async fn nothing_tells_whether_an_address_has_an_account() {
    let city = City::open().await;
    city.account("anna@example.org").await;
    let scope = city.anonymous();
    for email in ["anna@example.org", "nobody@example.org"] {
        within!(scope, |tx| sign_in::begin(tx, Wish { email, ..ANNA })).unwrap();
        let mails = city.mails().await;
        assert_eq!((mails.len(), mails[0].to.as_str()), (1, email));
    }
    let wrong = within!(scope, |tx| sign_in::begin(tx, Wish { email: "anna", ..ANNA }));
    assert_eq!(kinds(wrong), [Kind::EmailInvalid]);
}

#[tokio::test]
async fn strangers_who_ask_for_mails_do_not_keep_the_owner_out() {
    let city = City::open().await;
    let scope = city.anonymous();
    let own = Wish { peer: "198.51.100.7", ..ANNA };
    let id = within!(scope, |tx| sign_in::begin(tx, own)).unwrap();
    let (code, _) = city.code_and_link().await;
    sign_in::by_code(&scope, id, BROWSER, HOST, &code).await.unwrap();

    let mut refused = 0;
    for stranger in 0..10 {
        let (peer, browser) = (format!("192.0.2.{stranger}"), format!("browser {stranger}"));
        let wish = Wish { peer: &peer, browser: &browser, ..ANNA };
        if let Err(refusal) = within!(scope, |tx| sign_in::begin(tx, wish)) {
            assert_eq!(kinds::<()>(Err(refusal)), [Kind::MailSentAlready]);
            refused += 1;
        }
    }
    assert_eq!(refused, 5, "mailboxes are not flooded");
    city.mails().await;
    let id = within!(scope, |tx| sign_in::begin(tx, own)).unwrap();
    let (code, _) = city.code_and_link().await;
    assert!(sign_in::by_code(&scope, id, BROWSER, HOST, &code).await.is_ok());
}

#[tokio::test]
async fn who_asks_too_often_uses_what_was_sent() {
    let city = City::open().await;
    let scope = city.anonymous();
    let id = within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    let (code, _) = city.code_and_link().await;
    for _ in 0..2 {
        within!(scope, |tx| sign_in::begin(tx, ANNA)).unwrap();
    }
    assert_eq!(kinds(within!(scope, |tx| sign_in::begin(tx, ANNA))), [Kind::MailSentAlready]);
    assert!(sign_in::by_code(&scope, id, BROWSER, HOST, &code).await.is_ok());
}
