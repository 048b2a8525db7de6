//! The short name of a tenant.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A tenant's short name: `^[a-z][a-z0-9_]{0,40}$`.
///
/// It names a PostgreSQL schema and role (`t_<slug>`), a folder and a host label, none of which take bind
/// parameters; whoever holds a `Slug` may paste it into those places.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// What is wrong with a would-be slug.
#[derive(Debug, thiserror::Error)]
#[error("\"{0}\" is no slug: lower-case letters, digits and _ only, a letter first, at most 41 characters")]
pub struct SlugError(String);

impl Slug {
    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the tenant's PostgreSQL schema and role.
    pub fn schema(&self) -> String {
        format!("t_{}", self.0)
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        let valid = text.len() <= 41
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if valid { Ok(Self(text.to_owned())) } else { Err(SlugError(text.to_owned())) }
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_are_safe_everywhere_pass() {
        for good in ["a", "szczecin", "zielona_gora", "m3", &"a".repeat(41)] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in ["", "3m", "_a", "Łódź", "a-b", "a;drop", "a\"", "A", "../a", &"a".repeat(42)] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}
