//! Mail that comes back: bounces and complaints are held against the address that they tell of.
//!
//! Anybody can write to a bounce address and say anything. What counts is the address itself: it was made for one mail
//! and signed (`kernel::mail::envelope`), and so tells the city and the mail; and a report must tell of that mail's
//! recipient. Nothing else that a message says of whom it concerns is believed.

pub(crate) mod mailbox;
mod message;
mod mime;
mod plain;
mod status;

#[cfg(test)]
mod tests;

use std::{fmt, sync::Arc};

use kernel::{
    app::App,
    error::Result,
    i18n::Lang,
    mail::{
        self, envelope, normal_address, returns,
        suppression::{self, Reason},
    },
    scope::{Actor, Scope},
    slug::Slug,
    tenancy::TenantState,
};
use uuid::Uuid;

use message::{Report, Returned};
use status::{Told, Verdict};

/// What became of a message, for operators: without addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    /// The mail that it tells of, and its city.
    pub(crate) mail: Option<(Slug, Uuid)>,
    /// What was done.
    pub(crate) outcome: Outcome,
}

/// What was done with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is no message.
    Unreadable,
    /// It came to no bounce address of ours, or to one that somebody made up.
    NotOurs,
    /// It came to bounce addresses of several mails.
    Ambiguous,
    /// The mail is too old to be known, or its reader's account is gone.
    Forgotten,
    /// It tells of somebody else than the mail's recipient: forwarded, or made up.
    SomebodyElse,
    /// It says nothing of the delivery: an answer of a person or machine.
    Nothing,
    /// It was delivered, or may be yet.
    Noted,
    /// The same was known of this mail.
    Known,
    /// It counts against the address, which is not suppressed yet.
    Counted(Reason, String),
    /// The address is sent nothing more.
    Suppressed(Reason, String),
}

impl Outcome {
    /// Its name, for programs.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Unreadable => "UNREADABLE",
            Self::NotOurs => "NOT_OURS",
            Self::Ambiguous => "AMBIGUOUS",
            Self::Forgotten => "FORGOTTEN",
            Self::SomebodyElse => "SOMEBODY_ELSE",
            Self::Nothing => "NOTHING",
            Self::Noted => "NOTED",
            Self::Known => "KNOWN",
            Self::Counted(..) => "COUNTED",
            Self::Suppressed(..) => "SUPPRESSED",
        }
    }
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((city, id)) = &self.mail {
            write!(f, "{city}, mail {id}: ")?;
        }
        match &self.outcome {
            Outcome::Unreadable => f.write_str("no message; left alone"),
            Outcome::NotOurs => f.write_str("to no bounce address that was made here; left alone"),
            Outcome::Ambiguous => f.write_str("to the bounce addresses of several mails; left alone"),
            Outcome::Forgotten => f.write_str("no longer known; left alone"),
            Outcome::SomebodyElse => f.write_str("told of another address than the mail went to; left alone"),
            Outcome::Nothing => f.write_str("says nothing of the delivery; left alone"),
            Outcome::Noted => f.write_str("late or delivered; noted"),
            Outcome::Known => f.write_str("known already"),
            Outcome::Counted(reason, detail) => write!(f, "{} ({detail}); counted", reason.as_str()),
            Outcome::Suppressed(reason, detail) => {
                write!(f, "{} ({detail}); the address is sent nothing more", reason.as_str())
            }
        }
    }
}

/// Takes a message in.
pub(crate) async fn take(app: &Arc<App>, bytes: &[u8]) -> Result<Taken> {
    let alone = |outcome| Taken { mail: None, outcome };
    let Some(returned) = message::read(bytes) else { return Ok(alone(Outcome::Unreadable)) };
    let mut found = told_of(app, &returned.sent_to);
    if found.is_empty() {
        found = told_of(app, &returned.about);
    }
    let (scope, id) = match (found.pop(), found.is_empty()) {
        (Some(found), true) => found,
        (None, _) => return Ok(alone(Outcome::NotOurs)),
        (Some(_), false) => return Ok(alone(Outcome::Ambiguous)),
    };
    let outcome = hold(&scope, id, &returned).await?;
    let taken = Taken { mail: Some((scope.tenant.slug.clone(), id)), outcome };
    tracing::info!(tenant = %scope.tenant.slug, mail = %id, outcome = taken.outcome.name(), "a message came back");
    Ok(taken)
}

/// The mails that these addresses were made for.
fn told_of(app: &Arc<App>, addresses: &[String]) -> Vec<(Scope, Uuid)> {
    let registered = app.registry.current();
    let mut found: Vec<(Scope, Uuid)> = Vec::new();
    for tenant in registered.tenants().filter(|tenant| tenant.state == TenantState::Active) {
        let scope = Scope::new(app.clone(), tenant.clone(), Actor::System, Lang::Pl);
        for id in addresses.iter().filter_map(|address| envelope::returned(&scope, address)) {
            if !found.iter().any(|(_, known)| *known == id) {
                found.push((scope.clone(), id));
            }
        }
    }
    found
}

/// Holds what a report says against the address of the mail.
async fn hold(scope: &Scope, id: Uuid, returned: &Returned) -> Result<Outcome> {
    let Some(mail) = mail::find(scope, id).await? else { return Ok(Outcome::Forgotten) };
    let recipient = normal_address(&mail.to);
    let is_recipient = |named: &[String]| named.iter().any(|address| normal_address(address) == recipient);
    let (reason, detail) = match &returned.report {
        Report::Automatic | Report::Other => return Ok(Outcome::Nothing),
        Report::Complaint { recipients, .. } if !recipients.is_empty() && !is_recipient(recipients) => {
            return Ok(Outcome::SomebodyElse);
        }
        Report::Complaint { kind, .. } => (Some(Reason::Complaint), kind.clone()),
        Report::Delivery(told) if told.is_empty() => return Ok(Outcome::Nothing),
        Report::Delivery(told) => {
            let is_anybody_named = told.iter().any(|told| !told.recipients.is_empty());
            let mut own = told.iter().filter(|told| !is_anybody_named || is_recipient(&told.recipients));
            let Some(first) = own.next() else { return Ok(Outcome::SomebodyElse) };
            let worst = own.fold(first, |worst, told| if weight(told) > weight(worst) { told } else { worst });
            (weight(worst), worst.status.map_or_else(|| "in words".to_owned(), |status| status.to_string()))
        }
    };
    let mut tx = scope.begin().await?;
    if !returns::note(&mut tx, id, reason).await? {
        return Ok(Outcome::Known);
    }
    let outcome = match reason {
        None => Outcome::Noted,
        Some(reason) => {
            let is_suppressed = suppression::add(&mut tx, &mail.to, reason, &detail).await?;
            if reason == Reason::Complaint {
                notices::readers::pause_address(&mut tx, &mail.to).await?;
            }
            if is_suppressed { Outcome::Suppressed(reason, detail) } else { Outcome::Counted(reason, detail) }
        }
    };
    tx.commit().await?;
    Ok(outcome)
}

/// What a delivery report holds against an address.
fn weight(told: &Told) -> Option<Reason> {
    match told.verdict {
        Verdict::Gone => Some(Reason::HardBounce),
        Verdict::Full => Some(Reason::MailboxFull),
        Verdict::Unwanted => Some(Reason::Refused),
        Verdict::Later | Verdict::Delivered => None,
    }
}
