//! What is done from time to time.

use std::time::Duration;

use chrono::Months;
use kernel::{error::Result, jobs::Job, scope::Scope};

use crate::{MODULE, notices, signups, sources};

/// How long it is known who signed up, after what they signed up for has ended.
const SIGN_UPS: Months = Months::new(12);

/// What is done from time to time: people are told of changes, institutions' calendars are read, and old sign-ups are
/// forgotten.
pub const JOBS: [Job; 3] = [
    Job {
        name: "events.notices",
        module: Some(MODULE),
        every: Duration::from_secs(60),
        run: |scope| Box::pin(async { notices::send_due(scope).await.map(|_| ()) }),
    },
    Job {
        name: "events.calendars",
        module: Some(MODULE),
        every: Duration::from_secs(5 * 60),
        run: |scope| Box::pin(sources::read_due(scope)),
    },
    Job {
        name: "events.retention",
        module: Some(MODULE),
        every: Duration::from_secs(24 * 3600),
        run: |scope| Box::pin(forget_old(scope)),
    },
];

async fn forget_old(scope: &Scope) -> Result<()> {
    let Some(long_ago) = scope.now().checked_sub_months(SIGN_UPS) else { return Ok(()) };
    let mut tx = scope.begin().await?;
    signups::forget_before(&mut tx, long_ago).await?;
    tx.commit().await
}
