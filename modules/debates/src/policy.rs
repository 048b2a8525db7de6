//! Who may do what with questions. Debates themselves are the desk's, which decides by the entry's owner.
//!
//! | who | may |
//! | --- | --- |
//! | anybody | read what is published; ask and support, once a mail to their address was answered |
//! | somebody in a browser | the same at once if the portal knows that their address is theirs; see and take back their own |
//! | editor, admin, operator in a browser | see all that was confirmed, decide on all but their own, answer, export |
//!
//! A program with a token speaks for an organisation, so it has no question of its own and judges nobody's: what it
//! sends is confirmed by mail as anybody's.

use kernel::{
    access::{Person, Role, Via},
    scope::Actor,
};
use uuid::Uuid;

use crate::states::State;

/// Who signed in with a browser.
pub(crate) fn in_browser(actor: &Actor) -> Option<&Person> {
    actor.person().filter(|person| matches!(person.via, Via::Session(_)))
}

/// Whether it is their own.
pub(crate) fn is_asker(actor: &Actor, asker: Option<Uuid>) -> bool {
    asker.is_some() && in_browser(actor).map(|person| person.account) == asker
}

/// Whether they may see all questions that were confirmed, what waits to be read, and the list for the meeting.
pub(crate) fn may_see_all(actor: &Actor) -> bool {
    *actor == Actor::System || in_browser(actor).is_some_and(|person| person.is_at_least(Role::Editor))
}

/// Whether they may see a question of that asker. What was not confirmed is nobody's yet.
pub(crate) fn may_see(actor: &Actor, asker: Option<Uuid>, state: State) -> bool {
    match state {
        State::Published => true,
        State::Unconfirmed => false,
        State::Withdrawn => is_asker(actor, asker),
        State::Waiting | State::Rejected | State::Merged => is_asker(actor, asker) || may_see_all(actor),
    }
}

/// Whether they may decide on a question of that asker.
pub(crate) fn may_moderate(actor: &Actor, asker: Option<Uuid>) -> bool {
    may_see_all(actor) && !is_asker(actor, asker)
}

/// Whether they may write down official answers.
pub(crate) fn may_answer(actor: &Actor) -> bool {
    may_see_all(actor)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{access::Grant, error::Code};

    use super::*;

    const HERE: Uuid = Uuid::from_u128(1);
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
            ("editor", browser(&[(Role::Editor, None)])),
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
        let browsers = ["citizen", "contributor", "manager", "editor", "admin", "operator"];
        let editors = ["editor", "admin", "operator", "system"];
        let own_or_editors = [&browsers[..], &["system"]].concat();
        let everybody: Vec<_> = actors().into_iter().map(|(name, _)| name).collect();
        let (mine, theirs, nobodys) = (Some(ME), Some(OTHER), None);
        let table: [(&str, &[&str], &dyn Fn(&Actor) -> bool); 15] = [
            ("see published", &everybody, &|actor| may_see(actor, theirs, State::Published)),
            ("see unconfirmed", &[], &|actor| may_see(actor, mine, State::Unconfirmed)),
            ("see waiting", &editors, &|actor| may_see(actor, theirs, State::Waiting)),
            ("see nobody's waiting", &editors, &|actor| may_see(actor, nobodys, State::Waiting)),
            ("see rejected", &editors, &|actor| may_see(actor, theirs, State::Rejected)),
            ("see merged", &editors, &|actor| may_see(actor, theirs, State::Merged)),
            ("see withdrawn", &[], &|actor| may_see(actor, theirs, State::Withdrawn)),
            ("see own", &own_or_editors, &|actor| may_see(actor, mine, State::Rejected)),
            ("see own withdrawn", &browsers, &|actor| may_see(actor, mine, State::Withdrawn)),
            ("take back own", &browsers, &|actor| is_asker(actor, mine)),
            ("take back another's", &[], &|actor| is_asker(actor, theirs)),
            ("take back nobody's", &[], &|actor| is_asker(actor, nobodys)),
            ("decide", &editors, &|actor| may_moderate(actor, theirs)),
            ("decide on own", &["system"], &|actor| may_moderate(actor, mine)),
            ("answer", &editors, &may_answer),
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
