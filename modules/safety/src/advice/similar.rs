//! Advice that may be what somebody is writing down.

use directory::{Likeness, service::resolve_reference};
use kernel::{error::Result, history::Fields, scope::Scope};
use uuid::Uuid;

use super::Card;
use crate::ENTITY;

/// How many are told at most.
const MOST: usize = 5;
/// How alike titles must be, from 0 to 1.
const ALIKE: f64 = 0.75;
/// The same among advice of one institution.
const ALIKE_AT_HOME: f64 = 0.65;

/// Public advice that is likely the same as a draft, the most alike first: by title, the sooner if the same institution
/// wrote it.
pub(super) async fn similar(scope: &Scope, draft: &Fields) -> Result<Vec<Uuid>> {
    let Some(title) = draft.get("title").filter(|title| !title.trim().is_empty()) else { return Ok(Vec::new()) };
    let institution = resolve_reference(scope, draft.get("institution").map(String::as_str)).await?;
    let snapshot = scope.snapshot().await?;
    let title = Likeness::to(title);
    let mut found: Vec<(f64, Uuid)> = snapshot
        .cards::<Card>(ENTITY)
        .map(|card| {
            let is_home = institution.is_some() && card.row.institution_id == institution;
            (title.of(&card.name_key), if is_home { ALIKE_AT_HOME } else { ALIKE }, card.row.id.0)
        })
        .filter(|(alike, least, _)| alike >= least)
        .map(|(alike, _, id)| (alike, id))
        .collect();
    found.sort_unstable_by(|(one, a), (other, b)| other.total_cmp(one).then(a.cmp(b)));
    found.truncate(MOST);
    Ok(found.into_iter().map(|(_, id)| id).collect())
}
