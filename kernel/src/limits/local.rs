//! Counters of this process, bounded in number.

use std::{
    collections::HashMap,
    hash::{BuildHasher as _, RandomState},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::Ask;

/// Parts with a lock of their own.
const SHARDS: usize = 16;
/// Counters of a part; all of them take some 20 MB.
const COUNTERS: usize = 8192;

/// Counters of this process: for each name, the time up to which it is spent, in microseconds since 1970.
#[derive(Debug)]
pub(super) struct Local {
    shards: [Mutex<HashMap<String, i64>>; SHARDS],
    hasher: RandomState,
}

impl Default for Local {
    fn default() -> Self {
        Self { shards: std::array::from_fn(|_| Mutex::default()), hasher: RandomState::new() }
    }
}

impl Local {
    fn shard(&self, name: &str) -> MutexGuard<'_, HashMap<String, i64>> {
        let shard = self.hasher.hash_one(name) as usize % SHARDS;
        self.shards[shard].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long to wait, in microseconds; 0 if the tries pass.
    pub(super) fn ask(&self, name: &str, ask: Ask, now: i64) -> i64 {
        let mut counters = self.shard(name);
        let then = match ask.decide(counters.get(name).copied().unwrap_or(now), now) {
            Err(wait) => return wait,
            Ok(then) => then,
        };
        if ask.counts {
            if let Some(counter) = counters.get_mut(name) {
                *counter = then;
            } else {
                make_room(&mut counters, now);
                counters.insert(name.to_owned(), then);
            }
        }
        0
    }

    /// Forgets the counter.
    pub(super) fn forget(&self, name: &str) {
        self.shard(name).remove(name);
    }
}

/// Where there are too many counters, those go that are whole again, then those that are soonest: whoever floods us
/// with names of one try each washes out no counter that is near its limit.
fn make_room(counters: &mut HashMap<String, i64>, now: i64) {
    if counters.len() < COUNTERS {
        return;
    }
    counters.retain(|_, spent_until| *spent_until > now);
    if counters.len() > COUNTERS / 2 {
        let mut times: Vec<_> = counters.values().copied().collect();
        let middle = times.len() / 2;
        let (_, middle, _) = times.select_nth_unstable(middle);
        let middle = *middle;
        counters.retain(|_, spent_until| *spent_until > middle);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{super::Rule, *};

    #[test]
    fn a_flood_of_names_is_bounded_and_washes_out_no_full_counter() {
        let rule = Rule { name: "test", tries: 5, window: Duration::from_secs(600) };
        let local = Local::default();
        assert_eq!(local.ask("full", Ask::new(rule, 5, true), 0), 0);
        for name in 0..SHARDS * COUNTERS * 2 {
            assert_eq!(local.ask(&format!("flood-{name}"), Ask::new(rule, 1, true), name as i64), 0);
        }
        let count: usize = local.shards.iter().map(|shard| shard.lock().unwrap().len()).sum();
        assert!(count <= SHARDS * COUNTERS, "{count}");
        assert!(local.ask("full", Ask::new(rule, 1, true), 1_000_000) > 0);
    }
}
