//! The page of those who look after the mail.

use kernel::page::{Action, Form, Page, PageInput, PageRequest, Part, Then};
use serde_json::json;

/// Where it is.
const DESK: &str = "/pulpit/poczta";

const PART: Part = Part(None);

/// The page.
pub const PAGES: [Page; 1] = [PART.page("notices/post", DESK, Some("mailDesk"), shown)];

/// What its forms do.
pub const ACTIONS: [Action; 3] = [
    PART.action("notices/post_retry", "/pulpit/poczta/ponow", "notices/post", ids, |_, _| {
        Then::done(DESK, "post-retried")
    }),
    PART.action("notices/post_discard", "/pulpit/poczta/usun", "notices/post", ids, |_, _| {
        Then::done(DESK, "post-discarded")
    }),
    PART.action("notices/post_lift", "/pulpit/poczta/odblokuj", "notices/post", id, |_, _| {
        Then::done(DESK, "post-lifted")
    }),
];

fn shown(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    for name in ["after", "blockedAfter", "address"] {
        let value = form.text(name);
        form.set(name, value);
    }
    let is_asked = request.has("address");
    form.set("isAsked", Some(is_asked));
    form.input
}

fn ids(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "ids": request.values("ids").collect::<Vec<_>>() }))
}

fn id(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.value("id").unwrap_or_default() }))
}
