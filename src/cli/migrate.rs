use std::process::ExitCode;

use kernel::{error::Result, slug::Slug, store::Place};

use super::{open, say, say_error, tenant_named};
use crate::config::Config;

/// Each place is a transaction of its own: run it again after an interruption and it goes on where it was.
pub(super) async fn run(config: &Config, tenant: Option<Slug>) -> Result<ExitCode> {
    // Opening brings the platform up to date.
    let app = open(config).await?;
    say("platform: up to date");
    let slugs: Vec<Slug> = match tenant {
        Some(slug) => vec![tenant_named(&app, &slug).await?.slug.clone()],
        None => app.registry.current().tenants().map(|tenant| tenant.slug.clone()).collect(),
    };
    let mut code = ExitCode::SUCCESS;
    for slug in slugs {
        match app.store.migrate(Place::Tenant(&slug)).await {
            Ok(ran) if ran.is_empty() => say(&format!("{slug}: up to date")),
            Ok(ran) => say(&format!("{slug}: {}", ran.join(", "))),
            Err(fault) => {
                say_error(&format!("{slug}: failed: {}", fault.describe()));
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}
