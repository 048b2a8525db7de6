//! The first that tails the change log: each tenant's index and read model.
//!
//! Both are derived and can be deleted at any time. The index remembers in its own commit up to which number of
//! which change log it goes; the read model lives in memory and is built when a tenant is first asked for. A
//! [`Snapshot`] holds both at one number, and lists are answered from it without the database.

mod opened;
mod ripples;
mod snapshot;

use std::{
    any::Any,
    collections::{BTreeMap, HashMap},
    fmt,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use arc_swap::ArcSwapOption;
use futures_util::{StreamExt as _, future::BoxFuture};
use moka::{future::Cache, policy::EvictionPolicy};
use search_index::{Document, Index, Place, Writer};
use serde::{Deserialize, Serialize};
use tokio::sync::{Mutex, Notify, broadcast};
use uuid::Uuid;

use crate::{
    app::App,
    changes::{self, Changed, Head},
    error::{Fault, Result},
    i18n::Lang,
    scope::{Actor, Scope},
    slug::Slug,
    tenancy::LatLon,
};
use opened::{Checkpoint, Opened, checkpoint};
use snapshot::{Cards, Listed, Suggestions};

pub use ripples::{Follower, Ripple};
pub use snapshot::Snapshot;

/// Rows loaded and indexed at a time.
const BATCH: usize = 1000;
/// How soon a server notices what another process wrote.
const TAIL_EVERY: Duration = Duration::from_millis(500);
/// Tenants that are brought up to date at the same time.
const TAILED_AT_ONCE: usize = 8;
/// How long to wait for another process that is writing to the index, in steps.
const LOCK_STEP: Duration = Duration::from_millis(100);
const LOCK_STEPS: u32 = 600;
/// Tenants whose read models are kept in memory.
const OPEN_TENANTS: u64 = 256;
/// A tenant nobody asked for in this time is let go.
const IDLE: Duration = Duration::from_secs(900);

/// What a module contributes to index and read model: one kind of row.
#[derive(Clone, Copy)]
pub struct Source {
    /// The entity's name in the change log. No two entities share an id: the index knows rows by their ids alone.
    pub entity: &'static str,
    /// The ids of all rows that are to be found.
    pub ids: for<'a> fn(&'a Scope) -> BoxFuture<'a, Result<Vec<Uuid>>>,
    /// The rows of these ids; what is gone or not public is simply not among them.
    pub load: for<'a> fn(&'a Scope, Vec<Uuid>) -> BoxFuture<'a, Result<Vec<Entry>>>,
    /// The rows that show something of these rows of another entity, and go stale with them.
    pub dependents: for<'a> fn(&'a Scope, &'a str, Vec<Uuid>) -> BoxFuture<'a, Result<Vec<Uuid>>>,
}

/// A row as lists show it, and as it is found.
pub struct Entry {
    /// Its id.
    pub id: Uuid,
    /// What lists show; kept in memory.
    pub card: Card,
    /// What is searched; none for what is only ever reached through others.
    pub document: Option<Document>,
    /// Places by which people may say where they look: itself, its street.
    pub places: Vec<Place>,
    /// What those are told of it who asked to be; none for what nobody is told of.
    pub told: Option<Told>,
}

/// What people are told of a row, in no language. What is worth telling when it changes are its facts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// What it is called.
    pub title: String,
    /// The path of its page, without language.
    pub path: String,
    /// The parties whose it is.
    pub owners: Vec<Uuid>,
    /// Facts by their names, in one notation each: equal values mean that nothing changed.
    pub facts: BTreeMap<String, serde_json::Value>,
    /// The area that it concerns, for what concerns whoever is there.
    pub area: Option<Covered>,
}

impl Told {
    /// The same with a fact more; nothing said is no fact.
    #[must_use]
    pub fn with<T: Serialize>(mut self, name: &str, value: Option<T>) -> Self {
        let value = value.and_then(|value| serde_json::to_value(value).ok());
        self.facts.extend(value.map(|value| (name.to_owned(), value)));
        self
    }

    /// The same with how old one is to be, in whole months; nothing if all are welcome.
    #[must_use]
    pub fn ages(self, min: Option<i32>, max: Option<i32>) -> Self {
        self.with("ages", (min.is_some() || max.is_some()).then_some([min, max]))
    }
}

/// An area that a row concerns: whatever of this is given; all of the city if nothing is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Covered {
    /// Districts, by their ids.
    pub districts: Vec<String>,
    /// The corners of a polygon, the last being the first again.
    pub polygon: Vec<LatLon>,
    /// The middle of a circle, and its radius in kilometres.
    pub circle: Option<(LatLon, f64)>,
}

/// What lists show of a row.
pub type Card = Arc<dyn Any + Send + Sync>;

