//! Delivery status: what one recipient's server said, in numbers where it gave any, else in words (RFC 3463, RFC 3464).

use std::fmt;

/// Bytes of a server's words that are looked at.
const MAX_DIAGNOSTIC: usize = 2_000;

/// An enhanced status code (RFC 3463): `5.1.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Status {
    /// 2 succeeded, 4 may succeed later, 5 never will.
    pub(crate) class: u8,
    /// What it is about: 1 the address, 2 the mailbox, 7 what the server lets in.
    pub(crate) subject: u16,
    /// More exactly.
    pub(crate) detail: u16,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

impl Status {
    /// The first enhanced status code in a text.
    pub(crate) fn find(text: &str) -> Option<Self> {
        words(text).find_map(|word| {
            let mut numbers = word.split('.');
            let class = numbers.next().filter(|class| matches!(*class, "2" | "4" | "5"))?.parse().ok()?;
            let mut part = || numbers.next().filter(|part| part.len() <= 3).and_then(|part| part.parse().ok());
            let status = Self { class, subject: part()?, detail: part()? };
            // An address of a machine has four numbers.
            numbers.next().is_none().then_some(status)
        })
    }

    /// What a plain answer of a server is in enhanced codes (RFC 5321, 4.2.3): `550 no such user` says no more than that
    /// it is for good.
    fn of_reply(text: &str) -> Option<Self> {
        words(text).find_map(|word| {
            let code: u16 = word.parse().ok().filter(|_| word.len() == 3)?;
            match code {
                421 | 450 | 451 | 452 | 454 | 455 | 471 => Some(Self { class: 4, subject: 0, detail: 0 }),
                521 | 540 | 550..=556 | 571 => Some(Self { class: 5, subject: 0, detail: 0 }),
                _ => None,
            }
        })
    }

    fn is_vague(self) -> bool {
        self.subject == 0
    }
}

/// What a code may stand in: `550-5.1.1`, `(5.1.1)`, `#5.1.1`, `<5.1.1>`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').map(|word| word.trim_end_matches('.'))
}

/// What was done for a recipient (RFC 3464, 2.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Given up.
    Failed,
    /// Not yet delivered; the server goes on trying.
    Delayed,
    /// Delivered, or handed on to somebody who says no more of it.
    Delivered,
}

impl Action {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let word = text.split(|c: char| !c.is_ascii_alphabetic()).find(|word| !word.is_empty())?;
        Some(match word.to_ascii_lowercase().as_str() {
            "failed" | "failure" => Self::Failed,
            "delayed" => Self::Delayed,
            "delivered" | "relayed" | "expanded" => Self::Delivered,
            _ => return None,
        })
    }
}

/// What a report means for the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// There is no such mailbox: nothing that is sent there will ever be read.
    Gone,
    /// There is one, and it is full.
    Full,
    /// There may well be one; its server does not want this mail or us (RFC 3463: 5.3 to 5.7).
    Unwanted,
    /// It did not work this time.
    Later,
    /// It was delivered.
    Delivered,
}

/// What is told of one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// The addresses that the report calls the recipient by; none if it names nobody.
    pub(crate) recipients: Vec<String>,
    /// The code, as exactly as the report gives it.
    pub(crate) status: Option<Status>,
    /// What it means.
    pub(crate) verdict: Verdict,
}

impl Told {
    /// Reads what a report says of a recipient. Nothing if it says neither what was done nor why.
    pub(crate) fn new(recipients: Vec<String>, action: Option<Action>, code: &str, diagnostic: &str) -> Option<Self> {
        let diagnostic = super::message::cut(diagnostic, MAX_DIAGNOSTIC);
        let in_words = || Status::find(diagnostic).or_else(|| Status::of_reply(diagnostic));
        let mut status = Status::find(code).or_else(in_words);
        // Exim says 5.0.0 of everything, and leaves it to the words of the other server to tell what it was.
        if let (Some(said), Some(exact)) = (status, Status::find(diagnostic))
            && said.is_vague()
            && !exact.is_vague()
        {
            status = Some(exact);
        }
        let action = action.or_else(|| {
            Some(match status?.class {
                2 => Action::Delivered,
                4 => Action::Delayed,
                _ => Action::Failed,
            })
        })?;
        let verdict = match action {
            Action::Delivered => Verdict::Delivered,
            Action::Delayed => Verdict::Later,
            Action::Failed => failed(status, diagnostic),
        };
        Some(Self { recipients, status, verdict })
    }
}

/// What it means that a server gave up.
fn failed(status: Option<Status>, diagnostic: &str) -> Verdict {
    let Some(Status { class, subject, detail }) = status else { return by_words(diagnostic).unwrap_or(Verdict::Later) };
    // Tried for days, and full all the time; whether that is 4 or 5 is the server's taste.
    if (subject, detail) == (2, 2) {
        return Verdict::Full;
    }
    if class != 5 {
        return Verdict::Later;
    }
    // The sender's address is bad, the mail too long, or goes round in circles.
    let is_senders = matches!((subject, detail), (1, 7 | 8) | (2, 3) | (4, 6));
    match (subject, detail) {
        // Its time ran out.
        (4, 7) => Verdict::Later,
        // Owner of mailbox or domain have changed, or it is switched off (RFC 7293, RFC 5248).
        (7, 13 | 17 | 18) => Verdict::Gone,
        (1 | 2 | 4, _) if !is_senders => {
            by_words(diagnostic).filter(|verdict| *verdict == Verdict::Full).unwrap_or(Verdict::Gone)
        }
        // The code says too little: "mailbox unavailable" and "blocked" are both 5.5.0 somewhere.
        (0, _) => by_words(diagnostic).unwrap_or(Verdict::Gone),
        (5, _) => by_words(diagnostic).unwrap_or(Verdict::Unwanted),
        _ => Verdict::Unwanted,
    }
}

