//! A city's people and things, made when they are first asked for. What is protected is called "Tajne-<city>", so that
//! it can be found in answers where it must not be.

mod told;
mod town;

use std::{collections::BTreeMap, future::Future, pin::Pin};

use directory::InstitutionId;
use kernel::access::Role;
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};

use crate::support::{PIXEL, TestApp, Who};

/// Who sends documents. The owner is a citizen to whom the things belong; the outsider is a manager of another
/// institution; the token is an editor's; the program has a token of the institution's manager.
pub(crate) const ROLES: [&str; 11] = [
    "anonymous",
    "citizen",
    "owner",
    "contributor",
    "manager",
    "outsider",
    "editor",
    "admin",
    "operator",
    "token",
    "program",
];

/// Everything that people make.
const TABLES: [&str; 48] = [
    "account",
    "activity",
    "advice",
    "alert",
    "alert_right",
    "announcement",
    "api_token",
    "article",
    "audit_log",
    "calendar_item",
    "calendar_source",
    "change_log",
    "child",
    "debate",
    "entry_reminder",
    "event",
    "event_invitation",
    "event_keep",
    "event_notice",
    "event_organiser",
    "event_sign_up",
    "family_calendar",
    "file",
    "identity_link",
    "institution",
    "invitation",
    "known_browser",
    "mail_outbox",
    "mail_returned",
    "mail_suppressed",
    "notice",
    "participant",
    "picture",
    "promotion",
    "push_endpoint",
    "question",
    "question_support",
    "reader",
    "review",
    "review_report",
    "revision",
    "role_grant",
    "session",
    "shown",
    "sign_in",
    "submission",
    "submission_event",
    "subscription",
];

pub(crate) struct World<'a> {
    app: &'a TestApp,
    slug: &'static str,
    /// How often it was renewed: part of names and addresses.
    turn: usize,
    school: InstitutionId,
    club: InstitutionId,
    people: BTreeMap<&'static str, Who>,
    things: BTreeMap<String, Value>,
}

type Making<'b, T> = Pin<Box<dyn Future<Output = T> + 'b>>;

impl<'a> World<'a> {
    pub(crate) async fn new(app: &'a TestApp, slug: &'static str) -> Self {
        app.institutions(slug, "id,name,kind\nschool,Szkoła Muzyczna,ART_SCHOOL\nclub,Klub Skoczek,SPORTS_CLUB\n")
            .await;
        let (school, club) = (app.institution(slug, "school").await, app.institution(slug, "club").await);
        Self { app, slug, turn: 0, school, club, people: BTreeMap::new(), things: BTreeMap::new() }
    }

    /// Forgets whom and what a mutation may have changed.
    pub(crate) fn renew(&mut self) {
        self.turn += 1;
        self.people.clear();
        self.things.clear();
    }

