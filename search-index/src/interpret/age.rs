//! Ages, as people write them: in years and months, as classes of school, as times of life.

mod words;

use std::ops::RangeInclusive;

use words::{
    AGED, CHILDREN, EXPERIENCE, GROWN, HOUSES, MONTHS, NUMERALS, ORDINALS, POLISH, ROMAN, SPOUSES, TIMES_OF_LIFE,
    UKRAINIAN, YEARS,
};

use super::{Meaning, Sentence, sentence::counts_something};
use crate::tokens::Token;

/// Adults, in months.
pub(super) const GROWN_UP: RangeInclusive<u32> = 216..=1199;
/// Nobody is older, in years.
const OLDEST: f64 = 120.0;

/// The year somebody was born in: "rocznik 2014", "urodzony w 2015", "2016 року народження".
pub(super) fn read_birth(sentence: &mut Sentence) -> Option<i32> {
    for at in 0..sentence.len() {
        let Some(year) = sentence.number(at).filter(|year| year.fract() == 0.0 && (1920.0..2100.0).contains(year))
        else {
            continue;
        };
        let lead = usize::from(at > 0 && sentence.is(at - 1, &["w", "in", "у", "в", "roku"]));
        let start = at.checked_sub(lead + 1).filter(|start| {
            sentence.begins(*start, &["rocznik", "urodzon", "born", "народжен"]) || sentence.is(*start, &["ur"])
        });
        let is_behind = sentence.begins(at + 1, &["рок", "р"]) && sentence.begins(at + 2, &["народ"]);
        if start.is_some() || is_behind {
            let end = at + 1 + usize::from(sentence.is(at + 1, &["r", "roku", "року"])) + usize::from(is_behind);
            sentence.take(Meaning::Ages, start.unwrap_or(at)..end);
            return Some(year as i32);
        }
    }
    None
}

/// The ages a sentence speaks of, in months. Several make one range.
pub(super) fn read(sentence: &mut Sentence) -> Option<RangeInclusive<u32>> {
    let mut ages: Option<RangeInclusive<u32>> = None;
    let mut at = 0;
    while at < sentence.len() {
        let Some((found, length)) = months(sentence, at).or_else(|| grade(sentence, at)).or_else(|| word(sentence, at))
        else {
            at += 1;
            continue;
        };
        let mut start = at;
        while start > 0 && (sentence.is(start - 1, &AGED) || sentence.is(start - 1, &["около", "okolo", "ok"])) {
            start -= 1;
        }
        sentence.take(Meaning::Ages, start..at + length);
        ages = Some(match ages {
            None => found,
            // "Nastolatek 13 lat" is thirteen; "5 i 8 lat" are two children.
            Some(known) if known.start() <= found.end() && found.start() <= known.end() => {
                *known.start().max(found.start())..=*known.end().min(found.end())
            }
            Some(known) => *known.start().min(found.start())..=*known.end().max(found.end()),
        });
        at += length;
    }
    ages
}

/// Years at an age: "8" is from the eighth birthday to the ninth.
fn years(from: f64, to: f64) -> Option<RangeInclusive<u32>> {
    let fits = (0.0..=OLDEST).contains(&from) && from <= to && to <= OLDEST;
    let months = |years: f64| (years * 12.0).round() as u32;
    fits.then(|| months(from)..=if to.fract() == 0.0 { months(to) + 11 } else { months(to) })
}

/// A number in figures or words.
fn numeral(sentence: &Sentence, at: usize) -> Option<f64> {
    let word = sentence.free(at)?;
    // "Ten rok" is this year.
    let spelt = || {
        let known = NUMERALS.iter().find(|(forms, _)| forms.contains(&word));
        known.filter(|_| !(word == "ten" && sentence.begins(at + 1, &["rok"]))).map(|(_, number)| f64::from(*number))
    };
    sentence.number(at).or_else(spelt)
}

