//! Work that is done from time to time, for each tenant, once however many servers there are.

use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, QueryFilter as _,
    sea_query::{Expr, OnConflict},
};

use crate::{error::Result, scope::Scope};

/// When a run that failed is tried again.
const RETRY: chrono::Duration = chrono::Duration::minutes(15);

mod run {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "job_run")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub started_at: ChronoDateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A module's recurring work. It may be cut short and run again, so doing it twice must change nothing.
#[derive(Clone, Copy)]
pub struct Job {
    /// Its name, unique over all modules.
    pub name: &'static str,
    /// The module it belongs to; none for what is always on.
    pub module: Option<&'static str>,
    /// The time between two runs.
    pub every: Duration,
    /// The work, for one tenant.
    pub run: for<'a> fn(&'a Scope) -> BoxFuture<'a, Result<()>>,
}

/// Gives a run back that failed: it is due again after a while, or when it would be next if that is sooner.
pub async fn give_back(scope: &Scope, job: &Job) -> Result<()> {
    let every = chrono::Duration::from_std(job.every).unwrap_or(chrono::Duration::days(1));
    let again = scope.now() - every + every.min(RETRY);
    let tx = scope.begin().await?;
    run::Entity::update_many()
        .col_expr(run::Column::StartedAt, Expr::value(again))
        .filter(run::Column::Name.eq(job.name))
        .exec(tx.db())
        .await?;
    tx.commit().await
}

/// Takes the job's next run, if it is due and nobody else has.
pub async fn claim(scope: &Scope, job: &Job) -> Result<bool> {
    let now = scope.now();
    let due = now - chrono::Duration::from_std(job.every).unwrap_or(chrono::Duration::days(1));
    let known = run::Entity::find_by_id(job.name).one(&*scope.fresh().db().await?).await?;
    if known.is_some_and(|run| run.started_at > due) {
        return Ok(false);
    }
    let tx = scope.begin().await?;
    let first = run::ActiveModel { name: Set(job.name.to_owned()), started_at: Set(DateTime::<Utc>::UNIX_EPOCH) };
    let on_conflict = OnConflict::column(run::Column::Name).do_nothing().to_owned();
    run::Entity::insert(first).on_conflict(on_conflict).exec_without_returning(tx.db()).await?;
    let taken = run::Entity::update_many()
        .col_expr(run::Column::StartedAt, Expr::value(now))
        .filter(run::Column::Name.eq(job.name))
        .filter(run::Column::StartedAt.lte(due))
        .exec(tx.db())
        .await?;
    tx.commit().await?;
    Ok(taken.rows_affected == 1)
}
