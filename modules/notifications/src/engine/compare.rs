//! What became of an entry: pure comparison of what people were told of it with what they are told now.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kernel::search::Told;
use notices::What;
use serde_json::Value;

/// Facts of which people who follow an entry are told when they change.
const FOLLOWED: [&str; 4] = ["slots", "dates", "place", "ages"];

/// What became of an entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Became {
    /// All of it, the most telling first.
    pub(super) whats: Vec<What>,
    /// What was, by the names of facts that are different.
    pub(super) from: BTreeMap<String, Value>,
    /// The names of facts that changed.
    pub(super) changed: Vec<String>,
}

/// Whether one can enrol, as far as the clock decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Window {
    NotYet,
    Open,
    Closed,
}

/// The moment that a fact says.
pub(super) fn moment(told: &Told, fact: &str) -> Option<DateTime<Utc>> {
    let text = told.facts.get(fact)?.as_str()?;
    Some(DateTime::parse_from_rfc3339(text).ok()?.to_utc())
}

/// What became of an entry of that kind. `before` is what was told of it, and until when that was so; whatever is gone is
/// none.
pub(super) fn became(
    entity: &str,
    before: Option<(&Told, DateTime<Utc>)>,
    after: Option<&Told>,
    now: DateTime<Utc>,
) -> Became {
    match (before, after) {
        (None, Some(after)) => appeared(entity, after),
        (Some((before, _)), None) => gone(entity, before, now),
        (Some((before, at)), Some(after)) => compared(entity, (before, at), after, now),
        (None, None) => Became::default(),
    }
}

fn only(what: What) -> Became {
    Became { whats: vec![what], ..Became::default() }
}

fn appeared(entity: &str, after: &Told) -> Became {
    match entity {
        safety::ALERT_ENTITY => only(What::Alert),
        _ if is_on(after) => only(What::Appeared),
        _ => Became::default(),
    }
}

/// What had a date and is no longer there does not take place. Of anything else nobody knows why it is gone: whoever
/// offers it took it back, or only forgot to confirm it.
fn gone(entity: &str, before: &Told, now: DateTime<Utc>) -> Became {
    let has_dates = [events::ENTITY, debates::ENTITY].contains(&entity);
    let is_to_come = is_on(before) && moment(before, "until").is_some_and(|until| now < until);
    if has_dates && is_to_come { called_off() } else { Became::default() }
}

fn called_off() -> Became {
    let from = BTreeMap::from([("is_on".to_owned(), Value::Bool(true))]);
    Became { whats: vec![What::CalledOff], from, changed: vec!["is_on".to_owned()] }
}

fn compared(entity: &str, (before, at): (&Told, DateTime<Utc>), after: &Told, now: DateTime<Utc>) -> Became {
    // What was over before has no news.
    let was_over = moment(before, "until").is_some_and(|until| until <= now);
    match (is_on(before), is_on(after)) {
        (true, false) if was_over => return Became::default(),
        (true, false) if entity == activities::ENTITY => return called_off(),
        (false, false) => return Became::default(),
        _ => {}
    }
    if moment(after, "until").is_some_and(|until| until <= now) {
        return Became::default();
    }
    let mut became = Became::default();
    let differs = |name: &&str| before.facts.get(*name) != after.facts.get(*name);
    let mut changed: Vec<&str> = FOLLOWED.into_iter().filter(differs).collect();
    if is_on(before) != is_on(after) {
        changed.push("is_on");
    }
    let places = |told: &Told| told.facts.get("places").and_then(Value::as_i64);
    let window = |told: &Told, at| window(told, at);
    if places(before) == Some(0) && places(after).is_some_and(|places| places > 0) && window(after, now) == Window::Open
    {
        became.whats.push(What::PlaceFreed);
        changed.push("places");
    }
    match prices(before, after) {
        Some(true) => {
            became.whats.push(What::PriceFell);
            changed.push("price");
        }
        Some(false) => changed.push("price"),
        None => {}
    }
    let can_enrol = before.facts.contains_key("opens") || after.facts.contains_key("opens") || places(after).is_some();
    if entity != debates::ENTITY
        && can_enrol
        && window(before, at) != Window::Open
        && window(after, now) == Window::Open
        && places(after) != Some(0)
    {
        became.whats.push(What::EnrolmentOpened);
    }
    let is_told = |name: &&str| FOLLOWED.contains(name) || *name == "is_on" || *name == "price";
    let has_fallen = became.whats.contains(&What::PriceFell);
    if changed.iter().any(|name| is_told(name) && !(has_fallen && *name == "price")) {
        became.whats.push(What::Changed);
    }
    let was = |name: &&str| (name.to_string(), before.facts.get(*name).cloned().unwrap_or_default());
    became.from = changed.iter().map(was).collect();
    became.changed = changed.into_iter().map(str::to_owned).collect();
    became
}

