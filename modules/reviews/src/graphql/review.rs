//! A review in the schema.

use activities::graphql::{Activity, activity};
use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use identity::graphql::{Profile, profile};
use kernel::{graphql::ContextExt as _, markdown::to_html};

use crate::{
    policy,
    report::{self, Reason},
    review::{Model, Status},
    service::{self, Told},
};

/// What somebody says of an activity.
pub struct Review(Told);

impl Review {
    pub(super) fn row(&self) -> &Model {
        &self.0.row
    }
}

/// Rows as the schema shows them.
pub(super) async fn told(ctx: &Context<'_>, rows: Vec<Model>) -> Result<Vec<Review>> {
    Ok(service::told(ctx.scope(), rows).await?.into_iter().map(Review).collect())
}

/// A row as the schema shows it, if there is one.
pub(super) async fn one(ctx: &Context<'_>, row: Option<Model>) -> Result<Option<Review>> {
    Ok(told(ctx, row.into_iter().collect()).await?.pop())
}

/// What somebody says of an activity.
#[Object(tag = "module-reviews")]
impl Review {
    /// Its global id.
    async fn id(&self) -> ID {
        self.row().id.global().into()
    }

    /// Of what; null if that is not published any more.
    async fn activity(&self, ctx: &Context<'_>) -> Result<Option<Activity>> {
        let id = self.row().activity_id;
        Ok(activities::service::many(ctx.scope(), &[id]).await?.remove(&id).map(activity))
    }

    /// By whom.
    async fn author(&self) -> Option<Profile> {
        self.0.author.clone().map(profile)
    }

    /// Whether the provider says that the author took part.
    async fn is_verified_participant(&self) -> bool {
        self.0.is_verified
    }

    /// Whether whoever looks wrote it.
    async fn is_own(&self, ctx: &Context<'_>) -> bool {
        policy::is_author(&ctx.scope().actor, self.row().account_id.0)
    }

    /// From 1 to 5.
    async fn stars(&self) -> i32 {
        self.row().stars
    }

    /// What it says, as its author typed it (Markdown).
    async fn text(&self) -> &str {
        &self.row().text
    }

    /// What it says, as safe HTML.
    async fn text_html(&self) -> String {
        to_html(&self.row().text)
    }

    /// Whether it is public, and why not.
    async fn status(&self) -> ReviewStatus {
        self.row().status.into()
    }

    /// Why an editor rejected or hid it; for its author and for editors.
    async fn reason(&self, ctx: &Context<'_>) -> Option<&str> {
        let actor = &ctx.scope().actor;
        let may_know = policy::is_author(actor, self.row().account_id.0) || policy::may_see_all(actor);
        self.row().reason.as_deref().filter(|_| may_know)
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row().created_at
    }

    /// When its author last changed it.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.row().updated_at
    }

    /// What the provider answers.
    async fn reply(&self) -> Option<ReviewReply> {
        let (text, at) = self.row().reply.as_ref().zip(self.row().replied_at)?;
        Some(ReviewReply { text: text.clone(), text_html: to_html(text), replied_at: at })
    }

    /// What it was reported for since an editor last looked; empty for all but editors.
    async fn reports(&self) -> Vec<ReviewReport> {
        let told = self.0.reports.iter();
        told.map(|report| ReviewReport { reason: report.reason.into(), created_at: report.created_at }).collect()
    }

    /// Whether whoever looks may answer it on behalf of the provider.
    async fn can_reply(&self, ctx: &Context<'_>) -> Result<bool> {
        let scope = ctx.scope();
        Ok(self.row().status == Status::Published
            && policy::may_reply(&scope.actor, service::party(scope, self.row().activity_id).await?))
    }

    /// Whether whoever looks may report it.
    async fn can_report(&self, ctx: &Context<'_>) -> bool {
        policy::may_report(&ctx.scope().actor, self.row().account_id.0)
    }

    /// Whether whoever looks may decide on it.
    async fn can_moderate(&self, ctx: &Context<'_>) -> bool {
        policy::may_moderate(&ctx.scope().actor, self.row().account_id.0)
    }
}

/// What a provider answers to a review.
#[derive(SimpleObject)]
struct ReviewReply {
    /// What it says, as it was typed (Markdown).
    text: String,
    /// What it says, as safe HTML.
    text_html: String,
    /// When it last changed.
    replied_at: DateTime<Utc>,
}

/// What somebody reported a review for.
#[derive(SimpleObject)]
struct ReviewReport {
    /// What for.
    reason: ReviewReportReason,
    /// When.
    created_at: DateTime<Utc>,
}

/// Whether a review is public, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Status")]
pub(super) enum ReviewStatus {
    /// An editor has yet to read it.
    Waiting,
    /// It is public, and counts.
    Published,
    /// People reported it, or an editor took it down.
    Hidden,
    /// An editor sent it back, with a reason.
    Rejected,
    /// Its author took it back.
    Withdrawn,
}

/// What a review is reported for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "report::Reason")]
pub(super) enum ReviewReportReason {
    /// It insults somebody.
    Offensive,
    /// It tells what concerns nobody: names, addresses, a child's health.
    Personal,
    /// It is not true, or its author was never there.
    Untrue,
    /// It advertises something.
    Advertising,
    /// It is about something else.
    OffTopic,
    /// Anything else.
    Other,
}

impl ReviewReportReason {
    /// The reason as it is kept.
    pub(super) fn kept(self) -> Reason {
        self.into()
    }
}
