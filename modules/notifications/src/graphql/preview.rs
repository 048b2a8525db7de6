//! What a subscription would have told.

use async_graphql::{Context, Result, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{graphql::ContextExt as _, page::localised};
use notices::{
    What,
    graphql::{NotificationFrequency, NotificationKind},
};

use super::NotificationSubscription;
use crate::{preview::preview, target::SubscriptionTargetInput};

/// What a subscription would be, and would have told in the last month.
#[derive(SimpleObject)]
#[graphql(tag = "module-notifications")]
pub(crate) struct SubscriptionPreview {
    /// What it would be called.
    label: String,
    /// What it asks for, a phrase for each condition, in the request's language.
    parts: Vec<String>,
    /// The path of the page where that is seen.
    url: String,
    /// How many entries there are now; null for what finds none, such as alerts.
    matches_now: Option<u64>,
    /// How much would have been told in the last month.
    happenings_last_month: u64,
    /// How many mails that would have been.
    mails_last_month: u64,
    /// The latest of what would have been told.
    examples: Vec<SubscriptionPreviewExample>,
    /// What can be told.
    about_options: Vec<NotificationKind>,
    /// What is told if nobody says.
    default_about: Vec<NotificationKind>,
    /// How often it is told if nobody says.
    default_frequency: NotificationFrequency,
    /// The viewer's own of the very same; null if they have none.
    saved: Option<NotificationSubscription>,
}

/// Something that would have been told.
#[derive(SimpleObject)]
#[graphql(tag = "module-notifications")]
struct SubscriptionPreviewExample {
    /// What it is called.
    title: String,
    /// The path of its page.
    url: String,
    /// What happened.
    kind: NotificationKind,
    /// When.
    happened_at: DateTime<Utc>,
}

impl SubscriptionPreview {
    pub(super) async fn of(
        ctx: &Context<'_>,
        target: SubscriptionTargetInput,
        frequency: Option<NotificationFrequency>,
        about: Option<Vec<NotificationKind>>,
    ) -> Result<Self> {
        let scope = ctx.scope();
        let about: Option<Vec<What>> = about.map(|about| about.into_iter().map(Into::into).collect());
        let told = preview(scope, target, frequency.map(Into::into), about.as_deref()).await?;
        let kinds = |whats: &[What]| whats.iter().map(|what| (*what).into()).collect();
        let examples = told.examples.into_iter().map(|past| SubscriptionPreviewExample {
            url: localised(scope.lang, &past.told.path),
            title: past.told.title,
            kind: past.what.into(),
            happened_at: past.at,
        });
        Ok(Self {
            label: told.label,
            parts: told.parts,
            url: localised(scope.lang, &told.path),
            matches_now: told.matches_now.map(|count| count as u64),
            happenings_last_month: told.happenings as u64,
            mails_last_month: told.mails as u64,
            examples: examples.collect(),
            about_options: kinds(told.possible),
            default_about: kinds(told.usual),
            default_frequency: told.usual_frequency.into(),
            saved: match told.saved {
                Some(row) => Some(NotificationSubscription::one(scope, row).await?),
                None => None,
            },
        })
    }
}
