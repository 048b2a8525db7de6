//! What providers answer.

use std::time::Duration;

use identity::AccountId;
use kernel::{
    audit,
    error::Fault,
    limits::Rule,
    refusal::{Outcome, Problem},
    scope::Tx,
};
use serde_json::json;

use super::{party, to_change, write, writing::tidy};
use crate::{
    notify, policy,
    refusal::Refusal,
    review::{Model, ReviewId, Status},
};

/// Characters of an answer.
const TEXT: std::ops::RangeInclusive<usize> = 2..=2000;
/// How often somebody may answer.
const ANSWERING: Rule = Rule { name: "review.reply", tries: 60, window: Duration::from_secs(3600) };

/// Answers a review on behalf of the provider, changes the answer, or without a text takes it down.
pub(crate) async fn reply(tx: &mut Tx, id: Option<ReviewId>, text: Option<&str>) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let before = to_change(tx, id).await?;
    let party = party(&scope, before.activity_id).await?;
    let text = text.map(tidy).filter(|text| !text.is_empty());
    let allowed = match text {
        Some(_) => policy::may_reply(&scope.actor, party),
        None => policy::may_take_down_reply(&scope.actor, party),
    };
    scope.actor.require(allowed)?;
    let Some(text) = text else {
        let after = Model { reply: None, replied_by: None, replied_at: None, ..before.clone() };
        if before.reply.is_some() {
            audit::append(tx, "review.reply.remove", &before.id.global(), json!({})).await?;
        }
        return Ok(write(tx, Some(&before), after).await?);
    };
    // Nobody answers what readers cannot see.
    if before.status != Status::Published {
        return Err(Fault::not_found().into());
    }
    let length = text.chars().count();
    if length < *TEXT.start() {
        return Err(Problem::at(Refusal::TextTooShort, "text").with("min", *TEXT.start() as u32).into());
    }
    if length > *TEXT.end() {
        return Err(Problem::at(Refusal::TextTooLong, "text").with("max", *TEXT.end() as u32).into());
    }
    if before.reply.as_deref() == Some(&text) {
        return Ok(before);
    }
    let by = AccountId(scope.person()?.account);
    scope.app().limits.take(&scope, ANSWERING, &by.global()).await?;
    let after = Model { reply: Some(text), replied_by: Some(by), replied_at: Some(scope.now()), ..before.clone() };
    let after = write(tx, Some(&before), after).await?;
    if before.reply.is_none() {
        notify::replied(tx, &after).await?;
    }
    Ok(after)
}
