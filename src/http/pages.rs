//! Pages over HTTP.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    http::{Uri, header},
    response::{Html, IntoResponse as _, Response},
};
use kernel::{
    error::Code,
    i18n::Lang,
    page::Page,
    scope::{Actor, Scope},
    tenancy::Tenant,
};

use super::{errors, graphql::region_data};
use crate::{
    graphql::Origin,
    modules,
    server::Server,
    web::{Asked, PageError, Rendered, language_of},
};

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
}

impl Visit {
    pub(super) fn new(
        server: Arc<Server>,
        tenant: Option<Arc<Tenant>>,
        origin: Arc<Origin>,
        request_id: String,
        uri: &Uri,
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
        }
    }

    /// The scope of this request in its city; nothing on the base domain. Without a language, the page's.
    pub(super) fn scope(&self, lang: Option<Lang>) -> Option<Scope> {
        let tenant = self.tenant.clone()?;
        Some(Scope::new(self.server.app.clone(), tenant, Actor::Anonymous, lang.unwrap_or(self.lang)))
    }

    pub(super) fn error(&self, code: &str, status: u16) -> Result<Rendered, PageError> {
        self.server.web.error(self.tenant.as_deref(), self.lang, &self.path, code, status, &self.request_id)
    }
}

/// Answers with the page at this path, or with the page that says there is none.
pub(super) async fn handle(visit: Visit) -> Response {
    let outcome = match visit.scope(None) {
        Some(scope) => city(&visit, &scope).await,
        None => region(&visit).await,
    };
    match outcome {
        Ok(page) => ([(header::CACHE_CONTROL, "no-cache")], Html(page.0)).into_response(),
        Err(PageError(code)) => errors::page(&visit, code),
    }
}

async fn city(visit: &Visit, scope: &Scope) -> Result<Rendered, PageError> {
    let found = modules::pages()
        .filter(|page| scope.tenant.has(page.module))
        .find_map(|page| Some((page, segments(&page, &visit.path)?)));
    let (page, segments) = found.ok_or(PageError(Code::NotFound))?;
    let asked = Asked { path: &visit.path, segments: &segments, query: &visit.query };
    visit.server.web.page(&visit.server.schemas, scope, &visit.origin, &visit.request_id, &page, asked).await
}

async fn region(visit: &Visit) -> Result<Rendered, PageError> {
    if visit.path != "/" {
        return Err(PageError(Code::NotFound));
    }
    let data = region_data(visit, visit.lang).await.ok_or(PageError(Code::Internal))?;
    visit.server.web.region(visit.lang, &visit.path, &visit.query, data)
}

/// The values of a page's variable segments, if the path is the page's.
fn segments(page: &Page, path: &str) -> Option<BTreeMap<String, String>> {
    let mut values = BTreeMap::new();
    let mut parts = path.strip_suffix('/').filter(|path| !path.is_empty()).unwrap_or(path).split('/');
    for expected in page.path.split('/') {
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
