//! The module's pages, forms, and what it adds to others' pages.

mod decisions;
mod entry_form;
mod files;
mod proposals;
mod queue;
mod recurrence_form;
#[cfg(test)]
mod tests;

use kernel::page::{Action, Form, Page, PageInput, PageRequest, Part, Section, Then};
use serde_json::{Value, json};

use crate::{MODULE, entries::EntryKind};

const PART: Part = Part(Some(MODULE));

/// The module's pages.
pub const PAGES: [Page; 18] = [
    Page { menu: Some("menu-propose"), ..PART.page("editorial/propose", "/zaproponuj", None, proposals::choice) },
    PART.page("editorial/propose_activity", "/zaproponuj/zajecia", None, proposals::begun),
    PART.page("editorial/propose_institution", "/zaproponuj/placowka", None, proposals::begun),
    PART.page("editorial/similar", "/zaproponuj/podobne", None, proposals::similar),
    PART.page("editorial/propose_entry", "/zaproponuj/wpis/{kind}", Some("entryForm"), proposals::begun),
    PART.page("editorial/city_entry_new", "/pulpit/nowy/{kind}", Some("entryForm"), PageInput::segments),
    PART.page("editorial/desk", "/pulpit", Some("viewer"), queue::desk),
    PART.page("editorial/submission", "/pulpit/zgloszenie/{id}", Some("submission"), PageInput::segments),
    PART.page("editorial/queue", "/pulpit/kolejka", None, queue::list),
    PART.page("editorial/review", "/pulpit/kolejka/{id}", Some("submission"), queue::review),
    PART.page("editorial/stale", "/pulpit/nieaktualne", None, plain),
    PART.page("editorial/entries", "/pulpit/wpisy/{institution}", Some("institution"), own_entries),
    PART.page("editorial/entry_new", "/pulpit/wpisy/{institution}/nowy", Some("institution"), PageInput::segments),
    PART.page(
        "editorial/entry_new_kind",
        "/pulpit/wpisy/{institution}/nowy/{kind}",
        Some("entryForm"),
        PageInput::segments,
    ),
    PART.page("editorial/import", "/pulpit/wpisy/{institution}/import", Some("institution"), PageInput::segments),
    PART.page("editorial/entry", "/pulpit/wpis/{id}", Some("entry"), PageInput::segments),
    PART.page("editorial/history", "/pulpit/wpis/{id}/historia", Some("entry"), PageInput::segments),
    PART.page("editorial/confirm", "/potwierdz/{token}", None, PageInput::segments),
];

