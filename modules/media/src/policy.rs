//! Who may do what with pictures. Anybody may look at one whose id they know.

use kernel::{access::Role, scope::Actor};
use uuid::Uuid;

use crate::picture::Use;

/// Whether they may upload pictures: everybody who signed in.
pub(crate) fn may_upload(actor: &Actor) -> bool {
    actor.is_at_least(Role::Citizen)
}

/// Whether they may say what a picture of that account is used for: their own, and editors of all.
pub(crate) fn may_attach(actor: &Actor, owner: Option<Uuid>) -> bool {
    is_own(actor, owner) || actor.is_at_least(Role::Editor)
}

/// Whether they may remove a picture of that account: editors all, others their own that are not the catalogue's.
pub(crate) fn may_remove(actor: &Actor, owner: Option<Uuid>, used_by: Option<Use>) -> bool {
    actor.is_at_least(Role::Editor) || (is_own(actor, owner) && used_by != Some(Use::Catalogue))
}

/// Whether it is the picture of who acts.
pub(crate) fn is_own(actor: &Actor, owner: Option<Uuid>) -> bool {
    owner.is_some() && actor.account() == owner
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::access::{Grant, Person, Via};

    use super::*;

    #[test]
    fn who_may_do_what() {
        let account = |number| Uuid::from_u128(number);
        let person = |number, role: Option<Role>, party: Option<Uuid>| {
            let grants = role.map(|role| Grant { role, party }).into_iter().collect();
            Actor::Person(Arc::new(Person { account: account(number), via: Via::Session(Uuid::nil()), grants }))
        };
        let anonymous = Actor::Anonymous;
        let owner = person(1, None, None);
        let other = person(2, None, None);
        let manager = person(2, Some(Role::Manager), Some(account(9)));
        let editor = person(3, Some(Role::Editor), None);
        let mine = Some(account(1));
        // Who; may upload; may attach, remove loose, remove their own's, remove the catalogue's, of the first account.
        for (actor, upload, attach, loose, persons, catalogues) in [
            (&anonymous, false, false, false, false, false),
            (&owner, true, true, true, true, false),
            (&other, true, false, false, false, false),
            (&manager, true, false, false, false, false),
            (&editor, true, true, true, true, true),
            (&Actor::System, true, true, true, true, true),
        ] {
            assert_eq!(may_upload(actor), upload, "{actor:?}");
            assert_eq!(may_attach(actor, mine), attach, "{actor:?}");
            assert_eq!(may_remove(actor, mine, None), loose, "{actor:?}");
            assert_eq!(may_remove(actor, mine, Some(Use::Person)), persons, "{actor:?}");
            assert_eq!(may_remove(actor, mine, Some(Use::Catalogue)), catalogues, "{actor:?}");
        }
        assert!(!may_attach(&anonymous, None) && !may_remove(&anonymous, None, None), "nobody's is not anybody's");
        assert!(!may_attach(&owner, None) && may_attach(&editor, None));
    }
}
