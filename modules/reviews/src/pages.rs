//! The module's pages, forms, and what it adds to others' pages.

use activities::ActivityId;
use kernel::page::{Action, Form, Page, PageInput, PageRequest, Part, Section, Then};
use serde_json::{Value, json};

use crate::{MODULE, review::ReviewId};

/// Where editors find what waits for them.
const QUEUE: &str = "/pulpit/opinie";

const PART: Part = Part(Some(MODULE));

/// The module's pages.
pub const PAGES: [Page; 8] = [
    PART.page("reviews/list", "/zajecia/{id}/{slug}/opinie", Some("activity"), listed),
    PART.page("reviews/write", "/zajecia/{id}/{slug}/opinia", Some("activity"), PageInput::segments),
    PART.page("reviews/report", "/opinie/{id}/zglos", Some("review"), PageInput::segments),
    PART.page("reviews/reply", "/opinie/{id}/odpowiedz", Some("review"), PageInput::segments),
    PART.page("reviews/own", "/konto/opinie", Some("viewer"), paged),
    PART.page("reviews/queue", QUEUE, Some("reviewsToModerate"), queue),
    PART.page("reviews/decide", "/pulpit/opinie/{id}", Some("review"), PageInput::segments),
    PART.page("reviews/participants", "/pulpit/uczestnicy/{id}", Some("activity"), PageInput::segments),
];

/// What the forms do.
pub const ACTIONS: [Action; 11] = [
    PART.action("reviews/review_save", "/zajecia/{id}/{slug}/opinia", "reviews/write", review, after_saving),
    PART.action(
        "reviews/review_withdraw",
        "/zajecia/{id}/{slug}/opinia/wycofaj",
        "reviews/write",
        posted,
        |request, _| at_activity(request.segment("id"), "review-withdrawn"),
    ),
    PART.action("reviews/review_withdraw", "/konto/opinie", "reviews/own", posted, |_, _| {
        Then::done("/konto/opinie", "review-withdrawn")
    }),
    PART.action("reviews/review_report", "/opinie/{id}/zglos", "reviews/report", report, |request, _| {
        Then::done(&format!("/opinie/{}/zglos", request.segment("id")), "review-reported")
    }),
    PART.action("reviews/review_reply", "/opinie/{id}/odpowiedz", "reviews/reply", reply, |_, payload| {
        replied(payload, "review-replied")
    }),
    PART.action("reviews/review_reply", "/opinie/{id}/odpowiedz/usun", "reviews/reply", no_reply, |_, payload| {
        replied(payload, "review-reply-removed")
    }),
    PART.action("reviews/reviews_moderate", "/pulpit/opinie/zaznaczone", "reviews/queue", chosen, |_, _| {
        Then::done(QUEUE, "reviews-decided")
    }),
    PART.action("reviews/review_moderate", QUEUE, "reviews/queue", decision, |request, payload| {
        let id = ReviewId::parse(request.value("review").unwrap_or_default());
        decided(&id.map_or_else(|| QUEUE.to_owned(), |id| format!("{QUEUE}?last={}", id.global())), payload)
    }),
    PART.action("reviews/review_moderate", "/pulpit/opinie/{id}", "reviews/decide", decision, |request, payload| {
        decided(&format!("{QUEUE}/{}", request.segment("id")), payload)
    }),
    PART.action("reviews/participants_add", "/pulpit/uczestnicy/{id}", "reviews/participants", participants, |_, _| {
        Then::Show
    }),
    PART.action(
        "reviews/participants_remove",
        "/pulpit/uczestnicy/{id}/usun",
        "reviews/participants",
        participants,
        |_, _| Then::Show,
    ),
];

/// What this module adds to other pages.
pub const SECTIONS: [Section; 3] = [
    PART.section("reviews/on_activity", "activities/show", "Activity"),
    PART.section("reviews/on_desk", "editorial/desk", "Query"),
    PART.section("reviews/on_card", "activities/list", "Activity"),
];

/// Where a list of many goes on.
fn paged(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let after = form.text("after");
    form.set("after", after);
    form.input
}

/// An activity's reviews, from where they go on.
fn listed(request: &PageRequest<'_>) -> PageInput {
    let mut input = PageInput::segments(request);
    let paged = paged(request);
    input.variables.extend(paged.variables);
    input.form = paged.form;
    input
}

/// What waits, and the review that was decided on just before.
fn queue(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    if request.value("last").is_some_and(|last| ReviewId::parse(last).is_some()) {
        form.text("last");
    }
    form.input
}

/// A review as its author wrote it. What is missing is said by the mutation, with all else that is wrong.
fn review(request: &PageRequest<'_>) -> PageInput {
    let stars = request.value("stars").and_then(|stars| stars.parse::<i32>().ok()).unwrap_or_default();
    let text = request.value("text").unwrap_or_default();
    PageInput::of_mutation(json!({ "activity": request.segment("id"), "stars": stars, "text": text }))
}