/// What the forms do.
pub const ACTIONS: [Action; 40] = [
    PART.action(
        "editorial/submission_save",
        "/zaproponuj/zajecia",
        "editorial/propose_activity",
        |request| proposals::saved(request, proposals::Of::New("ACTIVITY")),
        proposals::after_save,
    ),
    PART.action(
        "identity/institution_find",
        "/zaproponuj/zajecia/szukaj",
        "editorial/propose_activity",
        sought_institution,
        show,
    ),
    PART.action(
        "editorial/submission_save",
        "/zaproponuj/placowka",
        "editorial/propose_institution",
        |request| proposals::saved(request, proposals::Of::New("INSTITUTION")),
        proposals::after_save,
    ),
    PART.action(
        "editorial/submission_save",
        "/zaproponuj/wpis/{kind}",
        "editorial/propose_entry",
        |request| proposals::saved(request, proposals::Of::New(kind_of(request))),
        proposals::after_save,
    ),
    PART.action(
        "identity/institution_find",
        "/zaproponuj/wpis/{kind}/szukaj",
        "editorial/propose_entry",
        sought_institution,
        show,
    ),
    PART.action("editorial/entry_save", "/pulpit/nowy/{kind}", "editorial/city_entry_new", new_entry, |_, done| {
        Then::done(&entry_path(done), "entry-created")
    }),
    PART.action(
        "identity/institution_find",
        "/pulpit/nowy/{kind}/szukaj",
        "editorial/city_entry_new",
        sought_institution,
        show,
    ),
    PART.action(
        "editorial/submission_save",
        "/pulpit/zgloszenie/{id}",
        "editorial/submission",
        |request| proposals::saved(request, proposals::Of::Known),
        proposals::after_save,
    ),
    PART.action(
        "identity/institution_find",
        "/pulpit/zgloszenie/{id}/szukaj",
        "editorial/submission",
        sought_institution,
        show,
    ),
    PART.action(
        "editorial/submission_withdraw",
        "/pulpit/zgloszenie/{id}/wycofaj",
        "editorial/submission",
        proposals::version,
        |request, _| Then::done(&format!("/pulpit/zgloszenie/{}", request.segment("id")), "submission-withdrawn"),
    ),
    PART.action(
        "editorial/submissions_decide",
        "/pulpit/kolejka",
        "editorial/queue",
        decisions::many,
        decisions::after_many,
    ),
    decision("editorial/submission_approve", "/pulpit/kolejka/{id}/przyjmij", decisions::approve, |request, _| {
        queue::next(request, "submission-approved")
    }),
    decision("editorial/submission_send_back", "/pulpit/kolejka/{id}/odeslij", decisions::reason, |request, _| {
        queue::next(request, "submission-sent-back")
    }),
    decision("editorial/submission_reject", "/pulpit/kolejka/{id}/odrzuc", decisions::reason, |request, _| {
        queue::next(request, "submission-rejected")
    }),
    decision("editorial/submission_merge", "/pulpit/kolejka/{id}/polacz", decisions::merge, |request, _| {
        queue::next(request, "submission-merged")
    }),
    decision("editorial/submission_undo", "/pulpit/kolejka/{id}/cofnij", decisions::version, |request, _| {
        Then::done(&queue::path(request, request.segment("id")), "decision-undone")
    }),
    decision("editorial/submission_assign", "/pulpit/kolejka/{id}/przydziel", decisions::assign, |request, _| {
        Then::done(&queue::path(request, request.segment("id")), "submission-assigned")
    }),
    decision("identity/institution_find", "/pulpit/kolejka/{id}/szukaj", sought_institution, show),
    PART.action("editorial/entry_confirm", "/pulpit/nieaktualne/potwierdz", "editorial/stale", posted_id, |_, _| {
        Then::done("/pulpit/nieaktualne", "entry-confirmed")
    }),
    PART.action("editorial/entry_archive", "/pulpit/nieaktualne/archiwizuj", "editorial/stale", posted_id, |_, _| {
        Then::done("/pulpit/nieaktualne", "entry-archived")
    }),
    PART.action(
        "editorial/entry_save",
        "/pulpit/wpisy/{institution}/nowy",
        "editorial/entry_new",
        new_entry,
        |_, done| Then::done(&entry_path(done), "entry-created"),
    ),
    PART.action(
        "identity/institution_find",
        "/pulpit/wpisy/{institution}/nowy/szukaj",
        "editorial/entry_new",
        sought_institution,
        show,
    ),
    PART.action(
        "editorial/entry_save",
        "/pulpit/wpisy/{institution}/nowy/{kind}",
        "editorial/entry_new_kind",
        new_entry,
        |_, done| Then::done(&entry_path(done), "entry-created"),
    ),
    PART.action(
        "identity/institution_find",
        "/pulpit/wpisy/{institution}/nowy/{kind}/szukaj",
        "editorial/entry_new_kind",
        sought_institution,
        show,
    ),
    PART.action(
        "editorial/entries_import",
        "/pulpit/wpisy/{institution}/import",
        "editorial/import",
        files::import,
        show,
    ),
    own("editorial/entry_confirm", "/pulpit/wpisy/{institution}/potwierdz", |request, _| {
        back(request, "entry-confirmed")
    }),
    PART.action(
        "editorial/entries_confirm",
        "/pulpit/wpisy/{institution}/potwierdz-zaznaczone",
        "editorial/entries",
        chosen_entries,
        |request, _| back(request, "entries-confirmed"),
    ),
    own("editorial/entry_archive", "/pulpit/wpisy/{institution}/archiwizuj", |request, _| {
        back(request, "entry-archived")
    }),
    own("editorial/entry_restore", "/pulpit/wpisy/{institution}/przywroc", |request, _| {
        back(request, "entry-restored")
    }),
    own("editorial/entry_mark_full", "/pulpit/wpisy/{institution}/miejsca", |request, _| back(request, "entry-places")),
    own("editorial/entry_copy", "/pulpit/wpisy/{institution}/kopiuj", |_, done| {
        Then::done(&entry_path(done), "entry-copied")
    }),
    one("editorial/entry_save", "/pulpit/wpis/{id}", saved_entry, |_, done| {
        Then::done(&entry_path(done), "entry-saved")
    }),
    one("identity/institution_find", "/pulpit/wpis/{id}/szukaj", sought_institution, show),
    one("editorial/entry_confirm", "/pulpit/wpis/{id}/potwierdz", this_entry, |_, done| {
        Then::done(&entry_path(done), "entry-confirmed")
    }),
    one("editorial/entry_archive", "/pulpit/wpis/{id}/archiwizuj", this_entry, |_, done| {
        Then::done(&entry_path(done), "entry-archived")
    }),
    one("editorial/entry_restore", "/pulpit/wpis/{id}/przywroc", this_entry, |_, done| {
        Then::done(&entry_path(done), "entry-restored")
    }),
    one("editorial/entry_picture", "/pulpit/wpis/{id}/zdjecie", pictured, |request, _| {
        Then::done(&format!("/pulpit/wpis/{}", request.segment("id")), "entry-pictured")
    }),
    one("editorial/entry_copy", "/pulpit/wpis/{id}/kopiuj", this_entry, |_, done| {
        Then::done(&entry_path(done), "entry-copied")
    }),
    PART.action("editorial/entry_revert", "/pulpit/wpis/{id}/historia", "editorial/history", reverted, |_, done| {
        Then::done(&entry_path(done), "entry-reverted")
    }),
    PART.action("editorial/entry_confirm_by_token", "/potwierdz/{token}", "editorial/confirm", token, |request, _| {
        Then::done(&format!("/potwierdz/{}", request.segment("token")), "entry-confirmed")
    }),
];

