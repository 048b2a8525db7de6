//! Signing in and out: what sets cookies, and so belongs to no mutation.
//!
//! The rules are `identity`'s. Here requests are turned into its calls, and what it refuses into the page that says so.

use std::collections::BTreeMap;

use axum::{
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use identity::{
    Kind,
    oidc::{Callback, Claims, Pending, Provider, Refusal, Wishes},
    providers::{self, Entrance},
    sessions,
    sign_in::{self, Entered, Wish, is_own_path},
};
use kernel::{
    error::{Code, Fault, Result},
    limits::Rule,
    page::localised,
    refusal::{Outcome, Problem, Refused},
    scope::Scope,
    tenancy::IdentityProvider,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

use super::{
    errors, host, pages,
    visit::{BROWSER, JOINING, PENDING, SESSION, Visit, agent, cookie_of, give, take_back},
};
use crate::web::{Again, typed};

/// The page where people sign in.
const PAGE: &str = "identity/sign_in";
/// The page that asks for the code.
const CODE_PAGE: &str = "identity/code";
/// The page that a mail's link leads to.
const LINK_PAGE: &str = "identity/link";
/// The page that offers to join accounts.
const JOIN_PAGE: &str = "identity/join";
const CODE_PATH: &str = "/logowanie/kod";
const JOIN_PATH: &str = "/logowanie/polacz";
const LINK_PATH: &str = "/logowanie/link/";
/// What may be at a provider, or be decided, as long as this.
const TEN_MINUTES: cookie::time::Duration = cookie::time::Duration::minutes(10);
/// Each sign-in at a provider comes back once.
const ONCE: Rule = Rule { name: "sign-in.state", tries: 1, window: std::time::Duration::from_secs(900) };

/// A sign-in at a provider, kept by the browser that began it.
#[derive(Serialize, Deserialize)]
struct Underway {
    pending: Pending,
    next: Option<String>,
    /// The language of the page that it was begun on: addresses of providers have none.
    lang: String,
}

/// An offer to join a provider's person with an account, kept by the browser it was made to.
#[derive(Serialize, Deserialize)]
struct Joining {
    account: String,
    email: String,
    issuer: String,
    subject: String,
    name: Option<String>,
    next: Option<String>,
    until: i64,
}

/// What a sealed cookie is for: it means nothing at another host of the city, let alone at another city.
fn purpose(scope: &Scope, visit: &Visit, cookie: &str) -> String {
    scope.purpose(&format!("{cookie}@{}", visit.origin.host))
}

fn sealed<T: Serialize>(scope: &Scope, visit: &Visit, cookie: &str, value: &T) -> Result<String> {
    let json = serde_json::to_vec(value).map_err(Fault::internal)?;
    scope.app().keys.seal(&purpose(scope, visit, cookie), &json)
}

fn opened<T: for<'a> Deserialize<'a>>(scope: &Scope, visit: &Visit, headers: &HeaderMap, cookie: &str) -> Option<T> {
    let sealed = cookie_of(headers, cookie)?;
    serde_json::from_slice(&scope.app().keys.open(&purpose(scope, visit, cookie), &sealed)?).ok()
}

/// What the page of a sign-in's link, and the offer to join, say beyond their documents.
pub(super) async fn get(visit: &Visit, scope: &Scope, headers: &HeaderMap) -> Option<Response> {
    if let Some(token) = visit.path.strip_prefix(LINK_PATH) {
        let browser = visit.browser.clone().unwrap_or_default();
        let outcome = sign_in::look_at_link(scope, token, &browser, &visit.origin.host).await;
        return Some(link_page(visit, scope, token, outcome.err(), Map::new(), StatusCode::OK).await);
    }
    if visit.path == JOIN_PATH {
        let Some(offer) = opened::<Joining>(scope, visit, headers, JOINING) else {
            return Some(Redirect::to(&localised(visit.lang, pages::SIGN_IN)).into_response());
        };
        let said = Again { done: Some(json!({ "address": offer.email })), ..Again::default() };
        return Some(pages::again(visit, scope, JOIN_PAGE, &BTreeMap::new(), said, StatusCode::OK).await);
    }
    if let Some(next) = (visit.path == pages::SIGN_IN).then(|| next_of(&visit.query)).flatten() {
        let form = Map::from_iter([("next".to_owned(), next.into())]);
        let said = Again { form, ..Again::default() };
        return Some(pages::again(visit, scope, PAGE, &BTreeMap::new(), said, StatusCode::OK).await);
    }
    None
}

/// Does what a form of signing in or out was posted for; nothing if it is no such form.
pub(super) async fn post(
    visit: &Visit,
    scope: &Scope,
    headers: &HeaderMap,
    posted: &[(String, String)],
) -> Option<Response> {
    let field = |name: &str| posted.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim());
    // The form's guard has seen to it that there is one.
    let browser = visit.browser.clone().unwrap_or_default();
    let here = visit.origin.host.as_str();
    let response = match visit.path.as_str() {
        pages::SIGN_IN => {
            let next = Some(field("next")).filter(|next| !next.is_empty());
            match ask(visit, scope, &browser, field("email"), next).await {
                Ok(path) => Redirect::to(&path).into_response(),
                Err(refused) => again(visit, scope, PAGE, refused, typed(posted)).await,
            }
        }
        CODE_PATH => {
            let outcome = match sign_in::parse_id(field("proba")) {
                Ok(id) => sign_in::by_code(scope, id, &browser, here, field("code")).await,
                Err(refused) => Err(refused),
            };
            match outcome {
                Ok(entered) => enter(visit, scope, headers, entered).await,
                Err(refused) => again(visit, scope, CODE_PAGE, refused, typed(posted)).await,
            }
        }
        JOIN_PATH => decide(visit, scope, headers, &browser, field("choice")).await,
        "/wyloguj" => leave_session(visit, scope).await,
        path => {
            let token = path.strip_prefix(LINK_PATH)?;
            let outcome = match field("code") {
                "" => sign_in::by_link(scope, token, &browser, here).await,
                code => sign_in::by_link_and_code(scope, token, &browser, here, code).await,
            };
            match outcome {
                Ok(entered) => enter(visit, scope, headers, entered).await,
                Err(refused) => {
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    link_page(visit, scope, token, Some(refused), typed(posted), status).await
                }
            }
        }
    };
    Some(response)
}

/// Has a code sent, and says where to type it.
async fn ask(visit: &Visit, scope: &Scope, browser: &str, email: &str, next: Option<&str>) -> Outcome<String, Kind> {
    let peer = host::place(visit.peer);
    let wish = Wish { email, browser, peer: &peer, host: &visit.origin.host, next };
    let mut tx = scope.begin().await?;
    let id = sign_in::begin(&mut tx, wish).await?;
    tx.commit().await?;
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("proba", &id.global())
        .append_pair("adres", email)
        .finish();
    Ok(format!("{}?{query}", localised(visit.lang, CODE_PATH)))
}

/// Opens a session under a new id, and joins what the browser was offered to join.
async fn enter(visit: &Visit, scope: &Scope, headers: &HeaderMap, entered: Entered) -> Response {
    let offer = opened::<Joining>(scope, visit, headers, JOINING)
        .filter(|offer| offer.account == entered.account.global() && offer.until > scope.now().timestamp());
    let work = async {
        let mut tx = scope.begin().await?;
        if let Some(offer) = &offer {
            match providers::join(&mut tx, entered.account, &offer.issuer, &offer.subject).await {
                // Somebody else joined it meanwhile; signing in goes on without.
                Ok(()) | Err(Refused::Problems(_)) => {}
                Err(Refused::Fault(fault)) => return Err(fault),
            }
        }
        if let Some(before) = &visit.session {
            sessions::close(&mut tx, before).await?;
        }
        let token = sessions::open(&mut tx, entered.account, &visit.origin.host, &agent(headers)).await?;
        tx.commit().await?;
        Result::Ok(token)
    };
    let token = match work.await {
        Ok(token) => token,
        Err(fault) => return broken(visit, &fault),
    };
    let next = entered.next.or(offer.and_then(|offer| offer.next));
    let next = next.filter(|next| is_own_path(next)).unwrap_or_else(|| localised(visit.lang, "/konto"));
    let mut response = Redirect::to(&next).into_response();
    give(&mut response, SESSION, &token, None);
    if cookie_of(headers, JOINING).is_some() {
        take_back(&mut response, JOINING);
    }
    response
}

async fn leave_session(visit: &Visit, scope: &Scope) -> Response {
    let work = async {
        if let Some(token) = &visit.session {
            let mut tx = scope.begin().await?;
            sessions::close(&mut tx, token).await?;
            tx.commit().await?;
        }
        Result::Ok(())
    };
    if let Err(fault) = work.await {
        return broken(visit, &fault);
    }
    let mut response = Redirect::to(&format!("{}?done=signed-out", localised(visit.lang, "/"))).into_response();
    take_back(&mut response, SESSION);
    // What is done in this browser next is somebody else's.
    take_back(&mut response, BROWSER);
    response
}

/// Sends the browser to a provider.
pub(super) async fn leave(mut visit: Visit, provider: &str) -> Response {
    visit.lang = asked(&visit.query, "lang").and_then(|tag| tag.parse().ok()).unwrap_or(visit.lang);
    let Some(scope) = visit.scope(None) else { return StatusCode::NOT_FOUND.into_response() };
    let Some(declared) = declared(&scope, provider) else { return errors::page(&visit, Code::NotFound) };
    let wishes = Wishes { ui_locale: Some(visit.lang.tag().to_owned()), ..Wishes::default() };
    let redirect = redirect_uri(&visit, &declared);
    let begun = visit.server.providers.begin(&as_provider(&declared), &redirect, &wishes, scope.now()).await;
    let (address, pending) = match begun {
        Ok(begun) => begun,
        Err(refusal) => return failed(&visit, provider, &refusal),
    };
    let underway = Underway { pending, next: next_of(&visit.query), lang: visit.lang.tag().to_owned() };
    match sealed(&scope, &visit, PENDING, &underway) {
        Ok(cookie) => {
            let mut response = Redirect::to(address.as_str()).into_response();
            give(&mut response, PENDING, &cookie, Some(TEN_MINUTES));
            response
        }
        Err(fault) => broken(&visit, &fault),
    }
}

/// Takes the browser back from a provider.
pub(super) async fn come_back(mut visit: Visit, provider: &str, headers: &HeaderMap) -> Response {
    let Some(scope) = visit.scope(None) else { return StatusCode::NOT_FOUND.into_response() };
    let underway: Option<Underway> = opened(&scope, &visit, headers, PENDING);
    visit.lang = underway.as_ref().and_then(|underway| underway.lang.parse().ok()).unwrap_or(visit.lang);
    let scope = visit.scope(None).unwrap_or(scope);
    let Some(declared) = declared(&scope, provider) else { return errors::page(&visit, Code::NotFound) };
    let (peer, redirect) = (as_provider(&declared), redirect_uri(&visit, &declared));
    let mut response = match finish(&visit, &scope, &peer, &redirect, underway).await {
        Ok((Entrance::Entered(entered), _, next)) => enter(&visit, &scope, headers, Entered { next, ..entered }).await,
        Ok((Entrance::Joinable { account, email }, claims, next)) => {
            let until = (scope.now() + chrono::Duration::minutes(10)).timestamp();
            let Claims { issuer, subject, name, .. } = claims;
            let offer = Joining { account: account.global(), email, issuer, subject, name, next, until };
            match sealed(&scope, &visit, JOINING, &offer) {
                Ok(cookie) => {
                    let mut response = Redirect::to(&localised(visit.lang, JOIN_PATH)).into_response();
                    give(&mut response, JOINING, &cookie, Some(TEN_MINUTES));
                    response
                }
                Err(fault) => broken(&visit, &fault),
            }
        }
        Err(Failure::Refusal(refusal)) => failed(&visit, provider, &refusal),
        Err(Failure::Unknown) => errors::page_saying(&visit, "SIGN_IN_FAILED", StatusCode::FORBIDDEN),
        Err(Failure::Fault(fault)) => broken(&visit, &fault),
    };
    take_back(&mut response, PENDING);
    response
}

/// Why nobody came back.
enum Failure {
    /// Not what the provider should have said.
    Refusal(Box<Refusal>),
    /// This browser began no sign-in here, or this one came back already.
    Unknown,
    Fault(Fault),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(Box::new(refusal))
    }
}

