//! What all requests of a server share.

use std::{path::PathBuf, sync::Arc};

use kernel::{
    app::App,
    clock::SharedClock,
    error::{Fault, Result},
    search::Search,
    store::Store,
    tenancy::Registry,
};

use crate::{
    config::Config,
    graphql::{RegionSchema, Schemas, build_region},
    modules,
    web::{Web, assets},
};

/// What all requests of a server share.
pub struct Server {
    /// Stores, registry, texts, indexes.
    pub app: Arc<App>,
    /// How to run.
    pub config: Config,
    /// The cities' schemas.
    pub schemas: Schemas,
    /// The base domain's schema.
    pub region: RegionSchema,
    /// Pages.
    pub web: Web,
}

/// Opens what every command needs: the store, the registry, texts and indexes.
pub async fn open(config: &Config, clock: SharedClock) -> Result<Arc<App>> {
    let data_dir: PathBuf = config.data_dir.clone();
    let store = Arc::new(Store::connect(config.database_url.as_deref(), data_dir.clone()).await?);
    let registry = Registry::open(store.clone(), clock.clone(), &config.base_domain).await?;
    let messages = assets::messages().map_err(Fault::internal)?;
    Ok(Arc::new(App { clock, store, registry, messages, search: Search::new(data_dir, modules::sources()) }))
}

impl Server {
    /// A server over an opened app; `strict` makes templates fail on what is undefined.
    pub fn new(app: Arc<App>, config: Config, strict: bool) -> Result<Self> {
        let web = Web::new(app.clone(), strict).map_err(Fault::internal)?;
        Ok(Self { app, config, schemas: Schemas::default(), region: build_region(), web })
    }

    /// Keeps registry and indexes up to date for as long as the future is polled.
    pub async fn background(&self) {
        tokio::join!(self.app.registry.watch(), self.app.search.run(&self.app));
    }
}
