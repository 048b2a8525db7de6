//! Who sees the city's mail.

use kernel::{access::Role, scope::Actor};

/// The city's admins look after its mail.
pub(super) fn may_operate(actor: &Actor) -> bool {
    actor.is_at_least(Role::Admin)
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
    fn admins_look_after_mail_and_nobody_else_does() {
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
            (person(Role::Editor), Some(Code::Forbidden)),
            (person(Role::Admin), None),
            (person(Role::Operator), None),
            (Actor::System, None),
        ] {
            assert_eq!(actor.require(may_operate(&actor)).err().map(|fault| fault.code), refused, "{actor:?}");
        }
    }
}
