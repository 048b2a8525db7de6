//! Who may do what with alerts. Pure functions: the facts are looked up before.
//!
//! | who | may |
//! | --- | --- |
//! | anybody | read what is issued, meant and has begun |
//! | contributor, manager of an institution | see its exercises, and what waits or was rejected |
//! | manager of an institution | send what is not severe, change it and call it off |
//! | manager of an institution with the right to alert | the same with what is severe; what is extreme, once somebody else who may says so |
//! | editor | all of this for every institution and for the city |
//! | admin | grant the right to alert, and take it back |
//!
//! A program with a token acts with the token's role; a second person is a second account.

use std::collections::HashSet;

use identity::AccountId;
use kernel::{access::Role, scope::Actor};
use uuid::Uuid;

use crate::{
    alert::{Decision, Model},
    codes::Severity,
};

/// Institutions with the right to send severe alerts.
pub(crate) type Rights = HashSet<Uuid>;

/// Whether they may send alerts of that severity on behalf of an institution; of none, for the city.
pub(crate) fn may_issue(actor: &Actor, party: Option<Uuid>, severity: Severity, rights: &Rights) -> bool {
    let is_trusted = |party: Uuid| severity < Severity::Severe || rights.contains(&party);
    actor.is_at_least(Role::Editor)
        || party.is_some_and(|party| is_trusted(party) && actor.is_at_least_at(Role::Manager, party))
}

/// Whether they may send severe alerts on anybody's behalf.
pub(crate) fn may_alert(actor: &Actor, rights: &Rights) -> bool {
    let trusted = |person: &kernel::access::Person| person.parties(Role::Manager).any(|party| rights.contains(&party));
    actor.is_at_least(Role::Editor) || actor.person().is_some_and(trusted)
}

/// Whether they may be the second person for what that account wrote: somebody else.
pub(crate) fn may_second(actor: &Actor, author: Option<AccountId>, rights: &Rights) -> bool {
    let account = actor.account();
    account.is_some() && account != author.map(|author| author.0) && may_alert(actor, rights)
}

/// Whether they may take back what waits: its author, those who could have sent it, and those who decide.
pub(crate) fn may_reject(actor: &Actor, row: &Model, rights: &Rights) -> bool {
    is_author(actor, row) || may_alert(actor, rights) || may_issue(actor, party(row), row.severity, rights)
}

/// Whether they belong to those whose message it is: they see its exercises, drafts and people.
pub(crate) fn is_own(actor: &Actor, row: &Model) -> bool {
    let is_there = party(row).is_some_and(|party| actor.is_at_least_at(Role::Contributor, party));
    is_author(actor, row) || is_there || actor.is_at_least(Role::Editor)
}

/// Whether they may see a message that is not everybody's.
pub(crate) fn may_see(actor: &Actor, row: &Model, rights: &Rights) -> bool {
    is_own(actor, row) || (row.decision == Decision::Waiting && may_alert(actor, rights))
}

/// Whether they may grant the right to alert, and take it back.
pub(crate) fn may_grant(actor: &Actor) -> bool {
    actor.is_at_least(Role::Admin)
}

/// Whether they may see who has the right to alert, since when and by whom.
pub(crate) fn may_see_rights(actor: &Actor) -> bool {
    actor.is_at_least(Role::Editor)
}

fn is_author(actor: &Actor, row: &Model) -> bool {
    actor.account().is_some_and(|account| row.account_id == Some(AccountId(account)))
}

fn party(row: &Model) -> Option<Uuid> {
    row.institution_id.map(|id| id.0)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use directory::InstitutionId;
    use kernel::{
        access::{Grant, Person, Via},
        error::Code,
    };

    use super::*;
    use crate::support::alert;

    /// An institution with the right to alert, and one without.
    const POLICE: Uuid = Uuid::from_u128(1);
    const SCHOOL: Uuid = Uuid::from_u128(2);
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
            ("school's contributor", browser(Role::Contributor, Some(SCHOOL))),
            ("school's manager", browser(Role::Manager, Some(SCHOOL))),
            ("police's contributor", browser(Role::Contributor, Some(POLICE))),
            ("police's manager", browser(Role::Manager, Some(POLICE))),
            ("police's token", person(Via::Token(Uuid::nil()), Role::Manager, Some(POLICE))),
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
        let rights: Rights = [POLICE].into();
        let editors = ["editor", "admin", "operator", "system"];
        let with = |others: &[&'static str]| [others, &editors[..]].concat();
        let police = with(&["police's manager", "police's token"]);
        let at_school = with(&["school's manager"]);
        let seconds: Vec<_> = police.iter().copied().filter(|who| *who != "system").collect();
        let of = |party, author| Model {
            institution_id: Some(InstitutionId(party)),
            account_id: Some(author),
            decision: Decision::Waiting,
            severity: Severity::Extreme,
            ..alert()
        };
        let (schools, polices) = (of(SCHOOL, OTHER), of(POLICE, OTHER));
        let mine = of(SCHOOL, AccountId(ME));
        let exercise = Model { decision: Decision::NotNeeded, ..of(SCHOOL, OTHER) };
        let may = |actor: &Actor, party, severity| may_issue(actor, party, severity, &rights);
        let people: Vec<_> = actors().into_iter().map(|(name, _)| name).filter(|who| *who != "anonymous").collect();
        let table: [(&str, &[&str], &dyn Fn(&Actor) -> bool); 16] = [
            ("moderate of a school", &at_school, &|actor| may(actor, Some(SCHOOL), Severity::Moderate)),
            ("minor of the police", &police, &|actor| may(actor, Some(POLICE), Severity::Minor)),
            ("unknown of a school", &at_school, &|actor| may(actor, Some(SCHOOL), Severity::Unknown)),
            ("severe of a school", &editors, &|actor| may(actor, Some(SCHOOL), Severity::Severe)),
            ("severe of the police", &police, &|actor| may(actor, Some(POLICE), Severity::Severe)),
            ("extreme of the police", &police, &|actor| may(actor, Some(POLICE), Severity::Extreme)),
            ("minor of the city", &editors, &|actor| may(actor, None, Severity::Minor)),
            ("extreme of the city", &editors, &|actor| may(actor, None, Severity::Extreme)),
            ("be second", &seconds, &|actor| may_second(actor, Some(OTHER), &rights)),
            ("be second to oneself", &[], &|actor| may_second(actor, Some(AccountId(ME)), &rights)),
            ("reject", &police, &|actor| may_reject(actor, &schools, &rights)),
            ("see an exercise", &with(&["school's contributor", "school's manager"]), &|actor| {
                may_see(actor, &exercise, &rights)
            }),
            ("see what waits", &with(&["police's contributor", "police's manager", "police's token"]), &|actor| {
                may_see(actor, &polices, &rights)
            }),
            ("grant", &["admin", "operator", "system"], &may_grant),
            ("see rights", &editors, &may_see_rights),
            // Somebody who lost a role since may still see what they wrote.
            ("see one's own", &with(&people[..people.len() - 4]), &|actor| may_see(actor, &mine, &rights)),
        ];
        for (what, who, test) in table {
            assert_eq!(allowed(test), who, "{what}");
        }
        assert!(may_reject(&actors()[1].1, &mine, &rights), "one's own");
        assert_eq!(allowed(&|actor| may(actor, Some(POLICE), Severity::Severe) && rights.is_empty()), [""; 0]);
        assert_eq!(allowed(&|actor| may_alert(actor, &Rights::new())), editors, "a right that was taken back");
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
