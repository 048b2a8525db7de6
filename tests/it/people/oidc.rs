//! Signing in with an OpenID provider, over HTTP. What dishonest providers may try is tested in `identity`.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::Duration;
use serde_json::{Value, json};

use super::{ANNA, HOST, OTHER_HOST, is_in, leads_on};
use crate::support::{Answer, Browser, DEBNO, GOLENIOW, TestApp, provider::Provider};

const PENDING: &str = "__Host-pending";
const JOINING: &str = "__Host-joining";

/// Two cities with the same provider: what else could tell their sign-ins apart is the same.
async fn started() -> (TestApp, Arc<Provider>) {
    let provider = Provider::start().await;
    let declared = provider.declaration();
    let app = TestApp::start_with(&[(DEBNO, &declared), (GOLENIOW, &declared)], None).await;
    provider.set_clock(app.clock.clone());
    (app, provider)
}

fn person(subject: &str, email: &str) -> Value {
    json!({ "sub": subject, "email": email, "email_verified": true, "name": "Anna Nowak", "locale": "pl" })
}

/// Goes to the provider, signs in there, and gives the path that leads back.
async fn back(provider: &Provider, browser: &mut Browser<'_>, next: &str, person: Value) -> String {
    let away = browser.get(&format!("/auth/miasto{next}")).await;
    assert_eq!(away.status, StatusCode::SEE_OTHER, "{}", away.body);
    let (host, path) = provider.sign_in(&away.location(), person);
    assert_eq!(host, browser.host, "back to where it began");
    path
}

async fn name(browser: &mut Browser<'_>) -> Answer {
    let page = browser.get("/konto").await;
    assert!(page.body.contains("Anna Nowak"), "{}", page.body);
    page
}

#[tokio::test]
async fn a_provider_vouches_for_somebody() {
    let (app, provider) = started().await;
    let mut browser = app.browser(HOST);
    let sign_in = browser.get("/logowanie?next=%2Fplacowki").await;
    let button = sign_in.body.split("href=\"/auth/miasto?").nth(1).unwrap_or_else(|| panic!("{}", sign_in.body));
    assert!(button.split('"').next().unwrap().contains("next=/placowki"), "{button}");
    let path = back(&provider, &mut browser, "?next=/placowki", person("anna-1", ANNA)).await;
    assert!(browser.cookie(PENDING).is_some() && !is_in(&mut browser).await);
    let entered = browser.get(&path).await;
    assert_eq!((entered.status, entered.location().as_str()), (StatusCode::SEE_OTHER, "/placowki"));
    assert_eq!(browser.cookie(PENDING), None);
    assert!(name(&mut browser).await.body.contains(ANNA));
    // Another time, from another browser: the same account.
    let mut other = app.browser(HOST);
    let path = back(&provider, &mut other, "?next=//evil.example", person("anna-1", "inna@poczta.example")).await;
    assert_eq!(other.get(&path).await.location(), "/konto");
    assert!(name(&mut other).await.body.contains(ANNA));
    let people = app.scope(DEBNO);
    assert_eq!(identity::accounts::list(&people, None, None, 10, None).await.unwrap().0.len(), 1);
}

#[tokio::test]
async fn what_comes_back_belongs_to_the_browser_that_went_and_comes_once() {
    let (app, provider) = started().await;
    let mut browser = app.browser(HOST);
    let path = back(&provider, &mut browser, "", person("anna-1", ANNA)).await;
    let kept = browser.cookie(PENDING).unwrap().to_owned();
    // Somebody else's browser, with nothing or with a sign-in of its own.
    let mut another = app.browser(HOST);
    leads_on(&another.get(&path).await, StatusCode::FORBIDDEN, "/logowanie");
    another.get("/auth/miasto").await;
    leads_on(&another.get(&path).await, StatusCode::FORBIDDEN, "/logowanie");
    assert!(!is_in(&mut another).await);
    assert_eq!(browser.get(&path).await.status, StatusCode::SEE_OTHER);
    // The same again, with the cookie that was taken back.
    let mut replayed = app.browser(HOST);
    replayed.set(PENDING, &kept);
    leads_on(&replayed.get(&path).await, StatusCode::FORBIDDEN, "/logowanie");
    assert!(!is_in(&mut replayed).await);
    // A cookie that was touched.
    let path = back(&provider, &mut replayed, "", person("anna-1", ANNA)).await;
    let sealed = replayed.cookie(PENDING).unwrap().to_owned();
    let turned = if sealed.ends_with('A') { "B" } else { "A" };
    replayed.set(PENDING, &format!("{}{turned}", &sealed[..sealed.len() - 1]));
    leads_on(&replayed.get(&path).await, StatusCode::FORBIDDEN, "/logowanie");
    assert!(!is_in(&mut replayed).await);
}

#[tokio::test]
async fn a_provider_s_answer_is_one_host_s() {
    let (app, provider) = started().await;
    for host in ["goleniow.localhost", OTHER_HOST] {
        let mut browser = app.browser(HOST);
        let path = back(&provider, &mut browser, "", person("anna-1", ANNA)).await;
        let mut moved = browser.moved_to(host);
        leads_on(&moved.get(&path).await, StatusCode::FORBIDDEN, "/logowanie");
        assert!(!is_in(&mut moved).await, "{host}");
        // Nothing was used up: where it began it still leads in.
        assert_eq!(browser.get(&path).await.location(), "/konto", "{host}");
    }
    let strangers = identity::accounts::list(&app.scope(GOLENIOW), None, None, 10, None).await.unwrap().0;
    assert!(strangers.is_empty());
}

