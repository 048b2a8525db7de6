//! The table of hostile cases. Each differs from the honest sign-in in the one thing that its name says.

mod browser;
mod controls;
mod endpoints;
mod tokens;

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use identity::oidc::{Claims, Flaw, Part, Refusal};
use serde_json::Value;

use crate::{
    flow::{Arrival, arrive, client, declare},
    keys::Token,
    provider::{Provider, Script, now},
};

/// How long the client waits in cases that keep it waiting.
const IMPATIENT: Duration = Duration::from_millis(300);
/// How long it waits in all others.
const PATIENT: Duration = Duration::from_secs(5);
/// No case takes longer.
const BOUND: Duration = Duration::from_secs(10);

/// One sign-in. Unless something is bent it succeeds.
struct Case {
    name: &'static str,
    script: Script,
    timeout: Duration,
    declare: fn(&mut identity::oidc::Provider),
    arrive: fn(&mut Arrival),
}

impl Case {
    fn honest(name: &'static str) -> Self {
        Self { name, script: Script::honest(), timeout: PATIENT, declare: |_| {}, arrive: |_| {} }
    }

    /// With the ID token written or signed otherwise.
    fn token(name: &'static str, forge: fn(Token, &Provider) -> String) -> Self {
        let mut case = Self::honest(name);
        case.script.forge = forge;
        case
    }

    /// With other claims in the ID token.
    fn claims(name: &'static str, claims: fn(&mut Value, &str)) -> Self {
        let mut case = Self::honest(name);
        case.script.claims = claims;
        case
    }

    /// With another discovery document.
    fn document(name: &'static str, document: fn(&mut Value, &str)) -> Self {
        let mut case = Self::honest(name);
        case.script.document = document;
        case
    }

    /// With something else at the provider.
    fn script(name: &'static str, bend: fn(&mut Script)) -> Self {
        let mut case = Self::honest(name);
        bend(&mut case.script);
        case
    }

    /// With somebody who answers late.
    fn late(name: &'static str, bend: fn(&mut Script)) -> Self {
        Self { timeout: IMPATIENT, ..Self::script(name, bend) }
    }

    /// With something else coming back.
    fn arrival(name: &'static str, arrive: fn(&mut Arrival)) -> Self {
        Self { arrive, ..Self::honest(name) }
    }

    async fn run(self) -> (Result<Claims, Refusal>, Arc<Provider>) {
        let provider = Provider::start(self.script).await;
        let client = client(self.timeout);
        let mut declared = declare(&provider.issuer);
        (self.declare)(&mut declared);
        let outcome = async {
            let mut arrival = arrive(&client, declared).await?;
            (self.arrive)(&mut arrival);
            arrival.finish(&client).await
        };
        let outcome = tokio::time::timeout(BOUND, outcome).await;
        (outcome.unwrap_or_else(|_| panic!("{} takes too long", self.name)), provider)
    }
}

/// Seconds since 1970, so many after now.
fn later(seconds: i64) -> i64 {
    now().timestamp() + seconds
}

fn malformed(part: Part) -> Refusal {
    Refusal::ProviderAnswer(part, Flaw::Malformed)
}

/// Takes a member away.
fn without(object: &mut Value, name: &str) {
    object.as_object_mut().unwrap().remove(name);
}

/// Runs a table; what failed is said all at once.
async fn refuse(cases: Vec<(Case, Refusal)>) {
    let mut faults = Vec::new();
    for (case, expected) in cases {
        let name = case.name;
        let (outcome, provider) = case.run().await;
        let tokens = provider.asked.token.load(Ordering::SeqCst);
        let before = matches!(
            expected,
            Refusal::StateMismatch
                | Refusal::CallbackIssuer
                | Refusal::OtherSignIn
                | Refusal::PendingExpired
                | Refusal::Callback(_)
        );
        if outcome.as_ref() != Err(&expected) {
            faults.push(format!("{name}: {outcome:?} instead of {expected:?}"));
        }
        if before && tokens != 0 {
            faults.push(format!("{name}: the code went to the provider all the same"));
        }
        if provider.asked.elsewhere.load(Ordering::SeqCst) != 0 {
            faults.push(format!("{name}: a redirect was followed"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn hostile_callbacks_are_refused() {
    refuse(browser::arrivals()).await;
}

#[tokio::test]
async fn hostile_claims_are_refused() {
    refuse(tokens::claims()).await;
}

#[tokio::test]
async fn hostile_signatures_are_refused() {
    refuse(tokens::signatures()).await;
}

#[tokio::test]
async fn hostile_documents_are_refused() {
    refuse(endpoints::documents()).await;
}

#[tokio::test]
async fn hostile_answers_are_refused() {
    refuse(endpoints::answers()).await;
}

#[tokio::test]
async fn hostile_information_is_refused() {
    refuse(endpoints::people()).await;
}

#[tokio::test]
async fn honest_sign_ins_succeed() {
    let mut faults = Vec::new();
    for (case, expected) in controls::controls() {
        let name = case.name;
        let (outcome, provider) = case.run().await;
        let expected = Claims { issuer: provider.issuer.clone(), ..expected };
        if outcome.as_ref() != Ok(&expected) {
            faults.push(format!("{name}: {outcome:?} instead of {expected:?}"));
        }
        let asked = provider.asked.userinfo.load(Ordering::SeqCst);
        if asked != usize::from(expected.email.as_deref() == Some("anna@inna.example")) {
            faults.push(format!("{name}: the userinfo endpoint was asked {asked} times"));
        }
        if provider.asked.keys.load(Ordering::SeqCst) != 1 {
            faults.push(format!("{name}: keys were asked for again"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
