//! Safety from end to end: through the schema, with a clock that can be moved.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod advice;
mod alerts;
mod cap;
mod cap_schema;
mod people;
mod support;
