//! Browsers in which somebody has signed in by mail before.

use sea_orm::entity::prelude::*;

use crate::account::AccountId;

/// A browser in which somebody has signed in by mail before: what strangers do to their address does not count there.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "known_browser")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// The fingerprint of its cookie.
    #[sea_orm(primary_key, auto_increment = false)]
    pub browser: String,
    pub seen_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
