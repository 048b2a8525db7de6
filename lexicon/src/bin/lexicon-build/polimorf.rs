//! PoliMorf: the Polish dictionary of morfologik-stemming.
//!
//! Each entry is `form+code+tags`. The code makes the lemma from the form: its first letter says how many bytes to take
//! from the beginning (`A` none, `B` one), its second how many from the end; the rest is put behind.

use crate::Error;
use crate::cfsa2::Automaton;
use crate::merge::{NOT, Words};

const SEPARATOR: u8 = b'+';
/// The tag of an abbreviation, whose lemma is what it stands for.
const ABBREVIATION: &str = "brev";
/// How a negated participle or gerund is tagged, whose lemma is the verb.
const NEGATED: &str = ":neg";

/// Adds all forms and lemmas of a file.
pub(crate) fn read(file: &[u8], words: &mut Words) -> Result<(), Error> {
    Automaton::open(file)?.each(|entry| {
        let (form, lemma, tags) = parse(entry).ok_or_else(|| Error::Entry(String::from_utf8_lossy(entry).into()))?;
        if tags.split('+').all(|tag| tag.starts_with(ABBREVIATION)) {
            // "100 zł" is not about what is golden, nor "ul." about beehives.
        } else if form.starts_with(NOT) && tags.split('+').all(|tag| tag.contains(NEGATED)) {
            // Who looks for "pełnoletni" does not want "niepełnoletni"; verbs are treated alike.
            words.add(&form, &format!("{NOT}{lemma}"));
        } else {
            words.add(&form, &lemma);
        }
        Ok(())
    })
}

fn parse(entry: &[u8]) -> Option<(String, String, &str)> {
    let mut parts = entry.splitn(3, |byte| *byte == SEPARATOR);
    let form = parts.next()?;
    let ([front, back], append) = parts.next()?.split_first_chunk()?;
    let tags = str::from_utf8(parts.next().unwrap_or_default()).ok()?;
    let [front, back] = [*front, *back].map(|letter| usize::from(letter.wrapping_sub(b'A')));
    let kept = form.get(front..form.len().checked_sub(back)?)?;
    let lemma = String::from_utf8([kept, append].concat()).ok()?;
    Some((String::from_utf8(form.to_vec()).ok()?, lemma, tags))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_lemmas() {
        for (entry, lemma) in [
            ("szkole+ACła+subst:sg:loc:f", "szkoła"),
            ("kot+AA+subst:sg:nom:m2", "kot"),
            ("najstarszy+DDy+adj:sg:nom:m1:sup", "stary"),
        ] {
            assert_eq!(parse(entry.as_bytes()).map(|(_, lemma, _)| lemma).as_deref(), Some(lemma));
        }
        assert!(parse(b"kot+AZ+subst").is_none());
        assert!(parse(b"kot").is_none());
    }

    #[test]
    fn abbreviations_are_left_out_and_negations_stand_apart() {
        let mut words = Words::default();
        for entry in ["godz+AAina+brev:pun", "niebyli+DDyty+ppas:pl:neg"] {
            read(&automaton(entry), &mut words).unwrap();
        }
        assert_eq!(words.iter().collect::<Vec<_>>(), [("niebyli", vec!["niebyty"])]);
    }

    /// An automaton of a single sequence: each arc leads to the next, but for the last.
    fn automaton(sequence: &str) -> Vec<u8> {
        let mut file = b"\\fsa\xc6\0\0\0\xc0^".to_vec();
        file.extend(sequence.bytes().flat_map(|label| [0xc0, label]));
        let last = file.len() - 2;
        file[last] = 0x60;
        file.push(0);
        file
    }
}
