//! Reviews of activities: stars and words by people who signed in, one each, and what providers answer.
//!
//! Owns the tables `review`, `review_report`, `review_subject` and `participant`. Knows `activities` (what is reviewed,
//! and where averages are kept) and `identity` (by whom); nobody needs to know this module.

pub mod graphql;
mod notify;
mod pages;
mod participant;
mod personal;
mod policy;
mod refusal;
mod report;
mod review;
mod service;
mod subject;

pub use pages::{ACTIONS, PAGES, SECTIONS};
pub use personal::PERSONAL_DATA;
pub use refusal::Refusal;
pub use review::{Model as Review, ReviewId, Status};

/// The module's name in declarations.
pub const MODULE: &str = "reviews";
/// The entity's name in the history.
pub const ENTITY: &str = "review";
