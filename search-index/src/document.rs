use std::collections::BTreeSet;

use tantivy::{
    TantivyDocument,
    schema::{FAST, Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{PreTokenizedString, Token},
};
use uuid::Uuid;

use crate::{
    GeoPoint, analysis,
    geo::cell,
    ontology::{Concept, ConceptKind, Phrases, concepts_around, named, taxonomy, topic_of},
    plan::{About, about},
    sort_key,
};

/// Raise it whenever the same documents would be indexed differently: indexes of another version are built anew.
pub(crate) const VERSION: u32 = 6;
/// Minutes of a day.
const DAY: u64 = 24 * 60;

/// What is found: an entry of the catalogue as the index sees it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its id, unique in the index.
    pub id: Uuid,
    /// What kind of thing it is (`activity`).
    pub kind: &'static str,
    /// What is searched.
    pub text: Text,
    /// What is filtered and counted by: (dimension, value). Values of `tag` are searched too.
    pub terms: Vec<(&'static str, String)>,
    /// Ids of interests; `interest` is a dimension of terms. A document that declares none is taken to be about those
    /// that its words name.
    pub interests: Vec<String>,
    /// Ages in whole months, both ends included; an open end is `None`.
    pub ages: (Option<u32>, Option<u32>),
    /// When it takes place in a week.
    pub slots: Vec<Slot>,
    /// Price in the currency's smallest unit.
    pub price: Option<i64>,
    /// Whether one can enrol.
    pub enrolment: Option<Enrolment>,
    /// Where it is.
    pub location: Option<GeoPoint>,
    /// When it was made, seconds since 1970.
    pub created: i64,
    /// When it was last known to be true, seconds since 1970.
    pub confirmed: i64,
    /// Its first day, days since 1970.
    pub starts: Option<i64>,
    /// From when on it is no longer found, seconds since 1970.
    pub until: Option<i64>,
    /// How well people rate it, the more the better; nothing if nobody did.
    pub rating: Option<f64>,
}

/// The words of a document, by how much they say about it.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// Its title.
    pub title: String,
    /// Who offers it.
    pub names: String,
    /// Where, in words: district, street.
    pub place: String,
    /// Everything else.
    pub body: String,
}

/// A lesson of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Days after Monday, 0 to 6.
    pub weekday: u8,
    /// Minutes after midnight.
    pub starts: u16,
    /// Minutes after midnight.
    pub ends: u16,
}

impl Slot {
    pub(crate) fn pack(self) -> u64 {
        (u64::from(self.weekday) * DAY + u64::from(self.starts)) * DAY + u64::from(self.ends)
    }

    pub(crate) fn unpack(packed: u64) -> Self {
        Self { weekday: (packed / DAY / DAY) as u8, starts: (packed / DAY % DAY) as u16, ends: (packed % DAY) as u16 }
    }
}

/// What decides whether one can enrol. Times in seconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Enrolment {
    /// When it opens; open from the start if unknown.
    pub opens: Option<i64>,
    /// When it closes; never if unknown.
    pub closes: Option<i64>,
    /// Places left, where counted.
    pub places_left: Option<u32>,
    /// Whether those who come too late are kept in a queue.
    pub queue: bool,
}

/// Whether one can enrol, at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EnrolmentState {
    /// One can.
    Open,
    /// Not yet.
    NotYet,
    /// All places are taken.
    Full,
    /// All places are taken, and one can wait for one.
    Queue,
    /// No longer.
    Closed,
}

impl EnrolmentState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Open, Self::NotYet, Self::Full, Self::Queue, Self::Closed];

    /// Its name in facets and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "OPEN",
            Self::NotYet => "NOT_YET",
            Self::Full => "FULL",
            Self::Queue => "QUEUE",
            Self::Closed => "CLOSED",
        }
    }
}

