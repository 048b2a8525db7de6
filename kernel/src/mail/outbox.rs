//! The rows, and what is done to them.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
    sea_query::{Expr, ExprTrait as _, LockBehavior, LockType},
};
use serde_json::Value;
use uuid::Uuid;

use super::{Attempt, Lane, Leased, Mail, retries, suppression};
use crate::{
    error::Result,
    ids,
    scope::{Scope, Tx},
};

/// How long a worker has for a mail before another may take it.
const LEASE: Duration = Duration::minutes(10);
/// What the seals of waiting mails are for.
const PURPOSE: &str = "mail";
/// Mails written with one statement.
const AT_ONCE: usize = 500;
/// How long the text of a mail that was given up is kept, so that it can be tried again.
const DEAD_TEXTS: Duration = Duration::days(14);

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_outbox")]
    pub(in super::super) struct Model {
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
        /// The lane's place while it waits.
        pub queue: Option<i32>,
        pub unsubscribe: Option<String>,
        /// How often it was taken.
        pub leases: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(in super::super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) use row::{ActiveModel, Column, Entity, Model};

/// What the outbox knows of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: Uuid,
    /// Its lane.
    pub lane: Lane,
    /// The name of its template.
    pub template: String,
    /// The address it goes to.
    pub to: String,
    /// Whose account it concerns.
    pub account: Option<Uuid>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was handed over.
    pub sent_at: Option<DateTime<Utc>>,
}

/// Writes a mail into the outbox; it goes out after the commit, and not without it.
pub async fn enqueue(tx: &mut Tx, mail: Mail) -> Result<()> {
    enqueue_many(tx, vec![mail]).await.map(|_| ())
}

/// Writes many mails into the outbox at once. Returns their ids, in their order.
pub async fn enqueue_many(tx: &mut Tx, mails: Vec<Mail>) -> Result<Vec<Uuid>> {
    let now = tx.scope().now();
    let (keys, purpose) = (&tx.scope().app().keys, tx.scope().purpose(PURPOSE));
    // The address that the request came to is part of what is said.
    let base = tx.scope().base_url();
    let mut rows = Vec::with_capacity(mails.len());
    let mut written = Vec::with_capacity(mails.len());
    for mail in mails {
        let args = serde_json::json!({ "base": base, "args": mail.args }).to_string();
        let id = ids::at(now);
        written.push(id);
        rows.push(ActiveModel {
            id: Set(id),
            lane: Set(mail.lane.as_str().to_owned()),
            template: Set(mail.template.to_owned()),
            lang: Set(mail.lang.tag().to_owned()),
            recipient: Set(mail.to),
            account_id: Set(mail.account),
            args: Set(Some(keys.seal(&purpose, args.as_bytes())?)),
            created_at: Set(now),
            attempts: Set(0),
            next_at: Set(now),
            sent_at: Set(None),
            failed_at: Set(None),
            last_error: Set(None),
            queue: Set(Some(mail.lane.place())),
            unsubscribe: Set(mail.unsubscribe),
            leases: Set(0),
        });
    }
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        Entity::insert_many(rows.by_ref().take(AT_ONCE)).exec_without_returning(tx.db()).await?;
    }
    if !written.is_empty() {
        tx.wakes_mail();
    }
    Ok(written)
}

fn waiting(now: DateTime<Utc>, lane: Lane) -> Select<Entity> {
    Entity::find().filter(Column::Queue.eq(lane.place())).filter(Column::NextAt.lte(now))
}

/// The lanes in which something is due.
pub async fn due(scope: &Scope) -> Result<Vec<Lane>> {
    let (now, fresh) = (scope.now(), scope.fresh());
    let db = fresh.db().await?;
    let any = Entity::find().filter(Column::Queue.is_not_null()).filter(Column::NextAt.lte(now));
    let mut lanes = Vec::new();
    if any.one(&*db).await?.is_some() {
        for lane in Lane::ALL {
            if waiting(now, lane).one(&*db).await?.is_some() {
                lanes.push(lane);
            }
        }
    }
    Ok(lanes)
}

/// Takes up to `count` mails that are due, those of the first lanes first, so that no other worker does.
pub async fn lease(scope: &Scope, count: u64) -> Result<Vec<Leased>> {
    lease_of(scope, &Lane::ALL, count).await
}

