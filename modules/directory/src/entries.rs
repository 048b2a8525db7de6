//! Institutions as the desk handles them.

use kernel::{
    entry::{Entry, Kind, Owner, State, Wrong},
    error::Result,
    history::Fields,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use uuid::Uuid;

use crate::{
    ENTITY,
    fields::{self, FieldKind, column_name},
    institution::{InstitutionId, Model},
    service,
};

/// What the desk must know of institutions. They stay: others refer to them.
pub const ENTRIES: Kind = Kind {
    name: "INSTITUTION",
    entity: ENTITY,
    folder: "placowki",
    columns: &fields::COLUMNS,
    title: "name",
    owner: Owner::Itself,
    global: |id| InstitutionId(id).global(),
    parse: |text| InstitutionId::parse(text).map(|id| id.0),
    load: |scope, ids| Box::pin(async move { Ok(service::rows(scope, ids).await?.into_iter().map(entry).collect()) }),
    lock: |tx, id| Box::pin(lock(tx, id)),
    of_party: |_, _| Box::pin(async { Ok(Vec::new()) }),
    check: |scope, fields, published| Box::pin(check(scope, fields, published)),
    normal: |scope, fields| Box::pin(async move { Ok(normal(scope, fields)) }),
    create: |tx, fields, action| {
        Box::pin(async move { worded(service::create(tx, fields, action).await).map(|id| id.0) })
    },
    update: |tx, id, fields, action, reason| {
        Box::pin(async move { worded(service::update(tx, InstitutionId(id), fields, action, reason).await) })
    },
    set_state: None,
    confirm: None,
    similar: |scope, fields| {
        Box::pin(async move { Ok(service::duplicates(scope, fields).await?.into_iter().map(|(id, _)| id.0).collect()) })
    },
};

fn entry(row: Model) -> Entry {
    Entry {
        kind: &ENTRIES,
        id: row.id.0,
        fields: fields::of(&row),
        state: State::Published,
        owners: vec![row.id.0],
        confirmed_at: None,
        reminded_at: None,
        places_left: None,
        created_at: row.created_at,
        updated_at: row.updated_at,
        title: row.name,
    }
}

async fn lock(tx: &Tx, id: Uuid) -> Result<Option<Entry>> {
    Ok(service::lock(tx, InstitutionId(id)).await?.map(entry))
}

/// A value that stays as it is published is never wrong: registers have values that nobody could type.
async fn check(scope: &Scope, fields: &Fields, published: Option<&Fields>) -> Result<Vec<Problem<Wrong>>> {
    let found = service::check(scope, fields).await?.into_iter();
    Ok(found.filter(|problem| !stays(fields, published, problem)).map(renamed).map(Wrong::of).collect())
}

fn stays(fields: &Fields, published: Option<&Fields>, problem: &Problem<FieldKind>) -> bool {
    let column = problem.field.as_deref().map(column_name).unwrap_or_default();
    published.and_then(|published| published.get(&column)).is_some_and(|value| fields.get(&column) == Some(value))
}

fn normal(scope: &Scope, written: &Fields) -> Fields {
    let read = |written: &Fields| fields::read(&scope.tenant, written);
    match read(written) {
        Ok(row) => fields::of(&row),
        Err(problems) => {
            // What stays as the register has it is told as it is; the rest is read without it.
            let mut rest = written.clone();
            let mut kept = Fields::new();
            for problem in problems {
                let column = problem.field.as_deref().map(column_name).unwrap_or_default();
                kept.extend(rest.remove_entry(&column));
            }
            let mut told = read(&rest).map_or(rest, |row| fields::of(&row));
            told.extend(kept);
            told
        }
    }
}

/// An institution's kind has a name of its own in the schema, since every entry has a kind.
fn renamed(problem: Problem<FieldKind>) -> Problem<FieldKind> {
    let field = problem.field.map(|field| if field == "kind" { "entryKind".into() } else { field });
    Problem { field, ..problem }
}

fn worded<T>(outcome: Outcome<T, FieldKind>) -> Outcome<T, Wrong> {
    use kernel::refusal::Refused;
    Wrong::in_outcome(outcome.map_err(|refused| match refused {
        Refused::Problems(problems) => Refused::Problems(problems.into_iter().map(renamed).collect()),
        Refused::Fault(fault) => Refused::Fault(fault),
    }))
}
