//! Forms: what pages post. Each is an action of a module, or part of signing in.

use axum::{
    body::to_bytes,
    extract::{FromRequest as _, Multipart, Request},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use kernel::{error::Code, page::Action};

use super::{auth, errors, pages, visit::Visit};
use crate::{
    modules,
    web::{Acted, Asked, guard},
};

/// Bytes of a form without files.
const MAX_FORM: usize = 256 * 1024;
/// Bytes of a form with files.
pub(super) const MAX_UPLOAD: usize = 10 * 1024 * 1024;
/// Fields of a form; a queue's bulk form has one for each entry.
const MAX_FIELDS: usize = 400;

/// Does what a form was posted for.
pub(super) async fn handle(visit: Visit, request: Request) -> Response {
    let Some(scope) = visit.scope(None) else {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    };
    if is_foreign(request.headers(), &visit) {
        return errors::page(&visit, Code::Forbidden);
    }
    let headers = request.headers().clone();
    let posted = match read(request).await {
        Ok(posted) => posted,
        Err(status) => return errors::page_with(&visit, Code::BadUserInput, status),
    };
    let guard = visit.guard(&scope);
    let token = posted.iter().find(|(name, _)| name == guard::FIELD).map(|(_, token)| token.as_str());
    if !token.is_some_and(|token| guard.accepts(token)) {
        // The page lay open for too long, or cookies are off: the form is shown anew.
        return errors::page_saying(&visit, "FORM_EXPIRED", StatusCode::FORBIDDEN);
    }
    let posted: Vec<_> = posted.into_iter().filter(|(name, _)| name != guard::FIELD).collect();
    if let Some(response) = auth::post(&visit, &scope, &headers, &posted).await {
        return response;
    }
    let known = |action: &Action| scope.tenant.has(action.module);
    let found =
        modules::actions().filter(known).find_map(|action| Some((action, pages::segments(action.path, &visit.path)?)));
    let Some((action, segments)) = found else {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    };
    let Some(page) = modules::pages().find(|page| page.name == action.page) else {
        tracing::error!(action = action.name, page = action.page, "an action's page does not exist");
        return errors::page(&visit, Code::Internal);
    };
    let asked = Asked { path: &visit.path, segments: &segments, query: &visit.query };
    let asker = visit.asker(&scope, &guard);
    match visit.server.web.act(&asker, (&action, &page), (asked, &segments), &posted).await {
        Ok(Acted::Go(path)) => {
            let mut response = Redirect::to(&path).into_response();
            visit.set_cookies(&mut response, &guard);
            response
        }
        Ok(Acted::Shown(page, status)) => pages::answer(&visit, &guard, Ok(page), status),
        Err(problem) => pages::answer(&visit, &guard, Err(problem), StatusCode::OK),
    }
}

/// Whether another site had the browser send this. Programs that say nothing of where they come from are told apart by the
/// form's token alone.
pub(super) fn is_foreign(headers: &HeaderMap, visit: &Visit) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(origin) = text("origin") {
        // Behind a proxy that does not say so, our own scheme may be https without our knowing.
        let host = origin.split_once("://").map_or(origin, |(_, host)| host);
        let here = visit.origin.here();
        return here.split_once("://").is_none_or(|(_, here)| !here.eq_ignore_ascii_case(host));
    }
    text("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none"))
}

/// What was posted, field by field. A file is its content in base64, under its field's name, and its name under
/// `<field>.name`.
pub(super) async fn read(request: Request) -> Result<Vec<(String, String)>, StatusCode> {
    let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match media_type.as_str() {
        "application/x-www-form-urlencoded" => {
            let body = to_bytes(request.into_body(), MAX_FORM).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
            let fields: Vec<_> = form_urlencoded::parse(&body)
                .take(MAX_FIELDS + 1)
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect();
            if fields.len() > MAX_FIELDS { Err(StatusCode::PAYLOAD_TOO_LARGE) } else { Ok(fields) }
        }
        "multipart/form-data" => read_multipart(request).await,
        _ => Err(StatusCode::UNSUPPORTED_MEDIA_TYPE),
    }
}

async fn read_multipart(request: Request) -> Result<Vec<(String, String)>, StatusCode> {
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| StatusCode::BAD_REQUEST)?;
    let (mut fields, mut size) = (Vec::new(), 0);
    while let Some(mut field) = multipart.next_field().await.map_err(|_| StatusCode::BAD_REQUEST)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(str::to_owned);
        let mut content = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)? {
            size += chunk.len();
            if size > MAX_UPLOAD {
                return Err(StatusCode::PAYLOAD_TOO_LARGE);
            }
            content.extend_from_slice(&chunk);
        }
        match file {
            // A field of files that nobody chose one for.
            Some(file) if file.is_empty() && content.is_empty() => {}
            Some(file) => {
                fields.push((format!("{name}.name"), file));
                fields.push((name, STANDARD.encode(content)));
            }
            None => fields.push((name, String::from_utf8(content).map_err(|_| StatusCode::BAD_REQUEST)?)),
        }
        if fields.len() > MAX_FIELDS {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
    }
    Ok(fields)
}
