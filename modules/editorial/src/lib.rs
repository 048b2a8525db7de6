//! The editors' desk: what people propose, who decides it, what institutions keep themselves, and what goes stale.
//!
//! Owns the tables `submission`, `submission_event` and `entry_reminder`. Knows `identity` (who people are) and the modules
//! that keep entries (each tells of its own as a [`kernel::entry::Kind`]), and extends the viewer and the entries; knows
//! nothing of reviews or promotion. What an entry says is told as fields: the columns of the files that entries can be imported
//! from.

mod columns;
mod compare;
mod decisions;
mod desk;
mod entries;
mod event;
pub mod freshness;
pub mod graphql;
mod labels;
mod mails;
mod own;
mod pages;
mod personal;
mod policy;
mod proposals;
mod refusal;
mod related;
mod reminder;
mod states;
mod submission;
mod uploads;

pub use entries::EntryKind;
pub use freshness::JOBS;
pub use pages::{ACTIONS, PAGES, SECTIONS};
pub use personal::PERSONAL_DATA;
pub use refusal::Refusal;
pub use submission::{Model as Submission, SubmissionId};

/// The module's name in declarations.
pub const MODULE: &str = "editorial";
