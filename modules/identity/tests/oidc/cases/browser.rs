//! What the browser brings, and when and where it does.

use chrono::TimeDelta;
use identity::oidc::Refusal;
use serde_json::json;

use super::Case;

/// Cases of what the browser brings, or of when and where it does.
pub(super) fn arrivals() -> Vec<(Case, Refusal)> {
    let twice = Refusal::Callback("a parameter is there twice");
    vec![
        (Case::arrival("another state", |it| it.set("state", "x")), Refusal::StateMismatch),
        (
            Case::arrival("the beginning of the state", |it| {
                let state = it.pending["state"].as_str().unwrap().to_owned();
                it.set("state", &state[..state.len() - 1]);
            }),
            Refusal::StateMismatch,
        ),
        (Case::arrival("empty state", |it| it.set("state", "")), Refusal::StateMismatch),
        (Case::arrival("no state", |it| it.unset("state")), Refusal::StateMismatch),
        (
            Case::arrival("another provider's iss", |it| it.set("iss", "https://id.other.example")),
            Refusal::CallbackIssuer,
        ),
        (
            Case::arrival("iss with a slash more", |it| {
                let iss = format!("{}/", it.declared.issuer);
                it.set("iss", &iss);
            }),
            Refusal::CallbackIssuer,
        ),
        (Case::arrival("no iss though promised", |it| it.unset("iss")), Refusal::CallbackIssuer),
        (
            {
                let mut case = Case::document("another iss though none promised", |document, _| {
                    document["authorization_response_iss_parameter_supported"] = json!(false);
                });
                case.arrive = |it| it.set("iss", "https://id.other.example");
                case
            },
            Refusal::CallbackIssuer,
        ),
        (Case::arrival("no code", |it| it.unset("code")), Refusal::Callback("it has no code")),
        (Case::arrival("empty code", |it| it.set("code", "")), Refusal::Callback("it has no code")),
        (Case::arrival("made-up code", |it| it.set("code", "x")), Refusal::CodeRejected),
        (Case::arrival("two codes", |it| it.callback.push(("code".to_owned(), "x".to_owned()))), twice.clone()),
        (Case::arrival("two states", |it| it.callback.push(("state".to_owned(), "x".to_owned()))), twice.clone()),
        (
            Case::arrival("iss twice, the same", |it| it.callback.push(("iss".to_owned(), it.declared.issuer.clone()))),
            twice,
        ),
        (Case::arrival("a long code", |it| it.set("code", &"x".repeat(9000))), Refusal::Callback("it is too long")),
        (
            Case::arrival("the person says no", |it| it.set("error", "access_denied")),
            Refusal::ProviderError("access_denied".to_owned()),
        ),
        (
            Case::arrival("an error that is a text", |it| it.set("error", "<a href=//evil>")),
            Refusal::ProviderError("ahrefevil".to_owned()),
        ),
        (
            Case::arrival("an error without the state", |it| {
                it.set("error", "access_denied");
                it.unset("state");
            }),
            Refusal::StateMismatch,
        ),
        (
            Case::arrival("another host's address", |it| {
                "https://goleniow.example/sign-in/city/back".clone_into(&mut it.redirect_uri);
            }),
            Refusal::OtherSignIn,
        ),
        (Case::arrival("an address with a slash more", |it| it.redirect_uri.push('/')), Refusal::OtherSignIn),
        (
            Case::arrival("another provider of the city", |it| "other".clone_into(&mut it.declared.id)),
            Refusal::OtherSignIn,
        ),
        (Case::arrival("eleven minutes later", |it| it.now += TimeDelta::minutes(11)), Refusal::PendingExpired),
        (Case::arrival("begun in the future", |it| it.now -= TimeDelta::minutes(2)), Refusal::PendingExpired),
        (
            Case::arrival("another PKCE verifier", |it| it.pending["verifier"] = json!("x".repeat(43))),
            Refusal::CodeRejected,
        ),
        (Case::arrival("another nonce kept", |it| it.pending["nonce"] = json!("x".repeat(22))), Refusal::NonceMismatch),
        (
            Case {
                declare: |declared| declared.client_secret = Some("another".to_owned()),
                ..Case::honest("another secret")
            },
            Refusal::ProviderError("invalid_client".to_owned()),
        ),
    ]
}
