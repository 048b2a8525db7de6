//! Questions that people ask for a debate.

use identity::AccountId;
use kernel::{entity_id, i18n::Lang};
use sea_orm::entity::prelude::*;

use crate::{debate::DebateId, states::State};

entity_id!(
    /// A question's id.
    QuestionId,
    "que"
);

/// A question for a debate.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "question")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: QuestionId,
    /// For which debate.
    pub debate_id: DebateId,
    /// What is asked, plain text.
    pub text: String,
    /// What its asker typed for a name, as everybody sees it.
    pub name: Option<String>,
    /// The digest of its asker's address, see [`crate::person`]; none once that is forgotten.
    pub digest: Option<String>,
    /// The address itself, sealed, to write to; none once it is forgotten.
    pub address: Option<String>,
    /// Its asker's account, if they have one.
    pub account_id: Option<AccountId>,
    /// The language of mails to its asker, by its tag.
    pub lang: String,
    /// Where it stands.
    pub state: State,
    /// Why an editor rejected it.
    pub reason: Option<String>,
    /// The question that it was merged into.
    pub merged_into: Option<QuestionId>,
    /// The official answer, Markdown.
    pub answer: Option<String>,
    /// Who answers, as everybody sees it: an office, a name.
    pub answerer: Option<String>,
    /// When the answer last changed.
    pub answered_at: Option<ChronoDateTimeUtc>,
    /// The account that wrote the answer down; none once that is no more.
    pub answered_by: Option<AccountId>,
    /// How many people support it, those of merged questions among them, each once.
    pub supports: i32,
    /// Grows with each decision and answer, so that nobody overwrites what they have not seen.
    pub version: i32,
    /// When it was written.
    pub created_at: ChronoDateTimeUtc,
    /// When its asker showed that the address is theirs.
    pub confirmed_at: Option<ChronoDateTimeUtc>,
    /// When it was first published.
    pub published_at: Option<ChronoDateTimeUtc>,
    /// When an editor last decided on it.
    pub decided_at: Option<ChronoDateTimeUtc>,
    /// Which editor; none once that account is no more.
    pub decided_by: Option<AccountId>,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The language of mails to its asker.
    pub(crate) fn lang(&self) -> Lang {
        self.lang.parse().unwrap_or_default()
    }
}
