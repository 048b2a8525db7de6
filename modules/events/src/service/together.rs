//! Joining forces: events of different people that are for the same in the same weeks.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use directory::{InstitutionId, Likeness};
use kernel::{entry::State, error::Result, history::Fields, scope::Scope, search::Snapshot};

use crate::{
    ENTITY,
    event::{EventId, Model},
    fields::understood,
    search::Card,
};

/// How far apart two events may be whose people could join forces.
const WEEKS_APART: TimeDelta = TimeDelta::weeks(3);
/// How many are told at most.
const MOST: usize = 5;
/// How many pairs are told at most.
const MOST_OVERLAPS: usize = 100;
/// What each side says of two events being alike; together 1.
const INTERESTS: f64 = 0.5;
const TITLE: f64 = 0.3;
const LEVELS: f64 = 0.2;
/// What a side says that one of both does not tell.
const UNKNOWN: f64 = 0.5;
/// Titles that are as alike as this are of the same thing.
const SAME_TITLE: f64 = 0.75;

/// What of an event is compared with others.
struct Sketch<'a> {
    id: Option<EventId>,
    title: Likeness,
    interests: HashSet<&'a str>,
    levels: HashSet<&'a str>,
    ages: (i32, i32),
    starts: Vec<DateTime<Utc>>,
    organisers: Vec<InstitutionId>,
    /// Whether it is only being written, and may be entered already.
    is_draft: bool,
}

impl<'a> Sketch<'a> {
    fn of_card(card: &'a Card, now: DateTime<Utc>) -> Self {
        Self {
            id: Some(card.row.id),
            title: Likeness::to(&card.row.title),
            organisers: card.organisers.clone(),
            starts: coming(card, now),
            ..Self::of_row(&card.row)
        }
    }

    fn of_row(row: &'a Model) -> Self {
        let set = |values: &'a [String]| values.iter().map(String::as_str).collect();
        Self {
            id: None,
            title: Likeness::to(&row.title),
            interests: set(&row.interests.0),
            levels: set(&row.levels.0),
            ages: ages(row),
            starts: Vec::new(),
            organisers: row.institution_id.into_iter().collect(),
            is_draft: false,
        }
    }

    /// How much their people could do together, from 0 to 1; nothing if they could not. What is cheap to tell comes first.
    fn likeness(&self, other: &Card, now: DateTime<Utc>) -> Option<f64> {
        let (interests, levels) = self.in_common(other)?;
        let title = self.title.of(&other.name_key);
        // Nothing in common but the weeks is nothing to join forces for.
        if interests.is_none() && title < SAME_TITLE {
            return None;
        }
        if self.is_of_same_people(other) && !(self.is_draft && title >= SAME_TITLE) {
            return None;
        }
        self.near_in_time(other, now)?;
        Some(INTERESTS * interests.unwrap_or(UNKNOWN) + TITLE * title + LEVELS * levels.unwrap_or(UNKNOWN))
    }

    /// Which share of interests and levels both have, as far as both say; nothing if they are for others.
    fn in_common(&self, other: &Card) -> Option<(Option<f64>, Option<f64>)> {
        let (least, most) = ages(&other.row);
        if self.id == Some(other.row.id) || self.ages.0 > most || least > self.ages.1 {
            return None;
        }
        let interests = overlap(&self.interests, &other.row.interests.0);
        let levels = overlap(&self.levels, &other.row.levels.0);
        (interests != Some(0.0) && levels != Some(0.0)).then_some((interests, levels))
    }

    fn is_of_same_people(&self, other: &Card) -> bool {
        self.organisers.iter().any(|id| other.organisers.contains(id))
    }

    /// The first starts of both, still to come, that are near each other.
    fn near_in_time(&self, other: &Card, now: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        self.starts.iter().find_map(|start| {
            let from = other.occurrences.partition_point(|at| at.starts < *start - WEEKS_APART);
            let mut near = other.occurrences.iter().skip(from).take_while(|at| at.starts <= *start + WEEKS_APART);
            near.find(|at| at.ends > now).map(|at| (*start, at.starts))
        })
    }
}

