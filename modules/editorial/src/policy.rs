//! Who may do what at the desk. Pure functions: the facts are looked up before.

use kernel::{access::Role, scope::Actor};
use uuid::Uuid;

/// What matters of a proposal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// Its author's account; none once that is no more.
    pub author: Option<Uuid>,
    /// The institution on whose behalf it was made.
    pub institution: Option<Uuid>,
    /// Whether it was ever sent.
    pub was_sent: bool,
    /// Whether all that it concerns is the institution's own: the entry as it is, and as it would be.
    pub is_own: bool,
}

/// What matters of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The institutions whose it is, any of which may do with it what it wants; an institution is its own.
    pub institutions: Vec<Uuid>,
}

/// Whether they keep the city's catalogue.
pub(crate) fn may_edit_all(actor: &Actor) -> bool {
    actor.is_at_least(Role::Editor)
}

/// Whether they may propose something: whoever signed in.
pub(crate) fn may_propose(actor: &Actor) -> bool {
    actor.person().is_some()
}

/// Whether they may propose something on behalf of an institution.
pub(crate) fn may_propose_for(actor: &Actor, institution: Uuid) -> bool {
    actor.is_at_least_at(Role::Contributor, institution)
}

/// Whether they may change, send and take back a proposal: its author, and nobody else.
pub(crate) fn may_write(actor: &Actor, proposal: &Proposal) -> bool {
    actor.account().is_some() && actor.account() == proposal.author
}

/// Whether they may read a proposal: its author; once it was sent, editors and who answers for its institution.
pub(crate) fn may_read(actor: &Actor, proposal: &Proposal) -> bool {
    let answers = |institution| actor.is_at_least_at(Role::Manager, institution);
    may_write(actor, proposal)
        || proposal.was_sent && (may_edit_all(actor) || proposal.institution.is_some_and(answers))
}

/// Whether they may decide a proposal, and take the decision back: editors; and who answers for its institution, as
/// long as it concerns nothing else.
pub(crate) fn may_decide(actor: &Actor, proposal: &Proposal) -> bool {
    let answers = |institution| actor.is_at_least_at(Role::Manager, institution);
    proposal.was_sent && (may_edit_all(actor) || proposal.is_own && proposal.institution.is_some_and(answers))
}

/// Whether they may give proposals to editors.
pub(crate) fn may_assign(actor: &Actor) -> bool {
    may_edit_all(actor)
}

/// Whether they may change an entry without asking: who answers for its institution, and editors.
pub(crate) fn may_publish(actor: &Actor, entry: &Entry) -> bool {
    may_edit_all(actor)
        || entry.institutions.iter().any(|institution| actor.is_at_least_at(Role::Manager, *institution))
}

/// Whether they may read who changed an entry, and what it says while it is not published.
pub(crate) fn may_read_history(actor: &Actor, entry: &Entry) -> bool {
    may_publish(actor, entry)
}

/// Whether they may know that a change to an entry waits: who works on it.
pub(crate) fn may_know_of_waiting(actor: &Actor, entry: &Entry) -> bool {
    may_edit_all(actor)
        || entry.institutions.iter().any(|institution| actor.is_at_least_at(Role::Contributor, *institution))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::access::{Grant, Person, Via};

    use super::*;

    const HERE: Uuid = Uuid::from_u128(1);
    const THERE: Uuid = Uuid::from_u128(2);
    const AUTHOR: Uuid = Uuid::from_u128(10);
    const OTHER: Uuid = Uuid::from_u128(11);

    fn person(account: Uuid, grant: Option<(Role, Option<Uuid>)>) -> Actor {
        let grants = grant.map(|(role, party)| Grant { role, party }).into_iter().collect();
        Actor::Person(Arc::new(Person { account, via: Via::Session(Uuid::nil()), grants }))
    }

    fn actors() -> [(&'static str, Actor); 11] {
        [
            ("anonymous", Actor::Anonymous),
            ("author", person(AUTHOR, None)),
            ("citizen", person(OTHER, None)),
            ("contributor here", person(OTHER, Some((Role::Contributor, Some(HERE))))),
            ("manager here", person(OTHER, Some((Role::Manager, Some(HERE))))),
            ("contributor there", person(OTHER, Some((Role::Contributor, Some(THERE))))),
            ("manager there", person(OTHER, Some((Role::Manager, Some(THERE))))),
            ("editor", person(OTHER, Some((Role::Editor, None)))),
            ("admin", person(OTHER, Some((Role::Admin, None)))),
            ("operator", person(OTHER, Some((Role::Operator, None)))),
            ("system", Actor::System),
        ]
    }

    /// Who may, as `actors` lists them: a letter each.
    fn allowed(may: impl Fn(&Actor) -> bool) -> String {
        actors().iter().map(|(_, actor)| if may(actor) { '+' } else { '-' }).collect()
    }

    #[test]
    fn every_role_and_every_right() {
        let draft = Proposal { author: Some(AUTHOR), institution: Some(HERE), was_sent: false, is_own: true };
        let own = Proposal { was_sent: true, ..draft };
        let foreign = Proposal { is_own: false, ..own };
        let anybody_s = Proposal { institution: None, is_own: false, ..own };
        let orphan = Proposal { author: None, ..own };
        let entry = Entry { institutions: vec![THERE, HERE] };
        let free = Entry::default();
        // anonymous, author, citizen, contributor and manager here, contributor and manager there, editor, admin,
        // operator, system.
        let table = [
            ("propose", allowed(may_propose), "-+++++++++-"),
            ("propose for here", allowed(|actor| may_propose_for(actor, HERE)), "---++--++++"),
            ("write", allowed(|actor| may_write(actor, &own)), "-+---------"),
            ("write an orphan", allowed(|actor| may_write(actor, &orphan)), "-----------"),
            ("read a draft", allowed(|actor| may_read(actor, &draft)), "-+---------"),
            ("read", allowed(|actor| may_read(actor, &own)), "-+--+--++++"),
            ("read for nobody", allowed(|actor| may_read(actor, &anybody_s)), "-+-----++++"),
            ("decide a draft", allowed(|actor| may_decide(actor, &draft)), "-----------"),
            ("decide", allowed(|actor| may_decide(actor, &own)), "----+--++++"),
            ("decide what reaches further", allowed(|actor| may_decide(actor, &foreign)), "-------++++"),
            ("decide for nobody", allowed(|actor| may_decide(actor, &anybody_s)), "-------++++"),
            ("assign", allowed(may_assign), "-------++++"),
            ("publish", allowed(|actor| may_publish(actor, &entry)), "----+-+++++"),
            ("publish what is nobody's", allowed(|actor| may_publish(actor, &free)), "-------++++"),
            ("read history", allowed(|actor| may_read_history(actor, &entry)), "----+-+++++"),
            ("know of waiting", allowed(|actor| may_know_of_waiting(actor, &entry)), "---++++++++"),
            ("know of waiting, nobody's", allowed(|actor| may_know_of_waiting(actor, &free)), "-------++++"),
            ("edit all", allowed(may_edit_all), "-------++++"),
        ];
        for (right, found, expected) in table {
            assert_eq!(found, expected, "{right}");
        }
    }
}
