//! What providers say of themselves: endpoints and keys. Remembered by issuer.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use moka::future::Cache;
use openidconnect::{
    AuthType, AuthUrl, IssuerUrl, JsonWebKey as _, TokenUrl, UserInfoUrl,
    core::{CoreJsonWebKey, CoreJsonWebKeySet, CoreJsonWebKeyType},
};
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::{Mutex, RwLock};
use url::Url;

use super::{Flaw, Part, Refusal, http::Http, provider::endpoint};

/// How long an answer is good.
const REMEMBERED: Duration = Duration::from_secs(60 * 60);
/// Issuers remembered at once; all cities' together.
const MAX_ISSUERS: u64 = 1024;
/// How often keys are asked for anew because a token's was not among them.
const REFETCH_AFTER: Duration = Duration::from_secs(30);
/// Google has two keys, Keycloak as many as it was given; nobody has more.
const MAX_KEYS: usize = 64;
/// Shorter RSA keys are not trusted (RFC 7518, 3.3), in bits.
const MIN_RSA_BITS: usize = 2048;

/// What providers say of themselves.
pub(super) struct Discovery {
    http: Http,
    known: Cache<String, Arc<Known>>,
}

/// What one provider says of itself.
pub(super) struct Known {
    /// Where people sign in.
    pub(super) authorization: AuthUrl,
    /// Where codes become tokens.
    pub(super) token: TokenUrl,
    /// How we prove there who we are, if we have a secret.
    pub(super) auth_type: AuthType,
    /// Where more is said about a person.
    pub(super) userinfo: Option<UserInfoUrl>,
    /// Whether its callbacks always say whose they are (RFC 9207).
    pub(super) says_issuer: bool,
    keys_at: Url,
    keys: RwLock<Arc<CoreJsonWebKeySet>>,
    refetched_at: Mutex<Option<Instant>>,
}

/// The fields of a discovery document that we go by.
#[derive(Deserialize)]
struct Document {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    userinfo_endpoint: Option<String>,
    jwks_uri: String,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl Discovery {
    /// Knows nobody yet.
    pub(super) fn new(http: Http) -> Self {
        Self { http, known: Cache::builder().max_capacity(MAX_ISSUERS).time_to_live(REMEMBERED).build() }
    }

    /// The client that asks.
    pub(super) fn http(&self) -> &Http {
        &self.http
    }

    /// What that issuer says of itself. Callers at the same time share one request; failures are not remembered.
    pub(super) async fn of(&self, issuer: &IssuerUrl) -> Result<Arc<Known>, Refusal> {
        let load = async { Known::load(&self.http, issuer).await.map(Arc::new) };
        self.known.try_get_with_by_ref(issuer.as_str(), load).await.map_err(|refusal| Refusal::clone(&refusal))
    }
}

/// An endpoint that the document names, if it may be asked.
fn checked(issuer: &IssuerUrl, text: &str) -> Result<Url, Refusal> {
    endpoint(text, issuer.url()).ok_or(Refusal::ProviderAnswer(Part::Discovery, Flaw::Endpoint))
}

impl Known {
    /// Asks the provider.
    async fn load(http: &Http, issuer: &IssuerUrl) -> Result<Self, Refusal> {
        let base = issuer.as_str().strip_suffix('/').unwrap_or(issuer.as_str());
        let address = format!("{base}/.well-known/openid-configuration");
        let address = Url::parse(&address).map_err(|_| Refusal::Configuration("the issuer is no address"))?;
        let document: Document = http.json(&address, Part::Discovery).await?;
        if document.issuer != issuer.as_str() {
            return Err(Refusal::ProviderAnswer(Part::Discovery, Flaw::OtherIssuer));
        }
        let authorization = AuthUrl::from_url(checked(issuer, &document.authorization_endpoint)?);
        let token = TokenUrl::from_url(checked(issuer, &document.token_endpoint)?);
        let userinfo = match &document.userinfo_endpoint {
            Some(text) => Some(UserInfoUrl::from_url(checked(issuer, text)?)),
            None => None,
        };
        let keys_at = checked(issuer, &document.jwks_uri)?;
        let keys = fetch_keys(http, &keys_at).await?;
        Ok(Self {
            authorization,
            token,
            auth_type: auth_type(document.token_endpoint_auth_methods_supported.as_deref()),
            userinfo,
            says_issuer: document.authorization_response_iss_parameter_supported,
            keys_at,
            keys: RwLock::new(Arc::new(keys)),
            refetched_at: Mutex::new(None),
        })
    }

    /// Its signing keys.
    pub(super) async fn keys(&self) -> Arc<CoreJsonWebKeySet> {
        Arc::clone(&*self.keys.read().await)
    }

