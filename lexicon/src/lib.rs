//! The Polish dictionary: which words a form may be a form of.
//!
//! *Zajęciami* is a form of *zajęcia*, *zajęcie* and *zająć*; these are its lemmas. Two forms belong together if they
//! share one. The dictionary is a file that `scripts/lexicon.sh` makes (`NOTICE.md` says from what) and the program
//! includes: nothing is read or parsed at start. This crate knows words only, neither texts nor queries.

mod data;
mod walk;

use std::sync::LazyLock;

use fst::raw::{Fst, Output};

pub use data::{Damaged, MAGIC};

/// No form in a dictionary is longer, in bytes.
pub const MAX_FORM: usize = 40;
/// The dictionary as `build.rs` unpacks it.
static POLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/polish.lexicon"));

/// A dictionary of forms and their lemmas. It only points into its file.
#[derive(Default)]
pub struct Lexicon {
    /// From a form, in lower case, to the number of its set of scripts. `None` in a dictionary without words.
    forms: Option<Fst<&'static [u8]>>,
    scripts: data::Scripts,
}

/// The dictionary that comes with the program.
pub fn polish() -> &'static Lexicon {
    // A damaged file would be one that this crate's tests have never seen.
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::open(POLISH).unwrap_or_default());
    &LEXICON
}

impl Lexicon {
    /// A dictionary in a file's bytes. Takes the same few nanoseconds whatever their number: only the header is read.
    ///
    /// Errors if the bytes are not a dictionary of this version.
    pub fn open(file: &'static [u8]) -> Result<Self, Damaged> {
        let (scripts, forms) = data::open(file)?;
        Ok(Self { forms: Some(Fst::new(forms).map_err(|_| Damaged)?), scripts })
    }

    /// Whether the dictionary has this very form. It is expected in lower case.
    pub fn contains(&self, form: &str) -> bool {
        self.find(form).is_some()
    }

    /// Adds to `out` the lemmas of this very form that are not there yet; none if the form is unknown.
    ///
    /// The form is expected in lower case. The order is the same at every call.
    pub fn lemmas(&self, form: &str, out: &mut Vec<String>) {
        if let Some(set) = self.find(form) {
            self.scripts.apply(set.value(), form, out);
        }
    }

    /// Adds to `out` the lemmas of every form that `folded` may stand for, when typed with some or all of its
    /// diacritics left out: `zajecia` finds what `zajęcia` does. A plain letter stands for itself and its marked
    /// sisters, a marked one only for itself. What is there already is not added again.
    ///
    /// The word is expected in lower case. The order is the same at every call: spellings with fewer marks first. Time
    /// is bounded whatever the word: one of more than 40 characters finds nothing.
    pub fn lemmas_folded(&self, folded: &str, out: &mut Vec<String>) {
        if let Some(forms) = &self.forms {
            walk::spellings(forms, folded, |form, set| self.scripts.apply(set, form, out));
        }
    }

    /// Adds to `out` the forms that a misspelt word may have been meant to be: those one slip away (a letter wrong,
    /// missing, too many, or changed places with the next), diacritics aside. Each once, in a stable order.
    ///
    /// The word is expected in lower case. Time is bounded whatever the word.
    pub fn similar(&self, word: &str, out: &mut Vec<String>) {
        if let Some(forms) = &self.forms {
            walk::slips(forms, word, |form, _| {
                if !out.iter().any(|known| known == form) {
                    out.push(form.to_owned());
                }
            });
        }
    }

