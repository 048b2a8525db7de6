//! What operators see of a city's mail, and do about it.

use chrono::{DateTime, NaiveTime, Utc};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use super::{
    Lane,
    outbox::{Column, Entity},
    suppression,
};
use crate::{
    error::Result,
    scope::{Scope, Tx},
};

/// How many mails there are of each state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Written, and not yet tried.
    pub waiting: u64,
    /// Put off, and to be tried again.
    pub deferred: u64,
    /// Handed over since the day began in the city.
    pub sent_today: u64,
    /// Given up.
    pub dead: u64,
    /// Addresses that are sent nothing.
    pub suppressed: u64,
}

/// A mail that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dead {
    /// Its id.
    pub id: Uuid,
    /// The name of its template.
    pub template: String,
    /// The address it was to go to, in full.
    pub recipient: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was given up.
    pub failed_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: i32,
    /// What was said last.
    pub error: String,
    /// Whether its text is still there, so that it can be tried again.
    pub can_retry: bool,
}

/// How many mails there are of each state.
pub async fn counts(scope: &Scope) -> Result<Counts> {
    let zone = scope.tenant.time_zone;
    let midnight = scope.today().and_time(NaiveTime::MIN).and_local_timezone(zone).earliest();
    let today = midnight.map_or_else(|| scope.now(), |midnight| midnight.to_utc());
    let db = scope.db().await?;
    let queued = || Entity::find().filter(Column::Queue.is_not_null());
    Ok(Counts {
        waiting: queued().filter(Column::LastError.is_null()).count(&*db).await?,
        deferred: queued().filter(Column::LastError.is_not_null()).count(&*db).await?,
        sent_today: Entity::find().filter(Column::SentAt.gte(today)).count(&*db).await?,
        dead: Entity::find().filter(Column::FailedAt.is_not_null()).count(&*db).await?,
        suppressed: suppression::count(scope).await?,
    })
}

/// Mails that were given up, the newest first; at most `first`, those older than the mail `after`.
pub async fn dead(scope: &Scope, first: u64, after: Option<Uuid>) -> Result<Vec<Dead>> {
    let mut rows = Entity::find().filter(Column::FailedAt.is_not_null()).order_by_desc(Column::Id).limit(first);
    if let Some(after) = after {
        rows = rows.filter(Column::Id.lt(after));
    }
    let rows = rows.all(&*scope.db().await?).await?;
    let told = rows.into_iter().filter_map(|row| {
        Some(Dead {
            id: row.id,
            template: row.template,
            recipient: row.recipient,
            created_at: row.created_at,
            failed_at: row.failed_at?,
            attempts: row.attempts,
            error: row.last_error.unwrap_or_default(),
            can_retry: row.args.is_some(),
        })
    });
    Ok(told.collect())
}

/// Lets given up mails be tried again, from the beginning. Returns how many were: those whose text is forgotten stay as
/// they are.
pub async fn retry(tx: &mut Tx, ids: &[Uuid]) -> Result<u64> {
    let now = tx.scope().now();
    let mut tried = 0;
    for lane in Lane::ALL {
        let done = Entity::update_many()
            .col_expr(Column::Queue, Expr::value(lane.place()))
            .col_expr(Column::NextAt, Expr::value(now))
            .col_expr(Column::Attempts, Expr::value(0))
            .col_expr(Column::FailedAt, Expr::value(Option::<DateTime<Utc>>::None))
            .col_expr(Column::LastError, Expr::value(Option::<String>::None))
            .filter(of(ids).and(Column::Args.is_not_null()).and(Column::Lane.eq(lane.as_str())))
            .exec(tx.db())
            .await?;
        tried += done.rows_affected;
    }
    tx.wakes_mail();
    Ok(tried)
}

/// Deletes given up mails. Returns how many.
pub async fn discard(tx: &mut Tx, ids: &[Uuid]) -> Result<u64> {
    Ok(Entity::delete_many().filter(of(ids)).exec(tx.db()).await?.rows_affected)
}

fn of(ids: &[Uuid]) -> Expr {
    Column::Id.is_in(ids.iter().copied()).and(Column::FailedAt.is_not_null())
}
