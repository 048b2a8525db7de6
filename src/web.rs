//! Pages: a GraphQL document run in-process against the city's own schema, and a template that shows the answer.

mod address;
pub mod assets;
mod page;
pub mod portal;
mod templates;

pub use page::{Asked, PageError, Rendered, Web, language_of};
