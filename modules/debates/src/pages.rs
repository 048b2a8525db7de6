//! The module's pages, forms, and what it adds to others' pages.

use kernel::page::{Action, Form, Page, PageInput, PageRequest, Part, Section, Then};
use serde_json::{Value, json};

use crate::MODULE;

/// Where editors read what was asked.
const DESK: &str = "/pulpit/debaty";
/// States of questions by which editors look, as the schema names them.
const STATES: [&str; 4] = ["WAITING", "PUBLISHED", "REJECTED", "MERGED"];

const PART: Part = Part(Some(MODULE));

/// The module's pages. Those at fixed paths stand before those whose last segment is a name.
pub const PAGES: [Page; 9] = [
    Page { menu: Some("menu-debates"), ..PART.page("debates/list", "/debaty", None, paged) },
    PART.page("debates/answers", "/debaty/odpowiedzi", None, paged),
    PART.page("debates/link", "/debaty/link/{token}", None, PageInput::segments),
    PART.page("debates/similar", "/debaty/{id}/{slug}/podobne", Some("debate"), similar),
    PART.page("debates/ask", "/debaty/{id}/{slug}/pytanie", Some("debate"), asked),
    PART.page("debates/support", "/debaty/{id}/{slug}/poparcie/{question}", Some("question"), PageInput::segments),
    PART.page("debates/show", "/debaty/{id}/{slug}", Some("debate"), shown),
    PART.page("debates/desk", "/pulpit/debaty/{id}", Some("debate"), desk),
    PART.page("debates/print", "/pulpit/debaty/{id}/druk", Some("debate"), PageInput::segments),
];

/// What the forms do.
pub const ACTIONS: [Action; 12] = [
    // A question is first compared with those that were asked before: that is no mutation, and shows what it found.
    PART.action("debates/similar_find", "/debaty/{id}/{slug}/sprawdz", "debates/ask", sought, |_, _| Then::Show),
    PART.action("debates/question_ask", "/debaty/{id}/{slug}/pytanie", "debates/ask", question, |request, payload| {
        let what = if payload["state"] == "WAITING" { "question-waits" } else { "question-mailed" };
        Then::Go(format!("{}?done={what}#pytania", debate_path(request)))
    }),
    PART.action(
        "debates/question_support",
        "/debaty/{id}/{slug}/poparcie/{question}",
        "debates/support",
        support,
        |request, payload| {
            let is_counted = payload["support"]["state"] == "COUNTED";
            let what = if is_counted { "question-supported" } else { "question-support-mailed" };
            at_question(request, request.segment("question"), what)
        },
    ),
    PART.action(
        "debates/question_support_take_back",
        "/debaty/{id}/{slug}/cofnij",
        "debates/show",
        named,
        |request, _| at_question(request, request.value("question").unwrap_or_default(), "question-support-taken-back"),
    ),
    PART.action("debates/question_withdraw", "/debaty/{id}/{slug}/wycofaj", "debates/show", named, |request, _| {
        Then::Go(format!("{}?done=question-withdrawn#pytania", debate_path(request)))
    }),
    PART.action("debates/question_confirm", "/debaty/link/{token}", "debates/link", token, |_, payload| {
        at_debate_of(payload, "question-confirmed")
    }),
    PART.action(
        "debates/question_support_confirm",
        "/debaty/link/{token}/poparcie",
        "debates/link",
        token,
        |_, payload| at_debate_of(payload, "question-supported"),
    ),
    PART.action("debates/question_withdraw", "/debaty/link/{token}/wycofaj", "debates/link", token, |_, _| {
        Then::done("/debaty", "question-withdrawn")
    }),
    PART.action("debates/question_moderate", "/pulpit/debaty/{id}", "debates/desk", decision, |request, _| {
        back_to_queue(request, decided(request))
    }),
    PART.action("debates/question_answer", "/pulpit/debaty/{id}/odpowiedz", "debates/desk", answer, |request, _| {
        let what = if request.has("answer") { "question-answered" } else { "question-answer-removed" };
        back_to_queue(request, what)
    }),
    PART.action(
        "debates/question_moderate",
        "/pulpit/debaty/{id}/zaznaczone",
        "debates/desk",
        decision,
        |request, _| back_to_queue(request, decided(request)),
    ),
    PART.action("debates/question_moderate", "/pulpit/debaty/{id}/cofnij", "debates/desk", undone, |request, _| {
        back_to_queue(request, "question-undone")
    }),
];

/// What this module adds to other pages.
pub const SECTIONS: [Section; 2] = [
    PART.section("debates/on_desk", "editorial/desk", "Query"),
    PART.section("debates/on_home", "portal/home", "Query"),
];

/// Where a list of many goes on.
fn paged(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let after = form.text("after");
    form.set("after", after);
    form.input
}

/// What the path names, and what a form read besides.
fn with_segments(request: &PageRequest<'_>, form: Form<'_>) -> PageInput {
    let mut page = form.input;
    page.variables.extend(PageInput::segments(request).variables);
    page
}

