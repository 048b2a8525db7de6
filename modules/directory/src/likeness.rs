//! How alike two names are: for entries that may be the same, written down by different people.

use std::fmt;

use rapidfuzz::fuzz::RatioBatchComparator;
use search_index::fold;

/// What is left of two names' likeness if their numbers differ: school no. 5 is not school no. 6.
const OTHER_NUMBER: f64 = 0.5;

/// How alike a name and a longer one with all its words are at least: people leave out patrons and audiences.
const PART: f64 = 0.7;

/// A name as it is compared: its words without diacritics, in alphabetical order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameKey {
    words: String,
    numbers: String,
}

impl NameKey {
    /// The key of a name.
    pub fn new(name: &str) -> Self {
        let folded = fold(name);
        let parts = |keep: fn(char) -> bool| {
            let mut parts: Vec<&str> = folded.split(|c: char| !keep(c)).filter(|part| !part.is_empty()).collect();
            parts.sort_unstable();
            parts.join(" ")
        };
        Self { words: parts(char::is_alphanumeric), numbers: parts(|c| c.is_ascii_digit()) }
    }

    /// Whether the name has no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// One name to compare many with.
pub struct Likeness {
    key: NameKey,
    comparator: RatioBatchComparator<char>,
}

impl fmt::Debug for Likeness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Likeness").field(&self.key).finish()
    }
}

impl Likeness {
    /// Compares with that name.
    pub fn to(name: &str) -> Self {
        let key = NameKey::new(name);
        Self { comparator: RatioBatchComparator::new(key.words.chars()), key }
    }

    /// How alike another name is, from 0 to 1; nothing is like a name without words.
    pub fn of(&self, other: &NameKey) -> f64 {
        if self.key.is_empty() || other.is_empty() {
            return 0.0;
        }
        let ratio = self.comparator.similarity(other.words.chars());
        let ratio = if ratio < PART && is_part(&self.key.words, &other.words) { PART } else { ratio };
        if self.key.numbers == other.numbers { ratio } else { ratio * OTHER_NUMBER }
    }
}

/// Whether one of two names has all words of the other.
fn is_part(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.split(' ').all(|word| long.split(' ').any(|known| known == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_case_and_diacritics_do_not_matter_but_numbers_do() {
        let alike = |one: &str, other: &str| Likeness::to(one).of(&NameKey::new(other));
        assert!(alike("Piłka nożna", "NOŻNA pilka") > 0.99);
        assert!(alike("Robotyka dla dzieci", "Robotyka dla dziecii") > 0.9);
        assert!(alike("Szkoła Podstawowa nr 5", "Szkoła Podstawowa nr 6") < 0.6);
        assert!(alike("Robotyka", "Ceramika") < 0.6);
        assert!(alike("SP 5", "SP 5 im. Henryka Sienkiewicza") > 0.69);
        assert!(alike("", "") < 0.01);
    }
}
