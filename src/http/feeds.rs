//! What programs fetch again and again: calendars, news, alerts.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use kernel::{error::Code, feed::Feed, page::PageRequest};
use ring::digest::{SHA256, digest};

use super::{errors, pages, visit::Visit};
use crate::{modules, web::decoded_query};

/// How long anybody may keep a feed before asking again, which costs us little where nothing changed.
const SHARED: &str = "public, max-age=60";
/// A feed of somebody's own is kept by nobody on the way.
const PRIVATE: &str = "private, no-store";

/// The feed at this path; nothing if there is none of a module that is on.
pub(super) async fn get(visit: &Visit, headers: &HeaderMap) -> Option<Response> {
    if !visit.path.starts_with("/feeds/") {
        return None;
    }
    let scope = visit.scope(None)?;
    let mut known = modules::feeds().filter(|feed| scope.tenant.has(Some(feed.module)));
    let Some((feed, segments)) = known.find_map(|feed| Some((feed, pages::segments(feed.path, &visit.path)?))) else {
        return Some(errors::page(visit, Code::NotFound));
    };
    let query = decoded_query(&visit.query);
    let request = PageRequest { scope: &scope, path: &segments, query: &query };
    Some(match (feed.write)(&request).await {
        Ok(Some(bytes)) => answer(&feed, bytes, headers),
        Ok(None) => errors::page(visit, Code::NotFound),
        Err(fault) => {
            if fault.code == Code::Internal {
                fault.log();
            }
            errors::page(visit, fault.code)
        }
    })
}

fn answer(feed: &Feed, bytes: Vec<u8>, headers: &HeaderMap) -> Response {
    let hash = digest(&SHA256, &bytes);
    let etag: String = hash.as_ref().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let etag = format!("\"{etag}\"");
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // Compression on the way makes a tag a weak one; the content is the same.
    let is_known = known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag);
    let (status, body) = if is_known { (StatusCode::NOT_MODIFIED, Vec::new()) } else { (StatusCode::OK, bytes) };
    let caching = if feed.is_private { PRIVATE } else { SHARED };
    let fixed = [(header::CONTENT_TYPE, feed.media_type), (header::CACHE_CONTROL, caching)];
    let mut response = (status, fixed, body).into_response();
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        response.headers_mut().insert(header::ETAG, etag);
    }
    if feed.is_private {
        // The address is the secret: it must not travel on.
        response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    }
    response
}
