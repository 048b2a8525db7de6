//! HTTP: from a connection to a city, and to what serves it.

mod accept;
mod auth;
mod brand;
mod downloads;
mod errors;
mod feeds;
mod forms;
mod graphql;
mod host;
mod pages;
mod router;
mod visit;

pub use accept::serve;
pub use router::router;
