//! What is sent when something cannot be.

use axum::{
    Json,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse as _, Response},
};
use kernel::error::{Code, Fault};
use serde_json::json;

use super::{host::Refusal, visit::Visit};

/// The HTTP status of a code (RFC 9110).
pub(super) fn status(code: Code) -> StatusCode {
    match code {
        Code::Unauthenticated => StatusCode::UNAUTHORIZED,
        Code::Forbidden => StatusCode::FORBIDDEN,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::BadUserInput => StatusCode::BAD_REQUEST,
        Code::Conflict => StatusCode::CONFLICT,
        Code::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The page that says it, in the city's look.
pub(super) fn page(visit: &Visit, code: Code) -> Response {
    page_with(visit, code, status(code))
}

/// The page that says it, with a status of its own.
pub(super) fn page_with(visit: &Visit, code: Code, status: StatusCode) -> Response {
    let mut response = page_saying(visit, code.as_str(), status);
    if code == Code::Unavailable {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}

/// The page that says the messages `error-<what>-title` and `-text`.
pub(super) fn page_saying(visit: &Visit, what: &str, status: StatusCode) -> Response {
    let mut response = match visit.error(what, status.as_u16()) {
        Ok(page) => Html(page.0).into_response(),
        // Not even the error page could be rendered; the log says why.
        Err(_) => "Something went wrong on our side.".into_response(),
    };
    *response.status_mut() = status;
    response
}

/// A fault as a page for people, or as an answer for programs.
pub(super) fn fault(visit: &Visit, fault: &Fault, headers: &HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if accepted.contains("text/html") {
        page(visit, fault.code)
    } else {
        api(status(fault.code), fault.code.as_str(), &fault.message, &visit.request_id)
    }
}

/// An answer of the API without data.
pub(super) fn api(status: StatusCode, code: &str, message: &str, request_id: &str) -> Response {
    let body = json!({ "errors": [{ "message": message, "extensions": { "code": code, "requestId": request_id } }] });
    (status, Json(body)).into_response()
}

/// A request that belongs to no city.
pub(super) fn homeless(refusal: Refusal, request_id: &str, wants_html: bool) -> Response {
    let Refusal { status, reason } = refusal;
    if wants_html {
        let title = status.canonical_reason().unwrap_or_default();
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><h1>{title}</h1><p>{reason}.</p><p><small>{request_id}</small></p></html>"
        );
        (status, Html(page)).into_response()
    } else {
        let code = if status == StatusCode::SERVICE_UNAVAILABLE { Code::Unavailable.as_str() } else { "MISDIRECTED" };
        api(status, code, reason, request_id)
    }
}
