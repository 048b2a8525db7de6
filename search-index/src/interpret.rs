//! What somebody means who types a query: topics, ages, days, hours, a price, a place, a language – and the words
//! that are left.
//!
//! The grammar is small and works on folded words from left to right; each rule takes the words it understands, and
//! what no rule takes stays a keyword. So nothing is dropped, and every reading can be shown to the reader and taken
//! back by taking its words out of the text.

mod age;
mod calendar;
mod hours;
mod language;
mod price;
mod sentence;
mod topics;
mod whereabouts;

use std::{
    collections::BTreeSet,
    ops::{Range, RangeInclusive},
};

pub(crate) use sentence::{Rest, Sentence};

use crate::{
    Place, analysis, lexemes,
    ontology::{Concept, ConceptKind, LocalPhrases, Phrases, order},
    places::Gazetteer,
    tokens::{QUOTES, Token},
};

/// Unknown words of a text beyond these are not corrected: each is compared with all that are known.
const MAX_TRIES: usize = 5;
/// Shorter words are too like one another to be corrected.
pub(crate) const SHORTEST_CORRECTED: usize = 4;
/// Seconds of a month, on average.
const MONTH: i64 = 2_629_746;

/// What a city adds to everybody's words: its places, and phrases of its own.
#[derive(Debug, Default)]
pub struct CityWords {
    pub(crate) gazetteer: Gazetteer,
    pub(crate) phrases: Phrases,
    /// The terms of the city's own name: everything here is in it.
    pub(crate) name: BTreeSet<String>,
}

impl CityWords {
    /// A city's places and phrases. `names` are the city's own, which tell none of its offers from another.
    pub fn new(places: impl IntoIterator<Item = Place>, phrases: &LocalPhrases, names: &[&str]) -> Self {
        Self {
            gazetteer: Gazetteer::new(places),
            phrases: Phrases::local(phrases),
            name: names.iter().flat_map(|name| analysis::terms_of(name)).collect(),
        }
    }

    /// Its places.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
}

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As a wish for something to do.
    Wish,
    /// As a name, perhaps with a place: "8" in "szkoła nr 8" is no age, and "piątka" no day.
    Name,
}

/// A query, understood.
#[derive(Clone, Debug, Default)]
pub struct Interpretation {
    /// The text itself.
    pub text: String,
    /// Words that are looked for as they are, corrected where they were misspelt.
    pub keywords: Vec<String>,
    /// Words that every offer uses of itself ("zajęcia", "klub"): they help, but need not be met.
    pub(crate) generic: Vec<String>,
    /// What it is about.
    pub concepts: Vec<&'static Concept>,
    /// What it must not be about.
    pub excluded: Vec<&'static Concept>,
    /// Words an offer must not be called by.
    pub(crate) excluded_words: Vec<String>,
    /// Ages in months, both ends included.
    pub ages: Option<RangeInclusive<u32>>,
    /// Born in this year, which is an age on a day.
    pub born: Option<i32>,
    /// Days after Monday.
    pub weekdays: Vec<u8>,
    /// Starts at this minute of the day or later, and before that one.
    pub hours: Option<Range<u16>>,
    /// Price at most, in grosze.
    pub max_price: Option<i64>,
    /// Where.
    pub place: Option<Place>,
    /// Held in one of these languages (BCP 47).
    pub languages: Vec<&'static str>,
    /// From home, or not.
    pub online: Option<bool>,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
    /// Which words were understood as what, in the order of the text.
    pub parts: Vec<Part>,
    /// Words of how people ask: they help a little, for some offer may be called so.
    pub(crate) fillers: Vec<String>,
    /// The words that were understood: where an offer uses them itself, the better.
    pub(crate) said: Vec<String>,
    /// Of these, the words of what it is about.
    pub(crate) named: Vec<String>,
}

/// Hours that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    /// Before noon.
    Morning,
    /// From noon on.
    Afternoon,
    /// Towards the end of the day.
    Evening,
    /// After the last lesson.
    AfterSchool,
    /// When parents come home.
    AfterWork,
    /// Around this minute of the day.
    About(u16),
}

/// A word that was read as another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// As it was typed.
    pub from: String,
    /// As it was read.
    pub to: String,
}

/// Words of a query that were understood.
#[derive(Clone, Debug)]
pub struct Part {
    /// As what.
    pub meaning: Meaning,
    /// Where in the text they stand, in bytes, from left to right.
    pub ranges: Vec<Range<usize>>,
}

/// What some words of a query were understood as.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// One or more concepts, by their ids.
    Topic(Vec<String>),
    /// What it must not be about: a concept's id or the word itself.
    Excluded(String),
    /// An age.
    Ages,
    /// Days of the week.
    Weekdays,
    /// Hours of the day.
    Hours,
    /// A price at most.
    Price,
    /// A place.
    Place,
    /// A language.
    Language,
    /// From home, or not.
    Online,
}

