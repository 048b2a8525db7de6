//! Makes the dictionary from PoliMorf and the spelling dictionary of sjp.pl; `scripts/lexicon.sh` runs it.
//!
//! The same files give the same bytes.

mod cfsa2;
mod hunspell;
mod latin2;
mod merge;
mod polimorf;
mod write;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use merge::Words;

const USAGE: &str = "lexicon-build POLIMORF.dict HUNSPELL.aff HUNSPELL.dic OUTPUT";

/// Why there is no dictionary.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("this is not a CFSA2 automaton: {0}")]
    Cfsa2(&'static str),
    #[error("the automaton has an entry that is not form, code and tags: {0}")]
    Entry(String),
    #[error("affixes, line {0}: {1}")]
    Affix(usize, &'static str),
    #[error("the dictionary has too many sets of lemmas")]
    Sets,
    #[error("the automaton of forms: {0}")]
    Forms(#[from] fst::Error),
    #[error("a script for {0}")]
    Script(String),
}

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let outcome = match arguments.as_slice() {
        [polimorf, affixes, entries, output] => {
            build(polimorf, affixes, entries, output).map_err(|err| err.to_string())
        }
        _ => Err(format!("usage: {USAGE}")),
    };
    let (code, said) = match outcome {
        Ok(counts) => (ExitCode::SUCCESS, counts),
        Err(err) => (ExitCode::FAILURE, err),
    };
    // There is nobody left to tell if this fails.
    let _ = writeln!(std::io::stderr(), "{said}");
    code
}

/// Writes the dictionary and says how large it has become.
fn build(polimorf: &Path, affixes: &Path, entries: &Path, output: &Path) -> Result<String, Error> {
    let mut words = Words::default();
    polimorf::read(&read(polimorf)?, &mut words)?;
    let known = words.counts();
    let paradigms = hunspell::paradigms(&latin2::decode(&read(affixes)?), &latin2::decode(&read(entries)?))?;
    merge::add_paradigms(&mut words, &paradigms);
    let file = write::file(&words)?;
    let packed = write::pack(&file).map_err(|source| Error::File { path: output.to_owned(), source })?;
    std::fs::write(output, &packed).map_err(|source| Error::File { path: output.to_owned(), source })?;
    Ok(format!("PoliMorf: {known}\nboth: {}\n{} bytes, {} packed", words.counts(), file.len(), packed.len()))
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })
}
