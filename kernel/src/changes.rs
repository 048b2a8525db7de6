//! The change log: which entity changed, in the order in which the changes became visible.
//!
//! Every derived thing (index, read model, later cache and outbox) tails it. Numbers are handed out under the lock
//! of one row, the *head*, which the writer holds from there to its commit: whoever reads the log at a snapshot
//! sees every number up to the head, and none is filled in later.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use crate::{
    error::{Fault, Result},
    store::Session,
};

/// Rows of one `INSERT`: five values each, well below SQLite's 32 766.
const ROWS_PER_INSERT: usize = 1000;
/// The entity name of the order to rebuild everything that is derived.
const EVERYTHING: &str = "*";

mod head {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "change_head")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub epoch: String,
        pub seq: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod log {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "change_log")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub entity: String,
        pub entity_id: Uuid,
        pub operation: String,
        pub at: ChronoDateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// It is new or different.
    Upsert,
    /// It is gone.
    Delete,
}

impl Operation {
    fn as_str(self) -> &'static str {
        match self {
            Self::Upsert => "upsert",
            Self::Delete => "delete",
        }
    }
}

/// A change about to be written.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) entity: &'static str,
    pub(crate) id: Uuid,
    pub(crate) operation: Operation,
}

/// Where a log ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Names this history. A database restored from a backup or made anew has another, and what was derived from
    /// the old one is worthless.
    pub epoch: String,
    /// The last number given out; 0 for an empty log.
    pub seq: u64,
}

/// An entity that changed since some number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// This one.
    Entity(String, Uuid),
    /// An operator asked for everything derived to be built again.
    Everything,
}

/// The log's end as the session sees it. A database nobody has written to yet has none.
pub async fn head(session: &Session) -> Result<Option<Head>> {
    let row = head::Entity::find_by_id(1).one(session).await?;
    Ok(row.map(|row| Head { epoch: row.epoch, seq: row.seq.unsigned_abs() }))
}

/// What changed after `seq`, each entity once.
pub async fn since(session: &Session, seq: u64) -> Result<Vec<Changed>> {
    let rows: Vec<(String, Uuid)> = log::Entity::find()
        .select_only()
        .columns([log::Column::Entity, log::Column::EntityId])
        .filter(log::Column::Seq.gt(seq.cast_signed()))
        .order_by_asc(log::Column::Seq)
        .into_tuple()
        .all(session)
        .await?;
    let mut seen = std::collections::HashSet::new();
    Ok(rows
        .into_iter()
        .filter(|row| seen.insert(row.clone()))
        .map(|(entity, id)| if entity == EVERYTHING { Changed::Everything } else { Changed::Entity(entity, id) })
        .collect())
}

/// Writes the changes as the transaction's last statements. Returns the number of the last one.
pub(crate) async fn append(session: &Session, changes: &[Change], now: DateTime<Utc>) -> Result<u64> {
    let count = changes.len().cast_signed() as i64;
    let last = advance(session, count, now).await?;
    let rows = changes.iter().zip(last - count + 1..).map(|(change, seq)| log::ActiveModel {
        seq: Set(seq),
        entity: Set(change.entity.to_owned()),
        entity_id: Set(change.id),
        operation: Set(change.operation.as_str().to_owned()),
        at: Set(now),
    });
    let rows: Vec<_> = rows.collect();
    for chunk in rows.chunks(ROWS_PER_INSERT) {
        log::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(session).await?;
    }
    Ok(last.unsigned_abs())
}

/// Asks every tailer, on every replica, to build anew what it derives. Returns the order's number.
pub(crate) async fn request_rebuild(session: &Session, now: DateTime<Utc>) -> Result<u64> {
    append(session, &[Change { entity: EVERYTHING, id: Uuid::nil(), operation: Operation::Upsert }], now).await
}

/// Takes `count` numbers, and with them the head's lock, until the transaction ends.
async fn advance(session: &Session, count: i64, now: DateTime<Utc>) -> Result<i64> {
    let take = || {
        head::Entity::update_many()
            .col_expr(head::Column::Seq, Expr::col(head::Column::Seq).add(count))
            .filter(head::Column::Id.eq(1))
    };
    if take().exec(session).await?.rows_affected == 0 {
        // The first write ever. Two at once: the second waits here for the first's commit, and then takes numbers.
        let first = head::ActiveModel { id: Set(1), epoch: Set(crate::ids::at(now).to_string()), seq: Set(0) };
        let on_conflict = sea_orm::sea_query::OnConflict::column(head::Column::Id).do_nothing().to_owned();
        head::Entity::insert(first).on_conflict(on_conflict).exec_without_returning(session).await?;
        take().exec(session).await?;
    }
    let row = head::Entity::find_by_id(1).one(session).await?;
    row.map(|row| row.seq).ok_or_else(|| Fault::internal("the change log has no head"))
}
