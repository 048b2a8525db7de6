//! A message that came to a bounce address: to whom it came, and what it reports. Bytes in, report out.
//!
//! Formats: delivery status notifications (RFC 3464, RFC 6533), feedback reports (RFC 5965), and what servers wrote
//! before either (`plain`). Nothing here is believed: who may say what of which mail is decided by `intake`.

use super::{
    mime::{Headers, Message, fields},
    plain,
    status::{Action, Told},
};

/// Recipients of one report that are looked at.
const MAX_RECIPIENTS: usize = 50;
/// Addresses that are looked at, of one header and in all.
const MAX_ADDRESSES: usize = 20;
const MAX_ADDRESSES_IN_ALL: usize = 60;

/// Types of parts that hold the mail that is told of, or its head.
const QUOTED: [&str; 4] = ["message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"];

/// A message, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Returned {
    /// Addresses it was sent to, the surest first: what the receiving server noted of the envelope, then what the
    /// message says itself.
    pub(crate) sent_to: Vec<String>,
    /// The sender's address of the mail that it tells of, as the report quotes it.
    pub(crate) about: Vec<String>,
    /// What it says.
    pub(crate) report: Report,
}

/// What a message reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Report {
    /// What became of a mail, for each recipient.
    Delivery(Vec<Told>),
    /// Somebody called a mail a nuisance.
    Complaint {
        /// The kind, as in `Feedback-Type`.
        kind: String,
        /// Whose, where the report says so in full.
        recipients: Vec<String>,
    },
    /// A machine answered: on holiday, read, received.
    Automatic,
    /// Anything else.
    Other,
}

/// Reads a message. Nothing if there is none in these bytes.
pub(crate) fn read(bytes: &[u8]) -> Option<Returned> {
    let message = Message::parse(bytes)?;
    let mut sent_to = Vec::new();
    for name in
        ["x-original-to", "delivered-to", "x-delivered-to", "envelope-to", "x-envelope-to", "original-recipient", "to"]
    {
        message.headers.all(name).for_each(|value| add_addresses(&mut sent_to, value));
    }
    let mut about = Vec::new();
    let report = feedback(&message, &mut about)
        .or_else(|| delivery(&message))
        .or_else(|| automatic(&message))
        .or_else(|| plain::read(&message))
        .unwrap_or(Report::Other);
    for quoted in message.parts.iter().filter(|part| QUOTED.contains(&part.media_type.as_str())) {
        quoted.quoted_headers().all("return-path").for_each(|value| add_addresses(&mut about, value));
    }
    Some(Returned { sent_to, about, report })
}

/// The addresses in a header, whatever stands around them.
pub(super) fn add_addresses(list: &mut Vec<String>, value: &str) {
    let words = value.split(|c: char| c.is_whitespace() || "<>,;()\"".contains(c));
    for word in words.filter(|word| word.contains('@')).take(MAX_ADDRESSES) {
        if list.len() < MAX_ADDRESSES_IN_ALL && !list.iter().any(|known| known == word) {
            list.push(word.to_owned());
        }
    }
}

/// A delivery status notification.
fn delivery(message: &Message<'_>) -> Option<Report> {
    let part = message.part(&["message/delivery-status", "message/global-delivery-status"])?;
    let mut told = Vec::new();
    for group in fields(&part.text()).into_iter().flat_map(apart).take(MAX_RECIPIENTS) {
        let mut recipients = Vec::new();
        for name in ["original-recipient", "final-recipient", "x-actual-recipient"] {
            group.all(name).for_each(|value| add_recipient(&mut recipients, value));
        }
        let action = Action::parse(group.get("action"));
        let named = ["original-recipient", "final-recipient"].iter().any(|name| !group.get(name).is_empty());
        if named || action.is_some() || !group.get("status").is_empty() {
            told.extend(Told::new(recipients, action, group.get("status"), group.get("diagnostic-code")));
        }
    }
    Some(Report::Delivery(told))
}

