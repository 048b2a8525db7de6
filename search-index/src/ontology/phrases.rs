use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{Concept, ConceptKind, concept, concept::concepts, families::relatives};
use crate::{
    analysis, lexemes,
    tokens::{self, Token},
};

/// What a city calls things besides what everybody does: for ids of concepts, phrases of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LocalPhrases(IndexMap<String, Wording>);

/// What a concept goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wording {
    /// What names it: a synonym, a derived word, a sub-kind.
    #[serde(default)]
    names: Vec<String>,
    /// What people say who mean it without naming it.
    #[serde(default)]
    asks: Vec<String>,
}

/// A concept that a file of phrases names is none.
#[derive(Debug, thiserror::Error)]
pub enum PhraseError {
    /// The file is no YAML of the right shape.
    #[error("{0}")]
    Shape(String),
    /// There is no such concept.
    #[error("there is no interest, category, group or topic \"{0}\"")]
    Unknown(String),
}

impl LocalPhrases {
    /// Reads YAML like `football: { names: [Pogoń], asks: [] }`.
    pub fn parse(yaml: &str) -> Result<Self, PhraseError> {
        let phrases: Self = serde_saphyr::from_str(yaml).map_err(|err| PhraseError::Shape(err.to_string()))?;
        match phrases.0.keys().find(|id| concept(id).is_none()) {
            Some(id) => Err(PhraseError::Unknown(id.clone())),
            None => Ok(phrases),
        }
    }
}

/// How plainly a phrase says what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// It names the concept.
    Names,
    /// It asks for the concept without naming it.
    Asks,
}

#[derive(Debug)]
struct Entry {
    /// For each word, the terms any of which it may be met by.
    words: Vec<Vec<String>>,
    concept: &'static Concept,
    strength: Strength,
}

/// Phrases, ready to be found in texts.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    entries: Vec<Entry>,
    /// Entries by the terms of their first words.
    by_first: HashMap<String, Vec<u32>>,
    /// What names each concept, by its id.
    names: HashMap<&'static str, Vec<String>>,
    /// The folded words of all phrases, and whether one by itself is a phrase.
    vocabulary: HashMap<String, bool>,
}

/// A token in which phrases are looked for.
#[derive(Debug)]
pub(crate) struct Spoken<'a> {
    /// What it may be met by.
    pub(crate) terms: Vec<&'a str>,
    /// Whether a phrase may go on behind it as if it were not there.
    pub(crate) skippable: bool,
}

/// A phrase found at a token.
#[derive(Debug)]
pub(crate) struct Match {
    /// The tokens it is made of, words that say nothing left out.
    pub(crate) tokens: Vec<usize>,
    /// What it may mean, each once.
    pub(crate) concepts: Vec<(&'static Concept, Strength)>,
}

static COMMON: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases::default();
    for known in concepts() {
        for name in known.name.all() {
            phrases.add(name, known, Strength::Names);
        }
    }
    for yaml in [
        include_str!("../../data/ontology/pl.yaml"),
        include_str!("../../data/ontology/en.yaml"),
        include_str!("../../data/ontology/uk.yaml"),
    ] {
        #[expect(clippy::expect_used, reason = "the files are part of the binary, and a test reads them")]
        let wording = LocalPhrases::parse(yaml).expect("the ontology's files parse");
        phrases.add_all(&wording);
    }
    phrases
});

