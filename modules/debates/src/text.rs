//! What strangers type, as it is kept.

use kernel::refusal::Problem;

use crate::refusal::Refusal;

/// Characters of a question.
pub(crate) const QUESTION: std::ops::RangeInclusive<usize> = 10..=1000;
/// Characters of a name.
pub(crate) const MAX_NAME: usize = 80;

/// Whether a character shows nothing, or makes others show what they are not: those that turn the direction of writing,
/// and those without a width. Joiners are left, which some scripts and emoji need.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}'
        )
}

/// A text without spaces around it nor characters that show nothing, with no more than one empty line at a time. Lines
/// keep what they are indented by, which means something in Markdown.
pub(crate) fn tidy(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut is_empty_before = false;
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let line: String = line.replace('\t', " ").chars().filter(|c| !is_hidden(*c)).collect();
        let line = line.trim_end();
        if !(line.is_empty() && is_empty_before) {
            kept.push_str(line);
            kept.push('\n');
        }
        is_empty_before = line.is_empty();
    }
    kept.trim().to_owned()
}

/// The same on one line; nothing if nothing is left.
pub(crate) fn line(text: &str) -> Option<String> {
    let text = tidy(text).split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// Whether there is more of a text than so many characters.
pub(crate) fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().nth(most).is_some()
}

/// What is wrong with a question and its asker's name.
pub(crate) fn check(text: &str, name: Option<&str>) -> Vec<Problem<Refusal>> {
    let mut problems = Vec::new();
    if !is_longer(text, QUESTION.start() - 1) {
        problems.push(Problem::at(Refusal::TextTooShort, "text").with("min", *QUESTION.start() as u32));
    } else if is_longer(text, *QUESTION.end()) {
        problems.push(Problem::at(Refusal::TextTooLong, "text").with("max", *QUESTION.end() as u32));
    }
    if name.is_some_and(|name| is_longer(name, MAX_NAME)) {
        problems.push(Problem::at(Refusal::NameTooLong, "name").with("max", MAX_NAME as u32));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_is_left_out() {
        assert_eq!(tidy(" a\u{0}b\u{202e}c\r\n\r\n \n\n d\te \n"), "abc\n\n d e");
        assert_eq!(tidy("\u{feff}Zażółć 👩\u{200d}🏫?"), "Zażółć 👩\u{200d}🏫?");
        assert_eq!(line(" Anna\n\u{200b} Nowak "), Some("Anna Nowak".to_owned()));
        assert_eq!(line(" \u{202e}\n"), None);
    }

    #[test]
    fn texts_are_measured_in_characters() {
        let kinds = |text: &str, name: Option<&str>| -> Vec<Refusal> {
            check(&tidy(text), name).into_iter().map(|problem| problem.kind).collect()
        };
        let long = "ż".repeat(81);
        for (text, name, expected) in [
            ("Dlaczego??".to_owned(), None, &[][..]),
            ("ż".repeat(1000), Some(&long[..160]), &[]),
            ("  Dlaczego? \u{7}\u{200b}".to_owned(), None, &[Refusal::TextTooShort]),
            ("ż".repeat(1001), Some(&*long), &[Refusal::TextTooLong, Refusal::NameTooLong]),
        ] {
            assert_eq!(kinds(&text, name), expected, "{}", text.len());
        }
    }
}
