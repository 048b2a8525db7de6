//! What one city gave is worth nothing on another's host, even to somebody who carries it there on purpose, and has an
//! account with the same address in both.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{ANNA, HOST, asked, is_in, leads_on};
use crate::{
    rights::world::World,
    support::{DEBNO, GOLENIOW, Pass, TestApp},
};

const THERE: &str = "goleniow.localhost";

#[tokio::test]
async fn a_session_is_its_city_s() {
    let app = TestApp::start().await;
    let anna = app.person(DEBNO, ANNA, None, None).await;
    app.account(GOLENIOW, ANNA).await;
    let mut here = app.browser_of(DEBNO, &anna);
    for host in [THERE, "edu.goleniow.example"] {
        let mut there = here.moved_to(host);
        assert!(!is_in(&mut there).await, "{host}");
        there.get("/").await;
        assert_eq!(there.cookie("__Host-session"), None, "and it is taken back");
        let mut there = here.moved_to(host);
        assert!(there.get("/konto/dane.zip").await.location().starts_with("/logowanie?next="));
    }
    let viewer = app.gql_as(GOLENIOW, &anna, "{ viewer { id } }", &Value::Null).await.json();
    assert_eq!(viewer["data"]["viewer"], Value::Null);
    let change = "mutation { childCreate(input: { name: \"Ola\", birthDate: \"2018-05-04\" }) { child { id } errors { code } } }";
    assert_eq!(app.refused_as(GOLENIOW, &anna, change, &Value::Null).await, "UNAUTHENTICATED");
    assert!(is_in(&mut here).await);
}

#[tokio::test]
async fn a_form_is_its_city_s() {
    let app = TestApp::start().await;
    let (here, there) = (app.person(DEBNO, ANNA, None, None).await, app.person(GOLENIOW, ANNA, None, None).await);
    let mut shown = app.browser_of(DEBNO, &here);
    let token = shown.form_token().await;
    // The same browser secret, and a session that is good there.
    let mut moved = shown.moved_to(THERE);
    moved.set("__Host-session", there.session());
    let fields = [("name", "Podmieniona"), ("language", "PL")];
    let answer = moved.post_with("/konto", &fields, Some(&token), |request| request).await;
    leads_on(&answer, StatusCode::FORBIDDEN, "/");
    assert!(!moved.get("/konto").await.body.contains("Podmieniona"));
    let answer = shown.post_with("/konto", &fields, Some(&token), |request| request).await;
    assert_eq!(answer.location(), "/konto?done=profile-saved");
}

