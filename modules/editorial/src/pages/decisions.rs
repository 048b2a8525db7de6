//! Forms of those who decide.

use identity::AccountId;
use kernel::page::{PageInput, PageRequest, Then};
use serde_json::{Value, json};

use super::{entry_form, proposals, queue};

pub(super) use proposals::version;

/// A proposal that is approved: as it is, or with what the editor made of it.
pub(super) fn approve(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let fields = request.has("edited").then(|| entry_form::fields(request, &mut page));
    let approval = json!({
        "id": request.segment("id"),
        "version": proposals::posted_version(request),
        "fields": fields,
        "overwrite": request.has("overwrite"),
    });
    page.variables.insert("input".to_owned(), approval);
    page
}

/// A proposal that is sent back or rejected.
pub(super) fn reason(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({
        "id": request.segment("id"),
        "version": proposals::posted_version(request),
        "reason": request.value("reason").unwrap_or_default(),
    }))
}

/// A proposal that goes into another entry.
pub(super) fn merge(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({
        "id": request.segment("id"),
        "version": proposals::posted_version(request),
        "into": request.value("into").unwrap_or_default(),
    }))
}

/// To whom a proposal is given: an editor, oneself (`ja`), or nobody.
pub(super) fn assign(request: &PageRequest<'_>) -> PageInput {
    let assignee = match request.value("assignee") {
        Some("ja") => request.scope.actor.account().map(|account| AccountId(account).global()),
        assignee => assignee.map(str::to_owned),
    };
    PageInput::of_mutation(json!({
        "id": request.segment("id"),
        "version": proposals::posted_version(request),
        "assignee": assignee,
    }))
}

/// Several proposals that are decided alike. Each box carries id and version: `sub_…:3`.
pub(super) fn many(request: &PageRequest<'_>) -> PageInput {
    let chosen: Vec<_> = request
        .values("proposal")
        .map(|chosen| {
            let (id, version) = chosen.split_once(':').unwrap_or((chosen, ""));
            json!({ "id": id, "version": version.parse::<i32>().ok() })
        })
        .collect();
    let decision = request.value("decision").filter(|decision| ["APPROVE", "SEND_BACK", "REJECT"].contains(decision));
    let mut page = PageInput::default();
    if chosen.is_empty() {
        page.errors.insert("proposals", "queue-none-chosen");
    }
    if decision.is_none() {
        page.errors.insert("decision", "queue-no-decision");
    }
    let decided = json!({ "submissions": chosen, "decision": decision, "reason": request.value("reason") });
    page.variables.insert("input".to_owned(), decided);
    page
}

/// What could not be decided is told row by row.
pub(super) fn after_many(request: &PageRequest<'_>, payload: &Value) -> Then {
    let results = payload["results"].as_array();
    let is_all_done = |result: &Value| result["errors"].as_array().is_none_or(Vec::is_empty);
    if !results.is_some_and(|results| results.iter().all(is_all_done)) {
        return Then::Show;
    }
    let what = match request.value("decision") {
        Some("APPROVE") => "submissions-approved",
        Some("SEND_BACK") => "submissions-sent-back",
        _ => "submissions-rejected",
    };
    Then::done(&queue::with_filter(request, "/pulpit/kolejka", &[]), what)
}
