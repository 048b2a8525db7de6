//! Use-cases over reviews: reading them, and what all changes have in common.

mod moderation;
mod participants;
mod replies;
mod reports;
mod writing;

use std::collections::{HashMap, HashSet};

use activities::{Activity, ActivityId, Card, State};
use identity::{Account, AccountId};
use kernel::{
    error::{Code, Fault, Result},
    scope::{Actor, Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{
    participant, policy, report,
    review::{Column, Entity, Model, ReviewId, Status},
    subject,
};

pub(crate) use moderation::{Decision, moderate, moderate_many};
pub(crate) use participants::{Named, add as add_participants, remove as remove_participants};
pub(crate) use participants::{count as participant_count, taken_part_in};
pub(crate) use replies::reply;
pub(crate) use reports::report;
pub(crate) use writing::{save, withdraw};

/// Stars that there are.
pub(crate) const STARS: std::ops::RangeInclusive<i32> = 1..=5;

/// A page of reviews.
pub(crate) struct Page {
    pub(crate) rows: Vec<Model>,
    pub(crate) has_next: bool,
}

/// A review with what is shown beside it.
pub(crate) struct Told {
    pub(crate) row: Model,
    pub(crate) author: Option<Account>,
    /// Whether the provider says that the author took part.
    pub(crate) is_verified: bool,
    /// What it was reported for and nobody has looked at, for those who decide.
    pub(crate) reports: Vec<report::Model>,
}

/// The published reviews of an activity, the newest first, but that of who acts before all. `after` is the last of the
/// page before.
pub(crate) async fn published(
    scope: &Scope,
    activity: ActivityId,
    after: Option<ReviewId>,
    first: usize,
) -> Result<Page> {
    let own = own(scope, activity).await?.filter(|own| own.status == Status::Published);
    let mut others = Entity::find()
        .filter(Column::ActivityId.eq(activity))
        .filter(Column::Status.eq(Status::Published))
        .order_by_desc(Column::Id)
        .limit(first as u64 + 1);
    if let Some(own) = &own {
        others = others.filter(Column::Id.ne(own.id));
    }
    if let Some(after) = after.filter(|after| own.as_ref().is_none_or(|own| own.id != *after)) {
        others = others.filter(Column::Id.lt(after));
    }
    let others = others.all(&*scope.db().await?).await?;
    Ok(page(own.filter(|_| after.is_none()).into_iter().chain(others), first))
}

/// The reviews that the person wrote, the newest first, whatever became of them.
pub(crate) async fn written(scope: &Scope, after: Option<ReviewId>, first: usize) -> Result<Page> {
    let author = AccountId(scope.person()?.account);
    scope.actor.require(policy::is_author(&scope.actor, author.0))?;
    let mut rows =
        Entity::find().filter(Column::AccountId.eq(author)).order_by_desc(Column::Id).limit(first as u64 + 1);
    if let Some(after) = after {
        rows = rows.filter(Column::Id.lt(after));
    }
    Ok(page(rows.all(&*scope.db().await?).await?, first))
}

/// What waits for an editor to look, what was reported most first, then what waits longest; and how much there is.
pub(crate) async fn queue(scope: &Scope, first: usize) -> Result<(Vec<Model>, u64)> {
    scope.actor.require(policy::may_see_all(&scope.actor))?;
    let db = scope.db().await?;
    let waiting = Entity::find().filter(Column::QueuedAt.is_not_null());
    let total = waiting.clone().count(&*db).await?;
    let rows = waiting
        .order_by_desc(Column::Reports)
        .order_by_asc(Column::QueuedAt)
        .order_by_asc(Column::Id)
        .limit(first as u64)
        .all(&*db)
        .await?;
    Ok((rows, total))
}

/// The review of that id, if who acts may see it.
pub(crate) async fn find(scope: &Scope, id: ReviewId) -> Result<Option<Model>> {
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    Ok(row.filter(|row| policy::may_see(&scope.actor, row.account_id.0, row.status)))
}

/// What the person wrote of an activity.
pub(crate) async fn own(scope: &Scope, activity: ActivityId) -> Result<Option<Model>> {
    let author = scope.actor.account().filter(|account| policy::is_author(&scope.actor, *account));
    let Some(author) = author else { return Ok(None) };
    let own = Entity::find().filter(Column::ActivityId.eq(activity)).filter(Column::AccountId.eq(AccountId(author)));
    Ok(own.one(&*scope.db().await?).await?)
}

/// How many published reviews of an activity give one star, two, up to five.
pub(crate) async fn by_stars(scope: &Scope, activity: ActivityId) -> Result<[u64; 5]> {
    let counted: Vec<(i32, i64)> = Entity::find()
        .select_only()
        .column(Column::Stars)
        .column_as(Column::Id.count(), "count")
        .filter(Column::ActivityId.eq(activity))
        .filter(Column::Status.eq(Status::Published))
        .group_by(Column::Stars)
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    let mut counts = [0; 5];
    for (stars, count) in counted {
        let at = usize::try_from(stars - 1).ok().and_then(|at| counts.get_mut(at));
        if let Some(known) = at {
            *known = count.unsigned_abs();
        }
    }
    Ok(counts)
}

/// Reviews with authors, badges and reports, in their order.
pub(crate) async fn told(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Told>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = rows.iter().map(|row| row.account_id).collect();
    let authors = identity::accounts::many(scope, &ids).await?;
    let verified = verified(scope, &rows, &authors).await?;
    let mut reports = match policy::may_see_all(&scope.actor) {
        true => open_reports(scope, &rows).await?,
        false => HashMap::new(),
    };
    let told = rows.into_iter().map(|row| Told {
        author: authors.get(&row.account_id).cloned(),
        is_verified: verified.contains(&row.id),
        reports: reports.remove(&row.id).unwrap_or_default(),
        row,
    });
    Ok(told.collect())
}

/// Those of the reviews whose authors took part, as their providers say.
async fn verified(scope: &Scope, rows: &[Model], authors: &HashMap<AccountId, Account>) -> Result<HashSet<ReviewId>> {
    let mut digests = HashMap::new();
    for (id, author) in authors {
        if let Some(address) = author.verified_email() {
            digests.insert(*id, participant::digest(scope, address)?);
        }
    }
    if digests.is_empty() {
        return Ok(HashSet::new());
    }
    let found = participant::Entity::find()
        .filter(participant::Column::ActivityId.is_in(rows.iter().map(|row| row.activity_id)))
        .filter(participant::Column::Digest.is_in(digests.values().cloned()))
        .all(&*scope.db().await?)
        .await?;
    let found: HashSet<_> = found.into_iter().map(|row| (row.activity_id, row.digest)).collect();
    let took_part = |row: &&Model| {
        digests.get(&row.account_id).is_some_and(|digest| found.contains(&(row.activity_id, digest.clone())))
    };
    Ok(rows.iter().filter(took_part).map(|row| row.id).collect())
}

async fn open_reports(scope: &Scope, rows: &[Model]) -> Result<HashMap<ReviewId, Vec<report::Model>>> {
    let found = report::Entity::find()
        .filter(report::Column::ReviewId.is_in(rows.iter().map(|row| row.id)))
        .filter(report::Column::Settled.eq(false))
        .order_by_asc(report::Column::Id)
        .all(&*scope.db().await?)
        .await?;
    let mut reports: HashMap<ReviewId, Vec<report::Model>> = HashMap::new();
    for row in found {
        reports.entry(row.review_id).or_default().push(row);
    }
    Ok(reports)
}

/// The institution of an activity, from the read model if the activity is published.
pub(crate) async fn party(scope: &Scope, activity: ActivityId) -> Result<Option<Uuid>> {
    let institution = match scope.snapshot().await?.card::<Card>(activities::ENTITY, activity.0) {
        Some(card) => card.row.institution_id,
        None => activities::service::record(scope, activity).await?.and_then(|row| row.institution_id),
    };
    Ok(institution.map(|id| id.0))
}

/// The activity of that id, if it is public.
async fn public_activity(scope: &Scope, id: Option<ActivityId>) -> Result<Activity> {
    let row = match id {
        Some(id) => activities::service::record(scope, id).await?,
        None => None,
    };
    row.filter(|row| row.state == State::Published).ok_or_else(Fault::not_found)
}

/// The review of that id as it is now, with every other change to its activity's reviews made to wait. Not found if who
/// acts may not see it.
async fn to_change(tx: &Tx, id: Option<ReviewId>) -> Result<Model> {
    if tx.scope().actor == Actor::Anonymous {
        return Err(Fault::unauthenticated());
    }
    let id = id.ok_or_else(Fault::not_found)?;
    let known = Entity::find_by_id(id).one(tx.db()).await?.ok_or_else(Fault::not_found)?;
    lock(tx, known.activity_id).await?;
    let row = Entity::find_by_id(id).one(tx.db()).await?;
    let visible = row.filter(|row| policy::may_see(&tx.scope().actor, row.account_id.0, row.status));
    visible.ok_or_else(Fault::not_found)
}

/// Makes every other change to an activity's reviews wait until this one is done.
pub(crate) async fn lock(tx: &Tx, activity: ActivityId) -> Result<()> {
    let row = subject::ActiveModel { activity_id: Set(activity), changed_at: Set(tx.scope().now()) };
    let known = OnConflict::column(subject::Column::ActivityId).update_column(subject::Column::ChangedAt).to_owned();
    subject::Entity::insert(row).on_conflict(known).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Writes a changed review, and the average anew if it is or was part of it.
async fn write(tx: &mut Tx, before: Option<&Model>, after: Model) -> Result<Model> {
    let row = after.clone().into_active_model().reset_all();
    match before {
        Some(_) => {
            Entity::update(row).validate()?.exec(tx.db()).await?;
        }
        None => {
            Entity::insert(row).exec_without_returning(tx.db()).await?;
        }
    }
    let counted = |row: &Model| (row.status == Status::Published).then_some(row.stars);
    if before.and_then(counted) != counted(&after) {
        recount(tx, after.activity_id).await?;
    }
    Ok(after)
}

/// Computes an activity's average anew from what is published. The caller holds the activity's [`lock`].
pub(crate) async fn recount(tx: &mut Tx, activity: ActivityId) -> Result<()> {
    let counted: Option<(Option<i64>, i64)> = Entity::find()
        .select_only()
        .column_as(Column::Stars.sum(), "sum")
        .column_as(Column::Id.count(), "count")
        .filter(Column::ActivityId.eq(activity))
        .filter(Column::Status.eq(Status::Published))
        .into_tuple()
        .one(tx.db())
        .await?;
    let (sum, count) = counted.unwrap_or_default();
    let number = |number: i64| i32::try_from(number).map_err(Fault::internal);
    match activities::service::set_rating(tx, activity, number(sum.unwrap_or_default())?, number(count)?).await {
        // An activity that is gone has no average.
        Err(fault) if fault.code == Code::NotFound => Ok(()),
        outcome => outcome,
    }
}

/// All that an account wrote, the oldest first.
pub(crate) async fn all_by(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Id);
    Ok(rows.all(&*scope.db().await?).await?)
}

/// All that an account reported, the oldest first.
pub(crate) async fn reports_by(scope: &Scope, account: AccountId) -> Result<Vec<report::Model>> {
    let rows = report::Entity::find().filter(report::Column::AccountId.eq(account)).order_by_asc(report::Column::Id);
    Ok(rows.all(&*scope.db().await?).await?)
}

/// Deletes all that an account wrote and reported, forgets that it answered, and computes averages anew.
pub(crate) async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    let written = Entity::find().filter(Column::AccountId.eq(account)).all(tx.db()).await?;
    let mut reviewed: Vec<_> = written.iter().map(|row| row.activity_id).collect();
    // In one order, so that two who erase do not wait for each other for ever.
    reviewed.sort_unstable();
    for activity in &reviewed {
        lock(tx, *activity).await?;
    }
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(tx.db()).await?;
    for activity in reviewed {
        recount(tx, activity).await?;
    }
    report::Entity::delete_many().filter(report::Column::AccountId.eq(account)).exec(tx.db()).await?;
    Entity::update_many()
        .col_expr(Column::RepliedBy, Expr::value(Option::<AccountId>::None))
        .filter(Column::RepliedBy.eq(account))
        .exec(tx.db())
        .await?;
    participants::forget(tx, account).await
}

fn page(rows: impl IntoIterator<Item = Model>, first: usize) -> Page {
    let mut rows: Vec<_> = rows.into_iter().take(first + 1).collect();
    let has_next = rows.len() > first;
    rows.truncate(first);
    Page { rows, has_next }
}