/// The tenants' indexes and read models.
pub struct Search {
    folder: PathBuf,
    sources: Vec<Source>,
    open: Cache<Slug, Arc<TenantSearch>>,
    wake: Notify,
}

/// What to do while another process is writing to an index.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Patience {
    Wait,
    Skip,
}

/// One tenant's.
#[derive(Default)]
struct TenantSearch {
    current: ArcSwapOption<Snapshot>,
    suggestions: Arc<Suggestions>,
    /// Held while catching up, so that only one does.
    index: Mutex<Option<Opened>>,
    ripples: ripples::Source,
}

impl Search {
    /// Indexes under `folder`, of rows that `sources` contribute. Opens nothing yet.
    pub fn new(folder: PathBuf, sources: Vec<Source>) -> Self {
        let open = Cache::builder()
            .max_capacity(OPEN_TENANTS)
            .eviction_policy(EvictionPolicy::lru())
            .time_to_idle(IDLE)
            .build();
        Self { folder, sources, open, wake: Notify::new() }
    }

    /// What the modules contribute.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The tenant's index and read model as last caught up; catches up first if the tenant is not open.
    pub async fn snapshot(&self, scope: &Scope) -> Result<Arc<Snapshot>> {
        let tenant = self.tenant(scope).await;
        match tenant.current.load_full() {
            Some(snapshot) => Ok(snapshot),
            None => self.catch_up(scope).await,
        }
    }

    /// Follows what becomes of the tenant's rows from now on.
    pub async fn follow(&self, scope: &Scope) -> Result<Follower> {
        let ripples = self.ripples(scope).await?;
        // The scope's own snapshot of the database would stay open for as long as somebody follows.
        Ok(Follower::new(scope.fresh(), ripples))
    }

    async fn ripples(&self, scope: &Scope) -> Result<broadcast::Receiver<Arc<Ripple>>> {
        // Followed before it is caught up, so that nothing falls between.
        let ripples = self.tenant(scope).await.ripples.follow();
        self.snapshot(scope).await?;
        Ok(ripples)
    }

    /// Brings the tenant's index and read model up to its change log's present end.
    pub async fn catch_up(&self, scope: &Scope) -> Result<Arc<Snapshot>> {
        let tenant = self.tenant(scope).await;
        self.catch_up_tenant(scope, &tenant, Patience::Wait).await
    }

    async fn catch_up_tenant(&self, scope: &Scope, tenant: &TenantSearch, patience: Patience) -> Result<Arc<Snapshot>> {
        let mut index = tenant.index.lock().await;
        // A scope of our own: the caller's may have its snapshot of the database already, and that may be old.
        let mut scope = Scope::new(scope.app().clone(), scope.tenant.clone(), Actor::System, Lang::Pl);
        let mut head = head(&scope).await?;
        let before = tenant.current.load_full();
        if let Some(before) = before.filter(|snapshot| snapshot.head == head) {
            return Ok(before);
        }
        // With other phrases, documents say something else.
        let phrases = &scope.tenant.vernacular.phrases;
        let mut opened = match index.take().filter(|opened| opened.index.speaks(phrases)) {
            Some(opened) => opened,
            None => Opened::new(self.open_index(&scope).await?),
        };
        let mut done = opened.done()?;
        if done.as_ref().is_some_and(|done| done.epoch == head.epoch && done.seq > head.seq) {
            // Another process got further than our view of the database: look again.
            scope = Scope::new(scope.app().clone(), scope.tenant.clone(), Actor::System, Lang::Pl);
            head = self::head(&scope).await?;
            done = opened.done()?;
        }
        let before = tenant.current.load_full();
        let mut batch = self.pending(&scope, &head, done.as_ref(), before.as_deref()).await?;
        if batch.write && batch.concerns_nothing() && opened.can_be_spared(&head)? {
            opened.spare(&head)?;
            batch.write = false;
        }
        let ripple = Ripple::new(&batch.changed, &batch.cards);
        let unchanged = before.as_ref().filter(|_| !batch.write && !batch.all_cards && batch.concerns_nothing());
        let snapshot = if let Some(before) = unchanged.filter(|before| before.is_of(&scope.tenant)) {
            before.at(head)
        } else {
            let cards = self.apply(&scope, &opened.index, &head, batch, patience, before.as_deref()).await?;
            let (reader, suggestions) = (opened.index.reader()?, tenant.suggestions.clone());
            let (city, before) = (scope.tenant.clone(), before.clone());
            let make = move || Ok(Snapshot::new(head, reader, cards, suggestions, city, before.as_deref()));
            blocking(make).await?
        };
        let snapshot = Arc::new(snapshot);
        *index = Some(opened);
        tenant.current.store(Some(snapshot.clone()));
        if before.is_some() {
            tenant.ripples.tell(|| ripple);
        }
        Ok(snapshot)
    }

