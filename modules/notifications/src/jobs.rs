//! This module's recurring work.

use std::time::Duration;

use kernel::jobs::Job;

use crate::{MODULE, service};

/// Subscriptions that were removed, and requests that nobody confirmed, are forgotten.
pub(crate) const FORGET: Job = Job {
    name: "notifications.forget-subscriptions",
    module: Some(MODULE),
    every: Duration::from_secs(24 * 3600),
    run: |scope| Box::pin(service::forget_old(scope)),
};
