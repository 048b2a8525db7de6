//! Activities as a CSV file, in the columns of the public contract.

mod own;

use std::collections::HashMap;

use directory::{
    InstitutionId, rejection, service as institutions,
    sheet::{RowValues, without_guard},
};
use kernel::{
    error::Result,
    import::{Rejection, Report, Row, Table},
    scope::Scope,
};

use crate::{
    fields::{self, COLUMNS, Draft},
    service,
};

pub use own::{ImportPreview, PreviewRow, RowFate, import_own};

/// Columns of the file besides those that tell an activity.
const OWN: [&str; 3] = ["id", "source", "updated"];
/// Columns that must be there.
const REQUIRED: [&str; 2] = ["id", "title"];
/// Rows written in one transaction.
const BATCH: usize = 500;

/// A row that was understood, but for what its institution stands for.
struct Parsed<'a> {
    row: Row<'a>,
    id: String,
    draft: Draft,
}

/// Imports a file of activities, told apart by the file's own ids; `source` names where it comes from.
pub async fn import(
    scope: &Scope,
    content: &[u8],
    source: &str,
    dry_run: bool,
    progress: &dyn Fn(usize, usize),
) -> Result<Report> {
    let table = Table::parse(content, &REQUIRED)?;
    let mut report = Report::default();
    let known = known_columns();
    report
        .notes
        .extend(table.unknown_columns(&known).map(|name| format!("the column \"{name}\" is unknown and was left out")));
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut parsed = Vec::with_capacity(table.len());
    for row in table.rows() {
        match row.and_then(|row| parse(scope, row)) {
            Ok(read) => match seen.insert(read.id.clone(), read.row.number()) {
                None => parsed.push(read),
                Some(first) => {
                    let problem = format!("the id \"{}\" stands in row {first} already", read.id);
                    report.rejected.push(read.row.reject("id", problem));
                }
            },
            Err(rejection) => report.rejected.push(rejection),
        }
    }
    let institutions = institutions_of(scope, parsed.iter().map(|parsed| &parsed.draft)).await?;
    let mut rows = Vec::with_capacity(parsed.len());
    for Parsed { row, id, draft } in parsed {
        match draft.resolved(&institutions) {
            Ok(mut model) => {
                (model.source, model.source_id) = (source.to_owned(), id);
                rows.push(model);
            }
            Err(problem) => report.rejected.push(rejection(scope, row, &[problem])),
        }
    }
    let mut done = 0;
    for batch in rows.chunks(BATCH) {
        let scope = scope.fresh();
        let ids: Vec<_> = batch.iter().map(|row| row.source_id.clone()).collect();
        let mut known = service::by_source(&scope, source, &ids).await?;
        let codes = institutions::postcodes(&scope, batch.iter().filter_map(|row| row.postal_code.clone())).await?;
        let rows_of_batch = batch.iter().map(|row| {
            let mut after = row.clone();
            service::locate(&scope, &mut after, &codes);
            match known.remove(&after.source_id) {
                Some(before) => {
                    after = service::inherited(&before, after);
                    (Some(before), after)
                }
                None => (None, after),
            }
        });
        let batched = rows_of_batch.collect();
        let mut tx = scope.begin().await?;
        service::save_imported(&mut tx, batched).await?.into_iter().for_each(|fate| report.count(fate));
        if !dry_run {
            tx.commit().await?;
        }
        done += batch.len();
        progress(done, rows.len());
    }
    report.rejected.sort_by_key(|rejection| rejection.row);
    Ok(report)
}

fn known_columns() -> Vec<&'static str> {
    OWN.into_iter().chain(COLUMNS).collect()
}

/// The institutions that drafts name, by how they name them.
async fn institutions_of(
    scope: &Scope,
    drafts: impl Iterator<Item = &Draft>,
) -> Result<HashMap<String, InstitutionId>> {
    let mut references: Vec<String> = drafts.filter_map(|draft| draft.institution.clone()).collect();
    references.sort_unstable();
    references.dedup();
    institutions::resolve_references(scope, &references).await
}

fn parse<'a>(scope: &Scope, row: Row<'a>) -> Result<Parsed<'a>, Rejection> {
    let id = without_guard(row.required("id")?).to_owned();
    let values = RowValues::of(row, &COLUMNS)?;
    match fields::read(&scope.tenant, &values) {
        Ok(draft) => Ok(Parsed { row, id, draft }),
        Err(problems) => Err(rejection(scope, row, &problems)),
    }
}