impl Phrases {
    /// What everybody says.
    pub(crate) fn common() -> &'static Self {
        &COMMON
    }

    /// A city's own.
    pub(crate) fn local(wording: &LocalPhrases) -> Self {
        let mut phrases = Self::default();
        phrases.add_all(wording);
        phrases
    }

    fn add_all(&mut self, wording: &LocalPhrases) {
        for (id, wording) in &wording.0 {
            let Some(known) = concept(id) else { continue };
            for name in &wording.names {
                self.add(name, known, Strength::Names);
            }
            for ask in &wording.asks {
                self.add(ask, known, Strength::Asks);
            }
        }
    }

    fn add(&mut self, phrase: &str, concept: &'static Concept, strength: Strength) {
        if strength == Strength::Names {
            self.names.entry(&concept.id).or_default().push(phrase.to_owned());
        }
        let all = tokens::tokens(phrase);
        let telling: Vec<_> = all.iter().filter(|token| !lexemes::is_skippable(&token.folded)).collect();
        let terms =
            |tokens: &[&Token]| tokens.iter().map(|token| analysis::base_terms(&token.text)).collect::<Vec<_>>();
        let mut chosen = telling;
        let mut words = terms(&chosen);
        let says_little = |terms: &Vec<String>| lexemes::says_little(terms.iter().map(String::as_str));
        // What would be left of "dziecko się nudzi" or "już trenuje" is on everybody's lips.
        let is_figure = chosen.iter().all(|token| token.number().is_some());
        let is_bare = is_figure || strength == Strength::Asks && chosen.len() == 1 && all.len() > 1;
        if is_bare || words.iter().all(says_little) {
            chosen = all.iter().collect();
            words = terms(&chosen);
        }
        let Some(first) = words.first().filter(|_| words.len() > 1 || !(is_figure || words.iter().all(says_little)))
        else {
            return;
        };
        let at = self.entries.len() as u32;
        for term in first {
            self.by_first.entry(term.clone()).or_default().push(at);
        }
        for token in &chosen {
            *self.vocabulary.entry(token.folded.clone()).or_default() |= chosen.len() == 1;
        }
        self.entries.push(Entry { words, concept, strength });
    }

    /// Words that phrases are made of, folded, and whether each by itself is a phrase.
    pub(crate) fn vocabulary(&self) -> impl Iterator<Item = (&str, bool)> {
        self.vocabulary.iter().map(|(word, is_whole)| (word.as_str(), *is_whole))
    }

    /// Whether some phrase begins with a word of these terms.
    pub(crate) fn begins(&self, terms: &[(String, f32)]) -> bool {
        terms.iter().any(|(term, _)| self.by_first.contains_key(term))
    }

    /// The longest phrase that begins at the token `at`. Tokens that say nothing may stand between its words.
    pub(crate) fn longest(&self, words: &[Spoken<'_>], at: usize, least: Strength) -> Option<Match> {
        let terms = &words.get(at)?.terms;
        let direct = self.best(words, at, terms, least, usize::MAX);
        if direct.is_some() {
            return direct;
        }
        // A word of the same root as one that is a name by itself.
        let kin: Vec<&str> = terms.iter().flat_map(|term| relatives(term)).copied().collect();
        self.best(words, at, &kin, least.min(Strength::Names), 1)
    }

    fn best(
        &self,
        words: &[Spoken<'_>],
        at: usize,
        first: &[&str],
        least: Strength,
        most_words: usize,
    ) -> Option<Match> {
        let mut best: Option<Match> = None;
        let mut seen: HashSet<u32> = HashSet::new();
        for index in first.iter().filter_map(|term| self.by_first.get(*term)).flatten() {
            let Some(entry) = self.entries.get(*index as usize).filter(|_| seen.insert(*index)) else { continue };
            if entry.strength > least || entry.words.len() > most_words {
                continue;
            }
            let Some(tokens) = follow(words, at, &entry.words) else { continue };
            let found = (entry.concept, entry.strength);
            match &mut best {
                Some(best) if best.tokens.len() > tokens.len() => {}
                Some(best) if best.tokens == tokens => match best.concepts.iter_mut().find(|(c, _)| c.id == found.0.id)
                {
                    Some((_, strength)) => *strength = (*strength).min(found.1),
                    None => best.concepts.push(found),
                },
                _ => best = Some(Match { tokens, concepts: vec![found] }),
            }
        }
        if let Some(best) = &mut best {
            // What names a thing outright silences what only hints at another.
            if best.concepts.iter().any(|(_, strength)| *strength == Strength::Names) {
                best.concepts.retain(|(_, strength)| *strength == Strength::Names);
            }
            best.concepts.sort_by_key(|(concept, _)| (concept.kind == ConceptKind::Topic, concept.id.as_str()));
        }
        best
    }
}

/// The tokens from `at` on that are these words, if they are.
fn follow(words: &[Spoken<'_>], at: usize, wanted: &[Vec<String>]) -> Option<Vec<usize>> {
    let mut tokens = vec![at];
    let mut next = at + 1;
    for want in wanted.iter().skip(1) {
        loop {
            let word = words.get(next)?;
            if word.terms.iter().any(|term| want.iter().any(|wanted| wanted == term)) {
                tokens.push(next);
                next += 1;
                break;
            }
            if !word.skippable {
                return None;
            }
            next += 1;
        }
    }
    Some(tokens)
}

/// Reads the phrases that everybody says.
pub(crate) fn prepare() {
    LazyLock::force(&COMMON);
}

/// What everybody calls a concept, in every language.
pub fn names_of(concept: &Concept) -> &'static [String] {
    Phrases::common().names.get(concept.id.as_str()).map_or(&[], Vec::as_slice)
}

/// The concepts that a document's text names.
pub(crate) fn named(text: &str, local: &Phrases) -> Vec<&'static Concept> {
    let tokens = tokens::indexed(text);
    let words: Vec<_> = tokens
        .iter()
        .map(|(token, terms)| Spoken {
            terms: terms.iter().map(String::as_str).collect(),
            skippable: lexemes::is_skippable(&token.folded),
        })
        .collect();
    let mut found: Vec<&'static Concept> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let matched = [Phrases::common(), local]
            .into_iter()
            .filter_map(|phrases| phrases.longest(&words, at, Strength::Names))
            .max_by_key(|matched| matched.tokens.len());
        at = matched.as_ref().and_then(|matched| matched.tokens.last()).map_or(at, |last| *last) + 1;
        for (concept, _) in matched.into_iter().flat_map(|matched| matched.concepts) {
            if !found.iter().any(|known| known.id == concept.id) {
                found.push(concept);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<&str> {
        named(text, &Phrases::default()).into_iter().map(|concept| concept.id.as_str()).collect()
    }

    #[test]
    fn there_are_enough_phrases() {
        assert!(Phrases::common().entries.len() >= 1_200, "{}", Phrases::common().entries.len());
    }

    #[test]
    fn phrases_are_found_inflected_and_the_longest_wins() {
        assert_eq!(ids("Kółko robotyki"), ["robotics"]);
        assert_eq!(ids("Akademia piłki nożnej"), ["football"]);
        assert_eq!(ids("Piłka ręczna dla dziewcząt").first(), Some(&"handball"));
        assert_eq!(ids("PLYWANIE"), ["swimming"]);
        assert!(ids("").is_empty() && ids("ma na po").is_empty());
    }

    #[test]
    fn a_city_adds_phrases_and_unknown_ids_are_refused() {
        let local = Phrases::local(&LocalPhrases::parse("football: { names: [Pogoń] }").unwrap());
        let found = named("Szkółka Pogoni", &local);
        assert!(found.iter().any(|concept| concept.id == "football"), "{found:?}");
        let message = LocalPhrases::parse("futball: { names: [x] }").unwrap_err().to_string();
        assert!(message.contains("\"futball\""), "{message}");
    }
}
