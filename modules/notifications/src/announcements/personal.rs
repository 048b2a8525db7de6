//! What announcements keep about an account: who wrote one, and who agreed to it.

use identity::AccountId;
use kernel::{
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveEnum as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    sea_query::{Expr, ExprTrait as _},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::announcement::{Column, Entity, State};

/// The announcements that an account wrote or decided on.
pub(crate) async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account).or(Column::DecidedBy.eq(account)))
        .order_by_asc(Column::Id)
        .all(&*scope.db().await?)
        .await?;
    let told = rows.into_iter().map(|row| {
        json!({
            "id": row.id.global(),
            "subject": row.subject,
            "state": row.state.to_value(),
            "writtenByYou": row.account_id == Some(account),
            "decidedByYou": row.decided_by == Some(account),
            "reason": row.reason,
            "createdAt": row.created_at,
            "sentAt": row.sent_at,
        })
    });
    Ok(told.collect())
}

/// Forgets whose announcements were. What was sent stays, what was never sent goes.
pub(crate) async fn forget_account(tx: &mut Tx, account: AccountId) -> Result<()> {
    Entity::delete_many()
        .filter(Column::AccountId.eq(account))
        .filter(Column::State.is_not_in([State::Sending, State::Sent]))
        .exec(tx.db())
        .await?;
    for column in [Column::AccountId, Column::DecidedBy] {
        let nobody = Expr::value(Option::<Uuid>::None);
        Entity::update_many().col_expr(column, nobody).filter(column.eq(account)).exec(tx.db()).await?;
    }
    Ok(())
}
