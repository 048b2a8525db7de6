//! Pictures that people upload: checked, made anew, and kept without what they tell about their makers.
//!
//! Owns the table `picture`. What is kept is never what came in but a new picture of the same pixels, so that nothing
//! else of a file reaches anybody. Other modules keep a [`PictureId`], say what a picture is used for
//! ([`service::attach`]), and show it ([`graphql::picture`]); what nobody uses is forgotten. Cannot be switched off.

pub mod graphql;
mod jobs;
mod layout;
mod loader;
mod personal;
mod picture;
mod policy;
mod prepare;
mod refusal;
pub mod service;
#[cfg(test)]
mod support;

pub use jobs::JOBS;
pub use loader::PictureLoader;
pub use personal::PERSONAL_DATA;
pub use picture::{MediaType, Picture, PictureId, Use};
pub use prepare::{MAX_BYTES, Prepared, prepare};
pub use refusal::Refusal;
