//! What became of a calendar when it was read: kept as keys and arguments, and told in the language of who looks.

use chrono::{DateTime, Utc};
use kernel::{
    i18n::Value,
    refusal::{Kind, Problem},
    scope::Scope,
};
use serde::{Deserialize, Serialize};

use super::{
    finding::Finding,
    parse::{MAX_EVENTS, MAX_LINES, MAX_UID, Unread},
};

/// Remarks of one kind that are kept.
const MAX_REMARKS: usize = 100;

/// What became of a calendar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Report {
    pub(crate) at: DateTime<Utc>,
    /// Whether the server said that nothing has changed.
    #[serde(default)]
    pub(crate) is_unchanged: bool,
    /// Why it could not be read at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<Remark>,
    #[serde(default)]
    pub(crate) created: u32,
    #[serde(default)]
    pub(crate) updated: u32,
    #[serde(default)]
    pub(crate) unchanged: u32,
    #[serde(default)]
    pub(crate) withdrawn: u32,
    #[serde(default)]
    pub(crate) rejected: u32,
    #[serde(default)]
    pub(crate) notes: Vec<Remark>,
    #[serde(default)]
    pub(crate) problems: Vec<Remark>,
}

/// Something that is said of a calendar, or of an event of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Remark {
    /// The event's id at its calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) uid: Option<String>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    /// The event here, by its global id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<String>,
    key: String,
    #[serde(default)]
    args: Vec<(String, Arg)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Arg {
    Number(f64),
    Text(String),
}

impl Remark {
    /// What is found in general.
    pub(crate) fn of(finding: Finding, value: Option<String>) -> Self {
        let mut args: Vec<(String, Arg)> = value
            .into_iter()
            // A number chooses the form of its noun.
            .map(|value| ("value".to_owned(), value.parse().map_or_else(|_| Arg::Text(value.clone()), Arg::Number)))
            .collect();
        let most = match finding {
            Finding::TooManyLines => Some(MAX_LINES),
            Finding::TooManyEvents => Some(MAX_EVENTS),
            Finding::UidTooLong => Some(MAX_UID),
            Finding::TooLarge => Some(kernel::fetch::MAX_BYTES / (1024 * 1024)),
            _ => None,
        };
        args.extend(most.map(|most| ("most".to_owned(), Arg::Number(most as f64))));
        Self { key: finding.key().to_owned(), args, ..Self::default() }
    }

    /// What is wrong with a value of an event.
    pub(super) fn problem<K: Kind>(problem: &Problem<K>) -> Self {
        let args = problem.args.iter().map(|(name, value)| {
            let arg = match value {
                Value::Number(number) => Arg::Number(*number),
                Value::Text(text) => Arg::Text(text.clone().into_owned()),
            };
            ((*name).to_owned(), arg)
        });
        Self { key: problem.kind.key().to_owned(), args: args.collect(), ..Self::default() }
    }

    /// The same of that event.
    #[must_use]
    pub(super) fn at(self, uid: &str, title: Option<&str>, event: Option<String>) -> Self {
        Self { uid: Some(uid.to_owned()), title: title.map(str::to_owned), event, ..self }
    }

    /// The sentence.
    pub(crate) fn message(&self, scope: &Scope) -> String {
        let args: Vec<(&str, Value<'_>)> = self
            .args
            .iter()
            .map(|(name, arg)| {
                let value = match arg {
                    Arg::Number(number) => Value::Number(*number),
                    Arg::Text(text) => Value::from(text.as_str()),
                };
                (name.as_str(), value)
            })
            .collect();
        scope.text(&self.key, &args)
    }
}

impl From<Unread> for Remark {
    fn from(Unread { uid, title, finding, value }: Unread) -> Self {
        Self { uid, title, ..Self::of(finding, value) }
    }
}

impl Report {
    /// A report of a calendar that could not be read.
    pub(super) fn failed(at: DateTime<Utc>, finding: Finding, value: Option<String>) -> Self {
        Self { at, error: Some(Remark::of(finding, value)), ..Self::default() }
    }

    /// Notes something that is worth knowing.
    pub(super) fn note(&mut self, remark: Remark) {
        if self.notes.len() < MAX_REMARKS {
            self.notes.push(remark);
        }
    }

    /// Counts an event that cannot be taken, and says why.
    pub(super) fn reject(&mut self, remark: Remark) {
        self.rejected += 1;
        if self.problems.len() < MAX_REMARKS {
            self.problems.push(remark);
        }
    }
}
