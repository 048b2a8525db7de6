//! Who may do what with sign-ups.
//!
//! | who | may |
//! | --- | --- |
//! | somebody in a browser | sign up, keep events; see and cancel their own |
//! | contributor, manager of an organiser | see who signed up, which is noted |
//! | manager of an organiser | take somebody off |
//! | editor, admin, operator | both |
//!
//! A program with a token speaks for an organisation: it may see its participants, but signs nobody up.

use kernel::{
    access::{Person, Role, Via},
    scope::Actor,
};
use uuid::Uuid;

/// Who signed in with a browser.
pub(crate) fn in_browser(actor: &Actor) -> Option<&Person> {
    actor.person().filter(|person| matches!(person.via, Via::Session(_)))
}

/// Whether it is their own.
pub(crate) fn is_own(actor: &Actor, account: Uuid) -> bool {
    in_browser(actor).is_some_and(|person| person.account == account)
}

/// Whether they may see who signed up for an event of these institutions.
pub(crate) fn may_see(actor: &Actor, owners: &[Uuid]) -> bool {
    is_of(actor, Role::Contributor, owners)
}

/// Whether they may take somebody off an event of these institutions.
pub(crate) fn may_remove(actor: &Actor, owners: &[Uuid]) -> bool {
    is_of(actor, Role::Manager, owners)
}

/// Whether they hold that role or a greater one at one of these, or answer for the whole city. What is nobody's is the
/// editors'.
pub(crate) fn is_of(actor: &Actor, role: Role, owners: &[Uuid]) -> bool {
    actor.is_at_least(Role::Editor) || owners.iter().any(|owner| actor.is_at_least_at(role, *owner))
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Arc;

    use kernel::{access::Grant, error::Code};

    use super::*;

    pub(crate) const HERE: Uuid = Uuid::from_u128(1);
    pub(crate) const THERE: Uuid = Uuid::from_u128(2);
    const ME: Uuid = Uuid::from_u128(10);
    const OTHER: Uuid = Uuid::from_u128(11);

    /// Everybody there is, by what they are at the institution `HERE`.
    pub(crate) fn actors() -> Vec<(&'static str, Actor)> {
        let person = |via: Via, grants: &[(Role, Option<Uuid>)]| {
            let grants = grants.iter().map(|(role, party)| Grant { role: *role, party: *party }).collect();
            Actor::Person(Arc::new(Person { account: ME, via, grants }))
        };
        let browser = |grants: &[(Role, Option<Uuid>)]| person(Via::Session(Uuid::nil()), grants);
        let token = |grants: &[(Role, Option<Uuid>)]| person(Via::Token(Uuid::nil()), grants);
        vec![
            ("anonymous", Actor::Anonymous),
            ("citizen", browser(&[])),
            ("contributor", browser(&[(Role::Contributor, Some(HERE))])),
            ("manager", browser(&[(Role::Manager, Some(HERE))])),
            ("elsewhere", browser(&[(Role::Manager, Some(THERE))])),
            ("editor", browser(&[(Role::Editor, None)])),
            ("admin", browser(&[(Role::Admin, None)])),
            ("operator", browser(&[(Role::Operator, None)])),
            ("manager's token", token(&[(Role::Manager, Some(HERE))])),
            ("contributor's token", token(&[(Role::Contributor, Some(HERE))])),
            ("editor's token", token(&[(Role::Editor, None)])),
            ("system", Actor::System),
        ]
    }

    pub(crate) fn allowed(test: &dyn Fn(&Actor) -> bool) -> Vec<&'static str> {
        actors().into_iter().filter(|(_, actor)| test(actor)).map(|(name, _)| name).collect()
    }

    #[test]
    fn rights() {
        let browsers = ["citizen", "contributor", "manager", "elsewhere", "editor", "admin", "operator"];
        let seeing = [
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
        let removing = ["manager", "editor", "admin", "operator", "manager's token", "editor's token", "system"];
        let editors = ["editor", "admin", "operator", "editor's token", "system"];
        let joint =
            ["manager", "elsewhere", "editor", "admin", "operator", "manager's token", "editor's token", "system"];
        let table: [(&str, &[&str], &dyn Fn(&Actor) -> bool); 9] = [
            ("sign up", &browsers, &|actor| in_browser(actor).is_some()),
            ("cancel own", &browsers, &|actor| is_own(actor, ME)),
            ("cancel another's as one's own", &[], &|actor| is_own(actor, OTHER)),
            ("see here", &seeing, &|actor| may_see(actor, &[HERE])),
            ("see nobody's", &editors, &|actor| may_see(actor, &[])),
            ("remove here", &removing, &|actor| may_remove(actor, &[HERE])),
            ("remove from a joint one", &joint, &|actor| may_remove(actor, &[HERE, THERE])),
            ("remove elsewhere", &["elsewhere", "editor", "admin", "operator", "editor's token", "system"], &|actor| {
                may_remove(actor, &[THERE])
            }),
            ("remove from nobody's", &editors, &|actor| may_remove(actor, &[])),
        ];
        for (what, who, test) in table {
            assert_eq!(allowed(test), who, "{what}");
        }
    }

    #[test]
    fn a_refusal_asks_strangers_to_sign_in() {
        for (name, actor) in actors() {
            let expected = if name == "anonymous" { Code::Unauthenticated } else { Code::Forbidden };
            assert_eq!(actor.require(false).unwrap_err().code, expected, "{name}");
            assert!(actor.require(true).is_ok(), "{name}");
        }
    }
}
