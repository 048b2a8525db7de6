use std::{
    collections::HashMap,
    fmt,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use search_index::{CityWords, GeoPoint, Interpretation, Phrase, Place, PlaceKind, Reader, Reading, Suggester};
use uuid::Uuid;

use super::Card;
use crate::{
    changes::Head,
    tenancy::{LatLon, Tenant},
};

/// What lists show, by entity and id.
pub(super) type Cards = HashMap<&'static str, HashMap<Uuid, Listed>>;

/// Index and read model of a tenant at one point of its change log.
pub struct Snapshot {
    pub(super) head: Head,
    reader: Reader,
    pub(super) cards: Cards,
    suggester: OnceLock<Arc<Suggester>>,
    /// The suggester of an earlier snapshot, which serves until this one's is built.
    earlier_suggester: Option<Arc<Suggester>>,
    /// Whether somebody is building this one's.
    suggester_begun: AtomicBool,
    /// Tells one set of places from another.
    places: u64,
    words: OnceLock<Arc<CityWords>>,
}

#[derive(Clone)]
pub(super) struct Listed {
    pub(super) card: Card,
    /// Kind and title of what can be found by itself.
    pub(super) title: Option<(&'static str, Arc<str>)>,
    pub(super) places: Arc<[Place]>,
}

impl Snapshot {
    /// Index and cards at `head`. What earlier snapshots derived from the cards is kept where it is still right.
    pub(super) fn new(head: Head, reader: Reader, cards: Cards, before: Option<&Self>) -> Self {
        let places = places_of(&cards);
        let same_places = before.filter(|before| before.places == places);
        let words = same_places.and_then(|before| before.words.get().cloned()).map(OnceLock::from).unwrap_or_default();
        let earlier_suggester =
            before.and_then(|before| before.suggester.get().or(before.earlier_suggester.as_ref()).cloned());
        Self {
            head,
            reader,
            cards,
            suggester: OnceLock::new(),
            earlier_suggester,
            suggester_begun: AtomicBool::new(false),
            places,
            words,
        }
    }

    /// The number of the last change that is in it.
    pub fn seq(&self) -> u64 {
        self.head.seq
    }

    /// The index.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// What lists show of a row, if it is public.
    pub fn card<T: Send + Sync + 'static>(&self, entity: &str, id: Uuid) -> Option<Arc<T>> {
        self.cards.get(entity)?.get(&id)?.card.clone().downcast().ok()
    }

    /// How many rows of an entity are public.
    pub fn count(&self, entity: &str) -> usize {
        self.cards.get(entity).map_or(0, HashMap::len)
    }

    /// What a text means to people of this city.
    pub fn understand(&self, tenant: &Tenant, text: &str, reading: Reading) -> Interpretation {
        self.reader.understand(text, reading, self.words(tenant))
    }

    /// The city's places and phrases. Built when first needed, and kept while its places stay the same.
    pub fn words(&self, tenant: &Tenant) -> &CityWords {
        self.words.get_or_init(|| Arc::new(self.city_words(tenant)))
    }

    fn city_words(&self, tenant: &Tenant) -> CityWords {
        let point = |at: LatLon| GeoPoint { lat: at.lat, lon: at.lon };
        let districts = tenant.area.districts.iter().map(|district| Place {
            name: district.name.clone(),
            kind: PlaceKind::District,
            id: Some(district.id.clone()),
            points: vec![point(district.centre)],
        });
        let landmarks = tenant.vernacular.places.iter().flat_map(|landmark| {
            let names = std::iter::once(&landmark.name).chain(&landmark.also);
            names.map(move |name| (name, landmark))
        });
        let landmarks = landmarks.map(|(name, landmark)| {
            let parts = landmark.districts.iter().filter_map(|id| tenant.area.district(id));
            Place {
                name: name.clone(),
                kind: PlaceKind::District,
                id: None,
                points: landmark.at.into_iter().chain(parts.map(|district| district.centre)).map(point).collect(),
            }
        });
        let mut listed: Vec<_> = self.cards.values().flatten().collect();
        listed.sort_unstable_by_key(|(id, _)| **id);
        let known = listed.into_iter().flat_map(|(_, listed)| listed.places.iter().cloned());
        CityWords::new(districts.chain(landmarks).chain(known), &tenant.vernacular.phrases)
    }

    /// Completes what people type: titles of everything public, and what `more` adds. Built when first asked for;
    /// after a change the suggester of before serves until the new one is there.
    pub fn suggester(self: &Arc<Self>, more: impl FnOnce(&Self) -> Vec<Phrase> + Send + 'static) -> Arc<Suggester> {
        if let Some(own) = self.suggester.get() {
            return own.clone();
        }
        let Some(earlier) = &self.earlier_suggester else {
            return self.suggester.get_or_init(|| self.new_suggester(more)).clone();
        };
        if !self.suggester_begun.swap(true, Ordering::Relaxed) {
            let snapshot = self.clone();
            tokio::task::spawn_blocking(move || {
                snapshot.suggester.get_or_init(|| snapshot.new_suggester(more)).clone()
            });
        }
        earlier.clone()
    }

    fn new_suggester(&self, more: impl FnOnce(&Self) -> Vec<Phrase>) -> Arc<Suggester> {
        let titles = self.cards.values().flat_map(HashMap::values).filter_map(|listed| listed.title.as_ref());
        let titles =
            titles.map(|(kind, title)| Phrase { text: title.to_string(), kind, count: 1, ..Phrase::default() });
        Arc::new(Suggester::new(more(self).into_iter().chain(titles)))
    }
}

/// A number that changes when a place does.
fn places_of(cards: &Cards) -> u64 {
    let listed = cards.values().flatten().filter(|(_, listed)| !listed.places.is_empty());
    let hashes = listed.map(|(id, listed)| {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        for place in &*listed.places {
            place.name.hash(&mut hasher);
            for point in &place.points {
                (point.lat.to_bits(), point.lon.to_bits()).hash(&mut hasher);
            }
        }
        hasher.finish()
    });
    // Their order in the maps means nothing.
    hashes.fold(0, u64::wrapping_add)
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot").field("head", &self.head).finish_non_exhaustive()
    }
}
