//! What a misspelt word was probably meant to be.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use rapidfuzz::distance::osa;
use tantivy::{Searcher, schema::Field};

use crate::{CityWords, analysis, fold, interpret::SHORTEST_CORRECTED, ontology::Phrases};

/// From this length on, two slips are forgiven.
const LONG: usize = 8;
/// Words of the grammar that a slip should not hide.
const GRAMMAR: &str = "
    poniedziałek poniedziałki wtorek wtorki środa środy czwartek czwartki piątek piątki sobota sobotę soboty niedziela
    niedzielę niedziele weekend weekendy
    darmowe darmowy darmowa bezpłatne bezpłatny bezpłatnie gratis popołudniu popołudnie wieczorem wieczór rano
    przedszkolak przedszkolaka przedszkolaków niemowlę niemowlaka nastolatek nastolatka nastolatków licealista
    licealisty maluch malucha maluchów
    ośmiolatek siedmiolatek sześciolatek pięciolatek czterolatek trzylatek dwulatek dziewięciolatek dziesięciolatek
    latek latka
    monday tuesday wednesday thursday friday saturday sunday morning afternoon evening toddler teenager toddlers
    понеділок вівторок середа четвер субота неділя безкоштовно вихідні ранок вечір";

static FOLDED_GRAMMAR: LazyLock<Vec<String>> = LazyLock::new(|| GRAMMAR.split_whitespace().map(fold).collect());
/// Words that by themselves are phrases, by how they sound; of several, the first.
static BY_SOUND: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let mut words: Vec<&str> =
        Phrases::common().vocabulary().filter(|(_, is_whole)| *is_whole).map(|(word, _)| word).collect();
    words.sort_unstable_by(|a, b| b.cmp(a));
    words.into_iter().map(|word| (sound(word), word)).collect()
});

/// Where a word is known from; the earlier, the more likely it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// It is a phrase by itself, or a word of the grammar.
    Whole,
    /// It is a word of a phrase or of a place's name.
    Part,
    /// It is a word of the catalogue.
    Catalogue,
}

/// Slips; whether the first letter differs; where the word is known from; difference of lengths; rarity.
type Closeness = (usize, bool, Source, usize, u32);

/// The words of a catalogue's titles and names, folded, by how many documents have them.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Vec<(Box<str>, u32)>,
}

impl Vocabulary {
    pub(crate) fn read(searcher: &Searcher, forms: Field) -> Self {
        let mut counts: BTreeMap<Box<str>, u32> = BTreeMap::new();
        for segment in searcher.segment_readers() {
            let Ok(index) = segment.inverted_index(forms) else { continue };
            let Ok(mut stream) = index.terms().stream() else { continue };
            while stream.advance() {
                let word = String::from_utf8_lossy(stream.key());
                if word.chars().count() >= SHORTEST_CORRECTED && !word.bytes().any(|b| b.is_ascii_digit()) {
                    *counts.entry(word.into()).or_default() += stream.value().doc_freq;
                }
            }
        }
        Self { words: counts.into_iter().collect() }
    }

    /// The known word nearest to `word`: of those equally near, one of a topic, a place or the grammar before the
    /// catalogue's, and the more frequent first. A word is never corrected to a near one without reason: there must
    /// be one within a slip (an added, missing, wrong or swapped letter), or two in a long word.
    pub(crate) fn correct(&self, word: &str, city: &CityWords) -> Option<String> {
        let folded = fold(word);
        let length = folded.chars().count();
        if length < SHORTEST_CORRECTED {
            return None;
        }
        // A word of the language that the catalogue lacks is most likely meant as it stands.
        if analysis::is_polish(word) {
            return None;
        }
        let most = if length >= LONG { 2 } else { 1 };
        let letters = sorted(&folded);
        let comparator = osa::BatchComparator::new(folded.chars());
        let mut best: Option<(Closeness, String)> = None;
        let mut consider = |candidate: &str, source: Source, count: u32| {
            if candidate.len().abs_diff(folded.len()) > most * 2 {
                return;
            }
            let arguments = osa::Args::default().score_cutoff(2);
            let Some(distance) = comparator.distance_with_args(candidate.chars(), &arguments) else { return };
            // People rarely miss the first letter.
            let other_start = candidate.chars().next() != folded.chars().next();
            // Letters in the wrong order are one slip, however far they wandered.
            let is_jumbled =
                distance == 2 && length > SHORTEST_CORRECTED && !other_start && sorted(candidate) == letters;
            let distance = if is_jumbled { 1 } else { distance };
            if distance > most {
                return;
            }
            let key = (distance, other_start, source, candidate.len().abs_diff(folded.len()), u32::MAX - count);
            if best.as_ref().is_none_or(|(known, _)| key < *known) {
                best = Some((key, candidate.to_owned()));
            }
        };
        for (candidate, is_whole) in Phrases::common().vocabulary().chain(city.phrases.vocabulary()) {
            consider(candidate, if is_whole { Source::Whole } else { Source::Part }, 0);
        }
        for candidate in &*FOLDED_GRAMMAR {
            consider(candidate, Source::Whole, 0);
        }
        for candidate in city.gazetteer.words() {
            consider(candidate, Source::Part, 0);
        }
        for (candidate, count) in &self.words {
            consider(candidate, Source::Catalogue, *count);
        }
        let is_near = best.as_ref().is_some_and(|((distance, ..), _)| *distance <= 1);
        if !is_near {
            // An inflected form of a topic's word; other words of the dictionary are no reason to change what was
            // typed.
            let mut forms = Vec::new();
            lexicon::polish().similar(&folded, &mut forms);
            let known = |form: String| {
                let terms = analysis::asked(&form);
                let is_topic = Phrases::common().begins(&terms);
                let starts_alike = form.chars().next() == folded.chars().next();
                is_topic.then_some((!starts_alike, form))
            };
            if let Some((_, form)) = forms.into_iter().filter_map(known).min_by_key(|(other, _)| *other) {
                return Some(form);
            }
            if let Some(word) = BY_SOUND.get(sound(&folded).as_str()) {
                return Some((*word).to_owned());
            }
        }
        // A word that is known after all only lacked what it stands with.
        best.filter(|((distance, ..), _)| *distance > 0).map(|(_, word)| word)
    }
}

/// Reads what corrections need.
pub(crate) fn prepare() {
    LazyLock::force(&FOLDED_GRAMMAR);
    LazyLock::force(&BY_SOUND);
}

/// How a folded Polish word sounds, roughly: what is written in several ways is one (rz and ż, ch and h, ó and u, sz
/// and the English sh).
fn sound(folded: &str) -> String {
    [("sh", "sz"), ("rz", "z"), ("ch", "h"), ("sz", "s"), ("cz", "c"), ("o", "u"), ("w", "v"), ("y", "i"), ("ck", "k")]
        .iter()
        .fold(folded.to_owned(), |word, (from, to)| word.replace(from, to))
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}
