//! Pushes that wait to be sent.

use sea_orm::entity::prelude::*;

use super::endpoint::{self, EndpointId};

/// A push to one browser.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "push_outbox")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// To which browser.
    pub endpoint_id: EndpointId,
    /// What it says, sealed.
    pub payload: String,
    /// Whether it is danger.
    pub is_urgent: bool,
    /// When it was written.
    pub created_at: ChronoDateTimeUtc,
    /// When it is sent, or tried again.
    pub next_at: ChronoDateTimeUtc,
    /// How often it was tried.
    pub attempts: i32,
}

/// Of this module's own tables.
#[derive(Copy, Clone, Debug, EnumIter)]
pub enum Relation {
    /// Its browser.
    Endpoint,
}

impl RelationTrait for Relation {
    fn def(&self) -> RelationDef {
        let to = endpoint::Column::Id;
        Entity::belongs_to(endpoint::Entity).from(Column::EndpointId).to(to).into()
    }
}

impl Related<endpoint::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Endpoint.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
