//! Readers: who is told things.

use identity::AccountId;
use kernel::{entity_id, i18n::Lang};
use sea_orm::entity::prelude::*;

use crate::schedule::Settings;

entity_id!(
    /// A reader's id.
    ReaderId,
    "rdr"
);

/// Somebody who is told things: an account, or an address without one.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reader")]
pub struct Model {
    /// Their id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReaderId,
    /// Whose account.
    pub account_id: Option<AccountId>,
    /// The address of who has no account, in the form of [`identity::normalise_address`].
    pub email: Option<String>,
    /// The language of who has no account, by its tag.
    pub lang: String,
    /// Whether the address is known to be theirs.
    pub state: State,
    /// When they showed that.
    pub confirmed_at: Option<ChronoDateTimeUtc>,
    /// What they agreed to, when and from where: see [`crate::readers::Proof`].
    pub proof: Json,
    /// From which minute of the day they are left in peace.
    pub quiet_from: i32,
    /// Until which minute of the day.
    pub quiet_until: i32,
    /// Whether they are left in peace on public holidays.
    pub keeps_holidays: bool,
    /// The minute of the day at which what is gathered leaves.
    pub daily_at: i32,
    /// The day on which what is gathered for a week leaves, in days since Monday.
    pub weekly_on: i32,
    /// Since when they want to be told nothing at all.
    pub paused_at: Option<ChronoDateTimeUtc>,
    /// How often they turned things on again: links in mails from before ask first.
    pub generation: i32,
    /// When they were last told something at once.
    pub last_at_once: Option<ChronoDateTimeUtc>,
    /// When they were first known.
    pub created_at: ChronoDateTimeUtc,
    /// When something of this last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Whether an address is known to be its reader's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
    /// Somebody typed it.
    Pending,
    /// Its reader has followed a link that was sent there, or signed in.
    Confirmed,
}

impl Model {
    /// When they want to be told.
    pub fn settings(&self) -> Settings {
        let minutes = |kept: i32| u16::try_from(kept).unwrap_or_default();
        Settings {
            quiet_from: minutes(self.quiet_from),
            quiet_until: minutes(self.quiet_until),
            keeps_holidays: self.keeps_holidays,
            daily_at: minutes(self.daily_at),
            weekly_on: u8::try_from(self.weekly_on).unwrap_or_default(),
        }
    }

    /// The language of who has no account.
    pub fn lang(&self) -> Lang {
        self.lang.parse().unwrap_or_default()
    }

    /// Whether they are told anything.
    pub fn is_listening(&self) -> bool {
        self.state == State::Confirmed && self.paused_at.is_none()
    }
}
