//! An honest OpenID provider on this machine, for one client. What dishonest ones may try is tested in `identity`.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use axum::{
    Json, Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use base64::{
    Engine as _,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use kernel::clock::Clock as _;
use ring::{
    digest,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};

use super::TestClock;

const CLIENT: &str = "tablica";
const SECRET: &str = "a-secret-of-the-city-and-its-provider";

/// What a code stands for.
struct Grant {
    redirect_uri: String,
    challenge: String,
    nonce: Option<String>,
    person: Value,
}

pub(crate) struct Provider {
    pub(crate) issuer: String,
    key: EcdsaKeyPair,
    grants: Mutex<HashMap<String, Grant>>,
    clock: Mutex<Option<Arc<TestClock>>>,
}

impl Provider {
    /// Starts one on a port of its own, which runs until the test ends.
    pub(crate) async fn start() -> Arc<Self> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        let provider = Arc::new(Self {
            issuer: format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port()),
            key: EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &random).unwrap(),
            grants: Mutex::default(),
            clock: Mutex::default(),
        });
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    /// Lets the provider tell the time as the portal does.
    pub(crate) fn set_clock(&self, clock: Arc<TestClock>) {
        *self.clock.lock().unwrap() = Some(clock);
    }

    /// The lines of a city's declaration that name this provider.
    pub(crate) fn declaration(&self) -> String {
        format!(
            "[[identity]]\nid = \"miasto\"\nname = \"Konto miejskie\"\nissuer = \"{}\"\nclient_id = \"{CLIENT}\"\nclient_secret = \"{SECRET}\"\n",
            self.issuer
        )
    }

    /// What happens at the provider's own page: somebody signs in there, and is sent back to this path of the portal.
    /// Answers with the host and the path.
    pub(crate) fn sign_in(&self, address: &str, person: Value) -> (String, String) {
        let query = address.split_once('?').unwrap().1;
        let query: HashMap<String, String> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        assert_eq!(query["client_id"], CLIENT);
        assert_eq!((query["response_type"].as_str(), query["code_challenge_method"].as_str()), ("code", "S256"));
        let redirect_uri = query["redirect_uri"].clone();
        let grant = Grant {
            redirect_uri: redirect_uri.clone(),
            challenge: query["code_challenge"].clone(),
            nonce: query.get("nonce").cloned(),
            person,
        };
        let code = format!("code-of-{}", query["state"]);
        self.grants.lock().unwrap().insert(code.clone(), grant);
        let back = form_urlencoded::Serializer::new(String::new())
            .append_pair("code", &code)
            .append_pair("state", &query["state"])
            .append_pair("iss", &self.issuer)
            .finish();
        let (host, path) = redirect_uri.split_once("://").unwrap().1.split_once('/').unwrap();
        (host.split(':').next().unwrap().to_owned(), format!("/{path}?{back}"))
    }
}

type Shared = State<Arc<Provider>>;

async fn discovery(State(provider): Shared) -> Json<Value> {
    let issuer = &provider.issuer;
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
    }))
}

async fn keys(State(provider): Shared) -> Json<Value> {
    let point = &provider.key.public_key().as_ref()[1..];
    let (x, y) = point.split_at(point.len() / 2);
    let (x, y) = (BASE64_URL_SAFE_NO_PAD.encode(x), BASE64_URL_SAFE_NO_PAD.encode(y));
    Json(
        json!({ "keys": [{ "kty": "EC", "crv": "P-256", "kid": "one", "use": "sig", "alg": "ES256", "x": x, "y": y }] }),
    )
}

async fn token(State(provider): Shared, headers: HeaderMap, body: Bytes) -> Response {
    let form: HashMap<String, String> = form_urlencoded::parse(&body).into_owned().collect();
    let field = |name: &str| form.get(name).map_or("", String::as_str);
    let refused = |error: &str| (StatusCode::BAD_REQUEST, Json(json!({ "error": error }))).into_response();
    let pair = format!("Basic {}", BASE64_STANDARD.encode(format!("{CLIENT}:{SECRET}")));
    let is_client = match headers.get(header::AUTHORIZATION) {
        Some(value) => value.as_bytes() == pair.as_bytes(),
        None => field("client_id") == CLIENT && field("client_secret") == SECRET,
    };
    if !is_client {
        return refused("invalid_client");
    }
    let Some(grant) = provider.grants.lock().unwrap().remove(field("code")) else { return refused("invalid_grant") };
    let verifier = digest::digest(&digest::SHA256, field("code_verifier").as_bytes());
    let is_same = BASE64_URL_SAFE_NO_PAD.encode(verifier) == grant.challenge;
    if !is_same || field("redirect_uri") != grant.redirect_uri {
        return refused("invalid_grant");
    }
    let now = provider.clock.lock().unwrap().as_ref().unwrap().now().timestamp();
    let mut claims = json!({
        "iss": provider.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": grant.nonce,
    });
    claims.as_object_mut().unwrap().extend(grant.person.as_object().unwrap().clone());
    let head = json!({ "alg": "ES256", "kid": "one", "typ": "JWT" });
    let encode = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", encode(&head), encode(&claims));
    let signature = provider.key.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
    let id_token = format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature));
    Json(json!({ "access_token": "opaque", "token_type": "Bearer", "expires_in": 300, "id_token": id_token }))
        .into_response()
}
