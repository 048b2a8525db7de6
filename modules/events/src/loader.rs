//! Loads what the read model does not hold, many at a time: descriptions, and how many places are taken.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use chrono::{DateTime, Utc};
use kernel::{graphql::SharedFault, scope::Scope};

use crate::{event::EventId, service, signups};

/// Loads what lists of events do not hold, many at a time.
#[derive(Debug)]
pub struct EventLoader(pub Scope);

impl Loader<EventId> for EventLoader {
    type Value = String;
    type Error = SharedFault;

    /// Descriptions (Markdown).
    async fn load(&self, ids: &[EventId]) -> Result<HashMap<EventId, String>, SharedFault> {
        Ok(service::descriptions(&self.0, ids).await?)
    }
}

/// The places of an event that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TakenOf(pub EventId);

impl Loader<TakenOf> for EventLoader {
    /// People by the date that they signed up for, or for the whole event.
    type Value = Arc<HashMap<Option<DateTime<Utc>>, i64>>;
    type Error = SharedFault;

    async fn load(&self, events: &[TakenOf]) -> Result<HashMap<TakenOf, Self::Value>, SharedFault> {
        let ids: Vec<_> = events.iter().map(|event| event.0).collect();
        let taken = signups::taken(&self.0, &ids).await?;
        let by_date = |taken: signups::Taken| {
            let dates = taken.dates.into_iter().map(|(date, people)| (Some(date), people));
            Arc::new(dates.chain([(None, taken.whole)]).collect())
        };
        Ok(taken.into_iter().map(|(id, taken)| (TakenOf(id), by_date(taken))).collect())
    }
}