/// Takes up to `count` mails of these lanes that are due, those of the first lane first, so that no other worker does.
/// Who takes them has ten minutes.
pub async fn lease_of(scope: &Scope, lanes: &[Lane], count: u64) -> Result<Vec<Leased>> {
    // Most looks find nothing, and must not wait for writers.
    if !due(scope).await?.iter().any(|lane| lanes.contains(lane)) {
        return Ok(Vec::new());
    }
    let now = scope.now();
    let tx = scope.begin().await?;
    let mut rows: Vec<Model> = Vec::new();
    for lane in lanes {
        let left = count.saturating_sub(rows.len() as u64);
        if left > 0 {
            let taken = waiting(now, *lane)
                .order_by_asc(Column::NextAt)
                .order_by_asc(Column::Id)
                .limit(left)
                .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
            rows.extend(taken.all(tx.db()).await?);
        }
    }
    Entity::update_many()
        .col_expr(Column::NextAt, Expr::value(now + LEASE))
        .col_expr(Column::Leases, Expr::col(Column::Leases).add(1))
        .filter(Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(tx.db())
        .await?;
    tx.commit().await?;
    Ok(rows.into_iter().map(|row| handed_out(scope, row)).collect())
}

fn handed_out(scope: &Scope, row: Model) -> Leased {
    let mut args = opened(scope, row.args.as_deref());
    Leased {
        id: row.id,
        lane: Lane::named(&row.lane),
        template: row.template,
        lang: row.lang.parse().unwrap_or_default(),
        to: row.recipient,
        base: args["base"].as_str().map_or_else(|| scope.base_url(), str::to_owned),
        args: args["args"].take(),
        unsubscribe: row.unsubscribe,
        created_at: row.created_at,
        attempts: row.attempts + 1,
        lease: row.leases + 1,
    }
}

/// Gives leased mails back that were not tried: each is due again at its moment, and has lost no attempt. What somebody
/// else has taken since is theirs.
pub async fn give_back(scope: &Scope, mails: &[(&Leased, DateTime<Utc>)]) -> Result<()> {
    if mails.is_empty() {
        return Ok(());
    }
    let tx = scope.begin().await?;
    for (mail, due_at) in mails {
        Entity::update_many().col_expr(Column::NextAt, Expr::value(*due_at)).filter(held(mail)).exec(tx.db()).await?;
    }
    tx.commit().await
}

/// The row of a leased mail, as long as it waits and nobody else has taken it.
fn held(mail: &Leased) -> Condition {
    Condition::all().add(Column::Id.eq(mail.id)).add(Column::Queue.is_not_null()).add(Column::Leases.eq(mail.lease))
}

/// Notes what became of a leased mail.
pub async fn settle(scope: &Scope, mail: &Leased, attempt: Attempt) -> Result<()> {
    let tx = scope.begin().await?;
    settle_in(&tx, mail, attempt).await?;
    tx.commit().await
}

/// Notes what became of a leased mail, as part of a unit of work. Whether there was anything to note: its account may have
/// been erased while it was on its way; and of a mail that somebody else has taken since, only that it was sent is news.
pub async fn settle_in(tx: &Tx, mail: &Leased, attempt: Attempt) -> Result<bool> {
    let now = tx.scope().now();
    let mut row = ActiveModel { attempts: Set(mail.attempts), ..Default::default() };
    let mut which = held(mail);
    match (attempt, retries::pause(mail.lane, mail.id, mail.attempts)) {
        (Attempt::Sent, _) => {
            (row.sent_at, row.args, row.last_error) = (Set(Some(now)), Set(None), Set(None));
            (row.queue, row.unsubscribe, row.failed_at) = (Set(None), Set(None), Set(None));
            which = Condition::all().add(Column::Id.eq(mail.id));
        }
        (Attempt::Deferred(why), Some(pause)) => {
            (row.next_at, row.last_error) = (Set(now + pause), Set(Some(why)));
        }
        (Attempt::Deferred(why) | Attempt::Refused(why), _) => {
            (row.failed_at, row.last_error, row.queue) = (Set(Some(now)), Set(Some(why)), Set(None));
            // A code that did not arrive in time is of no use to anybody, and no operator's business.
            if mail.lane == Lane::Security {
                row.args = Set(None);
            }
        }
    }
    let settled = Entity::update_many().set(row).filter(which).exec(tx.db()).await?;
    Ok(settled.rows_affected > 0)
}

/// What was sealed of a mail: the address of the portal and the template's arguments.
fn opened(scope: &Scope, sealed: Option<&str>) -> Value {
    let json = sealed.and_then(|sealed| scope.app().keys.open(&scope.purpose(PURPOSE), sealed));
    json.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default()
}

/// The mail of that id.
pub async fn find(scope: &Scope, id: Uuid) -> Result<Option<Known>> {
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    Ok(row.map(|row| Known {
        id: row.id,
        lane: Lane::named(&row.lane),
        template: row.template,
        to: row.recipient,
        account: row.account_id,
        created_at: row.created_at,
        sent_at: row.sent_at,
    }))
}

/// Forgets every mail of an account or to an address, and those to others that tell of the account and still wait.
pub async fn forget(tx: &Tx, account: Uuid, address: Option<&str>) -> Result<()> {
    let mut whose = Condition::any().add(Column::AccountId.eq(account));
    if let Some(address) = address {
        whose = whose.add(Column::Recipient.eq(address));
        suppression::forget(tx, address).await?;
    }
    Entity::delete_many().filter(whose).exec(tx.db()).await?;
    // A few at a time: a night's mails may be waiting.
    let about = account.to_string();
    let mut last = Uuid::nil();
    loop {
        let page: Vec<(Uuid, Option<String>)> = Entity::find()
            .select_only()
            .columns([Column::Id, Column::Args])
            .filter(Column::Args.is_not_null().and(Column::Id.gt(last)))
            .order_by_asc(Column::Id)
            .limit(AT_ONCE as u64)
            .into_tuple()
            .all(tx.db())
            .await?;
        let Some((end, _)) = page.last() else { return Ok(()) };
        last = *end;
        let is_telling = |args: &Option<String>| opened(tx.scope(), args.as_deref())["args"]["about"] == about.as_str();
        let telling: Vec<Uuid> = page.iter().filter(|(_, args)| is_telling(args)).map(|(id, _)| *id).collect();
        if !telling.is_empty() {
            Entity::delete_many().filter(Column::Id.is_in(telling)).exec(tx.db()).await?;
        }
    }
}

/// Forgets every mail to an address: of somebody who had no account.
pub async fn forget_address(tx: &Tx, address: &str) -> Result<()> {
    suppression::forget(tx, address).await?;
    Entity::delete_many().filter(Column::Recipient.eq(address)).exec(tx.db()).await?;
    Ok(())
}

/// Takes back what waits for an address and can be done without: its reader wants no more of it.
pub async fn withdraw(tx: &Tx, address: &str) -> Result<()> {
    let waiting = Column::Queue.is_not_null().and(Column::Unsubscribe.is_not_null());
    Entity::delete_many().filter(Column::Recipient.eq(address).and(waiting)).exec(tx.db()).await?;
    Ok(())
}

/// Forgets mails that were dealt with before a moment, the texts of those that were given up a fortnight ago, and
/// what is no longer held against addresses.
pub async fn forget_before(tx: &Tx, moment: DateTime<Utc>) -> Result<u64> {
    let done = Column::SentAt.is_not_null().or(Column::FailedAt.is_not_null());
    let gone = Entity::delete_many().filter(done).filter(Column::CreatedAt.lt(moment)).exec(tx.db()).await?;
    Entity::update_many()
        .col_expr(Column::Args, Expr::value(Option::<String>::None))
        .col_expr(Column::Unsubscribe, Expr::value(Option::<String>::None))
        .filter(Column::FailedAt.lt(tx.scope().now() - DEAD_TEXTS).and(Column::Args.is_not_null()))
        .exec(tx.db())
        .await?;
    suppression::forget_before(tx, moment).await?;
    Ok(gone.rows_affected)
}

/// What the outbox knows of an account: template, moment written, moment sent.
pub async fn known_of(scope: &Scope, account: Uuid) -> Result<Vec<(String, DateTime<Utc>, Option<DateTime<Utc>>)>> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .order_by_asc(Column::CreatedAt)
        .all(&*scope.db().await?)
        .await?;
    Ok(rows.into_iter().map(|row| (row.template, row.created_at, row.sent_at)).collect())
}
