//! ID tokens that say something else or are signed otherwise.

use std::sync::Arc;

use identity::oidc::{Part, Refusal};
use ring::digest;
use serde_json::json;

use super::{Case, later, malformed, without};
use crate::{
    keys::{Key, Token, half_hash, rsa_public},
    provider::{CLIENT_ID, CLIENT_SECRET, Provider},
};

/// Cases of ID tokens that say something else.
pub(super) fn claims() -> Vec<(Case, Refusal)> {
    vec![
        (Case::claims("another nonce", |claims, _| claims["nonce"] = json!("x")), Refusal::NonceMismatch),
        (Case::claims("no nonce", |claims, _| without(claims, "nonce")), Refusal::NonceMismatch),
        (Case::claims("null nonce", |claims, _| claims["nonce"] = json!(null)), Refusal::NonceMismatch),
        (
            Case::claims("another issuer", |claims, _| claims["iss"] = json!("https://id.other.example")),
            Refusal::WrongIssuer,
        ),
        (
            Case::claims("issuer with a slash more", |claims, issuer| claims["iss"] = json!(format!("{issuer}/"))),
            Refusal::WrongIssuer,
        ),
        (
            Case::claims("issuer in other letters", |claims, issuer| claims["iss"] = json!(issuer.to_uppercase())),
            Refusal::WrongIssuer,
        ),
        (
            Case::claims("another audience", |claims, _| claims["aud"] = json!("tablica-goleniow")),
            Refusal::WrongAudience,
        ),
        (Case::claims("no audience", |claims, _| without(claims, "aud")), Refusal::WrongAudience),
        (Case::claims("empty audience", |claims, _| claims["aud"] = json!([])), Refusal::WrongAudience),
        (
            Case::claims("several audiences, no azp", |claims, _| claims["aud"] = json!([CLIENT_ID, "other"])),
            Refusal::WrongAudience,
        ),
        (
            Case::claims("several audiences, foreign azp", |claims, _| {
                claims["aud"] = json!([CLIENT_ID, "other"]);
                claims["azp"] = json!("other");
            }),
            Refusal::WrongAudience,
        ),
        (
            Case::claims("several audiences, our azp", |claims, _| {
                claims["aud"] = json!(["other", CLIENT_ID]);
                claims["azp"] = json!(CLIENT_ID);
            }),
            Refusal::WrongAudience,
        ),
        (Case::claims("foreign azp", |claims, _| claims["azp"] = json!("other")), Refusal::WrongParty),
        (Case::claims("expired", |claims, _| claims["exp"] = json!(later(-61))), Refusal::Expired),
        (Case::claims("issued in the future", |claims, _| claims["iat"] = json!(later(61))), Refusal::NotOfThisTime),
        (Case::claims("issued long ago", |claims, _| claims["iat"] = json!(later(-601))), Refusal::NotOfThisTime),
        (Case::claims("not valid yet", |claims, _| claims["nbf"] = json!(later(61))), Refusal::NotOfThisTime),
        (
            Case::claims("another access token's hash", |claims, _| {
                claims["at_hash"] = json!(half_hash(&digest::SHA256, "another"));
            }),
            Refusal::AccessTokenMismatch,
        ),
        (
            Case::script("another access token", |script| script.tokens = |it| it["access_token"] = json!("another")),
            Refusal::AccessTokenMismatch,
        ),
        (Case::claims("empty subject", |claims, _| claims["sub"] = json!("")), Refusal::Subject),
        (Case::claims("long subject", |claims, _| claims["sub"] = json!("x".repeat(256))), Refusal::Subject),
        (Case::claims("subject in Polish", |claims, _| claims["sub"] = json!("żółć")), Refusal::Subject),
        (Case::claims("subject in two lines", |claims, _| claims["sub"] = json!("anna\n1")), Refusal::Subject),
        (Case::claims("no subject", |claims, _| without(claims, "sub")), malformed(Part::Token)),
        (Case::claims("subject of a wrong type", |claims, _| claims["sub"] = json!(1)), malformed(Part::Token)),
        (Case::claims("no expiry", |claims, _| without(claims, "exp")), malformed(Part::Token)),
        (Case::claims("expiry of a wrong type", |claims, _| claims["exp"] = json!("never")), malformed(Part::Token)),
        (Case::claims("expiry beyond the calendar", |claims, _| claims["exp"] = json!(1e300)), malformed(Part::Token)),
        (Case::claims("email of a wrong type", |claims, _| claims["email"] = json!({})), malformed(Part::Token)),
        (
            Case::claims("verified as text", |claims, _| claims["email_verified"] = json!("true")),
            malformed(Part::Token),
        ),
    ]
}

