//! What a declaration says of mail: as whom a city writes, where it hands its mail over, how it is signed, how fast it goes.

use std::{fmt, fs, path::Path};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::HostName;
use crate::mail::{dkim::Signer, relay::Relay};

/// Mails a minute to one domain, where the city says nothing.
const DOMAIN_PER_MINUTE: u32 = 300;
/// Connections to the city's mail server at most.
const MOST_CONNECTIONS: u8 = 8;

/// As whom a city writes mail, and how it goes out.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MailSettings {
    /// The sender's address; without one, `portal@` the city's host.
    pub from: Option<String>,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// The server that takes the city's mail, with its password; without one, the installation's.
    pub smtp_url: Option<String>,
    /// With what mails are signed.
    pub dkim: Option<Dkim>,
    /// The host of the addresses that undeliverable mail comes back to; without one, the sender's.
    pub bounce_host: Option<String>,
    /// Mails a minute at most; as many as the server takes without one.
    pub per_minute: Option<u32>,
    /// Mails a minute to one domain at most, if not 300.
    pub domain_per_minute: Option<u32>,
    /// Connections to the server at once, if not one.
    pub connections: Option<u8>,
}

/// With what a city's mails are signed (DKIM, RFC 6376).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dkim {
    /// The domain that vouches: the sender's, or one above it.
    pub domain: String,
    /// The key's name there: the public half stands at `<selector>._domainkey.<domain>`.
    pub selector: String,
    /// The private key, PEM.
    pub key: String,
}

impl fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailSettings").field("from", &self.from).field("dkim", &self.dkim).finish_non_exhaustive()
    }
}

impl fmt::Debug for Dkim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dkim").field("domain", &self.domain).field("selector", &self.selector).finish_non_exhaustive()
    }
}

impl MailSettings {
    /// Mails a minute to one domain at most.
    pub fn domain_per_minute(&self) -> u32 {
        self.domain_per_minute.unwrap_or(DOMAIN_PER_MINUTE).max(1)
    }

    /// Connections to the server at once.
    pub fn connections(&self) -> usize {
        usize::from(self.connections.unwrap_or(1).clamp(1, MOST_CONNECTIONS))
    }
}

/// The table `[mail]`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MailSection {
    from: Option<Spanned<String>>,
    reply_to: Option<Spanned<String>>,
    smtp_url: Option<Spanned<String>>,
    smtp_url_file: Option<Spanned<String>>,
    dkim: Option<Spanned<DkimSection>>,
    bounce_host: Option<Spanned<HostName>>,
    per_minute: Option<Spanned<u32>>,
    domain_per_minute: Option<Spanned<u32>>,
    connections: Option<Spanned<u8>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DkimSection {
    domain: HostName,
    selector: HostName,
    key_file: String,
}

/// What is wrong, and at which byte of the file.
type Problem = (usize, String);

impl MailSection {
    /// The settings, with the files they name read in.
    pub(super) fn read(self, folder: &Path) -> Result<MailSettings, Problem> {
        let smtp_url = match (self.smtp_url, self.smtp_url_file) {
            (Some(_), Some(file)) => {
                return Err((file.span().start, "give smtp_url or smtp_url_file, not both".to_owned()));
            }
            (Some(url), None) => Some((url.span().start, url.into_inner())),
            (None, Some(file)) => {
                let at = file.span().start;
                Some((at, content(folder, file.get_ref()).map_err(|problem| (at, problem))?.trim().to_owned()))
            }
            (None, None) => None,
        };
        if let Some((at, url)) = &smtp_url {
            Relay::parse(url).map_err(|problem| (*at, problem))?;
        }
        let dkim = match self.dkim {
            Some(section) => {
                let at = section.span().start;
                Some(section.into_inner().read(folder).map_err(|problem| (at, problem))?)
            }
            None => None,
        };
        Ok(MailSettings {
            from: self.from.map(address).transpose()?,
            reply_to: self.reply_to.map(address).transpose()?,
            smtp_url: smtp_url.map(|(_, url)| url),
            dkim,
            bounce_host: self.bounce_host.map(|host| host.into_inner().into()),
            per_minute: self.per_minute.map(|number| within(number, 1, 1_000_000)).transpose()?,
            domain_per_minute: self.domain_per_minute.map(|number| within(number, 1, 1_000_000)).transpose()?,
            connections: self.connections.map(|number| within(number, 1, MOST_CONNECTIONS)).transpose()?,
        })
    }
}

impl DkimSection {
    fn read(self, folder: &Path) -> Result<Dkim, String> {
        let (domain, selector) = (String::from(self.domain), String::from(self.selector));
        let key = content(folder, &self.key_file)?;
        Signer::new(&domain, &selector, &key).map_err(|problem| format!("key_file: {}: {problem}", self.key_file))?;
        Ok(Dkim { domain, selector, key })
    }
}

fn content(folder: &Path, name: &str) -> Result<String, String> {
    fs::read_to_string(folder.join(name)).map_err(|err| format!("{name}: {err}"))
}

fn address(declared: Spanned<String>) -> Result<String, Problem> {
    let (at, text) = (declared.span().start, declared.into_inner());
    if is_address(&text) {
        Ok(text)
    } else {
        Err((at, format!("\"{text}\" is no address like portal@edu.szczecin.example")))
    }
}

/// An address that mail can be written from and to: no name, nothing quoted.
pub(super) fn is_address(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-.".contains(c);
    text.rsplit_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && local.chars().all(plain) && HostName::try_from(domain.to_ascii_lowercase()).is_ok()
    })
}

fn within<N: PartialOrd + Copy + fmt::Display>(declared: Spanned<N>, least: N, most: N) -> Result<N, Problem> {
    let (at, number) = (declared.span().start, declared.into_inner());
    if number >= least && number <= most {
        Ok(number)
    } else {
        Err((at, format!("a number from {least} to {most} is expected")))
    }
}
