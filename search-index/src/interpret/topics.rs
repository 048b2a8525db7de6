//! What a sentence is about.

use super::{
    CityWords, Interpretation, Meaning, Sentence,
    sentence::{NOT, WITHOUT},
};
use crate::{
    lexemes,
    ontology::{Concept, ConceptKind, Phrases, Strength},
};

/// Words that turn a "not" before them against what follows.
const LIKES: [&str; 12] =
    ["lubi", "lubia", "chce", "cierpi", "znosi", "przepada", "like", "likes", "want", "любить", "хоче", "dla"];
const HATES: [&str; 2] = ["nienawidzi", "hates"];

/// Keeps the words of topics that other rules would tear apart ("free trial", "lato w mieście") together.
pub(super) fn protect(sentence: &mut Sentence, city: &CityWords) {
    for at in 0..sentence.len() {
        let found = longest(sentence, city, at);
        let Some((tokens, concepts)) = found.filter(|(tokens, _)| tokens.len() > 1) else { continue };
        if concepts.iter().any(|concept| concept.kind == ConceptKind::Topic) {
            sentence.protect(&tokens);
        }
    }
}

/// Finds the concepts a sentence speaks of, and what it does not want.
pub(super) fn read(sentence: &mut Sentence, city: &CityWords, understood: &mut Interpretation) {
    let mut at = 0;
    while at < sentence.len() {
        let found = longest(sentence, city, at).filter(|(tokens, _)| {
            // A word that another rule took may stand in a longer phrase, but is none by itself.
            tokens.iter().any(|at| !sentence.is_taken(*at))
                && (tokens.len() > 1 || !sentence.is_taken(at))
                && !is_cut_short(sentence, city, tokens)
        });
        let Some((tokens, concepts)) = found else {
            if is_unwanted(sentence, at) && is_telling(sentence, at) {
                let word = sentence.folded(at).unwrap_or_default().to_owned();
                take_unwanted(sentence, at, Meaning::Excluded(word.clone()), vec![at]);
                understood.excluded_words.push(word);
            }
            at += 1;
            continue;
        };
        let next = tokens.last().map_or(at, |last| *last) + 1;
        if is_unwanted(sentence, at) || is_disliked(sentence, &tokens) {
            let id = concepts.first().map(|concept| concept.id.clone()).unwrap_or_default();
            take_unwanted(sentence, at, Meaning::Excluded(id), tokens);
            understood.excluded.extend(concepts);
        } else {
            let ids = concepts.iter().map(|concept| concept.id.clone()).collect();
            sentence.take_all(Meaning::Topic(ids), tokens);
            for concept in concepts {
                if !understood.concepts.iter().any(|known| known.id == concept.id) {
                    understood.concepts.push(concept);
                }
            }
        }
        at = next;
    }
}

/// Whether a phrase of liking or not ends within the name of a thing: "nie lubi piłki" in "nie lubi piłki nożnej".
fn is_cut_short(sentence: &Sentence, city: &CityWords, tokens: &[usize]) -> bool {
    let [first, .., last] = tokens else { return false };
    let is_liking = sentence.folded(*first).is_some_and(|word| NOT.contains(&word) || LIKES.contains(&word));
    is_liking && longest(sentence, city, *last).is_some_and(|(longer, _)| longer.last() > Some(last))
}

/// The longest phrase at a word, everybody's or the city's own.
fn longest(sentence: &Sentence, city: &CityWords, at: usize) -> Option<(Vec<usize>, Vec<&'static Concept>)> {
    let words = sentence.words();
    let mut found: Option<(Vec<usize>, Vec<&'static Concept>)> = None;
    for phrases in [Phrases::common(), &city.phrases] {
        let Some(matched) = phrases.longest(&words, at, Strength::Asks) else { continue };
        let concepts = matched.concepts.into_iter().map(|(concept, _)| concept);
        match &mut found {
            Some((tokens, _)) if tokens.len() > matched.tokens.len() => {}
            Some((tokens, known)) if tokens.len() == matched.tokens.len() => known.extend(concepts),
            _ => found = Some((matched.tokens, concepts.collect())),
        }
    }
    found
}

/// Whether what stands at `at` is said not to be wanted.
fn is_unwanted(sentence: &Sentence, at: usize) -> bool {
    let before = |steps: usize| at.checked_sub(steps).and_then(|at| sentence.folded(at)).unwrap_or_default();
    if WITHOUT.contains(&before(1)) || (WITHOUT.contains(&before(2)) && lexemes::is_stop_word(before(1))) {
        return true;
    }
    let is_turned = |steps: usize| LIKES.contains(&before(steps)) && NOT.contains(&before(steps + 1));
    // "Ale nie balet": a thing, not what somebody does not do.
    let is_verb = || sentence.terms(at).iter().any(|(term, _)| term.ends_with('ć') || term.ends_with("ти"));
    if NOT.contains(&before(1)) && !is_verb() {
        return true;
    }
    if lexemes::is_stop_word(before(1))
        && NOT.contains(&before(2))
        && ["przed", "o", "z", "na", "w", "do"].contains(&before(1))
    {
        return true;
    }
    is_turned(1) || (lexemes::is_stop_word(before(1)) && is_turned(2)) || HATES.contains(&before(1))
}

/// Whether a phrase of liking is turned: "lubi śpiewać" behind "nie".
fn is_disliked(sentence: &Sentence, tokens: &[usize]) -> bool {
    let [first, _, ..] = tokens else { return false };
    let is_not =
        first.checked_sub(1).and_then(|before| sentence.folded(before)).is_some_and(|word| NOT.contains(&word));
    is_not && sentence.folded(*first).is_some_and(|word| LIKES.contains(&word))
}

fn is_telling(sentence: &Sentence, at: usize) -> bool {
    sentence.free(at).is_some_and(|word| !lexemes::is_stop_word(word) && !WITHOUT.contains(&word))
}

/// Takes unwanted words together with the word that says so.
fn take_unwanted(sentence: &mut Sentence, at: usize, meaning: Meaning, mut tokens: Vec<usize>) {
    let from = (at.saturating_sub(3)..at).find(|before| {
        sentence
            .folded(*before)
            .is_some_and(|word| WITHOUT.contains(&word) || NOT.contains(&word) || HATES.contains(&word))
    });
    tokens.extend(from.unwrap_or(at)..at);
    sentence.take_all(meaning, tokens);
}
