//! Invitations to a role, by mail.

use kernel::{access::Role, entity_id};
use sea_orm::entity::prelude::*;

use crate::account::AccountId;

entity_id!(
    /// An invitation's id.
    InvitationId,
    "inv"
);

/// An invitation to a role.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    /// The fingerprint of the token in the mail.
    pub token: String,
    /// Whom it is for.
    pub email: String,
    /// The role, by its name.
    pub role: String,
    /// The organisation that the role is held at.
    pub party: Option<Uuid>,
    /// Who invites; none for the system.
    pub created_by: Option<AccountId>,
    /// When it was written.
    pub created_at: ChronoDateTimeUtc,
    /// Until when it can be accepted.
    pub expires_at: ChronoDateTimeUtc,
    /// When it was accepted.
    pub accepted_at: Option<ChronoDateTimeUtc>,
    /// When it was taken back.
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
}
