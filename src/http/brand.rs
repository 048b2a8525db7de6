//! A city's look as files: colours, mark, pattern. They come from its declaration, so they are the city's data.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use kernel::tenancy::{Brand, Tenant, TenantState};
use serde_json::json;

use super::visit::Visit;

/// What a picture may load: nothing. It may style itself.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
/// Changes show within minutes, and most pages need no request.
const CACHING: &str = "public, max-age=300";

/// What a city without a pattern shows.
const NO_PATTERN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";

/// A file of the city's look, or of all cities' on the base domain.
pub(super) fn handle(visit: &Visit, file: &str) -> Response {
    match (visit.tenant.as_deref(), file) {
        (Some(tenant), "theme.css") => style(&format!(":root {{\n{}}}\n", properties(&tenant.brand))),
        (Some(tenant), "mark.svg") => picture(&tenant.brand.mark),
        (Some(tenant), "app.webmanifest") => manifest(tenant),
        (Some(tenant), "pattern.svg") => picture(tenant.brand.pattern.as_deref().unwrap_or(NO_PATTERN)),
        (None, "cities.css") => {
            let registered = visit.server.app.registry.current();
            let served = registered.tenants().filter(|tenant| tenant.state == TenantState::Active);
            style(
                &served
                    .map(|tenant| format!(".city-{} {{\n{}}}\n", tenant.slug, properties(&tenant.brand)))
                    .collect::<String>(),
            )
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What a phone shows of a portal that stands among its apps (W3C Web Application Manifest).
fn manifest(tenant: &Tenant) -> Response {
    let lang = tenant.locale;
    let manifest = json!({
        "id": "/",
        "name": tenant.name.get(lang),
        "short_name": tenant.name.get(lang),
        "description": tenant.brand.intro.get(lang),
        "lang": lang.tag(),
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": tenant.brand.primary,
        "background_color": tenant.brand.surface,
        "categories": ["education"],
        "icons": [{ "src": "/brand/mark.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" }],
    });
    let headers = [(header::CONTENT_TYPE, "application/manifest+json"), (header::CACHE_CONTROL, CACHING)];
    (headers, manifest.to_string()).into_response()
}

fn properties(brand: &Brand) -> String {
    let Brand { primary, accent, ink, surface, typeface, .. } = brand;
    // A family's name stands between quotation marks, so it must not hold one.
    let typeface: String = typeface.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    format!(
        "  --brand-primary: {primary};\n  --brand-accent: {accent};\n  --brand-ink: {ink};\n  --brand-surface: {surface};\n  --brand-on-primary: {};\n  --brand-on-accent: {};\n  --brand-typeface: \"{typeface}\";\n",
        primary.text_on(),
        accent.text_on()
    )
}

fn style(css: &str) -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, CACHING)], css.to_owned())
        .into_response()
}

fn picture(svg: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, CACHING),
        (header::CONTENT_SECURITY_POLICY, PICTURE_POLICY),
    ];
    (headers, svg.to_owned()).into_response()
}
