//! Notices: what one reader is told of one entry.

use kernel::{entity_id, values::List};
use sea_orm::entity::prelude::*;

use crate::{
    reader::ReaderId,
    reason::Reason,
    what::{Frequency, What},
};

entity_id!(
    /// A notice's id.
    NoticeId,
    "ntf"
);

/// What one reader is told of one entry.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoticeId,
    /// Who is told.
    pub reader_id: ReaderId,
    /// The most telling of what happened.
    pub what: What,
    /// Of which kind of entry.
    pub entity: String,
    /// Of which entry.
    pub entity_id: Uuid,
    /// What is told of it: `content::Content`.
    pub told: Json,
    /// Why.
    pub reasons: List<Reason>,
    /// Whether it waits for nothing.
    pub is_urgent: bool,
    /// The most frequent of its reasons.
    pub frequency: Frequency,
    /// 1 while it waits to leave.
    pub waiting: Option<i32>,
    /// When it is to leave.
    pub due_at: ChronoDateTimeUtc,
    /// When the first of it happened.
    pub created_at: ChronoDateTimeUtc,
    /// When the last of it happened.
    pub updated_at: ChronoDateTimeUtc,
    /// When a mail with it was written; none for who has no address, or wants none.
    pub mailed_at: Option<ChronoDateTimeUtc>,
    /// When its reader saw it on the portal.
    pub read_at: Option<ChronoDateTimeUtc>,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What [`Model::waiting`] is while a notice waits.
pub(crate) const WAITING: i32 = 1;
