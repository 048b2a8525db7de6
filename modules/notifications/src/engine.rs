//! The engine: what changes becomes what people are told.
//!
//! It follows the change log from a cursor of its own, and compares every entry that changed with what it last knew of
//! it. What became of the entry is put to the city's subscriptions, which it keeps in memory, and what readers are told
//! of it is handed to `notices`. Cursor, what is known, what happened and the notices are written in one transaction: so
//! nobody is told twice, and nothing is left out, however many do this at once and whenever they are cut short.
//!
//! The first time in a city, everything is taken as known, and nobody is told.

mod area;
mod compare;
mod fan;
mod history;
mod known;
mod step;
mod watches;

use std::{
    collections::{HashMap, VecDeque},
    fmt,
    sync::{Arc, PoisonError},
};

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{
    changes::{self, Changed, Head},
    error::Result,
    i18n::Lang,
    scope::{Actor, Scope},
    search::{Card, Snapshot, Source},
    slug::Slug,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::{
    ENTITY,
    compile::compile,
    subscription::{Column, Entity, Model, SubscriptionId},
};
pub(crate) use history::JOBS;
pub use history::{Past, concerning};
use known::Cursor;
use step::{Outcome, Step};
use watches::Watches;

/// Entries that are compared, and told of, in one transaction.
const STEP: usize = 50;
/// Entries that are remembered in one go where nobody is told of them.
const BATCH: usize = 1000;
/// Numbers of the change log that concern nobody, after which the cursor is moved beyond them all the same.
const UNWRITTEN: u64 = 1000;
/// Subscriptions that are read at a time.
const PAGE: u64 = 1000;
/// Subscriptions that are asked anew at a time because another day has begun.
const DAILY: usize = 500;

/// What a process remembers of the cities whose changes it follows.
#[derive(Default)]
pub struct Engine {
    cities: std::sync::Mutex<HashMap<Slug, Arc<Mutex<City>>>>,
}

/// What is remembered of one city.
#[derive(Default)]
struct City {
    /// The change log's end when there was last nothing left to do.
    looked: Option<Head>,
    /// How far nothing is left to do, whatever has been written of it.
    followed: Option<Head>,
    /// When the clock next changes an entry.
    next_at: Option<DateTime<Utc>>,
    subscriptions: Option<Subscriptions>,
    /// Cards as they were when entries were last compared.
    cards: Cards,
}

/// A city's subscriptions at one number of its change log.
struct Subscriptions {
    watches: Watches,
    at: Head,
    /// The day for which they were asked.
    day: NaiveDate,
    /// Those that have yet to be asked for that day.
    stale: VecDeque<Uuid>,
}

/// Cards of a snapshot, and of entries that were compared since.
#[derive(Default)]
struct Cards {
    base: Option<Arc<Snapshot>>,
    since: HashMap<Uuid, Card>,
}

impl Cards {
    /// What lists showed of an entry; nothing if that is not known.
    fn before(&self, entity: &str, id: Uuid) -> Option<Card> {
        self.since.get(&id).cloned().or_else(|| self.base.as_ref()?.any_card(entity, id))
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}

impl Engine {
    /// An engine that remembers nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Brings a city up to its change log's end, and to the clock. Returns how many notices were written or changed. Where
    /// nothing changed, this asks for the log's end and nothing else.
    pub async fn follow(&self, scope: &Scope) -> Result<usize> {
        let city = self.city(&scope.tenant.slug);
        let mut city = city.lock().await;
        let scope = Scope::new(scope.app().clone(), scope.tenant.clone(), Actor::System, Lang::Pl);
        let Some(head) = changes::head(&*scope.db().await?).await? else { return Ok(0) };
        let now = scope.now();
        if city.is_idle(&head, now, scope.today()) {
            return Ok(0);
        }
        city.follow(&scope, &head, now).await
    }

    /// How many readers would be told something of these entries, were the change log followed now. Writes nothing.
    pub async fn foresee(&self, scope: &Scope, entity: &str, ids: &[Uuid]) -> Result<usize> {
        let city = self.city(&scope.tenant.slug);
        let city = city.lock().await;
        let source = scope.app().search.sources().iter().find(|source| source.entity == entity);
        let (Some(source), Some(Subscriptions { watches, .. })) = (source, &city.subscriptions) else { return Ok(0) };
        let snapshot = scope.snapshot().await?;
        let (snapshot, cards) = (&*snapshot, &city.cards);
        let step = Step { scope, snapshot, watches, cards, source: *source, now: scope.now() };
        let happened = step.look(ids).await?.happened;
        Ok(fan::fan(scope, snapshot, watches, &happened).await?.items.len())
    }

    fn city(&self, slug: &Slug) -> Arc<Mutex<City>> {
        let mut cities = self.cities.lock().unwrap_or_else(PoisonError::into_inner);
        cities.entry(slug.clone()).or_default().clone()
    }

    /// Forgets cities other than these.
    pub fn keep(&self, slugs: &[Slug]) {
        let mut cities = self.cities.lock().unwrap_or_else(PoisonError::into_inner);
        cities.retain(|slug, _| slugs.contains(slug));
    }

    /// How many subscriptions of a city are kept in memory.
    pub async fn watched(&self, slug: &Slug) -> usize {
        let city = self.cities.lock().unwrap_or_else(PoisonError::into_inner).get(slug).cloned();
        match city {
            Some(city) => city.lock().await.subscriptions.as_ref().map_or(0, |known| known.watches.len()),
            None => 0,
        }
    }
}

impl City {
    fn is_idle(&self, head: &Head, now: DateTime<Utc>, today: NaiveDate) -> bool {
        let is_asked = self.subscriptions.as_ref().is_none_or(|known| known.stale.is_empty() && known.day == today);
        self.looked.as_ref() == Some(head) && self.next_at.is_none_or(|next| now < next) && is_asked
    }

    async fn follow(&mut self, scope: &Scope, head: &Head, now: DateTime<Utc>) -> Result<usize> {
        self.looked = None;
        let cursor = known::cursor(scope).await?;
        let is_of = |cursor: &Cursor| cursor.epoch == head.epoch && cursor.seq <= head.seq;
        let mut cursor = match cursor {
            Some(cursor) if is_of(&cursor) => cursor,
            other => return self.begin(scope, other.as_ref()).await,
        };
        let followed = self.followed.as_ref().filter(|followed| followed.epoch == head.epoch);
        let from = followed.map_or(cursor.seq, |followed| followed.seq.max(cursor.seq));
        // What others have followed already may still be news to the subscriptions kept here.
        let seen = self.subscriptions.as_ref().filter(|known| known.at.epoch == head.epoch);
        let from = seen.map_or(from, |known| known.at.seq.min(from));
        let changed = changes::since(&*scope.db().await?, from).await?;
        let mut pending = self.pending(scope, &changed, now).await?;
        let mut told = 0;
        // The first time, cards are kept before anything changes: what a search found already is not told as new later.
        if !pending.is_empty() || self.subscriptions.is_some() || self.followed.is_none() {
            let mut seen = head.clone();
            let snapshot = scope.app().search.catch_up(scope).await?;
            self.learn(scope, &snapshot, &changed, head).await?;
            while let Some((source, ids)) = self.next(scope, &snapshot, &mut pending, &mut seen).await? {
                let up_to = pending.is_empty().then_some(head);
                let Some(notices) = self.step(scope, &snapshot, &mut cursor, (source, ids), up_to).await? else {
                    // Somebody else was faster: what is left is looked at anew.
                    return Ok(told);
                };
                told += notices;
            }
            self.keep_cards(&snapshot, head);
        }
        if head.seq.saturating_sub(cursor.seq) > UNWRITTEN {
            let tx = scope.begin().await?;
            if known::take_turn(&tx, Some(&cursor), Some(head)).await? {
                tx.commit().await?;
            }
        }
        self.next_at = known::next(&scope.fresh()).await?;
        self.looked = Some(head.clone());
        self.followed = Some(head.clone());
        Ok(told)
    }

    /// Keeps what lists show, to be compared with what they will show, where a subscription asks for that.
    fn keep_cards(&mut self, snapshot: &Arc<Snapshot>, head: &Head) {
        if !self.subscriptions.as_ref().is_some_and(|known| known.watches.have_checks()) {
            self.cards = Cards::default();
        } else if snapshot.seq() == head.seq {
            self.cards = Cards { base: Some(snapshot.clone()), since: HashMap::new() };
        }
    }

    /// The first time in a city, or in a history of it: everything is taken as known.
    async fn begin(&mut self, scope: &Scope, cursor: Option<&Cursor>) -> Result<usize> {
        let tx = scope.begin().await?;
        let work = tx.scope().clone();
        let Some(head) = changes::head(tx.db()).await? else { return Ok(0) };
        if !known::take_turn(&tx, cursor, Some(&head)).await? {
            return Ok(0);
        }
        known::forget_all(&tx).await?;
        let now = scope.now();
        for source in scope.app().search.sources() {
            let ids = (source.ids)(&work).await?;
            for ids in ids.chunks(BATCH) {
                let entries = (source.load)(&work, ids.to_vec()).await?;
                let seen = entries.iter().filter_map(|entry| Some((entry.id, known::Known::of(entry, now)?)));
                known::remember(&tx, source.entity, seen.collect()).await?;
            }
        }
        tx.commit().await?;
        // Nothing is taken as looked at: subscriptions and cards are read before anything changes.
        *self = Self { next_at: known::next(&scope.fresh()).await?, ..Self::default() };
        Ok(0)
    }

    /// What is compared next of what is left. An alert that was issued meanwhile waits for none of it; `seen` is how
    /// far the log was looked through for one.
    async fn next(
        &mut self,
        scope: &Scope,
        snapshot: &Snapshot,
        pending: &mut VecDeque<(Source, Vec<Uuid>)>,
        seen: &mut Head,
    ) -> Result<Option<(Source, Vec<Uuid>)>> {
        let source = scope.app().search.sources().iter().find(|source| source.entity == safety::ALERT_ENTITY);
        if let Some(source) = source
            && pending.front().is_some_and(|(next, _)| next.entity != source.entity)
        {
            let alerts = self.alerts_since(scope, snapshot, seen).await?;
            alerts.chunks(STEP).for_each(|ids| pending.push_front((*source, ids.to_vec())));
        }
        Ok(pending.pop_front())
    }

    /// Alerts that changed since the log was last looked through. Where there are any, the subscriptions are brought
    /// up to this moment: who asked just before an alert hears of it.
    async fn alerts_since(&mut self, scope: &Scope, snapshot: &Snapshot, seen: &mut Head) -> Result<Vec<Uuid>> {
        scope.release().await;
        let db = scope.db().await?;
        let head = changes::head(&db).await?.filter(|head| head.epoch == seen.epoch && head.seq > seen.seq);
        let Some(head) = head else { return Ok(Vec::new()) };
        let alert = |change: Changed| match change {
            Changed::Entity(entity, id) if entity == safety::ALERT_ENTITY => Some(id),
            _ => None,
        };
        let alerts: Vec<Uuid> = changes::since(&db, seen.seq).await?.into_iter().filter_map(alert).collect();
        *seen = head;
        if let Some(known) = self.subscriptions.as_ref().filter(|_| !alerts.is_empty()) {
            let changed = changes::since(&db, known.at.seq).await?;
            self.learn(scope, snapshot, &changed, seen).await?;
        }
        Ok(alerts)
    }

    /// Entries that are to be compared: those that changed, those that show something of them, and those that the clock
    /// has changed; some at a time. Alerts come first.
    async fn pending(
        &self,
        scope: &Scope,
        changed: &[Changed],
        now: DateTime<Utc>,
    ) -> Result<VecDeque<(Source, Vec<Uuid>)>> {
        let search = &scope.app().search;
        let everything = changed.contains(&Changed::Everything);
        let mut affected = if everything { HashMap::new() } else { search.affected(scope, changed).await? };
        let due = known::due(scope, now).await?;
        let mut pending = VecDeque::new();
        let mut sources: Vec<&Source> = search.sources().iter().collect();
        sources.sort_by_key(|source| source.entity != safety::ALERT_ENTITY);
        for source in sources {
            let mut ids = affected.remove(source.entity).unwrap_or_default();
            if everything {
                ids = (source.ids)(scope).await?;
                ids.extend(known::ids(scope, source.entity).await?);
            }
            ids.extend(due.iter().filter(|(entity, _)| entity == source.entity).map(|(_, id)| *id));
            ids.sort_unstable();
            ids.dedup();
            pending.extend(ids.chunks(STEP).map(|ids| (*source, ids.to_vec())));
        }
        Ok(pending)
    }

    /// Brings the subscriptions that are kept up to the log's end.
    async fn learn(&mut self, scope: &Scope, snapshot: &Snapshot, changed: &[Changed], head: &Head) -> Result<()> {
        let today = scope.today();
        let known = self.subscriptions.take().filter(|known| known.at.epoch == head.epoch);
        let mut known = match known {
            None => Subscriptions {
                watches: all(scope, snapshot).await?,
                at: head.clone(),
                day: today,
                stale: VecDeque::new(),
            },
            Some(mut known) => {
                let of = |entity: &str| {
                    let is_of = move |change: &Changed| match change {
                        Changed::Entity(name, id) if name == entity => Some(*id),
                        _ => None,
                    };
                    changed.iter().filter_map(is_of).collect::<Vec<_>>()
                };
                let mut ids = of(ENTITY);
                ids.extend(of_children(scope, &of(identity::children::ENTITY)).await?);
                renew(scope, snapshot, &mut known.watches, &ids).await?;
                known.at = head.clone();
                known
            }
        };
        if known.day != today {
            // Ages, and days that were said in words, are those of another day now.
            known.stale = ids(scope).await?.into();
            known.day = today;
        }
        let stale: Vec<Uuid> = (0..DAILY).map_while(|_| known.stale.pop_front()).collect();
        renew(scope, snapshot, &mut known.watches, &stale).await?;
        self.subscriptions = Some(known);
        Ok(())
    }

    /// Compares some entries, tells readers, and remembers. Nothing if somebody else was faster.
    async fn step(
        &mut self,
        scope: &Scope,
        snapshot: &Snapshot,
        cursor: &mut Cursor,
        (source, ids): (Source, Vec<Uuid>),
        up_to: Option<&Head>,
    ) -> Result<Option<usize>> {
        let Some(Subscriptions { watches, .. }) = &self.subscriptions else { return Ok(None) };
        let step = Step { scope, snapshot, watches, cards: &self.cards, source, now: scope.now() };
        let Outcome { seen, gone, happened, cards } = step.look(&ids).await?;
        let fan = fan::fan(scope, snapshot, watches, &happened).await?;
        let mut tx = scope.begin().await?;
        if !known::take_turn(&tx, Some(cursor), up_to).await? {
            return Ok(None);
        }
        known::remember(&tx, source.entity, seen).await?;
        known::forget(&tx, source.entity, &gone).await?;
        let written = fan::write(&mut tx, &happened, fan).await?;
        tx.commit().await?;
        cursor.turn += 1;
        self.cards.since.extend(cards);
        Ok(Some(written))
    }
}

/// All of a city's subscriptions that are on.
async fn all(scope: &Scope, snapshot: &Snapshot) -> Result<Watches> {
    let mut watches = Watches::default();
    let mut after: Option<SubscriptionId> = None;
    loop {
        let mut page = on().order_by_asc(Column::Id).limit(PAGE);
        if let Some(after) = after {
            page = page.filter(Column::Id.gt(after));
        }
        let rows = page.all(&*scope.db().await?).await?;
        let Some(last) = rows.last() else { return Ok(watches) };
        after = Some(last.id);
        for row in &rows {
            ask(scope, snapshot, &mut watches, row).await;
        }
        tokio::task::yield_now().await;
    }
}

fn on() -> sea_orm::Select<Entity> {
    Entity::find().filter(Column::MutedAt.is_null()).filter(Column::RemovedAt.is_null())
}

async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    let ids: Vec<SubscriptionId> = on().select_only().column(Column::Id).into_tuple().all(&*scope.db().await?).await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Subscriptions for these children.
async fn of_children(scope: &Scope, children: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut found = Vec::new();
    for chunk in children.chunks(BATCH) {
        let of_these = Column::ChildId.is_in(chunk.iter().copied().map(identity::ChildId));
        let ids: Vec<SubscriptionId> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(of_these)
            .into_tuple()
            .all(&*scope.db().await?)
            .await?;
        found.extend(ids.into_iter().map(|id| id.0));
    }
    Ok(found)
}

/// Asks these subscriptions anew, and forgets those that are off or gone.
async fn renew(scope: &Scope, snapshot: &Snapshot, watches: &mut Watches, ids: &[Uuid]) -> Result<()> {
    for chunk in ids.chunks(BATCH) {
        let these = Column::Id.is_in(chunk.iter().copied().map(SubscriptionId));
        let rows = on().filter(these).all(&*scope.db().await?).await?;
        for id in chunk {
            match rows.iter().find(|row| row.id.0 == *id) {
                Some(row) => ask(scope, snapshot, watches, row).await,
                None => watches.remove(*id),
            }
        }
    }
    Ok(())
}

/// Keeps what a subscription asks for. One that means nothing any more must not hold up the others.
async fn ask(scope: &Scope, snapshot: &Snapshot, watches: &mut Watches, row: &Model) {
    match compile(scope, snapshot, row).await {
        Ok(asked) => watches.put(row, asked),
        Err(fault) => {
            watches.remove(row.id.0);
            tracing::debug!(subscription = %row.id.0, error = fault.describe(), "a subscription asks for nothing");
        }
    }
}
