//! What people asked to be told of, and what followers are told.

use serde_json::{Value, json};

use super::World;

impl World<'_> {
    /// The thing of that name, if it has to do with being told.
    pub(super) async fn of_told(&mut self, name: &str, secret: &str) -> Option<Value> {
        let school = self.school.global();
        let thing = match name {
            // The owner's.
            "subscription" => {
                let make = "mutation($label: String) { subscriptionSave(input: { target: { interest: \"chess\" }, label: $label }) { subscription { id } errors { code } } }";
                self.by("owner", make, json!({ "label": secret }), "/subscriptionSave/subscription/id").await
            }
            "unsubscribeToken" => {
                self.known("subscription").await;
                let (owner, scope) = (self.who("owner").await, self.app.scope(self.slug));
                let reader = notices::readers::by_account(&*scope.db().await.unwrap(), owner.account).await.unwrap();
                let path = notices::link::make(&scope, &reader.unwrap(), None).unwrap();
                json!(path.rsplit('/').next().unwrap())
            }
            // Of somebody who was never here.
            "subscriptionToken" => {
                let email = self.address("z-ulicy");
                let ask = "mutation($email: String!) { subscriptionRequest(input: { email: $email, consent: true, target: { interest: \"chess\" } }) { mailed errors { code } } }";
                self.by_a_stranger(ask, json!({ "email": email })).await;
                let mail = self.app.last_mail(self.slug, &email).await;
                json!(mail.path("/powiadom/potwierdz/").rsplit('/').next().unwrap())
            }
            // The manager's, to those who follow the institution; nobody does.
            "announcement" => {
                let make = "mutation($at: ID!, $s: String!) { announcementSave(input: { sender: $at, audience: { entry: $at }, subject: $s, text: \"Treść.\" }) { announcement { id } errors { code } } }";
                let variables = json!({ "at": school, "s": secret });
                self.by("manager", make, variables, "/announcementSave/announcement/id").await
            }
            _ => return None,
        };
        Some(thing)
    }
}