/// What this module adds to other pages, and the interests on its own.
pub const SECTIONS: [Section; 15] = [
    interests("editorial/propose_entry"),
    interests("editorial/city_entry_new"),
    interests("editorial/entry_new_kind"),
    interests("editorial/propose_activity"),
    interests("editorial/submission"),
    interests("editorial/review"),
    interests("editorial/entry_new"),
    interests("editorial/entry"),
    Section {
        name: "editorial/picture_of_entry",
        page: "editorial/entry",
        on: "Entry",
        module: Some(activities::MODULE),
    },
    PART.section("editorial/on_activity", "activities/show", "Activity"),
    PART.section("editorial/on_event", "events/show", "Event"),
    PART.section("editorial/on_article", "news/show", "Article"),
    PART.section("editorial/on_advice", "safety/advice", "Advice"),
    PART.section("editorial/on_debate", "debates/show", "Debate"),
    PART.section("editorial/on_institution", "directory/show", "Institution"),
];

/// The choice of interests on a page with the form of an activity.
const fn interests(page: &'static str) -> Section {
    PART.section("editorial/interests", page, "Query")
}

/// What an editor does with one proposal.
const fn decision(
    name: &'static str,
    path: &'static str,
    input: fn(&PageRequest<'_>) -> PageInput,
    then: fn(&PageRequest<'_>, &Value) -> Then,
) -> Action {
    PART.action(name, path, "editorial/review", input, then)
}

/// What is done with one entry in the list of an institution's own.
const fn own(name: &'static str, path: &'static str, then: fn(&PageRequest<'_>, &Value) -> Then) -> Action {
    PART.action(name, path, "editorial/entries", posted_entry, then)
}

/// What is done with an entry on its page.
const fn one(
    name: &'static str,
    path: &'static str,
    input: fn(&PageRequest<'_>) -> PageInput,
    then: fn(&PageRequest<'_>, &Value) -> Then,
) -> Action {
    PART.action(name, path, "editorial/entry", input, then)
}

fn plain(_: &PageRequest<'_>) -> PageInput {
    PageInput::default()
}

fn show(_: &PageRequest<'_>, _: &Value) -> Then {
    Then::Show
}

fn posted_id(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.value("id").unwrap_or_default() }))
}

/// The input of what is done with one of several entries: its id, and whether it is full where that is asked.
fn posted_entry(request: &PageRequest<'_>) -> PageInput {
    let mut fields = json!({ "id": request.value("id").unwrap_or_default() });
    if let Some(full) = request.value("full") {
        fields["full"] = (full == "yes").into();
    }
    PageInput::of_mutation(fields)
}

/// Entries whose boxes were ticked, as the document has them: `id1` to `id20`, each with `on1` to `on20` for whether it is
/// there.
fn chosen_entries(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let chosen: Vec<&str> = request.values("entry").collect();
    if chosen.is_empty() {
        page.errors.insert("entries", "entries-none-chosen");
    }
    page.variables.insert("input".to_owned(), json!({ "ids": chosen }));
    page
}

fn this_entry(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.segment("id") }))
}

