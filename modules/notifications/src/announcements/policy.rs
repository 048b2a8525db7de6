//! Who may do what with announcements. Pure functions: the facts are looked up before.
//!
//! | who | may |
//! | --- | --- |
//! | anybody | read what was sent |
//! | manager of an institution | write for it to those who follow it or what is its own, and be the second person there |
//! | editor | write for the city and every institution to whomever, and be the second person |
//!
//! A program with a token acts with the token's role; a second person is a second account.

use identity::AccountId;
use kernel::{access::Role, scope::Actor};
use uuid::Uuid;

use super::announcement::Model;

/// Whether they may write on behalf of an institution; of none, for the city.
pub(crate) fn may_write(actor: &Actor, sender: Option<Uuid>) -> bool {
    actor.is_at_least(Role::Editor) || sender.is_some_and(|party| actor.is_at_least_at(Role::Manager, party))
}

/// Whether they may write to those who follow what belongs to these institutions, on behalf of that one.
pub(crate) fn may_address(actor: &Actor, sender: Option<Uuid>, owners: &[Uuid]) -> bool {
    let is_own = sender.is_some_and(|party| owners.contains(&party));
    may_write(actor, sender) && (actor.is_at_least(Role::Editor) || is_own)
}

/// Whether they may be the second person for what that account wrote: somebody else who could have sent it.
pub(crate) fn may_second(actor: &Actor, author: Option<AccountId>, sender: Option<Uuid>) -> bool {
    let account = actor.account();
    account.is_some() && account != author.map(|AccountId(id)| id) && may_write(actor, sender)
}

/// Whether they may see it: what was sent is everybody's.
pub(crate) fn may_see(actor: &Actor, row: &Model) -> bool {
    row.is_public() || may_write(actor, row.institution_id.map(|id| id.0))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{
        access::{Grant, Person, Via},
        error::Code,
    };

    use super::*;

    const SCHOOL: Uuid = Uuid::from_u128(1);
    const CLUB: Uuid = Uuid::from_u128(2);
    const ME: Uuid = Uuid::from_u128(10);
    const OTHER: AccountId = AccountId(Uuid::from_u128(11));

    fn actors() -> Vec<(&'static str, Actor)> {
        let person = |via: Via, role: Role, party: Option<Uuid>| {
            let grants = if role == Role::Citizen { Vec::new() } else { vec![Grant { role, party }] };
            Actor::Person(Arc::new(Person { account: ME, via, grants }))
        };
        let browser = |role: Role, party: Option<Uuid>| person(Via::Session(Uuid::nil()), role, party);
        vec![
            ("anonymous", Actor::Anonymous),
            ("citizen", browser(Role::Citizen, None)),
            ("contributor", browser(Role::Contributor, Some(SCHOOL))),
            ("manager", browser(Role::Manager, Some(SCHOOL))),
            ("outsider", browser(Role::Manager, Some(CLUB))),
            ("token", person(Via::Token(Uuid::nil()), Role::Manager, Some(SCHOOL))),
            ("editor", browser(Role::Editor, None)),
            ("admin", browser(Role::Admin, None)),
            ("operator", browser(Role::Operator, None)),
            ("system", Actor::System),
        ]
    }

    fn allowed(test: &dyn Fn(&Actor) -> bool) -> Vec<&'static str> {
        actors().into_iter().filter(|(_, actor)| test(actor)).map(|(name, _)| name).collect()
    }

    #[test]
    fn rights() {
        let editors = ["editor", "admin", "operator", "system"];
        let school = ["manager", "token", "editor", "admin", "operator", "system"];
        let table: [(&str, &[&str], &dyn Fn(&Actor) -> bool); 8] = [
            ("write for the school", &school, &|actor| may_write(actor, Some(SCHOOL))),
            ("write for the city", &editors, &|actor| may_write(actor, None)),
            ("to the school's followers", &school, &|actor| may_address(actor, Some(SCHOOL), &[SCHOOL])),
            ("to a joint event's followers", &school, &|actor| may_address(actor, Some(SCHOOL), &[CLUB, SCHOOL])),
            ("for the school to the club's", &editors, &|actor| may_address(actor, Some(SCHOOL), &[CLUB])),
            ("for the school to a district", &editors, &|actor| may_address(actor, Some(SCHOOL), &[])),
            ("be second", &school[..5], &|actor| may_second(actor, Some(OTHER), Some(SCHOOL))),
            ("be second to oneself", &[], &|actor| may_second(actor, Some(AccountId(ME)), Some(SCHOOL))),
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
