//! The page of those who look after the mail.

use kernel::page::{Action, Form, Page, PageInput, PageRequest, Then};
use serde_json::{Map, Value, json};

/// Where it is.
const DESK: &str = "/pulpit/poczta";

/// The page.
pub const PAGES: [Page; 1] =
    [Page { name: "notices/post", path: DESK, module: None, menu: None, subject: Some("mailDesk"), input: shown }];

/// What its forms do.
pub const ACTIONS: [Action; 3] = [
    action("notices/post_retry", "/pulpit/poczta/ponow", ids, |_, _| Then::done(DESK, "post-retried")),
    action("notices/post_discard", "/pulpit/poczta/usun", ids, |_, _| Then::done(DESK, "post-discarded")),
    action("notices/post_lift", "/pulpit/poczta/odblokuj", id, |_, _| Then::done(DESK, "post-lifted")),
];

const fn action(
    name: &'static str,
    path: &'static str,
    input: fn(&PageRequest<'_>) -> PageInput,
    then: fn(&PageRequest<'_>, &Value) -> Then,
) -> Action {
    Action { name, path, module: None, page: "notices/post", input, then }
}

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
    of(json!({ "ids": request.values("ids").collect::<Vec<_>>() }))
}

fn id(request: &PageRequest<'_>) -> PageInput {
    of(json!({ "id": request.value("id").unwrap_or_default() }))
}

fn of(input: Value) -> PageInput {
    PageInput { variables: Map::from_iter([("input".to_owned(), input)]), ..PageInput::default() }
}
