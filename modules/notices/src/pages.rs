//! What a person was told, and when they want to be told: their pages and forms, and the bell of every page.

use kernel::page::{Action, Form, Page, PageInput, PageRequest, Section, Then};
use serde_json::{Map, Value, json};

use crate::MODULE;

/// Where people read what they were told.
const CENTRE: &str = "/konto/powiadomienia";
/// Where they say when they want to be told.
const SETTINGS: &str = "/konto/powiadomienia/ustawienia";

/// This module's pages.
pub const PAGES: [Page; 2] = [page("notices/settings", SETTINGS, nothing), page("notices/centre", CENTRE, centre)];

/// What its forms do.
pub const ACTIONS: [Action; 3] = [
    action("notices/read", "/konto/powiadomienia", "notices/centre", read, |request, _| {
        if request.has("ids") { Then::Go(kept(request)) } else { Then::done(&kept(request), "centre-read") }
    }),
    // What a notice came from is the other module's, but people mute it where they are told.
    action("notices/mute", "/konto/powiadomienia/wycisz", "notices/centre", muted, |request, _| {
        let what = if request.has("muted") { "centre-muted" } else { "notify-unmuted" };
        Then::Go(format!("{CENTRE}?done={what}&of={}", request.value("id").unwrap_or_default()))
    }),
    action("notices/settings_save", SETTINGS, "notices/settings", settings, |_, _| {
        Then::done(SETTINGS, "notify-settings")
    }),
];

/// What it adds to other pages: how much somebody has not read yet, in the frame of each; and the ways here from the
/// account.
pub const SECTIONS: [Section; 2] = [
    Section { name: "notices/bell", page: "layout", on: "Query", module: Some(MODULE) },
    Section { name: "notices/on_account", page: "identity/account", on: "Viewer", module: Some(MODULE) },
];

const fn page(name: &'static str, path: &'static str, input: fn(&PageRequest<'_>) -> PageInput) -> Page {
    Page { name, path, module: Some(MODULE), menu: None, subject: Some("viewer"), input }
}

const fn action(
    name: &'static str,
    path: &'static str,
    page: &'static str,
    input: fn(&PageRequest<'_>) -> PageInput,
    then: fn(&PageRequest<'_>, &Value) -> Then,
) -> Action {
    Action { name, path, module: Some(MODULE), page, input, then }
}

fn nothing(_: &PageRequest<'_>) -> PageInput {
    PageInput::default()
}

/// A mutation's input.
fn input(fields: Value) -> PageInput {
    PageInput { variables: Map::from_iter([("input".to_owned(), fields)]), ..PageInput::default() }
}

/// What somebody was told, newest first; if they ask so, only what they have not read.
fn centre(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let unread = form.ticked("nowe");
    let after = form.text("after");
    form.set("unread", unread);
    form.set("after", after);
    form.input
}

/// The notices that were read: those of the button, or all.
fn read(request: &PageRequest<'_>) -> PageInput {
    let ids: Vec<_> = request.values("ids").collect();
    if ids.is_empty() { input(json!({ "all": true })) } else { input(json!({ "ids": ids })) }
}

/// The list that the button was pressed in.
fn kept(request: &PageRequest<'_>) -> String {
    if request.has("nowe") { format!("{CENTRE}?nowe=1") } else { CENTRE.to_owned() }
}

fn muted(request: &PageRequest<'_>) -> PageInput {
    input(json!({ "id": request.value("id").unwrap_or_default(), "muted": request.has("muted") }))
}

/// When somebody wants to be told. Without quiet hours neither of their ends is sent.
fn settings(request: &PageRequest<'_>) -> PageInput {
    let quiet = |name: &str| request.value(name).filter(|_| request.has("quiet")).map(str::to_owned);
    input(json!({
        "quietFrom": quiet("quietFrom"),
        "quietUntil": quiet("quietUntil"),
        "keepsHolidays": request.has("keepsHolidays"),
        "dailyAt": request.value("dailyAt"),
        "weeklyOn": request.value("weeklyOn"),
        "isPaused": request.has("isPaused"),
    }))
}
