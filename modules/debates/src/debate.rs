//! Debates: what the city's education forum meets about, and when.

use chrono::{DateTime, Utc};
use kernel::{entity_id, entry::State, values::List};
use sea_orm::entity::prelude::*;

entity_id!(
    /// A debate's id.
    DebateId,
    "deb"
);

impl Default for DebateId {
    fn default() -> Self {
        Self(Uuid::nil())
    }
}

/// A debate or council session of the city's education forum.
#[derive(Clone, Debug, Default, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "debate")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DebateId,
    /// Its topic.
    pub title: String,
    /// What it is about, Markdown.
    pub description: String,
    /// When it starts.
    pub starts_at: ChronoDateTimeUtc,
    /// When it ends, if somebody said.
    pub ends_at: Option<ChronoDateTimeUtc>,
    /// From when on questions are taken; since it was announced if nobody said.
    pub questions_open_at: Option<ChronoDateTimeUtc>,
    /// Until when questions are taken; until it starts if nobody said.
    pub questions_close_at: Option<ChronoDateTimeUtc>,
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
    /// Where it can be followed from home.
    pub online_url: Option<String>,
    /// Languages it is held in (BCP 47).
    pub languages: List<String>,
    /// Free words to find it by.
    pub tags: List<String>,
    /// Its pictures, uploads of the media module; the first is the main one.
    pub pictures: List<Uuid>,
    /// Its files, uploads of the media module.
    pub files: List<Uuid>,
    /// Who finds it.
    pub state: State,
    /// When the addresses of those who asked and supported were forgotten.
    pub forgotten_at: Option<ChronoDateTimeUtc>,
    /// When the row was made.
    pub created_at: ChronoDateTimeUtc,
    /// When the row last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Whether questions are taken at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Not before this moment.
    NotYet(DateTime<Utc>),
    /// They are.
    Open,
    /// No longer since this moment.
    Closed(DateTime<Utc>),
}

impl Model {
    /// When it is over: when it ends, or else when the day after it started has passed.
    pub fn over_at(&self) -> DateTime<Utc> {
        self.ends_at.unwrap_or(self.starts_at + chrono::Duration::days(1))
    }

    /// Until when questions are taken.
    pub fn closes_at(&self) -> DateTime<Utc> {
        self.questions_close_at.unwrap_or(self.starts_at)
    }

    /// Whether questions are taken.
    pub fn window(&self, now: DateTime<Utc>) -> Window {
        match self.questions_open_at {
            Some(opens) if now < opens => Window::NotYet(opens),
            _ if now < self.closes_at() => Window::Open,
            _ => Window::Closed(self.closes_at()),
        }
    }

    /// Until when a question or support that was sent in time can be confirmed: mails may take their time, but a
    /// meeting that has begun has its list.
    pub(crate) fn confirms_until(&self) -> DateTime<Utc> {
        self.closes_at().max(self.starts_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_taken_between_two_moments() {
        let at = |hour: i64| DateTime::UNIX_EPOCH + chrono::Duration::hours(hour);
        let debate = |opens: Option<i64>, closes: Option<i64>| Model {
            starts_at: at(10),
            questions_open_at: opens.map(at),
            questions_close_at: closes.map(at),
            ..Model::default()
        };
        for (opens, closes, now, expected) in [
            (None, None, 0, Window::Open),
            (None, None, 10, Window::Closed(at(10))),
            (Some(2), Some(8), 1, Window::NotYet(at(2))),
            (Some(2), Some(8), 2, Window::Open),
            (Some(2), Some(8), 8, Window::Closed(at(8))),
            (Some(2), Some(12), 11, Window::Open),
        ] {
            assert_eq!(debate(opens, closes).window(at(now)), expected, "{opens:?} {closes:?} {now}");
        }
        assert_eq!(debate(None, Some(8)).confirms_until(), at(10));
        assert_eq!(debate(None, Some(12)).confirms_until(), at(12));
        assert_eq!(debate(None, None).over_at(), at(34));
    }
}
