//! Whether whoever looks follows an entry.

use activities::graphql::ActivityFields;
use async_graphql::{Context, ID, Object, Result};
use debates::graphql::DebateFields;
use directory::graphql::InstitutionFields;
use events::graphql::EventFields;
use kernel::graphql::ContextExt as _;

use super::NotificationSubscription;
use crate::{service, subscription::Model, target::SubscriptionTargetInput as Target};

async fn following(ctx: &Context<'_>, id: &ID) -> Result<Option<Model>> {
    Ok(service::following(ctx.scope(), &Target::Entry(id.clone())).await?)
}

async fn subscription(ctx: &Context<'_>, id: &ID) -> Result<Option<NotificationSubscription>> {
    match following(ctx, id).await? {
        Some(row) => NotificationSubscription::one(ctx.scope(), row).await.map(Some),
        None => Ok(None),
    }
}

macro_rules! followed {
    ($(#[$doc:meta])* $name:ident, $graphql:literal, $of:ty, $id:expr) => {
        $(#[$doc])*
        pub(crate) struct $name(ID);

        impl From<&$of> for $name {
            fn from(entry: &$of) -> Self {
                let id: fn(&$of) -> String = $id;
                Self(id(entry).into())
            }
        }

        #[Object(name = $graphql)]
        impl $name {
            /// Whether the viewer follows it.
            #[graphql(tag = "module-notifications")]
            async fn is_followed(&self, ctx: &Context<'_>) -> Result<bool> {
                Ok(following(ctx, &self.0).await?.is_some())
            }

            /// The viewer's subscription to it; null if they do not follow it.
            #[graphql(tag = "module-notifications")]
            async fn viewer_subscription(&self, ctx: &Context<'_>) -> Result<Option<NotificationSubscription>> {
                subscription(ctx, &self.0).await
            }
        }
    };
}

followed!(
    /// What subscriptions add to institutions.
    OfInstitution, "SubscriptionsOfInstitution", InstitutionFields, |entry| entry.0.id.global()
);
followed!(
    /// What subscriptions add to activities.
    OfActivity, "SubscriptionsOfActivity", ActivityFields, |entry| entry.0.row.id.global()
);
followed!(
    /// What subscriptions add to events.
    OfEvent, "SubscriptionsOfEvent", EventFields, |entry| entry.0.row.id.global()
);
followed!(
    /// What subscriptions add to debates.
    OfDebate, "SubscriptionsOfDebate", DebateFields, |entry| entry.debate_id().global()
);
