//! Signing up for events, and keeping them.
//!
//! The lock of an event's row orders those who sign up for it, so that no place is given twice. Whoever waits comes up
//! in the order of signing up. A date that is signed up for is known by its original start, wherever it is moved.

mod keep;
mod keeping;
mod mails;
pub(crate) mod policy;
mod reading;
mod refusal;
mod sign_up;
mod writing;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use kernel::{error::Result, scope::Scope};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use crate::event::{EventId, Model as Event, SignUpMode};

pub(crate) use keeping::{are_kept, forget_kept, keep, kept_by};
pub use reading::participants_csv;
pub(crate) use reading::{Told, all_by, count_at, mine_at, of_event, own, participants, told};
pub use refusal::SignUpKind;
pub(crate) use sign_up::{Column, Entity};
pub use sign_up::{Model as SignUp, SignUpId, SignUpState};
pub(crate) use writing::{Wish, after_change, cancel, erase, forget_before, sign_up, tidy};

/// The most people of one sign-up.
pub(crate) const MAX_PEOPLE: i32 = 10;
/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// Places of an event that are taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    /// By sign-ups for all of it.
    pub(crate) whole: i64,
    /// By sign-ups for dates, by their original starts.
    pub(crate) dates: HashMap<DateTime<Utc>, i64>,
}

impl Taken {
    /// How many places are left, at that date if one signs up for dates; nothing if nobody counts them.
    pub(crate) fn left(&self, event: &Event, date: Option<DateTime<Utc>>) -> Option<i32> {
        let capacity = i64::from(event.capacity?);
        let taken = match event.sign_up {
            SignUpMode::Event => self.whole,
            SignUpMode::Date => self.dates.get(&date?).copied().unwrap_or_default(),
            SignUpMode::None | SignUpMode::Link => return None,
        };
        i32::try_from((capacity - taken).max(0)).ok()
    }
}

/// Places that are taken of these events; those of which none is are absent.
pub(crate) async fn taken(scope: &Scope, events: &[EventId]) -> Result<HashMap<EventId, Taken>> {
    let db = scope.db().await?;
    let mut taken: HashMap<EventId, Taken> = HashMap::new();
    for ids in events.chunks(KEYS_PER_SELECT) {
        let counted: Vec<(EventId, Option<DateTime<Utc>>, Option<i64>)> = Entity::find()
            .select_only()
            .columns([Column::EventId, Column::Occurrence])
            .column_as(Column::People.sum(), "people")
            .filter(Column::EventId.is_in(ids.iter().copied()))
            .filter(Column::State.eq(SignUpState::Going))
            .group_by(Column::EventId)
            .group_by(Column::Occurrence)
            .into_tuple()
            .all(&*db)
            .await?;
        for (event, date, people) in counted {
            let (taken, people) = (taken.entry(event).or_default(), people.unwrap_or_default());
            match date {
                Some(date) => {
                    taken.dates.insert(date, people);
                }
                None => taken.whole = people,
            }
        }
    }
    Ok(taken)
}

/// Why nobody can sign up for an event at this moment, in general; nothing if somebody can.
pub(crate) fn closed(event: &Event, now: DateTime<Utc>) -> Option<SignUpKind> {
    match event.sign_up {
        SignUpMode::None | SignUpMode::Link => Some(SignUpKind::NoSignUp),
        SignUpMode::Event | SignUpMode::Date if event.last_ends_at <= now => Some(SignUpKind::Over),
        _ if event.enrolment_opens_at.is_some_and(|opens| now < opens) => Some(SignUpKind::NotOpenYet),
        _ if event.enrolment_closes_at.is_some_and(|closes| closes <= now) => Some(SignUpKind::Closed),
        SignUpMode::Event | SignUpMode::Date => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn event(sign_up: SignUpMode) -> Event {
        let starts_at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let ends_at = starts_at + TimeDelta::hours(1);
        Event { sign_up, starts_at, ends_at, last_ends_at: ends_at, capacity: Some(10), ..Event::default() }
    }

    #[test]
    fn signing_up_opens_and_closes() {
        let whole = event(SignUpMode::Event);
        let hours = |hours| whole.starts_at + TimeDelta::hours(hours);
        let window =
            Event { enrolment_opens_at: Some(hours(-48)), enrolment_closes_at: Some(hours(-2)), ..whole.clone() };
        for (event, at, expected) in [
            (&whole, -1000, None),
            (&whole, 0, None),
            (&whole, 1, Some(SignUpKind::Over)),
            (&window, -49, Some(SignUpKind::NotOpenYet)),
            (&window, -48, None),
            (&window, -3, None),
            (&window, -2, Some(SignUpKind::Closed)),
            (&window, 2, Some(SignUpKind::Over)),
            (&event(SignUpMode::None), -3, Some(SignUpKind::NoSignUp)),
            (&event(SignUpMode::Link), -3, Some(SignUpKind::NoSignUp)),
        ] {
            assert_eq!(closed(event, hours(at)), expected, "{at}");
        }
    }

    #[test]
    fn places_are_counted_where_people_sign_up_for_them() {
        let date = event(SignUpMode::Date).starts_at;
        let taken = Taken { whole: 4, dates: HashMap::from([(date, 12)]) };
        for (event, at, left) in [
            (event(SignUpMode::Event), None, Some(6)),
            (event(SignUpMode::Event), Some(date), Some(6)),
            (event(SignUpMode::Date), Some(date), Some(0)),
            (event(SignUpMode::Date), Some(date + TimeDelta::days(7)), Some(10)),
            (event(SignUpMode::Date), None, None),
            (event(SignUpMode::Link), None, None),
            (Event { capacity: None, ..event(SignUpMode::Event) }, None, None),
        ] {
            assert_eq!(taken.left(&event, at), left, "{:?} {at:?}", event.sign_up);
        }
    }
}
