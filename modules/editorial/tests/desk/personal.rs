//! What the desk knows of people, and how long it keeps what was not taken.

use crate::support::{Desk, errors};
use chrono::Duration;
use kernel::{access::Role, scope::Actor};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::json;

const EDITOR: Option<(Role, Option<directory::InstitutionId>)> = Some((Role::Editor, None));

#[tokio::test]
async fn what_a_person_left_here_can_be_taken_away_and_forgotten() {
    let desk = Desk::open().await;
    let (author, editor) = (desk.somebody("author", None).await, desk.somebody("editor", EDITOR).await);
    let fields = json!({ "title": "Taniec", "provider": "Klub" });
    let sent = desk.sent(&author, json!({ "kind": "ACTIVITY", "fields": fields, "note": "Jestem Anna." })).await;
    let input = json!({ "kind": "ACTIVITY", "fields": fields });
    let draft = desk.run(&author.actor, "submissionSave", input, "submission { id }").await;
    let draft = editorial::SubmissionId::parse(draft["submission"]["id"].as_str().unwrap()).unwrap();
    let scope = desk.scope(Actor::System);
    // A draft that keeps a picture: with the draft, nothing keeps that any more.
    let tx = scope.begin().await.unwrap();
    let row = "INSERT INTO shown (entity, entity_id, media_id) VALUES ('submission', $1, $1)";
    let backend = tx.db().get_database_backend();
    tx.db().execute_raw(Statement::from_sql_and_values(backend, row, [draft.0.into()])).await.unwrap();
    tx.commit().await.unwrap();
    let data = (editorial::PERSONAL_DATA.export)(&scope, author.account).await.unwrap();
    assert_eq!(data["proposals"].as_array().unwrap().len(), 2);
    assert_eq!(data["proposals"][0]["fields"]["title"], "Taniec");
    let mut tx = scope.begin().await.unwrap();
    (editorial::PERSONAL_DATA.erase)(&mut tx, author.account).await.unwrap();
    let kept = Statement::from_string(backend, "SELECT media_id FROM shown");
    assert_eq!(tx.db().query_all_raw(kept).await.unwrap().len(), 0);
    tx.commit().await.unwrap();
    let data = (editorial::PERSONAL_DATA.export)(&scope.fresh(), author.account).await.unwrap();
    assert_eq!(data, json!({ "proposals": [] }));
    let shown = format!(
        "{{ submissions {{ totalCount }} submission(id: \"{sent}\") {{ title note author {{ displayName }} events {{ what message by {{ displayName }} }} }} }}"
    );
    let data = desk.ask(&editor.actor, &shown).await;
    let events = json!([{ "what": "SUBMIT", "message": null, "by": null }]);
    assert_eq!(data["submission"], json!({ "title": "Taniec", "note": null, "author": null, "events": events }));
    assert_eq!(data["submissions"]["totalCount"], 1);
}

#[tokio::test]
async fn what_was_not_taken_goes_with_its_author_and_in_a_year_anyway() {
    let desk = Desk::open().await;
    let (author, other) = (desk.somebody("author", None).await, desk.somebody("other", None).await);
    let editor = desk.somebody("editor", EDITOR).await;
    let input =
        json!({ "kind": "ACTIVITY", "fields": { "title": "Taniec", "provider": "Klub" }, "note": "Jestem Anna." });
    let decide = async |mutation: &str, id: &str| {
        let mut input = json!({ "id": id });
        if mutation != "submissionApprove" {
            input["reason"] = "Pani Anno!".into();
        }
        let payload = desk.run(&editor.actor, mutation, input, "submission { id }").await;
        assert_eq!(errors(&payload), [""; 0]);
    };
    for mutation in ["submissionSendBack", "submissionReject"] {
        decide(mutation, &desk.sent(&author, input.clone()).await).await;
    }
    let published = desk.sent(&author, input.clone()).await;
    decide("submissionSendBack", &published).await;
    desk.run(&author.actor, "submissionSubmit", json!({ "id": published }), "submission { id }").await;
    decide("submissionApprove", &published).await;
    let (rejected, waiting) = (desk.sent(&other, input.clone()).await, desk.sent(&other, input).await);
    decide("submissionReject", &rejected).await;

    let scope = desk.scope(Actor::System);
    let mut tx = scope.begin().await.unwrap();
    (editorial::PERSONAL_DATA.erase)(&mut tx, author.account).await.unwrap();
    tx.commit().await.unwrap();
    let left = "{ submissions { nodes { id status note reason events { message } } } }";
    let data = desk.ask(&editor.actor, left).await;
    let nodes = data["submissions"]["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 3, "{data}");
    let nothing = json!({ "message": null });
    let events = [&nothing, &nothing, &nothing, &nothing];
    let emptied = json!({ "id": published, "status": "APPROVED", "note": null, "reason": null, "events": events });
    assert!(nodes.contains(&emptied), "{data}");
    assert!(nodes.iter().any(|node| node["id"] == rejected && node["events"][1]["message"] == "Pani Anno!"));

    desk.wait(Duration::days(366));
    (editorial::JOBS[0].run)(&desk.scope(Actor::System)).await.unwrap();
    let data = desk.ask(&editor.actor, left).await;
    let ids: Vec<_> = data["submissions"]["nodes"].as_array().unwrap().iter().map(|node| &node["id"]).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&&json!(waiting)) && ids.contains(&&json!(published)));
}
