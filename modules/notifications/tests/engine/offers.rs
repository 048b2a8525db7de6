//! What becomes of offers: what appears, falls in price, comes free, opens, changes and is called off.

use activities::State;
use chrono::TimeDelta;
use notices::{Frequency, What};
use serde_json::json;

use crate::support::{City, Seen, fields, good};

fn robotics() -> serde_json::Value {
    json!({ "activities": { "query": "robotyka", "filter": { "age": 8, "maxPrice": "150" } } })
}

fn heard(what: What, title: &str) -> Vec<(What, String)> {
    vec![(what, title.to_owned())]
}

#[tokio::test]
async fn the_first_time_everything_is_taken_as_known() {
    let city = City::bare().await;
    let anna = city.reader("anna").await;
    city.subscribe(anna, json!({ "activities": {} })).await;
    city.activity(&[]).await;
    assert_eq!(city.follow().await, 0, "the baseline tells nobody");
    city.activity(&[("title", "Szachy"), ("interests", "chess")]).await;
    assert_eq!(city.follow().await, 1);
    assert_eq!(city.heard().await, heard(What::Appeared, "Szachy"));
    assert_eq!(city.follow().await, 0);
}

#[tokio::test]
async fn a_search_tells_what_enters_it() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    let search = city.subscribe(anna, robotics()).await;
    let other = city.activity(&[("title", "Robotyka dla maluchów"), ("min_age", "3"), ("max_age", "5")]).await;
    let dear = city.activity(&[]).await;
    assert_eq!(city.follow().await, 0, "too dear, too young");
    city.activity(&[("title", "Robotyka tanio"), ("price", "120")]).await;
    city.follow().await;
    let expected =
        Seen { reader: anna, what: What::Appeared, title: "Robotyka tanio".to_owned(), because: vec![search] };
    assert_eq!(city.seen().await, [expected]);
    city.forget_notices().await;
    city.change(dear, &[("price", "150")]).await;
    city.follow().await;
    let told = city.notices().await.pop().unwrap();
    assert_eq!(told.what, What::PriceFell, "it fell into the filter");
    assert_eq!(
        (&told.told["from"]["price"]["minor"], &told.told["facts"]["price"]["minor"]),
        (&json!(18000), &json!(15000))
    );
    assert_eq!(city.heard().await, heard(What::PriceFell, "Robotyka"));
    city.change(other, &[("title", "Robotyka dla starszych")]).await;
    city.follow().await;
    assert_eq!(city.heard().await, [], "still too dear");
    city.change(other, &[("title", "Robotyka dla starszych"), ("price", "100")]).await;
    city.change(dear, &[("price", "150"), ("description", "Nowy opis.")]).await;
    city.follow().await;
    assert_eq!(city.heard().await, heard(What::PriceFell, "Robotyka dla starszych"), "a description is no news");
}

#[tokio::test]
async fn what_is_archived_before_it_was_told_appears_to_nobody() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    city.subscribe(anna, json!({ "activities": {} })).await;
    let id = city.activity(&[]).await;
    city.set_state(id, State::Archived).await;
    assert_eq!(city.follow().await, 0);
    city.set_state(id, State::Published).await;
    city.follow().await;
    assert_eq!(city.heard().await, heard(What::Appeared, "Robotyka"));
}

#[tokio::test]
async fn a_place_comes_free_and_is_taken_again() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    let full = [("capacity", "10"), ("places_left", "0")];
    let id = city.activity(&full).await;
    city.follow().await;
    city.subscribe_to(anna, json!({ "entry": id.global() }), &[What::PlaceFreed], Frequency::AtOnce).await;
    city.change(id, &[("capacity", "10"), ("places_left", "1")]).await;
    city.follow().await;
    assert_eq!(city.seen().await.len(), 1);
    assert_eq!(city.seen().await[0].what, What::PlaceFreed);
    city.change(id, &full).await;
    city.follow().await;
    assert_eq!(city.heard().await, [], "it was taken before anybody was told");
}

#[tokio::test]
async fn enrolment_opens_by_the_clock() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    let id = city.activity(&[("enrolment_opens", "2026-11-27T13:00")]).await;
    let search = json!({ "activities": { "filter": { "enrolment": ["OPEN"] } } });
    city.subscribe_to(anna, search, &[What::Appeared], Frequency::AtOnce).await;
    let ben = city.reader("ben").await;
    city.subscribe_to(ben, json!({ "entry": id.global() }), &[What::EnrolmentOpened], Frequency::AtOnce).await;
    assert_eq!(city.follow().await, 0, "it opens in an hour");
    city.wait(TimeDelta::minutes(59));
    assert_eq!(city.follow().await, 0);
    city.wait(TimeDelta::minutes(1));
    assert_eq!(city.follow().await, 2);
    let seen = city.seen().await;
    assert_eq!(
        seen.iter().map(|seen| (seen.reader, seen.what)).collect::<Vec<_>>(),
        [(anna, What::Appeared), (ben, What::EnrolmentOpened)]
    );
    city.wait(TimeDelta::minutes(1));
    assert_eq!(city.follow().await, 0);
}

