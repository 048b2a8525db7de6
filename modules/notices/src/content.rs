//! What a notice tells, and how what happens later goes into it. Pure.
//!
//! A notice that waits says what its reader knew and what is: what happened in between is nobody's concern. So the
//! first "was" stays, the last "is" counts, and what came to nothing is not told.

use std::collections::{BTreeMap, BTreeSet};

use kernel::error::{Fault, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::what::What;

/// What a notice tells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Content {
    /// What the entry is called; of decisions, what was decided on.
    pub(crate) title: String,
    /// The path of its page, without language.
    pub(crate) path: String,
    /// What is, by the names of facts.
    pub(crate) facts: BTreeMap<String, Value>,
    /// What was, as far as it is different.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) from: BTreeMap<String, Value>,
    /// The names of facts that changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) changed: Vec<String>,
    /// All that happened; the notice's own `what` is the most telling of it.
    pub(crate) happened: BTreeSet<What>,
    /// Of decisions: the message that says what was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) key: Option<String>,
}

/// The price that a fact says, in hundredths, and for what.
pub(crate) fn price(facts: &BTreeMap<String, Value>) -> Option<(i64, Option<&str>)> {
    let price = facts.get("price")?;
    Some((price.get("minor")?.as_i64()?, price.get("unit").and_then(Value::as_str)))
}

impl Content {
    /// What somebody hands in: [`kernel::search::Told`] with `from` and `changed`, of which that happened.
    pub(crate) fn of(told: Value, what: What) -> Result<Self> {
        let mut content: Self = serde_json::from_value(told).map_err(Fault::internal)?;
        content.happened.insert(what);
        Ok(content)
    }

    /// What is kept of a notice.
    pub(crate) fn read(kept: &Value) -> Self {
        Self::deserialize(kept).unwrap_or_default()
    }

    /// The most telling of what happened.
    pub(crate) fn what(&self) -> Option<What> {
        self.happened.first().copied()
    }

    /// Puts what happened later into what waits; nothing if it all came to nothing.
    pub(crate) fn merged(self, later: Self) -> Option<Self> {
        let was_unknown = self.happened.contains(&What::Appeared);
        let was_off = self.from.get("is_on") == Some(&Value::Bool(false));
        let mut from = self.from;
        for (name, was) in later.from {
            from.entry(name).or_insert(was);
        }
        let facts = if later.facts.is_empty() { self.facts } else { later.facts };
        // What is said to have changed without saying from what stays said.
        let unsaid = self.changed.into_iter().chain(later.changed).filter(|name| !from.contains_key(name));
        let mut changed: BTreeSet<String> = unsaid.collect();
        // What is not said at all is null.
        from.retain(|name, was| facts.get(name).unwrap_or(&Value::Null) != was);
        changed.extend(from.keys().cloned());
        let merged = Self {
            title: later.title,
            path: later.path,
            facts,
            from,
            changed: changed.into_iter().collect(),
            happened: self.happened.into_iter().chain(later.happened).collect(),
            key: later.key.or(self.key),
        };
        merged.reduced(was_unknown, was_off)
    }

    /// The same without what is not so any more. `was_unknown` says that the reader has yet to hear of the entry at
    /// all, `was_off` that the last they knew is that it does not take place.
    fn reduced(mut self, was_unknown: bool, was_off: bool) -> Option<Self> {
        let is = |on: bool| self.facts.get("is_on") == Some(&Value::Bool(on));
        if is(true) || (was_off && is(false)) {
            self.happened.remove(&What::CalledOff);
        }
        if self.happened.contains(&What::CalledOff) {
            // Who has not heard of it need not hear that it is no more; for the others, nothing else matters.
            if was_unknown {
                return None;
            }
            self.happened.retain(|what| matches!(what, What::CalledOff | What::Alert));
        }
        if self.happened.contains(&What::PriceFell) && !self.is_cheaper() {
            self.happened.remove(&What::PriceFell);
            if self.from.contains_key("price") {
                self.happened.insert(What::Changed);
            }
        }
        if self.facts.get("places").and_then(Value::as_i64).is_some_and(|free| free <= 0) {
            self.happened.remove(&What::PlaceFreed);
        }
        if self.changed.is_empty() || was_unknown {
            self.happened.remove(&What::Changed);
        }
        if was_unknown && !self.happened.contains(&What::PriceFell) {
            // To whom it is new, it is as it is.
            self.from.clear();
            self.changed.clear();
        }
        (!self.happened.is_empty()).then_some(self)
    }

    /// The same without that; nothing if nothing else happened.
    pub(crate) fn without(mut self, what: What) -> Option<Self> {
        self.happened.remove(&what);
        (!self.happened.is_empty()).then_some(self)
    }

