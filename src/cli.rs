//! The command line. Exit codes: 0 done, 1 failed, 2 misuse.

mod import;
mod mail;
mod migrate;
mod people;
mod progress;
mod reindex;
mod schema;
mod serve;
mod tenant;

use std::{net::SocketAddr, path::PathBuf, process::ExitCode, sync::Arc};

use clap::{Parser, Subcommand};
use kernel::{
    app::App,
    clock::SystemClock,
    error::{Fault, Result},
    i18n::Lang,
    scope::{Actor, Scope},
    slug::Slug,
    tenancy::Tenant,
};
use tracing_subscriber::EnvFilter;

use crate::{
    config::{Config, LogFormat},
    server,
};

/// What a thread may need: the whole schema's resolvers are deep, deeper still without optimisation.
const STACK: usize = 8 << 20;

/// One server, many cities: education portals with a GraphQL API.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
pub struct Cli {
    /// The settings file [default: tablica.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the declared cities with a made-up catalogue, on the embedded database
    Demo {
        /// Where to keep data
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
        /// Where to listen
        #[arg(long, value_name = "ADDR")]
        listen: Option<SocketAddr>,
    },
    /// Serve HTTP and, unless told otherwise, do the background work
    Serve {
        /// Where to listen
        #[arg(long, value_name = "ADDR")]
        listen: Option<SocketAddr>,
        /// Leave mail and recurring work to `tablica work`
        #[arg(long)]
        no_worker: bool,
    },
    /// Send mail and do recurring work, and serve nothing
    Work,
    /// Bring the platform's and the tenants' databases up to date
    Migrate {
        /// Only this tenant's
        #[arg(long, value_name = "SLUG")]
        tenant: Option<Slug>,
    },
    /// Add, show, pause and remove cities
    #[command(subcommand)]
    Tenant(tenant::Action),
    /// Bring in files
    #[command(subcommand)]
    Import(import::Kind),
    /// Take in mail that came back
    #[command(subcommand)]
    Mail(mail::Action),
    /// Make and revoke API tokens
    #[command(subcommand)]
    Token(people::TokenAction),
    /// Appoint people
    #[command(subcommand)]
    Role(people::RoleAction),
    /// Check that the audit log is as it was written
    Audit {
        /// Of this tenant
        #[arg(long, value_name = "SLUG")]
        tenant: Slug,
    },
    /// Build search indexes anew
    Reindex {
        /// This tenant's
        #[arg(long, value_name = "SLUG", required_unless_present = "all", conflicts_with = "all")]
        tenant: Option<Slug>,
        /// Every tenant's
        #[arg(long)]
        all: bool,
    },
    /// Print a GraphQL schema
    Schema {
        /// This tenant's; without it, that of a city with every module
        #[arg(long, value_name = "SLUG")]
        tenant: Option<Slug>,
    },
}

/// Runs a command and says how it went.
pub fn run(cli: Cli) -> ExitCode {
    let mut config = match Config::load(cli.config.as_deref()) {
        Ok(config) => config,
        Err(err) => return failed(&err.to_string(), 2),
    };
    if let Err(problem) = log(&config) {
        return failed(&problem, 2);
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().thread_stack_size(STACK).enable_all().build() {
        Ok(runtime) => runtime,
        Err(err) => return failed(&err.to_string(), 1),
    };
    let outcome = runtime.block_on(async {
        match cli.command {
            Command::Demo { data, listen } => {
                config.data_dir = data.unwrap_or(config.data_dir);
                config.listen = listen.unwrap_or(config.listen);
                config.database_url = None;
                serve::demo(config).await
            }
            Command::Serve { listen, no_worker } => {
                config.listen = listen.unwrap_or(config.listen);
                serve::serve(config, !no_worker).await
            }
            Command::Work => Box::pin(serve::work(config)).await,
            Command::Token(action) => people::token(&config, action).await,
            Command::Role(action) => people::role(&config, action).await,
            Command::Audit { tenant } => people::audit(&config, &tenant).await,
            Command::Migrate { tenant } => migrate::run(&config, tenant).await,
            Command::Tenant(action) => tenant::run(&config, action).await,
            Command::Import(kind) => import::run(&config, kind).await,
            Command::Mail(action) => mail::run(&config, action).await,
            Command::Reindex { tenant, .. } => reindex::run(&config, tenant).await,
            Command::Schema { tenant } => schema::run(&config, tenant).await,
        }
    });
    match outcome {
        Ok(code) => code,
        Err(fault) => failed(
            &fault.describe(),
            if fault.field == Some("file") && fault.message.contains("this is a directory") { 2 } else { 1 },
        ),
    }
}

fn failed(problem: &str, code: u8) -> ExitCode {
    say_error(&format!("tablica: {problem}"));
    ExitCode::from(code)
}

#[expect(clippy::print_stdout, reason = "what a command answers goes to standard output")]
fn say(line: &str) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "what went wrong goes to standard error")]
fn say_error(line: &str) {
    eprintln!("{line}");
}

fn log(config: &Config) -> std::result::Result<(), String> {
    let filter =
        EnvFilter::try_new(&config.log).map_err(|err| format!("log: \"{}\" is no filter: {err}", config.log))?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Tests run several commands in one process; the first sets the log.
    let _ = match config.log_format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
    Ok(())
}

async fn open(config: &Config) -> Result<Arc<App>> {
    server::open(config, Arc::new(SystemClock)).await
}

async fn tenant_named(app: &App, slug: &Slug) -> Result<Arc<Tenant>> {
    let known = app.registry.find(slug).await?;
    known.ok_or_else(|| {
        let names: Vec<_> = app.registry.current().tenants().map(|tenant| tenant.slug.to_string()).collect();
        let names = if names.is_empty() {
            "there are none yet; add one with `tablica tenant apply`".to_owned()
        } else {
            format!("there are {}", names.join(", "))
        };
        Fault::bad_input("tenant", format!("there is no tenant \"{slug}\"; {names}"))
    })
}

/// The scope of a command: the system's own.
fn scope(app: &Arc<App>, tenant: Arc<Tenant>) -> Scope {
    Scope::new(app.clone(), tenant, Actor::System, Lang::Pl)
}
