//! What mutations of the desk answer.

use async_graphql::{ID, SimpleObject};
use kernel::{
    error::Result,
    graphql::payload::{UserError, split},
    payload,
    refusal::Outcome,
    scope::Scope,
};

use super::{entry::Entry, import::ImportReport, submission::Submission};
use crate::{
    refusal::Refusal,
    submission::{Model, SubmissionId},
};

payload! {
    /// What became of a proposal that was kept.
    SubmissionSavePayload, SubmissionSaveErrorCode { submission: Submission } {
        FieldInvalid, TooLong, TooMany, Outdated, WrongState, NoSuchEntry, NoSuchInstitution, NothingChanged,
    }
}

payload! {
    /// What became of a proposal that was sent.
    SubmissionSubmitPayload, SubmissionSubmitErrorCode { submission: Submission } {
        FieldInvalid, Outdated, WrongState, NoSuchEntry, NothingChanged,
    }
}

payload! {
    /// What became of a proposal that was taken back.
    SubmissionWithdrawPayload, SubmissionWithdrawErrorCode { submission: Submission } { Outdated, WrongState }
}

payload! {
    /// What became of a proposal that was given to somebody.
    SubmissionAssignPayload, SubmissionAssignErrorCode { submission: Submission } { Outdated, WrongState, NoSuchEditor }
}

payload! {
    /// What became of a proposal that was approved.
    SubmissionApprovePayload, SubmissionApproveErrorCode { submission: Submission } {
        FieldInvalid, TooLong, Outdated, WrongState, NoSuchEntry, Conflict,
    }
}

payload! {
    /// What became of a proposal that was sent back.
    SubmissionSendBackPayload, SubmissionSendBackErrorCode { submission: Submission } {
        Outdated, WrongState, ReasonMissing, TooLong,
    }
}

payload! {
    /// What became of a proposal that was rejected.
    SubmissionRejectPayload, SubmissionRejectErrorCode { submission: Submission } {
        Outdated, WrongState, ReasonMissing, TooLong,
    }
}

payload! {
    /// What became of a proposal that was merged.
    SubmissionMergePayload, SubmissionMergeErrorCode { submission: Submission } {
        FieldInvalid, TooLong, Outdated, WrongState, NoSuchEntry,
    }
}

payload! {
    /// What became of a decision that was taken back.
    SubmissionUndoPayload, SubmissionUndoErrorCode { submission: Submission } {
        FieldInvalid, Outdated, WrongState, UndoTooLate, UndoChangedSince, UndoImpossible,
    }
}

payload! {
    /// What became of several proposals.
    SubmissionsDecidePayload, SubmissionsDecideErrorCode { results: Vec<BulkResult> } {
        TooMany, ReasonMissing, TooLong,
    }
}

/// What can be wrong with one of several proposals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub(crate) enum BulkResultErrorCode {
    /// See the message; a field of the entry.
    FieldInvalid,
    /// Somebody changed it meanwhile.
    Outdated,
    /// It does not wait.
    WrongState,
    /// The entry that it is about is gone.
    NoSuchEntry,
    /// The entry changed in the same field.
    Conflict,
    /// It is not there, or for others to decide.
    NotYours,
}

/// What became of one of several proposals.
#[derive(SimpleObject)]
pub(crate) struct BulkResult {
    /// The proposal's id.
    id: ID,
    /// The proposal as it is since; null if there are errors.
    submission: Option<Submission>,
    /// Why it was left as it was; empty if it is done.
    errors: Vec<UserError<BulkResultErrorCode>>,
}

impl BulkResult {
    pub(super) fn of(scope: &Scope, id: SubmissionId, outcome: Outcome<Model, Refusal>) -> Result<Self> {
        let (row, errors) = split(scope, outcome)?;
        let submission = row.map(|row| Submission::of(scope, row));
        Ok(Self { id: id.global().into(), submission, errors })
    }
}

payload! {
    /// What became of an entry that was published.
    EntrySavePayload, EntrySaveErrorCode { entry: Entry } { FieldInvalid, TooLong, TooMany, Outdated }
}

payload! {
    /// The copy of an activity.
    EntryCopyPayload, EntryCopyErrorCode { entry: Entry } { FieldInvalid, TooLong, NotForThisKind }
}

payload! {
    /// What became of an activity that is full, or no longer.
    EntryMarkFullPayload, EntryMarkFullErrorCode { entry: Entry } { NotForThisKind }
}

payload! {
    /// What became of an entry that was taken out of sight.
    EntryArchivePayload, EntryArchiveErrorCode { entry: Entry } { NotForThisKind, TooLong }
}

payload! {
    /// What became of an entry that is shown again.
    EntryRestorePayload, EntryRestoreErrorCode { entry: Entry } { NotForThisKind }
}

payload! {
    /// What became of an entry that was confirmed.
    EntryConfirmPayload, EntryConfirmErrorCode { entry: Entry } { NotForThisKind }
}

payload! {
    /// What became of several entries that were confirmed: of all, or of none.
    EntriesConfirmPayload, EntriesConfirmErrorCode { confirmed_ids: Vec<ID> } { NotForThisKind, TooMany }
}

payload! {
    /// What became of an entry that was confirmed by a reminder's link.
    EntryConfirmByTokenPayload, EntryConfirmByTokenErrorCode { entry: Entry } { TokenInvalid }
}

payload! {
    /// What became of an entry that says again what it said before.
    EntryRevertPayload, EntryRevertErrorCode { entry: Entry } { FieldInvalid, NoSuchRevision }
}

payload! {
    /// What an import did, or would do.
    EntriesImportPayload, EntriesImportErrorCode { report: ImportReport } {
        NoSuchInstitution, FileUnreadable, FileTooLarge,
    }
}