    /// Whether it costs less than it did; unknown counts as such.
    fn is_cheaper(&self) -> bool {
        match (price(&self.from), price(&self.facts)) {
            (Some((was, was_for)), Some((is, is_for))) => was_for == is_for && is < was,
            // It is what it was: nothing fell.
            (None, Some(_)) => self.from.contains_key("price"),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn content(what: What, facts: Value, from: Value) -> Content {
        let changed: Vec<String> = from.as_object().unwrap().keys().cloned().collect();
        let told = json!({ "title": "Robotyka", "path": "/zajecia/x", "owners": [], "area": null, "facts": facts,
            "from": from, "changed": changed });
        Content::of(told, what).unwrap()
    }

    fn zl(amount: i64) -> Value {
        json!({ "minor": amount * 100, "unit": "MONTH" })
    }

    /// What is left of a row of happenings: all that happened, and what was.
    fn told(happenings: Vec<Content>) -> Option<(Vec<What>, Value)> {
        let mut happenings = happenings.into_iter();
        let mut all = happenings.next().unwrap();
        for later in happenings {
            all = all.merged(later)?;
        }
        Some((all.happened.into_iter().collect(), json!(all.from)))
    }

    use What::{Appeared, CalledOff, Changed, EnrolmentOpened, PlaceFreed, PriceFell};

    #[test]
    fn the_first_was_stays_and_the_last_is_counts() {
        let fell = |from, to| content(PriceFell, json!({ "price": zl(to) }), json!({ "price": zl(from) }));
        let rose = |from, to| content(Changed, json!({ "price": zl(to) }), json!({ "price": zl(from) }));
        let moved = |from: &str, to: &str| content(Changed, json!({ "place": to }), json!({ "place": from }));
        let was = |price| json!({ "price": zl(price) });
        for (name, happenings, expected) in [
            ("twice", vec![fell(180, 150), fell(150, 120)], Some((vec![PriceFell], was(180)))),
            ("there and back", vec![fell(180, 150), rose(150, 180)], None),
            ("up after all", vec![fell(180, 150), rose(150, 200)], Some((vec![Changed], was(180)))),
            ("still less", vec![fell(180, 100), rose(100, 150)], Some((vec![PriceFell, Changed], was(180)))),
            ("down after up", vec![rose(150, 180), fell(180, 120)], Some((vec![PriceFell, Changed], was(150)))),
            ("moved back", vec![moved("a", "b"), moved("b", "c"), moved("c", "a")], None),
            ("moved on", vec![moved("a", "b"), moved("b", "c")], Some((vec![Changed], json!({ "place": "a" })))),
        ] {
            assert_eq!(told(happenings), expected, "{name}");
        }
    }

    #[test]
    fn to_whom_it_is_new_it_is_as_it_is() {
        let appeared = || content(Appeared, json!({ "place": "a", "price": zl(180), "is_on": true }), json!({}));
        let moved = content(Changed, json!({ "place": "b", "price": zl(180), "is_on": true }), json!({ "place": "a" }));
        let off = content(CalledOff, json!({ "is_on": false }), json!({ "is_on": true }));
        let fell = content(PriceFell, json!({ "price": zl(150), "is_on": true }), json!({ "price": zl(180) }));
        assert_eq!(told(vec![appeared(), moved]), Some((vec![Appeared], json!({}))));
        assert_eq!(told(vec![appeared(), off]), None);
        assert_eq!(told(vec![appeared(), fell]), Some((vec![PriceFell, Appeared], json!({ "price": zl(180) }))));
    }

    #[test]
    fn what_is_called_off_is_all_that_matters_unless_it_takes_place_again() {
        let on = |on: bool| json!({ "is_on": on, "places": 1 });
        let off = || content(CalledOff, on(false), json!({ "is_on": true }));
        let back = || content(Changed, on(true), json!({ "is_on": false }));
        let freed = || content(PlaceFreed, on(true), json!({ "places": 0 }));
        let opened = || content(EnrolmentOpened, on(true), json!({}));
        assert_eq!(
            told(vec![freed(), opened(), off()]),
            Some((vec![CalledOff], json!({ "is_on": true, "places": 0 })))
        );
        assert_eq!(told(vec![off(), back()]), None);
        assert_eq!(told(vec![back(), off()]), None, "it was off, and is");
        assert_eq!(told(vec![back()]), Some((vec![Changed], json!({ "is_on": false }))));
    }

    #[test]
    fn a_place_that_is_taken_again_is_not_told() {
        let freed = content(PlaceFreed, json!({ "places": 2 }), json!({ "places": 0 }));
        let taken = content(Changed, json!({ "places": 0, "place": "b" }), json!({ "place": "a" }));
        assert_eq!(told(vec![freed.clone(), taken]), Some((vec![Changed], json!({ "place": "a" }))));
        assert_eq!(freed.without(PlaceFreed), None);
    }

    #[test]
    fn what_is_kept_is_read_back() {
        let kept = serde_json::to_value(content(PriceFell, json!({ "price": zl(1) }), json!({}))).unwrap();
        assert_eq!(Content::read(&kept).happened, BTreeSet::from([PriceFell]));
        assert_eq!(Content::read(&json!("nonsense")), Content::default());
    }
}