impl Enrolment {
    /// The state at `now` (seconds since 1970). The window decides first, then the places.
    pub fn state(self, now: i64) -> EnrolmentState {
        if self.closes.is_some_and(|closes| closes <= now) {
            EnrolmentState::Closed
        } else if self.opens.is_some_and(|opens| now < opens) {
            EnrolmentState::NotYet
        } else if self.places_left != Some(0) {
            EnrolmentState::Open
        } else if self.queue {
            EnrolmentState::Queue
        } else {
            EnrolmentState::Full
        }
    }
}

/// The index's columns.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub(crate) schema: Schema,
    pub(crate) id: Field,
    pub(crate) kind: Field,
    pub(crate) forms: Field,
    pub(crate) title: Field,
    pub(crate) names: Field,
    pub(crate) place: Field,
    pub(crate) body: Field,
    pub(crate) about: Field,
    pub(crate) cell: Field,
    id_high: Field,
    id_low: Field,
    pub(crate) terms: Field,
    sort_name: Field,
    age_min: Field,
    age_max: Field,
    slots: Field,
    price: Field,
    opens: Field,
    closes: Field,
    places_left: Field,
    enrolment: Field,
    lat: Field,
    lon: Field,
    created: Field,
    confirmed: Field,
    starts: Field,
    until: Field,
    rating: Field,
}

impl Fields {
    pub(crate) fn new() -> Self {
        let mut builder = Schema::builder();
        // Whether a word is there is all that counts: offers are short, and none is better for repeating itself.
        let text = || {
            let indexing =
                TextFieldIndexing::default().set_index_option(IndexRecordOption::Basic).set_fieldnorms(false);
            TextOptions::default().set_indexing_options(indexing)
        };
        Self {
            id: builder.add_text_field("id", STRING),
            kind: builder.add_text_field("kind", STRING),
            forms: builder.add_text_field("forms", text()),
            title: builder.add_text_field("title", text()),
            names: builder.add_text_field("names", text()),
            place: builder.add_text_field("place", text()),
            body: builder.add_text_field("body", text()),
            about: builder.add_text_field("about", text()),
            cell: builder.add_text_field("cell", text()),
            id_high: builder.add_u64_field("id_high", FAST),
            id_low: builder.add_u64_field("id_low", FAST),
            terms: builder.add_text_field("terms", STRING | FAST),
            sort_name: builder.add_text_field("sort_name", TextOptions::default().set_fast("raw")),
            age_min: builder.add_u64_field("age_min", FAST),
            age_max: builder.add_u64_field("age_max", FAST),
            slots: builder.add_u64_field("slots", FAST),
            price: builder.add_i64_field("price", FAST),
            opens: builder.add_i64_field("opens", FAST),
            closes: builder.add_i64_field("closes", FAST),
            places_left: builder.add_u64_field("places_left", FAST),
            enrolment: builder.add_u64_field("enrolment", FAST),
            lat: builder.add_f64_field("lat", FAST),
            lon: builder.add_f64_field("lon", FAST),
            created: builder.add_i64_field("created", FAST),
            confirmed: builder.add_i64_field("confirmed", FAST),
            starts: builder.add_i64_field("starts", FAST),
            until: builder.add_i64_field("until", FAST),
            rating: builder.add_f64_field("rating", FAST),
            schema: builder.build(),
        }
    }

