//! Use-cases over alerts: reading them. What is read comes from the read model and is compared with the clock there and
//! then, so that an alert leaves by itself the second it is over.

mod decide;
mod follow;
mod handed_in;
mod issue;
mod rights;

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use directory::InstitutionId;
use identity::AccountId;
use kernel::{
    changes::Operation,
    error::Result,
    scope::{Actor, Scope, Tx},
    search::Snapshot,
};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use crate::{
    ALERT_ENTITY,
    alert::{AlertId, Column, Entity, Model, State},
    codes::{Category, MessageType, Severity, Status, Urgency},
    policy,
};

pub use decide::{approve, reject};
pub use follow::{AllClear, all_clear, cancel, update};
pub use handed_in::{MAX_CAP, issue_cap};
pub use issue::issue;
pub use rights::{Sender, grant_right, holders, revoke_right, rights, senders};
pub(crate) use rights::{right_ids, rights_now, rows as right_rows};

/// What a list of alerts is narrowed to; all of it.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Those that hold now, or those that do not.
    pub active: Option<bool>,
    /// Any of these.
    pub severities: Option<Vec<Severity>>,
    /// Any of these.
    pub urgencies: Option<Vec<Urgency>>,
    /// About any of these.
    pub categories: Option<Vec<Category>>,
    /// In any of these districts: what holds in the whole city, or in a shape, holds in each.
    pub districts: Option<Vec<String>>,
    /// On behalf of this institution.
    pub institution: Option<InstitutionId>,
    /// That held at this moment or later.
    pub since: Option<DateTime<Utc>>,
    /// That began before this moment.
    pub until: Option<DateTime<Utc>>,
    /// Any of these; without any, what is meant.
    pub statuses: Option<Vec<Status>>,
    /// In any of these states.
    pub states: Option<Vec<State>>,
    /// Any of these.
    pub message_types: Option<Vec<MessageType>>,
}

/// A page of alerts.
#[derive(Clone, Debug)]
pub struct Page {
    /// The newest first.
    pub rows: Vec<Arc<Model>>,
    /// How many there are on all pages.
    pub total: usize,
    /// Whether there are more after these.
    pub has_next: bool,
}

impl Filter {
    fn takes(&self, row: &Model, now: DateTime<Utc>) -> bool {
        fn any<T: PartialEq>(wanted: Option<&Vec<T>>, is: impl Fn(&T) -> bool) -> bool {
            wanted.is_none_or(|wanted| wanted.iter().any(is))
        }
        let state = row.state(now);
        let has_shape = !row.polygon.0.is_empty() || row.circle_km.is_some();
        let is_everywhere = row.districts.0.is_empty() || has_shape;
        self.active.is_none_or(|active| active == (state == State::Active))
            && any(self.severities.as_ref(), |severity| *severity == row.severity)
            && any(self.urgencies.as_ref(), |urgency| *urgency == row.urgency)
            && any(self.categories.as_ref(), |category| row.categories.0.contains(category))
            && any(self.districts.as_ref(), |district| is_everywhere || row.districts.0.contains(district))
            && self.institution.is_none_or(|institution| row.institution_id == Some(institution))
            && self.since.is_none_or(|since| row.ended_at(now).is_none_or(|end| end >= since))
            && self.until.is_none_or(|until| row.effective() < until)
            && self.statuses.as_ref().map_or(row.status == Status::Actual, |wanted| wanted.contains(&row.status))
            && any(self.states.as_ref(), |wanted| *wanted == state)
            && any(self.message_types.as_ref(), |wanted| *wanted == row.message_type)
    }
}

impl Model {
    /// When it ceased to hold; nothing if it has not yet, or never did.
    pub fn ended_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self.state(now) {
            State::Updated | State::Cancelled => {
                Some(std::cmp::min(self.replaced_at.unwrap_or(self.effective()), self.expires_at))
            }
            State::Expired => Some(self.expires_at),
            State::Pending | State::Rejected | State::Scheduled | State::Active => None,
        }
    }
}

/// The alert of that id, if who acts may see it.
pub async fn find(scope: &Scope, id: AlertId) -> Result<Option<Arc<Model>>> {
    let snapshot = scope.snapshot().await?;
    let row = snapshot.card::<Model>(ALERT_ENTITY, id.0);
    Ok(row.filter(|row| is_visible(scope, &snapshot, row)))
}

/// The alert of that id, if it was issued, meant or not: whoever knows its address may have its message.
pub async fn issued(scope: &Scope, id: AlertId) -> Result<Option<Arc<Model>>> {
    let row = scope.snapshot().await?.card::<Model>(ALERT_ENTITY, id.0);
    Ok(row.filter(|row| row.is_issued() && scope.now() >= row.effective()))
}

/// Alerts of these ids, in their order, whoever may see them: what a message refers to is part of it.
pub async fn many(scope: &Scope, ids: impl IntoIterator<Item = AlertId>) -> Result<Vec<Arc<Model>>> {
    let snapshot = scope.snapshot().await?;
    Ok(ids.into_iter().filter_map(|id| snapshot.card(ALERT_ENTITY, id.0)).collect())
}

