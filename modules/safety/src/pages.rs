//! The module's pages, forms, and what it adds to others' pages.

mod alert_form;

use kernel::{
    access::Role,
    page::{Action, Form, Page, PageInput, PageRequest, Part, Section, Then},
};
use serde_json::{Map, Value, json};

use crate::MODULE;

/// Where alerts are written and decided on.
const DESK: &str = "/pulpit/ostrzezenia";
/// Where the right to alert is granted.
const RIGHTS: &str = "/pulpit/ostrzezenia/prawa";
/// The longest name of an institution that is looked for, in characters.
const MAX_SOUGHT: usize = 100;
/// Topics of advice, as the schema names them, in the order in which they are offered.
const TOPICS: [&str; 11] = [
    "ROAD",
    "WATER_ICE",
    "FIRE_GAS_CO",
    "CYBER",
    "DRUGS",
    "VIOLENCE",
    "MISSING_CHILD",
    "WEATHER",
    "PUBLIC_EVENTS",
    "HEALTH",
    "OTHER",
];
/// Seasons of advice, as the schema names them.
const SEASONS: [&str; 6] = ["SPRING", "SUMMER", "AUTUMN", "WINTER", "SCHOOL_START", "HOLIDAYS"];

const PART: Part = Part(Some(MODULE));

/// The module's pages. Those at fixed paths stand before those whose last segment is an id.
pub const PAGES: [Page; 10] = [
    Page { menu: Some("menu-safety"), ..PART.page("safety/home", "/bezpieczni", None, home) },
    PART.page("safety/strip", "/bezpieczni/pasek", None, plain),
    PART.page("safety/alerts", "/bezpieczni/ostrzezenia", None, paged),
    PART.page("safety/alert", "/bezpieczni/ostrzezenia/{id}", Some("alert"), PageInput::segments),
    PART.page("safety/advice", "/bezpieczni/porady/{id}/{slug}", Some("adviceItem"), PageInput::segments),
    PART.page("safety/desk", DESK, Some("viewer"), desk),
    PART.page("safety/desk_new", "/pulpit/ostrzezenia/nowe", Some("viewer"), plain),
    PART.page("safety/desk_rights", RIGHTS, Some("alertRights"), rights),
    PART.page("safety/desk_alert", "/pulpit/ostrzezenia/{id}", Some("alert"), PageInput::segments),
    PART.page("safety/desk_update", "/pulpit/ostrzezenia/{id}/zmien", Some("alert"), PageInput::segments),
];

/// What the forms do. Previews are no mutations: they show what was typed.
pub const ACTIONS: [Action; 11] = [
    PART.action(
        "safety/alert_issue",
        "/pulpit/ostrzezenia/nowe",
        "safety/desk_new",
        alert_form::issue,
        |_, payload| at_desk(payload, "alert-sent"),
    ),
    PART.action(
        "safety/alert_preview",
        "/pulpit/ostrzezenia/nowe/podglad",
        "safety/desk_new",
        alert_form::preview,
        show,
    ),
    PART.action(
        "safety/alert_update",
        "/pulpit/ostrzezenia/{id}/zmien",
        "safety/desk_update",
        alert_form::update,
        |_, payload| at_desk(payload, "alert-updated"),
    ),
    PART.action(
        "safety/alert_preview",
        "/pulpit/ostrzezenia/{id}/zmien/podglad",
        "safety/desk_update",
        alert_form::preview,
        show,
    ),
    PART.action(
        "safety/alert_cancel",
        "/pulpit/ostrzezenia/{id}/odwolaj",
        "safety/desk_alert",
        with_reason,
        |_, payload| at_desk(payload, "alert-cancelled"),
    ),
    PART.action(
        "safety/alert_all_clear",
        "/pulpit/ostrzezenia/{id}/koniec",
        "safety/desk_alert",
        all_clear,
        |_, payload| at_desk(payload, "alert-cleared"),
    ),
    PART.action(
        "safety/alert_approve",
        "/pulpit/ostrzezenia/{id}/zatwierdz",
        "safety/desk_alert",
        this,
        |_, payload| at_desk(payload, "alert-approved"),
    ),
    PART.action(
        "safety/alert_reject",
        "/pulpit/ostrzezenia/{id}/odrzuc",
        "safety/desk_alert",
        with_reason,
        |request, _| Then::done(&format!("{DESK}/{}", request.segment("id")), "alert-rejected"),
    ),
    PART.action("safety/alert_right_grant", RIGHTS, "safety/desk_rights", granted, |_, _| {
        Then::done(RIGHTS, "alert-right-granted")
    }),
    PART.action(
        "identity/institution_find",
        "/pulpit/ostrzezenia/prawa/szukaj",
        "safety/desk_rights",
        sought_institution,
        show,
    ),
    PART.action(
        "safety/alert_right_revoke",
        "/pulpit/ostrzezenia/prawa/odbierz",
        "safety/desk_rights",
        revoked,
        |_, _| Then::done(RIGHTS, "alert-right-revoked"),
    ),
];

