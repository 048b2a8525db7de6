use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::Subcommand;
use kernel::{
    app::App,
    clock::{Clock as _, SystemClock},
    error::{Fault, Result},
    slug::Slug,
    tenancy::{Applied, Declaration, Registry, TenantState, read_folder},
};

use super::{open, say, say_error, scope, tenant_named};
use crate::{config::Config, modules};

/// What to do with tenants.
#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Write declarations into the registry, and make the cities' databases
    Apply {
        /// Folders that hold a tenant.toml
        #[arg(required = true, value_name = "DIR")]
        folders: Vec<PathBuf>,
    },
    /// List the tenants
    List,
    /// Show a tenant
    Show {
        /// Which
        slug: Slug,
    },
    /// Check declarations without applying them [default: all in the tenants folder]
    Check {
        /// Folders that hold a tenant.toml
        #[arg(value_name = "DIR")]
        folders: Vec<PathBuf>,
    },
    /// Stop serving a tenant; its data stays
    Pause {
        /// Which
        slug: Slug,
    },
    /// Serve a paused tenant again
    Resume {
        /// Which
        slug: Slug,
    },
    /// Take a tenant off the registry and delete its data
    Remove {
        /// Which
        slug: Slug,
        /// Yes, delete everything
        #[arg(long)]
        yes: bool,
    },
}

pub(super) async fn run(config: &Config, action: Action) -> Result<ExitCode> {
    match action {
        Action::Apply { folders } => apply(&open(config).await?, &folders).await,
        Action::Check { folders } => check(config, folders),
        Action::List => Ok(list(&open(config).await?.registry)),
        Action::Show { slug } => show(config, &slug).await,
        Action::Pause { slug } => set_state(config, &slug, TenantState::Paused).await,
        Action::Resume { slug } => set_state(config, &slug, TenantState::Active).await,
        Action::Remove { slug, yes } => remove(config, &slug, yes).await,
    }
}

async fn apply(app: &Arc<App>, folders: &[PathBuf]) -> Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for folder in folders {
        match apply_one(app, folder, false).await {
            Ok((declaration, applied)) => {
                let done = match applied {
                    Applied::Created => "created",
                    Applied::Updated => "updated",
                    Applied::Unchanged => "unchanged",
                };
                say(&format!("{}: {done}", declaration.slug));
            }
            Err(problem) => {
                say_error(&problem);
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}

/// Applies one folder's declaration; what is wrong with it, in words, if it cannot be. `demo` marks a city that is
/// new as a demonstration; one that exists stays what it is.
pub(super) async fn apply_one(app: &Arc<App>, folder: &Path, demo: bool) -> Result<(Declaration, Applied), String> {
    let declaration = read_folder(folder, modules::SWITCHABLE).map_err(|err| err.to_string())?;
    let in_words = |fault: Fault| format!("{}: {}", folder.join("tenant.toml").display(), fault.describe());
    let before = app.registry.find(&declaration.slug).await.map_err(in_words)?;
    let demo = before.as_ref().map_or(demo, |tenant| tenant.demo);
    let applied = app.registry.apply(&declaration, demo).await.map_err(in_words)?;
    let after = app.registry.find(&declaration.slug).await.map_err(in_words)?;
    if let (Some(before), Some(after)) = (before, after)
        && !before.is_indexed_like(&after)
    {
        // Names of districts and the city's clock are in the index.
        let tx = scope(app, after).begin().await.map_err(in_words)?;
        tx.request_rebuild().await.map_err(in_words)?;
    }
    Ok((declaration, applied))
}

/// The folders below `tenants_dir` that hold a declaration, by name.
pub(super) fn declared(tenants_dir: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(tenants_dir)
        .map_err(|err| Fault::bad_input("tenants_dir", format!("{}: {err}", tenants_dir.display())))?;
    let mut folders: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("tenant.toml").is_file())
        .collect();
    folders.sort();
    Ok(folders)
}

fn check(config: &Config, folders: Vec<PathBuf>) -> Result<ExitCode> {
    let folders = if folders.is_empty() { declared(&config.tenants_dir)? } else { folders };
    let mut code = ExitCode::SUCCESS;
    let mut hosts = std::collections::HashMap::new();
    for folder in folders {
        match read_folder(&folder, modules::SWITCHABLE) {
            Ok(declaration) => {
                for host in &declaration.hosts {
                    if let Some(other) = hosts.insert(host.clone(), declaration.slug.clone()) {
                        say_error(&format!(
                            "{}: hosts: \"{}\" belongs to tenant \"{other}\" already",
                            folder.join("tenant.toml").display(),
                            host.as_str()
                        ));
                        code = ExitCode::FAILURE;
                    }
                }
                say(&format!("{}: good", declaration.slug));
                let today = SystemClock.now().with_timezone(&declaration.time_zone).date_naive();
                match &declaration.accessibility {
                    None => say("  [accessibility] is missing: the law asks for a declaration"),
                    Some(statement) if statement.needs_review(today) => {
                        say(&format!("  [accessibility] is to be reviewed until {}", statement.review_due()));
                    }
                    Some(_) => {}
                }
            }
            Err(err) => {
                say_error(&err.to_string());
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}

fn list(registry: &Registry) -> ExitCode {
    for tenant in registry.current().tenants() {
        let demo = if tenant.demo { ", demo" } else { "" };
        say(&format!("{:<24} {:<8} {}{demo}", tenant.slug, tenant.state.as_str(), tenant.name.pl));
    }
    ExitCode::SUCCESS
}

async fn show(config: &Config, slug: &Slug) -> Result<ExitCode> {
    let app = open(config).await?;
    let tenant = tenant_named(&app, slug).await?;
    let list = |items: &mut dyn Iterator<Item = &str>| items.collect::<Vec<_>>().join(", ");
    let own_host = format!("{slug}.{}", app.registry.base_domain());
    say(&format!("slug       {slug}"));
    say(&format!("name       {}", tenant.name.pl));
    say(&format!("state      {}", tenant.state.as_str()));
    say(&format!("demo       {}", tenant.demo));
    say(&format!(
        "hosts      {}",
        list(&mut tenant.hosts.iter().map(kernel::tenancy::HostName::as_str).chain([own_host.as_str()]))
    ));
    say(&format!("locale     {}", tenant.locale.tag()));
    say(&format!("time zone  {}", tenant.time_zone.name()));
    say(&format!("modules    {}", list(&mut tenant.modules.iter().map(String::as_str))));
    say(&format!("territory  {}", tenant.area.teryt));
    say(&format!("districts  {}", tenant.area.districts.len()));
    Ok(ExitCode::SUCCESS)
}

async fn set_state(config: &Config, slug: &Slug, state: TenantState) -> Result<ExitCode> {
    let app = open(config).await?;
    tenant_named(&app, slug).await?;
    app.registry.set_state(slug, state).await?;
    say(&format!("{slug}: {}", state.as_str()));
    Ok(ExitCode::SUCCESS)
}

async fn remove(config: &Config, slug: &Slug, yes: bool) -> Result<ExitCode> {
    let app = open(config).await?;
    tenant_named(&app, slug).await?;
    if !yes {
        say_error(&format!("this deletes everything that {slug} has; confirm with --yes"));
        return Ok(ExitCode::from(2));
    }
    app.registry.remove(slug).await?;
    app.search.remove(slug).await?;
    say(&format!("{slug}: removed"));
    Ok(ExitCode::SUCCESS)
}
