//! Loads accounts and what they hold for relations, many at a time.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use kernel::{access::Grant, graphql::SharedFault, scope::Scope};

use crate::{
    account::{AccountId, Model},
    accounts, roles,
};

/// Loads accounts and what they hold for relations, many at a time.
#[derive(Debug)]
pub struct AccountLoader(pub Scope);

/// What an account holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RolesOf(pub AccountId);

impl Loader<AccountId> for AccountLoader {
    type Value = Model;
    type Error = SharedFault;

    async fn load(&self, ids: &[AccountId]) -> Result<HashMap<AccountId, Model>, SharedFault> {
        accounts::many(&self.0, ids).await.map_err(SharedFault::from)
    }
}

impl Loader<RolesOf> for AccountLoader {
    type Value = Vec<Grant>;
    type Error = SharedFault;

    async fn load(&self, keys: &[RolesOf]) -> Result<HashMap<RolesOf, Vec<Grant>>, SharedFault> {
        let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
        let held = roles::of_many(&self.0, &ids).await.map_err(SharedFault::from)?;
        Ok(held.into_iter().map(|(id, grants)| (RolesOf(id), grants)).collect())
    }
}
