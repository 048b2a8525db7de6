//! Where a proposal can stand, and what leads from one state to another.

use sea_orm::{DeriveActiveEnum, EnumIter, prelude::*};

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    /// Its author is still writing; nobody else sees it.
    Draft,
    /// The editors are to decide.
    Waiting,
    /// The author is to mend something.
    SentBack,
    /// It is what the catalogue says.
    Approved,
    /// It was not taken.
    Rejected,
    /// It was put into an entry that was there already.
    Merged,
    /// Its author took it back.
    Withdrawn,
}

/// What can be done with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Act {
    /// Its author writes.
    Save,
    /// Its author sends it.
    Submit,
    /// Its author takes it back.
    Withdraw,
    /// An editor takes care of it, or gives it to another.
    Assign,
    /// It becomes what the catalogue says.
    Approve,
    /// It goes back to its author.
    SendBack,
    /// It is not taken.
    Reject,
    /// It goes into another entry.
    Merge,
    /// The decision is taken back.
    Undo,
}

/// The state that an act leads to; nothing if it is out of the question there.
pub(crate) fn after(status: Status, act: Act) -> Option<Status> {
    use Status::{Approved, Draft, Merged, Rejected, SentBack, Waiting, Withdrawn};
    match (act, status) {
        (Act::Save, Draft | Withdrawn) => Some(Draft),
        // What waits is as the editors see it: who wants to change it takes it back first.
        (Act::Save, SentBack) | (Act::SendBack, Waiting) => Some(SentBack),
        (Act::Submit, Draft | SentBack)
        | (Act::Assign, Waiting)
        | (Act::Undo, Approved | Rejected | Merged | SentBack) => Some(Waiting),
        (Act::Withdraw, Draft | Waiting | SentBack) => Some(Withdrawn),
        (Act::Approve, Waiting) => Some(Approved),
        (Act::Reject, Waiting) => Some(Rejected),
        (Act::Merge, Waiting) => Some(Merged),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable as _;

    use super::*;

    #[test]
    fn every_act_in_every_state() {
        use Status::{Approved, Draft, Merged, Rejected, SentBack, Waiting, Withdrawn};
        // Columns: draft, waiting, sent back, approved, rejected, merged, withdrawn.
        let table: [(Act, [Option<Status>; 7]); 9] = [
            (Act::Save, [Some(Draft), None, Some(SentBack), None, None, None, Some(Draft)]),
            (Act::Submit, [Some(Waiting), None, Some(Waiting), None, None, None, None]),
            (Act::Withdraw, [Some(Withdrawn), Some(Withdrawn), Some(Withdrawn), None, None, None, None]),
            (Act::Assign, [None, Some(Waiting), None, None, None, None, None]),
            (Act::Approve, [None, Some(Approved), None, None, None, None, None]),
            (Act::SendBack, [None, Some(SentBack), None, None, None, None, None]),
            (Act::Reject, [None, Some(Rejected), None, None, None, None, None]),
            (Act::Merge, [None, Some(Merged), None, None, None, None, None]),
            (Act::Undo, [None, None, Some(Waiting), Some(Waiting), Some(Waiting), Some(Waiting), None]),
        ];
        assert_eq!(table.len(), Act::iter().count());
        for (act, row) in table {
            for (status, expected) in Status::iter().zip(row) {
                assert_eq!(after(status, act), expected, "{act:?} of {status:?}");
            }
        }
    }
}
