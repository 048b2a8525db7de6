//! Who acts, for which city; and units of work.

use std::{
    fmt,
    sync::{
        Arc, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::{DateTime, Utc};
use tokio::sync::Mutex;

use crate::{
    access::{Person, Role},
    app::App,
    audit::{self, Note},
    changes::{self, Change, Operation},
    error::{Fault, Result},
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
    /// Somebody who signed in.
    Person(Arc<Person>),
    /// The system itself: a command, a job, the index.
    System,
}

impl Actor {
    /// Who signed in, if somebody did.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Anonymous | Self::System => None,
        }
    }

    /// The account of who signed in.
    pub fn account(&self) -> Option<uuid::Uuid> {
        self.person().map(|person| person.account)
    }

    /// Whether this is the system itself, or somebody with that role or a greater one over the whole city.
    pub fn is_at_least(&self, role: Role) -> bool {
        *self == Self::System || self.person().is_some_and(|person| person.is_at_least(role))
    }

    /// Whether this is the system itself, an editor, or somebody with that role or a greater one at an organisation.
    pub fn is_at_least_at(&self, role: Role, party: uuid::Uuid) -> bool {
        *self == Self::System || self.person().is_some_and(|person| person.is_at_least_at(role, party))
    }

    /// Goes on if it is allowed; else the fault that asks to sign in, or says that this person may not. For what they may
    /// know that it exists.
    pub fn require(&self, allowed: bool) -> Result<()> {
        match self {
            _ if allowed => Ok(()),
            Self::Anonymous => Err(Fault::unauthenticated()),
            Self::Person(_) | Self::System => Err(Fault::forbidden()),
        }
    }

    /// The actor in the audit log: no more than an account's id.
    pub fn label(&self) -> String {
        match self {
            Self::Anonymous => "anonymous".to_owned(),
            Self::Person(person) => format!("account:{}", person.account),
            Self::System => "system".to_owned(),
        }
    }
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
    /// The address that a request came to, without a slash at the end.
    base_url: Option<Arc<str>>,
    read: Arc<Mutex<Option<Arc<Session>>>>,
    /// Whether this is the scope of a unit of work, and that is still open: it reads through the unit's own session.
    work: Option<Arc<AtomicBool>>,
}

impl Scope {
    /// A scope; opens nothing yet.
    pub fn new(app: Arc<App>, tenant: Arc<Tenant>, actor: Actor, lang: Lang) -> Self {
        Self { tenant, actor, lang, app, base_url: None, read: Arc::default(), work: None }
    }

    /// The same scope, of a request that came to this address (`https://edu.szczecin.example`).
    #[must_use]
    pub fn at(self, base_url: &str) -> Self {
        Self { base_url: Some(base_url.into()), ..self }
    }

    /// The same resources on behalf of somebody else, with a snapshot of its own.
    #[must_use]
    pub fn acting_as(&self, actor: Actor) -> Self {
        Self { actor, ..self.fresh() }
    }

    /// The address of the city's portal, without a slash at the end: the request's own, else the city's first.
    pub fn base_url(&self) -> String {
        match &self.base_url {
            Some(url) => url.to_string(),
            None => self.app.public.city(&self.tenant),
        }
    }

    /// The person who acts, or the fault that asks them to sign in.
    pub fn person(&self) -> Result<&Person> {
        self.actor.person().ok_or_else(Fault::unauthenticated)
    }

    /// What a key of this city is for: seals and signatures of other cities mean nothing here.
    pub fn purpose(&self, purpose: &str) -> String {
        format!("{}/{purpose}", self.tenant.slug)
    }

    /// The same scope with a snapshot of its own, yet to be taken: what was written since this one's is seen. Within a unit
    /// of work that is what the unit sees anyway.
    #[must_use]
    pub fn fresh(&self) -> Self {
        if self.is_at_work() {
            return self.clone();
        }
        Self { read: Arc::default(), work: None, ..self.clone() }
    }

    fn is_at_work(&self) -> bool {
        self.work.as_ref().is_some_and(|work| work.load(Ordering::Acquire))
    }

