//! A page is one GraphQL document and one template of the same name: `web/pages/<name>.graphql` and `.html`.
//!
//! The document runs in-process against the tenant's own schema, so a page can show nothing that the public API
//! does not. Other modules add *sections*: a fragment on a type the document selects, and a partial template.
//!
//! A form is an [`Action`]: one mutation document. Its fields are called as the mutation's input calls them, so that what
//! the mutation refuses is said at the form's fields; the page is then shown again with everything as it was typed.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{i18n::Lang, scope::Scope};

/// Values of one field that are looked at; more than a form offers is nobody's choice.
const MAX_CHOICES: usize = 50;

/// A page of a module.
#[derive(Clone, Copy)]
pub struct Page {
    /// The name of document and template, `activities/list`.
    pub name: &'static str,
    /// Its path without the language, in the router's notation: `/zajecia/{id}/{slug}`.
    pub path: &'static str,
    /// The module it belongs to; none for what is always on.
    pub module: Option<&'static str>,
    /// The message that names it in the menu, if it is there.
    pub menu: Option<&'static str>,
    /// The field of the answer that must not be null: without it the page does not exist.
    pub subject: Option<&'static str>,
    /// Turns path and query into the document's variables.
    pub input: fn(&PageRequest<'_>) -> PageInput,
}

/// What a form does: it is posted to the action's path.
#[derive(Clone, Copy)]
pub struct Action {
    /// The name of the document, `identity/child_save`: a mutation with one root field.
    pub name: &'static str,
    /// Its path without the language, in the router's notation.
    pub path: &'static str,
    /// The module it belongs to; none for what is always on.
    pub module: Option<&'static str>,
    /// The page that is shown again, with what was typed, if the mutation refuses. The path of the action holds every
    /// variable segment of the page's.
    pub page: &'static str,
    /// Turns what was posted into the document's variables. The request's `query` is what was posted.
    pub input: fn(&PageRequest<'_>) -> PageInput,
    /// Where to go once it is done, without the language: from what was posted and from the mutation's payload.
    pub then: fn(&PageRequest<'_>, &Value) -> Then,
}

/// What follows an action that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// The browser goes to this path (with its query string, without the language).
    Go(String),
    /// The action's page is shown with the payload as `done`: for what is shown once, such as a new token, and for
    /// previews.
    Show,
}

impl Then {
    /// Goes to `path`, which says in words that `what` is done: the message `done-<what>`.
    pub fn done(path: &str, what: &str) -> Self {
        let separator = if path.contains('?') { '&' } else { '?' };
        Self::Go(format!("{path}{separator}done={what}"))
    }
}

/// What a module adds to another's page: what the page's document spreads as `...Sections`, or, on the type X of what the
/// page lists, as `...SectionsOnX`. A section may ask by the page's variables. One of the page `layout`
/// stands on every page of a city, in its frame.
#[derive(Clone, Copy)]
pub struct Section {
    /// The name of fragment and partial template, `activities/home`; the fragment is called `activities_home`. Without a
    /// template it only adds data, which the page's own templates show where it is there.
    pub name: &'static str,
    /// The page it appears on.
    pub page: &'static str,
    /// The type its fragment is on.
    pub on: &'static str,
    /// The module it belongs to.
    pub module: Option<&'static str>,
}

/// A module, or what is always on, as it lists its pages and what belongs to them.
#[derive(Clone, Copy, Debug)]
pub struct Part(pub Option<&'static str>);

impl Part {
    /// A page that is in no menu.
    pub const fn page(
        self,
        name: &'static str,
        path: &'static str,
        subject: Option<&'static str>,
        input: fn(&PageRequest<'_>) -> PageInput,
    ) -> Page {
        Page { name, path, module: self.0, menu: None, subject, input }
    }

    /// What a form of its pages does.
    pub const fn action(
        self,
        name: &'static str,
        path: &'static str,
        page: &'static str,
        input: fn(&PageRequest<'_>) -> PageInput,
        then: fn(&PageRequest<'_>, &Value) -> Then,
    ) -> Action {
        Action { name, path, module: self.0, page, input, then }
    }

    /// What it adds to another's page.
    pub const fn section(self, name: &'static str, page: &'static str, on: &'static str) -> Section {
        Section { name, page, on, module: self.0 }
    }
}

/// What was asked for.
#[derive(Debug)]
pub struct PageRequest<'a> {
    /// For whom.
    pub scope: &'a Scope,
    /// Values from the path.
    pub path: &'a BTreeMap<String, String>,
    /// Values from the query string or the form that was posted, in their order.
    pub query: &'a [(String, String)],
}

/// What a page's document and form are given.
#[derive(Debug, Default)]
pub struct PageInput {
    /// The document's variables.
    pub variables: Map<String, Value>,
    /// The form's values as typed.
    pub form: Map<String, Value>,
    /// Fields that could not be used, with the message that says why.
    pub errors: BTreeMap<&'static str, &'static str>,
}

impl PageInput {
    /// Of a page that asks for nothing.
    pub fn nothing(_: &PageRequest<'_>) -> Self {
        Self::default()
    }

    /// What the path names, as variables of the same names; the name behind an id is for readers.
    pub fn segments(request: &PageRequest<'_>) -> Self {
        let named = request.path.iter().filter(|(name, _)| *name != "slug");
        let variables = named.map(|(name, value)| (name.clone(), value.as_str().into())).collect();
        Self { variables, ..Self::default() }
    }

    /// Of a mutation: what it takes as its `input`.
    pub fn of_mutation(input: Value) -> Self {
        Self { variables: Map::from_iter([("input".to_owned(), input)]), ..Self::default() }
    }
}

impl PageRequest<'_> {
    /// A value of the path.
    pub fn segment(&self, name: &str) -> &str {
        self.path.get(name).map_or("", String::as_str)
    }

    /// The language of the page.
    pub fn lang(&self) -> Lang {
        self.scope.lang
    }

    /// The first value of a field, nothing if it was left empty.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values(name).next()
    }

    /// Whether a button or box of that name was posted with a value.
    pub fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// The values of a field, without those that were left empty.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.query
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }
}

/// Reads a form field by field: every value is kept as typed, and what cannot be used is said at its field.
#[derive(Debug)]
pub struct Form<'a> {
    request: &'a PageRequest<'a>,
    /// What has been read so far.
    pub input: PageInput,
}

impl<'a> Form<'a> {
    /// The form of a request.
    pub fn new(request: &'a PageRequest<'a>) -> Self {
        Self { request, input: PageInput::default() }
    }

