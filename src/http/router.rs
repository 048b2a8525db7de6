use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, DefaultBodyLimit, Path, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
    routing::{any, get, post},
};
use kernel::{
    error::Code,
    i18n::Lang,
    ids,
    page::{Page, localised, path_name},
    tenancy::{HostMatch, TenantState},
};
use tower_http::{compression::CompressionLayer, timeout::TimeoutLayer};

use super::{
    auth, brand, downloads, errors, forms, graphql, hooks, host, pages, unsubscribe,
    visit::{Known, Visit, Visitor},
};
use crate::{
    modules,
    server::Server,
    web::{assets, portal},
};

/// Longest time a request may take.
const WHOLE_REQUEST: Duration = Duration::from_secs(30);
/// What a form with files has around them, in bytes.
const FORM_FRAME: usize = 64 * 1024;
/// What pages may load: what we serve ourselves.
const POLICY: &str = "default-src 'self'; img-src 'self' data: https: http:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
/// Bundled files carry their content's hash in their names.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// A sitemap has at most 50 000 addresses (sitemaps.org); this leaves some for pages.
const MOST_ENTRIES: usize = 49_000;
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Every path of every host.
pub fn router(server: Arc<Server>) -> Router {
    let cities = Router::new()
        .route("/graphql", any(|visit: Known, request: Request| graphql::handle(visit.0, request)))
        .route("/graphql/schema.graphql", get(|visit: Visitor| async move { graphql::sdl(&visit.0) }))
        .route(
            "/brand/{file}",
            get(|visit: Visitor, Path(file): Path<String>| async move { brand::handle(&visit.0, &file) }),
        )
        .route(
            "/auth/{provider}",
            get(|visit: Known, Path(provider): Path<String>| async move { auth::leave(visit.0, &provider).await }),
        )
        .route(
            "/auth/{provider}/callback",
            get(|visit: Known, Path(provider): Path<String>, headers: HeaderMap| async move {
                auth::come_back(visit.0, &provider, &headers).await
            }),
        )
        .route(
            "/media/{id}/{file}",
            get(|visit: Visitor, Path((id, file)): Path<(String, String)>, headers: HeaderMap| async move {
                downloads::picture(&visit.0, &id, &file, &headers).await
            }),
        )
        .route(
            "/files/{id}/{name}",
            get(|visit: Visitor, Path((id, name)): Path<(String, String)>, headers: HeaderMap| async move {
                downloads::document(&visit.0, &id, &name, &headers).await
            }),
        )
        .route(
            "/unsubscribe/{token}",
            post(|visit: Visitor, Path(token): Path<String>, request: Request| async move {
                unsubscribe::one_click(visit.0, &token, request).await
            })
            .fallback(page),
        )
        .route("/robots.txt", get(|visit: Visitor| async move { robots(&visit.0) }))
        .route("/sitemap.xml", get(|visit: Visitor| sitemap(visit.0)))
        .fallback(page)
        // axum's own limit is 2 MB; each handler that reads a body has one of its own.
        .layer(DefaultBodyLimit::max(forms::MAX_UPLOAD + FORM_FRAME))
        .layer(middleware::from_fn_with_state(server.clone(), admit));
    Router::new()
        .route("/health/live", get(|| async { "ok" }))
        .route("/health/ready", get(ready))
        .route("/assets/{file}", get(|Path(file): Path<String>| async move { asset(&file) }))
        .route("/sw.js", get(|| async { worker() }))
        .route(
            hooks::MAIL,
            post(
                |State(server): State<Arc<Server>>, request: Request| async move { hooks::mail(server, request).await },
            ),
        )
        .merge(cities)
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, WHOLE_REQUEST))
        .layer(middleware::from_fn(secure))
        .with_state(server)
}

