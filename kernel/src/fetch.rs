//! Fetching what a client named: an address that anybody may have typed, asked from inside our network.
//!
//! Plain `http` and `https` at their own ports only, without credentials. Every name is resolved here, every address it
//! stands for is checked ([`address::is_public`]), and the connection goes to the addresses that were checked, so that
//! a name server cannot answer twice in two ways. Each redirect is checked as if it had been typed. Time, bytes and
//! redirects are bounded, whatever the other side does.

pub mod address;

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use reqwest::{
    Client, Response, StatusCode,
    dns::{Name, Resolve, Resolving},
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, LAST_MODIFIED, LOCATION},
    header::{HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH, RETRY_AFTER},
    redirect::Policy,
};
use thiserror::Error;
use url::{Host, Url};

use crate::app::PublicAddress;

/// How long all of it may take, redirects included.
pub const MAX_TIME: Duration = Duration::from_secs(10);
/// How many bytes are read.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// How many redirects are followed.
pub const MAX_REDIRECTS: usize = 3;
/// The longest address, in bytes.
pub const MAX_ADDRESS: usize = 2000;
/// The longest validator that is sent back.
const MAX_VALIDATOR: usize = 500;

/// How far a fetch may reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses, at the ports of `http` and `https`.
    #[default]
    Public,
    /// This machine's loopback besides, at any port: for tests and demonstrations.
    OwnMachine,
}

impl Reach {
    /// How far an installation's fetches may reach: to its own machine only where its cities are nowhere else, that is
    /// under `localhost`. Nothing that a city declares or a person writes has a say in it.
    pub fn of(public: &PublicAddress) -> Self {
        if public.scheme == "http" && is_localhost(&public.base_domain) { Self::OwnMachine } else { Self::Public }
    }

    fn allows(self, address: IpAddr) -> bool {
        address::is_public(address) || self == Self::OwnMachine && address.is_loopback()
    }
}

/// Why there is nothing.
#[derive(Debug, Error)]
pub enum Failure {
    /// The text is no address of the web, or too long for one.
    #[error("no address of the web")]
    NoAddress,
    /// Something else than `http` and `https`.
    #[error("neither http nor https")]
    Scheme,
    /// The address carries a name or password.
    #[error("an address with a name or password")]
    Credentials,
    /// Another port than 80 and 443.
    #[error("a port that is not the web's")]
    Port,
    /// It leads into a network that is not public.
    #[error("an address that is not public")]
    Internal,
    /// No name server knows the name.
    #[error("the name is unknown")]
    NameUnknown,
    /// The connection failed.
    #[error("{0}")]
    Unreachable(#[from] reqwest::Error),
    /// It took longer than [`MAX_TIME`].
    #[error("it took too long")]
    TooSlow,
    /// More than [`MAX_BYTES`].
    #[error("the answer is too large")]
    TooLarge,
    /// The answer is compressed although that was declined: what it would become cannot be told before.
    #[error("the answer is compressed")]
    Encoded,
    /// More than [`MAX_REDIRECTS`], or one that leads nowhere.
    #[error("too many redirects")]
    Redirects,
    /// An answer of that status.
    #[error("the server answers {0}")]
    Status(u16),
}

/// What a server said of the state of a document, to be said back to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

/// What was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its bytes.
    pub body: Vec<u8>,
    /// `Content-Type` as the server said it.
    pub media_type: Option<String>,
    /// What to ask with the next time.
    pub validators: Validators,
}

/// What a name that was typed stands for, if it may be fetched at all. Names are not looked up yet.
pub fn parse(text: &str, reach: Reach) -> Result<Url, Failure> {
    if text.len() > MAX_ADDRESS {
        return Err(Failure::NoAddress);
    }
    let url = Url::parse(text.trim()).map_err(|_| Failure::NoAddress)?;
    check(&url, reach)?;
    Ok(url)
}

/// Fetches a document; nothing if it is the one that `known` is of.
pub async fn get(url: &Url, reach: Reach, known: &Validators) -> Result<Option<Document>, Failure> {
    within(MAX_TIME, url, reach, known).await
}

/// What a server said of what it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The status.
    pub status: u16,
    /// In how many seconds to come again, where it says so (`Retry-After`).
    pub retry_after: Option<u64>,
}

/// Sends bytes to an address that somebody named. Redirects are not followed, and what is answered besides the status is
/// not read.
pub async fn post(url: &Url, reach: Reach, headers: &[(HeaderName, String)], body: Vec<u8>) -> Result<Taken, Failure> {
    let send = async {
        check(url, reach)?;
        let mut request = client(url, reach).await?.post(url.clone()).body(body);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let response = request.send().await?;
        let retry_after = header(response.headers(), RETRY_AFTER).and_then(|seconds| seconds.parse().ok());
        Ok(Taken { status: response.status().as_u16(), retry_after })
    };
    tokio::time::timeout(MAX_TIME, send).await.map_err(|_| Failure::TooSlow)?
}

async fn within(time: Duration, url: &Url, reach: Reach, known: &Validators) -> Result<Option<Document>, Failure> {
    tokio::time::timeout(time, follow(url.clone(), reach, known)).await.map_err(|_| Failure::TooSlow)?
}

