//! What other servers post to us: mail that came back, as the city's mail server received it. On any host: the address
//! that a message came to tells the city.

use std::sync::Arc;

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use kernel::keys::fingerprint;
use serde_json::json;

use crate::{
    mail::intake::{self, mailbox::MAX_MESSAGE},
    server::Server,
};

/// Where messages are posted.
pub(super) const MAIL: &str = "/hooks/mail";

/// Takes in a message (RFC 5322). Whatever it is, it is answered with 200 and what was done, so that no server tries
/// again in vain, or returns what it returned already.
pub(super) async fn mail(server: Arc<Server>, request: Request<Body>) -> Response {
    let Some(secret) = &server.config.mail_hook_secret else { return StatusCode::NOT_FOUND.into_response() };
    if !is_allowed(request.headers(), secret) {
        let asks = [(header::WWW_AUTHENTICATE, "Bearer")];
        return (StatusCode::UNAUTHORIZED, asks, "the secret is missing or wrong").into_response();
    }
    let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    if !media_type.eq_ignore_ascii_case("message/rfc822") {
        return (StatusCode::UNSUPPORTED_MEDIA_TYPE, "messages are sent as message/rfc822").into_response();
    }
    let Ok(message) = to_bytes(request.into_body(), MAX_MESSAGE).await else {
        return (StatusCode::PAYLOAD_TOO_LARGE, "the message is too long").into_response();
    };
    match intake::take(&server.app, &message).await {
        Ok(taken) => {
            let (city, id) = taken.mail.as_ref().map(|(city, id)| (city.to_string(), id)).unzip();
            let told = json!({ "outcome": taken.outcome.name(), "city": city, "mail": id, "told": taken.to_string() });
            axum::Json(told).into_response()
        }
        Err(fault) => {
            tracing::error!(error = fault.describe(), "a message could not be taken in");
            (StatusCode::SERVICE_UNAVAILABLE, "try again shortly").into_response()
        }
    }
}

/// Digests are compared, so that the time it takes says nothing of the secret.
fn is_allowed(headers: &HeaderMap, secret: &str) -> bool {
    let mut given = headers.get_all(header::AUTHORIZATION).iter();
    let (Some(value), None) = (given.next(), given.next()) else { return false };
    let text = value.to_str().ok().and_then(|text| text.split_once(' '));
    text.is_some_and(|(scheme, token)| {
        scheme.eq_ignore_ascii_case("bearer") && fingerprint(token.trim()) == fingerprint(secret)
    })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_the_secret_opens_it() {
        let ask = |values: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(header::AUTHORIZATION, HeaderValue::from_static(value));
            }
            is_allowed(&headers, "correct horse battery staple")
        };
        assert!(ask(&["Bearer correct horse battery staple"]) && ask(&["bearer  correct horse battery staple "]));
        for refused in [
            &[][..],
            &[""],
            &["Bearer"],
            &["Bearer "],
            &["Bearer correct horse battery stapl"],
            &["Basic correct horse battery staple"],
            &["Bearer correct horse battery staple", "Bearer correct horse battery staple"],
        ] {
            assert!(!ask(refused), "{refused:?}");
        }
    }
}
