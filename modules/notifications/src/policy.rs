//! Who may do what with subscriptions.
//!
//! | who | may |
//! | --- | --- |
//! | anybody | see what a search would have told; ask by mail for an address to be told; what a signed link in a mail is for |
//! | somebody in a browser | keep subscriptions of their own, see and change these |
//! | the system | compile and tell all of them |
//!
//! A program with a token speaks for an organisation, and nobody writes mail to an organisation's program: it has no
//! subscriptions. Nobody else sees what somebody wants to be told, editors and admins neither.

use identity::AccountId;
use kernel::{
    access::{Person, Via},
    error::{Fault, Result},
    scope::Actor,
};

/// Who signed in with a browser.
pub(crate) fn in_browser(actor: &Actor) -> Option<&Person> {
    actor.person().filter(|person| matches!(person.via, Via::Session(_)))
}

/// Whether they may have subscriptions.
pub(crate) fn may_subscribe(actor: &Actor) -> bool {
    in_browser(actor).is_some()
}

/// The account of who acts; a fault for those who may have no subscriptions.
pub(crate) fn subscriber(actor: &Actor) -> Result<AccountId> {
    let person = in_browser(actor).filter(|_| may_subscribe(actor));
    match (person, actor) {
        (Some(person), _) => Ok(AccountId(person.account)),
        (None, Actor::Anonymous) => Err(Fault::unauthenticated()),
        (None, Actor::Person(_) | Actor::System) => Err(Fault::forbidden()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{
        access::{Grant, Role},
        error::Code,
    };
    use uuid::Uuid;

    use super::*;

    const ME: Uuid = Uuid::from_u128(10);

    fn actors() -> Vec<(&'static str, Actor)> {
        let person = |via: Via, grants: &[(Role, Option<Uuid>)]| {
            let grants = grants.iter().map(|(role, party)| Grant { role: *role, party: *party }).collect();
            Actor::Person(Arc::new(Person { account: ME, via, grants }))
        };
        let (browser, token) = (Via::Session(Uuid::nil()), Via::Token(Uuid::nil()));
        vec![
            ("anonymous", Actor::Anonymous),
            ("citizen", person(browser, &[])),
            ("manager", person(browser, &[(Role::Manager, Some(Uuid::from_u128(1)))])),
            ("editor", person(browser, &[(Role::Editor, None)])),
            ("admin", person(browser, &[(Role::Admin, None)])),
            ("operator", person(browser, &[(Role::Operator, None)])),
            ("manager's token", person(token, &[(Role::Manager, Some(Uuid::from_u128(1)))])),
            ("admin's token", person(token, &[(Role::Admin, None)])),
            ("system", Actor::System),
        ]
    }

    #[test]
    fn rights() {
        let browsers = ["citizen", "manager", "editor", "admin", "operator"];
        let allowed = actors().into_iter().filter(|(_, actor)| may_subscribe(actor)).map(|(name, _)| name);
        assert_eq!(allowed.collect::<Vec<_>>(), browsers);
    }

    #[test]
    fn strangers_are_asked_to_sign_in() {
        for (name, actor) in actors() {
            let expected = match name {
                "anonymous" => Some(Code::Unauthenticated),
                "manager's token" | "admin's token" | "system" => Some(Code::Forbidden),
                _ => None,
            };
            assert_eq!(subscriber(&actor).err().map(|fault| fault.code), expected, "{name}");
        }
    }
}
