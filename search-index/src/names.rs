use std::{collections::HashMap, ops::Range, sync::Arc};

use tantivy::{Searcher, SegmentReader, columnar::StrColumn, index::SegmentId};

use crate::document::term;

/// The texts behind dictionary numbers, by segment.
///
/// tantivy keeps them compressed, and to look one up costs as much as to collect a hundred documents. They are few,
/// and a reader's segments never change, so they are read once.
pub(crate) type Names = Arc<HashMap<SegmentId, Arc<SegmentNames>>>;

/// The texts of one segment, each list in the order of its dictionary numbers, which is the order of the texts.
#[derive(Debug, Default)]
pub(crate) struct SegmentNames {
    terms: Vec<Box<str>>,
    sort_names: Vec<Box<str>>,
}

/// Reads the texts of all segments.
pub(crate) fn read(searcher: &Searcher) -> tantivy::Result<Names> {
    let mut names = HashMap::new();
    for segment in searcher.segment_readers() {
        names.insert(segment.segment_id(), Arc::new(SegmentNames::read(segment)?));
    }
    Ok(Arc::new(names))
}

impl SegmentNames {
    fn read(segment: &SegmentReader) -> tantivy::Result<Self> {
        let fast = segment.fast_fields();
        Ok(Self { terms: texts(fast.str("terms")?)?, sort_names: texts(fast.str("sort_name")?)? })
    }

    /// The dictionary number of a term, if this segment has it.
    pub(crate) fn ordinal(&self, wanted: &str) -> Option<u64> {
        self.terms.binary_search_by(|known| (**known).cmp(wanted)).ok().map(|at| at as u64)
    }

    /// The dictionary numbers of a dimension's values: they lie side by side.
    pub(crate) fn dimension(&self, dimension: &str) -> Range<u64> {
        let prefix = term(dimension, "");
        let start = self.terms.partition_point(|known| **known < *prefix);
        let count = self.terms.get(start..).unwrap_or_default().partition_point(|known| known.starts_with(&prefix));
        start as u64..(start + count) as u64
    }

    /// The value behind a dictionary number of the dimension.
    pub(crate) fn value(&self, dimension: &str, ordinal: u64) -> Option<&str> {
        self.terms.get(ordinal as usize)?.get(dimension.len() + 1..)
    }

    /// The sort key behind a dictionary number.
    pub(crate) fn sort_name(&self, ordinal: u64) -> &str {
        self.sort_names.get(ordinal as usize).map_or("", |name| name)
    }
}

fn texts(column: Option<StrColumn>) -> tantivy::Result<Vec<Box<str>>> {
    let Some(column) = column else { return Ok(Vec::new()) };
    let mut texts = Vec::with_capacity(column.dictionary().num_terms());
    let mut stream = column.dictionary().stream()?;
    while stream.advance() {
        texts.push(String::from_utf8_lossy(stream.key()).into());
    }
    Ok(texts)
}
