//! A family's calendar in the schema.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use identity::graphql::ViewerFields;
use kernel::{graphql::ContextExt as _, scope::Scope};

use crate::{
    family::{self, Family},
    signups::policy,
};

/// A calendar of all that an account signed up for or keeps, at an address that only it knows.
#[derive(SimpleObject)]
struct FamilyCalendar {
    /// Its address. Whoever has it sees the calendar.
    url: String,
    /// The same as calendar programs take it at a click.
    webcal_url: String,
    /// Whether children's names stand in it.
    shows_names: bool,
    /// Since when it has this address.
    created_at: DateTime<Utc>,
}

impl FamilyCalendar {
    fn of(scope: &Scope, Family { path, names, created_at }: Family) -> Self {
        let url = format!("{}{path}", scope.base_url());
        let webcal_url = format!("webcal://{}", url.split_once("://").map_or(url.as_str(), |(_, rest)| rest));
        Self { url, webcal_url, shows_names: names, created_at }
    }
}

/// What events add to whoever looks.
pub(super) struct FamilyOfViewer;

impl From<&ViewerFields> for FamilyOfViewer {
    fn from(_: &ViewerFields) -> Self {
        Self
    }
}

#[Object(name = "FamilyOfViewer")]
impl FamilyOfViewer {
    /// Their calendar; null if they have none, and for programs.
    #[graphql(tag = "module-events")]
    async fn family_calendar(&self, ctx: &Context<'_>) -> Result<Option<FamilyCalendar>> {
        let scope = ctx.scope();
        if policy::in_browser(&scope.actor).is_none() {
            return Ok(None);
        }
        Ok(family::own(scope).await?.map(|family| FamilyCalendar::of(scope, family)))
    }
}

/// A new address of a family's calendar.
#[derive(InputObject)]
struct FamilyCalendarRenewInput {
    /// Whether children's names stand in it; null leaves that as it is: not, at first.
    show_names: Option<bool>,
}

/// What stands in a family's calendar.
#[derive(InputObject)]
struct FamilyCalendarNamesInput {
    /// Whether children's names do.
    show_names: bool,
}

/// A family's calendar as it is now.
#[derive(SimpleObject)]
struct FamilyCalendarPayload {
    /// The calendar.
    family_calendar: Option<FamilyCalendar>,
}

/// What became of taking a family's calendar away.
#[derive(SimpleObject)]
struct FamilyCalendarRevokePayload {
    /// Whether there was one.
    revoked: bool,
}

/// Mutations of families' calendars.
#[derive(Debug, Default)]
pub(super) struct FamilyMutation;

#[Object]
impl FamilyMutation {
    /// Gives whoever acts a calendar of their own, or theirs a new address: the former is dead at once. For those
    /// signed in.
    #[graphql(tag = "module-events")]
    async fn family_calendar_renew(
        &self,
        ctx: &Context<'_>,
        input: Option<FamilyCalendarRenewInput>,
    ) -> Result<FamilyCalendarPayload> {
        let mut tx = ctx.scope().begin().await?;
        let family = family::renew(&mut tx, input.and_then(|input| input.show_names)).await?;
        tx.commit().await?;
        Ok(FamilyCalendarPayload { family_calendar: Some(FamilyCalendar::of(ctx.scope(), family)) })
    }

    /// Puts children's names into the calendar of whoever acts, or takes them out. Its address stays.
    #[graphql(tag = "module-events")]
    async fn family_calendar_names(
        &self,
        ctx: &Context<'_>,
        input: FamilyCalendarNamesInput,
    ) -> Result<FamilyCalendarPayload> {
        let mut tx = ctx.scope().begin().await?;
        let family = family::set_names(&mut tx, input.show_names).await?;
        tx.commit().await?;
        Ok(FamilyCalendarPayload { family_calendar: Some(FamilyCalendar::of(ctx.scope(), family)) })
    }

    /// Takes the calendar of whoever acts away: its address is dead at once.
    #[graphql(tag = "module-events")]
    async fn family_calendar_revoke(&self, ctx: &Context<'_>) -> Result<FamilyCalendarRevokePayload> {
        let mut tx = ctx.scope().begin().await?;
        let revoked = family::revoke(&mut tx).await?;
        tx.commit().await?;
        Ok(FamilyCalendarRevokePayload { revoked })
    }
}
