//! Events as the index and the read model see them.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Datelike as _, Timelike as _, Utc};
use chrono_tz::Tz;
use directory::{Institution, InstitutionId, NameKey, Place};
use kernel::{
    error::Result,
    markdown::to_summary,
    scope::Scope,
    search::{Entry, Source, Told},
    tenancy::LatLon,
};
use search_index::{Document, GeoPoint, Slot, Text};
use serde_json::json;
use uuid::Uuid;

use crate::{
    ENTITY,
    event::{EventId, Model, SignUpMode},
    organiser,
    recurrence::Occurrence,
    service,
    signups::{self, Taken},
};

/// What events are called in the index.
pub const KIND: &str = "event";
/// Characters of a card's summary.
const SUMMARY: usize = 180;
/// Lessons that the index keeps of an event: who comes on more days comes any day.
const MOST_SLOTS: usize = 14;
/// Seconds of a day.
const DAY: i64 = 86_400;

/// An event as lists show it: its row without the description, when it takes place, and where.
#[derive(Clone, Debug)]
pub struct Card {
    /// The row. Its description is empty in the read model.
    pub row: Model,
    /// Whether the description was left out.
    pub without_description: bool,
    /// The description's beginning as plain text.
    pub summary: String,
    /// Where it takes place: at its own address, else at its institution's.
    pub place: Place,
    /// When it takes place, in order, all of it. Never more than a rule may have, and never empty.
    pub occurrences: Vec<Occurrence>,
    /// Whose it is: the institution that it is entered under, then those that joined it.
    pub organisers: Vec<InstitutionId>,
    /// Its title as it is compared with others.
    pub(crate) name_key: NameKey,
}

impl Card {
    /// The occurrence of that original start.
    pub fn occurrence(&self, key: DateTime<Utc>) -> Option<&Occurrence> {
        self.occurrences.iter().find(|occurrence| occurrence.key == key)
    }

