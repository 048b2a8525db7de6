//! Where a question can stand, and what leads from one state to another.

use sea_orm::entity::prelude::*;

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
    /// Nobody has shown yet that the address is theirs; nobody sees it.
    Unconfirmed,
    /// An editor has yet to read it.
    Waiting,
    /// It is public.
    Published,
    /// An editor did not take it, and said why.
    Rejected,
    /// It asks what another asks, and stands behind that.
    Merged,
    /// Its asker took it back.
    Withdrawn,
}

/// What can be done with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub(crate) enum Act {
    /// Its asker shows that the address is theirs.
    Confirm,
    /// It becomes public.
    Publish,
    /// It is not taken.
    Reject,
    /// It is put behind another.
    Merge,
    /// The decision is taken back.
    Undo,
    /// It gets an answer, or another.
    Answer,
    /// Its asker takes it back.
    Withdraw,
}

/// The state that an act leads to; nothing if it is out of the question there.
pub(crate) fn after(state: State, act: Act) -> Option<State> {
    use State::{Merged, Published, Rejected, Unconfirmed, Waiting, Withdrawn};
    match (act, state) {
        (Act::Confirm, Unconfirmed) | (Act::Undo, Published | Rejected | Merged) => Some(Waiting),
        // What is public already may be published again: two editors agreed.
        (Act::Publish, Waiting | Published) | (Act::Answer, Published) => Some(Published),
        (Act::Reject, Waiting | Published) => Some(Rejected),
        (Act::Merge, Waiting | Published) => Some(Merged),
        (Act::Withdraw, Unconfirmed | Waiting | Published | Merged) => Some(Withdrawn),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable as _;

    use super::*;

    #[test]
    fn every_act_in_every_state() {
        use State::{Merged, Published, Rejected, Waiting, Withdrawn};
        // Columns: unconfirmed, waiting, published, rejected, merged, withdrawn.
        let table: [(Act, [Option<State>; 6]); 7] = [
            (Act::Confirm, [Some(Waiting), None, None, None, None, None]),
            (Act::Publish, [None, Some(Published), Some(Published), None, None, None]),
            (Act::Reject, [None, Some(Rejected), Some(Rejected), None, None, None]),
            (Act::Merge, [None, Some(Merged), Some(Merged), None, None, None]),
            (Act::Undo, [None, None, Some(Waiting), Some(Waiting), Some(Waiting), None]),
            (Act::Answer, [None, None, Some(Published), None, None, None]),
            (Act::Withdraw, [Some(Withdrawn), Some(Withdrawn), Some(Withdrawn), None, Some(Withdrawn), None]),
        ];
        assert_eq!(table.len(), Act::iter().count());
        for (act, row) in table {
            for (state, expected) in State::iter().zip(row) {
                assert_eq!(after(state, act), expected, "{act:?} of {state:?}");
            }
        }
    }
}
