//! The whole system, on SQLite and (with `TABLICA_TEST_DATABASE_URL`) on PostgreSQL. One binary, a file per subject.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod activities;
mod architecture;
mod changes;
mod commands;
mod contention;
mod debates;
mod desk;
mod directory;
mod erasure;
mod events;
mod letters;
mod live;
mod mail;
mod news;
mod pages;
mod partners;
mod people;
mod returns;
mod rights;
mod safety;
mod schema;
mod tenancy;
mod town;
