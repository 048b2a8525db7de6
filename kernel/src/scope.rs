//! Who acts, for which city; and units of work.

use std::{fmt, sync::Arc};

use chrono::{DateTime, Utc};
use tokio::sync::Mutex;

use crate::{
    app::App,
    changes::{self, Change, Operation},
    error::Result,
    i18n::{Lang, Value},
    search::Snapshot,
    store::{Access, Place, Session},
    tenancy::Tenant,
};

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody we know.
    Anonymous,
    /// The system itself: a command, a job, the index.
    System,
}

/// Who acts, for which city, in which language, with which resources.
///
/// Built once per request, job, command or test and passed first. It is the only door to a tenant's data: the
/// database it opens is the tenant's and no other, so there is no filter to forget.
#[derive(Clone)]
pub struct Scope {
    /// The city.
    pub tenant: Arc<Tenant>,
    /// Who acts.
    pub actor: Actor,
    /// The language of texts.
    pub lang: Lang,
    app: Arc<App>,
    read: Arc<Mutex<Option<Arc<Session>>>>,
}

impl Scope {
    /// A scope; opens nothing yet.
    pub fn new(app: Arc<App>, tenant: Arc<Tenant>, actor: Actor, lang: Lang) -> Self {
        Self { tenant, actor, lang, app, read: Arc::default() }
    }

    /// The same scope with a snapshot of its own, yet to be taken: what was written since this one's is seen.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self { read: Arc::default(), ..self.clone() }
    }

    /// The present moment.
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// Today's date in the city.
    pub fn today(&self) -> chrono::NaiveDate {
        self.tenant.local_date(self.now())
    }

    /// The tenant's database, to read. Every read of a scope sees the snapshot taken at the first, or at the first
    /// after the scope's own last commit.
    pub async fn db(&self) -> Result<Arc<Session>> {
        let mut read = self.read.lock().await;
        if let Some(session) = &*read {
            return Ok(session.clone());
        }
        let session = Arc::new(self.app.store.open(Place::Tenant(&self.tenant.slug), Access::Read).await?);
        *read = Some(session.clone());
        Ok(session)
    }

    /// Begins a unit of work. Whoever begins it commits it.
    pub async fn begin(&self) -> Result<Tx> {
        let session = self.app.store.open(Place::Tenant(&self.tenant.slug), Access::Write).await?;
        Ok(Tx { scope: self.clone(), session, changes: Vec::new() })
    }

    /// Index and read model of the tenant, both at one point of the change log.
    pub async fn snapshot(&self) -> Result<Arc<Snapshot>> {
        self.app.search.snapshot(self).await
    }

    /// A message in the scope's language.
    pub fn text(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.app.messages.format(self.lang, key, args)
    }

    /// What all scopes share.
    pub fn app(&self) -> &Arc<App> {
        &self.app
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").field("tenant", &self.tenant.slug).field("actor", &self.actor).finish_non_exhaustive()
    }
}

/// One unit of work on a tenant's data: rows and change log commit together, or not at all. Dropping it rolls back.
#[derive(Debug)]
pub struct Tx {
    scope: Scope,
    session: Session,
    changes: Vec<Change>,
}

impl Tx {
    /// The tenant's database, to write.
    pub fn db(&self) -> &Session {
        &self.session
    }

    /// Whose work this is.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Notes that a row changed. Whoever writes a row that others derive from says so here.
    pub fn changed(&mut self, entity: &'static str, id: uuid::Uuid, operation: Operation) {
        self.changes.push(Change { entity, id, operation });
    }

    /// Makes the work last, and wakes those that tail the change log. The log's numbers are taken here, at the very
    /// end, because they are taken under a lock that orders the tenant's writers.
    pub async fn commit(self) -> Result<()> {
        if !self.changes.is_empty() {
            changes::append(&self.session, &self.changes, self.scope.now()).await?;
        }
        self.finish().await
    }

    /// Orders everything that is derived from this tenant's data to be built anew, and commits. Returns the
    /// order's number in the change log.
    pub async fn request_rebuild(self) -> Result<u64> {
        let seq = changes::request_rebuild(&self.session, self.scope.now()).await?;
        self.finish().await?;
        Ok(seq)
    }

    async fn finish(self) -> Result<()> {
        self.session.commit().await?;
        self.scope.read.lock().await.take();
        self.scope.app.search.wake(&self.scope.tenant.slug);
        Ok(())
    }
}
