//! The queue, as addresses and forms carry what it is filtered by.

use directory::InstitutionId;
use identity::AccountId;
use kernel::page::{Form, PageInput, PageRequest, Then};
use serde_json::{Map, Value, json};

use crate::{policy, submission::SubmissionId};

/// What the queue is filtered by.
const FILTER: [&str; 5] = ["stan", "rodzaj", "placowka", "kto", "szukaj"];
/// States that proposals are looked for in.
const STATES: [&str; 7] = ["WAITING", "SENT_BACK", "APPROVED", "REJECTED", "MERGED", "WITHDRAWN", "ALL"];

/// The desk of whoever is signed in.
pub(super) fn desk(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    form.set("me", own_account(request));
    form.set("editor", Some(policy::may_edit_all(&request.scope.actor)));
    form.input
}

/// The queue, by what its form says.
pub(super) fn list(request: &PageRequest<'_>) -> PageInput {
    let (mut form, filter) = filter(request);
    let after = form.text("after");
    form.set("filter", Some(filter));
    form.set("editor", Some(policy::may_edit_all(&request.scope.actor)));
    form.set("after", after);
    decided(&mut form);
    form.input
}

/// A proposal, what follows it in the queue, and the one whose decision can be taken back.
pub(super) fn review(request: &PageRequest<'_>) -> PageInput {
    let (mut form, mut filter) = filter(request);
    filter.insert("status".to_owned(), json!(["WAITING"]));
    form.set("filter", Some(filter));
    form.set("editor", Some(policy::may_edit_all(&request.scope.actor)));
    decided(&mut form);
    let PageInput { variables, .. } = PageInput::segments(request);
    form.input.variables.extend(variables);
    form.input
}

/// The proposal that was just decided, so that this can be taken back.
fn decided(form: &mut Form<'_>) {
    let decided = form.text("cofnij").filter(|id| SubmissionId::parse(id).is_some());
    form.set("hasDecided", Some(decided.is_some()));
    form.set("decided", Some(decided.unwrap_or_default()));
}

fn filter<'a>(request: &'a PageRequest<'a>) -> (Form<'a>, Map<String, Value>) {
    let mut form = Form::new(request);
    let mut filter = Map::new();
    let mut one = |name: &str, known: &[&str]| form.choices(name, known).and_then(|list| list.into_iter().next());
    let state = one("stan", &STATES).unwrap_or_else(|| "WAITING".to_owned());
    if state != "ALL" {
        filter.insert("status".to_owned(), json!([state]));
    }
    filter.extend(
        one("rodzaj", &["ACTIVITY", "INSTITUTION", "EVENT", "ARTICLE", "ADVICE", "DEBATE"])
            .map(|kind| ("kind".to_owned(), kind.into())),
    );
    let institution = form.text("placowka").filter(|id| InstitutionId::parse(id).is_some());
    filter.extend(institution.map(|id| ("institution".to_owned(), id.into())));
    match form.text("kto").as_deref() {
        Some("ja") => filter.extend(own_account(request).map(|id| ("assignee".to_owned(), id.into()))),
        Some("nikt") => filter.extend([("unassigned".to_owned(), true.into())]),
        Some(id) if AccountId::parse(id).is_some() => filter.extend([("assignee".to_owned(), id.into())]),
        _ => {}
    }
    filter.extend(form.text("szukaj").map(|text| ("text".to_owned(), text.into())));
    (form, filter)
}

fn own_account(request: &PageRequest<'_>) -> Option<String> {
    request.scope.actor.account().map(|account| AccountId(account).global())
}

/// A path with what the queue is filtered by, which forms carry in fields of the same names.
pub(super) fn with_filter(request: &PageRequest<'_>, path: &str, more: &[(&str, &str)]) -> String {
    let carried = FILTER.iter().filter_map(|name| Some((*name, request.value(name)?)));
    let mut query = String::new();
    for (name, value) in carried.chain(more.iter().copied()) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(name);
        query.push('=');
        query.push_str(&percent(value));
    }
    format!("{path}{query}")
}

/// A value as query strings have it.
fn percent(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

/// The page of a proposal in the queue.
pub(super) fn path(request: &PageRequest<'_>, id: &str) -> String {
    with_filter(request, &format!("/pulpit/kolejka/{id}"), &[])
}

/// The next proposal in the queue, else the queue; with the decision that was just made, so that it can be taken back.
pub(super) fn next(request: &PageRequest<'_>, what: &str) -> Then {
    let next = request.value("next").filter(|id| SubmissionId::parse(id).is_some());
    let path = next.map_or_else(|| "/pulpit/kolejka".to_owned(), |id| format!("/pulpit/kolejka/{id}"));
    Then::done(&with_filter(request, &path, &[("cofnij", request.segment("id"))]), what)
}
