//! Hours of the day.

use std::ops::Range;

use super::{Meaning, Sentence, sentence::counts_something};

pub(super) const MORNING: Range<u16> = 5 * 60..12 * 60;
pub(super) const AFTERNOON: Range<u16> = 12 * 60..18 * 60;
pub(super) const EVENING: Range<u16> = 17 * 60 + 30..24 * 60;
/// After the last lesson, and while parents are still at work.
pub(super) const AFTER_SCHOOL: Range<u16> = 13 * 60..18 * 60 + 30;
pub(super) const AFTER_WORK: Range<u16> = 16 * 60 + 55..24 * 60;
/// Who says "at five" would also come a little earlier or later.
pub(super) const EARLIER: u16 = 30;
pub(super) const LATER: u16 = 45;
/// Hours in words, without their endings: "po szesnastej".
const SPELT: [(&str, u16); 8] = [
    ("trzynast", 13),
    ("czternast", 14),
    ("pietnast", 15),
    ("szesnast", 16),
    ("siedemnast", 17),
    ("osiemnast", 18),
    ("dziewietnast", 19),
    ("dwudziest", 20),
];
const UNITS: [&str; 8] = ["h", "godz", "godzinie", "godziny", "tej", "ej", "00", "pm"];

/// When lessons may start, in minutes of the day.
pub(super) fn read(sentence: &mut Sentence) -> Option<Range<u16>> {
    let mut hours: Option<Range<u16>> = None;
    let mut at = 0;
    while at < sentence.len() {
        let Some((found, length)) = part_of_day(sentence, at).or_else(|| clock(sentence, at)) else {
            at += 1;
            continue;
        };
        sentence.take(Meaning::Hours, at..at + length);
        hours = Some(match hours {
            Some(known) if known.start < found.end && found.start < known.end => {
                known.start.max(found.start)..known.end.min(found.end)
            }
            _ => found,
        });
        at += length;
    }
    hours
}

fn part_of_day(sentence: &Sentence, at: usize) -> Option<(Range<u16>, usize)> {
    let pair = |first: &[&str], second: &[&str]| sentence.is(at, first) && sentence.begins(at + 1, second);
    if pair(&["po", "after", "після"], &["szkol", "lekcj", "school", "школ", "урок", "занят"]) {
        return Some((AFTER_SCHOOL, 2));
    }
    if pair(&["po", "after", "після"], &["prac", "work", "робот"]) {
        return Some((AFTER_WORK, 2));
    }
    if pair(&["po"], &["poludni"]) || pair(&["після", "по"], &["обід", "обіду"]) {
        return Some((AFTERNOON, 2));
    }
    if pair(&["przed"], &["poludni"]) || pair(&["do"], &["poludnia"]) || pair(&["z", "od"], &["rana"]) {
        return Some((MORNING, 2));
    }
    let lead = usize::from(pair(&["in", "w", "at"], &["the"])) * 2;
    let lead = if lead == 0 { usize::from(sentence.is(at, &["in", "w", "at"])) } else { lead };
    let named = |starts: &[&str]| sentence.begins(at + lead, starts);
    let hours =
        if named(&["przedpoludn", "morning", "ranki", "porann", "вранці", "зранку", "ранков", "ранок", "уранці"])
            || sentence.is(at + lead, &["rano", "ranek", "rankiem"])
        {
            MORNING
        } else if named(&["popoludn", "afternoon", "вдень", "пообід"]) {
            AFTERNOON
        } else if named(&["wieczor", "evening", "вечір", "вечор", "ввечер", "увечер"]) {
            EVENING
        } else {
            return None;
        };
    Some((hours, lead + 1))
}

