//! Loads descriptions, which the read model does not hold, many at a time.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use kernel::{graphql::SharedFault, scope::Scope};

use crate::{event::EventId, service};

/// Loads descriptions of events, which lists do not hold, many at a time.
#[derive(Debug)]
pub struct EventDescriptionLoader(pub Scope);

impl Loader<EventId> for EventDescriptionLoader {
    type Value = String;
    type Error = SharedFault;

    async fn load(&self, ids: &[EventId]) -> Result<HashMap<EventId, String>, SharedFault> {
        Ok(service::descriptions(&self.0, ids).await?)
    }
}
