//! Relay connections over a page of the index.

use std::convert::Infallible;

use async_graphql::{SimpleObject, connection::CursorType};
use search_index::{Fragment, Highlighter};

use crate::error::{Fault, Result};

/// How many nodes a page may have.
pub const MAX_FIRST: i32 = 100;
/// How long a text query may be, in characters.
pub const MAX_QUERY: usize = 500;

/// A cursor as the index made it.
#[derive(Clone, Debug)]
pub struct Cursor(pub String);

impl CursorType for Cursor {
    type Error = Infallible;

    fn decode_cursor(cursor: &str) -> Result<Self, Infallible> {
        Ok(Self(cursor.to_owned()))
    }

    fn encode_cursor(&self) -> String {
        self.0.clone()
    }
}

/// How many nodes a page has if nobody says.
pub const DEFAULT_FIRST: i32 = 20;

/// Checks an argument `first`; null is the default.
pub fn page_size(first: Option<i32>) -> Result<usize> {
    let first = first.unwrap_or(DEFAULT_FIRST);
    usize::try_from(first)
        .ok()
        .filter(|_| (1..=MAX_FIRST).contains(&first))
        .ok_or_else(|| Fault::bad_input("first", format!("`first` goes from 1 to {MAX_FIRST}")))
}

/// Checks an argument `query`.
pub fn query_text(query: Option<String>) -> Result<String> {
    let query = query.unwrap_or_default();
    if query.chars().count() > MAX_QUERY {
        return Err(Fault::bad_input("query", format!("`query` has at most {MAX_QUERY} characters")));
    }
    Ok(query)
}

/// A value of a facet, and how many results have it.
#[derive(Clone, Debug, SimpleObject)]
pub struct FacetCount {
    /// The value, as the filter takes it.
    pub value: String,
    /// The value for people.
    pub label: String,
    /// Results that meet every filter but this facet's own, and have the value.
    pub count: u64,
}

/// A text in which words of the query were found.
#[derive(Clone, Debug, SimpleObject)]
pub struct Highlight {
    /// The field whose text it is.
    pub field: String,
    /// The text in pieces.
    pub fragments: Vec<HighlightFragment>,
}

/// A piece of a highlighted text.
#[derive(Clone, Debug, SimpleObject)]
pub struct HighlightFragment {
    /// The piece.
    pub text: String,
    /// Whether it is a word of the query, in any of its forms.
    pub is_match: bool,
}

impl From<Fragment> for HighlightFragment {
    fn from(Fragment { text, is_match }: Fragment) -> Self {
        Self { text, is_match }
    }
}

/// The texts in which words of the query stand.
pub fn highlights(highlighter: &Highlighter, texts: &[(&str, &str)]) -> Vec<Highlight> {
    let marked = texts.iter().map(|(field, text)| Highlight {
        field: (*field).to_owned(),
        fragments: highlighter.highlight(text).into_iter().map(Into::into).collect(),
    });
    marked.filter(|highlight| !highlight.fragments.is_empty()).collect()
}
