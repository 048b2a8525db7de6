//! Loads the texts of advice, which the read model does not hold, many at a time.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use kernel::{graphql::SharedFault, scope::Scope};

use super::{AdviceId, service};

/// Loads the texts of advice (Markdown), which lists do not hold, many at a time.
#[derive(Debug)]
pub struct DescriptionLoader(pub Scope);

impl Loader<AdviceId> for DescriptionLoader {
    type Value = String;
    type Error = SharedFault;

    async fn load(&self, ids: &[AdviceId]) -> Result<HashMap<AdviceId, String>, SharedFault> {
        Ok(service::descriptions(&self.0, ids).await?)
    }
}
