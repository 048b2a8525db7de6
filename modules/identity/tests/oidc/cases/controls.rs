//! What must succeed.

use std::sync::Arc;

use identity::oidc::Claims;
use serde_json::json;

use super::{Case, later, without};
use crate::{
    keys::Key,
    provider::{CLIENT_ID, SUBJECT},
};

/// The honest sign-in.
fn anna() -> Claims {
    Claims {
        // Each provider's own; filled in below.
        issuer: String::new(),
        subject: SUBJECT.to_owned(),
        email: Some("anna@poczta.example".to_owned()),
        email_verified: true,
        name: Some("Anna Nowak".to_owned()),
        locale: Some("pl".to_owned()),
    }
}

/// What must succeed: the honest sign-in, and what differs from it without harm.
pub(super) fn controls() -> Vec<(Case, Claims)> {
    let signed = |alg: &'static str| {
        let mut case = Case::honest(alg);
        case.script.signing = Arc::new(Key::new("one", alg));
        (case, anna())
    };
    let other =
        |email: Option<&str>, email_verified| Claims { email: email.map(ToOwned::to_owned), email_verified, ..anna() };
    vec![
        (Case::honest("honest"), anna()),
        signed("RS256"),
        signed("PS256"),
        signed("ES384"),
        signed("EdDSA"),
        (Case::claims("a clock half a minute ahead", |claims, _| claims["iat"] = json!(later(30))), anna()),
        (Case::claims("a clock half a minute behind", |claims, _| claims["exp"] = json!(later(-30))), anna()),
        (Case::claims("dated back like Microsoft's", |claims, _| claims["iat"] = json!(later(-300))), anna()),
        (Case::claims("one audience in a list", |claims, _| claims["aud"] = json!([CLIENT_ID])), anna()),
        (Case::claims("our azp", |claims, _| claims["azp"] = json!(CLIENT_ID)), anna()),
        (Case::claims("no at_hash", |claims, _| without(claims, "at_hash")), anna()),
        (
            Case::claims("longest subject", |claims, _| claims["sub"] = json!("x".repeat(255))),
            Claims { subject: "x".repeat(255), ..anna() },
        ),
        (
            Case::token("no kid", |mut token, provider| {
                without(&mut token.header, "kid");
                token.signed(&provider.signing())
            }),
            anna(),
        ),
        (
            {
                let mut case = Case::document("no iss where none is promised", |document, _| {
                    without(document, "authorization_response_iss_parameter_supported");
                });
                case.arrive = |it| it.unset("iss");
                case
            },
            anna(),
        ),
        (
            Case::document("the secret in the body", |document, _| {
                document["token_endpoint_auth_methods_supported"] = json!(["client_secret_post"]);
            }),
            anna(),
        ),
        (
            Case::script("keys that we do not know among the others", |script| {
                script.key_set = |set| {
                    let more =
                        [json!({ "kty": "AKP", "alg": "ML-DSA-65" }), json!(7), json!({ "kty": "oct", "kid": "one" })];
                    set["keys"].as_array_mut().unwrap().extend(more);
                }
            }),
            anna(),
        ),
        (
            Case::claims("unverified", |claims, _| claims["email_verified"] = json!(false)),
            other(Some("anna@poczta.example"), false),
        ),
        (
            Case::claims("verified or not", |claims, _| without(claims, "email_verified")),
            other(Some("anna@poczta.example"), false),
        ),
        (Case::claims("no address", |claims, _| without(claims, "email")), other(Some("anna@inna.example"), true)),
        (
            {
                let mut case = Case::claims("no address and verified there", |claims, _| without(claims, "email"));
                case.script.person = |it| without(it, "email_verified");
                case
            },
            other(Some("anna@inna.example"), false),
        ),
        (
            {
                let mut case = Case::claims("no address, none asked for", |claims, _| without(claims, "email"));
                case.declare = |declared| declared.scopes.clear();
                case
            },
            other(None, false),
        ),
        (
            {
                let mut case =
                    Case::document("no address, nobody to ask", |document, _| without(document, "userinfo_endpoint"));
                case.script.claims = |claims, _| without(claims, "email");
                case
            },
            other(None, false),
        ),
        (
            Case::claims("a name of two parts", |claims, _| {
                without(claims, "name");
                claims["given_name"] = json!("Anna\u{202e}");
                claims["family_name"] = json!("Nowak\n");
            }),
            anna(),
        ),
    ]
}
