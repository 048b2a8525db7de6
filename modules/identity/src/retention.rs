//! How long things are kept, and the work that forgets them.
//!
//! | what | until |
//! | --- | --- |
//! | sign-ins by mail | a day after they expired |
//! | browsers known by sign-ins | half a year after the last |
//! | sessions | they end |
//! | invitations | 30 days after they expired |
//! | API tokens | 90 days after they ended |
//! | sent mails (who, when, which; never the text) | 30 days after they were written |
//! | accounts without a role | three years after the person was last here, 30 days after a mail that says so |
//! | children's profiles | their guardian deletes them, or the account goes |
//! | the audit log | it is never forgotten; it names people by ids alone |

use std::time::Duration as Period;

use chrono::{Duration, Months};
use kernel::{
    error::Result,
    jobs::Job,
    mail::{self, Lane, Mail},
    refusal::Refused,
    scope::Scope,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
    sea_query::Query,
};
use serde_json::json;

use crate::{
    account::{ActiveModel, Column, Entity},
    grant, invitations,
    personal_data::{self, PersonalData},
    refusal::Kind,
    sessions, sign_in, tokens,
};

/// How long a sign-in is kept after it expired.
pub const SIGN_INS: Duration = Duration::days(1);
/// How long a browser is known after a sign-in.
pub const BROWSERS: Duration = Duration::days(180);
/// How long an invitation is kept after it expired.
pub const INVITATIONS: Duration = Duration::days(30);
/// How long a token is kept after it ended.
pub const TOKENS: Duration = Duration::days(90);
/// How long it is known that a mail was sent.
pub const MAILS: Duration = Duration::days(30);
/// Months without a visit after which an account goes.
pub const UNUSED_MONTHS: u32 = 36;
/// How long before it goes its person is told.
pub const NOTICE: Duration = Duration::days(30);
/// Accounts that are warned, and that are erased, in one run.
const BATCH: u64 = 200;

/// This module's recurring work. Unused accounts are another's ([`retire_unused`]), who knows all modules.
pub const JOBS: [Job; 1] = [Job {
    name: "identity-retention",
    module: None,
    every: Period::from_secs(24 * 60 * 60),
    run: |scope| Box::pin(forget_old(scope)),
}];

/// Forgets what has been kept for long enough.
pub async fn forget_old(scope: &Scope) -> Result<()> {
    let now = scope.now();
    let mut tx = scope.begin().await?;
    sign_in::forget_before(&mut tx, now - SIGN_INS, now - BROWSERS).await?;
    sessions::forget_ended(&mut tx, now).await?;
    invitations::forget_before(&mut tx, now - INVITATIONS).await?;
    tokens::forget_before(&mut tx, now - TOKENS).await?;
    mail::forget_before(&tx, now - MAILS).await?;
    tx.commit().await
}

/// Tells people who have not been here for long that their account will go, and erases the accounts of those who were
/// told and did not come. Accounts that hold a role stay. To be run daily, as the system, with every module's ways.
pub async fn retire_unused(scope: &Scope, modules: &[PersonalData]) -> Result<()> {
    let now = scope.now();
    let Some(unused) = now.checked_sub_months(Months::new(UNUSED_MONTHS)) else { return Ok(()) };

    let to_warn = without_role().filter(Column::SeenAt.lt(unused + NOTICE)).filter(Column::WarnedAt.is_null());
    let mut tx = scope.begin().await?;
    for account in to_warn.limit(BATCH).all(tx.db()).await? {
        let change = ActiveModel { id: Set(account.id), warned_at: Set(Some(now)), ..Default::default() };
        Entity::update(change).validate()?.exec(tx.db()).await?;
        let lang = account.lang();
        // Who has no address cannot be told; their provider's sign-in page would tell them nothing either.
        let Some(to) = account.email else { continue };
        let mail = Mail {
            lane: Lane::Normal,
            template: "identity/retire",
            lang,
            to,
            account: Some(account.id.0),
            args: json!({ "link": "/logowanie", "days": NOTICE.num_days() }),
            unsubscribe: None,
        };
        mail::enqueue(&mut tx, mail).await?;
    }
    tx.commit().await?;

    let to_erase = without_role().filter(Column::SeenAt.lt(unused)).filter(Column::WarnedAt.lte(now - NOTICE));
    for account in to_erase.limit(BATCH).all(&*scope.fresh().db().await?).await? {
        // One at a time: what cannot be erased keeps nobody else.
        let mut tx = scope.begin().await?;
        match personal_data::erase(&mut tx, modules, account.id).await {
            Ok(()) => tx.commit().await?,
            Err(Refused::Fault(fault)) => return Err(fault),
            Err(Refused::Problems(problems)) => {
                let kinds: Vec<Kind> = problems.into_iter().map(|problem| problem.kind).collect();
                tracing::warn!(tenant = %scope.tenant.slug, ?kinds, "an unused account stays");
            }
        }
    }
    Ok(())
}

fn without_role() -> Select<Entity> {
    let holders = Query::select().column(grant::Column::AccountId).from(grant::Entity).to_owned();
    Entity::find().filter(Column::Id.not_in_subquery(holders)).order_by_asc(Column::SeenAt)
}
