//! What children may want to do: the taxonomy of interests, what else people call them, and what is near to what.
//!
//! All of it is data (`data/interests.yaml`, `data/ontology/`), read once per process.

mod concept;
mod families;
mod phrases;
mod taxonomy;

pub use concept::{Concept, ConceptKind, concept, concepts};
pub(crate) use concept::{concepts_around, order, topic_of};
pub(crate) use families::relatives;
pub use phrases::{LocalPhrases, PhraseError, names_of};
pub(crate) use phrases::{Phrases, Spoken, Strength, named, prepare};
pub use taxonomy::{Category, Interest, Names, Taxonomy, taxonomy};
