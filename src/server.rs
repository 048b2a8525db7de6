//! What all requests of a server share.

use std::{path::PathBuf, sync::Arc, time::Duration};

use crate::{
    config::Config,
    graphql::{RegionSchema, Schemas, build_region},
    http::Live,
    jobs,
    mail::{self, Transport},
    modules, notify, secret,
    web::{Web, assets},
};
use identity::oidc;
use kernel::{
    app::{App, Bells, PublicAddress},
    clock::SharedClock,
    error::{Fault, Result},
    limits::Limits,
    scope::{Actor, Scope},
    search::Search,
    store::Store,
    tenancy::Registry,
};

/// How long counts stay in memory.
const COUNT_EVERY: Duration = Duration::from_secs(30);

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
    /// Where mails go.
    pub mail: Transport,
    /// Talks to the cities' OpenID providers.
    pub providers: oidc::Client,
    /// Clients that listen.
    pub live: Live,
}

/// Opens what every command needs: the store, the registry, texts and indexes.
pub async fn open(config: &Config, clock: SharedClock) -> Result<Arc<App>> {
    let data_dir: PathBuf = config.data_dir.clone();
    let store = Arc::new(Store::connect(config.database_url.as_deref(), data_dir.clone()).await?);
    let registry = Registry::open(store.clone(), clock.clone(), &config.base_domain).await?;
    let messages = assets::messages().map_err(Fault::internal)?;
    let keys = secret::keys(config.secret_key.as_deref(), &config.data_dir)?;
    let limits = Limits::connect(config.redis_url.as_deref())?;
    let search = Search::new(data_dir, modules::sources());
    let (public, bells) = (public_address(config), Bells::default());
    Ok(Arc::new(App { clock, store, registry, messages, search, keys, limits, public, bells }))
}

/// On one's own machine cities are reached at the port that is listened on; elsewhere a proxy speaks for us.
fn public_address(config: &Config) -> PublicAddress {
    let base_domain = config.base_domain.clone();
    if base_domain == "localhost" || base_domain.ends_with(".localhost") {
        let port = Some(config.listen.port()).filter(|port| *port != 80);
        return PublicAddress { scheme: "http", port, base_domain };
    }
    PublicAddress { scheme: "https", port: None, base_domain }
}

impl Server {
    /// A server over an opened app; `strict` makes templates fail on what is undefined.
    pub fn new(app: Arc<App>, config: Config, strict: bool) -> Result<Self> {
        let web = Web::new(app.clone(), strict).map_err(Fault::internal)?;
        let mail = Transport::new(config.smtp_url.as_deref(), config.data_dir.join("mail"))?;
        // Whoever installed one before has the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let providers = oidc::Client::new().map_err(Fault::internal)?;
        let (schemas, region) = (Schemas::default(), build_region());
        Ok(Self { app, config, schemas, region, web, mail, providers, live: Live::default() })
    }

    /// Keeps registry and indexes up to date, and writes down what was counted, for as long as the future is polled.
    pub async fn follow(&self) {
        let count = async {
            loop {
                tokio::time::sleep(COUNT_EVERY).await;
                self.write_counts().await;
            }
        };
        tokio::join!(self.app.registry.watch(), self.app.search.run(&self.app), count);
    }

    /// Writes down what was counted since the last time.
    pub async fn write_counts(&self) {
        let registered = self.app.registry.current();
        for tenant in registered.tenants().filter(|tenant| tenant.has(Some(promotion::MODULE))) {
            let scope = Scope::new(self.app.clone(), tenant.clone(), Actor::System, tenant.locale);
            if let Err(fault) = promotion::flush(&scope, &self.schemas.counters).await {
                tracing::warn!(tenant = %tenant.slug, error = fault.describe(), "counts could not be written yet");
            }
        }
    }

    /// Sends mail and does recurring work for as long as the future is polled.
    pub async fn work(&self) {
        tokio::join!(mail::run(&self.app, &self.web, &self.mail), jobs::run(&self.app), notify::run(&self.app));
    }
}
