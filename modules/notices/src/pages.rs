//! What a person was told, and when they want to be told: their pages and forms, and the bell of every page.

use kernel::page::{Action, Form, Page, PageInput, PageRequest, Part, Section, Then};
use serde_json::json;

use crate::{CENTRE, MODULE};

/// Where they say when they want to be told.
const SETTINGS: &str = "/konto/powiadomienia/ustawienia";

const PART: Part = Part(Some(MODULE));

/// This module's pages.
pub const PAGES: [Page; 2] = [
    PART.page("notices/settings", SETTINGS, Some("viewer"), PageInput::nothing),
    PART.page("notices/centre", CENTRE, Some("viewer"), centre),
];

/// What its forms do.
pub const ACTIONS: [Action; 3] = [
    PART.action("notices/read", CENTRE, "notices/centre", read, |request, _| {
        if request.has("ids") { Then::Go(kept(request)) } else { Then::done(&kept(request), "centre-read") }
    }),
    // What a notice came from is the other module's, but people mute it where they are told.
    PART.action("notices/mute", "/konto/powiadomienia/wycisz", "notices/centre", muted, |request, _| {
        let what = if request.has("muted") { "centre-muted" } else { "notify-unmuted" };
        Then::Go(format!("{CENTRE}?done={what}&of={}", request.value("id").unwrap_or_default()))
    }),
    PART.action("notices/settings_save", SETTINGS, "notices/settings", settings, |_, _| {
        Then::done(SETTINGS, "notify-settings")
    }),
];

/// What it adds to other pages: how much somebody has not read yet, in the frame of each; and the ways here from the
/// account.
pub const SECTIONS: [Section; 2] =
    [PART.section("notices/bell", "layout", "Query"), PART.section("notices/on_account", "identity/account", "Viewer")];

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
    if ids.is_empty() {
        PageInput::of_mutation(json!({ "all": true }))
    } else {
        PageInput::of_mutation(json!({ "ids": ids }))
    }
}

/// The list that the button was pressed in.
fn kept(request: &PageRequest<'_>) -> String {
    if request.has("nowe") { format!("{CENTRE}?nowe=1") } else { CENTRE.to_owned() }
}

fn muted(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.value("id").unwrap_or_default(), "muted": request.has("muted") }))
}

/// When somebody wants to be told. Without quiet hours neither of their ends is sent.
fn settings(request: &PageRequest<'_>) -> PageInput {
    let quiet = |name: &str| request.value(name).filter(|_| request.has("quiet")).map(str::to_owned);
    PageInput::of_mutation(json!({
        "quietFrom": quiet("quietFrom"),
        "quietUntil": quiet("quietUntil"),
        "keepsHolidays": request.has("keepsHolidays"),
        "dailyAt": request.value("dailyAt"),
        "weeklyOn": request.value("weeklyOn"),
        "isPaused": request.has("isPaused"),
    }))
}
