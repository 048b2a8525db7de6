//! What an import of own entries did, or would do.

use activities::{ImportPreview, PreviewRow, RowFate};
use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use kernel::graphql::ContextExt as _;

use super::submission::FieldProblem;
use crate::{columns, labels, labels::Labels};

/// What an import did, or would do.
pub(crate) struct ImportReport(pub(crate) ImportPreview);

/// What an import did, or would do: row by row, and in numbers.
#[Object(tag = "module-editorial")]
impl ImportReport {
    /// How many rows are new.
    async fn created(&self) -> usize {
        self.0.report.created
    }

    /// How many rows change an entry.
    async fn updated(&self) -> usize {
        self.0.report.updated
    }

    /// How many rows say what is known.
    async fn unchanged(&self) -> usize {
        self.0.report.unchanged
    }

    /// How many rows cannot be taken.
    async fn rejected(&self) -> usize {
        self.0.rows.iter().filter(|row| row.fate == RowFate::Rejected).count()
    }

    /// Remarks on the file as a whole.
    async fn notes(&self) -> &[String] {
        &self.0.report.notes
    }

    /// The rows, in the file's order.
    async fn rows(&self, ctx: &Context<'_>) -> Result<Vec<ImportRow>> {
        ctx.charge(self.0.rows.len())?;
        Ok(self.0.rows.iter().cloned().map(ImportRow).collect())
    }
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "ImportFate", remote = "RowFate")]
pub(crate) enum ImportFate {
    /// It is new.
    Created,
    /// It changes an entry.
    Updated,
    /// It says what is known.
    Unchanged,
    /// It cannot be taken.
    Rejected,
}

pub(crate) struct ImportRow(PreviewRow);

/// A row of a file of entries.
#[Object(tag = "module-editorial")]
impl ImportRow {
    /// Its number as a spreadsheet counts it: the line of column names is 1.
    async fn row(&self) -> usize {
        self.0.row
    }

    /// What becomes of it.
    async fn fate(&self) -> ImportFate {
        self.0.fate.into()
    }

    /// Its title, as far as it has one.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The entry that it changes, or made.
    async fn entry_id(&self) -> Option<ID> {
        self.0.activity.map(|id| id.global().into())
    }

    /// What it changes, by field.
    async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<ImportChange>> {
        let scope = ctx.scope();
        let named: Vec<_> = self.0.changes.iter().flat_map(super::entry::references).collect();
        let labels = Labels::of(scope, &named.iter().collect::<Vec<_>>()).await?;
        let text = |column: &str, value: &Option<String>| Some(labels.value(scope, column, value.as_deref()?));
        let told = self.0.changes.iter().map(|change| ImportChange {
            name: columns::name(&change.field).into_owned(),
            label: labels::field(scope, &change.field),
            before_text: text(&change.field, &change.before),
            after_text: text(&change.field, &change.after),
        });
        Ok(told.collect())
    }

    /// What is wrong with it, by field.
    async fn problems(&self, ctx: &Context<'_>) -> Vec<FieldProblem> {
        self.0.problems.iter().map(|problem| FieldProblem::of_column(ctx.scope(), problem)).collect()
    }
}

/// What a row changes in one field.
#[derive(SimpleObject)]
pub(crate) struct ImportChange {
    /// The field's name, as inputs have it.
    name: String,
    /// What people call it.
    label: String,
    /// What it says, for people.
    before_text: Option<String>,
    /// What it would say, for people.
    after_text: Option<String>,
}
