//! Loads articles' texts, which the read model does not hold, many at a time.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use kernel::{graphql::SharedFault, scope::Scope};

use crate::{article::ArticleId, service};

/// Loads articles' texts (Markdown), which lists do not hold, many at a time.
#[derive(Debug)]
pub struct DescriptionLoader(pub Scope);

impl Loader<ArticleId> for DescriptionLoader {
    type Value = String;
    type Error = SharedFault;

    async fn load(&self, ids: &[ArticleId]) -> Result<HashMap<ArticleId, String>, SharedFault> {
        Ok(service::descriptions(&self.0, ids).await?)
    }
}