    /// The document as tantivy keeps it. `local` are phrases of the city's own.
    pub(crate) fn document(&self, document: &Document, local: &Phrases) -> TantivyDocument {
        let mut out = TantivyDocument::new();
        let (high, low) = document.id.as_u64_pair();
        out.add_text(self.id, document.id.simple().to_string());
        out.add_text(self.kind, document.kind);
        out.add_u64(self.id_high, high);
        out.add_u64(self.id_low, low);
        out.add_text(self.sort_name, sort_key(&document.text.title));
        let words = Words::of(document, local);
        for (field, terms) in self.searched(&words) {
            out.add_pre_tokenized_text(field, tokenized(terms));
        }
        for term in &words.terms {
            out.add_text(self.terms, term);
        }
        if document.ages != (None, None) {
            out.add_u64(self.age_min, document.ages.0.unwrap_or(0).into());
            out.add_u64(self.age_max, document.ages.1.unwrap_or(u32::MAX).into());
        }
        for slot in &document.slots {
            out.add_u64(self.slots, slot.pack());
        }
        if let Some(price) = document.price {
            out.add_i64(self.price, price);
        }
        if let Some(enrolment) = document.enrolment {
            out.add_u64(self.enrolment, u64::from(enrolment.queue));
            if let Some(opens) = enrolment.opens {
                out.add_i64(self.opens, opens);
            }
            if let Some(closes) = enrolment.closes {
                out.add_i64(self.closes, closes);
            }
            if let Some(places_left) = enrolment.places_left {
                out.add_u64(self.places_left, places_left.into());
            }
        }
        if let Some(point) = document.location {
            out.add_f64(self.lat, point.lat);
            out.add_f64(self.lon, point.lon);
        }
        out.add_i64(self.created, document.created);
        out.add_i64(self.confirmed, document.confirmed);
        if let Some(starts) = document.starts {
            out.add_i64(self.starts, starts);
        }
        if let Some(until) = document.until {
            out.add_i64(self.until, until);
        }
        if let Some(rating) = document.rating {
            out.add_f64(self.rating, rating);
        }
        out
    }
}

/// Everything about a document that words and filters look for.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) terms: BTreeSet<String>,
    forms: BTreeSet<String>,
    title: BTreeSet<String>,
    names: BTreeSet<String>,
    place: BTreeSet<String>,
    body: BTreeSet<String>,
    about: BTreeSet<String>,
    cell: BTreeSet<String>,
}

impl Words {
    pub(crate) fn of(document: &Document, local: &Phrases) -> Self {
        let text = &document.text;
        let tags: Vec<&str> =
            document.terms.iter().filter(|(dimension, _)| *dimension == "tag").map(|(_, tag)| tag.as_str()).collect();
        let mut words = Self {
            title: analysis::terms_of(&text.title),
            names: analysis::terms_of(&text.names),
            place: analysis::terms_of(&text.place),
            body: analysis::terms_of(&text.body),
            ..Self::default()
        };
        for part in [&text.title, &text.names] {
            words.forms.extend(analysis::words(part).map(|word| crate::fold(word.text)));
        }
        for tag in &tags {
            words.body.extend(analysis::terms_of(tag));
        }
        words.terms.insert(term("kind_of", document.kind));
        words.terms.extend(document.terms.iter().map(|(dimension, value)| term(dimension, value)));
        words.terms.extend(document.interests.iter().map(|id| term("interest", id)));
        words.cell.extend(document.location.map(cell));
        words.say_what_it_is_about(document, &tags, local);
        words
    }

