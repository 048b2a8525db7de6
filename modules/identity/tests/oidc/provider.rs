//! A provider on this machine: honest, but for what a test bends.
//!
//! Honest means: it checks what a provider must check (client, secret, redirect address, PKCE, and that a code is used
//! once), and answers by the book.

use std::{
    collections::HashMap,
    convert::Infallible,
    future::pending,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{RawQuery, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use chrono::{DateTime, TimeZone as _, Utc};
use futures_util::stream;
use ring::digest;
use serde_json::{Value, json};
use url::{Url, form_urlencoded};

use crate::keys::{Key, Token, base64, half_hash};

pub(crate) const CLIENT_ID: &str = "tablica-debno";
/// As long as an HMAC secret should be, with characters that must be encoded on the way.
pub(crate) const CLIENT_SECRET: &str = "s3cret/with:odd+characters=and%length";
pub(crate) const REDIRECT_URI: &str = "https://debno.example/sign-in/city/back";
pub(crate) const ACCESS_TOKEN: &str = "access-token-of-anna";
pub(crate) const SUBJECT: &str = "anna-1";

/// The time of all tests.
pub(crate) fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 9, 1, 12, 0, 0).unwrap()
}

/// How an endpoint answers.
#[derive(Clone, Copy)]
pub(crate) enum Answer {
    Honest,
    /// Never.
    Hang,
    /// The head at once, and then a byte now and then.
    Trickle,
    /// 10 MB, announced.
    Huge,
    /// 10 MB, in chunks.
    Stream,
    /// The honest answer, to be asked for elsewhere.
    Elsewhere,
    /// The honest answer, called a page.
    Html,
    /// This status and JSON.
    Json(u16, &'static str),
}

/// What a test bends.
pub(crate) struct Script {
    pub(crate) discovery: Answer,
    pub(crate) keys: Answer,
    pub(crate) token: Answer,
    pub(crate) userinfo: Answer,
    /// Changes the discovery document; the second argument is the issuer.
    pub(crate) document: fn(&mut Value, &str),
    /// Changes the key set.
    pub(crate) key_set: fn(&mut Value),
    /// Changes the claims of the ID token; the second argument is the issuer.
    pub(crate) claims: fn(&mut Value, &str),
    /// Writes and signs the ID token.
    pub(crate) forge: fn(Token, &Provider) -> String,
    /// Changes what the token endpoint answers.
    pub(crate) tokens: fn(&mut Value),
    /// Changes what the userinfo endpoint answers.
    pub(crate) person: fn(&mut Value),
    /// The key that the ID token is signed with.
    pub(crate) signing: Arc<Key>,
}

impl Script {
    /// Nothing bent.
    pub(crate) fn honest() -> Self {
        Self {
            discovery: Answer::Honest,
            keys: Answer::Honest,
            token: Answer::Honest,
            userinfo: Answer::Honest,
            document: |_, _| {},
            key_set: |_| {},
            claims: |_, _| {},
            forge: |token, provider| token.signed(&provider.signing()),
            tokens: |_| {},
            person: |_| {},
            signing: Arc::new(Key::new("one", "ES256")),
        }
    }
}

/// How often each endpoint was asked.
#[derive(Default)]
pub(crate) struct Asked {
    pub(crate) discovery: AtomicUsize,
    pub(crate) keys: AtomicUsize,
    pub(crate) token: AtomicUsize,
    pub(crate) userinfo: AtomicUsize,
    pub(crate) elsewhere: AtomicUsize,
}

/// What a code stands for.
struct Grant {
    redirect_uri: String,
    challenge: String,
    nonce: Option<String>,
}

/// A provider that runs until the test ends.
pub(crate) struct Provider {
    pub(crate) issuer: String,
    pub(crate) script: Mutex<Script>,
    pub(crate) asked: Asked,
    /// A key that is not in the key set.
    pub(crate) stranger: Key,
    grants: Mutex<HashMap<String, Grant>>,
}

impl Provider {
    /// Starts one on a port of its own.
    pub(crate) async fn start(script: Script) -> Arc<Self> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let provider = Arc::new(Self {
            issuer: format!("http://{}/realms/city", listener.local_addr().unwrap()),
            script: Mutex::new(script),
            asked: Asked::default(),
            stranger: Key::new("stranger", "ES256"),
            grants: Mutex::default(),
        });
        let router = Router::new()
            .route("/realms/city/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .fallback(elsewhere)
            .with_state(Arc::clone(&provider));
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    /// The key that tokens are signed with now.
    pub(crate) fn signing(&self) -> Arc<Key> {
        Arc::clone(&self.script.lock().unwrap().signing)
    }

    /// An address of this provider.
    pub(crate) fn at(&self, path: &str) -> String {
        Url::parse(&self.issuer).unwrap().join(path).unwrap().into()
    }
}

type Shared = State<Arc<Provider>>;

/// Answers as the script wants, honestly with `value`.
async fn answer(how: Answer, value: impl FnOnce() -> Value) -> Response {
    const MEGABYTES: usize = 10 << 20;
    let json = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    let spaces = || Ok::<_, Infallible>(Bytes::from(vec![b' '; 64 << 10]));
    match how {
        Answer::Honest => (json, value().to_string()).into_response(),
        Answer::Hang => pending().await,
        Answer::Trickle => {
            let drops = stream::unfold((), |()| async {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                Some((Ok::<_, Infallible>(Bytes::from_static(b" ")), ()))
            });
            (json, Body::from_stream(drops)).into_response()
        }
        // White space before the honest answer: only its size is wrong.
        Answer::Huge => (json, format!("{}{}", " ".repeat(MEGABYTES), value())).into_response(),
        Answer::Stream => {
            let honest = Bytes::from(value().to_string());
            let chunks = (0..MEGABYTES >> 16).map(move |_| spaces()).chain([Ok(honest)]);
            (json, Body::from_stream(stream::iter(chunks))).into_response()
        }
        Answer::Elsewhere => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, "/elsewhere")]).into_response(),
        Answer::Html => ([(header::CONTENT_TYPE, "text/html")], value().to_string()).into_response(),
        Answer::Json(status, text) => (StatusCode::from_u16(status).unwrap(), json, text).into_response(),
    }
}

