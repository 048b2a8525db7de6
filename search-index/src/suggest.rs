use std::collections::HashMap;

use crate::{analysis, fold};

/// Something that may be suggested.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// What is shown and typed.
    pub text: String,
    /// What kind of thing it names (`interest`).
    pub kind: &'static str,
    /// Which one, for the caller to find it again.
    pub target: Option<String>,
    /// How many entries stand behind it; the more, the earlier.
    pub count: u64,
}

/// A suggestion.
pub type Suggestion = Phrase;

/// Completes what somebody has begun to type: any word of a phrase may be the one begun, diacritics or not.
#[derive(Debug)]
pub struct Suggester {
    phrases: Vec<Phrase>,
    /// Every folded phrase from each of its words on, sorted, with the phrase and the word's number.
    keys: Vec<(String, u32, u16)>,
}

impl Suggester {
    /// Phrases that read and mean the same are counted together.
    pub fn new(phrases: impl IntoIterator<Item = Phrase>) -> Self {
        let mut unique: Vec<Phrase> = Vec::new();
        let mut known: HashMap<(String, &'static str), usize> = HashMap::new();
        for phrase in phrases {
            let next = unique.len();
            let at = *known.entry((fold(&phrase.text), phrase.kind)).or_insert(next);
            match unique.get_mut(at) {
                Some(same) => same.count += phrase.count,
                None => unique.push(phrase),
            }
        }
        let mut keys = Vec::new();
        for (index, phrase) in (0..).zip(&unique) {
            for (position, word) in (0..).zip(analysis::words(&phrase.text)) {
                keys.push((normal(&phrase.text[word.start..]), index, position));
            }
        }
        keys.sort_unstable();
        Self { phrases: unique, keys }
    }

    /// The best `first` completions of `prefix`: what begins with it before what only has a word that does, then
    /// what more entries stand behind.
    pub fn suggest(&self, prefix: &str, first: usize) -> Vec<&Suggestion> {
        let prefix = normal(prefix);
        if prefix.is_empty() {
            return Vec::new();
        }
        let start = self.keys.partition_point(|(key, ..)| key.as_str() < prefix.as_str());
        let mut best: HashMap<u32, u16> = HashMap::new();
        for (_, phrase, position) in self.keys[start..].iter().take_while(|(key, ..)| key.starts_with(&prefix)) {
            let earliest = best.entry(*phrase).or_insert(*position);
            *earliest = (*earliest).min(*position);
        }
        let mut found: Vec<_> = best
            .into_iter()
            .filter_map(|(phrase, position)| Some((position > 0, self.phrases.get(phrase as usize)?)))
            .collect();
        let order = |(inside, phrase): &(bool, &Phrase)| {
            (*inside, std::cmp::Reverse(phrase.count), phrase.text.len(), phrase.text.clone())
        };
        found.sort_by_cached_key(order);
        found.truncate(first);
        found.into_iter().map(|(_, phrase)| phrase).collect()
    }
}

/// Folded words with single spaces between them; a last, unfinished word stays as it is.
fn normal(text: &str) -> String {
    let words: Vec<_> = analysis::words(text).map(|word| fold(word.text)).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str, kind: &'static str, count: u64) -> Phrase {
        Phrase { text: text.to_owned(), kind, target: None, count }
    }

    #[test]
    fn any_word_may_be_the_one_begun() {
        let suggester = Suggester::new([
            phrase("Piłka nożna", "interest", 30),
            phrase("Piłka ręczna", "interest", 9),
            phrase("Akademia Piłki „Orzeł”", "institution", 1),
            phrase("Nożna dla dziewcząt", "activity", 1),
        ]);
        let texts = |prefix: &str| suggester.suggest(prefix, 8).into_iter().map(|s| s.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts("pilk"), ["Piłka nożna", "Piłka ręczna", "Akademia Piłki „Orzeł”"]);
        assert_eq!(texts("nozn"), ["Nożna dla dziewcząt", "Piłka nożna"]);
        assert_eq!(texts("piłka r"), ["Piłka ręczna"]);
        assert!(texts("").is_empty() && texts("!!").is_empty() && texts("xyz").is_empty());
    }

    #[test]
    fn equal_phrases_are_counted_together() {
        let suggester = Suggester::new([phrase("Robotyka", "activity", 1), phrase("robotyka", "activity", 1)]);
        assert_eq!(suggester.suggest("rob", 8).iter().map(|s| s.count).collect::<Vec<_>>(), [2]);
    }
}