/// A debate with its questions in the chosen order.
fn shown(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let sort = form.choices("sort", &["SUPPORT", "NEWEST", "ANSWERED"]);
    let after = form.text("after");
    form.set("sort", sort.and_then(|sort| sort.into_iter().next()));
    form.set("after", after);
    with_segments(request, form)
}

/// Questions like one that somebody types, for a script.
fn similar(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let text = form.text("text");
    form.set("text", Some(text.unwrap_or_default()));
    with_segments(request, form)
}

/// The form of a question.
fn asked(request: &PageRequest<'_>) -> PageInput {
    PageInput::segments(request)
}

/// What was typed, to be compared with what was asked before. An empty question is like none.
fn sought(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let text = request.value("text");
    if text.is_none() {
        page.errors.insert("text", "question-text-missing");
    }
    page.variables.insert("id".to_owned(), request.segment("id").into());
    page.variables.insert("text".to_owned(), text.unwrap_or_default().into());
    page
}

/// A question as it is sent.
fn question(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({
        "debate": request.segment("id"),
        "text": request.value("text").unwrap_or_default(),
        "name": request.value("name"),
        "email": request.value("email"),
        "consent": request.has("consent"),
    }))
}

fn support(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "question": request.segment("question"), "email": request.value("email") }))
}

/// The question that the form names.
fn named(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "question": request.value("question").unwrap_or_default() }))
}

fn token(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "token": request.segment("token") }))
}

/// A debate's questions at the desk: those of one state.
fn desk(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let state = form.choices("stan", &STATES).and_then(|states| states.into_iter().next());
    form.input.form.insert("stan".to_owned(), state.clone().unwrap_or_else(|| "WAITING".to_owned()).into());
    let after = form.text("after");
    form.set("states", Some(vec![state.unwrap_or_else(|| "WAITING".to_owned())]));
    form.set("after", after);
    with_segments(request, form)
}

/// What an editor decides on questions: on one, or on those that are ticked.
fn decision(request: &PageRequest<'_>) -> PageInput {
    let ids: Vec<_> = request.values("ids").collect();
    let versions: Vec<i32> = request.values("versions").filter_map(|version| version.parse().ok()).collect();
    let mut fields = json!({
        "ids": ids,
        "decision": request.value("decision").unwrap_or("PUBLISH"),
        "into": request.value("into"),
        "reason": request.value("reason"),
    });
    if versions.len() == ids.len() && !ids.is_empty() {
        fields["versions"] = versions.into();
    }
    PageInput::of_mutation(fields)
}

fn undone(request: &PageRequest<'_>) -> PageInput {
    let ids: Vec<_> = request.values("ids").collect();
    PageInput::of_mutation(json!({ "ids": ids, "decision": "UNDO" }))
}

fn answer(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({
        "id": request.value("question").unwrap_or_default(),
        "answer": request.value("answer"),
        "answeredBy": request.value("answeredBy"),
        "version": request.value("version").and_then(|version| version.parse::<i32>().ok()),
    }))
}

fn decided(request: &PageRequest<'_>) -> &'static str {
    match request.value("decision") {
        Some("REJECT") => "question-rejected",
        Some("MERGE") => "question-merged",
        Some("UNDO") => "question-undone",
        _ => "question-published",
    }
}

/// The page of the debate that a form belongs to.
fn debate_path(request: &PageRequest<'_>) -> String {
    format!("/debaty/{}/{}", request.segment("id"), request.segment("slug"))
}

/// The debate's page at one of its questions, saying what is done.
fn at_question(request: &PageRequest<'_>, question: &str, what: &str) -> Then {
    Then::Go(format!("{}?done={what}#pytanie-{question}", debate_path(request)))
}

/// The debate of a payload's question.
fn at_debate_of(payload: &Value, what: &str) -> Then {
    match payload["question"]["debate"]["id"].as_str() {
        Some(debate) => Then::Go(format!("/debaty/{debate}/-?done={what}#pytania")),
        None => Then::done("/debaty", what),
    }
}

/// The queue of the debate, of the questions that were looked at.
fn back_to_queue(request: &PageRequest<'_>, what: &str) -> Then {
    let path = format!("{DESK}/{}", request.segment("id"));
    match request.value("stan").filter(|state| STATES.contains(state) && *state != "WAITING") {
        Some(state) => Then::done(&format!("{path}?stan={state}"), what),
        None => Then::done(&path, what),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_confirmed_a_question_comes_to_its_debate() {
        let of = json!({ "question": { "debate": { "id": "deb_1" } } });
        assert_eq!(at_debate_of(&of, "x"), Then::Go("/debaty/deb_1/-?done=x#pytania".to_owned()));
        assert_eq!(at_debate_of(&json!({}), "x"), Then::Go("/debaty?done=x".to_owned()));
    }
}
