//! After-school activities: what children can do, when, where, for how much, and whether there is a place.
//!
//! Owns the table `activity`. Knows `directory` (who offers an activity) and extends its institutions; knows nothing
//! of reviews, sign-up or notifications.

mod activity;
pub mod entries;
pub mod fields;
mod filter;
pub mod graphql;
mod import;
mod labels;
mod loader;
mod pages;
pub mod policy;
mod search;
pub mod service;

pub use activity::{ActivityId, Model as Activity, Slot};
pub use entries::ENTRIES;
pub use import::{ImportPreview, PreviewRow, RowFate, import, import_own};
pub use kernel::entry::State;
pub use loader::DescriptionLoader;
pub use pages::{PAGES, SECTIONS};
pub use search::{Card, KIND, SOURCE};
pub use service::duplicates;

/// The module's name in declarations.
pub const MODULE: &str = "activities";
/// The entity's name in the change log.
pub const ENTITY: &str = "activity";
