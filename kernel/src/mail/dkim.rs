//! Signatures by which a mail's domain vouches for it (DKIM, RFC 6376, RFC 8463), relaxed in head and body.
//!
//! `Content-Type` is never signed: servers on the way fold and quote it anew. Fields that a reader trusts are signed once
//! more than they are there, so that nobody can add another.

use std::fmt;

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD},
};
use chrono::{DateTime, Utc};
use ring::{
    digest,
    rand::SystemRandom,
    signature::{self, Ed25519KeyPair, RsaKeyPair},
};

use crate::error::{Fault, Result};

/// Fields that are signed where they are there.
const SIGNED: [&str; 10] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "mime-version",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
];
/// Fields of which nobody may add one.
const CLOSED: [&str; 5] = ["from", "to", "subject", "date", "reply-to"];
/// Characters of a line of the signature.
const LINE: usize = 72;

enum Key {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Ed25519KeyPair),
}

/// Who signs: a domain, with a key whose public half stands in DNS at `<selector>._domainkey.<domain>`.
pub struct Signer {
    domain: String,
    selector: String,
    key: Key,
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("domain", &self.domain).field("selector", &self.selector).finish_non_exhaustive()
    }
}

impl Signer {
    /// A signer with a key in PEM: RSA of 2048 bits or more (PKCS #1 or #8), or Ed25519 (PKCS #8). What is wrong with
    /// the key, in words.
    pub fn new(domain: &str, selector: &str, pem: &str) -> Result<Self, String> {
        let expected = "a private key in PEM is expected, RSA of at least 2048 bits or Ed25519";
        let (label, rest) = pem
            .split_once("-----BEGIN ")
            .and_then(|(_, rest)| rest.split_once("-----"))
            .ok_or_else(|| expected.to_owned())?;
        let (body, _) = rest.split_once("-----END ").ok_or_else(|| expected.to_owned())?;
        let body: String = body.split_whitespace().collect();
        let der = STANDARD_NO_PAD.decode(body.trim_end_matches('=')).map_err(|err| format!("{expected}: {err}"))?;
        let rsa = match label {
            "RSA PRIVATE KEY" => RsaKeyPair::from_der(&der),
            "PRIVATE KEY" => RsaKeyPair::from_pkcs8(&der),
            other => return Err(format!("{expected}, not \"{other}\"")),
        };
        let key = match rsa {
            Ok(pair) => Key::Rsa(Box::new(pair)),
            Err(rsa) => match Ed25519KeyPair::from_pkcs8_maybe_unchecked(&der) {
                Ok(pair) => Key::Ed25519(pair),
                Err(_) => return Err(format!("{expected}: {rsa}")),
            },
        };
        Ok(Self { domain: domain.to_owned(), selector: selector.to_owned(), key })
    }

    /// The field, with the end of its line, that is put before the message to sign it. Lines of the message end in CRLF.
    pub fn sign(&self, message: &[u8], now: DateTime<Utc>) -> Result<String> {
        let (fields, body) = split(message);
        let mut names: Vec<&str> = Vec::new();
        let mut signed = Vec::new();
        for name in SIGNED {
            // Of several of one name the last is signed first.
            for field in fields.iter().rev().filter(|field| is_named(field, name)) {
                names.push(name);
                signed.extend(relaxed_field(field));
                signed.extend(b"\r\n");
            }
            if CLOSED.contains(&name) {
                names.push(name);
            }
        }
        let algorithm = match self.key {
            Key::Rsa(_) => "rsa-sha256",
            Key::Ed25519(_) => "ed25519-sha256",
        };
        let body_hash = STANDARD.encode(digest::digest(&digest::SHA256, &relaxed_body(body)));
        let mut field = format!(
            "DKIM-Signature: v=1; a={algorithm}; c=relaxed/relaxed; d={};\r\n s={}; t={};\r\n h={};\r\n bh={body_hash};\r\n b=",
            self.domain,
            self.selector,
            now.timestamp(),
            names.join(":"),
        );
        signed.extend(relaxed_field(field.as_bytes()));
        let signature = STANDARD.encode(self.signature(&signed)?);
        for (index, line) in signature.as_bytes().chunks(LINE).enumerate() {
            field.push_str(if index > 0 { "\r\n " } else { "" });
            field.push_str(&String::from_utf8_lossy(line));
        }
        field.push_str("\r\n");
        Ok(field)
    }

