//! Announcements from end to end: who may say what to whom, that a second person is asked, and that everybody who follows
//! is told once, whatever happens on the way.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../engine/support.rs"]
#[expect(dead_code, reason = "the engine's tests need more of it")]
mod support;

use std::{collections::BTreeMap, fs, sync::Arc, time::Duration};

use async_graphql::{EmptySubscription, Request, Schema, Variables, dataloader::DataLoader};
use chrono::TimeDelta;
use kernel::{
    access::{Grant, Person, Role, Via},
    graphql::Budget,
    scope::{Actor, Scope},
    tenancy::read_folder,
};
use notices::{Frequency, ReaderId, What};
use notifications::{
    Subscription,
    announcements::{
        JOBS,
        graphql::{AnnouncementsMutation, AnnouncementsQuery},
    },
};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use support::City;
use uuid::Uuid;

const SAVE: &str = "mutation($a: AnnouncementSaveInput!) { announcementSave(input: $a) { announcement { id state } errors { code field message } } }";
const SEND: &str =
    "mutation($id: ID!) { announcementSend(input: { id: $id }) { announcement { state expected } errors { code } } }";
const APPROVE: &str = "mutation($id: ID!, $read: DateTime!) { announcementApprove(input: { id: $id, handedInAt: $read }) { announcement { state } errors { code } } }";
const HANDED_IN: &str = "query($id: ID!) { announcement(id: $id) { handedInAt } }";
const REJECT: &str = "mutation($id: ID!, $why: String!) { announcementReject(input: { id: $id, reason: $why }) { announcement { state } errors { code } } }";
const WITHDRAW: &str =
    "mutation($id: ID!) { announcementWithdraw(input: { id: $id }) { announcement { state } errors { code } } }";
const TEST: &str = "mutation($id: ID!) { announcementTest(input: { id: $id }) { errors { code } } }";
const SHOW: &str = "query($id: ID!) { announcement(id: $id) { subject state told reason estimate { readers atOnce daily weekly needsApproval } } }";
const ABOUT: [What; 2] = [What::Appeared, What::Announcement];

/// A city in which somebody answers for the school, and others for the city.
struct Office {
    city: City,
    manager: Actor,
    deputy: Actor,
    editor: Actor,
    citizen: Actor,
}

impl Office {
    async fn open() -> Self {
        let city = City::start().await;
        let mut accounts = Vec::new();
        for name in ["dyrektor", "zastepca", "redaktor", "rodzic"] {
            let reader = city.reader(name).await;
            let account = notices::readers::find(&city.scope(), reader).await.unwrap().unwrap().account_id.unwrap();
            accounts.push(account.0);
        }
        let actor = |index: usize, role: Role, party: Option<Uuid>| {
            let grants = if role == Role::Citizen { Vec::new() } else { vec![Grant { role, party }] };
            Actor::Person(Arc::new(Person { account: accounts[index], via: Via::Session(Uuid::nil()), grants }))
        };
        let school = Some(city.school.0);
        Self {
            manager: actor(0, Role::Manager, school),
            deputy: actor(1, Role::Manager, school),
            editor: actor(2, Role::Editor, None),
            citizen: actor(3, Role::Citizen, None),
            city,
        }
    }

    /// The city decides above how many readers a second person is asked.
    async fn ask_above(&self, readers: u32) {
        let folder = tempfile::tempdir().unwrap();
        let toml = format!(
            "slug = \"debno\"\nname = \"Dębno\"\nhosts = [\"edu.debno.example\"]\nmodules = [\"activities\", \"events\", \
             \"notifications\"]\n[area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\nbounds = [52.6, 14.5, 52.9, \
             14.9]\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n[policy]\nannouncement_approval_above = {readers}\n"
        );
        fs::create_dir(folder.path().join("debno")).unwrap();
        fs::write(folder.path().join("debno/tenant.toml"), toml).unwrap();
        let modules = ["activities", "events", "notifications"];
        let declared = read_folder(&folder.path().join("debno"), &modules).unwrap();
        self.city.app.registry.apply(&declared, false).await.unwrap();
    }

