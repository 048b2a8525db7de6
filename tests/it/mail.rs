//! Mail goes out once, sooner or later, whatever happens on the way.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use chrono::{DateTime, Duration, Utc};
use kernel::{
    clock::Clock as _,
    i18n::Lang,
    mail::{Lane, Mail, enqueue, lease},
};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::json;
use tablica::{
    mail::send_due,
    server::{self, Server},
};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::support::{DEBNO, GOLENIOW, Letter, TestApp};

/// A server that takes mail (RFC 5321), or does not: each mail is answered by the next of the answers, and what comes
/// after them is taken.
#[derive(Default)]
struct Post {
    answers: Mutex<Vec<&'static str>>,
    taken: Mutex<Vec<Letter>>,
    refused: Mutex<Vec<Letter>>,
    under_way: AtomicUsize,
}

impl Post {
    async fn open(answers: &[&'static str]) -> (Arc<Self>, String) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let answers = answers.iter().rev().copied().collect();
        let post = Arc::new(Self { answers: Mutex::new(answers), ..Self::default() });
        let own = post.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(own.clone().talk(stream));
            }
        });
        (post, url)
    }

    async fn talk(self: Arc<Self>, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 poczta.example ESMTP\r\n").await.unwrap();
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                return;
            }
            let answer = match line.split_whitespace().next().unwrap_or_default().to_uppercase().as_str() {
                "EHLO" => "250-poczta.example\r\n250 8BITMIME",
                "DATA" => {
                    stream.write_all(b"354 go on\r\n").await.unwrap();
                    self.take(&mut stream).await
                }
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            if stream.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                return;
            }
        }
    }

    async fn take(&self, stream: &mut BufReader<TcpStream>) -> &'static str {
        self.under_way.fetch_add(1, Ordering::SeqCst);
        let mut mail = String::new();
        loop {
            let mut line = String::new();
            stream.read_line(&mut line).await.unwrap();
            if line == ".\r\n" {
                break;
            }
            mail.push_str(line.strip_prefix('.').unwrap_or(&line));
        }
        // Long enough for another worker to come by.
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        let answer = self.answers.lock().unwrap().pop();
        let kept = if answer.is_none() { &self.taken } else { &self.refused };
        kept.lock().unwrap().push(Letter::parse(&mail));
        answer.unwrap_or("250 taken")
    }

    fn ids(letters: &Mutex<Vec<Letter>>) -> Vec<String> {
        letters.lock().unwrap().iter().map(|letter| letter.headers["message-id"].clone()).collect()
    }
}

async fn write(app: &TestApp, slug: &str, to: &str) {
    write_in(app, slug, to, Lane::Normal).await;
}

async fn write_in(app: &TestApp, slug: &str, to: &str, lane: Lane) {
    let mut tx = app.scope(slug).begin().await.unwrap();
    let args = json!({ "code": "123456", "link": "/logowanie/link/x", "host": "debno.localhost", "minutes": 15 });
    let mail = Mail {
        lane,
        template: "identity/sign_in",
        lang: Lang::Pl,
        to: to.to_owned(),
        account: None,
        args,
        unsubscribe: None,
    };
    enqueue(&mut tx, mail).await.unwrap();
    tx.commit().await.unwrap();
}