    fn signature(&self, signed: &[u8]) -> Result<Vec<u8>> {
        match &self.key {
            Key::Rsa(pair) => {
                let mut made = vec![0; pair.public().modulus_len()];
                pair.sign(&signature::RSA_PKCS1_SHA256, &SystemRandom::new(), signed, &mut made)
                    .map_err(|_| Fault::internal("signing a mail failed"))?;
                Ok(made)
            }
            // RFC 8463 signs the hash, not what was hashed.
            Key::Ed25519(pair) => Ok(pair.sign(digest::digest(&digest::SHA256, signed).as_ref()).as_ref().to_vec()),
        }
    }
}

/// The fields of a message, each with the lines it is folded over but without the end of its last, and the body.
fn split(message: &[u8]) -> (Vec<&[u8]>, &[u8]) {
    let mut fields = Vec::new();
    let mut rest = message;
    loop {
        if let Some(body) = rest.strip_prefix(b"\r\n") {
            return (fields, body);
        }
        let end = (0..rest.len())
            .find(|at| rest[*at..].starts_with(b"\r\n") && !matches!(rest.get(at + 2), Some(b' ' | b'\t')));
        let Some(end) = end else {
            if !rest.is_empty() {
                fields.push(rest);
            }
            return (fields, &[]);
        };
        fields.push(&rest[..end]);
        rest = &rest[end + 2..];
    }
}

fn is_named(field: &[u8], name: &str) -> bool {
    let end = field.iter().position(|byte| *byte == b':').unwrap_or(0);
    field[..end].trim_ascii_end().eq_ignore_ascii_case(name.as_bytes())
}

/// RFC 6376, 3.4.2, without the end of the line.
fn relaxed_field(field: &[u8]) -> Vec<u8> {
    let end = field.iter().position(|byte| *byte == b':').unwrap_or(field.len());
    let mut relaxed = field[..end].trim_ascii_end().to_ascii_lowercase();
    relaxed.push(b':');
    let value = field.get(end + 1..).unwrap_or_default();
    let words = value.split(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).filter(|word| !word.is_empty());
    for (index, word) in words.enumerate() {
        if index > 0 {
            relaxed.push(b' ');
        }
        relaxed.extend(word);
    }
    relaxed
}

/// RFC 6376, 3.4.4.
fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut relaxed = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let mut space = false;
        for byte in line {
            if matches!(byte, b' ' | b'\t') {
                space = true;
                continue;
            }
            if std::mem::take(&mut space) {
                relaxed.push(b' ');
            }
            relaxed.push(*byte);
        }
        relaxed.extend(b"\r\n");
    }
    while relaxed.ends_with(b"\r\n\r\n") {
        relaxed.truncate(relaxed.len() - 2);
    }
    if relaxed == b"\r\n" { Vec::new() } else { relaxed }
}

#[cfg(test)]
mod tests {
    use ring::signature::{KeyPair as _, UnparsedPublicKey};
    use rsa::{pkcs1::EncodeRsaPrivateKey as _, pkcs8::EncodePrivateKey as _};

    use super::*;

    const MESSAGE: &str = "From: =?utf-8?b?RMSZYm5v?= <portal@debno.example>\r\nTo: ola@poczta.example\r\n\
        Subject: Nowe  zajecia\r\n\tobok\r\nDate: Tue, 15 Sep 2026 10:00:00 +0000\r\nMessage-ID: <1@debno.example>\r\n\
        MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nDzien  dobry \r\n\r\n\r\n";

    fn now() -> DateTime<Utc> {
        "2026-09-15T10:00:00Z".parse().unwrap()
    }

    fn pem(label: &str, der: &[u8]) -> String {
        format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", STANDARD.encode(der))
    }

