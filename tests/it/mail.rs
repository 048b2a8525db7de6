//! Mail goes out once, sooner or later, whatever happens on the way.

mod cities;
mod failures;
mod headers;
mod post;
mod rates;
mod returned;

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Duration, Utc};
use kernel::{
    clock::Clock as _,
    i18n::Lang,
    mail::{Lane, Mail, desk, enqueue, enqueue_many, forget_before, lease},
};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::json;
use tablica::{
    mail::{Transport, send_due},
    server::{self, Server},
};

use crate::support::{DEBNO, GOLENIOW, TestApp};
use post::Post;

/// A mail that anybody may get.
fn mail(to: &str, lane: Lane) -> Mail {
    let args = json!({ "code": "123456", "link": "/logowanie/link/x", "host": "debno.localhost", "minutes": 15 });
    let (template, to) = ("identity/sign_in", to.to_owned());
    Mail { lane, template, lang: Lang::Pl, to, account: None, args, unsubscribe: None }
}

async fn write(app: &TestApp, slug: &str, to: &str) {
    write_in(app, slug, to, Lane::Normal).await;
}

async fn write_in(app: &TestApp, slug: &str, to: &str, lane: Lane) {
    let mut tx = app.scope(slug).begin().await.unwrap();
    enqueue(&mut tx, mail(to, lane)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn write_many(app: &TestApp, slug: &str, to: impl IntoIterator<Item = String>, lane: Lane) {
    let mut tx = app.scope(slug).begin().await.unwrap();
    enqueue_many(&mut tx, to.into_iter().map(|to| mail(&to, lane)).collect()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn send(app: &TestApp) -> usize {
    send_due(&app.scope(DEBNO), &app.server.web, &app.server.mail).await.unwrap()
}

async fn counts(app: &TestApp) -> desk::Counts {
    desk::counts(&app.scope(DEBNO)).await.unwrap()
}

/// What the outbox says of its only mail: attempts, when the next is due, whether it was sent or given up, and whether
/// its text is still there.
async fn state(app: &TestApp) -> (i32, DateTime<Utc>, bool, bool, bool) {
    let scope = app.scope(DEBNO);
    let db = scope.db().await.unwrap();
    let sql = "SELECT attempts, next_at, sent_at, failed_at, args FROM mail_outbox";
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
    let is_set = |column: &str| row.try_get::<Option<DateTime<Utc>>>("", column).unwrap().is_some();
    let has_text = row.try_get::<Option<String>>("", "args").unwrap().is_some();
    let (attempts, next) = (row.try_get("", "attempts").unwrap(), row.try_get("", "next_at").unwrap());
    (attempts, next, is_set("sent_at"), is_set("failed_at"), has_text)
}

/// Sends over and over, as workers do, until the outbox is at rest for this moment.
async fn working(app: &TestApp, transport: &Transport, until: impl Fn() -> bool) {
    let work = Box::pin(tablica::mail::run(&app.app, &app.server.web, transport));
    let patience = tokio::time::sleep(std::time::Duration::from_secs(60));
    let done = async {
        while !until() {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    };
    tokio::select! {
        () = work => {}
        () = done => {}
        () = patience => panic!("not within a minute"),
    }
}

#[tokio::test]
async fn mail_that_nobody_takes_waits_longer_each_time_and_is_given_up_in_the_end() {
    let (_post, url) = Post::open(&["451 4.7.1 later"; 20]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write(&app, DEBNO, "ola@poczta.example").await;
    for (attempt, minutes) in (1..).zip([1, 5, 30, 120, 480, 1440]) {
        assert_eq!(send(&app).await, 0);
        let (attempts, due, is_sent, is_given_up, has_text) = state(&app).await;
        assert_eq!((attempts, is_sent, is_given_up, has_text), (attempt, false, false, true));
        let pause = due - app.clock.now();
        let (least, most) = (Duration::seconds(minutes * 48), Duration::seconds(minutes * 72));
        assert!(pause >= least && pause <= most, "{minutes} minutes and a fifth more or less: {pause}");
        assert_eq!((counts(&app).await.waiting, counts(&app).await.deferred), (0, 1));
        app.clock.advance(pause - Duration::seconds(1));
        send(&app).await;
        assert_eq!(state(&app).await.0, attempt, "not before it is due");
        app.clock.advance(Duration::seconds(1));
    }
    assert_eq!(send(&app).await, 0);
    let (attempts, _, is_sent, is_given_up, has_text) = state(&app).await;
    assert_eq!((attempts, is_sent, is_given_up, has_text), (7, false, true, true));
    app.clock.advance(Duration::days(10));
    send(&app).await;
    assert_eq!(state(&app).await.0, 7);
}

#[tokio::test]
async fn a_code_is_not_sent_when_nobody_waits_for_it_any_more() {
    let (_post, url) = Post::open(&["451 4.7.1 later"; 20]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write_in(&app, DEBNO, "ola@poczta.example", Lane::Security).await;
    for _ in 0..15 {
        send(&app).await;
        app.clock.advance(Duration::minutes(1));
    }
    let (_, _, is_sent, is_given_up, has_text) = state(&app).await;
    assert_eq!((is_sent, is_given_up, has_text), (false, true, false), "within its quarter of an hour");
}

#[tokio::test]
async fn mail_is_one_mail_over_all_attempts() {
    let (post, url) = Post::open(&["451 try again", "452 busy", "450 later"]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write(&app, DEBNO, "ola@poczta.example").await;
    for minutes in [0, 2, 6] {
        app.clock.advance(Duration::minutes(minutes));
        assert_eq!(send(&app).await, 0);
    }
    app.clock.advance(Duration::minutes(36));
    assert_eq!(send(&app).await, 1);
    app.clock.advance(Duration::days(2));
    assert_eq!(send(&app).await, 0);
    let (attempts, _, is_sent, is_given_up, has_text) = state(&app).await;
    assert_eq!((attempts, is_sent, is_given_up, has_text), (4, true, false, false), "and its text is forgotten");
    let (refused, taken) = (Post::ids(&post.refused), Post::ids(&post.taken));
    assert_eq!((refused.len(), taken.len()), (3, 1));
    assert!(refused.iter().all(|id| *id == taken[0]), "{refused:?} {taken:?}");
    let came = post.taken.lock().unwrap()[0].clone();
    assert_eq!((came.letter.to(), came.letter.code().as_str()), ("ola@poczta.example", "123456"));
    assert_eq!(came.recipient, "ola@poczta.example");
    let letter = came.letter;
    assert!(letter.headers["from"].contains("Dębno") && letter.subject().contains("Dębno"), "{letter:?}");
}

#[tokio::test]
async fn what_is_given_up_waits_a_fortnight_for_an_operator() {
    let (post, url) = Post::open(&["550 no such person", "554 still not"]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write(&app, DEBNO, "nikt@poczta.example").await;
    write_in(&app, DEBNO, "inny@poczta.example", Lane::Bulk).await;
    assert_eq!(send(&app).await, 0);
    let told = counts(&app).await;
    assert_eq!((told.waiting, told.deferred, told.sent_today, told.dead, told.suppressed), (0, 0, 0, 2, 0));
    app.clock.advance(Duration::days(2));
    send(&app).await;
    assert_eq!((Post::ids(&post.refused).len(), Post::ids(&post.taken).len()), (2, 0), "nothing is tried again");

    let dead = desk::dead(&app.scope(DEBNO), 10, None).await.unwrap();
    let told: Vec<_> = dead.iter().map(|dead| (dead.recipient.as_str(), dead.error.as_str(), dead.can_retry)).collect();
    let (first, second) = (("nikt@poczta.example", "550"), ("inny@poczta.example", "554"));
    let said = |(to, code): (&'static str, &str)| (to, format!("the server answered {code}"));
    assert_eq!(told.len(), 2);
    for (told, said) in told.iter().zip([said(second), said(first)]) {
        assert_eq!(*told, (said.0, said.1.as_str(), true));
    }
    assert_eq!(desk::dead(&app.scope(DEBNO), 1, Some(dead[0].id)).await.unwrap(), dead[1..]);
    assert_eq!(dead[1].attempts, 1);

    let mut tx = app.scope(DEBNO).begin().await.unwrap();
    assert_eq!(desk::retry(&mut tx, &[dead[1].id, uuid::Uuid::new_v4()]).await.unwrap(), 1);
    assert_eq!(desk::discard(&mut tx, &[dead[1].id]).await.unwrap(), 0, "it is none any more");
    tx.commit().await.unwrap();
    assert_eq!((counts(&app).await.waiting, send(&app).await, counts(&app).await.sent_today), (1, 1, 1));
    assert_eq!(post.recipients(), ["nikt@poczta.example"]);

    // Dealt with 13 days and 15 days ago.
    for (days, can_retry) in [(11, true), (2, false)] {
        app.clock.advance(Duration::days(days));
        let tx = app.scope(DEBNO).begin().await.unwrap();
        forget_before(&tx, app.clock.now() - Duration::days(30)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(desk::dead(&app.scope(DEBNO), 10, None).await.unwrap()[0].can_retry, can_retry);
    }
    let mut tx = app.scope(DEBNO).begin().await.unwrap();
    assert_eq!(desk::retry(&mut tx, &[dead[0].id]).await.unwrap(), 0, "there is nothing to send");
    assert_eq!(desk::discard(&mut tx, &[dead[0].id, dead[1].id]).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(counts(&app).await.dead, 0);
}

#[tokio::test]
async fn two_workers_send_nothing_twice() {
    const MAILS: usize = 50;
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write_many(&app, DEBNO, (0..MAILS).map(|turn| format!("o{turn}@poczta.example")), Lane::Normal).await;
    write(&app, GOLENIOW, "inna@poczta.example").await;
    let other = server::open(&app.server.config, app.clock.clone()).await.unwrap();
    let other = Arc::new(Server::new(other, app.server.config.clone(), true).unwrap());
    let tenant = other.app.registry.current().get(&DEBNO.parse().unwrap()).unwrap().clone();
    let there = kernel::scope::Scope::new(other.app.clone(), tenant, kernel::scope::Actor::System, Lang::Pl);
    let (here, again) = (app.scope(DEBNO), app.scope(DEBNO));
    let work = async || {
        tokio::join!(
            send_due(&here, &app.server.web, &app.server.mail),
            send_due(&there, &other.web, &other.mail),
            send_due(&again, &app.server.web, &app.server.mail),
        )
    };
    let mut sent = 0;
    // A worker that found the database busy comes again.
    for _ in 0..5 {
        let (a, b, c) = Box::pin(work()).await;
        sent += a.unwrap_or(0) + b.unwrap_or(0) + c.unwrap_or(0);
    }
    assert_eq!(sent, MAILS);
    let mut counts = BTreeMap::new();
    for id in Post::ids(&post.taken) {
        *counts.entry(id).or_insert(0) += 1;
    }
    assert_eq!((counts.len(), counts.values().max()), (MAILS, Some(&1)));
    assert!(post.recipients().iter().all(|to| to != "inna@poczta.example"));
}

#[tokio::test]
async fn what_a_worker_took_and_never_sent_another_sends() {
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write(&app, DEBNO, "ola@poczta.example").await;
    assert_eq!(lease(&app.scope(DEBNO), 10).await.unwrap().len(), 1, "by one that dies");
    app.clock.advance(Duration::minutes(10) - Duration::seconds(1));
    assert_eq!(send(&app).await, 0);
    app.clock.advance(Duration::seconds(1));
    assert_eq!(send(&app).await, 1);
    assert_eq!(Post::ids(&post.taken).len(), 1);
}

#[tokio::test]
async fn a_code_overtakes_a_thousand_others() {
    const MAILS: usize = 1000;
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[(DEBNO, "[mail]\ndomain_per_minute = 100000")], Some(&url)).await;
    write_many(&app, DEBNO, (0..MAILS).map(|turn| format!("o{turn}@poczta.example")), Lane::Bulk).await;
    let meanwhile = async {
        while post.recipients().len() < 50 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        write_in(&app, DEBNO, "kod@poczta.example", Lane::Security).await;
        (post.recipients().len(), std::time::Instant::now())
    };
    let came = || post.recipients().iter().position(|to| to == "kod@poczta.example");
    let ((before, written), ()) = tokio::join!(meanwhile, working(&app, &app.server.mail, || came().is_some()));
    let (place, waited) = (came().unwrap(), written.elapsed());
    assert!(place < before + 200 && waited < std::time::Duration::from_secs(3), "{before} {place} {waited:?}");
}

#[tokio::test]
async fn who_is_told_to_rest_leaves_nothing_half_done() {
    const MAILS: usize = 300;
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[(DEBNO, "[mail]\ndomain_per_minute = 100000\nconnections = 3")], Some(&url)).await;
    write_many(&app, DEBNO, (0..MAILS).map(|turn| format!("o{turn}@poczta.example")), Lane::Bulk).await;
    let transport = Transport::new(Some(&url), "unused".into()).unwrap();
    let work = Box::pin(tablica::mail::run(&app.app, &app.server.web, &transport));
    let stop = async {
        while post.recipients().len() < 50 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        transport.rest().await;
    };
    tokio::select! {
        () = work => panic!("it works for as long as it is asked"),
        () = stop => {}
    }
    let (came, told) = (post.recipients().len(), counts(&app).await);
    assert!(came < MAILS, "{came}");
    assert_eq!((told.sent_today, told.waiting), (came as u64, (MAILS - came) as u64));
    assert_eq!(send(&app).await, MAILS - came, "none has to wait for its worker's time to pass");
    let ids: std::collections::BTreeSet<_> = Post::ids(&post.taken).into_iter().collect();
    assert_eq!(ids.len(), MAILS);
}
