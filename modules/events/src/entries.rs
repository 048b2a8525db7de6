//! Events as the desk handles them.

use std::collections::HashMap;

use directory::{InstitutionId, service::resolve_references};
use kernel::{
    entry::{Entry, Kind, Owner, Wrong},
    error::Result,
    history::Fields,
    refusal::{Outcome, Refused},
    scope::{Scope, Tx},
};
use uuid::Uuid;

use crate::{
    ENTITY,
    event::{EventId, Model},
    fields, organiser, service,
};

/// What the desk must know of events.
pub const ENTRIES: Kind = Kind {
    name: "EVENT",
    entity: ENTITY,
    folder: "wydarzenia",
    columns: &fields::COLUMNS,
    title: "title",
    owner: Owner::Column("institution"),
    global: |id| EventId(id).global(),
    parse: |text| EventId::parse(text).map(|id| id.0),
    load: |scope, ids| Box::pin(load(scope, ids)),
    lock: |tx, id| Box::pin(lock(tx, id)),
    of_party: |scope, institution| Box::pin(of_institution(scope, institution)),
    check: |scope, fields, _| Box::pin(service::check(scope, fields)),
    normal: |scope, fields| Box::pin(normal(scope, fields)),
    create: |tx, fields, action| Box::pin(async move { service::create(tx, fields, action).await.map(|id| id.0) }),
    update: |tx, id, fields, action, reason| Box::pin(service::update(tx, EventId(id), fields, action, reason)),
    set_state: Some(|tx, id, state, reason| Box::pin(service::set_state(tx, EventId(id), state, reason))),
    confirm: None,
    similar: |scope, fields| Box::pin(similar(scope, fields)),
};

async fn similar(scope: &Scope, fields: &Fields) -> Result<Vec<Uuid>> {
    Ok(service::similar(scope, fields).await?.into_iter().map(|id| id.0).collect())
}

/// Rows as entries, with whose they are.
async fn entries(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Entry>> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut joined = organiser::joined(scope, &ids).await?;
    Ok(rows.into_iter().map(|row| entry(scope, row, &mut joined)).collect())
}

fn entry(scope: &Scope, row: Model, joined: &mut HashMap<EventId, Vec<InstitutionId>>) -> Entry {
    let owners = service::together(row.institution_id, joined.remove(&row.id).unwrap_or_default());
    Entry {
        kind: &ENTRIES,
        id: row.id.0,
        fields: fields::of(&scope.tenant, &row),
        state: row.state,
        owners: owners.into_iter().map(|id| id.0).collect(),
        confirmed_at: None,
        reminded_at: None,
        places_left: None,
        created_at: row.created_at,
        updated_at: row.updated_at,
        title: row.title,
    }
}

async fn load(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let ids: Vec<_> = ids.into_iter().map(EventId).collect();
    let rows = service::rows_of(scope, &ids).await?;
    entries(scope, rows).await
}

async fn lock(tx: &Tx, id: Uuid) -> Result<Option<Entry>> {
    let Some(row) = service::lock(tx, EventId(id)).await? else { return Ok(None) };
    Ok(entries(tx.scope(), vec![row]).await?.pop())
}

async fn of_institution(scope: &Scope, institution: Uuid) -> Result<Vec<Entry>> {
    let rows = service::of_institution(scope, InstitutionId(institution)).await?;
    entries(scope, rows).await
}

async fn normal(scope: &Scope, written: &Fields) -> Outcome<Fields, Wrong> {
    let draft = fields::read(&scope.tenant, written).map_err(Refused::Problems)?;
    let references: Vec<String> = draft.institution.iter().cloned().collect();
    let known = resolve_references(scope, &references).await?;
    let row = draft.resolved(&known)?;
    Ok(fields::of(&scope.tenant, &row))
}
