//! What a push looks like on its way: encrypted for the browser (RFC 8291), signed by the city (RFC 8292).

use std::{collections::HashMap, sync::Mutex};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{
    error::{Fault, Result},
    scope::Scope,
};
use reqwest::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderName};
use serde_json::json;
use url::Url;
use web_push_native::{
    Auth, encrypt,
    p256::{
        self, PublicKey, SecretKey,
        ecdsa::{Signature, SigningKey, signature::Signer as _},
    },
};

use super::{Endpoint, decoded};

/// What the city's key is made for.
const PURPOSE: &str = "push.vapid";
/// How long a signature holds, in seconds; a day at most (RFC 8292, 2).
const SIGNED_FOR: i64 = 12 * 3600;
/// Payloads are filled up to multiples of this many bytes, so that their length says little.
const STEP: usize = 256;
/// RFC 8030, 5.2 and 5.3.
const TTL: HeaderName = HeaderName::from_static("ttl");
const URGENCY: HeaderName = HeaderName::from_static("urgency");

/// The city's key: always the same, and nowhere kept.
fn secret(scope: &Scope) -> Result<SecretKey> {
    for turn in 0..8 {
        let seed = scope.app().keys.derived(&scope.purpose(&format!("{PURPOSE}.{turn}")))?;
        // One in four thousand million seeds is no number of the curve.
        if let Ok(key) = SecretKey::from_slice(&seed) {
            return Ok(key);
        }
    }
    Err(Fault::internal("no key of the curve could be made"))
}

fn point(key: &PublicKey) -> String {
    use p256::elliptic_curve::sec1::ToEncodedPoint as _;
    URL_SAFE_NO_PAD.encode(key.to_encoded_point(false).as_bytes())
}

/// The key by which browsers know the city's pushes (`applicationServerKey`).
pub fn public_key(scope: &Scope) -> Result<String> {
    Ok(point(&secret(scope)?.public_key()))
}

/// A browser's public key, if it is one.
pub(super) fn browser_key(text: &str) -> Option<PublicKey> {
    decoded(text).filter(|bytes| bytes.len() == 65).and_then(|bytes| PublicKey::from_sec1_bytes(&bytes).ok())
}

/// A browser's secret, if it is one.
pub(super) fn browser_auth(text: &str) -> Option<Auth> {
    let bytes: [u8; 16] = decoded(text)?.try_into().ok()?;
    Some(bytes.into())
}

/// Encloses and signs pushes of one city.
pub(super) struct Signer {
    key: SigningKey,
    public: String,
    subject: String,
    /// What is signed is the same for all browsers of a push service.
    signed: Mutex<HashMap<String, String>>,
}

impl Signer {
    pub(super) fn new(scope: &Scope) -> Result<Self> {
        let secret = secret(scope)?;
        Ok(Self {
            public: point(&secret.public_key()),
            key: secret.into(),
            subject: scope.base_url(),
            signed: Mutex::default(),
        })
    }

    /// What is posted to a browser's address; nothing if its keys are none.
    pub(super) fn enclose(
        &self,
        scope: &Scope,
        url: &Url,
        browser: &Endpoint,
        payload: &[u8],
        is_urgent: bool,
        seconds: i64,
    ) -> Option<(Vec<(HeaderName, String)>, Vec<u8>)> {
        let (key, auth) = (browser_key(&browser.p256dh)?, browser_auth(&browser.auth)?);
        let mut text = payload.to_vec();
        // Blanks at the end of JSON mean nothing.
        text.resize(payload.len().next_multiple_of(STEP), b' ');
        let body = encrypt(text, &key, &auth).ok()?;
        let headers = vec![
            (TTL, seconds.to_string()),
            (URGENCY, if is_urgent { "high" } else { "normal" }.to_owned()),
            (CONTENT_ENCODING, "aes128gcm".to_owned()),
            (CONTENT_TYPE, "application/octet-stream".to_owned()),
            (AUTHORIZATION, self.authorization(&url.origin().ascii_serialization(), scope.now().timestamp())),
        ];
        Some((headers, body))
    }

