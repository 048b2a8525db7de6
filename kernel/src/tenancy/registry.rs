use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
    time::Duration,
};

use arc_swap::ArcSwap;
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::OnConflict};
use tokio::{sync::Mutex, time::Instant};

use super::{Declaration, Tenant};
use crate::{
    clock::SharedClock,
    error::{Fault, Result},
    i18n::Lang,
    slug::Slug,
    store::{Access, Place, Session, Store},
};

/// How soon a server notices what another process changed.
const WATCH_EVERY: Duration = Duration::from_secs(1);
/// An unknown host makes the registry look again, but no more often than this.
const LOOK_AGAIN_AFTER: Duration = Duration::from_millis(250);

mod tenant {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "tenant")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub slug: String,
        pub declaration: Json,
        pub state: String,
        pub demo: bool,
        pub updated_at: ChronoDateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod tenant_host {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "tenant_host")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub host: String,
        pub slug: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod version {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "registry")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Whether a tenant is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TenantState {
    /// It is.
    Active,
    /// Its hosts answer that they will be back.
    Paused,
}

impl TenantState {
    /// Its name in the database and on the terminal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
        }
    }
}

/// What applying a declaration did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// The tenant is new.
    Created,
    /// It was there and has changed.
    Updated,
    /// It was there just so.
    Unchanged,
}

/// The tenants as last read.
#[derive(Debug, Default)]
pub struct Registered {
    version: i64,
    by_host: HashMap<String, Arc<Tenant>>,
    by_slug: BTreeMap<Slug, Arc<Tenant>>,
}

impl Registered {
    /// All tenants, by slug.
    pub fn tenants(&self) -> impl Iterator<Item = &Arc<Tenant>> {
        self.by_slug.values()
    }

    /// The tenant of that slug.
    pub fn get(&self, slug: &Slug) -> Option<&Arc<Tenant>> {
        self.by_slug.get(slug)
    }
}

/// Whom a host name belongs to.
#[derive(Clone, Debug)]
pub enum HostMatch {
    /// The base domain itself: the region's pages.
    Region,
    /// A city.
    Tenant(Arc<Tenant>),
}

/// Which tenants there are: rows in the platform's database, kept in memory and watched.
#[derive(Debug)]
pub struct Registry {
    store: Arc<Store>,
    clock: SharedClock,
    base_domain: String,
    current: ArcSwap<Registered>,
    last_look: Mutex<Option<Instant>>,
}

impl Registry {
    /// The registry in `store`, brought up to date and read. Cities are served at `<slug>.<base_domain>`.
    pub async fn open(store: Arc<Store>, clock: SharedClock, base_domain: &str) -> Result<Self> {
        store.migrate(Place::Platform).await?;
        let registry = Self {
            store,
            clock,
            base_domain: base_domain.to_ascii_lowercase(),
            current: ArcSwap::default(),
            last_look: Mutex::new(None),
        };
        registry.refresh().await?;
        Ok(registry)
    }

    /// The tenants as last read.
    pub fn current(&self) -> Arc<Registered> {
        self.current.load_full()
    }

    /// The domain under which every city has a host.
    pub fn base_domain(&self) -> &str {
        &self.base_domain
    }

    /// Whom the host belongs to, or nothing: there is no default city. A host nobody knows makes the registry look
    /// again first, so that a city added a moment ago is served.
    pub async fn find_host(&self, host: &str) -> Result<Option<HostMatch>> {
        if host == self.base_domain {
            return Ok(Some(HostMatch::Region));
        }
        if let Some(tenant) = self.current.load().by_host.get(host) {
            return Ok(Some(HostMatch::Tenant(tenant.clone())));
        }
        let mut last_look = self.last_look.lock().await;
        if last_look.is_none_or(|last| last.elapsed() >= LOOK_AGAIN_AFTER) {
            self.refresh().await?;
            *last_look = Some(Instant::now());
        }
        Ok(self.current.load().by_host.get(host).cloned().map(HostMatch::Tenant))
    }

    /// The tenant of that slug, as it is now.
    pub async fn find(&self, slug: &Slug) -> Result<Option<Arc<Tenant>>> {
        self.refresh().await?;
        Ok(self.current.load().get(slug).cloned())
    }

    /// Reads the registry again if it has changed. Returns whether it had.
    pub async fn refresh(&self) -> Result<bool> {
        let session = self.store.open(Place::Platform, Access::Read).await?;
        let version = version::Entity::find_by_id(1).one(&session).await?.map_or(0, |row| row.version);
        if version == self.current.load().version {
            return Ok(false);
        }
        let mut registered = Registered { version, ..Registered::default() };
        for row in tenant::Entity::find().all(&session).await? {
            match Self::tenant(row) {
                Ok(tenant) => {
                    let tenant = Arc::new(tenant);
                    let own = tenant.hosts.iter().map(|host| host.as_str().to_owned());
                    for host in own.chain([format!("{}.{}", tenant.slug, self.base_domain)]) {
                        registered.by_host.insert(host, tenant.clone());
                    }
                    registered.by_slug.insert(tenant.slug.clone(), tenant);
                }
                // One unreadable row must not take the other cities down.
                Err(fault) => {
                    tracing::error!(
                        error = fault.describe(),
                        "a tenant's row cannot be read; the tenant is not served"
                    );
                }
            }
        }
        self.current.store(Arc::new(registered));
        Ok(true)
    }