    /// A text; nothing if it was left empty.
    pub fn text(&mut self, name: &str) -> Option<String> {
        let text = self.request.values(name).next()?.to_owned();
        self.input.form.insert(name.to_owned(), text.clone().into());
        Some(text)
    }

    /// A value that `parse` understands; if it does not, the field says `message` and the value is not used.
    pub fn parsed<T>(
        &mut self,
        name: &'static str,
        message: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name)?;
        let value = parse(&text);
        if value.is_none() {
            self.input.errors.insert(name, message);
        }
        value
    }

    /// Several values.
    pub fn list(&mut self, name: &str) -> Option<Vec<String>> {
        let mut list: Vec<String> = Vec::new();
        for value in self.request.values(name) {
            if list.len() < MAX_CHOICES && !list.iter().any(|known| known == value) {
                list.push(value.to_owned());
            }
        }
        if list.is_empty() {
            return None;
        }
        self.input.form.insert(name.to_owned(), list.clone().into());
        Some(list)
    }

    /// Those of several values that `known` has; others are dropped, as links of other times may carry them.
    pub fn choices(&mut self, name: &str, known: &[&str]) -> Option<Vec<String>> {
        let mut list = self.list(name)?;
        list.retain(|value| known.contains(&value.as_str()));
        (!list.is_empty()).then_some(list)
    }

    /// A box that is ticked or not.
    pub fn ticked(&mut self, name: &str) -> Option<bool> {
        self.text(name).filter(|text| !matches!(text.as_str(), "0" | "false" | "no")).map(|_| true)
    }

    /// Those of these fields that were filled in, as an input object of texts.
    pub fn texts(&mut self, names: &[&str]) -> Map<String, Value> {
        names.iter().filter_map(|name| Some(((*name).to_owned(), self.text(name)?.into()))).collect()
    }

    /// Sets a variable of the document; nothing leaves it to the document's default.
    pub fn set(&mut self, variable: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.input.variables.insert(variable.to_owned(), value.into());
        }
    }
}

/// A path in a language: the default language has no prefix.
pub fn localised(lang: Lang, path: &str) -> String {
    match (lang, path) {
        (Lang::Pl, path) => path.to_owned(),
        (lang, "/") => format!("/{}", lang.tag()),
        (lang, path) => format!("/{}{path}", lang.tag()),
    }
}

/// A name as part of a path: folded, words joined by hyphens, at most 60 characters; never empty.
pub fn path_name(name: &str) -> String {
    let mut path = String::new();
    for c in search_index::fold(name).chars() {
        if c.is_alphanumeric() {
            path.push(c);
        } else if !path.is_empty() && !path.ends_with('-') {
            path.push('-');
        }
        if path.chars().count() == 60 {
            break;
        }
    }
    let path = path.trim_end_matches('-');
    if path.is_empty() { "-".to_owned() } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_paths() {
        assert_eq!(path_name("Szkoła Podstawowa nr 3 „Łabędź” (SP 3)"), "szkola-podstawowa-nr-3-labedz-sp-3");
        assert_eq!(path_name("!!!"), "-");
        assert!(path_name(&"ż".repeat(500)).len() <= 60);
    }
}
