//! What became of a promoted place on one day.

use sea_orm::entity::prelude::*;

use crate::promotion::PromotionId;

/// Views and clicks of one day.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "promotion_day")]
pub(crate) struct Model {
    /// Of which promoted place.
    #[sea_orm(primary_key, auto_increment = false)]
    pub promotion_id: PromotionId,
    /// The day, by the city's clock.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// How often it was shown.
    pub views: i64,
    /// How often somebody followed it.
    pub clicks: i64,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
