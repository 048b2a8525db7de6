use std::{
    io::{IsTerminal as _, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Args, Subcommand};
use directory::{Completeness, RspoOptions};
use kernel::{
    error::{Code, Result},
    import::{Report, read_file},
    scope::Scope,
    slug::Slug,
};

use super::{open, progress::bar, say, say_error, scope, tenant_named};
use crate::config::Config;

/// The source's name of rows that an operator brought in.
const SOURCE: &str = "csv";

/// What to import.
#[derive(Debug, Subcommand)]
pub(super) enum Kind {
    /// Institutions from the register of schools: its CSV export (54, 36 or 35 columns) or its API's JSON
    Rspo {
        #[command(flatten)]
        file: File,
        /// Keep institutions outside the tenant's territory too
        #[arg(long)]
        all_territories: bool,
        /// The file has every institution of the territory: close what is missing in it
        #[arg(long, conflicts_with = "partial")]
        complete: bool,
        /// The file has only some of them: close nothing
        #[arg(long)]
        partial: bool,
        /// Close even if more than 5 % would
        #[arg(long, conflicts_with = "partial")]
        close_many: bool,
    },
    /// Institutions that no register knows, from a CSV file
    Institutions {
        #[command(flatten)]
        file: File,
    },
    /// After-school activities from a CSV file
    Activities {
        #[command(flatten)]
        file: File,
    },
    /// Middles of postcode areas from a CSV file with the columns kod, lat and lon
    Postcodes {
        #[command(flatten)]
        file: File,
    },
}

/// Which file, into which tenant.
#[derive(Debug, Args)]
pub(super) struct File {
    /// Into this tenant
    #[arg(long, value_name = "SLUG")]
    tenant: Slug,
    /// The file
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// Say what would happen and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(config: &Config, kind: Kind) -> Result<ExitCode> {
    let (Kind::Rspo { file, .. } | Kind::Institutions { file } | Kind::Activities { file } | Kind::Postcodes { file }) =
        &kind;
    let content = read_file(&file.path)?;
    let app = open(config).await?;
    let scope = scope(&app, tenant_named(&app, &file.tenant).await?);
    let bar = bar("importing");
    let progress = |done: usize, all: usize| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let report = match &kind {
        Kind::Rspo { file, all_territories, complete, partial, close_many } => {
            let completeness = match (complete, partial) {
                (true, _) => Completeness::Complete,
                (_, true) => Completeness::Partial,
                _ => Completeness::Guess,
            };
            let options = RspoOptions {
                all_territories: *all_territories,
                completeness,
                close_many: *close_many,
                dry_run: file.dry_run,
            };
            rspo(&scope, &content, options, &progress).await
        }
        Kind::Institutions { file } => {
            directory::import_institutions(&scope, &content, SOURCE, file.dry_run, &progress).await
        }
        Kind::Activities { file } => activities::import(&scope, &content, SOURCE, file.dry_run, &progress).await,
        Kind::Postcodes { file } => directory::import_postcodes(&scope, &content, file.dry_run).await,
    };
    bar.finish_and_clear();
    let report = report?;
    for rejection in &report.rejected {
        say_error(&rejection.to_string());
    }
    for note in &report.notes {
        say_error(&format!("note: {note}"));
    }
    if file.dry_run {
        say_error("note: this was a dry run; nothing was written");
    }
    say(&report.to_string());
    Ok(if report.is_failure() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// More than 5 % would close: on a terminal the operator is asked, elsewhere the import stops.
async fn rspo(
    scope: &Scope,
    content: &[u8],
    options: RspoOptions,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Report> {
    match directory::import_rspo(scope, content, options, progress).await {
        Err(fault)
            if fault.code == Code::Conflict && std::io::stdin().is_terminal() && std::io::stderr().is_terminal() =>
        {
            say_error(&fault.describe());
            if !confirmed("Close them? [y/N] ")? {
                return Err(fault);
            }
            let scope = scope.fresh();
            directory::import_rspo(&scope, content, RspoOptions { close_many: true, ..options }, progress).await
        }
        outcome => outcome,
    }
}

fn confirmed(question: &str) -> Result<bool> {
    let mut terminal = std::io::stderr();
    terminal.write_all(question.as_bytes())?;
    terminal.flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "t" | "tak"))
}
