use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};

use async_graphql::parser::{parse_query, types::ExecutableDocument};
use kernel::{
    app::App,
    error::Code,
    i18n::Lang,
    page::{Page, PageInput, PageRequest},
    scope::Scope,
    tenancy::{ModuleSet, Tenant},
};
use minijinja::{Environment, Value, value::Serde};
use serde_json::{Map, Value as Json, json};

use super::{
    address::{decoded_query, split_language},
    assets::{Manifest, sources},
    portal,
    templates::{Reader, environment, for_reader},
};
use crate::{
    graphql::{Origin, Schemas, code_of, execute, trusted},
    modules,
};

/// The fragment that every page of a city spreads for its frame.
const LAYOUT: &str = "layouts/city.graphql";

/// Everything pages are made of.
pub struct Web {
    app: Arc<App>,
    templates: Environment<'static>,
    manifest: Arc<Manifest>,
    documents: Documents,
}

/// A page that cannot be shown as asked.
#[derive(Debug)]
pub struct PageError(pub Code);

/// A page, ready to be sent.
#[derive(Debug)]
pub struct Rendered(pub String);

/// The documents of pages, put together for each set of modules: the page's own, the layout's fragment, and the
/// fragments of sections.
struct Documents {
    texts: HashMap<String, String>,
    parsed: RwLock<HashMap<(&'static str, ModuleSet), Arc<(String, ExecutableDocument)>>>,
}

/// The language of a path, and the path without it.
pub fn language_of(path: &str) -> (Lang, &str) {
    split_language(path)
}

impl Documents {
    fn load() -> Self {
        Self { texts: sources(".graphql").collect(), parsed: RwLock::default() }
    }

    /// The document of a page for cities with these modules; nothing if the page has no document, or it does not
    /// parse.
    fn get(&self, page: &'static str, set: &ModuleSet) -> Option<Arc<(String, ExecutableDocument)>> {
        let key = (page, set.clone());
        if let Some(document) = self.parsed.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Some(document.clone());
        }
        let source = self.source(page, set)?;
        let parsed = parse_query(&source)
            .inspect_err(|err| tracing::error!(page, error = %err, "the page's document does not parse"))
            .ok()?;
        let document = Arc::new((source, parsed));
        self.parsed.write().unwrap_or_else(PoisonError::into_inner).insert(key, document.clone());
        Some(document)
    }

    fn source(&self, page: &str, set: &ModuleSet) -> Option<String> {
        let text = |name: String| self.texts.get(&name).map(String::as_str);
        let mut source = text(format!("pages/{page}.graphql"))?.to_owned();
        if source.contains("...Layout") {
            source.push_str(text(LAYOUT.to_owned())?);
        }
        if source.contains("...Sections") {
            let sections: Vec<_> =
                modules::sections().filter(|section| section.page == page && is_on(set, section.module)).collect();
            let on = modules::sections().find(|section| section.page == page).map_or("Query", |section| section.on);
            let spreads: String =
                sections.iter().map(|section| format!(" ...{}", section.name.replace('/', "_"))).collect();
            source.push_str(&format!("\nfragment Sections on {on} {{ __typename{spreads} }}\n"));
            for section in sections {
                source.push_str(text(format!("pages/{}.graphql", section.name))?);
            }
        }
        Some(source)
    }
}

fn is_on(set: &ModuleSet, module: Option<&str>) -> bool {
    module.is_none_or(|module| set.contains(module))
}

impl Web {
    /// Loads every template, or says which one does not parse. `strict` makes undefined values errors.
    pub fn new(app: Arc<App>, strict: bool) -> Result<Self, minijinja::Error> {
        Ok(Self {
            app,
            templates: environment(strict)?,
            manifest: Arc::new(Manifest::load()),
            documents: Documents::load(),
        })
    }

    /// A city's page: runs its document, and renders the answer.
    pub async fn page(
        &self,
        schemas: &Schemas,
        scope: &Scope,
        origin: &Arc<Origin>,
        request_id: &str,
        page: &Page,
        asked: Asked<'_>,
    ) -> Result<Rendered, PageError> {
        let query = decoded_query(asked.query);
        let mut input = (page.input)(&PageRequest { scope, path: asked.segments, query: &query });
        let document = self.documents.get(page.name, &scope.tenant.modules).ok_or(PageError(Code::Internal))?;
        let data = loop {
            let request = trusted(document.0.clone(), document.1.clone(), input.variables.clone(), None);
            let response = execute(schemas, scope, origin, request_id, request).await;
            match response.errors.first() {
                None => break response.data.into_json().map_err(|_| PageError(Code::Internal))?,
                Some(error) => {
                    if !without_bad_argument(&mut input, error) {
                        let code = code_of(error).unwrap_or_default();
                        if !matches!(code, "NOT_FOUND" | "BAD_USER_INPUT") {
                            tracing::error!(page = page.name, error = error.message, "a page's document failed");
                        }
                        return Err(PageError(code_named(code)));
                    }
                }
            }
        };
        if page.subject.is_some_and(|subject| data.get(subject).is_none_or(Json::is_null)) {
            return Err(PageError(Code::NotFound));
        }
        let sections: Vec<_> = modules::sections()
            .filter(|section| section.page == page.name && scope.tenant.has(section.module))
            .map(|section| format!("pages/{}.html", section.name))
            .collect();
        let menu: Vec<_> = modules::pages()
            .filter(|other| scope.tenant.has(other.module))
            .filter_map(|other| {
                Some(json!({ "path": other.path, "label_key": other.menu?, "current": asked.path == other.path }))
            })
            .collect();
        let errors: BTreeMap<_, _> = input.errors.into_iter().collect();
        let context = json!({ "data": data, "form": input.form, "errors": errors, "menu": menu, "sections": sections });
        self.render(page.name, scope.lang, asked.path, query, context)
    }

