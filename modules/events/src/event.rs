use chrono::DateTime;
use directory::{InstitutionId, OwnAddress};
use kernel::{entity_id, entry::State, tenancy::LatLon, values::List};
use sea_orm::{Iterable as _, entity::prelude::*};
use serde::{Deserialize, Serialize};

entity_id!(
    /// An event's id.
    EventId,
    "evt"
);

impl Default for EventId {
    fn default() -> Self {
        Self(Uuid::nil())
    }
}

/// Something that happens in town: once, or again and again by a rule.
#[derive(Clone, Debug, Default, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    /// Where it came from: `demo`, `desk`, or an institution's own calendar: `ics:` and the calendar's UUID.
    pub source: String,
    /// Its id there.
    pub source_id: String,
    /// Its title.
    pub title: String,
    /// What it is about, Markdown.
    pub description: String,
    /// The institution that organises it. Others that join are in [`crate::organiser`].
    pub institution_id: Option<InstitutionId>,
    /// Who organises it, if not an institution, or beside it.
    pub provider: Option<String>,
    /// When it first starts. If it lasts all day, the first moment of that day in the city.
    pub starts_at: ChronoDateTimeUtc,
    /// When that ends. If it lasts all day, the first moment of the day after.
    pub ends_at: ChronoDateTimeUtc,
    /// When the last occurrence ends: what is over from then on.
    pub last_ends_at: ChronoDateTimeUtc,
    /// Whether it lasts all day, or several days.
    pub all_day: bool,
    /// The rule by which it happens again (RFC 5545, the value of `RRULE`), by the city's clocks.
    pub recurrence: Option<String>,
    /// Occurrences of the rule that do not take place, by their original starts.
    pub exceptions: List<DateTime<chrono::Utc>>,
    /// Occurrences of the rule that take place at another time.
    pub moved: List<Moved>,
    /// Ids of the taxonomy.
    pub interests: List<String>,
    /// For whom it is, ids of [`directory::fields::AUDIENCES`].
    pub audience: List<String>,
    /// For which levels of education, names of [`LEVELS`].
    pub levels: List<String>,
    /// The youngest it is for, in whole months.
    pub min_months: Option<i32>,
    /// The oldest it is for, in whole months, that month included.
    pub max_months: Option<i32>,
    /// What the place is called.
    pub venue: Option<String>,
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
    /// Whether one can take part from home.
    pub online: bool,
    /// Where one takes part from home.
    pub online_url: Option<String>,
    /// Price in grosze; 0 is free, nothing is unknown.
    pub price_minor: Option<i64>,
    /// Whether and how one signs up.
    pub sign_up: SignUpMode,
    /// How many can take part: in all of it, or on one date if one signs up for dates.
    pub capacity: Option<i32>,
    /// Whether those who come too late can wait for a place.
    pub waiting_list: bool,
    /// Where one signs up, if elsewhere.
    pub enrolment_url: Option<String>,
    /// When signing up opens.
    pub enrolment_opens_at: Option<ChronoDateTimeUtc>,
    /// When signing up closes.
    pub enrolment_closes_at: Option<ChronoDateTimeUtc>,
    /// Languages it is held in (BCP 47).
    pub languages: List<String>,
    /// What makes it accessible, ids of [`directory::fields::ACCESSIBILITY`].
    pub accessibility: List<String>,
    /// Free words to find it by.
    pub tags: List<String>,
    /// E-mail for questions.
    pub email: Option<String>,
    /// Telephone for questions.
    pub phone: Option<String>,
    /// Its pictures, uploads of the media module; the first is the main one.
    pub pictures: List<Uuid>,
    /// Its files, uploads of the media module.
    pub files: List<Uuid>,
    /// Who finds it.
    pub state: State,
    /// How often its dates, place or state changed: `SEQUENCE` of its calendar.
    pub sequence: i32,
    /// When the row was made.
    pub created_at: ChronoDateTimeUtc,
    /// When the row last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Levels of education, as files name them.
pub const LEVELS: [&str; 5] = ["preschool", "primary_1_3", "primary_4_8", "secondary", "adult"];

/// An occurrence that takes place at another time than its rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moved {
    /// When it would have started.
    pub original: DateTime<chrono::Utc>,
    /// When it starts.
    pub starts: DateTime<chrono::Utc>,
    /// When it ends; it lasts as long as the others if nobody said.
    pub ends: Option<DateTime<chrono::Utc>>,
}

/// Whether and how one signs up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SignUpMode {
    /// Nobody needs to.
    #[default]
    None,
    /// For the whole event, all its dates.
    Event,
    /// For one date of it.
    Date,
    /// Elsewhere.
    Link,
}

impl SignUpMode {
    /// The mode of that name, in whatever case.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::iter().find(|mode| mode.to_value().eq_ignore_ascii_case(name))
    }
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
}
