//! Who may do what with promoted places.

use kernel::{access::Role, scope::Actor};

/// Whether they may sell places, and see what was sold and how it did: the city's editors.
pub(crate) fn may_manage(actor: &Actor) -> bool {
    actor.is_at_least(Role::Editor)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{
        access::{Grant, Person, Via},
        error::Code,
    };
    use uuid::Uuid;

    use super::*;

    #[test]
    fn editors_sell_and_nobody_else_does() {
        let party = Uuid::from_u128(1);
        let person = |role: Role| {
            let party = role.is_of_party().then_some(party);
            let grants = if role == Role::Citizen { Vec::new() } else { vec![Grant { role, party }] };
            Actor::Person(Arc::new(Person { account: Uuid::nil(), via: Via::Session(Uuid::nil()), grants }))
        };
        for (actor, refused) in [
            (Actor::Anonymous, Some(Code::Unauthenticated)),
            (person(Role::Citizen), Some(Code::Forbidden)),
            (person(Role::Contributor), Some(Code::Forbidden)),
            (person(Role::Manager), Some(Code::Forbidden)),
            (person(Role::Editor), None),
            (person(Role::Admin), None),
            (person(Role::Operator), None),
            (Actor::System, None),
        ] {
            assert_eq!(actor.require(may_manage(&actor)).err().map(|fault| fault.code), refused, "{actor:?}");
        }
    }
}
