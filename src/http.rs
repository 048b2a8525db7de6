//! HTTP: from a connection to a city, and to what serves it.

mod accept;
mod brand;
mod errors;
mod graphql;
mod host;
mod pages;
mod router;

pub use accept::serve;
pub use router::router;
