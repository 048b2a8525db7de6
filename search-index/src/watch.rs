//! Saved searches, and which of them a new or changed document answers.
//!
//! A saved search asks the very [`Plan`](crate::plan::Plan) that a search runs: `matches(d)` are the searches that would
//! show `d` as a full match. People save much the same: groups of terms and conditions are kept once, however many
//! searches share them. A search is filed under one of its groups, or where it is near to; so a document is only put to
//! those that it may answer, and a city's hundred thousand take some tens of megabytes.

mod pool;

use std::collections::HashMap;

use tantivy::Term;
use uuid::Uuid;

use crate::{
    CityWords, Document, Enrolment, GeoPoint, Query, Slot,
    condition::{Condition, Facts, Fit, Test},
    document::{Fields, Words},
    geo::{AreaKey, area, areas, nearest_meters},
    plan::{Demand, Filtering, Group, plan},
};
use pool::Pool;

/// The number of no group.
const NONE: u32 = u32::MAX;

/// Saved searches, ready to be put to documents.
#[derive(Debug)]
pub struct Watchlist {
    fields: Fields,
    /// A number for every term that some search asks for.
    terms: HashMap<Term, u32>,
    /// Groups of terms of which a document must have one, or none.
    groups: Pool<Box<[u32]>>,
    /// By the number of a term, the groups that have it.
    groups_of: Vec<Vec<u32>>,
    /// Conditions, by how they are written down.
    conditions: Pool<String, Condition>,
    watches: Vec<Watch>,
    by_id: HashMap<Uuid, u32>,
    /// By the number of a group, the searches filed under it.
    filed: Vec<Vec<u32>>,
    /// Searches that are filed by where they are near to.
    nearby: HashMap<AreaKey, Vec<u32>>,
    /// Searches that are put to every document.
    unfiled: Vec<u32>,
    /// Places of searches that were forgotten.
    free: Vec<u32>,
}

#[derive(Debug)]
struct Watch {
    id: Uuid,
    /// Of each of these groups, one term must be there.
    groups: Box<[u32]>,
    /// None of this group's terms may be there.
    lacks: u32,
    conditions: Box<[u32]>,
    origin: Origin,
    filed: Filed,
}

/// From where distances count.
#[derive(Debug)]
enum Origin {
    One(GeoPoint),
    Many(Box<[GeoPoint]>),
}

/// Where a search is filed.
#[derive(Clone, Copy, Debug)]
enum Filed {
    Group(u32),
    Nearby,
    Nowhere,
}

/// A document made ready to be put to searches.
struct Asked<'a> {
    document: &'a Document,
    words: Words,
    /// By the number of a group, whether the document has one of its terms.
    met: Vec<bool>,
}

impl Default for Watchlist {
    fn default() -> Self {
        Self {
            fields: Fields::new(),
            terms: HashMap::new(),
            groups: Pool::default(),
            groups_of: Vec::new(),
            conditions: Pool::default(),
            watches: Vec::new(),
            by_id: HashMap::new(),
            filed: Vec::new(),
            nearby: HashMap::new(),
            unfiled: Vec::new(),
            free: Vec::new(),
        }
    }
}

impl Watchlist {
    /// How many searches there are.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Saves a search, in place of the one of that id. Its order, page and facets do not matter.
    pub fn put(&mut self, id: Uuid, query: &Query) {
        self.remove(id);
        let asked = Query { facets: Vec::new(), ..query.clone() };
        let plan = plan(&self.fields, &asked, Demand::Every, Filtering::Early, &|_| 1.0);
        // Where it is near to is asked by a condition as well, and points hardly ever agree.
        let is_shared = |group: &&Group| group.ways.first().is_none_or(|(term, _)| term.field() != self.fields.cell);
        let shared: Vec<Group> = plan.musts.iter().chain(&plan.wants).filter(is_shared).cloned().collect();
        let groups: Box<[u32]> = shared.iter().map(|group| self.take_group(group)).collect();
        let lacks = match plan.lacks.is_empty() {
            true => NONE,
            false => self.take_group(&Group { ways: plan.lacks.into_iter().map(|term| (term, 0.0)).collect() }),
        };
        let conditions = plan.conditions.into_iter();
        let conditions: Box<[u32]> =
            conditions.map(|condition| self.conditions.take(format!("{condition:?}"), condition).0).collect();
        let origin = match asked.origin().as_slice() {
            [point] => Origin::One(*point),
            points => Origin::Many(points.into()),
        };
        let mut watch = Watch { id, groups, lacks, conditions, origin, filed: Filed::Nowhere };
        watch.filed = self.place(&watch);
        let number = self.free.pop().unwrap_or(self.watches.len() as u32);
        match watch.filed {
            Filed::Group(group) => self.filed.get_mut(group as usize).into_iter().for_each(|list| list.push(number)),
            Filed::Nearby => {
                for key in self.areas(&watch) {
                    self.nearby.entry(key).or_default().push(number);
                }
            }
            Filed::Nowhere => self.unfiled.push(number),
        }
        match self.watches.get_mut(number as usize) {
            Some(place) => *place = watch,
            None => self.watches.push(watch),
        }
        self.by_id.insert(id, number);
    }

