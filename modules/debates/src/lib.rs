//! Debates of the city's education forum, and the questions that people ask for them.
//!
//! Owns the tables `debate`, `question` and `question_support`. Knows `identity` (who asks), `media` (pictures and
//! files) and `directory` (how columns are read); knows nothing of the desk, which writes debates through [`ENTRIES`].
//!
//! A question is asked by anybody who shows that an address is theirs: by having signed in with it, or by a link in a
//! mail. Until then nothing of it is shown or counted. An editor publishes it, sends it back with a reason, or puts it
//! behind one that asks the same. Published ones are supported, one for each person, ranked by that, and answered.

mod debate;
mod entries;
mod feeds;
mod fields;
pub mod graphql;
mod labels;
mod links;
mod loader;
mod notify;
mod pages;
mod person;
mod personal;
mod policy;
mod question;
mod refusal;
mod retention;
mod search;
pub mod service;
mod states;
mod support;
mod text;

pub use debate::{DebateId, Model as Debate};
pub use entries::{ENTRIES, entry};
pub use feeds::FEEDS;
pub use fields::{COLUMNS, DebateKind};
pub use loader::DescriptionLoader;
pub use pages::{ACTIONS, PAGES, SECTIONS};
pub use personal::PERSONAL_DATA;
pub use question::{Model as Question, QuestionId};
pub use refusal::Refusal;
pub use retention::JOBS;
pub use search::{Card, QUESTIONS, QuestionCard, SOURCE};
pub use states::State;

/// The module's name in declarations.
pub const MODULE: &str = "debates";
/// The entity's name in the change log.
pub const ENTITY: &str = "debate";
/// What debates are called in the index.
pub const KIND: &str = "debate";
/// The questions' entity in the change log.
pub const QUESTION_ENTITY: &str = "question";
/// What questions are called in the index.
pub const QUESTION_KIND: &str = "question";
/// What the paths of debates' pages begin with.
pub(crate) const FOLDER: &str = "debaty";
