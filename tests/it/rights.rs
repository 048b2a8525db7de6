//! Who may do what: every field of the schema as every role, against `rights.toml`.
//!
//! A field that the table lacks fails, and so does a line of the table whose field is gone. What a document needs it
//! names as variables; `rights/world.rs` makes it, anew after each mutation that was done. Each document with variables
//! is also sent with the other city's ids. A refusal must not tell anything, and nothing may come of a foreign id.

mod table;
pub(crate) mod world;

use std::{collections::BTreeMap, fmt::Write as _};

use kernel::tenancy::ModuleSet;
use serde_json::{Map, Value};
use table::{Case, Table, line};
use tablica::{graphql, modules};
use world::{ROLES, World};

use crate::support::{DEBNO, GOLENIOW, TestApp};

const TABLE: &str = include_str!("rights.toml");

/// Types whose values are protected: each field that leads to one stands in the table too.
const PROTECTED: &[&str] = &[
    "Account",
    "AlertRight",
    "ApiToken",
    "AuditEntry",
    "CalendarReport",
    "CalendarSource",
    "Child",
    "Device",
    "Entry",
    "EntryReminder",
    "EventInvitation",
    "FamilyCalendar",
    "Invitation",
    "LinkedProvider",
    "Member",
    "OwnQuestionConnection",
    "OwnReviewConnection",
    "OwnSignUpConnection",
    "Promotion",
    "QuestionQueue",
    "RankedQuestion",
    "ReviewReport",
    "Revision",
    "SignUp",
    "SignUpConnection",
    "Submission",
    "SubmissionConnection",
    "Viewer",
];

/// What came of a request, in the table's words: `ok`, `null`, `empty`, the code of an error, or `refused-` and the code
/// that a payload says.
fn outcome(answer: &Value, path: &[&str]) -> String {
    if let Some(error) = answer["errors"].as_array().and_then(|errors| errors.first()) {
        return error["extensions"]["code"].as_str().unwrap_or("an-error-without-a-code").to_owned();
    }
    let mut value = &answer["data"];
    for step in path {
        // Of lists on the way, the first item stands for all.
        value = if value.is_array() { &value[0][*step] } else { &value[*step] };
    }
    let has_none = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
    match value {
        Value::Null => "null".to_owned(),
        list if has_none(list) || has_none(&list["nodes"]) => "empty".to_owned(),
        Value::Array(items) if items.iter().all(Value::is_null) => "null".to_owned(),
        done => match done.get(0).unwrap_or(done)["errors"].as_array().and_then(|errors| errors.first()) {
            Some(error) => format!("refused-{}", error["code"].as_str().unwrap_or_default()),
            None => "ok".to_owned(),
        },
    }
}

/// Sends a case as those who may, with one thing after the other taken from the other city. Nothing may come of it.
async fn mixed<'a>(
    app: &TestApp,
    callers: &mut World<'a>,
    foreign: &mut World<'a>,
    case: &Case,
    field: &str,
) -> String {
    let mut faults = String::new();
    let things = case.things();
    let here = case.here().unwrap_or_default();
    let may = ROLES.into_iter().filter(|role| here.get(role).is_some_and(|outcome| outcome == "ok"));
    for (role, odd) in may.flat_map(|role| things.iter().map(move |odd| (role, odd))).filter(|_| things.len() > 1) {
        let mut variables = Map::new();
        for name in &things {
            let world = if name == odd { &mut *foreign } else { &mut *callers };
            variables.insert(name.clone(), world.thing(name, role).await);
        }
        let who = callers.who(role).await;
        let answer = app.gql_as(DEBNO, &who, &case.document, &variables.into()).await;
        let outcome = outcome(&answer.json(), &case.path(field));
        if outcome == "ok" && field != "nodes" {
            let _ = writeln!(faults, "{field} as {role} with a foreign ${odd} was done: {}", case.document);
            callers.renew();
        }
    }
    faults
}

/// Sends a case as everybody; the things it names are of the world that `of` says.
async fn sent(
    app: &TestApp,
    callers: &mut World<'_>,
    mut foreign: Option<&mut World<'_>>,
    (type_, field, case): (&str, &str, &Case),
    faults: &mut String,
) -> BTreeMap<&'static str, String> {
    let mut found = BTreeMap::new();
    for role in ROLES {
        for name in &case.needs {
            callers.thing(name, role).await;
        }
        let mut variables = Map::new();
        for name in case.things() {
            let thing = match &mut foreign {
                Some(foreign) => foreign.thing(&name, role).await,
                None => callers.thing(&name, role).await,
            };
            variables.insert(name, thing);
        }
        let who = callers.who(role).await;
        let answer = app.gql_as(DEBNO, &who, &case.document, &variables.into()).await;
        let outcome = outcome(&answer.json(), &case.path(field));
        let secret = if foreign.is_some() { Some(GOLENIOW) } else { Some(DEBNO).filter(|_| outcome != "ok") };
        if let Some(city) = secret.filter(|city| answer.body.contains(&format!("ajne-{city}"))) {
            let _ = writeln!(faults, "{type_}.{field} as {role} ({outcome}) tells what is {city}'s: {}", answer.body);
        }
        if type_ == "Mutation" && outcome == "ok" {
            callers.renew();
        }
        found.insert(role, outcome);
    }
    found
}

