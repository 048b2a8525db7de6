//! Servers that put off, refuse, hang and break; addresses that take nothing any more.

use std::{sync::atomic::Ordering, time::Duration as Period};

use chrono::Duration;
use kernel::{
    clock::Clock as _,
    mail::{
        Lane, desk,
        suppression::{self, Reason},
    },
};
use tablica::mail::{Transport, send_due};

use super::{
    counts,
    post::{At, Does, Post},
    send, state, working, write, write_in, write_many,
};
use crate::support::{DEBNO, GOLENIOW, TestApp};

const OLA: &str = "ola@poczta.example";

async fn suppressed(app: &TestApp) -> Vec<(String, Reason)> {
    let listed = suppression::list(&app.scope(DEBNO), 100, None).await.unwrap();
    listed.into_iter().map(|found| (found.address, found.reason)).collect()
}

async fn errors(app: &TestApp) -> Vec<String> {
    let dead = desk::dead(&app.scope(DEBNO), 100, None).await.unwrap();
    dead.into_iter().map(|dead| dead.error).collect()
}

#[tokio::test]
async fn greylisting_is_waited_out() {
    let (post, url) = Post::with([
        (At::Recipient, Does::Say("450 4.7.1 Greylisted, come back in a minute")),
        (At::Recipient, Does::Say("451 4.7.1 not yet")),
    ])
    .await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write(&app, DEBNO, OLA).await;
    write(&app, DEBNO, "jan@inna.example").await;
    assert_eq!(send(&app).await, 0);
    assert_eq!((post.connections.load(Ordering::SeqCst), counts(&app).await.deferred), (1, 2), "over one connection");
    app.clock.advance(Duration::seconds(72));
    assert_eq!(send(&app).await, 2);
    assert!(suppressed(&app).await.is_empty());
}

#[tokio::test]
async fn an_address_that_is_gone_is_sent_nothing_but_what_its_owner_asks_for() {
    let (post, url) = Post::open(&[]).await;
    post.rule(|to| (to == OLA).then_some((At::Recipient, Does::Say("550 5.1.1 <ola@poczta.example> unknown"))));
    let app = TestApp::start_with(&[], Some(&url)).await;
    write(&app, DEBNO, OLA).await;
    write(&app, DEBNO, "jan@poczta.example").await;
    assert_eq!(send(&app).await, 1, "the other one is none the worse");
    assert_eq!(suppressed(&app).await, [(OLA.to_owned(), Reason::HardBounce)]);
    assert_eq!(errors(&app).await, ["the server answered 550 5.1.1"], "without the address");

    post.rule(|_| None);
    let named = || post.named.lock().unwrap().iter().filter(|to| to.eq_ignore_ascii_case(OLA)).count();
    for lane in [Lane::Normal, Lane::Bulk] {
        write_in(&app, DEBNO, "Ola@Poczta.example", lane).await;
    }
    assert_eq!((send(&app).await, named()), (0, 1), "nobody asks the server");
    assert_eq!(errors(&app).await[0], "suppressed: HARD_BOUNCE");
    for lane in [Lane::Security, Lane::Urgent] {
        write_in(&app, DEBNO, OLA, lane).await;
    }
    assert_eq!((send(&app).await, named()), (2, 3));

    let mut tx = app.scope(DEBNO).begin().await.unwrap();
    assert!(suppression::lift(&mut tx, "OLA@poczta.example").await.unwrap());
    assert!(!suppression::lift(&mut tx, OLA).await.unwrap());
    tx.commit().await.unwrap();
    write(&app, DEBNO, OLA).await;
    assert_eq!(send(&app).await, 1);
    // Another city's list is its own.
    let there = suppression::of(&app.scope(GOLENIOW), &[OLA.to_owned()]).await.unwrap();
    assert!(there.is_empty());
}

#[tokio::test]
async fn a_full_mailbox_is_waited_for_and_strikes_count_within_a_week() {
    let (post, url) = Post::open(&[]).await;
    post.rule(|_| Some((At::Recipient, Does::Say("552 5.2.2 mailbox full"))));
    let app = TestApp::start_with(&[], Some(&url)).await;
    let mut hours = 0;
    while suppressed(&app).await.is_empty() {
        if [0, 24, 48].contains(&hours) {
            write(&app, DEBNO, OLA).await;
        }
        assert_eq!(send(&app).await, 0);
        app.clock.advance(Duration::hours(2));
        hours += 2;
    }
    assert!((48 + 28..48 + 60).contains(&hours), "when the third was given up: {hours}");
    assert_eq!((counts(&app).await.dead, counts(&app).await.deferred), (3, 0));
    assert_eq!(suppressed(&app).await, [(OLA.to_owned(), Reason::MailboxFull)]);
    app.clock.advance(Duration::days(30));
    assert!(suppressed(&app).await.is_empty(), "it ends by itself");
}

