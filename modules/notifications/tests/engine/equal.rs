//! Alerts equal search: for made-up catalogues and searches of every kind, what a reader is told of as there is what the
//! list of their search shows and did not show before.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use activities::State;
use chrono::TimeDelta;
use kernel::history::Fields;
use notices::{Frequency, What};
use notifications::{SubscriptionTargetInput as Target, compile_target, found};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{City, fields, good};

/// Rounds of changes, and changes of each.
const ROUNDS: usize = 14;
const CHANGES: usize = 12;
/// Searches that are kept.
const SEARCHES: usize = 90;

const TITLES: [&str; 10] = [
    "Robotyka dla dzieci",
    "Mali Konstruktorzy",
    "Szachy od podstaw",
    "Taniec hip-hop dla dziewcząt",
    "Piłka nożna – orliki",
    "Chess club",
    "Gitara na Pogodnie",
    "Półkolonie z robotami",
    "Bezpieczna droga do szkoły",
    "Dzień otwarty",
];
const TEXTS: [&str; 16] = [
    "",
    "",
    "robotyka",
    "robtyka dla 8 latka",
    "szachy na Pogodnie",
    "taniec dla dziewczynek",
    "zajęcia sportowe do 100 zł",
    "piłka w soboty rano",
    "mali konstruktorzy",
    "darmowe półkolonie",
    "chess under 50 zł",
    "gitara",
    "dzień otwarty",
    "droga do szkoły",
    "szachy robotyka",
    "dla nastolatka w weekend",
];
const INTERESTS: [&str; 5] = ["robotics", "chess", "hip_hop", "football", "guitar"];
const DISTRICTS: [&str; 2] = ["pogodno", "rynek"];

