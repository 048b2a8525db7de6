//! Institutions that no register knows (culture houses, clubs, libraries, the police…), as a CSV file.

use std::collections::HashMap;

use kernel::{
    error::Result,
    i18n::{Lang, Value},
    import::{Rejection, Report, Row, Table},
    refusal::{Kind, Problem},
    scope::Scope,
};

use crate::{
    fields::{self, COLUMNS, column_name},
    institution::Model,
    service,
    sheet::{RowValues, without_guard},
};

/// Columns of the file besides those that tell an institution.
const OWN: [&str; 1] = ["id"];
/// Rows written in one transaction.
const BATCH: usize = 500;

/// Imports a file of institutions, told apart by the file's own ids; `source` names where it comes from. What people
/// corrected at the desk stays as they left it.
pub async fn import(
    scope: &Scope,
    content: &[u8],
    source: &str,
    dry_run: bool,
    progress: &dyn Fn(usize, usize),
) -> Result<Report> {
    let table = Table::parse(content, &["id", "name", "kind"])?;
    let mut report = Report::default();
    let columns = [OWN.as_slice(), &COLUMNS].concat();
    report.notes.extend(
        table.unknown_columns(&columns).map(|name| format!("the column \"{name}\" is unknown and was left out")),
    );
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut parsed = Vec::with_capacity(table.len());
    for row in table.rows() {
        match row.and_then(|row| Ok((row.number(), parse(scope, row, source)?))) {
            Ok((number, model)) => match seen.insert(model.source_id.clone(), number) {
                None => parsed.push(model),
                Some(first) => {
                    let problem = format!("the id \"{}\" stands in row {first} already", model.source_id);
                    report.rejected.push(Rejection { row: number, column: "id".to_owned(), problem });
                }
            },
            Err(rejection) => report.rejected.push(rejection),
        }
    }
    let tells_description = table.has("description");
    let (mut done, mut corrected) = (0, 0);
    for batch in parsed.chunks(BATCH) {
        let scope = scope.fresh();
        let ids: Vec<_> = batch.iter().map(|model| model.source_id.clone()).collect();
        let mut known = service::by_source(&scope, source, &ids).await?;
        let codes = service::postcodes(&scope, batch.iter().filter_map(|model| model.postal_code.clone())).await?;
        let mut rows = Vec::with_capacity(batch.len());
        for model in batch {
            let mut after = model.clone();
            let (code, district) = (after.postal_code.as_deref(), after.district.as_deref());
            let place = service::place(&scope, after.location(), code, district, &codes);
            (after.lat, after.lon) = (place.map(|(point, _)| point.lat), place.map(|(point, _)| point.lon));
            after.precision = place.map(|(_, precision)| precision.as_str().to_owned());
            let before = known.remove(&after.source_id);
            if let Some(before) = &before {
                if !tells_description {
                    after.description.clone_from(&before.description);
                }
                let (kept, is_different) = service::with_corrections(before, after)?;
                after = kept;
                corrected += usize::from(is_different);
            }
            rows.push((before, after));
        }
        let mut tx = scope.begin().await?;
        service::save_imported(&mut tx, rows).await?.into_iter().for_each(|fate| report.count(fate));
        if !dry_run {
            tx.commit().await?;
        }
        done += batch.len();
        progress(done, parsed.len());
    }
    report.notes.extend(note_of_corrections(corrected));
    report.rejected.sort_by_key(|rejection| rejection.row);
    Ok(report)
}

/// The remark that what people corrected was kept.
pub(crate) fn note_of_corrections(count: usize) -> Option<String> {
    (count > 0).then(|| format!("{count} institutions say otherwise than the file, because people corrected them here"))
}

fn parse(scope: &Scope, row: Row<'_>, source: &str) -> Result<Model, Rejection> {
    let id = without_guard(row.required("id")?);
    let values = RowValues::of(row, &COLUMNS)?;
    let model = fields::read(&scope.tenant, &values).map_err(|problems| rejection(scope, row, &problems))?;
    Ok(Model { source: source.to_owned(), source_id: id.to_owned(), ..model })
}

/// A row's problems as one rejection, in English: the first at its column, and the others behind it.
pub fn rejection<K: Kind>(scope: &Scope, row: Row<'_>, problems: &[Problem<K>]) -> Rejection {
    let mut told = told_problems(scope, Lang::En, row, problems).into_iter();
    let mut first = told.next().unwrap_or_else(|| row.reject("", ""));
    for Rejection { column, problem, .. } in told {
        first.problem.push_str(&format!("; column \"{column}\": {problem}"));
    }
    first
}

/// A row's problems, each at its column, in a language.
pub fn told_problems<K: Kind>(scope: &Scope, lang: Lang, row: Row<'_>, problems: &[Problem<K>]) -> Vec<Rejection> {
    let told = problems.iter().map(|problem| {
        let column = problem.field.as_deref().map(column_name).unwrap_or_default();
        let message = scope.app().messages.format(lang, problem.kind.key(), &problem.args);
        row.reject(&column, told_with_value(problem, message))
    });
    told.collect()
}

/// A message with the value that it is about, if the message does not quote it itself.
fn told_with_value<K: Kind>(problem: &Problem<K>, message: String) -> String {
    let value = problem.args.iter().find_map(|(name, value)| match value {
        Value::Text(text) if *name == "value" => Some(text),
        _ => None,
    });
    match value {
        Some(value) if !message.contains(&**value) => format!("\"{value}\": {message}"),
        _ => message,
    }
}
