//! Sessions: a browser in which somebody is signed in.

use kernel::entity_id;
use sea_orm::entity::prelude::*;

use crate::account::AccountId;

entity_id!(
    /// A session's id.
    SessionId,
    "ses"
);

/// A browser in which somebody is signed in.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    /// The fingerprint of the token in the browser's cookie.
    pub token: String,
    /// Who is signed in.
    pub account_id: AccountId,
    /// The host that the cookie belongs to.
    pub host: String,
    /// What the browser calls itself, cut to its name and its system: `Firefox, Android`; empty if it does not say.
    pub device: String,
    /// When it was opened.
    pub created_at: ChronoDateTimeUtc,
    /// When it was last used, give or take some minutes.
    pub seen_at: ChronoDateTimeUtc,
    /// When it ends at the latest.
    pub expires_at: ChronoDateTimeUtc,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
