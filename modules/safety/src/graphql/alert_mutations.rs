//! Mutations of alerts.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use directory::{
    InstitutionId,
    graphql::{Institution, institution},
};
use kernel::{
    error::Fault,
    graphql::ContextExt as _,
    payload,
    refusal::{Outcome, Problem, Refused},
    scope::{Scope, Tx},
};

use super::{
    alert::{Alert, alert},
    alert_inputs::{
        AlertAllClearInput, AlertApproveInput, AlertCancelInput, AlertIssueCapInput, AlertIssueInput, AlertRejectInput,
        AlertRightInput, AlertUpdateInput,
    },
    codes::AlertStatus,
};
use crate::{
    alert::{AlertId, Model},
    refusal::Refusal,
    service,
};

payload! {
    /// What became of an alert.
    AlertIssuePayload, AlertIssueErrorCode { alert: Alert } {
        TextMissing, TextTooLong, CategoryMissing, ExpiresPast, ExpiresBeforeStart, ExpiresTooLate, EffectiveTooLate,
        OnsetTooLate, LinkExpected, DistrictUnknown, InstitutionUnknown, PointWrong, PolygonCorners, PolygonOpen,
        PolygonCrossing, AreaElsewhere, RadiusWrong,
    }
}

payload! {
    /// What became of replacing an alert.
    AlertUpdatePayload, AlertUpdateErrorCode { alert: Alert } {
        TextMissing, TextTooLong, CategoryMissing, ExpiresPast, ExpiresBeforeStart, ExpiresTooLate, EffectiveLater,
        OnsetTooLate, LinkExpected, DistrictUnknown, PointWrong, PolygonCorners, PolygonOpen, PolygonCrossing,
        AreaElsewhere, RadiusWrong, NotCurrent,
    }
}

payload! {
    /// What became of calling an alert off: the message that does it.
    AlertCancelPayload, AlertCancelErrorCode { alert: Alert } { ReasonMissing, TextTooLong, NotCurrent }
}

payload! {
    /// What became of saying that a danger is over: the message that says it.
    AlertAllClearPayload, AlertAllClearErrorCode { alert: Alert } {
        TextMissing, TextTooLong, ExpiresPast, ExpiresTooLate, NotCurrent,
    }
}

payload! {
    /// What became of approving an alert.
    AlertApprovePayload, AlertApproveErrorCode { alert: Alert } {
        AlreadyDecided, SecondPerson, ExpiresPast, NotCurrent,
    }
}

payload! {
    /// What became of dropping an alert.
    AlertRejectPayload, AlertRejectErrorCode { alert: Alert } { AlreadyDecided, ReasonMissing, TextTooLong }
}

payload! {
    /// What became of a message of another system.
    AlertIssueCapPayload, AlertIssueCapErrorCode { alert: Alert } {
        CapTooLarge, CapNotXml, CapUnsafe, CapForeign, CapMissing, CapValue, CapRepeated, CapReference, TextTooLong,
        CategoryMissing, ExpiresPast, ExpiresBeforeStart, ExpiresTooLate, EffectiveTooLate, EffectiveLater,
        OnsetTooLate, LinkExpected, DistrictUnknown, InstitutionUnknown, PointWrong, PolygonCorners, PolygonOpen,
        PolygonCrossing, AreaElsewhere, RadiusWrong, NotCurrent,
    }
}

payload! {
    /// What became of granting the right to send severe alerts.
    AlertRightGrantPayload, AlertRightGrantErrorCode { institution: Institution } { InstitutionUnknown }
}

payload! {
    /// What became of taking back the right to send severe alerts.
    AlertRightRevokePayload, AlertRightRevokeErrorCode { institution: Institution } { InstitutionUnknown }
}

/// Mutations of alerts.
#[derive(Debug, Default)]
pub struct SafetyMutation;

#[Object]
impl SafetyMutation {
    /// Sends an alert. For managers of the institution; what is severe, for those of institutions with the right to
    /// send it; anything, and for the city, for editors. What is extreme waits (`PENDING`) until a second person
    /// approves it.
    #[graphql(tag = "module-safety")]
    async fn alert_issue(&self, ctx: &Context<'_>, input: AlertIssueInput) -> Result<AlertIssuePayload> {
        let mut tx = ctx.scope().begin().await?;
        let sender = sender(ctx.scope(), input.institution.as_ref());
        let status = input.status.unwrap_or(AlertStatus::Actual).into();
        let outcome = match sender {
            Ok(sender) => service::issue(&mut tx, sender, status, input.draft()).await,
            Err(refused) => Err(refused),
        };
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(AlertIssuePayload::of(ctx.scope(), outcome)?)
    }

    /// Replaces an alert by what is true now, at once. What is extreme waits for a second person, and the former holds
    /// until then. For those who may send both.
    #[graphql(tag = "module-safety")]
    async fn alert_update(&self, ctx: &Context<'_>, input: AlertUpdateInput) -> Result<AlertUpdatePayload> {
        let mut tx = ctx.scope().begin().await?;
        let former = AlertId::parse(&input.references);
        let outcome = service::update(&mut tx, former, input.draft()).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(AlertUpdatePayload::of(ctx.scope(), outcome)?)
    }

