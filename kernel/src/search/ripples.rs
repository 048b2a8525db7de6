//! What becomes of a tenant's rows, told to whoever follows it as soon as index and read model know.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use tokio::sync::broadcast::{self, error::RecvError};
use uuid::Uuid;

use super::Ids;
use crate::{changes::Changed, error::Result, scope::Scope};

/// Ripples that a follower may be behind; whoever is further behind is told that all may have changed.
const BEHIND: usize = 128;
/// Rows that a ripple names; of more it says that all may have changed.
const MOST_ROWS: usize = 10_000;

/// The rows that changed between one snapshot and the next, and those that show something of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ripple {
    /// By entity; none if all may have changed.
    rows: Option<HashMap<String, HashSet<Uuid>>>,
}

impl Ripple {
    /// All may have changed: somebody asked for everything to be built anew, or ripples were missed.
    pub(super) fn everything() -> Self {
        Self { rows: None }
    }

    pub(super) fn new(changed: &[Changed], affected: &Ids) -> Self {
        let count = changed.len() + affected.values().map(Vec::len).sum::<usize>();
        if count > MOST_ROWS || changed.contains(&Changed::Everything) {
            return Self::everything();
        }
        let mut rows: HashMap<String, HashSet<Uuid>> = HashMap::new();
        for change in changed {
            if let Changed::Entity(entity, id) = change {
                rows.entry(entity.clone()).or_default().insert(*id);
            }
        }
        for (entity, ids) in affected.iter().filter(|(_, ids)| !ids.is_empty()) {
            rows.entry((*entity).to_owned()).or_default().extend(ids);
        }
        Self { rows: Some(rows) }
    }

    /// Whether that row may have changed.
    pub fn touches(&self, entity: &str, id: Uuid) -> bool {
        self.rows.as_ref().is_none_or(|rows| rows.get(entity).is_some_and(|ids| ids.contains(&id)))
    }

    /// Whether any row of that entity may have changed.
    pub fn touches_any(&self, entity: &str) -> bool {
        self.rows.as_ref().is_none_or(|rows| rows.contains_key(entity))
    }
}

/// Where a tenant's ripples come from. Nobody following costs nothing.
pub(super) struct Source(broadcast::Sender<Arc<Ripple>>);

impl Default for Source {
    fn default() -> Self {
        Self(broadcast::Sender::new(BEHIND))
    }
}

impl Source {
    pub(super) fn is_followed(&self) -> bool {
        self.0.receiver_count() > 0
    }

    pub(super) fn tell(&self, ripple: impl FnOnce() -> Ripple) {
        if self.is_followed() {
            // The last may leave in between.
            let _ = self.0.send(Arc::new(ripple()));
        }
    }

    pub(super) fn follow(&self) -> broadcast::Receiver<Arc<Ripple>> {
        self.0.subscribe()
    }
}

/// Somebody who follows what becomes of a tenant's rows.
pub struct Follower {
    scope: Scope,
    ripples: broadcast::Receiver<Arc<Ripple>>,
}

impl Follower {
    pub(super) fn new(scope: Scope, ripples: broadcast::Receiver<Arc<Ripple>>) -> Self {
        Self { scope, ripples }
    }

    /// Waits for the next change. The tenant's snapshot has it by then.
    pub async fn next(&mut self) -> Result<Arc<Ripple>> {
        match self.ripples.recv().await {
            Ok(ripple) => Ok(ripple),
            Err(RecvError::Lagged(_)) => Ok(Arc::new(Ripple::everything())),
            // The tenant was let go, and is opened again.
            Err(RecvError::Closed) => {
                let app = self.scope.app().clone();
                self.ripples = app.search.ripples(&self.scope).await?;
                Ok(Arc::new(Ripple::everything()))
            }
        }
    }
}

impl std::fmt::Debug for Follower {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Follower").field("scope", &self.scope).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ripple_names_rows_that_changed_and_rows_that_show_them() {
        let id = Uuid::from_u128;
        let changed = [Changed::Entity("institution".to_owned(), id(1)), Changed::Entity("notices".to_owned(), id(2))];
        let affected = Ids::from([("institution", vec![id(1)]), ("activity", vec![id(3)]), ("event", Vec::new())]);
        let ripple = Ripple::new(&changed, &affected);
        for (entity, row) in [("institution", 1), ("notices", 2), ("activity", 3)] {
            assert!(ripple.touches(entity, id(row)) && ripple.touches_any(entity), "{entity}");
            assert!(!ripple.touches(entity, id(9)), "{entity}");
        }
        assert!(!ripple.touches_any("event"));
    }

    #[test]
    fn of_too_many_rows_it_says_that_all_may_have_changed() {
        let rows = |count: u128| (0..count).map(|row| Changed::Entity("a".to_owned(), Uuid::from_u128(row)));
        let few = Ripple::new(&rows(MOST_ROWS as u128).collect::<Vec<_>>(), &Ids::new());
        assert!(!few.touches_any("b"));
        let many = Ripple::new(&rows(MOST_ROWS as u128 + 1).collect::<Vec<_>>(), &Ids::new());
        assert!(many.touches_any("b") && many.touches("b", Uuid::nil()));
        assert_eq!(Ripple::new(&[Changed::Everything], &Ids::new()), Ripple::everything());
    }

    #[tokio::test]
    async fn whoever_does_not_keep_up_is_told_to_look_at_everything() {
        let source = Source::default();
        source.tell(|| panic!("nobody follows"));
        let mut ripples = source.follow();
        for _ in 0..=BEHIND {
            source.tell(Ripple::default);
        }
        assert!(matches!(ripples.recv().await, Err(RecvError::Lagged(_))));
        drop(ripples);
        assert!(!source.is_followed());
    }
}
