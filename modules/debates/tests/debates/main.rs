//! Questions for debates from end to end: through the schema, on SQLite.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod asking;
mod deciding;
mod keeping;
mod support;

use kernel::scope::Actor;
use serde_json::Value;

const POOL: &str = "Kiedy zostanie otwarty basen przy Szkole Podstawowej nr 3?";
const LUNCH: &str = "Dlaczego obiady w szkolnych stołówkach tak zdrożały?";
const NOBODY: Actor = Actor::Anonymous;

/// The codes of a payload's errors.
fn kinds(payload: &Value) -> Vec<&str> {
    payload["errors"].as_array().unwrap().iter().map(|error| error["code"].as_str().unwrap()).collect()
}
