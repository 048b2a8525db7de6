//! Institutions with the right to send severe alerts.

use directory::InstitutionId;
use identity::AccountId;
use sea_orm::entity::prelude::*;

/// An institution that may send severe alerts.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "alert_right")]
pub struct Model {
    /// Its own id: what is listed or found has one that nothing else has.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which institution.
    #[sea_orm(unique)]
    pub institution_id: InstitutionId,
    /// Who granted it; none for the system itself, and for people whose account is no more.
    pub granted_by: Option<AccountId>,
    /// Since when.
    pub granted_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