#[tokio::test]
async fn followers_hear_what_changed_and_what_is_called_off() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    let id = city.event(&[]).await;
    city.follow().await;
    city.subscribe(anna, json!({ "entry": id.global() })).await;
    city.change_event(id, &[("starts", "2026-12-05T17:00")]).await;
    city.follow().await;
    let told = city.notices().await.pop().unwrap();
    assert_eq!((told.what, &told.told["changed"]), (What::Changed, &json!(["dates"])));
    city.forget_notices().await;
    city.write(async |tx| events::service::set_state(tx, id, State::Archived, None).await.unwrap()).await;
    city.follow().await;
    assert_eq!(city.heard().await, heard(What::CalledOff, "Turniej szachowy"));
}

#[tokio::test]
async fn followers_of_an_institution_hear_of_what_it_offers() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    let follow = city.subscribe(anna, json!({ "entry": city.school.global() })).await;
    city.activity(&[]).await;
    city.event(&[]).await;
    let school = city.school.global();
    let article = fields(&[
        ("title", "Dzień otwarty"),
        ("description", "Zapraszamy."),
        ("category", "announcement"),
        ("institution", &school),
    ]);
    city.write(async |tx| good(news::service::create(tx, &article, "create").await)).await;
    city.follow().await;
    let seen = city.seen().await;
    let titles: Vec<&str> = seen.iter().map(|seen| seen.title.as_str()).collect();
    assert_eq!(titles, ["Dzień otwarty", "Robotyka", "Turniej szachowy"]);
    assert!(seen.iter().all(|seen| seen.what == What::Appeared && seen.because == [follow]));
}

#[tokio::test]
async fn several_reasons_are_one_notice() {
    let city = City::start().await;
    let anna = city.reader("anna").await;
    let mut because = vec![
        city.subscribe_to(anna, robotics(), &[What::Appeared], Frequency::Weekly).await,
        city.subscribe_to(anna, json!({ "interest": "robotics" }), &[What::Appeared], Frequency::Daily).await,
        city.subscribe_to(anna, json!({ "entry": city.school.global() }), &[What::Appeared], Frequency::AtOnce).await,
        city.subscribe_to(anna, json!({ "district": "rynek" }), &[What::Appeared], Frequency::Daily).await,
    ];
    because.sort_unstable();
    city.activity(&[("price", "100")]).await;
    assert_eq!(city.follow().await, 1);
    let notice = city.notices().await.pop().unwrap();
    let mut reasons: Vec<_> = notice.reasons.iter().map(|reason| reason.subscription).collect();
    reasons.sort_unstable();
    assert_eq!((reasons, notice.frequency), (because, Frequency::AtOnce));
    assert!(notice.reasons.iter().all(|reason| !reason.label.is_empty()));
}

#[tokio::test]
async fn who_muted_or_paused_or_took_it_back_hears_nothing() {
    let city = City::start().await;
    let [anna, ben, cleo] = [city.reader("anna").await, city.reader("ben").await, city.reader("cleo").await];
    let all = || json!({ "activities": {} });
    let [muted, _, removed] =
        [city.subscribe(anna, all()).await, city.subscribe(ben, all()).await, city.subscribe(cleo, all()).await];
    city.activity(&[]).await;
    city.follow().await;
    assert_eq!(city.heard().await.len(), 3);
    let now = Some(city.scope().now());
    let row = city.subscription(muted).await;
    city.save(notifications::Subscription { muted_at: now, ..row }).await;
    let row = city.subscription(removed).await;
    city.save(notifications::Subscription { removed_at: now, ..row }).await;
    city.write(async |tx| notices::readers::pause(tx, ben, true).await.unwrap()).await;
    city.activity(&[("title", "Szachy"), ("interests", "chess")]).await;
    assert_eq!(city.follow().await, 0);
    let row = city.subscription(muted).await;
    city.save(notifications::Subscription { muted_at: None, ..row }).await;
    city.activity(&[("title", "Taniec"), ("interests", "hip_hop")]).await;
    city.follow().await;
    assert_eq!(city.seen().await.iter().map(|seen| seen.reader).collect::<Vec<_>>(), [anna]);
}
