//! Who may do what with articles. The desk decides who writes them; these are the rest. Pure functions.

use kernel::{access::Role, scope::Actor};

/// Whether what they pin stands first on the city's pages too: editors'. An institution's own people pin on its pages.
pub fn pins_in_city(actor: &Actor) -> bool {
    actor.is_at_least(Role::Editor)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::access::{Grant, Person, Via};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn who_pins_where() {
        let person = |role: Role, party: Option<u128>| {
            let grants = vec![Grant { role, party: party.map(Uuid::from_u128) }];
            Actor::Person(Arc::new(Person { account: Uuid::nil(), via: Via::Session(Uuid::nil()), grants }))
        };
        for (who, actor, in_city) in [
            ("anonymous", Actor::Anonymous, false),
            ("citizen", person(Role::Citizen, None), false),
            ("contributor", person(Role::Contributor, Some(1)), false),
            ("manager", person(Role::Manager, Some(1)), false),
            ("editor", person(Role::Editor, None), true),
            ("admin", person(Role::Admin, None), true),
            ("operator", person(Role::Operator, None), true),
            ("system", Actor::System, true),
        ] {
            assert_eq!(pins_in_city(&actor), in_city, "{who}");
        }
    }
}
