//! Days of the week.

use super::{
    Meaning, Sentence,
    sentence::{NOT, WITHOUT},
};

/// Beginnings of the days' names, Monday first; a short one must be the whole word.
const NAMES: [&[&str]; 7] = [
    &["poniedzial", "monday", "понеділ"],
    &["wtorek", "wtork", "tuesday", "вівтор"],
    &["wednesday"],
    &["czwartek", "czwartk", "thursday", "четвер"],
    &["piatek", "piatku", "piatkow", "friday", "п'ятниц", "пятниц"],
    &["sobot", "saturday", "субот"],
    &["niedziel", "sunday", "неділ"],
];
const WHOLE: [&[&str]; 7] = [
    &["pon", "pn", "mon", "mondays", "пн"],
    &["wt", "wto", "tue", "tues", "вт"],
    &[
        "sroda",
        "srody",
        "srode",
        "srodzie",
        "srod",
        "srodami",
        "srodowe",
        "srodowy",
        "sr",
        "wed",
        "ср",
        "середа",
        "середу",
        "середи",
        "середах",
        "середам",
        "середою",
    ],
    &["czw", "cz", "thu", "thur", "thurs", "чт"],
    &["pt", "pia", "piatki", "fri", "пт"],
    &["sob", "sat", "сб"],
    &["niedz", "nd", "ndz", "нд"],
];
/// Words in front of a day that belong to it.
const LEADS: [&str; 12] = ["w", "we", "na", "on", "у", "в", "co", "kazda", "kazdy", "every", "od", "from"];

/// The days a sentence speaks of, after Monday, in their order.
pub(super) fn read(sentence: &mut Sentence) -> Vec<u8> {
    let mut days: Vec<u8> = Vec::new();
    let mut unwanted: Vec<u8> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let Some((found, length)) = span(sentence, at) else {
            at += 1;
            continue;
        };
        let mut start = at;
        while start > 0 && sentence.is(start - 1, &LEADS) {
            start -= 1;
        }
        // "Nie w poniedziałek", "oprócz weekendu": on all others. "Albo", "i" go on with what was said before.
        let turned =
            start > 0 && [&NOT[..], &WITHOUT, &["poza"]].into_iter().any(|words| sentence.is(start - 1, words));
        let list = if turned { &mut unwanted } else { &mut days };
        list.extend(found);
        sentence.take(Meaning::Weekdays, start - usize::from(turned)..at + length);
        at += length;
    }
    if !unwanted.is_empty() {
        days = (0..7).filter(|day| (days.is_empty() || days.contains(day)) && !unwanted.contains(day)).collect();
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn span(sentence: &Sentence, at: usize) -> Option<(Vec<u8>, usize)> {
    if sentence.begins(at, &["weekend", "вихідн", "уікенд"]) {
        return Some((vec![5, 6], 1));
    }
    // "Raz w tygodniu" is on any day.
    let is_often = at > 1
        && sentence.folded(at - 2).is_some_and(|word| matches!(word, "raz" | "razy" | "x" | "godzina" | "godziny"));
    let in_week = sentence.is(at, &["tygodniu", "tygodnia", "week"])
        && at > 0
        && sentence.is(at - 1, &["w", "srod", "during"])
        && !is_often;
    if sentence.begins(at, &["weekday", "будн"]) || in_week {
        return Some((vec![0, 1, 2, 3, 4], 1));
    }
    if sentence.is(at, &["dni", "dniach", "робочі"]) && sentence.begins(at + 1, &["powszedn", "robocz", "дні"])
    {
        return Some((vec![0, 1, 2, 3, 4], 2));
    }
    let first = day(sentence, at)?;
    // From one day to another: with a word, or with a dash.
    let joined = usize::from(sentence.is(at + 1, &["do", "to", "до", "through"]));
    let is_span = joined == 1 || sentence.is_dashed(at);
    if let Some(last) = day(sentence, at + 1 + joined).filter(|last| *last > first && is_span) {
        return Some(((first..=last).collect(), 2 + joined));
    }
    Some((vec![first], 1))
}

/// Words that mean a day only in the company of another, of a number, or at the end: "warsztaty pt. Robotyka", "cz. 2".
const VAGUE: [&str; 3] = ["pt", "cz", "piatki"];

fn day(sentence: &Sentence, at: usize) -> Option<u8> {
    let word = sentence.free(at)?;
    let is_led = at > 0 && sentence.folded(at - 1).is_some_and(|before| LEADS.contains(&before));
    if VAGUE.contains(&word) && !is_led {
        let beside = |at: Option<usize>| at.is_some_and(|at| named(sentence, at).is_some());
        let timed = sentence.number(at + 1).is_some_and(|number| number >= 7.0) && word != "cz";
        if !(beside(at.checked_sub(1)) || beside(Some(at + 1)) || timed || at + 1 == sentence.len()) {
            return None;
        }
    }
    named(sentence, at)
}

fn named(sentence: &Sentence, at: usize) -> Option<u8> {
    let word = sentence.folded(at)?;
    let named = NAMES.iter().position(|starts| starts.iter().any(|start| word.starts_with(start)));
    let whole = || WHOLE.iter().position(|words| words.contains(&word));
    named.or_else(whole).map(|day| day as u8)
}
