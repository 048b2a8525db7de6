//! People of a demonstration city: an official, an editor, a manager and parents, with reviews and proposals of theirs,
//! all made through the API as real people's are.

use std::sync::Arc;

use chrono::{Datelike as _, Months};
use directory::InstitutionId;
use identity::{AccountId, accounts, roles};
use kernel::{
    access::{Person, Role, Via},
    error::{Fault, Result},
    scope::{Actor, Scope},
};
use serde_json::{Value, json};

use super::town;
use crate::graphql::{Origin, Schemas, code_of, execute, trusted};

/// The parents' names.
pub(super) const PARENTS: [&str; 4] = ["Anna", "Marek", "Oksana", "Piotr"];
/// Activities that each parent reviews.
const REVIEWS: usize = 6;
/// What parents say, with stars.
const SAYINGS: [(i32, &str); 8] = [
    (5, "Syn nie może doczekać się każdych zajęć. Prowadzący cierpliwy, grupa mała."),
    (4, "Dobrze zorganizowane, choć trudno zaparkować w pobliżu. Córka zadowolona."),
    (5, "Po pierwszym miesiącu widać postępy, a do tego dużo śmiechu."),
    (3, "Zajęcia w porządku, ale zdarzały się zmiany godzin w ostatniej chwili."),
    (5, "Polecam nieśmiałym dzieciom – nasze wreszcie samo opowiada, co robiło."),
    (4, "Dziecku się podoba, a prowadząca mówi też po ukraińsku."),
    (4, "Cena uczciwa, sala jasna i czysta. Brakuje tylko szatni dla rodziców."),
    (2, "Za duża grupa jak dla sześciolatka, zrezygnowaliśmy po dwóch tygodniach."),
];
/// What parents propose: title, interests, ages, slot, what the editors are told.
const PROPOSALS: [(&str, &str, &str, &str, &str, &str); 3] = [
    (
        "Klub młodych przyrodników",
        "ecology",
        "7",
        "11",
        "sat 10:00-12:00",
        "Chodzimy tam od roku, a na liście ich nie ma.",
    ),
    ("Ceramika dla rodziców i dzieci", "ceramics", "5", "10", "thu 17:00-18:30", ""),
    ("Sobotnie granie w szachy", "chess", "8", "15", "sat 11:00-13:00", "Bezpłatnie, wystarczy przyjść."),
];

/// Makes the people of a city that was just filled. Returns the addresses that they sign in with, and what each is.
pub async fn settle(scope: &Scope) -> Result<Vec<(String, &'static str)>> {
    let domain = format!("{}.example", scope.tenant.slug);
    let schemas = Schemas::default();
    let document = "{ institutions(filter: { kinds: [CULTURE_CENTRE] }, first: 1) { nodes { id } } }";
    let found = call(&schemas, scope, document, json!({})).await?;
    let place = found["institutions"]["nodes"][0]["id"].as_str().and_then(InstitutionId::parse);
    let mut made = Vec::new();
    for (name, role, party) in
        [("urzad", Role::Admin, None), ("redakcja", Role::Editor, None), ("dyrekcja", Role::Manager, place)]
    {
        if role == Role::Manager && party.is_none() {
            continue;
        }
        let email = format!("{name}@{domain}");
        appoint(scope, &email, role, party).await?;
        made.push((email, role.as_str()));
    }
    let editor = acting(scope, &format!("redakcja@{domain}")).await?;
    let ids = call(&schemas, scope, "{ activities(sort: NEWEST, first: 60) { nodes { id } } }", json!({})).await?;
    let ids: Vec<Value> =
        ids["activities"]["nodes"].as_array().into_iter().flatten().map(|node| node["id"].clone()).collect();
    for (index, name) in PARENTS.iter().enumerate() {
        let email = format!("{}@{domain}", name.to_lowercase());
        let parent = acting(scope, &email).await?;
        call(
            &schemas,
            &parent,
            "mutation($n: String!) { profileUpdate(input: { name: $n, language: PL }) { errors { message } } }",
            json!({ "n": name }),
        )
        .await?;
        if scope.tenant.has(Some(reviews::MODULE)) {
            review(&schemas, &parent, &ids, index).await?;
        }
        if index == 0 {
            child(&schemas, &parent).await?;
            made.push((email, "parent"));
        }
        if let Some(proposal) = PROPOSALS.get(index).filter(|_| scope.tenant.has(Some(editorial::MODULE))) {
            propose(&schemas, &parent, proposal).await?;
        }
    }
    if scope.tenant.has(Some(reviews::MODULE)) {
        publish(&schemas, &editor).await?;
    }
    town::happen(&schemas, &editor).await?;
    scope.settle().await?;
    Ok(made)
}

async fn appoint(scope: &Scope, email: &str, role: Role, party: Option<InstitutionId>) -> Result<()> {
    let mut tx = scope.begin().await?;
    let account = accounts::account_for_address(&mut tx, email, scope.tenant.locale).await?;
    tx.commit().await?;
    let mut tx = scope.begin().await?;
    roles::grant(&mut tx, account, role, party).await.map_err(|_| Fault::internal("a made-up role was refused"))?;
    tx.commit().await
}