/// A small generator of numbers (xorshift64*), so that a failure comes back.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn holds(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn near(&mut self) -> Value {
        let (lat, lon) = (52.70 + self.below(80) as f64 / 1000.0, 14.58 + self.below(140) as f64 / 1000.0);
        let mut near = json!({ "lat": lat, "lon": lon });
        if self.holds(80) {
            near["radiusMeters"] = json!(1000 + self.below(6) * 1000);
        }
        near
    }

    /// A search of any kind, as somebody may have saved it.
    fn target(&mut self) -> Value {
        let mut filter = json!({});
        let mut asked = json!({ "query": self.one(&TEXTS) });
        let kind = self.one(&[
            "activities",
            "activities",
            "events",
            "events",
            "news",
            "advice",
            "debates",
            "institutions",
            "everything",
            "interest",
            "district",
        ]);
        let add = |draw: &mut Self, filter: &mut Value, percent, name: &str, value: fn(&mut Self) -> Value| {
            if draw.holds(percent) {
                filter[name] = value(draw);
            }
        };
        match kind {
            "activities" => {
                add(self, &mut filter, 30, "age", |draw| json!(draw.below(14)));
                add(self, &mut filter, 25, "maxPrice", |draw| json!((draw.below(4) * 60).to_string()));
                add(self, &mut filter, 20, "interests", |draw| json!([draw.one(&INTERESTS)]));
                add(self, &mut filter, 20, "districts", |draw| json!([draw.one(&DISTRICTS)]));
                add(self, &mut filter, 20, "enrolment", |_| json!(["OPEN"]));
                add(self, &mut filter, 15, "weekdays", |draw| json!([draw.one(&["MONDAY", "SATURDAY"])]));
                add(self, &mut asked, 25, "near", Self::near);
            }
            "events" => {
                add(self, &mut filter, 25, "from", |draw| json!(format!("2026-12-{:02}", 1 + draw.below(20))));
                add(self, &mut filter, 20, "districts", |draw| json!([draw.one(&DISTRICTS)]));
                add(self, &mut filter, 20, "age", |draw| json!(draw.below(14)));
                add(self, &mut filter, 20, "free", |_| json!(true));
                add(self, &mut asked, 20, "near", Self::near);
            }
            "news" => add(self, &mut filter, 40, "districts", |draw| json!([draw.one(&DISTRICTS)])),
            "institutions" => {
                add(self, &mut filter, 30, "districts", |draw| json!([draw.one(&DISTRICTS)]));
                add(self, &mut asked, 30, "near", Self::near);
            }
            "everything" => {
                asked["query"] = json!(self.one(&TEXTS[2..]));
                add(self, &mut asked, 20, "near", Self::near);
            }
            "interest" => return json!({ "interest": self.one(&INTERESTS) }),
            "district" => return json!({ "district": self.one(&DISTRICTS) }),
            _ => {}
        }
        if filter != json!({}) {
            asked["filter"] = filter;
        }
        json!({ kind: asked })
    }

    /// What is common to entries of all kinds.
    fn words(&mut self) -> Vec<(&'static str, String)> {
        let description = self.one(&["Budujemy roboty.", "Turniej dla rodziców.", "Ruch i muzyka."]);
        let title = self.one(&TITLES).to_owned();
        vec![("title", title), ("description", description.to_owned())]
    }

    fn place(&mut self) -> Vec<(&'static str, String)> {
        let (lat, lon) = (52.70 + self.below(80) as f64 / 1000.0, 14.58 + self.below(140) as f64 / 1000.0);
        let district = self.one(&DISTRICTS).to_owned();
        vec![("lat", format!("{lat:.3}")), ("lon", format!("{lon:.3}")), ("district", district)]
    }

    fn activity(&mut self) -> Fields {
        let mut said = self.words();
        said.extend(self.place());
        said.push(("provider", "Klub Orzeł".to_owned()));
        let age = self.below(12);
        said.extend([("min_age", age.to_string()), ("max_age", (age + 3).to_string())]);
        if self.holds(70) {
            said.push(("interests", self.one(&INTERESTS).to_owned()));
        }
        if self.holds(80) {
            said.push(("price", (self.below(5) * 50).to_string()));
        }
        if self.holds(40) {
            let left = self.below(3);
            said.extend([("capacity", "10".to_owned()), ("places_left", left.to_string())]);
        }
        if self.holds(30) {
            let opens = self.one(&["2026-11-27T13:00", "2026-11-28T08:00", "2026-11-20T08:00"]);
            said.push(("enrolment_opens", opens.to_owned()));
        }
        if self.holds(50) {
            said.push(("slots", self.one(&["mon 16:00-17:00", "sat 09:00-10:00"]).to_owned()));
        }
        all(said)
    }

    fn event(&mut self) -> Fields {
        let mut said = self.words();
        said.extend(self.place());
        said.push(("provider", "Klub Orzeł".to_owned()));
        said.push(("starts", format!("2026-12-{:02}T16:00", 1 + self.below(28))));
        if self.holds(50) {
            said.push(("interests", self.one(&INTERESTS).to_owned()));
        }
        if self.holds(60) {
            said.push(("price", (self.below(3) * 20).to_string()));
        }
        if self.holds(50) {
            let age = self.below(12);
            said.extend([("min_age", age.to_string()), ("max_age", (age + 3).to_string())]);
        }
        all(said)
    }

    fn article(&mut self) -> Fields {
        let mut said = self.words();
        said.push(("category", self.one(&["announcement", "sport"]).to_owned()));
        if self.holds(60) {
            said.push(("district", self.one(&DISTRICTS).to_owned()));
        }
        all(said)
    }

    fn advice(&mut self) -> Fields {
        let mut said = self.words();
        said.push(("topic", "road".to_owned()));
        all(said)
    }

    fn debate(&mut self) -> Fields {
        let mut said = self.words();
        said.extend([("starts", format!("2026-12-{:02}T16:00", 1 + self.below(28))), ("venue", "Ratusz".to_owned())]);
        all(said)
    }
}

