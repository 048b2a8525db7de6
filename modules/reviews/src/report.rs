//! What people report a review for.

use identity::AccountId;
use sea_orm::entity::prelude::*;

use crate::review::ReviewId;

/// Somebody's report of a review: one each, for good.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review_report")]
pub(crate) struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of which review.
    pub review_id: ReviewId,
    /// By whom.
    pub account_id: AccountId,
    /// What for.
    pub reason: Reason,
    /// Whether an editor has looked since.
    pub settled: bool,
    /// When.
    pub created_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What a review is reported for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Reason {
    /// It insults somebody.
    Offensive,
    /// It tells what concerns nobody: names, addresses, a child's health.
    Personal,
    /// It is not true, or its author was never there.
    Untrue,
    /// It advertises something.
    Advertising,
    /// It is about something else.
    OffTopic,
    /// Anything else.
    Other,
}
