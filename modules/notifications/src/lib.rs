//! When people are told of what: saved searches, follows, alert areas, announcements, and the engine that turns what
//! changes into notices.
//!
//! Owns the table `subscription` with its requests, and what the engine remembers. Knows every module whose entries one
//! can be told of, and asks of each the very question that its lists ask; hands what is to be told to `notices`. Nobody
//! needs to know this module.

mod about;
pub mod announcements;
mod compile;
mod engine;
mod found;
pub mod graphql;
mod jobs;
mod label;
mod pages;
mod path;
mod personal;
mod policy;
mod preview;
mod refusal;
mod request;
mod service;
mod subscription;
mod target;

use kernel::jobs::Job;

pub use compile::{AreaAsked, Check, Compiled, compile, compile_target};
pub use engine::{Engine, Past, concerning};
pub use found::found;
pub use label::label;
pub use pages::{ACTIONS, PAGES, SECTIONS};
pub use path::path;
pub use personal::PERSONAL_DATA;
pub use refusal::Refusal;
pub use service::find;
pub use subscription::{Model as Subscription, SubscriptionId};
pub use target::SubscriptionTargetInput;

/// This module's recurring work, but for that of [`announcements`].
pub const JOBS: [Job; 2] = [jobs::FORGET, engine::JOBS[0]];
/// The module's name in declarations.
pub const MODULE: &str = "notifications";
/// The entity's name in the change log.
pub const ENTITY: &str = "subscription";
