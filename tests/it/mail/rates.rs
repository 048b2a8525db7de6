//! How fast mail goes. Counted by the process itself, whose clock can be moved; a server's cannot.

use chrono::Duration;
use kernel::mail::Lane;

use super::{counts, post::Post, send, write, write_in, write_many};
use crate::support::{DEBNO, TestApp};

fn many(count: usize, domain: &str) -> Vec<String> {
    (0..count).map(|turn| format!("o{turn}@{domain}")).collect()
}

#[tokio::test]
async fn a_city_sends_so_many_a_minute_and_codes_besides() {
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_alone(&[(DEBNO, "[mail]\nper_minute = 30")], Some(&url)).await;
    write_many(&app, DEBNO, many(100, "poczta.example"), Lane::Bulk).await;
    assert_eq!(send(&app).await, 30, "at once");
    let told = counts(&app).await;
    assert_eq!((told.waiting, told.deferred, told.dead), (70, 0, 0), "what has to wait loses nothing");
    for lane in [Lane::Security, Lane::Urgent] {
        write_in(&app, DEBNO, "ola@poczta.example", lane).await;
    }
    assert_eq!(send(&app).await, 2);
    app.clock.advance(Duration::seconds(2));
    assert_eq!(send(&app).await, 1);
    for _ in 0..10 {
        app.clock.advance(Duration::seconds(10));
        send(&app).await;
    }
    let so_far = post.recipients().len();
    assert!((75..=84).contains(&so_far), "one each two seconds: {so_far}");
    for _ in 0..20 {
        app.clock.advance(Duration::seconds(10));
        send(&app).await;
    }
    assert_eq!((post.recipients().len(), counts(&app).await.waiting), (102, 0));
}

#[tokio::test]
async fn a_domain_is_sent_so_many_a_minute_and_others_do_not_wait_for_it() {
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_alone(&[(DEBNO, "[mail]\ndomain_per_minute = 20")], Some(&url)).await;
    write_many(&app, DEBNO, many(60, "Duza.example"), Lane::Normal).await;
    write_many(&app, DEBNO, many(10, "mala.example"), Lane::Normal).await;
    assert_eq!(send(&app).await, 30);
    assert_eq!(post.recipients().iter().filter(|to| to.ends_with("mala.example")).count(), 10);
    write(&app, DEBNO, "inny@duza.example").await;
    write_in(&app, DEBNO, "kod@duza.example", Lane::Security).await;
    assert_eq!(send(&app).await, 1, "domains are compared in small letters");
    for _ in 0..30 {
        app.clock.advance(Duration::seconds(6));
        send(&app).await;
    }
    assert_eq!((post.recipients().len(), counts(&app).await.waiting), (72, 0));
}

#[tokio::test]
async fn without_a_word_of_the_city_a_domain_takes_three_hundred() {
    let app = TestApp::start_alone(&[], None).await;
    write_many(&app, DEBNO, many(320, "poczta.example"), Lane::Normal).await;
    assert_eq!(send(&app).await, 300);
}
