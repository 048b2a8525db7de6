//! Subscriptions in the schema, and what they add to whoever looks and to what can be followed.

mod by_link;
mod follows;
mod inputs;
mod mutation;
mod preview;
mod subscription;

use activities::graphql::ActivityFields;
use async_graphql::{Context, ID, Object, Result};
use debates::graphql::DebateFields;
use directory::graphql::InstitutionFields;
use events::graphql::EventFields;
use identity::graphql::ViewerFields;
use kernel::graphql::{ContextExt as _, extend};
use notices::graphql::{NotificationFrequency, NotificationKind};

use crate::{service, subscription::SubscriptionId, target::SubscriptionTargetInput};

use by_link::SubscriptionsByLink;
pub use mutation::NotificationsMutation;
use preview::SubscriptionPreview;
pub use subscription::NotificationSubscription;

/// What finding out what would have been told costs, in rows.
const PREVIEW_COST: usize = 2_000;

/// What this module adds to types of others. Called before a schema is built.
pub fn extensions() {
    extend::<ViewerFields, OfViewer>();
    extend::<InstitutionFields, follows::OfInstitution>();
    extend::<ActivityFields, follows::OfActivity>();
    extend::<EventFields, follows::OfEvent>();
    extend::<DebateFields, follows::OfDebate>();
}

/// Root fields of subscriptions.
#[derive(Debug, Default)]
pub struct NotificationsQuery;

#[Object]
impl NotificationsQuery {
    /// What a subscription would be called and would have told in the last month. What is wrong with the target is an
    /// error of the argument `target`.
    #[graphql(tag = "module-notifications")]
    async fn subscription_preview(
        &self,
        ctx: &Context<'_>,
        target: SubscriptionTargetInput,
        #[graphql(desc = "How often; as is usual for the target if nobody says.")] frequency: Option<
            NotificationFrequency,
        >,
        #[graphql(desc = "What is worth telling; as is usual for the target if nobody says.")] about: Option<
            Vec<NotificationKind>,
        >,
    ) -> Result<SubscriptionPreview> {
        ctx.charge(PREVIEW_COST)?;
        SubscriptionPreview::of(ctx, target, frequency, about).await
    }

    /// What the link of a mail leads to; null for one that is not ours. Looking does nothing.
    #[graphql(tag = "module-notifications")]
    async fn subscriptions_by_link(&self, ctx: &Context<'_>, token: String) -> Result<Option<SubscriptionsByLink>> {
        match service::look_at(ctx.scope(), &token).await? {
            Some(told) => SubscriptionsByLink::of(ctx, told).await.map(Some),
            None => Ok(None),
        }
    }
}

/// What subscriptions add to whoever looks.
struct OfViewer;

impl From<&ViewerFields> for OfViewer {
    fn from(_: &ViewerFields) -> Self {
        Self
    }
}

#[Object(name = "SubscriptionsOfViewer")]
impl OfViewer {
    /// What they want to be told, the newest first. Not for programs.
    #[graphql(tag = "module-notifications")]
    async fn subscriptions(&self, ctx: &Context<'_>) -> Result<Vec<NotificationSubscription>> {
        let rows = service::own(ctx.scope()).await?;
        ctx.charge(rows.len())?;
        NotificationSubscription::all(ctx.scope(), rows).await
    }

    /// One of theirs, also one that they removed a moment ago; null for others'. Not for programs.
    #[graphql(tag = "module-notifications")]
    async fn subscription(&self, ctx: &Context<'_>, id: ID) -> Result<Option<NotificationSubscription>> {
        let Some(id) = SubscriptionId::parse(&id) else { return Ok(None) };
        match service::find_own(ctx.scope(), id).await? {
            Some(row) => NotificationSubscription::one(ctx.scope(), row).await.map(Some),
            None => Ok(None),
        }
    }
}
