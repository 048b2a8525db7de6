//! Recurring work.

use std::{collections::HashSet, time::Duration};

use chrono::TimeDelta;
use kernel::{changes::Operation, error::Result, jobs::Job, scope::Scope};

use crate::{ALERT_ENTITY, Alert, AlertId, MODULE, State, service};

/// How far back it is looked for alerts that began: as long as an alert can last.
const LOOK_BACK: TimeDelta = TimeDelta::days(31);

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
    let mut begun = service::begun(scope, now - LOOK_BACK, now).await?;
    let snapshot = scope.snapshot().await?;
    let found: HashSet<_> = snapshot.titles(ALERT_ENTITY).map(|(id, _)| id).collect();
    let is_active =
        |id: &AlertId| snapshot.card::<Alert>(ALERT_ENTITY, id.0).is_none_or(|row| row.state(now) == State::Active);
    begun.retain(|id| !found.contains(&id.0) && is_active(id));
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
