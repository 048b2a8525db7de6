//! When people are told of what: saved searches, follows, announcements.

/// The module's name in declarations.
pub const MODULE: &str = "notifications";
