//! Who supports which question.

use identity::AccountId;
use sea_orm::entity::prelude::*;

use crate::question::QuestionId;

/// Somebody's support of a question: one per address and one per account.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "question_support")]
pub(crate) struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of which question. It stays with that question when it is merged into another.
    pub question_id: QuestionId,
    /// The digest of the supporter's address, see [`crate::person`]. Once addresses are forgotten, a number that tells
    /// the debate's supporters from each other and nothing else.
    pub digest: Option<String>,
    /// The supporter's account, if they have one.
    pub account_id: Option<AccountId>,
    /// When.
    pub created_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
