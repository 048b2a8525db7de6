//! Questions for debates of the city's education forum.

/// The module's name in declarations.
pub const MODULE: &str = "debates";
