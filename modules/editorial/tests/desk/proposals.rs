//! The desk as people use it: proposals and what becomes of them, decisions and how they are taken back.

use crate::support::{Desk, errors, messages};
use chrono::Duration;
use editorial::Refusal;
use kernel::{access::Role, i18n::Lang, refusal::Kind as _, scope::Actor};
use serde_json::{Value, json};

const EDITOR: Option<(Role, Option<directory::InstitutionId>)> = Some((Role::Editor, None));

async fn is_found(desk: &Desk, title: &str) -> bool {
    let query = format!("{{ activities(query: \"{title}\") {{ nodes {{ title }} }} }}");
    let data = desk.ask(&Actor::Anonymous, &query).await;
    data["activities"]["nodes"].as_array().unwrap().iter().any(|node| node["title"] == title)
}

#[tokio::test]
async fn a_proposal_is_written_sent_back_mended_and_published() {
    let desk = Desk::open().await;
    let (author, other) = (desk.somebody("author", None).await, desk.somebody("other", None).await);
    let editor = desk.somebody("editor", EDITOR).await;

    // A draft may be wrong; nobody else sees it.
    let fields = json!({ "title": "Robotyka", "minAge": "stare", "price": "abc" });
    let selection = "submission { id version status problems { field label message } canSubmit }";
    let payload =
        desk.run(&author.actor, "submissionSave", json!({ "kind": "ACTIVITY", "fields": fields }), selection).await;
    let draft = &payload["submission"];
    assert_eq!((&draft["status"], &draft["canSubmit"]), (&json!("DRAFT"), &json!(true)));
    let problems: Vec<_> =
        draft["problems"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!(problems, ["provider", "minAge", "price"]);
    assert_eq!(draft["problems"][1]["label"], "Youngest");
    let id = draft["id"].as_str().unwrap();
    let by_id = format!("{{ submission(id: \"{id}\") {{ id }} submissions {{ totalCount }} }}");
    for stranger in [&other.actor, &editor.actor] {
        let data = desk.ask(stranger, &by_id).await;
        assert_eq!(data, json!({ "submission": null, "submissions": { "totalCount": 0 } }));
    }
    let payload = desk.run(&author.actor, "submissionSubmit", json!({ "id": id }), "submission { id }").await;
    assert_eq!(errors(&payload), ["FIELD_INVALID provider", "FIELD_INVALID minAge", "FIELD_INVALID price"]);
    assert_eq!(
        desk.run(&other.actor, "submissionSubmit", json!({ "id": id }), "submission { id }").await["fault"],
        "NOT_FOUND"
    );

    // Mended and sent, the editors see it, and others still do not.
    let fields = json!({ "title": "Robotyka", "provider": "Klub Omega", "minAge": "8", "price": "49,50", "district": "Pogodno" });
    let input = json!({ "id": id, "version": draft["version"], "fields": fields, "note": " Proszę! ", "submit": true });
    let payload = desk
        .run(
            &author.actor,
            "submissionSave",
            input.clone(),
            "submission { status version note fields { name value text } }",
        )
        .await;
    assert_eq!(
        (&payload["submission"]["status"], &payload["submission"]["note"]),
        (&json!("WAITING"), &json!("Proszę!"))
    );
    let told = payload["submission"]["fields"].as_array().unwrap();
    assert!(told.contains(&json!({ "name": "price", "value": "49.50", "text": "49.50\u{a0}zł" })), "{payload}");
    assert!(
        payload["submission"]["fields"]
            .as_array()
            .unwrap()
            .contains(&json!({ "name": "district", "value": "pogodno", "text": "Pogodno" }))
    );
    assert_eq!(errors(&desk.run(&author.actor, "submissionSave", input, "submission { id }").await), ["OUTDATED"]);
    assert_eq!(desk.ask(&editor.actor, &by_id).await["submissions"]["totalCount"], 1);
    assert_eq!(desk.ask(&other.actor, &by_id).await["submissions"]["totalCount"], 0);
    let filtered = "{ a: submissions(filter: { text: \"ómega ROBO\", unassigned: true, status: [WAITING], kind: ACTIVITY }) { totalCount }
        b: submissions(filter: { text: \"taniec\" }) { totalCount } c: submissions(filter: { mine: true }) { totalCount } }";
    let data = desk.ask(&editor.actor, filtered).await;
    assert_eq!(
        (&data["a"]["totalCount"], &data["b"]["totalCount"], &data["c"]["totalCount"]),
        (&json!(1), &json!(0), &json!(0))
    );

    // Given to an editor, sent back with a reason that reaches the author.
    let payload = desk
        .run(
            &editor.actor,
            "submissionAssign",
            json!({ "id": id, "assignee": editor.account.global() }),
            "submission { isAssignedToMe }",
        )
        .await;
    assert_eq!(payload["submission"]["isAssignedToMe"], true);
    let payload = desk
        .run(
            &editor.actor,
            "submissionAssign",
            json!({ "id": id, "assignee": other.account.global() }),
            "submission { id }",
        )
        .await;
    assert_eq!(errors(&payload), ["NO_SUCH_EDITOR assignee"]);
    let payload =
        desk.run(&editor.actor, "submissionSendBack", json!({ "id": id, "reason": "  " }), "submission { id }").await;
    assert_eq!(errors(&payload), ["REASON_MISSING reason"]);
    let back = json!({ "id": id, "reason": "Podaj dni." });
    assert_eq!(
        desk.run(&other.actor, "submissionSendBack", back.clone(), "submission { id }").await["fault"],
        "NOT_FOUND"
    );
    assert_eq!(
        desk.run(&author.actor, "submissionSendBack", back.clone(), "submission { id }").await["fault"],
        "FORBIDDEN"
    );
    let payload = desk.run(&editor.actor, "submissionSendBack", back, "submission { status reason }").await;
    assert_eq!(payload["submission"], json!({ "status": "SENT_BACK", "reason": "Podaj dni." }));
    let mails = desk.mails().await;
    assert_eq!((mails[0].template.as_str(), mails[0].to.as_str()), ("editorial/sent_back", "author@example.org"));
    assert_eq!(mails[0].args["reason"], "Podaj dni.");

    let fields = json!({ "title": "Robotyka", "provider": "Klub Omega", "slots": "mon 16:00-17:30" });
    desk.wait(Duration::minutes(1));
    desk.run(
        &author.actor,
        "submissionSave",
        json!({ "id": id, "fields": fields, "submit": true }),
        "submission { id }",
    )
    .await;
    assert!(!is_found(&desk, "Robotyka").await);
    desk.wait(Duration::minutes(1));
    let payload = desk
        .run(&editor.actor, "submissionApprove", json!({ "id": id }), "submission { status canUndo entry { title state canEdit } changes { name label publishedText proposedText } events { what message isMine } }")
        .await;
    let approved = &payload["submission"];
    assert_eq!(approved["entry"], json!({ "title": "Robotyka", "state": "PUBLISHED", "canEdit": true }), "{payload}");
    assert_eq!(
        approved["changes"][2],
        json!({ "name": "slots", "label": "When in the week", "publishedText": null, "proposedText": "Monday 16:00–17:30" })
    );
    let acts: Vec<_> =
        approved["events"].as_array().unwrap().iter().map(|event| event["what"].as_str().unwrap()).collect();
    assert_eq!(acts.len(), 5);
    assert_eq!(acts.last(), Some(&"APPROVE"));
    assert!(is_found(&desk, "Robotyka").await);
    assert_eq!(desk.mails().await[0].template, "editorial/approved");

    // Taken back within a day it is out of sight and waits; approved again it is the same entry.
    desk.wait(Duration::hours(23));
    let entry = |data: &Value| data["submission"]["entry"]["id"].as_str().map(str::to_owned);
    let before = desk.ask(&editor.actor, &format!("{{ submission(id: \"{id}\") {{ entry {{ id }} }} }}")).await;
    let payload =
        desk.run(&editor.actor, "submissionUndo", json!({ "id": id }), "submission { status canDecide }").await;
    assert_eq!(payload["submission"], json!({ "status": "WAITING", "canDecide": true }));
    assert!(!is_found(&desk, "Robotyka").await);
    let payload =
        desk.run(&editor.actor, "submissionApprove", json!({ "id": id }), "submission { entry { id } }").await;
    assert_eq!(entry(&payload), entry(&before));
    assert!(is_found(&desk, "Robotyka").await);
    desk.wait(Duration::hours(25));
    let payload = desk.run(&editor.actor, "submissionUndo", json!({ "id": id }), "submission { id }").await;
    assert_eq!(errors(&payload), ["UNDO_TOO_LATE"]);
    let viewer = desk.ask(&author.actor, "{ viewer { submissions { totalCount nodes { status } } } }").await;
    assert_eq!(viewer["viewer"]["submissions"], json!({ "totalCount": 1, "nodes": [{ "status": "APPROVED" }] }));
}

#[tokio::test]
async fn a_correction_leaves_what_others_changed_and_asks_where_both_did() {
    let desk = Desk::open().await;
    let (author, editor) = (desk.somebody("author", None).await, desk.somebody("editor", EDITOR).await);
    let entry = desk.activity("Szachy", None).await.global();
    let proposed =
        json!({ "title": "Szachy dla dzieci", "provider": "Klub", "price": "15", "email": "klub@example.org" });
    let same = json!({ "title": "Szachy", "provider": "Klub", "price": "10", "email": "klub@example.org" });
    let payload = desk
        .run(
            &author.actor,
            "submissionSave",
            json!({ "entry": entry, "fields": same, "submit": true }),
            "submission { id }",
        )
        .await;
    assert_eq!(errors(&payload), ["NOTHING_CHANGED"]);
    let id = desk.sent(&author, json!({ "entry": entry, "fields": proposed })).await;
    let waiting = format!("{{ activity(id: \"{entry}\") {{ submissionWaiting canEdit title history {{ action }} }} }}");
    let data = desk.ask(&editor.actor, &waiting).await;
    let expected =
        json!({ "submissionWaiting": true, "canEdit": true, "title": "Szachy", "history": [{ "action": "create" }] });
    assert_eq!(data["activity"], expected, "the published version stays");
    let data = desk.ask(&author.actor, &waiting).await;
    assert_eq!(
        data["activity"],
        json!({ "submissionWaiting": null, "canEdit": false, "title": "Szachy", "history": null })
    );

    let theirs = json!({ "title": "Szachy", "provider": "Klub Skoczek", "price": "20", "email": "klub@example.org" });
    let payload = desk.run(&editor.actor, "entrySave", json!({ "id": entry, "fields": theirs }), "entry { id }").await;
    assert_eq!(errors(&payload), Vec::<String>::new());
    let query = format!(
        "{{ submission(id: \"{id}\") {{ hasConflict changes {{ name seen published proposed isConflict }} }} }}"
    );
    let data = desk.ask(&editor.actor, &query).await;
    let expected = json!([
        { "name": "title", "seen": "Szachy", "published": "Szachy", "proposed": "Szachy dla dzieci", "isConflict": false },
        { "name": "price", "seen": "10", "published": "20", "proposed": "15", "isConflict": true },
    ]);
    assert_eq!(data["submission"], json!({ "hasConflict": true, "changes": expected }));
    let payload = desk.run(&editor.actor, "submissionApprove", json!({ "id": id }), "submission { id }").await;
    assert_eq!(errors(&payload), ["CONFLICT price"]);
    let payload = desk
        .run(
            &editor.actor,
            "submissionApprove",
            json!({ "id": id, "overwrite": true }),
            "submission { entry { fields { name value } } }",
        )
        .await;
    let says = |payload: &Value, name: &str| {
        let fields = payload["submission"]["entry"]["fields"].as_array().unwrap();
        fields.iter().find(|field| field["name"] == name).map(|field| field["value"].as_str().unwrap().to_owned())
    };
    assert_eq!(says(&payload, "title").as_deref(), Some("Szachy dla dzieci"));
    assert_eq!(says(&payload, "price").as_deref(), Some("15"));
    assert_eq!(
        says(&payload, "provider").as_deref(),
        Some("Klub Skoczek"),
        "what the author left alone is as others made it"
    );

    // Taken back, only what the proposal changed goes back; and not over somebody's later change.
    let payload = desk.run(&editor.actor, "submissionUndo", json!({ "id": id }), "submission { status }").await;
    assert_eq!(payload["submission"]["status"], "WAITING", "{payload}");
    let data = desk
        .ask(&Actor::Anonymous, &format!("{{ activity(id: \"{entry}\") {{ title provider price {{ amount }} }} }}"))
        .await;
    assert_eq!(data["activity"], json!({ "title": "Szachy", "provider": "Klub Skoczek", "price": { "amount": "20" } }));
    desk.run(&editor.actor, "submissionApprove", json!({ "id": id, "overwrite": true }), "submission { id }").await;
    let later = json!({ "title": "Szachy", "provider": "Klub Skoczek", "price": "30" });
    desk.run(&editor.actor, "entrySave", json!({ "id": entry, "fields": later }), "entry { id }").await;
    let payload = desk.run(&editor.actor, "submissionUndo", json!({ "id": id }), "submission { id }").await;
    assert_eq!(errors(&payload), ["UNDO_CHANGED_SINCE"]);
}

#[tokio::test]
async fn duplicates_are_found_while_typing_and_proposals_merged_into_them() {
    let desk = Desk::open().await;
    let (author, editor) = (desk.somebody("author", None).await, desk.somebody("editor", EDITOR).await);
    let known = desk.activity("Robotyka dla ciekawych", None).await.global();
    let typed =
        "{ similarEntries(kind: ACTIVITY, fields: { title: \"robotyka dla ciekawych\", provider: \"Klub\" }) { id } }";
    assert_eq!(desk.ask(&Actor::Anonymous, typed).await["similarEntries"], json!([{ "id": known }]));
    let fields = json!({ "title": "Robotyka dla ciekawych", "provider": "Klub", "phone": "91 123" });
    let id = desk.sent(&author, json!({ "kind": "ACTIVITY", "fields": fields })).await;
    let data = desk.ask(&editor.actor, &format!("{{ submission(id: \"{id}\") {{ similar {{ id }} }} }}")).await;
    assert_eq!(data["submission"]["similar"], json!([{ "id": known }]));
    let [institution, _] = desk.institutions().await;
    for into in [institution.global(), "act_nonsense".to_owned()] {
        let payload =
            desk.run(&editor.actor, "submissionMerge", json!({ "id": id, "into": into }), "submission { id }").await;
        assert_eq!(errors(&payload), ["NO_SUCH_ENTRY into"]);
    }
    let payload = desk
        .run(&editor.actor, "submissionMerge", json!({ "id": id, "into": known }), "submission { status entry { id } }")
        .await;
    assert_eq!(payload["submission"], json!({ "status": "MERGED", "entry": { "id": known } }));
    let shown = format!("{{ activity(id: \"{known}\") {{ phone price {{ amount }} }} activities {{ totalCount }} }}");
    let data = desk.ask(&Actor::Anonymous, &shown).await;
    assert_eq!(
        data,
        json!({ "activity": { "phone": "91 123", "price": { "amount": "10" } }, "activities": { "totalCount": 1 } })
    );
    assert_eq!(desk.mails().await[0].template, "editorial/merged");
    desk.run(&editor.actor, "submissionUndo", json!({ "id": id }), "submission { id }").await;
    assert_eq!(desk.ask(&Actor::Anonymous, &shown).await["activity"]["phone"], Value::Null);
}

#[tokio::test]
async fn many_are_decided_at_once_each_for_itself() {
    let desk = Desk::open().await;
    let (author, editor) = (desk.somebody("author", None).await, desk.somebody("editor", EDITOR).await);
    let mut ids = Vec::new();
    for title in ["Taniec", "Judo"] {
        ids.push(
            desk.sent(&author, json!({ "kind": "ACTIVITY", "fields": { "title": title, "provider": "Klub" } })).await,
        );
    }
    desk.run(&author.actor, "submissionWithdraw", json!({ "id": ids[1] }), "submission { id }").await;
    let missing = kernel::ids::encode("sub", uuid::Uuid::from_u128(7));
    let versions = |ids: &[&str]| ids.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>();
    let input = json!({ "submissions": versions(&[&ids[0], &ids[1], &missing]), "decision": "APPROVE" });
    let selection = "results { id submission { status } errors { code } }";
    for (who, code) in [(&Actor::Anonymous, "UNAUTHENTICATED"), (&author.actor, "FORBIDDEN")] {
        assert_eq!(desk.run(who, "submissionsDecide", input.clone(), selection).await["fault"], code);
    }
    let payload = desk.run(&editor.actor, "submissionsDecide", input, selection).await;
    let codes: Vec<_> =
        payload["results"].as_array().unwrap().iter().map(|one| one["errors"][0]["code"].clone()).collect();
    assert_eq!(codes, [Value::Null, json!("WRONG_STATE"), json!("NOT_YOURS")]);
    assert_eq!(payload["results"][0]["submission"]["status"], "APPROVED");
    let input = json!({ "submissions": versions(&[ids[0].as_str(); 51]), "decision": "APPROVE" });
    assert_eq!(errors(&desk.run(&editor.actor, "submissionsDecide", input, selection).await), ["TOO_MANY submissions"]);
    let input = json!({ "submissions": versions(&[&ids[0]]), "decision": "REJECT" });
    assert_eq!(
        errors(&desk.run(&editor.actor, "submissionsDecide", input, selection).await),
        ["REASON_MISSING reason"]
    );
    let payload = desk
        .run(
            &author.actor,
            "submissionSave",
            json!({ "id": ids[1], "fields": { "title": "Judo" } }),
            "submission { status }",
        )
        .await;
    assert_eq!(payload["submission"]["status"], "DRAFT", "what was taken back can be taken up again");
}

#[tokio::test]
async fn a_manager_decides_what_stays_within_the_institution() {
    let desk = Desk::open().await;
    let [here, there] = desk.institutions().await;
    let contributor = desk.somebody("contributor", Some((Role::Contributor, Some(here)))).await;
    let manager = desk.somebody("manager", Some((Role::Manager, Some(here)))).await;
    let elsewhere = desk.somebody("elsewhere", Some((Role::Manager, Some(there)))).await;
    let fields =
        |institution: directory::InstitutionId| json!({ "title": "Ceramika", "institution": institution.global() });
    let foreign = json!({ "kind": "ACTIVITY", "institution": there.global(), "fields": fields(there) });
    assert_eq!(
        desk.run(&contributor.actor, "submissionSave", foreign, "submission { id }").await["fault"],
        "FORBIDDEN"
    );
    let own = desk
        .sent(&contributor, json!({ "kind": "ACTIVITY", "institution": here.global(), "fields": fields(here) }))
        .await;
    let reaching = desk
        .sent(&contributor, json!({ "kind": "ACTIVITY", "institution": here.global(), "fields": fields(there) }))
        .await;
    let data = desk
        .ask(&manager.actor, "{ submissions { nodes { canDecide institution { name } author { displayName } } } }")
        .await;
    let decidable: Vec<_> =
        data["submissions"]["nodes"].as_array().unwrap().iter().map(|node| node["canDecide"].clone()).collect();
    assert_eq!(decidable.iter().filter(|can| **can == json!(true)).count(), 1);
    assert_eq!(desk.ask(&elsewhere.actor, "{ submissions { totalCount } }").await["submissions"]["totalCount"], 0);
    let approve = |id: &str| json!({ "id": id });
    for (who, id, expected) in
        [(&elsewhere, &own, "NOT_FOUND"), (&contributor, &own, "FORBIDDEN"), (&manager, &reaching, "FORBIDDEN")]
    {
        assert_eq!(
            desk.run(&who.actor, "submissionApprove", approve(id), "submission { id }").await["fault"],
            expected
        );
    }
    // Nor may the manager's own words lead elsewhere.
    let edited = json!({ "id": own, "fields": fields(there) });
    assert_eq!(desk.run(&manager.actor, "submissionApprove", edited, "submission { id }").await["fault"], "FORBIDDEN");
    let theirs = desk.activity("Ceramika u nas", Some(there)).await.global();
    let merge = json!({ "id": own, "into": theirs });
    assert_eq!(desk.run(&manager.actor, "submissionMerge", merge, "submission { id }").await["fault"], "FORBIDDEN");
    assert_eq!(
        desk.run(&manager.actor, "submissionAssign", approve(&own), "submission { id }").await["fault"],
        "FORBIDDEN"
    );
    let payload = desk.run(&manager.actor, "submissionApprove", approve(&own), "submission { status }").await;
    assert_eq!(payload["submission"]["status"], "APPROVED");
    let payload = desk.run(&manager.actor, "submissionUndo", approve(&own), "submission { status }").await;
    assert_eq!(payload["submission"]["status"], "WAITING");
}

#[tokio::test]
async fn institutions_are_proposed_and_corrected_too() {
    let desk = Desk::open().await;
    let [here, _] = desk.institutions().await;
    let (author, editor) = (desk.somebody("author", None).await, desk.somebody("editor", EDITOR).await);
    let payload = desk
        .run(
            &author.actor,
            "submissionSave",
            json!({ "kind": "INSTITUTION", "fields": { "name": "Biblioteka" }, "submit": true }),
            "submission { id }",
        )
        .await;
    assert_eq!(errors(&payload), ["FIELD_INVALID entryKind"]);
    let fields = json!({ "name": "Biblioteka", "entryKind": "library", "title": "left out" });
    let id = desk.sent(&author, json!({ "kind": "INSTITUTION", "fields": fields })).await;
    let payload = desk
        .run(
            &editor.actor,
            "submissionApprove",
            json!({ "id": id }),
            "submission { canUndo fields { name text } entry { kind title } }",
        )
        .await;
    assert_eq!(payload["submission"]["entry"], json!({ "kind": "INSTITUTION", "title": "Biblioteka" }), "{payload}");
    assert_eq!(payload["submission"]["fields"][1], json!({ "name": "entryKind", "text": "library" }));
    assert_eq!(payload["submission"]["canUndo"], false);
    let payload = desk.run(&editor.actor, "submissionUndo", json!({ "id": id }), "submission { id }").await;
    assert_eq!(errors(&payload), ["UNDO_IMPOSSIBLE"]);
    let fields = json!({ "name": "Dom Kultury „Muza”", "entryKind": "CULTURE_CENTRE" });
    let id = desk.sent(&author, json!({ "entry": here.global(), "fields": fields })).await;
    desk.run(&editor.actor, "submissionReject", json!({ "id": id, "reason": "Nie." }), "submission { id }").await;
    let payload = desk.run(&editor.actor, "submissionUndo", json!({ "id": id }), "submission { status reason }").await;
    assert_eq!(payload["submission"], json!({ "status": "WAITING", "reason": null }));
    desk.run(&editor.actor, "submissionApprove", json!({ "id": id }), "submission { id }").await;
    let shown = format!("{{ institution(id: \"{}\") {{ name canManage }} }}", here.global());
    assert_eq!(
        desk.ask(&author.actor, &shown).await["institution"],
        json!({ "name": "Dom Kultury „Muza”", "canManage": false })
    );
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_is_told() {
    let desk = Desk::open().await;
    let (author, editor) = (desk.somebody("author", None).await, desk.somebody("editor", EDITOR).await);
    let id = desk.activity("Ceramika", None).await;
    let change = async |title: &str| {
        let fields = json!({ "title": title, "provider": "Klub" });
        desk.sent(&author, json!({ "entry": id.global(), "fields": fields })).await
    };
    let (one, other) = (change("Ceramika I").await, change("Ceramika II").await);
    let approve = async |id: &str| {
        errors(&desk.run(&editor.actor, "submissionApprove", json!({ "id": id }), "submission { id }").await)
    };
    // Of the same proposal, and of another that changes the same.
    let (first, second, third) = tokio::join!(approve(&one), approve(&one), approve(&other));
    let told = |outcome: &[String]| outcome.first().cloned().unwrap_or_default();
    let mut outcomes = [told(&first), told(&second), told(&third)];
    outcomes.sort();
    let expected =
        if third.is_empty() { ["", "CONFLICT title", "CONFLICT title"] } else { ["", "CONFLICT title", "WRONG_STATE"] };
    assert_eq!(outcomes, expected);
}

#[tokio::test]
async fn another_city_s_ids_mean_nothing() {
    let desk = Desk::open().await;
    let (author, editor) = (desk.somebody("author", None).await, desk.somebody("editor", EDITOR).await);
    let id =
        desk.sent(&author, json!({ "kind": "ACTIVITY", "fields": { "title": "Taniec", "provider": "Klub" } })).await;
    let there = || desk.scope_in("goleniow", editor.actor.clone());
    let answer = desk
        .answer(there(), &format!("{{ submission(id: \"{id}\") {{ id }} submissions {{ totalCount }} }}"), json!({}))
        .await;
    assert_eq!(answer["data"], json!({ "submission": null, "submissions": { "totalCount": 0 } }));
    let approve = format!("mutation {{ submissionApprove(input: {{ id: \"{id}\" }}) {{ submission {{ id }} }} }}");
    let answer = desk.answer(there(), &approve, json!({})).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "NOT_FOUND");
}

#[tokio::test]
async fn every_code_of_the_schema_is_one_that_the_desk_has() {
    let desk = Desk::open().await;
    let data = desk.ask(&Actor::Anonymous, "{ __schema { types { name enumValues { name } } } }").await;
    let types = data["__schema"]["types"].as_array().unwrap();
    let codes = types.iter().filter(|ty| ty["name"].as_str().unwrap().ends_with("ErrorCode"));
    let mut seen = 0;
    for code in codes.flat_map(|ty| ty["enumValues"].as_array().unwrap()) {
        let code = code["name"].as_str().unwrap();
        assert!(code == "FIELD_INVALID" || Refusal::ALL.iter().any(|refusal| refusal.code() == code), "{code}");
        seen += 1;
    }
    assert!(seen > 40);
}

#[test]
fn everything_the_desk_says_is_said_in_every_language() {
    let messages = messages();
    let refusals = Refusal::ALL.iter().map(|refusal| refusal.key().to_owned());
    let statuses = ["DRAFT", "WAITING", "SENT_BACK", "APPROVED", "REJECTED", "MERGED", "WITHDRAWN"];
    let acts = ["SAVE", "SUBMIT", "WITHDRAW", "ASSIGN", "APPROVE", "SEND_BACK", "REJECT", "MERGE", "UNDO"];
    let actions = ["create", "update", "import", "archive", "restore", "hide", "confirm", "merge", "revert", "undo"];
    let columns = activities::fields::COLUMNS.iter().chain(&directory::fields::COLUMNS);
    let fields = columns.map(|column| match *column {
        "kind" => "field-entryKind".to_owned(),
        column => format!("field-{}", directory::fields::field_name(column)),
    });
    let keys = refusals
        .chain(fields)
        .chain(statuses.map(|status| format!("submission-status-{status}")))
        .chain(acts.map(|act| format!("submission-act-{act}")))
        .chain(actions.map(|action| format!("history-action-{action}")))
        .chain(["PUBLISHED", "ARCHIVED", "HIDDEN"].map(|state| format!("entry-state-{state}")));
    for key in keys {
        for lang in Lang::ALL {
            assert!(messages.has(lang, &key), "{key} in {}", lang.tag());
        }
    }
}
