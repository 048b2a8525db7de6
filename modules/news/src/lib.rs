//! Articles of schools, the city and its partners: announcements, successes, admissions, culture.
//!
//! Owns the table `article`. The desk writes articles ([`ENTRIES`]); here are what they say, when they are seen, and how
//! they are found, listed and fed. What is to be published later is seen from its very moment on, and what is to be
//! withdrawn until its very moment, whether or not the work that notes it has been done. Knows `directory` (whose articles
//! they are) and `media` (what they show); nobody comments on them.

mod article;
mod entries;
mod feed;
pub mod fields;
pub mod graphql;
mod jobs;
mod loader;
mod pages;
pub mod policy;
mod search;
pub mod service;

pub use article::{ArticleId, Category, Model as Article};
pub use entries::ENTRIES;
pub use feed::FEEDS;
pub use jobs::JOBS;
pub use loader::DescriptionLoader;
pub use pages::{ACTIONS, PAGES, SECTIONS};
pub use search::{Card, KIND, SOURCE};

/// The module's name in declarations.
pub const MODULE: &str = "news";
/// The entity's name in the change log.
pub const ENTITY: &str = "article";
