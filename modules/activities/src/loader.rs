//! Loads descriptions, which the read model does not hold, many at a time.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use kernel::{graphql::SharedFault, scope::Scope};

use crate::{activity::ActivityId, service};

/// Loads descriptions, which lists do not hold, many at a time.
#[derive(Debug)]
pub struct DescriptionLoader(pub Scope);

impl Loader<ActivityId> for DescriptionLoader {
    type Value = String;
    type Error = SharedFault;

    async fn load(&self, ids: &[ActivityId]) -> Result<HashMap<ActivityId, String>, SharedFault> {
        Ok(service::descriptions(&self.0, ids).await?)
    }
}
