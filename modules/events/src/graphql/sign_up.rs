//! Whether and how one signs up for an event, in the schema.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, Enum, Object, Result, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use kernel::graphql::ContextExt as _;
use sea_orm::ActiveEnum as _;

use crate::{
    event::SignUpMode,
    loader::{EventLoader, TakenOf},
    search::Card,
    signups::Taken,
};

/// Whether and how one signs up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "SignUpMode", remote = "SignUpMode")]
enum Mode {
    /// Nobody needs to.
    None,
    /// For the whole event, all its dates.
    Event,
    /// For one date of it.
    Date,
    /// Elsewhere, at `url`.
    Link,
}

/// Whether and how one signs up for an event.
pub(super) struct EventSignUp(pub(super) Arc<Card>);

/// Whether and how one signs up for an event.
#[Object(tag = "module-events")]
impl EventSignUp {
    /// How.
    async fn mode(&self) -> Mode {
        self.0.row.sign_up.into()
    }

    /// How, for people.
    async fn label(&self, ctx: &Context<'_>) -> String {
        ctx.scope().text(&format!("event-sign-up-{}", self.0.row.sign_up.to_value().to_ascii_lowercase()), &[])
    }

    /// Where one signs up, if elsewhere.
    async fn url(&self) -> Option<&str> {
        self.0.row.enrolment_url.as_deref()
    }

    /// When it opens; from the start if nobody said.
    async fn opens_at(&self) -> Option<DateTime<Utc>> {
        self.0.row.enrolment_opens_at
    }

    /// When it closes; when the event is over if nobody said.
    async fn closes_at(&self) -> Option<DateTime<Utc>> {
        self.0.row.enrolment_closes_at
    }

    /// Whether one can sign up by the clock, whatever places are left.
    async fn is_open(&self, ctx: &Context<'_>) -> bool {
        let (row, now) = (&self.0.row, ctx.scope().now());
        row.sign_up != SignUpMode::None
            && row.enrolment_opens_at.is_none_or(|opens| opens <= now)
            && row.enrolment_closes_at.is_none_or(|closes| now < closes)
            && now < row.last_ends_at
    }

    /// How many can take part: in all of it, or on each date if one signs up for dates.
    async fn capacity(&self) -> Option<i32> {
        self.0.row.capacity
    }

    /// How many more can, if one signs up for the whole event; null if nobody counts. Of dates each occurrence tells.
    async fn places_left(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        places_left(ctx, &self.0, None).await
    }

    /// Whether those who come too late can wait for a place.
    async fn has_waiting_list(&self) -> bool {
        self.0.row.waiting_list
    }
}

/// Places that are left in an event, or on a date of it; nothing if nobody counts them here.
pub(super) async fn places_left(ctx: &Context<'_>, card: &Card, date: Option<DateTime<Utc>>) -> Result<Option<i32>> {
    let is_counted = matches!((card.row.sign_up, date), (SignUpMode::Event, _) | (SignUpMode::Date, Some(_)));
    if card.row.capacity.is_none() || !is_counted {
        return Ok(None);
    }
    let taken = ctx.data_unchecked::<DataLoader<EventLoader>>().load_one(TakenOf(card.row.id)).await?;
    let mut dates: HashMap<_, _> = taken.map(|taken| (*taken).clone()).unwrap_or_default();
    let whole = dates.remove(&None).unwrap_or_default();
    let dates = dates.into_iter().filter_map(|(date, people)| Some((date?, people))).collect();
    Ok(Taken { whole, dates }.left(&card.row, date))
}
