//! Mutations of questions.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use kernel::{
    graphql::ContextExt as _,
    payload,
    refusal::{Outcome, Refused},
    scope::Tx,
};

use super::{
    AskedFrom,
    question::{Question, one, told},
};
use crate::{
    debate::DebateId,
    question::{Model, QuestionId},
    refusal::Refusal,
    service::{self, Asked, Decision, Order, Supported, Wish},
};

/// A question that somebody asks.
#[derive(InputObject)]
struct QuestionAskInput {
    /// For which debate.
    debate: ID,
    /// What is asked, plain text, from 10 to 1000 characters.
    text: String,
    /// What the asker wants to be called, shown as it is, at most 80 characters; may be left out.
    name: Option<String>,
    /// Where a mail goes with a link by which the asker shows that it is theirs; for those only whose address the
    /// portal does not know (`Debate.needsMail`). It is shown to nobody.
    email: Option<String>,
    /// Whether the asker agrees that the question is kept and shown.
    consent: bool,
}

/// The token of a link in a mail.
#[derive(InputObject)]
struct QuestionConfirmInput {
    /// The token.
    token: String,
}

/// A question that somebody supports.
#[derive(InputObject)]
struct QuestionSupportInput {
    /// The question.
    question: ID,
    /// Where a mail goes with a link; for those only whose address the portal does not know.
    email: Option<String>,
}

/// The token of a link in a mail.
#[derive(InputObject)]
struct QuestionSupportConfirmInput {
    /// The token.
    token: String,
}

/// A support that is taken back.
#[derive(InputObject)]
struct QuestionSupportTakeBackInput {
    /// The question.
    question: ID,
}

/// A question that its asker takes back: by its id if they are signed in, else by the token of a mail.
#[derive(InputObject)]
struct QuestionWithdrawInput {
    /// The question.
    question: Option<ID>,
    /// The token.
    token: Option<String>,
}

/// What an editor decides on questions.
#[derive(InputObject)]
struct QuestionModerateInput {
    /// The questions, at most 100: all are decided on, or none.
    ids: Vec<ID>,
    /// Their versions as they were seen, in the order of the ids: what changed since is refused. Without them nobody
    /// looks.
    versions: Option<Vec<i32>>,
    /// What is decided.
    decision: QuestionDecision,
    /// The public question of the same debate that they are merged into.
    into: Option<ID>,
    /// Why, at most 500 characters; a rejection has to say, and the askers are told.
    reason: Option<String>,
}

/// An official answer.
#[derive(InputObject)]
struct QuestionAnswerInput {
    /// The question, which is public.
    id: ID,
    /// The answer, Markdown, at most 10 000 characters; null or empty takes it down.
    answer: Option<String>,
    /// Who answers, as it is shown: an office, a name; at most 120 characters.
    answered_by: Option<String>,
    /// The question's version as it was seen.
    version: Option<i32>,
}

/// What is decided on questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Decision")]
enum QuestionDecision {
    /// They are public.
    Publish,
    /// They are not taken; their askers are told why.
    Reject,
    /// They stand behind one that asks the same, with those who support them.
    Merge,
    /// What was decided is taken back: they wait again.
    Undo,
}

/// What became of a question that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Asked")]
enum QuestionAskState {
    /// An editor is to read it.
    Waiting,
    /// A mail is on its way: its link makes the question wait for an editor.
    ConfirmByMail,
}

/// What became of a support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
enum QuestionSupportState {
    /// It counts.
    Counted,
    /// A mail is on its way: its link makes the support count.
    ConfirmByMail,
}

/// What became of a support.
#[derive(SimpleObject)]
struct QuestionSupport {
    /// Whether it counts.
    state: QuestionSupportState,
    /// The question, if it does.
    question: Option<Question>,
}

payload! {
    /// What became of asking.
    QuestionAskPayload, QuestionAskErrorCode { state: QuestionAskState } {
        TextTooShort, TextTooLong, NameTooLong, EmailInvalid, ConsentMissing, NotYetOpen, Closed, TooManyQuestions,
        AlreadyAsked, MailSentAlready, TooManyFromHere,
    }
}

