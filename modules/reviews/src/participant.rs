//! Who took part in an activity, as its provider told: keyed digests of addresses, from which no address can be told.

use activities::ActivityId;
use kernel::{error::Result, scope::Scope};
use sea_orm::entity::prelude::*;

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "participant")]
pub(crate) struct Model {
    /// In what.
    #[sea_orm(primary_key, auto_increment = false)]
    pub activity_id: ActivityId,
    /// The digest of their address, see [`digest`].
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    /// When the provider said so.
    pub created_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What is kept of an address, which [`identity::normalise_address`] has written. Addresses are few enough to be guessed,
/// so a plain hash would give them away; this takes the installation's secret, and means something in one city only.
pub(crate) fn digest(scope: &Scope, address: &str) -> Result<String> {
    scope.app().keys.sign(&scope.purpose("participant"), address.as_bytes())
}
