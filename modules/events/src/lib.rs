//! What happens in town: events, who organises them together, who comes to them, and calendars.
//!
//! Owns the tables `event`, `event_organiser` and those of the people around events. Knows `directory` (who organises),
//! `identity` (who comes) and `media` (pictures and files), and extends institutions; nobody needs to know this module.

mod entries;
mod event;
pub mod fields;
mod labels;
mod loader;
mod organiser;
pub mod recurrence;
mod refusal;
mod search;
pub mod service;

pub use entries::ENTRIES;
pub use event::{EventId, LEVELS, Model as Event, Moved, SignUpMode};
pub use kernel::entry::State;
pub use loader::EventDescriptionLoader;
pub use refusal::EventKind;
pub use search::{Card, KIND, SOURCE};

/// The module's name in declarations.
pub const MODULE: &str = "events";
/// The entity's name in the change log and the history.
pub const ENTITY: &str = "event";