    /// The base domain's front page.
    pub fn region(&self, lang: Lang, path: &str, query: &str, data: Json) -> Result<Rendered, PageError> {
        self.render(portal::REGION_HOME, lang, path, decoded_query(query), json!({ "data": data }))
    }

    /// The document of the base domain's front page.
    pub fn region_document(&self) -> Option<Arc<(String, ExecutableDocument)>> {
        self.documents.get(portal::REGION_HOME, &ModuleSet::new())
    }

    /// The page that stands for one that cannot be shown, in the city's look where there is a city.
    pub fn error(
        &self,
        tenant: Option<&Tenant>,
        lang: Lang,
        path: &str,
        code: &str,
        status: u16,
        request_id: &str,
    ) -> Result<Rendered, PageError> {
        let mut context = Map::from_iter([
            ("code".to_owned(), code.into()),
            ("status".to_owned(), status.into()),
            ("message_key".to_owned(), format!("error-{code}-text").into()),
            ("request_id".to_owned(), request_id.into()),
        ]);
        if let Some(tenant) = tenant {
            let menu: Vec<_> = modules::pages()
                .filter(|page| tenant.has(page.module))
                .filter_map(|page| Some(json!({ "path": page.path, "label_key": page.menu?, "current": false })))
                .collect();
            context.insert("tenant".to_owned(), json!({ "name": tenant.name.get(lang), "modules": tenant.modules }));
            context.insert("menu".to_owned(), menu.into());
        }
        self.render(portal::ERROR, lang, path, Vec::new(), context.into())
    }

    /// The schema explorer.
    pub fn explorer(&self) -> Result<Rendered, PageError> {
        self.render_template("layouts/graphiql.html", Lang::En, "/graphql", Vec::new(), json!({}))
    }

    fn render(
        &self,
        page: &str,
        lang: Lang,
        path: &str,
        query: Vec<(String, String)>,
        context: Json,
    ) -> Result<Rendered, PageError> {
        self.render_template(&format!("pages/{page}.html"), lang, path, query, context)
    }

    fn render_template(
        &self,
        template: &str,
        lang: Lang,
        path: &str,
        query: Vec<(String, String)>,
        mut context: Json,
    ) -> Result<Rendered, PageError> {
        context["lang"] = lang.tag().into();
        context["path"] = path.into();
        let reader =
            Reader { app: self.app.clone(), manifest: self.manifest.clone(), lang, path: path.to_owned(), query };
        let environment = for_reader(&self.templates, reader);
        let html =
            environment.get_template(template).and_then(|template| template.render(Value::from(Serde(&context))));
        html.map(Rendered).map_err(|err| {
            tracing::error!(template, error = format!("{err:#}"), "a template failed");
            PageError(Code::Internal)
        })
    }
}

/// What of a request a page needs.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The path without the language.
    pub path: &'a str,
    /// Values of the path's variable segments.
    pub segments: &'a BTreeMap<String, String>,
    /// The query string.
    pub query: &'a str,
}

/// If the document was refused for one of the reader's own values, takes the value out, says so at its field, and
/// returns that it is worth another try: the page is shown without it.
fn without_bad_argument(input: &mut PageInput, error: &async_graphql::ServerError) -> bool {
    if code_of(error) != Some(Code::BadUserInput.as_str()) {
        return false;
    }
    let field = match error.extensions.as_ref().and_then(|extensions| extensions.get("field")) {
        Some(async_graphql::Value::String(field)) => field.as_str(),
        _ => return false,
    };
    let root = field.split('.').next().unwrap_or_default();
    let (form_field, message) = match root {
        "near" => ("near", "form-error-place"),
        "query" => ("q", "form-error-query-too-long"),
        "after" => ("after", "form-error-page"),
        _ => return false,
    };
    input.errors.insert(form_field, message);
    if root == "near" && input.variables.get("sort").and_then(Json::as_str) == Some("DISTANCE") {
        input.variables.remove("sort");
    }
    input.variables.remove(root).is_some()
}

fn code_named(name: &str) -> Code {
    let codes = [
        Code::Unauthenticated,
        Code::Forbidden,
        Code::NotFound,
        Code::BadUserInput,
        Code::Conflict,
        Code::RateLimited,
        Code::Unavailable,
    ];
    codes.into_iter().find(|code| code.as_str() == name).unwrap_or(Code::Internal)
}
