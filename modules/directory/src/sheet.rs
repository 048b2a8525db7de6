//! Rows of spreadsheets: read so that people may write them in one, written so that a spreadsheet runs nothing.
//!
//! A spreadsheet program takes a value that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula, and runs
//! what a stranger typed into a form. So such a value is written with an apostrophe in front, by which people tell a
//! spreadsheet that they mean a text; and read without it.

use std::borrow::Cow;

use kernel::{
    error::{Fault, Result},
    import::{Rejection, Row},
};

use crate::fields::Values;

/// What makes a spreadsheet calculate, at the beginning of a value.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A row of a file: the texts of its columns.
#[derive(Debug)]
pub struct RowValues<'a>(Vec<(&'static str, &'a str)>);

impl<'a> RowValues<'a> {
    /// The texts of these columns of a row; the first that is no text is what is wrong with the row.
    pub fn of(row: Row<'a>, columns: &[&'static str]) -> Result<Self, Rejection> {
        let mut values = Vec::with_capacity(columns.len());
        for column in columns {
            if let Some(text) = row.text(column)? {
                values.push((*column, without_guard(text)));
            }
        }
        Ok(Self(values))
    }

    /// The same, with this value in a column that is empty.
    #[must_use]
    pub fn or(mut self, column: &'static str, value: &'a str) -> Self {
        if self.value(column).is_none() {
            self.0.push((column, value));
        }
        self
    }
}

impl Values for RowValues<'_> {
    fn value(&self, column: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == column).map(|(_, value)| *value)
    }
}

/// A table as text: UTF-8 with a byte order mark and semicolons, as spreadsheets of Poland read it at a click.
pub fn table<'a>(header: &[&str], rows: impl IntoIterator<Item = Vec<Cow<'a, str>>>) -> Result<String> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(header).map_err(Fault::internal)?;
    for row in rows {
        writer.write_record(row.iter().map(|value| guarded(value).into_owned())).map_err(Fault::internal)?;
    }
    let bytes = writer.into_inner().map_err(|err| Fault::internal(err.to_string()))?;
    Ok(format!("\u{feff}{}", String::from_utf8(bytes).map_err(Fault::internal)?))
}

/// A value that no spreadsheet takes for a formula. One that a guard would be taken off from gets one more.
fn guarded(value: &str) -> Cow<'_, str> {
    if is_formula(value.trim_start_matches('\'')) { Cow::Owned(format!("'{value}")) } else { Cow::Borrowed(value) }
}

/// The value that was guarded.
pub fn without_guard(value: &str) -> &str {
    match value.strip_prefix('\'') {
        Some(bare) if is_formula(bare.trim_start_matches('\'')) => bare,
        _ => value,
    }
}

fn is_formula(value: &str) -> bool {
    value.starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use kernel::import::Table;

    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_comes_back_as_it_was() {
        let values = ["=1+1", "+48 91 123", "-5", "@a", "'=1", "''+1", "'quoted'", "plain", "a=b", "'", "a;b\"c\n'=d"];
        let rows = values.iter().map(|value| vec![Cow::Borrowed("x"), Cow::Borrowed(*value)]);
        let text = table(&["id", "title"], rows).unwrap();
        let read = Table::parse(text.as_bytes(), &["id", "title"]).unwrap();
        for (row, expected) in read.rows().zip(values) {
            let row = row.unwrap();
            let cell = row.text("title").unwrap().unwrap();
            assert!(!cell.starts_with(FORMULA), "{cell}");
            assert_eq!(RowValues::of(row, &["title"]).unwrap().value("title"), Some(expected));
        }
        assert_eq!(read.len(), values.len());
    }
}
