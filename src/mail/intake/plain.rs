//! Bounces as servers wrote them before there was a format, and as some still do: qmail's, Exim's, and words around a
//! code.

use super::{
    message::{Report, add_addresses, cut},
    mime::{Headers, Message},
    status::{Action, Told},
};

/// Bytes of the text that are looked at: what happened stands at the top.
const MAX_TEXT: usize = 16_000;
/// Recipients that are looked at.
const MAX_RECIPIENTS: usize = 50;
/// Where servers begin to quote the mail itself, whose words are ours and say nothing.
const QUOTES: [&str; 9] = [
    "--- below this line is a copy",
    "--- enclosed is a copy",
    "------ this is a copy of",
    "--- the header of the original",
    "----- original message",
    "-----original message",
    "----- unsent message follows",
    "--- original message",
    "received: from",
];
/// What the subject of a bounce says.
const SUBJECTS: [&str; 11] = [
    "undeliver",
    "failure notice",
    "delivery fail",
    "delivery status",
    "delivery notification",
    "mail delivery",
    "returned mail",
    "returned to sender",
    "could not be delivered",
    "nie dostarczono",
    "niedostarczon",
];

/// How servers say that they go on trying.
const GOES_ON: [&str; 5] = ["delayed", "will keep trying", "will be retried", "still being retried", "opóźnion"];
/// How they say that they do not.
const GIVEN_UP: [&str; 8] = [
    "permanent",
    "given up",
    "giving up",
    "failed",
    "could not be delivered",
    "couldn't be delivered",
    "did not reach",
    "nie została dostarczona",
];

/// Whether a mail server wrote this, rather than somebody's mailbox.
pub(super) fn is_from_a_server(headers: &Headers) -> bool {
    let from = headers.get("from").to_ascii_lowercase();
    let is_daemon = ["mailer-daemon", "postmaster@", "mail-daemon", "mdaemon", "mail delivery"];
    is_daemon.iter().any(|name| from.contains(name)) || headers.all("return-path").any(|path| path == "<>")
}

/// Reads a bounce without a format; nothing if this is none.
pub(super) fn read(message: &Message<'_>) -> Option<Report> {
    let headers = &message.headers;
    let subject = headers.words("subject").to_lowercase();
    let is_bounce = is_from_a_server(headers) || SUBJECTS.iter().any(|words| subject.contains(words));
    if !is_bounce {
        return None;
    }
    let text = message.text();
    let text = own_words(cut(&text, MAX_TEXT));
    let mut named = Vec::new();
    headers.all("x-failed-recipients").for_each(|value| add_addresses(&mut named, value));
    let told = paragraphs(text);
    if !told.is_empty() {
        return Some(Report::Delivery(told));
    }
    let lower = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| lower.contains(words) || subject.contains(words));
    let action = if says(&GOES_ON) {
        Some(Action::Delayed)
    } else if !named.is_empty() || says(&GIVEN_UP) {
        Some(Action::Failed)
    } else {
        None
    };
    Some(Told::new(named, action, "", text).map_or(Report::Other, |told| Report::Delivery(vec![told])))
}

/// The text before the mail that it quotes.
fn own_words(text: &str) -> &str {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start().to_ascii_lowercase();
        if end > 0 && QUOTES.iter().any(|quote| start.starts_with(quote)) {
            return &text[..end];
        }
        end += line.len();
    }
    text
}

/// Paragraphs that begin with an address in angle brackets and a colon, each followed by the reason: qmail's format,
/// which others took over.
fn paragraphs(text: &str) -> Vec<Told> {
    let mut told = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for paragraph in lines.split(|line| line.trim().is_empty()).filter(|lines| !lines.is_empty()) {
        let head = paragraph[0].trim();
        let Some((address, rest)) = head.strip_prefix('<').and_then(|head| head.split_once(">:")) else { continue };
        let mut recipients = Vec::new();
        add_addresses(&mut recipients, address);
        if recipients.is_empty() || told.len() >= MAX_RECIPIENTS {
            continue;
        }
        let mut reason = rest.to_owned();
        for line in &paragraph[1..] {
            reason.push(' ');
            reason.push_str(line.trim());
        }
        told.extend(Told::new(recipients, Some(Action::Failed), "", &reason));
    }
    told
}
