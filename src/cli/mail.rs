use std::{path::PathBuf, process::ExitCode};

use clap::Subcommand;
use kernel::error::{Fault, Result};

use super::{open, say, say_error};
use crate::{
    config::Config,
    mail::intake::{
        self, Outcome,
        mailbox::{self, Found},
    },
};

/// What to do with mail.
#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Take in what came back: bounces and complaints
    ///
    /// The addresses that they tell of are sent nothing more, or once it is enough. Says what was done with each
    /// message. A message is never counted twice, so a mailbox may be read again.
    Intake {
        /// A message, an mbox file or a Maildir; standard input if it is "-"
        #[arg(value_name = "FILE", default_value = "-")]
        path: PathBuf,
    },
}

pub(super) async fn run(config: &Config, action: Action) -> Result<ExitCode> {
    let Action::Intake { path } = action;
    let messages: Box<dyn Iterator<Item = Found>> = if path.as_os_str() == "-" {
        Box::new(mailbox::stream("standard input".to_owned(), std::io::stdin()))
    } else {
        mailbox::open(&path).map_err(|err| Fault::bad_input("file", format!("{}: {err}", path.display())))?
    };
    let app = open(config).await?;
    let (mut read, mut suppressed, mut failed) = (0_usize, 0_usize, 0_usize);
    for (name, message) in messages {
        match message {
            Ok(message) => {
                let taken = intake::take(&app, &message).await?;
                read += 1;
                suppressed += usize::from(matches!(taken.outcome, Outcome::Suppressed(..)));
                say(&format!("{name}: {taken}"));
            }
            Err(err) => {
                failed += 1;
                say_error(&format!("{name}: {err}"));
            }
        }
    }
    say(&format!("messages {read}, addresses suppressed {suppressed}, unreadable {failed}"));
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
