//! Official answers.

use chrono::{DateTime, Utc};
use kernel::{
    audit,
    error::Fault,
    refusal::{Outcome, Problem, none_of},
    scope::Tx,
};
use sea_orm::ActiveValue::Set;
use serde_json::json;

use super::confirming::{to_change, write};
use crate::{
    notify, policy,
    question::{ActiveModel, Model, QuestionId},
    refusal::Refusal,
    states::{self, Act, State},
    text::{is_longer, line, tidy},
};

/// Characters of an answer.
const MAX_ANSWER: usize = 10_000;
/// Characters of what is said of who answers.
const MAX_ANSWERER: usize = 120;

/// A moment as exactly as every database keeps it: cursors go by it.
fn micros(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}

/// Writes down the official answer to a public question, changes it, or without a text takes it down. Whoever asked,
/// and whoever's question stands behind it, is told of the first.
pub(crate) async fn answer(
    tx: &mut Tx,
    id: Option<QuestionId>,
    text: Option<&str>,
    answerer: Option<&str>,
    version: Option<i32>,
) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    scope.actor.require(policy::may_answer(&scope.actor))?;
    let before = to_change(tx, id.ok_or_else(Fault::not_found)?).await?;
    let asker = |row: &Model| row.account_id.map(|account| account.0);
    let before = before.filter(|row| policy::may_see(&scope.actor, asker(row), row.state));
    let before = before.ok_or_else(Fault::not_found)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Problem::new(Refusal::Outdated).into());
    }
    if states::after(before.state, Act::Answer) != Some(State::Published) {
        return Err(Problem::new(Refusal::WrongState).into());
    }
    let text = text.map(tidy).filter(|text| !text.is_empty());
    let answerer = answerer.and_then(line).filter(|_| text.is_some());
    let mut problems = Vec::new();
    if text.as_ref().is_some_and(|text| is_longer(text, MAX_ANSWER)) {
        problems.push(Problem::at(Refusal::AnswerTooLong, "answer").with("max", MAX_ANSWER as u32));
    }
    if answerer.as_ref().is_some_and(|answerer| is_longer(answerer, MAX_ANSWERER)) {
        problems.push(Problem::at(Refusal::AnsweredByTooLong, "answeredBy").with("max", MAX_ANSWERER as u32));
    }
    none_of(problems)?;
    if (&before.answer, &before.answerer) == (&text, &answerer) {
        return Ok(before);
    }
    let change = ActiveModel {
        answered_at: Set(text.as_ref().map(|_| micros(scope.now()))),
        answered_by: Set(scope.actor.account().map(identity::AccountId).filter(|_| text.is_some())),
        answer: Set(text),
        answerer: Set(answerer),
        version: Set(before.version + 1),
        ..Default::default()
    };
    let after = write(tx, &before, change).await?;
    let action = if after.answer.is_some() { "question.answer" } else { "question.answer.remove" };
    audit::append(tx, action, &after.id.global(), json!({})).await?;
    if before.answer.is_none() {
        notify::answered(tx, &after).await?;
    }
    Ok(after)
}
