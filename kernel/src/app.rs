//! What the whole process shares.

use std::{fmt, sync::Arc};

use crate::{clock::SharedClock, i18n::Messages, search::Search, store::Store, tenancy::Registry};

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
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("store", &self.store).finish_non_exhaustive()
    }
}
