//! Calendars from which institutions' events come, in the schema.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionId,
    graphql::{Institution, institution},
};
use kernel::{error::Fault, graphql::ContextExt as _, payload, scope::Scope};

use crate::sources::{
    self, CalendarSourceId,
    report::{Remark, Report},
};

/// An institution's own calendar elsewhere, from which its events come.
pub struct CalendarSource(sources::CalendarSource);

/// An institution's own calendar elsewhere, from which its events come.
#[Object(tag = "module-events")]
impl CalendarSource {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// Whose events it tells.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        let id = self.0.institution_id;
        Ok(directory::service::many(ctx.scope(), &[id]).await?.remove(&id).map(institution))
    }

    /// Its address.
    async fn url(&self, ctx: &Context<'_>) -> String {
        sources::url(ctx.scope(), &self.0).unwrap_or_default()
    }

    /// When it was last read, or could not be.
    async fn fetched_at(&self) -> Option<DateTime<Utc>> {
        self.0.fetched_at
    }

    /// When it is read again.
    async fn next_at(&self) -> DateTime<Utc> {
        self.0.next_at
    }

    /// When it was added.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// How many events here come from it.
    async fn event_count(&self, ctx: &Context<'_>) -> Result<u64> {
        Ok(sources::count(ctx.scope(), &self.0).await?)
    }

    /// What became of it when it was last read; null if it has not been yet.
    async fn last_report(&self, ctx: &Context<'_>) -> Option<CalendarReport> {
        sources::last_report(&self.0).map(|report| CalendarReport::of(ctx.scope(), report))
    }
}

/// What became of a calendar when it was read.
#[derive(SimpleObject)]
struct CalendarReport {
    /// When.
    at: DateTime<Utc>,
    /// Whether its server said that nothing has changed; the rest is of the time before then.
    is_unchanged: bool,
    /// Why it could not be read at all.
    error: Option<String>,
    /// Events that were new.
    created: u32,
    /// Events that changed.
    updated: u32,
    /// Events that are as they were.
    unchanged: u32,
    /// Events that are no longer in it, or were called off.
    withdrawn: u32,
    /// Events that could not be taken.
    rejected: u32,
    /// What is worth knowing, at most 100 remarks.
    notes: Vec<CalendarRemark>,
    /// Why events could not be taken, at most 100 remarks.
    problems: Vec<CalendarRemark>,
}

/// Something that is said of a calendar, or of an event of it.
#[derive(SimpleObject)]
struct CalendarRemark {
    /// The event's id at its calendar.
    uid: Option<String>,
    /// What the event is called.
    title: Option<String>,
    /// The event here.
    event: Option<ID>,
    /// What is said.
    message: String,
}

impl CalendarReport {
    fn of(scope: &Scope, report: Report) -> Self {
        let remarks = |remarks: Vec<Remark>| {
            let told = remarks.into_iter().map(|remark| CalendarRemark {
                message: remark.message(scope),
                uid: remark.uid,
                title: remark.title,
                event: remark.event.map(ID),
            });
            told.collect()
        };
        Self {
            at: report.at,
            is_unchanged: report.is_unchanged,
            error: report.error.map(|error| error.message(scope)),
            created: report.created,
            updated: report.updated,
            unchanged: report.unchanged,
            withdrawn: report.withdrawn,
            rejected: report.rejected,
            notes: remarks(report.notes),
            problems: remarks(report.problems),
        }
    }
}

/// Root fields of calendars.
#[derive(Debug, Default)]
pub(super) struct SourcesQuery;

#[Object]
impl SourcesQuery {
    /// The calendars from which an institution's events come, the oldest first. For its managers, and editors.
    #[graphql(tag = "module-events")]
    async fn calendar_sources(&self, ctx: &Context<'_>, institution: ID) -> Result<Vec<CalendarSource>> {
        let institution = InstitutionId::parse(&institution).ok_or_else(|| missing(ctx.scope()))?;
        let rows = sources::of_institution(ctx.scope(), institution).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(CalendarSource).collect())
    }
}

