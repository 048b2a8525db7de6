//! How long what people were told is kept, and the work that forgets it.
//!
//! | what | until |
//! | --- | --- |
//! | notices | 180 days after they were made |
//! | addresses that somebody typed and nobody confirmed | three days after that |
//! | readers without an account who paused everything | half a year after that |
//! | other readers, and what they agreed to | their account goes |

use std::time::Duration as Period;

use chrono::Duration;
use kernel::{error::Result, jobs::Job, scope::Scope};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::{notice, readers};

/// How long a notice is kept.
pub(crate) const NOTICES: Duration = Duration::days(180);

/// How long it is known that an address without an account wants to be told nothing.
pub(crate) const PAUSED: Duration = Duration::days(180);

/// This module's recurring work.
pub const JOBS: [Job; 1] = [Job {
    name: "notices.retention",
    module: None,
    every: Period::from_secs(24 * 60 * 60),
    run: |scope| Box::pin(forget_old(scope)),
}];

/// Forgets what has been kept for long enough.
pub(crate) async fn forget_old(scope: &Scope) -> Result<()> {
    let now = scope.now();
    let mut tx = scope.begin().await?;
    notice::Entity::delete_many().filter(notice::Column::CreatedAt.lt(now - NOTICES)).exec(tx.db()).await?;
    let mut gone = readers::pending_before(&tx, now - readers::CONFIRM_WITHIN).await?;
    gone.extend(readers::paused_before(&tx, now - PAUSED).await?);
    for reader in gone {
        readers::forget(&mut tx, reader).await?;
    }
    tx.commit().await
}