/// Cases of ID tokens that are signed otherwise.
pub(super) fn signatures() -> Vec<(Case, Refusal)> {
    vec![
        (
            Case::token("a flipped bit", |token, provider| {
                let token = token.signed(&provider.signing());
                let flipped = if token.ends_with('A') { "Q" } else { "A" };
                format!("{}{flipped}", &token[..token.len() - 1])
            }),
            Refusal::BadSignature,
        ),
        (
            Case::token("claims changed after signing", |mut token, provider| {
                let signed = token.signed(&provider.signing());
                token.claims["sub"] = json!("boss");
                let other = token.signed(&provider.signing());
                let (input, _) = other.rsplit_once('.').unwrap();
                format!("{input}.{}", signed.rsplit_once('.').unwrap().1)
            }),
            Refusal::BadSignature,
        ),
        (
            Case::token("signature taken off", |token, provider| {
                let signed = token.signed(&provider.signing());
                format!("{}.", signed.rsplit_once('.').unwrap().0)
            }),
            Refusal::BadSignature,
        ),
        (
            Case::token("a stranger's key under our kid", |token, provider| token.signed(&provider.stranger)),
            Refusal::BadSignature,
        ),
        (
            Case::token("a stranger's key under its own kid", |mut token, provider| {
                token.header["kid"] = json!(provider.stranger.kid);
                token.signed(&provider.stranger)
            }),
            Refusal::UnknownKey,
        ),
        (
            Case::token("a stranger's key in the header", |mut token, provider| {
                token.header["jwk"] = provider.stranger.public();
                token.signed(&provider.stranger)
            }),
            Refusal::BadSignature,
        ),
        (
            Case::token("kid unknown after asking again", |mut token, provider| {
                token.header["kid"] = json!("two");
                token.signed(&provider.signing())
            }),
            Refusal::UnknownKey,
        ),
        (Case::token("alg none", |mut token, _| token.unsigned()), Refusal::Algorithm),
        (
            Case::token("alg none with a signature", |mut token, provider| {
                token.header["alg"] = json!("none");
                token.signed(&provider.signing())
            }),
            Refusal::Algorithm,
        ),
        (
            Case::token("alg None", |mut token, provider| {
                token.header["alg"] = json!("None");
                let signed = token.signed(&provider.signing());
                format!("{}.", signed.rsplit_once('.').unwrap().0)
            }),
            malformed(Part::Token),
        ),
        (
            Case::token("HS256 with the secret", |mut token, _| token.authenticated(CLIENT_SECRET.as_bytes())),
            Refusal::Algorithm,
        ),
        (Case::token("HS256 with nothing", |mut token, _| token.authenticated(b"")), Refusal::Algorithm),
        confused("HS256 with the public key as PEM", |mut token, _| token.authenticated(&rsa_public("PEM"))),
        confused("HS256 with the public key as DER", |mut token, _| token.authenticated(&rsa_public("DER"))),
        confused("HS256 with the public key as PKCS #1", |mut token, _| token.authenticated(&rsa_public("PKCS #1"))),
        confused("HS256 with the modulus", |mut token, _| token.authenticated(&rsa_public("modulus"))),
        (
            Case::token("an algorithm of another kind of key", |mut token, provider| {
                token.header["alg"] = json!("RS256");
                token.signed(&provider.signing())
            }),
            Refusal::UnknownKey,
        ),
        (
            Case::token("an access token of type at+jwt", |mut token, provider| {
                token.header["typ"] = json!("at+jwt");
                token.signed(&provider.signing())
            }),
            Refusal::TokenMalformed,
        ),
        (
            Case::token("a critical extension", |mut token, provider| {
                token.header["crit"] = json!(["exp"]);
                token.signed(&provider.signing())
            }),
            Refusal::TokenMalformed,
        ),
        (Case::token("not a token", |_, _| "a.b.c".to_owned()), malformed(Part::Token)),
    ]
}

/// An ID token with the RSA public key, written in that form, for its HMAC secret.
fn confused(name: &'static str, forge: fn(Token, &Provider) -> String) -> (Case, Refusal) {
    let mut case = Case::token(name, forge);
    case.script.signing = Arc::new(Key::new("one", "RS256"));
    (case, Refusal::Algorithm)
}
