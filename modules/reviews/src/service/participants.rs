//! Who took part, as providers tell.

use std::time::Duration;

use activities::{Activity, ActivityId};
use identity::{AccountId, normalise_address};
use kernel::{
    audit,
    error::{Fault, Result},
    limits::Rule,
    refusal::{Outcome, Problem},
    scope::{Actor, Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    sea_query::OnConflict,
};
use serde_json::json;

use crate::{
    participant::{ActiveModel, Column, Entity, digest},
    policy,
    refusal::Refusal,
};

/// Addresses that are taken at a time.
const MAX_AT_ONCE: usize = 200;
/// Characters of a wrong address that are said back.
const SHOWN: usize = 60;
/// How often somebody may send addresses.
const NAMING: Rule = Rule { name: "participants", tries: 60, window: Duration::from_secs(3600) };

/// What became of a list of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// How many were added or removed; the rest was so already.
    pub(crate) changed: u64,
    /// How many people took part, as far as is known now.
    pub(crate) total: u64,
}

/// Notes that the people with these addresses took part. Nothing is kept of an address but its digest.
pub(crate) async fn add(tx: &mut Tx, activity: Option<ActivityId>, emails: &[String]) -> Outcome<Named, Refusal> {
    let (activity, digests) = named(tx, activity, emails).await?;
    let before = total(tx, activity.id).await?;
    let now = tx.scope().now();
    let rows = digests.into_iter().map(|digest| ActiveModel {
        activity_id: Set(activity.id),
        digest: Set(digest),
        created_at: Set(now),
    });
    let known = OnConflict::columns([Column::ActivityId, Column::Digest]).do_nothing().to_owned();
    Entity::insert_many(rows).on_conflict(known).exec_without_returning(tx.db()).await?;
    let total = total(tx, activity.id).await?;
    let named = Named { changed: total.saturating_sub(before), total };
    audit::append(tx, "participants.add", &activity.id.global(), json!({ "count": named.changed })).await?;
    Ok(named)
}

/// Takes back that the people with these addresses took part.
pub(crate) async fn remove(tx: &mut Tx, activity: Option<ActivityId>, emails: &[String]) -> Outcome<Named, Refusal> {
    let (activity, digests) = named(tx, activity, emails).await?;
    let gone = Entity::delete_many()
        .filter(Column::ActivityId.eq(activity.id))
        .filter(Column::Digest.is_in(digests))
        .exec(tx.db())
        .await?;
    let named = Named { changed: gone.rows_affected, total: total(tx, activity.id).await? };
    audit::append(tx, "participants.remove", &activity.id.global(), json!({ "count": named.changed })).await?;
    Ok(named)
}

/// How many people took part, for those who may say so; nothing for others.
pub(crate) async fn count(scope: &Scope, activity: ActivityId) -> Result<Option<u64>> {
    let party = super::party(scope, activity).await?;
    if !policy::may_name_participants(&scope.actor, party) {
        return Ok(None);
    }
    let rows = Entity::find().filter(Column::ActivityId.eq(activity));
    Ok(Some(rows.count(&*scope.db().await?).await?))
}

/// What an account took part in, as providers say.
pub(crate) async fn taken_part_in(scope: &Scope, account: AccountId) -> Result<Vec<ActivityId>> {
    let Some(digest) = digest_of(scope, account).await? else { return Ok(Vec::new()) };
    let rows = Entity::find().filter(Column::Digest.eq(digest)).order_by_asc(Column::ActivityId);
    Ok(rows.all(&*scope.db().await?).await?.into_iter().map(|row| row.activity_id).collect())
}

/// Forgets what an account took part in.
pub(super) async fn forget(tx: &mut Tx, account: AccountId) -> Result<()> {
    if let Some(digest) = digest_of(tx.scope(), account).await? {
        Entity::delete_many().filter(Column::Digest.eq(digest)).exec(tx.db()).await?;
    }
    Ok(())
}

async fn digest_of(scope: &Scope, account: AccountId) -> Result<Option<String>> {
    let account = identity::accounts::find(scope, account).await?;
    let address = account.as_ref().and_then(|account| account.email.as_deref());
    address.map(|address| digest(scope, address)).transpose()
}

async fn total(tx: &Tx, activity: ActivityId) -> Result<u64> {
    Ok(Entity::find().filter(Column::ActivityId.eq(activity)).count(tx.db()).await?)
}

/// The activity, and the digests of the addresses, each once.
async fn named(tx: &Tx, activity: Option<ActivityId>, emails: &[String]) -> Outcome<(Activity, Vec<String>), Refusal> {
    let scope = tx.scope();
    if scope.actor == Actor::Anonymous {
        return Err(Fault::unauthenticated().into());
    }
    let record = match activity {
        Some(id) => activities::service::record(scope, id).await?,
        None => None,
    };
    let record = record.ok_or_else(Fault::not_found)?;
    let party = record.institution_id.map(|id| id.0);
    if !policy::may_name_participants(&scope.actor, party) {
        // Others must not learn that an activity exists which is not published.
        super::public_activity(scope, Some(record.id)).await?;
        return Err(Fault::forbidden().into());
    }
    if let Some(account) = scope.actor.account() {
        scope.app().limits.take(scope, NAMING, &AccountId(account).global()).await?;
    }
    let given: Vec<&str> = emails.iter().map(|email| email.trim()).filter(|email| !email.is_empty()).collect();
    if given.is_empty() {
        return Err(Problem::at(Refusal::AddressesMissing, "emails").into());
    }
    if given.len() > MAX_AT_ONCE {
        return Err(Problem::at(Refusal::TooManyAddresses, "emails").with("max", MAX_AT_ONCE as u32).into());
    }
    let mut digests = Vec::with_capacity(given.len());
    for email in given {
        let Some(address) = normalise_address(email) else {
            let shown: String = email.chars().filter(|c| !c.is_control()).take(SHOWN).collect();
            return Err(Problem::at(Refusal::AddressWrong, "emails").with("address", shown).into());
        };
        digests.push(digest(scope, &address)?);
    }
    digests.sort_unstable();
    digests.dedup();
    Ok((record, digests))
}
