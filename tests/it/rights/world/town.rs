//! Things of what happens in town: events, news, advice, alerts, debates and questions.

use axum::{
    body::Body,
    http::{Request, header},
};
use serde_json::{Value, json};

use super::World;
use crate::support::Who;

impl World<'_> {
    /// The thing of that name, if it is one of town.
    pub(super) async fn in_town(&mut self, name: &str, secret: &str) -> Option<Value> {
        // One by one on the heap: all that each keeps would not fit a small stack.
        if let Some(thing) = Box::pin(self.of_events(name, secret)).await {
            return Some(thing);
        }
        if let Some(thing) = Box::pin(self.of_people(name, secret)).await {
            return Some(thing);
        }
        if let Some(thing) = Box::pin(self.of_entries(name, secret)).await {
            return Some(thing);
        }
        Box::pin(self.of_debates(name, secret)).await
    }

    async fn of_events(&mut self, name: &str, secret: &str) -> Option<Value> {
        let school = self.school.global();
        let thing = match name {
            // Of the institution; nobody's; and one that nobody sees.
            "event" => self.event(&format!("{secret} wydarzenie"), Some(&school), "2026-10-10").await,
            "freeEvent" => self.event(&format!("{secret} wolne wydarzenie"), None, "2026-11-10").await,
            "archivedEvent" => {
                let id = self.event(&format!("{secret} dawne wydarzenie"), Some(&school), "2026-12-10").await;
                self.archived(id).await
            }
            // Of the institution and the other one.
            "jointEvent" => {
                let id = self.event(&format!("{secret} wspólne wydarzenie"), Some(&school), "2027-01-10").await;
                let invitation = self.invited(&id).await;
                let accept = "mutation($id: ID!) { eventInvitationAnswer(input: { id: $id, accept: true }) { invitation { id } errors { code } } }";
                self.by("outsider", accept, json!({ "id": invitation }), "/eventInvitationAnswer/invitation/id").await;
                id
            }
            // The other institution is asked to join, and asks itself.
            "eventInvitation" => {
                let id = self.event(&format!("{secret} nasze wydarzenie"), Some(&school), "2027-02-10").await;
                self.invited(&id).await
            }
            "joinRequest" => {
                let id = self.event(&format!("{secret} ich wydarzenie"), Some(&school), "2027-03-10").await;
                let ask = "mutation($e: ID!, $at: ID!) { eventAskToJoin(input: { event: $e, institution: $at, message: \"Razem?\" }) { invitation { id } errors { code } } }";
                let variables = json!({ "e": id, "at": self.club.global() });
                self.by("outsider", ask, variables, "/eventAskToJoin/invitation/id").await
            }
            "invitedEvent" => {
                let id = self.event(&format!("{secret} otwarte wydarzenie"), Some(&school), "2027-04-10").await;
                self.invited(&id).await;
                id
            }
            _ => return None,
        };
        Some(thing)
    }

    async fn of_people(&mut self, name: &str, secret: &str) -> Option<Value> {
        let school = self.school.global();
        let thing = match name {
            "signUp" => {
                let event = self.known("event").await;
                let make = "mutation($e: ID!, $note: String) { eventSignUp(input: { event: $e, note: $note }) { signUp { id } errors { code } } }";
                self.by("owner", make, json!({ "e": event, "note": secret }), "/eventSignUp/signUp/id").await
            }
            "keptEvent" => {
                let event = self.known("event").await;
                let make = "mutation($e: ID!) { eventKeep(input: { event: $e, keep: true }) { event { id } errors { code } } }";
                self.by("owner", make, json!({ "e": event }), "/eventKeep/event/id").await
            }
            "familyCalendar" => {
                let make = "mutation { familyCalendarRenew(input: { showNames: true }) { familyCalendar { url } } }";
                self.by("owner", make, json!({}), "/familyCalendarRenew/familyCalendar/url").await
            }
            "calendarSource" => self.calendar_source(&school).await,
            _ => return None,
        };
        Some(thing)
    }

    async fn of_entries(&mut self, name: &str, secret: &str) -> Option<Value> {
        let school = self.school.global();
        let thing = match name {
            "article" => {
                self.entry("ARTICLE", &format!("{secret} artykuł"), Some(&school), json!({ "category": "other" })).await
            }
            "scheduledArticle" => {
                let more = json!({ "category": "other", "publishAt": "2027-06-01T10:00" });
                self.entry("ARTICLE", &format!("{secret} przyszły artykuł"), Some(&school), more).await
            }
            "advice" => {
                self.entry("ADVICE", &format!("{secret} porada"), Some(&school), json!({ "topic": "road" })).await
            }
            "archivedAdvice" => {
                let id = self
                    .entry("ADVICE", &format!("{secret} dawna porada"), Some(&school), json!({ "topic": "road" }))
                    .await;
                self.archived(id).await
            }
            "debate" => {
                self.entry("DEBATE", &format!("{secret} debata"), None, json!({ "starts": "2026-12-01T17:00" })).await
            }
            "archivedDebate" => {
                let id = self
                    .entry("DEBATE", &format!("{secret} dawna debata"), None, json!({ "starts": "2026-12-02T17:00" }))
                    .await;
                self.archived(id).await
            }
            // Of the institution: one that everybody sees, an exercise, and one that waits for a second person.
            "alert" => self.alert("manager", secret, Some(&school), "MINOR", "ACTUAL").await,
            "severeAlert" => self.alert("editor", &format!("{secret} groźny"), Some(&school), "SEVERE", "ACTUAL").await,
            "exercise" => {
                self.alert("manager", &format!("{secret} ćwiczenie"), Some(&school), "MINOR", "EXERCISE").await
            }
            "pendingAlert" => self.alert("admin", &format!("{secret} czeka"), Some(&school), "EXTREME", "ACTUAL").await,
            "alertRight" => {
                let grant = "mutation($at: ID!) { alertRightGrant(input: { institution: $at }) { institution { id } errors { code } } }";
                let variables = json!({ "at": self.club.global() });
                self.by("admin", grant, variables, "/alertRightGrant/institution/id").await
            }
            _ => return None,
        };
        Some(thing)
    }

    async fn of_debates(&mut self, name: &str, secret: &str) -> Option<Value> {
        let thing = match name {
            // The owner's: one that waits, and one that is public. And those of somebody who was never here.
            "waitingQuestion" => self.question(&format!("{secret} pytanie, które czeka?")).await,
            "question" => {
                let id = self.question(&format!("{secret} pytanie jawne?")).await;
                self.published(&id).await
            }
            "mergedQuestion" => {
                let id = self.question(&format!("{secret} pytanie takie samo?")).await;
                let into = self.known("question").await;
                let merge = "mutation($id: ID!, $into: ID) { questionModerate(input: { ids: [$id], decision: MERGE, into: $into }) { questions { id } errors { code } } }";
                self.by("editor", merge, json!({ "id": id, "into": into }), "/questionModerate/questions/0/id").await
            }
            "questionToken" => self.strangers(&format!("{secret} pytanie z ulicy?")).await,
            "supportToken" => {
                let question = self.known("question").await;
                let support = "mutation($q: ID!, $e: String) { questionSupport(input: { question: $q, email: $e }) { support { state } errors { code } } }";
                let email = self.address("popiera");
                self.by_a_stranger(support, json!({ "q": question, "e": email })).await;
                self.mailed(&email).await
            }
            "withdrawToken" => {
                let token = self.strangers(&format!("{secret} pytanie do wycofania?")).await;
                let confirm = "mutation($t: String!) { questionConfirm(input: { token: $t }) { question { id } errors { code } } }";
                let done = self.by_a_stranger(confirm, json!({ "t": token })).await;
                let id = done.pointer("/questionConfirm/question/id").unwrap_or_else(|| panic!("{done}")).clone();
                self.published(&id).await;
                let email = self.address("z-ulicy");
                self.mailed(&email).await
            }
            "file" => {
                let make = "mutation($name: String!) { fileUpload(input: { name: $name, dataBase64: \"UGxhbg==\" }) { file { id } errors { code } } }";
                self.by("owner", make, json!({ "name": format!("{secret}.txt") }), "/fileUpload/file/id").await
            }
            _ => return None,
        };
        Some(thing)
    }

    async fn entry(&mut self, kind: &str, title: &str, institution: Option<&str>, more: Value) -> Value {
        let make = "mutation($kind: EntryKind!, $fields: EntryFieldsInput!) { entrySave(input: { kind: $kind, fields: $fields }) { entry { id } errors { code field message } } }";
        let mut fields = json!({ "title": title, "description": "Dla wszystkich.", "institution": institution });
        if institution.is_none() && kind != "DEBATE" {
            fields["provider"] = json!("Klub");
        }
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.by("editor", make, json!({ "kind": kind, "fields": fields }), "/entrySave/entry/id").await
    }

    async fn event(&mut self, title: &str, institution: Option<&str>, day: &str) -> Value {
        // Somebody must be there to be written to.
        self.who("manager").await;
        self.who("outsider").await;
        let more = json!({ "starts": format!("{day}T10:00"), "ends": format!("{day}T12:00"), "signUp": "event", "capacity": "500" });
        self.entry("EVENT", title, institution, more).await
    }

    async fn archived(&mut self, id: Value) -> Value {
        let archive = "mutation($id: ID!) { entryArchive(input: { id: $id }) { entry { id } errors { code } } }";
        self.by("editor", archive, json!({ "id": id }), "/entryArchive/entry/id").await
    }

    async fn invited(&mut self, event: &Value) -> Value {
        let invite = "mutation($e: ID!, $at: ID!) { eventInvite(input: { event: $e, institution: $at, message: \"Razem?\" }) { invitation { id } errors { code } } }";
        self.who("outsider").await;
        let variables = json!({ "e": event, "at": self.club.global() });
        self.by("manager", invite, variables, "/eventInvite/invitation/id").await
    }

    /// A calendar that nobody serves; the institution's others are forgotten, since it may have a few only.
    async fn calendar_source(&mut self, school: &str) -> Value {
        let list = "query($at: ID!) { calendarSources(institution: $at) { id } }";
        let known = self.by("editor", list, json!({ "at": school }), "/calendarSources").await;
        let remove = "mutation($id: ID!) { calendarSourceRemove(input: { id: $id }) { removed } }";
        for source in known.as_array().into_iter().flatten() {
            self.by("editor", remove, json!({ "id": source["id"] }), "/calendarSourceRemove/removed").await;
        }
        let make = "mutation($at: ID!, $url: String!) { calendarSourceSave(input: { institution: $at, url: $url }) { calendarSource { id } errors { code } } }";
        let url = format!("http://127.0.0.1:9/Tajne-{}-{}.ics", self.slug, self.turn);
        self.by("editor", make, json!({ "at": school, "url": url }), "/calendarSourceSave/calendarSource/id").await
    }

    async fn alert(
        &mut self,
        role: &'static str,
        headline: &str,
        institution: Option<&str>,
        severity: &str,
        status: &str,
    ) -> Value {
        let make = "mutation($alert: AlertIssueInput!) { alertIssue(input: $alert) { alert { id } errors { code field message } } }";
        let alert = json!({
            "institution": institution, "severity": severity, "status": status, "urgency": "EXPECTED", "certainty": "LIKELY",
            "categories": ["MET"], "expires": "2026-09-25T10:00:00Z", "texts": { "pl": { "event": "Wiatr", "headline": headline } },
        });
        self.by(role, make, json!({ "alert": alert }), "/alertIssue/alert/id").await
    }

    /// A question of the owner's.
    async fn question(&mut self, text: &str) -> Value {
        let debate = self.known("debate").await;
        let make = "mutation($d: ID!, $t: String!) { questionAsk(input: { debate: $d, text: $t, consent: true }) { state errors { code } } }";
        self.by("owner", make, json!({ "d": debate, "t": text }), "/questionAsk/state").await;
        let own = "{ viewer { debateQuestions(first: 1) { nodes { id } } } }";
        self.by("owner", own, json!({}), "/viewer/debateQuestions/nodes/0/id").await
    }

    async fn published(&mut self, question: &Value) -> Value {
        let publish = "mutation($id: ID!) { questionModerate(input: { ids: [$id], decision: PUBLISH }) { questions { id } errors { code } } }";
        self.by("editor", publish, json!({ "id": question }), "/questionModerate/questions/0/id").await
    }

    /// The token of a mail to somebody who asked without an account.
    async fn strangers(&mut self, text: &str) -> Value {
        let debate = self.known("debate").await;
        let make = "mutation($d: ID!, $t: String!, $e: String) { questionAsk(input: { debate: $d, text: $t, email: $e, consent: true }) { state errors { code } } }";
        let email = self.address("z-ulicy");
        self.by_a_stranger(make, json!({ "d": debate, "t": text, "e": email })).await;
        self.mailed(&email).await
    }

    /// A document of nobody's, from a place that no other came from: what comes from one place is bounded.
    pub(super) async fn by_a_stranger(&self, document: &str, variables: Value) -> Value {
        let request = Request::post("/graphql")
            .header(header::HOST, format!("{}.localhost", self.slug))
            .header(header::CONTENT_TYPE, "application/json");
        let body = json!({ "query": document, "variables": variables }).to_string();
        let request = Who::nobody().mark(request).body(Body::from(body)).unwrap();
        let mut answer =
            self.app.send(request, &format!("198.51.{}.{}", self.turn / 250, self.turn % 250)).await.json();
        assert!(answer.get("errors").is_none(), "{document}: {answer}");
        answer["data"].take()
    }

    async fn mailed(&self, email: &str) -> Value {
        let mail = self.app.last_mail(self.slug, email).await;
        json!(mail.path("/debaty/link/").rsplit('/').next().unwrap())
    }
}
