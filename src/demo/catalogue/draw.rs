//! Seeded chance. The same city and seed draw the same sequence, whatever the platform.

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

/// A source of choices.
pub(super) struct Draw(ChaCha8Rng);

impl Draw {
    /// A source for a purpose within a city.
    pub(super) fn new(slug: &str, seed: u64, purpose: &str) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in slug.bytes().chain([0]).chain(purpose.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Self(ChaCha8Rng::seed_from_u64(hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    /// A number below `end`, 0 when `end` is 0.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let wide = u64::from(self.0.next_u32()) * u64::from(end);
        u32::try_from(wide >> 32).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// A multiple of `step` counted from `low` up to `high`.
    pub(super) fn stepped(&mut self, low: u32, high: u32, step: u32) -> u32 {
        low + step * self.below(high.saturating_sub(low) / step.max(1) + 1)
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, chance: u32) -> bool {
        self.below(100) < chance
    }

    /// An index into something of a length.
    pub(super) fn index(&mut self, len: usize) -> usize {
        let end = u32::try_from(len).unwrap_or(u32::MAX);
        usize::try_from(self.below(end)).unwrap_or(0)
    }

    /// One of the items.
    pub(super) fn pick<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        let index = self.index(items.len());
        items.get(index)
    }

    /// One of the texts, empty when there is none.
    pub(super) fn text(&mut self, texts: &[&'static str]) -> &'static str {
        self.pick(texts).copied().unwrap_or_default()
    }

    /// One of the items by weight.
    pub(super) fn weighted<'t, T>(&mut self, items: &'t [(T, u32)]) -> Option<&'t T> {
        let total = items.iter().map(|(_, weight)| weight).sum();
        let mut at = self.below(total);
        for (item, weight) in items {
            if at < *weight {
                return Some(item);
            }
            at -= weight;
        }
        None
    }

    /// An offset between -1 and 1.
    pub(super) fn offset(&mut self) -> f64 {
        f64::from(self.below(2001)) / 1000.0 - 1.0
    }

    /// Puts the items in random order.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.index(last + 1);
            items.swap(last, other);
        }
    }
}

/// Deals the texts of a list in a random order and starts over only when all are dealt, so that offers next to each
/// other do not read alike.
#[derive(Default)]
pub(super) struct Deck(Vec<&'static str>);

impl Deck {
    /// The next text among those that `allowed` accepts.
    pub(super) fn deal(&mut self, draw: &mut Draw, allowed: &[&'static str]) -> Option<&'static str> {
        let find = |held: &[&'static str]| held.iter().rposition(|text| allowed.contains(text));
        if find(&self.0).is_none() {
            let mut fresh = allowed.to_vec();
            draw.shuffle(&mut fresh);
            self.0.splice(0..0, fresh);
        }
        find(&self.0).map(|at| self.0.remove(at))
    }
}
