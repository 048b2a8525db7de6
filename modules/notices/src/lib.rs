//! Who is told what: readers, what they are told, and the one mail that gathers it.

/// The module whose city shows people what they were told; mails go out without it.
pub const MODULE: &str = "notifications";
