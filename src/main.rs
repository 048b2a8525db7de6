//! The command `tablica`.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    tablica::cli::run(tablica::cli::Cli::parse())
}
