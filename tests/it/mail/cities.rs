//! Many cities, one process.

use std::sync::atomic::Ordering;

use kernel::mail::Lane;

use super::{post::Post, working, write_many};
use crate::support::{CICHE, DEBNO, GOLENIOW, TestApp};

fn many(count: usize, name: &str) -> Vec<String> {
    (0..count).map(|turn| format!("{name}{turn}@poczta.example")).collect()
}

#[tokio::test]
async fn cities_that_share_a_server_take_turns() {
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    write_many(&app, DEBNO, many(200, "d"), Lane::Bulk).await;
    write_many(&app, GOLENIOW, many(30, "g"), Lane::Bulk).await;
    write_many(&app, CICHE, many(5, "c"), Lane::Normal).await;
    working(&app, &app.server.mail, || post.recipients().len() == 235).await;
    let recipients = post.recipients();
    let last_of = |name: char| recipients.iter().rposition(|to| to.starts_with(name)).unwrap();
    assert!(last_of('g') < 120 && last_of('c') < 100, "{} {}", last_of('g'), last_of('c'));
    assert_eq!(post.connections.load(Ordering::SeqCst), 1);
    let mut once = recipients.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), recipients.len());
}

#[tokio::test]
async fn each_city_writes_as_itself_over_its_own_server() {
    let (debno, debno_url) = Post::open(&[]).await;
    let (goleniow, goleniow_url) = Post::open(&[]).await;
    let (shared, url) = Post::open(&[]).await;
    let declared = |url: &str, name: &str| {
        format!(
            "[mail]\nsmtp_url = \"{url}\"\nfrom = \"portal@{name}.example\"\nbounce_host = \"zwroty.{name}.example\"\nconnections = 3"
        )
    };
    let (debno_mail, goleniow_mail) = (declared(&debno_url, DEBNO), declared(&goleniow_url, GOLENIOW));
    let app = TestApp::start_with(&[(DEBNO, &debno_mail), (GOLENIOW, &goleniow_mail)], Some(&url)).await;
    for (slug, name) in [(DEBNO, "d"), (GOLENIOW, "g"), (CICHE, "c")] {
        write_many(&app, slug, many(100, name), Lane::Bulk).await;
        write_many(&app, slug, many(10, &format!("{name}x")), Lane::Security).await;
    }
    let all = || [&debno, &goleniow, &shared].iter().map(|post| post.recipients().len()).sum::<usize>() == 330;
    working(&app, &app.server.mail, all).await;
    for (post, slug, city) in [(&debno, DEBNO, "Dębno"), (&goleniow, GOLENIOW, "Goleniów"), (&shared, CICHE, "Ciche")]
    {
        let taken = post.taken.lock().unwrap();
        assert_eq!(taken.len(), 110, "{slug}");
        for came in taken.iter() {
            assert!(came.recipient.starts_with(&slug[..1]) && came.letter.to() == came.recipient, "{slug}: {came:?}");
            assert!(came.letter.headers["from"].contains(city) && came.letter.text.contains(city), "{slug}: {came:?}");
            assert!(came.sender.contains(slug), "{}", came.sender);
        }
    }
    assert!(debno.connections.load(Ordering::SeqCst) > 2, "several for each group of lanes");
    assert_eq!(shared.connections.load(Ordering::SeqCst), 2, "one for each group of lanes");
}