    /// Lets go of the snapshot, and of the connection that holds it. To be called before waiting for anything else that
    /// is scarce; the next read takes another.
    pub async fn release(&self) {
        if !self.is_at_work() {
            self.read.lock().await.take();
        }
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
    ///
    /// Nobody waits for one connection while they hold another, or a few requests could wait for each other: the scope's
    /// snapshot is let go first, and the unit reads through its own session.
    pub async fn begin(&self) -> Result<Tx> {
        if self.is_at_work() {
            return Err(Fault::internal("a unit of work was begun within another"));
        }
        self.release().await;
        let session = Arc::new(self.app.store.open(Place::Tenant(&self.tenant.slug), Access::Write).await?);
        let open = Arc::new(AtomicBool::new(true));
        let scope =
            Self { read: Arc::new(Mutex::new(Some(session.clone()))), work: Some(open.clone()), ..self.clone() };
        let begun_by = self.read.clone();
        Ok(Tx { scope, begun_by, session, open, changes: Vec::new(), audited: Vec::new().into(), has_mail: false })
    }

    /// Index and read model of the tenant, both at one point of the change log.
    pub async fn snapshot(&self) -> Result<Arc<Snapshot>> {
        self.app.search.snapshot(self).await
    }

    /// Brings index and read model up to what was committed, so that authors see their own write at once.
    pub async fn settle(&self) -> Result<()> {
        self.release().await;
        self.app.search.catch_up(self).await.map(|_| ())
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

/// One unit of work on a tenant's data: rows, audit log and change log commit together, or not at all. Dropping it rolls
/// back.
#[derive(Debug)]
pub struct Tx {
    scope: Scope,
    /// What the scope that began it reads through.
    begun_by: Arc<Mutex<Option<Arc<Session>>>>,
    session: Arc<Session>,
    open: Arc<AtomicBool>,
    changes: Vec<Change>,
    audited: std::sync::Mutex<Vec<Note>>,
    has_mail: bool,
}

impl Tx {
    /// The tenant's database, to write.
    pub fn db(&self) -> &Session {
        &self.session
    }

    /// Whose work this is. What it reads, it reads through the unit's own session.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Notes that a row changed. Whoever writes a row that others derive from says so here.
    pub fn changed(&mut self, entity: &'static str, id: uuid::Uuid, operation: Operation) {
        self.changes.push(Change { entity, id, operation });
    }

    /// Makes the work last, and wakes those that tail the change log. The numbers of audit log and change log are taken
    /// here, at the very end and in this order, because they are taken under locks that order the tenant's writers.
    pub async fn commit(self) -> Result<()> {
        self.write_notes().await?;
        if !self.changes.is_empty() {
            changes::append(&self.session, &self.changes, self.scope.now()).await?;
        }
        self.finish().await
    }

    /// Orders everything that is derived from this tenant's data to be built anew, and commits. Returns the
    /// order's number in the change log.
    pub async fn request_rebuild(self) -> Result<u64> {
        self.write_notes().await?;
        let seq = changes::request_rebuild(&self.session, self.scope.now()).await?;
        let scope = self.scope.clone();
        self.finish().await?;
        scope.app.search.wake(&scope.tenant.slug);
        Ok(seq)
    }

    /// Keeps a note for the audit log until the work commits.
    pub(crate) fn note(&self, note: Note) {
        self.audited.lock().unwrap_or_else(PoisonError::into_inner).push(note);
    }

    async fn write_notes(&self) -> Result<()> {
        let notes = std::mem::take(&mut *self.audited.lock().unwrap_or_else(PoisonError::into_inner));
        audit::write(self, notes).await
    }

    /// Notes that there is mail to be sent after the commit.
    pub(crate) fn wakes_mail(&mut self) {
        self.has_mail = true;
    }

    async fn finish(self) -> Result<()> {
        self.session.commit().await?;
        self.open.store(false, Ordering::Release);
        self.scope.read.lock().await.take();
        self.begun_by.lock().await.take();
        if !self.changes.is_empty() {
            self.scope.app.search.wake(&self.scope.tenant.slug);
            self.scope.app.bells.changes.notify_one();
        }
        if self.has_mail {
            self.scope.app.bells.ring_for_mail(&self.scope.tenant.slug);
        }
        Ok(())
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        // A scope that outlives its unit of work must not keep the transaction open.
        if self.open.swap(false, Ordering::AcqRel) {
            self.session.give_up();
            if let Ok(mut read) = self.scope.read.try_lock() {
                read.take();
            }
        }
    }
}
