//! Sign-in with OpenID Connect: the relying party's side of the authorization code flow with PKCE.
//!
//! Owns what is said between us and a provider, and trusts nothing that a provider or a browser says before it is
//! checked. Knows no database, no session and no web framework: the caller keeps [`Pending`], gives the address to come
//! back to and the time, and turns [`Claims`] into an account.
//!
//! Rules are those of OpenID Connect Core 1.0 (3.1), Discovery 1.0, RFC 7636 (PKCE), RFC 9207 (`iss` in responses) and
//! RFC 9700 (security of OAuth 2.0).

mod callback;
mod claims;
mod discovery;
mod http;
mod pending;
mod provider;
mod refusal;
mod token;

use std::time::Duration;

use chrono::{DateTime, Utc};
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, CsrfToken, LanguageTag, LoginHint, Nonce, PkceCodeChallenge, Scope,
    core::{CoreAuthPrompt, CoreResponseType},
};
use url::Url;

pub use self::{
    callback::Callback,
    claims::Claims,
    pending::Pending,
    provider::Provider,
    refusal::{Flaw, Part, Refusal},
};
use self::{claims::Said, discovery::Discovery};

/// How long one request to a provider may take, from connecting to the last byte of the answer.
const TIMEOUT: Duration = Duration::from_secs(5);

/// What a provider is asked to show, besides signing the person in.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Whether it should ask again, where it would otherwise answer at once.
    pub prompt: Option<Prompt>,
    /// The address or name that the person is likely to sign in with.
    pub login_hint: Option<String>,
    /// The language of its pages (BCP 47).
    pub ui_locale: Option<String>,
}

/// What a provider is to ask for although it knows the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// The password, or whatever it goes by.
    Login,
    /// Which of several accounts.
    SelectAccount,
}

/// Talks to providers; one for the process. It remembers what providers say of themselves, by issuer, for an hour.
pub struct Client {
    discovery: Discovery,
}

impl Client {
    /// A client that waits five seconds for each answer.
    ///
    /// Fails if the system's certificates cannot be read.
    ///
    /// # Panics
    ///
    /// If the process has installed no `rustls` crypto provider yet.
    pub fn new() -> Result<Self, reqwest::Error> {
        Self::with_timeout(TIMEOUT)
    }

    /// A client that waits `timeout` for each answer; else as [`Client::new`].
    pub fn with_timeout(timeout: Duration) -> Result<Self, reqwest::Error> {
        Ok(Self { discovery: Discovery::new(http::Http::new(timeout)?) })
    }

    /// Where to send the browser, and what to keep until it comes back to `redirect_uri`.
    ///
    /// `redirect_uri` is an address on the very host that the browser is on, written exactly as it is registered with
    /// the provider. It should hold the provider's id: a provider that does not say whose its callbacks are is then
    /// still not taken for another (RFC 9700, 2.1).
    pub async fn begin(
        &self,
        provider: &Provider,
        redirect_uri: &str,
        wishes: &Wishes,
        now: DateTime<Utc>,
    ) -> Result<(Url, Pending), Refusal> {
        let issuer = provider.check()?;
        let known = self.discovery.of(&issuer).await?;
        let client = token::client(provider, &issuer, &known, redirect_uri)?;

        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let mut request = client
            .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
            .add_scopes(provider.further_scopes().map(|scope| Scope::new(scope.to_owned())))
            .set_pkce_challenge(challenge);
        request = match wishes.prompt {
            Some(Prompt::Login) => request.add_prompt(CoreAuthPrompt::Login),
            Some(Prompt::SelectAccount) => request.add_prompt(CoreAuthPrompt::SelectAccount),
            None => request,
        };
        if let Some(hint) = &wishes.login_hint {
            request = request.set_login_hint(LoginHint::new(hint.clone()));
        }
        if let Some(locale) = &wishes.ui_locale {
            request = request.add_ui_locale(LanguageTag::new(locale.clone()));
        }
        let (address, state, nonce) = request.url();

        let pending = Pending {
            provider: provider.id.clone(),
            issuer: provider.issuer.clone(),
            redirect_uri: redirect_uri.to_owned(),
            state,
            nonce,
            verifier,
            begun_at: now,
        };
        Ok((address, pending))
    }

    /// Who has signed in, after the browser came back to `redirect_uri` with `callback`.
    ///
    /// The caller takes `pending` from where only the browser that began could have brought it from, and forgets it
    /// before it calls: see [`Pending`].
    pub async fn finish(
        &self,
        provider: &Provider,
        redirect_uri: &str,
        pending: Pending,
        callback: Callback,
        now: DateTime<Utc>,
    ) -> Result<Claims, Refusal> {
        let issuer = provider.check()?;
        pending.check(provider, redirect_uri, now)?;
        let known = self.discovery.of(&issuer).await?;
        let code = callback.check(&pending, known.says_issuer)?;

        let client = token::client(provider, &issuer, &known, redirect_uri)?;
        let answer =
            token::redeem(&client, self.discovery.http(), AuthorizationCode::new(code), pending.verifier).await?;
        let expected = token::Expected { client_id: &provider.client_id, issuer: &issuer, nonce: &pending.nonce, now };

        let keys = known.keys().await;
        let verified = match expected.verify(&answer, &keys) {
            Err(refusal @ (Refusal::UnknownKey | Refusal::BadSignature)) => {
                // The provider may have changed its keys since we asked for them.
                match known.newer_keys(self.discovery.http(), &keys).await? {
                    Some(newer) => expected.verify(&answer, &newer),
                    None => Err(refusal),
                }
            }
            other => other,
        }?;

        let mut said = Said::in_token(verified);
        let lacks_email = said.email.is_none() && provider.asks_for_email();
        if let Some(endpoint) = known.userinfo.clone()
            && lacks_email
        {
            let http = self.discovery.http();
            said = said
                .or(Said::in_userinfo(&token::userinfo(client, endpoint, http, &answer, verified.subject()).await?));
        }
        Ok(said.into_claims(&provider.issuer, verified.subject()))
    }
}
