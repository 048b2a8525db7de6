//! Files that are part of the program: templates, texts, and what Vite bundled.

use std::{borrow::Cow, collections::HashMap};

use kernel::i18n::{Lang, Messages, MessagesError};
use rust_embed::Embed;
use serde::Deserialize;

#[derive(Embed)]
#[folder = "web/"]
#[include = "layouts/*"]
#[include = "components/*"]
#[include = "emails/*"]
#[include = "pages/*"]
#[include = "i18n/*"]
struct Sources;

#[derive(Embed)]
#[folder = "web/dist/"]
#[allow_missing = true]
struct Bundle;

/// A bundled file.
pub fn bundled(path: &str) -> Option<Cow<'static, [u8]>> {
    Bundle::get(path).map(|file| file.data)
}

/// The service worker: as it is bundled, but asked for by one name, under which browsers look for a newer one.
pub fn worker() -> Option<Cow<'static, [u8]>> {
    bundled(Manifest::load().script("assets/sw.ts")?.trim_start_matches('/'))
}

/// Names and contents of the sources whose name ends so.
pub(super) fn sources(ending: &str) -> impl Iterator<Item = (String, String)> {
    let named = Sources::iter().filter(move |name| name.ends_with(ending));
    named.filter_map(|name| Some((name.to_string(), String::from_utf8_lossy(&Sources::get(&name)?.data).into_owned())))
}

/// Every message of every language: `i18n/<language>/*.ftl`.
pub fn messages() -> Result<Messages, MessagesError> {
    Messages::load(sources(".ftl").filter_map(|(name, content)| {
        let lang: Lang = name.split('/').nth(1)?.parse().ok()?;
        Some((lang, name, content.into()))
    }))
}

/// What Vite says it made of each entry.
#[derive(Debug, Default)]
pub(super) struct Manifest(HashMap<String, Chunk>);

#[derive(Debug, Deserialize)]
struct Chunk {
    file: String,
    #[serde(default)]
    css: Vec<String>,
    #[serde(default)]
    imports: Vec<String>,
}

impl Manifest {
    pub(super) fn load() -> Self {
        let manifest = bundled(".vite/manifest.json").and_then(|json| serde_json::from_slice(&json).ok());
        if manifest.is_none() {
            tracing::warn!("the web bundle is missing: pages have no styles; run `npm ci && npm run build` in web/");
        }
        Self(manifest.unwrap_or_default())
    }

    pub(super) fn script(&self, entry: &str) -> Option<String> {
        self.0.get(entry).map(|chunk| format!("/{}", chunk.file))
    }

    pub(super) fn styles(&self, entry: &str) -> Vec<String> {
        let Some(chunk) = self.0.get(entry) else { return Vec::new() };
        let imported = chunk.imports.iter().filter_map(|name| self.0.get(name)).flat_map(|chunk| &chunk.css);
        chunk.css.iter().chain(imported).map(|file| format!("/{file}")).collect()
    }
}
