//! The mechanisms of the schema: one set of types, pruned to each tenant's modules ([`prune`]), extended by
//! modules that know a type from those that do not ([`extend`]), guarded before execution ([`guard`]).

pub mod connection;
pub mod extend;
pub mod guard;
pub mod prune;
pub mod scalars;

use std::sync::Arc;

use async_graphql::Context;

pub use extend::{Base, Open, extend};

use crate::{error::Fault, scope::Scope};

/// What resolvers ask of a request.
pub trait ContextExt<'ctx> {
    /// Whose request this is.
    fn scope(&self) -> &'ctx Scope;
}

impl<'ctx> ContextExt<'ctx> for Context<'ctx> {
    fn scope(&self) -> &'ctx Scope {
        self.data_unchecked::<Scope>()
    }
}

/// A fault that several fields share: a loader loads for all of them at once.
#[derive(Clone, Debug)]
pub struct SharedFault(Arc<Fault>);

impl From<Fault> for SharedFault {
    fn from(fault: Fault) -> Self {
        Self(Arc::new(fault))
    }
}

impl From<SharedFault> for async_graphql::Error {
    fn from(SharedFault(fault): SharedFault) -> Self {
        fault.to_graphql()
    }
}