    /// Tells the tailer that a tenant's change log has grown.
    pub fn wake(&self, slug: &Slug) {
        tracing::trace!(tenant = %slug, "change log grew");
        self.wake.notify_one();
    }

    /// Keeps open tenants caught up for as long as the future is polled. Tenants do not wait for each other: one
    /// whose index another process is writing to is left for the next round.
    pub async fn run(&self, app: &Arc<App>) {
        tokio::task::spawn_blocking(search_index::prepare);
        loop {
            // Either way the tenants are asked for their heads, which costs one short query each.
            let _ = tokio::time::timeout(TAIL_EVERY, self.wake.notified()).await;
            // Looking over them this way does not count as use, so that those nobody asks for are let go.
            let open: Vec<_> = self.open.iter().collect();
            for (slug, _) in open.iter().filter(|(_, tenant)| tenant.ripples.is_followed()) {
                // Whoever follows a tenant asks for it all the time.
                self.open.get(&**slug).await;
            }
            futures_util::stream::iter(open)
                .for_each_concurrent(TAILED_AT_ONCE, |(slug, tenant)| async move {
                    let Some(known) = app.registry.current().get(&slug).cloned() else {
                        self.open.invalidate(&*slug).await;
                        return;
                    };
                    let scope = Scope::new(app.clone(), known, Actor::System, Lang::Pl);
                    if let Err(fault) = self.catch_up_tenant(&scope, &tenant, Patience::Skip).await {
                        tracing::warn!(tenant = %slug, error = fault.describe(), "the index could not catch up; trying again");
                    }
                })
                .await;
        }
    }

    /// Forgets a tenant and deletes its index.
    pub async fn remove(&self, slug: &Slug) -> Result<()> {
        self.open.invalidate(slug).await;
        match tokio::fs::remove_dir_all(self.index_folder(slug)).await {
            Err(err) if err.kind() != std::io::ErrorKind::NotFound => Err(err.into()),
            _ => Ok(()),
        }
    }

    async fn tenant(&self, scope: &Scope) -> Arc<TenantSearch> {
        self.open.get_with_by_ref(&scope.tenant.slug, async { Arc::default() }).await
    }

    fn index_folder(&self, slug: &Slug) -> PathBuf {
        self.folder.join("tenants").join(slug.as_str()).join("index")
    }

    async fn open_index(&self, scope: &Scope) -> Result<Index> {
        let folder = self.index_folder(&scope.tenant.slug);
        let tenant = scope.tenant.clone();
        blocking(move || Index::open(&folder, &tenant.vernacular.phrases)).await
    }

    /// What index and read model lack.
    async fn pending(
        &self,
        scope: &Scope,
        head: &Head,
        done: Option<&Checkpoint>,
        before: Option<&Snapshot>,
    ) -> Result<Batch> {
        let session = scope.db().await?;
        let done = done.filter(|done| done.epoch == head.epoch && done.seq <= head.seq);
        let changed = match done {
            Some(done) => changes::since(&session, done.seq).await?,
            None => vec![Changed::Everything],
        };
        let rebuild = changed.contains(&Changed::Everything);
        let cards_from = before
            .filter(|before| before.head.epoch == head.epoch && before.head.seq <= head.seq)
            .map(|before| before.head.seq);
        // The read model lags behind its own number, which may not be the index's.
        let unlisted = match cards_from {
            Some(seq) => changes::since(&session, seq).await?,
            None => vec![Changed::Everything],
        };
        let all_cards = unlisted.contains(&Changed::Everything);
        let mut ids = HashMap::new();
        if rebuild || all_cards {
            for source in &self.sources {
                ids.insert(source.entity, (source.ids)(scope).await?);
            }
        }
        let index = if rebuild { ids.clone() } else { self.affected(scope, &changed).await? };
        let cards = if all_cards { ids } else { self.affected(scope, &unlisted).await? };
        let is_current = done.is_some_and(|done| done.seq == head.seq);
        Ok(Batch { rebuild, all_cards, index, cards, changed: unlisted, write: rebuild || !is_current })
    }

    /// The rows that changed, by entity, and those that show something of them.
    pub async fn affected(&self, scope: &Scope, changed: &[Changed]) -> Result<Ids> {
        let mut by_entity: HashMap<String, Vec<Uuid>> = HashMap::new();
        for change in changed {
            if let Changed::Entity(entity, id) = change {
                by_entity.entry(entity.clone()).or_default().push(*id);
            }
        }
        let mut affected = Ids::new();
        for source in &self.sources {
            let mut ids = by_entity.get(source.entity).cloned().unwrap_or_default();
            for (entity, changed) in by_entity.iter().filter(|(entity, _)| *entity != source.entity) {
                ids.extend((source.dependents)(scope, entity, changed.clone()).await?);
            }
            ids.sort_unstable();
            ids.dedup();
            affected.insert(source.entity, ids);
        }
        Ok(affected)
    }