/// "8 lat", "8-latek", "od 6 do 8 lat", "18 miesięcy", "wiek 8", "lat 8".
fn months(sentence: &Sentence, start: usize) -> Option<(RangeInclusive<u32>, usize)> {
    let only_up_to =
        sentence.is(start, &["do", "до", "under"]) || (sentence.is(start, &["up"]) && sentence.is(start + 1, &["to"]));
    let only_over = sentence.is(start, &["ponad", "powyzej", "over", "понад"]);
    let lead = usize::from(only_up_to || only_over || sentence.is(start, &["od", "from", "від"]))
        + usize::from(sentence.is(start, &["up"]) && only_up_to);
    let at = start + lead;
    let before = |any_of: &[&str]| start > 0 && sentence.folded(start - 1).is_some_and(|word| any_of.contains(&word));
    let aged = before(&AGED) || before(&CHILDREN);
    // "Trenuje od 3 lat" tells of experience.
    let since = [start, start.wrapping_sub(1)].into_iter().find(|at| sentence.is(*at, &["od", "from"]));
    let verb = since.and_then(|at| at.checked_sub(1)).and_then(|at| sentence.folded(at)).unwrap_or_default();
    if EXPERIENCE.iter().any(|start| verb.starts_with(start)) {
        return None;
    }
    if sentence.is(start, &["poltora"]) && sentence.begins(start + 1, &["rok"]) {
        return Some((18..=18, 2));
    }
    if sentence.is(start, &["pol"]) && sentence.begins(start + 1, &["rok"]) {
        return Some((6..=6, 2));
    }
    if sentence.begins(start, &["rok"]) && sentence.is(start + 1, &["i"]) {
        if sentence.is(start + 2, &["pol"]) {
            return Some((18..=18, 3));
        }
        if let Some(more) =
            sentence.number(start + 2).filter(|more| *more < 12.0 && sentence.begins(start + 3, &MONTHS))
        {
            return Some((12 + more as u32..=12 + more as u32, 4));
        }
    }
    // "Do lat 5".
    if let Some(age) = sentence.number(at + 1).filter(|_| lead > 0 && sentence.is(at, &["lat"])) {
        let ages = if only_up_to { years(0.0, age)? } else { *years(age, age)?.start()..=*GROWN_UP.end() };
        return Some((ages, at + 2 - start));
    }
    let from = numeral(sentence, at)?;
    let joined = usize::from(sentence.is(at + 1, &["do", "a", "i", "lub", "to", "or", "and", "до", "або", "и"]));
    let to = numeral(sentence, at + 1 + joined).filter(|to| from <= *to && *to <= OLDEST);
    let (last, mut next) = match to {
        Some(to) => (to, at + 2 + joined),
        None => (from, at + 1),
    };
    // "8-mio latek", "5-ти років": the ending of a numeral says nothing.
    if sentence.is(next, &["mio", "cio", "io", "ro", "o", "ti", "mi", "ти", "ми", "x"]) {
        next += 1;
    }
    let half = if sentence.is(next, &["i"]) && sentence.is(next + 1, &["pol"]) { 0.5 } else { 0.0 };
    if half > 0.0 {
        next += 2;
    }
    // "18 m-cy".
    if sentence.is(next, &["m"]) && sentence.is(next + 1, &["cy", "ce"]) {
        next += 1;
    }
    if sentence.begins(next, &MONTHS)
        || sentence.is(next, &["cy", "ce"])
        || (sentence.is(next, &["m"]) && sentence.token(next).is_some_and(|token| token.glued))
    {
        // "Kurs na 2 miesiące" lasts so long.
        let is_age = (0.0..=OLDEST * 12.0).contains(&last) && !before(&["na", "for", "przez"]);
        let range = is_age.then_some(from as u32..=last as u32)?;
        return Some((range, next + 1 - start));
    }
    let short = sentence.is(next, &["l"]) || (sentence.is(next, &["r"]) && sentence.is(next + 1, &["z"]));
    if sentence.is(next, &YEARS) || short {
        let mut end = next + 1 + usize::from(sentence.is(next, &["r"]));
        while sentence.is(end, &["old", "olds", "zycia"]) {
            end += 1;
        }
        let ages = match to {
            None if only_up_to => years(0.0, last)?,
            None if only_over => *years(from, from)?.start()..=*GROWN_UP.end(),
            _ => years(from + half, last + half)?,
        };
        return Some((ages, end - start));
    }
    // Without a unit, only a word for age or children in front makes a number one.
    let open = sentence.token(at).is_some_and(|token| token.open);
    let plausible =
        (aged || open) && last < if before(&CHILDREN) { 19.0 } else { 100.0 } && !counts_something(sentence, next);
    plausible.then(|| years(from, last)).flatten().map(|ages| (ages, next - start))
}

/// "3 klasa", "klasa III", "klasy 1-3", "drugiej klasy", "third grade".
fn grade(sentence: &Sentence, at: usize) -> Option<(RangeInclusive<u32>, usize)> {
    const CLASS: [&str; 9] = ["klasa", "klasy", "klasie", "klase", "klas", "klasach", "kl", "grade", "grades"];
    const CLASS_UK: [&str; 3] = ["клас", "класу", "класі"];
    let is_class = |at: usize| sentence.is(at, &CLASS) || sentence.is(at, &CLASS_UK);
    let number = |at: usize| -> Option<u32> {
        let word = sentence.free(at)?;
        let figure = sentence.number(at).filter(|n| n.fract() == 0.0 && (1.0..=8.0).contains(n)).map(|n| n as u32);
        // "Zerówka i klasy": an i is one only behind its class, or written large.
        let is_roman =
            word != "i" || (at > 0 && is_class(at - 1)) || sentence.token(at).is_some_and(Token::is_capitalised);
        let roman = || ROMAN.iter().find(|(roman, _)| is_roman && *roman == word).map(|(_, n)| *n);
        let ordinal = || ORDINALS.iter().find(|(start, _)| word.starts_with(start)).map(|(_, n)| *n);
        figure.or_else(roman).or_else(ordinal)
    };
    let secondary = |at: usize| {
        sentence.begins(at, &["lice", "lo", "technik"])
            || (sentence.begins(at, &["szkol"]) && sentence.begins(at + 1, &["sredni"]))
    };
    let ages = |from: u32, to: u32| years(f64::from(from + 6), f64::from(to + 6));
    if let Some(class) = number(at).filter(|class| *class <= 5 && is_class(at + 1) && secondary(at + 2)) {
        return Some((years(f64::from(class + 14), f64::from(class + 14))?, 3));
    }
    if is_class(at) {
        let lead = usize::from(sentence.is(at + 1, &["od", "from"]));
        let first = at + 1 + lead;
        let from = number(first)?;
        if from <= 5 && secondary(first + 1) {
            return Some((years(f64::from(from + 14), f64::from(from + 14))?, 3 + lead));
        }
        let joined = usize::from(sentence.is(first + 1, &["do", "to", "i"]));
        return match number(first + 1 + joined).filter(|to| *to > from) {
            Some(to) => Some((ages(from, to)?, 3 + lead + joined)),
            None => Some((ages(from, from)?, 2 + lead)),
        };
    }
    let lead = usize::from(sentence.is(at, &["od", "from"]));
    let first = at + lead;
    let from = number(first)?;
    let joined = usize::from(sentence.is(first + 1, &["do", "to"]));
    match number(first + 1 + joined).filter(|to| *to > from && is_class(first + 2 + joined)) {
        Some(to) => Some((ages(from, to)?, 3 + lead + joined)),
        None => is_class(first + 1).then(|| ages(from, from)).flatten().map(|ages| (ages, 2 + lead)),
    }
}

