//! What stands at the head of a mail, and what nobody can put there.

use kernel::{
    i18n::Lang,
    mail::{Lane, Mail, enqueue},
};
use ring::{rand::SystemRandom, signature::Ed25519KeyPair};
use serde_json::{Value, json};

use super::{
    post::{Came, Post},
    send, write, write_in,
};
use crate::support::{DEBNO, TestApp};

const OLA: &str = "ola@poczta.example";

async fn write_with(app: &TestApp, to: &str, template: &'static str, args: Value, unsubscribe: Option<&str>) {
    let mut tx = app.scope(DEBNO).begin().await.unwrap();
    let (lane, lang, to, account) = (Lane::Bulk, Lang::Pl, to.to_owned(), None);
    let unsubscribe = unsubscribe.map(str::to_owned);
    enqueue(&mut tx, Mail { lane, template, lang, to, account, args, unsubscribe }).await.unwrap();
    tx.commit().await.unwrap();
}

/// The lines of the head, unfolded.
fn head(came: &Came) -> Vec<String> {
    let (head, _) = came.raw.split_once("\r\n\r\n").unwrap();
    head.replace("\r\n ", " ").replace("\r\n\t", " ").split("\r\n").map(str::to_owned).collect()
}

fn names(came: &Came) -> Vec<String> {
    head(came).iter().map(|line| line.split_once(':').unwrap().0.to_owned()).collect()
}

