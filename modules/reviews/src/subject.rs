//! Activities that were ever reviewed: rows whose locks order those who change an activity's reviews.

use activities::ActivityId;
use sea_orm::entity::prelude::*;

/// An activity that was ever reviewed.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review_subject")]
pub(crate) struct Model {
    /// The activity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub activity_id: ActivityId,
    /// When its reviews last changed.
    pub changed_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
