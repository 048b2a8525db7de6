//! What those who signed up for an event last knew of it.

use chrono::DateTime;
use directory::InstitutionId;
use kernel::{entry::State, values::List};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::event::{EventId, Model as Event, Moved};

/// An event that has changed since those who signed up were told.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event_notice")]
pub(super) struct Model {
    /// The event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: EventId,
    /// What they knew, a [`Known`].
    pub known: Json,
    /// When it last changed.
    pub changed_at: ChronoDateTimeUtc,
    /// When it first changed.
    pub created_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(super) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What people go by: when and where, and whether at all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Known {
    /// Whether it takes place.
    pub(super) is_on: bool,
    starts_at: DateTime<chrono::Utc>,
    ends_at: DateTime<chrono::Utc>,
    last_ends_at: DateTime<chrono::Utc>,
    all_day: bool,
    recurrence: Option<String>,
    exceptions: Vec<DateTime<chrono::Utc>>,
    moved: Vec<Moved>,
    venue: Option<String>,
    street: Option<String>,
    building: Option<String>,
    postal_code: Option<String>,
    city: Option<String>,
    online_url: Option<String>,
    online: bool,
    institution_id: Option<Uuid>,
}

impl Known {
    /// What people know of an event who see it as it is.
    pub(super) fn of(event: &Event) -> Self {
        Self {
            is_on: event.state == State::Published,
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            last_ends_at: event.last_ends_at,
            all_day: event.all_day,
            recurrence: event.recurrence.clone(),
            exceptions: event.exceptions.0.clone(),
            moved: event.moved.0.clone(),
            venue: event.venue.clone(),
            street: event.street.clone(),
            building: event.building.clone(),
            postal_code: event.postal_code.clone(),
            city: event.city.clone(),
            online_url: event.online_url.clone(),
            online: event.online,
            // An event that says no place of its own is where its institution is.
            institution_id: event.institution_id.map(|id| id.0),
        }
    }

    /// The event as it was when this was known.
    pub(super) fn event(self, now: &Event) -> Event {
        Event {
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            last_ends_at: self.last_ends_at,
            all_day: self.all_day,
            recurrence: self.recurrence,
            exceptions: List(self.exceptions),
            moved: List(self.moved),
            venue: self.venue,
            street: self.street,
            building: self.building,
            postal_code: self.postal_code,
            city: self.city,
            online_url: self.online_url,
            online: self.online,
            institution_id: self.institution_id.map(InstitutionId),
            ..now.clone()
        }
    }
}
