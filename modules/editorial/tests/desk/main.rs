//! The desk by its GraphQL, on SQLite and (with `TABLICA_TEST_DATABASE_URL`) on PostgreSQL. One binary, a file per
//! subject.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod own;
mod personal;
mod proposals;
