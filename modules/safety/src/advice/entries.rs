//! Advice as the desk handles it.

use directory::{InstitutionId, service::resolve_reference};
use kernel::{
    entry::{Entry, Kind, Owner, Wrong},
    error::Result,
    history::Fields,
    refusal::{Outcome, Refused},
    scope::{Scope, Tx},
};
use uuid::Uuid;

use super::{AdviceId, Model, fields, service, similar};
use crate::ENTITY;

/// What the desk must know of advice.
pub const ENTRIES: Kind = Kind {
    name: "ADVICE",
    entity: ENTITY,
    folder: "bezpieczni/porady",
    columns: &fields::COLUMNS,
    title: "title",
    owner: Owner::Column("institution"),
    global: |id| AdviceId(id).global(),
    parse: |text| AdviceId::parse(text).map(|id| id.0),
    load: |scope, ids| Box::pin(load(scope, ids)),
    lock: |tx, id| Box::pin(lock(tx, id)),
    of_party: |scope, institution| Box::pin(of_institution(scope, institution)),
    check: |scope, fields, _| Box::pin(service::check(scope, fields)),
    normal: |scope, fields| Box::pin(normal(scope, fields)),
    create: |tx, fields, action| Box::pin(async move { Ok(service::create(tx, fields, action).await?.0) }),
    update: |tx, id, fields, action, reason| Box::pin(service::update(tx, AdviceId(id), fields, action, reason)),
    set_state: Some(|tx, id, state, reason| Box::pin(service::set_state(tx, AdviceId(id), state, reason))),
    confirm: None,
    similar: |scope, fields| Box::pin(similar::similar(scope, fields)),
};

/// Advice as an entry.
pub(super) fn entry(row: Model) -> Entry {
    Entry {
        kind: &ENTRIES,
        id: row.id.0,
        fields: fields::of(&row),
        state: row.state,
        owners: row.institution_id.map(|id| id.0).into_iter().collect(),
        confirmed_at: None,
        reminded_at: None,
        places_left: None,
        created_at: row.created_at,
        updated_at: row.updated_at,
        title: row.title,
    }
}

async fn load(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let ids: Vec<_> = ids.into_iter().map(AdviceId).collect();
    Ok(service::rows_of(scope, &ids).await?.into_iter().map(entry).collect())
}

async fn lock(tx: &Tx, id: Uuid) -> Result<Option<Entry>> {
    Ok(service::lock(tx, AdviceId(id)).await?.map(entry))
}

async fn of_institution(scope: &Scope, institution: Uuid) -> Result<Vec<Entry>> {
    let rows = service::of_institution(scope, InstitutionId(institution)).await?;
    Ok(rows.into_iter().map(entry).collect())
}

async fn normal(scope: &Scope, written: &Fields) -> Outcome<Fields, Wrong> {
    let draft = fields::read(written).map_err(Refused::Problems)?;
    let institution = resolve_reference(scope, draft.institution.as_deref()).await?;
    Ok(fields::of(&draft.resolved(institution)?))
}
