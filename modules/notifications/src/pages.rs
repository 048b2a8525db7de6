//! The module's pages, forms, and what it adds to others' pages.

use kernel::page::{Action, Form, Page, PageInput, PageRequest, Part, Section, Then};
use serde_json::{Map, Value, json};

use crate::MODULE;

/// Where a reader's own subscriptions are.
const OWN: &str = "/konto/subskrypcje";
/// Where one is made, of any search.
const NEW: &str = "/powiadom";
/// The field that carries what somebody wants to be told of, as the JSON of a `SubscriptionTargetInput`.
const TARGET: &str = "t";
/// The longest such JSON that is read, in bytes; the longest search of a page is a third of it.
const MAX_TARGET: usize = 4_000;
/// The longest address that a form leads back to, in bytes.
const MAX_BACK: usize = 6_000;
/// What one can be told of, as the schema names the fields of `SubscriptionTargetInput`.
const TARGETS: [&str; 11] = [
    "activities",
    "events",
    "institutions",
    "news",
    "advice",
    "debates",
    "everything",
    "entry",
    "interest",
    "district",
    "alerts",
];
/// How often, as the schema names it.
const FREQUENCIES: [&str; 3] = ["AT_ONCE", "DAILY", "WEEKLY"];

const PART: Part = Part(Some(MODULE));

/// The module's pages.
pub const PAGES: [Page; 4] = [
    PART.page("notifications/new", NEW, None, new),
    PART.page("notifications/confirm", "/powiadom/potwierdz/{token}", None, PageInput::segments),
    PART.page("notifications/own", OWN, Some("viewer"), PageInput::nothing),
    PART.page("notifications/by_link", "/unsubscribe/{token}", Some("subscriptionsByLink"), PageInput::segments),
];

/// What the forms do.
pub const ACTIONS: [Action; 13] = [
    PART.action("notifications/save", NEW, "notifications/new", saved, |request, payload| {
        done_of(back(request), "notify-saved", payload)
    }),
    // Shown on the page of what is followed; what is refused is said on the page of one's own.
    PART.action("notifications/remove", "/powiadom/cofnij", "notifications/own", named, |request, payload| {
        done_of(back(request), "notify-removed", payload)
    }),
    PART.action("notifications/restore", "/powiadom/przywroc", "notifications/own", named, |request, payload| {
        done_of(back(request), "notify-restored", payload)
    }),
    PART.action("notifications/request", "/powiadom/adres", "notifications/new", requested, |request, _| {
        Then::done(&new_path(request), "notify-mailed")
    }),
    PART.action("notifications/confirmation", "/powiadom/potwierdz/{token}", "notifications/confirm", token, |_, _| {
        Then::Show
    }),
    PART.action("notifications/save", OWN, "notifications/own", saved, |_, payload| {
        done_of(OWN.to_owned(), "notify-changed", payload)
    }),
    PART.action("notifications/save", "/konto/subskrypcje/wycisz", "notifications/own", muted, |request, payload| {
        done_of(OWN.to_owned(), if request.has("muted") { "notify-muted" } else { "notify-unmuted" }, payload)
    }),
    PART.action("notifications/remove", "/konto/subskrypcje/usun", "notifications/own", named, |_, payload| {
        done_of(OWN.to_owned(), "notify-removed", payload)
    }),
    PART.action("notifications/restore", "/konto/subskrypcje/przywroc", "notifications/own", named, |_, payload| {
        done_of(OWN.to_owned(), "notify-restored", payload)
    }),
    PART.action("notifications/mute_by_link", "/unsubscribe/{token}/wycisz", BY_LINK, muted_by_link, |request, _| {
        at_link(request, if request.has("muted") { "notify-muted" } else { "notify-unmuted" })
    }),
    PART.action(
        "notifications/frequency_by_link",
        "/unsubscribe/{token}/kiedy",
        BY_LINK,
        frequency_by_link,
        |request, _| at_link(request, "notify-changed"),
    ),
    PART.action("notifications/unsubscribe", "/unsubscribe/{token}/wszystko", BY_LINK, all_by_link, |request, _| {
        at_link(request, "notify-stopped")
    }),
    PART.action("notifications/resume_by_link", "/unsubscribe/{token}/wznow", BY_LINK, token, |request, _| {
        at_link(request, "notify-resumed")
    }),
];

