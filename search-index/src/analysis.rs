use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use frostem::{Algorithm, Stemmer};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation as _;

/// Words longer than this are noise; they are cut.
const MAX_WORD: usize = 64;
/// English stems live under this mark, so that they never meet a Polish one.
const ENGLISH: char = '~';
/// So do the stems of words that the dictionary lacks.
const STEM: char = '^';
/// How surely a lemma is meant that has diacritics where the query had none, while the query's spelling is a word too.
const GUESSED_MARKS: f32 = 0.8;
/// Endings of Ukrainian nouns, adjectives and verbs.
const UKRAINIAN_ENDINGS: [&str; 62] = [
    "а", "я", "о", "е", "є", "и", "і", "ї", "у", "ю", "ь", "й", "ам", "ям", "ах", "ях", "ами", "ями", "ів", "їв", "ей",
    "ом", "ем", "єм", "ою", "ею", "єю", "ові", "еві", "єві", "ий", "ій", "ого", "ому", "им", "ім", "их", "іх", "ими",
    "іми", "ої", "ьої", "ього", "ьому", "ію", "ією", "ння", "нню", "нням", "нні", "ти", "ть", "ться", "тися", "ає",
    "ають", "ує", "ують", "ла", "ли", "ив", "ка",
];
/// What is left of a word has so many letters at least.
const SHORTEST_ROOT: usize = 3;
/// Letters that Unicode does not decompose, but people type plainly.
const PLAIN: [(char, &str); 9] =
    [('ł', "l"), ('ß', "ss"), ('ø', "o"), ('đ', "d"), ('æ', "ae"), ('œ', "oe"), ('ґ', "г"), ('ʼ', "'"), ('’', "'")];
/// The Polish alphabet's own letters, each behind the one it derives from (PN-80/N-01223).
const POLISH_ORDER: [(char, &str); 9] = [
    ('ą', "a~"),
    ('ć', "c~"),
    ('ę', "e~"),
    ('ł', "l~"),
    ('ń', "n~"),
    ('ó', "o~"),
    ('ś', "s~"),
    ('ź', "z~"),
    ('ż', "z~~"),
];
/// Lemmas of words that the dictionary lacks, by each form, folded.
static NEW_WORDS: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut lemmas: HashMap<String, Vec<&str>> = HashMap::new();
    for line in include_str!("../data/words.txt").lines().filter(|line| !line.starts_with('#')) {
        let lemma = line.split('\t').next().unwrap_or_default();
        for form in line.split('\t') {
            lemmas.entry(fold(form)).or_default().push(lemma);
        }
    }
    lemmas
});

/// A word of a text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
}

/// The words of a text (UAX #29), the overlong cut.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    text.unicode_word_indices().map(|(start, word)| {
        let end = word.char_indices().nth(MAX_WORD).map_or(word.len(), |(at, _)| at);
        Word { text: &word[..end], start }
    })
}

/// Lower case without diacritics: what is left when somebody types in a hurry.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii() {
            folded.push(c);
        } else if let Some((_, plain)) = PLAIN.iter().find(|(letter, _)| *letter == c) {
            folded.push_str(plain);
        } else if is_cyrillic(c) {
            // й and ї are letters of their own, not и and і with a mark.
            folded.push(c);
        } else {
            folded.extend(c.nfd().filter(|part| !is_combining_mark(*part)));
        }
    }
    folded
}

/// A key that sorts names as a Polish reader expects: ą after a, and numbers by their value.
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 8);
    let mut digits = String::new();
    for c in name.chars().flat_map(char::to_lowercase).chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&format!("{digits:0>8}"));
            digits.clear();
        }
        match POLISH_ORDER.iter().find(|(letter, _)| *letter == c) {
            Some((_, order)) => key.push_str(order),
            None if c.is_alphanumeric() || c == ' ' => key.push(c),
            None => {}
        }
    }
    key.trim().to_owned()
}