    async fn ask(&self, who: &Actor, document: &str, variables: Value) -> Value {
        let scope = self.city.scope().acting_as(who.clone());
        let schema = Schema::build(AnnouncementsQuery, AnnouncementsMutation, EmptySubscription).finish();
        let loader = |scope: &Scope| DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn);
        let people = DataLoader::new(identity::AccountLoader(scope.clone()), tokio::spawn);
        let request = Request::new(document).variables(Variables::from_json(variables));
        let request = request.data(loader(&scope)).data(people).data(Budget::default()).data(scope);
        serde_json::to_value(schema.execute(request).await).unwrap()
    }

    /// What came of a mutation: the state, a refusal's code, or an error's.
    async fn became(&self, who: &Actor, document: &str, variables: Value) -> String {
        let answer = self.ask(who, document, variables).await;
        if let Some(code) = answer.pointer("/errors/0/extensions/code") {
            return code.as_str().unwrap().to_owned();
        }
        let payload = answer["data"].as_object().unwrap_or_else(|| panic!("{answer}")).values().next().unwrap();
        let refused = payload.pointer("/errors/0/code");
        let said = refused.or_else(|| payload.pointer("/announcement/state"));
        said.and_then(Value::as_str).unwrap_or("done").to_owned()
    }

    /// When an announcement was handed in, as those read it who may write it.
    async fn handed_in_at(&self, id: &str) -> Value {
        self.ask(&self.manager, HANDED_IN, json!({ "id": id })).await["data"]["announcement"]["handedInAt"].clone()
    }

    /// What comes of approving what is to be read now.
    async fn approves(&self, who: &Actor, id: &str) -> String {
        self.became(who, APPROVE, json!({ "id": id, "read": self.handed_in_at(id).await })).await
    }

    fn draft(&self, audience: Value) -> Value {
        json!({ "sender": self.city.school.global(), "audience": audience, "subject": "Dni otwarte",
            "text": "Zapraszamy **w sobotę**.", "link": "https://sp1.example/dni" })
    }

    fn to_followers(&self) -> Value {
        self.draft(json!({ "entry": self.city.school.global() }))
    }

    async fn saved(&self, who: &Actor, draft: Value) -> String {
        let answer = self.ask(who, SAVE, json!({ "a": draft })).await;
        let id = answer.pointer("/data/announcementSave/announcement/id");
        id.unwrap_or_else(|| panic!("{answer}")).as_str().unwrap().to_owned()
    }

    /// Somebody who follows an entry, an interest or a district.
    async fn follower(&self, name: &str, target: Value, frequency: Frequency) -> ReaderId {
        let reader = self.city.reader(name).await;
        self.follow(reader, target, frequency, &ABOUT).await;
        reader
    }

    async fn follow(&self, reader: ReaderId, target: Value, frequency: Frequency, about: &[What]) {
        let id = self.city.subscribe_to(reader, target.clone(), about, frequency).await;
        let row = self.city.subscription(id).await;
        self.city.save(Subscription { fingerprint: fingerprint(&target), ..row }).await;
    }

    async fn work(&self) {
        (JOBS[0].run)(&self.city.scope()).await.unwrap();
    }

    /// Who was told what was sent, with how many notices each.
    async fn told(&self) -> BTreeMap<ReaderId, usize> {
        let mut told = BTreeMap::new();
        for notice in self.city.notices().await {
            // Decisions are of those who write and decide.
            if notice.what != What::Decision {
                assert_eq!(notice.what, What::Announcement);
                *told.entry(notice.reader_id).or_default() += 1;
            }
        }
        told
    }
}

/// What a subscription's target of one field is told from others by.
fn fingerprint(target: &Value) -> String {
    let (name, value) = target.as_object().unwrap().iter().next().unwrap();
    kernel::keys::fingerprint(&format!("{{{name:?}:{value},}}"))
}

