//! Who may keep which activities. Pure functions: the facts are looked up before.

use directory::InstitutionId;
use kernel::{access::Role, scope::Actor};

/// Whether they may write the activities of that institution without asking, as from a file: its managers, and editors.
/// What no institution offers is the editors'.
pub fn may_keep(actor: &Actor, institution: Option<InstitutionId>) -> bool {
    match institution {
        Some(institution) => actor.is_at_least_at(Role::Manager, institution.0),
        None => actor.is_at_least(Role::Editor),
    }
}

/// Whether they may see what is not published of that institution, as in a file of all its activities: its people, and
/// editors.
pub fn may_see_all(actor: &Actor, institution: Option<InstitutionId>) -> bool {
    match institution {
        Some(institution) => actor.is_at_least_at(Role::Contributor, institution.0),
        None => actor.is_at_least(Role::Editor),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::access::{Grant, Person, Via};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn every_role_and_every_right() {
        let (here, there) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let person = |role: Role, party| {
            let grants = vec![Grant { role, party }];
            Actor::Person(Arc::new(Person { account: Uuid::nil(), via: Via::Session(Uuid::nil()), grants }))
        };
        let ours = Some(InstitutionId(here));
        // (who, keeps ours, sees ours, keeps and sees what is nobody's)
        for (who, actor, keeps, sees, keeps_free) in [
            ("anonymous", Actor::Anonymous, false, false, false),
            ("citizen", person(Role::Citizen, None), false, false, false),
            ("contributor here", person(Role::Contributor, Some(here)), false, true, false),
            ("contributor there", person(Role::Contributor, Some(there)), false, false, false),
            ("manager here", person(Role::Manager, Some(here)), true, true, false),
            ("manager there", person(Role::Manager, Some(there)), false, false, false),
            ("editor", person(Role::Editor, None), true, true, true),
            ("admin", person(Role::Admin, None), true, true, true),
            ("operator", person(Role::Operator, None), true, true, true),
            ("system", Actor::System, true, true, true),
        ] {
            assert_eq!(
                [may_keep(&actor, ours), may_see_all(&actor, ours), may_keep(&actor, None), may_see_all(&actor, None)],
                [keeps, sees, keeps_free, keeps_free],
                "{who}"
            );
        }
    }
}
