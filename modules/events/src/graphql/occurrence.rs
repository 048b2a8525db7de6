//! One time that an event takes place, in the schema.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, SecondsFormat, Utc};
use kernel::graphql::{ContextExt as _, scalars::Date};

use super::{Event, event};
use crate::{labels, recurrence, search::Card};

/// One time that an event takes place.
#[derive(Clone, Debug)]
pub struct Occurrence {
    card: Arc<Card>,
    at: recurrence::Occurrence,
}

impl Occurrence {
    /// An occurrence of an event.
    pub(crate) fn of(card: &Arc<Card>, at: recurrence::Occurrence) -> Self {
        Self { card: card.clone(), at }
    }
}

/// One time that an event takes place.
#[Object(tag = "module-events")]
impl Occurrence {
    /// What tells it from the event's others: when it would start by the rule, wherever it is moved (RFC 3339).
    async fn key(&self) -> String {
        self.at.key.to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// When it starts.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.at.starts
    }

    /// When it ends; if it lasts all day, the first moment of the day after.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.at.ends
    }

    /// Whether it lasts all day, or several days.
    async fn all_day(&self) -> bool {
        self.card.row.all_day
    }

    /// Its first day in the city.
    async fn first_day(&self, ctx: &Context<'_>) -> Date {
        Date(labels::days(ctx.scope().tenant.time_zone, self.at.starts, self.at.ends).0)
    }

    /// Its last day in the city.
    async fn last_day(&self, ctx: &Context<'_>) -> Date {
        Date(labels::days(ctx.scope().tenant.time_zone, self.at.starts, self.at.ends).1)
    }

    /// Whether it takes place at another time than the rule says.
    async fn is_moved(&self) -> bool {
        self.at.is_moved()
    }

    /// When it is, for people.
    async fn label(&self, ctx: &Context<'_>) -> String {
        labels::occurrence(ctx.scope(), &self.at, self.card.row.all_day)
    }

    /// How many more can sign up for it; null if nobody counts.
    async fn places_left(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        super::sign_up::places_left(ctx, &self.card, Some(self.at.key)).await
    }

    /// The event.
    async fn event(&self) -> Event {
        event(self.card.clone())
    }
}
