//! What this module keeps about an account.

use identity::{AccountId, PersonalData};
use kernel::{
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::ActiveEnum as _;
use serde_json::{Value, json};

use crate::{family, joining, signups, sources};

/// What this module keeps about an account: what it signed up for, keeps and wrote, and its family's calendar.
pub const PERSONAL_DATA: PersonalData = PersonalData {
    name: "events",
    export: |scope, account| Box::pin(export(scope, account)),
    erase: |tx, account| Box::pin(erase(tx, account)),
};

async fn export(scope: &Scope, account: AccountId) -> Result<Value> {
    let sign_ups: Vec<Value> = signups::all_by(scope, account)
        .await?
        .into_iter()
        .map(|row| {
            json!({
                "id": row.id.global(),
                "event": row.event_id.global(),
                "child": row.child_id.map(identity::ChildId::global),
                "date": row.occurrence,
                "people": row.people,
                "note": row.note,
                "state": row.state.to_value(),
                "createdAt": row.created_at,
                "updatedAt": row.updated_at,
            })
        })
        .collect();
    let kept: Vec<Value> =
        signups::kept_by(scope, account, None).await?.into_iter().map(|id| Value::from(id.global())).collect();
    let invitations: Vec<Value> = joining::written_by(scope, account)
        .await?
        .into_iter()
        .map(|row| {
            json!({
                "id": row.id.global(),
                "event": row.event_id.global(),
                "institution": row.institution_id.global(),
                "kind": row.kind.to_value(),
                "message": row.message,
                "state": row.state.to_value(),
                "createdAt": row.created_at,
                "answeredAt": row.answered_at,
            })
        })
        .collect();
    let calendars: Vec<Value> = sources::added_by(scope, account)
        .await?
        .into_iter()
        .map(|row| {
            json!({
                "id": row.id.global(),
                "institution": row.institution_id.global(),
                "url": sources::url(scope, &row),
                "createdAt": row.created_at,
            })
        })
        .collect();
    let family = family::of(scope, account).await?;
    Ok(json!({
        "signUps": sign_ups,
        "kept": kept,
        "familyCalendar": family.map(|row| json!({ "showsNames": row.names, "createdAt": row.created_at })),
        "invitations": invitations,
        "calendars": calendars,
    }))
}

async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    signups::erase(tx, account).await?;
    signups::forget_kept(tx, account).await?;
    family::forget(tx, account).await?;
    joining::forget_account(tx, account).await?;
    sources::forget_account(tx, account).await
}
