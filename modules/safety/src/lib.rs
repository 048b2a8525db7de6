//! Advice and alerts of those who keep the city safe.

/// The module's name in declarations.
pub const MODULE: &str = "safety";
