//! Mutations of reviews.

use activities::ActivityId;
use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use kernel::{
    error::Fault,
    graphql::ContextExt as _,
    payload,
    refusal::{Outcome, Refused},
    scope::Tx,
};

use super::review::{Review, ReviewReportReason, one, told};
use crate::{
    refusal::Refusal,
    review::{Model, ReviewId},
    service::{self, Decision, Named},
};

/// A review as it is to be.
#[derive(InputObject)]
struct ReviewSaveInput {
    /// Of what.
    activity: ID,
    /// From 1 to 5.
    stars: i32,
    /// In words, Markdown, from 10 to 2000 characters.
    text: String,
}

/// A review that its author takes back.
#[derive(InputObject)]
struct ReviewWithdrawInput {
    /// The review.
    review: ID,
}

/// What a provider answers to a review.
#[derive(InputObject)]
struct ReviewReplyInput {
    /// The review.
    review: ID,
    /// In words, Markdown, from 2 to 2000 characters; null or empty takes the answer down.
    text: Option<String>,
}

/// A review that somebody reports.
#[derive(InputObject)]
struct ReviewReportInput {
    /// The review.
    review: ID,
    /// What for.
    reason: ReviewReportReason,
}

/// What an editor decides on a review.
#[derive(InputObject)]
struct ReviewModerateInput {
    /// The review.
    review: ID,
    /// What is decided.
    decision: ReviewDecision,
    /// Why, at most 500 characters; a rejection has to say.
    reason: Option<String>,
}

/// What an editor decides on several reviews.
#[derive(InputObject)]
struct ReviewsModerateInput {
    /// The reviews, at most 100.
    reviews: Vec<ID>,
    /// What is decided.
    decision: ReviewDecision,
    /// Why, at most 500 characters; a rejection has to say.
    reason: Option<String>,
}

/// Who took part in an activity.
#[derive(InputObject)]
struct ParticipantsInput {
    /// The activity.
    activity: ID,
    /// Their addresses, at most 200. Nothing is kept of them but keyed digests.
    emails: Vec<String>,
}

/// What is decided on a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Decision")]
enum ReviewDecision {
    /// It is public.
    Publish,
    /// It goes back to its author, who is told why and may change it.
    Reject,
    /// It is taken down.
    Hide,
}

/// What became of a list of addresses.
#[derive(SimpleObject)]
struct ParticipantsChange {
    /// How many people were added or removed; the rest was so already.
    changed: u64,
    /// How many people took part, as far as is known now.
    total: u64,
}

impl From<Named> for ParticipantsChange {
    fn from(Named { changed, total }: Named) -> Self {
        Self { changed, total }
    }
}

payload! {
    /// What became of writing a review.
    ReviewSavePayload, ReviewSaveErrorCode { review: Review } { StarsOutOfRange, TextTooShort, TextTooLong }
}

/// What became of taking a review back.
#[derive(SimpleObject)]
struct ReviewWithdrawPayload {
    /// The review.
    review: Option<Review>,
}

payload! {
    /// What became of answering a review.
    ReviewReplyPayload, ReviewReplyErrorCode { review: Review } { TextTooShort, TextTooLong }
}

payload! {
    /// What became of reporting a review.
    ReviewReportPayload, ReviewReportErrorCode { reported: ID } { AlreadyReported }
}

payload! {
    /// What became of deciding on a review.
    ReviewModeratePayload, ReviewModerateErrorCode { review: Review } { ReasonMissing, ReasonTooLong, Withdrawn }
}

payload! {
    /// What became of deciding on several reviews; those that their authors took back meanwhile are not among them.
    ReviewsModeratePayload, ReviewsModerateErrorCode { reviews: Vec<Review> } {
        ReasonMissing, ReasonTooLong, NothingChosen, TooManyChosen,
    }
}

payload! {
    /// What became of adding people who took part.
    ParticipantsAddPayload, ParticipantsAddErrorCode { participants: ParticipantsChange } {
        AddressesMissing, TooManyAddresses, AddressWrong,
    }
}

payload! {
    /// What became of removing people who took part.
    ParticipantsRemovePayload, ParticipantsRemoveErrorCode { participants: ParticipantsChange } {
        AddressesMissing, TooManyAddresses, AddressWrong,
    }
}

/// Mutations of this module.
#[derive(Debug, Default)]
pub struct ReviewsMutation;

#[Object]
impl ReviewsMutation {
    /// Writes the person's review of an activity, or changes it. For those signed in who do not work for its institution.
    #[graphql(tag = "module-reviews")]
    async fn review_save(&self, ctx: &Context<'_>, input: ReviewSaveInput) -> Result<ReviewSavePayload> {
        let mut tx = ctx.scope().begin().await?;
        let activity = ActivityId::parse(&input.activity);
        let outcome = service::save(&mut tx, activity, input.stars, &input.text).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(ReviewSavePayload::of(ctx.scope(), outcome)?)
    }

