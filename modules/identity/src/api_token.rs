//! API tokens, for partners' own programs.

use kernel::{
    access::{Grant, Role},
    entity_id,
};
use sea_orm::entity::prelude::*;

use crate::account::AccountId;

entity_id!(
    /// A token's id.
    ApiTokenId,
    "tok"
);

/// A token as it is kept: enough to know it again, too little to use it.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApiTokenId,
    /// What its owner calls it.
    pub name: String,
    /// Its last four characters, by which people tell theirs apart.
    pub hint: String,
    /// Its fingerprint.
    pub token: String,
    /// On whose behalf it acts.
    pub account_id: AccountId,
    /// The role it acts with, by its name.
    pub role: String,
    /// The organisation that the role is held at.
    pub party: Option<Uuid>,
    /// When it was made.
    pub created_at: ChronoDateTimeUtc,
    /// When it ends.
    pub expires_at: Option<ChronoDateTimeUtc>,
    /// When it was last used, give or take some minutes.
    pub last_used_at: Option<ChronoDateTimeUtc>,
    /// When it was revoked.
    pub revoked_at: Option<ChronoDateTimeUtc>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The role; that of everybody if a later version of the program wrote one that this one does not know.
    pub fn role(&self) -> Role {
        self.role.parse().unwrap_or(Role::Citizen)
    }

    /// What it grants.
    pub fn grant(&self) -> Grant {
        Grant { role: self.role(), party: self.party }
    }
}
