//! Safety in the schema.

mod advice;
mod alert;
mod alert_inputs;
mod alert_mutations;
mod codes;
mod rights;

use async_graphql::{
    Context, ID, MergedObject, Object, Result, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
};
use directory::{InstitutionId, graphql::InstitutionFields};
use kernel::{
    error::Fault,
    graphql::{
        ContextExt as _,
        connection::{Cursor, DEFAULT_FIRST, page_size},
        extend,
    },
};

use crate::{
    alert::AlertId,
    service::{self, Filter},
};

use advice::AdviceQuery;
pub use advice::{Advice, AdviceConnection, AdviceFields, AdviceFilter, advice, asked as advice_asked};
pub use alert::{Alert, alert};
use alert_inputs::AlertFilter;
pub use alert_mutations::SafetyMutation;
pub use codes::AlertSeverity;
use rights::{AlertRight, AlertSender};

/// Root fields of this module.
#[derive(MergedObject, Default)]
pub struct SafetyQuery(AlertsQuery, AdviceQuery);

/// Fields that this module adds to others' types. Called before a schema is built.
pub fn extensions() {
    extend::<InstitutionFields, AlertsOfInstitution>();
}

/// A page of alerts.
pub type AlertConnection = Connection<Cursor, Alert, AlertConnectionFields, EmptyFields>;

/// What a page of alerts says besides.
#[derive(SimpleObject)]
#[graphql(tag = "module-safety")]
pub struct AlertConnectionFields {
    /// How many there are on all pages.
    pub total_count: u64,
}

/// Root fields of alerts.
#[derive(Debug, Default)]
pub struct AlertsQuery;

#[Object]
impl AlertsQuery {
    /// The alert of that id; null if there is none that whoever looks may see.
    #[graphql(tag = "module-safety")]
    async fn alert(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Alert>> {
        match AlertId::parse(&id) {
            Some(id) => Ok(service::find(ctx.scope(), id).await?.map(alert)),
            None => Ok(None),
        }
    }

    /// The city's alerts, the newest first. Exercises, tests, and what waits or was rejected are only among those of
    /// one's own people, who ask for them by `statuses` and `states`.
    #[graphql(tag = "module-safety")]
    async fn alerts(
        &self,
        ctx: &Context<'_>,
        filter: Option<AlertFilter>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<AlertConnection> {
        connection(ctx, filter.unwrap_or_default().resolve()?, first, after).await
    }

    /// What holds at this moment and is at least so severe, the gravest first. To be shown on every page. All-clears
    /// are among them (`isAllClear`), after the alerts, and count as what they end did.
    #[graphql(tag = "module-safety")]
    async fn active_alerts(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(AlertSeverity::Severe)")] min_severity: Option<AlertSeverity>,
    ) -> Result<Vec<Alert>> {
        let at_least = min_severity.unwrap_or(AlertSeverity::Severe);
        let rows = service::active(ctx.scope(), at_least.into()).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(alert).collect())
    }

    /// What waits for a second person, what waits longest first. For those who may send severe alerts.
    #[graphql(tag = "module-safety")]
    async fn alerts_to_approve(&self, ctx: &Context<'_>) -> Result<Vec<Alert>> {
        let rows = service::to_approve(ctx.scope()).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(alert).collect())
    }

    /// On whose behalf whoever looks may send alerts; the city itself first, for editors. Empty for everybody else.
    #[graphql(tag = "module-safety")]
    async fn alert_senders(&self, ctx: &Context<'_>) -> Result<Vec<AlertSender>> {
        let senders = service::senders(ctx.scope()).await?;
        ctx.charge(senders.len())?;
        Ok(senders.into_iter().map(AlertSender).collect())
    }

    /// The institutions that may send severe alerts, the longest first. For editors.
    #[graphql(tag = "module-safety")]
    async fn alert_rights(&self, ctx: &Context<'_>) -> Result<Vec<AlertRight>> {
        let rows = service::holders(ctx.scope()).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(AlertRight).collect())
    }
}

/// What alerts add to institutions.
pub struct AlertsOfInstitution(InstitutionId);

impl From<&InstitutionFields> for AlertsOfInstitution {
    fn from(institution: &InstitutionFields) -> Self {
        Self(institution.0.id)
    }
}

#[Object(name = "AlertsOfInstitution")]
impl AlertsOfInstitution {
    /// Whether it may send severe alerts.
    #[graphql(tag = "module-safety")]
    async fn can_alert(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(service::rights(&*ctx.scope().snapshot().await?).contains(&self.0.0))
    }

    /// The alerts that it sent, the newest first.
    #[graphql(tag = "module-safety")]
    async fn alerts(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<AlertConnection> {
        connection(ctx, Filter { institution: Some(self.0), ..Filter::default() }, first, after).await
    }
}

async fn connection(
    ctx: &Context<'_>,
    filter: Filter,
    first: Option<i32>,
    after: Option<String>,
) -> Result<AlertConnection> {
    let wrong = || Fault::bad_input("after", "this cursor belongs to another list; start without one");
    let after = after.map(|after| AlertId::parse(&after).ok_or_else(wrong)).transpose()?;
    let page = service::list(ctx.scope(), &filter, page_size(first)?, after).await?;
    ctx.charge(page.rows.len())?;
    let fields = AlertConnectionFields { total_count: page.total as u64 };
    let mut connection = Connection::with_additional_fields(after.is_some(), page.has_next, fields);
    connection.edges.extend(page.rows.into_iter().map(|row| Edge::new(Cursor(row.id.global()), alert(row))));
    Ok(connection)
}
