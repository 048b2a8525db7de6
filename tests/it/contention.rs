//! Many at once: nobody waits for one connection while they hold another, and locks are taken in one order.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use kernel::access::Role;
use serde_json::json;

use crate::support::{DEBNO, OFFERS, TestApp};

/// Waits for connections end after ten seconds, and a deadlock of PostgreSQL's after one; work that only queues takes far
/// less.
const PATIENCE: Duration = Duration::from_secs(8);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_family_s_clicks_stall_nobody() {
    let app = TestApp::start().await;
    app.institutions(DEBNO, "id,name,kind\ns1,Szkoła nr 1,PRIMARY_SCHOOL\n").await;
    let parent = app.person(DEBNO, "anna@example.org", None, None).await;
    let school = app.institution(DEBNO, "s1").await.global();
    let made = app
        .done_as(DEBNO, &parent, "mutation { childCreate(input: { name: \"Ania\", birthDate: \"2018-05-05\" }) { child { id } errors { code } } }", &json!({}))
        .await;
    let child = made["childCreate"]["child"]["id"].clone();
    let save = "mutation($c: ID!, $s: ID!) { childUpdate(input: { id: $c, name: \"Ania\", birthDate: \"2018-05-05\", school: $s }) { child { school { name } } errors { code } } }";
    let thrice = "mutation { a: profileUpdate(input: { name: \"Anna\", language: PL }) { viewer { children { id } devices { id } } }
        b: profileUpdate(input: { name: \"Anna\", language: PL }) { viewer { children { id } } } c: profileUpdate(input: { name: \"Anna\", language: PL }) { viewer { children { id } } } }";
    let saved = json!({ "c": child, "s": school });
    let began = Instant::now();
    let saves = join_all((0..40).map(|_| app.gql_as(DEBNO, &parent, save, &saved)));
    let nothing = json!({});
    let others = join_all((0..8).map(|_| app.gql_as(DEBNO, &parent, thrice, &nothing)));
    let (saves, others) = tokio::join!(saves, others);
    for answer in saves.iter().chain(&others) {
        assert!(answer.json().get("errors").is_none(), "{}", answer.body);
    }
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn decisions_on_one_activity_lock_in_one_order() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let editor = app.person(DEBNO, "editor@example.org", Some(Role::Editor), None).await;
    let found = app.data(DEBNO, "{ activities(query: \"szachy\", first: 1) { nodes { id } } }").await;
    let activity = found["activities"]["nodes"][0]["id"].clone();
    let mut reviews = Vec::new();
    for number in 0..8 {
        let parent = app.person(DEBNO, &format!("parent{number}@example.org"), None, None).await;
        let document = "mutation($a: ID!) { reviewSave(input: { activity: $a, stars: 4, text: \"Bardzo dobre zajęcia.\" }) { review { id } errors { code } } }";
        let made = app.done_as(DEBNO, &parent, document, &json!({ "a": activity })).await;
        reviews.push(made["reviewSave"]["review"]["id"].clone());
    }
    let moderate = "mutation($r: ID!) { reviewModerate(input: { review: $r, decision: PUBLISH }) { review { id } errors { code } } }";
    let archive = "mutation($a: ID!) { entryMarkFull(input: { id: $a }) { entry { id } errors { code } } }";
    let variables: Vec<_> = reviews.iter().map(|review| json!({ "r": review })).collect();
    let full = json!({ "a": activity });
    let began = Instant::now();
    let moderated = join_all(variables.iter().map(|variables| app.gql_as(DEBNO, &editor, moderate, variables)));
    let marked = join_all((0..8).map(|_| app.gql_as(DEBNO, &editor, archive, &full)));
    let (moderated, marked) = tokio::join!(moderated, marked);
    for answer in moderated.iter().chain(&marked) {
        assert!(answer.json().get("errors").is_none(), "{}", answer.body);
    }
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
    app.settle(DEBNO).await;
    let told =
        app.data(DEBNO, "{ activities(query: \"szachy\", first: 1) { nodes { rating { count } placesLeft } } }").await;
    assert_eq!(told["activities"]["nodes"][0]["rating"]["count"], 8);
    assert_eq!(told["activities"]["nodes"][0]["placesLeft"], 0);
    let checked = kernel::audit::check(&app.scope(DEBNO).db().await.unwrap()).await.unwrap();
    assert!(checked.is_ok(), "{checked:?}");
}
