//! What was asked for with an address that is yet to be confirmed.

use kernel::{entity_id, values::List};
use notices::{Frequency, ReaderId, What};
use sea_orm::entity::prelude::*;

use crate::subscription::SubscriptionId;

entity_id!(
    /// A request's id.
    RequestId,
    "srq"
);

/// What somebody asked for with an address. It becomes a subscription once the link that was mailed there is followed, and
/// is forgotten if nobody does.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "subscription_request")]
pub(crate) struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequestId,
    /// Whose address it is.
    pub reader_id: ReaderId,
    /// Of what, as subscriptions keep it.
    pub target: Json,
    /// What of it is worth telling.
    pub about: List<What>,
    /// How often.
    pub frequency: Frequency,
    /// What became of it: a link that is followed again changes nothing more.
    pub subscription_id: Option<SubscriptionId>,
    /// When it was asked for.
    pub created_at: ChronoDateTimeUtc,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
