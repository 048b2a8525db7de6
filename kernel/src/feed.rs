//! Feeds: what programs fetch again and again at a fixed address, made from what everybody may see.

use futures_util::future::BoxFuture;

use crate::{error::Result, page::PageRequest};

/// A feed of a module. Answers carry an `ETag` of their bytes.
#[derive(Clone, Copy)]
pub struct Feed {
    /// Its path, in the router's notation: `/feeds/events.ics`. A variable segment takes its file's ending with it.
    pub path: &'static str,
    /// The module it belongs to.
    pub module: &'static str,
    /// What `Content-Type` says.
    pub media_type: &'static str,
    /// Whether it is made for who knows a secret part of its path: then nobody may keep a copy.
    pub is_private: bool,
    /// Writes it; nothing where there is no such feed.
    pub write: for<'a> fn(&'a PageRequest<'a>) -> BoxFuture<'a, Result<Option<Vec<u8>>>>,
}
