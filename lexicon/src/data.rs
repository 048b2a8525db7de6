//! The file: a header, sets of scripts, and the automaton of forms.
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 | [`MAGIC`] |
//! | 4 | how many bytes the automaton has |
//! | 4 | how many sets there are, *n* |
//! | 4 × (*n* + 1) | where each begins among the scripts, and where the last one ends |
//! | … | the scripts |
//! | the rest | an automaton of the crate `fst`, from a form to the number of its set |
//!
//! Numbers are little-endian. A script makes a lemma from a form: one byte says how many bytes to take from its
//! beginning, one how many from its end, one how many follow; these are then put behind what is left. `szybszego` and
//! `droższego` hence need different scripts, but thousands of forms share one.

/// How every file of this version begins.
pub const MAGIC: &[u8; 8] = b"lexicon1";
/// A number as the file has it.
type Number = [u8; 4];

/// The bytes are not a dictionary, or one of another version.
#[derive(Debug, thiserror::Error)]
#[error("this is not a dictionary of forms and lemmas, or one of another version")]
pub struct Damaged;

/// Sets of scripts by number.
#[derive(Clone, Copy, Default)]
pub(crate) struct Scripts {
    offsets: &'static [Number],
    scripts: &'static [u8],
}

/// Takes a file apart into scripts and the automaton's bytes.
pub(crate) fn open(file: &'static [u8]) -> Result<(Scripts, &'static [u8]), Damaged> {
    let rest = file.strip_prefix(MAGIC).ok_or(Damaged)?;
    let (numbers, _) = rest.as_chunks();
    let ([forms_size, count], offsets) = numbers.split_first_chunk().ok_or(Damaged)?;
    let (offsets, _) = offsets.split_at_checked(number(*count).saturating_add(1)).ok_or(Damaged)?;
    let scripts_size = number(*offsets.last().ok_or(Damaged)?);
    let (_, rest) = rest.split_at((2 + offsets.len()) * size_of::<Number>());
    let (scripts, forms) = rest.split_at_checked(scripts_size).ok_or(Damaged)?;
    // The automaton finds its beginning from its end, so it must be whole.
    if forms.len() == number(*forms_size) { Ok((Scripts { offsets, scripts }, forms)) } else { Err(Damaged) }
}

impl Scripts {
    /// Adds to `out` what the scripts of a set make of a form, unless it is there already.
    pub(crate) fn apply(&self, set: u64, form: &str, out: &mut Vec<String>) {
        let mut set = self.set(set).unwrap_or_default();
        while let Some((lemma, rest)) = apply_first(set, form) {
            if !out.contains(&lemma) {
                out.push(lemma);
            }
            set = rest;
        }
    }

    fn set(&self, set: u64) -> Option<&'static [u8]> {
        match self.offsets.get(usize::try_from(set).ok()?..)? {
            [begin, end, ..] => self.scripts.get(number(*begin)..number(*end)),
            _ => None,
        }
    }
}

/// The lemma that a set's first script makes of a form, and the scripts after it.
fn apply_first<'a>(set: &'a [u8], form: &str) -> Option<(String, &'a [u8])> {
    let ([front, back, length], rest) = set.split_first_chunk()?;
    let (append, rest) = rest.split_at_checked(usize::from(*length))?;
    let kept = form.get(usize::from(*front)..form.len().checked_sub(usize::from(*back))?)?;
    Some(([kept, str::from_utf8(append).ok()?].concat(), rest))
}

fn number(bytes: Number) -> usize {
    u32::from_le_bytes(bytes) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two sets, the first of them with two scripts.
    const SETS: &[u8] =
        b"lexicon1\x03\0\0\0\x02\0\0\0\0\0\0\0\x09\0\0\0\x0d\0\0\0\0\0\x00\0\x01\x03\xc5\x82a\x03\x02\x01yfst";

    fn lemmas(set: u64, form: &str) -> Vec<String> {
        let mut lemmas = Vec::new();
        open(SETS).unwrap().0.apply(set, form, &mut lemmas);
        lemmas
    }

    #[test]
    fn scripts_take_from_both_ends_and_append() {
        assert_eq!(lemmas(0, "igle"), ["igle", "iglła"]);
        assert_eq!(lemmas(1, "najprostsi"), ["prosty"]);
    }

    #[test]
    fn what_does_not_fit_makes_nothing() {
        assert!(lemmas(2, "igle").is_empty());
        assert!(lemmas(u64::MAX, "igle").is_empty());
        assert!(lemmas(1, "naj").is_empty());
        assert!(lemmas(1, "iićaaa").is_empty(), "in the middle of a letter");
    }

    #[test]
    fn torn_files_are_refused() {
        assert_eq!(open(SETS).unwrap().1, b"fst");
        for end in 0..SETS.len() {
            assert!(open(&SETS[..end]).is_err(), "{end}");
        }
        assert!(open(b"lexicon2").is_err());
        assert!(open(b"lexicon1\0\0\0\0\xff\xff\xff\xff\0\0\0\0").is_err());
    }
}
