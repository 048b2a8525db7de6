//! Who was asked whether an entry is still true.

use activities::ActivityId;
use identity::AccountId;
use kernel::{
    error::Result,
    ids,
    scope::{Scope, Tx},
};
use sea_orm::{ActiveValue::Set, QueryOrder as _, entity::prelude::*, sea_query::Expr};

/// A reminder.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "entry_reminder")]
pub(crate) struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The entry.
    pub activity_id: ActivityId,
    /// Whom; none for the entry's own address, and for accounts that are no more.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: ChronoDateTimeUtc,
}

/// No relations: an entry's reminders are asked for by its id.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes that somebody was reminded.
pub(crate) async fn note(tx: &Tx, activity: ActivityId, account: Option<AccountId>) -> Result<()> {
    let now = tx.scope().now();
    let row = ActiveModel { id: Set(ids::at(now)), activity_id: Set(activity), account_id: Set(account), at: Set(now) };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// The reminders of these entries, the newest first.
pub(crate) async fn of(scope: &Scope, activities: &[ActivityId]) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::ActivityId.is_in(activities.iter().copied()))
        .order_by_desc(Column::At)
        .all(&*scope.db().await?)
        .await?;
    Ok(rows)
}

/// Forgets that an account was reminded.
pub(crate) async fn forget_account(tx: &Tx, account: AccountId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::AccountId, Expr::value(Option::<Uuid>::None))
        .filter(Column::AccountId.eq(account))
        .exec(tx.db())
        .await?;
    Ok(())
}
