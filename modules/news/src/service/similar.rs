//! Articles that may be the one that somebody is writing.

use directory::{Likeness, service::resolve_reference};
use kernel::{error::Result, history::Fields, scope::Scope};
use uuid::Uuid;

use crate::{ENTITY, search::Card};

/// How many are told at most.
const MOST: usize = 5;
/// How alike titles must be, from 0 to 1.
const ALIKE: f64 = 0.8;
/// The same among articles of one institution.
const ALIKE_AT_HOME: f64 = 0.65;

/// Articles that everybody sees and that are likely the same as a draft, the most alike first: by title, the sooner if the
/// same institution wrote them.
pub async fn similar(scope: &Scope, draft: &Fields) -> Result<Vec<Uuid>> {
    let Some(title) = draft.get("title").filter(|title| !title.trim().is_empty()) else { return Ok(Vec::new()) };
    // A draft is unchecked, and not every database takes any text.
    let reference = draft.get("institution").map(String::as_str).filter(|reference| !reference.contains('\0'));
    let institution = resolve_reference(scope, reference).await?;
    let (snapshot, now) = (scope.snapshot().await?, scope.now());
    let title = Likeness::to(title);
    let mut found: Vec<(f64, Uuid)> = snapshot
        .cards::<Card>(ENTITY)
        .filter(|card| card.row.is_visible(now))
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
