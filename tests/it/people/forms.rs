//! Forms are ours, and their senders saw them: what other sites make a browser send does nothing.

use axum::{
    body::Body,
    http::{Request, StatusCode, header, request::Builder},
};
use serde_json::json;

use super::{ANNA, HOST, leads_on};
use crate::support::{Answer, Browser, DEBNO, TestApp};

const RENAME: (&str, [(&str, &str); 2]) = ("/konto", [("name", "Podmieniona"), ("language", "PL")]);

async fn name(browser: &mut Browser<'_>) -> bool {
    browser.get("/konto").await.body.contains("Podmieniona")
}

#[tokio::test]
async fn what_others_make_a_browser_post_does_nothing() {
    let app = TestApp::start().await;
    let anna = app.person(DEBNO, ANNA, None, None).await;
    let mut browser = app.browser_of(DEBNO, &anna);
    let own = browser.form_token().await;
    let another = app.browser(HOST).form_token().await;
    let (path, fields) = RENAME;
    let same = |request: Builder| request.header(header::ORIGIN, "http://debno.localhost");
    let attacks: Vec<(&str, Answer)> = vec![
        ("no token", browser.post_with(path, &fields, None, |request| request).await),
        ("an empty token", browser.post_with(path, &fields, Some(""), |request| request).await),
        ("another browser's token", browser.post_with(path, &fields, Some(&another), same).await),
        ("half a token", browser.post_with(path, &fields, Some(&own[..20]), same).await),
        (
            "another site",
            browser.post_with(path, &fields, Some(&own), |r| r.header(header::ORIGIN, "https://evil.example")).await,
        ),
        ("a hidden site", browser.post_with(path, &fields, Some(&own), |r| r.header(header::ORIGIN, "null")).await),
        (
            "a site that looks alike",
            browser
                .post_with(path, &fields, Some(&own), |r| {
                    r.header(header::ORIGIN, "http://debno.localhost.evil.example")
                })
                .await,
        ),
        (
            "the other city",
            browser
                .post_with(path, &fields, Some(&own), |r| r.header(header::ORIGIN, "http://goleniow.localhost"))
                .await,
        ),
        (
            "the city's other host",
            browser
                .post_with(path, &fields, Some(&own), |r| r.header(header::ORIGIN, "http://edu.debno.example"))
                .await,
        ),
        (
            "cross-site",
            browser.post_with(path, &fields, Some(&own), |r| r.header("sec-fetch-site", "cross-site")).await,
        ),
        ("same-site", browser.post_with(path, &fields, Some(&own), |r| r.header("sec-fetch-site", "same-site")).await),
    ];
    for (what, answer) in attacks {
        leads_on(&answer, StatusCode::FORBIDDEN, "/");
        let is_ours = !what.contains("token") || answer.body.contains("Formularz stracił ważność");
        assert!(is_ours, "{what}: {}", answer.body);
        assert!(!name(&mut browser).await, "{what}");
    }
    // A token without the browser's cookie, as from a page that was stolen.
    let mut bare = app.browser_of(DEBNO, &anna);
    assert_eq!(bare.post_with(path, &fields, Some(&own), same).await.status, StatusCode::FORBIDDEN);
    assert!(!name(&mut browser).await);
    let done = browser.post_with(path, &fields, Some(&own), same).await;
    assert_eq!(done.location(), "/konto?done=profile-saved");
    assert!(name(&mut browser).await);
}

#[tokio::test]
async fn signing_in_and_out_is_guarded_too() {
    let app = TestApp::start().await;
    let anna = app.person(DEBNO, ANNA, None, None).await;
    let mut browser = app.browser_of(DEBNO, &anna);
    for path in ["/wyloguj", "/logowanie", "/logowanie/kod", "/logowanie/polacz", "/konto/usun"] {
        let answer = browser.post_with(path, &[("email", ANNA), ("confirm", ANNA)], None, |request| request).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert!(super::is_in(&mut browser).await);
    assert!(app.mails(DEBNO).await.is_empty());
}

#[tokio::test]
async fn the_api_takes_nothing_that_a_foreign_page_can_send() {
    let app = TestApp::start().await;
    let anna = app.person(DEBNO, ANNA, None, None).await;
    let body = json!({ "query": "mutation { profileUpdate(input: { name: \"Podmieniona\", language: PL }) { errors { code } } }" });
    let call = |media_type: &'static str, bend: fn(Builder) -> Builder| {
        let request = Request::post("/graphql").header(header::HOST, HOST).header(header::CONTENT_TYPE, media_type);
        let request = anna.mark(bend(request)).body(Body::from(body.to_string())).unwrap();
        app.send(request, "127.0.0.1")
    };
    for media_type in
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json"]
    {
        let answer = call(media_type, |request| request).await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{media_type}");
    }
    let json = "application/json";
    for bend in [
        (|r| r.header(header::ORIGIN, "https://evil.example")) as fn(Builder) -> Builder,
        |r| r.header(header::ORIGIN, "null"),
        |r| r.header("sec-fetch-site", "cross-site"),
    ] {
        assert_eq!(call(json, bend).await.status, StatusCode::FORBIDDEN);
    }
    let query = "/graphql?query=mutation%7BdevicesRevokeOthers%7Bcount%7D%7D";
    assert_eq!(
        app.browser_of(DEBNO, &anna).get(query).await.status,
        StatusCode::OK,
        "the explorer, which runs nothing"
    );
    let mut browser = app.browser_of(DEBNO, &anna);
    assert!(!name(&mut browser).await);
    assert!(call(json, |r| r.header("sec-fetch-site", "same-origin")).await.json().get("errors").is_none());
    assert!(name(&mut browser).await);
    let preflight =
        Request::options("/graphql").header(header::HOST, HOST).header(header::ORIGIN, "https://evil.example");
    let answer = app.send(preflight.body(Body::empty()).unwrap(), "127.0.0.1").await;
    assert!(!answer.headers.contains_key("access-control-allow-origin"), "{:?}", answer.headers);
}
