//! Joining forces.

use directory::InstitutionId;
use kernel::{access::Role, scope::Actor};
use serde_json::{Value, json};

use crate::support::{Somebody, World, errors, letters};

const INVITATION: &str = "invitation { id state kind canAnswer canWithdraw } errors { code field message }";

async fn invite(world: &World, who: &Somebody, event: &str, institution: InstitutionId) -> Value {
    let input = json!({ "event": event, "institution": institution.global(), "message": "Razem?" });
    world.run(&who.actor, "eventInvite", input, INVITATION).await
}

async fn ask(world: &World, who: &Somebody, event: &str, institution: InstitutionId) -> Value {
    let input = json!({ "event": event, "institution": institution.global() });
    world.run(&who.actor, "eventAskToJoin", input, INVITATION).await
}

async fn answer(world: &World, who: &Actor, payload: &Value, accept: bool) -> Value {
    let input = json!({ "id": payload["invitation"]["id"], "accept": accept });
    world.run(who, "eventInvitationAnswer", input, INVITATION).await
}

async fn organisers(world: &World, event: &str) -> Vec<String> {
    let query = format!("{{ event(id: \"{event}\") {{ organisers {{ name }} }} }}");
    let told = world.ask(&Actor::Anonymous, &query).await;
    let names = told["event"]["organisers"].as_array().unwrap().iter();
    names.map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn who_accepts_owns_the_event_too() {
    let world = World::open().await;
    let event = world.event(&[]).await;
    let school = world.manager("marek", world.school).await;
    let library = world.manager("lidia", world.library).await;
    let contributor = world.somebody("klara", Some((Role::Contributor, Some(world.library)))).await;
    let citizen = world.somebody("anna", None).await;

    assert_eq!(invite(&world, &library, &event, world.library).await["fault"], "FORBIDDEN");
    assert_eq!(invite(&world, &citizen, &event, world.library).await["fault"], "FORBIDDEN");
    let invited = invite(&world, &school, &event, world.library).await;
    assert_eq!(invited["invitation"]["state"], "WAITING", "{invited}");
    assert_eq!(
        (&invited["invitation"]["canAnswer"], &invited["invitation"]["canWithdraw"]),
        (&json!(false), &json!(true))
    );
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/invited", "lidia")]);
    let args = &mails[0].args;
    assert_eq!(
        (&args["organiser"], &args["institution"], &args["text"]),
        (&json!("Szkoła Muzyczna"), &json!("Biblioteka"), &json!("Razem?"))
    );
    assert_eq!(errors(&invite(&world, &school, &event, world.library).await), ["ALREADY_INVITED institution"]);
    assert_eq!(errors(&ask(&world, &library, &event, world.library).await), ["ALREADY_INVITED institution"]);
    assert_eq!(errors(&invite(&world, &school, &event, world.school).await), ["ALREADY_ORGANISER institution"]);

    let waiting = "{ viewer { eventInvitations { title institution { name } canAnswer } } }";
    let theirs = world.ask(&library.actor, waiting).await;
    let one = json!({ "title": "Koncert", "institution": { "name": "Biblioteka" }, "canAnswer": true });
    assert_eq!(theirs["viewer"]["eventInvitations"], json!([one]));
    for who in [&school.actor, &citizen.actor, &contributor.actor] {
        assert_eq!(world.ask(who, waiting).await["viewer"]["eventInvitations"], json!([]));
    }
    assert_eq!(answer(&world, &Actor::Anonymous, &invited, true).await["fault"], "UNAUTHENTICATED");
    assert_eq!(answer(&world, &citizen.actor, &invited, true).await["fault"], "NOT_FOUND");
    assert_eq!(answer(&world, &school.actor, &invited, true).await["fault"], "FORBIDDEN", "not one's own");
    assert_eq!(answer(&world, &contributor.actor, &invited, true).await["fault"], "FORBIDDEN");
    assert_eq!(organisers(&world, &event).await, ["Szkoła Muzyczna"]);
    assert_eq!(answer(&world, &library.actor, &invited, true).await["invitation"]["state"], "ACCEPTED");
    assert_eq!(organisers(&world, &event).await, ["Szkoła Muzyczna", "Biblioteka"]);
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/answered", "marek")]);
    assert_eq!(mails[0].args["accepted"], true);
    assert_eq!(errors(&answer(&world, &library.actor, &invited, false).await), ["ALREADY_ANSWERED"]);
    let id = events::EventId::parse(&event).unwrap();
    let entries = (events::ENTRIES.load)(&world.system(), vec![id.0]).await.unwrap();
    assert_eq!(entries[0].owners, [world.school.0, world.library.0]);
    let history = kernel::history::of(&world.system(), events::ENTITY, id.0, 1).await.unwrap();
    assert_eq!((history[0].action.as_str(), history[0].changes[0].field.as_str()), ("join", "organisers"));

    // Whoever it was entered under leaves: the other takes its place.
    let leave = async |who: &Somebody, institution: InstitutionId| {
        let input = json!({ "event": event, "institution": institution.global() });
        world.run(&who.actor, "eventLeave", input, "event { organisers { name } } errors { code field message }").await
    };
    assert_eq!(leave(&library, world.school).await["fault"], "FORBIDDEN");
    let left = leave(&school, world.school).await;
    assert_eq!(left["event"]["organisers"], json!([{ "name": "Biblioteka" }]), "{left}");
    assert_eq!(errors(&leave(&school, world.school).await), ["NOT_ORGANISER institution"]);
    assert_eq!(errors(&leave(&library, world.library).await), ["LAST_ORGANISER institution"]);
    assert_eq!(world.told(&event).await["institution"], world.library.global());
}

#[tokio::test]
async fn others_ask_to_join_and_take_it_back() {
    let world = World::open().await;
    let event = world.event(&[("email", "szkola@example.org")]).await;
    let library = world.manager("lidia", world.library).await;
    // Nobody answers for the school yet: its event's own address is written to.
    let asked = ask(&world, &library, &event, world.library).await;
    assert_eq!(asked["invitation"]["kind"], "ASK", "{asked}");
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/asked_to_join", "szkola")]);
    assert_eq!(mails[0].args["has_account"], false);
    let withdraw = async |who: &Somebody| {
        let input = json!({ "id": asked["invitation"]["id"] });
        world.run(&who.actor, "eventInvitationWithdraw", input, INVITATION).await
    };
    let school = world.manager("marek", world.school).await;
    assert_eq!(withdraw(&school).await["fault"], "FORBIDDEN");
    assert_eq!(withdraw(&library).await["invitation"]["state"], "WITHDRAWN");
    assert_eq!(errors(&withdraw(&library).await), ["ALREADY_ANSWERED"]);

    let again = ask(&world, &library, &event, world.library).await;
    assert_eq!(letters(&world.mails().await), [("events/asked_to_join", "marek")], "now somebody answers");
    let seen = format!("{{ event(id: \"{event}\") {{ canInvite invitations {{ state kind message }} }} }}");
    let citizen = world.somebody("anna", None).await;
    let stranger = world.ask(&citizen.actor, &seen).await;
    assert_eq!(stranger["event"], json!({ "canInvite": false, "invitations": null }));
    let own = world.ask(&school.actor, &seen).await;
    assert_eq!(own["event"]["invitations"].as_array().unwrap().len(), 2);
    assert_eq!(answer(&world, &school.actor, &again, false).await["invitation"]["state"], "DECLINED");
    let mails = world.mails().await;
    assert_eq!((letters(&mails), &mails[0].args["accepted"]), (vec![("events/answered", "lidia")], &json!(false)));
    assert_eq!(organisers(&world, &event).await, ["Szkoła Muzyczna"]);
    assert_eq!(ask(&world, &school, &event, world.library).await["fault"], "FORBIDDEN");
    let input = json!({ "event": event, "institution": "inst_AAAAAAAAAAAAAAAAAAAAAA" });
    let editor = world.somebody("ewa", Some((Role::Editor, None))).await;
    let unknown = world.run(&editor.actor, "eventInvite", input, INVITATION).await;
    assert_eq!(errors(&unknown), ["INSTITUTION_UNKNOWN institution"]);
}

#[tokio::test]
async fn nobody_is_invited_who_could_not_answer() {
    let world = World::open().await;
    let event = world.event(&[]).await;
    let school = world.manager("marek", world.school).await;
    assert_eq!(errors(&invite(&world, &school, &event, world.library).await), ["NOBODY_ANSWERS institution"]);
    let long = json!({ "event": event, "institution": world.library.global(), "message": "ą".repeat(2001) });
    let payload = world.run(&school.actor, "eventInvite", long, INVITATION).await;
    assert_eq!(errors(&payload), ["MESSAGE_TOO_LONG message"]);
}

#[tokio::test]
async fn people_of_institutions_write_to_organisers() {
    let world = World::open().await;
    let event = world.event(&[]).await;
    let hidden = world.event(&[("title", "Szkic")]).await;
    world.set_state(&hidden, events::State::Archived).await;
    let school = world.manager("marek", world.school).await;
    world.manager("maria", world.school).await;
    let contributor = world.somebody("klara", Some((Role::Contributor, Some(world.library)))).await;
    let citizen = world.somebody("anna", None).await;
    let selection = "sent errors { code field message }";
    let write = async |who: &Actor, input: Value| world.run(who, "eventMessage", input, selection).await;
    let library = world.library.global();
    let text = "Dzień dobry,\r\nBcc: ktos@example.org\r\n\r\nmoże razem?\u{0}";
    let input = |reply: bool| json!({ "event": event, "institution": library, "message": text, "replyTo": reply });
    assert_eq!(write(&Actor::Anonymous, input(false)).await["fault"], "UNAUTHENTICATED");
    assert_eq!(write(&citizen.actor, input(false)).await["fault"], "FORBIDDEN");
    assert_eq!(write(&citizen.actor, json!({ "event": event, "message": "x" })).await["fault"], "FORBIDDEN");
    assert_eq!(write(&contributor.actor, json!({ "event": event, "message": "x" })).await["fault"], "FORBIDDEN");
    let foreign = json!({ "event": event, "institution": world.school.global(), "message": "x" });
    assert_eq!(write(&contributor.actor, foreign).await["fault"], "FORBIDDEN");
    let secret = json!({ "event": hidden, "institution": library, "message": "x" });
    assert_eq!(write(&contributor.actor, secret).await["fault"], "NOT_FOUND");
    for (message, expected) in
        [(" \u{7} ".to_owned(), "MESSAGE_MISSING message"), ("ą".repeat(2001), "MESSAGE_TOO_LONG message")]
    {
        let payload =
            write(&contributor.actor, json!({ "event": event, "institution": library, "message": message })).await;
        assert_eq!(errors(&payload), [expected]);
    }
    assert_eq!(write(&contributor.actor, input(false)).await["sent"], true);
    let mails = world.mails().await;
    assert_eq!(letters(&mails), [("events/message", "marek"), ("events/message", "maria")]);
    let args = &mails[0].args;
    assert_eq!(args["text"], "Dzień dobry,\nBcc: ktos@example.org\n\nmoże razem?");
    assert_eq!(
        (&args["sender"], &args["institution"], &args["reply_to"]),
        (&json!("kla…"), &json!("Biblioteka"), &Value::Null)
    );
    assert_eq!(args["about"], contributor.account.0.to_string());
    assert_eq!(write(&contributor.actor, input(true)).await["sent"], true);
    assert_eq!(world.mails().await[0].args["reply_to"], "klara@example.org");
    assert_eq!(write(&contributor.actor, input(false)).await["sent"], true);
    assert_eq!(write(&contributor.actor, input(false)).await["fault"], "RATE_LIMITED");
    let own = json!({ "event": event, "institution": world.school.global(), "message": "Notatka" });
    world.mails().await;
    assert_eq!(write(&school.actor, own).await["sent"], true);
    assert_eq!(letters(&world.mails().await), [("events/message", "maria")], "not to oneself");
    let editor = world.somebody("ewa", Some((Role::Editor, None))).await;
    assert_eq!(write(&editor.actor, json!({ "event": event, "message": "Z urzędu" })).await["sent"], true);
    assert_eq!(world.mails().await[0].args["institution"], Value::Null);
    let noted = kernel::audit::newest(&world.system(), Some(&event), None, 1).await.unwrap();
    assert_eq!(noted[0].action, "event.message");
}
