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

/// What tells a mail server to hand the message over again (`EX_TEMPFAIL` of `sysexits.h`); with any other failure it
/// would be gone.
const TRY_AGAIN: u8 = 75;

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
    let app = match open(config).await {
        Ok(app) => app,
        Err(fault) => {
            say_error(&fault.describe());
            return Ok(ExitCode::from(TRY_AGAIN));
        }
    };
    let (mut read, mut suppressed, mut failed, mut put_off) = (0_usize, 0_usize, 0_usize, 0_usize);
    for (name, message) in messages {
        match message {
            Ok(message) => match intake::take(&app, &message).await {
                Ok(taken) => {
                    read += 1;
                    suppressed += usize::from(matches!(taken.outcome, Outcome::Suppressed(..)));
                    say(&format!("{name}: {taken}"));
                }
                Err(fault) => {
                    put_off += 1;
                    say_error(&format!("{name}: {}", fault.describe()));
                }
            },
            Err(err) => {
                failed += 1;
                say_error(&format!("{name}: {err}"));
            }
        }
    }
    say(&format!("messages {read}, addresses suppressed {suppressed}, unreadable {failed}"));
    if put_off > 0 {
        return Ok(ExitCode::from(TRY_AGAIN));
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
