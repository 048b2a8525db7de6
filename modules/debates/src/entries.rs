//! Debates as the desk handles them.

use kernel::{
    entry::{Entry, Kind, Owner},
    error::Result,
    scope::{Scope, Tx},
};
use uuid::Uuid;

use crate::{
    ENTITY, FOLDER,
    debate::{DebateId, Model},
    fields, service,
};

/// What the desk must know of debates: the city's own.
pub const ENTRIES: Kind = Kind {
    name: "DEBATE",
    entity: ENTITY,
    folder: FOLDER,
    columns: &fields::COLUMNS,
    title: "title",
    owner: Owner::City,
    global: |id| DebateId(id).global(),
    parse: |text| DebateId::parse(text).map(|id| id.0),
    load: |scope, ids| Box::pin(load(scope, ids)),
    lock: |tx, id| Box::pin(lock(tx, id)),
    of_party: |_, _| Box::pin(async { Ok(Vec::new()) }),
    check: |scope, fields, _| Box::pin(service::check(scope, fields)),
    normal: |scope, fields| Box::pin(async move { service::normal(scope, fields) }),
    create: |tx, fields, action| Box::pin(async move { Ok(service::create(tx, fields, action).await?.0) }),
    update: |tx, id, fields, action, reason| Box::pin(service::update(tx, DebateId(id), fields, action, reason)),
    set_state: Some(|tx, id, state, reason| Box::pin(service::set_state(tx, DebateId(id), state, reason))),
    confirm: None,
    similar: |scope, fields| {
        Box::pin(async move { Ok(service::alike(scope, fields).await?.into_iter().map(|id| id.0).collect()) })
    },
};

/// A debate as an entry.
pub fn entry(scope: &Scope, row: Model) -> Entry {
    Entry {
        kind: &ENTRIES,
        id: row.id.0,
        fields: fields::of(&scope.tenant, &row),
        state: row.state,
        owners: Vec::new(),
        confirmed_at: None,
        reminded_at: None,
        places_left: None,
        created_at: row.created_at,
        updated_at: row.updated_at,
        title: row.title,
    }
}

async fn load(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let ids: Vec<_> = ids.into_iter().map(DebateId).collect();
    let rows = service::rows_of(scope, &ids).await?;
    Ok(rows.into_iter().map(|row| entry(scope, row)).collect())
}

async fn lock(tx: &Tx, id: Uuid) -> Result<Option<Entry>> {
    Ok(service::lock(tx, DebateId(id)).await?.map(|row| entry(tx.scope(), row)))
}
