use activities::ActivityId;
use identity::AccountId;
use kernel::{entity_id, tenancy::Moderation};
use sea_orm::entity::prelude::*;

entity_id!(
    /// A review's id.
    ReviewId,
    "rev"
);

/// What somebody says of an activity.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReviewId,
    /// Of what.
    pub activity_id: ActivityId,
    /// By whom.
    pub account_id: AccountId,
    /// From 1 to 5.
    pub stars: i32,
    /// In words, Markdown.
    pub text: String,
    /// Whether it is public, and why not.
    pub status: Status,
    /// Why an editor rejected or hid it.
    pub reason: Option<String>,
    /// Whether it was taken down: then only an editor makes it public again, whatever its author changes.
    pub held: bool,
    /// How many people reported it since an editor last looked.
    pub reports: i32,
    /// Since when it waits for an editor to look; none if nobody has to.
    pub queued_at: Option<ChronoDateTimeUtc>,
    /// What the provider answers, Markdown.
    pub reply: Option<String>,
    /// The account that answered; none once that is no more.
    pub replied_by: Option<AccountId>,
    /// When the answer last changed.
    pub replied_at: Option<ChronoDateTimeUtc>,
    /// When it was written.
    pub created_at: ChronoDateTimeUtc,
    /// When its author last changed it.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Whether a review is public, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    /// An editor has yet to read it.
    Waiting,
    /// It is public, and counts.
    Published,
    /// People reported it, or an editor took it down.
    Hidden,
    /// An editor sent it back, with a reason.
    Rejected,
    /// Its author took it back.
    Withdrawn,
}

impl Status {
    /// What becomes of a review that its author has just written or changed.
    pub(crate) fn once_written(moderation: Moderation, held: bool) -> Self {
        match moderation {
            Moderation::After if !held => Self::Published,
            Moderation::After | Moderation::Before => Self::Waiting,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_down_is_not_put_back_by_editing_it() {
        for (moderation, held, status) in [
            (Moderation::Before, false, Status::Waiting),
            (Moderation::Before, true, Status::Waiting),
            (Moderation::After, false, Status::Published),
            (Moderation::After, true, Status::Waiting),
        ] {
            assert_eq!(Status::once_written(moderation, held), status, "{moderation:?} {held}");
        }
    }
}
