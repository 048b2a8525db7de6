//! What the engine remembers: how far it followed the change log, and entries as it last saw them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use kernel::{
    changes::Head,
    error::{Fault, Result},
    scope::{Scope, Tx},
    search::{Entry, Told},
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};
use search_index::Document;
use uuid::Uuid;

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;
/// Rows of one `INSERT`: five values each, well below SQLite's 32 766.
const ROWS_PER_INSERT: usize = 500;

mod cursor {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "watch_cursor")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub epoch: String,
        pub seq: i64,
        pub turn: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "watch_known")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub entity: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub entity_id: Uuid,
        pub document: Option<Vec<u8>>,
        pub told: Json,
        pub next_at: Option<ChronoDateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How far the change log was followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The history that it is of.
    pub(super) epoch: String,
    /// The last number that was followed.
    pub(super) seq: u64,
    /// Raised with everything that is written: whoever read an earlier one compares with what is no longer so.
    pub(super) turn: i64,
}

/// An entry as it was last seen.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// What is searched of it.
    pub(super) document: Option<Vec<u8>>,
    /// What people are told of it.
    pub(super) told: Told,
    /// When the clock alone changes something of it.
    pub(super) next_at: Option<DateTime<Utc>>,
    /// Whether it can be compared: another version may have written it.
    pub(super) is_legible: bool,
}

impl Known {
    /// An entry as it is now; nothing if nobody is told of it.
    pub(super) fn of(entry: &Entry, now: DateTime<Utc>) -> Option<Self> {
        let told = entry.told.clone()?;
        let next_at = super::compare::moment(&told, "opens").filter(|opens| now < *opens);
        Some(Self { document: entry.document.as_ref().map(Document::to_bytes), told, next_at, is_legible: true })
    }

    /// What is searched of it; nothing if another version wrote it.
    pub(super) fn document(&self) -> Option<Document> {
        Document::from_bytes(self.document.as_deref()?)
    }
}

/// How far the change log was followed; nothing before the first time.
pub(super) async fn cursor(scope: &Scope) -> Result<Option<Cursor>> {
    let row = cursor::Entity::find_by_id(1).one(&*scope.db().await?).await?;
    Ok(row.map(|row| Cursor { epoch: row.epoch, seq: row.seq.unsigned_abs(), turn: row.turn }))
}

/// Takes the next turn: nobody else wrote since the cursor was read, and nobody will before this unit of work ends. Notes
/// the number up to which the change log was followed, if this is the last of it. False if somebody else was faster.
pub(super) async fn take_turn(tx: &Tx, before: Option<&Cursor>, up_to: Option<&Head>) -> Result<bool> {
    if before.is_none() {
        let first = cursor::ActiveModel { id: Set(1), epoch: Set(String::new()), seq: Set(0), turn: Set(0) };
        let known = OnConflict::column(cursor::Column::Id).do_nothing().to_owned();
        cursor::Entity::insert(first).on_conflict(known).exec_without_returning(tx.db()).await?;
    }
    let turn = before.map_or(0, |before| before.turn);
    let mut take = cursor::Entity::update_many()
        .col_expr(cursor::Column::Turn, Expr::value(turn + 1))
        .filter(cursor::Column::Id.eq(1))
        .filter(cursor::Column::Turn.eq(turn));
    if let Some(head) = up_to {
        take = take
            .col_expr(cursor::Column::Epoch, Expr::value(head.epoch.clone()))
            .col_expr(cursor::Column::Seq, Expr::value(head.seq.cast_signed()));
    }
    Ok(take.exec(tx.db()).await?.rows_affected == 1)
}

/// These entries as they were last seen.
pub(super) async fn many(scope: &Scope, entity: &str, ids: &[Uuid]) -> Result<HashMap<Uuid, Known>> {
    let db = scope.db().await?;
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(KEYS_PER_SELECT) {
        let rows = row::Entity::find()
            .filter(row::Column::Entity.eq(entity))
            .filter(row::Column::EntityId.is_in(chunk.iter().copied()))
            .all(&*db)
            .await?;
        let known = rows.into_iter().map(|row| {
            let told: Option<Told> = serde_json::from_value(row.told).ok();
            let is_readable = row.document.as_deref().is_none_or(|bytes| Document::from_bytes(bytes).is_some());
            let is_legible = told.is_some() && is_readable;
            let told = told.unwrap_or_default();
            (row.entity_id, Known { document: row.document, told, next_at: row.next_at, is_legible })
        });
        found.extend(known);
    }
    Ok(found)
}

/// Ids of all entries of a kind that were ever seen and not known to be gone.
pub(super) async fn ids(scope: &Scope, entity: &str) -> Result<Vec<Uuid>> {
    let ids = row::Entity::find().select_only().column(row::Column::EntityId).filter(row::Column::Entity.eq(entity));
    Ok(ids.into_tuple().all(&*scope.db().await?).await?)
}

/// Entries that the clock has changed by this moment, by kind.
pub(super) async fn due(scope: &Scope, now: DateTime<Utc>) -> Result<Vec<(String, Uuid)>> {
    let due = row::Entity::find()
        .select_only()
        .columns([row::Column::Entity, row::Column::EntityId])
        .filter(row::Column::NextAt.lte(now));
    Ok(due.into_tuple().all(&*scope.db().await?).await?)
}

/// When the clock next changes an entry.
pub(super) async fn next(scope: &Scope) -> Result<Option<DateTime<Utc>>> {
    let next: Option<Option<DateTime<Utc>>> = row::Entity::find()
        .select_only()
        .column_as(row::Column::NextAt.min(), "next")
        .filter(row::Column::NextAt.is_not_null())
        .into_tuple()
        .one(&*scope.db().await?)
        .await?;
    Ok(next.flatten())
}

/// Remembers entries as they are.
pub(super) async fn remember(tx: &Tx, entity: &str, seen: Vec<(Uuid, Known)>) -> Result<()> {
    let newer = OnConflict::columns([row::Column::Entity, row::Column::EntityId])
        .update_columns([row::Column::Document, row::Column::Told, row::Column::NextAt])
        .to_owned();
    let mut rows = Vec::with_capacity(seen.len());
    for (id, known) in seen {
        rows.push(
            row::ActiveModel::from(row::Model {
                entity: entity.to_owned(),
                entity_id: id,
                document: known.document,
                told: serde_json::to_value(&known.told).map_err(Fault::internal)?,
                next_at: known.next_at,
            })
            .reset_all(),
        );
    }
    for chunk in rows.chunks(ROWS_PER_INSERT) {
        let insert = row::Entity::insert_many(chunk.iter().cloned()).on_conflict(newer.clone());
        insert.exec_without_returning(tx.db()).await?;
    }
    Ok(())
}

/// Forgets entries that are gone.
pub(super) async fn forget(tx: &Tx, entity: &str, gone: &[Uuid]) -> Result<()> {
    for chunk in gone.chunks(KEYS_PER_SELECT) {
        row::Entity::delete_many()
            .filter(row::Column::Entity.eq(entity))
            .filter(row::Column::EntityId.is_in(chunk.iter().copied()))
            .exec(tx.db())
            .await?;
    }
    Ok(())
}

/// Forgets every entry: what follows is the first time again.
pub(super) async fn forget_all(tx: &Tx) -> Result<()> {
    row::Entity::delete_many().exec(tx.db()).await?;
    Ok(())
}
