use std::{
    collections::HashMap,
    fmt,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use arc_swap::ArcSwapOption;
use search_index::{CityWords, GeoPoint, Interpretation, Phrase, Place, PlaceKind, Reader, Reading, Suggester};
use uuid::Uuid;

use super::Card;
use crate::{
    changes::Head,
    error::{Fault, Result},
    i18n::Lang,
    tenancy::{LatLon, Tenant},
};

/// What lists show, by entity and id.
pub(super) type Cards = HashMap<&'static str, HashMap<Uuid, Listed>>;

/// Index and read model of a tenant at one point of its change log.
pub struct Snapshot {
    pub(super) head: Head,
    /// The head with which index and cards last changed.
    content: Head,
    tenant: Arc<Tenant>,
    reader: Reader,
    pub(super) cards: Arc<Cards>,
    suggestions: Arc<Suggestions>,
    /// Tells one set of places and phrases from another.
    vocabulary: u64,
    words: Arc<CityWords>,
}

#[derive(Clone)]
pub(super) struct Listed {
    pub(super) card: Card,
    /// Kind and title of what can be found by itself.
    pub(super) title: Option<(&'static str, Arc<str>)>,
    pub(super) places: Arc<[Place]>,
}

/// The newest suggester of a tenant. It serves later snapshots too, until theirs is built.
#[derive(Default)]
pub(super) struct Suggestions {
    newest: ArcSwapOption<(Head, Arc<Suggester>)>,
    /// Whether somebody is building a newer one.
    is_building: AtomicBool,
}

impl Snapshot {
    /// Index and cards at `head`. The words of the snapshot before are kept if they are still right.
    pub(super) fn new(
        head: Head,
        reader: Reader,
        cards: Cards,
        suggestions: Arc<Suggestions>,
        tenant: Arc<Tenant>,
        before: Option<&Self>,
    ) -> Self {
        let vocabulary = vocabulary(&cards, &tenant);
        let words = match before.filter(|before| before.vocabulary == vocabulary) {
            Some(before) => before.words.clone(),
            None => Arc::new(city_words(&cards, &tenant)),
        };
        let (content, cards) = (head.clone(), Arc::new(cards));
        Self { head, content, tenant, reader, cards, suggestions, vocabulary, words }
    }

    /// The same index and cards at a later head: nothing that is in them changed.
    pub(super) fn at(&self, head: Head) -> Self {
        Self {
            head,
            content: self.content.clone(),
            tenant: self.tenant.clone(),
            reader: self.reader.clone(),
            cards: self.cards.clone(),
            suggestions: self.suggestions.clone(),
            vocabulary: self.vocabulary,
            words: self.words.clone(),
        }
    }

    /// Whether it was made for the tenant as it is declared now.
    pub(super) fn is_of(&self, tenant: &Arc<Tenant>) -> bool {
        Arc::ptr_eq(&self.tenant, tenant)
    }

    /// The number of the last change that is in it.
    pub fn seq(&self) -> u64 {
        self.head.seq
    }

    /// The index.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// What can be found by itself of an entity: ids and titles, in no order.
    pub fn titles(&self, entity: &str) -> impl Iterator<Item = (Uuid, &str)> {
        let listed = self.cards.get(entity).into_iter().flatten();
        listed.filter_map(|(id, listed)| Some((*id, &*listed.title.as_ref()?.1)))
    }

    /// What lists show of a row, if it is public.
    pub fn card<T: Send + Sync + 'static>(&self, entity: &str, id: Uuid) -> Option<Arc<T>> {
        self.cards.get(entity)?.get(&id)?.card.clone().downcast().ok()
    }

    /// What lists show of a row, if it is public, for whoever knows what that is.
    pub fn any_card(&self, entity: &str, id: Uuid) -> Option<Card> {
        Some(self.cards.get(entity)?.get(&id)?.card.clone())
    }

    /// What lists show of all public rows of an entity, in no order.
    pub fn cards<T: Send + Sync + 'static>(&self, entity: &str) -> impl Iterator<Item = &T> {
        self.cards.get(entity).into_iter().flatten().filter_map(|(_, listed)| listed.card.downcast_ref())
    }

    /// Whether a row is public.
    pub fn is_public(&self, entity: &str, id: Uuid) -> bool {
        self.cards.get(entity).is_some_and(|listed| listed.contains_key(&id))
    }

    /// How many rows of an entity are public.
    pub fn count(&self, entity: &str) -> usize {
        self.cards.get(entity).map_or(0, HashMap::len)
    }

    /// What a text means to people of this city.
    pub fn understand(&self, text: &str, reading: Reading) -> Interpretation {
        self.reader.understand(text, reading, &self.words)
    }

    /// The city's places and phrases.
    pub fn words(&self) -> &CityWords {
        &self.words
    }

    /// Completes what people type: titles of everything public, and what `more` adds. Built when first asked for;
    /// after a change the suggester of before serves until the new one is there.
    pub async fn suggester(
        self: &Arc<Self>,
        more: impl FnOnce(&Self) -> Vec<Phrase> + Send + 'static,
    ) -> Result<Arc<Suggester>> {
        let newest = self.suggestions.newest.load_full();
        if let Some(newest) = newest.as_deref().filter(|(head, _)| *head == self.content) {
            return Ok(newest.1.clone());
        }
        let snapshot = self.clone();
        let build = move || {
            let built = Arc::new(snapshot.new_suggester(more));
            snapshot.suggestions.newest.store(Some(Arc::new((snapshot.content.clone(), built.clone()))));
            snapshot.suggestions.is_building.store(false, Ordering::Release);
            built
        };
        match newest {
            None => tokio::task::spawn_blocking(build).await.map_err(Fault::internal),
            Some(earlier) => {
                if !self.suggestions.is_building.swap(true, Ordering::AcqRel) {
                    tokio::task::spawn_blocking(build);
                }
                Ok(earlier.1.clone())
            }
        }
    }

    fn new_suggester(&self, more: impl FnOnce(&Self) -> Vec<Phrase>) -> Suggester {
        let titles = self.cards.values().flat_map(HashMap::values).filter_map(|listed| listed.title.as_ref());
        let titles =
            titles.map(|(kind, title)| Phrase { text: title.to_string(), kind, count: 1, ..Phrase::default() });
        Suggester::new(more(self).into_iter().chain(titles))
    }
}

fn city_words(cards: &Cards, tenant: &Tenant) -> CityWords {
    let names: Vec<&str> = Lang::ALL.into_iter().map(|lang| tenant.name.get(lang)).collect();
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
    let mut listed: Vec<_> = cards.values().flatten().collect();
    listed.sort_unstable_by_key(|(id, _)| **id);
    let known = listed.into_iter().flat_map(|(_, listed)| listed.places.iter().cloned());
    CityWords::new(districts.chain(landmarks).chain(known), &tenant.vernacular.phrases, &names)
}

/// A number that changes when a place, or what the city calls things, does.
fn vocabulary(cards: &Cards, tenant: &Tenant) -> u64 {
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
    let mut declared = DefaultHasher::new();
    format!("{:?}{:?}{:?}", tenant.name, tenant.vernacular, tenant.area.districts).hash(&mut declared);
    // The order of the maps means nothing.
    hashes.fold(declared.finish(), u64::wrapping_add)
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot").field("head", &self.head).finish_non_exhaustive()
    }
}