/// The terms a word of a document is indexed by.
///
/// A word the dictionary knows has its lemmas, with their diacritics, so that zając and zająć stay apart. Any other
/// has its stem by rule, taken with and without diacritics so that either spelling meets the other. A word in plain
/// letters may be English, and has that stem too. Lemmas, stems and English stems carry marks and never meet.
pub(crate) fn indexed(word: &str) -> Vec<String> {
    let mut terms = Vec::new();
    if let Some(script) = special(word) {
        return script;
    }
    let lower = word.to_lowercase();
    lexicon::polish().lemmas(&lower, &mut terms);
    if terms.is_empty() {
        lexicon::polish().lemmas_folded(&lower, &mut terms);
    }
    let folded = fold(&lower);
    if terms.is_empty() {
        terms.extend(new_word(&folded));
    }
    if terms.is_empty() {
        terms.extend(stems(&lower, &folded));
    }
    terms.extend(english(&lower, &folded));
    terms
}

/// The terms of a word that is written in its base form: one that is its own lemma is meant as that. The kart of
/// karting is no card (kart is a form of karta too).
pub(crate) fn base_terms(word: &str) -> Vec<String> {
    let mut terms = indexed(word);
    let lower = word.to_lowercase();
    if terms.contains(&lower) {
        terms.retain(|term| *term == lower || !term.starts_with(char::is_alphabetic));
    }
    terms
}

/// The terms a word of a query is looked for by, each with how surely it is meant (0 to 1). Somebody who types no
/// diacritics may mean a word with some, or not.
pub(crate) fn asked(word: &str) -> Vec<(String, f32)> {
    if let Some(script) = special(word) {
        return script.into_iter().map(|term| (term, 1.0)).collect();
    }
    let lower = word.to_lowercase();
    let folded = fold(&lower);
    let mut lemmas = Vec::new();
    lexicon::polish().lemmas(&lower, &mut lemmas);
    let exact = lemmas.len();
    if exact == 0 || lower == folded {
        let mut more = Vec::new();
        lexicon::polish().lemmas_folded(&lower, &mut more);
        lemmas.extend(more.into_iter().filter(|lemma| !lemmas.contains(lemma)).collect::<Vec<_>>());
    }
    if lemmas.is_empty() {
        lemmas.extend(new_word(&folded));
    }
    let weight = |at: usize| if exact > 0 && at >= exact { GUESSED_MARKS } else { 1.0 };
    let mut terms: Vec<_> = lemmas.into_iter().enumerate().map(|(at, lemma)| (lemma, weight(at))).collect();
    if terms.is_empty() {
        terms.extend(stems(&lower, &folded).into_iter().map(|stem| (stem, 1.0)));
    }
    terms.extend(english(&lower, &folded).map(|stem| (stem, 1.0)));
    terms
}

/// Whether a word is in the dictionary, diacritics aside.
pub(crate) fn is_polish(word: &str) -> bool {
    let mut lemmas = Vec::new();
    lexicon::polish().lemmas_folded(&word.to_lowercase(), &mut lemmas);
    !lemmas.is_empty() || NEW_WORDS.contains_key(&fold(word))
}

/// Lemmas of a folded word that is newer than the dictionary.
fn new_word(folded: &str) -> impl Iterator<Item = String> {
    NEW_WORDS.get(folded).into_iter().flatten().map(|lemma| (*lemma).to_owned())
}

