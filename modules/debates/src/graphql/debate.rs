//! A debate in the schema.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::graphql::Place;
use kernel::{
    graphql::{Base, ContextExt as _, Open, connection::DEFAULT_FIRST, connection::page_size},
    markdown::to_html,
    page::localised,
};
use media::graphql::{File, Picture};

use super::{
    QuestionConnection, QuestionQueue, QuestionSort, listed,
    question::{Question, QuestionState, told},
    queue,
};
use crate::{
    debate::{DebateId, Model, Window},
    loader::DescriptionLoader,
    notify::debate_path,
    policy,
    search::Card,
    service,
};

/// A debate or council session of the city's education forum.
pub type Debate = Open<DebateFields>;

/// The fields of a debate that its own module knows.
#[derive(Clone, Debug)]
pub struct DebateFields(pub Arc<Card>);

impl Base for DebateFields {
    const NAME: &'static str = "Debate";
}

/// The debate of a card.
pub fn debate(card: Arc<Card>) -> Debate {
    Open(DebateFields(card))
}

impl DebateFields {
    /// Its id.
    pub fn debate_id(&self) -> DebateId {
        self.row().id
    }

    fn row(&self) -> &Model {
        &self.0.row
    }

    async fn text(&self, ctx: &Context<'_>) -> Result<String> {
        if !self.0.without_description {
            return Ok(self.row().description.clone());
        }
        let loader = ctx.data_unchecked::<DataLoader<DescriptionLoader>>();
        Ok(loader.load_one(self.row().id).await?.unwrap_or_default())
    }
}

/// A question in the list for the meeting.
#[derive(SimpleObject)]
struct RankedQuestion {
    /// Its rank by support, from 1; null if no editor has read it yet.
    rank: Option<u32>,
    /// The question.
    question: Question,
}

/// A debate or council session of the city's education forum.
#[Object(name = "DebateFields", tag = "module-debates")]
impl DebateFields {
    /// Its global id.
    pub async fn id(&self) -> ID {
        self.row().id.global().into()
    }

    /// The path of its page on the city's portal, in the request's language.
    async fn url(&self, ctx: &Context<'_>) -> String {
        localised(ctx.scope().lang, &debate_path(self.row()))
    }

    /// Its topic.
    async fn title(&self) -> &str {
        &self.row().title
    }

    /// What it is about, as it was typed (Markdown).
    async fn description(&self, ctx: &Context<'_>) -> Result<String> {
        self.text(ctx).await
    }

    /// What it is about, as safe HTML.
    async fn description_html(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(to_html(&self.text(ctx).await?))
    }

    /// The beginning of what it is about, as plain text.
    async fn summary(&self) -> &str {
        &self.0.summary
    }

