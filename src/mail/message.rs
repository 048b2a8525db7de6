//! A mail as it is sent: text and HTML of its template, as the city, under an id that all attempts share.

use chrono::{DateTime, Utc};
use kernel::{
    mail::{Lane, Leased, ascii_domain, dkim::Signer, envelope},
    scope::Scope,
};
use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};

use crate::web::{Letter, Web};

/// Characters of a subject. What people wrote stands in it.
const MAX_SUBJECT: usize = 250;

/// A message and its envelope.
pub(super) struct Ready {
    /// Whom it comes back to if it cannot be delivered.
    pub(super) sender: Address,
    /// Whom it goes to.
    pub(super) recipient: Address,
    /// The message, signed.
    pub(super) bytes: Vec<u8>,
}

/// Why a mail is not written, in words.
pub(super) enum Unwritten {
    /// This process cannot: it lacks the template, or the secret that its arguments were sealed with.
    Unreadable(String),
    /// Nobody ever can.
    Impossible(String),
}

impl From<String> for Unwritten {
    fn from(why: String) -> Self {
        Self::Impossible(why)
    }
}

/// Writes the message.
pub(super) fn write(
    scope: &Scope,
    web: &Web,
    signer: Option<&Signer>,
    mail: &Leased,
    now: DateTime<Utc>,
) -> Result<Ready, Unwritten> {
    if mail.args.is_null() {
        return Err(Unwritten::Unreadable("its text cannot be opened with this secret".to_owned()));
    }
    let Letter { subject, text, html } = web
        .letter(&scope.tenant, mail.lang, &mail.template, &mail.base, &mail.args)
        .map_err(|err| Unwritten::Unreadable(format!("{err:#}")))?;
    let host = mail.base.split_once("://").map_or(mail.base.as_str(), |(_, host)| host);
    let host = host.split([':', '/']).next().unwrap_or_default();
    let settings = &scope.tenant.mail;
    let from = settings.from.clone().unwrap_or_else(|| format!("portal@{host}"));
    let (_, home) = from.rsplit_once('@').unwrap_or_default();
    let sender = address(&envelope::sender(scope, mail.id, home).map_err(|fault| fault.describe())?)?;
    let recipient = address(&mail.to)?;
    let envelope = Envelope::new(Some(sender.clone()), vec![recipient.clone()]).map_err(|err| err.to_string())?;
    let mut builder = Message::builder()
        .envelope(envelope)
        .from(Mailbox::new(Some(plain(scope.tenant.name.get(mail.lang))), address(&from)?))
        .to(Mailbox::new(None, recipient.clone()))
        .subject(plain(&subject).chars().take(MAX_SUBJECT).collect::<String>())
        .date(mail.created_at.into())
        .message_id(Some(format!("<{}@{host}>", mail.id)));
    // Who writes to somebody through the portal may have wished to be answered directly.
    let answers_to = mail.args["reply_to"].as_str().or(settings.reply_to.as_deref());
    if let Some(answers_to) = answers_to {
        builder = builder.reply_to(Mailbox::new(None, address(answers_to)?));
    }
    let mut message =
        builder.multipart(MultiPart::alternative_plain_html(text, html)).map_err(|err| err.to_string())?;
    // Nobody's holiday notice need answer (RFC 3834).
    set(&mut message, "Auto-Submitted", "auto-generated".to_owned());
    if let Some(path) = &mail.unsubscribe {
        set(&mut message, "List-Unsubscribe", format!("<{}>", target(&mail.base, path)?));
        set(&mut message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned());
    }
    if mail.lane == Lane::Bulk {
        set(&mut message, "List-Id", format!("<portal.{host}>"));
    }
    let mut bytes = message.formatted();
    if let Some(signer) = signer {
        let signature = signer.sign(&bytes, now).map_err(|fault| fault.describe())?;
        bytes.splice(..0, signature.into_bytes());
    }
    Ok(Ready { sender, recipient, bytes })
}

fn set(message: &mut Message, name: &'static str, value: String) {
    message.headers_mut().insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
}

/// An address as it stands in envelope and head; its domain in ASCII, which every server takes.
fn address(text: &str) -> Result<Address, String> {
    // The problem must not repeat the address: it is kept.
    if text.chars().any(char::is_control) {
        return Err("an address is none: it holds control characters".to_owned());
    }
    ascii_domain(text).parse().map_err(|err| format!("an address is none: {err}"))
}

/// A path of the portal as an address in a header.
fn target(base: &str, path: &str) -> Result<String, String> {
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | ',' | '\\');
    if path.starts_with('/') && path.chars().all(is_plain) && base.chars().all(is_plain) {
        Ok(format!("{base}{path}"))
    } else {
        Err("the address of unsubscribing is none".to_owned())
    }
}

/// Text in a header: one line, without what directs how other text is shown, and without what programs would take for
/// encoded words (RFC 2047) that somebody typed.
fn plain(text: &str) -> String {
    let directs = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .map(|word| word.chars().filter(|c| !directs(*c)).collect())
        .filter(|word: &String| !word.is_empty())
        .collect();
    words.join(" ").replace("=?", "= ?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_stays_on_one_line_and_in_its_field() {
        for (text, written) in [
            ("Zajęcia\r\nBcc: ofiara@poczta.example", "Zajęcia Bcc: ofiara@poczta.example"),
            ("a\0b\u{85}c\u{2028}d\te", "a b c d e"),
            ("=?utf-8?Q?Nagroda?= dla Ciebie", "= ?utf-8?Q?Nagroda?= dla Ciebie"),
            ("\u{202e}gnp.txt", "gnp.txt"),
            ("  ", ""),
        ] {
            assert_eq!(plain(text), written);
        }
    }

    #[test]
    fn odd_addresses_are_taken_and_others_are_none() {
        for (text, written) in [
            ("o'neil+a/b=c@poczta.example", "o'neil+a/b=c@poczta.example"),
            ("\"ola nowak\"@poczta.example", "\"ola nowak\"@poczta.example"),
            ("\"a\\\"b@c\"@poczta.example", "\"a\\\"b@c\"@poczta.example"),
            ("ola@żółw.example", "ola@xn--w-uga1v8h.example"),
            ("żaba@poczta.example", "żaba@poczta.example"),
            ("ola@[192.0.2.1]", "ola@[192.0.2.1]"),
        ] {
            assert_eq!(address(text).map(|address| address.to_string()).as_deref(), Ok(written));
        }
        for text in [
            "",
            "ola",
            "ola@",
            "ola@poczta.example\r\nRCPT TO:<x@poczta.example>",
            "ola@poczta.example>\r\n",
            "ola@poczta.example, x@poczta.example",
            "<ola@poczta.example>",
            "\"a\r\nb\"@poczta.example",
            "\"a\0b\"@poczta.example",
            "o la@poczta.example",
            "ola@poczta.example x",
        ] {
            assert!(address(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn the_address_of_unsubscribing_cannot_leave_its_brackets() {
        assert_eq!(target("https://a.example", "/unsubscribe/x-_.~").unwrap(), "https://a.example/unsubscribe/x-_.~");
        for path in ["unsubscribe", "/a b", "/a>, <mailto:x", "/a\r\nBcc: x", "/ą"] {
            assert!(target("https://a.example", path).is_err(), "{path}");
        }
    }
}
