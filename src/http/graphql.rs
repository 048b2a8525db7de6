//! `/graphql`, by "GraphQL over HTTP".

use async_graphql::{Request as Operation, Response as Answer, parser::types::OperationType};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::{Html, IntoResponse as _, Response},
};
use kernel::{error::Code, i18n::Lang};

use super::{
    errors, forms, host,
    live::{
        Stopping,
        events::{self, EVENT_STREAM},
        socket,
    },
    visit::{Visit, bearer},
};
use crate::graphql::{self, Call, admit, execute, finish, operation_type};

/// Bytes of a request.
const MAX_BODY: usize = 128 * 1024;
/// Bytes of a request of somebody who signed in.
const MAX_SIGNED_IN_BODY: usize = 14 * 1024 * 1024;
/// The answer's media type, for clients that know it.
const GRAPHQL_RESPONSE: &str = "application/graphql-response+json";
/// What the explorer may load: itself. Its editor makes styles on the fly and its workers from blobs.
const EXPLORER_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'";

/// Answers a call to the endpoint.
pub(super) async fn handle(visit: Visit, request: Request) -> Response {
    let wants_html = accepts(request.headers(), "text/html");
    match *request.method() {
        Method::POST => post(visit, request).await,
        Method::GET if is_upgrade(request.headers()) => {
            let (token, lang) = (token_of(request.headers()), preferred(request.headers()));
            let stopping = request.extensions().get::<Stopping>().cloned();
            socket::upgrade(visit, token, lang, request, stopping).await
        }
        Method::GET if accepts(request.headers(), EVENT_STREAM) => {
            let (parts, _) = request.into_parts();
            listen(visit, &parts).await
        }
        Method::GET if wants_html => explorer(&visit),
        Method::GET => errors::api(
            StatusCode::BAD_REQUEST,
            Code::BadUserInput.as_str(),
            "send the query by POST, as application/json",
            &visit.request_id,
        ),
        _ => {
            let mut response =
                errors::api(StatusCode::METHOD_NOT_ALLOWED, Code::BadUserInput.as_str(), "use POST", &visit.request_id);
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, POST"));
            response
        }
    }
}

/// The schema in its own language.
pub(super) fn sdl(visit: &Visit) -> Response {
    let sdl = match visit.scope(None) {
        Some(scope) => visit.server.schemas.get(&scope.tenant.modules).sdl(),
        None => visit.server.region.sdl(),
    };
    ([(header::CONTENT_TYPE, "application/graphql; charset=utf-8")], sdl).into_response()
}

fn explorer(visit: &Visit) -> Response {
    match visit.server.web.explorer() {
        Ok(page) => ([(header::CONTENT_SECURITY_POLICY, EXPLORER_POLICY)], Html(page.0)).into_response(),
        Err(err) => errors::page(visit, err.0),
    }
}

