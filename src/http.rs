//! HTTP: from a connection to a city, and to what serves it.

mod accept;
mod auth;
mod brand;
mod downloads;
mod errors;
mod feeds;
mod forms;
mod graphql;
mod hooks;
mod host;
mod live;
mod pages;
mod router;
mod unsubscribe;
mod visit;

pub use accept::serve;
pub use live::{Live, Pace};
pub use router::router;
