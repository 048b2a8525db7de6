//! Tells readers what was sent, batch by batch.

use std::{
    collections::{BTreeMap, HashMap},
    time::Duration,
};

use identity::AccountId;
use kernel::{
    error::Result,
    i18n::Lang,
    jobs::Job,
    scope::{Scope, Tx},
    search::{Snapshot, Told},
};
use notices::{Item, Reader, ReaderId, Reason, What};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::{Set, Unchanged},
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{
    ENTITY,
    announcement::{ActiveModel, AnnouncementId, Column, Entity, Model, State},
    audience::{Audience, next},
};
use crate::{MODULE, label, subscription::Model as Subscription};

/// Readers that are told in one unit of work: what a kill undoes is done again.
const BATCH: u64 = 200;

/// Recurring work.
pub const JOBS: [Job; 1] = [Job {
    name: "notifications.announcements",
    module: Some(MODULE),
    every: Duration::from_secs(30),
    run: |scope| Box::pin(send_all(scope)),
}];

/// Tells everybody what is to be told by now.
pub(crate) async fn send_all(scope: &Scope) -> Result<()> {
    let open: Vec<AnnouncementId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(State::Sending))
        .order_by_asc(Column::SentAt)
        .into_tuple()
        .all(&*scope.fresh().db().await?)
        .await?;
    for id in open {
        while batch(&scope.fresh(), id).await? {}
    }
    Ok(())
}

/// Tells the next readers, and notes how far it got; whether there may be more. All in one unit of work, which holds the
/// announcement's lock: two servers tell nobody twice, and a kill between two batches loses nobody.
pub(crate) async fn batch(scope: &Scope, id: AnnouncementId) -> Result<bool> {
    // Taken before, since it may have to be made.
    let snapshot = scope.snapshot().await?;
    let mut tx = scope.begin().await?;
    // What is read here is read by the unit of work itself, and no second connection is waited for.
    let scope = &tx.scope().clone();
    let row = Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?;
    let Some(row) = row.filter(|row| row.state == State::Sending) else { return Ok(false) };
    let readers = match Audience::from_json(&row.audience) {
        Some(audience) => {
            let targets = audience.fingerprints(scope).await?;
            next(tx.db(), targets.as_deref(), row.reached, BATCH).await?
        }
        None => BTreeMap::default(),
    };
    let now = scope.now();
    let Some(last) = readers.keys().next_back().copied() else {
        let done = ActiveModel {
            id: Unchanged(id),
            state: Set(State::Sent),
            finished_at: Set(Some(now)),
            updated_at: Set(now),
            ..Default::default()
        };
        done.update(tx.db()).await?;
        tx.commit().await?;
        return Ok(false);
    };
    let ids: Vec<_> = readers.keys().copied().collect();
    let known = notices::readers::many(scope, &ids).await?;
    let told = serde_json::to_value(told(scope, &row).await?).map_err(kernel::error::Fault::internal)?;
    let langs = langs(scope, known.values()).await?;
    let mut items = Vec::with_capacity(readers.len());
    for (reader, subscriptions) in readers {
        let Some(listening) = known.get(&reader).filter(|reader| reader.is_listening()) else { continue };
        let Some(frequency) = subscriptions.iter().map(|row| row.frequency).min() else { continue };
        let lang = langs.get(&reader).copied().unwrap_or_else(|| listening.lang());
        let reasons = subscriptions.iter().map(|row| reason(scope, &snapshot, lang, row)).collect();
        items.push(Item {
            reader,
            what: What::Announcement,
            entity: ENTITY.to_owned(),
            entity_id: id.0,
            told: told.clone(),
            reasons,
            frequency,
            urgent: false,
        });
    }
    let reached = items.len();
    notices::add(&mut tx, items).await?;
    note(&tx, &row, last, reached).await?;
    tx.commit().await?;
    Ok(true)
}

/// The languages of readers who have an account.
async fn langs(scope: &Scope, readers: impl Iterator<Item = &Reader>) -> Result<HashMap<ReaderId, Lang>> {
    let held: Vec<(ReaderId, AccountId)> = readers.filter_map(|reader| Some((reader.id, reader.account_id?))).collect();
    let ids: Vec<_> = held.iter().map(|(_, account)| *account).collect();
    let accounts = identity::accounts::many(scope, &ids).await?;
    let lang = |(reader, account)| Some((reader, accounts.get(&account)?.lang()));
    Ok(held.into_iter().filter_map(lang).collect())
}

async fn note(tx: &Tx, row: &Model, last: ReaderId, reached: usize) -> Result<()> {
    let change = ActiveModel {
        id: Unchanged(row.id),
        reached: Set(Some(last)),
        told: Set(row.told.saturating_add(i32::try_from(reached).unwrap_or(i32::MAX))),
        ..Default::default()
    };
    change.update(tx.db()).await?;
    Ok(())
}

/// What readers are told.
pub(super) async fn told(scope: &Scope, row: &Model) -> Result<Told> {
    let sender = match row.institution_id {
        Some(id) => directory::service::find(scope, id).await?.map(|institution| institution.name),
        None => Some(scope.tenant.name.get(Lang::Pl).to_owned()),
    };
    let told = Told {
        title: row.subject.clone(),
        path: row.path(),
        owners: row.institution_id.iter().map(|id| id.0).collect(),
        ..Told::default()
    };
    Ok(told
        .with("organiser", sender)
        .with("body", Some(&row.body))
        .with("link", row.link.as_ref())
        .with("linkLabel", row.link_label.as_ref()))
}

/// Why somebody is told, in their language.
fn reason(scope: &Scope, snapshot: &Snapshot, lang: Lang, subscription: &Subscription) -> Reason {
    let mut speaking = scope.clone();
    speaking.lang = lang;
    let label = label(&speaking, snapshot, subscription);
    Reason { subscription: subscription.id.0, label, child: subscription.child_id }
}
