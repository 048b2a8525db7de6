//! The taxonomy of interests in the schema.

use async_graphql::{Context, ID, Object};
use kernel::graphql::ContextExt as _;

/// Something a child may want to do, of the taxonomy of interests.
#[derive(Debug)]
pub struct Interest(pub &'static search_index::Interest);

/// Something a child may want to do, of the taxonomy of interests.
#[Object]
impl Interest {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.as_str().into()
    }

    /// What people call it.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        self.0.name.get(ctx.scope().lang.tag())
    }
}

/// A group of interests.
#[derive(Debug)]
pub struct InterestCategory(pub &'static search_index::Category);

/// A group of interests.
#[Object]
impl InterestCategory {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.as_str().into()
    }

    /// What people call it.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        self.0.name.get(ctx.scope().lang.tag())
    }

    /// Its interests.
    async fn interests(&self) -> Vec<Interest> {
        self.0.interests.iter().map(Interest).collect()
    }
}
