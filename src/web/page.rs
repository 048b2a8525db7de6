use std::{collections::BTreeMap, sync::Arc};

use async_graphql::parser::types::ExecutableDocument;
use axum::http::StatusCode;
use debates::graphql::AskedFrom;
use kernel::{
    app::App,
    error::Code,
    i18n::Lang,
    page::{Action, Page, PageInput, PageRequest, Then, localised},
    scope::Scope,
    tenancy::{ModuleSet, Tenant},
};
use minijinja::{Environment, Value, value::Serde};
use promotion::Uncounted;
use serde_json::{Map, Value as Json, json};

use super::{
    address::{decoded_query, split_language},
    assets::Manifest,
    documents::{Documents, FRAME},
    guard::FormGuard,
    letter::{Letter, letter},
    portal,
    templates::{Reader, environment, for_reader},
};
use crate::{
    graphql::{Origin, Schemas, code_of, execute, trusted},
    modules,
};

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

/// The language of a path, and the path without it.
pub fn language_of(path: &str) -> (Lang, &str) {
    split_language(path)
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
    pub async fn page(&self, who: &Asker<'_>, page: &Page, asked: Asked<'_>) -> Result<Rendered, PageError> {
        self.page_again(who, page, asked, Again::default()).await
    }

    /// A city's page with something said on it: what a form refused, or what an action brought.
    pub async fn page_again(
        &self,
        who: &Asker<'_>,
        page: &Page,
        asked: Asked<'_>,
        again: Again,
    ) -> Result<Rendered, PageError> {
        let scope = who.scope;
        let query = decoded_query(asked.query);
        let mut input = (page.input)(&PageRequest { scope, path: asked.segments, query: &query });
        let document = self.documents.get(page.name, &scope.tenant.modules).ok_or(PageError(Code::Internal))?;
        let data = loop {
            let response = self.run(who, &document, input.variables.clone()).await;
            match response.errors.first() {
                None => break response.data.into_json().map_err(|_| PageError(Code::Internal))?,
                Some(error) => {
                    if !without_bad_argument(&mut input, error) {
                        return Err(failed(page.name, error));
                    }
                }
            }
        };
        if page.subject.is_some_and(|subject| data.get(subject).is_none_or(Json::is_null)) {
            // A page about the reader is there for whoever signs in.
            let is_readers = page.subject == Some("viewer");
            return Err(PageError(if is_readers { Code::Unauthenticated } else { Code::NotFound }));
        }
        let templates = |of: &str| -> Vec<String> {
            modules::sections()
                .filter(|section| section.page == of && scope.tenant.has(section.module))
                .map(|section| format!("pages/{}.html", section.name))
                .filter(|template| self.templates.get_template(template).is_ok())
                .collect()
        };
        let (sections, frame) = (templates(page.name), templates(FRAME));
        let menu: Vec<_> = modules::pages()
            .filter(|other| scope.tenant.has(other.module))
            .filter_map(|other| {
                Some(json!({ "path": other.path, "label_key": other.menu?, "current": asked.path == other.path }))
            })
            .collect();
        let errors: BTreeMap<_, _> = input.errors.into_iter().collect();
        let mut form = input.form;
        form.extend(again.form);
        let done_key = query.iter().find(|(name, _)| name == "done").map(|(_, what)| format!("done-{what}"));
        let done_key = done_key.filter(|key| self.app.messages.has(Lang::Pl, key));
        let done_of = query.iter().find(|(name, _)| name == "of").map(|(_, id)| id.clone());
        let context = json!({
            "data": data, "form": form, "errors": errors, "menu": menu, "sections": sections, "frame": frame,
            "problems": again.problems, "failed": again.action, "done": again.done, "done_key": done_key,
            "done_of": done_of, "asked": input.variables,
        });
        self.render(page.name, scope.lang, asked.path, query, context, Some(who.guard))
    }

    /// Runs what a form was posted for. Where to go next, or the page to show again.
    pub async fn act(
        &self,
        who: &Asker<'_>,
        (action, page): (&Action, &Page),
        (asked, page_segments): (Asked<'_>, &BTreeMap<String, String>),
        posted: &[(String, String)],
    ) -> Result<Acted, PageError> {
        let request = PageRequest { scope: who.scope, path: asked.segments, query: posted };
        let input = (action.input)(&request);
        let document = self.documents.get(action.name, &who.scope.tenant.modules).ok_or(PageError(Code::Internal))?;
        let mut again = Again { action: Some(action.name), form: typed(posted), ..Again::default() };
        for (field, key) in &input.errors {
            again.problems.insert((*field).to_owned(), self.app.messages.format(who.scope.lang, key, &[]));
        }
        let mut status = StatusCode::UNPROCESSABLE_ENTITY;
        if again.problems.is_empty() {
            let response = self.run(who, &document, input.variables).await;
            if let Some(error) = response.errors.first() {
                return Err(failed(action.name, error));
            }
            let data = response.data.into_json().map_err(|_| PageError(Code::Internal))?;
            let payload = data.as_object().and_then(|data| data.values().next()).cloned().unwrap_or_default();
            again.problems = problems(&data);
            if again.problems.is_empty() {
                match (action.then)(&request, &payload) {
                    Then::Go(path) => return Ok(Acted::Go(localised(who.scope.lang, &path))),
                    Then::Show => (again.done, status) = (Some(payload), StatusCode::OK),
                }
            }
        }
        // What the mutation wrote is seen by the page that is shown after it.
        who.scope.release().await;
        let scope = who.scope.fresh();
        let who = Asker { scope: &scope, ..*who };
        let path = path_of(page, page_segments);
        let asked = Asked { path: &path, segments: page_segments, query: asked.query };
        Ok(Acted::Shown(self.page_again(&who, page, asked, again).await?, status))
    }

    async fn run(
        &self,
        who: &Asker<'_>,
        document: &(String, ExecutableDocument),
        variables: Map<String, Json>,
    ) -> async_graphql::Response {
        let mut request = trusted(document.0.clone(), document.1.clone(), variables, None);
        request = request.data(AskedFrom(who.place.to_owned()));
        if who.is_program {
            request = request.data(Uncounted);
        }
        execute(who.schemas, who.scope, who.origin, who.request_id, request).await
    }

    /// The base domain's front page.
    pub fn region(&self, lang: Lang, path: &str, query: &str, data: Json) -> Result<Rendered, PageError> {
        self.render(portal::REGION_HOME, lang, path, decoded_query(query), json!({ "data": data }), None)
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
        self.render(portal::ERROR, lang, path, Vec::new(), context.into(), None)
    }

    /// A mail, written as the city.
    pub fn letter(
        &self,
        tenant: &Tenant,
        lang: Lang,
        template: &str,
        base: &str,
        args: &Json,
    ) -> Result<Letter, minijinja::Error> {
        let (app, manifest) = (self.app.clone(), self.manifest.clone());
        let base_url = Some(base.to_owned());
        let reader = Reader { app, manifest, lang, path: "/".to_owned(), query: Vec::new(), guard: None, base_url };
        letter(&for_reader(&self.templates, reader), tenant, lang, template, base, args)
    }

    /// The schema explorer.
    pub fn explorer(&self) -> Result<Rendered, PageError> {
        self.render_template("layouts/graphiql.html", Lang::En, "/graphql", Vec::new(), json!({}), None)
    }

    fn render(
        &self,
        page: &str,
        lang: Lang,
        path: &str,
        query: Vec<(String, String)>,
        context: Json,
        guard: Option<&Arc<FormGuard>>,
    ) -> Result<Rendered, PageError> {
        self.render_template(&format!("pages/{page}.html"), lang, path, query, context, guard)
    }

    fn render_template(
        &self,
        template: &str,
        lang: Lang,
        path: &str,
        query: Vec<(String, String)>,
        mut context: Json,
        guard: Option<&Arc<FormGuard>>,
    ) -> Result<Rendered, PageError> {
        context["lang"] = lang.tag().into();
        context["path"] = path.into();
        let (app, manifest, guard) = (self.app.clone(), self.manifest.clone(), guard.cloned());
        let reader = Reader { app, manifest, lang, path: path.to_owned(), query, guard, base_url: None };
        let environment = for_reader(&self.templates, reader);
        let html =
            environment.get_template(template).and_then(|template| template.render(Value::from(Serde(&context))));
        html.map(Rendered).map_err(|err| {
            tracing::error!(template, error = format!("{err:#}"), "a template failed");
            PageError(Code::Internal)
        })
    }
}

/// Who asks for a page.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    /// The cities' schemas.
    pub schemas: &'a Schemas,
    /// For whom, in which city.
    pub scope: &'a Scope,
    /// How the request reached us.
    pub origin: &'a Arc<Origin>,
    /// The request's id.
    pub request_id: &'a str,
    /// What proves that forms are ours.
    pub guard: &'a Arc<FormGuard>,
    /// Whether a program asks, whose looks are not counted.
    pub is_program: bool,
    /// Where the request came from, for limits of what anybody may do: an address, or the part that a household shares.
    pub place: &'a str,
}

