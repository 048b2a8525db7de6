//! Unsubscribing by one click (RFC 8058): mail providers post here when somebody presses their "unsubscribe".
//!
//! They have no cookie, no page of ours and no token of a form, so this is no [form](super::forms): the signed link alone says
//! whose mail it is. It can be posted again and again. The page at the same address changes nothing when it is looked at,
//! since programs that look into mails open every link.

use async_graphql::{Request as Call, Variables};
use axum::{
    extract::Request,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::error::Code;
use serde_json::json;

use super::{errors, forms, visit::Visit};
use crate::graphql::{code_of, execute};

/// What providers post: this field with this value, and nothing else.
const ONE_CLICK: (&str, &str) = ("List-Unsubscribe", "One-Click");
/// What is run: what any client could.
const MUTATION: &str =
    "mutation ($input: UnsubscribeInput!) { unsubscribe(input: $input) { errors { code message } } }";

/// Turns off what the link in a mail's header is for.
pub(super) async fn one_click(visit: Visit, token: &str, request: Request) -> Response {
    let refuse = |status, code: Code, message: &str| errors::api(status, code.as_str(), message, &visit.request_id);
    let nowhere = || refuse(StatusCode::NOT_FOUND, Code::NotFound, "there is no such link here");
    let Some(scope) = visit.scope(None) else { return nowhere() };
    if !scope.tenant.has(Some(notifications::MODULE)) {
        return nowhere();
    }
    let posted = match forms::read(request).await {
        Ok(posted) => posted,
        Err(status) => return refuse(status, Code::BadUserInput, "the body is no form"),
    };
    let is_one_click = posted
        .iter()
        .any(|(name, value)| name.eq_ignore_ascii_case(ONE_CLICK.0) && value.trim().eq_ignore_ascii_case(ONE_CLICK.1));
    if !is_one_click {
        return refuse(
            StatusCode::BAD_REQUEST,
            Code::BadUserInput,
            "post List-Unsubscribe=One-Click, or open the address in a browser",
        );
    }
    let variables = json!({ "input": { "token": token } });
    let call = Call::new(MUTATION).variables(Variables::from_json(variables));
    let answer = execute(&visit.server.schemas, &scope, &visit.origin, &visit.request_id, call).await;
    if let Some(error) = answer.errors.first() {
        return match code_of(error) {
            Some(code) if code == Code::NotFound.as_str() || code == Code::BadUserInput.as_str() => nowhere(),
            code => {
                tracing::error!(error = error.message, code, "nobody could be unsubscribed");
                // Providers come again.
                refuse(StatusCode::SERVICE_UNAVAILABLE, Code::Unavailable, "try again later")
            }
        };
    }
    let payload = answer.data.into_json().unwrap_or_default();
    let Some(errors) = payload["unsubscribe"]["errors"].as_array() else { return nowhere() };
    match errors.first() {
        None => (StatusCode::OK, "unsubscribed\n").into_response(),
        // Somebody turned things on again since that mail: the page asks first, and a provider's click does not.
        Some(error) if error["code"] == "LINK_STALE" => refuse(
            StatusCode::CONFLICT,
            Code::Conflict,
            "notifications were turned on again after this mail; open the address in a browser",
        ),
        Some(_) => nowhere(),
    }
}
