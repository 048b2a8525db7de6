//! Signing in by mail, with a link or a code.

use axum::http::StatusCode;
use chrono::Duration;

use super::{ANNA, HOST, OTHER_HOST, asked, is_in, leads_on, signed_in};
use crate::support::{DEBNO, TestApp};

#[tokio::test]
async fn a_code_signs_in_where_it_was_asked_for() {
    let app = TestApp::start().await;
    let mut browser = app.browser(HOST);
    assert!(!is_in(&mut browser).await);
    let page = browser.get("/logowanie?next=%2Fzajecia%3Fq%3Dszachy").await;
    assert!(page.body.contains("value=\"/zajecia?q=szachy\""), "where to go afterwards is kept: {}", page.body);

    let attempt = asked(&mut browser, " Anna@Poczta.example ", "/zajecia?q=szachy").await;
    let mail = app.last_mail(DEBNO, ANNA).await;
    assert!(mail.subject().contains("Dębno") && mail.html.contains(&mail.code()), "{mail:?}");
    let code_page = browser.get(&format!("/logowanie/kod?proba={attempt}&adres={ANNA}")).await;
    assert!(code_page.body.contains(ANNA), "{}", code_page.body);
    let wrong = browser.post("/logowanie/kod", &[("proba", &attempt), ("code", "x"), ("adres", ANNA)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("aria-invalid=\"true\"") && wrong.body.contains(&attempt), "what was typed is kept");

    let spaced = format!("{} {}", &mail.code()[..3], &mail.code()[3..]);
    let entered = browser.post("/logowanie/kod", &[("proba", &attempt), ("code", &spaced)]).await;
    assert_eq!((entered.status, entered.location().as_str()), (StatusCode::SEE_OTHER, "/zajecia?q=szachy"));
    assert!(is_in(&mut browser).await);
    assert!(browser.get("/konto").await.body.contains(ANNA));

    let again = browser.post("/logowanie/kod", &[("proba", &attempt), ("code", &mail.code())]).await;
    leads_on(&again, StatusCode::UNPROCESSABLE_ENTITY, "/logowanie");
}

#[tokio::test]
async fn a_link_acts_when_somebody_presses_its_button() {
    let app = TestApp::start().await;
    let mut browser = app.browser(HOST);
    asked(&mut browser, ANNA, "/zajecia").await;
    let link = app.last_mail(DEBNO, ANNA).await.path("/logowanie/link/");
    for _ in 0..3 {
        let page = browser.get(&link).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(page.body.contains(&format!("action=\"{link}\"")) && !page.body.contains("name=\"code\""));
        assert!(page.body.contains("noindex") && page.header("cache-control").contains("no-store"));
        assert!(!is_in(&mut browser).await, "looking is not entering");
    }
    let entered = browser.post(&link, &[]).await;
    assert_eq!((entered.status, entered.location().as_str()), (StatusCode::SEE_OTHER, "/zajecia"));
    assert!(is_in(&mut browser).await);
    for used in [browser.get(&link).await, browser.post(&link, &[]).await] {
        leads_on(&used, StatusCode::GONE, "/logowanie");
    }
}

#[tokio::test]
async fn a_link_opened_elsewhere_asks_for_the_code() {
    let app = TestApp::start().await;
    let (mut here, mut elsewhere) = (app.browser(HOST), app.browser(HOST));
    let attempt = asked(&mut here, ANNA, "/").await;
    let mail = app.last_mail(DEBNO, ANNA).await;
    let link = mail.path("/logowanie/link/");
    let page = elsewhere.get(&link).await;
    assert!(page.body.contains("name=\"code\""), "{}", page.body);
    let bare = elsewhere.post(&link, &[]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("name=\"code\"") && !is_in(&mut elsewhere).await);
    let wrong = elsewhere.post(&link, &[("code", "000000x")]).await;
    assert!(wrong.body.contains("aria-invalid=\"true\"") && !is_in(&mut elsewhere).await, "{}", wrong.body);
    // The code alone is worth nothing where nobody asked for it.
    let alone = elsewhere.post("/logowanie/kod", &[("proba", &attempt), ("code", &mail.code())]).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!is_in(&mut elsewhere).await);

    let entered = elsewhere.post(&link, &[("code", &mail.code())]).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.body);
    assert!(is_in(&mut elsewhere).await && !is_in(&mut here).await);
    let late = here.post("/logowanie/kod", &[("proba", &attempt), ("code", &mail.code())]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "it was used");
    assert!(!is_in(&mut here).await);
}

