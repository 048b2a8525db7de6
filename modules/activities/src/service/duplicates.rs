//! Activities that may be the one that somebody is writing down.

use std::collections::HashSet;

use directory::{InstitutionId, Likeness, NameKey, service::address_likeness};
use kernel::{error::Result, history::Fields, scope::Scope};

use crate::{ENTITY, activity::ActivityId, search::Card};

/// How many are told at most.
const MOST: usize = 5;
/// How likely it must be the same, from 0 to 1.
const LIKELY: f64 = 0.62;
/// Titles less alike than this are of two things, whatever else they share.
const ALIKE: f64 = 0.55;
/// What each side of a draft says of its being the same; together 1.
const TITLE: f64 = 0.5;
const ORGANISER: f64 = 0.3;
const PLACE: f64 = 0.1;
const INTERESTS: f64 = 0.1;
/// What a side says that one of both does not tell.
const UNKNOWN: f64 = 0.5;

/// Published activities that are likely the same as a draft, the likeliest first, with how likely from 0 to 1: by title,
/// and by organiser, place and interests as far as they are known.
pub async fn duplicates(scope: &Scope, draft: &Fields) -> Result<Vec<(ActivityId, f64)>> {
    let Some(title) = draft.get("title").filter(|title| !title.trim().is_empty()) else { return Ok(Vec::new()) };
    let snapshot = scope.snapshot().await?;
    let sketch = Sketch {
        title: Likeness::to(title),
        institution: institution(scope, draft).await?,
        provider: draft.get("provider").map(|provider| Likeness::to(provider)),
        interests: draft.get("interests").into_iter().flat_map(|ids| ids.split('|')).map(str::trim).collect(),
        draft,
    };
    let scored = snapshot.cards::<Card>(ENTITY).filter_map(|card| Some((card.row.id, sketch.likeness(card)?)));
    let mut found: Vec<_> = scored.filter(|(_, score)| *score >= LIKELY).collect();
    found.sort_unstable_by(|(one, a), (other, b)| b.total_cmp(a).then(one.cmp(other)));
    found.truncate(MOST);
    Ok(found)
}

async fn institution(scope: &Scope, draft: &Fields) -> Result<Option<InstitutionId>> {
    let Some(reference) = draft.get("institution") else { return Ok(None) };
    if let Some(id) = InstitutionId::parse(reference) {
        return Ok(Some(id));
    }
    let known = directory::service::resolve_references(scope, std::slice::from_ref(reference)).await?;
    Ok(known.get(reference).copied())
}

/// A draft as it is compared with many.
struct Sketch<'a> {
    title: Likeness,
    institution: Option<InstitutionId>,
    provider: Option<Likeness>,
    interests: HashSet<&'a str>,
    draft: &'a Fields,
}

impl Sketch<'_> {
    fn likeness(&self, card: &Card) -> Option<f64> {
        let title = self.title.of(&card.name_key);
        if title < ALIKE {
            return None;
        }
        let place = &card.place;
        let address = [&place.street, &place.building, &place.city].map(Option::as_deref);
        Some(
            TITLE * title
                + ORGANISER * self.organiser(card).unwrap_or(UNKNOWN)
                + PLACE * address_likeness(self.draft, address).unwrap_or(UNKNOWN)
                + INTERESTS * self.overlap(card).unwrap_or(UNKNOWN),
        )
    }

    /// Whether the same people offer it.
    fn organiser(&self, card: &Card) -> Option<f64> {
        let by_institution = self.institution.zip(card.row.institution_id).map(|(one, other)| f64::from(one == other));
        let names = [card.row.provider.as_deref(), card.place.name.as_deref()].into_iter().flatten();
        let by_name = self
            .provider
            .as_ref()
            .and_then(|provider| names.map(|name| provider.of(&NameKey::new(name))).reduce(f64::max));
        [by_institution, by_name].into_iter().flatten().reduce(f64::max)
    }

    /// The share of interests that both have.
    fn overlap(&self, card: &Card) -> Option<f64> {
        let known = &card.row.interests.0;
        if self.interests.is_empty() || known.is_empty() {
            return None;
        }
        let shared = known.iter().filter(|id| self.interests.contains(id.as_str())).count();
        let all = self.interests.len() + known.len() - shared;
        Some(shared as f64 / all as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::Place;

    use crate::activity::Model;

    fn card(title: &str, provider: &str, street: &str) -> Card {
        let row = Model {
            title: title.to_owned(),
            provider: Some(provider.to_owned()),
            interests: vec!["robotics".to_owned()].into(),
            ..Model::default()
        };
        let place = Place { street: Some(street.to_owned()), building: Some("1".to_owned()), ..Place::default() };
        Card { name_key: NameKey::new(title), row, without_description: true, summary: String::new(), place }
    }

    #[test]
    fn the_same_offer_is_found_and_others_of_its_kind_are_not() {
        let known = card("Robotyka dla ciekawych", "Klub Zębatka", "ul. Długa");
        for (pairs, expected) in [
            (&[("title", "robotyka dla ciekawych")][..], true),
            (&[("title", "Robotyka dla ciekawskich"), ("provider", "Zębatka Klub")], true),
            (&[("title", "Robotyka"), ("provider", "Klub Zębatka"), ("street", "Długa"), ("building", "1")], true),
            (&[("title", "Robotyka dla ciekawych"), ("provider", "Szkoła nr 7"), ("street", "Krótka")], false),
            (&[("title", "Robotyka dla ciekawych 2"), ("provider", "Klub Zębatka")], false),
            (&[("title", "Szachy dla ciekawych"), ("interests", "chess")], false),
        ] {
            let draft: Fields = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            let sketch = Sketch {
                title: Likeness::to(&draft["title"]),
                institution: None,
                provider: draft.get("provider").map(|provider| Likeness::to(provider)),
                interests: draft.get("interests").map(String::as_str).into_iter().collect(),
                draft: &draft,
            };
            let score = sketch.likeness(&known).unwrap_or_default();
            assert_eq!(score >= LIKELY, expected, "{draft:?}: {score}");
        }
    }
}