/// Whether it takes place, as far as anybody says.
fn is_on(told: &Told) -> bool {
    told.facts.get("is_on") != Some(&Value::Bool(false))
}

fn window(told: &Told, at: DateTime<Utc>) -> Window {
    if moment(told, "closes").is_some_and(|closes| closes <= at) {
        Window::Closed
    } else if moment(told, "opens").is_some_and(|opens| at < opens) {
        Window::NotYet
    } else {
        Window::Open
    }
}

/// Whether a price fell or rose; nothing if it did neither, as far as is known. Prices for different things cannot be
/// compared: they count as risen, for who pays must look again.
fn prices(before: &Told, after: &Told) -> Option<bool> {
    let price = |told: &Told| {
        let price = told.facts.get("price")?;
        Some((price.get("minor")?.as_i64()?, price.get("unit").cloned().unwrap_or_default()))
    };
    let ((was, was_for), (is, is_for)) = (price(before)?, price(after)?);
    if is == 0 || was == 0 {
        return (was != is).then_some(is == 0);
    }
    if was_for != is_for {
        return Some(false);
    }
    (was != is).then_some(is < was)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: &str = "2026-12-01T10:00:00Z";

    fn told(facts: Value) -> Told {
        Told { facts: serde_json::from_value(facts).unwrap(), ..Told::default() }
    }

    fn between(entity: &str, before: Option<Value>, after: Option<Value>) -> (Vec<What>, Vec<String>) {
        let now: DateTime<Utc> = NOW.parse().unwrap();
        let (before, after) = (before.map(told), after.map(told));
        let before = before.as_ref().map(|before| (before, now - chrono::TimeDelta::seconds(1)));
        let became = became(entity, before, after.as_ref(), now);
        (became.whats, became.changed)
    }

    use What::{Alert, Appeared, CalledOff, Changed, EnrolmentOpened, PlaceFreed, PriceFell};

    #[test]
    fn what_appears_and_what_goes() {
        let event = || json!({ "until": "2026-12-01T12:00:00Z", "is_on": true });
        let over = || json!({ "until": "2026-12-01T10:00:00Z", "is_on": true });
        for (name, entity, before, after, expected) in [
            ("new", "activity", None, Some(json!({ "is_on": true })), vec![Appeared]),
            ("new and over", "activity", None, Some(json!({ "is_on": false })), vec![]),
            ("an article", "article", None, Some(json!({})), vec![Appeared]),
            ("an alert", "alert", None, Some(json!({})), vec![Alert]),
            ("an event that is gone", "event", Some(event()), None, vec![CalledOff]),
            ("one that was over", "event", Some(over()), None, vec![]),
            ("an activity that is gone", "activity", Some(event()), None, vec![]),
            ("an alert that is gone", "alert", Some(json!({})), None, vec![]),
        ] {
            assert_eq!(between(entity, before, after).0, expected, "{name}");
        }
    }

    #[test]
    fn prices_fall_and_rise() {
        let price = |minor: i64, unit: &str| json!({ "price": { "minor": minor, "unit": unit } });
        for (name, before, after, expected) in [
            ("down", price(200, "MONTH"), price(150, "MONTH"), (vec![PriceFell], vec!["price".to_owned()])),
            ("up", price(150, "MONTH"), price(200, "MONTH"), (vec![Changed], vec!["price".to_owned()])),
            ("the same", price(150, "MONTH"), price(150, "MONTH"), (vec![], vec![])),
            ("for less", price(150, "MONTH"), price(100, "CLASS"), (vec![Changed], vec!["price".to_owned()])),
            ("free", price(150, "MONTH"), price(0, "ONCE"), (vec![PriceFell], vec!["price".to_owned()])),
            ("no longer free", price(0, "MONTH"), price(10, "MONTH"), (vec![Changed], vec!["price".to_owned()])),
            ("known at last", json!({}), price(10, "MONTH"), (vec![], vec![])),
        ] {
            assert_eq!(between("activity", Some(before), Some(after)), expected, "{name}");
        }
    }

    #[test]
    fn places_come_free_and_enrolment_opens() {
        let closed = "2026-12-01T09:00:00Z";
        for (name, before, after, expected) in [
            ("freed", json!({ "places": 0 }), json!({ "places": 1 }), vec![PlaceFreed]),
            ("more of them", json!({ "places": 1 }), json!({ "places": 2 }), vec![]),
            ("taken", json!({ "places": 1 }), json!({ "places": 0 }), vec![]),
            ("too late", json!({ "places": 0, "closes": closed }), json!({ "places": 1, "closes": closed }), vec![]),
            ("by the clock", json!({ "opens": NOW }), json!({ "opens": NOW }), vec![EnrolmentOpened]),
            (
                "brought forward",
                json!({ "opens": "2027-01-01T00:00:00Z" }),
                json!({ "opens": closed }),
                vec![EnrolmentOpened],
            ),
            ("opened and full", json!({ "opens": NOW, "places": 0 }), json!({ "opens": NOW, "places": 0 }), vec![]),
            ("yet to open", json!({}), json!({ "opens": "2027-01-01T00:00:00Z" }), vec![]),
        ] {
            assert_eq!(between("activity", Some(before), Some(after)).0, expected, "{name}");
        }
    }

    #[test]
    fn followers_hear_of_when_where_and_for_whom() {
        let base = json!({ "slots": [[0, "16:00", "17:00"]], "place": "Leśna 3", "ages": [72, 107], "summary": "a",
            "organiser": "b", "starts": "2026-12-01" });
        let with = |name: &str, value: Value| {
            let mut changed = base.clone();
            changed[name] = value;
            between("activity", Some(base.clone()), Some(changed))
        };
        for name in ["slots", "place", "ages"] {
            assert_eq!(with(name, json!("other")), (vec![Changed], vec![name.to_owned()]));
        }
        for name in ["summary", "organiser", "starts"] {
            assert_eq!(with(name, json!("other")), (vec![], vec![]), "{name}");
        }
    }

    #[test]
    fn what_is_over_has_no_news_but_that_it_ends_early() {
        let until = |until: &str, on: bool| json!({ "until": until, "is_on": on, "place": until });
        let (past, future) = ("2026-12-01T09:00:00Z", "2027-06-01T00:00:00Z");
        assert_eq!(between("activity", Some(until(future, true)), Some(until(past, false))).0, [CalledOff]);
        assert_eq!(between("activity", Some(until(past, true)), Some(until(past, false))).0, []);
        assert_eq!(between("activity", Some(until(past, false)), Some(until("2026-11-01T00:00:00Z", false))).0, []);
        assert_eq!(between("activity", Some(until(past, false)), Some(until(future, true))).0, [Changed]);
    }
}
