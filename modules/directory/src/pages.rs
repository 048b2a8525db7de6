use kernel::page::{Form, Page, PageInput, PageRequest, Part, Section};
use serde_json::{Map, Value, json};

use crate::graphql::kind_names;

const PART: Part = Part(None);

/// Pages of this module.
pub const PAGES: [Page; 2] = [
    Page {
        name: "directory/list",
        path: "/placowki",
        module: None,
        menu: Some("menu-institutions"),
        subject: None,
        input: list,
    },
    PART.page("directory/show", "/placowki/{id}/{slug}", Some("institution"), show),
];

/// What this module adds to other pages.
pub const SECTIONS: [Section; 1] = [PART.section("directory/home", "portal/home", "Query")];

fn show(request: &PageRequest<'_>) -> PageInput {
    let mut input = PageInput::default();
    input.variables.insert("id".to_owned(), request.segment("id").into());
    input
}

fn list(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let mut filter = Map::new();
    let query = form.text("q");
    let kinds = kind_names();
    let known: Vec<&str> = kinds.iter().map(String::as_str).collect();
    for (field, values) in [
        ("kinds", form.choices("kinds", &known)),
        ("sector", form.choices("sector", &["PUBLIC", "NON_PUBLIC"])),
        ("districts", form.list("districts")),
    ] {
        if let Some(values) = values {
            filter.insert(field.to_owned(), values.into());
        }
    }
    let near = near(&mut form);
    let sort = form
        .choices("sort", &["RELEVANCE", "NAME", "DISTANCE"])
        .and_then(|sort| sort.into_iter().next())
        .filter(|sort| sort != "DISTANCE" || near.is_some());
    let after = form.text("after");
    form.set("query", query);
    form.set("filter", (!filter.is_empty()).then_some(filter));
    form.set("near", near);
    form.set("sort", sort);
    form.set("after", after);
    form.input
}

/// The fields that say where: a place by name, or coordinates; and how far.
pub fn near(form: &mut Form<'_>) -> Option<Value> {
    let degrees =
        |most: f64| move |text: &str| text.parse::<f64>().ok().filter(|degrees| (-most..=most).contains(degrees));
    let place = form.text("near");
    let lat = form.parsed("lat", "form-error-place", degrees(90.0));
    let lon = form.parsed("lon", "form-error-place", degrees(180.0));
    let radius = form.parsed("radius", "form-error-radius", |text| {
        text.parse::<i32>().ok().filter(|metres| (1..=100_000).contains(metres))
    });
    match (place, lat, lon) {
        (Some(place), _, _) => Some(json!({ "place": place, "radiusMeters": radius })),
        (None, Some(lat), Some(lon)) => Some(json!({ "lat": lat, "lon": lon, "radiusMeters": radius })),
        _ => None,
    }
}

/// Years as people write them: `8`, `8 lat`.
pub fn years(text: &str) -> Option<i32> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).map_or(text, |end| &text[..end]);
    let unit = text[digits.len()..].trim();
    let is_unit = unit.chars().all(|c| c.is_alphabetic() || c == '.');
    digits.parse().ok().filter(|age| is_unit && (0..=120).contains(age))
}