    /// Keys that came after `seen`, which did not fit: those that somebody else has fetched meanwhile, or else the
    /// provider's now; nothing if it was asked a moment ago.
    pub(super) async fn newer_keys(
        &self,
        http: &Http,
        seen: &Arc<CoreJsonWebKeySet>,
    ) -> Result<Option<Arc<CoreJsonWebKeySet>>, Refusal> {
        let mut refetched_at = self.refetched_at.lock().await;
        let current = self.keys().await;
        if !Arc::ptr_eq(&current, seen) {
            return Ok(Some(current));
        }
        if refetched_at.is_some_and(|at| at.elapsed() < REFETCH_AFTER) {
            return Ok(None);
        }
        *refetched_at = Some(Instant::now());
        let newer = Arc::new(fetch_keys(http, &self.keys_at).await?);
        *self.keys.write().await = Arc::clone(&newer);
        Ok(Some(newer))
    }
}

/// How to prove who we are: with a header, as providers must understand, unless this one only takes the body.
fn auth_type(methods: Option<&[String]>) -> AuthType {
    let takes = |name: &str| methods.is_some_and(|methods| methods.iter().any(|method| method == name));
    if takes("client_secret_post") && !takes("client_secret_basic") {
        AuthType::RequestBody
    } else {
        AuthType::BasicAuth
    }
}

/// A key set as it comes; keys of kinds that we do not know may be among them.
#[derive(Deserialize)]
struct KeySet {
    keys: Vec<Value>,
}

async fn fetch_keys(http: &Http, url: &Url) -> Result<CoreJsonWebKeySet, Refusal> {
    let set: KeySet = http.json(url, Part::Keys).await?;
    if set.keys.len() > MAX_KEYS {
        return Err(Refusal::ProviderAnswer(Part::Keys, Flaw::TooManyKeys));
    }
    let keys: Vec<CoreJsonWebKey> = set.keys.into_iter().filter_map(usable).collect();
    if keys.is_empty() {
        return Err(Refusal::ProviderAnswer(Part::Keys, Flaw::NoKeys));
    }
    Ok(CoreJsonWebKeySet::new(keys))
}

/// The key, if a token may be signed with it: public, of a kind we know, and long enough.
fn usable(key: Value) -> Option<CoreJsonWebKey> {
    let modulus = key.get("n").and_then(Value::as_str).map(ToOwned::to_owned);
    let key: CoreJsonWebKey = serde_json::from_value(key).ok()?;
    match key.key_type() {
        CoreJsonWebKeyType::RSA => (bits(&modulus?)? >= MIN_RSA_BITS).then_some(key),
        CoreJsonWebKeyType::EllipticCurve | CoreJsonWebKeyType::OctetKeyPair => Some(key),
        _ => None,
    }
}

/// How many bits a number has.
fn bits(base64: &str) -> Option<usize> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(base64.trim_end_matches('=')).ok()?;
    let first = bytes.iter().position(|byte| *byte != 0)?;
    Some((bytes.len() - first) * 8 - bytes[first].leading_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn weak_and_secret_keys_are_not_used() {
        let rsa = |bytes: &[u8]| json!({ "kty": "RSA", "e": "AQAB", "n": BASE64_URL_SAFE_NO_PAD.encode(bytes) });
        for (key, expected) in [
            (rsa(&[0xff; 256]), true),
            (rsa(&[[0].as_slice(), &[0xff; 256]].concat()), true),
            (rsa(&[[0x7f].as_slice(), &[0xff; 255]].concat()), false),
            (rsa(&[0xff; 128]), false),
            (rsa(&[0; 512]), false),
            (rsa(&[]), false),
            (json!({ "kty": "RSA", "e": "AQAB" }), false),
            (json!({ "kty": "RSA", "e": "AQAB", "n": 7 }), false),
            (json!({ "kty": "EC", "crv": "P-256", "x": "AA", "y": "AA" }), true),
            (json!({ "kty": "OKP", "crv": "Ed25519", "x": "AA" }), true),
            (json!({ "kty": "oct", "k": "AAAA" }), false),
            (json!({ "kty": "AKP" }), false),
            (json!({ "kty": ["RSA"] }), false),
            (json!({}), false),
            (json!("RSA"), false),
            (json!(null), false),
        ] {
            assert_eq!(usable(key.clone()).is_some(), expected, "{key}");
        }
    }

    #[test]
    fn secrets_travel_in_a_header_where_they_can() {
        let methods = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        for (names, expected) in [
            (None, AuthType::BasicAuth),
            (Some(methods(&[])), AuthType::BasicAuth),
            (Some(methods(&["client_secret_post", "client_secret_basic"])), AuthType::BasicAuth),
            (Some(methods(&["private_key_jwt", "client_secret_post"])), AuthType::RequestBody),
        ] {
            let found = auth_type(names.as_deref());
            assert!(
                matches!(
                    (&found, &expected),
                    (AuthType::BasicAuth, AuthType::BasicAuth) | (AuthType::RequestBody, AuthType::RequestBody)
                ),
                "{names:?}"
            );
        }
    }
}
