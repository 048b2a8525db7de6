//! The promoted places of a city in memory: part of the read model, so that showing one asks no database.

use std::sync::Arc;

use kernel::{
    error::Result,
    scope::{Scope, Tx},
    search::{Entry, Snapshot, Source},
};
use uuid::Uuid;

use crate::{
    ENTITY,
    promotion::{Model, PromotionId},
    service,
};

/// The one card of this module: there are few promoted places, and all of them are looked at together.
const CARD: Uuid = Uuid::nil();

/// What was sold and may yet be shown, the oldest first.
#[derive(Debug, Default)]
pub struct Places(pub Vec<Model>);

impl Places {
    /// The places of a snapshot.
    pub(crate) fn of(snapshot: &Snapshot) -> Arc<Self> {
        snapshot.card(ENTITY, CARD).unwrap_or_default()
    }

    /// The one of that id.
    pub(crate) fn get(&self, id: PromotionId) -> Option<&Model> {
        self.0.iter().find(|promotion| promotion.id == id)
    }
}

/// What this module contributes to the read model; nothing of it is searched.
pub const SOURCE: Source = Source {
    entity: ENTITY,
    ids: |_| Box::pin(async { Ok(vec![CARD]) }),
    load: |scope, ids| Box::pin(load(scope, ids)),
    dependents: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
};

async fn load(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    if !ids.contains(&CARD) {
        return Ok(Vec::new());
    }
    let places = Places(service::current(scope).await?);
    Ok(vec![Entry { id: CARD, card: Arc::new(places), document: None, places: Vec::new(), told: None }])
}

/// Notes that the city's places are others now.
pub(crate) fn changed(tx: &mut Tx) {
    tx.changed(ENTITY, CARD, kernel::changes::Operation::Upsert);
}
