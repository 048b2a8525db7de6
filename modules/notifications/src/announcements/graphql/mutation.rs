//! Mutations of announcements.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use directory::InstitutionId;
use kernel::{
    graphql::ContextExt as _,
    payload,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};

use super::{Announcement, AnnouncementAudienceInput};
use crate::announcements::{
    announcement::{AnnouncementId, Model},
    decide,
    draft::Draft,
    refusal::Refusal,
    service::{self, Which},
    trial,
};

/// An announcement as it is written.
#[derive(InputObject)]
pub(crate) struct AnnouncementSaveInput {
    /// The announcement that is changed; without, a new one is written.
    id: Option<ID>,
    /// On whose behalf, an institution; without, the city's.
    sender: Option<ID>,
    /// To those who follow what.
    audience: AnnouncementAudienceInput,
    /// What it is called, at most 120 characters.
    subject: String,
    /// What it says, Markdown, at most 5000 characters.
    text: String,
    /// Where more is to be found, a web address.
    link: Option<String>,
    /// What the link says, at most 60 characters.
    link_label: Option<String>,
}

/// An announcement that something is done with.
#[derive(InputObject)]
pub(crate) struct AnnouncementInput {
    /// The announcement.
    id: ID,
}

/// An announcement that is to be sent, as it was read.
#[derive(InputObject)]
pub(crate) struct AnnouncementApproveInput {
    /// The announcement.
    id: ID,
    /// Its `handedInAt` when it was read: what was handed in anew since is to be read anew.
    handed_in_at: DateTime<Utc>,
}

/// An announcement that is not to be sent.
#[derive(InputObject)]
pub(crate) struct AnnouncementRejectInput {
    /// The announcement.
    id: ID,
    /// Why, for its author.
    reason: String,
}

payload! {
    /// What became of writing an announcement.
    AnnouncementSavePayload, AnnouncementSaveErrorCode { announcement: Announcement } {
        AudienceUnknown, AudienceForeign, SenderUnknown, SubjectMissing, SubjectTooLong, TextMissing, TextTooLong,
        LinkExpected, LinkLabelTooLong, NotOpen,
    }
}

payload! {
    /// What became of trying an announcement on oneself.
    AnnouncementTestPayload, AnnouncementTestErrorCode { announcement: Announcement } { AddressMissing, TriedTooOften }
}

payload! {
    /// What became of handing an announcement in.
    AnnouncementSendPayload, AnnouncementSendErrorCode { announcement: Announcement } {
        NotOpen, Nobody, OneADay, AudienceUnknown, AudienceForeign,
    }
}

payload! {
    /// What became of agreeing to an announcement.
    AnnouncementApprovePayload, AnnouncementApproveErrorCode { announcement: Announcement } {
        AlreadyDecided, HandedInAnew, SecondPerson, OneADay, AudienceUnknown, AudienceForeign,
    }
}

payload! {
    /// What became of not agreeing to an announcement.
    AnnouncementRejectPayload, AnnouncementRejectErrorCode { announcement: Announcement } {
        AlreadyDecided, SecondPerson, ReasonMissing, TextTooLong,
    }
}

payload! {
    /// What became of taking an announcement back.
    AnnouncementWithdrawPayload, AnnouncementWithdrawErrorCode { announcement: Announcement } { NotOpen }
}

/// Mutations of announcements.
#[derive(Debug, Default)]
pub struct AnnouncementsMutation;

