//! A proposal: what somebody would have the catalogue say, and what became of it.

use identity::AccountId;
use kernel::{entity_id, error::Fault, history::Fields};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{entries::EntryKind, states::Status};

entity_id!(
    /// A proposal's id.
    SubmissionId,
    "sub"
);

/// A proposal of a new entry, or of a change to one.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submission")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SubmissionId,
    /// What kind of entry it is about.
    pub kind: EntryKind,
    /// The entry it is about; none for a new one.
    pub target_id: Option<Uuid>,
    /// The entry that an approval made, even if the approval was taken back.
    pub created_id: Option<Uuid>,
    /// The institution on whose behalf it was made.
    pub institution_id: Option<Uuid>,
    /// By whom; none once the account is no more.
    pub account_id: Option<AccountId>,
    /// What the entry is to say, as it was typed.
    pub fields: Json,
    /// What the entry said when the proposal was begun or last sent: what its author had before their eyes.
    pub base: Json,
    /// What it calls the entry.
    pub title: String,
    /// What it is found by in the queue, folded.
    pub folded: String,
    /// What its author tells the editors.
    pub note: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Why it was sent back or rejected.
    pub reason: Option<String>,
    /// The editor who takes care of it.
    pub assignee_id: Option<AccountId>,
    /// Grows with each change, so that nobody overwrites what they have not seen.
    pub version: i32,
    /// When it was begun.
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
    /// Its place in the queue: when it was last sent, else when it was begun.
    pub queued_at: ChronoDateTimeUtc,
    /// When it was last sent.
    pub submitted_at: Option<ChronoDateTimeUtc>,
    /// When it was decided.
    pub decided_at: Option<ChronoDateTimeUtc>,
    /// By whom.
    pub decided_by: Option<AccountId>,
    /// What the decision did to the catalogue, an [`Undo`].
    pub undo: Option<Json>,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What must be known to take a decision back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Undo {
    /// The entry.
    pub(crate) entry: Uuid,
    /// Whether the decision made it.
    pub(crate) made: bool,
    /// What the entry said before; nothing if the decision made it.
    pub(crate) before: Fields,
    /// What it says since.
    pub(crate) after: Fields,
}

impl Model {
    /// What the entry is to say.
    pub fn proposed(&self) -> Fields {
        read(&self.fields)
    }

    /// What the entry said when the proposal was sent.
    pub fn seen(&self) -> Fields {
        read(&self.base)
    }

    /// What is needed to take the decision back, if it did something.
    pub(crate) fn undo(&self) -> Option<Undo> {
        serde_json::from_value(self.undo.clone()?).ok()
    }

    /// Whether editors have ever seen it.
    pub(crate) fn was_sent(&self) -> bool {
        self.submitted_at.is_some()
    }
}

/// Fields as a column keeps them.
pub(crate) fn json(fields: &Fields) -> Result<Json, Fault> {
    serde_json::to_value(fields).map_err(Fault::internal)
}

fn read(json: &Json) -> Fields {
    Fields::deserialize(json).unwrap_or_default()
}
