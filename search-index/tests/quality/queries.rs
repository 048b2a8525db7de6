//! Reading the judged queries.

use super::judge::Intent;
use serde::Deserialize;

/// One query as somebody would type it, and what was meant.
#[derive(Debug, Deserialize)]
pub(crate) struct JudgedQuery {
    /// Stable name of the query, for reports.
    pub(crate) id: String,
    /// The query itself.
    pub(crate) q: String,
    /// What makes it hard; results are reported per kind.
    pub(crate) kinds: Vec<String>,
    /// What was meant.
    pub(crate) intent: Intent,
}

/// All judged queries, in the order of the file.
///
/// # Panics
/// When a line does not parse.
pub(crate) fn queries() -> Vec<JudgedQuery> {
    include_str!("queries.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}
