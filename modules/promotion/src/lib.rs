//! Places that a city sells to its institutions, labelled as such: what covers a portal's upkeep.
//!
//! Owns the tables `promotion` and `promotion_day`. A promoted place stands beside a list and never in it: nothing here
//! reaches the index, and nothing that ranks knows of it. Which offer takes a place is chosen in memory ([`Places`]), and
//! views and clicks are counted in memory ([`Counters`]) and written together from time to time ([`flush_all`]).

mod choice;
mod counters;
mod day;
pub mod graphql;
mod pages;
mod personal;
mod places;
mod policy;
mod promotion;
mod refusal;
mod service;

pub use counters::{Counters, Uncounted, flush, flush_all};
pub use pages::{ACTIONS, PAGES, SECTIONS};
pub use personal::PERSONAL_DATA;
pub use places::{Places, SOURCE};
pub use promotion::{Model as Promotion, PromotionId, State};
pub use refusal::Refusal;
pub use service::click;

/// The module's name in declarations.
pub const MODULE: &str = "promotion";
/// The entity's name in the change log and in the history.
pub const ENTITY: &str = "promotion";