impl Interpretation {
    /// A text whose words are looked for as they are.
    pub fn literally(text: &str) -> Self {
        let words = crate::tokens::tokens(text);
        let telling = words.iter().filter(|word| !lexemes::is_stop_word(&word.folded));
        Self { text: text.to_owned(), keywords: telling.map(|word| word.text.clone()).collect(), ..Self::default() }
    }

    /// The wish for one concept, without a text.
    pub fn about(concept: &'static Concept) -> Self {
        Self { concepts: vec![concept], ..Self::default() }
    }

    /// The text without the words of a part: what the reader would have typed who did not mean it.
    pub fn without(&self, part: &Part) -> String {
        let mut left = String::new();
        let mut done = 0;
        for range in &part.ranges {
            left.push_str(without_lead(self.text.get(done..range.start).unwrap_or_default()));
            left.push(' ');
            done = range.end;
        }
        left.push_str(self.text.get(done..).unwrap_or_default());
        let words: Vec<_> = left.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
        words.join(" ")
    }

    /// The text with every corrected word in quotation marks, so that it is taken as it stands.
    pub fn literal(&self) -> String {
        let mut text = self.text.clone();
        // A quotation mark that nothing closes would pair up with ours.
        if text.matches(QUOTES).count() % 2 == 1 {
            text = text.replace(QUOTES, " ");
        }
        let words = crate::tokens::tokens(&text);
        let is_corrected = |word: &&Token| !word.quoted && self.corrections.iter().any(|it| it.from == word.text);
        for word in words.iter().rev().filter(is_corrected) {
            text.insert(word.end, '"');
            text.insert(word.start, '"');
        }
        text
    }

    /// The concepts meant: of one within another that is asked for too, the narrower; a topic only where nothing else
    /// is asked for, since beside an interest it is a wish.
    pub(crate) fn meant(&self) -> Vec<&'static Concept> {
        let within = |narrow: &Concept, wide: &Concept| {
            narrow.exact.len() < wide.exact.len() && narrow.exact.iter().all(|id| wide.exact.contains(id))
        };
        let about: Vec<_> =
            self.concepts.iter().copied().filter(|concept| concept.kind != ConceptKind::Topic).collect();
        if about.is_empty() {
            return self
                .topics()
                .filter(|topic| !topic.is_trait)
                .min_by_key(|topic| order(topic))
                .into_iter()
                .collect();
        }
        let is_narrowest = |concept: &&Concept| !about.iter().any(|other| within(other, concept));
        about.iter().copied().filter(|concept| is_narrowest(concept)).collect()
    }

    /// Of the concepts of a part, those that are meant; all of them if none is.
    pub fn meant_of(&self, ids: &[String]) -> Vec<&'static Concept> {
        let concepts: Vec<_> = self.concepts.iter().copied().filter(|concept| ids.contains(&concept.id)).collect();
        let meant = self.meant();
        let narrow: Vec<_> =
            concepts.iter().copied().filter(|concept| meant.iter().any(|other| other.id == concept.id)).collect();
        if narrow.is_empty() { concepts } else { narrow }
    }

    /// The interests asked for: those that answer exactly, each once.
    pub fn interests(&self) -> Vec<&'static str> {
        let mut ids: Vec<&str> = Vec::new();
        for id in self.meant().into_iter().flat_map(|concept| &concept.exact) {
            if !ids.contains(&id.as_str()) {
                ids.push(id);
            }
        }
        ids
    }

    /// What it must not be about, in a language: concepts and other words.
    pub fn unwanted(&self, lang: &str) -> Vec<String> {
        let concepts = self.excluded.iter().map(|concept| concept.name.get(lang).to_owned());
        concepts.chain(self.excluded_words.iter().cloned()).collect()
    }

    /// The topics asked for.
    pub fn topics(&self) -> impl Iterator<Item = &'static Concept> {
        self.concepts.iter().copied().filter(|concept| concept.kind == ConceptKind::Topic)
    }

    /// What the hours are called, if they have a name; else the hours themselves.
    pub fn part_of_day(&self) -> Option<PartOfDay> {
        let hours = self.hours.as_ref()?;
        let named = [
            (hours::MORNING, PartOfDay::Morning),
            (hours::AFTERNOON, PartOfDay::Afternoon),
            (hours::EVENING, PartOfDay::Evening),
            (hours::AFTER_SCHOOL, PartOfDay::AfterSchool),
            (hours::AFTER_WORK, PartOfDay::AfterWork),
        ];
        let about = (hours.end - hours.start == hours::EARLIER + hours::LATER)
            .then(|| PartOfDay::About(hours.start + hours::EARLIER));
        named.into_iter().find(|(range, _)| range == hours).map(|(_, name)| name).or(about)
    }

    /// Ages in months at a moment, seconds since 1970: those that were said, or those of everybody born in the year
    /// that was.
    pub fn ages_at(&self, now: i64) -> Option<RangeInclusive<u32>> {
        if self.ages.is_some() {
            return self.ages.clone();
        }
        // Months since the year 0; a day more or less does not matter to a year.
        let months = now.div_euclid(MONTH) + 1970 * 12;
        let youngest = months - i64::from(self.born?) * 12 - 11;
        let youngest = u32::try_from(youngest.max(0)).ok()?;
        Some(youngest..=youngest + 11)
    }
}

