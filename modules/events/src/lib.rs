//! What happens in town: events, who organises them together, who comes to them, and calendars.
//!
//! Owns the tables `event`, `event_organiser` and those of the people around events. Knows `directory` (who organises),
//! `identity` (who comes) and `media` (pictures and files), and extends institutions; nobody needs to know this module.

mod entries;
mod event;
mod family;
mod feeds;
pub mod fields;
mod filter;
pub mod graphql;
mod ical;
mod jobs;
mod joining;
mod labels;
mod lists;
mod loader;
mod notices;
mod organiser;
mod pages;
mod personal;
mod policy;
pub mod recurrence;
mod refusal;
mod school_year;
mod search;
pub mod service;
mod signups;
mod sources;

pub use entries::ENTRIES;
pub use event::{EventId, LEVELS, Model as Event, Moved, SignUpMode};
pub use feeds::FEEDS;
pub use jobs::JOBS;
pub use joining::{EventInvitation, EventInvitationId, InvitationKind, InvitationState, JoiningKind};
pub use kernel::entry::State;
pub use loader::EventLoader;
pub use pages::{ACTIONS, PAGES, SECTIONS};
pub use personal::PERSONAL_DATA;
pub use refusal::EventKind;
pub use search::{Card, KIND, SOURCE};
pub use signups::{SignUp, SignUpId, SignUpKind, SignUpState, participants_csv};
pub use sources::{CalendarSource, CalendarSourceId, SourceKind};

/// The module's name in declarations.
pub const MODULE: &str = "events";
/// The entity's name in the change log and the history.
pub const ENTITY: &str = "event";
