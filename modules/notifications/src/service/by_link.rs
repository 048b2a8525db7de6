//! What the links of mails do: a reader sees and changes what they are told without signing in.
//!
//! A link says for whom it is, and acts on nothing else. Whatever it does can be done again without harm: mails are
//! opened twice, and programs follow links.

use kernel::{
    error::{Fault, Result},
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use notices::{
    Frequency, Reader,
    link::{self, Opened},
    readers,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::{
    all_of,
    keeping::{own_row, write},
};
use crate::{
    refusal::Refusal,
    subscription::{Column, Entity, Model, SubscriptionId},
};

/// What a link leads to.
#[derive(Clone, Debug)]
pub(crate) struct ByLink {
    /// Whose it is.
    pub(crate) reader: Reader,
    /// Their address, as much of it as they know it by.
    pub(crate) masked: String,
    /// The subscription that the link is of, if it is of one that is still there.
    pub(crate) subscription: Option<Model>,
    /// All of the reader's.
    pub(crate) subscriptions: Vec<Model>,
    /// Whether the link is older than when its reader last turned something on.
    pub(crate) is_stale: bool,
}

/// What a link leads to; nothing if it is none of this city's. Looking does nothing.
pub(crate) async fn look_at(scope: &Scope, token: &str) -> Result<Option<ByLink>> {
    match link::open(scope, token).await? {
        Some(opened) => told(scope, opened).await.map(Some),
        None => Ok(None),
    }
}

async fn told(scope: &Scope, opened: Opened) -> Result<ByLink> {
    let Opened { reader, subscription, is_stale, .. } = opened;
    let subscriptions = all_of(scope, reader.id).await?;
    let address = readers::address(scope, &reader).await?.or_else(|| reader.email.clone());
    let subscription = subscription.map(SubscriptionId);
    Ok(ByLink {
        masked: address.as_deref().map(masked).unwrap_or_default(),
        subscription: subscription.and_then(|id| subscriptions.iter().find(|row| row.id == id).cloned()),
        subscriptions,
        is_stale,
        reader,
    })
}

/// An address as its owner knows it again and others do not: its first letter and its domain.
fn masked(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}…@{domain}")
}

/// Mutes one of a link's reader's subscriptions, or has it told again.
pub(crate) async fn mute_by_link(
    tx: &mut Tx,
    token: &str,
    subscription: &str,
    muted: bool,
) -> Outcome<Reader, Refusal> {
    let opened = opened(tx, token).await?;
    let before = own_row(tx, opened.reader.id, subscription).await?;
    let now = tx.scope().now();
    let after = Model { muted_at: muted.then(|| before.muted_at.unwrap_or(now)), ..before.clone() };
    write(tx, Some(&before), after).await?;
    Ok(opened.reader)
}

/// Changes how often a link's reader is told of one of their subscriptions.
pub(crate) async fn frequency_by_link(
    tx: &mut Tx,
    token: &str,
    subscription: &str,
    frequency: Frequency,
) -> Outcome<Reader, Refusal> {
    let opened = opened(tx, token).await?;
    let before = own_row(tx, opened.reader.id, subscription).await?;
    write(tx, Some(&before), Model { frequency, ..before.clone() }).await?;
    Ok(opened.reader)
}

/// Turns off what a link is for: the subscription that it names, or everything. `all` is said by whoever sees what they
/// do; without it this is the one click of RFC 8058, which a link that is older than when its reader turned something on
/// again is not enough for.
pub(crate) async fn unsubscribe(tx: &mut Tx, token: &str, all: bool) -> Outcome<Reader, Refusal> {
    let opened = opened(tx, token).await?;
    let subscription = opened.subscription.filter(|_| !all).map(SubscriptionId);
    if opened.is_stale && !all {
        return Err(Problem::new(Refusal::LinkStale).into());
    }
    match subscription {
        None => _ = readers::pause(tx, opened.reader.id, true).await?,
        Some(id) => {
            let own = Entity::find_by_id(id).filter(Column::ReaderId.eq(opened.reader.id));
            // One that is gone is off already.
            if let Some(before) = own.one(tx.db()).await? {
                let now = tx.scope().now();
                let after = Model { muted_at: before.muted_at.or(Some(now)), ..before.clone() };
                write(tx, Some(&before), after).await?;
            }
        }
    }
    Ok(opened.reader)
}

/// Goes on with everything that was paused.
pub(crate) async fn resume(tx: &mut Tx, token: &str) -> Outcome<Reader, Refusal> {
    let opened = opened(tx, token).await?;
    readers::pause(tx, opened.reader.id, false).await?;
    Ok(opened.reader)
}

/// The link of a token that acts. Nobody else changes what its reader is told until the unit of work ends.
async fn opened(tx: &Tx, token: &str) -> Outcome<Opened, Refusal> {
    let invalid = || Problem::new(Refusal::LinkInvalid);
    let found = link::open(tx.scope(), token).await?.ok_or_else(invalid)?;
    readers::hold(tx, &[found.reader.id]).await?;
    // Somebody may have turned something on again before the reader was held.
    Ok(link::open(tx.scope(), token).await?.ok_or_else(invalid)?)
}

/// What a link leads to after it acted.
pub(crate) async fn after(scope: &Scope, token: &str) -> Result<ByLink> {
    look_at(scope, token).await?.ok_or_else(Fault::not_found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_never_shown_whole() {
        for (address, shown) in [("anna.nowak@example.org", "a…@example.org"), ("ż@x.pl", "ż…@x.pl"), ("", "…@")]
        {
            assert_eq!(masked(address), shown);
        }
    }
}
