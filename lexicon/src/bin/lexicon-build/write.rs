//! The file that the library reads; its layout is described in the library's `data` module.

use std::collections::HashMap;

use fst::MapBuilder;
use lexicon::MAGIC;

use crate::Error;
use crate::merge::Words;

/// Before an adjective: its superlative.
const SUPERLATIVE: &str = "naj";
const COMPRESSION: i32 = 19;

/// The file's bytes.
pub(crate) fn file(words: &Words) -> Result<Vec<u8>, Error> {
    let mut forms = Vec::new();
    let mut uses: HashMap<Vec<u8>, u64> = HashMap::new();
    for (form, lemmas) in words.iter() {
        let set = script_set(form, &lemmas)?;
        *uses.entry(set.clone()).or_default() += 1;
        forms.push((form, set));
    }
    // Small numbers take less room, so they go to what is frequent.
    let mut sets: Vec<_> = uses.into_iter().collect();
    sets.sort_unstable_by(|(a, a_uses), (b, b_uses)| b_uses.cmp(a_uses).then_with(|| a.cmp(b)));

    let numbers: HashMap<_, _> = (0_u64..).zip(&sets).map(|(number, (set, _))| (set, number)).collect();
    let mut map = MapBuilder::memory();
    for (form, set) in &forms {
        map.insert(form, *numbers.get(set).ok_or(Error::Sets)?)?;
    }
    let map = map.into_inner()?;

    let mut file = MAGIC.to_vec();
    file.extend(number(map.len())?);
    file.extend(number(sets.len())?);
    let mut end = 0;
    file.extend(number(end)?);
    for (set, _) in &sets {
        end += set.len();
        file.extend(number(end)?);
    }
    for (set, _) in &sets {
        file.extend(set);
    }
    file.extend(map);
    Ok(file)
}

/// The file as it is kept in the repository.
pub(crate) fn pack(file: &[u8]) -> std::io::Result<Vec<u8>> {
    zstd::bulk::compress(file, COMPRESSION)
}

fn script_set(form: &str, lemmas: &[&str]) -> Result<Vec<u8>, Error> {
    let mut scripts = lemmas.iter().map(|lemma| script(form, lemma)).collect::<Result<Vec<_>, _>>()?;
    scripts.sort_unstable();
    Ok(scripts.concat())
}

/// What makes the lemma from the form: bytes to take from its beginning, from its end, and what to put behind.
fn script(form: &str, lemma: &str) -> Result<Vec<u8>, Error> {
    let mut front = 0;
    let mut kept = common(form, lemma);
    if let Some(positive) = form.strip_prefix(SUPERLATIVE)
        && common(positive, lemma) > kept
    {
        front = SUPERLATIVE.len();
        kept = common(positive, lemma);
    }
    let (_, append) = lemma.split_at(kept);
    let mut script = Vec::new();
    for size in [front, form.len() - front - kept, append.len()] {
        script.push(u8::try_from(size).map_err(|_| Error::Script(form.to_owned()))?);
    }
    script.extend(append.bytes());
    Ok(script)
}

/// How many bytes both begin with, in whole characters.
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

fn number(number: usize) -> Result<[u8; 4], Error> {
    Ok(u32::try_from(number).map_err(|_| Error::Sets)?.to_le_bytes())
}

#[cfg(test)]
mod tests {
    use lexicon::Lexicon;

    use super::*;

    #[test]
    fn the_library_reads_what_is_written_here() {
        let pairs = [
            ("szkole", "szkoła"),
            ("najprostsi", "prosty"),
            ("najemca", "najemca"),
            ("są", "są"),
            ("najęte", "nająć"),
            ("najęte", "najęty"),
        ];
        let written = || {
            let mut words = Words::default();
            for (form, lemma) in pairs {
                words.add(form, lemma);
            }
            file(&words).unwrap()
        };
        assert_eq!(zstd::decode_all(pack(&written()).unwrap().as_slice()).unwrap(), written());
        let lexicon = Lexicon::open(written().leak()).unwrap();
        for (form, lemma) in pairs {
            let mut lemmas = Vec::new();
            lexicon.lemmas(form, &mut lemmas);
            assert!(lemmas.contains(&lemma.to_owned()), "{form}: {lemmas:?}");
        }
        assert!(!lexicon.contains("szkoł"));
    }
}
