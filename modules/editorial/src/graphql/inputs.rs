//! What mutations of the desk are given.

use async_graphql::{Enum, ID, InputObject};
use chrono::{DateTime, Utc};

use super::{
    attachments::{NewFileInput, NewPictureInput},
    entry::KindOfEntry,
    fields::EntryFieldsInput,
    submission::SubmissionStatus,
};

/// Which proposals; all of it must be met.
#[derive(Debug, Default, InputObject)]
pub(crate) struct SubmissionFilter {
    /// In any of these states.
    pub(super) status: Option<Vec<SubmissionStatus>>,
    /// About this kind of entry.
    pub(super) kind: Option<KindOfEntry>,
    /// On behalf of this institution.
    pub(super) institution: Option<ID>,
    /// About this entry.
    pub(super) entry: Option<ID>,
    /// Which this editor takes care of, by the account's id.
    pub(super) assignee: Option<ID>,
    /// Which nobody takes care of.
    #[graphql(default)]
    pub(super) unassigned: bool,
    /// With these words in what they call the entry, its provider or address.
    pub(super) text: Option<String>,
    /// One's own only.
    #[graphql(default)]
    pub(super) mine: bool,
    /// What changed last first, instead of what waits longest.
    #[graphql(default)]
    pub(super) latest_first: bool,
}

/// A proposal to keep, and to send if that is wanted.
#[derive(Debug, InputObject)]
pub(crate) struct SubmissionSaveInput {
    /// The proposal that goes on; null for a new one.
    pub(super) id: Option<ID>,
    /// The version of it that the author saw.
    pub(super) version: Option<i32>,
    /// What kind of entry a new proposal is about; not needed if `entry` or `id` says so.
    pub(super) kind: Option<KindOfEntry>,
    /// The entry that a new proposal would change; null for a new entry.
    pub(super) entry: Option<ID>,
    /// The institution on whose behalf it is made.
    pub(super) institution: Option<ID>,
    /// What the entry is to say, all of it.
    pub(super) fields: EntryFieldsInput,
    /// What the author tells the editors.
    pub(super) note: Option<String>,
    /// Pictures to be uploaded with it; they come after those that `fields` names.
    #[graphql(default)]
    pub(super) new_pictures: Vec<NewPictureInput>,
    /// Files to be uploaded with it.
    #[graphql(default)]
    pub(super) new_files: Vec<NewFileInput>,
    /// Whether it is sent to the editors at once; then nothing is kept if it cannot be.
    #[graphql(default)]
    pub(super) submit: bool,
}

/// A proposal at the version that was looked at.
#[derive(Clone, Debug, InputObject)]
pub(crate) struct SubmissionVersionInput {
    /// The proposal.
    pub(super) id: ID,
    /// Its version; without, whatever it is now.
    pub(super) version: Option<i32>,
}

/// To whom a proposal is given.
#[derive(Debug, InputObject)]
pub(crate) struct SubmissionAssignInput {
    /// The proposal.
    pub(super) id: ID,
    /// Its version; without, whatever it is now.
    pub(super) version: Option<i32>,
    /// The editor's account; null for nobody.
    pub(super) assignee: Option<ID>,
}

/// A proposal that becomes what the catalogue says.
#[derive(Debug, InputObject)]
pub(crate) struct SubmissionApproveInput {
    /// The proposal.
    pub(super) id: ID,
    /// Its version; without, whatever it is now.
    pub(super) version: Option<i32>,
    /// What the entry is to say instead of what was proposed: all of it.
    pub(super) fields: Option<EntryFieldsInput>,
    /// Whether the proposal counts where the entry changed meanwhile; else that is refused, field by field.
    #[graphql(default)]
    pub(super) overwrite: bool,
}

/// A proposal that is sent back or rejected.
#[derive(Debug, InputObject)]
pub(crate) struct SubmissionReasonInput {
    /// The proposal.
    pub(super) id: ID,
    /// Its version; without, whatever it is now.
    pub(super) version: Option<i32>,
    /// Why; the author is told.
    pub(super) reason: String,
}

