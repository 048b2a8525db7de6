//! What every module stands on. No business word appears here.
//!
//! In reading order: a [`slug`] names a tenant; [`tenancy`] says which tenants there are; the [`store`] opens one
//! tenant's data; a [`scope`] is built per request and opens only its own tenant's; what a scope's transaction
//! writes goes through the change log ([`changes`]), which [`search`] tails. [`graphql`] and [`page`] are how
//! modules face the world; [`import`] is how files come in. [`access`] says who somebody is to a city; [`audit`] and
//! [`history`] remember who did what; [`mail`] and [`jobs`] are what happens later; [`refusal`] is what people can mend.
//! An [`entry`] is what the desk handles, of whichever module; a [`feed`] is what programs fetch again and again;
//! [`fetch`] is how we read what somebody else keeps. [`holidays`] says on which days people are left in peace.

pub mod access;
pub mod app;
pub mod audit;
pub mod changes;
pub mod clock;
pub mod entry;
pub mod error;
pub mod feed;
pub mod fetch;
pub mod graphql;
pub mod history;
pub mod holidays;
pub mod i18n;
pub mod ids;
pub mod import;
pub mod jobs;
pub mod keys;
pub mod limits;
pub mod mail;
pub mod markdown;
pub mod page;
pub mod refusal;
pub mod rows;
pub mod scope;
pub mod search;
pub mod slug;
pub mod store;
pub mod tenancy;
pub mod values;