/// What this module adds to other pages. The banner is on every page, as part of the layout.
pub const SECTIONS: [Section; 2] =
    [PART.section("safety/banner", "layout", "Query"), PART.section("safety/on_desk", "editorial/desk", "Query")];

fn plain(_: &PageRequest<'_>) -> PageInput {
    PageInput::default()
}

fn show(_: &PageRequest<'_>, _: &Value) -> Then {
    Then::Show
}

/// Advice by topic, season and words.
fn home(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let mut filter = Map::new();
    let query = form.text("q");
    let topics = form.choices("topics", &TOPICS);
    filter.extend(topics.map(|topics| ("topics".to_owned(), topics.into())));
    let seasons = form.choices("seasons", &SEASONS);
    filter.extend(seasons.map(|seasons| ("seasons".to_owned(), seasons.into())));
    let after = form.text("after");
    form.set("isNarrowed", (query.is_some() || !filter.is_empty() || after.is_some()).then_some(true));
    form.set("query", query);
    form.set("filter", (!filter.is_empty()).then_some(filter));
    form.set("after", after);
    form.input
}

/// Where a list of many goes on.
fn paged(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let after = form.text("after");
    form.set("after", after);
    form.input
}

/// The alerts of whoever is signed in.
fn desk(request: &PageRequest<'_>) -> PageInput {
    let mut page = paged(request);
    page.variables.insert("editor".to_owned(), request.scope.actor.is_at_least(Role::Editor).into());
    page
}

/// Those with the right to alert; who may grant it sees how.
fn rights(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    page.form.insert("mayGrant".to_owned(), request.scope.actor.is_at_least(Role::Admin).into());
    page
}

fn this(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.segment("id") }))
}

/// An alert and why it is called off or rejected. That nobody said why is said by the mutation.
fn with_reason(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(
        json!({ "id": request.segment("id"), "reason": request.value("reason").unwrap_or_default() }),
    )
}

fn all_clear(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let texts = alert_form::texts(request);
    page.variables.insert("input".to_owned(), json!({ "id": request.segment("id"), "texts": texts }));
    page
}

fn revoked(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "institution": request.value("institution").unwrap_or_default() }))
}

/// The institution that was picked; that a name was typed and nothing picked is said at the field.
fn granted(request: &PageRequest<'_>) -> PageInput {
    let picked_as = request.value("institutionPicked");
    let id = request.value("institution").filter(|_| {
        picked_as.is_none_or(|picked_as| request.value("institutionName").is_none_or(|name| name == picked_as))
    });
    let mut page = PageInput::of_mutation(json!({ "institution": id.unwrap_or_default() }));
    if id.is_none() {
        page.errors.insert("institution", "institution-not-picked");
    }
    page
}

/// The name of an institution that is looked for.
fn sought_institution(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    match request.value("institutionName") {
        Some(name) => {
            let name: String = name.chars().take(MAX_SOUGHT).collect();
            page.variables.insert("query".to_owned(), name.into());
        }
        None => _ = page.errors.insert("institution", "institution-not-named"),
    }
    page
}

/// The page of the alert in a payload at the desk, saying what is done; of one that waits for a second person, that.
fn at_desk(payload: &Value, what: &str) -> Then {
    let alert = &payload["alert"];
    let what = if alert["state"] == "PENDING" { "alert-waits" } else { what };
    Then::done(&format!("{DESK}/{}", alert["id"].as_str().unwrap_or_default()), what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_for_a_second_person_is_not_said_to_be_sent() {
        let payload = |state: &str| json!({ "alert": { "id": "alr_1", "state": state } });
        for (state, path) in [
            ("ACTIVE", "/pulpit/ostrzezenia/alr_1?done=alert-sent"),
            ("PENDING", "/pulpit/ostrzezenia/alr_1?done=alert-waits"),
        ] {
            assert_eq!(at_desk(&payload(state), "alert-sent"), Then::Go(path.to_owned()));
        }
    }
}
