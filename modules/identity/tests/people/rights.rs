//! Roles and invitations.

use chrono::Duration;
use identity::{
    InvitationId, Kind, accounts,
    invitations::{self, Which},
    roles,
};
use kernel::{access::Role, audit, error::Code};

use crate::support::{City, account_of, code, kinds, token_of, within};

#[tokio::test]
async fn admins_appoint_and_nobody_raises_themselves() {
    let city = City::open().await;
    let [school, _] = city.institutions().await;
    let admin = city.with_role("admin@example.org", Role::Admin, None).await;
    let anna = city.account("anna@example.org").await;
    for (role, party) in [(Role::Editor, None), (Role::Manager, Some(school)), (Role::Admin, None)] {
        within!(admin, |tx| roles::grant(tx, anna, role, party)).unwrap();
    }
    assert_eq!(roles::of(&city.scope(), anna).await.unwrap().len(), 3);
    within!(admin, |tx| roles::grant(tx, anna, Role::Editor, None)).unwrap();
    assert_eq!(roles::of(&city.scope(), anna).await.unwrap().len(), 3, "held once");

    let own = account_of(&admin);
    assert_eq!(code(within!(admin, |tx| roles::grant(tx, own, Role::Operator, None))), Code::Forbidden);
    assert_eq!(code(within!(admin, |tx| roles::grant(tx, own, Role::Manager, Some(school)))), Code::Forbidden);
    assert_eq!(code(within!(admin, |tx| roles::grant(tx, anna, Role::Operator, None))), Code::Forbidden);
    let nobody = identity::AccountId::new(city.scope().now());
    assert_eq!(code(within!(admin, |tx| roles::grant(tx, nobody, Role::Editor, None))), Code::NotFound);
    let stranger = city.anonymous();
    assert_eq!(code(within!(stranger, |tx| roles::grant(tx, anna, Role::Editor, None))), Code::Unauthenticated);
    for (role, party, kind) in [
        (Role::Citizen, None, Kind::RoleOfEverybody),
        (Role::Manager, None, Kind::RoleNeedsInstitution),
        (Role::Editor, Some(school), Kind::RoleOfWholeCity),
        (Role::Manager, Some(directory::InstitutionId::default()), Kind::InstitutionUnknown),
    ] {
        assert_eq!(kinds(within!(admin, |tx| roles::grant(tx, anna, role, party))), [kind]);
    }
    assert_eq!(accounts::with_role(&city.scope(), Role::Editor).await.unwrap().len(), 1);
    assert_eq!(accounts::managers(&city.scope(), school.0).await.unwrap()[0].id, anna);

    let entries = audit::newest(&city.scope(), Some(&anna.global()), None, 10).await.unwrap();
    assert_eq!(entries.len(), 3);
    assert!(entries.iter().all(|entry| entry.action == "role.grant" && entry.actor == admin.actor.label()));
}

#[tokio::test]
async fn managers_keep_their_own_people_and_one_of_them_stays() {
    let city = City::open().await;
    let [school, house] = city.institutions().await;
    let manager = city.with_role("manager@example.org", Role::Manager, Some(school)).await;
    city.pass(Duration::seconds(1));
    let other = city.account("other@example.org").await;
    let own = account_of(&manager);

    // Whom they do not work with, managers invite: nobody is given a role unasked.
    assert_eq!(code(within!(manager, |tx| roles::grant(tx, other, Role::Contributor, Some(school)))), Code::NotFound);
    within!(city.scope(), |tx| roles::grant(tx, other, Role::Contributor, Some(school))).unwrap();
    assert_eq!(code(within!(manager, |tx| roles::grant(tx, other, Role::Manager, Some(house)))), Code::Forbidden);
    assert_eq!(code(within!(manager, |tx| roles::grant(tx, other, Role::Editor, None))), Code::Forbidden);
    let members = roles::members(&manager, school).await.unwrap();
    let told: Vec<_> = members.iter().map(|member| (member.account.id, member.role)).collect();
    assert_eq!(told, [(own, Role::Manager), (other, Role::Contributor)]);
    assert_eq!(roles::members(&manager, house).await.unwrap_err().code, Code::Forbidden);
    let contributor = city.signed_in(other).await;
    assert_eq!(roles::members(&contributor, school).await.unwrap_err().code, Code::Forbidden);
    assert_eq!(code(within!(contributor, |tx| roles::remove_member(tx, own, school))), Code::Forbidden);

    assert_eq!(kinds(within!(manager, |tx| roles::remove_member(tx, own, school))), [Kind::LastManager]);
    within!(manager, |tx| roles::grant(tx, other, Role::Manager, Some(school))).unwrap();
    within!(manager, |tx| roles::remove_member(tx, own, school)).unwrap();
    let gone = city.signed_in(own).await;
    assert_eq!(roles::members(&gone, school).await.unwrap_err().code, Code::Forbidden);
    // An admin may leave an institution without anybody.
    let admin = city.with_role("admin@example.org", Role::Admin, None).await;
    within!(admin, |tx| roles::remove_member(tx, other, school)).unwrap();
    assert!(roles::members(&admin, school).await.unwrap().is_empty());
    assert_eq!(code(within!(admin, |tx| roles::remove_member(tx, other, school))), Code::NotFound);
}

