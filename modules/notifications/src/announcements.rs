//! Announcements: what an office or an institution has to say to everybody who follows something.
//!
//! Owns the table `announcement`. An announcement is written, looked at and tried on oneself; then it is sent, above a
//! number of readers only once a second person agrees. Sending is work in the background, in batches, each in one unit of
//! work with the note how far it got, so that nobody is told twice whatever happens on the way. From there on it is a
//! notice like any other: it leaves with each reader's next mail, at the moment that they chose.

mod announcement;
mod audience;
mod decide;
mod draft;
pub mod graphql;
mod notify;
mod pages;
mod personal;
mod policy;
mod refusal;
mod sending;
mod service;
mod trial;

pub use announcement::{AnnouncementId, Model as Announcement, State};
pub use pages::{ACTIONS, PAGES, SECTIONS};
pub(crate) use personal::{export, forget_account};
pub use refusal::Refusal;
pub use sending::JOBS;

/// What notices call an announcement.
pub const ENTITY: &str = "announcement";
