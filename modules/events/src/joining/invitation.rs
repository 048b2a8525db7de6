//! Institutions that are asked to organise an event together, or ask to.

use directory::InstitutionId;
use identity::AccountId;
use kernel::entity_id;
use sea_orm::entity::prelude::*;

use crate::event::EventId;

entity_id!(
    /// An invitation's id.
    EventInvitationId,
    "evi"
);

/// An invitation to organise an event together, or a wish to.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event_invitation")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventInvitationId,
    /// The event.
    pub event_id: EventId,
    /// The institution that would join.
    pub institution_id: InstitutionId,
    /// Whose idea it is.
    pub kind: InvitationKind,
    /// What was written with it.
    pub message: Option<String>,
    /// What became of it.
    pub state: InvitationState,
    /// Who wrote it; none once their account is no more.
    pub account_id: Option<AccountId>,
    /// When.
    pub created_at: ChronoDateTimeUtc,
    /// When it was answered or taken back.
    pub answered_at: Option<ChronoDateTimeUtc>,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Whose idea it is to organise together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum InvitationKind {
    /// The organisers'.
    Invite,
    /// That of the institution which would join.
    Ask,
}

/// What became of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum InvitationState {
    /// Nobody answered yet.
    Waiting,
    /// They organise it together.
    Accepted,
    /// They do not.
    Declined,
    /// Who wrote it took it back.
    Withdrawn,
}
