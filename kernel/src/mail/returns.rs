//! What came back of mails that were sent, so that nothing is counted twice: the same report comes again, or a server
//! says once more what it said before.

use sea_orm::{ActiveValue::Set, EntityTrait as _, sea_query::OnConflict};
use uuid::Uuid;

use super::suppression::Reason;
use crate::{error::Result, scope::Tx};

mod returned {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_returned")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub mail_id: Uuid,
        pub reason: Option<String>,
        pub at: ChronoDateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use returned::{ActiveModel, Column, Entity};

/// Notes what came back of a mail: what it holds against the address, or nothing if the mail is only late. Returns
/// whether that is news: what weighs no more than what is known is none.
pub async fn note(tx: &mut Tx, mail_id: Uuid, reason: Option<Reason>) -> Result<bool> {
    let known = Entity::find_by_id(mail_id).one(tx.db()).await?;
    if known.is_some_and(|row| row.reason.as_deref().and_then(named) >= reason) {
        return Ok(false);
    }
    let row = ActiveModel {
        mail_id: Set(mail_id),
        reason: Set(reason.map(|reason| reason.as_str().to_owned())),
        at: Set(tx.scope().now()),
    };
    let on_conflict = OnConflict::column(Column::MailId).update_columns([Column::Reason, Column::At]).to_owned();
    Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx.db()).await?;
    Ok(true)
}

fn named(name: &str) -> Option<Reason> {
    let reasons = [Reason::Refused, Reason::MailboxFull, Reason::HardBounce, Reason::Complaint];
    reasons.into_iter().find(|reason| reason.as_str() == name)
}
