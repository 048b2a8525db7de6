//! Lists and calendars of events, answered from index and cards alone.

use std::{collections::HashMap, sync::Arc};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::NaiveDate;
use kernel::{
    error::{Fault, Result},
    scope::Scope,
    search::Snapshot,
};
use search_index::{Filter, Interpretation, Query, Reading};
use uuid::Uuid;

use crate::{
    ENTITY,
    filter::Selection,
    labels::days,
    recurrence::Occurrence,
    search::{Card, KIND},
};

/// Events that are looked at for a text: those that fit best.
const MOST_HITS: usize = 1000;
/// Occurrences that a calendar shows.
pub(crate) const MOST_SHOWN: usize = 5000;

/// An event in a list.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The event.
    pub(crate) card: Arc<Card>,
    /// When it takes place, the first time that is meant.
    pub(crate) occurrence: Occurrence,
    /// Metres from the place that is meant, if both are known.
    pub(crate) distance: Option<f64>,
    /// Where the next page would begin.
    pub(crate) cursor: String,
}

/// A page of a list.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its events.
    pub(crate) found: Vec<Found>,
    /// How many there are on all pages.
    pub(crate) total: usize,
    /// Whether there is a page after this one.
    pub(crate) has_next: bool,
    /// How the text was understood.
    pub(crate) meaning: Interpretation,
}

/// What a list is about.
#[derive(Debug)]
pub(crate) struct Wanted {
    /// What somebody typed.
    pub(crate) text: String,
    /// What events must meet.
    pub(crate) selection: Selection,
}

/// A place in a list: a number by which it is ordered, then the id. So a cursor holds its place when others come or go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    rank: i64,
    id: Uuid,
}

impl Position {
    /// What the cursors of lists begin with that are in order of time, and of those in order of relevance.
    const BY_TIME: u8 = b't';
    const BY_RELEVANCE: u8 = b'r';

    fn encode(self, order: u8) -> String {
        let mut bytes = vec![order];
        bytes.extend(self.rank.to_be_bytes());
        bytes.extend(self.id.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn decode(cursor: &str, order: u8) -> Result<Self> {
        let foreign = || Fault::bad_input("after", "this cursor belongs to another list; start without one");
        let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| foreign())?;
        let position = bytes.strip_prefix(&[order]).and_then(|bytes| {
            let (rank, id) = bytes.split_first_chunk::<8>()?;
            Some(Self { rank: i64::from_be_bytes(*rank), id: Uuid::from_slice(id).ok()? })
        });
        position.ok_or_else(foreign)
    }
}

/// A page of events: with a text, what fits best first; else what takes place soonest. What takes place at the same time
/// is in the order of ids.
pub(crate) async fn page(scope: &Scope, wanted: Wanted, first: usize, after: Option<&str>) -> Result<Page> {
    let snapshot = scope.snapshot().await?;
    let Wanted { text, selection } = wanted;
    let order = if text.trim().is_empty() { Position::BY_TIME } else { Position::BY_RELEVANCE };
    let after = after.map(|cursor| Position::decode(cursor, order)).transpose()?;
    let meaning = snapshot.understand(&text, Reading::Wish);
    let ranked = match order {
        Position::BY_TIME => by_time(scope, &snapshot, &selection),
        _ => by_relevance(scope, &snapshot, &selection, &meaning)?,
    };
    let begin = match after {
        None => 0,
        Some(position) => match order {
            Position::BY_TIME => ranked.partition_point(|hit| hit.position <= position),
            // Where the event is gone that a page ended with, its rank tells where that was.
            _ => ranked
                .iter()
                .position(|hit| hit.position.id == position.id)
                .map_or_else(|| ranked.partition_point(|hit| hit.position.rank <= position.rank), |at| at + 1),
        },
    };
    let total = ranked.len();
    let shown = ranked.into_iter().skip(begin).take(first);
    let found: Vec<_> = shown
        .filter_map(|hit| {
            Some(Found {
                card: snapshot.card::<Card>(ENTITY, hit.position.id)?,
                occurrence: hit.occurrence,
                distance: hit.distance,
                cursor: hit.position.encode(order),
            })
        })
        .collect();
    Ok(Page { has_next: begin + found.len() < total, found, total, meaning })
}

/// An event that meets everything.
struct Hit {
    position: Position,
    occurrence: Occurrence,
    distance: Option<f64>,
}

fn by_time(scope: &Scope, snapshot: &Snapshot, selection: &Selection) -> Vec<Hit> {
    let hit = |card: &Card| {
        let occurrence = *selection.occurrences(scope, card).next().filter(|_| selection.admits(card))?;
        let position = Position { rank: occurrence.starts.timestamp(), id: card.row.id.0 };
        Some(Hit { position, occurrence, distance: selection.distance(card) })
    };
    let mut hits: Vec<_> = snapshot.cards::<Card>(ENTITY).filter_map(hit).collect();
    hits.sort_unstable_by_key(|hit| hit.position);
    hits
}

fn by_relevance(
    scope: &Scope,
    snapshot: &Snapshot,
    selection: &Selection,
    meaning: &Interpretation,
) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for found in hits_of(scope, snapshot, selection, meaning)? {
        let Some(card) = snapshot.card::<Card>(ENTITY, found.id) else { continue };
        let Some(occurrence) = selection.occurrences(scope, &card).next().filter(|_| selection.admits(&card)) else {
            continue;
        };
        let position = Position { rank: hits.len() as i64, id: found.id };
        let distance = selection.distance(&card).or(found.distance_meters);
        hits.push(Hit { position, occurrence: *occurrence, distance });
    }
    Ok(hits)
}

