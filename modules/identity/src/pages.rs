//! Pages of signing in, of one's account, of an institution's people, and of the city's people.

use chrono::NaiveDate;
use kernel::{
    page::{Action, Form, Page, PageInput, PageRequest, Part, Then},
    scope::Actor,
};
use serde_json::{Value, json};

use crate::account::AccountId;

/// The subject of pages that are about the reader.
const READER: Option<&str> = Some("viewer");
/// The longest name of an institution that is looked for, in characters.
const MAX_SOUGHT: usize = 100;
/// Roles that accounts are looked for by.
const ROLES: [&str; 5] = ["CONTRIBUTOR", "MANAGER", "EDITOR", "ADMIN", "OPERATOR"];
/// Kinds of institutions that a child goes to every day.
const SCHOOLS: [&str; 7] = [
    "PRESCHOOL",
    "PRIMARY_SCHOOL",
    "SECONDARY_SCHOOL",
    "VOCATIONAL_SCHOOL",
    "ART_SCHOOL",
    "SPECIAL_SCHOOL",
    "SCHOOL_COMPLEX",
];

const PART: Part = Part(None);

/// The module's pages.
pub const PAGES: [Page; 15] = [
    PART.page("identity/sign_in", "/logowanie", None, plain),
    PART.page("identity/code", "/logowanie/kod", None, code),
    PART.page("identity/link", "/logowanie/link/{token}", None, plain),
    PART.page("identity/join", "/logowanie/polacz", None, plain),
    PART.page("identity/account", "/konto", READER, plain),
    PART.page("identity/child_new", "/konto/dziecko", READER, plain),
    PART.page("identity/child", "/konto/dziecko/{id}", Some("child"), PageInput::segments),
    PART.page("identity/erase", "/konto/usun", READER, plain),
    PART.page("identity/invitation", "/zaproszenie/{token}", READER, plain),
    PART.page("identity/people", "/ludzie", Some("accounts"), people),
    PART.page("identity/audit_log", "/ludzie/dziennik", Some("auditLog"), audit_log),
    PART.page("identity/invitations", "/ludzie/zaproszenia", Some("invitations"), plain),
    PART.page("identity/person", "/ludzie/{id}", Some("account"), person),
    PART.page("identity/team", "/zespol/{institution}", Some("institution"), PageInput::segments),
    PART.page("identity/tokens", "/zespol/{institution}/tokeny", Some("institution"), PageInput::segments),
];

/// What the pages' forms do.
pub const ACTIONS: [Action; 23] = [
    PART.action("identity/profile_update", "/konto", "identity/account", profile, |_, _| {
        done("/konto", "profile-saved")
    }),
    PART.action("identity/invitation_accept", "/konto/zaproszenia", "identity/account", input_of_id, |_, _| {
        done("/konto", "invitation-accepted")
    }),
    PART.action("identity/invitation_accept", "/zaproszenie/{token}", "identity/invitation", invitation, |_, _| {
        done("/konto", "invitation-accepted")
    }),
    PART.action("identity/role_revoke", "/konto/role", "identity/account", own_role, |_, _| {
        done("/konto", "role-given-up")
    }),
    PART.action("identity/device_revoke", "/konto/urzadzenia", "identity/account", input_of_id, |_, _| {
        done("/konto", "device-revoked")
    }),
    PART.action("identity/devices_revoke_others", "/konto/urzadzenia/pozostale", "identity/account", plain, |_, _| {
        done("/konto", "devices-revoked")
    }),
    PART.action("identity/token_revoke", "/konto/tokeny", "identity/account", input_of_id, |_, _| {
        done("/konto", "token-revoked")
    }),
    PART.action("identity/account_erase", "/konto/usun", "identity/erase", erasure, |_, _| {
        done("/logowanie", "account-erased")
    }),
    PART.action(
        "identity/child_create",
        "/konto/dziecko",
        "identity/child_new",
        |request| child(request, None),
        |_, _| done("/konto", "child-saved"),
    ),
    PART.action("identity/institution_find", "/konto/szkola", "identity/child_new", school, |_, _| Then::Show),
    PART.action("identity/institution_find", "/konto/dziecko/{id}/szkola", "identity/child", school, |_, _| Then::Show),
    PART.action("identity/child_delete", "/konto/dziecko/{id}/usun", "identity/child", input_of_segment, |_, _| {
        done("/konto", "child-deleted")
    }),
    PART.action(
        "identity/child_update",
        "/konto/dziecko/{id}",
        "identity/child",
        |request| child(request, Some(request.segment("id"))),
        |_, _| done("/konto", "child-saved"),
    ),
    PART.action("identity/member_invite", "/ludzie/zaproszenia", "identity/invitations", invite, |_, _| {
        done("/ludzie/zaproszenia", "invitation-sent")
    }),
    PART.action(
        "identity/invitation_revoke",
        "/ludzie/zaproszenia/cofnij",
        "identity/invitations",
        input_of_id,
        |_, _| done("/ludzie/zaproszenia", "invitation-revoked"),
    ),
    PART.action("identity/role_grant", "/ludzie/{id}/role", "identity/person", granted_role, |request, _| {
        done(&format!("/ludzie/{}", request.segment("id")), "role-granted")
    }),
    PART.action("identity/role_revoke", "/ludzie/{id}/role/odbierz", "identity/person", taken_role, |request, _| {
        done(&format!("/ludzie/{}", request.segment("id")), "role-revoked")
    }),
    PART.action("identity/institution_find", "/ludzie/{id}/placowka", "identity/person", place, |_, _| Then::Show),
    PART.action("identity/member_invite", "/zespol/{institution}", "identity/team", invite, |request, _| {
        done(&team(request), "invitation-sent")
    }),
    PART.action(
        "identity/invitation_revoke",
        "/zespol/{institution}/zaproszenia",
        "identity/team",
        input_of_id,
        |request, _| done(&team(request), "invitation-revoked"),
    ),
    PART.action("identity/member_remove", "/zespol/{institution}/osoby", "identity/team", member, after_removal),
    PART.action("identity/token_create", "/zespol/{institution}/tokeny", "identity/tokens", token, |_, _| Then::Show),
    PART.action(
        "identity/token_revoke",
        "/zespol/{institution}/tokeny/uniewaznij",
        "identity/tokens",
        input_of_id,
        |request, _| done(&format!("{}/tokeny", team(request)), "token-revoked"),
    ),
];

