//! A search that somebody follows.

use std::{
    collections::{BTreeSet, HashSet},
    time::Duration,
};

use async_graphql::{ID, SimpleObject};
use kernel::{error::Fault, scope::Scope, search::Follower};
use notifications::{SubscriptionTargetInput, compile_target, found};
use uuid::Uuid;

use super::super::portal::{Node, find};
use crate::modules;

/// How long changes are gathered before a search is asked anew: an import changes a thousand rows, a second apart.
const GATHERED: Duration = Duration::from_millis(500);
/// Entries that one change tells of each kind.
const MOST: usize = 100;
/// Entries that a search may find to be followed: they are kept for as long as it is, and found anew at each change.
const MOST_FOUND: usize = 1_000;

/// What became of what a search finds.
#[derive(Default, SimpleObject)]
#[graphql(tag = "module-notifications")]
pub(super) struct SearchChange {
    /// What it finds now and did not find before; at most 100.
    entered: Vec<Node>,
    /// The ids of what it finds no longer; at most 100.
    left: Vec<ID>,
    /// What it still finds, and is different; at most 100.
    changed: Vec<Node>,
    /// Whether this is all of it; if not, ask the search again.
    is_complete: bool,
}

/// An entry, by what the change log calls it.
type Found = (&'static str, Uuid);

/// A search that somebody follows.
pub(super) struct Followed {
    scope: Scope,
    follower: Follower,
    target: SubscriptionTargetInput,
    found: BTreeSet<Found>,
}

impl Followed {
    /// Follows a search from now on. A fault of the argument `target` if it is none that finds entries, or finds too many.
    pub(super) async fn begin(scope: Scope, target: SubscriptionTargetInput) -> Result<Self, Fault> {
        let follower = scope.app().search.follow(&scope).await?;
        let mut followed = Self { scope, follower, target, found: BTreeSet::new() };
        followed.found = followed.look().await?;
        followed.scope.release().await;
        Ok(followed)
    }

    /// What the search finds now, as the list that it is the filter of would.
    async fn look(&self) -> Result<BTreeSet<Found>, Fault> {
        let child = match self.target.child() {
            Some(id) => Some(activities::service::child(&self.scope, id).await?),
            None => None,
        };
        let snapshot = self.scope.snapshot().await?;
        let compiled = compile_target(&self.scope, &snapshot, &self.target, child.as_ref()).await?;
        let found = found(&self.scope, &snapshot, &compiled)?;
        let nothing = || Fault::bad_input("target", "this finds no entries; follow what a list can be asked for");
        let found = found.ok_or_else(nothing)?;
        if found.len() > MOST_FOUND {
            return Err(Fault::bad_input("target", "this finds too much to follow; narrow it"));
        }
        Ok(found.into_iter().collect())
    }

    /// Waits until the search finds something else, or something that it finds is different.
    pub(super) async fn next(&mut self) -> Result<SearchChange, Fault> {
        loop {
            let mut ripples = vec![self.follower.next().await?];
            let until = tokio::time::Instant::now() + GATHERED;
            while let Ok(ripple) = tokio::time::timeout_at(until, self.follower.next()).await {
                ripples.push(ripple?);
            }
            let touched =
                modules::sources().iter().any(|source| ripples.iter().any(|ripple| ripple.touches_any(source.entity)));
            if !touched {
                continue;
            }
            self.scope.release().await;
            let now = self.look().await?;
            let before = std::mem::replace(&mut self.found, now);
            let is_touched = |(entity, id): &&Found| ripples.iter().any(|ripple| ripple.touches(entity, *id));
            let entered: Vec<Found> = self.found.difference(&before).copied().collect();
            let left: Vec<Found> = before.difference(&self.found).copied().collect();
            let changed: Vec<Found> = self.found.intersection(&before).filter(is_touched).copied().collect();
            if entered.is_empty() && left.is_empty() && changed.is_empty() {
                continue;
            }
            let is_complete = [&entered, &left, &changed].iter().all(|entries| entries.len() <= MOST);
            return Ok(SearchChange {
                entered: self.nodes(&entered).await?,
                left: left.iter().take(MOST).filter_map(|entry| global(*entry)).map(ID).collect(),
                changed: self.nodes(&changed).await?,
                is_complete,
            });
        }
    }

    async fn nodes(&self, entries: &[Found]) -> Result<Vec<Node>, Fault> {
        let ids: HashSet<String> = entries.iter().take(MOST).filter_map(|entry| global(*entry)).collect();
        let mut nodes = Vec::with_capacity(ids.len());
        for id in ids {
            nodes.extend(find(&self.scope, &id).await?);
        }
        Ok(nodes)
    }
}

/// The global id of an entry.
fn global((entity, id): Found) -> Option<String> {
    if entity == safety::ALERT_ENTITY {
        return Some(safety::AlertId(id).global());
    }
    let (_, kind) = modules::ENTRIES.iter().find(|(_, kind)| kind.entity == entity)?;
    Some((kind.global)(id))
}
