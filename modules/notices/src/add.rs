//! Handing in what readers are told: in bulk, merged with what waits.
//!
//! What waits for one reader about one entry is one row. People are not told twice what they know: that something is
//! there, once in [`APPEARED_AGAIN`]; that it costs less, once in [`PRICE_AGAIN`], unless it costs even less than they
//! were told; that a place is free, once in [`PLACE_AGAIN`].

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    changes::Operation,
    error::{Fault, Result},
    holidays,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _,
    QuerySelect as _, sea_query::OnConflict,
};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    ENTITY,
    content::{self, Content},
    notice::{ActiveModel, Column, Entity, Model, NoticeId, WAITING},
    reader::{Model as Reader, ReaderId},
    readers,
    reason::Reason,
    schedule::due,
    what::{Frequency, What},
};

/// How soon somebody is told again that something is there.
pub(crate) const APPEARED_AGAIN: TimeDelta = TimeDelta::days(30);
/// How soon somebody is told again that something costs less.
const PRICE_AGAIN: TimeDelta = TimeDelta::hours(24);
/// How soon somebody is told again that a place is free.
const PLACE_AGAIN: TimeDelta = TimeDelta::hours(1);
/// How long an entry is left alone before people are told how it changed.
const SETTLES_IN: TimeDelta = TimeDelta::minutes(5);
/// How long that may take altogether.
const SETTLES_AT_MOST: TimeDelta = TimeDelta::hours(1);
/// How soon somebody gets another mail of what is told at once.
pub(crate) const AT_ONCE_AGAIN: TimeDelta = TimeDelta::minutes(15);
/// Rows of one `INSERT`: fifteen values each, well below SQLite's 32 766.
const ROWS_PER_INSERT: usize = 500;
/// Items that are merged at a time.
const BATCH: usize = 1000;

/// One thing that one reader is to be told.
#[derive(Clone, Debug)]
pub struct Item {
    /// Who.
    pub reader: ReaderId,
    /// What happened.
    pub what: What,
    /// Of which kind of entry, as the change log calls it.
    pub entity: String,
    /// Of which entry.
    pub entity_id: Uuid,
    /// [`kernel::search::Told`] as JSON, with `from` (what was, by the names of facts) and `changed` (their names).
    pub told: Value,
    /// Why.
    pub reasons: Vec<Reason>,
    /// How soon: the most frequent of the reasons.
    pub frequency: Frequency,
    /// Whether it waits for nothing: danger.
    pub urgent: bool,
}

/// What a reader is told of is known by these.
type Key = (ReaderId, String, Uuid);

/// What is to be told of one entry, before it is a row.
struct Told {
    content: Content,
    reasons: Vec<Reason>,
    frequency: Frequency,
    urgent: bool,
}

/// Hands in what readers are told. Items of one reader and entry become one, with what waits already. Readers who are
/// told nothing are passed over. Returns how many notices were written or changed.
pub async fn add(tx: &mut Tx, items: Vec<Item>) -> Result<usize> {
    let mut by_key: BTreeMap<Key, Option<Told>> = BTreeMap::new();
    for item in items {
        let told = Told {
            content: Content::of(item.told, item.what)?,
            reasons: item.reasons,
            frequency: item.frequency,
            urgent: item.urgent,
        };
        let known = by_key.entry((item.reader, item.entity, item.entity_id)).or_default();
        *known = match known.take() {
            Some(earlier) => together(earlier, told),
            None => Some(told),
        };
    }
    let told: Vec<(Key, Told)> = by_key.into_iter().filter_map(|(key, told)| Some((key, told?))).collect();
    let mut written = 0;
    let mut rest = told.into_iter().peekable();
    while rest.peek().is_some() {
        written += add_batch(tx, rest.by_ref().take(BATCH).collect()).await?;
    }
    Ok(written)
}

/// Readers for whom something of an entry waits, each once.
pub async fn waiting_for(tx: &Tx, entity: &str, entity_id: Uuid) -> Result<Vec<ReaderId>> {
    let waiting = Entity::find()
        .select_only()
        .column(Column::ReaderId)
        .distinct()
        .filter(Column::Entity.eq(entity))
        .filter(Column::EntityId.eq(entity_id))
        .filter(Column::Waiting.eq(WAITING));
    Ok(waiting.into_tuple().all(tx.db()).await?)
}

