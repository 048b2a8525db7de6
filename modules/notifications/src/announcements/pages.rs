//! The pages and forms of announcements.

use kernel::{
    access::Role,
    page::{Action, Form, Page, PageInput, PageRequest, Part, Section, Then},
};
use serde_json::{Map, Value, json};

use super::audience::Audience;
use crate::MODULE;

/// Where announcements are written and decided on.
const DESK: &str = "/pulpit/ogloszenia";
/// Where a new one is written.
const NEW: &str = "/pulpit/ogloszenia/nowe";
/// The page of one at the desk.
const AT_DESK: &str = "notifications/announcement_desk";
/// To whom one may write, as the form names it.
const AUDIENCES: [&str; 5] = ["sender", "entry", "interest", "district", "everybody"];

const PART: Part = Part(Some(MODULE));

/// The pages of announcements. Those at fixed paths stand before those whose last segment is an id.
pub const PAGES: [Page; 5] = [
    PART.page("notifications/announcements", DESK, Some("viewer"), listed),
    PART.page("notifications/announcement_new", NEW, Some("viewer"), new),
    PART.page(AT_DESK, "/pulpit/ogloszenia/{id}", Some("announcement"), PageInput::segments),
    PART.page(
        "notifications/announcement_edit",
        "/pulpit/ogloszenia/{id}/zmien",
        Some("announcement"),
        PageInput::segments,
    ),
    PART.page("notifications/announcement", "/ogloszenia/{id}", Some("announcement"), PageInput::segments),
];

/// What the forms do.
pub const ACTIONS: [Action; 7] = [
    PART.action("notifications/announcement_save", NEW, "notifications/announcement_new", written, saved),
    PART.action(
        "notifications/announcement_save",
        "/pulpit/ogloszenia/{id}/zmien",
        "notifications/announcement_edit",
        written,
        saved,
    ),
    PART.action("notifications/announcement_test", "/pulpit/ogloszenia/{id}/proba", AT_DESK, this, |request, _| {
        at_desk(request, "announcement-tested")
    }),
    PART.action(
        "notifications/announcement_send",
        "/pulpit/ogloszenia/{id}/wyslij",
        AT_DESK,
        this,
        |request, payload| {
            let waits = payload["announcement"]["state"] == "WAITING";
            at_desk(request, if waits { "announcement-waits" } else { "announcement-sent" })
        },
    ),
    PART.action(
        "notifications/announcement_approve",
        "/pulpit/ogloszenia/{id}/zatwierdz",
        AT_DESK,
        approved,
        |request, _| at_desk(request, "announcement-approved"),
    ),
    PART.action(
        "notifications/announcement_reject",
        "/pulpit/ogloszenia/{id}/odrzuc",
        AT_DESK,
        rejected,
        |request, _| at_desk(request, "announcement-rejected"),
    ),
    PART.action(
        "notifications/announcement_withdraw",
        "/pulpit/ogloszenia/{id}/wycofaj",
        AT_DESK,
        this,
        // What waited is a draft again; a draft is gone, and its page with it.
        |request, _| match request.has("waits") {
            true => at_desk(request, "announcement-withdrawn"),
            false => Then::done(DESK, "announcement-deleted"),
        },
    ),
];

/// What announcements add to other pages.
pub const SECTIONS: [Section; 1] = [PART.section("notifications/announcements_on_desk", "editorial/desk", "Query")];

/// All that who asks may write; nothing is asked for by who may write nothing.
fn listed(request: &PageRequest<'_>) -> PageInput {
    let actor = &request.scope.actor;
    let is_manager = actor.person().is_some_and(|person| person.parties(Role::Manager).next().is_some());
    let mut form = Form::new(request);
    let after = form.text("after");
    form.set("after", after);
    form.set("mayWrite", Some(actor.is_at_least(Role::Editor) || is_manager));
    form.input
}

/// A form that may know already to whom: links on entries' pages say so.
fn new(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    for field in ["sender", "audience", "entry", "interest", "district"] {
        form.text(field);
    }
    form.input
}

/// An announcement as the form says it.
fn written(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let mut input = Map::new();
    if let Some(id) = request.path.get("id") {
        input.insert("id".to_owned(), id.as_str().into());
    }
    let sender = form.text("sender");
    input.extend(sender.clone().map(|sender| ("sender".to_owned(), sender.into())));
    for field in ["subject", "text"] {
        input.insert(field.to_owned(), form.text(field).unwrap_or_default().into());
    }
    input.extend(form.texts(&["link", "linkLabel"]));
    let (entry, interest, district) = (form.text("entry"), form.text("interest"), form.text("district"));
    let chosen = form.text("audience").filter(|chosen| AUDIENCES.contains(&chosen.as_str()));
    let audience = match chosen.as_deref() {
        Some("sender") => sender.map(|id| json!({ "entry": id })),
        Some("entry") => entry.as_deref().and_then(entry_in).map(|id| json!({ "entry": id })),
        Some("interest") => interest.map(|id| json!({ "interest": id })),
        Some("district") => district.map(|id| json!({ "district": id })),
        Some("everybody") => Some(json!({ "everybody": true })),
        _ => None,
    };
    // What was not said is said by the mutation, beside everything else that is missing.
    input.insert("audience".to_owned(), audience.unwrap_or_else(|| json!({ "entry": "" })));
    form.set("input", Some(input));
    form.input
}

/// The global id of an entry in a link to its page, or alone.
fn entry_in(text: &str) -> Option<&str> {
    text.split(['/', '?', '#']).map(str::trim).find(|part| Audience::of_entry(part).is_some())
}

fn saved(_: &PageRequest<'_>, payload: &Value) -> Then {
    let id = payload["announcement"]["id"].as_str().unwrap_or_default();
    Then::done(&format!("{DESK}/{id}"), "announcement-saved")
}

fn this(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.segment("id") }))
}

/// An announcement, and which of those that were handed in under its name was read.
fn approved(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let handed_in_at = form.text("handedInAt").unwrap_or_default();
    form.set("input", Some(json!({ "id": request.segment("id"), "handedInAt": handed_in_at })));
    form.input
}

/// An announcement and why it is not sent. That nobody said why is said by the mutation.
fn rejected(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let reason = form.text("reason").unwrap_or_default();
    form.set("input", Some(json!({ "id": request.segment("id"), "reason": reason })));
    form.input
}

fn at_desk(request: &PageRequest<'_>, what: &str) -> Then {
    Then::done(&format!("{DESK}/{}", request.segment("id")), what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_found_in_the_address_of_its_page() {
        let id = activities::ActivityId(uuid::Uuid::from_u128(5)).global();
        for text in [id.clone(), format!("https://x.example/zajecia/{id}/robotyka?a=b"), format!(" /en/zajecia/{id}")] {
            assert_eq!(entry_in(&text), Some(id.as_str()), "{text}");
        }
        assert_eq!(entry_in("https://x.example/zajecia"), None);
    }
}
