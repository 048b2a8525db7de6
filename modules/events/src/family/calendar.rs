//! Secret addresses of families' calendars.

use identity::AccountId;
use sea_orm::entity::prelude::*;

/// The calendar of one account.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "family_calendar")]
pub(crate) struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// What is stored of its secret to find it by: a keyed digest, from which the secret cannot be told.
    pub fingerprint: String,
    /// Its secret, sealed, to be shown again.
    pub sealed: String,
    /// Whether children's names stand in it.
    pub names: bool,
    /// Since when it has this address.
    pub created_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
