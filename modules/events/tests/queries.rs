//! How many queries of the database a month of a calendar takes. A binary of its own: it counts what the whole process
//! asks.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use kernel::scope::Actor;
use serde_json::json;
use support::{City, event_fields};
use tracing::{Event, Metadata, Subscriber, span};

static QUERIES: AtomicUsize = AtomicUsize::new(0);

/// Counts the statements that the database's driver says it ran.
struct Counting;

impl Subscriber for Counting {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sqlx::query"
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, _: &Event<'_>) {
        QUERIES.fetch_add(1, Ordering::Relaxed);
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

#[tokio::test]
async fn a_month_of_3000_occurrences_takes_three_queries_at_most() {
    tracing::subscriber::set_global_default(Counting).unwrap();
    let city = City::start().await;
    let mut tx = city.system().begin().await.unwrap();
    for number in 0..100 {
        let (title, starts) = (format!("Zajęcia {number}"), format!("2026-12-01T{:02}:00", 6 + number % 16));
        let institution = if number % 2 == 0 { "a" } else { "b" };
        let fields = event_fields(&[
            ("title", &title),
            ("institution", institution),
            ("starts", &starts),
            ("recurrence", "FREQ=DAILY;COUNT=30"),
            ("sign_up", "date"),
            ("capacity", "12"),
        ]);
        events::service::create(&mut tx, &fields, "create").await.unwrap();
    }
    tx.commit().await.unwrap();
    city.system().settle().await.unwrap();
    assert!(QUERIES.load(Ordering::Relaxed) > 100, "statements are counted");

    let document = |selection: &str| {
        format!(
            "{{ calendar(from: \"2026-12-01\", until: \"2026-12-30\") {{ total truncated days {{ date isFree schoolDays {{ name }}
               occurrences {{ {selection} startsAt endsAt label event {{ id title url organisers {{ name url }} place {{ name }}
               pictures {{ url }} interests {{ name }} price {{ label }} ages {{ label }} }} }} }} }} }}"
        )
    };
    for (selection, most) in [("", 0), ("placesLeft", 3)] {
        let before = QUERIES.load(Ordering::Relaxed);
        let began = Instant::now();
        let answer = city.data(&Actor::Anonymous, &document(selection)).await;
        let (asked, took) = (QUERIES.load(Ordering::Relaxed) - before, began.elapsed());
        assert_eq!((&answer["calendar"]["total"], &answer["calendar"]["truncated"]), (&json!(3000), &json!(false)));
        let days = answer["calendar"]["days"].as_array().unwrap();
        assert!(days.iter().all(|day| day["occurrences"].as_array().unwrap().len() == 100));
        assert!(asked <= most, "{asked} queries");
        assert!(took < Duration::from_secs(30), "{took:?}");
    }
}
