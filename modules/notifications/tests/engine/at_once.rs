//! Once and no more: many edits, several workers, work that is cut short, everything built anew.

use kernel::changes;
use notices::What;
use notifications::Engine;
use sea_orm::ConnectionTrait as _;
use serde_json::json;

use crate::support::City;

#[tokio::test]
async fn thirty_edits_are_one_notice() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    let id = city.activity(&[]).await;
    city.follow().await;
    city.subscribe(anna, json!({ "entry": id.global() })).await;
    for number in 0..30 {
        let (price, street) = ((200 + number).to_string(), format!("Leśna {number}"));
        city.change(id, &[("price", &price), ("street", &street), ("building", "1")]).await;
        city.follow().await;
    }
    let notices = city.notices().await;
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].what, What::Changed);
    assert_eq!(notices[0].told["from"]["price"]["minor"], json!(18000));
}

#[tokio::test]
async fn two_workers_tell_once() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    city.subscribe(anna, json!({ "activities": {} })).await;
    let other = Engine::new();
    for number in 0..10 {
        city.activity(&[("title", &format!("Robotyka {number}"))]).await;
        let scope = city.scope();
        let both = tokio::join!(city.engine.follow(&scope), other.follow(&scope));
        // Who was slower finds that all is done, or was told to wait and looks again.
        let (one, two) = (both.0.unwrap(), both.1.unwrap());
        assert_eq!(one + two, 1, "{number}");
    }
    assert_eq!(city.seen().await.len(), 10);
    assert_eq!((city.follow().await, other.follow(&city.scope()).await.unwrap()), (0, 0));
}

#[tokio::test]
async fn a_worker_learns_of_subscriptions_that_another_followed() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    city.subscribe(anna, json!({ "activities": {} })).await;
    let other = Engine::new();
    city.activity(&[]).await;
    assert_eq!(city.follow().await, 1);
    assert_eq!(other.follow(&city.scope()).await.unwrap(), 0);
    let ben = city.reader("ben").await;
    city.subscribe(ben, json!({ "activities": {} })).await;
    city.activity(&[("title", "Szachy"), ("interests", "chess")]).await;
    assert_eq!(other.follow(&city.scope()).await.unwrap(), 2);
    city.activity(&[("title", "Taniec"), ("interests", "hip_hop")]).await;
    assert_eq!(city.follow().await, 2, "the first knows both readers by now");
}

#[tokio::test]
async fn work_that_is_cut_short_is_done_again_from_where_it_was() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    city.subscribe(anna, json!({ "activities": {} })).await;
    for number in 0..70 {
        city.activity(&[("title", &format!("Robotyka {number}"))]).await;
    }
    // The second step fails, as if the process had been killed.
    city.write(async |tx| {
        let fail = if tx.db().get_database_backend() == sea_orm::DbBackend::Sqlite {
            "CREATE TRIGGER cut BEFORE UPDATE ON watch_cursor WHEN NEW.turn > 2 BEGIN SELECT RAISE(ABORT, 'cut'); END"
        } else {
            "ALTER TABLE watch_cursor ADD CONSTRAINT cut CHECK (turn <= 2)"
        };
        tx.db().execute_unprepared(fail).await.unwrap()
    })
    .await;
    assert!(city.engine.follow(&city.scope()).await.is_err());
    let told = city.seen().await.len();
    assert!(told > 0 && told < 70, "{told}");
    city.write(async |tx| {
        let go_on = if tx.db().get_database_backend() == sea_orm::DbBackend::Sqlite {
            "DROP TRIGGER cut"
        } else {
            "ALTER TABLE watch_cursor DROP CONSTRAINT cut"
        };
        tx.db().execute_unprepared(go_on).await.unwrap()
    })
    .await;
    let restarted = Engine::new();
    restarted.follow(&city.scope()).await.unwrap();
    let seen = city.seen().await;
    let mut titles: Vec<_> = seen.iter().map(|seen| &seen.title).collect();
    titles.dedup();
    assert_eq!((titles.len(), seen.len()), (70, 70));
}

#[tokio::test]
async fn what_a_search_found_before_a_restart_is_not_new() {
    let title = || "Turniej szachowy".to_owned();
    for looks_first in [true, false] {
        let city = City::start().await;
        let anna = city.reader("anna").await;
        city.subscribe(anna, json!({ "events": {} })).await;
        let id = city.event(&[]).await;
        city.follow().await;
        assert_eq!(city.heard().await, [(What::Appeared, title())]);
        let restarted = Engine::new();
        if looks_first {
            assert_eq!(restarted.follow(&city.scope()).await.unwrap(), 0);
        }
        city.change_event(id, &[("starts", "2026-12-05T17:00")]).await;
        assert_eq!(restarted.follow(&city.scope()).await.unwrap(), 1);
        assert_eq!(city.heard().await, [(What::Changed, title())], "{looks_first}");
    }
    // Nor is what was there the first time of all.
    let city = City::bare().await;
    let anna = city.reader("anna").await;
    city.subscribe(anna, json!({ "events": {} })).await;
    let id = city.event(&[]).await;
    assert_eq!(city.follow().await, 0);
    city.change_event(id, &[("starts", "2026-12-05T17:00")]).await;
    city.follow().await;
    assert_eq!(city.heard().await, [(What::Changed, title())]);
}

#[tokio::test]
async fn everything_built_anew_tells_only_what_is_new() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    city.subscribe(anna, json!({ "activities": {} })).await;
    city.activity(&[]).await;
    city.follow().await;
    assert_eq!(city.heard().await.len(), 1);
    // Written behind the log's back.
    city.write(async |tx| tx.db().execute_unprepared("UPDATE activity SET price_minor = 5000").await.unwrap()).await;
    assert_eq!(city.follow().await, 0);
    city.scope().begin().await.unwrap().request_rebuild().await.unwrap();
    city.follow().await;
    assert_eq!(city.heard().await, [(What::PriceFell, "Robotyka".to_owned())]);
    city.scope().begin().await.unwrap().request_rebuild().await.unwrap();
    assert_eq!(city.follow().await, 0);
}

#[tokio::test]
async fn a_restored_database_is_a_first_time() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    city.subscribe(anna, json!({ "activities": {} })).await;
    city.activity(&[]).await;
    city.write(async |tx| tx.db().execute_unprepared("UPDATE change_head SET epoch = 'other'").await.unwrap()).await;
    assert_eq!(city.follow().await, 0);
    city.activity(&[("title", "Szachy"), ("interests", "chess")]).await;
    assert_eq!(city.follow().await, 1);
    assert!(changes::head(&city.scope().db().await.unwrap()).await.unwrap().is_some());
}
