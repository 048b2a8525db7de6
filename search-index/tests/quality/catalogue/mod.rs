//! The made-up catalogue as the index takes it.

#![allow(dead_code, reason = "the judge and the benches each use a part")]

pub(crate) mod districts;
pub(crate) mod offers;
pub(crate) mod texts;

use districts::DISTRICTS;
use offers::Offer;
use search_index::{CityWords, Document, GeoPoint, LocalPhrases, Place, PlaceKind, Slot, Text, fold};
use uuid::Uuid;

/// The catalogue.
pub(crate) fn documents() -> Vec<Document> {
    offers::offers().iter().map(document).collect()
}

/// An offer as its city would index it.
pub(crate) fn document(offer: &Offer) -> Document {
    let district = offer.district.map(|name| (fold(name), name));
    let centre = || {
        let district = DISTRICTS.iter().find(|district| Some(district.name) == offer.district);
        district.map(|district| district.centre)
    };
    let mut terms: Vec<(&'static str, String)> = vec![("online", offer.online.to_string())];
    terms.extend(district.iter().map(|(id, _)| ("district", id.clone())));
    terms.extend(offer.tags.iter().map(|tag| ("tag", (*tag).to_owned())));
    terms.extend(offer.languages.iter().map(|tag| ("language", (*tag).to_owned())));
    Document {
        id: Uuid::from_u128(u128::from(offer.id)),
        kind: "activity",
        text: Text {
            title: offer.title.clone(),
            names: offer.provider.clone(),
            place: offer.district.unwrap_or_default().to_owned(),
            body: offer.description.clone(),
        },
        terms,
        interests: offer.interests.iter().map(|id| (*id).to_owned()).collect(),
        ages: offer.months,
        slots: offer
            .slots
            .iter()
            .map(|(weekday, starts, ends)| Slot { weekday: *weekday, starts: *starts, ends: *ends })
            .collect(),
        price: offer.price,
        location: offer.location.or_else(centre).map(|(lat, lon)| GeoPoint { lat, lon }),
        ..Document::default()
    }
}

/// Szczecin's places.
pub(crate) fn city() -> CityWords {
    let places = DISTRICTS.iter().map(|district| Place {
        name: district.name.to_owned(),
        kind: PlaceKind::District,
        id: Some(fold(district.name)),
        points: vec![centre_of(district)],
    });
    let parts = ["Prawobrzeże", "Śródmieście"].map(|part| Place {
        name: part.to_owned(),
        kind: PlaceKind::District,
        id: None,
        points: DISTRICTS.iter().filter(|district| district.part == part).map(centre_of).collect(),
    });
    CityWords::new(places.chain(parts), &LocalPhrases::default(), &["Szczecin"])
}

fn centre_of(district: &districts::District) -> GeoPoint {
    GeoPoint { lat: district.centre.0, lon: district.centre.1 }
}