    /// `vapid t=<JWT>, k=<key>` (RFC 8292, 3).
    fn authorization(&self, audience: &str, now: i64) -> String {
        let mut signed = self.signed.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let token = signed.entry(audience.to_owned()).or_insert_with(|| {
            let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
            let claims = json!({ "aud": audience, "exp": now + SIGNED_FOR, "sub": self.subject });
            let text = format!("{}.{}", part(json!({ "typ": "JWT", "alg": "ES256" })), part(claims));
            let signature: Signature = self.key.sign(text.as_bytes());
            format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
        });
        format!("vapid t={token}, k={}", self.public)
    }
}

#[cfg(test)]
mod tests {
    use web_push_native::{
        decrypt,
        p256::ecdsa::{VerifyingKey, signature::Verifier as _},
    };

    use super::*;

    /// RFC 8291, 5 and appendix A.
    const RFC_BODY: &str = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
    const RFC_AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
    const RFC_PRIVATE: &str = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    const RFC_PUBLIC: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    fn signer() -> Signer {
        let secret = SecretKey::from_slice(&[7; 32]).unwrap();
        Signer {
            public: point(&secret.public_key()),
            key: secret.into(),
            subject: "https://edu.debno.example".to_owned(),
            signed: Mutex::default(),
        }
    }

    #[test]
    fn a_browser_reads_what_the_standard_wrote_and_what_we_write() {
        let private = SecretKey::from_slice(&decoded(RFC_PRIVATE).unwrap()).unwrap();
        let (key, auth) = (browser_key(RFC_PUBLIC).unwrap(), browser_auth(RFC_AUTH).unwrap());
        assert_eq!(point(&private.public_key()), RFC_PUBLIC);
        let read = |body: Vec<u8>| decrypt(body, &private, &auth).unwrap();
        assert_eq!(read(decoded(RFC_BODY).unwrap()), b"When I grow up, I want to be a watermelon");
        let ours = encrypt("Zwolniło się miejsce".into(), &key, &auth).unwrap();
        assert_eq!(read(ours.clone()), "Zwolniło się miejsce".as_bytes());
        assert_ne!(ours, encrypt("Zwolniło się miejsce".into(), &key, &auth).unwrap(), "a new key each time");
    }

    #[test]
    fn keys_of_browsers_are_checked() {
        for bad in ["", "A", "ąę", RFC_AUTH, &RFC_PUBLIC[..80], &RFC_PUBLIC.replace('x', "y")] {
            assert!(browser_key(bad).is_none(), "{bad}");
        }
        assert!(browser_auth(RFC_PUBLIC).is_none() && browser_auth("").is_none());
        assert!(browser_auth(&format!("{RFC_AUTH}==")).is_some(), "some browsers pad");
    }

    #[test]
    fn signatures_name_the_push_service_and_hold_half_a_day() {
        let signer = signer();
        let said = signer.authorization("https://push.example", 1_000);
        assert_eq!(said, signer.authorization("https://push.example", 2_000), "one for all its browsers");
        let (token, key) = said.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        let (text, signature) = token.rsplit_once('.').unwrap();
        let key = VerifyingKey::from_sec1_bytes(&decoded(key).unwrap()).unwrap();
        let signature = Signature::from_slice(&decoded(signature).unwrap()).unwrap();
        assert!(key.verify(text.as_bytes(), &signature).is_ok());
        let claims: serde_json::Value =
            serde_json::from_slice(&decoded(text.split('.').nth(1).unwrap()).unwrap()).unwrap();
        let expected = json!({ "aud": "https://push.example", "exp": 44_200, "sub": "https://edu.debno.example" });
        assert_eq!(claims, expected);
        assert_ne!(said, signer.authorization("https://other.example", 1_000));
    }
}
