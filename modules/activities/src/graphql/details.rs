//! What an activity's fields are made of: ages, lessons, price, enrolment, place, rating.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use directory::graphql::{Address, District, Location};
use kernel::{
    error::Fault,
    graphql::{
        ContextExt as _,
        scalars::{Decimal, LocalTime},
    },
};

use crate::{
    activity::{Model, PriceUnit, Slot},
    filter::{Enrolment, Weekday},
    labels,
    search::Card,
};

/// Ages, both ends included.
#[derive(SimpleObject)]
pub struct AgeRange {
    /// The youngest, in whole months; null for no limit.
    pub min_months: Option<i32>,
    /// The oldest, in whole months, that month included; null for no limit.
    pub max_months: Option<i32>,
    /// The range for people.
    pub label: String,
}

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

pub(super) struct Price {
    pub(super) minor: i64,
    pub(super) unit: Option<PriceUnit>,
}

/// What something costs.
#[Object]
impl Price {
    /// The amount.
    async fn amount(&self) -> Decimal {
        Decimal(self.minor)
    }

    /// The currency, ISO 4217.
    async fn currency(&self) -> &str {
        "PLN"
    }

    /// What the amount is for; null if nobody said.
    async fn unit(&self) -> Option<PricePer> {
        self.unit.map(Into::into)
    }

    /// Whether it costs nothing.
    async fn is_free(&self) -> bool {
        self.minor == 0
    }

    /// The price for people.
    async fn label(&self, ctx: &Context<'_>) -> String {
        labels::price(ctx.scope(), self.minor, self.unit)
    }
}

/// What a price is for.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "PriceUnit", remote = "PriceUnit")]
pub(super) enum PricePer {
    /// One lesson.
    Class,
    /// A month.
    Month,
    /// A term of school.
    Term,
    /// All of it.
    Once,
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

pub(super) struct Place(pub(super) Arc<Card>);

/// Where something takes place.
#[Object]
impl Place {
    /// What the place is called.
    async fn name(&self) -> Option<&str> {
        self.0.place.name.as_deref()
    }

    /// Its address.
    async fn address(&self) -> Option<Address> {
        let place = &self.0.place;
        let known = place.street.is_some() || place.postal_code.is_some() || place.city.is_some();
        known.then(|| Address {
            street: place.street.clone(),
            building: place.building.clone(),
            unit: place.unit.clone(),
            postal_code: place.postal_code.clone(),
            city: place.city.clone(),
        })
    }

    /// Where it is, and how well that is known.
    async fn location(&self) -> Option<Location> {
        Location::of(self.0.place.location, self.0.place.precision.as_deref())
    }

    /// The district it is in.
    async fn district(&self, ctx: &Context<'_>) -> Option<District> {
        District::find(ctx.scope(), self.0.place.district.as_deref())
    }
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
