//! The server: the only place that knows every module.
//!
//! In reading order: [`config`] says how to run; [`modules`] lists what there is; [`server`] holds what requests
//! share; [`graphql`] makes each city's schema of it; [`web`] makes pages of the schema; [`http`] finds the city and
//! serves both; [`notify`], [`mail`] and [`jobs`] are
//! the work behind them; [`cli`] is the command line; [`demo`] fills cities with a made-up catalogue.

#![recursion_limit = "256"]

pub mod cli;
pub mod config;
pub mod demo;
pub mod graphql;
pub mod http;
pub mod jobs;
pub mod mail;
pub mod modules;
pub mod notify;
pub mod secret;
pub mod server;
pub mod web;