/// Holds the cases of some types against what becomes of them.
async fn held_against(of: impl Fn(&str, &str) -> bool) {
    // Hundreds of mails to one domain in no time are no more than a test.
    let fast = "[mail]\ndomain_per_minute = 100000";
    let app = TestApp::start_with(&[(DEBNO, fast), (GOLENIOW, fast)], None).await;
    let mut faults = String::new();
    let mut here = World::new(&app, DEBNO).await;
    let mut cases = Table::read(TABLE).cases(|_| true);
    cases.retain(|(type_, field, _)| of(type_, field));
    for (type_, field, case) in &cases {
        let found = sent(&app, &mut here, None, (type_, field, case), &mut faults).await;
        if case.here().as_ref() != Ok(&found) {
            let _ = writeln!(faults, "{type_}.{field}: {}\n{}", case.document, line("here", &found));
        }
    }
    // People of one city, and things of the other, some of which belong to people with the same addresses.
    let mut callers = World::new(&app, DEBNO).await;
    let mut foreign = World::new(&app, GOLENIOW).await;
    for name in cases.iter().flat_map(|(.., case)| [case.things(), case.needs.clone()].concat()) {
        for role in ROLES {
            foreign.thing(&name, role).await;
        }
    }
    let before = foreign.rows().await;
    for (type_, field, case) in cases.iter().filter(|(.., case)| case.has_foreign()) {
        let found = sent(&app, &mut callers, Some(&mut foreign), (type_, field, case), &mut faults).await;
        faults.push_str(&mixed(&app, &mut callers, &mut foreign, case, field).await);
        if case.foreign().as_ref() != Ok(&found) {
            let _ = writeln!(faults, "{type_}.{field}: {}\n{}", case.document, line("foreign", &found));
        }
    }
    assert_eq!(foreign.rows().await, before, "something came of foreign ids");
    assert!(faults.is_empty(), "other than the table says:\n{faults}");
}

#[test]
fn the_table_is_whole() {
    let all: ModuleSet = modules::SWITCHABLE.iter().map(|module| (*module).to_owned()).collect();
    let sdl = graphql::build(&all).sdl();
    let faults = Table::read(TABLE).faults(&sdl, PROTECTED);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // And would tell if it were not.
    for (is, were, fault) in [
        ("[Query.viewer]", "[Query.vewer]", "Query.viewer is missing in the table"),
        ("[Query.viewer]", "[Query.vewer]", "Query.vewer stands in the table, and not in the schema"),
        ("[Viewer.children]", "[Viewer.childs]", "Viewer.children is missing in the table"),
        ("here = { null = \"anonymous\", ok = \"others\" }", "here = { ok = \"anonymous\" }", "citizen is missing"),
        ("ok = \"owner admin operator\"", "ok = \"owner owner admin\"", "owner is named twice"),
    ] {
        let broken = TABLE.replacen(is, were, 1);
        assert_ne!(broken, TABLE, "{is}");
        let faults = Table::read(&broken).faults(&sdl, PROTECTED);
        assert!(faults.iter().any(|found| found.contains(fault)), "{fault}: {faults:?}");
    }
}

/// Whether a mutation is of what happens in town. They are many, so these are held against the table beside the others.
fn is_of_town(field: &str) -> bool {
    ["event", "family", "calendar", "alert", "question"].iter().any(|beginning| field.starts_with(beginning))
}

#[tokio::test]
async fn queries_are_answered_to_whom_they_may() {
    held_against(|type_, _| type_ == "Query").await;
}

#[tokio::test]
async fn fields_that_others_must_not_see_are_hidden_from_them() {
    held_against(|type_, _| type_ != "Query" && type_ != "Mutation").await;
}

#[tokio::test]
async fn mutations_are_done_for_whom_they_may() {
    held_against(|type_, field| type_ == "Mutation" && !is_of_town(field)).await;
}

#[tokio::test]
async fn mutations_of_town_are_done_for_whom_they_may() {
    held_against(|type_, field| type_ == "Mutation" && is_of_town(field)).await;
}
