//! Pictures and files that people upload: checked, kept, and shown.
//!
//! Owns the tables `picture`, `file` and `shown`. What is kept of a picture is never what came in but a new picture of the
//! same pixels, so that nothing else of a file reaches anybody. Files are kept as they came: only kinds that run nothing,
//! to be saved and never shown as a page. Other modules keep ids in columns of their entries ([`fields`]), say what an
//! entry shows ([`service::show`]), and show it ([`graphql::pictures`], [`graphql::files`]); what nothing shows is
//! forgotten. Cannot be switched off.

mod document;
pub mod fields;
mod file;
pub mod graphql;
mod jobs;
mod layout;
mod loader;
mod name;
mod personal;
mod picture;
mod policy;
mod prepare;
mod refusal;
pub mod service;
mod shown;
#[cfg(test)]
mod support;

pub use document::MAX_FILE_BYTES;
pub use file::{File, FileId, FileType};
pub use jobs::JOBS;
pub use loader::{FileLoader, PictureLoader};
pub use personal::PERSONAL_DATA;
pub use picture::{MediaType, Picture, PictureId, Use};
pub use prepare::{MAX_BYTES, Prepared, prepare};
pub use refusal::{FileRefusal, Refusal};