/// The page that a mail's link leads to.
const BY_LINK: &str = "notifications/by_link";

/// What this module adds to other pages: whether the reader follows what a page is about.
pub const SECTIONS: [Section; 4] = [
    PART.section("notifications/on_institution", "directory/show", "Institution"),
    PART.section("notifications/on_activity", "activities/show", "Activity"),
    PART.section("notifications/on_event", "events/show", "Event"),
    PART.section("notifications/on_debate", "debates/show", "Debate"),
];

/// What a link asks to be told of: the JSON that pages of results carry, or one of the simple choices that the page itself
/// offers (`interest`, `district`, `alerts`).
fn target(request: &PageRequest<'_>) -> Option<Value> {
    if let Some(text) = request.value(TARGET).filter(|text| text.len() <= MAX_TARGET) {
        let target: Value = serde_json::from_str(text).ok()?;
        let fields = target.as_object()?;
        let is_one = fields.len() == 1 && fields.keys().all(|key| TARGETS.contains(&key.as_str()));
        return is_one.then_some(target);
    }
    let district = request.value("district");
    match (request.has("alerts"), district, request.value("interest")) {
        (true, Some(district), _) => Some(json!({ "alerts": { "district": district } })),
        (true, None, _) => Some(json!({ "alerts": {} })),
        (false, Some(district), _) => Some(json!({ "district": district })),
        (false, None, Some(interest)) => Some(json!({ "interest": interest })),
        (false, None, None) => None,
    }
}

/// What there is to be told of, and what it would have been in the last month.
fn new(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let target = target(request);
    if target.is_none() && request.has(TARGET) {
        form.input.errors.insert(TARGET, "notify-error-target");
    }
    let text = target.as_ref().map(Value::to_string);
    form.input.form.extend(text.map(|text| (TARGET.to_owned(), text.into())));
    let back = request.value("back").filter(|back| is_own_path(back)).map(str::to_owned);
    form.input.form.extend(back.map(|back| ("back".to_owned(), back.into())));
    form.set("isAsked", Some(target.is_some()));
    form.set("target", target);
    form.input
}

/// What of a subscription a form says. Of boxes that were shown, none ticked is a choice too, but not one that can be meant.
fn wishes(request: &PageRequest<'_>, page: &mut PageInput, fields: &mut Map<String, Value>) {
    let frequency = request.value("frequency").filter(|chosen| FREQUENCIES.contains(chosen));
    fields.extend(frequency.map(|frequency| ("frequency".to_owned(), frequency.into())));
    let about: Vec<_> = request.values("about").collect();
    if !about.is_empty() {
        fields.insert("about".to_owned(), about.into());
    } else if request.has("aboutShown") {
        page.errors.insert("about", "notify-error-about");
    }
}

/// A subscription as a form tells it: a new one of what the form carries, or changes of one that there is.
fn saved(request: &PageRequest<'_>) -> PageInput {
    let (mut page, mut fields) = (PageInput::default(), Map::new());
    match request.value("id") {
        Some(id) => _ = fields.insert("id".to_owned(), id.into()),
        None => match target(request) {
            Some(target) => _ = fields.insert("target".to_owned(), target),
            None => _ = page.errors.insert("", "notify-error-target"),
        },
    }
    fields.extend(request.value("label").map(|label| ("label".to_owned(), label.into())));
    wishes(request, &mut page, &mut fields);
    page.variables.insert("input".to_owned(), fields.into());
    page
}

fn muted(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.value("id").unwrap_or_default(), "muted": request.has("muted") }))
}

/// The subscription that the form names.
fn named(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.value("id").unwrap_or_default() }))
}

