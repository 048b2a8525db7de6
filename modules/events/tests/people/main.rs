//! Events and people, through the schema, the feeds and the jobs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calendars;
mod family;
mod joining;
mod notices;
mod personal;
mod sign_ups;
mod support;