/// What servers say of mailboxes that are full.
const FULL: [&str; 8] = [
    "quota",
    "mailbox full",
    "mailbox is full",
    "full mailbox",
    "insufficient storage",
    "out of storage",
    "skrzynka pełna",
    "skrzynka jest pełna",
];
/// What they say of mail that they do not want, wherever it goes.
const UNWANTED: [&str; 13] = [
    "spam",
    "block list",
    "blocklist",
    "blacklist",
    "blocked",
    "reputation",
    "policy",
    "dmarc",
    "spf",
    "dkim",
    "greylist",
    "too large",
    "too many",
];
/// What they say of mailboxes that are not there.
const GONE: [&str; 23] = [
    "user unknown",
    "unknown user",
    "no such user",
    "no such address",
    "no such mailbox",
    "no such recipient",
    "no mailbox",
    "unknown recipient",
    "recipient unknown",
    "invalid recipient",
    "invalid mailbox",
    "does not exist",
    "doesn't exist",
    "not exist",
    "mailbox unavailable",
    "mailbox not found",
    "user not found",
    "account has been disabled",
    "account is disabled",
    "inactive",
    "unrouteable",
    "is not recognized",
    "nie istnieje",
];

fn by_words(text: &str) -> Option<Verdict> {
    let text = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&FULL) {
        Some(Verdict::Full)
    } else if says(&GONE) {
        Some(Verdict::Gone)
    } else if says(&UNWANTED) {
        Some(Verdict::Unwanted)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_where_servers_put_them() {
        for (text, code) in [
            ("5.1.1", "5.1.1"),
            ("5.1.1 (bad destination mailbox address)", "5.1.1"),
            ("smtp; 550-5.1.1 The email account that you tried", "5.1.1"),
            ("smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found", "5.1.10"),
            ("host mx.example[192.0.2.7] said: 552 #5.2.2 over quota", "5.2.2"),
            ("550 [5.7.1] no", "5.7.1"),
            ("4.4.7.", "4.4.7"),
            ("said 550 5.4.310, DNS domain does not exist", "5.4.310"),
        ] {
            assert_eq!(Status::find(text).map(|status| status.to_string()).as_deref(), Some(code), "{text}");
        }
        for text in ["", "5", "5.1", "5.1.1.1", "192.0.2.7", "3.1.1", "5.1.1234", "version 5.x.1", "5..1", "a5.1.1"] {
            assert_eq!(Status::find(text), None, "{text}");
        }
    }

    #[test]
    fn what_a_refusal_means() {
        use Verdict::*;
        for (action, code, diagnostic, verdict) in [
            ("failed", "5.1.1", "", Gone),
            ("Failed", "5.1.10", "smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound", Gone),
            ("failed (no such user)", "5.1.1 (bad destination)", "", Gone),
            ("failed", "5.2.1", "account disabled", Gone),
            ("failed", "5.2.2", "", Full),
            ("failed", "4.2.2", "452 4.2.2 over quota", Full),
            ("failed", "5.0.0", "smtp; 552 5.2.2 user over quota", Full),
            ("failed", "5.0.0", "smtp; 552 Requested mail action aborted: exceeded storage allocation; quota", Full),
            ("failed", "5.0.0", "smtp; 550 No such user here", Gone),
            ("failed", "5.0.0", "smtp; 550 5.1.1 blocked account", Gone),
            ("failed", "5.0.0", "smtp; 554 rejected as spam", Unwanted),
            ("failed", "5.0.0", "smtp; 550 what we say we do not explain", Gone),
            ("failed", "5.7.1", "smtp; 550 5.7.1 blocked using a list", Unwanted),
            ("failed", "5.7.26", "smtp; 550-5.7.26 unauthenticated", Unwanted),
            ("failed", "5.7.13", "user account disabled", Gone),
            ("failed", "5.3.4", "message too big", Unwanted),
            ("failed", "5.2.3", "message length", Unwanted),
            ("failed", "5.1.8", "bad sender", Unwanted),
            ("failed", "5.4.1", "Recipient address rejected: Access denied", Gone),
            ("failed", "5.4.4", "unable to route", Gone),
            ("failed", "5.4.6", "hop count exceeded", Unwanted),
            ("failed", "5.4.7", "delivery time expired", Later),
            ("failed", "5.5.0", "smtp; 550 Requested action not taken: mailbox unavailable", Gone),
            ("failed", "5.5.0", "smtp; 503 bad sequence", Unwanted),
            ("failed", "4.4.1", "connection timed out", Later),
            ("failed", "4.4.7", "queue expired", Later),
            ("failed", "", "", Later),
            ("failed", "", "no mailbox here by that name", Gone),
            ("failed", "", "smtp; 550 go away", Gone),
            ("delayed", "4.2.2", "over quota", Later),
            ("delayed", "4.0.0", "", Later),
            ("delayed", "5.1.1", "", Later),
            ("", "5.1.1", "", Gone),
            ("", "4.2.0", "", Later),
            ("", "2.0.0", "", Delivered),
            ("delivered", "2.1.5", "", Delivered),
            ("relayed", "2.0.0", "", Delivered),
            ("expanded", "", "", Delivered),
        ] {
            let told = Told::new(Vec::new(), Action::parse(action), code, diagnostic);
            assert_eq!(told.map(|told| told.verdict), Some(verdict), "{action} {code} {diagnostic}");
        }
        assert_eq!(Told::new(Vec::new(), None, "", "hello"), None);
    }
}