/// Some servers forget the empty line between what concerns the message and what concerns each recipient: a field of
/// a recipient that was there already begins the next one.
fn apart(group: Headers) -> Vec<Headers> {
    let mut groups = vec![Headers(Vec::new())];
    for field in group.0 {
        let is_own = matches!(field.0.as_str(), "final-recipient" | "action" | "status");
        let Some(current) = groups.last_mut() else { continue };
        if is_own && current.0.iter().any(|(name, _)| *name == field.0) {
            groups.push(Headers(vec![field]));
        } else {
            current.0.push(field);
        }
    }
    groups
}

/// `rfc822; anna@example.org`: the type goes, and what encodings did to the address is undone in a second reading.
fn add_recipient(list: &mut Vec<String>, value: &str) {
    let address = value.split_once(';').map_or(value, |(_, address)| address);
    let mut found = Vec::new();
    add_addresses(&mut found, address);
    for address in found {
        let decoded = xtext(&address);
        for address in [Some(address), decoded].into_iter().flatten() {
            if !list.contains(&address) {
                list.push(address);
            }
        }
    }
}

/// An address that was handed over in `ORCPT` and not decoded since (RFC 3461, 4): `anna+2Bx@example.org`.
fn xtext(text: &str) -> Option<String> {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('+') {
        let code = after.get(..2).filter(|code| code.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b)));
        let byte = u8::from_str_radix(code?, 16).ok().filter(u8::is_ascii_graphic)?;
        decoded.push_str(before);
        decoded.push(char::from(byte));
        rest = after.get(2..)?;
    }
    decoded.push_str(rest);
    (decoded != text).then_some(decoded)
}

/// A feedback report. What it says of the mail's sender goes to `about`.
fn feedback(message: &Message<'_>, about: &mut Vec<String>) -> Option<Report> {
    let part = message.part(&["message/feedback-report"])?;
    let report = fields(&part.text()).into_iter().next()?;
    report.all("original-mail-from").for_each(|value| add_addresses(about, value));
    let mut recipients = Vec::new();
    for name in ["original-rcpt-to", "removal-recipient"] {
        report.all(name).for_each(|value| add_recipient(&mut recipients, value));
    }
    recipients.retain(|address| !is_hidden(address));
    let kind = report.get("feedback-type").split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next();
    let kind = cut(kind.unwrap_or_default(), 40).to_ascii_lowercase();
    Some(match kind.as_str() {
        "abuse" | "complaint" | "fraud" | "virus" | "opt-out" | "opt-out-list" | "unsubscribe" => {
            Report::Complaint { kind, recipients }
        }
        // How a mail fared in checks (RFC 6591), or that it was wrongly held for a nuisance: nobody complains.
        _ => Report::Automatic,
    })
}

/// An address that the report hides, so that it says nothing of whose it is (RFC 6590).
fn is_hidden(address: &str) -> bool {
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local).to_ascii_lowercase();
    let is_digest = local.len() >= 16 && local.bytes().all(|b| b.is_ascii_hexdigit());
    local.is_empty()
        || local.contains("redacted")
        || local.contains('*')
        || local.bytes().all(|b| b == b'x')
        || is_digest
}

/// An answer of a machine that is no report of delivery: on holiday (RFC 3834), or a receipt (RFC 8098).
fn automatic(message: &Message<'_>) -> Option<Report> {
    let headers = &message.headers;
    let is_receipt = message.part(&["message/disposition-notification"]).is_some();
    let replies = headers.get("auto-submitted").to_ascii_lowercase().starts_with("auto-replied")
        || headers.get("precedence").eq_ignore_ascii_case("auto_reply")
        || ["x-autoreply", "x-autorespond"].iter().any(|name| !headers.get(name).is_empty());
    (is_receipt || (replies && !plain::is_from_a_server(headers))).then_some(Report::Automatic)
}

/// The first bytes of a text, not within a character.
pub(crate) fn cut(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}