    /// When it starts.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.row().starts_at
    }

    /// When it ends, if somebody said.
    async fn ends_at(&self) -> Option<DateTime<Utc>> {
        self.row().ends_at
    }

    /// The city's time zone (IANA).
    async fn time_zone(&self, ctx: &Context<'_>) -> &str {
        ctx.scope().tenant.time_zone.name()
    }

    /// Whether it is over.
    async fn is_over(&self, ctx: &Context<'_>) -> bool {
        self.row().over_at() <= ctx.scope().now()
    }

    /// What the place is called.
    async fn venue(&self) -> Option<&str> {
        self.row().venue.as_deref()
    }

    /// Where it takes place.
    async fn place(&self) -> Place {
        Place(self.0.place())
    }

    /// Where it can be followed from home.
    async fn online_url(&self) -> Option<&str> {
        self.row().online_url.as_deref()
    }

    /// From when on questions are taken; null if since it was announced.
    async fn questions_open_at(&self) -> Option<DateTime<Utc>> {
        self.row().questions_open_at
    }

    /// Until when questions are taken.
    async fn questions_close_at(&self) -> DateTime<Utc> {
        self.row().closes_at()
    }

    /// Whether questions and supports are taken now.
    async fn is_open(&self, ctx: &Context<'_>) -> bool {
        self.row().window(ctx.scope().now()) == Window::Open
    }

    /// Whether questions are yet to be taken.
    async fn opens_later(&self, ctx: &Context<'_>) -> bool {
        matches!(self.row().window(ctx.scope().now()), Window::NotYet(_))
    }

    /// Languages it is held in (BCP 47).
    async fn languages(&self) -> &[String] {
        &self.row().languages.0
    }

    /// What people call the languages it is held in.
    async fn language_names(&self, ctx: &Context<'_>) -> Vec<String> {
        let scope = ctx.scope();
        self.row().languages.iter().map(|tag| directory::labels::language(scope, tag)).collect()
    }

    /// Free words it can be found by.
    async fn tags(&self) -> &[String] {
        &self.row().tags.0
    }

    /// What it looks like, the main picture first.
    async fn pictures(&self, ctx: &Context<'_>) -> Result<Vec<Picture>> {
        let pictures = media::graphql::pictures(ctx, &self.row().pictures.0).await?;
        ctx.charge(pictures.len())?;
        Ok(pictures)
    }

    /// Files to take along.
    async fn files(&self, ctx: &Context<'_>) -> Result<Vec<File>> {
        let files = media::graphql::files(ctx, &self.row().files.0).await?;
        ctx.charge(files.len())?;
        Ok(files)
    }

    /// How many questions are published.
    async fn question_count(&self) -> u32 {
        self.0.questions
    }

    /// How many of these are answered.
    async fn answered_count(&self) -> u32 {
        self.0.answered
    }

    /// The published questions.
    async fn questions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(QuestionSort::Support)")] sort: Option<QuestionSort>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<QuestionConnection> {
        let sort = sort.unwrap_or(QuestionSort::Support).into();
        let page = service::questions(ctx.scope(), self.row().id, sort, after.as_deref(), page_size(first)?).await?;
        listed(ctx, page, sort, after.is_some()).await
    }

    /// Up to five published questions that ask much the same, the most alike first: to be shown to who is about to ask,
    /// and supported instead.
    async fn similar_questions(&self, ctx: &Context<'_>, text: String) -> Result<Vec<Question>> {
        ctx.charge(service::CANDIDATES)?;
        let rows = service::similar(ctx.scope(), self.row().id, &text, None).await?;
        told(ctx, rows).await
    }

    /// How many of the viewer's questions count towards the most that one person can ask; 0 for those who have not
    /// signed in.
    async fn asked_by_viewer(&self, ctx: &Context<'_>) -> Result<u64> {
        Ok(service::asked_by_viewer(ctx.scope(), self.row().id).await?)
    }

    /// How many questions one person can ask.
    async fn max_questions(&self) -> u64 {
        service::MAX_QUESTIONS
    }

    /// Whether whoever looks must give an address to ask or support, and answer a mail to it: all whose address the
    /// portal does not know to be theirs.
    async fn needs_mail(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(service::needs_mail(ctx.scope()).await?)
    }

    /// Whether whoever looks may decide on questions, and answer them.
    async fn can_moderate(&self, ctx: &Context<'_>) -> bool {
        policy::may_see_all(&ctx.scope().actor)
    }

    /// Its questions that wait for an editor, or stand otherwise, the oldest first; null for all but editors.
    async fn questions_to_moderate(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(vec![QuestionState::Waiting])")] states: Option<Vec<QuestionState>>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<Option<QuestionQueue>> {
        if !policy::may_see_all(&ctx.scope().actor) {
            return Ok(None);
        }
        queue(ctx, Some(self.row().id), states, first, after).await.map(Some)
    }

    /// What the meeting goes by, a thousand at most: the published questions by rank, then those that no editor has
    /// read yet; null for all but editors.
    async fn for_meeting(&self, ctx: &Context<'_>) -> Result<Option<Vec<RankedQuestion>>> {
        if !policy::may_see_all(&ctx.scope().actor) {
            return Ok(None);
        }
        let (ranks, rows): (Vec<_>, Vec<_>) =
            service::for_meeting(ctx.scope(), self.row().id).await?.into_iter().unzip();
        ctx.charge(rows.len())?;
        let told = told(ctx, rows).await?;
        Ok(Some(ranks.into_iter().zip(told).map(|(rank, question)| RankedQuestion { rank, question }).collect()))
    }

    /// The path of a file with all of that; null for all but editors.
    async fn export_url(&self, ctx: &Context<'_>) -> Option<String> {
        let id = self.row().id.global();
        policy::may_see_all(&ctx.scope().actor).then(|| format!("/pulpit/debaty/{id}.csv"))
    }

    /// When the portal first knew of it.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row().created_at
    }

    /// When what the portal knows last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.row().updated_at
    }
}
