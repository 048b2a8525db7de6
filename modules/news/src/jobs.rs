//! What is done from time to time.

use std::time::Duration;

use kernel::jobs::Job;

use crate::{MODULE, service};

/// What is done from time to time. Readers see articles at their moments anyway; this notes it, and lets them be found.
pub const JOBS: [Job; 1] = [Job {
    name: "news.schedule",
    module: Some(MODULE),
    every: Duration::from_secs(60),
    run: |scope| Box::pin(async { service::follow_schedule(scope).await.map(|_| ()) }),
}];