    /// How many rows each table has.
    pub(crate) async fn rows(&self) -> BTreeMap<&'static str, i64> {
        let scope = self.app.scope(self.slug);
        let db = scope.db().await.unwrap();
        let mut counts = BTreeMap::new();
        for table in TABLES {
            let count = Statement::from_string(db.get_database_backend(), format!("SELECT count(*) AS n FROM {table}"));
            let row = db.query_one_raw(count).await.unwrap().unwrap();
            counts.insert(table, row.try_get("", "n").unwrap());
        }
        counts
    }

    /// The address of somebody: the same in both cities.
    fn address(&self, name: &str) -> String {
        format!("{name}.{}@ludzie.example", self.turn)
    }

    pub(crate) async fn who(&mut self, role: &'static str) -> Who {
        if role == "anonymous" {
            return Who::nobody();
        }
        if let Some(known) = self.people.get(role) {
            return known.clone();
        }
        let held = match role {
            "contributor" => Some((Role::Contributor, Some(self.school))),
            "manager" | "program" => Some((Role::Manager, Some(self.school))),
            "outsider" => Some((Role::Manager, Some(self.club))),
            "editor" | "token" => Some((Role::Editor, None)),
            "admin" => Some((Role::Admin, None)),
            "operator" => Some((Role::Operator, None)),
            _ => None,
        };
        let (held, party) = held.unzip();
        let mut who = self.app.person(self.slug, &self.address(role), held, party.flatten()).await;
        let named =
            "mutation($name: String) { profileUpdate(input: { name: $name, language: PL }) { errors { code } } }";
        self.app.done_as(self.slug, &who, named, &json!({ "name": format!("Tajne-{} {role}", self.slug) })).await;
        if role == "token" {
            who = self.app.token(self.slug, &who, Role::Editor, None).await;
        }
        if role == "program" {
            who = self.app.token(self.slug, &who, Role::Manager, Some(self.school)).await;
        }
        self.people.insert(role, who.clone());
        who
    }

    /// A thing by the name that documents call it; some are what somebody themselves is.
    pub(crate) async fn thing(&mut self, name: &str, role: &'static str) -> Value {
        match name {
            "self" => json!(self.who(role).await.account.global()),
            "selfAddress" => json!(self.who(role).await.email),
            name => self.known(name).await,
        }
    }

    fn known<'b>(&'b mut self, name: &'b str) -> Making<'b, Value> {
        Box::pin(async move {
            if let Some(known) = self.things.get(name) {
                return known.clone();
            }
            let thing = self.made(name).await;
            self.things.insert(name.to_owned(), thing.clone());
            thing
        })
    }

    /// What a document makes on somebody's behalf, at that place of the answer.
    fn by<'b>(&'b mut self, role: &'static str, document: &'b str, variables: Value, at: &'b str) -> Making<'b, Value> {
        // On the heap: things are made of things, and all of it does not fit a small stack.
        Box::pin(async move {
            let who = self.who(role).await;
            let data = self.app.done_as(self.slug, &who, document, &variables).await;
            data.pointer(at).unwrap_or_else(|| panic!("{at}: {data}")).clone()
        })
    }

    fn made<'b>(&'b mut self, name: &'b str) -> Making<'b, Value> {
        Box::pin(async move {
            let secret = format!("Tajne-{} {}", self.slug, self.turn);
            match name {
                "institution" => json!(self.school.global()),
                "otherInstitution" => json!(self.club.global()),
                // Somebody who is nobody in particular, and somebody of the institution.
                "account" => json!(self.app.account(self.slug, &self.address("ktos")).await.global()),
                "member" => {
                    let account = self.app.account(self.slug, &self.address("zespol")).await;
                    self.app.appoint(self.slug, account, Role::Contributor, Some(self.school)).await;
                    json!(account.global())
                }
                "ownAccount" => json!(self.who("owner").await.account.global()),
                "child" => {
                    let make = "mutation($name: String!) { childCreate(input: { name: $name, birthDate: \"2018-05-04\" }) { child { id } errors { code } } }";
                    self.by("owner", make, json!({ "name": secret }), "/childCreate/child/id").await
                }
                "device" => {
                    let owner = self.who("owner").await;
                    self.app.person(self.slug, &owner.email, None, None).await;
                    let devices =
                        self.by("owner", "{ viewer { devices { id isCurrent } } }", json!({}), "/viewer/devices").await;
                    let other = devices.as_array().unwrap().iter().find(|device| device["isCurrent"] == false);
                    other.unwrap()["id"].clone()
                }
                // To the owner's address.
                "invitation" => {
                    let make = "mutation($email: String!, $at: ID) { memberInvite(input: { email: $email, role: CONTRIBUTOR, institution: $at }) { invitation { id } errors { code } } }";
                    let email = self.who("owner").await.email;
                    let variables = json!({ "email": email, "at": self.school.global() });
                    self.by("manager", make, variables, "/memberInvite/invitation/id").await
                }
                "invitationToken" => {
                    self.made("invitation").await;
                    let mail = self.app.last_mail(self.slug, &self.address("owner")).await;
                    json!(mail.path("/zaproszenie/").rsplit('/').next().unwrap())
                }
                "apiToken" => {
                    let make = "mutation($name: String!) { apiTokenCreate(input: { name: $name, role: CITIZEN }) { created { apiToken { id } } errors { code } } }";
                    self.by("owner", make, json!({ "name": secret }), "/apiTokenCreate/created/apiToken/id").await
                }
                "institutionToken" => {
                    let make = "mutation($name: String!, $at: ID) { apiTokenCreate(input: { name: $name, role: CONTRIBUTOR, institution: $at }) { created { apiToken { id } } errors { code } } }";
                    let variables = json!({ "name": secret, "at": self.school.global() });
                    self.by("contributor", make, variables, "/apiTokenCreate/created/apiToken/id").await
                }
                "picture" => {
                    let make = "mutation($data: String!, $alt: String!) { pictureUpload(input: { dataBase64: $data, alt: $alt }) { picture { id } errors { code } } }";
                    self.by("owner", make, json!({ "data": PIXEL, "alt": secret }), "/pictureUpload/picture/id").await
                }
                // Of the institution: one that everybody sees, one that nobody else does; and one of nobody's.
                "activity" => self.activity(&secret, Some(self.school)).await,
                "freeActivity" => self.activity(&format!("{secret} wolne"), None).await,
                "archivedActivity" => {
                    let activity = self.activity(&format!("{secret} dawne"), Some(self.school)).await;
                    let archive =
                        "mutation($id: ID!) { entryArchive(input: { id: $id }) { entry { id } errors { code } } }";
                    self.by("editor", archive, json!({ "id": activity }), "/entryArchive/entry/id").await
                }
                "updatedAt" => {
                    let activity = self.known("activity").await;
                    let ask = "query($id: ID!) { activity(id: $id) { updatedAt } }";
                    self.by("editor", ask, json!({ "id": activity }), "/activity/updatedAt").await
                }
                "revision" => {
                    let activity = self.known("activity").await;
                    let ask = "query($id: ID!) { entry(id: $id) { history { id } } }";
                    self.by("editor", ask, json!({ "id": activity }), "/entry/history/0/id").await
                }
                "confirmToken" => {
                    let activity = self.known("activity").await;
                    let id = activities::ActivityId::parse(activity.as_str().unwrap()).unwrap();
                    json!(editorial::freshness::token(&self.app.scope(self.slug), id).unwrap())
                }
                // The owner's: not sent, and sent. The contributor's on behalf of the institution. One that was decided.
                "draft" => self.proposal("owner", &format!("{secret} szkic"), None, false).await,
                "submission" => self.proposal("owner", &format!("{secret} propozycja"), None, true).await,
                "institutionSubmission" => {
                    let school = Some(self.school);
                    self.proposal("contributor", &format!("{secret} nasza"), school, true).await
                }
                "decidedSubmission" => {
                    let id = self.proposal("owner", &format!("{secret} odrzucona"), None, true).await;
                    let reject = "mutation($id: ID!) { submissionReject(input: { id: $id, reason: \"Nie u nas.\" }) { submission { id } errors { code } } }";
                    self.by("editor", reject, json!({ "id": id }), "/submissionReject/submission/id").await
                }
                "decidedInstitutionSubmission" => {
                    let school = Some(self.school);
                    let id = self.proposal("contributor", &format!("{secret} nasza odrzucona"), school, true).await;
                    let reject = "mutation($id: ID!) { submissionReject(input: { id: $id, reason: \"Nie u nas.\" }) { submission { id } errors { code } } }";
                    self.by("editor", reject, json!({ "id": id }), "/submissionReject/submission/id").await
                }
                "assignedSubmission" => {
                    let id = self.proposal("owner", &format!("{secret} przydzielona"), None, true).await;
                    let editor = self.who("editor").await.account.global();
                    let assign = "mutation($id: ID!, $to: ID) { submissionAssign(input: { id: $id, assignee: $to }) { submission { id } errors { code } } }";
                    let variables = json!({ "id": id, "to": editor });
                    self.by("editor", assign, variables, "/submissionAssign/submission/id").await
                }
                "reportedReview" => {
                    let review = self.known("review").await;
                    let report = "mutation($id: ID!) { reviewReport(input: { review: $id, reason: UNTRUE }) { reported errors { code } } }";
                    self.by("manager", report, json!({ "id": review }), "/reviewReport/reported").await
                }
                "waitingReview" => {
                    let activity = self.known("activity").await;
                    let make = "mutation($id: ID!, $text: String!) { reviewSave(input: { activity: $id, stars: 4, text: $text }) { review { id } errors { code } } }";
                    let variables = json!({ "id": activity, "text": format!("{secret} opinia") });
                    self.by("owner", make, variables, "/reviewSave/review/id").await
                }
                "review" => {
                    // Of another activity, so that both can be there.
                    let activity = self.activity(&format!("{secret} z opinią"), Some(self.school)).await;
                    let make = "mutation($id: ID!, $text: String!) { reviewSave(input: { activity: $id, stars: 4, text: $text }) { review { id } errors { code } } }";
                    let variables = json!({ "id": activity, "text": format!("{secret} opinia") });
                    let id = self.by("owner", make, variables, "/reviewSave/review/id").await;
                    let publish = "mutation($id: ID!) { reviewModerate(input: { review: $id, decision: PUBLISH }) { review { id } errors { code } } }";
                    self.by("editor", publish, json!({ "id": id }), "/reviewModerate/review/id").await
                }
                "promotion" => {
                    let activity = self.known("activity").await;
                    let make = "mutation($id: ID!, $note: String) { promotionCreate(input: { activity: $id, startsOn: \"2026-09-15\", endsOn: \"2026-10-15\", note: $note }) { promotion { id } errors { code } } }";
                    self.by("editor", make, json!({ "id": activity, "note": secret }), "/promotionCreate/promotion/id")
                        .await
                }
                other => {
                    let told = Box::pin(self.of_told(other, &secret)).await;
                    let thing = match told {
                        Some(thing) => Some(thing),
                        None => Box::pin(self.in_town(other, &secret)).await,
                    };
                    thing.unwrap_or_else(|| panic!("nobody knows what ${other} is"))
                }
            }
        })
    }

    async fn activity(&mut self, title: &str, institution: Option<InstitutionId>) -> Value {
        let make = "mutation($fields: EntryFieldsInput!) { entrySave(input: { kind: ACTIVITY, fields: $fields }) { entry { id } errors { code field message } } }";
        let institution = institution.map(InstitutionId::global);
        let fields = json!({ "title": title, "description": "Zajęcia dla wszystkich.", "institution": institution, "provider": if institution.is_none() { "Klub" } else { "" } });
        self.by("editor", make, json!({ "fields": fields }), "/entrySave/entry/id").await
    }

    async fn proposal(
        &mut self,
        role: &'static str,
        title: &str,
        institution: Option<InstitutionId>,
        submit: bool,
    ) -> Value {
        let make = "mutation($fields: EntryFieldsInput!, $for: ID, $submit: Boolean!) { submissionSave(input: { kind: ACTIVITY, fields: $fields, institution: $for, submit: $submit, note: \"List\" }) { submission { id } errors { code field message } } }";
        let institution = institution.map(InstitutionId::global);
        let fields = json!({ "title": title, "description": "Zajęcia dla wszystkich.", "institution": institution, "provider": if institution.is_none() { "Klub" } else { "" } });
        let variables = json!({ "fields": fields, "for": institution, "submit": submit });
        self.by(role, make, variables, "/submissionSave/submission/id").await
    }
}
