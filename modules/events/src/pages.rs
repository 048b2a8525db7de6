//! The module's pages, forms, and what it adds to others' pages.

mod dates;
mod forms;

use directory::InstitutionId;
use kernel::page::{Action, Form, Page, PageInput, PageRequest, Part, Section, Then};
use serde_json::{Map, Value};

use crate::MODULE;
use dates::{Span, say_today};

/// Where a reader's own events are.
const OWN: &str = "/konto/wydarzenia";
/// Audiences as the API names them.
const AUDIENCES: [&str; 4] = ["PUPILS", "PARENTS", "TEACHERS", "EVERYBODY"];
/// Levels of education as the API names them.
const LEVELS: [&str; 5] = ["PRESCHOOL", "PRIMARY_1_3", "PRIMARY_4_8", "SECONDARY", "ADULT"];
/// What makes a place accessible, as the API names it.
const ACCESSIBILITY: [&str; 5] = ["WHEELCHAIR", "SIGN_LANGUAGE", "HEARING_LOOP", "BRAILLE", "QUIET_ROOM"];

const PART: Part = Part(Some(MODULE));

/// The module's pages. The name of a folder that no event's id can be comes before the pages of events.
pub const PAGES: [Page; 9] = [
    Page { menu: Some("menu-events"), ..PART.page("events/list", "/wydarzenia", None, list) },
    PART.page("events/month", "/wydarzenia/kalendarz/{month}", Some("calendar"), month_of),
    PART.page("events/week", "/wydarzenia/tydzien/{day}", Some("calendar"), week_of),
    PART.page("events/show", "/wydarzenia/{id}/{slug}", Some("event"), show),
    PART.page("events/own", OWN, Some("viewer"), own),
    PART.page("events/overlaps", "/pulpit/wydarzenia/zbieznosci", Some("eventOverlaps"), overlaps),
    PART.page("events/participants", "/pulpit/wydarzenia/{id}/uczestnicy", Some("event"), participants),
    PART.page("events/joint", "/pulpit/wydarzenia/{id}/wspolne", Some("event"), PageInput::segments),
    PART.page("events/sources", "/pulpit/kalendarze/{institution}", Some("institution"), PageInput::segments),
];

/// What the forms do.
pub const ACTIONS: [Action; 20] = [
    at_event("events/sign_up", "/wydarzenia/{id}/{slug}/zapis", forms::sign_up, |request, payload| {
        let is_waiting = payload["signUp"]["state"] == "WAITING";
        at(request, if is_waiting { "event-waiting" } else { "event-signed-up" })
    }),
    at_event("events/sign_up_cancel", "/wydarzenia/{id}/{slug}/wypis", forms::posted_id, forms::cancelled),
    at_event("events/keep", "/wydarzenia/{id}/{slug}/zachowaj", forms::keep, |request, _| {
        at(request, if request.has("keep") { "event-kept" } else { "event-unkept" })
    }),
    own_action("events/sign_up_cancel", "/konto/wydarzenia/wypis", forms::posted_id, |_, _| {
        Then::done(OWN, "event-sign-up-cancelled")
    }),
    own_action("events/keep", "/konto/wydarzenia/zachowaj", forms::keep, |_, _| Then::done(OWN, "event-unkept")),
    own_action("events/family_renew", "/konto/wydarzenia/kalendarz", forms::family_renew, |_, _| {
        Then::done(OWN, "family-calendar-made")
    }),
    own_action("events/family_names", "/konto/wydarzenia/kalendarz/imiona", forms::family_names, |_, _| {
        Then::done(OWN, "family-calendar-names")
    }),
    own_action("events/family_revoke", "/konto/wydarzenia/kalendarz/usun", PageInput::nothing, |_, _| {
        Then::done(OWN, "family-calendar-revoked")
    }),
    own_action("events/invitation_answer", "/konto/wydarzenia/zaproszenia", forms::answer, |_, _| {
        Then::done(OWN, "event-invitation-answered")
    }),
    PART.action(
        "events/sign_up_cancel",
        "/pulpit/wydarzenia/{id}/uczestnicy/usun",
        "events/participants",
        forms::posted_id,
        |request, _| {
            Then::done(&format!("/pulpit/wydarzenia/{}/uczestnicy", request.segment("id")), "event-participant-removed")
        },
    ),
    joint("events/invite", "/pulpit/wydarzenia/{id}/wspolne/zapros", forms::invite, |request, _| {
        together(request, "event-invited")
    }),
    joint("events/ask_to_join", "/pulpit/wydarzenia/{id}/wspolne/dolacz", forms::joining, |request, _| {
        together(request, "event-asked-to-join")
    }),
    joint("events/message", "/pulpit/wydarzenia/{id}/wspolne/wiadomosc", forms::message, |request, _| {
        together(request, "event-message-sent")
    }),
    joint("events/invitation_answer", "/pulpit/wydarzenia/{id}/wspolne/odpowiedz", forms::answer, |request, _| {
        together(request, "event-invitation-answered")
    }),
    joint("events/invitation_withdraw", "/pulpit/wydarzenia/{id}/wspolne/wycofaj", forms::posted_id, |request, _| {
        together(request, "event-invitation-withdrawn")
    }),
    joint("events/leave", "/pulpit/wydarzenia/{id}/wspolne/opusc", forms::leave, |request, _| {
        together(request, "event-left")
    }),
    PART.action(
        "identity/institution_find",
        "/pulpit/wydarzenia/{id}/wspolne/szukaj",
        "events/joint",
        forms::sought_institution,
        shown,
    ),
    source("events/source_save", "/pulpit/kalendarze/{institution}", forms::source, |request, _| {
        at_sources(request, "calendar-source-saved")
    }),
    source("events/source_refresh", "/pulpit/kalendarze/{institution}/odswiez", forms::posted_id, |request, _| {
        at_sources(request, "calendar-source-refreshed")
    }),
    source("events/source_remove", "/pulpit/kalendarze/{institution}/usun", forms::source_remove, |request, _| {
        at_sources(request, "calendar-source-removed")
    }),
];

