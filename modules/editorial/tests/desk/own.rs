//! What people do with entries of their own, and what becomes of entries that nobody confirms.

use crate::support::{Desk, errors};
use activities::State;
use chrono::Duration;
use kernel::{access::Role, scope::Actor};
use serde_json::{Value, json};

#[tokio::test]
async fn managers_publish_copy_archive_and_revert_what_is_theirs() {
    let desk = Desk::open().await;
    let [here, there] = desk.institutions().await;
    let manager = desk.somebody("manager", Some((Role::Manager, Some(here)))).await;
    let contributor = desk.somebody("contributor", Some((Role::Contributor, Some(here)))).await;
    let elsewhere = desk.somebody("elsewhere", Some((Role::Manager, Some(there)))).await;
    let fields =
        json!({ "title": "Ceramika", "institution": here.global(), "from": "2026-09-01", "until": "2027-01-20" });
    let new = json!({ "kind": "ACTIVITY", "fields": fields });
    for (who, code) in
        [(&Actor::Anonymous, "UNAUTHENTICATED"), (&contributor.actor, "FORBIDDEN"), (&elsewhere.actor, "FORBIDDEN")]
    {
        assert_eq!(desk.run(who, "entrySave", new.clone(), "entry { id }").await["fault"], code);
    }
    let free = json!({ "kind": "ACTIVITY", "fields": { "title": "Ceramika", "provider": "Ja" } });
    assert_eq!(desk.run(&manager.actor, "entrySave", free, "entry { id }").await["fault"], "FORBIDDEN");
    let bad = json!({ "kind": "ACTIVITY", "fields": { "title": "", "institution": here.global() } });
    assert_eq!(errors(&desk.run(&manager.actor, "entrySave", bad, "entry { id }").await), ["FIELD_INVALID title"]);
    let payload = desk.run(&manager.actor, "entrySave", new, "entry { id state updatedAt activity { title } }").await;
    let entry = payload["entry"].clone();
    assert_eq!(
        (&entry["state"], &entry["activity"]["title"]),
        (&json!("PUBLISHED"), &json!("Ceramika")),
        "seen at once"
    );
    let id = entry["id"].as_str().unwrap();

    // Nobody overwrites what they have not seen, nor gives away what is another's.
    desk.wait(Duration::minutes(1));
    let edit = |title: &str, institution: directory::InstitutionId| json!({ "id": id, "updatedAt": entry["updatedAt"], "reason": "poprawka", "fields": { "title": title, "institution": institution.global(), "from": "2026-09-01", "until": "2027-01-20" } });
    assert_eq!(
        desk.run(&manager.actor, "entrySave", edit("Ceramika II", there), "entry { id }").await["fault"],
        "FORBIDDEN"
    );
    assert_eq!(
        errors(&desk.run(&manager.actor, "entrySave", edit("Ceramika II", here), "entry { id }").await),
        [""; 0]
    );
    assert_eq!(
        errors(&desk.run(&manager.actor, "entrySave", edit("Ceramika III", here), "entry { id }").await),
        ["OUTDATED"]
    );

    let history = format!(
        "{{ activity(id: \"{id}\") {{ history {{ id action actionLabel reason by {{ displayName }} changes {{ label beforeText afterText }} }} }} }}"
    );
    let data = desk.ask(&manager.actor, &history).await;
    let newest = &data["activity"]["history"][0];
    assert_eq!(newest["changes"], json!([{ "label": "Title", "beforeText": "Ceramika", "afterText": "Ceramika II" }]));
    assert_eq!(
        (&newest["actionLabel"], &newest["reason"], &newest["by"]["displayName"]),
        (&json!("changed"), &json!("poprawka"), &json!("man…"))
    );
    for stranger in [&Actor::Anonymous, &contributor.actor, &elsewhere.actor] {
        assert_eq!(desk.ask(stranger, &history).await["activity"]["history"], Value::Null);
    }
    let first = data["activity"]["history"][1]["id"].clone();
    for revision in [json!("nonsense"), json!(uuid::Uuid::nil())] {
        let payload =
            desk.run(&manager.actor, "entryRevert", json!({ "id": id, "revision": revision }), "entry { id }").await;
        assert_eq!(errors(&payload), ["NO_SUCH_REVISION revision"]);
    }
    desk.wait(Duration::minutes(1));
    let payload =
        desk.run(&manager.actor, "entryRevert", json!({ "id": id, "revision": first }), "entry { title }").await;
    assert_eq!(payload["entry"]["title"], "Ceramika");

    let payload = desk.run(&manager.actor, "entryMarkFull", json!({ "id": id }), "entry { isFull }").await;
    assert_eq!(payload["entry"]["isFull"], true);
    let payload =
        desk.run(&manager.actor, "entryCopy", json!({ "id": id }), "entry { id title fields { name value } }").await;
    let copy = payload["entry"]["fields"].as_array().unwrap();
    assert!(
        payload["entry"]["id"] != id && copy.contains(&json!({ "name": "title", "value": "Ceramika" })),
        "{payload}"
    );
    assert!(!copy.contains(&json!({ "name": "from", "value": "2026-09-01" })), "{payload}");

    let payload =
        desk.run(&manager.actor, "entryArchive", json!({ "id": id, "reason": "koniec" }), "entry { state }").await;
    assert_eq!(payload["entry"]["state"], "ARCHIVED");
    let shown = format!("{{ activity(id: \"{id}\") {{ title }} entry(id: \"{id}\") {{ state }} }}");
    assert_eq!(desk.ask(&manager.actor, &shown).await, json!({ "activity": null, "entry": { "state": "ARCHIVED" } }));
    assert_eq!(desk.ask(&elsewhere.actor, &shown).await, json!({ "activity": null, "entry": null }));
    assert_eq!(
        desk.run(&elsewhere.actor, "entryRestore", json!({ "id": id }), "entry { id }").await["fault"],
        "NOT_FOUND"
    );
    let own = format!(
        "{{ institution(id: \"{}\") {{ canManage entries {{ title state }} archived: entries(state: [ARCHIVED]) {{ title }} }} }}",
        here.global()
    );
    let data = desk.ask(&manager.actor, &own).await;
    assert_eq!(data["institution"]["entries"].as_array().unwrap().len(), 2);
    assert_eq!(data["institution"]["archived"], json!([{ "title": "Ceramika" }]));
    assert_eq!(
        desk.ask(&contributor.actor, &own).await["institution"],
        json!({ "canManage": false, "entries": null, "archived": null })
    );
    let payload = desk.run(&manager.actor, "entryRestore", json!({ "id": id }), "entry { state confirmedAt }").await;
    assert_eq!(payload["entry"]["state"], "PUBLISHED");
    assert!(payload["entry"]["confirmedAt"].as_str().unwrap().starts_with("2026-09-15T10:02"));
    let payload = desk.run(&manager.actor, "entryArchive", json!({ "id": here.global() }), "entry { id }").await;
    assert_eq!(errors(&payload), ["NOT_FOR_THIS_KIND id"]);
}

