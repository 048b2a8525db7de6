//! A question in the schema. Who asked is never told: not the address, not the account, to nobody.

use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::{DateTime, Utc};
use kernel::{error::Result as Outcome, graphql::ContextExt as _, markdown::to_html, page::localised, scope::Scope};
use sea_orm::ActiveEnum as _;

use super::debate::{Debate, debate};
use crate::{
    debate::Window,
    notify::question_path,
    policy,
    question::{Model, QuestionId},
    service::{self, Told},
    states::State,
};

/// A question that somebody asks for a debate.
#[derive(Clone, Debug)]
pub struct Question(Told);

impl Question {
    pub(super) fn row(&self) -> &Model {
        &self.0.row
    }

    fn asker(&self) -> Option<uuid::Uuid> {
        self.row().account_id.map(|account| account.0)
    }

    /// Whether whoever looks sees more than everybody does.
    fn is_privy(&self, ctx: &Context<'_>) -> bool {
        let actor = &ctx.scope().actor;
        policy::is_asker(actor, self.asker()) || policy::may_see_all(actor)
    }
}

/// The question of a global id, if whoever acts may see it.
pub async fn node(scope: &Scope, id: &str) -> Outcome<Option<Question>> {
    match QuestionId::parse(id) {
        Some(id) => Ok(service::find_question(scope, id).await?.map(Question)),
        None => Ok(None),
    }
}

/// Rows as the schema shows them.
pub(super) async fn told(ctx: &Context<'_>, rows: Vec<Model>) -> Result<Vec<Question>> {
    Ok(service::told(ctx.scope(), rows).await?.into_iter().map(Question).collect())
}

/// A row as the schema shows it, if there is one.
pub(super) async fn one(ctx: &Context<'_>, row: Option<Model>) -> Result<Option<Question>> {
    Ok(told(ctx, row.into_iter().collect()).await?.pop())
}

/// A question that somebody asks for a debate.
#[Object(tag = "module-debates")]
impl Question {
    /// Its global id.
    pub async fn id(&self) -> ID {
        self.row().id.global().into()
    }

    /// The path of its place on its debate's page, in the request's language; null if that is not public any more.
    async fn url(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let scope = ctx.scope();
        let card = service::listed(scope, self.row().debate_id).await?;
        Ok(card.map(|card| localised(scope.lang, &question_path(&card.row, self.row().id))))
    }

    /// For which debate; null if that is not public any more.
    async fn debate(&self, ctx: &Context<'_>) -> Result<Option<Debate>> {
        Ok(service::listed(ctx.scope(), self.row().debate_id).await?.map(debate))
    }

    /// What is asked, plain text.
    async fn text(&self) -> &str {
        &self.row().text
    }

    /// What its asker typed for a name; null if nothing.
    async fn author(&self) -> Option<&str> {
        self.row().name.as_deref()
    }

    /// When it was asked.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.row().created_at
    }

    /// How many people support it.
    async fn supports(&self) -> i32 {
        self.row().supports
    }

    /// Whether whoever looks supports it.
    async fn is_supported(&self) -> bool {
        self.0.is_supported
    }

    /// Whether whoever looks asked it.
    async fn is_own(&self) -> bool {
        self.0.is_own
    }

    /// Whether whoever looks may support it now.
    async fn can_support(&self, ctx: &Context<'_>) -> Result<bool> {
        if self.row().state != State::Published || self.0.is_own || self.0.is_supported {
            return Ok(false);
        }
        let scope = ctx.scope();
        let card = service::listed(scope, self.row().debate_id).await?;
        Ok(card.is_some_and(|card| card.row.window(scope.now()) == Window::Open))
    }

    /// Whether whoever looks may take it back.
    async fn can_withdraw(&self, ctx: &Context<'_>) -> bool {
        policy::is_asker(&ctx.scope().actor, self.asker()) && service::may_go(self.row())
    }

    /// The official answer, as it was typed (Markdown); null as long as there is none.
    async fn answer(&self) -> Option<&str> {
        self.row().answer.as_deref()
    }

    /// The official answer, as safe HTML.
    async fn answer_html(&self) -> Option<String> {
        self.row().answer.as_deref().map(to_html)
    }

    /// When the answer last changed.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.row().answered_at
    }

    /// Who answers: an office, a name; null if nobody said.
    async fn answered_by(&self) -> Option<&str> {
        self.row().answerer.as_deref()
    }

    /// Whether it is public, and why not.
    async fn state(&self) -> QuestionState {
        self.row().state.into()
    }

    /// The same for people; an answered one says so.
    async fn state_label(&self, ctx: &Context<'_>) -> String {
        let row = self.row();
        let state = if row.state == State::Published && row.answer.is_some() {
            "ANSWERED".to_owned()
        } else {
            row.state.to_value()
        };
        ctx.scope().text(&format!("question-state-{state}"), &[])
    }

    /// Why an editor rejected it; for its asker and for editors.
    async fn reason(&self, ctx: &Context<'_>) -> Option<&str> {
        self.row().reason.as_deref().filter(|_| self.is_privy(ctx))
    }

    /// The question that it stands behind, if that is public.
    async fn merged_into(&self, ctx: &Context<'_>) -> Result<Option<Question>> {
        match self.row().merged_into {
            Some(into) => Ok(service::find_question(ctx.scope(), into).await?.map(Question)),
            None => Ok(None),
        }
    }

    /// How many questions were put right behind it, because they ask the same.
    async fn merged_count(&self) -> u64 {
        self.0.merged
    }

    /// Up to five published questions of its debate that ask much the same, to merge it into; empty for all but
    /// editors.
    async fn similar(&self, ctx: &Context<'_>) -> Result<Vec<Question>> {
        let scope = ctx.scope();
        if !policy::may_see_all(&scope.actor) {
            return Ok(Vec::new());
        }
        let row = self.row();
        ctx.charge(service::CANDIDATES)?;
        let rows = service::similar(scope, row.debate_id, &row.text, Some(row.id)).await?;
        told(ctx, rows).await
    }

    /// Whether whoever looks may decide on it: not on their own.
    async fn can_moderate(&self, ctx: &Context<'_>) -> bool {
        policy::may_moderate(&ctx.scope().actor, self.asker())
    }

    /// Grows with each decision and answer; to be given back with the next, so that nobody overwrites what they have
    /// not seen. Null for all but editors.
    async fn version(&self, ctx: &Context<'_>) -> Option<i32> {
        policy::may_see_all(&ctx.scope().actor).then_some(self.row().version)
    }
}

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "State")]
pub enum QuestionState {
    /// Nobody has shown yet that the address is theirs; nobody sees it.
    Unconfirmed,
    /// An editor has yet to read it.
    Waiting,
    /// It is public.
    Published,
    /// An editor did not take it, and said why.
    Rejected,
    /// It asks what another asks, and stands behind that.
    Merged,
    /// Its asker took it back.
    Withdrawn,
}
