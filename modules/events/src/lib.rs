//! What happens in town: events, who comes to them, and calendars.

/// The module's name in declarations.
pub const MODULE: &str = "events";