    /// Where a search is best filed: under the group with the fewest searches so far, which keeps the lists short. The
    /// kind, which comes first, is asked of every search alike, and tells none from another.
    fn place(&self, watch: &Watch) -> Filed {
        let crowd = |group: &&u32| self.filed.get(**group as usize).map_or(0, Vec::len);
        match watch.groups.iter().skip(1).min_by_key(crowd) {
            Some(group) => Filed::Group(*group),
            None if self.areas(watch).is_empty() => Filed::Nowhere,
            None => Filed::Nearby,
        }
    }

    /// The areas that a search is near to; none if it is near to nothing, or to half the country.
    fn areas(&self, watch: &Watch) -> Vec<AreaKey> {
        let tests = watch.conditions.iter().filter_map(|number| self.conditions.get(*number));
        let within = tests.rev().find_map(|condition| match condition.test {
            Test::Within(radius) => Some(radius),
            _ => None,
        });
        match (within, &watch.origin) {
            (Some(radius), Origin::One(point)) => areas(*point, radius).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// Forgets a search; an unknown id is no error.
    pub fn remove(&mut self, id: Uuid) {
        let Some(number) = self.by_id.remove(&id) else { return };
        let Some(place) = self.watches.get_mut(number as usize) else { return };
        let nothing = Watch {
            id: Uuid::nil(),
            groups: Box::default(),
            lacks: NONE,
            conditions: Box::default(),
            origin: Origin::Many(Box::default()),
            filed: Filed::Nowhere,
        };
        let watch = std::mem::replace(place, nothing);
        let forget = |list: &mut Vec<u32>| {
            if let Some(at) = list.iter().position(|filed| *filed == number) {
                list.swap_remove(at);
            }
        };
        match watch.filed {
            Filed::Group(group) => self.filed.get_mut(group as usize).into_iter().for_each(forget),
            Filed::Nearby => {
                for key in self.areas(&watch) {
                    self.nearby.get_mut(&key).into_iter().for_each(forget);
                }
            }
            Filed::Nowhere => forget(&mut self.unfiled),
        }
        for condition in &watch.conditions {
            self.conditions.give_back(*condition);
        }
        for group in watch.groups.iter().chain(Some(&watch.lacks).filter(|lacks| **lacks != NONE)) {
            self.give_back_group(*group);
        }
        self.free.push(number);
    }

    /// The ids of the searches that a document answers, in their order. `now` is the present moment, seconds since
    /// 1970.
    pub fn matches(&self, document: &Document, city: &CityWords, now: i64) -> Vec<Uuid> {
        if document.until.is_some_and(|until| until <= now) {
            return Vec::new();
        }
        let asked = self.ask(document, city);
        let met = asked.met.iter().enumerate().filter(|(_, met)| **met).filter_map(|(group, _)| self.filed.get(group));
        let near = document.location.and_then(|point| self.nearby.get(&area(point)));
        // Each is filed in one of these, and once in it.
        let candidates = met.flatten().chain(near.into_iter().flatten()).chain(&self.unfiled);
        let watches = candidates.filter_map(|number| self.watches.get(*number as usize));
        let answered = watches.filter(|watch| self.is_answered(watch, &asked, now));
        let mut ids: Vec<Uuid> = answered.map(|watch| watch.id).collect();
        ids.sort_unstable();
        ids
    }

    /// What of a document's words some search asks for.
    fn ask<'a>(&self, document: &'a Document, city: &CityWords) -> Asked<'a> {
        let words = Words::of(document, &city.phrases);
        let mut met = vec![false; self.filed.len()];
        let mut note = |term: Term| {
            let groups = self.terms.get(&term).and_then(|number| self.groups_of.get(*number as usize));
            for group in groups.into_iter().flatten() {
                if let Some(met) = met.get_mut(*group as usize) {
                    *met = true;
                }
            }
        };
        note(Term::from_field_text(self.fields.kind, document.kind));
        for (field, terms) in self.fields.searched(&words) {
            for term in terms {
                note(Term::from_field_text(field, term));
            }
        }
        for term in &words.terms {
            note(Term::from_field_text(self.fields.terms, term));
        }
        Asked { document, words, met }
    }

