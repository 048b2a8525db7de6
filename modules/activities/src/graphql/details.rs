//! What an activity's fields are made of: lessons, enrolment, rating.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use directory::graphql::Weekday;
use kernel::{
    error::Fault,
    graphql::{ContextExt as _, scalars::LocalTime},
};

use crate::{
    activity::{Model, Slot},
    filter::Enrolment,
    labels,
};

pub(super) struct SlotOfWeek(pub(super) Slot);

/// A lesson of the week.
#[Object(name = "Slot")]
impl SlotOfWeek {
    /// The day.
    async fn weekday(&self) -> Result<Weekday> {
        Ok(Weekday::from_number(self.0.weekday).ok_or_else(|| Fault::internal("a slot of no weekday"))?)
    }

    /// When it starts.
    async fn starts_at(&self) -> LocalTime {
        LocalTime(self.0.starts)
    }

    /// When it ends.
    async fn ends_at(&self) -> LocalTime {
        LocalTime(self.0.ends)
    }

    /// Day and hours for people.
    async fn label(&self, ctx: &Context<'_>) -> String {
        labels::slot(ctx.scope(), self.0)
    }
}

/// Whether one can enrol, and how.
#[derive(SimpleObject)]
#[graphql(name = "Enrolment")]
pub(super) struct EnrolmentInfo {
    /// The state, by the clock.
    pub(super) state: Enrolment,
    /// The state for people.
    pub(super) label: String,
    /// When enrolment opens.
    pub(super) opens_at: Option<DateTime<Utc>>,
    /// When enrolment closes.
    pub(super) closes_at: Option<DateTime<Utc>>,
    /// Where one enrols.
    pub(super) url: Option<String>,
}

/// What people who were there think of an activity.
#[derive(SimpleObject)]
#[graphql(tag = "module-reviews")]
pub struct Rating {
    /// The mean of their stars, 1 to 5, to one decimal.
    pub average: f64,
    /// How many gave some.
    pub count: i32,
}

impl Rating {
    /// The rating of an activity; nothing if nobody rated it.
    pub(super) fn of(row: &Model) -> Option<Self> {
        let Model { rating_sum, rating_count, .. } = *row;
        let mean = f64::from(rating_sum) / f64::from(rating_count);
        (rating_count > 0).then(|| Self { average: (mean * 10.0).round() / 10.0, count: rating_count })
    }
}
