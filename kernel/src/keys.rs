//! What is made of the installation's one secret: seals, signatures, and what is stored of secrets.
//!
//! Every use names its purpose, and purposes that belong to a tenant begin with its slug: what was sealed or signed for
//! one means nothing to another.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    aead::{self, Aad, LessSafeKey, Nonce, UnboundKey},
    digest, hkdf, hmac,
    rand::{SecureRandom as _, SystemRandom},
};

use crate::error::{Fault, Result};

/// The shortest secret that is accepted, in bytes.
pub const MIN_SECRET: usize = 32;

/// The installation's secret, from which the keys of all purposes are derived (HKDF, RFC 5869).
pub struct Keys {
    root: hkdf::Prk,
    random: SystemRandom,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

impl Keys {
    /// Keys of that secret.
    pub fn new(secret: &[u8]) -> Result<Self> {
        if secret.len() < MIN_SECRET {
            return Err(Fault::bad_input("secret_key", format!("the secret key has at least {MIN_SECRET} characters")));
        }
        let root = hkdf::Salt::new(hkdf::HKDF_SHA256, b"tablica").extract(secret);
        Ok(Self { root, random: SystemRandom::new() })
    }

    fn key(&self, use_: &str, purpose: &str) -> Result<[u8; 32]> {
        let mut key = [0; 32];
        let info = [use_.as_bytes(), purpose.as_bytes()];
        let derived = self.root.expand(&info, hkdf::HKDF_SHA256).and_then(|okm| okm.fill(&mut key));
        derived.map(|()| key).map_err(|_| Fault::internal("a key could not be derived"))
    }

    fn cipher(&self, purpose: &str) -> Result<LessSafeKey> {
        let key = UnboundKey::new(&aead::CHACHA20_POLY1305, &self.key("seal:", purpose)?);
        key.map(LessSafeKey::new).map_err(|_| Fault::internal("a key could not be made"))
    }

    /// Encrypts; what comes out can be kept where others may see it (base64url).
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Result<String> {
        let mut nonce = [0; aead::NONCE_LEN];
        self.random.fill(&mut nonce).map_err(|_| Fault::internal("no randomness"))?;
        let mut sealed = plain.to_vec();
        self.cipher(purpose)?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed)
            .map_err(|_| Fault::internal("sealing failed"))?;
        Ok(URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// Decrypts; nothing if it was not sealed by us for this purpose, or has been touched since.
    pub fn open(&self, purpose: &str, sealed: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, rest) = bytes.split_at_checked(aead::NONCE_LEN)?;
        let mut rest = rest.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let plain = self.cipher(purpose).ok()?.open_in_place(nonce, Aad::empty(), &mut rest).ok()?;
        Some(plain.to_vec())
    }

    /// A signature (HMAC-SHA-256, base64url).
    pub fn sign(&self, purpose: &str, message: &[u8]) -> Result<String> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.key("sign:", purpose)?);
        Ok(URL_SAFE_NO_PAD.encode(hmac::sign(&key, message)))
    }

    /// Whether we signed that message for this purpose.
    pub fn verify(&self, purpose: &str, message: &[u8], signature: &str) -> bool {
        let Ok(key) = self.key("sign:", purpose) else { return false };
        let key = hmac::Key::new(hmac::HMAC_SHA256, &key);
        URL_SAFE_NO_PAD.decode(signature).is_ok_and(|tag| hmac::verify(&key, message, &tag).is_ok())
    }

    /// 32 bytes that are always the same for a purpose, and tell nothing of any other's: the seed of a key that is
    /// nowhere kept.
    pub fn derived(&self, purpose: &str) -> Result<[u8; 32]> {
        self.key("derive:", purpose)
    }

    /// 256 random bits as 43 characters of base64url.
    pub fn random_token(&self) -> Result<String> {
        let mut bytes = [0; 32];
        self.random.fill(&mut bytes).map_err(|_| Fault::internal("no randomness"))?;
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Six random decimal digits, all equally likely.
    pub fn random_code(&self) -> Result<String> {
        // The largest multiple of a million below 2³²: what lies above would make some codes likelier.
        const LIMIT: u32 = u32::MAX - u32::MAX % 1_000_000;
        loop {
            let mut bytes = [0; 4];
            self.random.fill(&mut bytes).map_err(|_| Fault::internal("no randomness"))?;
            let number = u32::from_be_bytes(bytes);
            if number < LIMIT {
                return Ok(format!("{:06}", number % 1_000_000));
            }
        }
    }
}

/// What is stored of a random token: enough to know it again, too little to make it (SHA-256, base64url).
pub fn fingerprint(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seals_and_signatures_hold_for_their_purpose_only() {
        let keys = Keys::new(&[7; 32]).unwrap();
        let sealed = keys.seal("debno/mail", b"123456").unwrap();
        assert_eq!(keys.open("debno/mail", &sealed).unwrap(), b"123456");
        assert_ne!(sealed, keys.seal("debno/mail", b"123456").unwrap(), "a fresh nonce each time");
        assert_eq!(keys.open("goleniow/mail", &sealed), None);
        assert_eq!(Keys::new(&[8; 32]).unwrap().open("debno/mail", &sealed), None);
        let mut touched = sealed.into_bytes();
        touched[20] = if touched[20] == b'A' { b'B' } else { b'A' };
        assert_eq!(keys.open("debno/mail", std::str::from_utf8(&touched).unwrap()), None);
        for garbage in ["", "A", "ąę", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            assert_eq!(keys.open("debno/mail", garbage), None, "{garbage}");
        }
        let signature = keys.sign("debno/form", b"x").unwrap();
        assert!(keys.verify("debno/form", b"x", &signature));
        assert!(!keys.verify("debno/form", b"y", &signature) && !keys.verify("radom/form", b"x", &signature));
        assert!(!keys.verify("debno/form", b"x", "") && !keys.verify("debno/form", b"x", "ą"));
        assert!(Keys::new(b"short").is_err());
    }

    #[test]
    fn what_is_derived_is_always_the_same_and_nothing_else() {
        let keys = Keys::new(&[7; 32]).unwrap();
        assert_eq!(keys.derived("debno/push").unwrap(), Keys::new(&[7; 32]).unwrap().derived("debno/push").unwrap());
        assert_ne!(keys.derived("debno/push").unwrap(), keys.derived("goleniow/push").unwrap());
        assert_ne!(keys.derived("debno/push").unwrap(), keys.key("seal:", "debno/push").unwrap());
        assert_ne!(keys.derived("debno/push").unwrap(), Keys::new(&[8; 32]).unwrap().derived("debno/push").unwrap());
    }

    #[test]
    fn codes_have_six_digits() {
        let keys = Keys::new(&[7; 32]).unwrap();
        for _ in 0..100 {
            let code = keys.random_code().unwrap();
            assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
        }
        assert_eq!(keys.random_token().unwrap().len(), 43);
    }
}
