//! Pages that belong to no module.

use kernel::page::{Form, Page, PageInput, PageRequest, Part, Section};

const PART: Part = Part(None);

/// A city's front page, which modules fill with sections; what it says of people's data and of accessibility; and where
/// everything is found.
pub const PAGES: [Page; 4] = [
    PART.page(HOME, "/", None, PageInput::nothing),
    PART.page("portal/privacy", PRIVACY, None, PageInput::nothing),
    PART.page("portal/accessibility", ACCESSIBILITY, None, PageInput::nothing),
    PART.page(SEARCH, "/szukaj", None, search),
];

/// What each module's finds look like among those of all.
pub const SECTIONS: [Section; 7] = [
    hit("portal/hit_institution", None),
    hit("portal/hit_activity", Some(activities::MODULE)),
    hit("portal/hit_event", Some(events::MODULE)),
    hit("portal/hit_article", Some(news::MODULE)),
    hit("portal/hit_advice", Some(safety::MODULE)),
    hit("portal/hit_alert", Some(safety::MODULE)),
    hit("portal/hit_debate", Some(debates::MODULE)),
];

/// The page that searches everything.
const SEARCH: &str = "portal/search";
/// The kinds of what is found that the page can be narrowed to.
const KINDS: [&str; 7] = ["INSTITUTION", "ACTIVITY", "EVENT", "ARTICLE", "ADVICE", "ALERT", "DEBATE"];

const fn hit(name: &'static str, module: Option<&'static str>) -> Section {
    Section { name, page: SEARCH, on: "SearchHit", module }
}

fn search(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let text = form.text("q");
    let kinds = form.choices("kind", &KINDS);
    let after = form.text("after");
    form.set("isAsked", Some(text.is_some()));
    form.set("query", Some(text.unwrap_or_default()));
    form.set("kinds", kinds);
    form.set("after", after);
    form.input
}

/// Where a city says what it knows of people.
pub const PRIVACY: &str = "/prywatnosc";
/// Where a city declares how accessible its portal is.
pub const ACCESSIBILITY: &str = "/deklaracja-dostepnosci";
/// A city's front page.
pub const HOME: &str = "portal/home";
/// The base domain's front page.
pub const REGION_HOME: &str = "region/home";
/// The page that stands for one that cannot be shown.
pub const ERROR: &str = "error/show";
