//! Whom providers know somebody as.

use sea_orm::entity::prelude::*;

use crate::account::AccountId;

/// A provider's name for somebody. An address may change hands; issuer and subject do not.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_link")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The provider's issuer.
    pub issuer: String,
    /// The person's identifier there.
    pub subject: String,
    /// The account.
    pub account_id: AccountId,
    /// The address that the provider said when it was linked.
    pub email: Option<String>,
    /// When it was linked.
    pub created_at: ChronoDateTimeUtc,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
