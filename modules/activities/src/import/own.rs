//! An institution's own spreadsheet, brought in by its managers: the same file, their rows only, looked at before.
//!
//! A row is told apart by its id. What was exported from here carries our ids, and changes those entries. Any other id is
//! the institution's own, whatever ids others use: the rows' source is `desk:` and the institution's UUID.

use std::collections::HashMap;

use directory::{
    InstitutionId, service as institutions,
    sheet::{RowValues, without_guard},
    told_problems,
};
use kernel::{
    error::{Fault, Result},
    history::{self, Difference, Fields, difference},
    import::{Fate, Rejection, Report, Row, Table},
    kinds,
    refusal::Problem,
    scope::{Actor, Scope, Tx},
    tenancy::LatLon,
};

use super::{REQUIRED, institutions_of, known_columns};
use crate::{
    ENTITY,
    activity::{ActivityId, Model},
    fields::{self, COLUMNS, Draft, of},
    policy, service,
};

/// The most rows of a file. A city's largest house of culture offers some three hundred.
const MOST_ROWS: usize = 2000;

kinds! {
    /// What can be wrong with a row of an institution's own file, besides its values.
    enum RowKind {
        /// It has no id.
        IdMissing = ("refusal-import-id", "ID_MISSING"),
        /// It means the same entry as `row`.
        IdRepeated = ("refusal-import-repeated", "ID_REPEATED"),
        /// Its id is one of ours, but of no entry of this institution.
        EntryUnknown = ("refusal-import-entry", "ENTRY_UNKNOWN"),
        /// It names another institution.
        InstitutionForeign = ("refusal-import-institution", "INSTITUTION_FOREIGN"),
    }
}

/// What an import would do, or did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPreview {
    /// The rows, in the file's order.
    pub rows: Vec<PreviewRow>,
    /// All of them in numbers, and remarks on the file; in the scope's language.
    pub report: Report,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewRow {
    /// The row as a spreadsheet counts it: the header is row 1.
    pub row: usize,
    /// What becomes of it.
    pub fate: RowFate,
    /// Its title, as far as it has one.
    pub title: String,
    /// The entry that it changes, or makes; none while it is only looked at, and for rows that are rejected.
    pub activity: Option<ActivityId>,
    /// What it changes; all that it says, for a new one.
    pub changes: Vec<Difference>,
    /// What is wrong with it, by column, in the scope's language.
    pub problems: Vec<Rejection>,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFate {
    /// It is new.
    Created,
    /// It changes an entry.
    Updated,
    /// It says what is known.
    Unchanged,
    /// It cannot be taken.
    Rejected,
}

/// A row that was understood, or what is wrong with it.
struct Sighted<'a> {
    row: Row<'a>,
    id: String,
    draft: Result<Draft, Vec<Rejection>>,
}

/// Brings in an institution's own file, and tells what it does row by row. `dry_run` tells what it would do. Rows that can
/// be taken are, whatever is wrong with others.
pub async fn import_own(
    scope: &Scope,
    institution: InstitutionId,
    content: &[u8],
    dry_run: bool,
) -> Result<ImportPreview> {
    if scope.actor == Actor::Anonymous {
        return Err(Fault::unauthenticated());
    }
    if !policy::may_keep(&scope.actor, Some(institution)) {
        return Err(Fault::forbidden());
    }
    let table = Table::parse(content, &REQUIRED)?;
    if table.len() > MOST_ROWS {
        return Err(Fault::bad_input("file", format!("the file has {} rows; {MOST_ROWS} are allowed", table.len())));
    }
    let scope = scope.fresh();
    let mut preview = ImportPreview::default();
    let known_columns = known_columns();
    let mut unknown: Vec<&str> = table.unknown_columns(&known_columns).collect();
    unknown.sort_unstable();
    let note = |name: &str| scope.text("import-note-column", &[("name", name.into())]);
    preview.report.notes.extend(unknown.into_iter().map(note));
    let mut sighted = Vec::with_capacity(table.len());
    for row in table.rows() {
        match row {
            Ok(row) => sighted.push(sight(&scope, institution, row)),
            Err(rejection) => preview.reject(rejection.row, String::new(), vec![rejection]),
        }
    }
    let known = Known::look_up(&scope, institution, &sighted).await?;
    let mut tx = if dry_run { None } else { Some(scope.begin().await?) };
    let mut seen: HashMap<String, usize> = HashMap::new();
    for Sighted { row, id, draft } in sighted {
        let title = row.text("title").ok().flatten().map(without_guard).unwrap_or_default().to_owned();
        let pair = match draft {
            Ok(draft) => known.pair(&scope, row, &id, draft, &mut seen),
            Err(problems) => Err(problems),
        };
        match pair {
            Ok((before, after)) => preview.take(&scope, tx.as_mut(), row.number(), before, after).await?,
            Err(problems) => preview.reject(row.number(), title, problems),
        }
    }
    if let Some(tx) = tx {
        tx.commit().await?;
    }
    preview.rows.sort_by_key(|row| row.row);
    preview.report.rejected.sort_by_key(|rejection| rejection.row);
    Ok(preview)
}

