//! Links in mails: what each is for, sealed, so that it tells nothing, cannot be made by others and means nothing in
//! another city.

use chrono::{DateTime, Duration, Utc};
use kernel::{error::Result, scope::Scope};
use uuid::Uuid;

use crate::question::QuestionId;

/// How long a link acts that shows whose an address is.
pub(crate) const ACTS_FOR: Duration = Duration::hours(48);
/// What the seals are for.
const PURPOSE: &str = "debate-link";
/// The longest token there is, in bytes: one with the longest address has some 430.
const MAX_TOKEN: usize = 600;
/// The bytes of a link before its address.
const HEAD: usize = 1 + 16 + 8;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Its reader shows that the question is theirs.
    Confirm,
    /// Its reader shows that the support is theirs.
    Support,
    /// Its reader takes their question back.
    Withdraw,
}

/// A link in a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// What it is for.
    pub(crate) purpose: Purpose,
    /// Of which question.
    pub(crate) question: QuestionId,
    /// Until when it acts; for good if nothing is said.
    pub(crate) expires: Option<DateTime<Utc>>,
    /// Whose support it is.
    pub(crate) email: Option<String>,
}

impl Link {
    /// A link that acts for a while.
    pub(crate) fn for_now(scope: &Scope, purpose: Purpose, question: QuestionId, email: Option<String>) -> Self {
        Self { purpose, question, expires: Some(scope.now() + ACTS_FOR), email }
    }

    /// Whether it acts no more.
    pub(crate) fn is_expired(&self, now: DateTime<Utc>) -> bool {
        self.expires.is_some_and(|expires| now >= expires)
    }

    /// The path of the page that it leads to, without language.
    pub(crate) fn path(&self, scope: &Scope) -> Result<String> {
        Ok(format!("/debaty/link/{}", self.token(scope)?))
    }

    fn token(&self, scope: &Scope) -> Result<String> {
        let purpose = match self.purpose {
            Purpose::Confirm => b'c',
            Purpose::Support => b's',
            Purpose::Withdraw => b'w',
        };
        let expires = self.expires.map_or(i64::MAX, |expires| expires.timestamp());
        let mut message = vec![purpose];
        message.extend_from_slice(self.question.0.as_bytes());
        message.extend_from_slice(&expires.to_be_bytes());
        message.extend_from_slice(self.email.as_deref().unwrap_or_default().as_bytes());
        scope.app().keys.seal(&scope.purpose(PURPOSE), &message)
    }

    /// The link of a token; nothing if we did not make it for this city.
    pub(crate) fn read(scope: &Scope, token: &str) -> Option<Self> {
        if token.len() > MAX_TOKEN {
            return None;
        }
        let message = scope.app().keys.open(&scope.purpose(PURPOSE), token.trim())?;
        let (head, email) = message.split_at_checked(HEAD)?;
        let (purpose, rest) = head.split_first()?;
        let (question, expires) = rest.split_at_checked(16)?;
        let purpose = match purpose {
            b'c' => Purpose::Confirm,
            b's' => Purpose::Support,
            b'w' => Purpose::Withdraw,
            _ => return None,
        };
        let expires = i64::from_be_bytes(expires.try_into().ok()?);
        Some(Self {
            purpose,
            question: QuestionId(Uuid::from_slice(question).ok()?),
            expires: (expires != i64::MAX).then(|| DateTime::from_timestamp(expires, 0)).flatten(),
            email: String::from_utf8(email.to_vec()).ok().filter(|email| !email.is_empty()),
        })
    }
}
