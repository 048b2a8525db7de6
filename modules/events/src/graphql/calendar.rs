//! Calendars in the schema: days, the school year, and what overlaps in town.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, Result, SimpleObject};
use chrono::{Datelike as _, NaiveDate};
use directory::graphql::{Interest, NearInput};
use kernel::{
    error::Fault,
    graphql::{ContextExt as _, scalars::Date},
    scope::{Actor, Scope},
};
use search_index::taxonomy;

use super::{Event, Occurrence, event};
use crate::{
    filter::EventFilter,
    labels::days,
    lists::{self, Month, Wanted},
    policy, recurrence,
    school_year::{self, Kind},
    search::Card,
    service,
};

/// Days of one calendar.
const MOST_DAYS: i64 = 45;
/// Days of the school year that are told at once.
const MOST_SCHOOL_DAYS: i64 = 800;

/// What takes place on the days of a calendar.
pub(super) struct Calendar {
    month: Month,
    school: Vec<school_year::SchoolDays>,
}

impl Calendar {
    /// The calendar of these days.
    pub(super) async fn of(
        ctx: &Context<'_>,
        (from, until): (NaiveDate, NaiveDate),
        text: String,
        filter: EventFilter,
        near: Option<NearInput>,
    ) -> Result<Self> {
        let scope = ctx.scope();
        in_order(from, until, MOST_DAYS)?;
        let near = match near {
            Some(near) => Some(near.resolve(scope).await?),
            None => None,
        };
        let wanted = Wanted { text, selection: filter.resolve(scope, near)? };
        let month = lists::calendar(scope, wanted, from, until).await?;
        let rows: usize = month.by_day.iter().map(|(_, occurrences)| occurrences.len()).sum();
        ctx.charge(rows)?;
        Ok(Self { month, school: school_year::between(scope, from, until) })
    }
}

fn in_order(from: NaiveDate, until: NaiveDate, most: i64) -> Result<(), Fault> {
    if until < from {
        return Err(Fault::bad_input("until", "`until` is before `from`"));
    }
    if (until - from).num_days() >= most {
        return Err(Fault::bad_input("until", format!("ask for {most} days at most")));
    }
    Ok(())
}

/// What takes place on the days of a calendar.
#[Object(tag = "module-events")]
impl Calendar {
    /// The days, each with what takes place on it.
    async fn days(&self) -> Vec<CalendarDay> {
        let day = |(date, occurrences): &(NaiveDate, Vec<(Arc<Card>, recurrence::Occurrence)>)| CalendarDay {
            date: *date,
            school: self.school.iter().filter(|days| days.holds(*date)).cloned().collect(),
            occurrences: occurrences.clone(),
        };
        self.month.by_day.iter().map(day).collect()
    }

    /// How many occurrences there are on all days.
    async fn total(&self) -> u64 {
        self.month.total as u64
    }

    /// Whether there are more than can be shown: narrow the days or the filter.
    async fn truncated(&self) -> bool {
        self.month.truncated
    }
}

struct CalendarDay {
    date: NaiveDate,
    school: Vec<school_year::SchoolDays>,
    occurrences: Vec<(Arc<Card>, recurrence::Occurrence)>,
}

/// A day of a calendar.
#[Object(tag = "module-events")]
impl CalendarDay {
    /// The day.
    async fn date(&self) -> Date {
        Date(self.date)
    }

    /// Days after Monday.
    async fn weekday(&self) -> u32 {
        self.date.weekday().num_days_from_monday()
    }

    /// Whether schools have no lessons: a weekend, a holiday, a break.
    async fn is_free(&self) -> bool {
        school_year::is_weekend(self.date) || self.school.iter().any(|days| days.kind.is_free())
    }

    /// What the school year says of it.
    async fn school_days(&self) -> Vec<SchoolDays> {
        self.school.iter().cloned().map(SchoolDays).collect()
    }

    /// What takes place on it, in order; what goes over several days is on each.
    async fn occurrences(&self) -> Vec<Occurrence> {
        self.occurrences.iter().map(|(card, at)| Occurrence::of(card, *at)).collect()
    }
}

/// What days of the school year are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Kind")]
enum SchoolDaysKind {
    /// A public holiday.
    Holiday,
    /// A break of the school year.
    Break,
    /// Lessons begin.
    TermStart,
    /// Lessons end.
    TermEnd,
}

/// Days of the school year that are not like others.
pub(super) struct SchoolDays(school_year::SchoolDays);

impl SchoolDays {
    /// Those of the city's schools on these days.
    pub(super) fn between(scope: &Scope, from: NaiveDate, until: NaiveDate) -> Result<Vec<Self>, Fault> {
        in_order(from, until, MOST_SCHOOL_DAYS)?;
        Ok(school_year::between(scope, from, until).into_iter().map(Self).collect())
    }
}

/// Days of the school year that are not like others.
#[Object(tag = "module-events")]
impl SchoolDays {
    /// What they are.
    async fn kind(&self) -> SchoolDaysKind {
        self.0.kind.into()
    }

    /// What people call them.
    async fn name(&self, ctx: &Context<'_>) -> String {
        ctx.scope().text(self.0.name, &[])
    }

    /// The first day.
    async fn from(&self) -> Date {
        Date(self.0.from)
    }

    /// The last day.
    async fn until(&self) -> Date {
        Date(self.0.until)
    }

    /// Whether schools have no lessons.
    async fn is_free(&self) -> bool {
        self.0.kind.is_free()
    }

    /// Where that is laid down.
    async fn source(&self) -> &str {
        self.0.source
    }
}

/// Events whose people could join forces.
#[derive(SimpleObject)]
#[graphql(tag = "module-events")]
pub(super) struct EventOverlap {
    /// The events, the soonest first.
    events: Vec<Event>,
    /// What both are about.
    interests: Vec<Interest>,
    /// When the first of them starts.
    from: Date,
    /// When the last of them starts.
    until: Date,
}

impl EventOverlap {
    /// Those of these days, or from today on.
    pub(super) async fn between(ctx: &Context<'_>, from: Option<Date>, until: Option<Date>) -> Result<Vec<Self>> {
        let scope = ctx.scope();
        if !policy::may_see_overlaps(&scope.actor) {
            let is_stranger = scope.actor == Actor::Anonymous;
            return Err(if is_stranger { Fault::unauthenticated() } else { Fault::forbidden() }.into());
        }
        let selection = EventFilter { from, until, ..EventFilter::default() }.resolve(scope, None)?;
        let snapshot = scope.snapshot().await?;
        let overlaps = service::overlaps(&snapshot, scope.now(), (selection.from, selection.until));
        ctx.charge(overlaps.len() * 2)?;
        let mut told = Vec::with_capacity(overlaps.len());
        for overlap in overlaps {
            let mut cards = service::many(scope, &overlap.events).await?;
            let zone = scope.tenant.time_zone;
            told.push(Self {
                events: overlap.events.iter().filter_map(|id| cards.remove(id)).map(event).collect(),
                interests: overlap.interests.iter().filter_map(|id| taxonomy().interest(id)).map(Interest).collect(),
                from: Date(days(zone, overlap.from, overlap.from).0),
                until: Date(days(zone, overlap.until, overlap.until).0),
            });
        }
        Ok(told)
    }
}
