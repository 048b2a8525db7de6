//! Who may do what: the second person, the right to alert, and what is known of people.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use identity::AccountId;
use kernel::{
    access::Role,
    audit,
    scope::{Actor, Scope},
};
use serde_json::{Value, json};

use crate::support::{City, errors, storm, with};

const GIVEN: &str = "alert { id state sent needsApproval decidedBy { displayName } reason }";

#[tokio::test]
async fn what_is_extreme_waits_for_a_second_person() {
    let city = City::open().await;
    let (police, chief) = city.police().await;
    let deputy = city.somebody("deputy", Some((Role::Manager, Some(police)))).await;
    let officer = city.somebody("officer", Some((Role::Contributor, Some(police)))).await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let school = city.institution("Szkoła", "PRIMARY_SCHOOL").await;
    let teacher = city.somebody("teacher", Some((Role::Manager, Some(school)))).await;
    let input = with(storm(&city, "EXTREME"), json!({ "institution": police.global() }));
    let (id, state) = city.sent(&chief, "alertIssue", input).await;
    assert_eq!((state.as_str(), city.banner().await.len()), ("PENDING", 0));
    let told: BTreeMap<_, _> = city.mails().await.into_iter().map(|mail| (mail.to, mail.template)).collect();
    let expected = ["deputy@example.org", "editor@example.org"].map(|to| (to.to_owned(), "safety/approve".to_owned()));
    assert_eq!(told, expected.into());
    for (who, seen) in
        [(&chief, true), (&officer, true), (&editor, true), (&teacher, false), (&Actor::Anonymous, false)]
    {
        assert_eq!(city.state(who, &id).await, if seen { "PENDING".into() } else { Value::Null });
    }
    let queue = "{ alertsToApprove { id canApprove canReject author { displayName } capUrl } }";
    for (who, approves) in [(&chief, false), (&deputy, true), (&editor, true)] {
        let waiting = city.ask(who, queue).await["alertsToApprove"].take();
        let expected = json!([{ "id": id, "canApprove": approves, "canReject": true,
            "author": { "displayName": "chi…" }, "capUrl": null }]);
        assert_eq!(waiting, expected);
    }
    for (who, code) in [(&officer, "FORBIDDEN"), (&teacher, "FORBIDDEN"), (&Actor::Anonymous, "UNAUTHENTICATED")] {
        assert_eq!(city.fault(who, queue).await, code);
    }
    let approve = json!({ "id": id });
    let own = city.run(&chief, "alertApprove", approve.clone(), GIVEN).await;
    assert_eq!(errors(&own), ["SECOND_PERSON id"]);
    for (who, code) in [(&officer, "FORBIDDEN"), (&teacher, "NOT_FOUND"), (&Actor::Anonymous, "UNAUTHENTICATED")] {
        assert_eq!(city.run(who, "alertApprove", approve.clone(), GIVEN).await["fault"], code);
    }
    city.wait(TimeDelta::minutes(7));
    let done = city.run(&deputy, "alertApprove", approve.clone(), GIVEN).await;
    assert_eq!(
        done["alert"],
        json!({ "id": id, "state": "ACTIVE", "sent": "2026-11-27T09:07:00+00:00", "needsApproval": true,
            "decidedBy": { "displayName": "dep…" }, "reason": null })
    );
    assert_eq!(city.banner().await, ["Burza (EXTREME)"]);
    let mails = city.mails().await;
    assert_eq!((mails[0].to.as_str(), mails[0].template.as_str()), ("chief@example.org", "safety/decided"));
    assert_eq!(mails[0].args["approved"], true);
    let again = city.run(&editor, "alertApprove", approve, GIVEN).await;
    assert_eq!(errors(&again), ["ALREADY_DECIDED id"]);
    // Calling off needs no second person.
    let (_, state) = city.sent(&chief, "alertAllClear", json!({ "id": id })).await;
    assert_eq!((state.as_str(), city.mails().await.len()), ("ACTIVE", 0));
    let log = audit::newest(&city.system(), None, None, 20).await.unwrap();
    let actions: Vec<_> =
        log.iter().map(|entry| entry.action.as_str()).filter(|action| action.starts_with("alert")).collect();
    assert_eq!(actions, ["alert.all_clear", "alert.approve", "alert.issue", "alert_right.grant"]);
}