    fn find(&self, form: &str) -> Option<Output> {
        if form.len() > MAX_FORM {
            return None;
        }
        self.forms.as_ref()?.get(form)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn exact(form: &str) -> Vec<String> {
        let mut lemmas = Vec::new();
        polish().lemmas(form, &mut lemmas);
        lemmas
    }

    fn folded(word: &str) -> Vec<String> {
        let mut lemmas = Vec::new();
        polish().lemmas_folded(word, &mut lemmas);
        lemmas
    }

    fn meet(a: &[String], b: &[String]) -> bool {
        a.iter().any(|lemma| b.contains(lemma))
    }

    #[test]
    fn forms_of_a_word_meet_and_also_when_typed_plainly() {
        for (form, other, plain) in [
            ("zajęcia", "zajęciami", "zajeciami"),
            ("dzieci", "dziecko", "dziecko"),
            ("pływanie", "pływania", "plywania"),
            ("pływanie", "pływać", "plywac"),
            ("śpiewanie", "śpiewać", "spiewac"),
            ("taniec", "tańcem", "tancem"),
            ("tańczące", "tańczyć", "tanczyc"),
            ("mały", "najmniejsza", "najmniejsza"),
            ("łatwe", "najłatwiejsze", "najlatwiejsze"),
            ("szybko", "szybki", "szybki"),
            ("książka", "książek", "ksiazek"),
            ("półkolonie", "półkoloniach", "polkoloniach"),
            ("żeglarstwo", "żeglarstwem", "zeglarstwem"),
            ("szkoła", "szkole", "szkole"),
            ("dębno", "dębnie", "debnie"),
            ("łódź", "łodzi", "lodzi"),
            ("niesłyszących", "niesłyszący", "nieslyszacy"),
            ("unihokej", "unihokeja", "unihokeja"),
        ] {
            assert!(meet(&exact(form), &exact(other)), "{form} {other}");
            assert!(meet(&exact(form), &folded(plain)), "{form} {plain}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (a, b) in [
            ("zając", "zająć"),
            ("kąt", "kat"),
            ("robotyka", "ceramika"),
            ("niepełnosprawny", "pełnosprawny"),
            ("niepływający", "pływający"),
            ("od", "oda"),
            ("zł", "złoty"),
        ] {
            assert!(polish().contains(a) && !meet(&exact(a), &exact(b)), "{a} {b}");
        }
    }

    #[test]
    fn a_plain_word_finds_all_it_may_stand_for() {
        let both = folded("zajac");
        assert!(both.contains(&"zając".to_owned()) && both.contains(&"zająć".to_owned()), "{both:?}");
        assert_eq!(folded("zając"), ["zając", "zająć"]);
        assert_eq!(folded("zająć"), ["zająć"]);
        assert!(meet(&exact("żółw"), &folded("żolw")), "some of its marks");
        assert!(!meet(&exact("żółw"), &folded("źolw")), "a wrong one");
    }

    #[test]
    fn lemmas_come_once_and_in_order() {
        let mut lemmas = vec!["zając".to_owned()];
        polish().lemmas("zając", &mut lemmas);
        polish().lemmas_folded("zajac", &mut lemmas);
        polish().lemmas_folded("zajac", &mut lemmas);
        assert_eq!(lemmas, ["zając", "zająć"]);
    }

    #[test]
    fn unknown_words_have_no_lemmas() {
        for word in ["", "qwrtz", "coca-cola", "dwa słowa", "школа", "ZAJĘCIA"] {
            assert!(!polish().contains(word) && exact(word).is_empty() && folded(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn hostile_words_cost_next_to_nothing() {
        let words = [
            "a".repeat(10_000),
            "z".repeat(MAX_FORM),
            "acelnosz".repeat(5),
            "nie".repeat(13),
            "\0".to_owned(),
            "zaj\0c".to_owned(),
            "🦔".repeat(40),
            "e\u{301}".repeat(20),
            "\u{10ffff}".to_owned(),
        ];
        let start = Instant::now();
        for word in &words {
            assert!(exact(word).is_empty() && folded(word).is_empty(), "{word}");
        }
        assert!(start.elapsed() < Duration::from_millis(100), "{:?}", start.elapsed());
    }

    #[test]
    fn what_is_no_dictionary_is_refused() {
        assert!(matches!(Lexicon::open(b""), Err(Damaged)));
        assert!(matches!(Lexicon::open(&POLISH[..POLISH.len() - 1]), Err(Damaged)));
        assert!(!Lexicon::default().contains("pies"));
        assert!(Lexicon::open(POLISH).is_ok_and(|lexicon| lexicon.contains("pies")));
    }
}
