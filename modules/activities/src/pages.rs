use directory::labels::WEEKDAYS;
use kernel::{
    graphql::scalars::{Decimal, LocalTime},
    page::{Form, Page, PageInput, PageRequest, Part, Section},
};
use serde_json::{Map, Value};

use crate::MODULE;

/// The module without which nothing is rated.
const REVIEWS: &str = "reviews";

const PART: Part = Part(Some(MODULE));

/// Pages of this module.
pub const PAGES: [Page; 2] = [
    Page {
        name: "activities/list",
        path: "/zajecia",
        module: Some(MODULE),
        menu: Some("menu-activities"),
        subject: None,
        input: list,
    },
    PART.page("activities/show", "/zajecia/{id}/{slug}", Some("activity"), show),
];

/// What this module adds to other pages.
pub const SECTIONS: [Section; 4] = [
    PART.section("activities/home", "portal/home", "Query"),
    PART.section("activities/on_institution", "directory/show", "Institution"),
    PART.section("activities/child_interests", "identity/child_new", "Query"),
    PART.section("activities/child_interests", "identity/child", "Query"),
];

fn show(request: &PageRequest<'_>) -> PageInput {
    let mut input = PageInput::default();
    input.variables.insert("id".to_owned(), request.segment("id").into());
    input
}

fn list(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let mut filter: Map<String, Value> = Map::new();
    let query = form.text("q");
    let enrolment = ["OPEN", "NOT_YET", "FULL", "QUEUE", "CLOSED"];
    let accessibility = ["WHEELCHAIR", "SIGN_LANGUAGE", "HEARING_LOOP", "BRAILLE", "QUIET_ROOM"];
    for (field, values) in [
        ("interests", form.list("interests")),
        ("weekdays", form.choices("weekdays", &WEEKDAYS)),
        ("districts", form.list("districts")),
        ("languages", form.list("languages")),
        ("accessibility", form.choices("accessibility", &accessibility)),
        ("enrolment", form.choices("enrolment", &enrolment)),
    ] {
        filter.extend(values.map(|values| (field.to_owned(), values.into())));
    }
    let institution = form.text("institution").filter(|id| directory::InstitutionId::parse(id).is_some());
    filter.extend(institution.map(|id| ("institution".to_owned(), id.into())));
    let age = form.parsed("age", "form-error-age", directory::years);
    filter.extend(age.map(|age| ("age".to_owned(), age.into())));
    for (field, name) in [("startsAfter", "starts_after"), ("startsBefore", "starts_before")] {
        let time = form.parsed(name, "form-error-time", |text| text.parse::<LocalTime>().ok());
        filter.extend(time.map(|time| (field.to_owned(), time.to_string().into())));
    }
    let max_price =
        form.parsed("max_price", "form-error-price", |text| text.parse::<Decimal>().ok().filter(|price| price.0 >= 0));
    filter.extend(max_price.map(|price| ("maxPrice".to_owned(), price.to_string().into())));
    for name in ["free", "online"] {
        filter.extend(form.ticked(name).map(|ticked| (name.to_owned(), ticked.into())));
    }
    let near = directory::near(&mut form);
    let sorts = ["RELEVANCE", "DISTANCE", "PRICE", "NEWEST", "NAME", "STARTS_SOON", "RATING"];
    let sort = form
        .choices("sort", &sorts)
        .and_then(|sort| sort.into_iter().next())
        .filter(|sort| sort != "DISTANCE" || near.is_some())
        .filter(|sort| sort != "RATING" || request.scope.tenant.has(Some(REVIEWS)));
    let after = form.text("after");
    let child = form.text("child").filter(|_| request.scope.actor.person().is_some());
    form.set("child", child);
    form.set("query", query);
    // What the list is about, for those who add to it; of several districts the first stands for all.
    form.set("interests", filter.get("interests").cloned());
    let districts = filter.get("districts").and_then(Value::as_array);
    form.set("district", districts.and_then(|districts| districts.first()).cloned());
    form.set("age", filter.get("age").cloned());
    form.set("filter", (!filter.is_empty()).then_some(filter));
    form.set("near", near);
    form.set("sort", sort);
    form.set("after", after);
    form.input
}
