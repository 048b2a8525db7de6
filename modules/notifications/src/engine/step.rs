//! One step: some entries of a kind are compared with what was known of them.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    error::Result,
    scope::Scope,
    search::{Card, Entry, Snapshot, Source, Told},
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    Cards, area,
    compare::{Became, became},
    fan::Happened,
    known::{self, Known},
    watches::{Sight, Standing, Watches},
};

/// What a step is made with.
pub(super) struct Step<'a> {
    pub(super) scope: &'a Scope,
    pub(super) snapshot: &'a Snapshot,
    pub(super) watches: &'a Watches,
    pub(super) cards: &'a Cards,
    pub(super) source: Source,
    pub(super) now: DateTime<Utc>,
}

/// What a step found.
#[derive(Default)]
pub(super) struct Outcome {
    /// Entries that are to be remembered as they are now.
    pub(super) seen: Vec<(Uuid, Known)>,
    /// Entries that are no more.
    pub(super) gone: Vec<Uuid>,
    /// What became of entries.
    pub(super) happened: Vec<Happened>,
    /// What lists show of them now.
    pub(super) cards: Vec<(Uuid, Card)>,
}

impl Step<'_> {
    /// Compares these entries with what was known of them.
    pub(super) async fn look(&self, ids: &[Uuid]) -> Result<Outcome> {
        let entity = self.source.entity;
        let entries = (self.source.load)(self.scope, ids.to_vec()).await?;
        let mut entries: HashMap<Uuid, Entry> = entries.into_iter().map(|entry| (entry.id, entry)).collect();
        let mut known = known::many(self.scope, entity, ids).await?;
        let former = self.former(&entries).await?;
        let mut outcome = Outcome::default();
        for id in ids {
            let (entry, before) = (entries.remove(id), known.remove(id));
            let after = entry.as_ref().and_then(|entry| Known::of(entry, self.now));
            if before.as_ref().is_none_or(|before| before.is_legible) {
                let happened = self.compare(*id, before.as_ref(), entry.as_ref(), &former);
                outcome.happened.extend(happened.filter(Happened::is_news));
            }
            outcome.cards.extend(entry.map(|entry| (*id, entry.card)));
            match after {
                Some(after) if before.as_ref().is_none_or(|before| differs(before, &after)) => {
                    outcome.seen.push((*id, after));
                }
                // Whom a message reached is asked again when another says that it is over.
                None if before.is_some() && entity != safety::ALERT_ENTITY => outcome.gone.push(*id),
                _ => {}
            }
        }
        Ok(outcome)
    }

    /// What was told of the messages that these alerts are about.
    async fn former(&self, entries: &HashMap<Uuid, Entry>) -> Result<HashMap<Uuid, Known>> {
        if self.source.entity != safety::ALERT_ENTITY {
            return Ok(HashMap::new());
        }
        let told = entries.values().filter_map(|entry| entry.told.as_ref());
        let ids: Vec<Uuid> = told.flat_map(area::former).collect();
        known::many(self.scope, self.source.entity, &ids).await
    }

    /// What became of an entry, and whom that may concern; nothing if it is as it was.
    fn compare(
        &self,
        id: Uuid,
        before: Option<&Known>,
        entry: Option<&Entry>,
        former: &HashMap<Uuid, Known>,
    ) -> Option<Happened> {
        let entity = self.source.entity;
        let told = entry.and_then(|entry| entry.told.as_ref());
        // What the clock has changed was not so a second before; what people changed, they changed just now.
        let due = before.and_then(|before| before.next_at).filter(|next| *next <= self.now);
        let at = due.map_or(self.now, |next| next - TimeDelta::seconds(1));
        let became = became(entity, before.map(|before| (&before.told, at)), told, self.now);
        let known = before.and_then(Known::document);
        let document = entry.filter(|entry| entry.told.is_some()).and_then(|entry| entry.document.as_ref());
        let places = |told: &Told| told.facts.get("places").and_then(Value::as_i64);
        let had_places = before.is_some_and(|before| places(&before.told).is_some_and(|places| places > 0));
        let is_full_again = had_places && told.is_some_and(|told| places(told) == Some(0));
        let is_same = due.is_none()
            && !is_full_again
            && before.is_some_and(|before| before.document == document.map(search_index::Document::to_bytes))
            && became == Became::default();
        if is_same {
            return None;
        }
        let card_before = before.and_then(|_| self.cards.before(entity, id));
        let was = known.as_ref().map(|document| Sight { document, card: card_before.as_ref(), at });
        let card = entry.map(|entry| &entry.card);
        let is = document.map(|document| Sight { document, card, at: self.now });
        let is_other = before.zip(told).is_none_or(|(before, told)| facts_differ(&before.told, told));
        let mut concerned = self.watches.searched(self.scope, self.snapshot.words(), (was, is), is_other);
        // A search that found it before, and about which there is nothing to tell, is not concerned.
        concerned.retain(|(_, standing)| *standing == Standing::Entered || !became.whats.is_empty());
        let mut told = told.or(before.map(|before| &before.told))?.clone();
        if !became.whats.is_empty() {
            concerned.extend(self.watches.followed(id, &told));
            if entity == safety::ALERT_ENTITY {
                let mut alerts = vec![&told];
                alerts.extend(area::former(&told).iter().filter_map(|id| former.get(id)).map(|known| &known.told));
                concerned.extend(self.watches.alerted(self.scope, &alerts));
            }
        }
        if entry.is_none_or(|entry| entry.told.is_none()) {
            told.facts.insert("is_on".to_owned(), Value::Bool(false));
        }
        Some(Happened { entity, id, told, became, concerned, is_full_again })
    }
}

fn differs(before: &Known, after: &Known) -> bool {
    before.document != after.document || before.told != after.told || before.next_at != after.next_at
}

/// Whether facts differ that say more than how it is told.
fn facts_differ(before: &Told, after: &Told) -> bool {
    let kept = ["starts", "summary", "organiser"];
    let facts = |told: &Told| {
        let facts = told.facts.iter().filter(|(name, _)| !kept.contains(&name.as_str()));
        facts.map(|(name, value)| (name.clone(), value.clone())).collect::<Vec<_>>()
    };
    facts(before) != facts(after)
}