/// What a page is shown with, when it is shown again after a form was posted.
#[derive(Debug, Default)]
pub struct Again {
    /// The action that was posted.
    pub action: Option<&'static str>,
    /// What was typed, by field.
    pub form: Map<String, Json>,
    /// What was refused and why, in the reader's language, by field; what is no single field's is under "".
    pub problems: BTreeMap<String, String>,
    /// What an action brought that is shown once.
    pub done: Option<Json>,
}

/// What became of an action.
#[derive(Debug)]
pub enum Acted {
    /// Done; the browser goes there.
    Go(String),
    /// The page, to be sent with this status.
    Shown(Rendered, StatusCode),
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

/// What was typed: a text for each field, a list where a field was posted several times.
pub fn typed(posted: &[(String, String)]) -> Map<String, Json> {
    let mut form: Map<String, Json> = Map::new();
    for (name, value) in posted {
        match form.get_mut(name) {
            None => {
                form.insert(name.clone(), value.clone().into());
            }
            Some(Json::Array(values)) => values.push(value.clone().into()),
            Some(first) => *first = json!([first.take(), value]),
        }
    }
    form
}

/// The errors of all payloads by field. Several of one field are told one after another.
fn problems(data: &Json) -> BTreeMap<String, String> {
    let mut problems: BTreeMap<String, String> = BTreeMap::new();
    let payloads = data.as_object().into_iter().flatten().map(|(_, payload)| payload);
    for error in payloads.filter_map(|payload| payload["errors"].as_array()).flatten() {
        let field = error["field"].as_str().unwrap_or_default().to_owned();
        let message = error["message"].as_str().unwrap_or_default();
        let told = problems.entry(field).or_default();
        if !told.is_empty() {
            told.push(' ');
        }
        told.push_str(message);
    }
    problems
}

/// The path of a page with these values.
fn path_of(page: &Page, segments: &BTreeMap<String, String>) -> String {
    let part = |part: &str| match part.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
        Some(name) => segments.get(name).cloned().unwrap_or_default(),
        None => part.to_owned(),
    };
    page.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// A document that failed, as the page that is shown instead.
fn failed(name: &str, error: &async_graphql::ServerError) -> PageError {
    let code = match is_bad_variable(error) {
        true => Code::BadUserInput,
        false => code_named(code_of(error).unwrap_or_default()),
    };
    if matches!(code, Code::Internal | Code::Unavailable) {
        tracing::error!(document = name, error = error.message, "a page's document failed");
    }
    PageError(code)
}

/// Whether validation found a variable that is not as its type wants it. Documents are ours, and most variables are made
/// by us; a search that comes as JSON in an address is the reader's.
fn is_bad_variable(error: &async_graphql::ServerError) -> bool {
    code_of(error) == Some("GRAPHQL_VALIDATION_FAILED") && error.message.starts_with("Invalid value for argument")
}

/// If the document was refused for one of the reader's own values, takes the value out, says so at its field, and
/// returns that it is worth another try: the page is shown without it.
fn without_bad_argument(input: &mut PageInput, error: &async_graphql::ServerError) -> bool {
    let is_bad_search = is_bad_variable(error) && input.variables.contains_key("target");
    if code_of(error) != Some(Code::BadUserInput.as_str()) && !is_bad_search {
        return false;
    }
    let field = match error.extensions.as_ref().and_then(|extensions| extensions.get("field")) {
        _ if is_bad_search => "target",
        Some(async_graphql::Value::String(field)) => field.as_str(),
        _ => return false,
    };
    let root = field.split('.').next().unwrap_or_default();
    let (form_field, message) = match root {
        "near" => ("near", "form-error-place"),
        "query" => ("q", "form-error-query-too-long"),
        "after" => ("after", "form-error-page"),
        "child" => ("child", "form-error-child"),
        // Without it nothing is asked of the document, and the page offers what there is to choose from.
        "target" => ("t", "notify-error-target"),
        _ => return false,
    };
    if root == "target" {
        input.form.remove("t");
        input.variables.insert("isAsked".to_owned(), false.into());
    }
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