#[tokio::test]
async fn followers_are_told_once_and_nobody_else_is() {
    let office = Office::open().await;
    let city = &office.city;
    let school = json!({ "entry": city.school.global() });
    let activity = city.activity(&[]).await;
    city.scope().settle().await.unwrap();
    let of_activity = json!({ "entry": activity.global() });
    let mut meant = [
        office.follower("anna", school.clone(), Frequency::AtOnce).await,
        office.follower("basia", school.clone(), Frequency::Weekly).await,
        office.follower("czarek", of_activity.clone(), Frequency::Daily).await,
    ];
    // Of both, and so told once, at the sooner moment.
    office.follow(meant[1], of_activity, Frequency::AtOnce, &ABOUT).await;
    // Not these: another interest, muted, no announcements wanted, everything paused.
    office.follower("daria", json!({ "interest": "chess" }), Frequency::AtOnce).await;
    let muted = city.reader("ewa").await;
    let id = city.subscribe_to(muted, school.clone(), &ABOUT, Frequency::AtOnce).await;
    let row = city.subscription(id).await;
    let now = city.scope().now();
    city.save(Subscription { fingerprint: fingerprint(&school), muted_at: Some(now), ..row }).await;
    let unwilling = city.reader("filip").await;
    office.follow(unwilling, school.clone(), Frequency::AtOnce, &[What::Appeared]).await;
    let paused = office.follower("gosia", school.clone(), Frequency::AtOnce).await;
    city.write(async |tx| notices::readers::pause(tx, paused, true).await.unwrap()).await;

    let id = office.saved(&office.manager, office.to_followers()).await;
    let shown = office.ask(&office.manager, SHOW, json!({ "id": id })).await;
    assert_eq!(
        shown["data"]["announcement"]["estimate"],
        json!({ "readers": 3, "atOnce": 2, "daily": 1, "weekly": 0, "needsApproval": false }),
        "{shown}"
    );
    office.work().await;
    assert!(office.told().await.is_empty(), "a draft");
    assert_eq!(office.became(&office.manager, SEND, json!({ "id": id })).await, "SENDING");
    assert_eq!(office.became(&office.manager, SEND, json!({ "id": id })).await, "NOT_OPEN");
    for _ in 0..3 {
        office.work().await;
    }
    meant.sort_unstable();
    assert_eq!(
        office.told().await.into_iter().collect::<Vec<_>>(),
        meant.iter().map(|id| (*id, 1)).collect::<Vec<_>>()
    );
    let shown = office.ask(&Actor::Anonymous, SHOW, json!({ "id": id })).await;
    assert_eq!(shown["data"]["announcement"]["state"], "SENT", "everybody may read it");
    assert_eq!(shown["data"]["announcement"]["told"], Value::Null, "but not to how many it went");
    let notice = city.notices().await.pop().unwrap();
    assert_eq!(notice.told["facts"]["body"], "Zapraszamy **w sobotę**.");
    assert_eq!(notice.told["path"], format!("/ogloszenia/{id}"));
    assert!(notice.reasons.iter().all(|reason| !reason.label.is_empty()));
}

#[tokio::test]
async fn whoever_is_cut_off_goes_on_where_it_stopped() {
    const FOLLOWERS: usize = 450;
    let office = Office::open().await;
    let school = json!({ "entry": office.city.school.global() });
    for number in 0..FOLLOWERS {
        office.follower(&format!("r{number}"), school.clone(), Frequency::Daily).await;
    }
    let id = office.saved(&office.manager, office.to_followers()).await;
    office.became(&office.manager, SEND, json!({ "id": id })).await;
    for pause in [1, 3, 7, 15, 30, 45, 60, 90, 120, 150] {
        let scope = office.city.scope();
        let work = tokio::spawn(async move { (JOBS[0].run)(&scope).await });
        tokio::time::sleep(Duration::from_millis(pause)).await;
        work.abort();
        let _ = work.await;
        let told = office.told().await;
        assert!(told.values().all(|notices| *notices == 1));
        let shown = office.ask(&office.manager, SHOW, json!({ "id": id })).await;
        assert_eq!(shown["data"]["announcement"]["told"], told.len(), "what is noted is what was done");
    }
    let scopes = (office.city.scope(), office.city.scope());
    let both = tokio::join!((JOBS[0].run)(&scopes.0), (JOBS[0].run)(&scopes.1));
    assert!(both.0.is_ok() || both.1.is_ok(), "{both:?}");
    office.work().await;
    assert_eq!(office.told().await.len(), FOLLOWERS);
    let shown = office.ask(&office.manager, SHOW, json!({ "id": id })).await;
    assert_eq!(shown["data"]["announcement"]["told"], FOLLOWERS);
    assert_eq!(shown["data"]["announcement"]["state"], "SENT");
}

