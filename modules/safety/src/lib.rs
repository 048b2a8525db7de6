//! Safety in town ("Bezpieczni Razem"): advice, and alerts by the Common Alerting Protocol 1.2.
//!
//! Owns the tables `alert`, `alert_right` and `advice`. Knows `directory` (on whose behalf), `identity` (by whom) and
//! `media` (what advice looks like); knows nothing of events, news and debates.
//!
//! An alert is one message, which never changes once it is issued: what is true later is another message that refers to
//! it. What has become of a message follows from the clock and from what came after it ([`Alert::state`]).

pub mod advice;
mod alert;
mod area;
pub mod cap;
mod codes;
mod draft;
mod feeds;
pub mod graphql;
mod jobs;
mod notify;
mod pages;
mod personal;
mod policy;
mod refusal;
mod right;
mod search;
pub mod service;
#[cfg(test)]
mod support;

use kernel::search::Source;

pub use advice::service::find as find_advice;
pub use advice::{AdviceId, Card, DescriptionLoader, ENTRIES, Model as Advice};
pub use alert::{AlertId, Decision, Model as Alert, State, Words};
pub use codes::{Category, Certainty, Code, MessageType, Response, Severity, Status, Urgency};
pub use draft::Draft;
pub use feeds::FEEDS;
pub use jobs::JOBS;
pub use pages::{ACTIONS, PAGES, SECTIONS};
pub use personal::PERSONAL_DATA;
pub use refusal::Refusal;

/// The module's name in declarations.
pub const MODULE: &str = "safety";
/// What advice is called in the change log.
pub const ENTITY: &str = "advice";
/// What advice is called in the index.
pub const KIND: &str = "advice";
/// What alerts are called in the change log.
pub const ALERT_ENTITY: &str = "alert";
/// What alerts are called in the index.
pub const ALERT_KIND: &str = "alert";
/// What rights to alert are called in the change log.
const RIGHT_ENTITY: &str = "alert_right";

/// What this module contributes to search.
pub const SOURCES: [Source; 3] = [advice::SOURCE, search::ALERTS, search::RIGHTS];
