//! What mutations of subscriptions are given.

use async_graphql::{ID, InputObject};
use notices::graphql::{NotificationFrequency, NotificationKind};

use crate::target::SubscriptionTargetInput;

/// A subscription that the viewer makes, or changes by its id. What is left out stays as it is, or is as usual.
#[derive(InputObject)]
pub(super) struct SubscriptionSaveInput {
    /// One of the viewer's own; without it a new one is made, or that of the very same target is changed.
    pub(super) id: Option<ID>,
    /// Of what.
    pub(super) target: Option<SubscriptionTargetInput>,
    /// What the viewer calls it, at most 120 characters; an empty name is none.
    pub(super) label: Option<String>,
    /// What of it is worth telling; what cannot become of the target is left out.
    pub(super) about: Option<Vec<NotificationKind>>,
    /// How often.
    pub(super) frequency: Option<NotificationFrequency>,
    /// Whether nothing is told of it for now.
    pub(super) muted: Option<bool>,
}

/// A subscription that the viewer removes.
#[derive(InputObject)]
pub(super) struct SubscriptionRemoveInput {
    /// One of the viewer's own.
    pub(super) id: ID,
}

/// A subscription whose removal the viewer takes back.
#[derive(InputObject)]
pub(super) struct SubscriptionRestoreInput {
    /// One of the viewer's own.
    pub(super) id: ID,
}

/// A subscription of somebody without an account.
#[derive(InputObject)]
pub(super) struct SubscriptionRequestInput {
    /// Where a mail goes with a link by which its reader shows that the address is theirs.
    pub(super) email: String,
    /// Whether they agree to be written to: to the message `subscription-consent`, which is kept with the proof.
    pub(super) consent: bool,
    /// Of what.
    pub(super) target: SubscriptionTargetInput,
    /// What of it is worth telling; as is usual for the target if nobody says.
    pub(super) about: Option<Vec<NotificationKind>>,
    /// How often; as is usual for the target if nobody says.
    pub(super) frequency: Option<NotificationFrequency>,
    /// To be left out: what programs fill in that fill in everything.
    pub(super) website: Option<String>,
}

/// The token of a link by which a request is confirmed.
#[derive(InputObject)]
pub(super) struct SubscriptionConfirmInput {
    /// The token.
    pub(super) token: String,
}

/// A subscription that is muted by the link of a mail, or told again.
#[derive(InputObject)]
pub(super) struct SubscriptionMuteByLinkInput {
    /// The token of the link.
    pub(super) token: String,
    /// One of its reader's.
    pub(super) subscription: ID,
    /// Whether nothing is told of it from now on.
    pub(super) muted: bool,
}

/// How often the reader of a mail's link is told.
#[derive(InputObject)]
pub(super) struct SubscriptionFrequencyByLinkInput {
    /// The token of the link.
    pub(super) token: String,
    /// One of its reader's.
    pub(super) subscription: ID,
    /// How often.
    pub(super) frequency: NotificationFrequency,
}

/// What is turned off by the link of a mail.
#[derive(InputObject)]
pub(super) struct UnsubscribeInput {
    /// The token of the link.
    pub(super) token: String,
    /// Everything, said by whoever sees what that is. Without it what the link is for: one subscription, or everything.
    #[graphql(default)]
    pub(super) all: bool,
}

/// A link by which what was paused goes on.
#[derive(InputObject)]
pub(super) struct ResumeByLinkInput {
    /// The token of the link.
    pub(super) token: String,
}