#[tokio::test]
async fn nobody_gets_round_the_second_person_by_an_update_that_calls_itself_an_all_clear() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let (id, _) = city.sent(&editor, "alertIssue", storm(&city, "MINOR")).await;
    let update = with(storm(&city, "EXTREME"), json!({ "references": id, "responseTypes": ["ALL_CLEAR"] }));
    let (_, state) = city.sent(&editor, "alertUpdate", update).await;
    assert_eq!((state.as_str(), city.banner().await.len()), ("PENDING", 0));
    // What is minor, and was, needs none.
    let update = with(storm(&city, "MINOR"), json!({ "references": id, "responseTypes": ["ALL_CLEAR"] }));
    let (_, state) = city.sent(&editor, "alertUpdate", update).await;
    assert_eq!(state, "ACTIVE");
}

#[tokio::test]
async fn what_waits_can_be_rejected_taken_back_and_come_too_late() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let admin = city.somebody("admin", Some((Role::Admin, None))).await;
    let (id, _) = city.sent(&editor, "alertIssue", storm(&city, "EXTREME")).await;
    let unsaid = city.run(&admin, "alertReject", json!({ "id": id, "reason": "" }), GIVEN).await;
    assert_eq!(errors(&unsaid), ["REASON_MISSING reason"]);
    let done = city.run(&admin, "alertReject", json!({ "id": id, "reason": "To nie u nas." }), GIVEN).await;
    assert_eq!(
        (done["alert"]["state"].as_str(), done["alert"]["reason"].as_str()),
        (Some("REJECTED"), Some("To nie u nas."))
    );
    assert_eq!(city.state(&Actor::Anonymous, &id).await, Value::Null);
    assert_eq!(city.feed("/feeds/alerts/{id}", &id, &[]).await, None);
    let mail = city.mails().await.pop().unwrap();
    assert_eq!((mail.to.as_str(), mail.args["reason"].as_str()), ("editor@example.org", Some("To nie u nas.")));
    let late = city.run(&admin, "alertApprove", json!({ "id": id }), GIVEN).await;
    assert_eq!(errors(&late), ["ALREADY_DECIDED id"]);

    let (id, _) = city.sent(&editor, "alertIssue", storm(&city, "EXTREME")).await;
    city.mails().await;
    let back = city.run(&editor, "alertReject", json!({ "id": id, "reason": "Pomyłka" }), GIVEN).await;
    assert_eq!((back["alert"]["state"].as_str(), city.mails().await.len()), (Some("REJECTED"), 0));

    let (id, _) = city.sent(&editor, "alertIssue", storm(&city, "EXTREME")).await;
    city.wait(TimeDelta::hours(4));
    assert_eq!(city.state(&editor, &id).await, "EXPIRED");
    let late = city.run(&admin, "alertApprove", json!({ "id": id }), GIVEN).await;
    assert_eq!(errors(&late), ["EXPIRES_PAST id"]);
}

#[tokio::test]
async fn an_update_that_becomes_extreme_waits_and_the_former_holds_until_then() {
    let city = City::open().await;
    let (police, chief) = city.police().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let input = with(storm(&city, "SEVERE"), json!({ "institution": police.global() }));
    let (first, _) = city.sent(&chief, "alertIssue", input).await;
    let worse = with(storm(&city, "EXTREME"), json!({ "references": first }));
    let (second, state) = city.sent(&chief, "alertUpdate", worse.clone()).await;
    assert_eq!((state.as_str(), city.state(&Actor::Anonymous, &first).await), ("PENDING", "ACTIVE".into()));
    let (rival, _) = city.sent(&chief, "alertUpdate", worse).await;
    assert_eq!(city.banner().await, ["Burza (SEVERE)"]);
    city.run(&editor, "alertApprove", json!({ "id": second }), GIVEN).await;
    assert_eq!(city.banner().await, ["Burza (EXTREME)"]);
    assert_eq!(city.state(&Actor::Anonymous, &first).await, "UPDATED");
    // The other would replace what has been replaced.
    let late = city.run(&editor, "alertApprove", json!({ "id": rival }), GIVEN).await;
    assert_eq!(errors(&late), ["NOT_CURRENT id"]);
    let sender = city.ask(&chief, &format!("{{ alert(id: \"{second}\") {{ senderName sender {{ name }} }} }}")).await;
    assert_eq!(sender["alert"]["senderName"], "Komenda Policji");
}

