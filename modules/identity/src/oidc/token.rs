//! A code becomes tokens, and an ID token a person.

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret,
    EmptyExtraTokenFields, EndpointNotSet, EndpointSet, IdTokenClaims, IdTokenFields, IdTokenVerifier, IssuerUrl,
    Nonce, OAuth2TokenResponse as _, PkceCodeVerifier, RedirectUrl, RequestTokenError, SignatureVerificationError,
    StandardErrorResponse, StandardTokenResponse, SubjectIdentifier, TokenResponse as _, UserInfoClaims, UserInfoError,
    UserInfoUrl,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey, CoreJsonWebKeySet,
        CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm as Algorithm, CoreRevocableToken,
        CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use serde::{Deserialize, Serialize};

use super::{Flaw, Part, Provider, Refusal, discovery::Known, http::Http};

/// By how much a provider's clock may differ from ours.
const SKEW: TimeDelta = TimeDelta::minutes(1);
/// How old a token may be that was just given for a code. Microsoft dates its tokens five minutes back.
const MAX_AGE: TimeDelta = TimeDelta::minutes(10);
/// The longest access token that is passed on, in bytes.
const MAX_ACCESS_TOKEN: usize = 16 * 1024;
/// The longest subject identifier (OpenID Connect Core, 2), in bytes.
const MAX_SUBJECT: usize = 255;

/// Signatures that only the provider can make. Never `none`, and no `HS*`: whoever knows the client's secret could sign
/// with it, and a provider's public key could be taken for one.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// Claims besides those of OpenID Connect Core.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Further {
    /// Not valid before (RFC 7519, 4.1.5), in seconds since 1970.
    nbf: Option<f64>,
    /// The organisation whose addresses Google hosts.
    pub(super) hd: Option<String>,
}

impl AdditionalClaims for Further {}

pub(super) type TokenClaims = IdTokenClaims<Further, CoreGenderClaim>;
pub(super) type PersonClaims = UserInfoClaims<Further, CoreGenderClaim>;
type Answer = StandardTokenResponse<
    IdTokenFields<Further, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, Algorithm>,
    CoreTokenType,
>;
type OidcClient = openidconnect::Client<
    Further,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Answer,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
    EndpointNotSet,
>;

/// The library's client for one sign-in.
pub(super) fn client(
    provider: &Provider,
    issuer: &IssuerUrl,
    known: &Known,
    redirect_uri: &str,
) -> Result<OidcClient, Refusal> {
    let redirect = RedirectUrl::new(redirect_uri.to_owned())
        .map_err(|_| Refusal::Configuration("the address to come back to is none"))?;
    // Signatures are not its business: see `Expected::verify`.
    let keys = CoreJsonWebKeySet::default();
    let mut client = openidconnect::Client::new(ClientId::new(provider.client_id.clone()), issuer.clone(), keys);
    if let Some(secret) = &provider.client_secret {
        client = client.set_client_secret(ClientSecret::new(secret.clone()));
    }
    Ok(client
        .set_auth_type(known.auth_type.clone())
        .set_redirect_uri(redirect)
        .set_auth_uri(known.authorization.clone())
        .set_token_uri(known.token.clone()))
}

/// Gives the code for tokens.
pub(super) async fn redeem(
    client: &OidcClient,
    http: &Http,
    code: AuthorizationCode,
    verifier: PkceCodeVerifier,
) -> Result<Answer, Refusal> {
    let request = client.exchange_code(code).set_pkce_verifier(verifier);
    let answer = request.request_async(http).await.map_err(|error| match error {
        RequestTokenError::Request(failure) => failure.into_refusal(Part::Token),
        RequestTokenError::ServerResponse(answer) => match answer.error() {
            CoreErrorResponseType::InvalidGrant => Refusal::CodeRejected,
            other => Refusal::by_provider(other.as_ref()),
        },
        _ => Refusal::ProviderAnswer(Part::Token, Flaw::Malformed),
    })?;
    // It goes into a header, which can hold only this (RFC 6750, 2.1), and the library takes for granted that it does.
    let token = answer.access_token().secret();
    if token.is_empty() || token.len() > MAX_ACCESS_TOKEN || !token.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(Refusal::ProviderAnswer(Part::Token, Flaw::Malformed));
    }
    Ok(answer)
}

