//! The right to send severe alerts: who has it, granting it and taking it back.

use std::sync::Arc;

use directory::InstitutionId;
use identity::AccountId;
use kernel::{
    access::Role,
    audit,
    changes::Operation,
    error::Result,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
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
    policy::require(&scope.actor, policy::may_see_rights(&scope.actor))?;
    Ok(Entity::find().order_by_asc(Column::GrantedAt).all(&*scope.db().await?).await?)
}

/// Grants the right; nothing changes if the institution has it. For admins.
pub async fn grant_right(tx: &mut Tx, institution: Option<InstitutionId>) -> Outcome<InstitutionId, Refusal> {
    let institution = known(tx, institution).await?;
    if Entity::find_by_id(institution).one(tx.db()).await?.is_some() {
        return Ok(institution);
    }
    let row = ActiveModel {
        institution_id: Set(institution),
        granted_by: Set(tx.scope().actor.account().map(AccountId)),
        granted_at: Set(tx.scope().now()),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    tx.changed(RIGHT_ENTITY, institution.0, Operation::Upsert);
    audit::append(tx, "alert_right.grant", &institution.global(), json!({})).await?;
    Ok(institution)
}

/// Takes the right back; nothing changes if the institution has it not. For admins.
pub async fn revoke_right(tx: &mut Tx, institution: Option<InstitutionId>) -> Outcome<InstitutionId, Refusal> {
    let institution = known(tx, institution).await?;
    if Entity::delete_by_id(institution).exec(tx.db()).await?.rows_affected > 0 {
        tx.changed(RIGHT_ENTITY, institution.0, Operation::Delete);
        audit::append(tx, "alert_right.revoke", &institution.global(), json!({})).await?;
    }
    Ok(institution)
}

async fn known(tx: &Tx, institution: Option<InstitutionId>) -> Outcome<InstitutionId, Refusal> {
    let scope = tx.scope();
    policy::require(&scope.actor, policy::may_grant(&scope.actor))?;
    let found = match institution {
        Some(id) => directory::service::find(scope, id).await?,
        None => None,
    };
    Ok(found.map(|row| row.id).ok_or_else(|| Problem::at(Refusal::InstitutionUnknown, "institution"))?)
}

/// Ids of all institutions with the right.
pub(crate) async fn ids(scope: &Scope) -> Result<Vec<Uuid>> {
    Ok(Entity::find().all(&*scope.db().await?).await?.into_iter().map(|row| row.institution_id.0).collect())
}

/// Rows by id.
pub(crate) async fn rows(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Arc<Model>>> {
    let among = Column::InstitutionId.is_in(ids.into_iter().map(InstitutionId));
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
