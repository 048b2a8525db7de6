//! What authors do with their own.

use std::time::Duration;

use activities::ActivityId;
use identity::AccountId;
use kernel::{
    error::Result,
    limits::Rule,
    refusal::{Outcome, Problem, none_of},
    scope::Tx,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::{STARS, lock, public_activity, to_change, write};
use crate::{
    notify, policy,
    refusal::Refusal,
    review::{Column, Entity, Model, ReviewId, Status},
};

/// Characters of a review.
const TEXT: std::ops::RangeInclusive<usize> = 10..=2000;
/// How often somebody may write or change reviews.
const WRITING: Rule = Rule { name: "review.write", tries: 20, window: Duration::from_secs(3600) };

/// Writes the person's review of an activity, or changes it.
pub(crate) async fn save(tx: &mut Tx, activity: Option<ActivityId>, stars: i32, text: &str) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let author = AccountId(scope.person()?.account);
    let activity = public_activity(&scope, activity).await?;
    let party = activity.institution_id.map(|id| id.0);
    scope.actor.require(policy::may_write(&scope.actor, party))?;
    let text = tidy(text);
    none_of(check(stars, &text))?;
    scope.app().limits.take(&scope, WRITING, &author.global()).await?;
    lock(tx, activity.id).await?;
    let own = Entity::find().filter(Column::ActivityId.eq(activity.id)).filter(Column::AccountId.eq(author));
    let before = own.one(tx.db()).await?;
    let is_same = |row: &Model| row.stars == stars && row.text == text && row.status != Status::Withdrawn;
    if let Some(same) = before.clone().filter(is_same) {
        return Ok(same);
    }
    let now = scope.now();
    let held = before.as_ref().is_some_and(|row| row.held);
    let status = Status::once_written(scope.tenant.policy.reviews, held);
    let queued_at = before.as_ref().and_then(|row| row.queued_at).or(Some(now));
    let after = match before.clone() {
        Some(row) => Model { stars, text, status, queued_at, updated_at: now, ..row },
        None => Model {
            id: ReviewId::new(now),
            activity_id: activity.id,
            account_id: author,
            stars,
            text,
            status,
            reason: None,
            held: false,
            reports: 0,
            queued_at,
            reply: None,
            replied_by: None,
            replied_at: None,
            created_at: now,
            updated_at: now,
        },
    };
    let after = write(tx, before.as_ref(), after).await?;
    if before.is_none_or(|row| row.status != Status::Published) && after.status == Status::Published {
        notify::published(tx, &after, &activity).await?;
    }
    Ok(after)
}

/// Takes the person's review back; doing it again changes nothing.
pub(crate) async fn withdraw(tx: &mut Tx, id: Option<ReviewId>) -> Result<Model> {
    let before = to_change(tx, id).await?;
    tx.scope().actor.require(policy::is_author(&tx.scope().actor, before.account_id.0))?;
    if before.status == Status::Withdrawn {
        return Ok(before);
    }
    let after = Model { status: Status::Withdrawn, queued_at: None, updated_at: tx.scope().now(), ..before.clone() };
    write(tx, Some(&before), after).await
}

/// A text without spaces around it, nor characters that show nothing.
pub(super) fn tidy(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    let visible: String = lines.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    visible.trim().to_owned()
}

fn check(stars: i32, text: &str) -> Vec<Problem<Refusal>> {
    let mut problems = Vec::new();
    if !STARS.contains(&stars) {
        problems.push(Problem::at(Refusal::StarsOutOfRange, "stars"));
    }
    let length = text.chars().count();
    if length < *TEXT.start() {
        problems.push(Problem::at(Refusal::TextTooShort, "text").with("min", *TEXT.start() as u32));
    } else if length > *TEXT.end() {
        problems.push(Problem::at(Refusal::TextTooLong, "text").with("max", *TEXT.end() as u32));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_measured_without_what_shows_nothing() {
        let kinds = |stars: i32, text: &str| -> Vec<Refusal> {
            check(stars, &tidy(text)).into_iter().map(|problem| problem.kind).collect()
        };
        assert_eq!(tidy(" a\u{0}b\r\n\tc \n"), "ab\nc");
        for (stars, text, expected) in [
            (5, "Świetnie!!".to_owned(), &[][..]),
            (1, "ż".repeat(2000), &[]),
            (5, "  Świetnie! \u{7}".to_owned(), &[Refusal::TextTooShort]),
            (0, "ż".repeat(2001), &[Refusal::StarsOutOfRange, Refusal::TextTooLong]),
            (6, "Świetnie!!".to_owned(), &[Refusal::StarsOutOfRange]),
        ] {
            assert_eq!(kinds(stars, &text), expected, "{stars} {}", text.len());
        }
    }
}
