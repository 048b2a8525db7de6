//! Asking providers: bounded in time and size, never redirected.
//!
//! What is asked for was checked before (`provider::endpoint`).

use std::{net::SocketAddr, pin::Pin, sync::Arc, time::Duration};

use kernel::fetch;
use openidconnect::{
    AsyncHttpClient, HttpRequest, HttpResponse,
    http::{self, HeaderMap, StatusCode, header},
};
use reqwest::{
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};
use serde::de::DeserializeOwned;
use thiserror::Error;
use url::Url;

use super::{Flaw, Part, Refusal};

/// The most bytes that are read of an answer.
const MAX_BODY: usize = 512 * 1024;

/// Why there is no answer.
#[derive(Debug, Error)]
pub(super) enum Failure {
    /// The connection, or the time it took.
    #[error("{0}")]
    Unreachable(#[from] reqwest::Error),
    /// More than [`MAX_BODY`].
    #[error("the answer is too large")]
    TooLarge,
}

impl Failure {
    /// The refusal that follows.
    pub(super) fn into_refusal(self, part: Part) -> Refusal {
        match self {
            Self::Unreachable(error) => {
                tracing::warn!(%part, %error, "provider does not answer");
                Refusal::ProviderUnreachable(part)
            }
            Self::TooLarge => Refusal::ProviderAnswer(part, Flaw::TooLarge),
        }
    }
}

/// A client for providers' endpoints.
pub(super) struct Http {
    client: reqwest::Client,
}

/// The library's way to send. Its futures are boxed: through an `impl Fn` the compiler cannot see that they may go from
/// thread to thread.
impl<'c> AsyncHttpClient<'c> for Http {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Failure>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

impl Http {
    /// A client that gives each request that long, until the last byte of its answer.
    pub(super) fn new(timeout: Duration) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .timeout(timeout)
            .connect_timeout(timeout)
            .redirect(Policy::none())
            .referer(false)
            // Else the environment would decide by which way secrets travel.
            .no_proxy()
            .dns_resolver(Arc::new(Resolver))
            .user_agent("Tablica")
            .build()?;
        Ok(Self { client })
    }

    /// Sends a request, and reads as much of the answer as it may have.
    pub(super) async fn send(&self, request: HttpRequest) -> Result<HttpResponse, Failure> {
        let mut response = self.client.execute(request.try_into()?).await?;
        let body = fetch::body(&mut response, MAX_BODY).await?.ok_or(Failure::TooLarge)?;
        let mut answer = http::Response::new(body);
        *answer.status_mut() = response.status();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        Ok(answer)
    }

    /// Gets a JSON document.
    pub(super) async fn json<T: DeserializeOwned>(&self, url: &Url, part: Part) -> Result<T, Refusal> {
        let mut request = HttpRequest::new(Vec::new());
        *request.uri_mut() = url.as_str().parse().map_err(|_| Refusal::ProviderAnswer(part, Flaw::Endpoint))?;
        request.headers_mut().insert(header::ACCEPT, header::HeaderValue::from_static("application/json"));
        let answer = self.send(request).await.map_err(|failure| failure.into_refusal(part))?;
        if answer.status() != StatusCode::OK {
            return Err(Refusal::ProviderAnswer(part, Flaw::Status(answer.status().as_u16())));
        }
        if !is_json(answer.headers()) {
            return Err(Refusal::ProviderAnswer(part, Flaw::Malformed));
        }
        serde_json::from_slice(answer.body()).map_err(|error| {
            tracing::warn!(%part, %error, "provider answers what cannot be read");
            Refusal::ProviderAnswer(part, Flaw::Malformed)
        })
    }
}

/// Whether the answer says that it is JSON, or says nothing.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::CONTENT_TYPE) else { return true };
    let essence = value.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence.starts_with("application/") && essence.ends_with("+json")
}

/// Names, but `localhost` and what is below it without asking anybody: plain http is allowed there because it does not
/// leave the machine, and no name server may have a say in that.
struct Resolver;

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            // The port is of no account: it is the address's.
            let found = fetch::look_up(name.as_str()).await?;
            let addresses: Addrs = Box::new(found.into_iter().map(|address| SocketAddr::new(address, 0)));
            Ok(addresses)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_so_or_nothing() {
        for (value, json) in [
            (None, true),
            (Some("application/json"), true),
            (Some("Application/JSON; charset=utf-8"), true),
            (Some("application/jwk-set+json"), true),
            (Some("text/html"), false),
            (Some("text/html; application/json"), false),
            (Some("application/jwt"), false),
            (Some(""), false),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(value) = value {
                headers.insert(header::CONTENT_TYPE, value.parse().unwrap());
            }
            assert_eq!(is_json(&headers), json, "{value:?}");
        }
    }
}
