//! Loads institutions for relations, many at a time.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use kernel::{graphql::SharedFault, scope::Scope};

use crate::{
    institution::{InstitutionId, Model},
    service,
};

/// Loads institutions for relations, many at a time.
#[derive(Debug)]
pub struct InstitutionLoader(pub Scope);

/// An institution by its register number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ByRspo(pub i32);

/// What belongs to the complex of that register number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MembersOf(pub i32);

impl Loader<InstitutionId> for InstitutionLoader {
    type Value = Arc<Model>;
    type Error = SharedFault;

    async fn load(&self, ids: &[InstitutionId]) -> Result<HashMap<InstitutionId, Arc<Model>>, SharedFault> {
        service::many(&self.0, ids).await.map_err(SharedFault::from)
    }
}

impl Loader<ByRspo> for InstitutionLoader {
    type Value = Arc<Model>;
    type Error = SharedFault;

    async fn load(&self, keys: &[ByRspo]) -> Result<HashMap<ByRspo, Arc<Model>>, SharedFault> {
        let numbers: Vec<_> = keys.iter().map(|key| key.0).collect();
        let rows = service::many_by_rspo(&self.0, &numbers).await.map_err(SharedFault::from)?;
        Ok(rows.into_iter().map(|(rspo, row)| (ByRspo(rspo), row)).collect())
    }
}

impl Loader<MembersOf> for InstitutionLoader {
    type Value = Vec<Arc<Model>>;
    type Error = SharedFault;

    async fn load(&self, keys: &[MembersOf]) -> Result<HashMap<MembersOf, Vec<Arc<Model>>>, SharedFault> {
        let parents: Vec<_> = keys.iter().map(|key| key.0).collect();
        let members = service::members(&self.0, &parents).await.map_err(SharedFault::from)?;
        Ok(members.into_iter().map(|(rspo, rows)| (MembersOf(rspo), rows)).collect())
    }
}
