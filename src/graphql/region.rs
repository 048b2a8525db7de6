use std::sync::Arc;

use async_graphql::{Context, EmptyMutation, EmptySubscription, Object, Schema};
use kernel::{app::App, i18n::Lang, tenancy::TenantState};

use super::tenant::TenantInfo;

/// The schema of the base domain's own host.
pub type RegionSchema = Schema<RegionQuery, EmptyMutation, EmptySubscription>;

/// What can be asked across cities.
#[derive(Debug, Default)]
pub struct RegionQuery;

#[Object(name = "Query")]
impl RegionQuery {
    /// The cities that have their portals here, by name.
    async fn cities(&self, ctx: &Context<'_>) -> Vec<TenantInfo> {
        let lang = *ctx.data_unchecked::<Lang>();
        let app = ctx.data_unchecked::<Arc<App>>();
        let (registered, now) = (app.registry.current(), app.clock.now());
        let served = registered.tenants().filter(|tenant| tenant.state == TenantState::Active);
        let mut cities: Vec<_> = served.map(|tenant| TenantInfo { tenant: tenant.clone(), lang, now }).collect();
        cities.sort_by_cached_key(|city| search_index::sort_key(city.tenant.name.get(lang)));
        cities
    }
}
