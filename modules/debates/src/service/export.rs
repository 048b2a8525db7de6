//! The questions as the meeting needs them.

use std::borrow::Cow;

use directory::sheet;
use kernel::{
    error::{Fault, Result},
    scope::Scope,
};
use sea_orm::{QueryOrder as _, QuerySelect as _};

use super::questions::{MEETING, of_debate, ranked};
use crate::{
    debate::DebateId,
    policy,
    question::{Column, Model},
    states::State,
};

/// The columns of a file for the meeting, by the keys of their texts.
const COLUMNS: [&str; 7] = [
    "question-column-rank",
    "question-column-question",
    "question-column-supports",
    "question-column-name",
    "question-column-asked",
    "question-column-state",
    "question-column-answer",
];

/// What the meeting goes by: the published questions with their ranks, then those that no editor has read yet, the
/// oldest first. For editors.
pub(crate) async fn for_meeting(scope: &Scope, debate: DebateId) -> Result<Vec<(Option<u32>, Model)>> {
    scope.actor.require(policy::may_see_all(&scope.actor))?;
    let db = scope.db().await?;
    let published = ranked(of_debate(debate, State::Published)).limit(MEETING).all(&*db).await?;
    let left = MEETING - (published.len() as u64).min(MEETING);
    let waiting = of_debate(debate, State::Waiting).order_by_asc(Column::Id).limit(left).all(&*db).await?;
    let ranked = (1..).map(Some).zip(published);
    Ok(ranked.chain(waiting.into_iter().map(|row| (None, row))).collect())
}

/// The same as a file (UTF-8 with a byte order mark, semicolons), its header and states in the scope's language; all
/// published questions, however many. Nothing in it is taken for a formula. For editors; a debate in any state.
pub async fn export(scope: &Scope, debate: DebateId) -> Result<String> {
    scope.actor.require(policy::may_see_all(&scope.actor))?;
    super::record(scope, debate).await?.ok_or_else(Fault::not_found)?;
    let db = scope.db().await?;
    let published: Vec<Model> = ranked(of_debate(debate, State::Published)).all(&*db).await?;
    let waiting: Vec<Model> = of_debate(debate, State::Waiting).order_by_asc(Column::Id).all(&*db).await?;
    let header = COLUMNS.map(|key| scope.text(key, &[]));
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let rows = (1_usize..).map(Some).zip(published).chain(waiting.into_iter().map(|row| (None, row)));
    sheet::table(&header, rows.map(|(rank, row)| line(scope, rank, row)))
}

fn line(scope: &Scope, rank: Option<usize>, row: Model) -> Vec<Cow<'static, str>> {
    let asked = row.confirmed_at.unwrap_or(row.created_at).with_timezone(&scope.tenant.time_zone);
    let state = match (row.state, &row.answer) {
        (State::Published, Some(_)) => "question-state-ANSWERED",
        (State::Published, None) => "question-state-PUBLISHED",
        _ => "question-state-WAITING",
    };
    [
        rank.map(|rank| rank.to_string()).unwrap_or_default(),
        row.text,
        row.supports.to_string(),
        row.name.unwrap_or_default(),
        asked.format("%Y-%m-%d %H:%M").to_string(),
        scope.text(state, &[]),
        row.answer.unwrap_or_default(),
    ]
    .map(Cow::Owned)
    .into()
}