    /// Calls an alert off, at once. For those who may send it.
    #[graphql(tag = "module-safety")]
    async fn alert_cancel(&self, ctx: &Context<'_>, input: AlertCancelInput) -> Result<AlertCancelPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::cancel(&mut tx, AlertId::parse(&input.id), &input.reason).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(AlertCancelPayload::of(ctx.scope(), outcome)?)
    }

    /// Says that the danger of an alert is over: calls it off, and is shown for some hours itself. For those who may
    /// send it.
    #[graphql(tag = "module-safety")]
    async fn alert_all_clear(&self, ctx: &Context<'_>, input: AlertAllClearInput) -> Result<AlertAllClearPayload> {
        let mut tx = ctx.scope().begin().await?;
        let former = AlertId::parse(&input.id);
        let outcome = service::all_clear(&mut tx, former, input.given()).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(AlertAllClearPayload::of(ctx.scope(), outcome)?)
    }

    /// Sends what waits for a second person. For those who may send severe alerts, and did not write it.
    #[graphql(tag = "module-safety")]
    async fn alert_approve(&self, ctx: &Context<'_>, input: AlertApproveInput) -> Result<AlertApprovePayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::approve(&mut tx, AlertId::parse(&input.id)).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(AlertApprovePayload::of(ctx.scope(), outcome)?)
    }

    /// Drops what waits for a second person. For those who may send severe alerts, and for its author.
    #[graphql(tag = "module-safety")]
    async fn alert_reject(&self, ctx: &Context<'_>, input: AlertRejectInput) -> Result<AlertRejectPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::reject(&mut tx, AlertId::parse(&input.id), &input.reason).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(AlertRejectPayload::of(ctx.scope(), outcome)?)
    }

    /// Takes over a message of another system: an alert, an update, a cancellation or an all-clear, by the same rules
    /// as if it were written here. It is known here by an `identifier` of our own; later messages may refer to it by
    /// its own.
    #[graphql(tag = "module-safety")]
    async fn alert_issue_cap(&self, ctx: &Context<'_>, input: AlertIssueCapInput) -> Result<AlertIssueCapPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = match sender(ctx.scope(), input.institution.as_ref()) {
            Ok(sender) => service::issue_cap(&mut tx, sender, &input.cap).await,
            Err(refused) => Err(refused),
        };
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(AlertIssueCapPayload::of(ctx.scope(), outcome)?)
    }

    /// Grants an institution the right to send severe alerts. For admins.
    #[graphql(tag = "module-safety")]
    async fn alert_right_grant(&self, ctx: &Context<'_>, input: AlertRightInput) -> Result<AlertRightGrantPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::grant_right(&mut tx, InstitutionId::parse(&input.institution)).await;
        let outcome = changed(ctx, tx, outcome).await?;
        Ok(AlertRightGrantPayload::of(ctx.scope(), outcome)?)
    }

    /// Takes an institution's right to send severe alerts back. For admins.
    #[graphql(tag = "module-safety")]
    async fn alert_right_revoke(&self, ctx: &Context<'_>, input: AlertRightInput) -> Result<AlertRightRevokePayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = service::revoke_right(&mut tx, InstitutionId::parse(&input.institution)).await;
        let outcome = changed(ctx, tx, outcome).await?;
        Ok(AlertRightRevokePayload::of(ctx.scope(), outcome)?)
    }
}

/// On whose behalf; a refusal, for those who signed in, if it is no institution's id.
fn sender(scope: &Scope, id: Option<&ID>) -> Outcome<Option<InstitutionId>, Refusal> {
    let Some(id) = id else { return Ok(None) };
    if let Some(id) = InstitutionId::parse(id) {
        return Ok(Some(id));
    }
    scope.person()?;
    Err(Problem::at(Refusal::InstitutionUnknown, "institution").into())
}

/// Commits what was done and reads it back; a refusal stays one.
async fn settled(ctx: &Context<'_>, tx: Tx, outcome: Outcome<Model, Refusal>) -> Result<Outcome<Alert, Refusal>> {
    let row = match outcome {
        Ok(row) => row,
        Err(refused) => return Ok(Err(refused)),
    };
    tx.commit().await?;
    ctx.scope().settle().await?;
    Ok(Ok(alert(Arc::new(row))))
}

/// Commits what was done and reads the institution back; a refusal stays one.
async fn changed(
    ctx: &Context<'_>,
    tx: Tx,
    outcome: Outcome<InstitutionId, Refusal>,
) -> Result<Outcome<Institution, Refusal>> {
    let id = match outcome {
        Ok(id) => id,
        Err(refused) => return Ok(Err(refused)),
    };
    tx.commit().await?;
    ctx.scope().settle().await?;
    let row = directory::service::find(ctx.scope(), id).await?;
    Ok(row.map(|row| institution(Arc::new(row))).ok_or_else(|| Refused::Fault(Fault::not_found())))
}
