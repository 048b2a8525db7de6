//! Recurring work.

use std::time::Duration;

use chrono::TimeDelta;
use kernel::{changes::Operation, error::Result, jobs::Job, scope::Scope};

use crate::{ALERT_ENTITY, MODULE, service};

/// How far back it is looked for alerts that began: further than a run can be late.
const LOOK_BACK: TimeDelta = TimeDelta::minutes(10);

/// Recurring work.
pub const JOBS: [Job; 1] = [Job {
    name: "safety.begun",
    module: Some(MODULE),
    every: Duration::from_secs(60),
    run: |scope| Box::pin(begun(scope)),
}];

/// Lets alerts be found that have begun. That they are shown needs no work: they are compared with the clock.
async fn begun(scope: &Scope) -> Result<()> {
    let now = scope.now();
    let begun = service::begun(scope, now - LOOK_BACK, now).await?;
    // Most looks find nothing, and must not wait for writers.
    if begun.is_empty() {
        return Ok(());
    }
    let mut tx = scope.begin().await?;
    for id in begun {
        tx.changed(ALERT_ENTITY, id.0, Operation::Upsert);
    }
    tx.commit().await
}
