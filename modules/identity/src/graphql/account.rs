//! Accounts: what others see of them, and what admins do; the audit log.

use async_graphql::{Context, ID, Json, Object, Result, SimpleObject, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use kernel::{audit, graphql::ContextExt as _};
use serde_json::Value;

use super::{
    child::{self, Child},
    role::RoleGrant,
    viewer::{Language, LinkedProvider},
};
use crate::{
    account::{AccountId, Model, display_name},
    children,
    loader::{AccountLoader, RolesOf},
    providers,
};

/// What everybody sees of somebody.
#[derive(Clone, Debug, SimpleObject)]
pub struct Profile {
    /// What they want to be called, else the beginning of their address.
    pub display_name: String,
}

/// What everybody sees of an account's person.
pub fn profile(account: Model) -> Profile {
    Profile { display_name: display_name(&account) }
}

pub(super) struct AccountNode(pub(super) Model);

/// An account as admins see it.
#[Object(name = "Account")]
impl AccountNode {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// What they want to be called, else the beginning of their address.
    async fn display_name(&self) -> String {
        display_name(&self.0)
    }

    /// Their address.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// When they last showed that the address is theirs.
    async fn email_verified_at(&self) -> Option<DateTime<Utc>> {
        self.0.email_verified_at
    }

    /// The language of mails.
    async fn language(&self) -> Language {
        self.0.lang().into()
    }

    /// What they hold.
    async fn roles(&self, ctx: &Context<'_>) -> Result<Vec<RoleGrant>> {
        let held = ctx.data_unchecked::<DataLoader<AccountLoader>>().load_one(RolesOf(self.0.id)).await?;
        Ok(held.unwrap_or_default().into_iter().map(RoleGrant).collect())
    }

    /// The providers that vouch for them.
    async fn providers(&self, ctx: &Context<'_>) -> Result<Vec<LinkedProvider>> {
        let links = providers::of(ctx.scope(), self.0.id).await?;
        ctx.charge(links.len())?;
        Ok(links.into_iter().map(LinkedProvider).collect())
    }

    /// Their children. That each was looked at is noted in the audit log before it is shown.
    async fn children(&self, ctx: &Context<'_>) -> Result<Vec<Child>> {
        let rows = children::child_for(ctx.scope(), self.0.id).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(child::child).collect())
    }

    /// When the account was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When they were last here.
    async fn seen_at(&self) -> DateTime<Utc> {
        self.0.seen_at
    }
}

pub(super) struct AuditEntry(pub(super) audit::Entry);

/// An entry of the audit log.
#[Object]
impl AuditEntry {
    /// Its number; there are no gaps.
    async fn seq(&self) -> u64 {
        self.0.seq
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Who: `account:` and an id, `system`, or `anonymous`.
    async fn actor(&self) -> &str {
        &self.0.actor
    }

    /// Who that is, while they have an account.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        let id = self.0.actor.strip_prefix("account:").and_then(|id| id.parse().ok());
        let Some(id) = id.map(AccountId) else { return Ok(None) };
        Ok(ctx.data_unchecked::<DataLoader<AccountLoader>>().load_one(id).await?.map(profile))
    }

    /// What was done: `child.read`, `role.grant`.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// To what, as a global id.
    async fn subject(&self) -> &str {
        &self.0.subject
    }

    /// What else is to be known of it.
    async fn details(&self) -> Json<Value> {
        Json(self.0.details.clone())
    }
}
