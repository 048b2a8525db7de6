use std::process::ExitCode;

use kernel::{error::Result, slug::Slug};

use super::{open, say, tenant_named};
use crate::{config::Config, graphql::build, modules};

pub(super) async fn run(config: &Config, tenant: Option<Slug>) -> Result<ExitCode> {
    let set = match tenant {
        None => modules::SWITCHABLE.iter().map(|module| (*module).to_owned()).collect(),
        Some(slug) => {
            // A city that is declared here need not be applied yet.
            let folder = config.tenants_dir.join(slug.as_str());
            match kernel::tenancy::read_folder(&folder, modules::SWITCHABLE) {
                Ok(declaration) => declaration.modules,
                Err(_) => tenant_named(&*open(config).await?, &slug).await?.modules.clone(),
            }
        }
    };
    say(build(&set).sdl().trim_end());
    Ok(ExitCode::SUCCESS)
}
