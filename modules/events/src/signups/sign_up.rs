//! Who signed up for what.

use identity::{AccountId, ChildId};
use kernel::entity_id;
use sea_orm::entity::prelude::*;

use crate::event::EventId;

entity_id!(
    /// A sign-up's id. Ids sort by the moment of signing up: the order of the waiting list.
    SignUpId,
    "sgn"
);

/// Somebody's sign-up for an event, or for one date of it.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event_sign_up")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SignUpId,
    /// For what.
    pub event_id: EventId,
    /// Who signed up.
    pub account_id: AccountId,
    /// Which child it is for; none for oneself, or nobody in particular.
    pub child_id: Option<ChildId>,
    /// The date it is for, by its original start; none for all of the event.
    pub occurrence: Option<ChronoDateTimeUtc>,
    /// How many people come.
    pub people: i32,
    /// What the organiser should know.
    pub note: Option<String>,
    /// Whether there is a place.
    pub state: SignUpState,
    /// When they signed up.
    pub created_at: ChronoDateTimeUtc,
    /// When the row last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What became of a sign-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SignUpState {
    /// They have a place.
    Going,
    /// They wait for one.
    Waiting,
    /// They took it back, or were taken off.
    Cancelled,
}

impl Model {
    /// Whether it stands.
    pub(crate) fn is_active(&self) -> bool {
        self.state != SignUpState::Cancelled
    }
}
