//! Full-text search over what a city offers.
//!
//! One index per tenant, in a folder or in memory. Documents and queries are types of this crate: it knows neither
//! HTTP nor SQL, and its users see nothing of tantivy. A document has text (searched), *terms* (`dimension=value`
//! pairs to filter and count by) and a few numbers with a meaning of their own: ages, days and hours, price,
//! enrolment, place.

mod analysis;
mod collect;
mod condition;
mod correct;
mod cursor;
mod cyrillic;
mod document;
mod geo;
mod highlight;
mod index;
mod inflect;
mod interpret;
mod lexemes;
mod names;
mod ontology;
mod places;
mod plan;
mod query;
mod stored;
mod suggest;
mod tokens;
mod watch;

pub use analysis::{fold, sort_key};
pub use condition::Constraint;
pub use document::{Document, Enrolment, EnrolmentState, Slot, Text};
pub use geo::{GeoPoint, distance_meters};
pub use highlight::{Fragment, Highlighter};
pub use index::{Index, Reader, Writer};
pub use interpret::{CityWords, Correction, Interpretation, Meaning, Part, PartOfDay, Reading};
pub use ontology::{
    Category, Concept, ConceptKind, Interest, LocalPhrases, Names, PhraseError, Taxonomy, concept, concepts, names_of,
    taxonomy,
};
pub use places::{Gazetteer, Place, PlaceKind};
pub use query::{Facet, FacetCount, Filter, Hit, Near, Page, Query, Relaxation, SlotFilter, Sort, TermFilter};
pub use suggest::{Phrase, Suggester, Suggestion};
pub use watch::Watchlist;

/// Reads the dictionary's and the ontology's data into memory, which the first query would else wait for (some tens of
/// milliseconds, once per process).
pub fn prepare() {
    ontology::prepare();
    correct::prepare();
}

/// What can go wrong in an index.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another process is writing to this index right now.
    #[error("another process is writing to the index")]
    Locked,
    /// The cursor was made for another list, or by somebody else.
    #[error("the cursor does not belong to this list")]
    Cursor,
    /// Anything else; the index can be deleted and built again.
    #[error("the index failed: {0}")]
    Failed(String),
}

impl From<tantivy::TantivyError> for Error {
    fn from(err: tantivy::TantivyError) -> Self {
        match err {
            tantivy::TantivyError::LockFailure(tantivy::directory::error::LockError::LockBusy, _) => Self::Locked,
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(err: std::io::Error) -> Self {
        Self::Failed(err.to_string())
    }
}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;
