//! One sign-in from beginning to end, with places where a test may bend it; and what spans several.

use std::{
    sync::{Arc, Once, atomic::Ordering},
    time::Duration,
};

use identity::oidc::{Callback, Claims, Client, Part, Pending, Prompt, Provider as Declared, Refusal, Wishes};
use serde_json::{Value, json};
use url::Url;

use crate::{
    keys::Key,
    provider::{Answer, CLIENT_ID, CLIENT_SECRET, Provider, REDIRECT_URI, SUBJECT, Script, now},
};

/// What is given to `Client::finish`.
pub(crate) struct Arrival {
    pub(crate) declared: Declared,
    pub(crate) redirect_uri: String,
    /// As the caller keeps it.
    pub(crate) pending: Value,
    /// The parameters of the callback.
    pub(crate) callback: Vec<(String, String)>,
    pub(crate) now: chrono::DateTime<chrono::Utc>,
}

impl Arrival {
    /// Replaces a parameter of the callback.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.unset(name);
        self.callback.push((name.to_owned(), value.to_owned()));
    }

    /// Takes a parameter of the callback away.
    pub(crate) fn unset(&mut self, name: &str) {
        self.callback.retain(|(found, _)| found != name);
    }

    /// Hands it in.
    pub(crate) async fn finish(&self, client: &Client) -> Result<Claims, Refusal> {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.callback).finish();
        let callback = Callback::parse(&query)?;
        let pending: Pending = serde_json::from_value(self.pending.clone()).unwrap();
        client.finish(&self.declared, &self.redirect_uri, pending, callback, self.now).await
    }
}

/// A client that waits that long.
pub(crate) fn client(timeout: Duration) -> Client {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| rustls::crypto::ring::default_provider().install_default().unwrap());
    Client::with_timeout(timeout).unwrap()
}

/// The provider as a city declares it.
pub(crate) fn declare(issuer: &str) -> Declared {
    Declared {
        id: "city".to_owned(),
        issuer: issuer.to_owned(),
        client_id: CLIENT_ID.to_owned(),
        client_secret: Some(CLIENT_SECRET.to_owned()),
        scopes: vec!["openid".to_owned(), "email".to_owned(), "profile".to_owned()],
    }
}

/// Begins, and follows the browser to the provider and back.
pub(crate) async fn arrive(client: &Client, declared: Declared) -> Result<Arrival, Refusal> {
    let (address, pending) = client.begin(&declared, REDIRECT_URI, &Wishes::default(), now()).await?;
    let browser = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let answer = browser.get(address).send().await.unwrap();
    assert_eq!(answer.status(), reqwest::StatusCode::FOUND, "the provider did not understand the request");
    let back = Url::parse(answer.headers()["location"].to_str().unwrap()).unwrap();
    Ok(Arrival {
        declared,
        redirect_uri: REDIRECT_URI.to_owned(),
        pending: serde_json::to_value(pending).unwrap(),
        callback: back.query_pairs().into_owned().collect(),
        now: now(),
    })
}

async fn sign_in(client: &Client, provider: &Provider) -> Result<Claims, Refusal> {
    arrive(client, declare(&provider.issuer)).await?.finish(client).await
}

const PATIENT: Duration = Duration::from_secs(5);

#[tokio::test]
async fn the_request_says_what_it_must_and_nothing_twice() {
    let provider = Provider::start(Script::honest()).await;
    let wishes = Wishes {
        prompt: Some(Prompt::SelectAccount),
        login_hint: Some("anna@poczta.example".to_owned()),
        ui_locale: Some("uk".to_owned()),
    };
    let client = client(PATIENT);
    let (address, pending) = client.begin(&declare(&provider.issuer), REDIRECT_URI, &wishes, now()).await.unwrap();
    let (again, _) = client.begin(&declare(&provider.issuer), REDIRECT_URI, &wishes, now()).await.unwrap();

    let of = |address: &Url, name: &str| {
        let found: Vec<String> =
            address.query_pairs().filter(|(found, _)| found == name).map(|(_, value)| value.into_owned()).collect();
        assert_eq!(found.len(), 1, "{name} in {address}");
        found.into_iter().next().unwrap()
    };
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", CLIENT_ID),
        ("redirect_uri", REDIRECT_URI),
        ("scope", "openid email profile"),
        ("code_challenge_method", "S256"),
        ("prompt", "select_account"),
        ("login_hint", "anna@poczta.example"),
        ("ui_locales", "uk"),
        ("state", pending.state()),
    ] {
        assert_eq!(of(&address, name), value, "{name}");
    }
    for name in ["state", "nonce", "code_challenge"] {
        assert!(of(&address, name).len() >= 22, "{name} has less than 128 bits");
        assert_ne!(of(&address, name), of(&again, name), "{name} is used twice");
    }
    let kept = serde_json::to_string(&pending).unwrap();
    let shown = format!("{pending:?}");
    for secret in [pending.state(), &of(&address, "nonce")] {
        assert!(kept.contains(secret) && !shown.contains(secret), "{shown}");
    }
    assert!(!address.as_str().contains(CLIENT_SECRET));
}

#[tokio::test]
async fn a_code_counts_once() {
    let provider = Provider::start(Script::honest()).await;
    let client = client(PATIENT);
    let arrival = arrive(&client, declare(&provider.issuer)).await.unwrap();
    assert_eq!(arrival.finish(&client).await.unwrap().subject, SUBJECT);
    assert_eq!(arrival.finish(&client).await, Err(Refusal::CodeRejected));
}