/// What an ID token must agree with.
pub(super) struct Expected<'a> {
    pub(super) client_id: &'a str,
    pub(super) issuer: &'a IssuerUrl,
    pub(super) nonce: &'a Nonce,
    pub(super) now: DateTime<Utc>,
}

impl Expected<'_> {
    /// The claims of the ID token, if all is as expected and one of `keys` signed it.
    pub(super) fn verify<'a>(&self, answer: &'a Answer, keys: &CoreJsonWebKeySet) -> Result<&'a TokenClaims, Refusal> {
        let token = answer.id_token().ok_or(Refusal::ProviderAnswer(Part::Token, Flaw::Malformed))?;
        let not_after = self.now - SKEW;
        // With a secret or without: the library would otherwise take the secret for a key of `HS*`.
        let verifier = IdTokenVerifier::new_public_client(
            ClientId::new(self.client_id.to_owned()),
            self.issuer.clone(),
            keys.clone(),
        )
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || not_after);
        let claims = token.claims(&verifier, self.nonce).map_err(refusal)?;

        // The library leaves `azp` to us. Several audiences never come here, unless all are ours.
        if claims.authorized_party().is_some_and(|party| party.as_str() != self.client_id) {
            return Err(Refusal::WrongParty);
        }
        let latest = self.now + SKEW;
        let begins_later = claims
            .additional_claims()
            .nbf
            .is_some_and(|seconds| seconds.is_nan() || seconds > latest.timestamp() as f64);
        if claims.issue_time() > latest || claims.issue_time() < self.now - MAX_AGE || begins_later {
            return Err(Refusal::NotOfThisTime);
        }
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = token.signing_alg().map_err(|_| Refusal::Algorithm)?;
            let key = token.signing_key(&verifier).map_err(|_| Refusal::UnknownKey)?;
            let found = AccessTokenHash::from_token(answer.access_token(), algorithm, key)
                .map_err(|_| Refusal::AccessTokenMismatch)?;
            if found != *expected {
                return Err(Refusal::AccessTokenMismatch);
            }
        }
        let subject = claims.subject().as_str();
        if subject.is_empty() || subject.len() > MAX_SUBJECT || !subject.bytes().all(|b| (b' '..=b'~').contains(&b)) {
            return Err(Refusal::Subject);
        }
        Ok(claims)
    }
}

/// What the library found, in our words.
fn refusal(error: ClaimsVerificationError) -> Refusal {
    use SignatureVerificationError as Signature;
    match error {
        ClaimsVerificationError::InvalidIssuer(_) => Refusal::WrongIssuer,
        ClaimsVerificationError::InvalidAudience(_) => Refusal::WrongAudience,
        ClaimsVerificationError::Expired(_) => Refusal::Expired,
        ClaimsVerificationError::InvalidNonce(_) => Refusal::NonceMismatch,
        ClaimsVerificationError::SignatureVerification(error) => match error {
            Signature::NoSignature | Signature::DisallowedAlg(_) | Signature::UnsupportedAlg(_) => Refusal::Algorithm,
            Signature::NoMatchingKey | Signature::AmbiguousKeyId(_) => Refusal::UnknownKey,
            _ => Refusal::BadSignature,
        },
        _ => Refusal::TokenMalformed,
    }
}

/// What the provider says about the person besides. Answers that are signed themselves are not read: providers sign
/// them only for clients that are registered so.
pub(super) async fn userinfo(
    client: OidcClient,
    endpoint: UserInfoUrl,
    http: &Http,
    answer: &Answer,
    subject: &SubjectIdentifier,
) -> Result<PersonClaims, Refusal> {
    let flaw = |flaw| Refusal::ProviderAnswer(Part::UserInfo, flaw);
    let client = client.set_user_info_url(endpoint);
    let request = client.user_info(answer.access_token().clone(), Some(subject.clone()));
    request.request_async(http).await.map_err(|error| match error {
        UserInfoError::Request(failure) => failure.into_refusal(Part::UserInfo),
        UserInfoError::ClaimsVerification(ClaimsVerificationError::InvalidSubject(_)) => Refusal::OtherSubject,
        UserInfoError::Response(status, ..) if !status.is_success() => flaw(Flaw::Status(status.as_u16())),
        _ => flaw(Flaw::Malformed),
    })
}
