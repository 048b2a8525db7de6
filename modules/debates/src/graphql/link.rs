//! Links in mails in the schema.

use async_graphql::{Context, Enum, Result, SimpleObject};

use super::{
    debate::{Debate, debate},
    question::{Question, one},
};
use crate::{
    links::Purpose,
    service::{Seen, SeenState},
    states::State,
};

/// What a link in a mail is for, and whether it acts.
#[derive(SimpleObject)]
#[graphql(tag = "module-debates")]
pub(super) struct QuestionLink {
    /// What it is for, which is also the mutation that its token is given to; null if the link is not ours.
    kind: Option<QuestionLinkKind>,
    /// Whether it acts.
    state: QuestionLinkState,
    /// The question's text, if the link acts or has acted.
    text: Option<String>,
    /// The question, if it is public.
    question: Option<Question>,
    /// The debate, if it is public.
    debate: Option<Debate>,
}

impl QuestionLink {
    pub(super) async fn of(ctx: &Context<'_>, seen: Seen) -> Result<Self> {
        let text = seen.question.as_ref().map(|row| row.text.clone());
        let public = seen.question.filter(|row| row.state == State::Published);
        Ok(Self {
            kind: seen.purpose.map(Into::into),
            state: seen.state.into(),
            text,
            question: one(ctx, public).await?,
            debate: seen.debate.map(debate),
        })
    }
}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Purpose")]
enum QuestionLinkKind {
    /// Showing that a question is one's own: `questionConfirm`.
    Confirm,
    /// Showing that a support is one's own: `questionSupportConfirm`.
    Support,
    /// Taking a question back: `questionWithdraw`.
    Withdraw,
}

/// Whether a link acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "SeenState")]
enum QuestionLinkState {
    /// It does.
    Ready,
    /// It has.
    Done,
    /// It did for as long as it does.
    Expired,
    /// It is not ours, or what it is about is no more.
    Invalid,
    /// The debate takes nothing any more.
    Closed,
}