/// The scope of somebody who signed in.
pub(super) async fn acting(scope: &Scope, email: &str) -> Result<Scope> {
    let mut tx = scope.begin().await?;
    let account: AccountId = accounts::account_for_address(&mut tx, email, scope.tenant.locale).await?;
    accounts::verified(&mut tx, account).await?;
    tx.commit().await?;
    let grants = roles::of(&scope.fresh(), account).await?;
    let person = Person { account: account.0, via: Via::Session(account.0), grants };
    Ok(scope.acting_as(Actor::Person(Arc::new(person))))
}

async fn review(schemas: &Schemas, parent: &Scope, ids: &[Value], whose: usize) -> Result<()> {
    // Parents' choices overlap, so that some activities have several reviews.
    for (number, id) in ids.iter().skip(whose * 3).step_by(2).take(REVIEWS).enumerate() {
        let (stars, text) = SAYINGS[(whose * 3 + number) % SAYINGS.len()];
        let document = "mutation($a: ID!, $s: Int!, $t: String!) { reviewSave(input: { activity: $a, stars: $s, text: $t }) { errors { message } } }";
        call(schemas, parent, document, json!({ "a": id, "s": stars, "t": text })).await?;
    }
    Ok(())
}

/// All but the last few, which wait for somebody to try it.
async fn publish(schemas: &Schemas, editor: &Scope) -> Result<()> {
    let waiting = call(schemas, editor, "{ reviewsToModerate(first: 100) { nodes { id } } }", json!({})).await?;
    let nodes = waiting["reviewsToModerate"]["nodes"].as_array().cloned().unwrap_or_default();
    let ids: Vec<_> = nodes.iter().take(nodes.len().saturating_sub(3)).map(|node| node["id"].clone()).collect();
    let document =
        "mutation($r: [ID!]!) { reviewsModerate(input: { reviews: $r, decision: PUBLISH }) { errors { message } } }";
    call(schemas, editor, document, json!({ "r": ids })).await.map(|_| ())
}

async fn child(schemas: &Schemas, parent: &Scope) -> Result<()> {
    let born = parent.today().checked_sub_months(Months::new(8 * 12 + 3)).unwrap_or_else(|| parent.today());
    let born = format!("{}-{:02}-{:02}", born.year(), born.month(), born.day());
    let home = parent.tenant.area.districts.first().map(|district| district.name.clone());
    let document = "mutation($b: Date!, $h: String) { childCreate(input: { name: \"Ania\", birthDate: $b, interests: [\"robotics\", \"swimming\"], home: $h }) { errors { message } } }";
    call(schemas, parent, document, json!({ "b": born, "h": home })).await.map(|_| ())
}

async fn propose(
    schemas: &Schemas,
    parent: &Scope,
    (title, interests, min, max, slots, note): &(&str, &str, &str, &str, &str, &str),
) -> Result<()> {
    let fields = json!({
        "title": title, "interests": interests, "minAge": min, "maxAge": max, "slots": slots,
        "provider": "Stowarzyszenie Sąsiedzi", "price": "0",
        "description": "Spotykamy się co tydzień. Zapraszamy także bez zapisów.",
    });
    let document = "mutation($f: EntryFieldsInput!, $n: String) { submissionSave(input: { kind: ACTIVITY, fields: $f, note: $n, submit: true }) { errors { message } } }";
    call(schemas, parent, document, json!({ "f": fields, "n": note })).await.map(|_| ())
}

/// One of several, whatever the number; nothing if there are none.
pub(super) fn holder(all: &[Value], number: usize) -> &Value {
    if all.is_empty() { &Value::Null } else { &all[number % all.len()] }
}

/// Runs a document that must do what it says.
pub(super) async fn call(schemas: &Schemas, scope: &Scope, document: &str, variables: Value) -> Result<Value> {
    let parsed = async_graphql::parser::parse_query(document).map_err(Fault::internal)?;
    let variables = variables.as_object().cloned().unwrap_or_default();
    let base_domain = scope.app().registry.base_domain().to_owned();
    let origin = Arc::new(Origin { scheme: "http", port: None, host: base_domain.clone(), base_domain });
    let request = trusted(document.to_owned(), parsed, variables, None);
    let response = execute(schemas, &scope.fresh(), &origin, "demo", request).await;
    if let Some(error) = response.errors.first() {
        return Err(Fault::internal(format!("{} {}: {document}", code_of(error).unwrap_or_default(), error.message)));
    }
    let data = response.data.into_json().map_err(Fault::internal)?;
    let refused =
        data.as_object().and_then(|data| data.values().next()).map_or(&Value::Null, |payload| &payload["errors"]);
    match refused.as_array().filter(|errors| !errors.is_empty()) {
        Some(errors) => Err(Fault::internal(format!("{errors:?}: {document}"))),
        None => Ok(data),
    }
}