    /// Keeps the registry up to date for as long as the future is polled.
    pub async fn watch(&self) {
        let mut ticks = tokio::time::interval(WATCH_EVERY);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            if let Err(fault) = self.refresh().await {
                tracing::warn!(error = fault.describe(), "the registry could not be read; serving what is known");
            }
        }
    }

    /// Writes the declaration into the registry and makes the tenant's database ready.
    pub async fn apply(&self, declaration: &Declaration, demo: bool) -> Result<Applied> {
        let slug = &declaration.slug;
        self.check_hosts(declaration).await?;
        self.store.migrate(Place::Tenant(slug)).await?;
        let json = serde_json::to_value(declaration).map_err(Fault::internal)?;
        let session = self.store.open(Place::Platform, Access::Write).await?;
        let before = tenant::Entity::find_by_id(slug.as_str()).one(&session).await?;
        if before.as_ref().is_some_and(|row| row.declaration == json && row.demo == demo) {
            return Ok(Applied::Unchanged);
        }
        let state = before.as_ref().map_or(TenantState::Active.as_str().to_owned(), |row| row.state.clone());
        let row = tenant::ActiveModel {
            slug: Set(slug.to_string()),
            declaration: Set(json),
            state: Set(state),
            demo: Set(demo),
            updated_at: Set(self.clock.now()),
        };
        let on_conflict = OnConflict::column(tenant::Column::Slug)
            .update_columns([tenant::Column::Declaration, tenant::Column::Demo, tenant::Column::UpdatedAt])
            .to_owned();
        tenant::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(&session).await?;
        tenant_host::Entity::delete_many().filter(tenant_host::Column::Slug.eq(slug.as_str())).exec(&session).await?;
        let hosts = declaration
            .hosts
            .iter()
            .map(|host| tenant_host::ActiveModel { host: Set(host.as_str().to_owned()), slug: Set(slug.to_string()) });
        tenant_host::Entity::insert_many(hosts).exec_without_returning(&session).await?;
        self.publish(session).await?;
        Ok(if before.is_some() { Applied::Updated } else { Applied::Created })
    }

    /// A host belongs to one city, and names under the base domain are given out by slug.
    async fn check_hosts(&self, declaration: &Declaration) -> Result<()> {
        self.refresh().await?;
        let current = self.current.load();
        let under_base = format!(".{}", self.base_domain);
        for (index, host) in declaration.hosts.iter().enumerate() {
            let host = host.as_str();
            if declaration.hosts.iter().take(index).any(|other| other.as_str() == host) {
                return Err(Fault::conflict(format!("hosts: \"{host}\" appears twice")));
            }
            if host == self.base_domain
                || (host.ends_with(&under_base) && host != format!("{}{under_base}", declaration.slug))
            {
                return Err(Fault::conflict(format!(
                    "hosts: \"{host}\" lies under the base domain, whose names are given out by slug"
                )));
            }
            if let Some(owner) = current.by_host.get(host).filter(|owner| owner.slug != declaration.slug) {
                return Err(Fault::conflict(format!("hosts: \"{host}\" belongs to tenant \"{}\" already", owner.slug)));
            }
        }
        Ok(())
    }

    /// Stops or resumes serving a tenant; its data stays.
    pub async fn set_state(&self, slug: &Slug, state: TenantState) -> Result<()> {
        let session = self.store.open(Place::Platform, Access::Write).await?;
        let change = tenant::ActiveModel {
            slug: Set(slug.to_string()),
            state: Set(state.as_str().to_owned()),
            updated_at: Set(self.clock.now()),
            ..Default::default()
        };
        match tenant::Entity::update(change).validate().map_err(Fault::from)?.exec(&session).await {
            Err(sea_orm::DbErr::RecordNotUpdated) => return Err(Fault::not_found()),
            outcome => outcome?,
        };
        self.publish(session).await
    }

    /// Takes a tenant off the registry and deletes its data.
    pub async fn remove(&self, slug: &Slug) -> Result<()> {
        let session = self.store.open(Place::Platform, Access::Write).await?;
        tenant_host::Entity::delete_many().filter(tenant_host::Column::Slug.eq(slug.as_str())).exec(&session).await?;
        if tenant::Entity::delete_by_id(slug.as_str()).exec(&session).await?.rows_affected == 0 {
            return Err(Fault::not_found());
        }
        self.publish(session).await?;
        self.store.remove(slug).await
    }

    async fn publish(&self, session: Session) -> Result<()> {
        version::Entity::update_many()
            .col_expr(
                version::Column::Version,
                sea_orm::sea_query::ExprTrait::add(sea_orm::sea_query::Expr::col(version::Column::Version), 1),
            )
            .exec(&session)
            .await?;
        session.commit().await?;
        self.refresh().await?;
        Ok(())
    }

    fn tenant(row: tenant::Model) -> Result<Tenant> {
        let declared: Declaration = serde_json::from_value(row.declaration).map_err(Fault::internal)?;
        let state = if row.state == TenantState::Paused.as_str() { TenantState::Paused } else { TenantState::Active };
        Ok(Tenant {
            slug: declared.slug,
            name: declared.name,
            hosts: declared.hosts,
            locale: declared.locale.parse::<Lang>().unwrap_or_default(),
            time_zone: declared.time_zone,
            modules: declared.modules,
            area: declared.area,
            brand: declared.brand,
            vernacular: declared.vernacular,
            identity: declared.identity,
            mail: declared.mail,
            policy: declared.policy,
            privacy: declared.privacy,
            accessibility: declared.accessibility,
            demo: row.demo,
            state,
        })
    }
}
