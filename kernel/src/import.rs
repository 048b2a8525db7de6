//! How files come in: tables read by column name, every fault named by row and column, the good rows kept.

use std::{borrow::Cow, collections::HashMap, fmt, fs, path::Path};

use crate::error::{Fault, Result};

/// The largest file that is read, in bytes.
const MAX_FILE: u64 = 512 * 1024 * 1024;

/// What an import did. Its text is the line an import ends with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that are new.
    pub created: usize,
    /// Rows that changed.
    pub updated: usize,
    /// Rows that are just as they were.
    pub unchanged: usize,
    /// Rows that disappeared from a complete file.
    pub closed: usize,
    /// Rows that could not be taken.
    pub rejected: Vec<Rejection>,
    /// Remarks on what was left out and why.
    pub notes: Vec<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { created, updated, unchanged, closed, rejected, .. } = self;
        write!(
            f,
            "created {created}, updated {updated}, unchanged {unchanged}, closed {closed}, rejected {}",
            rejected.len()
        )
    }
}

/// A row that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The row as a spreadsheet counts it: the header is row 1.
    pub row: usize,
    /// The column at fault.
    pub column: String,
    /// What is wrong, and what would be right.
    pub problem: String,
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}, column \"{}\": {}", self.row, self.column, self.problem)
    }
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    Created,
    /// It changed.
    Updated,
    /// It is just as it was.
    Unchanged,
}

impl Report {
    /// Counts a row that was taken.
    pub fn count(&mut self, fate: Fate) {
        match fate {
            Fate::Created => self.created += 1,
            Fate::Updated => self.updated += 1,
            Fate::Unchanged => self.unchanged += 1,
        }
    }

    /// Whether there were rows and none could be taken.
    pub fn is_failure(&self) -> bool {
        !self.rejected.is_empty() && self.created + self.updated + self.unchanged + self.closed == 0
    }
}

/// Reads a whole file, with clear words for what is no file to read.
pub fn read_file(path: &Path) -> Result<Vec<u8>> {
    let problem = |what: String| Fault::bad_input("file", format!("{}: {what}", path.display()));
    let meta = fs::metadata(path).map_err(|err| problem(err.to_string()))?;
    if meta.is_dir() {
        return Err(problem("this is a directory; name a file".to_owned()));
    }
    if meta.len() > MAX_FILE {
        return Err(problem(format!("the file has {} bytes; {MAX_FILE} are allowed", meta.len())));
    }
    let content = fs::read(path).map_err(|err| problem(err.to_string()))?;
    if content.iter().all(u8::is_ascii_whitespace) || content == b"\xef\xbb\xbf" {
        return Err(problem("the file is empty; a table begins with a line of column names".to_owned()));
    }
    Ok(content)
}

/// A CSV file in memory: comma or semicolon, with or without byte order mark, columns by name in any order.
#[derive(Debug)]
pub struct Table {
    columns: HashMap<String, usize>,
    records: Vec<Result<csv::ByteRecord, Rejection>>,
}

impl Table {
    /// Reads a table that must have the columns `required`.
    pub fn parse(content: &[u8], required: &[&str]) -> Result<Self> {
        let content = &*repaired(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content));
        if content.starts_with(b"\xff\xfe") || content.starts_with(b"\xfe\xff") {
            return Err(Fault::bad_input("file", "the file is UTF-16; save it as UTF-8"));
        }
        let head = content.split(|b| *b == b'\n').next().unwrap_or_default();
        let count = |byte: u8| head.split(|b| *b == byte).count();
        let delimiter = if count(b';') > count(b',') { b';' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(content);
        let mut rows = reader.byte_records();
        let header = rows
            .next()
            .transpose()
            .map_err(|err| Fault::bad_input("file", format!("the header cannot be read: {err}")))?
            .unwrap_or_default();
        let mut columns = HashMap::new();
        for (index, name) in header.iter().enumerate() {
            let name = std::str::from_utf8(name).map_err(|_| {
                Fault::bad_input(
                    "file",
                    format!(
                        "row 1, column {}: the name is not UTF-8 (Windows-1250?); save the file as UTF-8",
                        index + 1
                    ),
                )
            })?;
            let name = name.trim();
            if !name.is_empty() && columns.insert(name.to_owned(), index).is_some() {
                return Err(Fault::bad_input("file", format!("row 1: the column \"{name}\" appears twice")));
            }
        }
        let missing: Vec<_> =
            required.iter().filter(|name| !columns.contains_key(**name)).map(|name| format!("\"{name}\"")).collect();
        if !missing.is_empty() {
            return Err(Fault::bad_input("file", format!("row 1: these columns are missing: {}", missing.join(", "))));
        }
        let width = header.len();
        let records = rows.enumerate().filter_map(|(index, record)| {
            let row = index + 2;
            match record {
                Ok(record) if record.iter().all(|value| value.iter().all(u8::is_ascii_whitespace)) => None,
                Ok(record) if record.len() != width => {
                    let column = record.len().min(width) + 1;
                    let problem = format!("the row has {} values, the header {width}; is a quotation mark missing, or the file cut off?", record.len());
                    Some(Err(Rejection { row, column: column.to_string(), problem }))
                }
                Ok(record) if record.iter().any(|value| swallowed_rows(value, delimiter, width)) => {
                    let column = record.iter().position(|value| swallowed_rows(value, delimiter, width)).unwrap_or_default() + 1;
                    let problem = "this value holds whole rows; a quotation mark is not closed here, and the rows behind it are lost".to_owned();
                    Some(Err(Rejection { row, column: column.to_string(), problem }))
                }
                Ok(mut record) => {
                    // The row as a spreadsheet counts it; values may hold line breaks, so lines are no measure.
                    let mut position = csv::Position::new();
                    position.set_record(row as u64);
                    record.set_position(Some(position));
                    Some(Ok(record))
                }
                Err(err) => Some(Err(Rejection { row, column: "1".to_owned(), problem: err.to_string() })),
            }
        });
        Ok(Self { records: records.collect(), columns })
    }