    /// What takes place from one moment until before another, in part at least.
    pub fn between(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> impl Iterator<Item = &Occurrence> {
        // Starts are in order, ends need not be: something long may end after what starts later.
        let end = self.occurrences.partition_point(|occurrence| occurrence.starts < until);
        self.occurrences.iter().take(end).filter(move |occurrence| occurrence.ends > from)
    }

    /// What is on, or comes next.
    pub fn next(&self, now: DateTime<Utc>) -> Option<&Occurrence> {
        self.occurrences.iter().find(|occurrence| occurrence.ends > now)
    }
}

/// What this module contributes to search.
pub const SOURCE: Source = Source {
    entity: ENTITY,
    ids: |scope| Box::pin(service::ids(scope)),
    load: |scope, ids| Box::pin(load(scope, ids)),
    dependents: |scope, entity, ids| {
        Box::pin(async move {
            if entity == directory::ENTITY { service::ids_of_institutions(scope, ids).await } else { Ok(Vec::new()) }
        })
    },
};

async fn load(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let rows = service::rows(scope, ids).await?;
    let around = Around::of(scope, &rows).await?;
    let entry = |row: Model| {
        let mut card = around.card(scope, row);
        let document = around.document(scope, &card);
        let told = around.told(scope, &card);
        card.row.description = String::new();
        card.without_description = true;
        let places = card.place.named_street().into_iter().collect();
        Entry { id: card.row.id.0, card: Arc::new(card), document: Some(document), places, told: Some(told) }
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// Rows with all their details, beside their institutions' places.
pub(crate) async fn cards(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Card>> {
    let around = Around::of(scope, &rows).await?;
    Ok(rows.into_iter().map(|row| around.card(scope, row)).collect())
}

/// What cards show of others. From the database: the read model is being built from these very rows.
struct Around {
    institutions: HashMap<InstitutionId, Institution>,
    joined: HashMap<EventId, Vec<InstitutionId>>,
    taken: HashMap<EventId, Taken>,
}

impl Around {
    async fn of(scope: &Scope, rows: &[Model]) -> Result<Self> {
        let events: Vec<_> = rows.iter().map(|row| row.id).collect();
        let joined = organiser::joined(scope, &events).await?;
        let own = rows.iter().filter_map(|row| row.institution_id);
        let mut ids: Vec<Uuid> = own.chain(joined.values().flatten().copied()).map(|id| id.0).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut institutions = HashMap::new();
        for ids in ids.chunks(1000) {
            let rows = directory::service::rows(scope, ids.to_vec()).await?;
            institutions.extend(rows.into_iter().map(|row| (row.id, row)));
        }
        let counted = |row: &&Model| row.sign_up == SignUpMode::Event && row.capacity.is_some();
        let counted: Vec<_> = rows.iter().filter(counted).map(|row| row.id).collect();
        let taken = signups::taken(scope, &counted).await?;
        Ok(Self { institutions, joined, taken })
    }

    fn card(&self, scope: &Scope, row: Model) -> Card {
        let institution = row.institution_id.and_then(|id| self.institutions.get(&id));
        let mut place = row.own_address().at(institution);
        place.name = row.venue.clone().or(place.name);
        let joined = self.joined.get(&row.id).cloned().unwrap_or_default();
        Card {
            summary: to_summary(&row.description, SUMMARY),
            without_description: false,
            place,
            occurrences: row.occurrences(scope.tenant.time_zone),
            organisers: service::together(row.institution_id, joined),
            name_key: NameKey::new(&row.title),
            row,
        }
    }

    /// What people are told of it.
    fn told(&self, scope: &Scope, card: &Card) -> Told {
        let Card { row, place, .. } = card;
        let told = Told {
            title: row.title.clone(),
            path: crate::notices::path(row),
            owners: card.organisers.iter().map(|id| id.0).collect(),
            ..Told::default()
        };
        let unit: Option<String> = None;
        let next = card.next(scope.now()).or(card.occurrences.last());
        let names = card.organisers.iter().filter_map(|id| Some(self.institutions.get(id)?.name.clone()));
        let organiser = row.provider.clone().or_else(|| names.reduce(|all, name| format!("{all}, {name}")));
        let none_taken = Taken::default();
        let places = match row.sign_up {
            SignUpMode::Event => self.taken.get(&row.id).unwrap_or(&none_taken).left(row, None),
            SignUpMode::None | SignUpMode::Date | SignUpMode::Link => None,
        };
        let dates = json!({
            "starts": row.starts_at,
            "ends": row.ends_at,
            "all_day": row.all_day,
            "rule": row.recurrence,
            "exceptions": row.exceptions.0,
            "moved": row.moved.0,
        });
        told.with("price", row.price_minor.map(|minor| json!({ "minor": minor, "unit": unit })))
            .with("places", places)
            .with("opens", row.enrolment_opens_at)
            .with("closes", row.enrolment_closes_at)
            .with("dates", Some(dates))
            .with("starts", next.map(|next| next.starts))
            .with("until", Some(row.last_ends_at))
            .with("place", place.line())
            .ages(row.min_months, row.max_months)
            .with("organiser", organiser)
            .with("summary", Some(&card.summary).filter(|summary| !summary.is_empty()))
            .with("is_on", Some(true))
    }

    fn document(&self, scope: &Scope, card: &Card) -> Document {
        let Card { row, place, .. } = card;
        let district = place.district.as_deref().and_then(|id| scope.tenant.area.district(id));
        let institutions = card.organisers.iter().filter_map(|id| self.institutions.get(id));
        let names = institutions.map(|institution| institution.name.as_str());
        let where_ = district.map(|district| district.name.as_str()).into_iter().chain(place.street.as_deref());
        let text = Text {
            title: row.title.clone(),
            names: lines(row.provider.as_deref().into_iter().chain(names)),
            place: lines(where_.chain(place.name.as_deref())),
            body: row.description.clone(),
        };
        let months = |months: Option<i32>| months.and_then(|months| u32::try_from(months).ok());
        Document {
            id: row.id.0,
            kind: KIND,
            text,
            terms: terms(card),
            interests: row.interests.0.clone(),
            ages: (months(row.min_months), months(row.max_months)),
            slots: slots(card, scope.tenant.time_zone),
            price: row.price_minor,
            enrolment: None,
            location: place.location.map(|LatLon { lat, lon }| GeoPoint { lat, lon }),
            created: row.created_at.timestamp(),
            confirmed: row.updated_at.timestamp(),
            starts: Some(row.starts_at.timestamp().div_euclid(DAY)),
            until: Some(row.last_ends_at.timestamp()),
            rating: None,
        }
    }
}

fn lines<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn terms(card: &Card) -> Vec<(&'static str, String)> {
    let Card { row, place, .. } = card;
    let mut terms: Vec<(&'static str, String)> = Vec::new();
    terms.extend(place.district.clone().map(|district| ("district", district)));
    terms.extend(card.organisers.iter().map(|id| ("institution", id.global())));
    for (dimension, values) in [
        ("language", &row.languages),
        ("accessibility", &row.accessibility),
        ("audience", &row.audience),
        ("level", &row.levels),
        ("tag", &row.tags),
    ] {
        terms.extend(values.iter().map(|value| (dimension, value.clone())));
    }
    terms.push(("online", row.online.to_string()));
    terms
}

/// On which days of the week it takes place, and when, so that people find it who say when they have time.
fn slots(card: &Card, zone: Tz) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for occurrence in &card.occurrences {
        let (starts, ends) = (occurrence.starts.with_timezone(&zone), occurrence.ends.with_timezone(&zone));
        let minute = |at: &DateTime<Tz>| (at.hour() * 60 + at.minute()) as u16;
        let slot = if card.row.all_day || starts.date_naive() != ends.date_naive() {
            Slot { weekday: starts.weekday().num_days_from_monday() as u8, starts: minute(&starts), ends: 24 * 60 - 1 }
        } else {
            Slot {
                weekday: starts.weekday().num_days_from_monday() as u8,
                starts: minute(&starts),
                ends: minute(&ends),
            }
        };
        if !slots.contains(&slot) {
            slots.push(slot);
        }
        if slots.len() == MOST_SLOTS {
            break;
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn card(starts: &str, rule: &str, minutes: i64) -> Card {
        let starts_at: DateTime<Utc> = starts.parse().unwrap();
        let row = Model {
            starts_at,
            ends_at: starts_at + TimeDelta::minutes(minutes),
            recurrence: Some(rule.to_owned()).filter(|rule| !rule.is_empty()),
            ..Model::default()
        };
        Card {
            occurrences: row.occurrences(Tz::Europe__Warsaw),
            row,
            without_description: true,
            summary: String::new(),
            place: Place::default(),
            organisers: Vec::new(),
            name_key: NameKey::new(""),
        }
    }

    #[test]
    fn what_is_on_counts_as_next() {
        let card = card("2026-12-07T15:00:00Z", "FREQ=WEEKLY;COUNT=3", 60);
        let next = |now: &str| card.next(now.parse().unwrap()).map(|next| next.starts.to_rfc3339());
        assert_eq!(next("2026-12-07T15:59:59Z").as_deref(), Some("2026-12-07T15:00:00+00:00"));
        assert_eq!(next("2026-12-07T16:00:00Z").as_deref(), Some("2026-12-14T15:00:00+00:00"));
        assert_eq!(next("2026-12-21T16:00:00Z"), None);
    }

    #[test]
    fn what_takes_place_between_two_moments() {
        let card = card("2026-12-07T15:00:00Z", "FREQ=DAILY;COUNT=3", 30 * 60);
        let between = |from: &str, until: &str| card.between(from.parse().unwrap(), until.parse().unwrap()).count();
        assert_eq!(between("2026-12-08T15:00:00Z", "2026-12-08T15:00:01Z"), 2);
        assert_eq!(between("2026-12-08T00:00:00Z", "2026-12-08T15:00:00Z"), 1);
        assert_eq!(between("2026-12-10T21:00:00Z", "2026-12-11T15:00:00Z"), 0);
    }

    #[test]
    fn days_of_the_week_are_found() {
        let card = card("2026-12-07T15:00:00Z", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=300", 60);
        let expected = [(0, 960, 1020), (2, 960, 1020)];
        let found: Vec<_> =
            slots(&card, Tz::Europe__Warsaw).iter().map(|slot| (slot.weekday, slot.starts, slot.ends)).collect();
        assert_eq!(found, expected);
    }
}
