use sea_orm::entity::prelude::*;

/// The middle of a postcode's area, for addresses whose own place nobody knows.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "postcode")]
pub(crate) struct Model {
    /// The code, `70-001`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
