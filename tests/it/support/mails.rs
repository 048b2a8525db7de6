//! Mails as people get them: delivered into the folder, and read back.

use std::{collections::BTreeMap, fs};

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::TestApp;

/// A mail, decoded (RFC 5322, RFC 2045, RFC 2047).
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    /// By their names in small letters.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) text: String,
    pub(crate) html: String,
}

impl Letter {
    pub(crate) fn parse(mail: &str) -> Self {
        let (headers, body) = part(mail);
        let boundary = headers["content-type"].split("boundary=\"").nth(1).unwrap().split('"').next().unwrap();
        let mark = format!("--{boundary}");
        let parts = body.split(&mark).skip(1).take_while(|part| !part.starts_with("--"));
        let mut decoded = parts.map(|found| {
            let (headers, body) = part(found.trim_start());
            decode(headers.get("content-transfer-encoding").map_or("7bit", String::as_str), body)
        });
        let (text, html) = (decoded.next().unwrap(), decoded.next().unwrap());
        Self { headers, text, html }
    }

    pub(crate) fn to(&self) -> &str {
        self.headers["to"].trim_matches(['<', '>'])
    }

    pub(crate) fn subject(&self) -> &str {
        &self.headers["subject"]
    }

    /// The six digits of a sign-in.
    pub(crate) fn code(&self) -> String {
        let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|b| b.is_ascii_digit());
        self.text.lines().map(str::trim).find(is_code).unwrap_or_else(|| panic!("{}", self.text)).to_owned()
    }

    /// The path of the link that goes on like this.
    pub(crate) fn path(&self, beginning: &str) -> String {
        let words = self.text.split_whitespace();
        let mut paths = words.filter_map(|word| Some(format!("/{}", word.split_once("://")?.1.split_once('/')?.1)));
        paths.find(|path| path.starts_with(beginning)).unwrap_or_else(|| panic!("{beginning}: {}", self.text))
    }
}

impl TestApp {
    /// Sends what is due in a city, and gives all mails that were ever sent there, the oldest first.
    pub(crate) async fn mails(&self, slug: &str) -> Vec<Letter> {
        tablica::mail::send_due(&self.scope(slug), &self.server.web, &self.server.mail).await.unwrap();
        let Ok(folder) = fs::read_dir(self.server.config.data_dir.join("mail").join(slug)) else { return Vec::new() };
        let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        // Their names are the mails' ids, which sort by time.
        paths.sort();
        paths.iter().map(|path| Letter::parse(&fs::read_to_string(path).unwrap())).collect()
    }

    /// The last mail to an address.
    pub(crate) async fn last_mail(&self, slug: &str, to: &str) -> Letter {
        let mails = self.mails(slug).await;
        mails.into_iter().rfind(|mail| mail.to() == to).unwrap_or_else(|| panic!("nobody wrote to {to}"))
    }
}

/// Headers, unfolded and decoded, and the rest.
fn part(text: &str) -> (BTreeMap<String, String>, &str) {
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let headers = unfolded.lines().map(|line| {
        let (name, value) = line.split_once(':').unwrap();
        (name.to_ascii_lowercase(), words(value.trim()))
    });
    (headers.collect(), body)
}

/// Encoded words, which lettre writes in base64.
fn words(value: &str) -> String {
    let mut decoded = Vec::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("=?utf-8?b?") {
        // What stands between two encoded words is no part of the text.
        if decoded.is_empty() || !before.trim().is_empty() {
            decoded.extend_from_slice(before.as_bytes());
        }
        let (word, after) = after.split_once("?=").unwrap();
        decoded.extend(STANDARD.decode(word).unwrap());
        rest = after;
    }
    decoded.extend_from_slice(rest.as_bytes());
    String::from_utf8(decoded).unwrap()
}

fn decode(encoding: &str, body: &str) -> String {
    match encoding {
        "base64" => String::from_utf8(STANDARD.decode(body.split_whitespace().collect::<String>()).unwrap()).unwrap(),
        "quoted-printable" => {
            let (joined, mut bytes) = (body.replace("=\r\n", ""), Vec::new());
            let mut rest = joined.as_bytes();
            while let Some((&byte, after)) = rest.split_first() {
                rest = after;
                if byte == b'=' {
                    let digits = std::str::from_utf8(&rest[..2]).unwrap();
                    bytes.push(u8::from_str_radix(digits, 16).unwrap());
                    rest = &rest[2..];
                } else {
                    bytes.push(byte);
                }
            }
            String::from_utf8(bytes).unwrap()
        }
        _ => body.to_owned(),
    }
}
