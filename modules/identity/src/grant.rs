//! Roles that people hold.

use kernel::access::{Grant, Role};
use sea_orm::entity::prelude::*;

use crate::account::AccountId;

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "role_grant")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: AccountId,
    pub role: String,
    /// The organisation it is held at.
    pub party: Option<Uuid>,
    /// Who gave it; none for the system, and for people whose account is no more.
    pub created_by: Option<AccountId>,
    pub created_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The grant; none if a later version of the program wrote a role that this one does not know.
    pub(crate) fn grant(&self) -> Option<Grant> {
        let role: Role = self.role.parse().ok()?;
        Some(Grant { role, party: self.party })
    }
}
