//! Subscriptions from end to end: through the schema, on SQLite.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod asking;
mod by_link;
mod keeping;
mod support;
mod targets;