    /// A key of 2048 bits takes seconds to make without optimisation; one for all tests.
    fn rsa_key() -> &'static rsa::RsaPrivateKey {
        static KEY: std::sync::OnceLock<rsa::RsaPrivateKey> = std::sync::OnceLock::new();
        KEY.get_or_init(|| rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048).unwrap())
    }

    /// The tags of a signature.
    fn tags(field: &str) -> std::collections::HashMap<String, String> {
        let (name, value) = field.split_once(':').unwrap();
        assert_eq!(name, "DKIM-Signature");
        let tags = value.split(';').map(|tag| tag.split_once('=').unwrap());
        tags.map(|(name, value)| (name.trim().to_owned(), value.split_whitespace().collect())).collect()
    }

    /// What was signed, as a verifier puts it together.
    fn signed(message: &str, field: &str) -> Vec<u8> {
        let (head, _) = message.split_once("\r\n\r\n").unwrap();
        let mut unfolded: Vec<String> =
            head.replace("\r\n\t", " ").replace("\r\n ", " ").split("\r\n").map(str::to_owned).collect();
        let mut put = String::new();
        for name in tags(field)["h"].split(':') {
            let found = unfolded.iter().rposition(|line| line.to_lowercase().starts_with(&format!("{name}:")));
            let Some(found) = found else { continue };
            let line = unfolded.remove(found);
            let value: Vec<_> = line.split_once(':').unwrap().1.split_whitespace().collect();
            put.push_str(&format!("{name}:{}\r\n", value.join(" ")));
        }
        let bare = &field[..field.find("\r\n b=").unwrap()];
        let value: Vec<_> = bare.split_once(':').unwrap().1.split_whitespace().collect();
        put.push_str(&format!("dkim-signature:{} b=", value.join(" ")));
        put.into_bytes()
    }

    #[test]
    fn messages_are_made_alike_as_the_standard_says() {
        let (fields, body) = split(b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n");
        let fields: Vec<_> = fields.into_iter().map(relaxed_field).collect();
        assert_eq!(fields, [b"a:X".to_vec(), b"b:Y Z".to_vec()]);
        assert_eq!(relaxed_body(body), b" C\r\nD E\r\n");
        assert_eq!(relaxed_body(b""), b"");
        assert_eq!(relaxed_body(b" \t\r\n\r\n"), b"");
        assert_eq!(relaxed_body(b"x"), b"x\r\n");
        assert_eq!(split(b"A: X\r\n").1, b"");
        assert_eq!(split(b"A: X").0, [b"A: X"]);
    }

    #[test]
    fn signatures_hold_and_close_what_readers_trust() {
        let rsa = rsa_key();
        let ed25519 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let public_rsa = rsa::pkcs1::EncodeRsaPublicKey::to_pkcs1_der(&rsa.to_public_key()).unwrap();
        let public_ed25519 = Ed25519KeyPair::from_pkcs8(ed25519.as_ref()).unwrap().public_key().as_ref().to_vec();
        for (pem, algorithm) in [
            (pem("RSA PRIVATE KEY", rsa.to_pkcs1_der().unwrap().as_bytes()), "rsa-sha256"),
            (pem("PRIVATE KEY", rsa.to_pkcs8_der().unwrap().as_bytes()), "rsa-sha256"),
            (pem("PRIVATE KEY", ed25519.as_ref()), "ed25519-sha256"),
        ] {
            let signer = Signer::new("debno.example", "portal", &pem).unwrap();
            let field = signer.sign(MESSAGE.as_bytes(), now()).unwrap();
            assert!(field.ends_with("\r\n") && field.lines().all(|line| line.len() < 200), "{field}");
            let tags = tags(&field);
            assert_eq!(
                (tags["v"].as_str(), tags["a"].as_str(), tags["c"].as_str()),
                ("1", algorithm, "relaxed/relaxed")
            );
            assert_eq!((tags["d"].as_str(), tags["s"].as_str()), ("debno.example", "portal"));
            assert_eq!(tags["h"], "from:from:to:to:subject:subject:date:date:message-id:reply-to:mime-version");
            let body = digest::digest(&digest::SHA256, b"Dzien dobry\r\n");
            assert_eq!(tags["bh"], STANDARD.encode(body));
            let (made, signed) = (STANDARD.decode(&tags["b"]).unwrap(), signed(MESSAGE, &field));
            let holds = match algorithm {
                "rsa-sha256" => UnparsedPublicKey::new(&signature::RSA_PKCS1_2048_8192_SHA256, public_rsa.as_bytes())
                    .verify(&signed, &made),
                _ => UnparsedPublicKey::new(&signature::ED25519, &public_ed25519)
                    .verify(digest::digest(&digest::SHA256, &signed).as_ref(), &made),
            };
            assert!(holds.is_ok(), "{algorithm}");
        }
    }

    #[test]
    fn bad_keys_are_refused() {
        let small = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 1024).unwrap();
        let public = pem("PUBLIC KEY", b"x");
        for bad in [
            "",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----",
            &pem("PRIVATE KEY", b"no key"),
            &pem("RSA PRIVATE KEY", small.to_pkcs1_der().unwrap().as_bytes()),
            &public,
        ] {
            assert!(Signer::new("debno.example", "portal", bad).unwrap_err().contains("2048"), "{bad}");
        }
    }
}
