//! Institutions that organise an event together with the one that it is entered under.

use std::collections::HashMap;

use directory::InstitutionId;
use kernel::{
    changes::Operation,
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::{ActiveValue::Set, QueryOrder as _, entity::prelude::*, sea_query::OnConflict};

use crate::{ENTITY, event::EventId};

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;

/// An institution that joined an event: it is theirs too.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event_organiser")]
pub(crate) struct Model {
    /// The event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) event_id: EventId,
    /// The institution.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) institution_id: InstitutionId,
    /// When it joined.
    pub(crate) created_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The institutions that joined these events, in the order in which they did; events that nobody joined are absent.
pub(crate) async fn joined(scope: &Scope, events: &[EventId]) -> Result<HashMap<EventId, Vec<InstitutionId>>> {
    let db = scope.db().await?;
    let mut joined: HashMap<EventId, Vec<InstitutionId>> = HashMap::new();
    for ids in events.chunks(KEYS_PER_SELECT) {
        let rows = Entity::find()
            .filter(Column::EventId.is_in(ids.iter().copied()))
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::InstitutionId)
            .all(&*db)
            .await?;
        for row in rows {
            joined.entry(row.event_id).or_default().push(row.institution_id);
        }
    }
    Ok(joined)
}

/// The events that these institutions joined.
pub(crate) async fn events_of(scope: &Scope, institutions: &[InstitutionId]) -> Result<Vec<EventId>> {
    let db = scope.db().await?;
    let mut events = Vec::new();
    for ids in institutions.chunks(KEYS_PER_SELECT) {
        let rows = Entity::find().filter(Column::InstitutionId.is_in(ids.iter().copied())).all(&*db).await?;
        events.extend(rows.into_iter().map(|row| row.event_id));
    }
    Ok(events)
}

/// Makes an event an institution's too.
pub(crate) async fn join(tx: &mut Tx, event: EventId, institution: InstitutionId) -> Result<()> {
    let row = ActiveModel { event_id: Set(event), institution_id: Set(institution), created_at: Set(tx.scope().now()) };
    let columns = [Column::EventId, Column::InstitutionId];
    let on_conflict = OnConflict::columns(columns).do_nothing().to_owned();
    Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx.db()).await?;
    tx.changed(ENTITY, event.0, Operation::Upsert);
    Ok(())
}

/// Makes an event an institution's no longer.
pub(crate) async fn leave(tx: &mut Tx, event: EventId, institution: InstitutionId) -> Result<()> {
    Entity::delete_by_id((event, institution)).exec(tx.db()).await?;
    tx.changed(ENTITY, event.0, Operation::Upsert);
    Ok(())
}
