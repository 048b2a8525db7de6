use frostem::{Algorithm, Stemmer};
use tantivy::tokenizer::{PreTokenizedString, Token};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation as _;

/// Words longer than this are noise; they are cut.
const MAX_WORD: usize = 64;
/// English stems live under this mark, so that they never meet a Polish one.
const ENGLISH: char = '~';
/// Letters that Unicode does not decompose, but people type plainly.
const PLAIN: [(char, &str); 9] =
    [('ł', "l"), ('ß', "ss"), ('ø', "o"), ('đ', "d"), ('æ', "ae"), ('œ', "oe"), ('ґ', "г"), ('ʼ', ""), ('’', "")];
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
/// Words that tell nothing about what is looked for: everything here is an activity for somebody.
const STOP_WORDS: [&str; 60] = [
    "a",
    "albo",
    "and",
    "at",
    "by",
    "chce",
    "child",
    "children",
    "class",
    "classes",
    "course",
    "courses",
    "czy",
    "dla",
    "do",
    "dzieci",
    "dziecka",
    "dziecko",
    "for",
    "gdzie",
    "i",
    "in",
    "is",
    "jak",
    "jest",
    "kids",
    "kurs",
    "kursy",
    "lub",
    "my",
    "na",
    "near",
    "nie",
    "o",
    "od",
    "of",
    "on",
    "oraz",
    "po",
    "pod",
    "przy",
    "sie",
    "szukam",
    "the",
    "to",
    "u",
    "w",
    "we",
    "with",
    "z",
    "za",
    "zajec",
    "zajecia",
    "zajeciach",
    "ze",
    "в",
    "для",
    "дітей",
    "заняття",
    "на",
];

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

/// The terms a word is indexed and searched by: its Polish (or Ukrainian) stem, taken with and without diacritics
/// so that either spelling meets the other, and its English one.
pub(crate) fn stems(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    let folded = fold(word);
    if folded.chars().any(is_cyrillic) {
        let mut stems = vec![Stemmer::new(Algorithm::Ukrainian).stem(&folded).into_owned()];
        push_new(&mut stems, folded);
        return stems;
    }
    let polish = Stemmer::new(Algorithm::Polish);
    let mut stems = vec![fold(&polish.stem(&lower))];
    push_new(&mut stems, polish.stem(&folded).into_owned());
    if folded.is_ascii() && folded.bytes().any(|b| b.is_ascii_alphabetic()) {
        stems.push(format!("{ENGLISH}{}", Stemmer::new(Algorithm::English).stem(&folded)));
    }
    stems
}

/// A word's or stem's first letter, folded; it is the same for a word and all its stems.
pub(crate) fn initial(word: &str) -> Option<char> {
    let first = word.trim_start_matches(ENGLISH).chars().next()?;
    if first.is_ascii() {
        Some(first.to_ascii_lowercase())
    } else {
        fold(first.encode_utf8(&mut [0; 4])).chars().next()
    }
}

/// Whether `query` names the place or thing called `name`, endings and diacritics aside ("na Pogodnie", Pogodno).
pub fn matches_name(query: &str, name: &str) -> bool {
    // Most names begin otherwise; telling so costs far less than stemming them.
    let initials: Vec<_> = words(name).map(|word| initial(word.text)).collect();
    let telling = |word: &Word<'_>| !is_stop_word(word.text);
    if !words(query).filter(telling).all(|word| initials.contains(&initial(word.text))) {
        return false;
    }
    let names: Vec<_> = words(name).map(|word| stems(word.text)).collect();
    let mut asked = words(query).filter(|word| !is_stop_word(word.text)).map(|word| stems(word.text)).peekable();
    if asked.peek().is_none() {
        return false;
    }
    let mut count = 0;
    let all = asked.all(|asked| {
        count += 1;
        names.iter().any(|own| own.iter().any(|stem| !stem.starts_with(ENGLISH) && asked.contains(stem)))
    });
    all && count == names.len()
}

/// Whether a word says nothing about what is looked for.
pub(crate) fn is_stop_word(word: &str) -> bool {
    let folded = fold(word);
    STOP_WORDS.contains(&folded.as_str())
}

/// A text as stems, several at one position.
pub(crate) fn stemmed(text: &str) -> PreTokenizedString {
    tokenized(text, stems)
}

/// A text as folded words, for matches of the very form.
pub(crate) fn folded(text: &str) -> PreTokenizedString {
    tokenized(text, |word| vec![fold(word)])
}

fn tokenized(text: &str, terms: impl Fn(&str) -> Vec<String>) -> PreTokenizedString {
    let mut tokens = Vec::new();
    for (position, word) in words(text).enumerate() {
        for term in terms(word.text) {
            tokens.push(Token {
                offset_from: word.start,
                offset_to: word.start + word.text.len(),
                position,
                text: term,
                position_length: 1,
            });
        }
    }
    PreTokenizedString { text: String::new(), tokens }
}

fn push_new(stems: &mut Vec<String>, stem: String) {
    if !stems.contains(&stem) {
        stems.push(stem);
    }
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(a: &str, b: &str) -> bool {
        let b = stems(b);
        stems(a).iter().any(|stem| b.contains(stem))
    }

    #[test]
    fn forms_of_a_word_meet_in_either_spelling() {
        for (a, b) in [
            ("robotyka", "robotyki"),
            ("robotyka", "robotyką"),
            ("pływanie", "plywania"),
            ("taniec", "Taniec"),
            ("школа", "школи"),
            ("dancing", "dance"),
        ] {
            assert!(meet(a, b), "{a} {b}: {:?} {:?}", stems(a), stems(b));
        }
        assert!(!meet("robotyka", "ceramika"));
    }

    #[test]
    fn stems_begin_as_their_words_do() {
        for word in [
            "najlepszy",
            "niepełnosprawny",
            "nieletnich",
            "najmłodsi",
            "Łódź",
            "żagle",
            "школа",
            "їжа",
            "unhappy",
            "Ćwiczenia",
            "óśma",
        ] {
            assert!(stems(word).iter().all(|stem| initial(stem) == initial(word)), "{word}: {:?}", stems(word));
        }
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