/// A subscription of somebody without an account. `website` is a field that no person sees.
fn requested(request: &PageRequest<'_>) -> PageInput {
    let (mut page, mut fields) = (PageInput::default(), Map::new());
    match target(request) {
        Some(target) => _ = fields.insert("target".to_owned(), target),
        None => _ = page.errors.insert("", "notify-error-target"),
    }
    fields.insert("email".to_owned(), request.value("email").unwrap_or_default().into());
    fields.insert("consent".to_owned(), request.has("consent").into());
    fields.insert("website".to_owned(), request.value("website").into());
    wishes(request, &mut page, &mut fields);
    page.variables.insert("input".to_owned(), fields.into());
    page
}

fn token(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "token": request.segment("token") }))
}

fn muted_by_link(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({
        "token": request.segment("token"),
        "subscription": request.value("id").unwrap_or_default(),
        "muted": request.has("muted"),
    }))
}

fn frequency_by_link(request: &PageRequest<'_>) -> PageInput {
    let frequency = request.value("frequency").filter(|chosen| FREQUENCIES.contains(chosen));
    PageInput::of_mutation(json!({
        "token": request.segment("token"),
        "subscription": request.value("id").unwrap_or_default(),
        "frequency": frequency.unwrap_or("DAILY"),
    }))
}

fn all_by_link(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "token": request.segment("token"), "all": true }))
}

/// Back to the page that the link led to.
fn at_link(request: &PageRequest<'_>, what: &str) -> Then {
    Then::done(&format!("/unsubscribe/{}", request.segment("token")), what)
}

/// The page of a new subscription, of what the form carried.
fn new_path(request: &PageRequest<'_>) -> String {
    match target(request) {
        Some(target) => {
            let text: String = form_urlencoded::byte_serialize(target.to_string().as_bytes()).collect();
            format!("{NEW}?{TARGET}={text}")
        }
        None => NEW.to_owned(),
    }
}

/// Where a button was pressed, if it says so and it is one of our pages; else one's own subscriptions.
fn back(request: &PageRequest<'_>) -> String {
    request.value("back").filter(|path| is_own_path(path)).unwrap_or(OWN).to_owned()
}

/// A path of this portal, without its language: nothing that a browser reads as another host's.
fn is_own_path(path: &str) -> bool {
    let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    path.starts_with('/') && !path.starts_with("//") && is_plain && path.len() <= MAX_BACK
}

/// To a page that says what is done, and to which subscription, so that it can be undone there.
fn done_of(path: String, what: &str, payload: &Value) -> Then {
    let (path, place) = match path.split_once('#') {
        Some((path, place)) => (path.to_owned(), format!("#{place}")),
        None => (path, String::new()),
    };
    let separator = if path.contains('?') { '&' } else { '?' };
    let of = payload["subscription"]["id"].as_str().map(|id| format!("&of={id}")).unwrap_or_default();
    Then::Go(format!("{path}{separator}done={what}{of}{place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_leads_back_to_our_own_pages_only() {
        for path in ["/zajecia", "/zajecia?q=pi%C5%82ka&weekdays=MONDAY", "/debaty/deb_1/x#pytania"] {
            assert!(is_own_path(path), "{path}");
        }
        let long = format!("/{}", "a".repeat(MAX_BACK));
        for path in
            ["", "zajecia", "//evil.example", "/\\evil.example", "https://evil.example", "/a b", "/ż", "/a\nb", &long]
        {
            assert!(!is_own_path(path), "{path}");
        }
    }

    #[test]
    fn what_is_done_can_be_undone_where_it_was_done() {
        let payload = json!({ "subscription": { "id": "sub_1" } });
        for (path, expected) in [
            ("/zajecia", "/zajecia?done=notify-saved&of=sub_1"),
            ("/zajecia?q=a", "/zajecia?q=a&done=notify-saved&of=sub_1"),
            ("/debaty/deb_1/x?a=1#pytania", "/debaty/deb_1/x?a=1&done=notify-saved&of=sub_1#pytania"),
        ] {
            assert_eq!(done_of(path.to_owned(), "notify-saved", &payload), Then::Go(expected.to_owned()));
        }
        assert_eq!(
            done_of(OWN.to_owned(), "notify-saved", &Value::Null),
            Then::Go("/konto/subskrypcje?done=notify-saved".to_owned())
        );
    }
}