/// What the index finds for a text.
fn hits_of(
    scope: &Scope,
    snapshot: &Snapshot,
    selection: &Selection,
    meaning: &Interpretation,
) -> Result<Vec<search_index::Hit>> {
    let query = Query { first: MOST_HITS, ..query(scope, selection, meaning.clone()) };
    Ok(snapshot.reader().search(&query).map_err(Fault::from)?.hits)
}

/// What the index is asked for, whatever the page. What it finds is yet to be [admitted](admits).
pub(crate) fn query(scope: &Scope, selection: &Selection, meaning: Interpretation) -> Query {
    Query {
        meaning,
        kinds: vec![KIND],
        filter: Filter { terms: selection.terms(), ..Filter::default() },
        near: selection.near,
        // What was on the days that are asked for is found though it is over.
        now: scope.now().min(selection.from).timestamp(),
        ..Query::default()
    }
}

/// Whether an event meets everything, the time too.
pub(crate) fn admits(scope: &Scope, selection: &Selection, card: &Card) -> bool {
    selection.admits(card) && selection.occurrences(scope, card).next().is_some()
}

/// Days of a calendar, each with what takes place on it.
#[derive(Debug)]
pub(crate) struct Month {
    /// The occurrences of each day, in order; what goes over several days is on each.
    pub(crate) by_day: Vec<(NaiveDate, Vec<(Arc<Card>, Occurrence)>)>,
    /// How many occurrences there are.
    pub(crate) total: usize,
    /// Whether some are not shown.
    pub(crate) truncated: bool,
}

/// A calendar from one day to another.
pub(crate) async fn calendar(scope: &Scope, wanted: Wanted, first: NaiveDate, last: NaiveDate) -> Result<Month> {
    let snapshot = scope.snapshot().await?;
    let Wanted { text, selection } = wanted;
    let selection = selection.over(scope, first, last);
    let mut occurrences: Vec<(Occurrence, Uuid)> = Vec::new();
    let mut add = |card: &Card| {
        if selection.admits(card) {
            occurrences.extend(selection.occurrences(scope, card).map(|occurrence| (*occurrence, card.row.id.0)));
        }
    };
    if text.trim().is_empty() {
        snapshot.cards::<Card>(ENTITY).for_each(&mut add);
    } else {
        let meaning = snapshot.understand(&text, Reading::Wish);
        for hit in hits_of(scope, &snapshot, &selection, &meaning)? {
            if let Some(card) = snapshot.card::<Card>(ENTITY, hit.id) {
                add(&card);
            }
        }
    }
    occurrences.sort_unstable();
    let total = occurrences.len();
    occurrences.truncate(MOST_SHOWN);
    let zone = scope.tenant.time_zone;
    let mut by_day: HashMap<NaiveDate, Vec<(Arc<Card>, Occurrence)>> = HashMap::new();
    for (occurrence, id) in occurrences {
        let Some(card) = snapshot.card::<Card>(ENTITY, id) else { continue };
        let (from, until) = days(zone, occurrence.starts, occurrence.ends);
        for day in from.max(first).iter_days().take_while(|day| *day <= until.min(last)) {
            by_day.entry(day).or_default().push((card.clone(), occurrence));
        }
    }
    let days = first.iter_days().take_while(|day| *day <= last);
    let days = days.map(|day| (day, by_day.remove(&day).unwrap_or_default())).collect();
    Ok(Month { by_day: days, total, truncated: total > MOST_SHOWN })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_round_trip_and_foreign_ones_are_refused() {
        let position = Position { rank: -7, id: Uuid::from_u128(7) };
        let cursor = position.encode(Position::BY_TIME);
        assert_eq!(Position::decode(&cursor, Position::BY_TIME).unwrap(), position);
        assert!(Position::decode(&cursor, Position::BY_RELEVANCE).is_err());
        for foreign in ["", "x", "dGVzdA", &cursor[1..]] {
            assert!(Position::decode(foreign, Position::BY_TIME).is_err(), "{foreign}");
        }
    }
}
