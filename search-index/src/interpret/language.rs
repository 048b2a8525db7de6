//! The language lessons are held in, and whether from home.

use super::{Meaning, Sentence};

/// For each language its tag and how it is named: "po angielsku", "w języku angielskim", "in English", "англійською".
const LANGUAGES: [(&str, &[&str], &[&str], &[&str]); 9] = [
    ("en", &["angielsku"], &["angielskim"], &["english", "англійською", "англійській"]),
    ("uk", &["ukrainsku"], &["ukrainskim"], &["ukrainian", "українською", "українській"]),
    ("de", &["niemiecku"], &["niemieckim"], &["german", "німецькою", "німецькій"]),
    ("pl", &["polsku"], &["polskim"], &["polish", "польською", "польській"]),
    ("es", &["hiszpansku"], &["hiszpanskim"], &["spanish", "іспанською"]),
    ("fr", &["francusku"], &["francuskim"], &["french", "французькою"]),
    ("it", &["wlosku"], &["wloskim"], &["italian", "італійською"]),
    ("ru", &["rosyjsku"], &["rosyjskim"], &["russian", "російською"]),
    ("be", &["bialorusku"], &["bialoruskim"], &["belarusian", "білоруською"]),
];
const SPEAKING: [(&str, &str); 5] =
    [("angl", "en"), ("angielsk", "en"), ("ukrainsk", "uk"), ("niemieck", "de"), ("polsk", "pl")];

/// Languages (BCP 47) that lessons should be held in; to learn a language is a topic instead.
pub(super) fn read(sentence: &mut Sentence) -> Vec<&'static str> {
    let mut tags = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let Some((tag, length)) = language(sentence, at) else {
            at += 1;
            continue;
        };
        sentence.take(Meaning::Language, at..at + length);
        if !tags.contains(&tag) {
            tags.push(tag);
        }
        at += length;
    }
    tags
}

fn language(sentence: &Sentence, at: usize) -> Option<(&'static str, usize)> {
    for (tag, adverb, adjective, foreign) in LANGUAGES {
        if sentence.is(at, &["po"]) && sentence.is(at + 1, adverb) {
            return Some((tag, 2));
        }
        if sentence.is(at, &["w"]) {
            let named = sentence.is(at + 1, &["jezyku", "jez", "j"]);
            if named && sentence.is(at + 2, adjective) {
                return Some((tag, 3));
            }
        }
        if sentence.is(at, &["in"]) && sentence.is(at + 1, foreign) {
            return Some((tag, 2));
        }
        if sentence.is(at, foreign) {
            if sentence.begins(at + 1, &["мов", "speaking"]) {
                return Some((tag, 2));
            }
            if sentence.free(at).is_some_and(|word| word.ends_with("ою")) {
                return Some((tag, 1));
            }
        }
        if sentence.is(at, &["на"]) && sentence.is(at + 1, foreign) {
            return Some((tag, 2));
        }
    }
    let word = sentence.free(at)?;
    let (_, tag) = SPEAKING.iter().find(|(start, _)| {
        word.strip_prefix(start).is_some_and(|rest| rest.trim_start_matches('o').starts_with("jezyczn"))
    })?;
    Some((tag, 1))
}

/// Whether lessons should be held online (`true`) or on the spot (`false`).
pub(super) fn read_online(sentence: &mut Sentence) -> Option<bool> {
    for at in 0..sentence.len() {
        let games = ["gra", "gry", "gre", "gier", "grach", "game", "games", "ігри"];
        let played = at > 0 && sentence.folded(at - 1).is_some_and(|word| games.contains(&word));
        let steered = sentence.begins(at + 1, &["ster", "control"]);
        let pair = (sentence.is(at, &["przez"]) && sentence.is(at + 1, &["internet", "neta"]))
            || (sentence.is(at, &["on"]) && sentence.is(at + 1, &["line"]))
            || (sentence.is(at, &["na"]) && sentence.is(at + 1, &["odleglosc"]));
        if pair
            || (!played
                && !steered
                && sentence.begins(at, &["online", "onlajn", "zdaln", "онлайн", "дистанц", "remote"]))
        {
            sentence.take(Meaning::Online, at..at + 1 + usize::from(pair));
            return Some(true);
        }
        if sentence.begins(at, &["stacjonarn"]) {
            sentence.take(Meaning::Online, at..at + 1);
            return Some(false);
        }
    }
    None
}
