//! Calendars from which institutions' events come, and what each last said.

use directory::InstitutionId;
use identity::AccountId;
use kernel::entity_id;
use sea_orm::entity::prelude::*;

entity_id!(
    /// A calendar's id.
    CalendarSourceId,
    "cal"
);

/// An institution's own calendar elsewhere.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_source")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CalendarSourceId,
    /// Whose events it tells.
    pub institution_id: InstitutionId,
    /// Its address, sealed: many hold a secret.
    pub url: String,
    /// What its server last called its state.
    pub etag: Option<String>,
    /// When it last changed, as its server says.
    pub last_modified: Option<String>,
    /// When it was last read.
    pub fetched_at: Option<ChronoDateTimeUtc>,
    /// When it is read again.
    pub next_at: ChronoDateTimeUtc,
    /// How often in a row it could not be read.
    pub failures: i32,
    /// What became of it when it was last read, a [`super::report::Report`].
    pub report: Option<Json>,
    /// Who added it; none once their account is no more.
    pub account_id: Option<AccountId>,
    /// When it was added.
    pub created_at: ChronoDateTimeUtc,
    /// When its address last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