#[tokio::test]
async fn one_click_is_enough_to_have_no_more() {
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    let args = json!({ "title": "Warsztaty", "text": "Zapraszamy", "path": "/wydarzenia/1" });
    write_with(&app, OLA, "events/message", args.clone(), Some("/unsubscribe/abc-_x.y")).await;
    write_in(&app, DEBNO, OLA, Lane::Security).await;
    write_with(&app, OLA, "events/message", args, Some("/a>\r\nBcc: <x@poczta.example")).await;
    assert_eq!(send(&app).await, 2, "an address that is none is never sent");
    let taken = post.taken.lock().unwrap().clone();
    let (code, told) = (&taken[0].letter.headers, &taken[1].letter.headers);
    assert!(told["list-unsubscribe"].starts_with("<http://debno.localhost"), "{told:?}");
    assert!(told["list-unsubscribe"].ends_with("/unsubscribe/abc-_x.y>"), "{told:?}");
    assert_eq!(told["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
    assert_eq!(
        (told["auto-submitted"].as_str(), told["list-id"].as_str()),
        ("auto-generated", "<portal.debno.localhost>")
    );
    assert!(!code.contains_key("list-unsubscribe") && !code.contains_key("list-id"), "{code:?}");
}

#[tokio::test]
async fn what_people_wrote_adds_no_field_and_no_recipient() {
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    let plain = json!({ "title": "Warsztaty", "text": "t", "path": "/wydarzenia/1" });
    write_with(&app, OLA, "events/message", plain, None).await;
    assert_eq!(send(&app).await, 1);
    let usual = names(&post.taken.lock().unwrap()[0]);
    let evil = [
        "Robotyka\r\nBcc: ofiara@poczta.example",
        "Robotyka\nBcc: ofiara@poczta.example\n\n<h1>Nowa treść</h1>",
        "Robotyka\r\n\r\n.\r\nMAIL FROM:<x@poczta.example>",
        "Robotyka\0\u{85}\u{2028}Bcc: ofiara@poczta.example",
        "=?utf-8?b?DQpCY2M6IG9maWFyYUBwb2N6dGEuZXhhbXBsZQ==?=",
        "Robotyka\r Bcc: ofiara@poczta.example",
        "Zażółć\u{b}\u{c}\r\nBcc: ofiara@poczta.example",
        "\u{202e}Robotyka\u{2066}",
    ];
    for (number, title) in evil.iter().enumerate() {
        let long = format!("{title} {}", "bardzo długi tytuł ".repeat(60));
        for title in [(*title).to_owned(), long] {
            let args = json!({ "title": title, "text": title, "sender": title, "institution": title, "path": "/x" });
            write_with(&app, OLA, "events/message", args, None).await;
        }
        assert_eq!(send(&app).await, 2, "{number}");
    }
    let taken = post.taken.lock().unwrap().clone();
    assert_eq!(taken.len(), 1 + 2 * evil.len());
    for came in &taken {
        assert_eq!(names(came), usual, "{}", came.raw);
        assert_eq!((came.recipient.as_str(), came.letter.to()), (OLA, OLA));
        assert!(came.raw.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n', '\0'])));
        assert!(head(came).iter().all(|line| line.is_ascii()), "{}", came.raw);
        let subject = came.letter.subject();
        assert!(!subject.contains(['\r', '\n', '\0', '\u{202e}']) && subject.chars().count() <= 260, "{subject}");
    }
    assert!(
        taken[9].letter.subject().contains("= ?utf-8?b?"),
        "shown as it was typed: {:?}",
        taken[9].letter.subject()
    );
}

#[tokio::test]
async fn odd_addresses_get_their_mail_and_two_in_one_do_not() {
    let (post, url) = Post::open(&[]).await;
    let app = TestApp::start_with(&[], Some(&url)).await;
    for (to, named) in [
        ("o'neil+a/b=c@poczta.example", "o'neil+a/b=c@poczta.example"),
        ("\"ola nowak\"@poczta.example", "\"ola nowak\"@poczta.example"),
        ("\"ola@dom\"@poczta.example", "\"ola@dom\"@poczta.example"),
        ("ola@żółw.example", "ola@xn--w-uga1v8h.example"),
        ("zażółć@poczta.example", "zażółć@poczta.example"),
    ] {
        write(&app, DEBNO, to).await;
        assert_eq!(send(&app).await, 1, "{to}");
        let came = post.taken.lock().unwrap().pop().unwrap();
        assert_eq!((came.recipient.as_str(), came.letter.headers["to"].as_str()), (named, named));
    }
    let before = post.named.lock().unwrap().len();
    for to in [
        "ola@poczta.example, jan@poczta.example",
        "ola@poczta.example\r\nRCPT TO:<jan@poczta.example>",
        "ola@poczta.example> NOTIFY=SUCCESS <jan@poczta.example",
        "\"ola\r\n\"@poczta.example",
        "Ola <ola@poczta.example>",
        "ola",
        "",
    ] {
        write(&app, DEBNO, to).await;
    }
    assert_eq!((send(&app).await, post.named.lock().unwrap().len()), (0, before), "no server is asked");
    assert_eq!(super::counts(&app).await.dead, 7);
}

#[tokio::test]
async fn answers_go_where_they_are_wanted() {
    let (post, url) = Post::open(&[]).await;
    let declared = "[mail]\nfrom = \"edukacja@debno.example\"\nreply_to = \"urzad@debno.example\"";
    let app = TestApp::start_with(&[(DEBNO, declared)], Some(&url)).await;
    let args = |reply_to| json!({ "title": "t", "text": "t", "path": "/x", "reply_to": reply_to });
    write_with(&app, OLA, "events/message", args(Value::Null), None).await;
    write_with(&app, OLA, "events/message", args(json!("jan@poczta.example")), None).await;
    write_with(&app, OLA, "events/message", args(json!("jan@poczta.example\r\nBcc: x@poczta.example")), None).await;
    assert_eq!(send(&app).await, 2);
    let taken = post.taken.lock().unwrap().clone();
    assert_eq!(taken[0].letter.headers["reply-to"], "urzad@debno.example");
    assert_eq!(taken[1].letter.headers["reply-to"], "jan@poczta.example");
    assert!(taken[0].letter.headers["from"].ends_with("<edukacja@debno.example>"));
    assert!(
        taken[0].sender.starts_with("bounce+") && taken[0].sender.ends_with("@debno.example"),
        "{}",
        taken[0].sender
    );
}

#[tokio::test]
async fn a_city_signs_what_it_sends() {
    let (post, url) = Post::open(&[]).await;
    let key = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
    let body = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, key.as_ref());
    let keys = tempfile::tempdir().unwrap();
    let file = keys.path().join("dkim.pem");
    std::fs::write(&file, format!("-----BEGIN PRIVATE KEY-----\n{body}\n-----END PRIVATE KEY-----\n")).unwrap();
    let file = file.display();
    let declared =
        format!("[mail]\ndkim = {{ domain = \"debno.example\", selector = \"portal\", key_file = \"{file}\" }}");
    let app = TestApp::start_with(&[(DEBNO, &declared)], Some(&url)).await;
    let args = json!({ "title": "Zażółć", "text": ".\n..\nText", "path": "/wydarzenia/1" });
    write_with(&app, OLA, "events/message", args, Some("/unsubscribe/x")).await;
    assert_eq!(send(&app).await, 1);
    let came = post.taken.lock().unwrap()[0].clone();
    let signature = &came.letter.headers["dkim-signature"];
    assert!(signature.contains("a=ed25519-sha256; c=relaxed/relaxed; d=debno.example"), "{signature}");
    let signed = "h=from:from:to:to:subject:subject:date:date:message-id:reply-to:mime-version:list-id:list-unsubscribe:\
                  list-unsubscribe-post;";
    assert!(signature.contains(signed), "{signature}");
    assert!(!signature.contains("content-type"));
}