async fn finish(
    visit: &Visit,
    scope: &Scope,
    provider: &Provider,
    redirect: &str,
    underway: Option<Underway>,
) -> Result<(Entrance, Claims, Option<String>), Failure> {
    let callback = Callback::parse(&visit.query)?;
    let underway = underway.ok_or(Failure::Unknown)?;
    // A cookie can be copied before it is taken back, so it is also counted here.
    match scope.app().limits.take(scope, ONCE, underway.pending.state()).await {
        Err(fault) if fault.code == Code::RateLimited => return Err(Failure::Unknown),
        outcome => outcome?,
    }
    let claims = visit.server.providers.finish(provider, redirect, underway.pending, callback, scope.now()).await?;
    let mut tx = scope.begin().await?;
    let entrance = providers::enter_by_provider(&mut tx, &claims).await?;
    tx.commit().await?;
    Ok((entrance, claims, underway.next))
}

/// Joins accounts, by a code to the address that both have; or keeps them apart.
async fn decide(visit: &Visit, scope: &Scope, headers: &HeaderMap, browser: &str, choice: &str) -> Response {
    let offer = opened::<Joining>(scope, visit, headers, JOINING);
    let Some(offer) = offer.filter(|offer| offer.until > scope.now().timestamp()) else {
        return errors::page_saying(visit, "SIGN_IN_FAILED", StatusCode::FORBIDDEN);
    };
    let outcome = if choice == "apart" {
        let work = async {
            let mut tx = scope.begin().await?;
            let entered = providers::keep_apart(&mut tx, &offer.issuer, &offer.subject, offer.name.as_deref()).await?;
            tx.commit().await?;
            Outcome::<Entered, Kind>::Ok(Entered { next: offer.next.clone(), ..entered })
        };
        match work.await {
            Ok(entered) => return enter(visit, scope, headers, entered).await,
            Err(refused) => Err(refused),
        }
    } else {
        ask(visit, scope, browser, &offer.email, offer.next.as_deref()).await
    };
    match outcome {
        Ok(path) => Redirect::to(&path).into_response(),
        Err(refused) => again(visit, scope, PAGE, refused, Map::new()).await,
    }
}

