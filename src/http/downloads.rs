//! What is fetched as a file, and links that only count and lead on.

use activities::service::Selection;
use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};
use identity::AccountId;
use kernel::{
    error::{Code, Fault, Result},
    page::{localised, path_name},
    scope::Scope,
};

use promotion::PromotionId;

use super::{errors, pages, visit::Visit};
use crate::modules;

/// A picture never changes, and may be erased: it is kept for a day.
const CACHING: &str = "public, max-age=86400";
/// A picture loads and runs nothing, wherever it is opened.
const PICTURE_POLICY: &str = "default-src 'none'; sandbox";

/// A picture that somebody uploaded. Cookies are not read here, and none is set.
pub(super) async fn picture(visit: &Visit, id: &str, file: &str, headers: &HeaderMap) -> Response {
    let Some(scope) = visit.scope(None) else { return StatusCode::NOT_FOUND.into_response() };
    let served = match media::service::served(&scope, id, file).await {
        Ok(Some(served)) => served,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(fault) => return broken(visit, &fault),
    };
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let status = if known == Some(served.etag.as_str()) { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    let body = if status == StatusCode::OK { served.bytes } else { Vec::new() };
    let fixed = [
        (header::CONTENT_TYPE, served.media_type.to_owned()),
        (header::ETAG, served.etag),
        (header::CACHE_CONTROL, CACHING.to_owned()),
        (header::CONTENT_SECURITY_POLICY, PICTURE_POLICY.to_owned()),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-site".to_owned()),
    ];
    (status, fixed, body).into_response()
}

/// A document that somebody uploaded: always saved, never shown in the city's name.
pub(super) async fn document(visit: &Visit, id: &str, name: &str, headers: &HeaderMap) -> Response {
    let Some(scope) = visit.scope(None) else { return StatusCode::NOT_FOUND.into_response() };
    let served = match media::service::served_file(&scope, id, name).await {
        Ok(Some(served)) => served,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(fault) => return broken(visit, &fault),
    };
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let status = if known == Some(served.etag.as_str()) { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    let body = if status == StatusCode::OK { served.bytes } else { Vec::new() };
    let fixed = [
        (header::CONTENT_TYPE, served.media_type.to_owned()),
        (header::CONTENT_DISPOSITION, served.disposition),
        (header::ETAG, served.etag),
        (header::CACHE_CONTROL, CACHING.to_owned()),
        (header::CONTENT_SECURITY_POLICY, PICTURE_POLICY.to_owned()),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-site".to_owned()),
    ];
    (status, fixed, body).into_response()
}

/// A file that is made for who asks, or a link that is counted, in the language of the path; nothing if there is none at
/// it.
pub(super) async fn get(visit: &Visit) -> Option<Response> {
    match visit.path.as_str() {
        "/konto/dane.zip" => Some(personal_data(visit).await),
        "/pulpit/wpisy.csv" if visit.tenant.as_ref()?.has(Some(editorial::MODULE)) => Some(entries(visit).await),
        path => {
            if let Some(id) = path.strip_prefix("/promowane/") {
                return Some(promoted(visit, id).await);
            }
            if let Some(id) = named(path, "/pulpit/debaty/", ".csv") {
                return Some(questions(visit, id).await);
            }
            if let Some(id) = named(path, "/pulpit/wydarzenia/", "/uczestnicy.csv") {
                return Some(participants(visit, id).await);
            }
            None
        }
    }
}

/// What stands between the two ends of a path, if it is one part of it.
fn named<'a>(path: &'a str, before: &str, after: &str) -> Option<&'a str> {
    path.strip_prefix(before)?.strip_suffix(after).filter(|name| !name.is_empty() && !name.contains('/'))
}

/// The questions for a debate, for the meeting.
async fn questions(visit: &Visit, id: &str) -> Response {
    let work = async {
        let scope = city_with(visit, debates::MODULE)?;
        let id = debates::DebateId::parse(id).ok_or_else(Fault::not_found)?;
        Result::<Vec<u8>>::Ok(debates::service::export(&scope, id).await?.into_bytes())
    };
    file(visit, work.await, "text/csv; charset=utf-8", "pytania.csv")
}

/// Who comes to an event.
async fn participants(visit: &Visit, id: &str) -> Response {
    let work = async {
        let scope = city_with(visit, events::MODULE)?;
        let id = events::EventId::parse(id).ok_or_else(Fault::not_found)?;
        let table = events::participants_csv(&scope, id).await?.ok_or_else(Fault::not_found)?;
        Result::<Vec<u8>>::Ok(table.into_bytes())
    };
    file(visit, work.await, "text/csv; charset=utf-8", "uczestnicy.csv")
}

/// The scope of a request in a city that has a module.
fn city_with(visit: &Visit, module: &str) -> Result<Scope> {
    visit.scope(None).filter(|scope| scope.tenant.has(Some(module))).ok_or_else(Fault::not_found)
}

/// All that is known of who asks, in one archive.
async fn personal_data(visit: &Visit) -> Response {
    let work = async {
        let scope = visit.scope(None).ok_or_else(Fault::not_found)?;
        let account = AccountId(scope.person()?.account);
        identity::personal_data::archive(&scope, modules::PERSONAL_DATA, account).await
    };
    file(visit, work.await, "application/zip", "tablica.zip")
}

/// An institution's own entries as a table.
async fn entries(visit: &Visit) -> Response {
    let work = async {
        let scope = visit.scope(None).ok_or_else(Fault::not_found)?;
        let mut pairs = form_urlencoded::parse(visit.query.as_bytes());
        let institution = pairs.find(|(name, _)| name == "institution").map(|(_, id)| id.into_owned());
        let institution =
            institution.and_then(|id| directory::InstitutionId::parse(&id)).ok_or_else(Fault::not_found)?;
        let table = activities::service::export(&scope, Selection::Institution(institution)).await?;
        let institution = directory::service::find(&scope, institution).await?.ok_or_else(Fault::not_found)?;
        Result::<(Vec<u8>, String)>::Ok((table.into_bytes(), format!("{}.csv", path_name(&institution.name))))
    };
    match work.await {
        Ok((table, name)) => file(visit, Ok(table), "text/csv; charset=utf-8", &name),
        Err(fault) => file(visit, Err(fault), "", ""),
    }
}

/// Counts that a promoted place was followed, and leads to the activity.
async fn promoted(visit: &Visit, id: &str) -> Response {
    let Some(scope) = visit.scope(None).filter(|scope| scope.tenant.has(Some(promotion::MODULE))) else {
        return errors::page(visit, Code::NotFound);
    };
    let Some(id) = PromotionId::parse(id) else { return errors::page(visit, Code::NotFound) };
    match promotion::click(&scope, &visit.server.schemas.counters, id, !visit.is_program).await {
        Ok(Some(activity)) => {
            Redirect::to(&localised(visit.lang, &format!("/zajecia/{}", activity.global()))).into_response()
        }
        Ok(None) => errors::page(visit, Code::NotFound),
        Err(fault) => broken(visit, &fault),
    }
}

fn file(visit: &Visit, content: Result<Vec<u8>>, media_type: &'static str, name: &str) -> Response {
    let content = match content {
        Ok(content) => content,
        Err(fault) if fault.code == Code::Unauthenticated => return pages::sign_in_first(visit),
        Err(fault) => return broken(visit, &fault),
    };
    let disposition = format!("attachment; filename=\"{}\"", name.replace(['"', '\\'], ""));
    let mut response =
        ([(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "private, no-store")], content).into_response();
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

fn broken(visit: &Visit, fault: &Fault) -> Response {
    fault.log();
    errors::page(visit, fault.code)
}
