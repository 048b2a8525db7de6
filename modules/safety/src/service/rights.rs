//! The right to send severe alerts: who has it, granting it and taking it back.

use std::sync::Arc;

use directory::InstitutionId;
use identity::AccountId;
use kernel::{
    access::Role,
    audit,
    changes::Operation,
    error::{Fault, Result},
    ids,
    refusal::{Outcome, Problem},
    scope::{Actor, Scope, Tx},
    search::Snapshot,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    RIGHT_ENTITY,
    codes::Severity,
    policy::{self, Rights},
    refusal::Refusal,
    right::{ActiveModel, Column, Entity, Model},
};

/// Somebody on whose behalf one may send alerts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The institution; none for the city.
    pub institution: Option<InstitutionId>,
    /// Whether they may be severe.
    pub severe: bool,
}

/// The institutions with the right, from the read model.
pub fn rights(snapshot: &Snapshot) -> Rights {
    snapshot.cards::<Model>(RIGHT_ENTITY).map(|row| row.institution_id.0).collect()
}

/// The institutions with the right as they are now, for who is about to write.
pub(crate) async fn rights_now(tx: &Tx) -> Result<Rights> {
    Ok(Entity::find().all(tx.db()).await?.into_iter().map(|row| row.institution_id.0).collect())
}

/// Nobody sends what is not theirs to send; who only lacks the right is told of it.
pub(super) fn may_issue(actor: &Actor, party: Option<Uuid>, severity: Severity, rights: &Rights) -> Result<()> {
    let may = |severity| policy::may_issue(actor, party, severity, rights);
    if !may(severity) && may(Severity::Moderate) {
        return Err(Fault::forbidden_since(
            "severe and extreme alerts need the right to alert, which the city's administrators grant; up to moderate \
             ones do not",
        ));
    }
    actor.require(may(severity))
}

/// On whose behalf who acts may send alerts: the city's first.
pub async fn senders(scope: &Scope) -> Result<Vec<Sender>> {
    let rights = rights(&*scope.snapshot().await?);
    let is_editor = scope.actor.is_at_least(Role::Editor);
    let city = is_editor.then_some(Sender { institution: None, severe: true });
    let mut parties: Vec<Uuid> = match scope.actor.person() {
        Some(person) => person.parties(Role::Manager).collect(),
        None => Vec::new(),
    };
    if is_editor {
        parties.extend(&rights);
    }
    parties.sort_unstable();
    parties.dedup();
    let sender = |party: Uuid| Sender {
        institution: Some(InstitutionId(party)),
        severe: policy::may_issue(&scope.actor, Some(party), Severity::Severe, &rights),
    };
    Ok(city.into_iter().chain(parties.into_iter().map(sender)).collect())
}

/// Who has the right, the longest first. For editors.
pub async fn holders(scope: &Scope) -> Result<Vec<Model>> {
    scope.actor.require(policy::may_see_rights(&scope.actor))?;
    Ok(Entity::find().order_by_asc(Column::GrantedAt).all(&*scope.db().await?).await?)
}

/// Grants the right; nothing changes if the institution has it. For admins.
pub async fn grant_right(tx: &mut Tx, institution: Option<InstitutionId>) -> Outcome<InstitutionId, Refusal> {
    let institution = known(tx, institution).await?;
    if held(tx, institution).await?.is_some() {
        return Ok(institution);
    }
    let id = ids::at(tx.scope().now());
    let row = ActiveModel {
        id: Set(id),
        institution_id: Set(institution),
        granted_by: Set(tx.scope().actor.account().map(AccountId)),
        granted_at: Set(tx.scope().now()),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    tx.changed(RIGHT_ENTITY, id, Operation::Upsert);
    audit::append(tx, "alert_right.grant", &institution.global(), json!({})).await?;
    Ok(institution)
}

/// Takes the right back; nothing changes if the institution has it not. For admins.
pub async fn revoke_right(tx: &mut Tx, institution: Option<InstitutionId>) -> Outcome<InstitutionId, Refusal> {
    let institution = known(tx, institution).await?;
    if let Some(row) = held(tx, institution).await? {
        Entity::delete_by_id(row.id).exec(tx.db()).await?;
        tx.changed(RIGHT_ENTITY, row.id, Operation::Delete);
        audit::append(tx, "alert_right.revoke", &institution.global(), json!({})).await?;
    }
    Ok(institution)
}

async fn held(tx: &Tx, institution: InstitutionId) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::InstitutionId.eq(institution)).one(tx.db()).await?)
}

async fn known(tx: &Tx, institution: Option<InstitutionId>) -> Outcome<InstitutionId, Refusal> {
    let scope = tx.scope();
    scope.actor.require(policy::may_grant(&scope.actor))?;
    let found = match institution {
        Some(id) => directory::service::find(scope, id).await?,
        None => None,
    };
    Ok(found.map(|row| row.id).ok_or_else(|| Problem::at(Refusal::InstitutionUnknown, "institution"))?)
}

/// Ids of all rights.
pub(crate) async fn right_ids(scope: &Scope) -> Result<Vec<Uuid>> {
    Ok(Entity::find().all(&*scope.db().await?).await?.into_iter().map(|row| row.id).collect())
}

/// Rows by id.
pub(crate) async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Arc<Model>>> {
    let among = Column::Id.is_in(ids);
    Ok(Entity::find().filter(among).all(&*scope.db().await?).await?.into_iter().map(Arc::new).collect())
}

pub(super) async fn forget_account(tx: &Tx, account: AccountId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::GrantedBy, Expr::value(Option::<Uuid>::None))
        .filter(Column::GrantedBy.eq(account))
        .exec(tx.db())
        .await?;
    Ok(())
}
