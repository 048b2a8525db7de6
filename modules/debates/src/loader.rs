//! Loads what lists do not hold, many at a time.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use kernel::{graphql::SharedFault, scope::Scope};

use crate::{debate::DebateId, service};

/// Loads descriptions of debates, which lists do not hold.
#[derive(Debug)]
pub struct DescriptionLoader(pub Scope);

impl Loader<DebateId> for DescriptionLoader {
    type Value = String;
    type Error = SharedFault;

    async fn load(&self, ids: &[DebateId]) -> Result<HashMap<DebateId, String>, SharedFault> {
        Ok(service::descriptions(&self.0, ids).await?)
    }
}