    /// Whether there is a column of that name.
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The names of columns that are none of `known`.
    pub fn unknown_columns<'a>(&'a self, known: &'a [&str]) -> impl Iterator<Item = &'a str> {
        self.columns.keys().map(String::as_str).filter(move |name| !known.contains(name))
    }

    /// How many rows there are below the header.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The rows; those that are no rows of the table at all as rejections.
    pub fn rows(&self) -> impl Iterator<Item = Result<Row<'_>, Rejection>> {
        self.records.iter().map(|record| match record {
            Ok(record) => Ok(Row { table: self, record }),
            Err(rejection) => Err(rejection.clone()),
        })
    }
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a csv::ByteRecord,
}

impl<'a> Row<'a> {
    /// The row's number as a spreadsheet counts it.
    pub fn number(&self) -> usize {
        self.record.position().map_or(0, |position| position.record() as usize)
    }

    /// A column's text without the spaces around it; nothing if it is empty or the column is missing.
    pub fn text(&self, column: &str) -> Result<Option<&'a str>, Rejection> {
        let Some(value) = self.table.columns.get(column).and_then(|index| self.record.get(*index)) else {
            return Ok(None);
        };
        let text = std::str::from_utf8(value)
            .map_err(|_| self.reject(column, "this is not UTF-8 (Windows-1250?); save the file as UTF-8"))?;
        let text = text.trim();
        if let Some(c) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            return Err(self.reject(column, format!("the character U+{:04X} does not belong in a text", u32::from(c))));
        }
        Ok((!text.is_empty()).then_some(text))
    }

    /// A column's text, which must not be empty.
    pub fn required(&self, column: &str) -> Result<&'a str, Rejection> {
        self.text(column)?.ok_or_else(|| self.reject(column, "this must not be empty"))
    }

    /// A column's value as `parse` reads it; `expected` says what would be right.
    pub fn parsed<T>(
        &self,
        column: &str,
        expected: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Rejection> {
        self.text(column)?
            .map(|text| parse(text).ok_or_else(|| self.reject(column, format!("\"{}\": {expected}", shortened(text)))))
            .transpose()
    }

    /// A column's values between bars, without repetitions.
    pub fn list(&self, column: &str) -> Result<Vec<&'a str>, Rejection> {
        let mut list: Vec<&str> = Vec::new();
        for part in self
            .text(column)?
            .into_iter()
            .flat_map(|text| text.split('|'))
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            if !list.contains(&part) {
                list.push(part);
            }
        }
        Ok(list)
    }

    /// The fault of this row in a column.
    pub fn reject(&self, column: &str, problem: impl Into<String>) -> Rejection {
        Rejection { row: self.number(), column: column.to_owned(), problem: problem.into() }
    }
}

/// Whether a value goes on over lines that look like rows of the table: its quotation mark was never closed.
fn swallowed_rows(value: &[u8], delimiter: u8, width: usize) -> bool {
    let looks_like_row = |line: &[u8]| {
        width > 2 && line.iter().filter(|byte| **byte == delimiter).take(width).count() + 1 >= width.div_ceil(2)
    };
    value.contains(&b'\n') && value.split(|byte| *byte == b'\n').skip(1).any(looks_like_row)
}