#[tokio::test]
async fn a_sign_in_is_its_city_s() {
    let app = TestApp::start().await;
    app.account(GOLENIOW, ANNA).await;
    let mut here = app.browser(HOST);
    let attempt = asked(&mut here, ANNA, "/").await;
    let mail = app.last_mail(DEBNO, ANNA).await;
    let link = mail.path("/logowanie/link/");
    let mut there = here.moved_to(THERE);
    let code = there.post("/logowanie/kod", &[("proba", &attempt), ("code", &mail.code())]).await;
    leads_on(&code, StatusCode::UNPROCESSABLE_ENTITY, "/logowanie");
    leads_on(&there.get(&link).await, StatusCode::GONE, "/logowanie");
    leads_on(&there.post(&link, &[]).await, StatusCode::GONE, "/logowanie");
    leads_on(&there.post(&link, &[("code", &mail.code())]).await, StatusCode::GONE, "/logowanie");
    assert!(!is_in(&mut there).await);
    assert!(app.mails(GOLENIOW).await.is_empty());
    assert_eq!(here.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(is_in(&mut here).await);
}

#[tokio::test]
async fn a_token_is_its_city_s() {
    let app = TestApp::start().await;
    let (mut here, mut there) = (World::new(&app, DEBNO).await, World::new(&app, GOLENIOW).await);
    let token = here.who("token").await;
    there.who("token").await;
    assert!(app.gql_as(DEBNO, &token, "{ viewer { id } }", &Value::Null).await.json()["data"]["viewer"].is_object());
    let answer = app.gql_as(GOLENIOW, &token, "{ viewer { id } }", &Value::Null).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.json()["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
    let Pass::Token(text) = &token.pass else { panic!("no token") };
    // One with a slip of the pen is told apart without a question to the database, and is refused alike.
    let other = if text.ends_with('x') { 'y' } else { 'x' };
    let slip = format!("{}{other}", &text[..text.len() - 1]);
    let slip = crate::support::Who { pass: Pass::Token(slip), ..token.clone() };
    assert_eq!(app.gql_as(DEBNO, &slip, "{ tenant { slug } }", &Value::Null).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn links_of_mails_are_their_city_s() {
    let app = TestApp::start().await;
    let (mut here, mut there) = (World::new(&app, DEBNO).await, World::new(&app, GOLENIOW).await);
    let (owner, same) = (here.who("owner").await, there.who("owner").await);
    assert_eq!(owner.email, same.email);

    let path = format!("/potwierdz/{}", here.thing("confirmToken", "owner").await.as_str().unwrap());
    let mut moved = app.browser_of(GOLENIOW, &same);
    let dead = moved.get(&path).await;
    assert!(dead.body.contains("href=\"/zaproponuj\"") && !dead.body.contains("ajne-debno"), "{}", dead.body);
    let refused = moved.post(&path, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    let mut own = app.browser(HOST);
    assert!(own.get(&path).await.body.contains("ajne-debno"));
    assert_eq!(own.post(&path, &[]).await.location(), format!("{path}?done=entry-confirmed"));

    let path = format!("/zaproszenie/{}", here.thing("invitationToken", "owner").await.as_str().unwrap());
    let refused = moved.post(&path, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    let roles = app.done_as(GOLENIOW, &same, "{ viewer { roles { role } } }", &Value::Null).await;
    assert_eq!(roles["viewer"]["roles"], json!([]));
    let accepted = app.browser_of(DEBNO, &owner).post(&path, &[]).await;
    assert_eq!(accepted.location(), "/konto?done=invitation-accepted");
    let roles = app.done_as(DEBNO, &owner, "{ viewer { roles { role } } }", &Value::Null).await;
    assert_eq!(roles["viewer"]["roles"][0]["role"], "CONTRIBUTOR");
}

#[tokio::test]
async fn pages_and_files_of_another_city_are_not_there() {
    let app = TestApp::start().await;
    let (mut here, mut there) = (World::new(&app, DEBNO).await, World::new(&app, GOLENIOW).await);
    let (owner, admin, foreign) = (here.who("owner").await, here.who("admin").await, there.who("admin").await);
    let mut id = async |name: &str| here.thing(name, "owner").await.as_str().unwrap().to_owned();
    let (child, institution, activity) = (id("child").await, id("institution").await, id("activity").await);
    let (account, submission, draft) = (id("account").await, id("submission").await, id("draft").await);
    let (review, promotion, picture) = (id("review").await, id("promotion").await, id("picture").await);
    let ask = json!({ "id": picture });
    let data = app.done_as(DEBNO, &owner, "query($id: ID!) { picture(id: $id) { url thumbUrl } }", &ask).await;
    let file = |size: &str| data["picture"][size].as_str().unwrap().to_owned();
    // By whom a page is seen at home; at the other city's host it is sought by an admin there.
    for (path, who) in [
        (file("url"), &owner),
        (file("thumbUrl"), &owner),
        (format!("/konto/dziecko/{child}"), &owner),
        (format!("/pulpit/zgloszenie/{draft}"), &owner),
        (format!("/pulpit/kolejka/{submission}"), &admin),
        (format!("/pulpit/wpis/{activity}"), &admin),
        (format!("/pulpit/wpis/{activity}/historia"), &admin),
        (format!("/pulpit/wpisy/{institution}"), &admin),
        (format!("/pulpit/wpisy.csv?institution={institution}"), &admin),
        (format!("/zespol/{institution}"), &admin),
        (format!("/ludzie/{account}"), &admin),
        (format!("/pulpit/opinie/{review}"), &admin),
        (format!("/opinie/{review}/zglos"), &admin),
        (format!("/pulpit/uczestnicy/{activity}"), &admin),
        (format!("/pulpit/promocje/{promotion}"), &admin),
        (format!("/promowane/{promotion}"), &admin),
    ] {
        let page = app.browser_of(DEBNO, who).get(&path).await;
        assert!(page.status.is_success() || page.status == StatusCode::SEE_OTHER, "{path}: {}", page.body);
        if page.status == StatusCode::SEE_OTHER {
            assert!(page.location().starts_with("/zajecia/"), "{path}: {}", page.location());
        }
        let page = app.browser_of(GOLENIOW, &foreign).get(&path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}: {}", page.body);
        assert!(!page.body.contains("ajne-debno"), "{path}");
    }
    let picture = app.browser_of(DEBNO, &owner).get(&file("url")).await;
    assert!(picture.header("content-type").starts_with("image/"));
    assert!(picture.header("content-security-policy").contains("sandbox"));
    assert!(!picture.headers.contains_key("set-cookie"));
}