#[tokio::test]
async fn two_who_decide_at_once_are_one_after_the_other() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let one = city.somebody("one", Some((Role::Editor, None))).await;
    let other = city.somebody("other", Some((Role::Admin, None))).await;
    let (id, _) = city.sent(&editor, "alertIssue", storm(&city, "EXTREME")).await;
    city.mails().await;
    let input = || json!({ "id": id });
    let rejection = json!({ "id": id, "reason": "Nie" });
    let (first, second, third) = tokio::join!(
        city.run(&one, "alertApprove", input(), GIVEN),
        city.run(&other, "alertApprove", input(), GIVEN),
        city.run(&other, "alertReject", rejection, GIVEN),
    );
    let done = [&first, &second, &third].into_iter().filter(|payload| payload["errors"] == json!([])).count();
    assert_eq!(done, 1, "{first} {second} {third}");
    let mails = city.mails().await;
    assert_eq!(mails.len(), 1, "the author is told once");
    let log = audit::newest(&city.system(), Some(&id), None, 20).await.unwrap();
    assert_eq!(log.len(), 2);
}

#[tokio::test]
async fn two_updates_at_once_make_one_chain() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let (id, _) = city.sent(&editor, "alertIssue", storm(&city, "SEVERE")).await;
    let update = || with(storm(&city, "MODERATE"), json!({ "references": id }));
    let cancel = json!({ "id": id, "reason": "Nie" });
    let (first, second, third) = tokio::join!(
        city.run(&editor, "alertUpdate", update(), GIVEN),
        city.run(&editor, "alertUpdate", update(), GIVEN),
        city.run(&editor, "alertCancel", cancel, GIVEN),
    );
    let done = [&first, &second, &third].into_iter().filter(|payload| payload["errors"] == json!([])).count();
    assert_eq!(done, 1, "{first} {second} {third}");
}

#[tokio::test]
async fn the_right_to_alert_is_granted_and_taken_back() {
    let city = City::open().await;
    let school = city.institution("Szkoła", "PRIMARY_SCHOOL").await;
    let admin = city.somebody("admin", Some((Role::Admin, None))).await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let head = city.somebody("head", Some((Role::Manager, Some(school)))).await;
    let teacher = city.somebody("teacher", Some((Role::Contributor, Some(school)))).await;
    let citizen = city.somebody("citizen", None).await;
    let of_school = |severity: &str| with(storm(&city, severity), json!({ "institution": school.global() }));
    for (who, severity, expected) in [
        (&head, "MODERATE", "ACTIVE"),
        (&head, "SEVERE", "FORBIDDEN"),
        (&head, "EXTREME", "FORBIDDEN"),
        (&teacher, "MINOR", "FORBIDDEN"),
        (&citizen, "MINOR", "FORBIDDEN"),
        (&Actor::Anonymous, "MINOR", "UNAUTHENTICATED"),
        (&editor, "SEVERE", "ACTIVE"),
    ] {
        let payload = city.run(who, "alertIssue", of_school(severity), "alert { state }").await;
        let outcome = payload["fault"].as_str().or(payload["alert"]["state"].as_str()).unwrap();
        assert_eq!(outcome, expected, "{severity}");
    }
    assert_eq!(city.run(&head, "alertIssue", storm(&city, "MINOR"), "alert { id }").await["fault"], "FORBIDDEN");
    // Not what others sent in one's name, if it is graver than one may send.
    let severe = city.ask(&head, "{ activeAlerts { id canCancel canUpdate } }").await["activeAlerts"][0].take();
    assert_eq!((&severe["canCancel"], &severe["canUpdate"]), (&json!(false), &json!(false)));
    let cancel = json!({ "id": severe["id"], "reason": "Nie" });
    assert_eq!(city.run(&head, "alertCancel", cancel.clone(), "alert { id }").await["fault"], "FORBIDDEN");
    assert_eq!(city.run(&Actor::Anonymous, "alertCancel", cancel, "alert { id }").await["fault"], "UNAUTHENTICATED");

    let right = json!({ "institution": school.global() });
    for (who, code) in [(&editor, "FORBIDDEN"), (&head, "FORBIDDEN"), (&Actor::Anonymous, "UNAUTHENTICATED")] {
        assert_eq!(city.run(who, "alertRightGrant", right.clone(), "institution { id }").await["fault"], code);
    }
    let senders = "{ alertSenders { name canSevere institution { name } } }";
    assert_eq!(
        city.ask(&head, senders).await["alertSenders"],
        json!([{ "name": "Szkoła", "canSevere": false, "institution": { "name": "Szkoła" } }])
    );
    for _ in 0..2 {
        let granted = city.run(&admin, "alertRightGrant", right.clone(), "institution { canAlert }").await;
        assert_eq!(granted, json!({ "institution": { "canAlert": true }, "errors": [] }));
    }
    assert_eq!(city.ask(&head, senders).await["alertSenders"][0]["canSevere"], true);
    assert_eq!(
        city.ask(&editor, senders).await["alertSenders"].as_array().unwrap().len(),
        2,
        "the city and the school"
    );
    assert_eq!(city.ask(&citizen, senders).await["alertSenders"], json!([]));
    let rights = "{ alertRights { institution { name } grantedBy { displayName } } }";
    assert_eq!(
        city.ask(&editor, rights).await["alertRights"],
        json!([{ "institution": { "name": "Szkoła" }, "grantedBy": { "displayName": "adm…" } }])
    );
    assert_eq!(city.fault(&head, rights).await, "FORBIDDEN");
    let (_, state) = city.sent(&head, "alertIssue", of_school("SEVERE")).await;
    assert_eq!(state, "ACTIVE");
    let revoked = city.run(&admin, "alertRightRevoke", right.clone(), "institution { canAlert }").await;
    assert_eq!(revoked, json!({ "institution": { "canAlert": false }, "errors": [] }));
    let payload = city.run(&head, "alertIssue", of_school("SEVERE"), "alert { id }").await;
    assert_eq!(payload["fault"], "FORBIDDEN");
    let unknown = json!({ "institution": directory::InstitutionId(uuid::Uuid::nil()).global() });
    let payload = city.run(&admin, "alertRightGrant", unknown, "institution { id }").await;
    assert_eq!(errors(&payload), ["INSTITUTION_UNKNOWN institution"]);
    let log = audit::newest(&city.system(), Some(&school.global()), None, 20).await.unwrap();
    let actions: Vec<_> = log.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["alert_right.revoke", "alert_right.grant"], "what changed nothing is not noted");
    let of_institution = format!("{{ institution(id: \"{}\") {{ alerts {{ totalCount }} }} }}", school.global());
    assert_eq!(city.ask(&Actor::Anonymous, &of_institution).await["institution"]["alerts"]["totalCount"], 3);
}

