//! Who may do what with what people are told.
//!
//! | who | may |
//! | --- | --- |
//! | somebody in a browser | see what they were told and what waits; mark it as seen; say when they want to be told |
//! | whoever has a link of a mail | what its module says of links; nothing here |
//! | editors, admins, operators, programs | nothing more than anybody: what somebody is told is nobody else's concern |
//!
//! A program with a token speaks for an organisation, and is told nothing.

use kernel::{
    access::{Person, Via},
    error::{Fault, Result},
    scope::Actor,
};
use uuid::Uuid;

/// Who signed in with a browser.
fn in_browser(actor: &Actor) -> Option<&Person> {
    actor.person().filter(|person| matches!(person.via, Via::Session(_)))
}

/// Whether they may see what that account is told, and change it.
pub(crate) fn is_own(actor: &Actor, account: Option<Uuid>) -> bool {
    in_browser(actor).is_some_and(|person| Some(person.account) == account)
}

/// The account of who may have a centre, or the fault of those who may not.
pub(crate) fn account(actor: &Actor) -> Result<Uuid> {
    match (in_browser(actor), actor) {
        (Some(person), _) => Ok(person.account),
        (None, Actor::Anonymous) => Err(Fault::unauthenticated()),
        (None, _) => Err(Fault::forbidden()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{
        access::{Grant, Role},
        error::Code,
    };

    use super::*;

    const ME: Uuid = Uuid::from_u128(1);

    fn person(via: Via, role: Option<Role>) -> Actor {
        let grants = role.into_iter().map(|role| Grant { role, party: None }).collect();
        Actor::Person(Arc::new(Person { account: ME, via, grants }))
    }

    #[test]
    fn rights() {
        let browser = |role| person(Via::Session(Uuid::nil()), role);
        let token = |role| person(Via::Token(Uuid::nil()), role);
        for (name, actor, own, of_other, refused) in [
            ("anonymous", Actor::Anonymous, false, false, Some(Code::Unauthenticated)),
            ("citizen", browser(None), true, false, None),
            ("editor", browser(Some(Role::Editor)), true, false, None),
            ("admin", browser(Some(Role::Admin)), true, false, None),
            ("operator", browser(Some(Role::Operator)), true, false, None),
            ("token", token(None), false, false, Some(Code::Forbidden)),
            ("admin's token", token(Some(Role::Admin)), false, false, Some(Code::Forbidden)),
            ("system", Actor::System, false, false, Some(Code::Forbidden)),
        ] {
            assert_eq!(is_own(&actor, Some(ME)), own, "{name}: own");
            assert_eq!(is_own(&actor, Some(Uuid::from_u128(2))), of_other, "{name}: another's");
            assert!(!is_own(&actor, None), "{name}: of an address without account");
            assert_eq!(account(&actor).map_err(|fault| fault.code), refused.map_or(Ok(ME), Err), "{name}");
        }
    }
}