/// A picture, or the wish to have none. Who chose no file and wants none taken away has forgotten something.
fn pictured(request: &PageRequest<'_>) -> PageInput {
    let file = if request.has("remove") { None } else { Some(request.value("dataBase64").unwrap_or_default()) };
    PageInput::of_mutation(json!({
        "id": request.segment("id"),
        "dataBase64": file,
        "alt": request.value("alt").unwrap_or_default(),
    }))
}

fn reverted(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({
        "id": request.segment("id"),
        "revision": request.value("revision").unwrap_or_default(),
        "before": request.has("before"),
    }))
}

fn token(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "token": request.segment("token") }))
}

/// An institution's own entries, of one state if that is chosen.
fn own_entries(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let states = form.choices("stan", &["PUBLISHED", "SCHEDULED", "ARCHIVED", "HIDDEN"]);
    form.set("states", states);
    let slug = form.text("rodzaj");
    let kind = slug.and_then(|slug| EntryKind::by_slug(&slug)).filter(|kind| request.scope.tenant.has(kind.module()));
    form.set("kind", kind.map(|kind| kind.told().name));
    let PageInput { variables, .. } = PageInput::segments(request);
    form.input.variables.extend(variables);
    form.input
}

fn new_entry(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let fields = entry_form::fields(request, &mut page);
    let (pictures, files) = entry_form::uploads(request);
    let entry = json!({ "kind": kind_of(request), "fields": fields, "newPictures": pictures, "newFiles": files });
    page.variables.insert("input".to_owned(), entry);
    page
}

fn saved_entry(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let fields = entry_form::fields(request, &mut page);
    let (pictures, files) = entry_form::uploads(request);
    let entry = json!({
        "id": request.segment("id"),
        "updatedAt": request.value("updatedAt"),
        "fields": fields,
        "newPictures": pictures,
        "newFiles": files,
        "reason": request.value("reason"),
    });
    page.variables.insert("input".to_owned(), entry);
    page
}

/// What kind of entry a form's path is about; an activity where it does not say.
fn kind_of(request: &PageRequest<'_>) -> &'static str {
    EntryKind::by_slug(request.segment("kind")).unwrap_or(EntryKind::Activity).told().name
}

/// The name of an institution that is looked for.
fn sought_institution(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    match request.value("institutionName") {
        Some(name) => {
            let name: String = name.chars().take(entry_form::MAX_SOUGHT).collect();
            page.variables.insert("query".to_owned(), name.into());
        }
        None => {
            page.errors.insert("institution", "institution-not-named");
        }
    }
    page
}

/// The page of the entry in a mutation's payload.
fn entry_path(payload: &Value) -> String {
    format!("/pulpit/wpis/{}", payload["entry"]["id"].as_str().unwrap_or_default())
}

/// Back to the list of an institution's own entries.
fn back(request: &PageRequest<'_>, what: &str) -> Then {
    Then::done(&format!("/pulpit/wpisy/{}", request.segment("institution")), what)
}
