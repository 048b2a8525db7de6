//! Runs the modules' recurring work for every city.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::FutureExt as _;
use kernel::{
    app::App,
    error::{Fault, Result},
    i18n::Lang,
    jobs::{claim, give_back},
    scope::{Actor, Scope},
    tenancy::TenantState,
};

use crate::modules;

/// How often it is looked whether something is due.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Runs what is due for as long as the future is polled.
pub async fn run(app: &Arc<App>) {
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let registered = app.registry.current();
        let cities: Vec<_> =
            registered.tenants().filter(|tenant| tenant.state == TenantState::Active).cloned().collect();
        for tenant in cities {
            run_due(&Scope::new(app.clone(), tenant, Actor::System, Lang::Pl)).await;
        }
    }
}

/// Runs what is due in one city. A job that fails is tried again soon; the others run all the same.
pub async fn run_due(scope: &Scope) {
    for job in modules::jobs().filter(|job| scope.tenant.has(job.module)) {
        let work = async {
            let scope = scope.fresh();
            if !claim(&scope, &job).await? {
                return Result::Ok(());
            }
            // Work on what others wrote, such as foreign calendars: nothing of one city may stop that of all.
            let fresh = scope.fresh();
            let ran = AssertUnwindSafe((job.run)(&fresh)).catch_unwind().await;
            let outcome = ran.unwrap_or_else(|_| Err(Fault::internal("the job panicked")));
            if outcome.is_err() {
                give_back(&scope, &job).await?;
            }
            outcome
        };
        if let Err(fault) = work.await {
            tracing::error!(tenant = %scope.tenant.slug, job = job.name, error = fault.describe(), "a job failed");
        }
    }
}