#[tokio::test]
async fn rotated_keys_are_taken_at_once_and_asked_for_seldom() {
    let provider = Provider::start(Script::honest()).await;
    let client = client(PATIENT);
    let rotate = |kid: &str| provider.script.lock().unwrap().signing = Arc::new(Key::new(kid, "ES256"));
    let fetched = || provider.asked.keys.load(Ordering::SeqCst);

    assert!(sign_in(&client, &provider).await.is_ok());
    assert_eq!(fetched(), 1);

    rotate("two");
    assert!(sign_in(&client, &provider).await.is_ok(), "a new key");
    assert_eq!(fetched(), 2, "exactly one request more");
    assert!(sign_in(&client, &provider).await.is_ok(), "the new key again");
    assert_eq!(fetched(), 2);

    rotate("three");
    assert_eq!(sign_in(&client, &provider).await, Err(Refusal::UnknownKey), "another within half a minute");
    assert_eq!(fetched(), 2);
    assert_eq!(provider.asked.discovery.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_key_that_changes_under_its_old_name_is_taken_too() {
    let provider = Provider::start(Script::honest()).await;
    let client = client(PATIENT);
    assert!(sign_in(&client, &provider).await.is_ok());
    provider.script.lock().unwrap().signing = Arc::new(Key::new("one", "ES256"));
    assert!(sign_in(&client, &provider).await.is_ok());
}

#[tokio::test]
async fn many_at_once_ask_once() {
    let provider = Provider::start(Script::honest()).await;
    let client = client(PATIENT);
    let signed_in = futures_util::future::join_all((0..8).map(|_| sign_in(&client, &provider))).await;
    assert!(signed_in.iter().all(Result::is_ok), "{signed_in:?}");
    assert_eq!(provider.asked.discovery.load(Ordering::SeqCst), 1);

    provider.script.lock().unwrap().signing = Arc::new(Key::new("two", "ES256"));
    let signed_in = futures_util::future::join_all((0..8).map(|_| sign_in(&client, &provider))).await;
    assert!(signed_in.iter().all(Result::is_ok), "{signed_in:?}");
    assert_eq!(provider.asked.keys.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn failures_are_not_remembered() {
    let provider = Provider::start(Script { discovery: Answer::Json(503, "{}"), ..Script::honest() }).await;
    let client = client(PATIENT);
    assert!(sign_in(&client, &provider).await.is_err());
    provider.script.lock().unwrap().discovery = Answer::Honest;
    assert!(sign_in(&client, &provider).await.is_ok());
}

#[tokio::test]
async fn nobody_there_is_no_answer() {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let issuer = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let refusal = arrive(&client(PATIENT), declare(&issuer)).await.err();
    assert_eq!(refusal, Some(Refusal::ProviderUnreachable(Part::Discovery)));
}

#[tokio::test]
async fn names_below_localhost_are_this_machine() {
    let provider = Provider::start(Script::honest()).await;
    let port = Url::parse(&provider.issuer).unwrap().port().unwrap();
    let issuer = format!("http://id.debno.localhost:{port}/realms/city");
    // The document is asked for, and names the other issuer.
    let refusal = arrive(&client(PATIENT), declare(&issuer)).await.err();
    assert_eq!(refusal.map(|refusal| refusal.code()), Some("provider_answer"));
    assert_eq!(provider.asked.discovery.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn two_cities_providers_are_not_mixed_up() {
    // Both run on one machine with the same keys and know us by the same name, as two realms of one server might.
    let key = Arc::new(Key::new("one", "ES256"));
    let script = || Script { signing: Arc::clone(&key), ..Script::honest() };
    let (debno, goleniow) = (Provider::start(script()).await, Provider::start(script()).await);
    let client = client(PATIENT);

    // Begun in Goleniów, brought to Dębno.
    let mut arrival = arrive(&client, declare(&goleniow.issuer)).await.unwrap();
    arrival.declared = declare(&debno.issuer);
    assert_eq!(arrival.finish(&client).await, Err(Refusal::OtherSignIn));

    // Begun in Dębno, with the callback that another browser was given in Goleniów.
    let mut arrival = arrive(&client, declare(&debno.issuer)).await.unwrap();
    let other = arrive(&client, declare(&goleniow.issuer)).await.unwrap();
    let own = std::mem::replace(&mut arrival.callback, other.callback.clone());
    assert_eq!(arrival.finish(&client).await, Err(Refusal::StateMismatch));

    // The same, with the state of Dębno: Goleniów's code must not reach Dębno's provider.
    let state = own.iter().find(|(name, _)| name == "state").unwrap().1.clone();
    arrival.set("state", &state);
    assert_eq!(arrival.finish(&client).await, Err(Refusal::CallbackIssuer));
    assert_eq!(debno.asked.token.load(Ordering::SeqCst) + goleniow.asked.token.load(Ordering::SeqCst), 0);

    // Nothing of this has spoilt the honest way.
    arrival.callback = own;
    assert_eq!(arrival.finish(&client).await.unwrap().issuer, debno.issuer);
}

#[tokio::test]
async fn one_citys_token_is_nothing_to_another() {
    // Dębno's provider hands out what it was given in Goleniów: the same keys, a valid signature, the nonce we sent.
    let key = Arc::new(Key::new("one", "ES256"));
    let goleniow = Provider::start(Script { signing: Arc::clone(&key), ..Script::honest() }).await;
    let debno = Provider::start(Script { signing: key, ..Script::honest() }).await;
    let client = client(PATIENT);
    debno.script.lock().unwrap().forge = |mut token, provider| {
        token.claims["iss"] = json!("http://127.0.0.1:1/realms/city");
        token.claims["aud"] = json!("tablica-goleniow");
        token.signed(&provider.signing())
    };
    assert_eq!(sign_in(&client, &debno).await, Err(Refusal::WrongIssuer));
    assert!(sign_in(&client, &goleniow).await.is_ok());
}