/// A calendar of an institution as it is to be.
#[derive(InputObject)]
struct CalendarSourceSaveInput {
    /// The calendar; null for a new one.
    id: Option<ID>,
    /// Whose events it tells. It stays that of a calendar that is there.
    institution: Option<ID>,
    /// Its address: `https:`, `http:` or `webcal:`.
    url: String,
}

/// A calendar that is removed.
#[derive(InputObject)]
struct CalendarSourceRemoveInput {
    /// The calendar.
    id: ID,
    /// Whether its coming events are taken out of sight too; else they stay, as the institution's own.
    #[graphql(default)]
    archive: bool,
}

/// A calendar that is read at once.
#[derive(InputObject)]
struct CalendarSourceRefreshInput {
    /// The calendar.
    id: ID,
}

payload! {
    /// What became of saving a calendar.
    CalendarSourceSavePayload, CalendarSourceSaveErrorCode { calendar_source: CalendarSource } {
        UrlWrong, UrlInternal, TooManySources, SourceKnown,
    }
}

/// What became of removing a calendar.
#[derive(SimpleObject)]
struct CalendarSourceRemovePayload {
    /// The calendar that is gone.
    removed: Option<ID>,
}

/// What became of reading a calendar.
#[derive(SimpleObject)]
struct CalendarSourceRefreshPayload {
    /// The calendar; its report tells.
    calendar_source: Option<CalendarSource>,
}

/// Mutations of calendars.
#[derive(Debug, Default)]
pub(super) struct SourcesMutation;

#[Object]
impl SourcesMutation {
    /// Adds a calendar to an institution, or changes its address, and reads it. For its managers, and editors.
    #[graphql(tag = "module-events")]
    async fn calendar_source_save(
        &self,
        ctx: &Context<'_>,
        input: CalendarSourceSaveInput,
    ) -> Result<CalendarSourceSavePayload> {
        let scope = ctx.scope();
        let id = match &input.id {
            Some(id) => Some(CalendarSourceId::parse(id).ok_or_else(|| missing(scope))?),
            None => None,
        };
        let institution = input.institution.as_ref().and_then(|id| InstitutionId::parse(id));
        let mut tx = scope.begin().await?;
        let outcome = match sources::save(&mut tx, id, institution, &input.url).await {
            Ok(row) => {
                tx.commit().await?;
                let row = if row.fetched_at.is_none() { sources::read_now(scope, row).await? } else { row };
                scope.settle().await?;
                Ok(CalendarSource(row))
            }
            Err(refused) => Err(refused),
        };
        Ok(CalendarSourceSavePayload::of(scope, outcome)?)
    }

    /// Removes a calendar. For its institution's managers, and editors.
    #[graphql(tag = "module-events")]
    async fn calendar_source_remove(
        &self,
        ctx: &Context<'_>,
        input: CalendarSourceRemoveInput,
    ) -> Result<CalendarSourceRemovePayload> {
        let mut tx = ctx.scope().begin().await?;
        let id = sources::remove(&mut tx, CalendarSourceId::parse(&input.id), input.archive).await?;
        tx.commit().await?;
        ctx.scope().settle().await?;
        Ok(CalendarSourceRemovePayload { removed: Some(id.global().into()) })
    }

    /// Reads a calendar at once. For its institution's managers, and editors.
    #[graphql(tag = "module-events")]
    async fn calendar_source_refresh(
        &self,
        ctx: &Context<'_>,
        input: CalendarSourceRefreshInput,
    ) -> Result<CalendarSourceRefreshPayload> {
        let row = sources::refresh(ctx.scope(), CalendarSourceId::parse(&input.id)).await?;
        ctx.scope().settle().await?;
        Ok(CalendarSourceRefreshPayload { calendar_source: Some(CalendarSource(row)) })
    }
}

fn missing(scope: &Scope) -> Fault {
    scope.person().err().unwrap_or_else(Fault::not_found)
}