/// What this module adds to other pages.
pub const SECTIONS: [Section; 4] = [
    PART.section("events/on_home", "portal/home", "Query"),
    PART.section("events/on_institution", "directory/show", "Institution"),
    PART.section("events/on_desk", "editorial/desk", "Query"),
    PART.section("events/on_account", "identity/account", "Viewer"),
];

/// What a reader does on an event's page.
const fn at_event(
    name: &'static str,
    path: &'static str,
    input: fn(&PageRequest<'_>) -> PageInput,
    then: fn(&PageRequest<'_>, &Value) -> Then,
) -> Action {
    PART.action(name, path, "events/show", input, then)
}

/// What a reader does with their own.
const fn own_action(
    name: &'static str,
    path: &'static str,
    input: fn(&PageRequest<'_>) -> PageInput,
    then: fn(&PageRequest<'_>, &Value) -> Then,
) -> Action {
    PART.action(name, path, "events/own", input, then)
}

/// What institutions do together.
const fn joint(
    name: &'static str,
    path: &'static str,
    input: fn(&PageRequest<'_>) -> PageInput,
    then: fn(&PageRequest<'_>, &Value) -> Then,
) -> Action {
    PART.action(name, path, "events/joint", input, then)
}

/// What is done with an institution's calendars.
const fn source(
    name: &'static str,
    path: &'static str,
    input: fn(&PageRequest<'_>) -> PageInput,
    then: fn(&PageRequest<'_>, &Value) -> Then,
) -> Action {
    PART.action(name, path, "events/sources", input, then)
}

/// The event that the path names, and a date of it that was just given up: it can be taken again.
fn show(request: &PageRequest<'_>) -> PageInput {
    let mut input = PageInput::segments(request);
    for name in ["again", "people"] {
        input.form.extend(request.value(name).map(|value| (name.to_owned(), value.into())));
    }
    say_today(request, &mut input);
    input
}

fn own(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let after = form.text("after");
    form.set("after", after);
    form.input
}

fn participants(request: &PageRequest<'_>) -> PageInput {
    let mut input = PageInput::segments(request);
    let mut form = Form::new(request);
    let state = form.choices("stan", &["GOING", "WAITING", "CANCELLED"]).and_then(|states| states.into_iter().next());
    let after = form.text("after");
    form.set("state", state);
    form.set("after", after);
    input.variables.extend(form.input.variables);
    input.form = form.input.form;
    input
}

/// Overlaps from today on, or of the days that are asked for.
fn overlaps(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    for name in ["from", "until"] {
        let day = form.parsed(name, "events-error-day", dates::day);
        form.set(name, day.map(|day| day.to_string()));
    }
    form.input
}

fn list(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let (query, mut filter, near) = conditions(&mut form);
    let from = form.parsed("from", "events-error-day", dates::day);
    let until = form.parsed("until", "events-error-day", dates::day);
    let is_reversed = from.zip(until).is_some_and(|(from, until)| until < from);
    if is_reversed {
        form.input.errors.insert("until", "events-error-days");
    }
    for (name, day) in [("from", from), ("until", until.filter(|_| !is_reversed))] {
        filter.extend(day.map(|day| (name.to_owned(), day.to_string().into())));
    }
    filter.extend(form.ticked("weekend").map(|ticked| ("weekend".to_owned(), ticked.into())));
    let after = form.text("after");
    form.set("query", query);
    form.set("filter", (!filter.is_empty()).then_some(filter));
    form.set("near", near);
    form.set("after", after);
    say_today(request, &mut form.input);
    form.input
}

fn month_of(request: &PageRequest<'_>) -> PageInput {
    spread(request, Span::of_month(request.segment("month")))
}

fn week_of(request: &PageRequest<'_>) -> PageInput {
    spread(request, Span::of_week(request.segment("day")))
}

/// The days of a calendar, with the conditions of the list. Without days there is no such page.
fn spread(request: &PageRequest<'_>, span: Option<Span>) -> PageInput {
    let mut form = Form::new(request);
    let (query, filter, near) = conditions(&mut form);
    form.set("query", query);
    form.set("filter", (!filter.is_empty()).then_some(filter));
    form.set("near", near);
    form.set("isKnown", Some(span.is_some()));
    let span = span.unwrap_or_else(|| Span::day(request.scope.today()));
    form.set("from", Some(span.from.to_string()));
    form.set("until", Some(span.until.to_string()));
    form.input.form.extend(span.told());
    say_today(request, &mut form.input);
    form.input
}

/// The conditions that lists and calendars have in common.
fn conditions(form: &mut Form<'_>) -> (Option<String>, Map<String, Value>, Option<Value>) {
    let mut filter: Map<String, Value> = Map::new();
    let query = form.text("q");
    for (field, values) in [
        ("interests", form.list("interests")),
        ("audience", form.choices("audience", &AUDIENCES)),
        ("levels", form.choices("levels", &LEVELS)),
        ("districts", form.list("districts")),
        ("languages", form.list("languages")),
        ("accessibility", form.choices("accessibility", &ACCESSIBILITY)),
    ] {
        filter.extend(values.map(|values| (field.to_owned(), values.into())));
    }
    let institution = form.text("institution").filter(|id| InstitutionId::parse(id).is_some());
    filter.extend(institution.map(|id| ("institution".to_owned(), id.into())));
    let age = form.parsed("age", "form-error-age", directory::years);
    filter.extend(age.map(|age| ("age".to_owned(), age.into())));
    for name in ["free", "online"] {
        filter.extend(form.ticked(name).map(|ticked| (name.to_owned(), ticked.into())));
    }
    let near = directory::near(form);
    (query, filter, near)
}

fn shown(_: &PageRequest<'_>, _: &Value) -> Then {
    Then::Show
}

/// Back to the event, which says in words what is done.
fn at(request: &PageRequest<'_>, what: &str) -> Then {
    Then::done(&forms::event_path(request), what)
}

/// Back to where institutions organise an event together.
fn together(request: &PageRequest<'_>, what: &str) -> Then {
    Then::done(&format!("/pulpit/wydarzenia/{}/wspolne", request.segment("id")), what)
}

/// Back to an institution's calendars.
fn at_sources(request: &PageRequest<'_>, what: &str) -> Then {
    Then::done(&format!("/pulpit/kalendarze/{}", request.segment("institution")), what)
}
