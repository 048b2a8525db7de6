//! What the desk knows of a person, for who asks about themselves or wants to be forgotten.

use identity::{AccountId, PersonalData};
use kernel::{
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    MODULE, event, reminder,
    states::Status,
    submission::{Column, Entity, SubmissionId},
    uploads,
};

/// What the desk knows of a person.
pub const PERSONAL_DATA: PersonalData = PersonalData {
    name: MODULE,
    export: |scope, account| Box::pin(export(scope, account)),
    erase: |tx, account| Box::pin(erase(tx, account)),
};

/// Everything that the person proposed, with what happened to it.
async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let db = scope.db().await?;
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::CreatedAt).all(&*db).await?;
    let mut proposals = Vec::with_capacity(rows.len());
    for row in rows {
        let events = event::of(scope, row.id).await?;
        let events = events.into_iter().map(|event| {
            json!({
                "at": event.at,
                "what": sea_orm::ActiveEnum::to_value(&event.what),
                "by_you": event.account_id == Some(account),
                "message": event.message,
            })
        });
        proposals.push(json!({
            "id": row.id.global(),
            "status": sea_orm::ActiveEnum::to_value(&row.status),
            "fields": row.fields,
            "note": row.note,
            "reason": row.reason,
            "created_at": row.created_at,
            "submitted_at": row.submitted_at,
            "decided_at": row.decided_at,
            "events": events.collect::<Vec<_>>(),
        }));
    }
    Ok(json!({ "proposals": proposals }))
}

/// Drafts go, and so does what was not taken; what waits or was published stays, without a name and without what people
/// told each other about it.
async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    let unpublished = [Status::Draft, Status::Withdrawn, Status::SentBack, Status::Rejected];
    let gone = Column::AccountId.eq(account).and(Column::Status.is_in(unpublished));
    let ids: Vec<SubmissionId> =
        Entity::find().select_only().column(Column::Id).filter(gone.clone()).into_tuple().all(tx.db()).await?;
    for id in ids {
        // Else nobody would ever let go of the pictures of a draft.
        uploads::let_go(tx, id).await?;
    }
    Entity::delete_many().filter(gone).exec(tx.db()).await?;
    // By whose proposals they are about, so before those forget it.
    event::forget_account(tx, account).await?;
    let nobody = || Expr::value(Option::<Uuid>::None);
    let nothing = || Expr::value(Option::<String>::None);
    Entity::update_many()
        .col_expr(Column::AccountId, nobody())
        // A note and its answer are letters, and may say whose they are.
        .col_expr(Column::Note, nothing())
        .col_expr(Column::Reason, nothing())
        .filter(Column::AccountId.eq(account))
        .exec(tx.db())
        .await?;
    for column in [Column::AssigneeId, Column::DecidedBy] {
        Entity::update_many().col_expr(column, nobody()).filter(column.eq(account)).exec(tx.db()).await?;
    }
    reminder::forget_account(tx, account).await
}