    /// Concepts that a document declares, and where it declares none, those that its words name.
    fn say_what_it_is_about(&mut self, document: &Document, tags: &[&str], local: &Phrases) {
        // A tag that is a topic's is no words.
        let free = tags.iter().filter(|tag| topic_of(tag).is_none());
        let spoken: Vec<String> = free.clone().map(|tag| tag.replace(['_', '-'], " ")).collect();
        let heading = format!("{}\n{}", document.text.title, spoken.join("\n"));
        let titled = named(&heading, local);
        let is_declared = !document.interests.is_empty();
        let body = if is_declared && !tags.is_empty() { Vec::new() } else { named(&document.text.body, local) };
        let mut known = BTreeSet::new();
        let tagged = free.copied().filter(|tag| taxonomy().interest(tag).is_some());
        for id in document.interests.iter().map(String::as_str).chain(tagged) {
            self.note(id, [About::Exactly, About::Nearly], &mut known);
        }
        for concept in titled.iter().filter(|concept| concept.kind != ConceptKind::Topic) {
            if known.insert(concept.id.as_str()) {
                let way = if is_declared { About::Titled } else { About::GuessedExactly };
                self.about.insert(about(way, concept));
            }
            if concept.kind == ConceptKind::Interest && !is_declared {
                self.note(&concept.id, [|_| About::GuessedExactly, |_| About::GuessedNearly], &mut known);
            }
        }
        if !is_declared {
            let mentioned = body.iter().filter(|concept| concept.kind != ConceptKind::Topic);
            let fresh = mentioned.filter(|concept| !known.contains(concept.id.as_str()));
            self.about.extend(fresh.map(|concept| about(About::Mentioned, concept)));
        }
        // Whoever tags an offer tells all; else its title does, and its text perhaps.
        let is_topic = |concept: &&&'static Concept| concept.kind == ConceptKind::Topic;
        let tagged = tags.iter().filter_map(|tag| topic_of(tag)).map(|topic| (topic, About::Exactly(0)));
        let titled = titled.iter().filter(is_topic).map(|topic| (*topic, About::GuessedExactly));
        let mentioned = body.iter().filter(is_topic).map(|topic| (*topic, About::Mentioned));
        let silent = tags.is_empty();
        for (topic, way) in tagged.chain(titled.chain(mentioned).filter(|_| silent)) {
            if known.insert(topic.id.as_str()) {
                self.about.insert(about(way, topic));
                self.terms.insert(term("topic", &topic.id));
            }
        }
    }

    /// Notes every concept that an interest answers, exactly or in part; the best way counts.
    fn note(&mut self, interest: &str, ways: [fn(usize) -> About; 2], known: &mut BTreeSet<&'static str>) {
        let [exactly, nearly] = concepts_around(interest);
        for (concepts, way) in [exactly, nearly].into_iter().zip(ways) {
            for (concept, rank) in concepts {
                self.about.insert(about(way(*rank), concept));
                known.insert(concept.id.as_str());
            }
        }
    }
}

impl Fields {
    /// The searched fields and a document's terms in each.
    pub(crate) fn searched<'a>(&self, words: &'a Words) -> [(Field, &'a BTreeSet<String>); 7] {
        [
            (self.forms, &words.forms),
            (self.title, &words.title),
            (self.names, &words.names),
            (self.place, &words.place),
            (self.body, &words.body),
            (self.about, &words.about),
            (self.cell, &words.cell),
        ]
    }
}

/// Terms as tantivy takes them. Where they stood does not matter to any query.
fn tokenized(terms: &BTreeSet<String>) -> PreTokenizedString {
    let token =
        |term: &String| Token { offset_from: 0, offset_to: 0, position: 0, text: term.clone(), position_length: 1 };
    PreTokenizedString { text: String::new(), tokens: terms.iter().map(token).collect() }
}

/// A dimension's value as one term; the dimension in front, so that its values lie side by side in the dictionary.
pub(crate) fn term(dimension: &str, value: &str) -> String {
    format!("{dimension}={value}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_survive_packing() {
        for slot in [Slot { weekday: 0, starts: 0, ends: 1 }, Slot { weekday: 6, starts: 1439, ends: 1439 }] {
            assert_eq!(Slot::unpack(slot.pack()), slot);
        }
    }

    #[test]
    fn the_window_decides_before_the_places() {
        let window = Enrolment { opens: Some(100), closes: Some(200), places_left: Some(0), queue: false };
        assert_eq!(
            [50, 100, 199, 200].map(|now| window.state(now)),
            [EnrolmentState::NotYet, EnrolmentState::Full, EnrolmentState::Full, EnrolmentState::Closed]
        );
        assert_eq!(Enrolment { queue: true, ..window }.state(150), EnrolmentState::Queue);
        assert_eq!(Enrolment::default().state(0), EnrolmentState::Open);
    }
}
