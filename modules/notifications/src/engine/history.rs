//! What happened lately, for those who are about to ask to be told: what would they have heard?

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashSet},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    error::Result,
    jobs::Job,
    scope::Scope,
    search::{Snapshot, Told},
};
use notices::What;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select};
use serde::Deserialize as _;
use uuid::Uuid;

use super::{
    area,
    fan::happening::{Column, Entity, Model},
};
use crate::{MODULE, compile::Compiled, found::found};

/// How long is remembered what happened.
const REMEMBERED: TimeDelta = TimeDelta::days(35);
/// What happened is looked at up to here, the latest first, to find what a search or a party concerns.
const MOST: u64 = 20_000;
/// Of what concerns somebody, so much is read in full, the latest.
const MOST_READ: usize = 5_000;
/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// What is done from time to time.
pub(crate) const JOBS: [Job; 1] = [Job {
    name: "notifications.forget",
    module: Some(MODULE),
    every: Duration::from_secs(24 * 3600),
    run: |scope| Box::pin(forget(scope)),
}];

/// Something that happened to an entry, of which a subscription would have told.
#[derive(Clone, Debug)]
pub struct Past {
    /// What.
    pub what: What,
    /// To which kind of entry, as the change log calls it.
    pub entity: String,
    /// To which entry.
    pub entity_id: Uuid,
    /// What was told of it.
    pub told: Told,
    /// When.
    pub at: DateTime<Utc>,
}

/// What happened since a moment, at most [`REMEMBERED`] ago, of which a subscription that asks for this would have told:
/// the latest first. Searches are asked what they find today, and parties what is theirs today.
pub async fn concerning(
    scope: &Scope,
    snapshot: &Snapshot,
    asked: &Compiled,
    since: DateTime<Utc>,
) -> Result<Vec<Past>> {
    let lately = Entity::find()
        .filter(Column::At.gte(since))
        .filter(Column::What.is_in(asked.about.iter().copied()))
        .order_by_desc(Column::At);
    let mut rows: Vec<Model> = Vec::new();
    if asked.query.is_some() || asked.party.is_some() {
        let found = found(scope, snapshot, asked)?.unwrap_or_default().into_iter().map(|(_, id)| id).collect();
        rows.extend(of_entries(scope, lately.clone(), &found).await?);
    }
    if let Some((entity, id)) = asked.entry {
        let of_entry = lately.clone().filter(Column::Entity.eq(entity)).filter(Column::EntityId.eq(id));
        let of_entry = of_entry.filter(Column::What.ne(What::Appeared)).limit(MOST_READ as u64);
        rows.extend(of_entry.all(&*scope.db().await?).await?);
    }
    if let Some(area) = &asked.area {
        let alerts = lately.filter(Column::What.eq(What::Alert)).limit(MOST_READ as u64);
        let concerns = |row: &Model| {
            Told::deserialize(&row.told).is_ok_and(|told| area::concerns(&scope.tenant.area, &told, area))
        };
        rows.extend(alerts.all(&*scope.db().await?).await?.into_iter().filter(concerns));
    }
    rows.sort_unstable_by_key(|row| Reverse((row.at, row.id)));
    rows.dedup_by_key(|row| row.id);
    let past = rows.into_iter().filter_map(|row| {
        let told = Told::deserialize(&row.told).ok()?;
        Some(Past { what: row.what, entity: row.entity, entity_id: row.entity_id, told, at: row.at })
    });
    Ok(past.collect())
}

/// What happened to these entries. Only of what did are whole rows read.
async fn of_entries(scope: &Scope, lately: Select<Entity>, entries: &HashSet<Uuid>) -> Result<Vec<Model>> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let db = scope.db().await?;
    let keys = lately.select_only().columns([Column::Id, Column::EntityId]).limit(MOST);
    let keys: Vec<(Uuid, Uuid)> = keys.into_tuple().all(&*db).await?;
    let concerned = keys.into_iter().filter(|(_, entry)| entries.contains(entry)).map(|(id, _)| id);
    let concerned: Vec<Uuid> = concerned.take(MOST_READ).collect();
    let mut rows = Vec::with_capacity(concerned.len());
    for ids in concerned.chunks(KEYS_PER_SELECT) {
        rows.extend(Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(&*db).await?);
    }
    Ok(rows)
}

/// Forgets what happened long ago, and messages that have long been over.
async fn forget(scope: &Scope) -> Result<()> {
    let before = scope.now() - REMEMBERED;
    let tx = scope.begin().await?;
    Entity::delete_many().filter(Column::At.lt(before)).exec(tx.db()).await?;
    let known = super::known::ids(tx.scope(), safety::ALERT_ENTITY).await?;
    let alerts = super::known::many(tx.scope(), safety::ALERT_ENTITY, &known).await?;
    let is_over = |told: &Told| super::compare::moment(told, "expires").is_some_and(|expires| expires < before);
    let over: BTreeSet<Uuid> = alerts.into_iter().filter(|(_, known)| is_over(&known.told)).map(|(id, _)| id).collect();
    super::known::forget(&tx, safety::ALERT_ENTITY, &over.into_iter().collect::<Vec<_>>()).await?;
    tx.commit().await
}
