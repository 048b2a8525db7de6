//! Orders that depend on what people do with an entry: rate it, and say that it is still true.

#![expect(clippy::unwrap_used, reason = "what cannot be unwrapped has failed")]

use search_index::{Document, Index, Query, Sort, Text};
use uuid::Uuid;

/// Seconds of a day.
const DAY: i64 = 86_400;
const NOW: i64 = 20_000 * DAY;

/// The numbers of documents as a query finds them.
fn found(documents: &[Document], query: Query) -> Vec<u128> {
    let index = Index::in_memory();
    let mut writer = index.writer().unwrap();
    writer.put(documents).unwrap();
    writer.commit("").unwrap();
    let query = Query { kinds: vec!["activity"], first: 10, now: NOW, ..query };
    let page = index.reader().unwrap().search(&query).unwrap();
    page.hits.into_iter().map(|hit| hit.id.as_u128()).collect()
}

fn document(number: u128) -> Document {
    let text = Text { title: "Szachy".to_owned(), ..Text::default() };
    Document { id: Uuid::from_u128(number), kind: "activity", text, confirmed: NOW, ..Document::default() }
}

#[test]
fn the_best_rated_come_first_and_what_nobody_rated_last() {
    let ratings = [None, Some(3.2), Some(4.6), None, Some(4.1)];
    let documents: Vec<_> =
        (0..).zip(ratings).map(|(number, rating)| Document { rating, ..document(number) }).collect();
    assert_eq!(found(&documents, Query { sort: Sort::Rating, ..Query::default() }), [2, 4, 1, 0, 3]);
}

#[test]
fn what_nobody_confirmed_for_too_long_sinks_where_a_city_says_what_is_too_long() {
    let aged = |number, days| Document { confirmed: NOW - days * DAY, ..document(number) };
    // The stale one is free to be enrolled in, the fresh one is closed: that alone would put it behind.
    let closed = search_index::Enrolment { closes: Some(0), ..Default::default() };
    let open = search_index::Enrolment::default();
    let documents =
        [Document { enrolment: Some(open), ..aged(1, 151) }, Document { enrolment: Some(closed), ..aged(2, 150) }];
    assert_eq!(found(&documents, Query::default()), [1, 2]);
    assert_eq!(found(&documents, Query { stale_after: Some(150), ..Query::default() }), [2, 1]);
    assert_eq!(found(&documents, Query { stale_after: Some(200), ..Query::default() }), [1, 2]);
}