fn declared(scope: &Scope, id: &str) -> Option<IdentityProvider> {
    scope.tenant.identity.iter().find(|provider| provider.id == id).cloned()
}

fn as_provider(declared: &IdentityProvider) -> Provider {
    Provider {
        id: declared.id.clone(),
        issuer: declared.issuer.clone(),
        client_id: declared.client_id.clone(),
        client_secret: declared.client_secret.clone(),
        scopes: declared.scopes.clone(),
    }
}

/// Where a provider sends the browser back to: this very host.
fn redirect_uri(visit: &Visit, provider: &IdentityProvider) -> String {
    format!("{}/auth/{}/callback", visit.origin.here(), provider.id)
}

/// The path to go to afterwards, as the query names it.
fn next_of(query: &str) -> Option<String> {
    asked(query, "next").filter(|next| is_own_path(next))
}

fn asked(query: &str, name: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

fn problems(scope: &Scope, problems: &[Problem<Kind>]) -> BTreeMap<String, String> {
    let told = problems
        .iter()
        .map(|problem| (problem.field.as_deref().unwrap_or_default().to_owned(), problem.message(scope)));
    told.collect()
}

/// The page with what was refused.
async fn again(
    visit: &Visit,
    scope: &Scope,
    page: &str,
    refused: Refused<Kind>,
    form: Map<String, serde_json::Value>,
) -> Response {
    let found = match refused {
        Refused::Fault(fault) => return broken(visit, &fault),
        Refused::Problems(found) => found,
    };
    let limited = found.iter().any(|problem| matches!(problem.kind, Kind::TooManyFromHere | Kind::MailSentAlready));
    let status = if limited { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNPROCESSABLE_ENTITY };
    let said = Again { form, problems: problems(scope, &found), ..Again::default() };
    let scope = scope.fresh();
    pages::again(visit, &scope, page, &BTreeMap::new(), said, status).await
}

/// The page of a mail's link: a button for the browser that began, a field for the code elsewhere, and a way on if the
/// link is dead.
async fn link_page(
    visit: &Visit,
    scope: &Scope,
    token: &str,
    refused: Option<Refused<Kind>>,
    form: Map<String, serde_json::Value>,
    status: StatusCode,
) -> Response {
    let mut said = Again { form, ..Again::default() };
    let mut status = status;
    match refused {
        None => {}
        Some(Refused::Fault(fault)) => return broken(visit, &fault),
        Some(Refused::Problems(found)) => {
            let is = |kind| found.iter().any(|problem| problem.kind == kind);
            let elsewhere = is(Kind::SignInOtherBrowser) || is(Kind::WrongCode);
            if !is(Kind::SignInOtherBrowser) {
                said.problems = problems(scope, &found);
            }
            if !elsewhere {
                status = StatusCode::GONE;
            }
            said.done = Some(json!({ "elsewhere": elsewhere, "dead": !elsewhere }));
        }
    }
    let segments = BTreeMap::from([("token".to_owned(), token.to_owned())]);
    pages::again(visit, &scope.fresh(), LINK_PAGE, &segments, said, status).await
}

fn broken(visit: &Visit, fault: &Fault) -> Response {
    fault.log();
    errors::page(visit, fault.code)
}

/// A sign-in at a provider that came to nothing. The log says why; the page says how to go on.
fn failed(visit: &Visit, provider: &str, refusal: &Refusal) -> Response {
    if refusal.by_choice() {
        return errors::page_saying(visit, "SIGN_IN_CANCELLED", StatusCode::FORBIDDEN);
    }
    let tenant = visit.tenant.as_ref().map(|tenant| tenant.slug.to_string()).unwrap_or_default();
    tracing::warn!(tenant, provider, code = refusal.code(), %refusal, "a sign-in was refused");
    errors::page_saying(visit, "SIGN_IN_FAILED", StatusCode::FORBIDDEN)
}