#[Object]
impl AnnouncementsMutation {
    /// Writes an announcement, or changes one that was not handed in; nothing is sent. For managers, on behalf of their
    /// institution to those who follow it or what is its own; for editors, to whomever.
    #[graphql(tag = "module-notifications")]
    async fn announcement_save(
        &self,
        ctx: &Context<'_>,
        input: AnnouncementSaveInput,
    ) -> Result<AnnouncementSavePayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = match draft(ctx.scope(), &input) {
            Ok(draft) => service::save(&mut tx, which(input.id.as_ref()), draft).await,
            Err(refused) => Err(refused),
        };
        Ok(AnnouncementSavePayload::of(ctx.scope(), settled(tx, outcome).await?)?)
    }

    /// Mails an announcement to whoever asks and nobody else, as its readers would get it. For those who may write it.
    #[graphql(tag = "module-notifications")]
    async fn announcement_test(&self, ctx: &Context<'_>, input: AnnouncementInput) -> Result<AnnouncementTestPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = trial::try_on_oneself(&mut tx, AnnouncementId::parse(&input.id)).await;
        Ok(AnnouncementTestPayload::of(ctx.scope(), settled(tx, outcome).await?)?)
    }

    /// Hands an announcement in: it is sent, or waits (`WAITING`) until a second person agrees if it reaches many. For
    /// those who may write it.
    #[graphql(tag = "module-notifications")]
    async fn announcement_send(&self, ctx: &Context<'_>, input: AnnouncementInput) -> Result<AnnouncementSendPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::send(&mut tx, AnnouncementId::parse(&input.id)).await;
        Ok(AnnouncementSendPayload::of(ctx.scope(), settled(tx, outcome).await?)?)
    }

    /// Sends what waits for a second person. For those who may write it, and did not hand it in.
    #[graphql(tag = "module-notifications")]
    async fn announcement_approve(
        &self,
        ctx: &Context<'_>,
        input: AnnouncementApproveInput,
    ) -> Result<AnnouncementApprovePayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = decide::approve(&mut tx, AnnouncementId::parse(&input.id), input.handed_in_at).await;
        Ok(AnnouncementApprovePayload::of(ctx.scope(), settled(tx, outcome).await?)?)
    }

    /// Does not send what waits for a second person. For those who may write it, and did not hand it in.
    #[graphql(tag = "module-notifications")]
    async fn announcement_reject(
        &self,
        ctx: &Context<'_>,
        input: AnnouncementRejectInput,
    ) -> Result<AnnouncementRejectPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = decide::reject(&mut tx, AnnouncementId::parse(&input.id), &input.reason).await;
        Ok(AnnouncementRejectPayload::of(ctx.scope(), settled(tx, outcome).await?)?)
    }

    /// Takes an announcement back: one that waits is a draft again, a draft is gone. For those who may write it.
    #[graphql(tag = "module-notifications")]
    async fn announcement_withdraw(
        &self,
        ctx: &Context<'_>,
        input: AnnouncementInput,
    ) -> Result<AnnouncementWithdrawPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::withdraw(&mut tx, AnnouncementId::parse(&input.id)).await;
        Ok(AnnouncementWithdrawPayload::of(ctx.scope(), settled(tx, outcome).await?)?)
    }
}

/// Which announcement is meant: a new one if none is named.
fn which(id: Option<&ID>) -> Which {
    id.map_or(Which::New, |id| Which::Known(AnnouncementId::parse(id)))
}

/// What was written; a refusal, for those who signed in, if its sender is no institution's id.
fn draft(scope: &Scope, input: &AnnouncementSaveInput) -> Outcome<Draft, Refusal> {
    let sender = input.sender.as_ref().map(|id| InstitutionId::parse(id));
    if sender == Some(None) {
        scope.person()?;
        return Err(Problem::at(Refusal::SenderUnknown, "sender").into());
    }
    Ok(Draft {
        sender: sender.flatten(),
        audience: input.audience.audience(),
        subject: input.subject.clone(),
        text: input.text.clone(),
        link: input.link.clone(),
        link_label: input.link_label.clone(),
    })
}

/// Commits what was done; a refusal stays one.
async fn settled(tx: Tx, outcome: Outcome<Model, Refusal>) -> Result<Outcome<Announcement, Refusal>> {
    match outcome {
        Ok(row) => {
            tx.commit().await?;
            Ok(Ok(Announcement(row)))
        }
        Err(refused) => Ok(Err(refused)),
    }
}