payload! {
    /// What became of showing that a question is one's own.
    QuestionConfirmPayload, QuestionConfirmErrorCode { question: Question } {
        LinkInvalid, LinkExpired, LinkUsed, Closed, TooManyQuestions, AlreadyAsked,
    }
}

payload! {
    /// What became of supporting.
    QuestionSupportPayload, QuestionSupportErrorCode { support: QuestionSupport } {
        EmailInvalid, NotYetOpen, Closed, MailSentAlready, TooManyFromHere, AlreadySupported, OwnQuestion, WrongState,
    }
}

payload! {
    /// What became of showing that a support is one's own.
    QuestionSupportConfirmPayload, QuestionSupportConfirmErrorCode { question: Question } {
        LinkInvalid, LinkExpired, Closed, AlreadySupported, OwnQuestion, WrongState,
    }
}

payload! {
    /// What became of taking a support back.
    QuestionSupportTakeBackPayload, QuestionSupportTakeBackErrorCode { question: Question } { NotYetOpen, Closed }
}

payload! {
    /// What became of taking a question back.
    QuestionWithdrawPayload, QuestionWithdrawErrorCode { withdrawn: bool } { LinkInvalid, LinkExpired, WrongState }
}

payload! {
    /// What became of deciding on questions.
    QuestionModeratePayload, QuestionModerateErrorCode { questions: Vec<Question> } {
        NothingChosen, TooManyChosen, Outdated, WrongState, IntoMissing, IntoWrong, ReasonMissing, ReasonTooLong,
    }
}

payload! {
    /// What became of answering.
    QuestionAnswerPayload, QuestionAnswerErrorCode { question: Question } {
        Outdated, WrongState, AnswerTooLong, AnsweredByTooLong,
    }
}

/// Mutations of this module.
#[derive(Debug, Default)]
pub struct DebatesMutation;

#[Object]
impl DebatesMutation {
    /// Asks a question for a debate, five at most for each person. Whoever is signed in with an address that is known
    /// to be theirs asks at once; others get a mail with a link that acts for 48 hours, once. What is answered is the
    /// same whether or not the address is known.
    #[graphql(tag = "module-debates")]
    async fn question_ask(&self, ctx: &Context<'_>, input: QuestionAskInput) -> Result<QuestionAskPayload> {
        let scope = ctx.scope();
        let wish = Wish {
            debate: DebateId::parse(&input.debate),
            text: &input.text,
            name: input.name.as_deref(),
            email: input.email.as_deref(),
            consent: input.consent,
            place: place(ctx),
        };
        let outcome = service::ask(scope, wish).await.map(Into::into);
        Ok(QuestionAskPayload::of(scope, outcome)?)
    }

    /// Shows that the question of a mail's link is one's own: then it waits for an editor.
    #[graphql(tag = "module-debates")]
    async fn question_confirm(&self, ctx: &Context<'_>, input: QuestionConfirmInput) -> Result<QuestionConfirmPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::confirm(&mut tx, &input.token).await;
        Ok(QuestionConfirmPayload::of(ctx.scope(), settled(ctx, tx, outcome).await?)?)
    }

    /// Supports a question that somebody else asked, once. Whoever is signed in with an address that is known to be
    /// theirs counts at once; others get a mail with a link that acts for 48 hours. What is answered is the same
    /// whether or not the address is known.
    #[graphql(tag = "module-debates")]
    async fn question_support(&self, ctx: &Context<'_>, input: QuestionSupportInput) -> Result<QuestionSupportPayload> {
        let scope = ctx.scope();
        let id = QuestionId::parse(&input.question);
        let outcome = match service::support(scope, id, input.email.as_deref(), place(ctx)).await {
            Ok(Supported::Counted(row)) => {
                Ok(QuestionSupport { state: QuestionSupportState::Counted, question: one(ctx, Some(*row)).await? })
            }
            Ok(Supported::ConfirmByMail) => {
                Ok(QuestionSupport { state: QuestionSupportState::ConfirmByMail, question: None })
            }
            Err(refused) => Err(refused),
        };
        Ok(QuestionSupportPayload::of(scope, outcome)?)
    }