/// Whether a name is this machine's by definition (RFC 6761, 6.3).
pub fn is_localhost(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || name.to_ascii_lowercase().ends_with(".localhost")
}

/// Reads an answer to its end, but no more than so many bytes; nothing if there are more.
pub async fn body(response: &mut Response, most: usize) -> Result<Option<Vec<u8>>, reqwest::Error> {
    if response.content_length().is_some_and(|length| length > most as u64) {
        return Ok(None);
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > most {
            return Ok(None);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Some(body))
}

/// The addresses of a name. `localhost` and what is below it stands for loopback without asking anybody: no name server
/// may have a say in that.
pub async fn look_up(name: &str) -> std::io::Result<Vec<IpAddr>> {
    if is_localhost(name) {
        return Ok(vec![IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)]);
    }
    Ok(tokio::net::lookup_host((name, 0)).await?.map(|found| found.ip()).collect())
}

/// What can be told of an address without asking anybody.
fn check(url: &Url, reach: Reach) -> Result<(), Failure> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Failure::Scheme);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Failure::Credentials);
    }
    let literal = match url.host().ok_or(Failure::NoAddress)? {
        Host::Domain(name) if is_localhost(name) => Some(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        Host::Domain(_) => None,
        Host::Ipv4(address) => Some(IpAddr::V4(address)),
        Host::Ipv6(address) => Some(IpAddr::V6(address)),
    };
    if literal.is_some_and(|address| !reach.allows(address)) {
        return Err(Failure::Internal);
    }
    let is_of_the_web = matches!(url.port_or_known_default(), Some(80 | 443));
    let is_own = reach == Reach::OwnMachine && literal.is_some_and(|address| address.is_loopback());
    if is_of_the_web || is_own { Ok(()) } else { Err(Failure::Port) }
}

async fn follow(mut url: Url, reach: Reach, known: &Validators) -> Result<Option<Document>, Failure> {
    for _ in 0..=MAX_REDIRECTS {
        check(&url, reach)?;
        let mut response = ask(&url, reach, known).await?;
        let status = response.status();
        if status == StatusCode::NOT_MODIFIED && *known != Validators::default() {
            return Ok(None);
        }
        if is_redirect(status) {
            let location = response.headers().get(LOCATION).and_then(|location| location.to_str().ok());
            let next = location.filter(|location| location.len() <= MAX_ADDRESS);
            url = next.and_then(|location| url.join(location).ok()).ok_or(Failure::Redirects)?;
            continue;
        }
        if status != StatusCode::OK {
            return Err(Failure::Status(status.as_u16()));
        }
        if header(response.headers(), CONTENT_ENCODING).is_some_and(|coding| !coding.eq_ignore_ascii_case("identity")) {
            return Err(Failure::Encoded);
        }
        let body = body(&mut response, MAX_BYTES).await?.ok_or(Failure::TooLarge)?;
        let headers = response.headers();
        let validators =
            Validators { etag: validator(headers, ETAG), last_modified: validator(headers, LAST_MODIFIED) };
        return Ok(Some(Document { body, media_type: header(headers, CONTENT_TYPE), validators }));
    }
    Err(Failure::Redirects)
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// A client that speaks to one address, whose every meaning was checked.
async fn client(url: &Url, reach: Reach) -> Result<Client, Failure> {
    let mut builder = Client::builder()
        .timeout(MAX_TIME)
        .redirect(Policy::none())
        .referer(false)
        // Else the environment would decide where the request goes, and not the check.
        .no_proxy()
        .pool_max_idle_per_host(0)
        .dns_resolver(Arc::new(Nobody))
        .user_agent("Tablica");
    if let Some(Host::Domain(name)) = url.host() {
        let found = look_up(name).await.map_err(|_| Failure::NameUnknown)?;
        if found.is_empty() {
            return Err(Failure::NameUnknown);
        }
        if !found.iter().all(|address| reach.allows(*address)) {
            return Err(Failure::Internal);
        }
        // The port is of no account: it is the address's.
        let pinned: Vec<SocketAddr> = found.into_iter().map(|address| SocketAddr::new(address, 0)).collect();
        builder = builder.resolve_to_addrs(name, &pinned);
    }
    Ok(builder.build()?)
}

/// Asks once.
async fn ask(url: &Url, reach: Reach, known: &Validators) -> Result<Response, Failure> {
    let mut request = client(url, reach).await?.get(url.clone()).header(ACCEPT_ENCODING, "identity");
    for (name, value) in [(IF_NONE_MATCH, &known.etag), (IF_MODIFIED_SINCE, &known.last_modified)] {
        let value = value.as_deref().filter(|value| value.len() <= MAX_VALIDATOR);
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(value).ok()) {
            request = request.header(name, value);
        }
    }
    Ok(request.send().await?)
}

fn header(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim).map(str::to_owned)
}

/// Longer ones are not kept: they would be sent back.
fn validator(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    header(headers, name).filter(|value| !value.is_empty() && value.len() <= MAX_VALIDATOR)
}

/// Knows no name: those that are asked for were looked up, and checked, before.
struct Nobody;

impl Resolve for Nobody {
    fn resolve(&self, _: Name) -> Resolving {
        Box::pin(async { Err("a name that was not checked".into()) })
    }
}

#[cfg(test)]
mod tests;
