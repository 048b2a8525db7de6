//! Servers that mail is handed over to, as their addresses tell: `smtp://host:25`, `smtps://user:password@host`,
//! `smtp://host:587?tls=required`.

use std::fmt;

use url::Url;

/// How a connection is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Security {
    /// Not at all: for servers on the same machine or network.
    Plain,
    /// By STARTTLS where the server offers it (`?tls=opportunistic`).
    Offered,
    /// By STARTTLS, or nothing is sent (`?tls=required`).
    Required,
    /// From the first byte (`smtps`).
    Wrapped,
}

/// A server that takes mail (RFC 5321).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Relay {
    /// Its host: a name or an address, without brackets.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept secret.
    pub security: Security,
    /// Name and password to sign in with.
    pub credentials: Option<(String, String)>,
    /// The name to say hello with; the machine's own without one.
    pub hello: Option<String>,
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Relay").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}

impl Relay {
    /// The server at `url`; what is wrong with it, in words that do not repeat its password.
    pub fn parse(url: &str) -> Result<Self, String> {
        let url = Url::parse(url).map_err(|err| format!("the address of the mail server is no good: {err}"))?;
        let tls = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let (security, port) = match (url.scheme(), tls.as_deref()) {
            ("smtp", None) => (Security::Plain, 25),
            ("smtp", Some("opportunistic")) => (Security::Offered, 587),
            ("smtp", Some("required")) => (Security::Required, 587),
            ("smtps", None) => (Security::Wrapped, 465),
            _ => {
                return Err(
                    "the address of the mail server is no good: smtp://host, smtps://host, or smtp://host with \
                            ?tls=required or ?tls=opportunistic is expected"
                        .to_owned(),
                );
            }
        };
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        if host.is_empty() {
            return Err("the address of the mail server names no host".to_owned());
        }
        let plain = |text: &str| {
            let decoded: Vec<u8> = form_decode(text);
            String::from_utf8(decoded)
                .ok()
                .filter(|text| !text.chars().any(char::is_control))
                .ok_or("name and password of the mail server are UTF-8 text, percent-encoded".to_owned())
        };
        let credentials = match url.password() {
            Some(password) => Some((plain(url.username())?, plain(password)?)),
            None => None,
        };
        let hello = Some(url.path().trim_matches('/')).filter(|path| !path.is_empty());
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '[' | ']' | ':');
        if hello.is_some_and(|hello| !hello.chars().all(is_name)) {
            return Err("the name to say hello with is a host name".to_owned());
        }
        Ok(Self {
            host: host.to_owned(),
            port: url.port().unwrap_or(port),
            security,
            credentials,
            hello: hello.map(str::to_owned),
        })
    }
}

/// Undoes percent-encoding.
fn form_decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let decoded = digits.filter(|_| byte == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = if decoded.is_some() { &after[2..] } else { after };
        bytes.push(decoded.unwrap_or(byte));
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_servers_are_read() {
        let relay = Relay::parse("smtp://127.0.0.1:2525").unwrap();
        assert_eq!((relay.host.as_str(), relay.port, relay.security), ("127.0.0.1", 2525, Security::Plain));
        assert_eq!((relay.credentials, relay.hello), (None, None));
        let relay = Relay::parse("smtps://poczta%40edu:tajne%2Fha%C5%82o@smtp.example/portal.example").unwrap();
        assert_eq!((relay.port, relay.security), (465, Security::Wrapped));
        assert_eq!(relay.credentials, Some(("poczta@edu".to_owned(), "tajne/hało".to_owned())));
        assert_eq!(relay.hello.as_deref(), Some("portal.example"));
        let relay = Relay::parse("smtp://[::1]?tls=required").unwrap();
        assert_eq!((relay.host.as_str(), relay.port, relay.security), ("::1", 587, Security::Required));
        assert_eq!(Relay::parse("smtp://mail?tls=opportunistic").unwrap().security, Security::Offered);
    }

    #[test]
    fn others_are_refused_without_telling_their_secrets() {
        for bad in [
            "",
            "mail.example:25",
            "http://mail.example",
            "smtp://",
            "smtp://u:tajne@mail.example?tls=maybe",
            "smtps://u:tajne@mail.example?tls=required",
            "smtp://u:tajne%0d%0aRSET@mail.example",
            "smtp://u:tajne@mail.example/he%20lo",
        ] {
            let problem = Relay::parse(bad).unwrap_err();
            assert!(!problem.contains("tajne"), "{problem}");
        }
        assert!(!format!("{:?}", Relay::parse("smtp://u:tajne@mail.example").unwrap()).contains("tajne"));
    }
}