/// What Windows-1252 has at 0x80 to 0x9F, where Unicode has control characters.
const WINDOWS_1252: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// Puts back the quotation marks and dashes of texts that were once Windows-1252, taken for Latin-1 and then made
/// UTF-8: they arrive as control characters that no text has.
fn repaired(content: &[u8]) -> Cow<'_, [u8]> {
    let is_broken = |pair: &[u8]| matches!(pair, [0xc2, 0x80..=0x9f]);
    if !content.windows(2).any(is_broken) {
        return Cow::Borrowed(content);
    }
    let mut out = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some((first, tail)) = rest.split_first() {
        if let (0xc2, Some((second @ 0x80..=0x9f, after))) = (first, tail.split_first()) {
            let meant = WINDOWS_1252.get(usize::from(second - 0x80)).copied().unwrap_or(' ');
            out.extend_from_slice(meant.encode_utf8(&mut [0; 4]).as_bytes());
            rest = after;
        } else {
            out.push(*first);
            rest = tail;
        }
    }
    Cow::Owned(out)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_order_and_byte_order_mark_do_not_matter() {
        for content in ["id,title\n1,Ala", "\u{feff}id;title\r\n1;Ala\r\n", "title;id\n\"Ala\";1\n\n"] {
            let table = Table::parse(content.as_bytes(), &["id", "title"]).unwrap();
            let rows: Vec<_> = table.rows().map(|row| row.unwrap()).collect();
            assert_eq!(rows.len(), 1, "{content}");
            assert_eq!(
                (rows[0].text("id"), rows[0].text("title"), rows[0].number()),
                (Ok(Some("1")), Ok(Some("Ala")), 2)
            );
        }
    }

    #[test]
    fn faults_name_row_and_column() {
        let table = Table::parse(b"id,title\n1,Zaj\xeacia\n\"2\n3\",\"a\nb\"\n4,x,y\n5\n", &[]).unwrap();
        let rows: Vec<_> = table.rows().collect();
        let first = rows[0].as_ref().unwrap().text("title").unwrap_err().to_string();
        assert!(first.starts_with("row 2, column \"title\": this is not UTF-8"), "{first}");
        assert_eq!(rows[1].as_ref().unwrap().number(), 3, "a line break inside a value starts no row");
        assert!(rows[2].as_ref().unwrap_err().to_string().starts_with("row 4, column \"3\": the row has 3 values"));
        assert!(rows[3].as_ref().unwrap_err().to_string().starts_with("row 5, column \"2\": the row has 1 values"));
        let table = Table::parse(b"id,title,price,place\n1,\"Ala,2,x\n2,Ola,3,y\n3,Ela,4,\"z\n", &[]).unwrap();
        assert!(table.rows().all(|row| row.is_err()), "a quotation mark that is not closed costs rows, and is said");
    }

    #[test]
    fn quotation_marks_of_another_century_are_put_back() {
        let table = Table::parse("id,title\n1,Kid\u{92}s \u{84}Klub\u{94}\n2,a\u{7}b\n".as_bytes(), &[]).unwrap();
        let titles: Vec<_> =
            table.rows().map(|row| row.unwrap().text("title").map(|text| text.map(str::to_owned))).collect();
        assert_eq!(titles[0], Ok(Some("Kid’s „Klub”".to_owned())));
        assert!(titles[1].as_ref().unwrap_err().problem.contains("U+0007"));
    }

    #[test]
    fn what_is_no_table_is_refused_whole() {
        let folder = tempfile::tempdir().unwrap();
        let empty = folder.path().join("empty.csv");
        fs::write(&empty, "\u{feff}").unwrap();
        for (path, words) in
            [(folder.path().to_owned(), "directory"), (empty, "empty"), (folder.path().join("none"), "No such file")]
        {
            let fault = read_file(&path).unwrap_err();
            assert!(fault.message.contains(words), "{}", fault.message);
        }
        for (content, words) in [
            (&b"a;b\n1;2"[..], "missing: \"id\""),
            (b"id,id\n", "twice"),
            (b"\xff\xfei\0d\0", "UTF-16"),
            (b"id,tytu\xb3\n", "not UTF-8"),
        ] {
            let fault = Table::parse(content, &["id"]).unwrap_err();
            assert!(fault.message.contains(words), "{}", fault.message);
        }
    }
}