fn all(said: Vec<(&'static str, String)>) -> Fields {
    fields(&said.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
}

/// What there is, by kind, so that it can be changed and put away.
#[derive(Default)]
struct Catalogue {
    activities: Vec<activities::ActivityId>,
    events: Vec<events::EventId>,
    articles: Vec<news::ArticleId>,
    debates: Vec<debates::DebateId>,
}

/// One entry is made, changed, put away or shown again.
async fn change(city: &City, draw: &mut Draw, known: &mut Catalogue) {
    let (kind, is_new) = (draw.below(10), draw.holds(35));
    let state = if draw.holds(50) { State::Archived } else { State::Published };
    let is_state = draw.holds(25);
    let at = draw.below(1000);
    match kind {
        0..=3 => {
            let said = draw.activity();
            let old = known.activities.get(at % known.activities.len().max(1)).copied().filter(|_| !is_new);
            match old {
                None => {
                    let id = city.write(async |tx| good(activities::service::create(tx, &said, "create").await)).await;
                    known.activities.push(id);
                }
                Some(id) if is_state => city.set_state(id, state).await,
                Some(id) => {
                    city.write(async |tx| good(activities::service::update(tx, id, &said, "update", None).await)).await;
                }
            }
        }
        4..=6 => {
            let said = draw.event();
            let old = known.events.get(at % known.events.len().max(1)).copied().filter(|_| !is_new);
            match old {
                None => {
                    let id = city.write(async |tx| good(events::service::create(tx, &said, "create").await)).await;
                    known.events.push(id);
                }
                Some(id) if is_state => {
                    city.write(async |tx| events::service::set_state(tx, id, state, None).await.unwrap()).await;
                }
                Some(id) => {
                    city.write(async |tx| good(events::service::update(tx, id, &said, "update", None).await)).await;
                }
            }
        }
        7 => {
            let said = draw.article();
            let old = known.articles.get(at % known.articles.len().max(1)).copied().filter(|_| !is_new);
            match old {
                None => {
                    let id = city.write(async |tx| good(news::service::create(tx, &said, "create").await)).await;
                    known.articles.push(id);
                }
                Some(id) => {
                    city.write(async |tx| good(news::service::update(tx, id, &said, "update", None).await)).await;
                }
            }
        }
        8 => {
            let said = draw.debate();
            let old = known.debates.get(at % known.debates.len().max(1)).copied().filter(|_| !is_new);
            match old {
                None => {
                    let id = city.write(async |tx| good(debates::service::create(tx, &said, "create").await)).await;
                    known.debates.push(id);
                }
                Some(id) => {
                    city.write(async |tx| good(debates::service::update(tx, id, &said, "update", None).await)).await;
                }
            }
        }
        _ => {
            let said = draw.advice();
            city.write(async |tx| good(safety::advice::service::create(tx, &said, "create").await)).await;
        }
    }
}

/// What the lists of searches show at this moment, by their subscriptions.
async fn shown(city: &City, searches: &[(Uuid, Value)]) -> HashMap<Uuid, BTreeSet<Uuid>> {
    let scope = city.scope();
    scope.settle().await.unwrap();
    let snapshot = scope.snapshot().await.unwrap();
    let mut shown = HashMap::new();
    for (id, target) in searches {
        let target = Target::from_json(target).unwrap();
        let asked = compile_target(&scope, &snapshot, &target, None).await.unwrap();
        let ids = found(&scope, &snapshot, &asked).unwrap().unwrap();
        shown.insert(*id, ids.into_iter().map(|(_, id)| id).collect());
    }
    shown
}

async fn run(seed: u64) -> (usize, BTreeMap<String, usize>) {
    let mut draw = Draw(seed);
    let city = City::start().await;
    let anna = city.reader("anna").await;
    let mut searches = Vec::new();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..SEARCHES {
        let target = draw.target();
        let id = city.subscribe_to(anna, target.clone(), &[What::Appeared], Frequency::AtOnce).await;
        searches.push((id, target));
    }
    let mut known = Catalogue::default();
    let mut before = shown(&city, &searches).await;
    let mut alerts = 0;
    for round in 0..ROUNDS {
        // Some of it the clock does alone: at an hour, enrolment opens.
        city.wait(TimeDelta::minutes(if round == 5 { 60 } else { 1 }));
        for _ in 0..if round == 5 { 0 } else { CHANGES } {
            change(&city, &mut draw, &mut known).await;
        }
        city.follow().await;
        let after = shown(&city, &searches).await;
        let mut told: HashMap<Uuid, BTreeSet<Uuid>> = HashMap::new();
        for notice in city.notices().await {
            for reason in &notice.reasons {
                told.entry(reason.subscription).or_default().insert(notice.entity_id);
            }
        }
        for (id, target) in &searches {
            let expected: BTreeSet<Uuid> = after[id].difference(&before[id]).copied().collect();
            let told = told.remove(id).unwrap_or_default();
            assert_eq!(told, expected, "seed {seed}, round {round}, {target}");
            let kind = target.as_object().unwrap().keys().next().unwrap().clone();
            *kinds.entry(kind).or_default() += expected.len();
            alerts += expected.len();
        }
        city.write(async |tx| tx.db().execute_unprepared("DELETE FROM notice").await.unwrap()).await;
        before = after;
    }
    (alerts, kinds)
}

#[tokio::test]
async fn alerts_equal_search() {
    let mut all = 0;
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for seed in [0x5EED_0001, 0x5EED_0002, 0x5EED_0003] {
        let (alerts, kinds) = run(seed).await;
        all += alerts;
        for (kind, count) in kinds {
            *told.entry(kind).or_default() += count;
        }
    }
    assert!(all > 1000, "the test asks enough: {all}");
    let silent: Vec<_> = told.iter().filter(|(kind, count)| **count == 0 && *kind != "institutions").collect();
    assert!(silent.is_empty(), "every kind is told of: {told:?}");
}
