//! Sign-ins that wait for their code or link.

use kernel::entity_id;
use sea_orm::entity::prelude::*;

entity_id!(
    /// A sign-in's id.
    SignInId,
    "sgn"
);

/// A sign-in by mail.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SignInId,
    /// The fingerprint of the cookie of the browser that began.
    pub browser: String,
    pub host: String,
    pub email: String,
    /// The keyed hash of id and code.
    pub code: String,
    /// The fingerprint of the link's token.
    pub link: String,
    /// The path to go to afterwards.
    pub next: Option<String>,
    pub created_at: ChronoDateTimeUtc,
    pub expires_at: ChronoDateTimeUtc,
    /// How many codes were tried.
    pub tries: i32,
    pub used_at: Option<ChronoDateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
