//! Pages: a GraphQL document run in-process against the city's own schema, and a template that shows the answer.

mod address;
pub mod assets;
mod documents;
pub mod guard;
mod letter;
mod page;
pub mod portal;
mod templates;

pub use address::decoded_query;
pub use letter::Letter;
pub use page::{Acted, Again, Asked, Asker, PageError, Rendered, Web, language_of, typed};
