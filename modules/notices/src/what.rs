//! What people are told of, and how often.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What became of something. The order is that of how much it tells: the first stands in a mail's subject.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum What {
    /// An official says that there is danger, or that it is over.
    Alert,
    /// It does not take place.
    CalledOff,
    /// A place is free where none was.
    PlaceFreed,
    /// It costs less.
    PriceFell,
    /// One can sign up from now on.
    EnrolmentOpened,
    /// It is there.
    Appeared,
    /// When, where or for whom it is has changed.
    Changed,
    /// An office or an institution has something to say.
    Announcement,
    /// Something of the reader's own was decided on.
    Decision,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Alert,
        Self::CalledOff,
        Self::PlaceFreed,
        Self::PriceFell,
        Self::EnrolmentOpened,
        Self::Appeared,
        Self::Changed,
        Self::Announcement,
        Self::Decision,
    ];

    /// The message that says it in two or three words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Alert => "notices-what-alert",
            Self::CalledOff => "notices-what-called-off",
            Self::PlaceFreed => "notices-what-place-freed",
            Self::PriceFell => "notices-what-price-fell",
            Self::EnrolmentOpened => "notices-what-enrolment-opened",
            Self::Appeared => "notices-what-appeared",
            Self::Changed => "notices-what-changed",
            Self::Announcement => "notices-what-announcement",
            Self::Decision => "notices-what-decision",
        }
    }
}

/// How often somebody is told. The order is that of how soon.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Frequency {
    /// As soon as it happens.
    AtOnce,
    /// Once a day, what happened meanwhile.
    Daily,
    /// Once a week.
    Weekly,
}