async fn send(app: &TestApp) -> usize {
    send_due(&app.scope(DEBNO), &app.server.web, &app.server.mail).await.unwrap()
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

#[tokio::test]
async fn mail_that_nobody_takes_waits_longer_each_time_and_is_given_up_in_the_end() {
    let closed = TcpListener::bind(("127.0.0.1", 0)).await.unwrap().local_addr().unwrap();
    let app = TestApp::start_with(&[], Some(&format!("smtp://{closed}"))).await;
    write(&app, DEBNO, "ola@poczta.example").await;
    for (attempt, minutes) in (1..).zip([1, 5, 30, 120, 480, 1440]) {
        assert_eq!(send(&app).await, 0);
        let due = app.clock.now() + Duration::minutes(minutes);
        assert_eq!(state(&app).await, (attempt, due, false, false, true));
        app.clock.advance(Duration::minutes(minutes) - Duration::seconds(1));
        send(&app).await;
        assert_eq!(state(&app).await.0, attempt, "not before it is due");
        app.clock.advance(Duration::seconds(1));
    }
    assert_eq!(send(&app).await, 0);
    let (attempts, _, is_sent, is_given_up, has_text) = state(&app).await;
    assert_eq!((attempts, is_sent, is_given_up, has_text), (7, false, true, false));
    app.clock.advance(Duration::days(30));
    send(&app).await;
    assert_eq!(state(&app).await.0, 7);
}

#[tokio::test]
async fn a_code_is_not_sent_when_nobody_waits_for_it_any_more() {
    let closed = TcpListener::bind(("127.0.0.1", 0)).await.unwrap().local_addr().unwrap();
    let app = TestApp::start_with(&[], Some(&format!("smtp://{closed}"))).await;
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
    let (post, url) = Post::open(&["451 try again", "421 busy", "452 full"]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write(&app, DEBNO, "ola@poczta.example").await;
    for minutes in [0, 1, 5] {
        app.clock.advance(Duration::minutes(minutes));
        assert_eq!(send(&app).await, 0);
    }
    app.clock.advance(Duration::minutes(30));
    assert_eq!(send(&app).await, 1);
    app.clock.advance(Duration::days(2));
    assert_eq!(send(&app).await, 0);
    let (attempts, _, is_sent, is_given_up, has_text) = state(&app).await;
    assert_eq!((attempts, is_sent, is_given_up, has_text), (4, true, false, false), "and its text is forgotten");
    let (refused, taken) = (Post::ids(&post.refused), Post::ids(&post.taken));
    assert_eq!((refused.len(), taken.len()), (3, 1));
    assert!(refused.iter().all(|id| *id == taken[0]), "{refused:?} {taken:?}");
    let letter = post.taken.lock().unwrap()[0].clone();
    assert_eq!((letter.to(), letter.code().as_str()), ("ola@poczta.example", "123456"));
    assert!(letter.headers["from"].contains("Dębno") && letter.subject().contains("Dębno"), "{letter:?}");
}

#[tokio::test]
async fn mail_that_will_never_be_taken_is_given_up_at_once() {
    let (post, url) = Post::open(&["550 no such person"]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write(&app, DEBNO, "nikt@poczta.example").await;
    assert_eq!(send(&app).await, 0);
    let (attempts, _, is_sent, is_given_up, has_text) = state(&app).await;
    assert_eq!((attempts, is_sent, is_given_up, has_text), (1, false, true, false));
    app.clock.advance(Duration::days(2));
    send(&app).await;
    assert_eq!((Post::ids(&post.refused).len(), Post::ids(&post.taken).len()), (1, 0));
}

#[tokio::test]
async fn two_workers_send_nothing_twice() {
    const MAILS: usize = 50;
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    for turn in 0..MAILS {
        write(&app, DEBNO, &format!("o{turn}@poczta.example")).await;
    }
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
    assert!(post.taken.lock().unwrap().iter().all(|letter| letter.to() != "inna@poczta.example"));
    assert_eq!(post.under_way.load(Ordering::SeqCst), MAILS);
}

#[tokio::test]
async fn what_a_worker_took_and_never_sent_another_sends() {
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write(&app, DEBNO, "ola@poczta.example").await;
    assert_eq!(lease(&app.scope(DEBNO), 10).await.unwrap().len(), 1, "by one that dies");
    app.clock.advance(Duration::minutes(5) - Duration::seconds(1));
    assert_eq!(send(&app).await, 0);
    app.clock.advance(Duration::seconds(1));
    assert_eq!(send(&app).await, 1);
    assert_eq!(Post::ids(&post.taken).len(), 1);
}
