//! A city's subscriptions, ready to be asked which of them something concerns.

use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

use chrono::{DateTime, Utc};
use identity::ChildId;
use kernel::{
    scope::Scope,
    search::{Card, Told},
};
use notices::{Frequency, ReaderId, What};
use search_index::{CityWords, Document, Watchlist};
use uuid::Uuid;

use super::area;
use crate::{
    compile::{AreaAsked, Check, Compiled},
    subscription::Model,
};

/// How a subscription stands to what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Its search finds the entry, and did not before.
    Entered,
    /// Its search finds the entry, as it did before.
    Found,
    /// Its search finds the entry no more.
    Left,
    /// It follows the entry itself.
    Follows,
    /// It follows whose the entry is.
    FollowsParty,
    /// It asks for alerts of a place that this one concerns.
    There,
}

/// Whose a subscription is, and how it wants to be told.
#[derive(Debug)]
pub(super) struct Who {
    pub(super) reader: ReaderId,
    pub(super) child: Option<ChildId>,
    pub(super) frequency: Frequency,
    about: u16,
    /// What it is called, once that was asked.
    pub(super) label: OnceLock<Box<str>>,
}

impl Who {
    fn of(row: &Model) -> Self {
        let about = row.about.iter().fold(0, |about, what| about | bit(*what));
        let (reader, child, frequency) = (row.reader_id, row.child_id, row.frequency);
        Self { reader, child, frequency, about, label: OnceLock::new() }
    }

    /// Whether it is told of that.
    pub(super) fn is_told_of(&self, what: What) -> bool {
        self.about & bit(what) != 0
    }
}

fn bit(what: What) -> u16 {
    1 << what as u16
}

/// Subscriptions that are on.
#[derive(Default)]
pub(super) struct Watches {
    who: HashMap<Uuid, Who>,
    searches: Watchlist,
    checks: HashMap<Uuid, Check>,
    /// By the id of an entry or party, who follows it.
    entries: HashMap<Uuid, Vec<Uuid>>,
    parties: HashMap<Uuid, Vec<Uuid>>,
    areas: HashMap<Uuid, AreaAsked>,
    /// What a subscription follows: entry and party.
    follows: HashMap<Uuid, (Option<Uuid>, Option<Uuid>)>,
}

/// An entry as searches see it: what is searched, and what is listed where that is known.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) document: &'a Document,
    pub(super) card: Option<&'a Card>,
    pub(super) at: DateTime<Utc>,
}

impl Watches {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.who.len()
    }

    /// Whose a subscription is.
    pub(super) fn who(&self, id: Uuid) -> Option<&Who> {
        self.who.get(&id)
    }

    /// Whether any is asked of what lists show.
    pub(super) fn have_checks(&self) -> bool {
        !self.checks.is_empty()
    }

    /// Keeps a subscription in place of the one of that id.
    pub(super) fn put(&mut self, row: &Model, asked: Compiled) {
        let id = row.id.0;
        self.remove(id);
        self.who.insert(id, Who::of(row));
        if let Some(query) = &asked.query {
            self.searches.put(id, query);
            self.checks.extend(asked.check.map(|check| (id, check)));
        }
        let entry = asked.entry.map(|(_, entry)| entry);
        if entry.is_some() || asked.party.is_some() {
            self.follows.insert(id, (entry, asked.party));
        }
        if let Some(entry) = entry {
            self.entries.entry(entry).or_default().push(id);
        }
        if let Some(party) = asked.party {
            self.parties.entry(party).or_default().push(id);
        }
        self.areas.extend(asked.area.map(|area| (id, area)));
    }

    /// Forgets a subscription; an unknown id is no error.
    pub(super) fn remove(&mut self, id: Uuid) {
        self.who.remove(&id);
        self.searches.remove(id);
        self.checks.remove(&id);
        self.areas.remove(&id);
        let Some((entry, party)) = self.follows.remove(&id) else { return };
        for (followed, by) in [(entry, &mut self.entries), (party, &mut self.parties)] {
            let Some(followed) = followed else { continue };
            if let Some(followers) = by.get_mut(&followed) {
                followers.retain(|follower| *follower != id);
                if followers.is_empty() {
                    by.remove(&followed);
                }
            }
        }
    }

    /// The searches that an entry entered, stays in or left. `is_other` says whether facts differ that a card may be
    /// asked for, in case nobody knows what the card was: then it entered none that its document answered already.
    pub(super) fn searched(
        &self,
        scope: &Scope,
        city: &CityWords,
        (before, after): (Option<Sight<'_>>, Option<Sight<'_>>),
        is_other: bool,
    ) -> Vec<(Uuid, Standing)> {
        let found = |sight: Sight<'_>| self.searches.matches(sight.document, city, sight.at.timestamp());
        let (was, is) = (before.map(found).unwrap_or_default(), after.map(found).unwrap_or_default());
        let was: HashSet<Uuid> = was.into_iter().collect();
        let admits = |id: &Uuid, card: &Card| self.checks.get(id).is_none_or(|check| check(scope, &**card));
        let is: HashSet<Uuid> = is
            .into_iter()
            .filter(|id| after.and_then(|after| after.card).is_none_or(|card| admits(id, card)))
            .collect();
        let was_admitted = |id: &Uuid| match before.and_then(|before| before.card) {
            Some(card) => admits(id, card),
            None => !(is_other && self.checks.contains_key(id)),
        };
        let was_refused = |id: &Uuid| before.and_then(|before| before.card).is_some_and(|card| !admits(id, card));
        let mut standing: Vec<(Uuid, Standing)> = Vec::with_capacity(is.len());
        for id in &is {
            let is_new = !was.contains(id) || was_refused(id);
            standing.push((*id, if is_new { Standing::Entered } else { Standing::Found }));
        }
        standing.extend(was.difference(&is).filter(|id| was_admitted(id)).map(|id| (*id, Standing::Left)));
        standing
    }

    /// Who follows an entry, or whose it is.
    pub(super) fn followed(&self, id: Uuid, told: &Told) -> Vec<(Uuid, Standing)> {
        let of = |by: &HashMap<Uuid, Vec<Uuid>>, followed: &Uuid| by.get(followed).cloned().unwrap_or_default();
        let entry = of(&self.entries, &id).into_iter().map(|id| (id, Standing::Follows));
        let party =
            told.owners.iter().flat_map(|party| of(&self.parties, party)).map(|id| (id, Standing::FollowsParty));
        entry.chain(party).collect()
    }

    /// Who asks for alerts of a place that one of these concerns.
    pub(super) fn alerted(&self, scope: &Scope, alerts: &[&Told]) -> Vec<(Uuid, Standing)> {
        let area = &scope.tenant.area;
        let concerned = |asked: &AreaAsked| alerts.iter().any(|told| area::concerns(area, told, asked));
        self.areas.iter().filter(|(_, asked)| concerned(asked)).map(|(id, _)| (*id, Standing::There)).collect()
    }
}
