use crate::{analysis, query::keywords};

/// A piece of a text, marked or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// The piece.
    pub text: String,
    /// Whether a word of the query, in any of its forms, is what it is.
    pub is_match: bool,
}

/// Splits `text` where words of `query` stand in it, in whatever form. Without a match, nothing.
pub fn highlight(text: &str, query: &str) -> Vec<Fragment> {
    let wanted: Vec<_> = keywords(query).iter().flat_map(|word| analysis::stems(word)).collect();
    let mut fragments: Vec<Fragment> = Vec::new();
    let mut done = 0;
    let mut push = |piece: &str, is_match: bool| {
        if !piece.is_empty() {
            fragments.push(Fragment { text: piece.to_owned(), is_match });
        }
    };
    for word in analysis::words(text) {
        if analysis::stems(word.text).iter().any(|stem| wanted.contains(stem)) {
            push(&text[done..word.start], false);
            done = word.start + word.text.len();
            push(&text[word.start..done], true);
        }
    }
    if done == 0 {
        return Vec::new();
    }
    push(&text[done..], false);
    fragments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_are_marked_in_place() {
        let fragments = highlight("Kółko robotyki – Łódź", "robotyka");
        let shown: Vec<_> = fragments.iter().map(|fragment| (fragment.text.as_str(), fragment.is_match)).collect();
        assert_eq!(shown, [("Kółko ", false), ("robotyki", true), (" – Łódź", false)]);
        assert!(highlight("Ceramika", "robotyka").is_empty());
    }
}