    /// Loads what is pending once, and brings it into the index (one commit, with its number) and the cards.
    async fn apply(
        &self,
        scope: &Scope,
        index: &Index,
        head: &Head,
        batch: Batch,
        patience: Patience,
        before: Option<&Snapshot>,
    ) -> Result<Cards> {
        let mut writer = match batch.write {
            true => self.writer(index, head, patience).await?,
            false => None,
        };
        if batch.rebuild
            && let Some(writer) = &mut writer
        {
            writer.clear()?;
        }
        let mut cards: Cards = match before {
            Some(before) if !batch.all_cards => (*before.cards).clone(),
            _ => HashMap::new(),
        };
        for source in &self.sources {
            let to_index = batch.index.get(source.entity).map_or(&[][..], Vec::as_slice);
            let to_list = batch.cards.get(source.entity).map_or(&[][..], Vec::as_slice);
            let mut all: Vec<Uuid> = to_index.iter().chain(to_list).copied().collect();
            all.sort_unstable();
            all.dedup();
            let indexed: std::collections::HashSet<Uuid> = to_index.iter().copied().collect();
            let listed = cards.entry(source.entity).or_default();
            for ids in all.chunks(BATCH) {
                let entries = (source.load)(scope, ids.to_vec()).await?;
                for id in ids {
                    listed.remove(id);
                }
                let mut documents = Vec::with_capacity(entries.len());
                for entry in entries {
                    let title =
                        entry.document.as_ref().map(|document| (document.kind, document.text.title.as_str().into()));
                    listed.insert(entry.id, Listed { card: entry.card, title, places: entry.places.into() });
                    documents.extend(entry.document);
                }
                if let Some(mut open) = writer.take() {
                    let gone: Vec<_> = ids.iter().filter(|id| indexed.contains(id)).copied().collect();
                    documents.retain(|document| indexed.contains(&document.id));
                    let written = blocking(move || {
                        for id in gone {
                            open.remove(id);
                        }
                        open.put(&documents)?;
                        Ok(open)
                    });
                    writer = Some(written.await?);
                }
            }
        }
        if let Some(writer) = writer {
            let checkpoint = Checkpoint { epoch: head.epoch.clone(), seq: head.seq };
            let checkpoint = serde_json::to_string(&checkpoint).map_err(Fault::internal)?;
            blocking(move || writer.commit(&checkpoint)).await?;
        }
        Ok(cards)
    }

    /// A writer; or none, if another process has meanwhile done this very work.
    async fn writer(&self, index: &Index, head: &Head, patience: Patience) -> Result<Option<Writer>> {
        for _ in 0..LOCK_STEPS {
            let open = index.clone();
            match tokio::task::spawn_blocking(move || open.writer()).await.map_err(Fault::internal)? {
                Err(search_index::Error::Locked) if patience == Patience::Skip => {
                    return Err(Fault::unavailable("another process is writing to the index"));
                }
                Err(search_index::Error::Locked) => tokio::time::sleep(LOCK_STEP).await,
                outcome => return Ok(Some(outcome?)),
            }
            if checkpoint(index)?.is_some_and(|done| done.epoch == head.epoch && done.seq >= head.seq) {
                return Ok(None);
            }
        }
        Err(Fault::unavailable("another process has been writing to the index for a minute"))
    }
}

impl fmt::Debug for Search {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Search").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// Rows by what the change log calls them.
pub type Ids = HashMap<&'static str, Vec<Uuid>>;

/// What is to be brought in.
struct Batch {
    /// Build the index from nothing.
    rebuild: bool,
    /// Build the read model from nothing.
    all_cards: bool,
    index: Ids,
    cards: Ids,
    /// What changed since the read model's number.
    changed: Vec<Changed>,
    /// Whether the index is behind at all.
    write: bool,
}

impl Batch {
    /// Whether no row that is found or listed changed.
    fn concerns_nothing(&self) -> bool {
        !self.rebuild && self.index.values().chain(self.cards.values()).all(Vec::is_empty)
    }
}

async fn head(scope: &Scope) -> Result<Head> {
    let head = changes::head(&*scope.db().await?).await?;
    Ok(head.unwrap_or(Head { epoch: String::new(), seq: 0 }))
}

/// Runs index work, which waits for disks, off the async threads.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> search_index::Result<T> + Send + 'static) -> Result<T> {
    Ok(tokio::task::spawn_blocking(work).await.map_err(Fault::internal)??)
}