#[tokio::test]
async fn a_spreadsheet_is_looked_at_before_it_is_written() {
    let desk = Desk::open().await;
    let [here, there] = desk.institutions().await;
    let manager = desk.somebody("manager", Some((Role::Manager, Some(here)))).await;
    let csv = "id;title;price\n1;Szachy;10\n2;;20\n3;Taniec;x\n";
    let selection = "report { created rejected rows { row fate title entryId changes { label afterText } problems { field label message } } }";
    let input = |institution: directory::InstitutionId, dry_run: bool| json!({ "institution": institution.global(), "csv": csv, "dryRun": dry_run });
    assert_eq!(desk.run(&manager.actor, "entriesImport", input(there, false), selection).await["fault"], "FORBIDDEN");
    let payload = desk.run(&manager.actor, "entriesImport", input(here, true), selection).await;
    let report = &payload["report"];
    assert_eq!((&report["created"], &report["rejected"]), (&json!(1), &json!(2)), "{payload}");
    assert_eq!(report["rows"][0]["entryId"], Value::Null);
    assert!(
        report["rows"][0]["changes"]
            .as_array()
            .unwrap()
            .contains(&json!({ "label": "Price", "afterText": "10\u{a0}zł" }))
    );
    assert_eq!(
        (&report["rows"][2]["problems"][0]["field"], &report["rows"][2]["problems"][0]["label"]),
        (&json!("price"), &json!("Price"))
    );
    let count = "{ activities { totalCount } }";
    assert_eq!(desk.ask(&Actor::Anonymous, count).await["activities"]["totalCount"], 0);
    let payload = desk.run(&manager.actor, "entriesImport", input(here, false), selection).await;
    assert!(payload["report"]["rows"][0]["entryId"].is_string(), "{payload}");
    assert_eq!(desk.ask(&Actor::Anonymous, count).await["activities"]["totalCount"], 1);
    let broken = json!({ "institution": here.global(), "csv": "tytul;cena\na;b\n" });
    let payload = desk.run(&manager.actor, "entriesImport", broken, "report { created }").await;
    assert_eq!(errors(&payload), ["FILE_UNREADABLE csv"]);
    let huge = json!({ "institution": here.global(), "csv": "a".repeat(2 * 1024 * 1024 + 1) });
    assert_eq!(
        errors(&desk.run(&manager.actor, "entriesImport", huge, "report { created }").await),
        ["FILE_TOO_LARGE csv"]
    );
}