/// Alerts that who acts may see, the newest first. What is not meant, waits or was rejected is only among those of
/// one's own people.
pub async fn list(scope: &Scope, filter: &Filter, first: usize, after: Option<AlertId>) -> Result<Page> {
    let snapshot = scope.snapshot().await?;
    let now = scope.now();
    let visible = all(&snapshot).filter(|row| filter.takes(row, now) && is_visible(scope, &snapshot, row));
    let mut ids: Vec<AlertId> = visible.map(|row| row.id).collect();
    ids.sort_unstable_by(|one, other| other.cmp(one));
    let total = ids.len();
    let rest: Vec<_> = ids.into_iter().filter(|id| after.is_none_or(|after| *id < after)).collect();
    let has_next = rest.len() > first;
    let rows = rest.into_iter().take(first).filter_map(|id| snapshot.card(ALERT_ENTITY, id.0)).collect();
    Ok(Page { rows, total, has_next })
}

/// What holds now and is meant, at least so severe; the gravest first, then the newest. What says that a danger is over
/// counts as much as that danger did.
pub async fn active(scope: &Scope, at_least: Severity) -> Result<Vec<Arc<Model>>> {
    let snapshot = scope.snapshot().await?;
    let now = scope.now();
    let holds = |row: &&Model| row.shown_as >= at_least && row.is_public(now) && row.state(now) == State::Active;
    let mut found: Vec<&Model> = all(&snapshot).filter(holds).collect();
    found.sort_unstable_by_key(|row| (row.is_all_clear(), std::cmp::Reverse((row.shown_as, row.id))));
    Ok(found.into_iter().filter_map(|row| snapshot.card(ALERT_ENTITY, row.id.0)).collect())
}

/// Messages of these statuses that say something now, or took it back while it would still hold: the newest first, and
/// no more than so many.
pub(crate) async fn in_feed(scope: &Scope, statuses: &[Status], most: usize) -> Result<Vec<Arc<Model>>> {
    let snapshot = scope.snapshot().await?;
    let now = scope.now();
    let says = |row: &&Model| {
        let is_current = row.replaced_by.is_none() && now < row.expires_at && now >= row.effective();
        row.is_issued() && statuses.contains(&row.status) && is_current
    };
    let mut ids: Vec<_> = all(&snapshot).filter(says).map(|row| row.id).collect();
    ids.sort_unstable_by(|one, other| other.cmp(one));
    Ok(ids.into_iter().take(most).filter_map(|id| snapshot.card(ALERT_ENTITY, id.0)).collect())
}

/// What waits for a second person, what waits longest first. For those who may send severe alerts.
pub async fn to_approve(scope: &Scope) -> Result<Vec<Arc<Model>>> {
    let snapshot = scope.snapshot().await?;
    scope.actor.require(policy::may_alert(&scope.actor, &rights(&snapshot)))?;
    let now = scope.now();
    let mut ids: Vec<_> = all(&snapshot).filter(|row| row.state(now) == State::Pending).map(|row| row.id).collect();
    ids.sort_unstable();
    Ok(ids.into_iter().filter_map(|id| snapshot.card(ALERT_ENTITY, id.0)).collect())
}

fn all(snapshot: &Snapshot) -> impl Iterator<Item = &Model> {
    snapshot.cards::<Model>(ALERT_ENTITY)
}

fn is_visible(scope: &Scope, snapshot: &Snapshot, row: &Model) -> bool {
    row.is_public(scope.now())
        || (scope.actor != Actor::Anonymous && policy::may_see(&scope.actor, row, &rights(snapshot)))
}

/// The rows that a message refers to, in their order, from the database: the read model may not have them yet.
pub(crate) async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Model>> {
    let found = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(&*scope.db().await?).await?;
    let mut found: HashMap<Uuid, Model> = found.into_iter().map(|row| (row.id.0, row)).collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Ids of all messages.
pub(crate) async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    let ids: Vec<AlertId> =
        Entity::find().select_only().column(Column::Id).into_tuple().all(&*scope.db().await?).await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Messages that began to hold between these moments, of those that were sent before.
pub(crate) async fn begun(scope: &Scope, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<Vec<AlertId>> {
    let begun = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::SentAt.is_not_null())
        .filter(Column::EffectiveAt.gt(since))
        .filter(Column::EffectiveAt.lte(now));
    Ok(begun.into_tuple().all(&*scope.db().await?).await?)
}

/// All that an account wrote or decided on, the oldest first.
pub(crate) async fn all_by(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    let theirs = Column::AccountId.eq(account).or(Column::DecidedBy.eq(account));
    Ok(Entity::find().filter(theirs).order_by_asc(Column::Id).all(&*scope.db().await?).await?)
}

/// Forgets who wrote messages, decided on them and granted rights, where an account is no more. What was never sent
/// goes: nobody is left who answers for it.
pub(crate) async fn forget_account(tx: &mut Tx, account: AccountId) -> Result<()> {
    let unsent =
        Entity::find().filter(Column::AccountId.eq(account)).filter(Column::SentAt.is_null()).all(tx.db()).await?;
    for row in unsent {
        Entity::delete_by_id(row.id).exec(tx.db()).await?;
        tx.changed(ALERT_ENTITY, row.id.0, Operation::Delete);
    }
    for column in [Column::AccountId, Column::DecidedBy] {
        let rows: Vec<AlertId> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(column.eq(account))
            .into_tuple()
            .all(tx.db())
            .await?;
        for id in rows {
            tx.changed(ALERT_ENTITY, id.0, Operation::Upsert);
        }
        let nobody = Expr::value(Option::<Uuid>::None);
        Entity::update_many().col_expr(column, nobody).filter(column.eq(account)).exec(tx.db()).await?;
    }
    rights::forget_account(tx, account).await
}