/// "ośmiolatek", "drugoklasista", "przedszkolak", "niemowlę".
fn word(sentence: &Sentence, at: usize) -> Option<(RangeInclusive<u32>, usize)> {
    let word = sentence.free(at)?;
    // "Pięcio- i ośmiolatka".
    if let Some((_, from)) = POLISH.iter().find(|(start, _)| *start == word) {
        let next = at + 1 + usize::from(sentence.is(at + 1, &["i", "lub", "do"]));
        let last = sentence.free(next).and_then(|_| self::word(sentence, next));
        return last.map(|(ages, _)| (*from * 12..=*ages.end(), next + 1 - at));
    }
    for (start, number) in POLISH {
        let Some(rest) = word.strip_prefix(start) else { continue };
        if rest.starts_with("lat") || rest.starts_with("letn") {
            let to = if start == "kilku" { 6.0 } else { f64::from(number) };
            return Some((years(f64::from(number), to)?, 1));
        }
        if rest.starts_with("miesie") {
            return Some((number..=number, 1));
        }
    }
    for (start, number) in UKRAINIAN {
        if word.strip_prefix(start).is_some_and(|rest| rest.starts_with("річ") || rest.starts_with("літ")) {
            return Some((years(f64::from(number), f64::from(number))?, 1));
        }
    }
    for (start, number) in UKRAINIAN {
        if number <= 9 && word.strip_prefix(start).is_some_and(|rest| rest.starts_with("клас")) {
            return Some((years(f64::from(number + 6), f64::from(number + 6))?, 1));
        }
    }
    for (start, number) in ORDINALS {
        let rest = word.strip_prefix(start).map(|rest| rest.trim_start_matches(['o', 'i', 'о']));
        if rest.is_some_and(|rest| rest.starts_with("klasist") || rest.starts_with("клас")) {
            return Some((years(f64::from(number + 6), f64::from(number + 6))?, 1));
        }
    }
    // "Dla mam", "dla rodziców" is for adults; "dla mamy z dzieckiem" is for both.
    let with = ["z", "ze", "dla", "with", "for", "з", "і", "для"];
    let is_accompanied = (1..=3).any(|steps| at.checked_sub(steps).is_some_and(|at| sentence.is(at, &with)));
    if is_accompanied && SPOUSES.contains(&word) {
        return Some((GROWN_UP, 1));
    }
    if at > 0 && sentence.is(at - 1, &["dla"]) && GROWN.contains(&word) && !sentence.is(at + 1, &["z", "i"]) {
        return Some((GROWN_UP, 1));
    }
    if word.starts_with("roczn") && sentence.begins(at + 1, &["dziec", "dziewcz", "chlop", "malu"]) {
        return Some((12..=23, 1));
    }
    if word.starts_with("uczn") && sentence.begins(at + 1, &["podstaw"]) {
        return Some((84..=179, 2));
    }
    if word.starts_with("uczn")
        && sentence.begins(at + 1, &["lice", "technik", "szkol"])
        && !sentence.begins(at + 2, &["podst"])
    {
        return Some((180..=227, 2));
    }
    if word == "roczek" || word == "roczku" {
        return Some((12..=23, 1));
    }
    // "Pałac Młodzieży" and "Młodzieżowy Dom Kultury" are for everybody.
    let beside = |at: Option<usize>| at.is_some_and(|at| sentence.begins(at, &HOUSES));
    if beside(at.checked_sub(1)) || (word.starts_with("mlodziezow") && beside(Some(at + 1))) {
        return None;
    }
    if word.starts_with("babysit") {
        return None;
    }
    let (_, from, to) = TIMES_OF_LIFE.iter().find(|(start, ..)| word.starts_with(start))?;
    Some((*from..=*to, 1))
}
