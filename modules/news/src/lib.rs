//! Articles of schools, the city and its partners.

/// The module's name in declarations.
pub const MODULE: &str = "news";
