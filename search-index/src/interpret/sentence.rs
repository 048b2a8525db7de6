use std::ops::Range;

use super::{CityWords, Meaning, Part};
use crate::{
    analysis, lexemes,
    ontology::Spoken,
    tokens::{self, Token},
};

/// Words behind which stands what is not wanted.
pub(super) const WITHOUT: [&str; 7] = ["bez", "without", "без", "oprocz", "except", "крім", "zamiast"];
/// Words that turn what follows.
pub(super) const NOT: [&str; 5] = ["nie", "not", "doesn't", "don't", "не"];

/// A query's words, and what has been made of each.
#[derive(Debug)]
pub(crate) struct Sentence {
    text: String,
    words: Vec<Word>,
    findings: Vec<(Meaning, Vec<usize>)>,
}

/// The words that no rule understood.
#[derive(Debug, Default)]
pub(crate) struct Rest {
    /// Those that tell one offer from another.
    pub(crate) telling: Vec<String>,
    /// What every offer calls itself.
    pub(crate) generic: Vec<String>,
    /// How people ask.
    pub(crate) fillers: Vec<String>,
}

#[derive(Debug)]
struct Word {
    token: Token,
    terms: Vec<(String, f32)>,
    role: Role,
    protected: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Free,
    /// Some rule understood it.
    Taken,
}

impl Sentence {
    pub(crate) fn new(text: &str) -> Self {
        let words = tokens::tokens(text).into_iter().map(|token| Word {
            terms: analysis::asked(&token.text),
            token,
            role: Role::Free,
            protected: false,
        });
        Self { text: text.to_owned(), words: words.collect(), findings: Vec::new() }
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The folded word at `at`, if it is there, free and not quoted.
    pub(crate) fn free(&self, at: usize) -> Option<&str> {
        let word = self.words.get(at)?;
        (word.role == Role::Free && !word.token.quoted && !word.protected).then_some(word.token.folded.as_str())
    }

    /// The folded word at `at`, whoever took it.
    pub(crate) fn folded(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|word| word.token.folded.as_str())
    }

    /// The free number at `at`.
    pub(crate) fn number(&self, at: usize) -> Option<f64> {
        self.free(at)?;
        self.words.get(at)?.token.number()
    }

    /// Whether the free word at `at` is one of these.
    pub(crate) fn is(&self, at: usize, any_of: &[&str]) -> bool {
        self.free(at).is_some_and(|word| any_of.contains(&word))
    }

    /// Whether the free word at `at` begins with one of these.
    pub(crate) fn begins(&self, at: usize, any_of: &[&str]) -> bool {
        self.free(at).is_some_and(|word| any_of.iter().any(|start| word.starts_with(start)))
    }

    /// The token at `at`.
    pub(crate) fn token(&self, at: usize) -> Option<&Token> {
        self.words.get(at).map(|word| &word.token)
    }

    /// Whether a dash stands between the word at `at` and the next.
    pub(crate) fn is_dashed(&self, at: usize) -> bool {
        let gap = self.token(at).zip(self.token(at + 1)).and_then(|(word, next)| self.text.get(word.end..next.start));
        gap.is_some_and(|gap| gap.contains(['-', '–', '—']))
    }

    /// All tokens.
    pub(crate) fn tokens(&self) -> Vec<Token> {
        self.words.iter().map(|word| word.token.clone()).collect()
    }

    /// Terms of the word at `at`.
    pub(crate) fn terms(&self, at: usize) -> &[(String, f32)] {
        self.words.get(at).map_or(&[], |word| &word.terms)
    }