fn done(path: &str, what: &str) -> Then {
    Then::done(path, what)
}

fn plain(_: &PageRequest<'_>) -> PageInput {
    PageInput::default()
}

/// The input of a mutation that needs an id, which the form's button carries.
fn input_of_id(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.value("id").unwrap_or_default() }))
}

/// The input of a mutation that needs the id in the path.
fn input_of_segment(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "id": request.segment("id") }))
}

/// Which sign-in the code is for, and where it was sent.
fn code(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    form.text("proba");
    form.text("adres");
    form.input
}

fn profile(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(
        json!({ "name": request.value("name"), "language": request.value("language").unwrap_or("PL") }),
    )
}

fn invitation(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "token": request.segment("token") }))
}

fn erasure(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(json!({ "confirm": request.value("confirm").unwrap_or_default() }))
}

/// A child's profile as a form tells it.
fn child(request: &PageRequest<'_>, id: Option<&str>) -> PageInput {
    let mut page = PageInput::default();
    if request.value("name").is_none() {
        page.errors.insert("name", "refusal-person-name-missing");
    }
    let birth_date = match request.value("birthDate") {
        None => {
            page.errors.insert("birthDate", "child-birth-date-missing");
            None
        }
        Some(text) => {
            let date = date_of(text);
            if date.is_none() {
                page.errors.insert("birthDate", "child-birth-date-wrong");
            }
            date
        }
    };
    let mut profile = json!({
        "name": request.value("name"),
        "birthDate": birth_date.map(|date| date.to_string()),
        "interests": request.values("interests").collect::<Vec<_>>(),
        "home": request.value("home"),
        "school": picked(request, "school", &mut page),
    });
    if let Some(id) = id {
        profile["id"] = id.into();
    }
    page.variables.insert("input".to_owned(), profile);
    page
}

