//! How many forms of a word meet in a search, and how many words that do not belong.
//!
//! Every form is the title of a document and a query: a query should find each form of its own word, and no other
//! word. Words of one root may meet: the search lets them on purpose.

use std::collections::{HashMap, HashSet};

use search_index::{
    CityWords, Document, Index, Interpretation, LocalPhrases, Place, PlaceKind, Query, Reader, Reading, Text, fold,
};
use uuid::Uuid;

use super::{city, reader};

const FORMS: &str = include_str!("forms.tsv");
const ROOTS: &str = include_str!("../../data/ontology/families.txt");
const DISTRICTS: &str = "# districts\n";

const LEAST_RECALL: f64 = 0.97;
const MOST_WRONG: f64 = 0.2;

/// The forms of each word, its base form first.
fn words(lines: &'static str) -> Vec<Vec<&'static str>> {
    lines.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect()
}

/// The words that have a form spelt so.
fn by_spelling(words: &[Vec<&str>], spelt: fn(&str) -> String) -> HashMap<String, HashSet<usize>> {
    let mut words_of: HashMap<String, HashSet<usize>> = HashMap::new();
    for (number, forms) in words.iter().enumerate() {
        for form in forms {
            words_of.entry(spelt(form)).or_default().insert(number);
        }
    }
    words_of
}

fn common_words() -> Vec<Vec<&'static str>> {
    words(FORMS.split(DISTRICTS).next().unwrap())
}

fn districts() -> Vec<Vec<&'static str>> {
    words(FORMS.split(DISTRICTS).nth(1).unwrap())
}

/// Words and their forms, as the documents of an index.
struct Corpus {
    words: Vec<Vec<&'static str>>,
    /// Every form once.
    forms: Vec<&'static str>,
    /// The words that a form belongs to.
    words_of: HashMap<String, HashSet<usize>>,
    /// For each word, the lines of words of its root.
    roots: Vec<HashSet<usize>>,
    reader: Reader,
}

impl Corpus {
    fn new() -> Self {
        let words = common_words();
        let mut forms: Vec<&str> = words.iter().flatten().copied().collect();
        forms.sort_unstable();
        forms.dedup();
        let words_of = by_spelling(&words, str::to_owned);
        let lines: Vec<HashSet<&str>> = ROOTS.lines().map(|line| line.split_whitespace().collect()).collect();
        let roots = words.iter().map(|forms| {
            let is_named = |line: &HashSet<&str>| forms.first().is_some_and(|base| line.contains(base));
            lines.iter().enumerate().filter(|(_, line)| is_named(line)).map(|(number, _)| number).collect()
        });
        let documents = forms.iter().zip(0_u128..).map(|(form, number)| Document {
            id: Uuid::from_u128(number),
            kind: "word",
            text: Text { title: (*form).to_owned(), ..Text::default() },
            ..Document::default()
        });
        let index = Index::in_memory();
        let mut writer = index.writer().unwrap();
        writer.put(&documents.collect::<Vec<_>>()).unwrap();
        writer.commit("").unwrap();
        Self { roots: roots.collect(), forms, words_of, reader: index.reader().unwrap(), words }
    }

    /// The forms that a query finds; nothing for a word that no search looks for.
    fn found(&self, text: &str) -> Option<HashSet<&'static str>> {
        let meaning = Interpretation::literally(text);
        let query = Query { kinds: vec!["word"], first: self.forms.len(), meaning, ..Query::default() };
        let form = |id: Uuid| self.forms[id.as_u128() as usize];
        let is_looked_for = !query.meaning.keywords.is_empty();
        is_looked_for.then(|| self.reader.search(&query).unwrap().hits.into_iter().map(|hit| form(hit.id)).collect())
    }

    /// The words that a form found belongs to, of which none is one that was asked for or of its root.
    fn strangers(&self, asked: &HashSet<usize>, found: &str) -> Option<usize> {
        let is_kin =
            |word: &usize| asked.iter().any(|own| own == word || !self.roots[*own].is_disjoint(&self.roots[*word]));
        let words = &self.words_of[found];
        words.iter().min().filter(|_| !words.iter().any(is_kin)).copied()
    }

    fn measure(&self, spelt: fn(&str) -> String) -> Figures {
        let mut figures = Figures::default();
        let meant = by_spelling(&self.words, spelt);
        for (number, forms) in self.words.iter().enumerate() {
            for asked in forms {
                let text = spelt(asked);
                let Some(found) = self.found(&text) else { continue };
                figures.queries += 1;
                for form in forms {
                    figures.pairs += 1;
                    if found.contains(form) {
                        figures.met += 1;
                    } else {
                        figures.missed.push(format!("{}: {text} does not find {form}", self.words[number][0]));
                    }
                }
                let strangers: HashSet<usize> =
                    found.iter().filter_map(|form| self.strangers(&meant[&text], form)).collect();
                figures.wrong += strangers.len();
                figures.strange.extend(strangers.iter().map(|word| format!("{text} finds {}", self.words[*word][0])));
            }
        }
        figures
    }
}

#[derive(Default)]
struct Figures {
    queries: usize,
    pairs: usize,
    met: usize,
    wrong: usize,
    missed: Vec<String>,
    strange: Vec<String>,
}

impl Figures {
    fn recall(&self) -> f64 {
        self.met as f64 / self.pairs as f64
    }

    fn wrong(&self) -> f64 {
        self.wrong as f64 / self.queries as f64
    }
}

#[test]
fn forms_of_a_word_find_one_another_and_few_others() {
    let corpus = Corpus::new();
    for (name, figures) in [("with", corpus.measure(str::to_owned)), ("without", corpus.measure(fold))] {
        let (recall, wrong) = (figures.recall(), figures.wrong());
        println!(
            "{name} diacritics: {recall:.4} of {} pairs of forms meet, {wrong:.3} wrong words a query",
            figures.pairs
        );
        figures.missed.iter().for_each(|missed| println!("    {missed}"));
        assert!(recall >= LEAST_RECALL, "{recall:.4} of the pairs meet");
        assert!(wrong <= MOST_WRONG, "{wrong:.3} wrong words a query: {:#?}", figures.strange);
    }
}

#[test]
fn districts_are_understood_in_every_form() {
    let reader = reader(&[]);
    let districts = districts();
    let (mut asked, mut missed) = (0, Vec::new());
    for forms in &districts {
        let name = forms[0];
        let place = Place { name: name.to_owned(), kind: PlaceKind::District, id: None, points: Vec::new() };
        let alone = CityWords::new([place], &LocalPhrases::default(), &["Szczecin"]);
        for form in forms {
            for text in [format!("robotyka na {form}"), format!("robotyka na {}", fold(form))] {
                asked += 1;
                let found = reader.understand(&text, Reading::Wish, &alone).place;
                if found.is_none_or(|place| place.name != name) {
                    missed.push(text);
                }
            }
        }
    }
    let recall = 1.0 - missed.len() as f64 / f64::from(asked);
    println!("districts: {recall:.4} of {asked} forms are understood");
    assert!(recall >= LEAST_RECALL, "{missed:?}");
    assert!(reader.understand("robotyka na Pogodnie", Reading::Wish, &city()).place.is_some());
}
