//! Browsers that asked for pushes.

use kernel::entity_id;
use sea_orm::entity::prelude::*;

use super::waiting;
use crate::reader::ReaderId;

entity_id!(
    /// A browser's id.
    EndpointId,
    "psh"
);

/// A browser that asked for pushes.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "push_endpoint")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EndpointId,
    /// Whose it is.
    pub reader_id: ReaderId,
    /// Its address at its push service; whoever knows it can have the browser show things.
    pub endpoint: String,
    /// Its public key (P-256, uncompressed, base64url).
    pub p256dh: String,
    /// Its secret (16 bytes, base64url).
    pub auth: String,
    /// When it asked.
    pub created_at: ChronoDateTimeUtc,
    /// When its push service last refused something.
    pub failed_at: Option<ChronoDateTimeUtc>,
    /// How often in a row.
    pub failures: i32,
}

/// Of this module's own tables.
#[derive(Copy, Clone, Debug, EnumIter)]
pub enum Relation {
    /// What waits for it.
    Waiting,
}

impl RelationTrait for Relation {
    fn def(&self) -> RelationDef {
        Entity::has_many(waiting::Entity).into()
    }
}

impl Related<waiting::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Waiting.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
