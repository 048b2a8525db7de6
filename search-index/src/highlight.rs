use crate::{Interpretation, analysis};

/// A piece of a text, marked or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// The piece.
    pub text: String,
    /// Whether a word of the query, in any of its forms, is what it is.
    pub is_match: bool,
}

/// Finds the words of one query in many texts.
#[derive(Debug)]
pub struct Highlighter {
    wanted: Vec<String>,
}

impl Highlighter {
    /// For the words a query looks for, in whatever form they stand in a text.
    pub fn new(meaning: &Interpretation) -> Self {
        let words = meaning.keywords.iter().chain(&meaning.generic).chain(&meaning.named);
        Self { wanted: words.flat_map(|word| analysis::asked(word)).map(|(term, _)| term).collect() }
    }

    /// Splits `text` where words of the query stand in it. Without a match, nothing.
    pub fn highlight(&self, text: &str) -> Vec<Fragment> {
        let mut fragments: Vec<Fragment> = Vec::new();
        let mut done = 0;
        let mut push = |piece: &str, is_match: bool| {
            if !piece.is_empty() {
                fragments.push(Fragment { text: piece.to_owned(), is_match });
            }
        };
        for word in analysis::words(text).filter(|word| self.is_wanted(word.text)) {
            push(&text[done..word.start], false);
            done = word.start + word.text.len();
            push(&text[word.start..done], true);
        }
        if done == 0 {
            return Vec::new();
        }
        push(&text[done..], false);
        fragments
    }

    /// Nearly all forms of a word begin alike, so a word that begins otherwise need not be looked up to be told apart.
    fn is_wanted(&self, word: &str) -> bool {
        let initial = analysis::initial(word);
        self.wanted.iter().any(|stem| analysis::initial(stem) == initial)
            && analysis::indexed(word).iter().any(|stem| self.wanted.contains(stem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_are_marked_in_place() {
        let fragments = Highlighter::new(&Interpretation::literally("robotyka")).highlight("Kółko robotyki – Łódź");
        let shown: Vec<_> = fragments.iter().map(|fragment| (fragment.text.as_str(), fragment.is_match)).collect();
        assert_eq!(shown, [("Kółko ", false), ("robotyki", true), (" – Łódź", false)]);
        let english = Highlighter::new(&Interpretation::literally("łodzie dancing")).highlight("Dances in a Łódka");
        assert!(english.iter().any(|piece| piece.is_match && piece.text == "Dances"), "{english:?}");
        assert!(Highlighter::new(&Interpretation::literally("robotyka")).highlight("Ceramika").is_empty());
    }
}
