//! What is to be mailed: rows written in the transaction of their cause, sent by a worker later.
//!
//! A row names a template and its arguments, not a finished text. Arguments are sealed while they wait, since they may
//! hold a code, and are forgotten once the mail is sent. In reading order: [`enqueue`] writes, [`lease`] and [`settle`]
//! are what who sends does; [`suppression`] knows addresses that take nothing any more; [`envelope`] makes the address
//! that a mail comes back to; [`relay`] says where mail is handed over, [`dkim`] signs it; the [`desk`] shows operators
//! what became of it.

pub mod desk;
pub mod dkim;
pub mod envelope;
mod outbox;
pub mod relay;
mod retries;
pub mod returns;
pub mod suppression;

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use crate::i18n::Lang;

pub use outbox::{
    Known, due, enqueue, enqueue_many, find, forget, forget_address, forget_before, give_back, known_of, lease,
    lease_of, settle, settle_in, withdraw,
};

/// Which queue a mail stands in: nobody waits for a code behind a thousand notifications. In the order in which they are
/// sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// What somebody is waiting for with the page open.
    Security,
    /// What must not wait for anything but that: danger.
    Urgent,
    /// What concerns one person.
    Normal,
    /// What many are sent at once.
    Bulk,
}

impl Lane {
    /// All of them, in the order in which they are sent.
    pub const ALL: [Self; 4] = [Self::Security, Self::Urgent, Self::Normal, Self::Bulk];

    /// Its name in the outbox.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Security => "security",
            Self::Urgent => "urgent",
            Self::Normal => "normal",
            Self::Bulk => "bulk",
        }
    }

    /// Whether its mails go ahead of all others, over a connection of their own.
    pub fn is_express(self) -> bool {
        matches!(self, Self::Security | Self::Urgent)
    }

    fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|lane| lane.as_str() == name).unwrap_or(Self::Normal)
    }

    /// Its place in the order, as the outbox sorts by.
    fn place(self) -> i32 {
        self as i32
    }
}

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its lane.
    pub lane: Lane,
    /// The name of its template: `identity/code` is `web/emails/identity/code.html` and `.txt`.
    pub template: &'static str,
    /// The language of its text.
    pub lang: Lang,
    /// The address it goes to.
    pub to: String,
    /// Whose account it concerns, so that it goes when the account does.
    pub account: Option<Uuid>,
    /// The template's arguments. Paths in them are without language; the template makes them addresses of the city.
    /// What tells of somebody else says so: `about` is their account's id, so that it goes when that account does.
    pub args: Value,
    /// The path, without language, of the page on which its reader can have no more of it: one click there is enough
    /// (RFC 8058). None for what somebody asked for just now, or must be told.
    pub unsubscribe: Option<String>,
}

/// A mail that is being sent.
#[derive(Clone, Debug)]
pub struct Leased {
    /// Its id, which also makes its `Message-ID`: the same over all attempts.
    pub id: Uuid,
    /// Its lane.
    pub lane: Lane,
    /// The name of its template.
    pub template: String,
    /// The language of its text.
    pub lang: Lang,
    /// The address it goes to.
    pub to: String,
    /// The address of the city's portal, without a slash at the end.
    pub base: String,
    /// The template's arguments.
    pub args: Value,
    /// The path, without language, of the page on which its reader can have no more of it.
    pub unsubscribe: Option<String>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// Attempts that were made, this one among them.
    pub attempts: i32,
    /// Which of the times it was taken this is.
    lease: i32,
}

impl Leased {
    /// Whether this attempt is the last: what is put off once more is given up.
    pub fn is_last_attempt(&self) -> bool {
        retries::pause(self.lane, self.id, self.attempts).is_none()
    }
}

/// What became of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// Handed over.
    Sent,
    /// It may work later.
    Deferred(String),
    /// It will never work.
    Refused(String),
}

/// An address as it is compared: without spaces around it, in small letters, its domain in ASCII (IDNA). What has not
/// the form of an address is compared as it stands.
pub fn normal_address(text: &str) -> String {
    ascii_domain(text).to_lowercase()
}

/// An address with its domain in ASCII (IDNA), as servers take it; what stands before the `@` is left as it is.
pub fn ascii_domain(text: &str) -> String {
    let text = text.trim();
    match text.rsplit_once('@').map(|(local, domain)| (local, url::Host::parse(domain))) {
        Some((local, Ok(url::Host::Domain(domain)))) => format!("{local}@{domain}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_one_form() {
        for (text, address) in [
            (" Anna.Nowak+portal@Example.ORG ", "anna.nowak+portal@example.org"),
            ("ania@Żółw.example", "ania@xn--w-uga1v8h.example"),
            ("\"A b\"@example.org", "\"a b\"@example.org"),
            ("ania@[192.0.2.1]", "ania@[192.0.2.1]"),
            ("Nobody", "nobody"),
        ] {
            assert_eq!(normal_address(text), address);
        }
    }

    #[test]
    fn lanes_have_names_and_an_order() {
        for lane in Lane::ALL {
            assert_eq!(Lane::named(lane.as_str()), lane);
        }
        assert!(Lane::ALL.is_sorted_by_key(|lane| lane.place()));
    }
}