#[tokio::test]
async fn a_city_keeps_an_admin() {
    let city = City::open().await;
    let admin = city.with_role("admin@example.org", Role::Admin, None).await;
    let own = account_of(&admin);
    assert_eq!(kinds(within!(admin, |tx| roles::revoke(tx, own, Role::Admin, None))), [Kind::LastAdmin]);
    let second = city.with_role("second@example.org", Role::Admin, None).await;
    within!(second, |tx| roles::revoke(tx, own, Role::Admin, None)).unwrap();
    let last = account_of(&second);
    assert_eq!(kinds(within!(second, |tx| roles::revoke(tx, last, Role::Admin, None))), [Kind::LastAdmin]);
}

#[tokio::test]
async fn an_invitation_is_taken_by_whoever_has_its_address() {
    let city = City::open().await;
    let [school, _] = city.institutions().await;
    let manager = city.with_role("manager@example.org", Role::Manager, Some(school)).await;
    let invited = within!(manager, |tx| invitations::invite(tx, " Anna@Example.org", Role::Contributor, Some(school)));
    let invited = invited.unwrap();
    let mails = city.mails().await;
    let mail = &mails[0];
    assert_eq!((mail.template.as_str(), mail.to.as_str()), ("identity/invitation", "anna@example.org"));
    assert_eq!(mail.args["institution"], "Szkoła Podstawowa nr 1");
    let token = token_of(mail.args["link"].as_str().unwrap());

    let other = city.person("other@example.org").await;
    let by_other = within!(other, |tx| invitations::accept(tx, Which::Token(&token)));
    assert_eq!(kinds(by_other), [Kind::InvitationOtherAddress]);
    let guessed = within!(other, |tx| invitations::accept(tx, Which::Id(invited.id)));
    assert_eq!(kinds(guessed), [Kind::InvitationUnknown]);
    let stranger = city.anonymous();
    let unknown = within!(stranger, |tx| invitations::accept(tx, Which::Token(&token)));
    assert_eq!(code(unknown), Code::Unauthenticated);

    let anna = city.person("anna@example.org").await;
    assert_eq!(invitations::own(&anna).await.unwrap().len(), 1);
    assert!(invitations::own(&other).await.unwrap().is_empty());
    within!(anna, |tx| invitations::accept(tx, Which::Token(&token))).unwrap();
    assert_eq!(roles::members(&manager, school).await.unwrap().len(), 2);
    let again = within!(anna, |tx| invitations::accept(tx, Which::Id(invited.id)));
    assert_eq!(kinds(again), [Kind::InvitationUsed]);
    assert_eq!(kinds(within!(manager, |tx| invitations::revoke(tx, invited.id))), [Kind::InvitationUsed]);
}

