//! Addresses that mail comes back to.

use kernel::mail::{Lane, envelope, find};
use uuid::Uuid;

use super::{post::Post, send, write_in};
use crate::support::{DEBNO, GOLENIOW, TestApp};

#[tokio::test]
async fn what_comes_back_names_its_mail_and_cannot_be_made_up() {
    let (post, url) = Post::open(&[]).await;
    let declared = "[mail]\nbounce_host = \"zwroty.debno.example\"";
    let app = TestApp::start_with(&[(DEBNO, declared)], Some(&url)).await;
    write_in(&app, DEBNO, "ola@poczta.example", Lane::Normal).await;
    assert_eq!(send(&app).await, 1);
    let came = post.taken.lock().unwrap()[0].clone();
    let (local, host) = came.sender.rsplit_once('@').unwrap();
    assert!(
        local.len() <= 64 && local.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+.".contains(&b))
    );
    assert_eq!(host, "zwroty.debno.example");
    let (here, there) = (app.scope(DEBNO), app.scope(GOLENIOW));
    let id = envelope::returned(&here, &came.sender).unwrap();
    assert!(came.letter.headers["message-id"].contains(&id.to_string()));
    let known = find(&here, id).await.unwrap().unwrap();
    assert_eq!((known.to.as_str(), known.lane, known.sent_at.is_some()), ("ola@poczta.example", Lane::Normal, true));
    assert_eq!(find(&there, id).await.unwrap(), None);

    for same in [came.sender.to_uppercase(), format!(" <{}> ", came.sender), format!("{local}@gdzie.indziej.example")] {
        assert_eq!(envelope::returned(&here, &same), Some(id), "{same}");
    }
    assert_eq!(envelope::returned(&there, &came.sender), None, "another city's");
    let forged = Uuid::new_v4().simple().to_string();
    let (_, mac) = local.rsplit_once('.').unwrap();
    let last = if mac.ends_with('0') { "1" } else { "0" };
    for bad in [
        format!("bounce+{forged}.{mac}@zwroty.debno.example"),
        format!("bounce+{}.@{host}", id.simple()),
        format!("bounce+{}.{}{last}@{host}", id.simple(), &mac[..mac.len() - 1]),
        format!("bounce+{}.{mac}00@{host}", id.simple()),
        format!("bounce+{id}.{mac}@{host}"),
        format!("bounce+{}@{host}", id.simple()),
        local.to_owned(),
        "ola@poczta.example".to_owned(),
        String::new(),
        "bounce+ż.ż@x".to_owned(),
    ] {
        assert_eq!(envelope::returned(&here, &bad), None, "{bad}");
    }
    let theirs = envelope::sender(&there, id, "goleniow.example").unwrap();
    assert_ne!(theirs.split('@').next(), Some(local));
    assert_eq!((envelope::returned(&there, &theirs), envelope::returned(&here, &theirs)), (Some(id), None));
}