/// A subscription in the address: what `EventSource` can ask.
async fn listen(visit: Visit, request: &Parts) -> Response {
    let headers = &request.headers;
    let refuse = |status, message: &str| errors::api(status, Code::BadUserInput.as_str(), message, &visit.request_id);
    if visit.session.is_some() && forms::is_foreign(headers, &visit) {
        return refuse(StatusCode::FORBIDDEN, "another site's page may not act for who is signed in here");
    }
    let field = |name: &str| {
        form_urlencoded::parse(visit.query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
            .filter(|value| !value.is_empty())
    };
    let Some(query) = field("query") else {
        return refuse(StatusCode::BAD_REQUEST, "the address has no query");
    };
    let variables = match field("variables").map(|text| serde_json::from_str(&text)).transpose() {
        Ok(variables) => variables,
        Err(err) => return refuse(StatusCode::BAD_REQUEST, &format!("the variables are no JSON object: {err}")),
    };
    let call = Call { query, variables, operation_name: field("operationName") };
    match admit(call) {
        Err(refused) => reply(&finish(refused, &visit.request_id), true),
        Ok(mut operation) => match operation_type(&mut operation) {
            // An address may be followed by whoever finds it written somewhere.
            Some(OperationType::Mutation) => refuse(StatusCode::METHOD_NOT_ALLOWED, "send mutations by POST"),
            _ => stream(visit, headers, operation, request.extensions.get::<Stopping>().cloned()).await,
        },
    }
}

async fn stream(visit: Visit, headers: &HeaderMap, operation: Operation, stopping: Option<Stopping>) -> Response {
    let operation = equip(&visit, operation);
    events::answer(visit, token_of(headers), preferred(headers), operation, stopping).await
}

/// What resolvers are to know of where a request came from.
pub(super) fn equip(visit: &Visit, operation: Operation) -> Operation {
    let operation = operation.data(debates::graphql::AskedFrom(host::place(visit.peer)));
    if visit.is_program { operation.data(promotion::Uncounted) } else { operation }
}

async fn post(visit: Visit, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let refuse = |status, message: &str| errors::api(status, Code::BadUserInput.as_str(), message, &visit.request_id);
    // Forms of other sites can send text/plain and multipart with a reader's cookies, but not this.
    if !is_json(&parts.headers) {
        return refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, "the content type must be application/json");
    }
    if visit.session.is_some() && forms::is_foreign(&parts.headers, &visit) {
        return refuse(StatusCode::FORBIDDEN, "another site's page may not act for who is signed in here");
    }
    // Who signed in may send a picture or a table.
    let limit = if visit.actor.person().is_some() { MAX_SIGNED_IN_BODY } else { MAX_BODY };
    let Ok(body) = to_bytes(body, limit).await else {
        return refuse(StatusCode::PAYLOAD_TOO_LARGE, &format!("the request is larger than {} kB", limit / 1024));
    };
    let call: Call = match serde_json::from_slice(&body) {
        Ok(call) => call,
        Err(err) => return refuse(StatusCode::BAD_REQUEST, &format!("the body is no GraphQL request: {err}")),
    };
    let new_style = accepts(&parts.headers, GRAPHQL_RESPONSE);
    let answer = match admit(call) {
        Err(refused) => finish(refused, &visit.request_id),
        Ok(mut request) => {
            if wants_events(&parts.headers, &mut request) {
                let stopping = parts.extensions.get::<Stopping>().cloned();
                return stream(visit, &parts.headers, request, stopping).await;
            }
            let request = equip(&visit, request);
            if let Some(scope) = visit.scope(preferred(&parts.headers)) {
                execute(&visit.server.schemas, &scope, &visit.origin, &visit.request_id, request).await
            } else {
                let lang = preferred(&parts.headers).unwrap_or_default();
                let request = request.data(visit.server.app.clone()).data(visit.origin.clone()).data(lang);
                finish(visit.server.region.execute(request).await, &visit.request_id)
            }
        }
    };
    reply(&answer, new_style)
}

/// "GraphQL over HTTP": a request that never ran is a 400 in the new media type, and a 200 in the old one.
fn reply(answer: &Answer, new_style: bool) -> Response {
    let ran = answer.errors.is_empty() || answer.data != async_graphql::Value::Null;
    let status = if ran || !new_style { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    let media_type =
        if new_style { "application/graphql-response+json; charset=utf-8" } else { "application/json; charset=utf-8" };
    match serde_json::to_vec(answer) {
        Ok(json) => (status, [(header::CONTENT_TYPE, media_type)], Body::from(json)).into_response(),
        Err(err) => {
            tracing::error!(error = %err, "an answer could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn is_upgrade(headers: &HeaderMap) -> bool {
    let upgrade = headers.get(header::UPGRADE).and_then(|value| value.to_str().ok());
    upgrade.is_some_and(|protocol| protocol.eq_ignore_ascii_case("websocket"))
}

fn token_of(headers: &HeaderMap) -> Option<String> {
    bearer(headers).map(str::to_owned)
}

/// Clients that take JSON, too, get their queries answered by it.
fn wants_events(headers: &HeaderMap, operation: &mut Operation) -> bool {
    let takes_json = || accepts(headers, "json") || accepts(headers, "*/*");
    accepts(headers, EVENT_STREAM) && (operation_type(operation) == Some(OperationType::Subscription) || !takes_json())
}

fn is_json(headers: &HeaderMap) -> bool {
    let media_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next());
    media_type.is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
}

fn accepts(headers: &HeaderMap, media_type: &str) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accepted| accepted.contains(media_type))
}

/// The language of labels: the client's, if it says one we speak.
fn preferred(headers: &HeaderMap) -> Option<Lang> {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(Lang::negotiate)
}

/// Runs the document of the base domain's front page.
pub(super) async fn region_data(visit: &Visit, lang: Lang) -> Option<serde_json::Value> {
    let document = visit.server.web.region_document()?;
    let request = graphql::trusted(document.0.clone(), document.1.clone(), serde_json::Map::new(), None);
    let request = request.data(visit.server.app.clone()).data(visit.origin.clone()).data(lang);
    let answer = visit.server.region.execute(request).await;
    if !answer.errors.is_empty() {
        tracing::error!(errors = ?answer.errors, "the region's page failed");
        return None;
    }
    answer.data.into_json().ok()
}
