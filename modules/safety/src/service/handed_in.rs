//! Messages of other systems, handed in as they are.

use directory::InstitutionId;
use kernel::{
    i18n::Lang,
    refusal::{Outcome, Problem, Refused},
    scope::Tx,
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::ExprTrait as _};

use super::{
    follow::{AllClear, all_clear_from, cancel_from, update_from},
    issue::{count, issue_from},
    rights::rights_now,
};
use crate::{
    alert::{AlertId, Column, Entity, Model},
    cap::{self, Incoming, Message},
    codes::{Code as _, Severity, Status},
    policy,
    refusal::Refusal,
};

pub use cap::MAX_BYTES as MAX_CAP;

/// Takes over a message of another system on behalf of an institution, or of the city. The same message handed in again
/// changes nothing. It is known here by a name of our own; messages that refer to it by its own find it.
pub async fn issue_cap(tx: &mut Tx, institution: Option<InstitutionId>, text: &str) -> Outcome<Model, Refusal> {
    let outcome = take_over(tx, institution, text).await;
    outcome.map_err(|refused| match refused {
        Refused::Problems(problems) => Refused::Problems(problems.into_iter().map(at_element).collect()),
        Refused::Fault(fault) => Refused::Fault(fault),
    })
}

async fn take_over(tx: &mut Tx, institution: Option<InstitutionId>, text: &str) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let rights = rights_now(tx).await?;
    let party = institution.map(|id| id.0);
    // Who may not send anything is told that before anything is read.
    scope.actor.require(policy::may_issue(&scope.actor, party, Severity::Unknown, &rights))?;
    let message = cap::parse(&scope.tenant, text).map_err(Refused::Problems);
    let Message { sender, identifier, status, references, note, asks } = match message {
        Ok(message) => message,
        Err(refused) => {
            count(&scope).await?;
            return Err(refused);
        }
    };
    let origin = origin(institution, &sender, &identifier);
    let known = Entity::find().filter(Column::Origin.eq(origin.as_str())).one(tx.db()).await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let origin = Some(origin);
    let former = match asks {
        Incoming::Alert(_) => None,
        _ => Some(referred_to(tx, institution, &references, status).await?),
    };
    match asks {
        Incoming::Alert(draft) => {
            issue_from(tx, institution, status, crate::draft::Draft { note, ..draft }, origin).await
        }
        Incoming::Update(draft) => update_from(tx, former, crate::draft::Draft { note, ..draft }, origin).await,
        Incoming::Cancel => {
            let ready = || scope.app().messages.format(Lang::default(), "alert-cancel-by-sender", &[]);
            let reason = note.map_or_else(|| Ok(ready()), |note| crate::draft::reasoned(&note));
            cancel_from(tx, former, reason, origin).await
        }
        Incoming::AllClear(texts, expires) => {
            all_clear_from(tx, former, AllClear { texts, expires: Some(expires), note }, origin).await
        }
    }
}

/// The newest message among those that are referred to, by our names of them or by their senders' own. It must be meant
/// as what refers to it is: what follows takes that over, and an exercise must not speak for what is no exercise.
async fn referred_to(
    tx: &Tx,
    institution: Option<InstitutionId>,
    references: &[(String, String)],
    status: Status,
) -> Outcome<AlertId, Refusal> {
    let ours = references.iter().map(|(_, identifier)| identifier.as_str());
    let theirs = references.iter().map(|(sender, identifier)| origin(institution, sender, identifier));
    let known = Column::Identifier.is_in(ours).or(Column::Origin.is_in(theirs));
    let known = Entity::find()
        .filter(known)
        .filter(Column::SentAt.is_not_null())
        .order_by_desc(Column::Id)
        .all(tx.db())
        .await?;
    // Somebody else's messages are not theirs to refer to, whatever they are called.
    let newest = known.into_iter().find(|row| row.institution_id == institution);
    let newest = newest.ok_or_else(|| Problem::at(Refusal::CapReference, "cap"))?;
    if newest.status != status {
        let problem = Problem::at(Refusal::CapValue, "cap").with("element", "alert.status").with("value", status.cap());
        return Err(problem.with("expected", newest.status.cap()).into());
    }
    Ok(newest.id)
}

/// What a message of another system is known by here.
fn origin(institution: Option<InstitutionId>, sender: &str, identifier: &str) -> String {
    let party = institution.map_or_else(|| "city".to_owned(), InstitutionId::global);
    format!("{party} {sender},{identifier}")
}

/// What is wrong with a draft, said of the message that it was read from.
fn at_element(problem: Problem<Refusal>) -> Problem<Refusal> {
    let field = problem.field.as_deref().unwrap_or_default();
    if field == "institution" || field == "cap" {
        return problem;
    }
    if problem.kind == Refusal::TextMissing {
        let element = field.rsplit('.').next().unwrap_or_default();
        return Problem::at(Refusal::CapMissing, "cap").with("element", format!("alert.info.{element}"));
    }
    Problem { field: Some("cap".into()), ..problem }
}