#[tokio::test]
async fn an_account_that_goes_leaves_its_messages_without_a_name() {
    let city = City::open().await;
    let editor = city.somebody("editor", Some((Role::Editor, None))).await;
    let second = city.somebody("second", Some((Role::Editor, None))).await;
    let (sent, _) = city.sent(&editor, "alertIssue", storm(&city, "SEVERE")).await;
    let (waiting, _) = city.sent(&editor, "alertIssue", storm(&city, "EXTREME")).await;
    let (others, _) = city.sent(&second, "alertIssue", storm(&city, "EXTREME")).await;
    city.run(&editor, "alertApprove", json!({ "id": others }), GIVEN).await;
    let account = AccountId(editor.account().unwrap());
    let kept = (safety::PERSONAL_DATA.export)(&city.system(), account).await.unwrap();
    let told: Vec<_> = kept["alerts"].as_array().unwrap().iter().map(|alert| alert["id"].as_str().unwrap()).collect();
    assert_eq!(told, [sent.as_str(), waiting.as_str(), others.as_str()]);
    let scope: Scope = city.system();
    let mut tx = scope.begin().await.unwrap();
    (safety::PERSONAL_DATA.erase)(&mut tx, account).await.unwrap();
    tx.commit().await.unwrap();
    scope.settle().await.unwrap();
    let kept = (safety::PERSONAL_DATA.export)(&city.system(), account).await.unwrap();
    assert_eq!(kept, json!({ "alerts": [] }));
    assert_eq!(city.state(&second, &waiting).await, Value::Null);
    let told = city.ask(&second, &format!("{{ one: alert(id: \"{sent}\") {{ state author {{ displayName }} }} two: alert(id: \"{others}\") {{ decidedBy {{ displayName }} author {{ displayName }} }} }}")).await;
    assert_eq!(
        told,
        json!({ "one": { "state": "ACTIVE", "author": null },
            "two": { "decidedBy": null, "author": { "displayName": "sec…" } } })
    );
}
