//! The module's pages, forms, and what it adds to others' pages.

use activities::ActivityId;
use chrono::NaiveDate;
use kernel::page::{Action, Form, Page, PageInput, PageRequest, Part, Section, Then};
use serde_json::{Map, Value, json};

use crate::MODULE;

/// Where editors find what was sold.
const LIST: &str = "/pulpit/promocje";
/// The longest text that an activity is looked for by, in characters.
const MAX_SOUGHT: usize = 200;

const PART: Part = Part(Some(MODULE));

/// The module's pages.
pub const PAGES: [Page; 4] = [
    PART.page("promotion/list", LIST, Some("promotions"), listed),
    PART.page("promotion/new", "/pulpit/promocje/nowa", Some("promotions"), new),
    PART.page("promotion/edit", "/pulpit/promocje/{id}", Some("promotion"), PageInput::segments),
    PART.page("promotion/rules", "/promowane-zasady", None, PageInput::nothing),
];

/// What the forms do.
pub const ACTIONS: [Action; 5] = [
    PART.action("promotion/promotion_create", "/pulpit/promocje/nowa", "promotion/new", created, |_, _| {
        Then::done(LIST, "promotion-created")
    }),
    PART.action("promotion/promotion_update", "/pulpit/promocje/{id}", "promotion/edit", updated, |request, _| {
        Then::done(&edited(request), "promotion-saved")
    }),
    PART.action(
        "promotion/promotion_update",
        "/pulpit/promocje/{id}/wstrzymaj",
        "promotion/edit",
        paused,
        |request, _| Then::done(&edited(request), "promotion-paused"),
    ),
    PART.action(
        "promotion/promotion_update",
        "/pulpit/promocje/{id}/wznow",
        "promotion/edit",
        resumed,
        |request, _| Then::done(&edited(request), "promotion-resumed"),
    ),
    PART.action("promotion/promotion_end", "/pulpit/promocje/{id}/zakoncz", "promotion/edit", ended, |request, _| {
        Then::done(&edited(request), "promotion-finished")
    }),
];

/// What this module adds to other pages.
pub const SECTIONS: [Section; 3] = [
    PART.section("promotion/on_home", "portal/home", "Query"),
    PART.section("promotion/on_list", "activities/list", "Query"),
    PART.section("promotion/on_desk", "editorial/desk", "Query"),
];

fn listed(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let after = form.text("after");
    form.set("after", after);
    form.input
}

/// For which activity: a link to its page or its id names it, other words look for it.
fn new(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let sought = form.text("q").map(|text| text.chars().take(MAX_SOUGHT).collect::<String>());
    let named = sought.as_deref().and_then(activity_in);
    form.set("isChosen", Some(named.is_some()));
    form.set("isSought", Some(named.is_none() && sought.is_some()));
    form.set("activity", Some(named.unwrap_or_default()));
    form.set("query", Some(sought.unwrap_or_default()));
    form.input
}

/// The global id of an activity in a link to its page, or alone.
fn activity_in(text: &str) -> Option<String> {
    text.split(['/', '?', '#']).find_map(|part| ActivityId::parse(part.trim())).map(ActivityId::global)
}

fn created(request: &PageRequest<'_>) -> PageInput {
    let mut page = details(request);
    if let Some(Value::Object(fields)) = page.variables.get_mut("input") {
        fields.insert("activity".to_owned(), request.value("activity").unwrap_or_default().into());
    }
    page
}

fn updated(request: &PageRequest<'_>) -> PageInput {
    let mut page = details(request);
    if let Some(Value::Object(fields)) = page.variables.get_mut("input") {
        fields.insert("promotion".to_owned(), request.segment("id").into());
    }
    page
}

/// What is said of a place when it is sold or changed.
fn details(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let mut date = |field: &'static str, missing: &'static str| match request.value(field) {
        None => {
            page.errors.insert(field, missing);
            None
        }
        Some(text) => {
            let date = date_of(text);
            if date.is_none() {
                page.errors.insert(field, "promotion-date-wrong");
            }
            date.map(|date| date.to_string())
        }
    };
    let starts_on = date("startsOn", "promotion-starts-missing");
    let ends_on = date("endsOn", "promotion-ends-missing");
    let weight = match request.value("weight") {
        None => Some(1),
        Some(text) => text.parse::<i32>().ok(),
    };
    if weight.is_none() {
        page.errors.insert("weight", "promotion-weight-wrong");
    }
    let fields = json!({
        "startsOn": starts_on,
        "endsOn": ends_on,
        "interests": request.values("interests").collect::<Vec<_>>(),
        "districts": request.values("districts").collect::<Vec<_>>(),
        "weight": weight,
        "note": request.value("note"),
    });
    page.variables.insert("input".to_owned(), fields);
    page
}

/// A date as browsers send it, or as people write it where the browser offers nothing better: `1.9.2026`.
fn date_of(text: &str) -> Option<NaiveDate> {
    text.parse().ok().or_else(|| NaiveDate::parse_from_str(text, "%d.%m.%Y").ok())
}

/// A mutation's input: the place, and what else is said of it.
fn of_place(request: &PageRequest<'_>, mut fields: Value) -> PageInput {
    fields["promotion"] = request.segment("id").into();
    PageInput { variables: Map::from_iter([("input".to_owned(), fields)]), ..PageInput::default() }
}

fn paused(request: &PageRequest<'_>) -> PageInput {
    of_place(request, json!({ "paused": true }))
}

fn resumed(request: &PageRequest<'_>) -> PageInput {
    of_place(request, json!({ "paused": false }))
}

fn ended(request: &PageRequest<'_>) -> PageInput {
    of_place(request, json!({}))
}

fn edited(request: &PageRequest<'_>) -> String {
    format!("{LIST}/{}", request.segment("id"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let first_of_september = NaiveDate::from_ymd_opt(2026, 9, 1);
        for text in ["2026-09-01", "1.9.2026", "01.09.2026"] {
            assert_eq!(date_of(text), first_of_september, "{text}");
        }
        for text in ["", "jutro", "31.02.2026", "2026-13-01"] {
            assert_eq!(date_of(text), None, "{text}");
        }
    }

    #[test]
    fn an_activity_is_named_by_a_link_or_its_id() {
        let id = ActivityId(uuid::Uuid::from_u128(7)).global();
        for text in [
            id.clone(),
            format!("https://szczecin.example/zajecia/{id}/robotyka?done=x#opinie"),
            format!("/en/zajecia/{id}"),
            format!("/zajecia/{id}#opinie"),
        ] {
            assert_eq!(activity_in(&text), Some(id.clone()), "{text}");
        }
        assert_eq!(activity_in("robotyka dla dzieci"), None);
    }
}