#[tokio::test]
async fn after_a_quarter_of_an_hour_it_is_too_late() {
    let app = TestApp::start().await;
    let mut browser = app.browser(HOST);
    let attempt = asked(&mut browser, ANNA, "/").await;
    let mail = app.last_mail(DEBNO, ANNA).await;
    let link = mail.path("/logowanie/link/");
    app.clock.advance(Duration::minutes(15));
    let code = browser.post("/logowanie/kod", &[("proba", &attempt), ("code", &mail.code())]).await;
    leads_on(&code, StatusCode::UNPROCESSABLE_ENTITY, "/logowanie");
    leads_on(&browser.post(&link, &[]).await, StatusCode::GONE, "/logowanie");
    leads_on(&browser.get(&link).await, StatusCode::GONE, "/logowanie");
    leads_on(&browser.get("/logowanie/link/nie-ma-takiego").await, StatusCode::GONE, "/logowanie");
    assert!(!is_in(&mut browser).await);
    // A new one does it.
    signed_in(&app, DEBNO, &mut browser, ANNA, "/").await;
    assert!(is_in(&mut browser).await);
}

#[tokio::test]
async fn five_wrong_codes_use_the_code_up_and_not_the_link() {
    let app = TestApp::start().await;
    let mut browser = app.browser(HOST);
    let attempt = asked(&mut browser, ANNA, "/").await;
    let mail = app.last_mail(DEBNO, ANNA).await;
    let wrong = if mail.code() == "123456" { "654321" } else { "123456" };
    for left in (0..5).rev() {
        let answer = browser.post("/logowanie/kod", &[("proba", &attempt), ("code", wrong)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(left == 0 || answer.body.contains(&left.to_string()), "{left} left: {}", answer.body);
    }
    let right = browser.post("/logowanie/kod", &[("proba", &attempt), ("code", &mail.code())]).await;
    assert_eq!(right.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!is_in(&mut browser).await);
    assert_eq!(browser.post(&mail.path("/logowanie/link/"), &[]).await.status, StatusCode::SEE_OTHER);
    assert!(is_in(&mut browser).await);
}

#[tokio::test]
async fn a_sign_in_belongs_to_the_host_where_it_was_begun() {
    let app = TestApp::start().await;
    let mut begun = app.browser(OTHER_HOST);
    let attempt = asked(&mut begun, ANNA, "/").await;
    let mail = app.last_mail(DEBNO, ANNA).await;
    let link = mail.path("/logowanie/link/");
    assert!(mail.text.contains(&format!("://{OTHER_HOST}")), "the mail leads to where it was asked for: {}", mail.text);
    // Even somebody who carried their cookies along.
    let mut moved = begun.moved_to(HOST);
    let code = moved.post("/logowanie/kod", &[("proba", &attempt), ("code", &mail.code())]).await;
    assert_eq!(code.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(code.body.contains(OTHER_HOST), "it says where: {}", code.body);
    for dead in
        [moved.get(&link).await, moved.post(&link, &[]).await, moved.post(&link, &[("code", &mail.code())]).await]
    {
        leads_on(&dead, StatusCode::GONE, "/logowanie");
    }
    assert!(!is_in(&mut moved).await);
    assert_eq!(begun.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(is_in(&mut begun).await);
    assert!(!is_in(&mut begun.moved_to(HOST)).await, "a session is one host's");
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let app = TestApp::start().await;
    for (turn, evil) in [
        "//evil.example",
        "https://evil.example/",
        "http:evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/ą",
    ]
    .into_iter()
    .enumerate()
    {
        // Mails to one address are counted.
        let email = format!("anna{turn}@poczta.example");
        let mut browser = app.browser(HOST);
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("next", evil).finish();
        let page = browser.get(&format!("/logowanie?{query}")).await;
        assert!(!page.body.contains("name=\"next\""), "{evil}: {}", page.body);
        let entered = signed_in(&app, DEBNO, &mut browser, &email, evil).await;
        assert_eq!(entered.location(), "/konto", "{evil}");
    }
}