/// The ages that an event is for, in months; nobody said is everybody.
fn ages(row: &Model) -> (i32, i32) {
    (row.min_months.unwrap_or(0), row.max_months.unwrap_or(i32::MAX))
}

/// The starts of what is still to come.
fn coming(card: &Card, now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    card.occurrences.iter().filter(|at| at.ends > now).map(|at| at.starts).collect()
}

/// The share of values that both have; nothing if one of them says nothing.
fn overlap(own: &HashSet<&str>, other: &[String]) -> Option<f64> {
    if own.is_empty() || other.is_empty() {
        return None;
    }
    let shared = other.iter().filter(|value| own.contains(value.as_str())).count();
    let least = own.len().min(other.len());
    Some(shared as f64 / least as f64)
}

/// Public events that may be the one that somebody is writing down, or of other institutions whose people could join forces
/// with theirs, the most alike first: for the same interests, ages and levels, within three weeks. A draft that does not
/// say when it is has none.
pub async fn similar(scope: &Scope, draft: &Fields) -> Result<Vec<EventId>> {
    let snapshot = scope.snapshot().await?;
    let (draft, _) = understood(&scope.tenant, draft);
    if draft.row.starts_at == DateTime::<Utc>::default() {
        return Ok(Vec::new());
    }
    let institution = directory::service::resolve_reference(scope, draft.institution.as_deref()).await?;
    let now = scope.now();
    let occurrences = draft.row.occurrences(scope.tenant.time_zone);
    let sketch = Sketch {
        starts: occurrences.iter().filter(|at| at.ends > now).map(|at| at.starts).collect(),
        organisers: institution.into_iter().collect(),
        is_draft: true,
        ..Sketch::of_row(&draft.row)
    };
    Ok(most_alike(&snapshot, &sketch, now, MOST))
}

/// Public events of other institutions whose people could join forces with an event's, the most alike first.
pub(crate) fn similar_to(snapshot: &Snapshot, card: &Card, now: DateTime<Utc>, most: usize) -> Vec<EventId> {
    most_alike(snapshot, &Sketch::of_card(card, now), now, most)
}

fn most_alike(snapshot: &Snapshot, sketch: &Sketch<'_>, now: DateTime<Utc>, most: usize) -> Vec<EventId> {
    let scored = snapshot.cards::<Card>(ENTITY).filter_map(|card| Some((card.row.id, sketch.likeness(card, now)?)));
    let mut found: Vec<_> = scored.collect();
    found.sort_unstable_by(|(one, a), (other, b)| b.total_cmp(a).then(one.cmp(other)));
    found.truncate(most);
    found.into_iter().map(|(id, _)| id).collect()
}

/// Events whose people could join forces.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Overlap {
    /// The events, the soonest first.
    pub(crate) events: [EventId; 2],
    /// What both are about.
    pub(crate) interests: Vec<String>,
    /// When the first of them starts that is near the other.
    pub(crate) from: DateTime<Utc>,
    /// When the last of both starts then.
    pub(crate) until: DateTime<Utc>,
}

