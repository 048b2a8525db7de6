//! What the provider's endpoints answer.

use identity::oidc::{Flaw, Part, Refusal};
use serde_json::json;

use super::{Case, malformed, without};
use crate::{keys::Key, provider::Answer};

/// Cases of discovery documents and key sets that say something else.
pub(super) fn documents() -> Vec<(Case, Refusal)> {
    let flaw = |flaw| Refusal::ProviderAnswer(Part::Discovery, flaw);
    let keys = |flaw| Refusal::ProviderAnswer(Part::Keys, flaw);
    vec![
        (
            Case::document("another issuer", |document, _| document["issuer"] = json!("https://id.other.example")),
            flaw(Flaw::OtherIssuer),
        ),
        (
            Case::document("issuer with a slash more", |document, issuer| {
                document["issuer"] = json!(format!("{issuer}/"));
            }),
            flaw(Flaw::OtherIssuer),
        ),
        (Case::document("no issuer", |document, _| without(document, "issuer")), malformed(Part::Discovery)),
        (
            Case::document("issuer of a wrong type", |document, _| document["issuer"] = json!(7)),
            malformed(Part::Discovery),
        ),
        (Case::document("an array", |document, _| *document = json!([document.take()])), malformed(Part::Discovery)),
        (
            Case::document("no token endpoint", |document, _| without(document, "token_endpoint")),
            malformed(Part::Discovery),
        ),
        (
            Case::document("plain http to sign in", |document, _| {
                document["authorization_endpoint"] = json!("http://id.debno.example/authorize");
            }),
            flaw(Flaw::Endpoint),
        ),
        (
            Case::document("a script to sign in", |document, _| {
                document["authorization_endpoint"] = json!("javascript:alert(1)");
            }),
            flaw(Flaw::Endpoint),
        ),
        (
            Case::document("plain http for tokens", |document, _| {
                document["token_endpoint"] = json!("http://id.debno.example/token");
            }),
            flaw(Flaw::Endpoint),
        ),
        (
            Case::document("plain http for user information", |document, _| {
                document["userinfo_endpoint"] = json!("http://id.debno.example/userinfo");
            }),
            flaw(Flaw::Endpoint),
        ),
        (
            Case::document("keys from inside the cloud", |document, _| {
                document["jwks_uri"] = json!("http://169.254.169.254/latest/meta-data");
            }),
            flaw(Flaw::Endpoint),
        ),
        (
            Case::document("keys from a file", |document, _| document["jwks_uri"] = json!("file:///etc/passwd")),
            flaw(Flaw::Endpoint),
        ),
        (
            Case::document("a long endpoint", |document, issuer| {
                document["token_endpoint"] = json!(format!("{issuer}/{}", "x".repeat(2048)));
            }),
            flaw(Flaw::Endpoint),
        ),
        (Case::script("no keys", |script| script.key_set = |set| set["keys"] = json!([])), keys(Flaw::NoKeys)),
        (
            Case::script("only a secret key", |script| {
                script.key_set = |set| {
                    set["keys"] = json!([{ "kty": "oct", "kid": "one", "k": "c2VjcmV0" }]);
                }
            }),
            keys(Flaw::NoKeys),
        ),
        (
            Case::script("thousands of keys", |script| {
                script.key_set = |set| {
                    let more =
                        (0..3000).map(|number| json!({ "kty": "RSA", "kid": number.to_string(), "n": "", "e": "" }));
                    set["keys"].as_array_mut().unwrap().extend(more);
                }
            }),
            keys(Flaw::TooManyKeys),
        ),
        (
            Case::script("keys of a wrong type", |script| script.key_set = |set| set["keys"] = json!({})),
            malformed(Part::Keys),
        ),
        (
            Case::script("another key under our kid", |script| {
                script.key_set = |set| {
                    set["keys"][0]["x"] = Key::new("one", "ES256").public()["x"].clone();
                }
            }),
            Refusal::BadSignature,
        ),
        (
            Case::script("a key for encryption only", |script| {
                script.key_set = |set| {
                    set["keys"][0]["use"] = json!("enc");
                }
            }),
            Refusal::UnknownKey,
        ),
    ]
}

