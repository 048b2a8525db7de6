//! Who may see how events of the whole town overlap. Pure functions: the facts are looked up before. Who may write events
//! is the desk's to decide; rights of those who sign up and join forces are beside them.

use kernel::{access::Role, scope::Actor};

/// Whether they may see which events of different institutions overlap: editors.
pub(crate) fn may_see_overlaps(actor: &Actor) -> bool {
    actor.is_at_least(Role::Editor)
}

#[cfg(test)]
mod tests {
    use crate::signups::policy::tests::allowed;

    #[test]
    fn rights() {
        assert_eq!(allowed(&super::may_see_overlaps), ["editor", "admin", "operator", "editor's token", "system"]);
    }
}
