//! Children's profiles.

use kernel::{entity_id, tenancy::LatLon, values::List};
use sea_orm::entity::prelude::*;

use crate::account::AccountId;

entity_id!(
    /// A child's id.
    ChildId,
    "kid"
);

/// A child's profile, for its guardian's eyes.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "child")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ChildId,
    /// The guardian's account.
    pub account_id: AccountId,
    /// A name or nickname.
    pub name: String,
    /// Born on.
    pub birth_date: Date,
    /// What it likes, ids of the taxonomy of interests.
    pub interests: List<String>,
    /// Where it lives, as the guardian said it: a district, a street.
    pub home_label: Option<String>,
    /// That place's latitude in degrees.
    pub home_lat: Option<f64>,
    /// That place's longitude in degrees.
    pub home_lon: Option<f64>,
    /// The school it goes to.
    pub school_id: Option<directory::InstitutionId>,
    /// When the profile was made.
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Where it lives, as well as that is known.
    pub fn home(&self) -> Option<LatLon> {
        LatLon::new(self.home_lat?, self.home_lon?)
    }

    /// Its age on that day in whole years; none before its birth.
    pub fn age(&self, today: Date) -> Option<u32> {
        today.years_since(self.birth_date)
    }
}
