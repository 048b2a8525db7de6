//! Mutations of subscriptions.

use async_graphql::{Context, Object, Result, SimpleObject};
use debates::graphql::AskedFrom;
use kernel::{
    graphql::ContextExt as _,
    page::localised,
    payload,
    refusal::{Outcome, Refused},
    scope::Tx,
};
use notices::{Reader, What, graphql::NotificationKind, link};

use super::{
    NotificationSubscription,
    by_link::{SubscriptionByLink, SubscriptionsByLink},
    inputs::{
        ResumeByLinkInput, SubscriptionConfirmInput, SubscriptionFrequencyByLinkInput, SubscriptionMuteByLinkInput,
        SubscriptionRemoveInput, SubscriptionRequestInput, SubscriptionRestoreInput, SubscriptionSaveInput,
        UnsubscribeInput,
    },
};
use crate::{
    refusal::Refusal,
    service::{self, Asked, Wish},
    subscription::Model,
};

payload! {
    /// What became of saving a subscription.
    SubscriptionSavePayload, SubscriptionSaveErrorCode { subscription: NotificationSubscription } {
        TargetMissing, TargetUnknown, TargetWrong, PlaceUnknown, ChildUnknown, AlreadySaved, AboutMissing, LabelTooLong,
        TooManySubscriptions, AddressUnverified,
    }
}

payload! {
    /// What became of removing a subscription.
    SubscriptionRemovePayload, SubscriptionRemoveErrorCode { subscription: NotificationSubscription } { GoneForGood }
}

payload! {
    /// What became of taking a removal back.
    SubscriptionRestorePayload, SubscriptionRestoreErrorCode { subscription: NotificationSubscription } {
        TooManySubscriptions, GoneForGood,
    }
}

payload! {
    /// What became of asking for a subscription by mail.
    SubscriptionRequestPayload, SubscriptionRequestErrorCode { mailed: bool } {
        EmailInvalid, ConsentMissing, TargetMissing, TargetUnknown, TargetWrong, PlaceUnknown, ChildUnknown, AboutMissing,
        MailSentAlready, TooManyFromHere,
    }
}

payload! {
    /// What became of confirming what was asked for by mail.
    SubscriptionConfirmPayload, SubscriptionConfirmErrorCode { confirmed: SubscriptionConfirmed } {
        LinkInvalid, TooManySubscriptions,
    }
}

payload! {
    /// What became of muting by a link.
    SubscriptionMuteByLinkPayload, SubscriptionMuteByLinkErrorCode { link: SubscriptionsByLink } { LinkInvalid }
}

payload! {
    /// What became of saying by a link how often.
    SubscriptionFrequencyByLinkPayload, SubscriptionFrequencyByLinkErrorCode { link: SubscriptionsByLink } { LinkInvalid }
}

payload! {
    /// What became of turning something off by a link.
    UnsubscribePayload, UnsubscribeErrorCode { link: SubscriptionsByLink } { LinkInvalid, LinkStale }
}

payload! {
    /// What became of going on with everything by a link.
    ResumeByLinkPayload, ResumeByLinkErrorCode { link: SubscriptionsByLink } { LinkInvalid }
}

/// What was confirmed.
#[derive(SimpleObject)]
#[graphql(tag = "module-notifications")]
struct SubscriptionConfirmed {
    /// The subscription.
    subscription: SubscriptionByLink,
    /// The path of the page on which its reader changes what they are told, without signing in.
    manage_url: String,
}

/// Mutations of subscriptions.
#[derive(Debug, Default)]
pub struct NotificationsMutation;

#[Object]
impl NotificationsMutation {
    /// Saves what the viewer wants to be told of. Who asks for what they have already has the same one. Fifty at most.
    /// For those signed in with a browser, and with an address that is known to be theirs.
    #[graphql(tag = "module-notifications")]
    async fn subscription_save(
        &self,
        ctx: &Context<'_>,
        input: SubscriptionSaveInput,
    ) -> Result<SubscriptionSavePayload> {
        let wish = Wish {
            target: input.target,
            label: input.label,
            about: input.about.map(whats),
            frequency: input.frequency.map(Into::into),
            muted: input.muted,
        };
        let outcome = service::save(ctx.scope(), input.id.as_ref().map(|id| id.as_str()), wish).await;
        Ok(SubscriptionSavePayload::of(ctx.scope(), told(ctx, outcome).await?)?)
    }

