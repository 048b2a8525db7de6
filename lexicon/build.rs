//! Unpacks the dictionary, which the library then includes as it is.

use std::error::Error;
use std::fs::{self, File};
use std::path::Path;

const PACKED: &str = "data/polish.lexicon.zst";

fn main() -> Result<(), Box<dyn Error>> {
    // Without the first, Cargo runs this again whenever any file of the crate changes.
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={PACKED}");
    let folder = std::env::var_os("OUT_DIR").ok_or("Cargo sets OUT_DIR")?;
    fs::write(Path::new(&folder).join("polish.lexicon"), zstd::decode_all(File::open(PACKED)?)?)?;
    Ok(())
}
