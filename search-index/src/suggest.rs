//! What somebody who has begun to type may be about to type.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use rapidfuzz::distance::osa;

use crate::{analysis, fold, lexemes, tokens};

/// Shorter beginnings are too like one another for a slip to be told.
const SHORTEST_WITH_SLIP: usize = 3;
/// From this length on, two slips are forgiven.
const LONG: usize = 8;

/// Something that may be suggested.
#[derive(Clone, Debug, Default)]
pub struct Phrase {
    /// What is shown and typed.
    pub text: String,
    /// What kind of thing it names (`interest`).
    pub kind: &'static str,
    /// Which one, for the caller to find it again.
    pub target: Option<String>,
    /// How many entries stand behind it; the more, the earlier.
    pub count: u64,
    /// What else it is found by.
    pub aliases: Vec<String>,
}

/// A suggestion.
pub type Suggestion = Phrase;

/// Completes what somebody has begun to type: any word of a phrase may be the one begun, diacritics or not, and where
/// little begins so, a slip is forgiven.
#[derive(Debug)]
pub struct Suggester {
    /// The best first.
    phrases: Vec<Phrase>,
    /// Every folded phrase and alias from each of its words on, sorted.
    keys: Vec<Key>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    text: Box<str>,
    phrase: u32,
    /// Where in the phrase it begins.
    place: Beginning,
}

/// Where in a phrase a key begins; the earlier, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Beginning {
    Start,
    Alias,
    Inside,
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
        unique.sort_by(|a, b| {
            let order = |phrase: &Phrase| (Reverse(phrase.count), phrase.text.chars().count());
            order(a).cmp(&order(b)).then_with(|| a.text.cmp(&b.text)).then_with(|| a.kind.cmp(b.kind))
        });
        let mut keys = Vec::new();
        for (phrase, number) in unique.iter().zip(0..) {
            for (position, word) in analysis::words(&phrase.text).enumerate() {
                let place = if position == 0 { Beginning::Start } else { Beginning::Inside };
                keys.push(Key { text: normal(&phrase.text[word.start..]).into(), phrase: number, place });
            }
            for alias in &phrase.aliases {
                keys.push(Key { text: normal(alias).into(), phrase: number, place: Beginning::Alias });
            }
        }
        keys.sort_unstable();
        Self { phrases: unique, keys }
    }

    /// The best `first` completions of `prefix`: what begins with it before what goes by another name or only has a
    /// word that does, then what more entries stand behind. Where these are few, completions of what it may have been
    /// meant to be follow. What is not `usable` is passed over.
    pub fn suggest(&self, prefix: &str, first: usize, usable: impl Fn(&Phrase) -> bool) -> Vec<&Suggestion> {
        let prefix = normal(prefix);
        if prefix.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<&Phrase> = Vec::new();
        let mut seen: HashSet<u32> = HashSet::new();
        let ways: [&dyn Fn() -> Vec<u32>; 4] = [
            &|| self.completions(&prefix),
            &|| self.with_slips(&prefix),
            &|| base(&prefix).map(|base| self.completions(&base)).unwrap_or_default(),
            // "Zajęcia z rob" is "rob" to somebody who looks for classes.
            &|| self.without_lead(&prefix),
        ];
        for way in ways {
            if found.len() >= first {
                break;
            }
            let fresh = way().into_iter().filter(|phrase| seen.insert(*phrase));
            let phrases = fresh.filter_map(|phrase| self.phrases.get(phrase as usize));
            found.extend(phrases.filter(|phrase| usable(phrase)).take(first - found.len()));
        }
        found
    }

    /// The phrases with a key that begins so, the best first.
    fn completions(&self, prefix: &str) -> Vec<u32> {
        let start = self.keys.partition_point(|key| *key.text < *prefix);
        let begun = self.keys[start..].iter().take_while(|key| key.text.starts_with(prefix));
        let mut best: HashMap<u32, Beginning> = HashMap::new();
        for key in begun {
            let place = best.entry(key.phrase).or_insert(key.place);
            *place = (*place).min(key.place);
        }
        let mut found: Vec<_> = best.into_iter().map(|(phrase, place)| (place, phrase)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, phrase)| phrase).collect()
    }

    /// The phrases with a key that begins nearly so: one slip away, or two from a long beginning. The first letter is
    /// taken to be right, or to have changed places with the second.
    fn with_slips(&self, prefix: &str) -> Vec<u32> {
        let letters: Vec<char> = prefix.chars().collect();
        if letters.len() < SHORTEST_WITH_SLIP {
            return Vec::new();
        }
        let most = if letters.len() >= LONG { 2 } else { 1 };
        let comparator = osa::BatchComparator::new(letters.iter().copied());
        let arguments = osa::Args::default().score_cutoff(most);
        let mut best: HashMap<u32, (usize, Beginning)> = HashMap::new();
        let mut initials: Vec<char> = letters.iter().take(2).copied().collect();
        initials.dedup();
        for initial in initials {
            let start = self.keys.partition_point(|key| key.text.chars().next() < Some(initial));
            // Keys that begin alike lie side by side, and are equally far.
            let (mut beginning, mut distance) = ("", None);
            for key in self.keys[start..].iter().take_while(|key| key.text.starts_with(initial)) {
                if beginning.is_empty() || !key.text.starts_with(beginning) {
                    let own: Vec<char> = key.text.chars().take(letters.len() + most).collect();
                    let whole = own.len() == letters.len() + most;
                    let end = own.iter().map(|letter| letter.len_utf8()).sum();
                    beginning = key.text.get(..end).filter(|_| whole).unwrap_or_default();
                    distance = (letters.len() - most..=own.len())
                        .filter_map(|length| own.get(..length))
                        .filter_map(|own| comparator.distance_with_args(own.iter().copied(), &arguments))
                        .min();
                }
                let Some(distance) = distance else { continue };
                let known = best.entry(key.phrase).or_insert((distance, key.place));
                *known = (*known).min((distance, key.place));
            }
        }
        let mut found: Vec<_> = best.into_iter().map(|(phrase, how)| (how, phrase)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, phrase)| phrase).collect()
    }

    /// Completions of what is left of a beginning without the words that every offer uses.
    fn without_lead(&self, prefix: &str) -> Vec<u32> {
        let all = tokens::tokens(prefix);
        let says_little = |token: &&tokens::Token| {
            let terms = analysis::indexed(&token.text);
            lexemes::is_stop_word(&token.folded) || lexemes::says_little(terms.iter().map(String::as_str))
        };
        let lead = all.iter().take_while(says_little).count();
        match all.get(lead).filter(|_| lead > 0) {
            Some(token) => self.completions(prefix.get(token.start..).unwrap_or_default()),
            None => Vec::new(),
        }
    }
}

