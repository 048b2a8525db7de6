//! Pages over HTTP.

use std::collections::BTreeMap;

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse as _, Redirect, Response},
};
use kernel::{
    error::Code,
    page::{Page, localised},
    scope::Scope,
};

use super::{auth, downloads, errors, feeds, graphql::region_data, visit::Visit};
use crate::{
    modules,
    web::{Again, Asked, PageError, Rendered, guard::FormGuard},
};

/// Where people sign in.
pub(super) const SIGN_IN: &str = "/logowanie";

/// Answers with the page at this path, or with the page that says there is none.
pub(super) async fn handle(visit: Visit, headers: &HeaderMap) -> Response {
    let Some(scope) = visit.scope(None) else {
        return match region(&visit).await {
            Ok(page) => ([(header::CACHE_CONTROL, "no-cache")], Html(page.0)).into_response(),
            Err(PageError(code)) => errors::page(&visit, code),
        };
    };
    if let Some(response) = auth::get(&visit, &scope, headers).await {
        return response;
    }
    if let Some(response) = downloads::get(&visit).await {
        return response;
    }
    if let Some(response) = feeds::get(&visit, headers).await {
        return response;
    }
    let guard = visit.guard(&scope);
    match find(&scope, &visit.path) {
        Some((page, segments)) => {
            let asked = Asked { path: &visit.path, segments: &segments, query: &visit.query };
            let outcome = visit.server.web.page(&visit.asker(&scope, &guard), &page, asked).await;
            answer(&visit, &guard, outcome, StatusCode::OK)
        }
        None => errors::page(&visit, Code::NotFound),
    }
}

/// The page at a path, and the values of its variable segments.
pub(super) fn find(scope: &Scope, path: &str) -> Option<(Page, BTreeMap<String, String>)> {
    let mut pages = modules::pages().filter(|page| scope.tenant.has(page.module));
    pages.find_map(|page| Some((page, segments(page.path, path)?)))
}

/// The page of that name with something said on it, as an answer.
pub(super) async fn again(
    visit: &Visit,
    scope: &Scope,
    name: &str,
    segments: &BTreeMap<String, String>,
    said: Again,
    status: StatusCode,
) -> Response {
    let Some(page) = modules::pages().find(|page| page.name == name) else {
        return errors::page(visit, Code::NotFound);
    };
    let guard = visit.guard(scope);
    let asked = Asked { path: &visit.path, segments, query: &visit.query };
    let outcome = visit.server.web.page_again(&visit.asker(scope, &guard), &page, asked, said).await;
    answer(visit, &guard, outcome, status)
}

/// A page as an answer. What only this browser may see is kept by no cache on the way.
pub(super) fn answer(
    visit: &Visit,
    guard: &FormGuard,
    outcome: Result<Rendered, PageError>,
    status: StatusCode,
) -> Response {
    let mut response = match outcome {
        Ok(page) => (status, Html(page.0)).into_response(),
        Err(PageError(Code::Unauthenticated)) => return sign_in_first(visit),
        Err(PageError(code)) => return errors::page(visit, code),
    };
    let is_own = visit.actor.person().is_some() || guard.is_used();
    let caching = if is_own { "private, no-store" } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    response.headers_mut().append(header::VARY, HeaderValue::from_static("cookie"));
    visit.set_cookies(&mut response, guard);
    response
}

/// Leads to where people sign in, and from there back here.
pub(super) fn sign_in_first(visit: &Visit) -> Response {
    let here = if visit.query.is_empty() {
        localised(visit.lang, &visit.path)
    } else {
        format!("{}?{}", localised(visit.lang, &visit.path), visit.query)
    };
    let next: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
    Redirect::to(&format!("{}?next={next}", localised(visit.lang, SIGN_IN))).into_response()
}

async fn region(visit: &Visit) -> Result<Rendered, PageError> {
    if visit.path != "/" {
        return Err(PageError(Code::NotFound));
    }
    let data = region_data(visit, visit.lang).await.ok_or(PageError(Code::Internal))?;
    visit.server.web.region(visit.lang, &visit.path, &visit.query, data)
}

/// The values of a pattern's variable segments, if the path is the pattern's.
pub(super) fn segments(pattern: &str, path: &str) -> Option<BTreeMap<String, String>> {
    let mut values = BTreeMap::new();
    let mut parts = path.strip_suffix('/').filter(|path| !path.is_empty()).unwrap_or(path).split('/');
    for expected in pattern.split('/') {
        let part = match parts.next() {
            Some(part) => part,
            // The name behind an id is for readers; the id alone leads to the page.
            None if expected == "{slug}" => continue,
            None => return None,
        };
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !part.is_empty() => {
                values.insert(name.to_owned(), part.to_owned());
            }
            None if expected == part => {}
            _ => return None,
        }
    }
    parts.next().is_none().then_some(values)
}
