//! What proves that a form was ours and that its sender saw it: a token made of a secret cookie of the browser.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use kernel::{app::App, error::Result};

/// The purpose of the signature.
const PURPOSE: &str = "form";
/// The field that carries the token.
pub const FIELD: &str = "_token";

/// The forms of one request: whoever posts one must show the browser's secret in a cookie, and the token that was made of
/// it in a field. Another site can make a browser send the cookie, but can read neither.
pub struct FormGuard {
    app: Arc<App>,
    purpose: String,
    known: Option<String>,
    made: OnceLock<String>,
    is_used: AtomicBool,
}

impl std::fmt::Debug for FormGuard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FormGuard")
    }
}

impl FormGuard {
    /// The guard of a browser whose secret is `known`; one without a secret gets a new one with its first form.
    pub fn new(app: Arc<App>, purpose: impl FnOnce(&str) -> String, known: Option<String>) -> Self {
        Self { app, purpose: purpose(PURPOSE), known, made: OnceLock::new(), is_used: AtomicBool::new(false) }
    }

    /// The browser's secret.
    pub fn secret(&self) -> &str {
        self.is_used.store(true, Ordering::Relaxed);
        match &self.known {
            Some(secret) => secret,
            None => self.made.get_or_init(|| self.app.keys.random_token().unwrap_or_default()),
        }
    }

    /// The token of a form.
    pub fn token(&self) -> Result<String> {
        self.app.keys.sign(&self.purpose, self.secret().as_bytes())
    }

    /// Whether a posted token was made for this browser.
    pub fn accepts(&self, token: &str) -> bool {
        let known = self.known.as_ref().filter(|secret| !secret.is_empty());
        known.is_some_and(|secret| self.app.keys.verify(&self.purpose, secret.as_bytes(), token))
    }

    /// The secret that the browser is to be given, if it has none and needs it.
    pub fn new_secret(&self) -> Option<&str> {
        self.made.get().map(String::as_str).filter(|secret| !secret.is_empty())
    }

    /// Whether the page has a form, so that it belongs to one browser.
    pub fn is_used(&self) -> bool {
        self.is_used.load(Ordering::Relaxed)
    }
}
