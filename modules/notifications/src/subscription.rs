//! Subscriptions: what a reader wants to be told of, and how often.

use std::fmt::Write as _;

use identity::ChildId;
use kernel::{entity_id, values::List};
use notices::{Frequency, ReaderId, What};
use sea_orm::entity::prelude::*;

entity_id!(
    /// A subscription's id.
    SubscriptionId,
    "nsub"
);

/// What a reader wants to be told of.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "subscription")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SubscriptionId,
    /// Whose it is.
    pub reader_id: ReaderId,
    /// Of what: the input by which it was asked for, as the schema takes it.
    pub target: Json,
    /// What tells the target from others: the same for the same.
    pub fingerprint: String,
    /// What its reader calls it; without, it is called after its target.
    pub label: Option<String>,
    /// The child whom it is for.
    pub child_id: Option<ChildId>,
    /// What becomes of entries that is worth telling.
    pub about: List<What>,
    /// How often.
    pub frequency: Frequency,
    /// Since when nothing is told of it.
    pub muted_at: Option<ChronoDateTimeUtc>,
    /// Since when it is gone. It can be taken back for some days, then it is forgotten.
    pub removed_at: Option<ChronoDateTimeUtc>,
    /// When it was made.
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
    /// When its reader was last told something because of it.
    pub last_told_at: Option<ChronoDateTimeUtc>,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether anything is told of it.
    pub fn is_on(&self) -> bool {
        self.muted_at.is_none() && self.removed_at.is_none()
    }
}

/// What tells a target, as it is stored, from others.
pub(crate) fn fingerprint(target: &Json) -> String {
    let mut text = String::new();
    canonical(target, &mut text);
    kernel::keys::fingerprint(&text)
}

/// A value as text with its fields in order: databases keep their own.
fn canonical(value: &Json, text: &mut String) {
    match value {
        Json::Object(fields) => {
            let mut names: Vec<_> = fields.keys().collect();
            names.sort_unstable();
            text.push('{');
            for name in names {
                // Writing to a text never fails.
                let _ = write!(text, "{name:?}:");
                canonical(&fields[name], text);
                text.push(',');
            }
            text.push('}');
        }
        Json::Array(values) => {
            text.push('[');
            for value in values {
                canonical(value, text);
                text.push(',');
            }
            text.push(']');
        }
        plain => {
            let _ = write!(text, "{plain}");
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_target_has_one_fingerprint_in_whatever_order_it_is_kept() {
        let one = json!({ "activities": { "query": "robotyka", "filter": { "age": 8, "free": true } } });
        let same = json!({ "activities": { "filter": { "free": true, "age": 8 }, "query": "robotyka" } });
        let other = json!({ "activities": { "filter": { "free": true, "age": 9 }, "query": "robotyka" } });
        assert_eq!(fingerprint(&one), fingerprint(&same));
        assert_ne!(fingerprint(&one), fingerprint(&other));
    }
}