fn count(counter: &AtomicUsize) {
    counter.fetch_add(1, Ordering::SeqCst);
}

async fn elsewhere(State(provider): Shared) -> StatusCode {
    count(&provider.asked.elsewhere);
    StatusCode::NOT_FOUND
}

async fn discovery(State(provider): Shared) -> Response {
    count(&provider.asked.discovery);
    let (how, bend) = {
        let script = provider.script.lock().unwrap();
        (script.discovery, script.document)
    };
    let mut document = json!({
        "issuer": provider.issuer,
        "authorization_endpoint": provider.at("/authorize"),
        "token_endpoint": provider.at("/token"),
        "userinfo_endpoint": provider.at("/userinfo"),
        "jwks_uri": provider.at("/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256", "ES256"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
    });
    bend(&mut document, &provider.issuer);
    answer(how, || document).await
}

async fn keys(State(provider): Shared) -> Response {
    count(&provider.asked.keys);
    let (how, bend, key) = {
        let script = provider.script.lock().unwrap();
        (script.keys, script.key_set, script.signing.public())
    };
    let mut set = json!({ "keys": [key] });
    bend(&mut set);
    answer(how, || set).await
}

/// Signs Anna in at once.
async fn authorize(State(provider): Shared, RawQuery(query): RawQuery) -> Response {
    let query: HashMap<String, String> =
        form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    let has = |name: &str, value: &str| query.get(name).is_some_and(|found| found == value);
    let scoped = query.get("scope").is_some_and(|scope| scope.split(' ').filter(|word| *word == "openid").count() == 1);
    let registered = has("client_id", CLIENT_ID) && has("redirect_uri", REDIRECT_URI);
    let (Some(state), Some(challenge)) = (query.get("state"), query.get("code_challenge")) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if !registered || !scoped || !has("response_type", "code") || !has("code_challenge_method", "S256") {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let grant = Grant {
        redirect_uri: REDIRECT_URI.to_owned(),
        challenge: challenge.clone(),
        nonce: query.get("nonce").cloned(),
    };
    let code = format!("code/of {state}");
    provider.grants.lock().unwrap().insert(code.clone(), grant);
    let back = Url::parse_with_params(
        REDIRECT_URI,
        [("code", code.as_str()), ("state", state), ("iss", &provider.issuer), ("session_state", "x")],
    );
    (StatusCode::FOUND, [(header::LOCATION, back.unwrap().to_string())]).into_response()
}

async fn token(State(provider): Shared, headers: HeaderMap, body: Bytes) -> Response {
    count(&provider.asked.token);
    let (how, claims, forge, bend) = {
        let script = provider.script.lock().unwrap();
        (script.token, script.claims, script.forge, script.tokens)
    };
    let form: HashMap<String, String> = form_urlencoded::parse(&body).into_owned().collect();
    let field = |name: &str| form.get(name).map_or("", String::as_str);
    let refused = |error: &str| (StatusCode::BAD_REQUEST, axum::Json(json!({ "error": error }))).into_response();

    if !is_client(&headers, field("client_id"), field("client_secret")) {
        return refused("invalid_client");
    }
    if field("grant_type") != "authorization_code" {
        return refused("unsupported_grant_type");
    }
    let Some(grant) = provider.grants.lock().unwrap().remove(field("code")) else { return refused("invalid_grant") };
    let challenge = base64(digest::digest(&digest::SHA256, field("code_verifier").as_bytes()));
    if challenge != grant.challenge || field("redirect_uri") != grant.redirect_uri {
        return refused("invalid_grant");
    }

    let key = provider.signing();
    let mut token = Token {
        header: json!({ "alg": key.alg, "kid": key.kid, "typ": "JWT" }),
        claims: json!({
            "iss": provider.issuer,
            "sub": SUBJECT,
            "aud": CLIENT_ID,
            "exp": now().timestamp() + 300,
            "iat": now().timestamp(),
            "nonce": grant.nonce,
            "at_hash": half_hash(hash_of(key.alg), ACCESS_TOKEN),
            "email": "anna@poczta.example",
            "email_verified": true,
            "name": "Anna Nowak",
            "locale": "pl",
        }),
    };
    claims(&mut token.claims, &provider.issuer);
    let mut tokens = json!({
        "access_token": ACCESS_TOKEN,
        "token_type": "Bearer",
        "expires_in": 300,
        "id_token": forge(token, &provider),
    });
    bend(&mut tokens);
    answer(how, || tokens).await
}

/// Whether the client says its secret, in the header or in the body.
fn is_client(headers: &HeaderMap, id: &str, secret: &str) -> bool {
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let pair = BASE64_STANDARD.encode(format!("{}:{}", encode(CLIENT_ID), encode(CLIENT_SECRET)));
    match headers.get(header::AUTHORIZATION) {
        Some(value) => value.as_bytes() == format!("Basic {pair}").as_bytes(),
        None => id == CLIENT_ID && secret == CLIENT_SECRET,
    }
}

fn hash_of(alg: &str) -> &'static digest::Algorithm {
    match alg {
        "ES384" => &digest::SHA384,
        "EdDSA" => &digest::SHA512,
        _ => &digest::SHA256,
    }
}

async fn userinfo(State(provider): Shared, headers: HeaderMap) -> Response {
    count(&provider.asked.userinfo);
    let (how, bend) = {
        let script = provider.script.lock().unwrap();
        (script.userinfo, script.person)
    };
    if headers.get(header::AUTHORIZATION).is_none_or(|value| value != format!("Bearer {ACCESS_TOKEN}").as_str()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let mut person = json!({ "sub": SUBJECT, "email": "anna@inna.example", "email_verified": true });
    bend(&mut person);
    answer(how, || person).await
}
