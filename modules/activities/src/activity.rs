use chrono::{DateTime, Days, NaiveTime, TimeZone as _, Utc};
use directory::{InstitutionId, OwnAddress, PriceUnit};
use kernel::{entity_id, entry::State, scope::Scope, tenancy::LatLon, values::List};
use sea_orm::entity::prelude::*;
use search_index::Enrolment;
use serde::{Deserialize, Serialize};

entity_id!(
    /// An activity's id.
    ActivityId,
    "act"
);

impl Default for ActivityId {
    fn default() -> Self {
        Self(Uuid::nil())
    }
}

/// An after-school activity.
#[derive(Clone, Debug, Default, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "activity")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ActivityId,
    /// Where it came from: `csv`, `demo`, `desk`, or an institution's own files: `desk:` and its UUID.
    pub source: String,
    /// Its id there.
    pub source_id: String,
    /// Its title.
    pub title: String,
    /// What it is about, Markdown.
    pub description: String,
    /// The institution that offers it.
    pub institution_id: Option<InstitutionId>,
    /// Who offers it, if not an institution, or beside it.
    pub provider: Option<String>,
    /// Ids of the taxonomy.
    pub interests: List<String>,
    /// The youngest it is for, in whole months.
    pub min_months: Option<i32>,
    /// The oldest it is for, in whole months, that month included.
    pub max_months: Option<i32>,
    /// When it takes place in a week.
    pub slots: List<Slot>,
    /// Its first day.
    pub starts_on: Option<Date>,
    /// Its last day.
    pub ends_on: Option<Date>,
    /// Price in grosze; 0 is free, nothing is unknown.
    pub price_minor: Option<i64>,
    /// What the price is for.
    pub price_unit: Option<PriceUnit>,
    /// How many can take part.
    pub capacity: Option<i32>,
    /// How many more can.
    pub places_left: Option<i32>,
    /// Street.
    pub street: Option<String>,
    /// Building.
    pub building: Option<String>,
    /// Postcode.
    pub postal_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Latitude in degrees.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// How well the location is known, a name of [`kernel::tenancy::Precision`].
    pub precision: Option<String>,
    /// District, by its id.
    pub district: Option<String>,
    /// Languages it is held in (BCP 47).
    pub languages: List<String>,
    /// What makes it accessible, ids of [`directory::fields::ACCESSIBILITY`].
    pub accessibility: List<String>,
    /// Free words to find it by.
    pub tags: List<String>,
    /// Whether one can take part from home.
    pub online: bool,
    /// Where one enrols.
    pub enrolment_url: Option<String>,
    /// When enrolment opens.
    pub enrolment_opens_at: Option<ChronoDateTimeUtc>,
    /// When enrolment closes.
    pub enrolment_closes_at: Option<ChronoDateTimeUtc>,
    /// E-mail for questions.
    pub email: Option<String>,
    /// Telephone for questions.
    pub phone: Option<String>,
    /// When somebody last said that all this is true.
    pub confirmed_at: Option<ChronoDateTimeUtc>,
    /// Who finds it.
    pub state: State,
    /// Its picture, an upload of the media module.
    pub picture_id: Option<Uuid>,
    /// Stars of all its reviews together.
    pub rating_sum: i32,
    /// How many reviews that are.
    pub rating_count: i32,
    /// When its people were last asked whether all this is still true.
    pub reminded_at: Option<ChronoDateTimeUtc>,
    /// When the row was made.
    pub created_at: ChronoDateTimeUtc,
    /// When the row last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A lesson of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Slot {
    /// Days after Monday.
    pub weekday: u8,
    /// Minutes after midnight.
    pub starts: u16,
    /// Minutes after midnight.
    pub ends: u16,
}

impl Model {
    /// What it says of its own place.
    pub(crate) fn own_address(&self) -> OwnAddress<'_> {
        OwnAddress {
            street: self.street.as_deref(),
            building: self.building.as_deref(),
            postal_code: self.postal_code.as_deref(),
            city: self.city.as_deref(),
            district: self.district.as_deref(),
            point: self.lat.zip(self.lon).and_then(|(lat, lon)| LatLon::new(lat, lon)),
            precision: self.precision.as_deref(),
        }
    }

    /// From when on it is over: when its last day is, if it has one.
    pub(crate) fn over_at(&self, scope: &Scope) -> Option<DateTime<Utc>> {
        let next = self.ends_on?.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN);
        Some(scope.tenant.time_zone.from_local_datetime(&next).earliest()?.to_utc())
    }

    /// What decides whether one can enrol. What is over cannot be enrolled in.
    pub(crate) fn enrolment(&self, scope: &Scope) -> Enrolment {
        let over = self.over_at(scope);
        let closes =
            self.enrolment_closes_at.map(|at| at.timestamp()).into_iter().chain(over.map(|at| at.timestamp())).min();
        Enrolment {
            opens: self.enrolment_opens_at.map(|at| at.timestamp()),
            closes,
            places_left: self.places_left.and_then(|places| places.try_into().ok()),
            queue: false,
        }
    }
}
