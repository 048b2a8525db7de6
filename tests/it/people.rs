//! People over HTTP: signing in and out, what their browsers carry, and what it is worth elsewhere.

mod cities;
mod forms;
mod oidc;
mod sessions;
mod sign_in;

use axum::http::StatusCode;

use crate::support::{Answer, Browser, TestApp};

const ANNA: &str = "anna@poczta.example";
/// A host of Dębno; the other is `edu.debno.example`.
const HOST: &str = "debno.localhost";
const OTHER_HOST: &str = "edu.debno.example";

/// Asks for a mail, and gives the id of the attempt.
async fn asked(browser: &mut Browser<'_>, email: &str, next: &str) -> String {
    let answer = browser.post("/logowanie", &[("email", email), ("next", next)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let location = answer.location();
    let (path, query) = location.split_once('?').unwrap();
    assert_eq!(path, "/logowanie/kod");
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(name, _)| name == "proba").unwrap().1.into_owned()
}

/// Signs somebody in with a code, and gives the answer to it.
async fn signed_in(app: &TestApp, slug: &str, browser: &mut Browser<'_>, email: &str, next: &str) -> Answer {
    let attempt = asked(browser, email, next).await;
    let code = app.last_mail(slug, email).await.code();
    let answer = browser.post("/logowanie/kod", &[("proba", &attempt), ("code", &code)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer
}

/// Whether the browser is signed in, as the account's page sees it.
async fn is_in(browser: &mut Browser<'_>) -> bool {
    let page = browser.get("/konto").await;
    if page.status == StatusCode::SEE_OTHER {
        assert_eq!(page.location(), "/logowanie?next=%2Fkonto");
        return false;
    }
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert_eq!(page.header("cache-control"), "private, no-store");
    true
}

/// A refusal that says how to go on.
fn leads_on(answer: &Answer, status: StatusCode, to: &str) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert!(answer.body.contains(&format!("href=\"{to}\"")), "no way to {to}: {}", answer.body);
}
