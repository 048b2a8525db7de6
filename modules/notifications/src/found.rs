//! What a subscription's search finds at this moment.

use kernel::{
    error::{Fault, Result},
    scope::Scope,
    search::Snapshot,
};
use search_index::{Filter, Query, TermFilter};
use uuid::Uuid;

use crate::compile::{Compiled, of_all_kinds};

/// The entries that are looked at for one search.
const MOST_HITS: usize = 10_000;

/// The entries that a subscription asks for and that are there at this moment, what fits best first: the full matches of
/// its search, the entry that it follows, what is the party's that it follows. Each by what the change log calls it; kinds
/// of documents are called alike. Nothing for what asks for no entries: an area.
pub fn found(scope: &Scope, snapshot: &Snapshot, compiled: &Compiled) -> Result<Option<Vec<(&'static str, Uuid)>>> {
    let of_party = compiled.party.map(|party| {
        let own = TermFilter::new("institution", vec![directory::InstitutionId(party).global()]);
        Query { filter: Filter { terms: own.into_iter().collect(), ..Filter::default() }, ..of_all_kinds(scope) }
    });
    let mut found = Vec::new();
    for query in [compiled.query.as_ref(), of_party.as_ref()].into_iter().flatten() {
        let query = Query { first: MOST_HITS, after: None, facets: Vec::new(), ..query.clone() };
        let page = snapshot.reader().search(&query).map_err(Fault::from)?;
        // Full matches come first; what follows misses something of what was typed.
        let full = usize::try_from(page.full_matches).unwrap_or(usize::MAX);
        let hits = page.hits.into_iter().take(full).map(|hit| (hit.kind, hit.id));
        found.extend(hits.filter(|(kind, id)| meets(scope, snapshot, compiled, kind, *id)));
    }
    if compiled.query.is_none() && of_party.is_none() {
        let Some((entity, id)) = compiled.entry else { return Ok(None) };
        found.extend(snapshot.any_card(entity, id).map(|_| (entity, id)));
    }
    Ok(Some(found))
}

fn meets(scope: &Scope, snapshot: &Snapshot, compiled: &Compiled, entity: &str, id: Uuid) -> bool {
    let Some(check) = &compiled.check else { return true };
    snapshot.any_card(entity, id).is_some_and(|card| check(scope, &*card))
}

#[cfg(test)]
mod tests {
    #[test]
    fn documents_and_rows_are_called_alike() {
        for (kind, entity) in [
            (directory::KIND, directory::ENTITY),
            (activities::KIND, activities::ENTITY),
            (events::KIND, events::ENTITY),
            (news::KIND, news::ENTITY),
            (safety::KIND, safety::ENTITY),
            (safety::ALERT_KIND, safety::ALERT_ENTITY),
            (debates::KIND, debates::ENTITY),
        ] {
            assert_eq!(kind, entity);
        }
    }
}
