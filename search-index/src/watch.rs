//! Saved searches, and which of them a new or changed document answers.
//!
//! A saved search asks the very [`Plan`] that a search runs: `matches(d)` are the searches that would show `d` as a
//! full match. Each is filed under the terms of one of its groups, any of which a document must have; so a document
//! is only put to those that share a term with it.

use std::collections::HashMap;

use tantivy::Term;
use uuid::Uuid;

use crate::{
    CityWords, Document, Enrolment, GeoPoint, Query, Slot,
    condition::{Condition, Facts, Fit},
    document::{Fields, Words},
    geo::nearest_meters,
    plan::{Demand, Filtering, Group, plan},
};

/// Saved searches, ready to be put to documents.
#[derive(Debug)]
pub struct Watchlist {
    fields: Fields,
    /// A number for every term that some search asks for.
    terms: HashMap<Term, u32>,
    watches: Vec<Watch>,
    by_id: HashMap<Uuid, u32>,
    /// By the number of a term, the searches filed under it.
    filed: Vec<Vec<u32>>,
    /// Searches that ask for no term at all.
    unfiled: Vec<u32>,
    /// Places of searches that were forgotten.
    free: Vec<u32>,
}

#[derive(Debug)]
struct Watch {
    id: Uuid,
    /// Of each, one term must be there.
    groups: Vec<Box<[u32]>>,
    /// None of these may be there.
    lacks: Box<[u32]>,
    conditions: Box<[Condition]>,
    origin: Vec<GeoPoint>,
    /// The group it is filed under, by its number.
    filed_under: Option<usize>,
}

impl Default for Watchlist {
    fn default() -> Self {
        Self {
            fields: Fields::new(),
            terms: HashMap::new(),
            watches: Vec::new(),
            by_id: HashMap::new(),
            filed: Vec::new(),
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
        // The kind is asked of every search alike, and tells none from another.
        let mut groups: Vec<Box<[u32]>> = Vec::new();
        for group in plan.musts.iter().chain(&plan.wants) {
            groups.push(self.numbers(group));
        }
        let lacks = Group { ways: plan.lacks.into_iter().map(|term| (term, 0.0)).collect() };
        let lacks = self.numbers(&lacks);
        let number = self.free.pop().unwrap_or(self.watches.len() as u32);
        // The group that fewest searches are filed under so far keeps the lists short.
        let crowd =
            |group: &[u32]| group.iter().map(|term| self.filed.get(*term as usize).map_or(0, Vec::len)).sum::<usize>();
        let best = groups.iter().enumerate().skip(1).min_by_key(|(_, group)| crowd(group)).map(|(at, _)| at);
        match best.and_then(|best| groups.get(best)) {
            Some(group) => {
                for term in group {
                    if let Some(list) = self.filed.get_mut(*term as usize) {
                        list.push(number);
                    }
                }
            }
            None => self.unfiled.push(number),
        }
        let (conditions, origin) = (plan.conditions.into(), asked.origin());
        let watch = Watch { id, groups, lacks, conditions, origin, filed_under: best };
        match self.watches.get_mut(number as usize) {
            Some(place) => *place = watch,
            None => self.watches.push(watch),
        }
        self.by_id.insert(id, number);
    }

    /// Forgets a search; an unknown id is no error.
    pub fn remove(&mut self, id: Uuid) {
        let Some(number) = self.by_id.remove(&id) else { return };
        let Some(watch) = self.watches.get(number as usize) else { return };
        match watch.filed_under.and_then(|at| watch.groups.get(at)) {
            Some(group) => {
                for term in group {
                    if let Some(list) = self.filed.get_mut(*term as usize) {
                        list.retain(|filed| *filed != number);
                    }
                }
            }
            None => self.unfiled.retain(|unfiled| *unfiled != number),
        }
        self.free.push(number);
    }

    /// The ids of the searches that a document answers, in their order. `now` is the present moment, seconds since
    /// 1970.
    pub fn matches(&self, document: &Document, city: &CityWords, now: i64) -> Vec<Uuid> {
        if document.until.is_some_and(|until| until <= now) {
            return Vec::new();
        }
        let words = Words::of(document, &city.phrases);
        let mut has = vec![false; self.filed.len()];
        let mut present: Vec<u32> = Vec::new();
        let mut note = |term: Term| {
            if let Some(number) = self.terms.get(&term)
                && let Some(has) = has.get_mut(*number as usize)
                && !*has
            {
                *has = true;
                present.push(*number);
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
        let filed = present.iter().filter_map(|term| self.filed.get(*term as usize)).flatten();
        let mut candidates: Vec<u32> = filed.chain(&self.unfiled).copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let watches = candidates.into_iter().filter_map(|number| self.watches.get(number as usize));
        let answered = watches.filter(|watch| watch.is_answered(document, &words, &has, now));
        let mut ids: Vec<Uuid> = answered.map(|watch| watch.id).collect();
        ids.sort_unstable();
        ids
    }

    fn numbers(&mut self, group: &Group) -> Box<[u32]> {
        let number = |(term, _): &(Term, f32)| {
            let next = self.terms.len() as u32;
            let number = *self.terms.entry(term.clone()).or_insert(next);
            if number == next {
                self.filed.push(Vec::new());
            }
            number
        };
        let mut numbers: Vec<u32> = group.ways.iter().map(number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into()
    }
}

impl Watch {
    fn is_answered(&self, document: &Document, words: &Words, has: &[bool], now: i64) -> bool {
        let there = |term: &u32| has.get(*term as usize).copied().unwrap_or_default();
        if self.lacks.iter().any(there) || !self.groups.iter().all(|group| group.iter().any(there)) {
            return false;
        }
        let distance = document.location.and_then(|location| nearest_meters(&self.origin, location));
        let facts = Described { document, words, distance };
        let mut conditions = self.conditions.iter().enumerate();
        conditions.all(|(number, condition)| matches!(condition.fit(number, &facts, now), Fit::Meets(_)))
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
