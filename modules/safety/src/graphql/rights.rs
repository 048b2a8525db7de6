//! Who may send alerts, in the schema.

use async_graphql::{Context, Object, Result, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionId, InstitutionLoader,
    graphql::{Institution, institution},
};
use identity::graphql::Profile;
use kernel::graphql::ContextExt as _;

use super::alert::person;
use crate::{right::Model, service::Sender};

/// Somebody on whose behalf one may send alerts.
pub(super) struct AlertSender(pub(super) Sender);

/// Somebody on whose behalf one may send alerts.
#[Object(tag = "module-safety")]
impl AlertSender {
    /// The institution; null for the city itself.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        load(ctx, self.0.institution).await
    }

    /// What it is called.
    async fn name(&self, ctx: &Context<'_>) -> Result<String> {
        let scope = ctx.scope();
        let Some(id) = self.0.institution else { return Ok(scope.tenant.name.get(scope.lang).to_owned()) };
        let row = ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(id).await?;
        Ok(row.map(|row| row.name.clone()).unwrap_or_default())
    }

    /// Whether they may be severe. What is extreme waits for a second person all the same.
    async fn can_severe(&self) -> bool {
        self.0.severe
    }
}

/// The right of an institution to send severe alerts.
pub(super) struct AlertRight(pub(super) Model);

/// The right of an institution to send severe alerts.
#[Object(tag = "module-safety")]
impl AlertRight {
    /// Whose it is.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        load(ctx, Some(self.0.institution_id)).await
    }

    /// Since when.
    async fn granted_at(&self) -> DateTime<Utc> {
        self.0.granted_at
    }

    /// Who granted it; null where the account is no more.
    async fn granted_by(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        person(ctx, self.0.granted_by).await
    }
}

pub(super) async fn load(ctx: &Context<'_>, id: Option<InstitutionId>) -> Result<Option<Institution>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(id).await?.map(institution))
}
