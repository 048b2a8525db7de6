//! A text as the words that phrases are made of.

use crate::analysis::{self, fold};

/// Tokens of a text beyond these are not looked at.
pub(crate) const MAX_TOKENS: usize = 64;
/// Letters of a token beyond these are not looked at.
const MAX_LETTERS: usize = 64;
/// Quotation marks around what is meant literally.
pub(crate) const QUOTES: [char; 6] = ['"', '„', '”', '“', '«', '»'];

/// A run of letters, or a number.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// As it stands, cut where it is overlong.
    pub(crate) text: String,
    /// Lower case without diacritics.
    pub(crate) folded: String,
    /// Where it begins in the text, in bytes.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// Whether nothing stands between it and the one before ("8latek", "3D").
    pub(crate) glued: bool,
    /// Whether it stands in quotation marks.
    pub(crate) quoted: bool,
    /// Whether it is a number and more: `16+`.
    pub(crate) open: bool,
}

impl Token {
    /// Whether it begins with a capital letter.
    pub(crate) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// The number it is: `8`, `5,5`, `1 000` is two.
    pub(crate) fn number(&self) -> Option<f64> {
        self.folded.chars().next().filter(char::is_ascii_digit)?;
        self.folded.replace(',', ".").parse().ok()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Other,
}

fn class(c: char) -> Class {
    match c {
        _ if c.is_ascii_digit() => Class::Digit,
        _ if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) => Class::Letter,
        _ => Class::Other,
    }
}

/// The first tokens of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut quoted = false;
    while let Some((start, c)) = chars.next() {
        if QUOTES.contains(&c) {
            quoted = !quoted;
        }
        let kind = class(c);
        // A mark without its letter (the second half of many emoji) is no word.
        if kind == Class::Other || unicode_normalization::char::is_combining_mark(c) {
            continue;
        }
        if found.len() == MAX_TOKENS {
            break;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, next)) = chars.peek().copied() {
            let after = text[at + next.len_utf8()..].chars().next().map_or(Class::Other, class);
            let joins = match kind {
                Class::Letter => matches!(next, '\'' | '’' | 'ʼ') && after == Class::Letter,
                _ => matches!(next, '.' | ',' | ':') && after == Class::Digit,
            };
            if class(next) != kind && !joins {
                break;
            }
            chars.next();
            end = at + next.len_utf8();
        }
        let word: String = text[start..end].chars().take(MAX_LETTERS).collect();
        let glued = found.last().is_some_and(|before| before.end == start);
        let open = kind == Class::Digit && text[end..].starts_with('+');
        found.push(Token { folded: fold(&word), text: word, start, end, glued, quoted, open });
    }
    // A quotation mark that nothing closes is a slip of the hand (or inches), and quotes nothing.
    if quoted {
        for token in &mut found {
            token.quoted = false;
        }
    }
    found
}

/// Terms of a document's text, token by token.
pub(crate) fn indexed(text: &str) -> Vec<(Token, Vec<String>)> {
    let mut all = Vec::new();
    // Long texts are looked over in pieces; a phrase does not go on over a line's end.
    for line in text.split(['\n', '.', '!', '?', ';']) {
        all.extend(tokens(line).into_iter().map(|token| {
            let terms = analysis::indexed(&token.text);
            (token, terms)
        }));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn letters_and_numbers_part_and_marks_are_lost() {
        assert_eq!(
            texts("robotyka dla 8latka, do 100zł (17:00)"),
            ["robotyka", "dla", "8", "latka", "do", "100", "zł", "17:00"]
        );
        assert_eq!(texts("5,5 roku; druk 3D e-sport п'ять"), ["5,5", "roku", "druk", "3", "D", "e", "sport", "п'ять"]);
        assert!(texts("()*&^ \u{0} 🤖").is_empty());
    }

    #[test]
    fn quotation_marks_are_noticed_when_they_close() {
        let quoted = |text: &str| tokens(text).iter().map(|token| token.quoted).collect::<Vec<_>>();
        assert_eq!(quoted("a \"b c\" d"), [false, true, true, false]);
        assert_eq!(quoted("a „b” c"), [false, true, false]);
        assert_eq!(quoted("a \"b c"), [false, false, false]);
    }

    #[test]
    fn endless_texts_end() {
        assert_eq!(tokens(&"a ".repeat(10_000)).len(), MAX_TOKENS);
        assert_eq!(tokens(&"ą".repeat(10_000))[0].text.chars().count(), MAX_LETTERS);
    }
}