/// Cases of answers that are none, are not JSON, or never end.
pub(super) fn answers() -> Vec<(Case, Refusal)> {
    let unreachable = Refusal::ProviderUnreachable;
    let flaw = Refusal::ProviderAnswer;
    let (discovery, keys, token) = (Part::Discovery, Part::Keys, Part::Token);
    let error = |code: &str| Refusal::ProviderError(code.to_owned());
    vec![
        (Case::late("discovery hangs", |script| script.discovery = Answer::Hang), unreachable(discovery)),
        (Case::late("discovery trickles", |script| script.discovery = Answer::Trickle), unreachable(discovery)),
        (Case::script("discovery of 10 MB", |script| script.discovery = Answer::Huge), flaw(discovery, Flaw::TooLarge)),
        (
            Case::script("discovery streams", |script| script.discovery = Answer::Stream),
            flaw(discovery, Flaw::TooLarge),
        ),
        (
            Case::script("discovery elsewhere", |script| script.discovery = Answer::Elsewhere),
            flaw(discovery, Flaw::Status(307)),
        ),
        (Case::script("discovery is a page", |script| script.discovery = Answer::Html), malformed(discovery)),
        (
            Case::script("discovery is no JSON", |script| script.discovery = Answer::Json(200, "<h1>Sign in</h1>")),
            malformed(discovery),
        ),
        (
            Case::script("discovery is deep", |script| script.discovery = Answer::Json(200, deep())),
            malformed(discovery),
        ),
        (Case::script("discovery is empty", |script| script.discovery = Answer::Json(200, "")), malformed(discovery)),
        (
            Case::script("no discovery", |script| script.discovery = Answer::Json(404, "{}")),
            flaw(discovery, Flaw::Status(404)),
        ),
        (Case::late("keys hang", |script| script.keys = Answer::Hang), unreachable(keys)),
        (Case::late("keys trickle", |script| script.keys = Answer::Trickle), unreachable(keys)),
        (Case::script("keys of 10 MB", |script| script.keys = Answer::Huge), flaw(keys, Flaw::TooLarge)),
        (Case::script("keys stream", |script| script.keys = Answer::Stream), flaw(keys, Flaw::TooLarge)),
        (Case::script("keys elsewhere", |script| script.keys = Answer::Elsewhere), flaw(keys, Flaw::Status(307))),
        (Case::script("keys are a page", |script| script.keys = Answer::Html), malformed(keys)),
        (Case::script("keys are away", |script| script.keys = Answer::Json(503, "{}")), flaw(keys, Flaw::Status(503))),
        (Case::late("tokens hang", |script| script.token = Answer::Hang), unreachable(token)),
        (Case::late("tokens trickle", |script| script.token = Answer::Trickle), unreachable(token)),
        (Case::script("tokens of 10 MB", |script| script.token = Answer::Huge), flaw(token, Flaw::TooLarge)),
        (Case::script("tokens stream", |script| script.token = Answer::Stream), flaw(token, Flaw::TooLarge)),
        (Case::script("tokens elsewhere", |script| script.token = Answer::Elsewhere), malformed(token)),
        (Case::script("tokens are a page", |script| script.token = Answer::Html), malformed(token)),
        (
            Case::script("tokens are no JSON", |script| script.token = Answer::Json(200, "<h1>Sign in</h1>")),
            malformed(token),
        ),
        (Case::script("tokens are deep", |script| script.token = Answer::Json(200, deep())), malformed(token)),
        (Case::script("tokens fail", |script| script.token = Answer::Json(500, "{}")), malformed(token)),
        (
            Case::script("code refused", |script| script.token = Answer::Json(400, r#"{"error":"invalid_grant"}"#)),
            Refusal::CodeRejected,
        ),
        (
            Case::script("client refused", |script| script.token = Answer::Json(401, r#"{"error":"invalid_client"}"#)),
            error("invalid_client"),
        ),
        (
            Case::script("refused in other words", |script| {
                script.token = Answer::Json(400, r#"{"error":"<b>no</b>"}"#);
            }),
            error("bnob"),
        ),
        (Case::script("no ID token", |script| script.tokens = |it| without(it, "id_token")), malformed(token)),
        (Case::script("no access token", |script| script.tokens = |it| without(it, "access_token")), malformed(token)),
        (
            Case::script("an access token with a header in it", |script| {
                script.tokens = |it| it["access_token"] = json!("x\r\nHost: evil.example");
            }),
            malformed(token),
        ),
        (
            Case::script("ID token of a wrong type", |script| script.tokens = |it| it["id_token"] = json!({})),
            malformed(token),
        ),
    ]
}

/// Cases of userinfo endpoints, which are asked if the ID token has no address.
pub(super) fn people() -> Vec<(Case, Refusal)> {
    let part = Part::UserInfo;
    let flaw = |flaw| Refusal::ProviderAnswer(part, flaw);
    let mut cases = vec![
        (
            Case::script("information on another", |script| script.person = |it| it["sub"] = json!("boss")),
            Refusal::OtherSubject,
        ),
        (Case::script("information on nobody", |script| script.person = |it| without(it, "sub")), malformed(part)),
        (
            Case::script("information refused", |script| script.userinfo = Answer::Json(403, "{}")),
            flaw(Flaw::Status(403)),
        ),
        (Case::script("information elsewhere", |script| script.userinfo = Answer::Elsewhere), flaw(Flaw::Status(307))),
        (Case::script("information of 10 MB", |script| script.userinfo = Answer::Huge), flaw(Flaw::TooLarge)),
        (Case::script("information streams", |script| script.userinfo = Answer::Stream), flaw(Flaw::TooLarge)),
        (Case::script("information is a page", |script| script.userinfo = Answer::Html), malformed(part)),
        (Case::late("information hangs", |script| script.userinfo = Answer::Hang), Refusal::ProviderUnreachable(part)),
    ];
    for (case, _) in &mut cases {
        case.script.claims = |claims, _| without(claims, "email");
    }
    cases
}

fn deep() -> &'static str {
    String::leak("[".repeat(100_000))
}
