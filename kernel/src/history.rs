//! Who changed what, and when: the difference of each change to what the catalogue holds.
//!
//! A row is told as *fields*: texts by name, in the notation of the files that the row could be imported from. A revision
//! keeps what each changed field said before and says after, so that any earlier state can be told, and restored.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    error::{Fault, Result},
    ids,
    scope::{Scope, Tx},
};

/// A row as texts by name. A field without a value is absent.
pub type Fields = BTreeMap<String, String>;

mod revision {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "revision")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub entity: String,
        pub entity_id: Uuid,
        pub at: ChronoDateTimeUtc,
        pub account_id: Option<Uuid>,
        pub action: String,
        pub reason: Option<String>,
        pub changes: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What one field said before, and says after; none where it had no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The field.
    pub field: String,
    /// What it said.
    pub before: Option<String>,
    /// What it says.
    pub after: Option<String>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; none for the system itself, and for people whose account is no more.
    pub account: Option<Uuid>,
    /// What was done: `create`, `update`, `archive`, `restore`.
    pub action: String,
    /// Why, if somebody said.
    pub reason: Option<String>,
    /// What changed, by field.
    pub changes: Vec<Difference>,
}

/// What is different between two states of a row, by the names of fields.
pub fn difference(before: &Fields, after: &Fields) -> Vec<Difference> {
    let mut names: Vec<_> = before.keys().chain(after.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let differences = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
    differences
        .map(|field| Difference {
            field: field.clone(),
            before: before.get(field).cloned(),
            after: after.get(field).cloned(),
        })
        .collect()
}

/// Notes a change in the transaction that makes it; nothing if nothing is different.
pub async fn record(
    tx: &Tx,
    entity: &'static str,
    id: Uuid,
    action: &'static str,
    (before, after): (&Fields, &Fields),
    reason: Option<&str>,
) -> Result<()> {
    let changes = difference(before, after);
    if changes.is_empty() {
        return Ok(());
    }
    let now = tx.scope().now();
    let row = revision::ActiveModel {
        id: Set(ids::at(now)),
        entity: Set(entity.to_owned()),
        entity_id: Set(id),
        at: Set(now),
        account_id: Set(tx.scope().actor.account()),
        action: Set(action.to_owned()),
        reason: Set(reason.map(str::to_owned)),
        changes: Set(serde_json::to_value(changes).map_err(Fault::internal)?),
    };
    revision::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// The changes of a row, the newest first.
pub async fn of(scope: &Scope, entity: &str, id: Uuid, count: u64) -> Result<Vec<Revision>> {
    let rows = revision::Entity::find()
        .filter(revision::Column::Entity.eq(entity))
        .filter(revision::Column::EntityId.eq(id))
        .order_by_desc(revision::Column::At)
        .order_by_desc(revision::Column::Id)
        .limit(count)
        .all(&*scope.db().await?)
        .await?;
    rows.into_iter().map(Revision::try_from).collect()
}

/// Which side of a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it: what no revision made, such as what a file brought in, is reached this way.
    Before,
    /// After it.
    After,
}

/// What a row said right before or after a revision: from what it says now, each later change is taken back. Nothing if
/// the row has no such revision.
pub async fn state_at(
    scope: &Scope,
    entity: &str,
    id: Uuid,
    (side, revision): (Side, Uuid),
    mut now: Fields,
) -> Result<Option<Fields>> {
    let all = of(scope, entity, id, u64::from(u32::MAX)).await?;
    let Some(at) = all.iter().position(|known| known.id == revision) else { return Ok(None) };
    let later = if side == Side::Before { at + 1 } else { at };
    for change in all.iter().take(later).flat_map(|revision| &revision.changes) {
        match &change.before {
            Some(before) => now.insert(change.field.clone(), before.clone()),
            None => now.remove(&change.field),
        };
    }
    Ok(Some(now))
}

/// Forgets who made changes, where an account is no more.
pub async fn forget_account(tx: &Tx, account: Uuid) -> Result<()> {
    revision::Entity::update_many()
        .col_expr(revision::Column::AccountId, sea_orm::sea_query::Expr::value(Option::<Uuid>::None))
        .filter(revision::Column::AccountId.eq(account))
        .exec(tx.db())
        .await?;
    Ok(())
}

impl TryFrom<revision::Model> for Revision {
    type Error = Fault;

    fn try_from(row: revision::Model) -> Result<Self> {
        Ok(Self {
            id: row.id,
            at: row.at,
            account: row.account_id,
            action: row.action,
            reason: row.reason,
            changes: serde_json::from_value(row.changes).map_err(Fault::internal)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_by_field() {
        let fields = |pairs: &[(&str, &str)]| -> Fields {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let found = difference(&fields(&[("a", "1"), ("b", "2")]), &fields(&[("b", "3"), ("c", "4")]));
        let told: Vec<_> = found.iter().map(|d| (d.field.as_str(), d.before.as_deref(), d.after.as_deref())).collect();
        assert_eq!(told, [("a", Some("1"), None), ("b", Some("2"), Some("3")), ("c", None, Some("4"))]);
    }
}
