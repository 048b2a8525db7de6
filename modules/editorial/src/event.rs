//! What happened to a proposal, in order: its author and the editors read it as a conversation.

use identity::AccountId;
use kernel::{
    error::Result,
    ids,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set,
    QueryOrder as _,
    entity::prelude::*,
    sea_query::{Expr, Query},
};

use crate::{
    states::Act,
    submission::{self, SubmissionId},
};

/// Something that was done with a proposal.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submission_event")]
pub(crate) struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The proposal.
    pub submission_id: SubmissionId,
    /// When.
    pub at: ChronoDateTimeUtc,
    /// By whom; none once the account is no more.
    pub account_id: Option<AccountId>,
    /// What.
    pub what: Act,
    /// What was said.
    pub message: Option<String>,
}

/// No relations: a proposal's events are asked for by its id.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes what the acting person does.
pub(crate) async fn note(tx: &Tx, submission: SubmissionId, what: Act, message: Option<&str>) -> Result<()> {
    let now = tx.scope().now();
    let row = ActiveModel {
        id: Set(ids::at(now)),
        submission_id: Set(submission),
        at: Set(now),
        account_id: Set(tx.scope().actor.account().map(AccountId)),
        what: Set(what),
        message: Set(message.map(str::to_owned)),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// What happened to a proposal, the oldest first.
pub(crate) async fn of(scope: &Scope, submission: SubmissionId) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::SubmissionId.eq(submission))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .all(&*scope.db().await?)
        .await?;
    Ok(rows)
}

/// Forgets who did what, and what was said about the proposals of an account that is no more.
pub(crate) async fn forget_account(tx: &Tx, account: AccountId) -> Result<()> {
    // What authors write and what they are answered are letters, and may say whose they are. What editors wrote to others
    // is the others' to keep.
    let theirs = Query::select()
        .column(submission::Column::Id)
        .from(submission::Entity)
        .and_where(submission::Column::AccountId.eq(account))
        .to_owned();
    Entity::update_many()
        .col_expr(Column::Message, Expr::value(Option::<String>::None))
        .filter(Column::SubmissionId.in_subquery(theirs))
        .exec(tx.db())
        .await?;
    Entity::update_many()
        .col_expr(Column::AccountId, Expr::value(Option::<Uuid>::None))
        .filter(Column::AccountId.eq(account))
        .exec(tx.db())
        .await?;
    Ok(())
}