#[tokio::test]
async fn invitations_end() {
    let city = City::open().await;
    let [school, _] = city.institutions().await;
    let manager = city.with_role("manager@example.org", Role::Manager, Some(school)).await;
    let anna = city.person("anna@example.org").await;
    let invite = async || {
        let invited =
            within!(manager, |tx| invitations::invite(tx, "anna@example.org", Role::Contributor, Some(school)));
        invited.unwrap().id
    };
    let accept = async |id: InvitationId| {
        let scope = anna.fresh();
        within!(scope, |tx| invitations::accept(tx, Which::Id(id)))
    };

    let first = invite().await;
    let second = invite().await;
    assert_eq!(kinds(accept(first).await), [Kind::InvitationRevoked], "a second one replaces the first");
    assert_eq!(invitations::list(&manager, Some(school)).await.unwrap().len(), 1);
    assert_eq!(code(within!(anna, |tx| invitations::revoke(tx, second))), Code::NotFound);
    within!(manager, |tx| invitations::revoke(tx, second)).unwrap();
    assert_eq!(kinds(accept(second).await), [Kind::InvitationRevoked]);

    let third = invite().await;
    let flood = within!(manager, |tx| invitations::invite(tx, "anna@example.org", Role::Contributor, Some(school)));
    assert_eq!(code(flood), Code::RateLimited, "no means to fill a mailbox");
    city.pass(invitations::LIFE);
    assert_eq!(kinds(accept(third).await), [Kind::InvitationExpired]);
    city.pass(Duration::days(31));
    identity::retention::forget_old(&city.scope()).await.unwrap();
    assert_eq!(kinds(accept(third).await), [Kind::InvitationUnknown]);

    // Who was removed leaves no doors open.
    let manager = city.signed_in(account_of(&manager)).await;
    let invited = within!(manager, |tx| invitations::invite(tx, "anna@example.org", Role::Manager, Some(school)));
    let own = account_of(&manager);
    let system = city.scope();
    within!(system, |tx| roles::remove_member(tx, own, school)).unwrap();
    assert_eq!(kinds(accept(invited.unwrap().id).await), [Kind::InvitationRevoked]);
    assert_eq!(code(within!(anna, |tx| invitations::invite(tx, "x@example.org", Role::Editor, None))), Code::Forbidden);
}

#[tokio::test]
async fn accounts_are_listed_for_admins_only() {
    let city = City::open().await;
    let admin = city.with_role("admin@example.org", Role::Admin, None).await;
    for number in 0..5 {
        city.pass(Duration::seconds(1));
        city.account(&format!("p{number}_x@example.org")).await;
    }
    let names = async |query: Option<&str>, role, first, after| {
        let (rows, more) = accounts::list(&admin.fresh(), query, role, first, after).await.unwrap();
        let last = rows.last().map(|row| row.id);
        (
            rows.into_iter().filter_map(|row| row.email).map(|email| email[..2].to_owned()).collect::<Vec<_>>(),
            more,
            last,
        )
    };
    let (first, more, last) = names(Some(" P"), None, 3, None).await;
    assert_eq!((first, more), (vec!["p4".to_owned(), "p3".to_owned(), "p2".to_owned()], true));
    let (second, more, _) = names(Some("p"), None, 3, last).await;
    assert_eq!((second, more), (vec!["p1".to_owned(), "p0".to_owned(), "ad".to_owned()], false), "\"p\" of example");
    assert_eq!(names(Some("p1_"), None, 3, None).await.0, ["p1"]);
    assert!(names(Some("%"), None, 3, None).await.0.is_empty(), "no wildcard");
    assert_eq!(names(None, Some(Role::Admin), 3, None).await.0, ["ad"]);
    let anna = city.person("anna@example.org").await;
    assert_eq!(accounts::list(&anna, None, None, 3, None).await.unwrap_err().code, Code::Forbidden);
    assert_eq!(accounts::audit_log(&anna, None, None, 3).await.unwrap_err().code, Code::Forbidden);
    assert_eq!(accounts::look_at(&anna, account_of(&anna)).await.unwrap_err().code, Code::Forbidden);
    accounts::look_at(&admin, account_of(&anna)).await.unwrap().unwrap();
    assert_eq!(accounts::audit_log(&admin.fresh(), None, None, 1).await.unwrap()[0].action, "account.read");
}
