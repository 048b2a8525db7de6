//! Alerts near a point, in a district, in the whole city; what is severe; and what says that it is over.

use chrono::TimeDelta;
use kernel::i18n::Lang;
use notices::{Frequency, What};
use safety::{Category, Certainty, Draft, Severity, Status, Urgency, Words};
use serde_json::{Value, json};

use crate::support::{City, good};

fn draft(city: &City, severity: Severity) -> Draft {
    let words = Words {
        lang: "pl".to_owned(),
        event: "Burza".to_owned(),
        headline: "Burza z gradem".to_owned(),
        description: "Silny wiatr.".to_owned(),
        instruction: "Zostań w domu.".to_owned(),
    };
    Draft {
        texts: vec![(Lang::Pl, words)],
        categories: vec![Category::Met],
        responses: Vec::new(),
        urgency: Urgency::Immediate,
        severity,
        certainty: Certainty::Observed,
        effective: None,
        onset: None,
        expires: city.scope().now() + TimeDelta::hours(6),
        web: None,
        contact: None,
        note: None,
        area: None,
        districts: Vec::new(),
        polygon: Vec::new(),
        circle: None,
    }
}

async fn subscribe(city: &City, name: &str, alerts: Value) -> notices::ReaderId {
    let reader = city.reader(name).await;
    city.subscribe_to(reader, json!({ "alerts": alerts }), &[What::Alert], Frequency::AtOnce).await;
    reader
}

#[tokio::test]
async fn an_alert_reaches_who_is_there_and_severe_ones_wait_for_nothing() {
    let city = City::start().await;
    let near = json!({ "near": { "lat": 52.70, "lon": 14.60, "radiusMeters": 500 } });
    let point = subscribe(&city, "point", near).await;
    let rynek = subscribe(&city, "rynek", json!({ "district": "rynek" })).await;
    let whole = subscribe(&city, "whole", json!({})).await;
    subscribe(&city, "grave", json!({ "minSeverity": "EXTREME" })).await;
    let circle = Draft { circle: Some((52.70, 14.60, 1.0)), ..draft(&city, Severity::Moderate) };
    let alert = city.write(async |tx| good(safety::service::issue(tx, None, Status::Actual, circle).await)).await;
    city.follow().await;
    let readers = |rows: &[notices::Notice]| {
        let mut readers: Vec<_> = rows.iter().map(|row| row.reader_id).collect();
        readers.sort_unstable();
        readers
    };
    let told = city.notices().await;
    assert_eq!(readers(&told), [point, whole]);
    assert!(told.iter().all(|row| row.what == What::Alert && !row.is_urgent));
    city.forget_notices().await;

    // The update is about somewhere else; who heard of the first hears of it, too.
    let moved = Draft { districts: vec!["rynek".to_owned()], ..draft(&city, Severity::Severe) };
    let update = city.write(async |tx| good(safety::service::update(tx, Some(alert.id), moved).await)).await;
    city.follow().await;
    let told = city.notices().await;
    assert_eq!(readers(&told), [point, rynek, whole]);
    assert!(told.iter().all(|row| row.is_urgent));
    city.forget_notices().await;

    city.write(async |tx| good(safety::service::cancel(tx, Some(update.id), "Przeszła bokiem.").await)).await;
    city.follow().await;
    assert_eq!(readers(&city.notices().await), [point, rynek, whole]);
}

#[tokio::test]
async fn an_alert_that_is_to_hold_later_is_told_then_and_an_exercise_never() {
    let city = City::start().await;
    subscribe(&city, "whole", json!({ "minSeverity": "MINOR" })).await;
    let later = city.scope().now() + TimeDelta::hours(1);
    let scheduled = Draft { effective: Some(later), ..draft(&city, Severity::Minor) };
    city.write(async |tx| good(safety::service::issue(tx, None, Status::Actual, scheduled).await)).await;
    let exercise = draft(&city, Severity::Moderate);
    city.write(async |tx| good(safety::service::issue(tx, None, Status::Exercise, exercise).await)).await;
    assert_eq!(city.follow().await, 0);
    city.wait(TimeDelta::hours(1));
    (safety::JOBS[0].run)(&city.scope()).await.unwrap();
    assert_eq!(city.follow().await, 1);
}

#[tokio::test]
async fn an_alert_waits_for_nothing_that_was_there_before_it() {
    let city = City::start().await;
    for number in 0..200 {
        city.activity(&[("title", &format!("Robotyka {number}"))]).await;
    }
    // Issued while all that is being compared, and told to somebody who asked only then.
    let issue = async {
        let reader = subscribe(&city, "whole", json!({})).await;
        let severe = draft(&city, Severity::Severe);
        city.write(async |tx| good(safety::service::issue(tx, None, Status::Actual, severe).await)).await;
        reader
    };
    let (told, reader) = tokio::join!(city.follow(), issue);
    let notices = city.notices().await;
    assert_eq!((told, notices.len()), (1, 1));
    assert!(notices[0].reader_id == reader && notices[0].is_urgent);
    assert_eq!(city.follow().await, 0);
}
