//! Views and clicks, counted in memory: a page view must not wait for a write.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::NaiveDate;
use kernel::{
    app::App,
    error::Result,
    i18n::Lang,
    scope::{Actor, Scope},
    slug::Slug,
};

use crate::{promotion::PromotionId, service};

/// In a request's data, this says that whoever is looking is not to be counted: a robot.
#[derive(Clone, Copy, Debug)]
pub struct Uncounted;

/// What was counted, of one place on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) views: u64,
    pub(crate) clicks: u64,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.views += other.views;
        self.clicks += other.clicks;
    }
}

/// A place on a day.
pub(crate) type OfDay = (PromotionId, NaiveDate);

/// What a process has counted: one for all its cities, beside their schemas, and shared by all requests.
#[derive(Debug, Default)]
pub struct Counters(Mutex<Counted>);

#[derive(Debug, Default)]
struct Counted {
    /// What no database knows yet.
    pending: HashMap<Slug, HashMap<OfDay, Count>>,
    /// Views of the present day, written or not: whose turn it is.
    today: HashMap<Slug, HashMap<OfDay, u64>>,
}

impl Counters {
    fn lock(&self) -> MutexGuard<'_, Counted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How often a place was shown that day, by this process since it started.
    pub(crate) fn views(&self, city: &Slug, of: OfDay) -> u64 {
        self.lock().today.get(city).and_then(|views| views.get(&of)).copied().unwrap_or_default()
    }

    /// Counts a view of each.
    pub(crate) fn shown(&self, city: &Slug, day: NaiveDate, ids: &[PromotionId]) {
        let mut counted = self.lock();
        for id in ids {
            counted.pending.entry(city.clone()).or_default().entry((*id, day)).or_default().views += 1;
            *counted.today.entry(city.clone()).or_default().entry((*id, day)).or_default() += 1;
        }
    }

    /// Counts a click.
    pub(crate) fn clicked(&self, city: &Slug, day: NaiveDate, id: PromotionId) {
        self.lock().pending.entry(city.clone()).or_default().entry((id, day)).or_default().clicks += 1;
    }

    /// Takes what a city's database does not know yet, and forgets whose turn it was on days before.
    fn take(&self, city: &Slug, today: NaiveDate) -> HashMap<OfDay, Count> {
        let mut counted = self.lock();
        if let Some(views) = counted.today.get_mut(city) {
            views.retain(|(_, day), _| *day >= today);
        }
        counted.pending.remove(city).unwrap_or_default()
    }

    /// Cities of which something was counted that no database knows.
    fn pending(&self) -> Vec<Slug> {
        self.lock().pending.keys().cloned().collect()
    }

    /// Gives back what could not be written.
    fn give_back(&self, city: &Slug, counts: HashMap<OfDay, Count>) {
        let mut counted = self.lock();
        let pending = counted.pending.entry(city.clone()).or_default();
        for (of, count) in counts {
            pending.entry(of).or_default().add(count);
        }
    }
}

/// Writes what was counted of a city, in one statement; what cannot be written is kept for the next time.
pub async fn flush(scope: &Scope, counters: &Counters) -> Result<()> {
    let city = &scope.tenant.slug;
    let counts = counters.take(city, scope.today());
    if counts.is_empty() {
        return Ok(());
    }
    let written = service::write_counts(scope, &counts).await;
    if written.is_err() {
        counters.give_back(city, counts);
    }
    written
}

/// Writes what was counted of all cities; the first fault, once all were tried. To be called every half minute or so, and
/// once more before the process ends.
pub async fn flush_all(app: &Arc<App>, counters: &Counters) -> Result<()> {
    let mut outcome = Ok(());
    for slug in counters.pending() {
        // A city that was removed needs no counts.
        let Some(tenant) = app.registry.current().get(&slug).cloned() else {
            counters.lock().pending.remove(&slug);
            continue;
        };
        let flushed = flush(&Scope::new(app.clone(), tenant, Actor::System, Lang::Pl), counters).await;
        outcome = outcome.and(flushed);
    }
    outcome
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_is_given_back_is_counted_with_what_came_since() {
        let (counters, city) = (Counters::default(), "debno".parse::<Slug>().unwrap());
        let (id, day) = (PromotionId(Uuid::from_u128(1)), "2026-09-15".parse().unwrap());
        counters.shown(&city, day, &[id, id]);
        let taken = counters.take(&city, day);
        assert_eq!(taken[&(id, day)], Count { views: 2, clicks: 0 });
        counters.clicked(&city, day, id);
        counters.shown(&city, day, &[id]);
        counters.give_back(&city, taken);
        assert_eq!(counters.take(&city, day)[&(id, day)], Count { views: 3, clicks: 1 });
        assert!(counters.take(&city, day).is_empty());
        assert_eq!(counters.views(&city, (id, day)), 3, "whose turn it is outlasts the writing");
        let tomorrow = day.succ_opt().unwrap();
        counters.take(&city, tomorrow);
        assert_eq!(counters.views(&city, (id, day)), 0);
        let other = "goleniow".parse::<Slug>().unwrap();
        counters.shown(&city, day, &[id]);
        assert!(counters.take(&other, day).is_empty());
    }
}
