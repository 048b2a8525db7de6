//! Who may do what with reviews.
//!
//! | who | may |
//! | --- | --- |
//! | anybody | read what is published |
//! | somebody in a browser | write one review of an activity whose institution they hold no role at; see, change and take back their own; report others' |
//! | contributor, manager of the activity's institution | answer |
//! | manager of the activity's institution | name who took part |
//! | editor, admin, operator in a browser | see all, decide on all but their own, take down answers; name who took part |
//!
//! A program with a token speaks for an organisation, so it may answer and name who took part, but has no opinion of its
//! own and judges nobody's.

use kernel::{
    access::{Person, Role, Via},
    scope::Actor,
};
use uuid::Uuid;

use crate::review::Status;

/// Who signed in with a browser.
fn in_browser(actor: &Actor) -> Option<&Person> {
    actor.person().filter(|person| matches!(person.via, Via::Session(_)))
}

/// Whether it is their own.
pub(crate) fn is_author(actor: &Actor, author: Uuid) -> bool {
    in_browser(actor).is_some_and(|person| person.account == author)
}

/// Whether they may review an activity of that institution: not if they work for it.
pub(crate) fn may_write(actor: &Actor, party: Option<Uuid>) -> bool {
    in_browser(actor).is_some_and(|person| party.is_none_or(|party| person.role_at(party).is_none()))
}

/// Whether they may see all reviews, and what waits to be read.
pub(crate) fn may_see_all(actor: &Actor) -> bool {
    *actor == Actor::System || in_browser(actor).is_some_and(|person| person.is_at_least(Role::Editor))
}

/// Whether they may see a review by that account.
pub(crate) fn may_see(actor: &Actor, author: Uuid, status: Status) -> bool {
    status == Status::Published || is_author(actor, author) || may_see_all(actor)
}

/// Whether they may decide on a review by that account.
pub(crate) fn may_moderate(actor: &Actor, author: Uuid) -> bool {
    may_see_all(actor) && !is_author(actor, author)
}

/// Whether they may report a review by that account.
pub(crate) fn may_report(actor: &Actor, author: Uuid) -> bool {
    in_browser(actor).is_some_and(|person| person.account != author)
}

/// Whether they may answer reviews of an activity of that institution: on its behalf, so not as an editor.
pub(crate) fn may_reply(actor: &Actor, party: Option<Uuid>) -> bool {
    let held = actor.person().zip(party).and_then(|(person, party)| person.role_at(party));
    held.is_some_and(|role| role >= Role::Contributor)
}

/// Whether they may take down an answer.
pub(crate) fn may_take_down_reply(actor: &Actor, party: Option<Uuid>) -> bool {
    may_reply(actor, party) || may_see_all(actor)
}

/// Whether they may say who took part in an activity of that institution.
pub(crate) fn may_name_participants(actor: &Actor, party: Option<Uuid>) -> bool {
    match party {
        Some(party) => actor.is_at_least_at(Role::Manager, party),
        None => actor.is_at_least(Role::Editor),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{access::Grant, error::Code};

    use super::*;

    const HERE: Uuid = Uuid::from_u128(1);
    const THERE: Uuid = Uuid::from_u128(2);
    const ME: Uuid = Uuid::from_u128(10);
    const OTHER: Uuid = Uuid::from_u128(11);

    fn actors() -> Vec<(&'static str, Actor)> {
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
            ("editing manager", browser(&[(Role::Editor, None), (Role::Manager, Some(HERE))])),
            ("admin", browser(&[(Role::Admin, None)])),
            ("operator", browser(&[(Role::Operator, None)])),
            ("manager's token", token(&[(Role::Manager, Some(HERE))])),
            ("editor's token", token(&[(Role::Editor, None)])),
            ("system", Actor::System),
        ]
    }

    fn allowed(test: &dyn Fn(&Actor) -> bool) -> Vec<&'static str> {
        actors().into_iter().filter(|(_, actor)| test(actor)).map(|(name, _)| name).collect()
    }

    #[test]
    fn rights() {
        let browsers =
            ["citizen", "contributor", "manager", "elsewhere", "editor", "editing manager", "admin", "operator"];
        let unbiased = ["citizen", "elsewhere", "editor", "admin", "operator"];
        let editors = ["editor", "editing manager", "admin", "operator", "system"];
        let providers = ["contributor", "manager", "editing manager", "manager's token"];
        let with_editors =
            ["contributor", "manager", "editor", "editing manager", "admin", "operator", "manager's token", "system"];
        let naming = [
            "manager",
            "editor",
            "editing manager",
            "admin",
            "operator",
            "manager's token",
            "editor's token",
            "system",
        ];
        let all_naming = ["editor", "editing manager", "admin", "operator", "editor's token", "system"];
        let everybody = actors().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        let (here, none) = (Some(HERE), None);
        let table: [(&str, &[&str], &dyn Fn(&Actor) -> bool); 18] = [
            ("write here", &unbiased, &|actor| may_write(actor, here)),
            ("write of nobody's", &browsers, &|actor| may_write(actor, none)),
            ("see published", &everybody, &|actor| may_see(actor, OTHER, Status::Published)),
            ("see waiting", &editors, &|actor| may_see(actor, OTHER, Status::Waiting)),
            ("see hidden", &editors, &|actor| may_see(actor, OTHER, Status::Hidden)),
            ("see rejected", &editors, &|actor| may_see(actor, OTHER, Status::Rejected)),
            ("see withdrawn", &editors, &|actor| may_see(actor, OTHER, Status::Withdrawn)),
            ("see own", &[&browsers[..], &["system"]].concat(), &|actor| may_see(actor, ME, Status::Rejected)),
            ("change own", &browsers, &|actor| is_author(actor, ME)),
            ("change another's", &[], &|actor| is_author(actor, OTHER)),
            ("decide", &editors, &|actor| may_moderate(actor, OTHER)),
            ("decide on own", &["system"], &|actor| may_moderate(actor, ME)),
            ("report", &browsers, &|actor| may_report(actor, OTHER)),
            ("report own", &[], &|actor| may_report(actor, ME)),
            ("reply", &providers, &|actor| may_reply(actor, here)),
            ("reply for nobody", &[], &|actor| may_reply(actor, none)),
            ("take down a reply", &with_editors, &|actor| may_take_down_reply(actor, here)),
            ("name participants", &naming, &|actor| may_name_participants(actor, here)),
        ];
        for (what, who, test) in table {
            assert_eq!(allowed(test), who, "{what}");
        }
        assert_eq!(allowed(&|actor| may_name_participants(actor, none)), all_naming);
    }

    #[test]
    fn a_refusal_asks_strangers_to_sign_in() {
        let code = |actor: &Actor| actor.require(false).unwrap_err().code;
        for (name, actor) in actors() {
            let expected = if name == "anonymous" { Code::Unauthenticated } else { Code::Forbidden };
            assert_eq!(code(&actor), expected, "{name}");
            assert!(actor.require(true).is_ok(), "{name}");
        }
    }
}