#[tokio::test]
async fn above_a_number_of_readers_a_second_person_is_asked() {
    let office = Office::open().await;
    office.ask_above(1).await;
    let school = json!({ "entry": office.city.school.global() });
    for name in ["anna", "basia"] {
        office.follower(name, school.clone(), Frequency::AtOnce).await;
    }
    let id = office.saved(&office.manager, office.to_followers()).await;
    let this = json!({ "id": id });
    assert_eq!(office.became(&office.manager, SEND, this.clone()).await, "WAITING");
    office.work().await;
    assert!(office.told().await.is_empty(), "it waits");
    let mails = office.city.scope().db().await.unwrap();
    let mails = mails.query_all_raw(sea_orm::Statement::from_string(
        mails.get_database_backend(),
        "SELECT recipient FROM mail_outbox WHERE template = 'notifications/approve'",
    ));
    let mails = mails.await.unwrap();
    let to: Vec<String> = mails.iter().map(|row| row.try_get("", "recipient").unwrap()).collect();
    assert!(!to.contains(&"dyrektor@example.org".to_owned()), "{to:?}");
    assert_eq!(office.approves(&office.manager, &id).await, "SECOND_PERSON");
    assert_eq!(office.approves(&office.citizen, &id).await, "NOT_FOUND");
    assert_eq!(office.approves(&Actor::Anonymous, &id).await, "UNAUTHENTICATED");
    let why = |why: &str| json!({ "id": id, "why": why });
    assert_eq!(office.became(&office.deputy, REJECT, why(" ")).await, "REASON_MISSING");
    assert_eq!(office.became(&office.deputy, REJECT, why("Bez godziny.")).await, "REJECTED");
    assert_eq!(office.approves(&office.editor, &id).await, "ALREADY_DECIDED");
    let shown = office.ask(&office.manager, SHOW, this.clone()).await;
    assert_eq!(shown["data"]["announcement"]["reason"], "Bez godziny.");
    // Mended, and handed in again; taken back, and handed in by another, whom the first may approve.
    let mut mended = office.to_followers();
    mended["id"] = id.as_str().into();
    mended["subject"] = "Dni otwarte o 10".into();
    assert_eq!(office.became(&office.manager, SAVE, json!({ "a": mended })).await, "DRAFT");
    assert_eq!(office.became(&office.manager, SEND, this.clone()).await, "WAITING");
    assert_eq!(office.became(&office.manager, SAVE, json!({ "a": mended })).await, "NOT_OPEN");
    assert_eq!(office.became(&office.manager, WITHDRAW, this.clone()).await, "DRAFT");
    assert_eq!(office.became(&office.deputy, SEND, this.clone()).await, "WAITING");
    assert_eq!(office.approves(&office.deputy, &id).await, "SECOND_PERSON");
    // What was read is not what is approved, if it was handed in anew between.
    let read = office.handed_in_at(&id).await;
    assert_eq!(office.became(&office.deputy, WITHDRAW, this.clone()).await, "DRAFT");
    office.city.wait(TimeDelta::minutes(1));
    assert_eq!(office.became(&office.deputy, SEND, this.clone()).await, "WAITING");
    let stale = json!({ "id": id, "read": read });
    assert_eq!(office.became(&office.manager, APPROVE, stale).await, "HANDED_IN_ANEW");
    assert_eq!(office.approves(&office.manager, &id).await, "SENDING");
    let account = office.deputy.account().map(identity::AccountId);
    let notices = office.city.notices().await;
    let decisions: Vec<_> = notices.iter().filter(|notice| notice.what == What::Decision).collect();
    let mut keys = Vec::new();
    for notice in decisions {
        let reader = notices::readers::find(&office.city.scope(), notice.reader_id).await.unwrap().unwrap();
        if reader.account_id == account {
            assert_eq!(notice.told["path"], format!("/pulpit/ogloszenia/{id}"));
            keys.push(notice.told["key"].as_str().unwrap().to_owned());
        }
    }
    assert_eq!(keys, ["notices-told-notifications-decided"]);
    office.work().await;
    assert_eq!(office.told().await.len(), 2);
}

