//! Activities as the desk handles them.

use directory::service::resolve_references;
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
    activity::{ActivityId, Model},
    fields, service,
};

/// What the desk must know of activities.
pub const ENTRIES: Kind = Kind {
    name: "ACTIVITY",
    entity: ENTITY,
    folder: "zajecia",
    columns: &fields::COLUMNS,
    title: "title",
    owner: Owner::Column("institution"),
    global: |id| ActivityId(id).global(),
    parse: |text| ActivityId::parse(text).map(|id| id.0),
    load: |scope, ids| Box::pin(load(scope, ids)),
    lock: |tx, id| Box::pin(lock(tx, id)),
    of_party: |scope, institution| Box::pin(of_institution(scope, institution)),
    check: |scope, fields, _| {
        Box::pin(async move { Ok(service::check(scope, fields).await?.into_iter().map(Wrong::of).collect()) })
    },
    normal: |scope, fields| Box::pin(normal(scope, fields)),
    create: |tx, fields, action| {
        Box::pin(async move { Wrong::in_outcome(service::create(tx, fields, action).await).map(|id| id.0) })
    },
    update: |tx, id, fields, action, reason| {
        Box::pin(async move { Wrong::in_outcome(service::update(tx, ActivityId(id), fields, action, reason).await) })
    },
    set_state: Some(|tx, id, state, reason| Box::pin(service::set_state(tx, ActivityId(id), state, reason))),
    confirm: Some(|tx, id| Box::pin(service::confirm(tx, ActivityId(id)))),
    similar: |scope, fields| {
        Box::pin(async move { Ok(service::duplicates(scope, fields).await?.into_iter().map(|(id, _)| id.0).collect()) })
    },
};

/// An activity as an entry.
pub fn entry(scope: &Scope, row: Model) -> Entry {
    Entry {
        kind: &ENTRIES,
        id: row.id.0,
        fields: fields::of(&scope.tenant, &row),
        state: row.state,
        owners: row.institution_id.map(|id| id.0).into_iter().collect(),
        confirmed_at: row.confirmed_at,
        reminded_at: row.reminded_at,
        places_left: row.places_left,
        created_at: row.created_at,
        updated_at: row.updated_at,
        title: row.title,
    }
}

async fn load(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let ids: Vec<_> = ids.into_iter().map(ActivityId).collect();
    let rows = service::rows_of(scope, &ids).await?;
    Ok(rows.into_iter().map(|row| entry(scope, row)).collect())
}

async fn lock(tx: &Tx, id: Uuid) -> Result<Option<Entry>> {
    Ok(service::lock(tx, ActivityId(id)).await?.map(|row| entry(tx.scope(), row)))
}

async fn of_institution(scope: &Scope, institution: Uuid) -> Result<Vec<Entry>> {
    let rows = service::of_institution(scope, directory::InstitutionId(institution)).await?;
    Ok(rows.into_iter().map(|row| entry(scope, row)).collect())
}

async fn normal(scope: &Scope, written: &Fields) -> Outcome<Fields, Wrong> {
    let draft = fields::read(&scope.tenant, written);
    let draft = draft.map_err(|problems| Refused::Problems(problems.into_iter().map(Wrong::of).collect()))?;
    let references: Vec<String> = draft.institution.iter().cloned().collect();
    let known = resolve_references(scope, &references).await?;
    let row = draft.resolved(&known).map_err(|problem| Refused::from(Wrong::of(problem)))?;
    Ok(fields::of(&scope.tenant, &row))
}
