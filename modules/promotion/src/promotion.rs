use activities::ActivityId;
use chrono::NaiveDate;
use directory::InstitutionId;
use kernel::{entity_id, values::List};
use sea_orm::entity::prelude::*;

entity_id!(
    /// A promoted place's id.
    PromotionId,
    "pro"
);

/// A place that was sold: an offer, shown on some days to those whom it is for.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "promotion")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PromotionId,
    /// What is promoted.
    pub activity_id: ActivityId,
    /// Who offers it.
    pub institution_id: InstitutionId,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day, that day included.
    pub ends_on: NaiveDate,
    /// Interests that it is for, ids of the taxonomy; empty for all.
    pub interests: List<String>,
    /// Districts that it is for, by their ids; empty for all.
    pub districts: List<String>,
    /// Its share of the views among those that fit as well, beside others' shares.
    pub weight: i32,
    /// Whether it is shown.
    pub state: State,
    /// What the city notes of it: the number of an invoice.
    pub note: Option<String>,
    /// The account that made it; none once that is no more.
    pub created_by: Option<Uuid>,
    /// When it was made.
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Whether a promoted place is shown on its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
    /// It is.
    Active,
    /// Not for now.
    Paused,
    /// Never again.
    Ended,
}

impl Model {
    /// Whether it is shown on that day.
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.state == State::Active && (self.starts_on..=self.ends_on).contains(&day)
    }
}
