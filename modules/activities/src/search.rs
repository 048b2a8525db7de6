//! Activities as the index and the read model see them.

use std::{collections::HashMap, sync::Arc};

use directory::{Institution, InstitutionId, NameKey, Place};
use kernel::{
    error::Result,
    markdown::to_summary,
    page::path_name,
    scope::Scope,
    search::{Entry, Source, Told},
    tenancy::LatLon,
};
use sea_orm::ActiveEnum as _;
use search_index::{Document, GeoPoint, Text};
use serde_json::json;

use crate::{ENTITY, activity::Model, service};

/// What activities are called in the index.
pub const KIND: &str = "activity";
/// Characters of a card's summary.
const SUMMARY: usize = 180;
/// How many careful people there are before the first review, and how many stars they give.
const CAREFUL: f64 = 5.0;
const CAREFUL_STARS: f64 = 3.5;

/// An activity as lists show it: its row without the description, and where it takes place.
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
    /// Its title as it is compared with others.
    pub(crate) name_key: NameKey,
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

async fn load(scope: &Scope, ids: Vec<uuid::Uuid>) -> Result<Vec<Entry>> {
    let rows = service::rows(scope, ids).await?;
    let institutions = institutions(scope, &rows).await?;
    let entry = |row: Model| {
        let institution = row.institution_id.and_then(|id| institutions.get(&id));
        let mut card = card(row, institution);
        let document = document(scope, &card, institution);
        let told = told(scope, &card, institution);
        card.row.description = String::new();
        card.without_description = true;
        let places = card.place.named_street().into_iter().collect();
        Entry { id: card.row.id.0, card: Arc::new(card), document: Some(document), places, told: Some(told) }
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// Rows with all their details, beside their institutions' places.
pub(crate) async fn cards(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Card>> {
    let institutions = institutions(scope, &rows).await?;
    let card = |row: Model| {
        let institution = row.institution_id.and_then(|id| institutions.get(&id));
        card(row, institution)
    };
    Ok(rows.into_iter().map(card).collect())
}

/// From the database: the read model is being built from these very rows.
async fn institutions(scope: &Scope, rows: &[Model]) -> Result<HashMap<InstitutionId, Institution>> {
    let mut ids: Vec<_> = rows.iter().filter_map(|row| Some(row.institution_id?.0)).collect();
    ids.sort_unstable();
    ids.dedup();
    let institutions = directory::service::rows(scope, ids).await?;
    Ok(institutions.into_iter().map(|row| (row.id, row)).collect())
}

fn card(row: Model, institution: Option<&Institution>) -> Card {
    Card {
        summary: to_summary(&row.description, SUMMARY),
        without_description: false,
        place: row.own_address().at(institution),
        name_key: NameKey::new(&row.title),
        row,
    }
}

/// What an activity's stars say of it: their mean, as if some careful people had rated it before. So one delighted parent
/// does not put it before what many like.
fn rating(sum: i32, count: i32) -> Option<f64> {
    (count > 0).then(|| (f64::from(sum) + CAREFUL * CAREFUL_STARS) / (f64::from(count) + CAREFUL))
}

/// What people are told of it.
fn told(scope: &Scope, card: &Card, institution: Option<&Institution>) -> Told {
    let Card { row, place, .. } = card;
    let told = Told {
        title: row.title.clone(),
        path: format!("/zajecia/{}/{}", row.id.global(), path_name(&row.title)),
        owners: row.institution_id.into_iter().map(|id| id.0).collect(),
        ..Told::default()
    };
    let over = row.over_at(scope);
    let unit = row.price_unit.map(|unit| unit.to_value());
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let slots = row.slots.iter().map(|slot| (slot.weekday, time(slot.starts), time(slot.ends)));
    let slots: Vec<_> = slots.collect();
    let organiser = row.provider.clone().or_else(|| institution.map(|institution| institution.name.clone()));
    told.with("price", row.price_minor.map(|minor| json!({ "minor": minor, "unit": unit })))
        .with("places", row.places_left)
        .with("opens", row.enrolment_opens_at)
        .with("closes", row.enrolment_closes_at)
        .with("slots", (!slots.is_empty()).then_some(slots))
        .with("starts", row.starts_on)
        .with("until", over)
        .with("place", place.line())
        .ages(row.min_months, row.max_months)
        .with("organiser", organiser)
        .with("summary", Some(&card.summary).filter(|summary| !summary.is_empty()))
        .with("is_on", Some(over.is_none_or(|over| scope.now() < over)))
}

fn document(scope: &Scope, card: &Card, institution: Option<&Institution>) -> Document {
    let Card { row, place, .. } = card;
    let district = place.district.as_deref().and_then(|id| scope.tenant.area.district(id));
    let mut terms: Vec<(&'static str, String)> = Vec::new();
    terms.extend(place.district.clone().map(|district| ("district", district)));
    terms.extend(row.institution_id.map(|id| ("institution", id.global())));
    terms.extend(row.languages.iter().map(|language| ("language", language.clone())));
    terms.extend(row.accessibility.iter().map(|feature| ("accessibility", feature.clone())));
    terms.extend(row.tags.iter().map(|tag| ("tag", tag.clone())));
    terms.push(("online", row.online.to_string()));
    let lines = |lines: &mut dyn Iterator<Item = &str>| lines.collect::<Vec<_>>().join("\n");
    let months = |months: Option<i32>| months.and_then(|months| u32::try_from(months).ok());
    Document {
        id: row.id.0,
        kind: KIND,
        text: Text {
            title: row.title.clone(),
            names: lines(
                &mut row
                    .provider
                    .as_deref()
                    .into_iter()
                    .chain(institution.map(|institution| institution.name.as_str())),
            ),
            place: lines(
                &mut district.map(|district| district.name.as_str()).into_iter().chain(place.street.as_deref()),
            ),
            body: row.description.clone(),
        },
        terms,
        interests: row.interests.0.clone(),
        ages: (months(row.min_months), months(row.max_months)),
        slots: row
            .slots
            .iter()
            .map(|slot| search_index::Slot { weekday: slot.weekday, starts: slot.starts, ends: slot.ends })
            .collect(),
        price: row.price_minor,
        enrolment: Some(row.enrolment(scope)),
        location: place.location.map(|LatLon { lat, lon }| GeoPoint { lat, lon }),
        created: row.created_at.timestamp(),
        confirmed: row.confirmed_at.unwrap_or(row.updated_at).timestamp(),
        starts: row.starts_on.map(|day| day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp().div_euclid(86_400)),
        until: None,
        rating: rating(row.rating_sum, row.rating_count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_good_reviews_stand_before_one_that_is_perfect() {
        let [many, one, bad] = [(92, 20), (5, 1), (10, 10)].map(|(sum, count)| rating(sum, count).unwrap());
        assert!(many > one && one > bad);
        assert_eq!(rating(0, 0), None);
    }
}
