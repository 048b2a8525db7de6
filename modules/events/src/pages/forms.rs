//! What people post: as the inputs of mutations, and where they go then.

use kernel::page::{PageInput, PageRequest, Then};
use serde_json::{Value, json};

/// The longest name of an institution that is looked for, in characters.
const MAX_SOUGHT: usize = 100;

/// The path of the event's page, from the path of what was posted.
pub(super) fn event_path(request: &PageRequest<'_>) -> String {
    format!("/wydarzenia/{}/{}", request.segment("id"), request.segment("slug"))
}

/// The row that the form names.
pub(super) fn posted_id(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.value("id").unwrap_or_default() }))
}

/// Signing up: for a date or the whole event, oneself or a child, and how many come.
pub(super) fn sign_up(request: &PageRequest<'_>) -> PageInput {
    let people = request.value("people").unwrap_or("1").parse::<i32>();
    let mut page = PageInput::of_mutation(json!({
        "event": request.segment("id"),
        "occurrence": request.value("occurrence"),
        "child": request.value("child"),
        "note": request.value("note"),
        "people": people.as_ref().copied().unwrap_or(1),
    }));
    if people.is_err() {
        page.errors.insert("people", "events-error-people");
    }
    page
}

/// After one's place was given up: it can be taken back at once, if it was one's own.
pub(super) fn cancelled(request: &PageRequest<'_>, _: &Value) -> Then {
    let mut path = event_path(request);
    if let Some(again) = request.value("again") {
        let mut query = form_urlencoded(again);
        if let Some(people) = request.value("people").filter(|people| people.parse::<u16>().is_ok()) {
            query.push_str("&people=");
            query.push_str(people);
        }
        path = format!("{path}?again={query}");
    }
    Then::done(&path, "event-sign-up-cancelled")
}

/// Text as a value of a query string.
fn form_urlencoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Whether an event is kept. The event is the path's, or the one that the form names.
pub(super) fn keep(request: &PageRequest<'_>) -> PageInput {
    let event = request.value("event").unwrap_or_else(|| request.segment("id"));
    PageInput::of_mutation(json!({ "event": event, "keep": request.has("keep") }))
}

/// An address of the family's calendar. Whether it says names is asked where the form has the box.
pub(super) fn family_renew(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "showNames": request.has("named").then(|| request.has("showNames")) }))
}

pub(super) fn family_names(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "showNames": request.has("showNames") }))
}

pub(super) fn answer(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.value("id").unwrap_or_default(), "accept": request.has("accept") }))
}

pub(super) fn invite(request: &PageRequest<'_>) -> PageInput {
    let institution = picked(request);
    let mut page = PageInput::of_mutation(json!({
        "event": request.segment("id"),
        "institution": institution.unwrap_or_default(),
        "message": request.value("message"),
    }));
    if institution.is_none() {
        page.errors.insert("institution", "events-error-institution");
    }
    page
}

/// The institution that was picked by its name: the id beside a name that is still the one which was picked.
fn picked<'a>(request: &'a PageRequest<'_>) -> Option<&'a str> {
    let (name, id) = (request.value("institutionName")?, request.value("institution")?);
    request.value("institutionPicked").is_none_or(|picked| picked == name).then_some(id)
}

/// Asking to join, on behalf of an institution of one's own.
pub(super) fn joining(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({
        "event": request.segment("id"),
        "institution": request.value("own").unwrap_or_default(),
        "message": request.value("message"),
    }))
}

/// A message to those who organise it. Without an institution only editors write.
pub(super) fn message(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({
        "event": request.segment("id"),
        "institution": request.value("own"),
        "message": request.value("message").unwrap_or_default(),
        "replyTo": request.has("replyTo"),
    }))
}

pub(super) fn leave(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(
        json!({ "event": request.segment("id"), "institution": request.value("own").unwrap_or_default() }),
    )
}

/// An address from which an institution's events come; one that is known is changed.
pub(super) fn source(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({
        "id": request.value("id"),
        "institution": request.segment("institution"),
        "url": request.value("url").unwrap_or_default(),
    }))
}

pub(super) fn source_remove(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.value("id").unwrap_or_default(), "archive": request.has("archive") }))
}

/// The name of an institution that is looked for.
pub(super) fn sought_institution(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    match request.value("institutionName") {
        Some(name) => {
            let name: String = name.chars().take(MAX_SOUGHT).collect();
            page.variables.insert("query".to_owned(), name.into());
        }
        None => {
            page.errors.insert("institution", "events-error-institution");
        }
    }
    page
}