#[tokio::test]
async fn institutions_write_to_their_own_followers_and_once_a_day() {
    let office = Office::open().await;
    let city = &office.city;
    let school = json!({ "entry": city.school.global() });
    office.follower("anna", school.clone(), Frequency::AtOnce).await;
    office.follower("basia", json!({ "interest": "chess" }), Frequency::AtOnce).await;
    let save = |draft: Value| json!({ "a": draft });
    for (who, draft, expected) in [
        (&Actor::Anonymous, office.to_followers(), "UNAUTHENTICATED"),
        (&office.citizen, office.to_followers(), "FORBIDDEN"),
        (&office.manager, office.draft(json!({ "interest": "chess" })), "AUDIENCE_FOREIGN"),
        (&office.manager, office.draft(json!({ "district": "rynek" })), "AUDIENCE_FOREIGN"),
        (&office.manager, office.draft(json!({ "everybody": true })), "AUDIENCE_FOREIGN"),
        (&office.manager, office.draft(json!({ "entry": "act_1" })), "AUDIENCE_UNKNOWN"),
        (&office.editor, office.draft(json!({ "interest": "nothing-like-that" })), "AUDIENCE_UNKNOWN"),
        (&office.editor, office.draft(json!({ "everybody": true })), "DRAFT"),
    ] {
        assert_eq!(office.became(who, SAVE, save(draft.clone())).await, expected, "{draft}");
    }
    for (field, value, expected) in [
        ("subject", json!("  \r\n "), "SUBJECT_MISSING"),
        ("subject", json!("a".repeat(121)), "SUBJECT_TOO_LONG"),
        ("text", json!(""), "TEXT_MISSING"),
        ("text", json!("a".repeat(5001)), "TEXT_TOO_LONG"),
        ("link", json!("javascript:alert(1)"), "LINK_EXPECTED"),
        ("linkLabel", json!("a".repeat(61)), "LINK_LABEL_TOO_LONG"),
    ] {
        let mut draft = office.to_followers();
        draft[field] = value;
        assert_eq!(office.became(&office.manager, SAVE, save(draft)).await, expected, "{field}");
    }
    let mut odd = office.to_followers();
    odd["subject"] = "Dni\r\nBcc: wszyscy@example.org\u{2028}otwarte".into();
    let odd = office.saved(&office.manager, odd).await;
    let shown = office.ask(&office.manager, SHOW, json!({ "id": odd })).await;
    assert_eq!(shown["data"]["announcement"]["subject"], "Dni Bcc: wszyscy@example.org otwarte", "one line");
    let hidden = office.ask(&office.citizen, SHOW, json!({ "id": odd })).await;
    assert_eq!(hidden["data"]["announcement"], Value::Null, "a draft is nobody else's");

    let first = office.saved(&office.manager, office.to_followers()).await;
    assert_eq!(office.became(&office.manager, SEND, json!({ "id": first })).await, "SENDING");
    assert_eq!(office.became(&office.manager, SEND, json!({ "id": odd })).await, "ONE_A_DAY");
    let mut of_city = office.draft(json!({ "interest": "chess" }));
    of_city["sender"] = Value::Null;
    let of_city = office.saved(&office.editor, of_city).await;
    assert_eq!(office.became(&office.editor, SEND, json!({ "id": of_city })).await, "SENDING", "the city's own");
    city.wait(TimeDelta::days(1));
    assert_eq!(office.became(&office.manager, SEND, json!({ "id": odd })).await, "SENDING", "the next day");
    let nobody =
        office.saved(&office.editor, json!({ "audience": { "district": "rynek" }, "subject": "A", "text": "B" }));
    let nobody = nobody.await;
    assert_eq!(office.became(&office.editor, SEND, json!({ "id": nobody })).await, "NOBODY");
    assert_eq!(office.became(&office.editor, WITHDRAW, json!({ "id": nobody })).await, "DRAFT");
    assert_eq!(office.became(&office.editor, WITHDRAW, json!({ "id": nobody })).await, "NOT_FOUND", "it is gone");
}

#[tokio::test]
async fn one_tries_it_on_oneself_and_not_too_often() {
    let office = Office::open().await;
    let id = office.saved(&office.manager, office.to_followers()).await;
    for _ in 0..10 {
        assert_eq!(office.became(&office.manager, TEST, json!({ "id": id })).await, "done");
    }
    assert_eq!(office.became(&office.manager, TEST, json!({ "id": id })).await, "TRIED_TOO_OFTEN");
    assert_eq!(office.became(&office.citizen, TEST, json!({ "id": id })).await, "NOT_FOUND");
    let leased = kernel::mail::lease(&office.city.scope(), 100).await.unwrap();
    assert_eq!(leased.len(), 10);
    assert!(leased.iter().all(|mail| mail.to == "dyrektor@example.org" && mail.template == "notices/gathered"));
    assert!(office.told().await.is_empty());
}