#[tokio::test]
async fn what_nobody_confirms_is_asked_about_once_and_hidden_in_the_end() {
    let desk = Desk::open().await;
    let [here, _] = desk.institutions().await;
    desk.somebody("manager", Some((Role::Manager, Some(here)))).await;
    let editor = desk.somebody("editor", Some((Role::Editor, None))).await;
    let citizen = desk.somebody("citizen", None).await;
    let (managed, alone) = (desk.activity("Ceramika", Some(here)).await, desk.activity("Szachy", None).await);
    let run = async || (editorial::JOBS[0].run)(&desk.scope(Actor::System)).await.unwrap();
    run().await;
    assert!(desk.mails().await.is_empty(), "everything is fresh");

    desk.wait(Duration::days(151));
    run().await;
    let mut mails = desk.mails().await;
    mails.sort_by(|one, other| one.to.cmp(&other.to));
    let told: Vec<_> = mails
        .iter()
        .map(|mail| (mail.to.as_str(), mail.template.as_str(), mail.args["entries"][0]["title"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [("klub@example.org", "editorial/confirm", "Szachy"), ("manager@example.org", "editorial/confirm", "Ceramika")]
    );
    desk.wait(Duration::minutes(10));
    run().await;
    assert_eq!(desk.mails().await.len(), 2, "the first two are leased again, and there are no others");
    let stale = "{ staleEntries { entry { title } hidesAt reminders { to { displayName } } } }";
    let data = desk.ask(&editor.actor, stale).await;
    let mut titles: Vec<_> = data["staleEntries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["entry"]["title"].as_str().unwrap(), one["reminders"][0]["to"]["displayName"].as_str()))
        .collect();
    titles.sort_unstable();
    assert_eq!(titles, [("Ceramika", Some("man…")), ("Szachy", None)]);
    let answer = desk.answer(desk.scope(citizen.actor.clone()), stale, json!({})).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN");

    // One is confirmed by the link, which acts here and for this entry only; the other is hidden.
    let path = mails[1].args["entries"][0]["path"].as_str().unwrap();
    let token = path.strip_prefix("/potwierdz/").unwrap();
    let confirmable = format!("{{ confirmableEntry(token: \"{token}\") {{ title }} }}");
    assert_eq!(desk.ask(&Actor::Anonymous, &confirmable).await["confirmableEntry"]["title"], "Ceramika");
    let there = desk.answer(desk.scope_in("goleniow", Actor::Anonymous), &confirmable, json!({})).await;
    assert_eq!(there["data"]["confirmableEntry"], Value::Null);
    let mut touched = token.to_owned().into_bytes();
    touched[3] = if touched[3] == b'A' { b'B' } else { b'A' };
    let touched = String::from_utf8(touched).unwrap();
    for bad in ["", ".", "AAAA.AAAA", &touched, token.split_once('.').unwrap().0] {
        let payload = desk.run(&Actor::Anonymous, "entryConfirmByToken", json!({ "token": bad }), "entry { id }").await;
        assert_eq!(errors(&payload), ["TOKEN_INVALID token"], "{bad}");
    }
    let payload =
        desk.run(&Actor::Anonymous, "entryConfirmByToken", json!({ "token": token }), "entry { title }").await;
    assert_eq!(payload["entry"]["title"], "Ceramika", "{payload}");
    let confirmed =
        desk.ask(&Actor::Anonymous, &format!("{{ activity(id: \"{}\") {{ confirmedAt }} }}", managed.global())).await;
    assert!(confirmed["activity"]["confirmedAt"].as_str().unwrap().starts_with("2027-02-13"));
    desk.wait(Duration::days(150));
    run().await;
    let state = async |id| activities::service::record(&desk.scope(Actor::System), id).await.unwrap().unwrap().state;
    assert_eq!((state(managed).await, state(alone).await), (State::Published, State::Hidden));
    let payload = desk.run(&Actor::Anonymous, "entryConfirmByToken", json!({ "token": token }), "entry { id }").await;
    assert_eq!(errors(&payload), ["TOKEN_INVALID token"], "links grow old");
    let alone = alone.global();
    let payload = desk.run(&editor.actor, "entryConfirm", json!({ "id": alone }), "entry { state }").await;
    assert_eq!(payload["entry"]["state"], "PUBLISHED", "who confirms what was hidden shows it again");
}

#[tokio::test]
async fn who_answers_for_the_same_is_asked_at_once_and_no_link_shows_what_was_archived() {
    let desk = Desk::open().await;
    let [here, _] = desk.institutions().await;
    let manager = desk.somebody("first", Some((Role::Manager, Some(here)))).await;
    desk.somebody("second", Some((Role::Manager, Some(here)))).await;
    let editor = desk.somebody("editor", Some((Role::Editor, None))).await;
    let (kept, archived) = (desk.activity("Ceramika", Some(here)).await, desk.activity("Szachy", Some(here)).await);
    let run = async || (editorial::JOBS[0].run)(&desk.scope(Actor::System)).await.unwrap();
    desk.wait(Duration::days(151));
    run().await;
    let mut mails: Vec<_> = desk.mails().await.into_iter().map(|mail| (mail.to, mail.args["count"].clone())).collect();
    mails.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(mails, [("first@example.org".to_owned(), json!(2)), ("second@example.org".to_owned(), json!(2))]);
    let oldest = desk.ask(&editor.actor, "{ staleEntries(first: 1) { entry { title } reminders { at } } }").await;
    let oldest = oldest["staleEntries"].as_array().unwrap().clone();
    assert_eq!((oldest.len(), oldest[0]["reminders"].as_array().unwrap().len()), (1, 2));

    let payload = desk.run(&manager.actor, "entryArchive", json!({ "id": archived.global() }), "entry { state }").await;
    assert_eq!(payload["entry"]["state"], "ARCHIVED");
    desk.wait(Duration::days(150));
    run().await;
    let scope = desk.scope(Actor::System);
    let state = async |id| activities::service::record(&scope.fresh(), id).await.unwrap().unwrap().state;
    assert_eq!((state(kept).await, state(archived).await), (State::Hidden, State::Archived));
    for (id, codes, becomes) in
        [(kept, &[][..], State::Published), (archived, &["TOKEN_INVALID token"], State::Archived)]
    {
        let token = editorial::freshness::token(&scope, id).unwrap();
        let input = json!({ "token": token });
        let payload = desk.run(&Actor::Anonymous, "entryConfirmByToken", input, "entry { id }").await;
        assert_eq!(errors(&payload), codes);
        assert_eq!(state(id).await, becomes);
    }
}

#[tokio::test]
async fn of_two_who_change_an_entry_at_once_one_is_told() {
    let desk = Desk::open().await;
    let editor = desk.somebody("editor", Some((Role::Editor, None))).await;
    let id = desk.activity("Ceramika", None).await;
    let seen = desk.ask(&editor.actor, &format!("{{ entry(id: \"{}\") {{ updatedAt }} }}", id.global())).await;
    desk.wait(Duration::minutes(1));
    let save = async |title: &str| {
        let fields = json!({ "title": title, "provider": "Klub" });
        let input = json!({ "id": id.global(), "updatedAt": seen["entry"]["updatedAt"], "fields": fields });
        errors(&desk.run(&editor.actor, "entrySave", input, "entry { id }").await)
    };
    let (one, other) = tokio::join!(save("Ceramika I"), save("Ceramika II"));
    let mut outcomes = [one, other];
    outcomes.sort();
    assert_eq!(outcomes, [vec![], vec!["OUTDATED".to_owned()]]);
}

#[tokio::test]
async fn what_several_institutions_own_none_takes_from_another() {
    for is_city_s in [false, true] {
        let desk = Desk::open().await;
        let [here, there] = desk.institutions().await;
        let own = (!is_city_s).then_some(here);
        let event = desk.joint_event(own, there).await;
        let joined = desk.somebody("joined", Some((Role::Manager, Some(there)))).await;
        let entered = desk.somebody("entered", Some((Role::Manager, Some(here)))).await;
        let editor = desk.somebody("editor", Some((Role::Editor, None))).await;
        let save = async |who: &Actor, title: &str, institution: Option<directory::InstitutionId>| {
            let institution = institution.map(directory::InstitutionId::global);
            let fields = json!({ "title": title, "provider": "Miasto", "starts": "2026-12-05T10:00", "institution": institution });
            let payload = desk
                .run(who, "entrySave", json!({ "id": event, "kind": "EVENT", "fields": fields }), "entry { title }")
                .await;
            payload["fault"].as_str().map_or_else(|| payload["entry"]["title"].clone(), |code| json!(code))
        };
        assert_eq!(save(&joined.actor, "Razem", own).await, "Razem", "each may change what it says");
        assert_eq!(save(&joined.actor, "Moje", Some(there)).await, "FORBIDDEN");
        assert_eq!(save(&entered.actor, "Nasze", own).await, if is_city_s { "FORBIDDEN" } else { "Nasze" });
        assert_eq!(save(&entered.actor, "Ich", Some(there)).await, "FORBIDDEN");
        assert_eq!(save(&editor.actor, "Ich", Some(there)).await, "Ich");
    }
}