/// Reads one row. Without an institution it is that of the file.
fn sight<'a>(scope: &Scope, institution: InstitutionId, row: Row<'a>) -> Sighted<'a> {
    let id = row.text("id").map(|id| id.map(without_guard).unwrap_or_default().to_owned());
    let theirs = institution.global();
    let draft = id.as_ref().map_err(Clone::clone).and_then(|_| RowValues::of(row, &COLUMNS)).map_err(|err| vec![err]);
    let draft = draft.and_then(|values| {
        let values = values.or("institution", &theirs);
        let read = fields::read(&scope.tenant, &values);
        read.map_err(|problems| told_problems(scope, scope.lang, row, &problems))
    });
    let id = id.unwrap_or_default();
    let draft = match draft {
        Ok(_) if id.is_empty() => Err(told_problems(scope, scope.lang, row, &[Problem::at(RowKind::IdMissing, "id")])),
        draft => draft,
    };
    Sighted { row, id, draft }
}

/// What the rows of a file refer to.
struct Known {
    institution: InstitutionId,
    source: String,
    references: HashMap<String, InstitutionId>,
    own: HashMap<String, Model>,
    ours: HashMap<ActivityId, Model>,
    codes: HashMap<String, LatLon>,
}

impl Known {
    async fn look_up(scope: &Scope, institution: InstitutionId, rows: &[Sighted<'_>]) -> Result<Self> {
        let source = format!("desk:{}", institution.0);
        let drafts = || rows.iter().filter_map(|row| row.draft.as_ref().ok());
        let ids: Vec<ActivityId> = rows.iter().filter_map(|row| ActivityId::parse(&row.id)).collect();
        let mut own = HashMap::new();
        for chunk in rows.chunks(500) {
            let ids: Vec<String> = chunk.iter().map(|row| row.id.clone()).collect();
            own.extend(service::by_source(scope, &source, &ids).await?);
        }
        Ok(Self {
            institution,
            references: institutions_of(scope, drafts()).await?,
            own,
            ours: service::rows_of(scope, &ids).await?.into_iter().map(|row| (row.id, row)).collect(),
            codes: institutions::postcodes(scope, drafts().filter_map(|draft| draft.row.postal_code.clone())).await?,
            source,
        })
    }

    /// The entry that a row means, if there is one, and what it should be.
    fn pair(
        &self,
        scope: &Scope,
        row: Row<'_>,
        id: &str,
        draft: Draft,
        seen: &mut HashMap<String, usize>,
    ) -> Result<(Option<Model>, Model), Vec<Rejection>> {
        let refuse = |problem: Problem<RowKind>| told_problems(scope, scope.lang, row, &[problem]);
        let mut after =
            draft.resolved(&self.references).map_err(|problem| told_problems(scope, scope.lang, row, &[problem]))?;
        if after.institution_id != Some(self.institution) {
            return Err(refuse(Problem::at(RowKind::InstitutionForeign, "institution")));
        }
        let global = ActivityId::parse(id);
        let before = match global {
            Some(global) => self.ours.get(&global),
            None => self.own.get(id),
        };
        let is_foreign = before.is_some_and(|before| before.institution_id != Some(self.institution));
        if is_foreign || (global.is_some() && before.is_none()) {
            return Err(refuse(Problem::at(RowKind::EntryUnknown, "id")));
        }
        // Two ids may mean one entry: theirs and ours.
        let meant = before.map_or_else(|| format!("new {id}"), |before| before.id.global());
        if let Some(first) = seen.insert(meant, row.number()) {
            let first = u32::try_from(first).unwrap_or(u32::MAX);
            return Err(refuse(Problem::at(RowKind::IdRepeated, "id").with("row", first)));
        }
        service::locate(scope, &mut after, &self.codes);
        if let Some(before) = before {
            return Ok((Some(before.clone()), service::inherited(before, after)));
        }
        let new = ActivityId::new(scope.now());
        Ok((None, Model { id: new, source: self.source.clone(), source_id: id.to_owned(), ..after }))
    }
}

impl ImportPreview {
    /// Counts a row that cannot be taken.
    fn reject(&mut self, row: usize, title: String, problems: Vec<Rejection>) {
        self.report.rejected.extend(problems.first().cloned());
        let (fate, changes) = (RowFate::Rejected, Vec::new());
        self.rows.push(PreviewRow { row, fate, title, activity: None, changes, problems });
    }

    /// Counts a row that can be taken, and takes it if there is a transaction.
    async fn take(
        &mut self,
        scope: &Scope,
        tx: Option<&mut Tx>,
        row: usize,
        before: Option<Model>,
        after: Model,
    ) -> Result<()> {
        let told = before.as_ref().map_or_else(Fields::new, |before| of(&scope.tenant, before));
        let says = of(&scope.tenant, &after);
        let changes = difference(&told, &says);
        let (fate, counted) = match &before {
            None => (RowFate::Created, Fate::Created),
            Some(_) if changes.is_empty() => (RowFate::Unchanged, Fate::Unchanged),
            Some(_) => (RowFate::Updated, Fate::Updated),
        };
        self.report.count(counted);
        let (id, title) = (after.id, after.title.clone());
        let activity = (before.is_some() || tx.is_some()).then_some(id);
        if let Some(tx) = tx.filter(|_| fate != RowFate::Unchanged) {
            service::save(tx, vec![(before, after)]).await?;
            history::record(tx, ENTITY, id.0, "import", (&told, &says), None).await?;
        }
        self.rows.push(PreviewRow { row, fate, title, activity, changes, problems: Vec::new() });
        Ok(())
    }
}
