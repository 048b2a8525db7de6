use std::process::ExitCode;

use kernel::{error::Result, slug::Slug};

use super::{open, say, scope, tenant_named};
use crate::config::Config;

/// Orders a rebuild in the tenant's change log, which every replica follows, and does it here.
pub(super) async fn run(config: &Config, tenant: Option<Slug>) -> Result<ExitCode> {
    let app = open(config).await?;
    let tenants = match tenant {
        Some(slug) => vec![tenant_named(&app, &slug).await?],
        None => app.registry.current().tenants().cloned().collect(),
    };
    for tenant in tenants {
        let slug = tenant.slug.clone();
        let scope = scope(&app, tenant);
        scope.begin().await?.request_rebuild().await?;
        let snapshot = app.search.catch_up(&scope).await?;
        say(&format!("{slug}: {} documents at change {}", snapshot.reader().len(), snapshot.seq()));
    }
    Ok(ExitCode::SUCCESS)
}