/// Terms of words that are no Polish or English ones: Cyrillic, and whatever has a digit.
fn special(word: &str) -> Option<Vec<String>> {
    if word.chars().any(|c| c.is_ascii_digit()) {
        return Some(vec![fold(word)]);
    }
    word.chars().any(is_cyrillic).then(|| {
        let folded = fold(word);
        let mut terms = vec![Stemmer::new(Algorithm::Ukrainian).stem(&folded).into_owned()];
        for term in [format!("{STEM}{}", root(&folded)), folded] {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        terms
    })
}

/// A Ukrainian word without its longest known ending. The stemmer leaves endings that it takes for parts of stems
/// (шахів), this leaves none: a word is found if either agrees.
fn root(folded: &str) -> &str {
    let rests = UKRAINIAN_ENDINGS.iter().filter_map(|ending| folded.strip_suffix(ending));
    rests.filter(|rest| rest.chars().count() >= SHORTEST_ROOT).min_by_key(|rest| rest.len()).unwrap_or(folded)
}

fn stems(lower: &str, folded: &str) -> Vec<String> {
    let polish = Stemmer::new(Algorithm::Polish);
    let mut stems = vec![format!("{STEM}{}", fold(&polish.stem(lower)))];
    if lower != folded {
        let plain = format!("{STEM}{}", polish.stem(folded));
        if !stems.contains(&plain) {
            stems.push(plain);
        }
    }
    stems
}

fn english(lower: &str, folded: &str) -> Option<String> {
    (lower.len() > 2 && lower == folded && lower.bytes().all(|b| b.is_ascii_alphabetic()))
        .then(|| format!("{ENGLISH}{}", Stemmer::new(Algorithm::English).stem(lower)))
}

/// A word's or term's first letter, folded: a word and its terms have the same, but for the few words whose forms
/// have nothing in common (człowiek, ludzie).
pub(crate) fn initial(word: &str) -> Option<char> {
    let first = word.trim_start_matches([ENGLISH, STEM]).chars().next()?;
    if first.is_ascii() {
        Some(first.to_ascii_lowercase())
    } else {
        fold(first.encode_utf8(&mut [0; 4])).chars().next()
    }
}

/// The terms of a text, each once.
pub(crate) fn terms_of(text: &str) -> BTreeSet<String> {
    words(text).flat_map(|word| indexed(word.text)).collect()
}

pub(crate) fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(query: &str, text: &str) -> bool {
        let text = indexed(text);
        asked(query).iter().any(|(term, _)| text.contains(term))
    }

    #[test]
    fn forms_of_a_word_meet_in_either_spelling() {
        for (query, text) in [
            ("robotyka", "robotyki"),
            ("robotyka", "robotyką"),
            ("plywania", "pływanie"),
            ("taniec", "Tańcem"),
            ("siatkowke", "Siatkówka"),
            ("siatkówkę", "SIATKOWKA"),
            ("школа", "школи"),
            ("шахів", "шахи"),
            ("танців", "танцями"),
            ("малюванням", "малювання"),
            ("робототехніку", "робототехніки"),
            ("англійської", "англійська"),
            ("гітарою", "гітарі"),
            ("басейні", "басейн"),
            ("волейболу", "волейбол"),
            ("dancing", "dance"),
            ("streetballu", "streetball"),
            ("planszówek", "planszówce"),
            ("roblox", "Robloxie"),
            ("3D", "3d"),
        ] {
            assert!(meet(query, text), "{query} {text}: {:?} {:?}", asked(query), indexed(text));
        }
        assert!(!meet("robotyka", "ceramika"));
        assert!(!meet("zając", "zająć"), "with diacritics, they are two words");
        assert!(meet("zajac", "zająć") && meet("zajac", "zając"), "without, either may be meant");
    }

    #[test]
    fn folding_keeps_cyrillic_letters_and_loses_latin_marks() {
        assert_eq!(fold("Zażółć GĘŚLĄ jaźń"), "zazolc gesla jazn");
        assert_eq!(fold("Їжак Йосип м'яч"), "їжак йосип м'яч");
        assert_eq!(fold("Café naïve"), "cafe naive");
    }

    #[test]
    fn names_sort_as_in_polish_and_numbers_by_value() {
        let mut names = ["SP nr 10", "Ćma", "SP nr 2", "Cyrk", "Łąka", "Lato", "Dom"];
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(names, ["Cyrk", "Ćma", "Dom", "Lato", "Łąka", "SP nr 2", "SP nr 10"]);
    }

    #[test]
    fn overlong_words_are_cut_at_a_character() {
        let text = "ż".repeat(10_000);
        assert_eq!(words(&text).map(|word| word.text.chars().count()).collect::<Vec<_>>(), [MAX_WORD]);
    }
}
