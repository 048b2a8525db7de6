//! Who may join forces, and keep calendars that events are read from.
//!
//! | who | may |
//! | --- | --- |
//! | manager of an organiser | invite others, answer those who ask, take invitations back, leave |
//! | manager of another institution | ask to join with it; answer an invitation to it; take the wish back |
//! | contributor, manager of any institution | write to the organisers on its behalf |
//! | manager of an institution | keep its calendars |
//! | editor, admin, operator | all of it; write on the city's behalf |
//!
//! A program with a token speaks for its organisation, and may do what its role may.

use kernel::{access::Role, scope::Actor};
use uuid::Uuid;

use crate::signups::policy::is_of;

/// Whether they decide for an event of these institutions whom it is organised with.
pub(crate) fn may_decide(actor: &Actor, owners: &[Uuid]) -> bool {
    is_of(actor, Role::Manager, owners)
}

/// Whether they decide for an institution what it joins and leaves.
pub(crate) fn may_join(actor: &Actor, institution: Uuid) -> bool {
    is_of(actor, Role::Manager, &[institution])
}

/// Whether they may write to organisers on behalf of an institution; of the city, if none.
pub(crate) fn may_write(actor: &Actor, institution: Option<Uuid>) -> bool {
    is_of(actor, Role::Contributor, institution.as_slice())
}

/// Whether they see the invitations of an event of these institutions, or to that one.
pub(crate) fn may_see(actor: &Actor, owners: &[Uuid], institution: Uuid) -> bool {
    is_of(actor, Role::Contributor, owners) || is_of(actor, Role::Contributor, &[institution])
}

/// Whether they keep the calendars from which an institution's events come.
pub(crate) fn may_keep_calendars(actor: &Actor, institution: Uuid) -> bool {
    is_of(actor, Role::Manager, &[institution])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signups::policy::tests::{HERE, THERE, allowed};

    #[test]
    fn rights() {
        let managing = ["manager", "editor", "admin", "operator", "manager's token", "editor's token", "system"];
        let elsewhere = ["elsewhere", "editor", "admin", "operator", "editor's token", "system"];
        let working = [
            "contributor",
            "manager",
            "editor",
            "admin",
            "operator",
            "manager's token",
            "contributor's token",
            "editor's token",
            "system",
        ];
        let editors = ["editor", "admin", "operator", "editor's token", "system"];
        let concerned = [
            "contributor",
            "manager",
            "elsewhere",
            "editor",
            "admin",
            "operator",
            "manager's token",
            "contributor's token",
            "editor's token",
            "system",
        ];
        let table: [(&str, &[&str], &dyn Fn(&Actor) -> bool); 8] = [
            ("decide here", &managing, &|actor| may_decide(actor, &[HERE])),
            ("decide on nobody's", &editors, &|actor| may_decide(actor, &[])),
            ("join with here", &managing, &|actor| may_join(actor, HERE)),
            ("join with there", &elsewhere, &|actor| may_join(actor, THERE)),
            ("write for here", &working, &|actor| may_write(actor, Some(HERE))),
            ("write for the city", &editors, &|actor| may_write(actor, None)),
            ("see an invitation from here to there", &concerned, &|actor| may_see(actor, &[HERE], THERE)),
            ("keep calendars", &managing, &|actor| may_keep_calendars(actor, HERE)),
        ];
        for (what, who, test) in table {
            assert_eq!(allowed(test), who, "{what}");
        }
    }
}
