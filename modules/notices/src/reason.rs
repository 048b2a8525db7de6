//! Why somebody is told something.

use identity::ChildId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Why somebody is told something: what they asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct Reason {
    /// The subscription.
    pub subscription: Uuid,
    /// What it is called, in its reader's language. It names no child.
    pub label: String,
    /// The child for whom it is, if it is for one.
    pub child: Option<ChildId>,
}

/// A reason as it is kept.
#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    subscription: Uuid,
    label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    child: Option<Uuid>,
}

impl From<Kept> for Reason {
    fn from(Kept { subscription, label, child }: Kept) -> Self {
        Self { subscription, label, child: child.map(ChildId) }
    }
}

impl From<Reason> for Kept {
    fn from(Reason { subscription, label, child }: Reason) -> Self {
        Self { subscription, label, child: child.map(|child| child.0) }
    }
}
