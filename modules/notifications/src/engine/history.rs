//! What happened lately, for those who are about to ask to be told: what would they have heard?

use std::{
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
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use serde::Deserialize as _;
use uuid::Uuid;

use super::{
    area,
    fan::happening::{Column, Entity},
};
use crate::{MODULE, compile::Compiled, found::found};

/// How long is remembered what happened.
const REMEMBERED: TimeDelta = TimeDelta::days(35);
/// What happened is looked at up to here, the latest first.
const MOST: u64 = 20_000;

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
/// the latest first. Searches are asked what they find today.
pub async fn concerning(
    scope: &Scope,
    snapshot: &Snapshot,
    asked: &Compiled,
    since: DateTime<Utc>,
) -> Result<Vec<Past>> {
    let rows = Entity::find()
        .filter(Column::At.gte(since))
        .filter(Column::What.is_in(asked.about.iter().copied()))
        .order_by_desc(Column::At)
        .limit(MOST)
        .all(&*scope.db().await?)
        .await?;
    let found: HashSet<Uuid> = match asked.query.is_some() {
        true => found(scope, snapshot, asked)?.unwrap_or_default().into_iter().map(|(_, id)| id).collect(),
        false => HashSet::new(),
    };
    let past = rows.into_iter().filter_map(|row| {
        let told = Told::deserialize(&row.told).ok()?;
        let is_found = found.contains(&row.entity_id);
        let is_followed = asked.entry.is_some_and(|(_, id)| id == row.entity_id && row.what != What::Appeared);
        let is_partys = asked.party.is_some_and(|party| told.owners.contains(&party));
        let is_there = row.what == What::Alert
            && asked.area.as_ref().is_some_and(|asked| area::concerns(&scope.tenant.area, &told, asked));
        let concerns = is_found || is_followed || is_partys || is_there;
        concerns.then_some(Past { what: row.what, entity: row.entity, entity_id: row.entity_id, told, at: row.at })
    });
    Ok(past.collect())
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
