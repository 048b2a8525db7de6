//! What the link of a mail shows: to whoever has it, so it names no child and no whole address.

use async_graphql::{Context, ID, Result, SimpleObject};
use kernel::{graphql::ContextExt as _, page::localised, scope::Scope, search::Snapshot};
use notices::graphql::NotificationFrequency;

use crate::{
    label::label, path::path, service::ByLink, subscription::Model, target::SubscriptionTargetInput as Target,
};

/// What a reader is told, by the link of a mail to them.
#[derive(SimpleObject)]
#[graphql(tag = "module-notifications")]
pub(crate) struct SubscriptionsByLink {
    /// The reader's address, as much of it as they know it by.
    masked_email: String,
    /// Whether they are told nothing at all for now.
    is_paused: bool,
    /// Whether the link is older than when its reader last turned something on again: one click acts on nothing then.
    is_stale: bool,
    /// The subscription that the link is of; null if it is of all, or that one is gone.
    subscription: Option<SubscriptionByLink>,
    /// All of the reader's, the newest first.
    subscriptions: Vec<SubscriptionByLink>,
}

/// A subscription by the link of a mail.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(tag = "module-notifications")]
pub(crate) struct SubscriptionByLink {
    /// Its global id.
    id: ID,
    /// What it asks for in words.
    label: String,
    /// The path of the page where that is seen.
    target_url: String,
    /// How often.
    frequency: NotificationFrequency,
    /// Whether nothing is told of it for now.
    muted: bool,
}

impl SubscriptionsByLink {
    pub(super) async fn of(ctx: &Context<'_>, told: ByLink) -> Result<Self> {
        let scope = ctx.scope();
        ctx.charge(told.subscriptions.len())?;
        let snapshot = scope.snapshot().await?;
        let one = |row: &Model| SubscriptionByLink::of(scope, &snapshot, row);
        Ok(Self {
            masked_email: told.masked,
            is_paused: told.reader.paused_at.is_some(),
            is_stale: told.is_stale,
            subscription: told.subscription.as_ref().map(one).transpose()?,
            subscriptions: told.subscriptions.iter().map(one).collect::<Result<_>>()?,
        })
    }
}

impl SubscriptionByLink {
    pub(super) fn of(scope: &Scope, snapshot: &Snapshot, row: &Model) -> Result<Self> {
        // The search of a child's is seen by its guardian, who is signed in.
        let target = Target::from_json(&row.target).ok().filter(|_| row.child_id.is_none());
        let path = target.map(|target| path(scope, snapshot, &target)).transpose()?;
        Ok(Self {
            id: row.id.global().into(),
            label: label(scope, snapshot, row),
            target_url: localised(scope.lang, path.as_deref().unwrap_or("/")),
            frequency: row.frequency.into(),
            muted: row.muted_at.is_some(),
        })
    }
}
