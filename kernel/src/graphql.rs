//! The mechanisms of the schema: one set of types, pruned to each tenant's modules ([`prune`]), extended by
//! modules that know a type from those that do not ([`mod@extend`]), guarded before execution ([`guard`]).

pub mod connection;
pub mod extend;
pub mod guard;
pub mod payload;
pub mod prune;
pub mod scalars;

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use async_graphql::Context;

pub use extend::{Base, Open, extend};

use crate::{
    error::{Fault, Result},
    scope::Scope,
};

/// Rows that one request may be answered with, over all its lists: nested lists multiply.
const MAX_ROWS: u32 = 10_000;
/// What a list costs besides its rows.
const LIST_COST: u32 = 10;

/// How many rows a request may still be answered with. Clones are one budget.
#[derive(Clone, Debug)]
pub struct Budget(Arc<AtomicU32>);

impl Default for Budget {
    fn default() -> Self {
        Self(Arc::new(AtomicU32::new(MAX_ROWS)))
    }
}

impl Budget {
    /// Fills it again: each answer of a subscription is weighed by itself.
    pub fn refill(&self) {
        self.0.store(MAX_ROWS, Ordering::Relaxed);
    }

    /// Takes a list of so many rows off the budget, or says that the request asks for too much.
    pub fn charge(&self, rows: usize) -> Result<()> {
        let cost = u32::try_from(rows).unwrap_or(u32::MAX).saturating_add(LIST_COST);
        let charged = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(cost));
        let too_much = || {
            Fault::bad_input(
                "first",
                format!("the query asks for more than {MAX_ROWS} rows over all its lists; ask for fewer at a time"),
            )
        };
        charged.map(|_| ()).map_err(|_| too_much())
    }
}

/// What resolvers ask of a request.
pub trait ContextExt<'ctx> {
    /// Whose request this is.
    fn scope(&self) -> &'ctx Scope;

    /// Takes a list of so many rows off the request's budget.
    fn charge(&self, rows: usize) -> Result<()>;
}

impl<'ctx> ContextExt<'ctx> for Context<'ctx> {
    fn scope(&self) -> &'ctx Scope {
        self.data_unchecked::<Scope>()
    }

    fn charge(&self, rows: usize) -> Result<()> {
        self.data_unchecked::<Budget>().charge(rows)
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
