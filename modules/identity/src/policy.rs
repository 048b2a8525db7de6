//! Who may do what about people. Pure functions; services ask them.
//!
//! | who | may |
//! | --- | --- |
//! | anybody signed in | keep their own profile, children, devices and tokens; give up a role; leave |
//! | manager of an institution | see, invite and remove its contributors and managers, and change which of the two they are; see and revoke its tokens |
//! | admin of a city | give and take every role but the operator's, other admins' among them: a city whose one admin is away must be able to have a second; see accounts, children (noted in the audit log) and the audit log |
//! | operator | what an admin may, and appoint operators |
//! | the system (commands, jobs) | all of it |
//!
//! Nobody gives a role to themselves, whatever they hold. An API token acts on the catalogue, never on people: what is
//! decided here takes a browser in which the person signed in, so that a token which leaks out of a partner's program
//! shows no child and makes no manager.

use kernel::{
    access::{Grant, Person, Role, Via},
    scope::Actor,
};
use uuid::Uuid;

/// What somebody may see of a child's profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// All of it: it is their child.
    Own,
    /// All of it, once that is noted in the audit log.
    Noted,
    /// Not even that it exists.
    Nothing,
}

/// Who signed in with a browser.
fn in_browser(actor: &Actor) -> Option<&Person> {
    actor.person().filter(|person| matches!(person.via, Via::Session(_)))
}

fn is_system(actor: &Actor) -> bool {
    *actor == Actor::System
}

fn is_at_least(actor: &Actor, role: Role) -> bool {
    is_system(actor) || in_browser(actor).is_some_and(|person| person.is_at_least(role))
}

/// Whether this is the account's own person, in a browser.
pub(crate) fn is_self(actor: &Actor, account: Uuid) -> bool {
    in_browser(actor).is_some_and(|person| person.account == account)
}

/// What an actor may see of a child of that account.
pub(crate) fn sight_of_child(actor: &Actor, guardian: Uuid) -> Sight {
    match in_browser(actor) {
        Some(person) if person.account == guardian => Sight::Own,
        _ if is_at_least(actor, Role::Admin) => Sight::Noted,
        _ => Sight::Nothing,
    }
}

/// Whether an actor may give or take that role, or invite to it. The role is one of the place: see [`fits`].
pub(crate) fn may_appoint(actor: &Actor, role: Role, party: Option<Uuid>) -> bool {
    if is_system(actor) {
        return true;
    }
    let Some(person) = in_browser(actor) else { return false };
    let manages = || party.is_some_and(|party| person.role_at(party).is_some_and(|held| held >= Role::Manager));
    person.is_at_least(Role::Operator)
        || (person.is_at_least(Role::Admin) && role <= Role::Admin)
        || (role.is_of_party() && manages())
}

/// Whether that role can be held there at all.
pub(crate) fn fits(role: Role, party: Option<Uuid>) -> bool {
    role != Role::Citizen && role.is_of_party() == party.is_some()
}

/// Whether an actor may see an institution's people, invitations and tokens.
pub(crate) fn may_see_members(actor: &Actor, party: Uuid) -> bool {
    may_appoint(actor, Role::Contributor, Some(party))
}

/// Whether an actor may see the accounts of the city, and its audit log.
pub(crate) fn may_see_people(actor: &Actor) -> bool {
    is_at_least(actor, Role::Admin)
}

/// Whether an actor may make a token for that account.
pub(crate) fn may_make_token(actor: &Actor, account: Uuid) -> bool {
    is_system(actor) || is_self(actor, account)
}

/// Whether an actor may see and revoke a token of that account at that institution.
pub(crate) fn may_revoke_token(actor: &Actor, account: Uuid, party: Option<Uuid>) -> bool {
    is_self(actor, account)
        || is_at_least(actor, Role::Admin)
        || party.is_some_and(|party| may_see_members(actor, party))
}

/// Whether an actor may read or erase all that is known of an account.
pub(crate) fn may_dispose_of(actor: &Actor, account: Uuid) -> bool {
    is_system(actor) || is_self(actor, account)
}