/// Pairs of public events of different institutions whose people could join forces and that start in this time, the
/// soonest first.
pub(crate) fn overlaps(
    snapshot: &Snapshot,
    now: DateTime<Utc>,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Vec<Overlap> {
    // Only what shares an interest can overlap, so each is compared with those alone.
    let mut by_interest: HashMap<&str, Vec<&Card>> = HashMap::new();
    let in_time = |card: &&Card| card.row.state == State::Published && card.between(from, until).next().is_some();
    let mut cards: Vec<&Card> = snapshot.cards::<Card>(ENTITY).filter(in_time).collect();
    cards.sort_unstable_by_key(|card| card.row.id);
    for card in &cards {
        for interest in &card.row.interests {
            by_interest.entry(interest).or_default().push(card);
        }
    }
    let mut found = Vec::new();
    for card in &cards {
        let sketch = Sketch::of_card(card, now);
        let mut seen = HashSet::new();
        let others = card.row.interests.iter().filter_map(|interest| by_interest.get(interest.as_str())).flatten();
        for other in others.filter(|other| card.row.id < other.row.id) {
            if seen.insert(other.row.id) {
                found.extend(overlap_of(&sketch, card, other, now));
            }
        }
    }
    found.sort_unstable_by_key(|overlap| (overlap.from, overlap.events));
    found.truncate(MOST_OVERLAPS);
    found
}

fn overlap_of(sketch: &Sketch<'_>, one: &Card, other: &Card, now: DateTime<Utc>) -> Option<Overlap> {
    sketch.in_common(other).filter(|_| !sketch.is_of_same_people(other))?;
    let (start, other_start) = sketch.near_in_time(other, now)?;
    let interests = one.row.interests.iter().filter(|id| other.row.interests.0.contains(id)).cloned().collect();
    let events = if start <= other_start { [one.row.id, other.row.id] } else { [other.row.id, one.row.id] };
    Some(Overlap { events, interests, from: start.min(other_start), until: start.max(other_start) })
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use directory::{NameKey, Place};
    use uuid::Uuid;

    use super::*;

    fn card(number: u128, title: &str, starts: &str, interests: &[&str]) -> Card {
        let starts_at: DateTime<Utc> = starts.parse().unwrap();
        let institution = InstitutionId(Uuid::from_u128(number));
        let row = Model {
            id: EventId(Uuid::from_u128(number)),
            title: title.to_owned(),
            starts_at,
            ends_at: starts_at + TimeDelta::hours(1),
            interests: interests.iter().map(|id| (*id).to_owned()).collect(),
            levels: vec!["primary_4_8".to_owned()].into(),
            min_months: Some(120),
            max_months: Some(180),
            institution_id: Some(institution),
            ..Model::default()
        };
        Card {
            occurrences: row.occurrences(Tz::Europe__Warsaw),
            name_key: NameKey::new(title),
            row,
            without_description: true,
            summary: String::new(),
            place: Place::default(),
            organisers: vec![institution],
        }
    }

    #[test]
    fn schools_that_run_the_same_contest_find_each_other() {
        let now: DateTime<Utc> = "2026-11-27T12:00:00Z".parse().unwrap();
        let ours = card(1, "Konkurs języka niemieckiego", "2026-12-05T09:00:00Z", &["german"]);
        let like = |other: &Card| Sketch::of_card(&ours, now).likeness(other, now).is_some();
        let theirs = card(2, "Konkurs niemiecki", "2026-12-20T09:00:00Z", &["german"]);
        assert!(like(&theirs));
        assert!(!like(&ours), "itself");
        let mut other = theirs.clone();
        other.organisers.push(ours.organisers[0]);
        assert!(!like(&other), "the same institution");
        assert!(!like(&card(2, "Konkurs niemiecki", "2027-01-05T09:00:00Z", &["german"])), "a month later");
        assert!(!like(&card(2, "Konkurs szachowy", "2026-12-05T09:00:00Z", &["chess"])), "another interest");
        let mut other = theirs.clone();
        (other.row.min_months, other.row.max_months) = (Some(36), Some(71));
        assert!(!like(&other), "other ages");
        let mut other = theirs.clone();
        other.row.levels = vec!["secondary".to_owned()].into();
        assert!(!like(&other), "another level");
        let mut other = theirs.clone();
        (other.row.interests, other.row.levels) = (Vec::new().into(), Vec::new().into());
        assert!(!like(&other), "nothing in common that anybody said");
        other.name_key = NameKey::new("Konkurs języka niemieckiego");
        assert!(like(&other), "the same title");
    }

    #[test]
    fn an_overlap_tells_what_and_when() {
        let now: DateTime<Utc> = "2026-11-27T12:00:00Z".parse().unwrap();
        let later = card(1, "A", "2026-12-20T09:00:00Z", &["german", "chess"]);
        let sooner = card(2, "B", "2026-12-05T09:00:00Z", &["german"]);
        let overlap = overlap_of(&Sketch::of_card(&later, now), &later, &sooner, now).unwrap();
        assert_eq!(overlap.events, [sooner.row.id, later.row.id]);
        assert_eq!((overlap.interests, overlap.from), (vec!["german".to_owned()], sooner.row.starts_at));
    }
}