/// A date as browsers send it, or as people write it where the browser offers nothing better: `7.5.2017`, `07/05/2017`.
fn date_of(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts[..] else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The institution that was picked by its name: the id beside a name that is still the one which was picked. A name alone
/// says nothing, since several institutions may bear it.
fn picked(request: &PageRequest<'_>, field: &'static str, page: &mut PageInput) -> Option<String> {
    let name = request.value(&format!("{field}Name"));
    let id = request.value(field);
    let picked_as = request.value(&format!("{field}Picked"));
    match (name, id) {
        (Some(name), Some(id)) if picked_as.is_none_or(|picked_as| picked_as == name) => Some(id.to_owned()),
        (None, _) => None,
        (Some(_), _) => {
            page.errors.insert(field, "institution-not-picked");
            None
        }
    }
}

fn school(request: &PageRequest<'_>) -> PageInput {
    let mut page = sought(request, "school");
    page.variables.insert("kinds".to_owned(), json!(SCHOOLS));
    page
}

fn place(request: &PageRequest<'_>) -> PageInput {
    sought(request, "institution")
}

/// The name of an institution that is looked for.
fn sought(request: &PageRequest<'_>, field: &'static str) -> PageInput {
    let mut page = PageInput::default();
    match request.value(&format!("{field}Name")) {
        Some(name) => {
            let name: String = name.chars().take(MAX_SOUGHT).collect();
            page.variables.insert("query".to_owned(), name.into());
        }
        None => {
            page.errors.insert(field, "institution-not-named");
        }
    }
    page
}

/// Which accounts are looked for.
fn people(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let query = form.text("q");
    let role = form.choices("role", &ROLES).and_then(|roles| roles.into_iter().next());
    let after = form.text("after");
    form.set("query", query);
    form.set("role", role);
    form.set("after", after);
    form.input
}

fn audit_log(request: &PageRequest<'_>) -> PageInput {
    let mut form = Form::new(request);
    let subject = form.text("subject");
    let before = form.text("before").and_then(|number| number.parse::<u64>().ok());
    form.set("subject", subject);
    form.set("before", before);
    form.input
}

/// An account, with its children if they are asked for: looking at them is noted.
fn person(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::segments(request);
    page.variables.insert("children".to_owned(), request.has("children").into());
    page
}

/// A role that is given to the account of the page.
fn granted_role(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let role = request.value("role");
    if role.is_none() {
        page.errors.insert("role", "role-not-chosen");
    }
    let institution = picked(request, "institution", &mut page);
    let fields = json!({ "account": request.segment("id"), "role": role, "institution": institution });
    page.variables.insert("input".to_owned(), fields);
    page
}

fn taken_role(request: &PageRequest<'_>) -> PageInput {
    role_of(request, request.segment("id"))
}

/// A role that the reader gives up.
fn own_role(request: &PageRequest<'_>) -> PageInput {
    role_of(request, &own_account(request).unwrap_or_default())
}

fn role_of(request: &PageRequest<'_>, account: &str) -> PageInput {
    PageInput::of_mutation(json!({
        "account": account,
        "role": request.value("role"),
        "institution": request.value("institution"),
    }))
}

fn own_account(request: &PageRequest<'_>) -> Option<String> {
    request.scope.actor.account().map(|account| AccountId(account).global())
}

/// An invitation to an institution, if the path names one, else to the city.
fn invite(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let role = request.value("role");
    if role.is_none() {
        page.errors.insert("role", "role-not-chosen");
    }
    let institution = Some(request.segment("institution")).filter(|id| !id.is_empty());
    let email = request.value("email").unwrap_or_default();
    let fields = json!({ "email": email, "role": role, "institution": institution });
    page.variables.insert("input".to_owned(), fields);
    page
}

fn team(request: &PageRequest<'_>) -> String {
    format!("/zespol/{}", request.segment("institution"))
}

fn member(request: &PageRequest<'_>) -> PageInput {
    PageInput::of_mutation(
        json!({ "account": request.value("account"), "institution": request.segment("institution") }),
    )
}

/// Who removed themselves can see the institution's people no more.
fn after_removal(request: &PageRequest<'_>, _: &Value) -> Then {
    let is_own = own_account(request).as_deref() == request.value("account");
    let still_may =
        matches!(&request.scope.actor, Actor::Person(person) if person.is_at_least(kernel::access::Role::Admin));
    if is_own && !still_may { done("/konto", "role-given-up") } else { done(&team(request), "member-removed") }
}

fn token(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let (name, role) = (request.value("name"), request.value("role"));
    if name.is_none() {
        page.errors.insert("name", "token-name-missing");
    }
    if role.is_none() {
        page.errors.insert("role", "role-not-chosen");
    }
    let days = request.value("days").map(str::parse::<i32>);
    if matches!(days, None | Some(Err(_))) {
        page.errors.insert("days", "token-days-wrong");
    }
    let days = days.and_then(std::result::Result::ok);
    let institution = request.segment("institution");
    let fields = json!({ "name": name, "role": role, "institution": institution, "days": days });
    page.variables.insert("input".to_owned(), fields);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let seventh_of_may = NaiveDate::from_ymd_opt(2017, 5, 7);
        for text in ["2017-05-07", "7.5.2017", "07.05.2017", "07/05/2017", "7 5 2017", "7.05.2017 r."] {
            assert_eq!(date_of(text), seventh_of_may, "{text}");
        }
        for text in ["", "wczoraj", "31.02.2017", "7.5.17", "2017-05", "2017-05-07-01", "99999-01-01"] {
            assert_eq!(date_of(text), None, "{text}");
        }
    }
}
