//! What is to be mailed: rows written in the transaction of their cause, sent by a worker later.
//!
//! A row names a template and its arguments, not a finished text. Arguments are sealed while they wait, since they may
//! hold a code, and are forgotten once the mail is sent.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    error::Result,
    i18n::Lang,
    ids,
    scope::{Scope, Tx},
};

/// How long a worker has for a mail before another may take it.
const LEASE: Duration = Duration::minutes(5);
/// Pauses after each failed attempt, in minutes; after the last the mail is given up.
const RETRY_MINUTES: [i64; 6] = [1, 5, 30, 120, 480, 1440];
/// Of these, how many are made for what somebody is waiting for: a code is good for a quarter of an hour.
const SECURITY_RETRIES: usize = 2;

mod outbox {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_outbox")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub lane: String,
        pub template: String,
        pub lang: String,
        pub recipient: String,
        pub account_id: Option<Uuid>,
        pub args: Option<String>,
        pub created_at: ChronoDateTimeUtc,
        pub attempts: i32,
        pub next_at: ChronoDateTimeUtc,
        pub sent_at: Option<ChronoDateTimeUtc>,
        pub failed_at: Option<ChronoDateTimeUtc>,
        pub last_error: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Which queue a mail stands in: nobody waits for a code behind a thousand notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// What somebody is waiting for with the page open.
    Security,
    /// What must not wait for anything but that: danger.
    Urgent,
    /// What concerns one person.
    Normal,
    /// What many are sent at once.
    Bulk,
}

impl Lane {
    fn as_str(self) -> &'static str {
        match self {
            Self::Security => "security",
            Self::Urgent => "urgent",
            Self::Normal => "normal",
            Self::Bulk => "bulk",
        }
    }
}

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its lane.
    pub lane: Lane,
    /// The name of its template: `identity/code` is `web/emails/identity/code.html` and `.txt`.
    pub template: &'static str,
    /// The language of its text.
    pub lang: Lang,
    /// The address it goes to.
    pub to: String,
    /// Whose account it concerns, so that it goes when the account does.
    pub account: Option<Uuid>,
    /// The template's arguments. Paths in them are without language; the template makes them addresses of the city.
    /// What tells of somebody else says so: `about` is their account's id, so that it goes when that account does.
    pub args: Value,
    /// The path, without language, of the page on which its reader can have no more of it: one click there is enough
    /// (RFC 8058). None for what somebody asked for just now, or must be told.
    pub unsubscribe: Option<String>,
}

/// A mail that is being sent.
#[derive(Clone, Debug)]
pub struct Leased {
    /// Its id, which also makes its `Message-ID`: the same over all attempts.
    pub id: Uuid,
    /// The name of its template.
    pub template: String,
    /// The language of its text.
    pub lang: Lang,
    /// The address it goes to.
    pub to: String,
    /// The address of the city's portal, without a slash at the end.
    pub base: String,
    /// The template's arguments.
    pub args: Value,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    is_security: bool,
    attempts: i32,
}

/// What became of an attempt.
#[derive(Clone, Debug)]
pub enum Attempt {
    /// Handed over.
    Sent,
    /// It may work later.
    Deferred(String),
    /// It will never work.
    Refused(String),
}

/// What the seals of waiting mails are for.
const PURPOSE: &str = "mail";

/// Writes a mail into the outbox; it goes out after the commit, and not without it.
pub async fn enqueue(tx: &mut Tx, mail: Mail) -> Result<()> {
    let now = tx.scope().now();
    // The address that the request came to is part of what is said.
    let args = serde_json::json!({ "base": tx.scope().base_url(), "args": mail.args }).to_string();
    let args = tx.scope().app().keys.seal(&tx.scope().purpose(PURPOSE), args.as_bytes())?;
    let row = outbox::ActiveModel {
        id: Set(ids::at(now)),
        lane: Set(mail.lane.as_str().to_owned()),
        template: Set(mail.template.to_owned()),
        lang: Set(mail.lang.tag().to_owned()),
        recipient: Set(mail.to),
        account_id: Set(mail.account),
        args: Set(Some(args)),
        created_at: Set(now),
        attempts: Set(0),
        next_at: Set(now),
        sent_at: Set(None),
        failed_at: Set(None),
        last_error: Set(None),
    };
    outbox::Entity::insert(row).exec_without_returning(tx.db()).await?;
    tx.wakes_mail();
    Ok(())
}

