//! Keys made for the tests, and tokens signed with them by hand.

use std::sync::LazyLock;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use ring::{
    digest, hmac,
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _,
        RSA_PKCS1_SHA256, RSA_PSS_SHA256, RsaKeyPair,
    },
};
use rsa::{
    RsaPrivateKey, RsaPublicKey,
    pkcs1::{EncodeRsaPrivateKey as _, EncodeRsaPublicKey as _},
    pkcs8::{EncodePublicKey as _, LineEnding},
    rand_core::OsRng,
    traits::PublicKeyParts as _,
};
use serde_json::{Value, json};

/// The one RSA key of all tests: to make one takes seconds.
static RSA: LazyLock<RsaPrivateKey> = LazyLock::new(|| RsaPrivateKey::new(&mut OsRng, 2048).unwrap());

/// Base64 as JSON Web Tokens have it.
pub(crate) fn base64(bytes: impl AsRef<[u8]>) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The left half of a digest, as in `at_hash`.
pub(crate) fn half_hash(algorithm: &'static digest::Algorithm, text: &str) -> String {
    let hash = digest::digest(algorithm, text.as_bytes());
    base64(&hash.as_ref()[..hash.as_ref().len() / 2])
}

/// A key that tokens are signed with, by its algorithm.
pub(crate) struct Key {
    pub(crate) kid: String,
    pub(crate) alg: &'static str,
    secret: Secret,
}

enum Secret {
    Ec(EcdsaKeyPair),
    Ed(Ed25519KeyPair),
    Rsa(RsaKeyPair),
}

impl Key {
    /// A new key for the algorithm; for RSA, always the same.
    pub(crate) fn new(kid: &str, alg: &'static str) -> Self {
        let random = SystemRandom::new();
        let secret = match alg {
            "ES256" | "ES384" => {
                let curve =
                    if alg == "ES256" { &ECDSA_P256_SHA256_FIXED_SIGNING } else { &ECDSA_P384_SHA384_FIXED_SIGNING };
                let document = EcdsaKeyPair::generate_pkcs8(curve, &random).unwrap();
                Secret::Ec(EcdsaKeyPair::from_pkcs8(curve, document.as_ref(), &random).unwrap())
            }
            "EdDSA" => {
                let document = Ed25519KeyPair::generate_pkcs8(&random).unwrap();
                Secret::Ed(Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap())
            }
            "RS256" | "PS256" => Secret::Rsa(RsaKeyPair::from_der(RSA.to_pkcs1_der().unwrap().as_bytes()).unwrap()),
            other => panic!("no key for {other}"),
        };
        Self { kid: kid.to_owned(), alg, secret }
    }

    /// The public key as a member of a key set.
    pub(crate) fn public(&self) -> Value {
        let mut key = match &self.secret {
            Secret::Ec(pair) => {
                let point = &pair.public_key().as_ref()[1..];
                let (x, y) = point.split_at(point.len() / 2);
                let curve = if self.alg == "ES256" { "P-256" } else { "P-384" };
                json!({ "kty": "EC", "crv": curve, "x": base64(x), "y": base64(y) })
            }
            Secret::Ed(pair) => json!({ "kty": "OKP", "crv": "Ed25519", "x": base64(pair.public_key()) }),
            Secret::Rsa(_) => {
                json!({ "kty": "RSA", "n": base64(RSA.n().to_bytes_be()), "e": base64(RSA.e().to_bytes_be()) })
            }
        };
        key["kid"] = json!(self.kid);
        key["use"] = json!("sig");
        key["alg"] = json!(self.alg);
        key
    }

    fn sign(&self, input: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match &self.secret {
            Secret::Ec(pair) => pair.sign(&random, input).unwrap().as_ref().to_vec(),
            Secret::Ed(pair) => pair.sign(input).as_ref().to_vec(),
            Secret::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                if self.alg == "RS256" {
                    pair.sign(&RSA_PKCS1_SHA256, &random, input, &mut signature).unwrap();
                } else {
                    pair.sign(&RSA_PSS_SHA256, &random, input, &mut signature).unwrap();
                }
                signature
            }
        }
    }
}

/// A way to write the RSA public key down, which a confused verifier might take for an HMAC secret.
pub(crate) fn rsa_public(form: &str) -> Vec<u8> {
    let key = RsaPublicKey::from(&*RSA);
    match form {
        "PEM" => key.to_public_key_pem(LineEnding::LF).unwrap().into_bytes(),
        "DER" => key.to_public_key_der().unwrap().into_vec(),
        "PKCS #1" => key.to_pkcs1_der().unwrap().into_vec(),
        "modulus" => key.n().to_bytes_be(),
        other => panic!("no form {other}"),
    }
}

/// A token to be signed.
pub(crate) struct Token {
    pub(crate) header: Value,
    pub(crate) claims: Value,
}

impl Token {
    fn input(&self) -> String {
        format!("{}.{}", base64(self.header.to_string()), base64(self.claims.to_string()))
    }

    /// The token, signed with that key whatever its header says.
    pub(crate) fn signed(&self, key: &Key) -> String {
        let input = self.input();
        format!("{input}.{}", base64(key.sign(input.as_bytes())))
    }

    /// The token with an HMAC.
    pub(crate) fn authenticated(&mut self, secret: &[u8]) -> String {
        self.header["alg"] = json!("HS256");
        let input = self.input();
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), input.as_bytes());
        format!("{input}.{}", base64(tag))
    }

    /// The token without a signature.
    pub(crate) fn unsigned(&mut self) -> String {
        self.header["alg"] = json!("none");
        format!("{}.", self.input())
    }
}