#[tokio::test]
async fn who_turns_back_at_the_provider_may_go_on_otherwise() {
    let (app, _provider) = started().await;
    let mut browser = app.browser(HOST);
    let away = browser.get("/auth/miasto").await.location();
    let state = form_urlencoded::parse(away.split_once('?').unwrap().1.as_bytes()).find(|(name, _)| name == "state");
    let refused = format!("/auth/miasto/callback?error=access_denied&state={}", state.unwrap().1);
    leads_on(&browser.get(&refused).await, StatusCode::FORBIDDEN, "/logowanie");
    leads_on(&browser.get("/auth/miasto/callback").await, StatusCode::FORBIDDEN, "/logowanie");
    assert_eq!(browser.get("/auth/obcy").await.status, StatusCode::NOT_FOUND);
}

/// A browser that was offered to join the provider's person with the account of the same address.
async fn offered<'a>(app: &'a TestApp, provider: &Provider, subject: &str) -> Browser<'a> {
    let mut browser = app.browser(HOST);
    let path = back(provider, &mut browser, "?next=/placowki", person(subject, ANNA)).await;
    let offer = browser.get(&path).await;
    assert_eq!(offer.location(), "/logowanie/polacz");
    assert!(!is_in(&mut browser).await, "a provider's word opens no account that was made without it");
    let page = browser.get("/logowanie/polacz").await;
    assert!(page.body.contains(ANNA) && page.body.contains("value=\"apart\""), "{}", page.body);
    browser
}

#[tokio::test]
async fn accounts_with_one_address_are_joined_by_a_code() {
    let (app, provider) = started().await;
    let anna = app.account(DEBNO, ANNA).await;
    let mut browser = offered(&app, &provider, "anna-1").await;
    let asked = browser.post("/logowanie/polacz", &[("choice", "join")]).await.location();
    let query = asked.split_once('?').unwrap().1.to_owned();
    let attempt = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "proba").unwrap().1.into_owned();
    let code = app.last_mail(DEBNO, ANNA).await.code();
    let entered = browser.post("/logowanie/kod", &[("proba", &attempt), ("code", &code)]).await;
    assert_eq!(entered.location(), "/placowki");
    assert_eq!(browser.cookie(JOINING), None);
    assert!(is_in(&mut browser).await);
    let links = identity::providers::of(&app.scope(DEBNO), anna).await.unwrap();
    assert_eq!(links.iter().map(|link| link.subject.as_str()).collect::<Vec<_>>(), ["anna-1"]);
    // From now on the provider leads straight in.
    let mut other = app.browser(HOST);
    let path = back(&provider, &mut other, "", person("anna-1", ANNA)).await;
    assert_eq!(other.get(&path).await.location(), "/konto");
}

#[tokio::test]
async fn accounts_with_one_address_can_be_kept_apart() {
    let (app, provider) = started().await;
    let anna = app.account(DEBNO, ANNA).await;
    let mut browser = offered(&app, &provider, "anna-1").await;
    let entered = browser.post("/logowanie/polacz", &[("choice", "apart")]).await;
    assert_eq!(entered.location(), "/placowki");
    let page = name(&mut browser).await;
    assert!(!page.body.contains(ANNA), "the address is the other account's");
    assert!(identity::providers::of(&app.scope(DEBNO), anna).await.unwrap().is_empty());
    assert!(app.mails(DEBNO).await.is_empty());
}

#[tokio::test]
async fn an_offer_to_join_is_one_browser_s_one_host_s_and_ten_minutes_long() {
    let (app, provider) = started().await;
    let anna = app.account(DEBNO, ANNA).await;
    app.account(GOLENIOW, ANNA).await;
    let offer = offered(&app, &provider, "anna-1").await.cookie(JOINING).unwrap().to_owned();
    for host in ["goleniow.localhost", OTHER_HOST] {
        let mut moved = app.browser(host);
        moved.set(JOINING, &offer);
        assert_eq!(moved.get("/logowanie/polacz").await.location(), "/logowanie", "{host}");
        for choice in ["apart", "join"] {
            let answer = moved.post("/logowanie/polacz", &[("choice", choice)]).await;
            leads_on(&answer, StatusCode::FORBIDDEN, "/logowanie");
        }
        assert!(!is_in(&mut moved).await, "{host}");
        assert!(app.mails(GOLENIOW).await.is_empty());
    }
    let mut late = offered(&app, &provider, "anna-1").await;
    app.clock.advance(Duration::minutes(10));
    leads_on(&late.post("/logowanie/polacz", &[("choice", "apart")]).await, StatusCode::FORBIDDEN, "/logowanie");
    // Signing in with the code all the same joins nothing any more.
    super::signed_in(&app, DEBNO, &mut late, ANNA, "/").await;
    assert!(identity::providers::of(&app.scope(DEBNO), anna).await.unwrap().is_empty());
}
