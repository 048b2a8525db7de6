//! People against a database: a city of its own for each test, and a clock that is moved by hand.
//!
//! SQLite, or PostgreSQL where `TABLICA_TEST_DATABASE_URL` names a server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod children;
mod personal_data;
mod providers;
mod rights;
mod schema;
mod sessions;
mod sign_in;
mod support;
mod tokens;
