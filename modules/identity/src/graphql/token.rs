//! API tokens.

use async_graphql::{Context, ID, Object, Result, SimpleObject, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::graphql::Institution;
use kernel::graphql::ContextExt as _;

use super::{
    account::{Profile, profile},
    role::{RoleName, institution_of},
};
use crate::{api_token::Model, loader::AccountLoader};

pub(super) struct ApiTokenNode(pub(super) Model);

/// An API token, for a program of one's own.
#[Object(name = "ApiToken")]
impl ApiTokenNode {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its last four characters.
    async fn hint(&self) -> &str {
        &self.0.hint
    }

    /// The role that it acts with.
    async fn role(&self) -> RoleName {
        self.0.role().into()
    }

    /// Where the role is held; null for the whole city.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        institution_of(ctx, self.0.party).await
    }

    /// On whose behalf it acts.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        let account = ctx.data_unchecked::<DataLoader<AccountLoader>>().load_one(self.0.account_id).await?;
        Ok(account.map(profile))
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it ends.
    async fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.0.expires_at
    }

    /// When it was last used, give or take some minutes.
    async fn last_used_at(&self) -> Option<DateTime<Utc>> {
        self.0.last_used_at
    }

    /// When it was revoked.
    async fn revoked_at(&self) -> Option<DateTime<Utc>> {
        self.0.revoked_at
    }

    /// Whether it works.
    async fn is_active(&self, ctx: &Context<'_>) -> bool {
        self.0.revoked_at.is_none() && self.0.expires_at.is_none_or(|end| end > ctx.scope().now())
    }
}

/// A token that was just made.
#[derive(SimpleObject)]
pub(super) struct NewApiToken {
    /// The token as it is kept.
    pub(super) api_token: ApiTokenNode,
    /// Its text, which is told this once and never again.
    pub(super) text: String,
}
