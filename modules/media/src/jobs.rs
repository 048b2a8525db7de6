//! What is done from time to time.

use std::time::Duration;

use kernel::jobs::Job;

use crate::service;

/// What is done from time to time.
pub const JOBS: [Job; 1] = [Job {
    name: "media.forget-unused",
    module: None,
    every: Duration::from_secs(6 * 3600),
    run: |scope| Box::pin(async { service::forget_unused(scope).await.map(|_| ()) }),
}];
