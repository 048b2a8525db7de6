//! What a declaration says of people: who vouches for them, what the city decides of what they write.

use std::{fmt, fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::i18n::LocalText;

/// An OpenID provider that vouches for a city's people.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityProvider {
    /// Its name in addresses: `/auth/<id>`.
    pub id: String,
    /// Its name on the button.
    pub name: LocalText,
    /// Its issuer, an address (OpenID Connect Discovery 1.0).
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our password there; none for public clients.
    pub client_secret: Option<String>,
    /// What is asked for; always with `openid`.
    pub scopes: Vec<String>,
}

impl fmt::Debug for IdentityProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdentityProvider").field("id", &self.id).field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// When something that people write becomes public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Moderation {
    /// After somebody has read it.
    #[default]
    Before,
    /// At once; it is read afterwards.
    After,
}

/// What a city decides of how its portal works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// When reviews become public.
    pub reviews: Moderation,
    /// Days after which an entry that nobody confirmed is asked about.
    pub stale_after_days: u32,
    /// Days after which an entry that nobody confirmed is hidden.
    pub hide_after_days: u32,
    /// Up to so many readers one person may decide alone what is announced to them; above, a second has to agree.
    pub announcement_approval_above: u32,
}

impl Default for Policy {
    /// A term of school has some five months; what nobody confirmed in two is hidden.
    fn default() -> Self {
        Self {
            reviews: Moderation::Before,
            stale_after_days: 150,
            hide_after_days: 300,
            announcement_approval_above: 500,
        }
    }
}

/// A provider as declared.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProviderSection {
    id: String,
    name: Name,
    issuer: String,
    client_id: String,
    client_secret: Option<String>,
    client_secret_file: Option<String>,
    #[serde(default = "usual_scopes")]
    scopes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Name {
    Polish(String),
    Several(LocalText),
}

fn usual_scopes() -> Vec<String> {
    ["openid", "email", "profile"].map(str::to_owned).to_vec()
}

impl ProviderSection {
    /// The provider, with its secret read in; what is wrong with it, in words.
    pub(super) fn read(self, folder: &Path) -> Result<IdentityProvider, String> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.id.is_empty() || self.id.len() > 40 || !self.id.chars().all(plain) {
            return Err(format!("id: \"{}\": small letters, digits and hyphens are expected", self.id));
        }
        let is_loopback = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"]
            .iter()
            .any(|beginning| self.issuer.starts_with(beginning));
        if !self.issuer.starts_with("https://") && !is_loopback {
            return Err(format!("issuer: \"{}\": an https address is expected", self.issuer));
        }
        let client_secret = match (self.client_secret, self.client_secret_file) {
            (Some(_), Some(_)) => return Err("give client_secret or client_secret_file, not both".to_owned()),
            (secret, None) => secret,
            (None, Some(name)) => {
                let path = folder.join(&name);
                let secret = fs::read_to_string(&path).map_err(|err| format!("client_secret_file: {name}: {err}"))?;
                Some(secret.trim().to_owned())
            }
        };
        let mut scopes = self.scopes;
        if !scopes.iter().any(|scope| scope == "openid") {
            scopes.insert(0, "openid".to_owned());
        }
        let name = match self.name {
            Name::Polish(pl) => LocalText { pl, ..LocalText::default() },
            Name::Several(name) => name,
        };
        Ok(IdentityProvider {
            id: self.id,
            name,
            issuer: self.issuer,
            client_id: self.client_id,
            client_secret,
            scopes,
        })
    }
}