    fn is_answered(&self, watch: &Watch, asked: &Asked<'_>, now: i64) -> bool {
        let met = |group: u32| asked.met.get(group as usize).copied().unwrap_or_default();
        if (watch.lacks != NONE && met(watch.lacks)) || !watch.groups.iter().all(|group| met(*group)) {
            return false;
        }
        let origin = match &watch.origin {
            Origin::One(point) => std::slice::from_ref(point),
            Origin::Many(points) => points,
        };
        let distance = asked.document.location.and_then(|location| nearest_meters(origin, location));
        let facts = Described { document: asked.document, words: &asked.words, distance };
        let conditions = watch.conditions.iter().filter_map(|number| self.conditions.get(*number));
        conditions.enumerate().all(|(number, condition)| matches!(condition.fit(number, &facts, now), Fit::Meets(_)))
    }

    /// The number of a group, noted as asked for once more.
    fn take_group(&mut self, group: &Group) -> u32 {
        let number = |(term, _): &(Term, f32)| {
            let next = self.terms.len() as u32;
            *self.terms.entry(term.clone()).or_insert(next)
        };
        let mut numbers: Vec<u32> = group.ways.iter().map(number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        self.groups_of.resize_with(self.terms.len(), Vec::new);
        let numbers: Box<[u32]> = numbers.into();
        let (group, is_new) = self.groups.take(numbers.clone(), ());
        if is_new {
            for term in &numbers {
                self.groups_of.get_mut(*term as usize).into_iter().for_each(|groups| groups.push(group));
            }
            if self.filed.len() <= group as usize {
                self.filed.resize_with(group as usize + 1, Vec::new);
            }
        }
        group
    }

    fn give_back_group(&mut self, group: u32) {
        let Some(terms) = self.groups.give_back(group) else { return };
        for term in &terms {
            if let Some(groups) = self.groups_of.get_mut(*term as usize) {
                groups.retain(|known| *known != group);
            }
        }
    }
}

/// A document that is in no index, as conditions see it.
struct Described<'a> {
    document: &'a Document,
    words: &'a Words,
    distance: Option<f64>,
}

impl Facts for Described<'_> {
    fn ages(&self) -> Option<(u64, u64)> {
        let (min, max) = self.document.ages;
        (min.is_some() || max.is_some()).then(|| (min.unwrap_or(0).into(), max.unwrap_or(u32::MAX).into()))
    }

    fn any_slot(&self, wanted: &dyn Fn(Slot) -> bool) -> Option<bool> {
        let slots = &self.document.slots;
        (!slots.is_empty()).then(|| slots.iter().any(|slot| wanted(*slot)))
    }

    fn price(&self) -> Option<i64> {
        self.document.price
    }

    fn enrolment(&self) -> Option<Enrolment> {
        self.document.enrolment
    }

    fn distance(&self) -> Option<f64> {
        self.distance
    }

    fn has_any(&self, _: usize, terms: &[String]) -> bool {
        terms.iter().any(|term| self.words.terms.contains(term))
    }

    fn has_dimension(&self, dimension: &'static str) -> bool {
        let prefix = crate::document::term(dimension, "");
        self.words.terms.range(prefix.clone()..).next().is_some_and(|term| term.starts_with(&prefix))
    }
}