/// The beginning with its last word in its base form, if it is a form of another ("robotyki").
fn base(prefix: &str) -> Option<String> {
    let (lead, last) = prefix.rsplit_once(' ').map_or(("", prefix), |(lead, last)| (lead, last));
    let lemma =
        analysis::asked(last).into_iter().map(|(term, _)| term).find(|term| term.starts_with(char::is_alphabetic))?;
    let base = fold(&lemma);
    (base != last).then(|| if lead.is_empty() { base } else { format!("{lead} {base}") })
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
        Phrase { text: text.to_owned(), kind, count, ..Phrase::default() }
    }

    fn texts(suggester: &Suggester, prefix: &str) -> Vec<String> {
        suggester.suggest(prefix, 8, |_| true).into_iter().map(|suggestion| suggestion.text.clone()).collect()
    }

    #[test]
    fn any_word_may_be_the_one_begun() {
        let suggester = Suggester::new([
            phrase("Piłka nożna", "interest", 30),
            phrase("Piłka ręczna", "interest", 9),
            phrase("Akademia Piłki „Orzeł”", "institution", 1),
            phrase("Nożna dla dziewcząt", "activity", 1),
        ]);
        assert_eq!(texts(&suggester, "pilk"), ["Piłka nożna", "Piłka ręczna", "Akademia Piłki „Orzeł”"]);
        assert_eq!(texts(&suggester, "nozn"), ["Nożna dla dziewcząt", "Piłka nożna"]);
        assert_eq!(texts(&suggester, "piłka r")[0], "Piłka ręczna");
        assert!(texts(&suggester, "").is_empty() && texts(&suggester, "!!").is_empty());
        assert!(texts(&suggester, "xyz").is_empty());
    }

    #[test]
    fn slips_aliases_forms_and_leads_are_understood() {
        let mut ceramics = phrase("Ceramika", "interest", 5);
        ceramics.aliases.push("lepienie z gliny".to_owned());
        let suggester = Suggester::new([ceramics, phrase("Robotyka", "interest", 9), phrase("Gitara", "interest", 3)]);
        for (typed, meant) in [
            ("robt", "Robotyka"),
            ("rbot", "Robotyka"),
            ("gtara", "Gitara"),
            ("lepi", "Ceramika"),
            ("robotyki", "Robotyka"),
            ("zajęcia z rob", "Robotyka"),
        ] {
            assert_eq!(texts(&suggester, typed).first().map(String::as_str), Some(meant), "{typed}");
        }
    }

    #[test]
    fn equal_phrases_are_counted_together() {
        let suggester = Suggester::new([phrase("Robotyka", "activity", 1), phrase("robotyka", "activity", 1)]);
        assert_eq!(suggester.suggest("rob", 8, |_| true).iter().map(|s| s.count).collect::<Vec<_>>(), [2]);
    }
}
