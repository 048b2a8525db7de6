//! The documents of pages, put together of the page's own, the frame's and the sections' fragments.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use async_graphql::parser::{
    parse_query,
    types::{DocumentOperations, ExecutableDocument},
};
use kernel::tenancy::ModuleSet;

use super::assets::sources;
use crate::modules;

/// The fragment that every page of a city spreads for its frame.
const LAYOUT: &str = "layouts/city.graphql";
/// What the frame is called by modules that add sections to it, so that they stand on every page.
pub(super) const FRAME: &str = "layout";

/// The documents of pages, put together for each set of modules: the page's own, the layout's fragment, and the
/// fragments of sections.
pub(super) struct Documents {
    texts: HashMap<String, String>,
    parsed: RwLock<HashMap<(&'static str, ModuleSet), Arc<(String, ExecutableDocument)>>>,
}

impl Documents {
    /// Every document there is, as text.
    pub(super) fn load() -> Self {
        Self { texts: sources(".graphql").collect(), parsed: RwLock::default() }
    }

    /// The document of a page for cities with these modules; nothing if the page has no document, or it does not
    /// parse.
    pub(super) fn get(&self, page: &'static str, set: &ModuleSet) -> Option<Arc<(String, ExecutableDocument)>> {
        let key = (page, set.clone());
        if let Some(document) = self.parsed.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Some(document.clone());
        }
        let source = self.source(page, set)?;
        let mut parsed = parse_query(&source)
            .inspect_err(|err| tracing::error!(page, error = %err, "the page's document does not parse"))
            .ok()?;
        drop_unused_variables(&mut parsed, &source);
        let document = Arc::new((source, parsed));
        self.parsed.write().unwrap_or_else(PoisonError::into_inner).insert(key, document.clone());
        Some(document)
    }

    fn source(&self, page: &str, set: &ModuleSet) -> Option<String> {
        let text = |name: String| self.texts.get(&name).map(String::as_str);
        let mut source = text(format!("pages/{page}.graphql"))?.to_owned();
        // The frame has sections of its own, under a name of its own, beside those of the page.
        let mut spread_out = spreads(&source, page, "...Sections", "Sections");
        if source.contains("...Layout") {
            source.push_str(text(LAYOUT.to_owned())?);
            spread_out.extend(spreads(&source, FRAME, "...FrameSections", "FrameSections"));
        }
        for (spread, on, page) in spread_out {
            let sections: Vec<_> = modules::sections()
                .filter(|section| section.page == page && section.on == on && is_on(set, section.module))
                .collect();
            let names: String =
                sections.iter().map(|section| format!(" ...{}", section.name.replace('/', "_"))).collect();
            source.push_str(&format!("\nfragment {spread} on {on} {{ __typename{names} }}\n"));
            for section in sections {
                let fragment = text(format!("pages/{}.graphql", section.name));
                if fragment.is_none() {
                    tracing::error!(page, section = section.name, "the section has no document");
                }
                source.push_str(fragment?);
            }
        }
        Some(source)
    }
}

/// The fragments that a page's document spreads for sections, and the types they are on: `...SectionsOnX` stands on X,
/// `...Sections` on the type of the page's other sections. Each with the page whose sections they are.
fn spreads<'a>(source: &str, page: &'a str, mark: &str, name: &str) -> Vec<(String, String, &'a str)> {
    let named = source.split(mark).skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        rest[..end].strip_prefix("On").unwrap_or_default()
    });
    let mut named: Vec<&str> = named.collect();
    named.sort_unstable();
    named.dedup();
    let other = modules::sections().find(|section| section.page == page && !named.contains(&section.on));
    let other = other.map_or("Query", |section| section.on);
    let spread = |on: &&str| match *on {
        "" => (name.to_owned(), other.to_owned(), page),
        on => (format!("{name}On{on}"), on.to_owned(), page),
    };
    named.iter().map(spread).collect()
}

/// Takes out the variables that nothing uses: a page declares what its sections may ask by, and a city may have none of
/// those sections.
fn drop_unused_variables(document: &mut ExecutableDocument, source: &str) {
    let is_used = |name: &str| {
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        source.split(&format!("${name}")).skip(1).filter(|rest| ends(rest)).count() > 1
    };
    let operations: Vec<_> = match &mut document.operations {
        DocumentOperations::Single(operation) => vec![operation],
        DocumentOperations::Multiple(operations) => operations.values_mut().collect(),
    };
    for operation in operations {
        operation.node.variable_definitions.retain(|variable| is_used(&variable.node.name.node));
    }
}

fn is_on(set: &ModuleSet, module: Option<&str>) -> bool {
    module.is_none_or(|module| set.contains(module))
}