    /// The words as phrases are looked for in them. An age may stand inside a phrase.
    pub(crate) fn words(&self) -> Vec<Spoken<'_>> {
        let aged: Vec<usize> = self
            .findings
            .iter()
            .filter(|(meaning, _)| *meaning == Meaning::Ages)
            .flat_map(|(_, at)| at.clone())
            .collect();
        let mut words = Vec::with_capacity(self.words.len());
        for (at, word) in self.words.iter().enumerate() {
            // What is quoted is no part of any phrase.
            let terms = word.terms.iter().filter(|_| !word.token.quoted).map(|(term, _)| term.as_str());
            let skippable = lexemes::is_skippable(&word.token.folded) || aged.contains(&at);
            words.push(Spoken { terms: terms.collect(), skippable });
        }
        words
    }

    /// Keeps words out of the reach of every rule but the one for topics.
    pub(crate) fn protect(&mut self, tokens: &[usize]) {
        for at in tokens {
            if let Some(word) = self.words.get_mut(*at) {
                word.protected = true;
            }
        }
    }

    pub(crate) fn is_taken(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.role == Role::Taken)
    }

    /// Notes what the words of a range mean.
    pub(crate) fn take(&mut self, meaning: Meaning, range: Range<usize>) {
        self.take_all(meaning, range.collect());
    }

    /// Notes what some words mean.
    pub(crate) fn take_all(&mut self, meaning: Meaning, tokens: Vec<usize>) {
        for at in &tokens {
            if let Some(word) = self.words.get_mut(*at) {
                word.role = Role::Taken;
            }
        }
        self.findings.push((meaning, tokens));
    }

    /// Notes that the words of one meaning have another as well.
    pub(crate) fn repeat(&mut self, known: &Meaning, also: Meaning) {
        if let Some((_, tokens)) = self.findings.iter().find(|(meaning, _)| meaning == known) {
            let tokens = tokens.clone();
            self.findings.push((also, tokens));
        }
    }

    /// Whether no child is spoken of.
    pub(crate) fn is_for_oneself(&self) -> bool {
        const CHILD: [&str; 18] = [
            "dzieci", "dziecko", "dziecka", "dzieciom", "syn", "syna", "synka", "corka", "corki", "corke", "coreczki",
            "wnuk", "wnuka", "wnuczki", "child", "kids", "son", "daughter",
        ];
        !self.words.iter().any(|word| CHILD.contains(&word.token.folded.as_str()))
    }

    /// The word at `at`, if nothing was made of it and it is no word that only holds sentences together.
    pub(crate) fn left_over(&self, at: usize) -> Option<&Token> {
        let word = self.words.get(at)?;
        (word.role == Role::Free && !lexemes::is_stop_word(&word.token.folded)).then_some(&word.token)
    }

    /// Reads another word in place of the one at `at`.
    pub(crate) fn replace(&mut self, at: usize, text: &str) {
        if let Some(word) = self.words.get_mut(at) {
            text.clone_into(&mut word.token.text);
            word.token.folded = crate::fold(text);
            word.terms = analysis::asked(text);
        }
    }

    /// Forgets what was made of the words.
    pub(crate) fn forget(&mut self) {
        self.findings.clear();
        for word in &mut self.words {
            (word.role, word.protected) = (Role::Free, false);
        }
    }

    /// The words left.
    pub(crate) fn rest(&self, city: &CityWords) -> Rest {
        let mut rest = Rest::default();
        for (at, word) in self.words.iter().enumerate() {
            let said = || word.terms.iter().map(|(term, _)| term.as_str());
            if word.role == Role::Taken || (!word.token.quoted && lexemes::is_stop_word(&word.token.folded)) {
                continue;
            }
            let list = if word.token.quoted {
                &mut rest.telling
            } else if lexemes::is_generic(said()) {
                &mut rest.generic
            } else if lexemes::is_filler(said()) || said().any(|term| city.name.contains(term)) {
                &mut rest.fillers
            } else {
                &mut rest.telling
            };
            // What was typed in one piece is one word of the index ("3D").
            match list.last_mut().filter(|_| word.token.glued && at > 0 && !self.is_taken(at - 1)) {
                Some(last) => last.push_str(&word.token.text),
                None => list.push(word.token.text.clone()),
            }
        }
        rest
    }

    /// The words that were understood in some way, figures aside.
    pub(crate) fn said(&self, wanted: impl Fn(&Meaning) -> bool) -> Vec<String> {
        let wished = self.findings.iter().filter(|(meaning, _)| wanted(meaning));
        let tokens = wished.flat_map(|(_, tokens)| tokens).filter_map(|at| self.token(*at));
        let telling = tokens.filter(|token| token.number().is_none() && !lexemes::is_stop_word(&token.folded));
        telling.map(|token| token.text.clone()).collect()
    }

    /// What was understood, in the order of the text.
    pub(crate) fn parts(&self) -> Vec<Part> {
        // What is said in two places ("sobota … niedziela") is one thing understood.
        let mut merged: Vec<(Meaning, Vec<usize>)> = Vec::new();
        for (meaning, tokens) in &self.findings {
            match merged.iter_mut().find(|(known, _)| known == meaning) {
                Some((_, known)) => known.extend(tokens),
                None => merged.push((meaning.clone(), tokens.clone())),
            }
        }
        let mut parts: Vec<Part> = merged
            .into_iter()
            .map(|(meaning, mut tokens)| {
                tokens.sort_unstable();
                let mut ranges: Vec<Range<usize>> = Vec::new();
                let mut before: Option<usize> = None;
                for at in tokens {
                    let Some(token) = self.token(at) else { continue };
                    match ranges.last_mut().filter(|_| before.is_some_and(|before| before + 1 == at)) {
                        Some(range) => range.end = token.end,
                        None => ranges.push(token.start..token.end),
                    }
                    before = Some(at);
                }
                Part { meaning, ranges }
            })
            .collect();
        parts.sort_by_key(|part| part.ranges.first().map_or(0, |range| range.start));
        parts
    }
}

/// Whether a number in front of the word at `next` counts something, or names a day of a month.
pub(super) fn counts_something(sentence: &Sentence, next: usize) -> bool {
    const WHOLE: [&str; 12] = ["os", "osob", "osoby", "rok", "roku", "min", "minut", "km", "kg", "cm", "m", "x"];
    const BEGINNINGS: [&str; 47] = [
        "stycz",
        "luteg",
        "luty",
        "marca",
        "marzec",
        "kwiet",
        "maja",
        "czerw",
        "lipca",
        "lipiec",
        "sierp",
        "wrzes",
        "pazdz",
        "listop",
        "grud",
        "januar",
        "februar",
        "april",
        "june",
        "july",
        "august",
        "septemb",
        "octob",
        "novemb",
        "decemb",
        "січ",
        "лют",
        "берез",
        "квіт",
        "трав",
        "черв",
        "лип",
        "серп",
        "верес",
        "жовт",
        "листоп",
        "груд",
        "dziec",
        "dziew",
        "chlop",
        "uczn",
        "uczest",
        "lekc",
        "zajec",
        "razy",
        "tygod",
        "people",
    ];
    sentence.is(next, &WHOLE) || sentence.begins(next, &BEGINNINGS)
}
