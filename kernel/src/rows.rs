//! Writing rows that came from elsewhere: what is new is inserted, what differs is updated, the rest is left alone.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, EntityTrait, IntoActiveModel, Iterable as _};
use uuid::Uuid;

use crate::{changes::Operation, error::Result, import::Fate, scope::Tx};

/// Rows of one `INSERT`: even with some 64 columns they stay below SQLite's 32 766 values.
const ROWS_PER_INSERT: usize = 400;

/// How an entity's rows are brought in.
#[derive(Clone, Copy)]
pub struct Rules<E: EntityTrait> {
    /// The entity's name in the change log.
    pub entity: &'static str,
    /// A row's id.
    pub id: fn(&E::Model) -> Uuid,
    /// Gives a new row its id and its moments.
    pub born: fn(&mut E::Model, DateTime<Utc>),
    /// Gives a row that changes its moments.
    pub touched: fn(&mut E::ActiveModel, DateTime<Utc>),
    /// Columns that the source does not decide.
    pub kept: fn(E::Column) -> bool,
}

/// Writes rows that are new or differ from what is stored, notes them in the change log, and says what became of each.
/// A pair is the row as it was, if it was, and as it should be.
pub async fn save<E>(tx: &mut Tx, rules: Rules<E>, rows: Vec<(Option<E::Model>, E::Model)>) -> Result<Vec<Fate>>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Sync,
    E::ActiveModel: ActiveModelBehavior + Clone + Send + Sync,
{
    let now = tx.scope().now();
    let mut fates = Vec::with_capacity(rows.len());
    let mut new = Vec::new();
    for (before, mut after) in rows {
        let Some(before) = before else {
            (rules.born)(&mut after, now);
            tx.changed(rules.entity, (rules.id)(&after), Operation::Upsert);
            new.push(after.into_active_model().reset_all());
            fates.push(Fate::Created);
            continue;
        };
        let id = (rules.id)(&before);
        let mut change = before.into_active_model();
        let wanted = after.into_active_model();
        for column in E::Column::iter().filter(|column| !(rules.kept)(*column)) {
            if let Some(value) = wanted.get(column).into_value()
                && change.get(column).into_value().as_ref() != Some(&value)
            {
                change.set(column, value);
            }
        }
        if change.is_changed() {
            (rules.touched)(&mut change, now);
            change.update(tx.db()).await?;
            tx.changed(rules.entity, id, Operation::Upsert);
            fates.push(Fate::Updated);
        } else {
            fates.push(Fate::Unchanged);
        }
    }
    for chunk in new.chunks(ROWS_PER_INSERT) {
        E::insert_many(chunk.to_vec()).exec_without_returning(tx.db()).await?;
    }
    Ok(fates)
}