/// Forgets that something happened as far as readers have yet to be told by mail: a place that was free is taken again.
/// Returns how many notices that concerned.
pub async fn take_back(tx: &mut Tx, entity: &str, entity_id: Uuid, what: What) -> Result<usize> {
    let of_entry = || {
        Entity::find()
            .filter(Column::Entity.eq(entity))
            .filter(Column::EntityId.eq(entity_id))
            .filter(Column::Waiting.eq(WAITING))
    };
    let readers = waiting_for(tx, entity, entity_id).await?;
    let readers = readers::lock(tx, &readers).await?;
    let mut concerned = 0;
    for row in of_entry().all(tx.db()).await? {
        let content = Content::read(&row.told);
        if !content.happened.contains(&what) {
            continue;
        }
        concerned += 1;
        match content.without(what) {
            Some(left) => {
                let change = ActiveModel {
                    id: sea_orm::Unchanged(row.id),
                    what: Set(left.what().unwrap_or(row.what)),
                    told: Set(serde_json::to_value(&left).map_err(Fault::internal)?),
                    ..Default::default()
                };
                Entity::update(change).validate()?.exec(tx.db()).await?;
            }
            None => {
                Entity::delete_by_id(row.id).exec(tx.db()).await?;
            }
        }
        if readers.get(&row.reader_id).is_some_and(|reader| reader.account_id.is_some()) {
            tx.changed(ENTITY, row.reader_id.0, Operation::Upsert);
        }
    }
    Ok(concerned)
}

/// Two happenings of one entry, the earlier first; nothing if the later undid the earlier.
fn together(earlier: Told, later: Told) -> Option<Told> {
    let mut reasons = earlier.reasons;
    for reason in later.reasons {
        if !reasons.iter().any(|known| known.subscription == reason.subscription) {
            reasons.push(reason);
        }
    }
    Some(Told {
        content: earlier.content.merged(later.content)?,
        reasons,
        frequency: earlier.frequency.min(later.frequency),
        urgent: earlier.urgent || later.urgent,
    })
}

async fn add_batch(tx: &mut Tx, told: Vec<(Key, Told)>) -> Result<usize> {
    let scope = tx.scope().clone();
    let now = scope.now();
    let ids: Vec<ReaderId> = told.iter().map(|((reader, ..), _)| *reader).collect();
    let readers = readers::lock(tx, &ids).await?;
    let mut known = known(tx, &told).await?;
    let (mut rows, mut undone, mut concerned) = (Vec::new(), Vec::new(), HashSet::new());
    for (key, mut told) in told {
        let Some(reader) = readers.get(&key.0).filter(|reader| reader.is_listening()) else { continue };
        let rows_of = known.remove(&key).unwrap_or_default();
        let (waiting, past): (Vec<Model>, Vec<Model>) = rows_of.into_iter().partition(|row| row.waiting.is_some());
        let Some(content) = news(told.content, &past, now) else { continue };
        told.content = content;
        concerned.insert(reader.id);
        match waiting.into_iter().next() {
            None => rows.push(fresh(&scope, reader, key, told)?),
            Some(row) => {
                let id = row.id;
                match changed(&scope, reader, row, told)? {
                    Some(row) => rows.push(row),
                    None => undone.push(id),
                }
            }
        }
    }
    for chunk in undone.chunks(readers::KEYS_PER_SELECT) {
        Entity::delete_many().filter(Column::Id.is_in(chunk.iter().copied())).exec(tx.db()).await?;
    }
    let written = rows.len() + undone.len();
    write(tx, rows).await?;
    for id in concerned {
        if readers.get(&id).is_some_and(|reader| reader.account_id.is_some()) {
            tx.changed(ENTITY, id.0, Operation::Upsert);
        }
    }
    Ok(written)
}