/// Takes up to `count` mails that are due, those of the security lane first, so that no other worker does.
pub async fn lease(scope: &Scope, count: u64) -> Result<Vec<Leased>> {
    let now = scope.now();
    let due = || {
        outbox::Entity::find()
            .filter(outbox::Column::SentAt.is_null())
            .filter(outbox::Column::FailedAt.is_null())
            .filter(outbox::Column::NextAt.lte(now))
    };
    // Most looks find nothing, and must not wait for writers.
    if due().one(&*scope.fresh().db().await?).await?.is_none() {
        return Ok(Vec::new());
    }
    let tx = scope.begin().await?;
    let rows = due()
        .order_by_desc(outbox::Column::Lane)
        .order_by_asc(outbox::Column::NextAt)
        .limit(count)
        .all(tx.db())
        .await?;
    let mut leased = Vec::with_capacity(rows.len());
    for row in rows {
        let taken = outbox::Entity::update_many()
            .col_expr(outbox::Column::NextAt, Expr::value(now + LEASE))
            .col_expr(outbox::Column::Attempts, Expr::col(outbox::Column::Attempts).add(1))
            .filter(outbox::Column::Id.eq(row.id))
            .filter(outbox::Column::NextAt.eq(row.next_at))
            .exec(tx.db())
            .await?;
        if taken.rows_affected == 1 {
            leased.push(row);
        }
    }
    tx.commit().await?;
    let handed_out = |row: outbox::Model| {
        let mut args = opened(scope, row.args.as_deref());
        Leased {
            id: row.id,
            template: row.template,
            lang: row.lang.parse().unwrap_or_default(),
            to: row.recipient,
            base: args["base"].as_str().map_or_else(|| scope.base_url(), str::to_owned),
            args: args["args"].take(),
            created_at: row.created_at,
            is_security: row.lane == Lane::Security.as_str(),
            attempts: row.attempts + 1,
        }
    };
    Ok(leased.into_iter().map(handed_out).collect())
}

/// Notes what became of a leased mail.
pub async fn settle(scope: &Scope, mail: &Leased, attempt: Attempt) -> Result<()> {
    let now = scope.now();
    let mut row = outbox::ActiveModel { id: Set(mail.id), ..Default::default() };
    let most = if mail.is_security { SECURITY_RETRIES } else { RETRY_MINUTES.len() };
    let retry =
        usize::try_from(mail.attempts - 1).ok().filter(|done| *done < most).and_then(|done| RETRY_MINUTES.get(done));
    match (attempt, retry) {
        (Attempt::Sent, _) => {
            (row.sent_at, row.args, row.last_error) = (Set(Some(now)), Set(None), Set(None));
        }
        (Attempt::Deferred(why), Some(minutes)) => {
            (row.next_at, row.last_error) = (Set(now + Duration::minutes(*minutes)), Set(Some(why)));
        }
        (Attempt::Deferred(why) | Attempt::Refused(why), _) => {
            (row.failed_at, row.args, row.last_error) = (Set(Some(now)), Set(None), Set(Some(why)));
        }
    }
    let tx = scope.begin().await?;
    match outbox::Entity::update(row).validate()?.exec(tx.db()).await {
        // Its account was erased while it was on its way.
        Err(sea_orm::DbErr::RecordNotUpdated) => {}
        outcome => {
            outcome?;
        }
    }
    tx.commit().await
}

/// What was sealed of a mail: the address of the portal and the template's arguments.
fn opened(scope: &Scope, sealed: Option<&str>) -> Value {
    let json = sealed.and_then(|sealed| scope.app().keys.open(&scope.purpose(PURPOSE), sealed));
    json.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default()
}

/// Forgets every mail of an account or to an address, and those to others that tell of the account and still wait.
pub async fn forget(tx: &Tx, account: Uuid, address: Option<&str>) -> Result<()> {
    let mut whose = sea_orm::Condition::any().add(outbox::Column::AccountId.eq(account));
    if let Some(address) = address {
        whose = whose.add(outbox::Column::Recipient.eq(address));
    }
    let waiting = outbox::Entity::find().filter(outbox::Column::Args.is_not_null()).all(tx.db()).await?;
    let about = account.to_string();
    let telling =
        waiting.iter().filter(|row| opened(tx.scope(), row.args.as_deref())["args"]["about"] == about.as_str());
    whose = whose.add(outbox::Column::Id.is_in(telling.map(|row| row.id)));
    outbox::Entity::delete_many().filter(whose).exec(tx.db()).await?;
    Ok(())
}

/// Forgets mails that were dealt with before a moment.
pub async fn forget_before(tx: &Tx, moment: DateTime<Utc>) -> Result<u64> {
    let done = outbox::Column::SentAt.is_not_null().or(outbox::Column::FailedAt.is_not_null());
    let gone =
        outbox::Entity::delete_many().filter(done).filter(outbox::Column::CreatedAt.lt(moment)).exec(tx.db()).await?;
    Ok(gone.rows_affected)
}

/// What the outbox knows of an account: template, moment written, moment sent.
pub async fn known_of(scope: &Scope, account: Uuid) -> Result<Vec<(String, DateTime<Utc>, Option<DateTime<Utc>>)>> {
    let rows = outbox::Entity::find()
        .filter(outbox::Column::AccountId.eq(account))
        .order_by_asc(outbox::Column::CreatedAt)
        .all(&*scope.db().await?)
        .await?;
    Ok(rows.into_iter().map(|row| (row.template, row.created_at, row.sent_at)).collect())
}
