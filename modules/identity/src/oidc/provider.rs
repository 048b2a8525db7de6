//! A provider as a city declares it.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
};

use kernel::fetch::is_localhost;
use openidconnect::IssuerUrl;
use url::{Host, Url};

use super::Refusal;

/// Longer addresses than this are nobody's.
const MAX_ADDRESS: usize = 2048;

/// A provider as a city declares it.
///
/// The issuer is compared letter by letter. Microsoft's is that of one directory
/// (`https://login.microsoftonline.com/<directory>/v2.0`): tokens of `common` name each their own directory.
#[derive(Clone)]
pub struct Provider {
    /// Its name in addresses; never changes.
    pub id: String,
    /// The issuer's identifier: an https address, or http on this machine.
    pub issuer: String,
    /// What it knows us by.
    pub client_id: String,
    /// The secret it gave us, if it gave one.
    pub client_secret: Option<String>,
    /// What to ask for besides `openid`, such as `email` and `profile`.
    pub scopes: Vec<String>,
}

impl Provider {
    /// What is wrong with the declaration, if anything is.
    pub fn fault(&self) -> Option<&'static str> {
        let Ok(issuer) = Url::parse(&self.issuer) else { return Some("the issuer is no address") };
        if self.issuer.len() > MAX_ADDRESS || issuer.query().is_some() || !plain(&issuer) {
            return Some("the issuer is an address without user, query and fragment, at most 2048 characters");
        }
        if issuer.scheme() != "https" && !is_loopback(&issuer) {
            return Some("the issuer is an https address, or an http address of this machine");
        }
        if self.client_id.is_empty() {
            return Some("the client id is empty");
        }
        // RFC 6749, 3.3.
        let is_scope = |scope: &String| {
            !scope.is_empty() && scope.bytes().all(|b| b.is_ascii_graphic() && b != b'"' && b != b'\\')
        };
        if !self.scopes.iter().all(is_scope) {
            return Some("a scope is a word of ASCII characters without quotes and backslashes");
        }
        None
    }

    /// The issuer, if the declaration can be used.
    pub(super) fn check(&self) -> Result<IssuerUrl, Refusal> {
        if let Some(fault) = self.fault() {
            return Err(Refusal::Configuration(fault));
        }
        IssuerUrl::new(self.issuer.clone()).map_err(|_| Refusal::Configuration("the issuer is no address"))
    }

    /// Scopes besides `openid`, which is always asked for.
    pub(super) fn further_scopes(&self) -> impl Iterator<Item = &str> {
        self.scopes.iter().map(String::as_str).filter(|scope| *scope != "openid")
    }

    /// Whether the person's address is among what is asked for.
    pub(super) fn asks_for_email(&self) -> bool {
        self.scopes.iter().any(|scope| scope == "email")
    }
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provider").field("id", &self.id).field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// An endpoint of that issuer, if it may be asked: https, or this machine's if the issuer is this machine's.
pub(super) fn endpoint(text: &str, issuer: &Url) -> Option<Url> {
    let url = Url::parse(text).ok().filter(|url| text.len() <= MAX_ADDRESS && plain(url))?;
    (url.scheme() == "https" || is_loopback(issuer) && is_loopback(&url)).then_some(url)
}

/// Without user, password and fragment.
fn plain(url: &Url) -> bool {
    url.username().is_empty() && url.password().is_none() && url.fragment().is_none()
}

/// Whether it is an http address that never leaves this machine. Names below `localhost` do not (RFC 6761, 6.3), for
/// `http` resolves them itself.
fn is_loopback(url: &Url) -> bool {
    url.scheme() == "http"
        && match url.host() {
            Some(Host::Domain(name)) => is_localhost(name),
            Some(Host::Ipv4(address)) => address == Ipv4Addr::LOCALHOST,
            Some(Host::Ipv6(address)) => address == Ipv6Addr::LOCALHOST,
            None => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provider(issuer: &str) -> Provider {
        Provider {
            id: "city".to_owned(),
            issuer: issuer.to_owned(),
            client_id: "tablica".to_owned(),
            client_secret: Some("hush".to_owned()),
            scopes: vec!["email".to_owned()],
        }
    }

    #[test]
    fn issuers_are_https_or_of_this_machine() {
        for good in [
            "https://id.debno.example",
            "https://id.debno.example/realms/city",
            "https://accounts.google.com",
            "http://localhost:8080/realms/city",
            "http://keycloak.localhost",
            "http://127.0.0.1:9000",
            "http://[::1]:9000",
        ] {
            assert_eq!(provider(good).fault(), None, "{good}");
        }
        for bad in [
            "",
            "id.debno.example",
            "http://id.debno.example",
            "http://localhost.evil.example",
            "http://evillocalhost",
            "http://127.0.0.2",
            "http://192.168.0.1",
            "ftp://localhost",
            "https://user@id.debno.example",
            "https://id.debno.example?realm=city",
            "https://id.debno.example/#city",
            &format!("https://id.debno.example/{}", "x".repeat(2048)),
        ] {
            assert!(provider(bad).fault().is_some(), "{bad}");
        }
    }

    #[test]
    fn scopes_are_words() {
        for (scope, good) in
            [("email", true), ("a:b/c", true), ("", false), ("a b", false), ("\"", false), ("ą", false)]
        {
            let provider = Provider { scopes: vec![scope.to_owned()], ..provider("https://id.debno.example") };
            assert_eq!(provider.fault().is_none(), good, "{scope:?}");
        }
    }

    #[test]
    fn endpoints_stay_on_https_or_on_this_machine() {
        let far = Url::parse("https://id.debno.example").unwrap();
        let near = Url::parse("http://localhost:9000").unwrap();
        for (text, of_far, of_near) in [
            ("https://id.debno.example/token", true, true),
            ("https://oauth2.other.example/token?a=b", true, true),
            ("http://id.debno.example/token", false, false),
            ("http://localhost:9000/token", false, true),
            ("http://127.0.0.1:9000/token", false, true),
            ("http://169.254.169.254/latest", false, false),
            ("javascript:alert(1)", false, false),
            ("file:///etc/passwd", false, false),
            ("https://a:b@id.debno.example/token", false, false),
            ("https://id.debno.example/token#x", false, false),
            ("/token", false, false),
            (&format!("https://id.debno.example/{}", "x".repeat(2048)), false, false),
        ] {
            assert_eq!(endpoint(text, &far).is_some(), of_far, "{text}");
            assert_eq!(endpoint(text, &near).is_some(), of_near, "{text}");
        }
    }

    #[test]
    fn the_secret_is_not_shown() {
        assert!(!format!("{:?}", provider("https://id.debno.example")).contains("hush"));
    }
}
