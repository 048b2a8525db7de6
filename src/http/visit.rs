//! A request whose city is known: who sent it, and what their browser carries.

use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header, request::Parts},
    response::{IntoResponse, Response},
};
use cookie::{Cookie, SameSite, time::Duration};
use kernel::{
    error::{Code, Fault},
    i18n::Lang,
    scope::{Actor, Scope},
    tenancy::Tenant,
};

use super::{errors, host};
use crate::{
    graphql::Origin,
    server::Server,
    web::{Asker, PageError, Rendered, guard::FormGuard, language_of},
};

/// The session of who signed in.
pub(super) const SESSION: &str = "__Host-session";
/// The secret that forms and sign-in are bound to.
pub(super) const BROWSER: &str = "__Host-browser";
/// What must come back from a provider, sealed.
pub(super) const PENDING: &str = "__Host-pending";
/// An offer to join accounts, sealed.
pub(super) const JOINING: &str = "__Host-joining";
/// How long a browser keeps its secret.
const BROWSER_AGE: Duration = Duration::days(365);
/// Characters of a browser's name that are kept.
const MAX_AGENT: usize = 200;

/// A request whose city is known; no city stands for the region.
#[derive(Clone)]
pub(super) struct Visit {
    pub(super) server: Arc<Server>,
    pub(super) tenant: Option<Arc<Tenant>>,
    pub(super) origin: Arc<Origin>,
    pub(super) request_id: String,
    /// The page's language, from its path.
    pub(super) lang: Lang,
    /// The path without the language.
    pub(super) path: String,
    pub(super) query: String,
    /// Who sent it: nobody we know, until somebody has looked.
    pub(super) actor: Actor,
    /// The address it came from.
    pub(super) peer: IpAddr,
    /// The place that limits count by.
    place: String,
    /// The session cookie, if it was good.
    pub(super) session: Option<String>,
    /// A program sent it, not a person's browser, as far as it says.
    pub(super) is_program: bool,
    /// The browser's secret, if it has one.
    pub(super) browser: Option<String>,
    /// The session cookie was there and was no good.
    is_signed_out: bool,
}

impl Visit {
    pub(super) fn new(
        server: Arc<Server>,
        tenant: Option<Arc<Tenant>>,
        origin: Arc<Origin>,
        request_id: String,
        uri: &Uri,
        peer: IpAddr,
    ) -> Self {
        let (lang, path) = language_of(uri.path());
        Self {
            server,
            tenant,
            origin,
            request_id,
            lang,
            path: path.to_owned(),
            query: uri.query().unwrap_or_default().to_owned(),
            actor: Actor::Anonymous,
            peer,
            place: host::place(peer),
            session: None,
            browser: None,
            is_program: true,
            is_signed_out: false,
        }
    }

    /// The scope of this request in its city; nothing on the base domain. Without a language, the page's.
    pub(super) fn scope(&self, lang: Option<Lang>) -> Option<Scope> {
        let tenant = self.tenant.clone()?;
        let scope = Scope::new(self.server.app.clone(), tenant, self.actor.clone(), lang.unwrap_or(self.lang));
        // Whoever asks writes the port into the address as they like; mails must not lead to another than ours.
        let is_ours = self.origin.port.is_none() || self.origin.port == self.server.app.public.port;
        let origin = Origin { port: self.origin.port.filter(|_| is_ours), ..(*self.origin).clone() };
        Some(scope.at(&origin.here()))
    }

    pub(super) fn error(&self, code: &str, status: u16) -> Result<Rendered, PageError> {
        self.server.web.error(self.tenant.as_deref(), self.lang, &self.path, code, status, &self.request_id)
    }

    /// What proves that this request's forms are ours.
    pub(super) fn guard(&self, scope: &Scope) -> Arc<FormGuard> {
        let purpose = |purpose: &str| scope.purpose(purpose);
        Arc::new(FormGuard::new(self.server.app.clone(), purpose, self.browser.clone()))
    }

