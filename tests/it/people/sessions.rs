//! Sessions: what the cookie is worth, and for how long.

use axum::http::StatusCode;
use chrono::Duration;
use kernel::access::Role;

use super::{ANNA, HOST, is_in, signed_in};
use crate::support::{DEBNO, OFFERS, TestApp, Who};

const SESSION: &str = "__Host-session";

#[tokio::test]
async fn each_sign_in_makes_a_new_session() {
    let app = TestApp::start().await;
    let mut browser = app.browser(HOST);
    // A session that somebody else chose is not taken over.
    browser.set(SESSION, &"A".repeat(43));
    signed_in(&app, DEBNO, &mut browser, ANNA, "/").await;
    let first = browser.cookie(SESSION).unwrap().to_owned();
    assert_ne!(first, "A".repeat(43));
    signed_in(&app, DEBNO, &mut browser, ANNA, "/").await;
    let second = browser.cookie(SESSION).unwrap().to_owned();
    assert_ne!(first, second);
    assert!(is_in(&mut browser).await);
    browser.set(SESSION, &first);
    assert!(!is_in(&mut browser).await, "the old one is over");
}

#[tokio::test]
async fn a_cookie_that_was_touched_is_nobody_s() {
    let app = TestApp::start().await;
    let anna = app.person(DEBNO, ANNA, None, None).await;
    let good = anna.session().to_owned();
    let mut turned = good.clone().into_bytes();
    turned[10] = if turned[10] == b'A' { b'B' } else { b'A' };
    for bad in [
        String::from_utf8(turned).unwrap(),
        good[1..].to_owned(),
        format!("{good}A"),
        format!("{good}' OR 1=1 --"),
        good.to_lowercase(),
        "x".repeat(5000),
    ] {
        let mut browser = app.browser(HOST);
        browser.set(SESSION, &bad);
        let page = browser.get("/").await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(browser.cookie(SESSION), None, "it is taken back: {bad}");
        browser.set(SESSION, &bad);
        assert!(!is_in(&mut browser).await, "{bad}");
    }
    let mut twice = app.browser(HOST);
    twice.set(SESSION, &format!("{good}; {SESSION}={good}"));
    assert!(!is_in(&mut twice).await, "who sends two was given one by somebody else");
    assert!(is_in(&mut app.browser_of(DEBNO, &anna)).await);
}

/// How many times in a row a session that is used each so often goes on, at most a hundred.
async fn uses(app: &TestApp, who: &Who, every: Duration) -> i32 {
    let mut browser = app.browser_of(DEBNO, who);
    let mut times = 0;
    while times < 100 {
        app.clock.advance(every);
        if !is_in(&mut browser).await {
            break;
        }
        times += 1;
    }
    times
}

#[tokio::test]
async fn sessions_end_when_unused_and_in_the_end_anyway() {
    let app = TestApp::start().await;
    let start = async |email: &str, role| app.person(DEBNO, email, role, None).await;
    for (email, role, every, times) in [
        // Fourteen days of rest, sixty of life.
        ("a@poczta.example", None, Duration::days(14), 0),
        ("b@poczta.example", None, Duration::days(13), 4),
        ("c@poczta.example", None, Duration::days(6), 9),
        // Twelve hours of rest, seven days of life.
        ("d@poczta.example", Some(Role::Editor), Duration::hours(12), 0),
        ("e@poczta.example", Some(Role::Editor), Duration::hours(11), 15),
        ("f@poczta.example", Some(Role::Admin), Duration::hours(13), 0),
    ] {
        let who = start(email, role).await;
        assert_eq!(uses(&app, &who, every).await, times, "{email}");
    }
    // An appointment shortens what is open.
    let anna = start(ANNA, None).await;
    app.clock.advance(Duration::days(1));
    assert!(is_in(&mut app.browser_of(DEBNO, &anna)).await);
    app.appoint(DEBNO, anna.account, Role::Editor, None).await;
    app.clock.advance(Duration::hours(13));
    assert!(!is_in(&mut app.browser_of(DEBNO, &anna)).await);
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let app = TestApp::start().await;
    let mut browser = app.browser(HOST);
    signed_in(&app, DEBNO, &mut browser, ANNA, "/").await;
    let session = browser.cookie(SESSION).unwrap().to_owned();
    let secret = browser.cookie("__Host-browser").unwrap().to_owned();
    assert_eq!(browser.get("/wyloguj").await.status, StatusCode::NOT_FOUND, "a link signs nobody out");
    assert!(is_in(&mut browser).await);
    let out = browser.post("/wyloguj", &[]).await;
    assert_eq!((out.status, out.location().as_str()), (StatusCode::SEE_OTHER, "/?done=signed-out"));
    assert_eq!((browser.cookie(SESSION), browser.cookie("__Host-browser")), (None, None));
    browser.set(SESSION, &session);
    assert!(!is_in(&mut browser).await, "the cookie is worth nothing any more");
    browser.get("/logowanie").await;
    assert_ne!(browser.cookie("__Host-browser").unwrap(), secret);
}

#[tokio::test]
async fn devices_are_listed_and_signed_out() {
    let app = TestApp::start().await;
    let anna = app.person(DEBNO, ANNA, None, None).await;
    let elsewhere = app.person(DEBNO, ANNA, None, None).await;
    let mut browser = app.browser_of(DEBNO, &anna);
    assert!(browser.get("/konto").await.body.contains("Firefox"));
    let done = browser.post("/konto/urzadzenia/pozostale", &[]).await;
    assert_eq!(done.location(), "/konto?done=devices-revoked");
    assert!(is_in(&mut browser).await && !is_in(&mut app.browser_of(DEBNO, &elsewhere)).await);
}

#[tokio::test]
async fn pages_of_everybody_carry_no_cookie_and_pages_of_somebody_are_kept_by_nobody() {
    let app = TestApp::start().await;
    app.institutions(DEBNO, "id,name,kind\nd1,Dom Kultury,CULTURE_CENTRE\n").await;
    app.activities(DEBNO, OFFERS).await;
    let data = app.data(DEBNO, "{ activities(first: 1) { nodes { url } } institutions { nodes { url } } }").await;
    let url = |list: &str| data[list]["nodes"][0]["url"].as_str().unwrap().to_owned();
    let anna = app.person(DEBNO, ANNA, None, None).await;
    let paths = ["/".to_owned(), "/zajecia?q=szachy".to_owned(), "/placowki".to_owned(), "/prywatnosc".to_owned()];
    for path in paths.into_iter().chain([url("activities"), url("institutions"), "/nie/ma".to_owned()]) {
        let mut anybody = app.browser(HOST);
        let page = anybody.get(&path).await;
        let has_form = page.body.contains("name=\"_token\"");
        assert_eq!(page.headers.contains_key("set-cookie"), has_form, "{path}");
        assert!(!has_form, "whoever only looks gets no form that needs a cookie: {path}");
        assert!(!page.header("cache-control").contains("private"), "{path}");
        let own = app.browser_of(DEBNO, &anna).get(&path).await;
        if own.status == StatusCode::OK {
            assert_eq!(own.header("cache-control"), "private, no-store", "{path}");
            assert!(own.header("vary").contains("cookie"), "{path}");
        }
    }
    let form = app.browser(HOST).get("/logowanie").await;
    assert!(form.headers.contains_key("set-cookie"));
    assert_eq!(form.header("cache-control"), "private, no-store");
}