/// A text without the prepositions at its end: they led up to what is taken out behind it.
fn without_lead(text: &str) -> &str {
    const LEADS: [&str; 24] = [
        "dla", "na", "w", "we", "do", "za", "od", "po", "o", "z", "ze", "i", "for", "in", "on", "at", "under", "для",
        "на", "в", "у", "до", "за", "з",
    ];
    let mut left = text.trim_end();
    while let Some(word) =
        left.rsplit(char::is_whitespace).next().filter(|word| LEADS.contains(&crate::fold(word).as_str()))
    {
        left = left[..left.len() - word.len()].trim_end();
    }
    left
}

/// Understands a text. `is_known` tells whether a word is among those of the catalogue, and `correct` what another
/// word was probably meant to be.
pub(crate) fn interpret(
    text: &str,
    reading: Reading,
    city: &CityWords,
    is_known: &dyn Fn(&[(String, f32)]) -> bool,
    correct: &dyn Fn(&str) -> Option<String>,
) -> Interpretation {
    let mut sentence = Sentence::new(text);
    let mut understood = read(&mut sentence, reading, city);
    let mut corrections = Vec::new();
    let mut tries = 0;
    for at in 0..sentence.len() {
        let Some(word) = sentence.left_over(at) else { continue };
        if word.quoted
            || word.text.chars().count() < SHORTEST_CORRECTED
            || word.folded.bytes().any(|b| b.is_ascii_digit())
        {
            continue;
        }
        let terms = sentence.terms(at);
        if is_known(terms) || lexemes::says_little(terms.iter().map(|(term, _)| term.as_str())) {
            continue;
        }
        if tries == MAX_TRIES {
            break;
        }
        tries += 1;
        let word = word.text.clone();
        if let Some(better) = correct(&word) {
            sentence.replace(at, &better);
            corrections.push(Correction { from: word, to: better });
        }
    }
    if !corrections.is_empty() {
        sentence.forget();
        understood = read(&mut sentence, reading, city);
        understood.corrections = corrections;
    }
    text.clone_into(&mut understood.text);
    understood
}

/// One reading of a sentence.
fn read(sentence: &mut Sentence, reading: Reading, city: &CityWords) -> Interpretation {
    let mut understood = Interpretation::default();
    match reading {
        Reading::Wish => read_wish(sentence, city, &mut understood),
        Reading::Name => understood.place = whereabouts::read(sentence, reading, city),
    }
    let Rest { mut telling, generic, fillers } = sentence.rest(city);
    // A name may be made of words that say little: "Dobry Start".
    if reading == Reading::Name && telling.is_empty() && generic.is_empty() {
        telling.clone_from(&fillers);
    }
    understood.said = sentence.said(|meaning| !matches!(meaning, Meaning::Excluded(_)));
    understood.named = sentence.said(|meaning| matches!(meaning, Meaning::Topic(_)));
    (understood.keywords, understood.generic, understood.fillers) = (telling, generic, fillers);
    understood.parts = sentence.parts();
    understood
}

fn read_wish(sentence: &mut Sentence, city: &CityWords, understood: &mut Interpretation) {
    topics::protect(sentence, city);
    understood.born = age::read_birth(sentence);
    understood.ages = age::read(sentence);
    understood.max_price = price::read(sentence);
    understood.weekdays = calendar::read(sentence);
    understood.hours = hours::read(sentence);
    // Whoever asks for "after work" asks for themselves, unless for a child.
    if understood.ages.is_none()
        && understood.hours.as_ref().is_some_and(|hours| *hours == hours::AFTER_WORK)
        && sentence.is_for_oneself()
    {
        understood.ages = Some(age::GROWN_UP);
        sentence.repeat(&Meaning::Hours, Meaning::Ages);
    }
    understood.languages = language::read(sentence);
    understood.online = language::read_online(sentence);
    understood.place = whereabouts::read(sentence, Reading::Wish, city);
    topics::read(sentence, city, understood);
}

#[cfg(test)]
mod tests;