    /// Shows that the support of a mail's link is one's own: then it counts.
    #[graphql(tag = "module-debates")]
    async fn question_support_confirm(
        &self,
        ctx: &Context<'_>,
        input: QuestionSupportConfirmInput,
    ) -> Result<QuestionSupportConfirmPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::confirm_support(&mut tx, &input.token).await;
        Ok(QuestionSupportConfirmPayload::of(ctx.scope(), settled(ctx, tx, outcome).await?)?)
    }

    /// Takes one's support of a question back, as long as supports are taken. For those signed in.
    #[graphql(tag = "module-debates")]
    async fn question_support_take_back(
        &self,
        ctx: &Context<'_>,
        input: QuestionSupportTakeBackInput,
    ) -> Result<QuestionSupportTakeBackPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::take_back(&mut tx, QuestionId::parse(&input.question)).await;
        Ok(QuestionSupportTakeBackPayload::of(ctx.scope(), settled(ctx, tx, outcome).await?)?)
    }

    /// Takes one's question back, unless it was rejected or answered. For its asker.
    #[graphql(tag = "module-debates")]
    async fn question_withdraw(
        &self,
        ctx: &Context<'_>,
        input: QuestionWithdrawInput,
    ) -> Result<QuestionWithdrawPayload> {
        let mut tx = ctx.scope().begin().await?;
        let id = input.question.as_ref().and_then(|id| QuestionId::parse(id));
        let outcome = service::withdraw(&mut tx, id, input.token.as_deref()).await;
        if outcome.is_ok() {
            tx.commit().await?;
            ctx.scope().settle().await?;
        }
        Ok(QuestionWithdrawPayload::of(ctx.scope(), outcome.map(|_| true))?)
    }

    /// Decides on questions, none of them one's own. For editors.
    #[graphql(tag = "module-debates")]
    async fn question_moderate(
        &self,
        ctx: &Context<'_>,
        input: QuestionModerateInput,
    ) -> Result<QuestionModeratePayload> {
        let mut tx = ctx.scope().begin().await?;
        let ids: Vec<_> = input.ids.iter().map(|id| QuestionId::parse(id)).collect();
        let order = Order {
            ids: &ids,
            versions: input.versions.as_deref(),
            decision: input.decision.into(),
            into: input.into.as_ref().map(|into| into.as_str()),
            reason: input.reason.as_deref(),
        };
        let outcome = match service::moderate(&mut tx, order).await {
            Ok(rows) => {
                tx.commit().await?;
                ctx.scope().settle().await?;
                Ok(told(ctx, rows).await?)
            }
            Err(refused) => Err(refused),
        };
        Ok(QuestionModeratePayload::of(ctx.scope(), outcome)?)
    }

    /// Writes down the official answer to a question, changes it or takes it down. For editors.
    #[graphql(tag = "module-debates")]
    async fn question_answer(&self, ctx: &Context<'_>, input: QuestionAnswerInput) -> Result<QuestionAnswerPayload> {
        let mut tx = ctx.scope().begin().await?;
        let QuestionAnswerInput { id, answer, answered_by, version } = input;
        let id = QuestionId::parse(&id);
        let outcome = service::answer(&mut tx, id, answer.as_deref(), answered_by.as_deref(), version).await;
        Ok(QuestionAnswerPayload::of(ctx.scope(), settled(ctx, tx, outcome).await?)?)
    }
}

/// Where the request came from, if that is known.
fn place<'a>(ctx: &Context<'a>) -> Option<&'a str> {
    ctx.data_opt::<AskedFrom>().map(|from| from.0.as_str())
}

/// Commits what was done and reads it back; a refusal stays one.
async fn settled(ctx: &Context<'_>, tx: Tx, outcome: Outcome<Model, Refusal>) -> Result<Outcome<Question, Refusal>> {
    let row = match outcome {
        Ok(row) => row,
        Err(refused) => return Ok(Err(refused)),
    };
    tx.commit().await?;
    ctx.scope().settle().await?;
    let question = one(ctx, Some(row)).await?;
    Ok(question.ok_or_else(|| Refused::Fault(kernel::error::Fault::not_found())))
}