/// Finds the request's city; lets no request without one through.
async fn admit(
    State(server): State<Arc<Server>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    let request_id = ids::at(server.app.clock.now()).simple().to_string();
    let wants_html = wants_html(request.headers(), request.method());
    let from = host::client(&server, request.headers(), peer.ip());
    let mut response = match host::resolve(&server, request.headers(), request.uri(), peer.ip()).await {
        Err(refusal) => errors::homeless(refusal, &request_id, wants_html),
        Ok((found, origin)) => {
            let tenant = match found {
                HostMatch::Region => None,
                HostMatch::Tenant(tenant) => Some(tenant),
            };
            let paused = tenant.as_ref().is_some_and(|tenant| tenant.state == TenantState::Paused);
            let visit = Visit::new(server, tenant, origin, request_id.clone(), request.uri(), from);
            match (paused, wants_html) {
                (true, true) => errors::page(&visit, Code::Unavailable),
                (true, false) => errors::api(
                    StatusCode::SERVICE_UNAVAILABLE,
                    Code::Unavailable.as_str(),
                    "this portal is paused; it will be back",
                    &request_id,
                ),
                (false, _) => {
                    request.extensions_mut().insert(visit);
                    next.run(request).await
                }
            }
        }
    };
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// A person's browser, rather than a program.
fn wants_html(headers: &HeaderMap, method: &Method) -> bool {
    *method == Method::GET
        && headers
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|accepted| accepted.contains("text/html"))
}

async fn page(visit: Known, request: Request<Body>) -> Response {
    match *request.method() {
        Method::GET | Method::HEAD => pages::handle(visit.0, request.headers()).await,
        Method::POST => forms::handle(visit.0, request).await,
        _ => (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD, POST")]).into_response(),
    }
}

async fn ready(State(server): State<Arc<Server>>) -> Response {
    match server.app.registry.refresh().await {
        Ok(_) => "ok".into_response(),
        Err(fault) => {
            tracing::warn!(error = fault.describe(), "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database cannot be reached").into_response()
        }
    }
}

fn asset(file: &str) -> Response {
    match assets::bundled(&format!("assets/{file}")) {
        Some(content) => {
            let media_type = mime_guess::from_path(file).first_or_octet_stream();
            ([(header::CONTENT_TYPE, media_type.as_ref()), (header::CACHE_CONTROL, FOREVER)], content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The service worker, which works for every page of its host.
fn worker() -> Response {
    match assets::worker() {
        Some(content) => {
            let headers = [(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-cache")];
            (headers, content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Demonstration data is not for search engines.
fn robots(visit: &Visit) -> Response {
    let rules = match &visit.tenant {
        Some(tenant) if tenant.demo => "Disallow: /".to_owned(),
        Some(tenant) => format!("Disallow: /graphql\nSitemap: {}/sitemap.xml", visit.origin.city(tenant)),
        None => "Disallow: /graphql".to_owned(),
    };
    format!("User-agent: *\n{rules}\n").into_response()
}

/// Pages for everybody, in every language, of the modules that are on; and every entry's, in the city's own.
async fn sitemap(visit: Visit) -> Response {
    let Some(tenant) = &visit.tenant else { return StatusCode::NOT_FOUND.into_response() };
    let base = visit.origin.city(tenant);
    let mut xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            .to_owned();
    // What is in the menu is for everybody, and so are these; the rest are somebody's own pages.
    let is_public =
        |page: &Page| page.menu.is_some() || matches!(page.path, "/" | portal::PRIVACY | portal::ACCESSIBILITY);
    for page in modules::pages().filter(|page| tenant.has(page.module) && is_public(page)) {
        for lang in Lang::ALL {
            xml.push_str(&format!("  <url><loc>{base}{}</loc></url>\n", localised(lang, page.path)));
        }
    }
    let scope = visit.scope(None);
    let snapshot = match &scope {
        Some(scope) => scope.snapshot().await.inspect_err(kernel::error::Fault::log).ok(),
        None => None,
    };
    let mut entries = 0;
    for (module, kind) in modules::ENTRIES {
        let Some(snapshot) = snapshot.as_ref().filter(|_| tenant.has(module)) else { continue };
        for (id, title) in snapshot.titles(kind.entity).take(MOST_ENTRIES - entries) {
            entries += 1;
            let path = format!("/{}/{}/{}", kind.folder, (kind.global)(id), path_name(title));
            xml.push_str(&format!("  <url><loc>{base}{path}</loc></url>\n"));
        }
    }
    xml.push_str("</urlset>\n");
    ([(header::CONTENT_TYPE, "application/xml")], xml).into_response()
}

/// Headers that every answer carries, unless it set its own.
async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (HeaderName::from_static("permissions-policy"), "geolocation=(self), camera=(), microphone=()"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