/// What readers were told lately of these entries, and what waits.
async fn known(tx: &Tx, told: &[(Key, Told)]) -> Result<HashMap<Key, Vec<Model>>> {
    let since = tx.scope().now() - APPEARED_AGAIN;
    let keys: HashSet<(ReaderId, &str, Uuid)> = told.iter().map(|((r, e, id), _)| (*r, e.as_str(), *id)).collect();
    let mut entries: Vec<Uuid> = told.iter().map(|((.., id), _)| *id).collect();
    entries.sort_unstable();
    entries.dedup();
    let mut kinds: Vec<&str> = told.iter().map(|((_, kind, _), _)| kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut known: HashMap<Key, Vec<Model>> = HashMap::new();
    let mut readers: Vec<ReaderId> = told.iter().map(|((reader, ..), _)| *reader).collect();
    readers.dedup();
    for readers in readers.chunks(readers::KEYS_PER_SELECT) {
        for entries in entries.chunks(readers::KEYS_PER_SELECT) {
            let rows = Entity::find()
                .filter(Column::ReaderId.is_in(readers.iter().copied()))
                .filter(Column::Entity.is_in(kinds.iter().copied()))
                .filter(Column::EntityId.is_in(entries.iter().copied()))
                .filter(Condition::any().add(Column::Waiting.eq(WAITING)).add(Column::UpdatedAt.gte(since)))
                .all(tx.db())
                .await?;
            for row in rows {
                if keys.contains(&(row.reader_id, row.entity.as_str(), row.entity_id)) {
                    known.entry((row.reader_id, row.entity.clone(), row.entity_id)).or_default().push(row);
                }
            }
        }
    }
    Ok(known)
}

/// What of it is news to a reader who was told `past` of the entry before.
fn news(mut content: Content, past: &[Model], now: DateTime<Utc>) -> Option<Content> {
    for row in past {
        let (before, told_at) = (Content::read(&row.told), row.mailed_at.unwrap_or(row.updated_at));
        let told = |what: What, again: TimeDelta| before.happened.contains(&what) && told_at > now - again;
        if told(What::Appeared, APPEARED_AGAIN) {
            content.happened.remove(&What::Appeared);
        }
        if told(What::PlaceFreed, PLACE_AGAIN) {
            content.happened.remove(&What::PlaceFreed);
        }
        let is_lower = match (content::price(&before.facts), content::price(&content.facts)) {
            (Some((was, was_for)), Some((is, is_for))) => was_for != is_for || is < was,
            _ => false,
        };
        if told(What::PriceFell, PRICE_AGAIN) && !is_lower {
            content.happened.remove(&What::PriceFell);
        }
    }
    (!content.happened.is_empty()).then_some(content)
}

/// When what happened now leaves.
fn moment(scope: &Scope, reader: &Reader, told: &Told, since: DateTime<Utc>) -> DateTime<Utc> {
    let now = scope.now();
    if told.urgent {
        return now;
    }
    let mut from = now;
    if told.content.what() == Some(What::Changed) {
        from = (now + SETTLES_IN).min(since + SETTLES_AT_MOST).max(now);
    }
    if told.frequency == Frequency::AtOnce
        && let Some(last) = reader.last_at_once
    {
        from = from.max(last + AT_ONCE_AGAIN);
    }
    due(told.frequency, &reader.settings(), &holidays::is_holiday, scope.tenant.time_zone, from)
}

fn fresh(scope: &Scope, reader: &Reader, (_, entity, entity_id): Key, told: Told) -> Result<Model> {
    let now = scope.now();
    let due_at = moment(scope, reader, &told, now);
    Ok(Model {
        id: NoticeId::new(now),
        reader_id: reader.id,
        what: told.content.what().unwrap_or(What::Changed),
        entity,
        entity_id,
        told: serde_json::to_value(&told.content).map_err(Fault::internal)?,
        reasons: told.reasons.into(),
        is_urgent: told.urgent,
        frequency: told.frequency,
        waiting: Some(WAITING),
        due_at,
        created_at: now,
        updated_at: now,
        mailed_at: None,
        read_at: None,
    })
}

/// A row that waits with what happened later; nothing if that undid it.
fn changed(scope: &Scope, reader: &Reader, row: Model, later: Told) -> Result<Option<Model>> {
    let earlier = Told {
        content: Content::read(&row.told),
        reasons: row.reasons.0.clone(),
        frequency: row.frequency,
        urgent: row.is_urgent,
    };
    let Some(told) = together(earlier, later) else { return Ok(None) };
    let at = moment(scope, reader, &told, row.created_at);
    // What only changed waits until it is left alone; what else happened does not wait longer for it.
    let is_settling = told.content.what() == Some(What::Changed) && !told.urgent;
    Ok(Some(Model {
        what: told.content.what().unwrap_or(row.what),
        told: serde_json::to_value(&told.content).map_err(Fault::internal)?,
        reasons: told.reasons.into(),
        is_urgent: told.urgent,
        frequency: told.frequency,
        due_at: if is_settling { at } else { at.min(row.due_at) },
        updated_at: scope.now(),
        ..row
    }))
}

/// Writes rows, new ones and those that are there.
async fn write(tx: &Tx, rows: Vec<Model>) -> Result<()> {
    let known = OnConflict::column(Column::Id)
        .update_columns([
            Column::What,
            Column::Told,
            Column::Reasons,
            Column::IsUrgent,
            Column::Frequency,
            Column::DueAt,
            Column::UpdatedAt,
        ])
        .to_owned();
    let rows: Vec<_> = rows.into_iter().map(|row| ActiveModel::from(row).reset_all()).collect();
    for chunk in rows.chunks(ROWS_PER_INSERT) {
        Entity::insert_many(chunk.iter().cloned()).on_conflict(known.clone()).exec_without_returning(tx.db()).await?;
    }
    Ok(())
}
