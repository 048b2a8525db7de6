//! Use-cases over debates and their questions.

mod answers;
mod asking;
mod confirming;
mod export;
mod forgetting;
mod merging;
mod moderation;
mod questions;
mod similar;
mod supports;
mod write;

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use kernel::{
    entry::State,
    error::{Fault, Result},
    scope::{Scope, Tx},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

use crate::{
    ENTITY,
    debate::{Column, DebateId, Entity, Model, Window},
    search::{Card, cards},
};

pub(crate) use answers::answer;
pub(crate) use asking::{Asked, MAX_QUESTIONS, Wish, ask};
pub(crate) use confirming::{Seen, SeenState, confirm, look_at, may_go, withdraw};
pub use export::export;
pub(crate) use export::for_meeting;
pub(crate) use forgetting::{all_by, erase, forget_old, supported_by};
pub(crate) use merging::family_rows;
pub(crate) use moderation::{Decision, Order, moderate};
pub use questions::question;
pub(crate) use questions::{
    Page, Sort, Told, answered, asked_by_viewer, counts, cursor, find_question, needs_mail, owned, published,
    questions, queue, texts, told,
};
pub(crate) use similar::{CANDIDATES, similar};
pub(crate) use supports::{Supported, confirm_support, support, take_back};
pub(crate) use write::name_key;
pub use write::{alike, check, create, lock, normal, set_state, update};

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// The published debate of that id, with all its details.
pub async fn find(scope: &Scope, id: DebateId) -> Result<Option<Arc<Card>>> {
    let row = record(scope, id).await?.filter(|row| row.state == State::Published);
    Ok(cards(scope, row.into_iter().collect()).await?.pop().map(Arc::new))
}

/// The debate of that id, whatever its state: for the desk.
pub async fn record(scope: &Scope, id: DebateId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(&*scope.db().await?).await?)
}

/// The published debate of that id as the read model has it: without its description.
pub(crate) async fn listed(scope: &Scope, id: DebateId) -> Result<Option<Arc<Card>>> {
    Ok(scope.snapshot().await?.card::<Card>(ENTITY, id.0))
}

/// Debates of these ids that there are, whatever their state, in the order of the ids: for the desk.
pub async fn rows_of(scope: &Scope, ids: &[DebateId]) -> Result<Vec<Model>> {
    let mut known: HashMap<DebateId, Model> = HashMap::new();
    for chunk in ids.chunks(KEYS_PER_SELECT) {
        let rows = Entity::find().filter(Column::Id.is_in(chunk.iter().copied())).all(&*scope.db().await?).await?;
        known.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(ids.iter().filter_map(|id| known.remove(id)).collect())
}

/// Descriptions (Markdown), which the read model does not keep.
pub(crate) async fn descriptions(scope: &Scope, ids: &[DebateId]) -> Result<HashMap<DebateId, String>> {
    let rows: Vec<(DebateId, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Description])
        .filter(Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Which debates are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Only those that are over, or only those that are not.
    pub(crate) past: Option<bool>,
    /// Only those that take questions now, or only others.
    pub(crate) open: Option<bool>,
}

/// A page of debates.
pub(crate) struct Debates {
    pub(crate) cards: Vec<Arc<Card>>,
    pub(crate) has_next: bool,
    pub(crate) total: usize,
}

/// Published debates: those to come, the soonest first, then those that are over, the latest first. `after` is the last
/// of the page before. Answered from the read model.
pub(crate) async fn list(scope: &Scope, filter: Filter, after: Option<DebateId>, first: usize) -> Result<Debates> {
    let snapshot = scope.snapshot().await?;
    let now = scope.now();
    let mut found: Vec<&Card> = snapshot.cards::<Card>(ENTITY).filter(|card| admits(filter, card, now)).collect();
    found.sort_by_key(|card| {
        let is_over = card.row.over_at() <= now;
        let starts = card.row.starts_at.timestamp();
        (is_over, if is_over { -starts } else { starts }, card.row.id)
    });
    let total = found.len();
    let begin = match after {
        Some(after) => found.iter().position(|card| card.row.id == after).map_or(total, |at| at + 1),
        None => 0,
    };
    let ids: Vec<DebateId> = found.iter().skip(begin).take(first).map(|card| card.row.id).collect();
    let has_next = total > begin + ids.len();
    let cards = ids.iter().filter_map(|id| snapshot.card::<Card>(ENTITY, id.0)).collect();
    Ok(Debates { cards, has_next, total })
}

/// Whether a debate is to be in such a list at that moment.
pub(crate) fn admits(filter: Filter, card: &Card, now: DateTime<Utc>) -> bool {
    filter.past.is_none_or(|past| past == (card.row.over_at() <= now))
        && filter.open.is_none_or(|open| open == (card.row.window(now) == Window::Open))
}

/// Ids of all published debates.
pub(crate) async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    let ids: Vec<DebateId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(State::Published))
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Published rows by id, from the database.
pub(crate) async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Model>> {
    let published = Column::State.eq(State::Published);
    Ok(Entity::find().filter(Column::Id.is_in(ids)).filter(published).all(&*scope.db().await?).await?)
}

/// The debate of that id as it is now, if it is public, with every other change to its questions made to wait.
async fn locked(tx: &Tx, id: DebateId) -> Result<Model> {
    let row = lock(tx, id).await?.filter(|row| row.state == State::Published);
    row.ok_or_else(Fault::not_found)
}