    /// This request as pages see it.
    pub(super) fn asker<'a>(&'a self, scope: &'a Scope, guard: &'a Arc<FormGuard>) -> Asker<'a> {
        Asker {
            schemas: &self.server.schemas,
            scope,
            origin: &self.origin,
            request_id: &self.request_id,
            guard,
            is_program: self.is_program,
            place: &self.place,
        }
    }

    /// Gives the browser what it needs to keep, and takes back a session that is no more.
    pub(super) fn set_cookies(&self, response: &mut Response, guard: &FormGuard) {
        if let Some(secret) = guard.new_secret() {
            give(response, BROWSER, secret, Some(BROWSER_AGE));
        }
        if self.is_signed_out {
            take_back(response, SESSION);
        }
    }

    /// Finds out who sent the request: by an API token, or by the browser's session.
    async fn recognise(mut self, headers: &HeaderMap) -> Result<Self, Response> {
        self.is_program = is_program(headers);
        self.browser = cookie_of(headers, BROWSER).filter(|secret| secret.len() == 43);
        let Some(scope) = self.scope(None) else { return Ok(self) };
        let outcome = match bearer(headers) {
            Some(token) => self.by_token(&scope, token).await,
            None => self.by_session(&scope, cookie_of(headers, SESSION)).await,
        };
        match outcome {
            Ok(()) => Ok(self),
            Err(fault) => {
                fault.log();
                Err(errors::fault(&self, &fault, headers))
            }
        }
    }

    /// Lets an API token say who sent it, whatever cookies came along.
    pub(super) async fn with_token(mut self, token: &str) -> Result<Self, Fault> {
        if let Some(scope) = self.scope(None) {
            self.by_token(&scope, token).await?;
            self.session = None;
        }
        Ok(self)
    }

    /// Who sent it as is known now: by the token, if by one, else by the session that this visit came with.
    pub(super) async fn actor_now(&self, token: Option<&str>) -> Result<Actor, Fault> {
        let Some(scope) = self.scope(None) else { return Ok(Actor::Anonymous) };
        let person = match (token, &self.session) {
            (Some(token), _) => identity::tokens::resume(&scope, token).await?.map(|resumed| resumed.person),
            (None, Some(session)) => {
                let resumed = identity::sessions::resume(&scope, session, &self.origin.host).await?;
                resumed.map(|resumed| resumed.person)
            }
            (None, None) => None,
        };
        Ok(person.map_or(Actor::Anonymous, |person| Actor::Person(Arc::new(person))))
    }

    async fn by_token(&mut self, scope: &Scope, token: &str) -> Result<(), Fault> {
        let resumed = identity::tokens::resume(scope, token).await?.ok_or_else(Fault::unauthenticated)?;
        if resumed.seen_long_ago {
            let mut tx = scope.begin().await?;
            identity::tokens::touch(&mut tx, resumed.token).await?;
            tx.commit().await?;
        }
        self.actor = Actor::Person(Arc::new(resumed.person));
        Ok(())
    }

    async fn by_session(&mut self, scope: &Scope, token: Option<String>) -> Result<(), Fault> {
        let Some(token) = token else { return Ok(()) };
        match identity::sessions::resume(scope, &token, &self.origin.host).await? {
            Some(resumed) => {
                if resumed.seen_long_ago {
                    let mut tx = scope.begin().await?;
                    identity::sessions::touch(&mut tx, resumed.session).await?;
                    tx.commit().await?;
                }
                self.actor = Actor::Person(Arc::new(resumed.person));
                self.session = Some(token);
            }
            None => self.is_signed_out = true,
        }
        Ok(())
    }
}

/// Gives the browser a cookie that only we can read, and only over what the browser trusts.
pub(super) fn give(response: &mut Response, name: &'static str, value: &str, age: Option<Duration>) {
    let mut cookie =
        Cookie::build((name, value)).path("/").secure(true).http_only(true).same_site(SameSite::Lax).build();
    if let Some(age) = age {
        cookie.set_max_age(age);
    }
    append(response, &cookie);
}

/// Makes the browser forget a cookie.
pub(super) fn take_back(response: &mut Response, name: &'static str) {
    give(response, name, "", Some(Duration::ZERO));
}

fn append(response: &mut Response, cookie: &Cookie<'_>) {
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// A cookie that the browser sent once; one that it sent several times was set by somebody else too, and is nobody's.
pub(super) fn cookie_of(headers: &HeaderMap, name: &str) -> Option<String> {
    let texts = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut found = texts
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .filter(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned());
    let first = found.next().filter(|value| !value.is_empty());
    if found.next().is_some() { None } else { first }
}

/// The token of `Authorization: Bearer` (RFC 6750).
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Whether a program that reads the web sent this: one that says so, or says nothing.
fn is_program(headers: &HeaderMap) -> bool {
    const NAMES: [&str; 6] = ["bot", "crawl", "spider", "preview", "curl", "python"];
    let name = agent(headers).to_lowercase();
    name.is_empty() || NAMES.iter().any(|program| name.contains(program))
}

/// The name that a browser gives itself.
pub(super) fn agent(headers: &HeaderMap) -> String {
    let name = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    name.chars().take(MAX_AGENT).collect()
}

/// The visit that [`admit`](super::router) made of a request; nobody has asked yet who sent it.
pub(super) struct Visitor(pub(super) Visit);

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        // Every route that takes a visitor lies behind `admit`.
        parts.extensions.get::<Visit>().cloned().map(Self).ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// A visit whose sender is known, if they are anybody's.
pub(super) struct Known(pub(super) Visit);

impl<S: Sync> FromRequestParts<S> for Known {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let Visitor(visit) = Visitor::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self(visit.recognise(&parts.headers).await?))
    }
}

/// The code of a fault that no page says.
impl From<Fault> for PageError {
    fn from(fault: Fault) -> Self {
        fault.log();
        Self(match fault.code {
            Code::BadUserInput => Code::NotFound,
            code => code,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(header::HeaderName, &'static str)]) -> HeaderMap {
        let mut map = HeaderMap::new();
        for (name, value) in pairs {
            map.append(name.clone(), HeaderValue::from_static(value));
        }
        map
    }

    #[test]
    fn a_cookie_counts_if_it_was_sent_once() {
        let once = headers(&[(header::COOKIE, "a=1; __Host-session=x; b=2")]);
        assert_eq!(cookie_of(&once, SESSION).as_deref(), Some("x"));
        for twice in [
            headers(&[(header::COOKIE, "__Host-session=x; __Host-session=y")]),
            headers(&[(header::COOKIE, "__Host-session=x"), (header::COOKIE, "__Host-session=y")]),
            headers(&[(header::COOKIE, "__Host-session=")]),
            headers(&[(header::COOKIE, "session=x")]),
        ] {
            assert_eq!(cookie_of(&twice, SESSION), None, "{twice:?}");
        }
    }

    #[test]
    fn tokens_are_bearer_s() {
        let sent = |value| headers(&[(header::AUTHORIZATION, value)]);
        assert_eq!(bearer(&sent("Bearer tbl_x")), Some("tbl_x"));
        assert_eq!(bearer(&sent("bearer  tbl_x")), Some("tbl_x"));
        assert_eq!(bearer(&sent("Basic dGJs")), None);
        assert_eq!(bearer(&sent("tbl_x")), None);
    }
}
