//! Looking a word up that lacks some of its diacritics, or has a slip in it.

use fst::raw::{CompiledAddr, Fst, Output};

use crate::MAX_FORM;

/// So many states of the automaton may be visited for one word. The worst real ones need a tenth.
const MAX_VISITS: u32 = 2_000;

/// So many, for one word with a slip.
const MAX_VISITS_WITH_SLIP: u32 = 20_000;
/// The letters that a slip may have lost or replaced.
const ALPHABET: &str = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż";

/// Calls `found` with every form that `word` may stand for, and the number of its set of scripts.
pub(crate) fn spellings(forms: &Fst<&'static [u8]>, word: &str, found: impl FnMut(&str, u64)) {
    walk(forms, word, false, MAX_VISITS, found);
}

/// Calls `found` with every form that `word` may stand for if one letter of it is wrong, missing, too many, or changed
/// places with the next. A form may come more than once.
pub(crate) fn slips(forms: &Fst<&'static [u8]>, word: &str, found: impl FnMut(&str, u64)) {
    walk(forms, word, true, MAX_VISITS_WITH_SLIP, found);
}

fn walk(forms: &Fst<&'static [u8]>, word: &str, slip: bool, visits: u32, found: impl FnMut(&str, u64)) {
    let letters: Vec<char> = word.chars().take(MAX_FORM + 1).collect();
    if letters.len() <= MAX_FORM {
        let root = forms.root().addr();
        let form = String::with_capacity(2 * letters.len());
        Walk { forms, form, visits, found }.go(root, Output::zero(), &letters, slip);
    }
}

struct Walk<'a, F> {
    forms: &'a Fst<&'static [u8]>,
    /// The letters chosen on the way here.
    form: String,
    /// How many states may still be visited.
    visits: u32,
    found: F,
}

impl<F: FnMut(&str, u64)> Walk<'_, F> {
    /// Goes on with the letters left; with a `slip` to come, only forms that have one are found.
    fn go(&mut self, state: CompiledAddr, sum: Output, letters: &[char], slip: bool) {
        if slip {
            self.slip(state, sum, letters);
        }
        let Some((&letter, rest)) = letters.split_first() else {
            let state = self.forms.node(state);
            if !slip && state.is_final() {
                (self.found)(&self.form, sum.cat(state.final_output()).value());
            }
            return;
        };
        for spelt in std::iter::once(letter).chain(marked(letter).chars()) {
            self.step(state, sum, spelt, rest, slip);
        }
    }

    /// Every slip that can happen here.
    fn slip(&mut self, state: CompiledAddr, sum: Output, letters: &[char]) {
        for lost in ALPHABET.chars() {
            self.step(state, sum, lost, letters, false);
            if let Some((_, rest)) = letters.split_first() {
                self.step(state, sum, lost, rest, false);
            }
        }
        if let Some((_, rest)) = letters.split_first() {
            self.go(state, sum, rest, false);
        }
        if let [first, second, rest @ ..] = letters {
            let mut swapped = vec![*second, *first];
            swapped.extend(rest);
            self.go(state, sum, &swapped, false);
        }
    }

    fn step(&mut self, state: CompiledAddr, sum: Output, letter: char, rest: &[char], slip: bool) {
        if let Some((next, sum)) = self.follow(state, sum, letter) {
            self.form.push(letter);
            self.go(next, sum, rest, slip);
            self.form.pop();
        }
    }

    /// Where a letter leads, if anywhere, and the sum of what stands on the way.
    fn follow(&mut self, mut state: CompiledAddr, mut sum: Output, letter: char) -> Option<(CompiledAddr, Output)> {
        for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
            self.visits = self.visits.checked_sub(1)?;
            let node = self.forms.node(state);
            let way = node.transition(node.find_input(byte)?);
            sum = sum.cat(way.out);
            state = way.addr;
        }
        Some((state, sum))
    }
}

/// What a plain letter may stand for besides itself: the Polish letters, and those of foreign names in the dictionary.
fn marked(letter: char) -> &'static str {
    match letter {
        'a' => "ąáäåâ",
        'c' => "ćčç",
        'e' => "ęéëèê",
        'i' => "í",
        'l' => "ł",
        'n' => "ńñ",
        'o' => "óöôőø",
        's' => "śš",
        'u' => "üú",
        'z' => "źż",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use fst::MapBuilder;

    use super::*;

    fn found(words: &[&str], query: &str) -> Vec<String> {
        let mut map = MapBuilder::memory();
        for (word, number) in words.iter().zip(0..) {
            map.insert(word, number).unwrap();
        }
        let forms = Fst::new(&*map.into_inner().unwrap().leak()).unwrap();
        let mut found = Vec::new();
        spellings(&forms, query, |form, number| {
            assert_eq!(words[number as usize], form);
            found.push(form.to_owned());
        });
        found
    }

    #[test]
    fn plain_letters_may_be_marked_and_marked_ones_are_meant() {
        let words = ["zab", "zabek", "ząb", "żab", "żąb"];
        assert_eq!(found(&words, "zab"), ["zab", "ząb", "żab", "żąb"]);
        assert_eq!(found(&words, "ząb"), ["ząb", "żąb"]);
        assert_eq!(found(&words, "żab"), ["żab", "żąb"]);
        assert!(found(&words, "źab").is_empty());
        assert!(found(&words, "").is_empty());
    }

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        let mut map = MapBuilder::memory();
        for (word, number) in ["robotyki", "robotyką", "szachy"].into_iter().zip(0..) {
            map.insert(word, number).unwrap();
        }
        let forms = Fst::new(&*map.into_inner().unwrap().leak()).unwrap();
        let similar = |query: &str| {
            let mut found = Vec::new();
            slips(&forms, query, |form, _| found.push(form.to_owned()));
            found.sort_unstable();
            found.dedup();
            found
        };
        for typed in ["robtyki", "robottyki", "rovotyki", "robtoyki"] {
            assert_eq!(similar(typed), ["robotyki"], "{typed}");
        }
        assert_eq!(similar("szahy"), ["szachy"]);
        assert!(similar("rbtyki").is_empty() && similar("").is_empty());
    }

    #[test]
    fn time_is_bounded_where_every_spelling_is_a_word() {
        let mut words = vec![String::new()];
        for _ in 0..10 {
            words = words.iter().flat_map(|word| ["z", "ź", "ż"].map(|letter| format!("{word}{letter}"))).collect();
        }
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let found = found(&words, "zzzzzzzzzz").len() as u32;
        assert!((1..MAX_VISITS).contains(&found), "{found}");
    }
}
