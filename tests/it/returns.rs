//! Mail that came back, as mail servers post it, and the page of those who look after the mail.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::Duration;
use kernel::{
    access::Role,
    audit,
    i18n::Lang,
    mail::{
        Attempt, Lane, Mail, enqueue_many, envelope, lease, settle,
        suppression::{self, Reason},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{DEBNO, GOLENIOW, HOOK_SECRET, TestApp};

/// Mails of a city that were handed over, one to each address.
async fn sent(app: &TestApp, slug: &str, to: &[&str]) -> Vec<Uuid> {
    let mails = to.iter().map(|to| Mail {
        lane: Lane::Normal,
        template: "identity/sign_in",
        lang: Lang::Pl,
        to: (*to).to_owned(),
        account: None,
        args: json!({}),
        unsubscribe: None,
    });
    let mut tx = app.scope(slug).begin().await.unwrap();
    let ids = enqueue_many(&mut tx, mails.collect()).await.unwrap();
    tx.commit().await.unwrap();
    for mail in lease(&app.scope(slug), 100).await.unwrap() {
        settle(&app.scope(slug), &mail, Attempt::Sent).await.unwrap();
    }
    ids
}

/// A delivery report that came to a mail's bounce address.
fn report(sender: &str, recipient: &str, code: &str) -> String {
    format!(
        "Return-Path: <>\r\nDelivered-To: {sender}\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: {sender}\r\n\
         Subject: Undelivered\r\nContent-Type: multipart/report; boundary=a\r\n\r\n--a\r\n\r\nSorry.\r\n--a\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: {code}\r\n\r\n--a--\r\n"
    )
}

fn complaint(sender: &str) -> String {
    format!(
        "To: abuse@debno.example\r\nContent-Type: multipart/report; boundary=a\r\n\r\n--a\r\n\
         Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nOriginal-Mail-From: <{sender}>\r\n\r\n--a--\r\n"
    )
}

async fn post(app: &TestApp, host: &str, secret: &str, message: &str) -> (StatusCode, Value) {
    let request = Request::post("/hooks/mail")
        .header(header::HOST, host)
        .header(header::AUTHORIZATION, format!("Bearer {secret}"))
        .header(header::CONTENT_TYPE, "message/rfc822")
        .body(Body::from(message.to_owned()));
    let answer = app.send(request.unwrap(), "127.0.0.1").await;
    let told = serde_json::from_str(&answer.body).unwrap_or_default();
    (answer.status, told)
}

async fn outcome(app: &TestApp, message: &str) -> String {
    let (status, told) = post(app, "127.0.0.1", HOOK_SECRET, message).await;
    assert_eq!(status, StatusCode::OK, "{told}");
    assert!(!told.to_string().contains('@'), "an address is told: {told}");
    told["outcome"].as_str().unwrap().to_owned()
}

async fn reason(app: &TestApp, slug: &str, address: &str) -> Option<Reason> {
    let found = suppression::of(&app.scope(slug), &[address.to_owned()]).await.unwrap();
    found.values().next().map(|known| known.reason)
}

#[tokio::test]
async fn what_comes_back_is_held_against_the_address_of_its_mail_and_no_other() {
    let app = TestApp::start().await;
    let (here, there) = (app.scope(DEBNO), app.scope(GOLENIOW));
    let ids = sent(&app, DEBNO, &["Ola@Poczta.example", "jan@poczta.example", "ewa@poczta.example"]).await;
    let theirs = sent(&app, GOLENIOW, &["ola@poczta.example"]).await;
    let sender = |number: usize| envelope::sender(&here, ids[number], "debno.example").unwrap();
    let bounce = report(&sender(0), "ola@poczta.example", "5.1.1");

    assert_eq!(post(&app, "127.0.0.1", "wrong", &bounce).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(reason(&app, DEBNO, "ola@poczta.example").await, None);
    assert_eq!(outcome(&app, &report(&sender(0), "jan@poczta.example", "5.1.1")).await, "SOMEBODY_ELSE");
    assert_eq!(outcome(&app, &report(&sender(0), "ola@poczta.example", "4.4.1")).await, "NOTED");
    assert_eq!(outcome(&app, &bounce).await, "SUPPRESSED");
    assert_eq!(outcome(&app, &bounce).await, "KNOWN");
    assert_eq!(reason(&app, DEBNO, "ola@poczta.example").await, Some(Reason::HardBounce));
    assert_eq!(reason(&app, GOLENIOW, "ola@poczta.example").await, None, "the other city's reader");

    // The mail of one city under the signature of the other, and a mail that never was.
    let own = sender(1);
    let (_, signature) = own.split_once('@').unwrap().0.split_once('.').unwrap();
    let forged = format!("bounce+{}.{signature}@goleniow.example", theirs[0].simple());
    assert_eq!(outcome(&app, &report(&forged, "ola@poczta.example", "5.1.1")).await, "NOT_OURS");
    let unknown = envelope::sender(&here, Uuid::from_u128(7), "debno.example").unwrap();
    assert_eq!(outcome(&app, &report(&unknown, "ola@poczta.example", "5.1.1")).await, "FORGOTTEN");
    let of_both = format!("{}, {}", sender(1), envelope::sender(&there, theirs[0], "goleniow.example").unwrap());
    assert_eq!(outcome(&app, &report(&of_both, "ola@poczta.example", "5.1.1")).await, "AMBIGUOUS");
    assert_eq!(outcome(&app, "To: nobody@debno.example\r\n\r\nhello").await, "NOT_OURS");
    assert_eq!(outcome(&app, "").await, "UNREADABLE");

    assert_eq!(outcome(&app, &complaint(&sender(1))).await, "SUPPRESSED");
    assert_eq!(reason(&app, DEBNO, "jan@poczta.example").await, Some(Reason::Complaint));
    assert_eq!(reason(&app, DEBNO, "ewa@poczta.example").await, None);
}

#[tokio::test]
async fn a_full_mailbox_is_written_to_until_it_was_full_three_times_and_again_after_a_month() {
    let app = TestApp::start().await;
    let address = "pelna@poczta.example";
    let ids = sent(&app, DEBNO, &[address; 4]).await;
    let full = |number: usize| {
        report(&envelope::sender(&app.scope(DEBNO), ids[number], "debno.example").unwrap(), address, "5.2.2")
    };
    assert_eq!(outcome(&app, &full(0)).await, "COUNTED");
    assert_eq!(outcome(&app, &full(0)).await, "KNOWN", "one mail is one strike");
    assert_eq!(outcome(&app, &full(1)).await, "COUNTED");
    assert_eq!(outcome(&app, &full(2)).await, "SUPPRESSED");
    assert_eq!(reason(&app, DEBNO, address).await, Some(Reason::MailboxFull));
    app.clock.advance(Duration::days(31));
    assert_eq!(reason(&app, DEBNO, address).await, None);
}

const DESK: &str = "{ mailDesk { waiting deferred sentToday dead suppressedCount
    letters(first: 1) { pageInfo { hasNextPage endCursor } nodes { id recipient template attempts error canRetry } }
    suppressed { nodes { id address reason detail until } }
    found: suppressedAddress(address: \"OLA@poczta.example\") { address reason } } }";

#[tokio::test]
async fn admins_see_what_was_given_up_without_addresses_and_let_it_be_tried_again() {
    let app = TestApp::start().await;
    let admin = app.person(DEBNO, "urzad@debno.example", Some(Role::Admin), None).await;
    let editor = app.person(DEBNO, "redakcja@debno.example", Some(Role::Editor), None).await;
    assert_eq!(app.refused_as(DEBNO, &editor, DESK, &json!({})).await, "FORBIDDEN");
    let page = app.get_as(DEBNO, &admin, "/pulpit/poczta").await;
    assert!(page.status == StatusCode::OK && page.body.contains("Wszystko zostało doręczone."), "{}", page.body);

    let mail = |to: &str| Mail {
        lane: Lane::Normal,
        template: "reviews/replied",
        lang: Lang::Pl,
        to: to.to_owned(),
        account: None,
        args: json!({}),
        unsubscribe: None,
    };
    let mut tx = app.scope(DEBNO).begin().await.unwrap();
    enqueue_many(&mut tx, vec![mail("ola@poczta.example"), mail("jan@poczta.example")]).await.unwrap();
    suppression::add(&mut tx, "ola@poczta.example", Reason::HardBounce, "5.1.1").await.unwrap();
    tx.commit().await.unwrap();
    for mail in lease(&app.scope(DEBNO), 10).await.unwrap() {
        settle(&app.scope(DEBNO), &mail, Attempt::Refused("the server answered 550".to_owned())).await.unwrap();
    }

    let desk = app.done_as(DEBNO, &admin, DESK, &json!({})).await["mailDesk"].take();
    assert_eq!((&desk["dead"], &desk["waiting"], &desk["suppressedCount"]), (&json!(2), &json!(0), &json!(1)));
    let letter = &desk["letters"]["nodes"][0];
    assert_eq!(
        (&letter["recipient"], &letter["error"], &letter["canRetry"], &desk["letters"]["pageInfo"]["hasNextPage"]),
        (&json!("j…@poczta.example"), &json!("the server answered 550"), &json!(true), &json!(true)),
    );
    let blocked = &desk["suppressed"]["nodes"][0];
    assert_eq!(desk["found"], json!({ "address": "o…@poczta.example", "reason": "HARD_BOUNCE" }));
    assert_eq!((&blocked["address"], &blocked["detail"]), (&json!("o…@poczta.example"), &json!("5.1.1")));
    assert!(!desk.to_string().contains("ola@") && !desk.to_string().contains("jan@"));

    let page = app.get_as(DEBNO, &admin, "/pulpit/poczta").await.body;
    assert!(page.contains("j…@poczta.example") && !page.contains("jan@poczta"), "{page}");

    // Other cities' admins reach none of it.
    let stranger = app.person(GOLENIOW, "urzad@goleniow.example", Some(Role::Admin), None).await;
    let retry = "mutation($ids: [ID!]!) { mailRetry(input: { ids: $ids }) { retried errors { code } } }";
    let lift = "mutation($id: ID!) { mailSuppressionLift(input: { id: $id }) { liftedId errors { code } } }";
    let (ids, id) = (json!({ "ids": [letter["id"]] }), json!({ "id": blocked["id"] }));
    assert_eq!(app.refused_as(GOLENIOW, &stranger, retry, &ids).await, "NOTHING_LEFT");
    assert_eq!(app.refused_as(GOLENIOW, &stranger, lift, &id).await, "ADDRESS_UNKNOWN");

    assert_eq!(app.done_as(DEBNO, &admin, retry, &ids).await["mailRetry"]["retried"], json!(1));
    assert_eq!(app.refused_as(DEBNO, &admin, retry, &ids).await, "NOTHING_LEFT");
    app.done_as(DEBNO, &admin, lift, &id).await;
    assert_eq!(app.refused_as(DEBNO, &admin, lift, &id).await, "ADDRESS_UNKNOWN");
    assert_eq!(reason(&app, DEBNO, "ola@poczta.example").await, None);
    let discard = "mutation($ids: [ID!]!) { mailDiscard(input: { ids: $ids }) { discarded errors { code } } }";
    let desk = app.done_as(DEBNO, &admin, DESK, &json!({})).await["mailDesk"].take();
    assert_eq!((&desk["dead"], &desk["waiting"], &desk["suppressedCount"]), (&json!(1), &json!(1), &json!(0)));
    let rest = json!({ "ids": [desk["letters"]["nodes"][0]["id"]] });
    assert_eq!(app.done_as(DEBNO, &admin, discard, &rest).await["mailDiscard"]["discarded"], json!(1));
    assert_eq!(app.refused_as(DEBNO, &admin, discard, &json!({ "ids": [] })).await, "NOTHING_CHOSEN");
    let too_many = json!({ "ids": vec!["mail_x"; 101] });
    assert_eq!(app.refused_as(DEBNO, &admin, discard, &too_many).await, "TOO_MANY_CHOSEN");

    let log = audit::newest(&app.scope(DEBNO), None, None, 50).await.unwrap();
    let noted: Vec<_> =
        log.iter().map(|entry| entry.action.as_str()).filter(|name| name.starts_with("mail.")).collect();
    assert_eq!(noted, ["mail.discard", "mail.suppression.lift", "mail.retry"]);
    assert!(log.iter().all(|entry| !format!("{entry:?}").contains("ola@")));
}
