//! What may be spent at most.

use super::{Meaning, Sentence, sentence::counts_something};

const CURRENCY: [&str; 13] = [
    "zl",
    "zlotych",
    "zlote",
    "zloty",
    "zlotego",
    "zlotowek",
    "zlociszy",
    "pln",
    "zlotys",
    "злотих",
    "злоті",
    "зл",
    "zet",
];
/// Words before an amount that make it a limit; the longer before those they begin with.
const LIMITS: [&[&str]; 26] = [
    &["nie", "wiecej", "niz"],
    &["nie", "drozej", "niz"],
    &["nie", "drozsze", "niz"],
    &["no", "more", "than"],
    &["не", "більше"],
    &["не", "дорожче"],
    &["less", "than"],
    &["mniej", "niz"],
    &["taniej", "niz"],
    &["up", "to"],
    &["w", "cenie", "do"],
    &["cena", "do"],
    &["budzet", "do"],
    &["budzet"],
    &["do"],
    &["ponizej"],
    &["maksymalnie"],
    &["maximum"],
    &["maks"],
    &["max"],
    &["under"],
    &["below"],
    &["до"],
    &["менше"],
    &["дешевше"],
    &["za"],
];
const FREE: [&str; 7] = ["darmo", "bezplat", "nieodplat", "gratis", "безкошт", "безопл", "безплат"];
/// Less than this without a currency is an hour or an age.
const LEAST_BARE: f64 = 25.0;
/// Nobody asks for more, in złoty.
const MOST: f64 = 100_000.0;

/// The most a sentence allows, in grosze.
pub(super) fn read(sentence: &mut Sentence) -> Option<i64> {
    let mut limit: Option<i64> = None;
    let mut at = 0;
    while at < sentence.len() {
        let Some((amount, length)) = free_of_charge(sentence, at).or_else(|| amount(sentence, at)) else {
            at += 1;
            continue;
        };
        sentence.take(Meaning::Price, at..at + length);
        limit = Some(limit.map_or(amount, |known| known.min(amount)));
        at += length;
    }
    limit
}

fn free_of_charge(sentence: &Sentence, at: usize) -> Option<(i64, usize)> {
    if sentence.is(at, &["za"]) && (sentence.begins(at + 1, &["darmo", "friko"]) || sentence.is(at + 1, &["free"])) {
        return Some((0, 2));
    }
    if sentence.is(at, &["bez"]) && sentence.begins(at + 1, &["oplat"]) {
        return Some((0, 2));
    }
    if sentence.is(at, &["без"]) && sentence.begins(at + 1, &["оплат", "плат"]) {
        return Some((0, 2));
    }
    if sentence.begins(at, &FREE) {
        return Some((0, 1));
    }
    // "Free" is the offer's price, unless it is the trial's.
    let of_something = at > 0 && sentence.is(at - 1, &["screen", "sugar", "gluten", "barrier"]);
    if sentence.is(at, &["free"]) && !of_something && !sentence.is(at + 1, &["time", "style", "trial"]) {
        let charge = usize::from(sentence.is(at + 1, &["of"])) * 2;
        return Some((0, 1 + charge));
    }
    None
}

fn amount(sentence: &Sentence, start: usize) -> Option<(i64, usize)> {
    let limit = LIMITS.iter().find(|words| words.iter().enumerate().all(|(at, word)| sentence.is(start + at, &[word])));
    let lead = limit.map_or(0, |words| words.len());
    let mut at = start + lead;
    if sentence.is(at, &["pln"]) {
        at += 1;
    }
    let mut zlote = sentence.number(at)?;
    at += 1;
    // A thousand is often parted: 1 200.
    if let Some(rest) = sentence.number(at).filter(|rest| *rest < 1000.0 && zlote < 100.0)
        && sentence.folded(at).is_some_and(|text| text.len() == 3)
    {
        zlote = zlote * 1000.0 + rest;
        at += 1;
    }
    let has_currency = sentence.is(at, &CURRENCY);
    let plausible = (0.0..MOST).contains(&zlote);
    let is_limit = lead > 0 && limit.is_none_or(|words| *words != ["za"]);
    // Without a currency it may count something else, or be a year.
    let is_amount = is_limit && zlote >= LEAST_BARE && !(1900.0..2100.0).contains(&zlote);
    let is_price =
        has_currency || (is_amount && !counts_something(sentence, at) && !sentence.begins(at, &["lat", "year"]));
    if !plausible || !is_price {
        return None;
    }
    let mut end = at + usize::from(has_currency);
    if sentence.is(end, &["miesiecznie", "mies", "miesiac", "month", "monthly"]) {
        end += 1;
    } else if sentence.is(end, &["za", "na", "a", "per", "на", "за", "w"])
        && sentence
            .begins(end + 1, &["miesi", "month", "zajec", "lekcj", "class", "lesson", "місяц", "занят", "semestr"])
    {
        end += 2;
    }
    Some(((zlote * 100.0).round() as i64, end - start))
}
