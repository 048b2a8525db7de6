//! The work that forgets what has been kept for long enough.

use std::time::Duration;

use kernel::jobs::Job;

use crate::{MODULE, service};

/// This module's recurring work.
pub const JOBS: [Job; 1] = [Job {
    name: "debates.retention",
    module: Some(MODULE),
    every: Duration::from_secs(24 * 3600),
    run: |scope| Box::pin(service::forget_old(scope)),
}];