/// The review that the form names.
fn posted(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "review": request.value("review").unwrap_or_default() }))
}

fn report(request: &PageRequest<'_>) -> PageInput {
    let reason = request.value("reason");
    let mut page = PageInput::of_mutation(json!({ "review": request.segment("id"), "reason": reason }));
    if reason.is_none() {
        page.errors.insert("reason", "review-report-reason-missing");
    }
    page
}

/// What a provider answers: an empty form is no wish to take the answer down.
fn reply(request: &PageRequest<'_>) -> PageInput {
    let text = request.value("text");
    let mut page = PageInput::of_mutation(json!({ "review": request.segment("id"), "text": text }));
    if text.is_none() {
        page.errors.insert("text", "review-reply-missing");
    }
    page
}

fn no_reply(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "review": request.segment("id"), "text": null }))
}

/// What an editor decides on one review.
fn decision(request: &PageRequest<'_>) -> PageInput {
    let review = request.value("review").unwrap_or_else(|| request.segment("id"));
    PageInput::of_mutation(
        json!({ "review": review, "decision": request.value("decision"), "reason": request.value("reason") }),
    )
}

/// What an editor decides on those that are ticked.
fn chosen(request: &PageRequest<'_>) -> PageInput {
    let reviews: Vec<_> = request.values("reviews").collect();
    PageInput::of_mutation(
        json!({ "reviews": reviews, "decision": request.value("decision"), "reason": request.value("reason") }),
    )
}

fn participants(request: &PageRequest<'_>) -> PageInput {
    let emails = addresses(request.value("emails").unwrap_or_default());
    PageInput::of_mutation(json!({ "activity": request.segment("id"), "emails": emails }))
}

/// Addresses as people paste them: one a line or one after another, with names before them as mail programs copy them.
fn addresses(text: &str) -> Vec<&str> {
    let pieces = text.split(['\n', ',', ';']).map(|piece| {
        let inner = piece.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
        inner.map_or(piece, |(address, _)| address).trim()
    });
    let split = pieces.flat_map(|piece| {
        let words: Vec<_> = piece.split_whitespace().collect();
        if words.iter().all(|word| word.contains('@')) { words } else { vec![piece] }
    });
    split.collect()
}

/// The activity's page, at its reviews, saying what is done.
fn at_activity(id: &str, what: &str) -> Then {
    Then::Go(format!("/zajecia/{id}?done={what}#opinie"))
}

/// What is said depends on whether somebody has to read it first.
fn after_saving(request: &PageRequest<'_>, payload: &Value) -> Then {
    let is_public = payload["review"]["status"] == "PUBLISHED";
    at_activity(request.segment("id"), if is_public { "review-published" } else { "review-sent" })
}

fn replied(payload: &Value, what: &str) -> Then {
    match payload["review"]["activity"]["id"].as_str().filter(|id| ActivityId::parse(id).is_some()) {
        Some(id) => at_activity(id, what),
        None => Then::done("/konto", what),
    }
}

fn decided(path: &str, payload: &Value) -> Then {
    let what = match payload["review"]["status"].as_str() {
        Some("PUBLISHED") => "review-decided-publish",
        Some("REJECTED") => "review-decided-reject",
        _ => "review-decided-hide",
    };
    Then::done(path, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_as_they_are_pasted() {
        for (text, expected) in [
            ("", &[][..]),
            ("a@x.pl\r\n\r\n b@x.pl\r\n", &["a@x.pl", "b@x.pl"]),
            ("a@x.pl, b@x.pl;c@x.pl d@x.pl", &["a@x.pl", "b@x.pl", "c@x.pl", "d@x.pl"]),
            ("Jan Nowak <jan@x.pl>, \"Ola\" <ola@x.pl>", &["jan@x.pl", "ola@x.pl"]),
            ("jan kowalski\nola@x.pl", &["jan kowalski", "ola@x.pl"]),
        ] {
            assert_eq!(addresses(text), expected, "{text}");
        }
    }

    #[test]
    fn a_decision_is_said_as_it_is() {
        let payload = |status: &str| json!({ "review": { "status": status } });
        for (status, path) in [
            ("PUBLISHED", "/x?done=review-decided-publish"),
            ("REJECTED", "/x?done=review-decided-reject"),
            ("HIDDEN", "/x?done=review-decided-hide"),
        ] {
            assert_eq!(decided("/x", &payload(status)), Then::Go(path.to_owned()));
        }
        assert_eq!(replied(&json!({}), "y"), Then::Go("/konto?done=y".to_owned()));
    }
}
