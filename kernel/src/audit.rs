//! The audit log: who looked at what is protected, and every act of administration.
//!
//! It only grows (the database refuses anything else), and each entry carries a hash over itself and the hash before,
//! so that an entry which was changed, taken out or slipped in shows. Entries name people by their account's id only.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use ring::digest;
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use serde_json::Value;

use crate::{
    error::{Fault, Result},
    scope::{Scope, Tx},
    store::Session,
};

/// Entries that a check reads at a time.
const BATCH: u64 = 1000;

mod head {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_head")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub seq: i64,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod log {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_log")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub at: ChronoDateTimeUtc,
        pub actor: String,
        pub action: String,
        pub subject: String,
        pub details: String,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An entry of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number; there are no gaps.
    pub seq: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who: `account:<uuid>`, `system` or `anonymous`.
    pub actor: String,
    /// What was done: `child.read`, `role.grant`.
    pub action: String,
    /// To what, as a global id.
    pub subject: String,
    /// What else is to be known of it; never personal data.
    pub details: Value,
}

/// An act that is noted when the work which does it commits.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    action: &'static str,
    subject: String,
    details: Value,
}

/// Notes an act in the unit of work that does it. It is written at the very end of the work, under a lock that orders the
/// log's writers.
#[expect(clippy::unused_async, reason = "noting is part of the work, as writing is")]
pub async fn append(tx: &Tx, action: &'static str, subject: &str, details: Value) -> Result<()> {
    tx.note(Note { action, subject: subject.to_owned(), details });
    Ok(())
}

/// Notes something that was looked at. What is not noted must not be shown, so do this before.
pub async fn record(scope: &Scope, action: &'static str, subject: &str, details: Value) -> Result<()> {
    let tx = scope.begin().await?;
    append(&tx, action, subject, details).await?;
    tx.commit().await
}

/// Writes notes as the last entries of the log; the head's lock is held until the work ends.
pub(crate) async fn write(tx: &Tx, notes: Vec<Note>) -> Result<()> {
    if notes.is_empty() {
        return Ok(());
    }
    let take = head::Entity::update_many()
        .col_expr(head::Column::Seq, Expr::col(head::Column::Seq).add(notes.len().cast_signed() as i64))
        .filter(head::Column::Id.eq(1));
    take.exec(tx.db()).await?;
    let head = head::Entity::find_by_id(1).one(tx.db()).await?;
    let head = head.ok_or_else(|| Fault::internal("the audit log has no head"))?;
    let (mut last, first) = (head.hash, head.seq - notes.len().cast_signed() as i64 + 1);
    let mut rows = Vec::with_capacity(notes.len());
    for (note, seq) in notes.into_iter().zip(first..) {
        let mut entry = log::Model {
            seq,
            at: milliseconds(tx.scope().now()),
            actor: tx.scope().actor.label(),
            action: note.action.to_owned(),
            subject: note.subject,
            details: note.details.to_string(),
            hash: String::new(),
        };
        entry.hash = hash(&last, &entry);
        last.clone_from(&entry.hash);
        rows.push(entry.into_active_model().reset_all());
    }
    log::Entity::insert_many(rows).exec_without_returning(tx.db()).await?;
    let head = head::ActiveModel { id: Set(1), hash: Set(last), ..Default::default() };
    head::Entity::update(head).validate()?.exec(tx.db()).await?;
    Ok(())
}

/// The newest entries, of one subject if it is given, before a number if one is given.
pub async fn newest(scope: &Scope, subject: Option<&str>, before: Option<u64>, count: u64) -> Result<Vec<Entry>> {
    let mut query = log::Entity::find().order_by_desc(log::Column::Seq).limit(count);
    if let Some(subject) = subject {
        query = query.filter(log::Column::Subject.eq(subject));
    }
    if let Some(before) = before {
        query = query.filter(log::Column::Seq.lt(before.cast_signed()));
    }
    Ok(query.all(&*scope.db().await?).await?.into_iter().map(Into::into).collect())
}

/// Reads the whole log; the number of its entries, or that of the first which is not what was written.
pub async fn check(session: &Session) -> Result<Result<u64, u64>> {
    let head = head::Entity::find_by_id(1).one(session).await?;
    let head = head.ok_or_else(|| Fault::internal("the audit log has no head"))?;
    let (mut seq, mut last) = (0_i64, String::new());
    loop {
        let rows = log::Entity::find()
            .filter(log::Column::Seq.gt(seq))
            .order_by_asc(log::Column::Seq)
            .limit(BATCH)
            .all(session)
            .await?;
        if rows.is_empty() {
            let whole = head.seq == seq && head.hash == last;
            return Ok(if whole { Ok(seq.unsigned_abs()) } else { Err(seq.unsigned_abs() + 1) });
        }
        for row in rows {
            if row.seq != seq + 1 || hash(&last, &row) != row.hash {
                return Ok(Err(seq.unsigned_abs() + 1));
            }
            (seq, last) = (row.seq, row.hash);
        }
    }
}

impl From<log::Model> for Entry {
    fn from(row: log::Model) -> Self {
        Self {
            seq: row.seq.unsigned_abs(),
            at: row.at,
            actor: row.actor,
            action: row.action,
            subject: row.subject,
            details: serde_json::from_str(&row.details).unwrap_or_default(),
        }
    }
}

/// Databases keep different fractions of a second; the hash must come out alike.
fn milliseconds(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}

fn hash(before: &str, entry: &log::Model) -> String {
    let seq = entry.seq.to_string();
    let at = entry.at.timestamp_millis().to_string();
    let mut context = digest::Context::new(&digest::SHA256);
    for part in [before, &seq, &at, &entry.actor, &entry.action, &entry.subject, &entry.details] {
        // Lengths in front, so that no two entries read alike.
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part.as_bytes());
    }
    URL_SAFE_NO_PAD.encode(context.finish())
}