    /// Removes one of the viewer's own; for a week that can be taken back. Done again, it changes nothing.
    #[graphql(tag = "module-notifications")]
    async fn subscription_remove(
        &self,
        ctx: &Context<'_>,
        input: SubscriptionRemoveInput,
    ) -> Result<SubscriptionRemovePayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome: Outcome<Model, Refusal> = service::remove(&mut tx, &input.id).await.map_err(Refused::from);
        let outcome = committed(tx, outcome).await?;
        Ok(SubscriptionRemovePayload::of(ctx.scope(), told(ctx, outcome).await?)?)
    }

    /// Takes the removal of one of the viewer's own back.
    #[graphql(tag = "module-notifications")]
    async fn subscription_restore(
        &self,
        ctx: &Context<'_>,
        input: SubscriptionRestoreInput,
    ) -> Result<SubscriptionRestorePayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::restore(&mut tx, &input.id).await;
        let outcome = committed(tx, outcome).await?;
        Ok(SubscriptionRestorePayload::of(ctx.scope(), told(ctx, outcome).await?)?)
    }

    /// Asks to be told by mail, without an account: a mail goes to the address with a link that makes the subscription,
    /// and is good for three days. What is answered is the same whether or not the address is known.
    #[graphql(tag = "module-notifications")]
    async fn subscription_request(
        &self,
        ctx: &Context<'_>,
        input: SubscriptionRequestInput,
    ) -> Result<SubscriptionRequestPayload> {
        let asked = Asked {
            email: &input.email,
            consent: input.consent,
            target: input.target,
            about: input.about.map(whats),
            frequency: input.frequency.map(Into::into),
            website: input.website.as_deref(),
            place: place(ctx),
        };
        let outcome = service::request(ctx.scope(), asked).await;
        Ok(SubscriptionRequestPayload::of(ctx.scope(), outcome.map(|()| true))?)
    }

    /// Makes the subscription that was asked for by mail. Done again, it changes nothing.
    #[graphql(tag = "module-notifications")]
    async fn subscription_confirm(
        &self,
        ctx: &Context<'_>,
        input: SubscriptionConfirmInput,
    ) -> Result<SubscriptionConfirmPayload> {
        let scope = ctx.scope();
        let outcome = match service::confirm(scope, &input.token, place(ctx)).await {
            Ok(confirmed) => {
                let snapshot = scope.snapshot().await?;
                Ok(SubscriptionConfirmed {
                    subscription: SubscriptionByLink::of(scope, &snapshot, &confirmed.subscription)?,
                    manage_url: localised(scope.lang, &link::make(scope, &confirmed.reader, None)?),
                })
            }
            Err(refused) => Err(refused),
        };
        Ok(SubscriptionConfirmPayload::of(scope, outcome)?)
    }

    /// Mutes a subscription by the link of a mail to its reader, or has it told again.
    #[graphql(tag = "module-notifications")]
    async fn subscription_mute_by_link(
        &self,
        ctx: &Context<'_>,
        input: SubscriptionMuteByLinkInput,
    ) -> Result<SubscriptionMuteByLinkPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::mute_by_link(&mut tx, &input.token, &input.subscription, input.muted).await;
        let outcome = committed(tx, outcome).await?;
        Ok(SubscriptionMuteByLinkPayload::of(ctx.scope(), shown(ctx, outcome, &input.token).await?)?)
    }

    /// Says by the link of a mail how often its reader is told of a subscription.
    #[graphql(tag = "module-notifications")]
    async fn subscription_frequency_by_link(
        &self,
        ctx: &Context<'_>,
        input: SubscriptionFrequencyByLinkInput,
    ) -> Result<SubscriptionFrequencyByLinkPayload> {
        let mut tx = ctx.scope().begin().await?;
        let frequency = input.frequency.into();
        let outcome = service::frequency_by_link(&mut tx, &input.token, &input.subscription, frequency).await;
        let outcome = committed(tx, outcome).await?;
        Ok(SubscriptionFrequencyByLinkPayload::of(ctx.scope(), shown(ctx, outcome, &input.token).await?)?)
    }

    /// Turns off what the link of a mail is for, or everything. Done again, it changes nothing.
    #[graphql(tag = "module-notifications")]
    async fn unsubscribe(&self, ctx: &Context<'_>, input: UnsubscribeInput) -> Result<UnsubscribePayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::unsubscribe(&mut tx, &input.token, input.all).await;
        let outcome = committed(tx, outcome).await?;
        Ok(UnsubscribePayload::of(ctx.scope(), shown(ctx, outcome, &input.token).await?)?)
    }

    /// Goes on, by the link of a mail, with everything that was paused.
    #[graphql(tag = "module-notifications")]
    async fn resume_by_link(&self, ctx: &Context<'_>, input: ResumeByLinkInput) -> Result<ResumeByLinkPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::resume(&mut tx, &input.token).await;
        let outcome = committed(tx, outcome).await?;
        Ok(ResumeByLinkPayload::of(ctx.scope(), shown(ctx, outcome, &input.token).await?)?)
    }
}

fn whats(kinds: Vec<NotificationKind>) -> Vec<What> {
    kinds.into_iter().map(Into::into).collect()
}

/// Where the request came from, if that is known.
fn place<'a>(ctx: &Context<'a>) -> Option<&'a str> {
    ctx.data_opt::<AskedFrom>().map(|from| from.0.as_str())
}

/// Commits what was done; a refusal stays one.
async fn committed<T>(tx: Tx, outcome: Outcome<T, Refusal>) -> Result<Outcome<T, Refusal>> {
    if outcome.is_ok() {
        tx.commit().await?;
    }
    Ok(outcome)
}

/// A subscription that was written, as its reader sees it.
async fn told(
    ctx: &Context<'_>,
    outcome: Outcome<Model, Refusal>,
) -> Result<Outcome<NotificationSubscription, Refusal>> {
    match outcome {
        Ok(row) => Ok(Ok(NotificationSubscription::one(ctx.scope(), row).await?)),
        Err(refused) => Ok(Err(refused)),
    }
}

/// What a link leads to once it has acted.
async fn shown(
    ctx: &Context<'_>,
    outcome: Outcome<Reader, Refusal>,
    token: &str,
) -> Result<Outcome<SubscriptionsByLink, Refusal>> {
    match outcome {
        Ok(_) => {
            let told = service::after(ctx.scope(), token).await?;
            Ok(Ok(SubscriptionsByLink::of(ctx, told).await?))
        }
        Err(refused) => Ok(Err(refused)),
    }
}
