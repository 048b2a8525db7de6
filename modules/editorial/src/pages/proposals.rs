//! Forms of those who propose.

use directory::InstitutionId;
use kernel::{
    access::Role,
    page::{Form, PageInput, PageRequest, Then},
    scope::Actor,
};
use serde_json::{Value, json};

use super::entry_form;
use crate::entries::{self, EntryKind};

/// What a form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// A proposal that is begun: its kind.
    New(&'static str),
    /// The proposal that the path names.
    Known,
}

/// What to propose: something new, or a correction to the entry that the address names.
pub(super) fn choice(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let entry = form.text("zajecia").or_else(|| form.text("placowka"));
    form.set("hasEntry", Some(entry.is_some()));
    form.set("entry", Some(entry.unwrap_or_default()));
    form.input
}

/// A form that is begun: empty, of an institution, or of an entry that it corrects.
pub(super) fn begun(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let entry = form.text("wpis");
    let institution = form.text("placowka");
    form.set("hasEntry", Some(entry.is_some()));
    form.set("entry", Some(entry.unwrap_or_default()));
    form.set("hasInstitution", Some(institution.is_some()));
    form.set("institution", Some(institution.unwrap_or_default()));
    form.set("kind", Some(request.segment("kind")).filter(|slug| !slug.is_empty()));
    form.input
}

/// What is typed so far, to find what may be the same.
pub(super) fn similar(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let kind = form.text("kind");
    let kind =
        EntryKind::of_city(request.scope).map(|kind| kind.told().name).find(|name| Some(*name) == kind.as_deref());
    let except = form.text("entry").filter(|id| entries::parse(request.scope, id).is_some());
    let (fields, _) = entry_form::typed(request);
    form.set("kind", Some(kind.unwrap_or("INSTITUTION")));
    form.set("fields", Some(fields));
    form.set("except", except);
    form.input
}

/// A proposal to keep, and to send if the button says so.
pub(super) fn saved(request: &PageRequest<'_>, of: Of) -> PageInput {
    let mut page = PageInput::default();
    let fields = entry_form::fields(request, &mut page);
    let entry = request.value("entry").and_then(|id| Some((id, entries::parse(request.scope, id)?)));
    let own = match entry {
        Some((_, (EntryKind::Institution, id))) => Some(InstitutionId(id)),
        _ => fields.get("institution").and_then(Value::as_str).and_then(InstitutionId::parse),
    };
    let (pictures, files) = entry_form::uploads(request);
    let mut proposal = json!({
        "fields": fields,
        "newPictures": pictures,
        "newFiles": files,
        "note": request.value("note"),
        "submit": request.has("submit"),
        "institution": own.filter(|id| is_of(&request.scope.actor, *id)).map(InstitutionId::global),
    });
    match of {
        Of::New(kind) => {
            proposal["kind"] = kind.into();
            proposal["entry"] = entry.map(|(id, _)| id).into();
        }
        Of::Known => {
            proposal["id"] = request.segment("id").into();
            proposal["version"] = posted_version(request).into();
        }
    }
    page.variables.insert("input".to_owned(), proposal);
    page
}

/// Whether somebody belongs to an institution: what they propose for it is on its behalf.
fn is_of(actor: &Actor, institution: InstitutionId) -> bool {
    actor.person().is_some_and(|person| person.parties(Role::Contributor).any(|party| party == institution.0))
}

/// The version of a proposal that was looked at.
pub(super) fn posted_version(request: &PageRequest<'_>) -> Option<i32> {
    request.value("version").and_then(|version| version.parse().ok())
}

/// The proposal that the path names, as it was looked at.
pub(super) fn version(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.segment("id"), "version": posted_version(request) }))
}

/// To the author's page of the proposal.
pub(super) fn after_save(_: &PageRequest<'_>, payload: &Value) -> Then {
    let proposal = &payload["submission"];
    let path = format!("/pulpit/zgloszenie/{}", proposal["id"].as_str().unwrap_or_default());
    Then::done(&path, if proposal["status"] == "WAITING" { "submission-sent" } else { "submission-kept" })
}
