//! What somebody sees of what they were told, and says of when they want to be.

use std::collections::HashMap;

use identity::{AccountId, Child, ChildId};
use kernel::{
    changes::Operation,
    error::Result,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::Expr,
};

use crate::{
    ENTITY,
    notice::{Column, Entity, Model, NoticeId},
    policy,
    reader::Model as Reader,
    readers,
    refusal::Refusal,
    schedule::Settings,
};

/// Notices that are marked as seen by their ids in one call.
pub(crate) const MAX_READ: usize = 200;

/// A page of what somebody was told.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The newest first.
    pub(crate) rows: Vec<Model>,
    /// Whether there are more.
    pub(crate) has_more: bool,
    /// How many there are.
    pub(crate) total: u64,
}

/// A page of what the person who asks was told, after one of them, all or only what they have not seen.
pub(crate) async fn page(scope: &Scope, first: usize, after: Option<NoticeId>, unread: bool) -> Result<Page> {
    policy::account(&scope.actor)?;
    let Some(reader) = readers::own(scope).await? else { return Ok(Page::default()) };
    let db = scope.db().await?;
    let mut of_reader = Entity::find().filter(Column::ReaderId.eq(reader.id));
    if unread {
        of_reader = of_reader.filter(Column::ReadAt.is_null());
    }
    let total = of_reader.clone().count(&*db).await?;
    if let Some(after) = after {
        of_reader = of_reader.filter(Column::Id.lt(after));
    }
    let mut rows = of_reader.order_by_desc(Column::Id).limit(first as u64 + 1).all(&*db).await?;
    let has_more = rows.len() > first;
    rows.truncate(first);
    Ok(Page { rows, has_more, total })
}

/// How much the person who asks has not seen.
pub(crate) async fn unread(scope: &Scope) -> Result<u64> {
    policy::account(&scope.actor)?;
    match readers::own(scope).await? {
        Some(reader) => unread_of(scope, &reader).await,
        None => Ok(0),
    }
}

/// How much a reader has not seen.
pub(crate) async fn unread_of(scope: &Scope, reader: &Reader) -> Result<u64> {
    let unread = Entity::find().filter(Column::ReaderId.eq(reader.id)).filter(Column::ReadAt.is_null());
    Ok(unread.count(&*scope.db().await?).await?)
}

/// What the person who asks was told under that id; nothing of others'.
pub(crate) async fn find(scope: &Scope, id: NoticeId) -> Result<Option<Model>> {
    let Some(row) = Entity::find_by_id(id).one(&*scope.db().await?).await? else { return Ok(None) };
    let reader = readers::find(scope, row.reader_id).await?;
    let is_own = |reader: Reader| policy::is_own(&scope.actor, reader.account_id.map(|AccountId(id)| id));
    Ok(Some(row).filter(|_| reader.is_some_and(is_own)))
}

/// What the person who asks was told last, the newest first: for what follows it live.
pub(crate) async fn newest(scope: &Scope, first: u64) -> Result<Vec<Model>> {
    policy::account(&scope.actor)?;
    let Some(reader) = readers::own(scope).await? else { return Ok(Vec::new()) };
    let rows = Entity::find().filter(Column::ReaderId.eq(reader.id)).order_by_desc(Column::UpdatedAt).limit(first);
    Ok(rows.all(&*scope.db().await?).await?)
}

/// The children of the person who asks.
pub(crate) async fn children(scope: &Scope) -> Result<HashMap<ChildId, Child>> {
    policy::account(&scope.actor)?;
    let rows = identity::children::own(scope).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Marks as seen what the person who asks was told: these, or all. What is seen here does not leave by mail any more.
/// Returns how much that was.
pub(crate) async fn mark_read(tx: &mut Tx, ids: &[NoticeId], all: bool) -> Outcome<u64, Refusal> {
    policy::account(&tx.scope().actor)?;
    if ids.len() > MAX_READ {
        return Err(Problem::at(Refusal::TooManyChosen, "ids").with("most", MAX_READ as u32).into());
    }
    let Some(reader) = readers::own(tx.scope()).await? else { return Ok(0) };
    readers::lock(tx, &[reader.id]).await?;
    let mut change = Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(Some(tx.scope().now())))
        .col_expr(Column::Waiting, Expr::value(Option::<i32>::None))
        .filter(Column::ReaderId.eq(reader.id))
        .filter(Column::ReadAt.is_null());
    if !all {
        change = change.filter(Column::Id.is_in(ids.iter().copied()));
    }
    let read = change.exec(tx.db()).await?.rows_affected;
    if read > 0 && reader.account_id.is_some() {
        tx.changed(ENTITY, reader.id.0, Operation::Upsert);
    }
    Ok(read)
}

/// The reader that the person who asks is, and where they are written to. Nothing if they are none yet.
pub(crate) async fn own(scope: &Scope) -> Result<Option<Reader>> {
    policy::account(&scope.actor)?;
    readers::own(scope).await
}

/// When somebody wants to be told, as they say it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    /// From and until which minute of the day they are left in peace; neither for never.
    pub(crate) quiet: (Option<u16>, Option<u16>),
    /// Whether they are left in peace on public holidays.
    pub(crate) keeps_holidays: bool,
    /// The minute of the day at which what is gathered leaves.
    pub(crate) daily_at: u16,
    /// The day of the week, in days since Monday.
    pub(crate) weekly_on: u8,
    /// Whether everything is paused; none leaves that as it is.
    pub(crate) is_paused: Option<bool>,
}

/// Saves when the person who asks wants to be told.
pub(crate) async fn save(tx: &mut Tx, said: Said) -> Outcome<Reader, Refusal> {
    let account = AccountId(policy::account(&tx.scope().actor)?);
    let (quiet_from, quiet_until) = match said.quiet {
        (None, None) => (0, 0),
        (Some(from), Some(until)) => (from, until),
        (None, Some(_)) => return Err(Problem::at(Refusal::QuietHoursHalf, "quietFrom").into()),
        (Some(_), None) => return Err(Problem::at(Refusal::QuietHoursHalf, "quietUntil").into()),
    };
    let reader = readers::of_account(tx, account).await?;
    let settings = Settings {
        quiet_from,
        quiet_until,
        keeps_holidays: said.keeps_holidays,
        daily_at: said.daily_at,
        weekly_on: said.weekly_on.min(6),
    };
    let reader = readers::save_settings(tx, reader.id, &settings).await?;
    match said.is_paused {
        Some(is_paused) => Ok(readers::pause(tx, reader.id, is_paused).await?),
        None => Ok(reader),
    }
}
