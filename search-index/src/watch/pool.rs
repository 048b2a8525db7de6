//! Values that many share, each kept once.

use std::{collections::HashMap, hash::Hash};

/// Values by numbers. A number is free for another value once nobody uses it.
#[derive(Debug)]
pub(super) struct Pool<K, V = ()> {
    numbers: HashMap<K, u32>,
    values: Vec<Option<Shared<K, V>>>,
    free: Vec<u32>,
}

#[derive(Debug)]
struct Shared<K, V> {
    key: K,
    value: V,
    users: u32,
}

impl<K, V> Default for Pool<K, V> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), values: Vec::new(), free: Vec::new() }
    }
}

impl<K: Hash + Eq + Clone, V> Pool<K, V> {
    /// The number of what this key names, used once more; and whether nobody used it before.
    pub(super) fn take(&mut self, key: K, value: V) -> (u32, bool) {
        if let Some(number) = self.numbers.get(&key) {
            if let Some(Some(shared)) = self.values.get_mut(*number as usize) {
                shared.users += 1;
            }
            return (*number, false);
        }
        let shared = Some(Shared { key: key.clone(), value, users: 1 });
        let number = self.free.pop().unwrap_or(self.values.len() as u32);
        match self.values.get_mut(number as usize) {
            Some(place) => *place = shared,
            None => self.values.push(shared),
        }
        self.numbers.insert(key, number);
        (number, true)
    }

    /// The value of that number.
    pub(super) fn get(&self, number: u32) -> Option<&V> {
        Some(&self.values.get(number as usize)?.as_ref()?.value)
    }

    /// Notes that one user less has it. Gives the key of what nobody uses any more.
    pub(super) fn give_back(&mut self, number: u32) -> Option<K> {
        let place = self.values.get_mut(number as usize)?;
        let shared = place.as_mut()?;
        shared.users -= 1;
        if shared.users > 0 {
            return None;
        }
        let key = place.take()?.key;
        self.free.push(number);
        self.numbers.remove(&key);
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shared_and_then_free() {
        let mut pool = Pool::default();
        assert_eq!((pool.take("a", 1), pool.take("b", 2), pool.take("a", 9)), ((0, true), (1, true), (0, false)));
        assert_eq!((pool.get(0).copied(), pool.give_back(0), pool.get(0).copied()), (Some(1), None, Some(1)));
        assert_eq!((pool.give_back(0), pool.get(0).copied(), pool.give_back(0)), (Some("a"), None, None));
        assert_eq!((pool.take("c", 3), pool.take("a", 1)), ((0, true), (2, true)));
    }
}
