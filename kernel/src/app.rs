//! What the whole process shares.

use std::{
    collections::BTreeSet,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::Notify;

use crate::{
    clock::SharedClock,
    i18n::Messages,
    keys::Keys,
    limits::Limits,
    search::Search,
    slug::Slug,
    store::Store,
    tenancy::{Registry, Tenant},
};

/// What the whole process shares: built once in `main` (or by a test) and reached through a scope.
pub struct App {
    /// Where the time comes from.
    pub clock: SharedClock,
    /// Where the data is.
    pub store: Arc<Store>,
    /// Which tenants there are.
    pub registry: Registry,
    /// Texts for people.
    pub messages: Messages,
    /// The tenants' indexes and read models.
    pub search: Search,
    /// Keys made of the installation's secret.
    pub keys: Keys,
    /// How often somebody may try something.
    pub limits: Limits,
    /// Where the cities are to be reached.
    pub public: PublicAddress,
    /// What wakes the work behind the requests.
    pub bells: Bells,
}

/// What wakes the work behind the requests: rung after the commit that left it something to do. Each has one worker in
/// a process; those of other processes look from time to time.
#[derive(Debug, Default)]
pub struct Bells {
    /// A mail has been written.
    pub mail: Notify,
    /// A change log has grown.
    pub changes: Notify,
    /// The cities in which a mail has been written, until somebody asks.
    with_mail: Mutex<BTreeSet<Slug>>,
}

impl Bells {
    /// Says that a mail has been written in a city.
    pub fn ring_for_mail(&self, slug: &Slug) {
        self.with_mail.lock().unwrap_or_else(PoisonError::into_inner).insert(slug.clone());
        self.mail.notify_one();
    }

    /// The cities in which a mail has been written since this was asked last.
    pub fn take_cities_with_mail(&self) -> BTreeSet<Slug> {
        std::mem::take(&mut *self.with_mail.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Where the cities are to be reached, for addresses that no request tells: in mails of jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicAddress {
    /// `http` or `https`.
    pub scheme: &'static str,
    /// The port, where it is not the scheme's own.
    pub port: Option<u16>,
    /// The domain under which every city has a host.
    pub base_domain: String,
}

impl PublicAddress {
    /// The address of a city's portal, without a slash at the end. On one's own machine, that under the base domain;
    /// elsewhere the city's first own host, if it has one.
    pub fn city(&self, tenant: &Tenant) -> String {
        let own = tenant.hosts.first().filter(|_| self.scheme == "https").map(|host| host.as_str().to_owned());
        let host = own.unwrap_or_else(|| format!("{}.{}", tenant.slug, self.base_domain));
        let port = self.port.map(|port| format!(":{port}")).unwrap_or_default();
        format!("{}://{host}{port}", self.scheme)
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("store", &self.store).finish_non_exhaustive()
    }
}