    /// Takes the person's review back. For its author.
    #[graphql(tag = "module-reviews")]
    async fn review_withdraw(&self, ctx: &Context<'_>, input: ReviewWithdrawInput) -> Result<ReviewWithdrawPayload> {
        let mut tx = ctx.scope().begin().await?;
        let row = service::withdraw(&mut tx, ReviewId::parse(&input.review)).await?;
        tx.commit().await?;
        ctx.scope().settle().await?;
        Ok(ReviewWithdrawPayload { review: one(ctx, Some(row)).await? })
    }

    /// Answers a review, changes the answer or takes it down. For those who work for the activity's institution; editors
    /// may take answers down.
    #[graphql(tag = "module-reviews")]
    async fn review_reply(&self, ctx: &Context<'_>, input: ReviewReplyInput) -> Result<ReviewReplyPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::reply(&mut tx, ReviewId::parse(&input.review), input.text.as_deref()).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(ReviewReplyPayload::of(ctx.scope(), outcome)?)
    }

    /// Reports a review, once. For those signed in who did not write it.
    #[graphql(tag = "module-reviews")]
    async fn review_report(&self, ctx: &Context<'_>, input: ReviewReportInput) -> Result<ReviewReportPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::report(&mut tx, ReviewId::parse(&input.review), input.reason.kept()).await;
        if outcome.is_ok() {
            tx.commit().await?;
            ctx.scope().settle().await?;
        }
        Ok(ReviewReportPayload::of(ctx.scope(), outcome.map(|row| row.id.global().into()))?)
    }

    /// Decides on a review that is not one's own. For editors.
    #[graphql(tag = "module-reviews")]
    async fn review_moderate(&self, ctx: &Context<'_>, input: ReviewModerateInput) -> Result<ReviewModeratePayload> {
        let mut tx = ctx.scope().begin().await?;
        let (id, decision) = (ReviewId::parse(&input.review), input.decision.into());
        let outcome = service::moderate(&mut tx, id, decision, input.reason.as_deref()).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(ReviewModeratePayload::of(ctx.scope(), outcome)?)
    }

    /// Decides on several reviews, none of them one's own. For editors.
    #[graphql(tag = "module-reviews")]
    async fn reviews_moderate(&self, ctx: &Context<'_>, input: ReviewsModerateInput) -> Result<ReviewsModeratePayload> {
        let mut tx = ctx.scope().begin().await?;
        let ids: Vec<_> = input.reviews.iter().map(|id| ReviewId::parse(id)).collect();
        let decision = input.decision.into();
        let outcome = match service::moderate_many(&mut tx, &ids, decision, input.reason.as_deref()).await {
            Ok(rows) => {
                tx.commit().await?;
                ctx.scope().settle().await?;
                Ok(told(ctx, rows).await?)
            }
            Err(refused) => Err(refused),
        };
        Ok(ReviewsModeratePayload::of(ctx.scope(), outcome)?)
    }

    /// Notes that the people with these addresses took part. For managers of the activity's institution, and editors.
    #[graphql(tag = "module-reviews")]
    async fn participants_add(&self, ctx: &Context<'_>, input: ParticipantsInput) -> Result<ParticipantsAddPayload> {
        let mut tx = ctx.scope().begin().await?;
        let activity = ActivityId::parse(&input.activity);
        let outcome = service::add_participants(&mut tx, activity, &input.emails).await;
        let outcome = named(tx, outcome).await?;
        Ok(ParticipantsAddPayload::of(ctx.scope(), outcome)?)
    }

    /// Takes back that the people with these addresses took part. For managers of the activity's institution, and
    /// editors.
    #[graphql(tag = "module-reviews")]
    async fn participants_remove(
        &self,
        ctx: &Context<'_>,
        input: ParticipantsInput,
    ) -> Result<ParticipantsRemovePayload> {
        let mut tx = ctx.scope().begin().await?;
        let activity = ActivityId::parse(&input.activity);
        let outcome = service::remove_participants(&mut tx, activity, &input.emails).await;
        let outcome = named(tx, outcome).await?;
        Ok(ParticipantsRemovePayload::of(ctx.scope(), outcome)?)
    }
}

/// Commits what was done and reads it back; a refusal stays one.
async fn settled(ctx: &Context<'_>, tx: Tx, outcome: Outcome<Model, Refusal>) -> Result<Outcome<Review, Refusal>> {
    let row = match outcome {
        Ok(row) => row,
        Err(refused) => return Ok(Err(refused)),
    };
    tx.commit().await?;
    ctx.scope().settle().await?;
    let review = one(ctx, Some(row)).await?.ok_or_else(|| Refused::Fault(Fault::not_found()));
    Ok(review)
}

/// Commits what was done; a refusal stays one.
async fn named(tx: Tx, outcome: Outcome<Named, Refusal>) -> Result<Outcome<ParticipantsChange, Refusal>> {
    if outcome.is_ok() {
        tx.commit().await?;
    }
    Ok(outcome.map(Into::into))
}
