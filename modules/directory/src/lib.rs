//! Institutions of a city: schools and preschools from the register, and everybody else around education.
//!
//! Owns the tables `institution` and `postcode`. Knows nothing of what institutions do (activities, events, news):
//! the modules that know extend [`graphql::Institution`]. Cannot be switched off.

mod entries;
pub mod fields;
pub mod graphql;
mod institution;
mod institutions_csv;
pub mod labels;
mod likeness;
mod loader;
mod pages;
mod place;
mod postcode;
mod postcodes_csv;
mod price;
mod rspo;
mod search;
pub mod service;
pub mod sheet;

pub use entries::ENTRIES;
pub use fields::web_address;
pub use institution::{InstitutionId, Kind, Model as Institution, Sector};
pub use institutions_csv::{import as import_institutions, rejection, told_problems};
pub use likeness::{Likeness, NameKey};
pub use loader::InstitutionLoader;
pub use pages::{PAGES, SECTIONS, near, years};
pub use place::{OwnAddress, Place};
pub use postcodes_csv::import as import_postcodes;
pub use price::PriceUnit;
pub use rspo::{Completeness, Options as RspoOptions, import as import_rspo};
pub use search::{KIND, SOURCE};
pub use service::duplicates;

/// The entity's name in the change log.
pub const ENTITY: &str = "institution";
