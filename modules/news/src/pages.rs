//! The module's pages, and what it adds to others' pages.

use directory::InstitutionId;
use kernel::page::{Action, Form, Page, PageInput, PageRequest, Part, Section};
use serde_json::Map;

use crate::MODULE;

/// Kinds of articles, as the schema names them, in the order in which they are offered.
const CATEGORIES: [&str; 9] =
    ["ANNOUNCEMENT", "SUCCESS", "ADMISSIONS", "PROJECT", "CULTURE", "SPORT", "SAFETY", "HEALTH", "OTHER"];
/// Whom an article can be for, as the schema names them.
const AUDIENCE: [&str; 4] = ["PUPILS", "PARENTS", "TEACHERS", "EVERYBODY"];

const PART: Part = Part(Some(MODULE));

/// The module's pages.
pub const PAGES: [Page; 2] = [
    Page {
        name: "news/list",
        path: "/aktualnosci",
        module: Some(MODULE),
        menu: Some("menu-news"),
        subject: None,
        input: list,
    },
    PART.page("news/show", "/aktualnosci/{id}/{slug}", Some("article"), show),
];

/// What the forms do: none of its own, since the desk writes articles.
pub const ACTIONS: [Action; 0] = [];

/// What this module adds to other pages.
pub const SECTIONS: [Section; 2] = [
    PART.section("news/on_home", "portal/home", "Query"),
    PART.section("news/on_institution", "directory/show", "Institution"),
];

fn show(request: &PageRequest<'_>) -> PageInput {
    let mut input = PageInput::default();
    input.variables.insert("id".to_owned(), request.segment("id").into());
    input
}

/// The conditions of the list. Those that name what there is not are left out, as links of other times may carry them.
fn list(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let mut filter = Map::new();
    let query = form.text("q");
    let categories = form.choices("categories", &CATEGORIES);
    filter.extend(categories.map(|categories| ("categories".to_owned(), categories.into())));
    let audience = form.text("audience").filter(|group| AUDIENCE.contains(&group.as_str()));
    match audience {
        Some(group) => _ = filter.insert("audience".to_owned(), vec![group].into()),
        None => _ = form.input.form.remove("audience"),
    }
    let institution = form.text("institution").filter(|id| InstitutionId::parse(id).is_some());
    match &institution {
        Some(id) => _ = filter.insert("institution".to_owned(), id.clone().into()),
        None => _ = form.input.form.remove("institution"),
    }
    let after = form.text("after");
    form.set("query", query);
    form.set("isOfInstitution", institution.is_some().then_some(true));
    form.set("institution", institution);
    form.set("filter", (!filter.is_empty()).then_some(filter));
    form.set("after", after);
    form.input
}