/// A proposal that goes into an entry that is there already.
#[derive(Debug, InputObject)]
pub(crate) struct SubmissionMergeInput {
    /// The proposal.
    pub(super) id: ID,
    /// Its version; without, whatever it is now.
    pub(super) version: Option<i32>,
    /// The entry.
    pub(super) into: ID,
    /// What the entry is to say: all of it. Without, what was proposed is put over what the entry says.
    pub(super) fields: Option<EntryFieldsInput>,
}

/// What is decided of many proposals at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub(crate) enum BulkDecision {
    /// They become what the catalogue says.
    Approve,
    /// They go back to their authors.
    SendBack,
    /// They are not taken.
    Reject,
}

/// Several proposals that are decided alike.
#[derive(Debug, InputObject)]
pub(crate) struct SubmissionsDecideInput {
    /// The proposals, at most 50.
    pub(super) submissions: Vec<SubmissionVersionInput>,
    /// What is decided.
    pub(super) decision: BulkDecision,
    /// Why; needed unless they are approved. The authors are told.
    pub(super) reason: Option<String>,
}

/// An entry that is published at once.
#[derive(Debug, InputObject)]
pub(crate) struct EntrySaveInput {
    /// The entry; null for a new one.
    pub(super) id: Option<ID>,
    /// What kind of entry a new one is.
    pub(super) kind: Option<KindOfEntry>,
    /// When the entry that was looked at had last changed: if it changed since, nothing is written.
    pub(super) updated_at: Option<DateTime<Utc>>,
    /// Pictures to be uploaded with it; they come after those that `fields` names.
    #[graphql(default)]
    pub(super) new_pictures: Vec<NewPictureInput>,
    /// Files to be uploaded with it.
    #[graphql(default)]
    pub(super) new_files: Vec<NewFileInput>,
    /// What it is to say, all of it.
    pub(super) fields: EntryFieldsInput,
    /// Why, for the history.
    pub(super) reason: Option<String>,
}

/// An activity that goes on in the term that follows.
#[derive(Debug, InputObject)]
pub(crate) struct EntryCopyInput {
    /// The activity.
    pub(super) id: ID,
    /// What the copy is to say, all of it; without, the same with its dates moved on.
    pub(super) fields: Option<EntryFieldsInput>,
}

/// An activity that is full, or no longer.
#[derive(Debug, InputObject)]
pub(crate) struct EntryMarkFullInput {
    /// The activity.
    pub(super) id: ID,
    /// Whether it is.
    #[graphql(default = true)]
    pub(super) full: bool,
}

/// An entry that is taken out of sight.
#[derive(Debug, InputObject)]
pub(crate) struct EntryArchiveInput {
    /// The entry.
    pub(super) id: ID,
    /// Why, for the history.
    pub(super) reason: Option<String>,
}

/// An entry.
#[derive(Debug, InputObject)]
pub(crate) struct EntryInput {
    /// The entry.
    pub(super) id: ID,
}

/// Several entries.
#[derive(Debug, InputObject)]
pub(crate) struct EntriesInput {
    /// The entries, at most 50.
    pub(super) ids: Vec<ID>,
}

/// An entry that is to say again what it said right after a change.
#[derive(Debug, InputObject)]
pub(crate) struct EntryRevertInput {
    /// The entry.
    pub(super) id: ID,
    /// The change, by its id in the entry's history.
    pub(super) revision: ID,
    /// Whether it is to say what it said before the change, not after it.
    #[graphql(default)]
    pub(super) before: bool,
}

/// A link of a reminder.
#[derive(Debug, InputObject)]
pub(crate) struct EntryConfirmByTokenInput {
    /// The link's token.
    pub(super) token: String,
}

/// A file of an institution's own activities.
#[derive(Debug, InputObject)]
pub(crate) struct EntriesImportInput {
    /// The institution.
    pub(super) institution: ID,
    /// The file's content: a table with a line of column names, comma or semicolon, UTF-8; at most 2 MiB.
    pub(super) csv: String,
    /// Whether nothing is written: to see what it would do.
    #[graphql(default = true)]
    pub(super) dry_run: bool,
}