/// What is left of a token's grant, of what its account holds at this moment; nothing if it holds none of it.
pub(crate) fn left_of(token: Grant, held: &[Grant]) -> Option<Grant> {
    let city_wide = held.iter().filter(|grant| grant.party.is_none()).map(|grant| grant.role).max();
    let role = match token.party {
        // A citizen's token holds nothing, which everybody holds.
        None if token.role == Role::Citizen => Some(Role::Citizen),
        None => city_wide.filter(|role| *role >= Role::Editor),
        Some(_) => {
            let there = held.iter().filter(|grant| grant.party == token.party).map(|grant| grant.role).max();
            there.max(city_wide.filter(|role| *role >= Role::Editor))
        }
    };
    role.map(|role| Grant { role: role.min(token.role), party: token.party })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    const HERE: Uuid = Uuid::from_u128(1);
    const THERE: Uuid = Uuid::from_u128(2);
    const ME: Uuid = Uuid::from_u128(3);
    const OTHER: Uuid = Uuid::from_u128(4);

    type Test = Box<dyn Fn(&Actor) -> bool>;

    fn grant(role: Role) -> Grant {
        Grant { role, party: role.is_of_party().then_some(HERE) }
    }

    fn actors() -> Vec<(&'static str, Actor)> {
        let person = |role: Role, via| {
            let grants = if role == Role::Citizen { Vec::new() } else { vec![grant(role)] };
            Actor::Person(Arc::new(Person { account: ME, via, grants }))
        };
        let people = Role::ALL.map(|role| (role.as_str(), person(role, Via::Session(Uuid::nil()))));
        let others = [
            ("anonymous", Actor::Anonymous),
            ("admin's token", person(Role::Admin, Via::Token(Uuid::nil()))),
            ("system", Actor::System),
        ];
        people.into_iter().chain(others).collect()
    }

    /// The actors to whom it is allowed, by name.
    fn allowed(test: impl Fn(&Actor) -> bool) -> Vec<&'static str> {
        actors().into_iter().filter(|(_, actor)| test(actor)).map(|(name, _)| name).collect()
    }

    #[test]
    fn who_may_do_what() {
        let everybody = ["citizen", "contributor", "manager", "editor", "admin", "operator"];
        let with_system: Vec<_> = everybody.into_iter().chain(["system"]).collect();
        let admins = ["admin", "operator", "system"];
        let and_managers = ["manager", "admin", "operator", "system"];
        let none: [&str; 0] = [];
        let table: Vec<(&str, &[&str], Test)> = vec![
            ("own profile", &everybody, Box::new(|actor| is_self(actor, ME))),
            ("another's profile", &none, Box::new(|actor| is_self(actor, OTHER))),
            ("own child", &everybody, Box::new(|actor| sight_of_child(actor, ME) == Sight::Own)),
            ("another's child", &admins, Box::new(|actor| sight_of_child(actor, OTHER) == Sight::Noted)),
            ("another's child, unnoted", &none, Box::new(|actor| sight_of_child(actor, OTHER) == Sight::Own)),
            ("contributor", &and_managers, Box::new(|actor| may_appoint(actor, Role::Contributor, Some(HERE)))),
            ("manager", &and_managers, Box::new(|actor| may_appoint(actor, Role::Manager, Some(HERE)))),
            ("manager elsewhere", &admins, Box::new(|actor| may_appoint(actor, Role::Manager, Some(THERE)))),
            ("editor", &admins, Box::new(|actor| may_appoint(actor, Role::Editor, None))),
            ("admin", &admins, Box::new(|actor| may_appoint(actor, Role::Admin, None))),
            ("operator", &["operator", "system"], Box::new(|actor| may_appoint(actor, Role::Operator, None))),
            ("members", &and_managers, Box::new(|actor| may_see_members(actor, HERE))),
            ("members elsewhere", &admins, Box::new(|actor| may_see_members(actor, THERE))),
            ("people", &admins, Box::new(may_see_people)),
            ("own token", &with_system, Box::new(|actor| may_make_token(actor, ME))),
            ("another's token", &["system"], Box::new(|actor| may_make_token(actor, OTHER))),
            ("revoke own", &with_system, Box::new(|actor| may_revoke_token(actor, ME, None))),
            ("revoke here", &and_managers, Box::new(|actor| may_revoke_token(actor, OTHER, Some(HERE)))),
            ("revoke elsewhere", &admins, Box::new(|actor| may_revoke_token(actor, OTHER, Some(THERE)))),
            ("own archive", &with_system, Box::new(|actor| may_dispose_of(actor, ME))),
            ("another's archive", &["system"], Box::new(|actor| may_dispose_of(actor, OTHER))),
        ];
        for (what, who, test) in table {
            assert_eq!(allowed(test), who, "{what}");
        }
    }

    #[test]
    fn roles_have_their_place() {
        for role in Role::ALL {
            assert_eq!(fits(role, Some(HERE)), matches!(role, Role::Contributor | Role::Manager), "{role}");
            assert_eq!(fits(role, None), matches!(role, Role::Editor | Role::Admin | Role::Operator), "{role}");
        }
    }

    #[test]
    fn a_token_holds_what_it_was_given_and_its_account_still_holds() {
        let at = |role, party| Grant { role, party };
        let manager = [at(Role::Manager, Some(HERE))];
        let contributor = [at(Role::Contributor, Some(HERE))];
        let editor = [at(Role::Editor, None)];
        for (token, held, left) in [
            (at(Role::Contributor, Some(HERE)), &manager[..], Some(at(Role::Contributor, Some(HERE)))),
            (at(Role::Manager, Some(HERE)), &contributor, Some(at(Role::Contributor, Some(HERE)))),
            (at(Role::Manager, Some(THERE)), &manager, None),
            (at(Role::Manager, Some(THERE)), &editor, Some(at(Role::Manager, Some(THERE)))),
            (at(Role::Admin, None), &editor, Some(at(Role::Editor, None))),
            (at(Role::Editor, None), &manager, None),
            (at(Role::Editor, None), &[], None),
            (at(Role::Citizen, None), &[], Some(at(Role::Citizen, None))),
        ] {
            assert_eq!(left_of(token, held), left, "{token:?} of {held:?}");
        }
    }

    #[test]
    fn a_refusal_asks_strangers_to_sign_in() {
        use kernel::error::Code;
        let code = |actor: &Actor| actor.require(false).unwrap_err().code;
        assert_eq!(code(&Actor::Anonymous), Code::Unauthenticated);
        for (name, actor) in actors().into_iter().filter(|(name, _)| *name != "anonymous") {
            assert_eq!(code(&actor), Code::Forbidden, "{name}");
        }
    }
}
