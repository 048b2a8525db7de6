//! What the desk refuses and people can mend.

use kernel::refusal::{Kind, Problem};

/// What the desk refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A field of the entry is not as it should be; the message of the module that owns the field says how.
    Field(&'static str),
    /// Somebody else changed it meanwhile.
    Outdated,
    /// It is no longer, or not yet, in a state that allows this.
    WrongState,
    /// The proposal says what is published already.
    NothingChanged,
    /// The entry changed in the same field since the proposal was sent.
    Conflict,
    /// A reason is needed, and was not given.
    ReasonMissing,
    /// A text is too long.
    TooLong,
    /// The entry that was named is not there, or not of this kind.
    NoSuchEntry,
    /// The institution that was named is not there.
    NoSuchInstitution,
    /// The account that was named is no editor's.
    NoSuchEditor,
    /// There is no such change in the entry's history.
    NoSuchRevision,
    /// It is too late to take the decision back.
    UndoTooLate,
    /// The entry changed since the decision.
    UndoChangedSince,
    /// An institution that was made cannot be taken away again.
    UndoImpossible,
    /// The link is not one of ours, or too old.
    TokenInvalid,
    /// Too many at once.
    TooMany,
    /// It cannot be done with this kind of entry.
    NotForThisKind,
    /// The file cannot be read as a table.
    FileUnreadable,
    /// The file is too large.
    FileTooLarge,
    /// It is not there, or for others to decide.
    NotYours,
}

impl Refusal {
    /// All but those of fields, which have messages of their own.
    pub const ALL: [Self; 19] = [
        Self::Outdated,
        Self::WrongState,
        Self::NothingChanged,
        Self::Conflict,
        Self::ReasonMissing,
        Self::TooLong,
        Self::NoSuchEntry,
        Self::NoSuchInstitution,
        Self::NoSuchEditor,
        Self::NoSuchRevision,
        Self::UndoTooLate,
        Self::UndoChangedSince,
        Self::UndoImpossible,
        Self::TokenInvalid,
        Self::TooMany,
        Self::NotForThisKind,
        Self::FileUnreadable,
        Self::FileTooLarge,
        Self::NotYours,
    ];

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Field(key) => (key, "FIELD_INVALID"),
            Self::Outdated => ("refusal-desk-outdated", "OUTDATED"),
            Self::WrongState => ("refusal-desk-wrong-state", "WRONG_STATE"),
            Self::NothingChanged => ("refusal-desk-nothing-changed", "NOTHING_CHANGED"),
            Self::Conflict => ("refusal-desk-conflict", "CONFLICT"),
            Self::ReasonMissing => ("refusal-desk-reason-missing", "REASON_MISSING"),
            Self::TooLong => ("refusal-desk-too-long", "TOO_LONG"),
            Self::NoSuchEntry => ("refusal-desk-no-such-entry", "NO_SUCH_ENTRY"),
            Self::NoSuchInstitution => ("refusal-desk-no-such-institution", "NO_SUCH_INSTITUTION"),
            Self::NoSuchEditor => ("refusal-desk-no-such-editor", "NO_SUCH_EDITOR"),
            Self::NoSuchRevision => ("refusal-desk-no-such-revision", "NO_SUCH_REVISION"),
            Self::UndoTooLate => ("refusal-desk-undo-too-late", "UNDO_TOO_LATE"),
            Self::UndoChangedSince => ("refusal-desk-undo-changed-since", "UNDO_CHANGED_SINCE"),
            Self::UndoImpossible => ("refusal-desk-undo-impossible", "UNDO_IMPOSSIBLE"),
            Self::TokenInvalid => ("refusal-desk-token-invalid", "TOKEN_INVALID"),
            Self::TooMany => ("refusal-desk-too-many", "TOO_MANY"),
            Self::NotForThisKind => ("refusal-desk-not-for-this-kind", "NOT_FOR_THIS_KIND"),
            Self::FileUnreadable => ("refusal-desk-file-unreadable", "FILE_UNREADABLE"),
            Self::FileTooLarge => ("refusal-desk-file-too-large", "FILE_TOO_LARGE"),
            Self::NotYours => ("refusal-desk-not-yours", "NOT_YOURS"),
        }
    }
}

impl Kind for Refusal {
    fn key(self) -> &'static str {
        self.names().0
    }

    fn code(self) -> &'static str {
        self.names().1
    }
}

/// A problem that another module found in a field, as the desk tells it.
pub(crate) fn of_field<K: Kind>(problem: Problem<K>) -> Problem<Refusal> {
    Problem { kind: Refusal::Field(problem.kind.key()), field: problem.field, args: problem.args }
}
