//! Sending alerts.

use std::time::Duration;

use chrono::{DateTime, SubsecRound as _, Utc};
use directory::InstitutionId;
use identity::AccountId;
use kernel::{
    audit,
    changes::Operation,
    error::Result,
    i18n::Lang,
    limits::Rule,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{ActiveEnum as _, ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};
use serde_json::json;

use super::rights::{may_issue, rights_now};
use crate::{
    ALERT_ENTITY,
    alert::{AlertId, Decision, Entity, Model},
    codes::{MessageType, Severity, Status},
    draft::{Checked, Draft, check},
    notify,
    refusal::Refusal,
};

/// How often somebody may send messages: in the worst of nights, one a minute.
const SENDING: Rule = Rule { name: "alert.send", tries: 60, window: Duration::from_secs(3600) };

/// Sends an alert on behalf of an institution, or of the city. What is extreme waits for a second person.
pub async fn issue(
    tx: &mut Tx,
    institution: Option<InstitutionId>,
    status: Status,
    draft: Draft,
) -> Outcome<Model, Refusal> {
    issue_from(tx, institution, status, draft, None).await
}

/// The same, made of a message of another system.
pub(super) async fn issue_from(
    tx: &mut Tx,
    institution: Option<InstitutionId>,
    status: Status,
    draft: Draft,
    origin: Option<String>,
) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let rights = rights_now(tx).await?;
    let party = institution.map(|id| id.0);
    may_issue(&scope.actor, party, draft.severity, &rights)?;
    let sender_name = sender_name(&scope, institution).await?;
    let now = scope.now().trunc_subsecs(0);
    let checked = check(&scope.tenant, now, draft, false)?;
    count(&scope).await?;
    let id = AlertId::new(scope.now());
    let row = Model {
        institution_id: institution,
        origin,
        status,
        sender_name,
        chain_id: id,
        ..written(&scope, id, MessageType::Alert, checked, now)
    };
    Ok(put(tx, row, "alert.issue").await?)
}

/// Counts a message of who acts.
pub(super) async fn count(scope: &Scope) -> Result<()> {
    match scope.actor.account() {
        Some(account) => scope.app().limits.take(scope, SENDING, &account.to_string()).await,
        None => Ok(()),
    }
}

/// A message as it was written, of the city, in no chain.
pub(super) fn written(
    scope: &Scope,
    id: AlertId,
    message_type: MessageType,
    checked: Checked,
    now: DateTime<Utc>,
) -> Model {
    let Checked { draft, area, polygon, circle } = checked;
    let host = scope.app().public.city(&scope.tenant);
    let host = host.split_once("://").map_or(host.as_str(), |(_, host)| host);
    Model {
        id,
        identifier: format!("{}.{}", scope.tenant.slug, id.0),
        sender: host.to_owned(),
        sender_name: String::new(),
        institution_id: None,
        account_id: scope.actor.account().map(AccountId),
        origin: None,
        status: Status::Actual,
        message_type,
        categories: draft.categories.into(),
        responses: draft.responses.into(),
        urgency: draft.urgency,
        severity: draft.severity,
        shown_as: draft.severity,
        certainty: draft.certainty,
        texts: draft.texts.into_iter().map(|(_, words)| words).collect(),
        effective_at: draft.effective.map(|at| at.trunc_subsecs(0)).filter(|at| *at > now),
        onset_at: draft.onset.map(|at| at.trunc_subsecs(0)),
        expires_at: draft.expires.trunc_subsecs(0),
        web: draft.web,
        contact: draft.contact,
        note: draft.note,
        area,
        districts: draft.districts.into(),
        polygon: polygon.into(),
        circle_lat: circle.map(|(middle, _)| middle.lat),
        circle_lon: circle.map(|(middle, _)| middle.lon),
        circle_km: circle.map(|(_, km)| km),
        chain_id: id,
        refers_to: Vec::new().into(),
        replaced_by: None,
        replaced_as: None,
        replaced_at: None,
        decision: Decision::NotNeeded,
        decided_by: None,
        decided_at: None,
        reason: None,
        sent_at: None,
        created_at: now,
        updated_at: now,
    }
}

/// Writes a message. It is sent at once, and replaces what it refers to; or waits, and those are told who may decide.
pub(super) async fn put(tx: &mut Tx, row: Model, action: &'static str) -> Result<Model> {
    let now = row.created_at;
    let waits = needs_second(&row);
    let row = match waits {
        true => Model { decision: Decision::Waiting, ..row },
        false => Model { sent_at: Some(now), ..row },
    };
    Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    tx.changed(ALERT_ENTITY, row.id.0, Operation::Upsert);
    if waits {
        notify::to_approve(tx, &row).await?;
    } else {
        super::follow::replace(tx, &row).await?;
    }
    let details = json!({
        "severity": row.severity.to_value(),
        "status": row.status.to_value(),
        "institution": row.institution_id.map(InstitutionId::global),
        "references": row.references().map(AlertId::global).collect::<Vec<_>>(),
        "waits": waits,
    });
    audit::append(tx, action, &row.id.global(), details).await?;
    Ok(row)
}

/// Whether a message is sent only once a second person says so. What calls off, an all-clear among it, never waits. An
/// update that calls itself an all-clear and extreme at once does: it would stand above all else with whatever it says.
fn needs_second(row: &Model) -> bool {
    row.severity == Severity::Extreme && row.message_type != MessageType::Cancel
}

/// What people know a sender by.
async fn sender_name(scope: &Scope, institution: Option<InstitutionId>) -> Outcome<String, Refusal> {
    let Some(id) = institution else { return Ok(scope.tenant.name.get(Lang::Pl).to_owned()) };
    let row = directory::service::find(scope, id).await?;
    Ok(row.map(|row| row.name).ok_or_else(|| Problem::at(Refusal::InstitutionUnknown, "institution"))?)
}
