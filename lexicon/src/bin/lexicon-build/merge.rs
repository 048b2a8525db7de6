//! Which form has which lemmas, from both sources.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use lexicon::MAX_FORM;

use crate::hunspell::Paradigm;

/// Before a word: its negation, which is another word.
pub(crate) const NOT: &str = "nie";
/// Words up to this length, in characters, stand for themselves alone.
const SHORT: usize = 2;

/// A lemma's number.
type Lemma = u32;

/// Forms and their lemmas, all in lower case.
#[derive(Default)]
pub(crate) struct Words {
    forms: BTreeMap<String, Vec<Lemma>>,
    lemmas: Vec<String>,
    numbers: HashMap<String, Lemma>,
}

/// How many there are of each.
pub(crate) struct Counts {
    forms: usize,
    lemmas: usize,
    pairs: usize,
}

impl Words {
    /// Adds a form of a lemma, unless one of them is no single word.
    ///
    /// Two letters are too little to tell an inflected form by ("od" is not about odes, nor "it" about a girl called
    /// Ita): such a form is its own lemma.
    pub(crate) fn add(&mut self, form: &str, lemma: &str) {
        let form = form.to_lowercase();
        let lemma = if form.chars().count() <= SHORT { form.clone() } else { lemma.to_lowercase() };
        if is_word(&form) && is_word(&lemma) {
            let number = self.number(lemma);
            let lemmas = self.forms.entry(form).or_insert_with(|| Vec::with_capacity(1));
            if !lemmas.contains(&number) {
                lemmas.push(number);
            }
        }
    }

    /// All forms in the order of their bytes, each with its lemmas in theirs.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.forms.iter().map(|(form, lemmas)| {
            let mut lemmas: Vec<_> = lemmas.iter().filter_map(|lemma| self.name(*lemma)).collect();
            lemmas.sort_unstable();
            (form.as_str(), lemmas)
        })
    }

    pub(crate) fn counts(&self) -> Counts {
        let pairs = self.forms.values().map(Vec::len).sum();
        Counts { forms: self.forms.len(), lemmas: self.lemmas.len(), pairs }
    }

    fn lemmas(&self, form: &str) -> &[Lemma] {
        self.forms.get(form).map_or(&[], Vec::as_slice)
    }

    fn name(&self, lemma: Lemma) -> Option<&str> {
        self.lemmas.get(lemma as usize).map(String::as_str)
    }

    fn number(&mut self, lemma: String) -> Lemma {
        *self.numbers.entry(lemma).or_insert_with_key(|lemma| {
            self.lemmas.push(lemma.clone());
            (self.lemmas.len() - 1) as Lemma
        })
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} forms of {} lemmas, {} pairs", self.forms, self.lemmas, self.pairs)
    }
}

/// Adds the spelling dictionary's paradigms to PoliMorf's words.
///
/// They have other headwords here and there, such as a comparative. Hence a paradigm belongs to the lemma that PoliMorf
/// gives its headword and at least half of its forms; only if there is none is its headword a lemma of its own.
pub(crate) fn add_paradigms(words: &mut Words, paradigms: &[Paradigm]) {
    // All are compared with PoliMorf alone, so that their order does not matter.
    let lemmas: Vec<_> = paradigms.iter().map(|paradigm| lemma_of(words, paradigm)).collect();
    for (paradigm, lemma) in paradigms.iter().zip(lemmas) {
        let lemma = lemma.unwrap_or_else(|| paradigm.headword.clone());
        for form in &paradigm.forms {
            words.add(form, &lemma);
        }
    }
}

fn lemma_of(words: &Words, paradigm: &Paradigm) -> Option<String> {
    let headword = paradigm.headword.to_lowercase();
    let forms: Vec<_> = paradigm.forms.iter().map(|form| form.to_lowercase()).collect();
    let shared = |lemma: &Lemma| forms.iter().filter(|form| words.lemmas(form).contains(lemma)).count();
    let candidates = words.lemmas(&headword).iter().map(|lemma| (shared(lemma), words.name(*lemma)));
    let candidates = candidates.filter_map(|(shared, name)| Some((shared, name?)));
    candidates
        .filter(|(shared, _)| 2 * shared >= forms.len())
        .max_by_key(|(shared, name)| (*shared, *name == headword, std::cmp::Reverse(*name)))
        .map(|(_, name)| name.to_owned())
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.len() <= MAX_FORM && text.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lemmas<'a>(words: &'a Words, form: &str) -> Vec<&'a str> {
        words.iter().find(|(own, _)| *own == form).map(|(_, lemmas)| lemmas).unwrap_or_default()
    }

    fn paradigm(forms: &[&str]) -> Paradigm {
        Paradigm { headword: forms[0].to_owned(), forms: forms.iter().map(ToString::to_string).collect() }
    }

    #[test]
    fn only_single_words_count_in_lower_case() {
        let mut words = Words::default();
        words.add("Zające", "Zając");
        words.add("coca-coli", "coca-cola");
        words.add("agd", "sprzęt domowy");
        words.add(&"a".repeat(41), "a");
        assert_eq!(words.iter().collect::<Vec<_>>(), [("zające", vec!["zając"])]);
    }

    #[test]
    fn paradigms_join_the_lemma_that_most_of_their_forms_have() {
        let mut words = Words::default();
        for form in ["dobry", "lepszy", "lepsza"] {
            words.add(form, "dobry");
        }
        words.add("goleniowa", "goleniowy");
        add_paradigms(
            &mut words,
            &[paradigm(&["lepszy", "lepsza", "lepszościowy"]), paradigm(&["goleniów", "goleniowa"])],
        );
        assert_eq!(lemmas(&words, "lepszościowy"), ["dobry"]);
        assert_eq!(lemmas(&words, "lepszy"), ["dobry"]);
        assert_eq!(lemmas(&words, "goleniowa"), ["goleniowy", "goleniów"]);
    }

    #[test]
    fn two_letters_stand_for_themselves() {
        let mut words = Words::default();
        for (form, lemma) in [("od", "oda"), ("od", "od"), ("It", "Ita")] {
            words.add(form, lemma);
        }
        assert_eq!(words.iter().collect::<Vec<_>>(), [("it", vec!["it"]), ("od", vec!["od"])]);
    }
}