#[tokio::test]
async fn strikes_add_up_and_bounces_weigh_more() {
    let app = TestApp::start().await;
    let add = async |address: &str, reason| {
        let mut tx = app.scope(DEBNO).begin().await.unwrap();
        let is_suppressed = suppression::add(&mut tx, address, reason, "why\r\n").await.unwrap();
        tx.commit().await.unwrap();
        is_suppressed
    };
    assert!(!add(OLA, Reason::MailboxFull).await && !add("OLA@POCZTA.EXAMPLE", Reason::Refused).await);
    app.clock.advance(Duration::days(8));
    assert!(!add(OLA, Reason::MailboxFull).await && !add(OLA, Reason::MailboxFull).await, "those were long ago");
    assert!(add(OLA, Reason::MailboxFull).await);
    let of = async || suppression::of(&app.scope(DEBNO), &[OLA.to_owned(), "x".to_owned()]).await.unwrap();
    let told = of().await[OLA].clone();
    assert_eq!((told.reason, told.detail.as_str()), (Reason::MailboxFull, "why"));
    assert_eq!(told.until, Some(app.clock.now() + Duration::days(30)));
    assert!(add(OLA, Reason::HardBounce).await);
    assert_eq!((of().await[OLA].reason, of().await[OLA].until), (Reason::HardBounce, None));
    assert!(add(OLA, Reason::Complaint).await && add(OLA, Reason::HardBounce).await);
    assert!(add(OLA, Reason::Refused).await);
    assert_eq!((of().await[OLA].reason, of().await[OLA].until), (Reason::Complaint, None), "what weighs more stays");
    for address in ["a@x.example", "z@x.example"] {
        assert!(add(address, Reason::HardBounce).await);
    }
    let listed = suppression::list(&app.scope(DEBNO), 2, Some("a@x.example")).await.unwrap();
    let addresses: Vec<_> = listed.iter().map(|found| found.address.as_str()).collect();
    assert_eq!((addresses, counts(&app).await.suppressed), (vec![OLA, "z@x.example"], 3));
}

#[tokio::test]
async fn bare_refusals_are_strikes_and_policy_is_none() {
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    post.rule(|_| Some((At::Recipient, Does::Say("550 5.7.1 your address is on a list"))));
    for _ in 0..4 {
        write(&app, DEBNO, OLA).await;
        send(&app).await;
    }
    assert!(suppressed(&app).await.is_empty());
    post.rule(|_| Some((At::Recipient, Does::Say("550 no such user"))));
    for strike in 1..=3 {
        write(&app, DEBNO, OLA).await;
        send(&app).await;
        assert_eq!(suppressed(&app).await.len(), usize::from(strike == 3));
    }
}

#[tokio::test]
async fn a_server_that_hangs_after_data_costs_an_attempt_and_one_message_id() {
    let (post, url) = Post::with([(At::Content, Does::Hang), (At::Content, Does::Cut)]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    let transport = Transport::new(Some(&url), "unused".into()).unwrap();
    let transport = transport.patient(Period::from_millis(300), Period::from_millis(600));
    let send = async || send_due(&app.scope(DEBNO), &app.server.web, &transport).await.unwrap();
    write(&app, DEBNO, OLA).await;
    for minutes in [0, 2] {
        app.clock.advance(Duration::minutes(minutes));
        assert_eq!(send().await, 0);
    }
    assert_eq!(state(&app).await.0, 2);
    app.clock.advance(Duration::minutes(6));
    assert_eq!(send().await, 1);
    let (refused, taken) = (Post::ids(&post.refused), Post::ids(&post.taken));
    assert_eq!((refused.len(), taken.len()), (2, 1));
    assert!(refused.iter().all(|id| *id == taken[0]), "{refused:?} {taken:?}");
}

#[tokio::test]
async fn a_connection_that_was_closed_between_mails_costs_no_attempt() {
    for does in [Does::Cut, Does::Say("421 4.4.2 idle for too long")] {
        let (post, url) = Post::with([(At::Content, Does::Say("250 ok")), (At::Sender, does)]).await;
        let app = TestApp::start_with(&[], Some(&url)).await;
        write_many(&app, DEBNO, (0..3).map(|turn| format!("o{turn}@poczta.example")), Lane::Normal).await;
        assert_eq!(send(&app).await, 3);
        assert_eq!((post.connections.load(Ordering::SeqCst), counts(&app).await.deferred), (2, 0), "{does:?}");
    }
}

#[tokio::test]
async fn a_server_that_hangs_holds_up_nobody_else() {
    let (stuck, bad) = Post::open(&[]).await;
    stuck.rule(|_| Some((At::Sender, Does::Hang)));
    stuck.rule(|_| Some((At::Recipient, Does::Hang)));
    let (post, good) = Post::open(&[]).await;
    let own = format!("[mail]\nsmtp_url = \"{bad}\"");
    let app = TestApp::start_with(&[(DEBNO, &own)], Some(&good)).await;
    write_many(&app, DEBNO, (0..40).map(|turn| format!("o{turn}@poczta.example")), Lane::Normal).await;
    write_many(&app, GOLENIOW, (0..40).map(|turn| format!("g{turn}@poczta.example")), Lane::Normal).await;
    let begun = std::time::Instant::now();
    working(&app, &app.server.mail, || post.recipients().len() == 40).await;
    assert!(begun.elapsed() < Period::from_secs(20), "{:?}", begun.elapsed());
    assert!(post.recipients().iter().all(|to| to.starts_with('g')), "a city's own server is the only one");
    assert!(stuck.named.lock().unwrap().iter().all(|to| to.starts_with('o')));
}

#[tokio::test]
async fn a_server_that_is_away_is_not_asked_for_each_mail() {
    let (post, url) = Post::open(&[]).await;
    post.rule(|_| None);
    let app = TestApp::start_with(&[], Some(&url)).await;
    write_many(&app, DEBNO, (0..100).map(|turn| format!("o{turn}@poczta.example")), Lane::Normal).await;
    let transport = Transport::new(Some("smtp://127.0.0.1:1"), "unused".into()).unwrap();
    let work = tablica::mail::run(&app.app, &app.server.web, &transport);
    assert!(tokio::time::timeout(Period::from_secs(3), Box::pin(work)).await.is_err());
    let told = counts(&app).await;
    assert_eq!((told.deferred, told.waiting), (0, 100), "none has lost an attempt");
}
