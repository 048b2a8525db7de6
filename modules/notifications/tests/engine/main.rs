//! The engine from end to end: rows change, and readers are told, each once and with the reason.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod alerts;
mod at_once;
mod equal;
mod offers;
mod support;