/// "o 17", "po 16:30", "przed 18", "między 16 a 18", "17:00".
fn clock(sentence: &Sentence, start: usize) -> Option<(Range<u16>, usize)> {
    let after = sentence.is(start, &["po", "od", "after", "from", "після", "з", "powyzej"]);
    let before = sentence.is(start, &["przed", "do", "before", "until", "до"]);
    let at_hour =
        sentence.is(start, &["o", "at", "about", "ok", "okolo", "о", "godz", "godzina", "godzinie", "godzinach", "g"]);
    // "Nie po 18", "nie później niż 18": the other way round.
    if sentence.is(start, &["nie", "not", "не", "najpozniej", "najwczesniej"]) {
        return turned(sentence, start);
    }
    let between = sentence.is(start, &["miedzy", "pomiedzy", "between", "між"]);
    let mut at = start + usize::from(after || before || at_hour || between);
    while sentence.is(at, &["godz", "godzinie", "godziny", "godzina"]) {
        at += 1;
    }
    let (minute, mut next) = time(sentence, at)?;
    let is_written_out = sentence.folded(at).is_some_and(|text| text.contains(':'));
    // "17:00-19:00", "15-17": from one to the other.
    if let Some((last, end)) = time(sentence, at + 1).filter(|_| sentence.is_dashed(at)) {
        let plausible = is_written_out || minute >= 9 * 60;
        let counted = counts_something(sentence, end) || sentence.begins(end, &["lat", "year", "рок", "klas", "zl"]);
        return (plausible && !counted && minute < last).then(|| (minute..last, end - start));
    }
    let named = at > start && sentence.begins(at - 1, &["godz"]);
    let unit = sentence.is(next, &UNITS) || sentence.is(next, &["am", "rano", "wieczorem", "вечора", "ранку"]);
    let minute = after_noon(sentence, next, minute);
    next += usize::from(unit);
    // A bare small number is more likely an age, a class or a count.
    let is_led = after || before || at_hour;
    let plausible = is_written_out || named || unit || between || (is_led && minute >= 9 * 60);
    let counted = counts_something(sentence, next)
        || sentence.begins(next, &["lat", "rok", "year", "zl", "pln", "mies", "рок", "річ", "зл", "klas"]);
    // "2 godziny w tygodniu" last so long.
    let lasts = at == start && !is_written_out && unit && (minute < 7 * 60 || sentence.begins(next - 1, &["godzin"]));
    if !plausible || counted || lasts {
        return None;
    }
    if between {
        let joined = usize::from(sentence.is(next, &["a", "i", "and", "та", "і", "do"]));
        let (last, end) = time(sentence, next + joined)?;
        let later = after_noon(sentence, end, last);
        // "Between 4 and 6 pm": both are after noon.
        let minute = if later > last && minute < 12 * 60 { minute + 12 * 60 } else { minute };
        let last = later;
        let end = end + usize::from(sentence.is(end, &UNITS));
        return (last > minute).then(|| (minute..last, end - start));
    }
    let hours = if after {
        minute..24 * 60
    } else if before {
        0..minute
    } else {
        minute.saturating_sub(EARLIER)..minute.saturating_add(LATER).min(24 * 60)
    };
    Some((hours, next - start))
}

/// A limit that is said to be none: not after six is before six.
fn turned(sentence: &Sentence, start: usize) -> Option<(Range<u16>, usize)> {
    let (word, at) = (start + 1, start + 2);
    let (late, mut at) = if sentence.is(start, &["najpozniej"]) {
        (true, word)
    } else if sentence.is(start, &["najwczesniej"]) {
        (false, word)
    } else if sentence.is(word, &["pozniej", "later", "пізніше"]) && sentence.is(at, &["niz", "than", "ніж"])
    {
        (true, at + 1)
    } else if sentence.is(word, &["wczesniej", "earlier", "раніше"]) && sentence.is(at, &["niz", "than", "ніж"])
    {
        (false, at + 1)
    } else if sentence.is(word, &["po", "after", "після"]) {
        (true, at)
    } else if sentence.is(word, &["przed", "before"]) {
        (false, at)
    } else {
        return None;
    };
    while sentence.is(at, &["do", "od", "o", "po", "godz", "godzinie", "godziny"]) {
        at += 1;
    }
    let (minute, next) = time(sentence, at)?;
    let next = next + usize::from(sentence.is(next, &UNITS));
    Some((if late { 0..minute } else { minute..24 * 60 }, next - start))
}

/// A time on the clock's face that the word behind it puts after noon.
fn after_noon(sentence: &Sentence, next: usize, minute: u16) -> u16 {
    let is_later = sentence.is(next, &["pm", "wieczorem", "вечора"]) && minute < 12 * 60;
    minute + if is_later { 12 * 60 } else { 0 }
}

/// `17`, `17:30`, `17.30` as a minute of the day, and the token after it.
fn time(sentence: &Sentence, at: usize) -> Option<(u16, usize)> {
    let text = sentence.free(at)?;
    if let Some((_, hour)) =
        SPELT.iter().find(|(start, _)| text.strip_prefix(start).is_some_and(|end| matches!(end, "a" | "ej")))
    {
        return Some((hour * 60, at + 1));
    }
    let (hours, minutes) = text.split_once([':', '.']).unwrap_or((text, "0"));
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then(|| (hours * 60 + minutes, at + 1))
}
