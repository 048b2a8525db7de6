//! What a calendar last said of an event. By this the desk's own changes are told from the calendar's.

use sea_orm::entity::prelude::*;

use super::calendar_source::CalendarSourceId;
use crate::event::EventId;

/// An event of a calendar.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_item")]
pub(super) struct Model {
    /// The calendar.
    #[sea_orm(primary_key, auto_increment = false)]
    pub source_id: CalendarSourceId,
    /// The event's id there.
    #[sea_orm(primary_key, auto_increment = false)]
    pub uid: String,
    /// The event.
    pub event_id: EventId,
    /// What it said, texts by column.
    pub said: Json,
    /// Whether the event was taken out of sight because the calendar took it back.
    pub withdrawn: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(super) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
