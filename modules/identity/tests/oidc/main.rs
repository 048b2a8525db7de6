//! Sign-in with OpenID Connect against a provider on this machine, honest and otherwise.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod cases;
mod flow;
mod keys;
mod provider;
